//! What else is not the same in two runs, and could be why: the network, a VPN or filter, macOS.

use super::Side;
use crate::commands::NETSTAT;
use crate::read::routes::is_tunnel;
use crate::{Answers, Culprit, Part, Row};

/// Something that differs.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Differs {
    /// The router is another one.
    Network(String),
    /// A VPN, proxy or filter is there in one of them, or is another one.
    Between {
        /// As a clause.
        words: String,
        /// What it is called in each; none where it is not there.
        who: [Option<String>; 2],
    },
    /// The system is another one.
    System(String),
}

impl Differs {
    pub(super) fn words(&self) -> &str {
        match self {
            Self::Network(words) | Self::Between { words, .. } | Self::System(words) => words,
        }
    }
}

/// All of it, the network first. `labels` are what the runs are called: "before", "after".
pub(super) fn differs(before: Side, after: Side, labels: [&str; 2]) -> Vec<Differs> {
    let mut all = Vec::new();
    all.extend(network(before.answers, after.answers, labels));
    let ids = after.rows.iter().filter(|row| row.check.part == Part::Between).map(|row| row.check.id);
    for id in ids {
        let one = between(before.row(id), after.row(id), labels);
        // Two rows about the same product are one.
        all.extend(one.filter(|one| all.iter().all(|other| !is_about(other, one))));
    }
    let macos = |side: Side| side.answers.macos();
    if let (Some(old), Some(new)) = (macos(before), macos(after))
        && old != new
    {
        all.push(Differs::System(format!("macOS is {old} {} and {new} {}", labels[0], labels[1])));
    }
    all
}

fn is_about(other: &Differs, one: &Differs) -> bool {
    matches!((other, one), (Differs::Between { who, .. }, Differs::Between { who: same, .. }) if who == same)
}

/// Where the network's router is, and by which interface: the default route that no tunnel took.
pub(super) fn router(answers: &Answers) -> Option<(String, String)> {
    let table = answers.command(&NETSTAT).ok()?;
    let own = table.stdout.lines().take_while(|line| !line.starts_with("Internet6"));
    own.map(|line| line.split_whitespace().collect::<Vec<_>>()).find_map(|columns| match columns[..] {
        ["default", router, _, interface, ..] if !is_tunnel(interface) && !router.starts_with("link#") => {
            Some((router.to_owned(), interface.to_owned()))
        }
        _ => None,
    })
}

/// An iPhone's hotspot always has this address (samples of users' routes; not documented by Apple).
const HOTSPOT: &str = "172.20.10.1";

fn network(before: &Answers, after: &Answers, labels: [&str; 2]) -> Option<Differs> {
    let ((old, by), (new, by_now)) = (router(before)?, router(after)?);
    let shown = |router: &str, label: &str| {
        let hotspot = if router == HOTSPOT { ", an iPhone\u{2019}s hotspot," } else { "" };
        format!("{router}{hotspot} {label}")
    };
    if old != new {
        let (old, new) = (shown(&old, labels[0]), shown(&new, labels[1]));
        return Some(Differs::Network(format!("the network is another one (its router is {old}, {new})")));
    }
    (by != by_now).then(|| {
        Differs::Network(format!("it is reached by another interface ({by} {}, {by_now} {})", labels[0], labels[1]))
    })
}

/// Who does what a row found, and whether that is a name. None where it found nothing to suspect.
fn found(row: Option<&Row>) -> Option<(&'static str, Vec<String>)> {
    let row = row?;
    let what = row.suspicion()?.what;
    let named = row.verdict.culprits.iter().filter(|who| who.is_named() && !is_stand_in(who)).map(Culprit::shown);
    Some((what, named.collect()))
}

/// What redaction put there: it is called the same in every recording, whoever it is.
fn is_stand_in(who: &Culprit) -> bool {
    crate::read::foreign::thing(who.text()).is_some()
}

fn between(before: Option<&Row>, after: Option<&Row>, labels: [&str; 2]) -> Option<Differs> {
    if !super::is_asked(before?) || !super::is_asked(after?) {
        return None;
    }
    let called = |(what, names): &(&str, Vec<String>)| match &names[..] {
        [] => the(what),
        names => format!("{} ({what})", names.join(", ")),
    };
    let (old, new) = (found(before), found(after));
    let who = [&old, &new].map(|one| one.as_ref().map(called));
    let words = match (&old, &new) {
        (None, None) => return None,
        (Some((what, names)), None) if names.is_empty() => format!("{what} is there only {}", labels[0]),
        (None, Some((what, names))) if names.is_empty() => format!("{what} is there only {}", labels[1]),
        (Some(one), None) => format!("{} is there only {}", called(one), labels[0]),
        (None, Some(one)) => format!("{} is there only {}", called(one), labels[1]),
        (Some(one), Some(other)) if one == other && !one.1.is_empty() => return None,
        // Names that nobody knows are not recorded.
        (Some((old, none)), Some((what, nor))) if none.is_empty() && nor.is_empty() => {
            if old != what || before?.verdict.reason != after?.verdict.reason {
                format!("{what} does something else {} than {}", labels[1], labels[0])
            } else if is_nameless(before?) {
                format!("{what} without a known name is there both times, and may be another one")
            } else {
                return None;
            }
        }
        (Some(one), Some(other)) => {
            let shown = |one: &(&str, Vec<String>)| if one.1.is_empty() { one.0.to_owned() } else { called(one) };
            format!("{} is there {}, {} {}", shown(one), labels[0], shown(other), labels[1])
        }
    };
    Some(Differs::Between { words, who })
}

/// "a VPN" becomes "the VPN".
fn the(what: &str) -> String {
    let noun = what.strip_prefix("a ").or_else(|| what.strip_prefix("an ")).unwrap_or(what);
    format!("the {noun}")
}

/// Whether what it found has an owner whose name is not known: a setting that is the same both times has none.
fn is_nameless(row: &Row) -> bool {
    !row.verdict.culprits.is_empty() || row.check.id == "vpn/active"
}
