//! What two runs say together, in sentences: whether a code can come in each, why not, what else differs, and where to look.

use super::differs::{Differs, differs, router};
use super::{Change, Macs, Side, is_good};
use crate::Part;
use crate::check::known;
use crate::diagnosis::{Cause, Outlook};
use std::fmt::Write as _;

/// So many reasons are named.
const SHOWN: usize = 3;

/// What decides in each run, sorted by what became of it.
struct Causes<'a> {
    /// In the first alone; the second saw that it is not so.
    gone: Vec<&'a Cause>,
    /// In the second alone; the first saw that it was not so.
    new: Vec<&'a Cause>,
    /// In both, and for the same reason: as the second says it.
    both: Vec<&'a Cause>,
    /// The rest: the other run did not see.
    unseen: bool,
}

impl<'a> Causes<'a> {
    fn new(before: Side<'a>, after: Side<'a>) -> Self {
        let (mut gone, mut new, mut both, mut unseen) = (Vec::new(), Vec::new(), Vec::new(), false);
        let seen_well = |side: Side, id: &str| side.row(id).is_some_and(is_good);
        let here = |side: Side, cause: &Cause| {
            let row = side.row(cause.id)?;
            Some((row.verdict.reason, cause.culprit_text()))
        };
        let same = |one: &Cause, other: &Cause| one.id == other.id && here(before, one) == here(after, other);
        for cause in &before.diagnosis.causes {
            if after.diagnosis.causes.iter().any(|other| same(cause, other)) {
                continue;
            }
            let changed = after.diagnosis.causes.iter().any(|other| other.id == cause.id);
            if changed || seen_well(after, cause.id) { gone.push(cause) } else { unseen = true }
        }
        for cause in &after.diagnosis.causes {
            if before.diagnosis.causes.iter().any(|other| same(other, cause)) {
                both.push(cause);
                continue;
            }
            let changed = before.diagnosis.causes.iter().any(|other| other.id == cause.id);
            if changed || seen_well(before, cause.id) { new.push(cause) } else { unseen = true }
        }
        Self { gone, new, both, unseen }
    }
}

fn list<'a>(causes: impl IntoIterator<Item = &'a Cause>) -> String {
    let all: Vec<&str> = causes.into_iter().map(|cause| cause.statement.as_str()).collect();
    let shown = all.iter().take(SHOWN).copied().collect::<Vec<_>>().join("; ");
    match all.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown}; and {more} more"),
    }
}

fn clause(outlook: Outlook) -> &'static str {
    match outlook {
        Outlook::Can => "a code can come",
        Outlook::MightNot => "a code might not come",
        Outlook::Cannot => "no code can come",
        Outlook::CannotTell => "it cannot be told whether a code can come",
    }
}

/// What the runs are called in a sentence, and after one.
struct Names {
    opening: [&'static str; 2],
    labels: [&'static str; 2],
    both: &'static str,
}

const TIMES: Names = Names { opening: ["Before,", "After,"], labels: ["before", "after"], both: "both times" };
const MACS: Names = Names {
    opening: ["On the first Mac", "On the second Mac"],
    labels: ["on the first", "on the second"],
    both: "on both Macs",
};

pub(super) fn says(before: Side, after: Side, macs: Macs, changes: &[Change]) -> Vec<String> {
    let names = if macs == Macs::Different { MACS } else { TIMES };
    let causes = Causes::new(before, after);
    let mut says = vec![what_became(before, after, &causes, &names)];
    let nothing = causes.gone.is_empty() && causes.new.is_empty();
    let silent = [before, after].map(|side| side.diagnosis.outlook == Outlook::CannotTell);
    if silent != [false, false] && nothing {
        return says;
    }
    let all = differs(before, after, names.labels);
    if !all.is_empty() && (!nothing || before.diagnosis.outlook != after.diagnosis.outlook) {
        let words: Vec<&str> = all.iter().map(Differs::words).collect();
        says.push(format!("What else is not the same: {}.", words.join("; ")));
    } else if nothing && changes.is_empty() {
        return says;
    }
    says.extend(where_to_look(before, after, &causes, &all, &names, macs));
    says
}

/// Whether a code can come in each, and why not.
fn what_became(before: Side, after: Side, causes: &Causes, names: &Names) -> String {
    let (old, new) = (before.diagnosis.outlook, after.diagnosis.outlook);
    let bad = |outlook| matches!(outlook, Outlook::Cannot | Outlook::MightNot);
    if !bad(old) || !bad(new) {
        return match (old, new) {
            (Outlook::Can, Outlook::Can) => {
                format!("A code can come {}: nothing that it hangs on changed.", names.both)
            }
            (Outlook::CannotTell, Outlook::CannotTell) => {
                format!("It cannot be told {} whether a code can come. {}", names.both, headline(after))
            }
            _ => format!("{} {}", state(before, names.opening[0]), state(after, names.opening[1])),
        };
    }
    let both = list(causes.both.iter().copied());
    let alone = causes.gone.is_empty() && causes.new.is_empty() && !causes.unseen;
    if alone && old == new && !causes.both.is_empty() {
        let first = capital(clause(new));
        return format!(
            "{first} {}, for the same reason: {both}. So what differs between the two is not why.",
            names.both
        );
    }
    if alone && causes.both.is_empty() {
        return format!("{} {}", state(before, names.opening[0]), state(after, names.opening[1]));
    }
    let mut text = if old == new {
        format!("{} {}.", capital(clause(new)), names.both)
    } else {
        format!("{} {}. {} {}.", names.opening[0], clause(old), names.opening[1], clause(new))
    };
    let not_both = |side: Side<'_>| {
        let rest = side.diagnosis.causes.iter().filter(|cause| causes.both.iter().all(|one| one.id != cause.id));
        list(rest.collect::<Vec<_>>())
    };
    for (side, label) in [(before, names.labels[0]), (after, names.labels[1])] {
        let rest = not_both(side);
        if !rest.is_empty() {
            let _ = write!(text, " Only {label}: {rest}.");
        }
    }
    if !both.is_empty() {
        let _ = write!(text, " {}: {both}.", capital(names.both));
    }
    if causes.unseen {
        text += " What only one of them names may be so in the other too, where it could not be seen.";
    }
    text
}

fn state(side: Side, opening: &str) -> String {
    let outlook = side.diagnosis.outlook;
    let causes = &side.diagnosis.causes;
    match outlook {
        Outlook::Can => format!("{opening} a code can come."),
        Outlook::Cannot | Outlook::MightNot if !causes.is_empty() => {
            format!("{opening} {}: {}.", clause(outlook), list(causes))
        }
        Outlook::CannotTell => format!("{opening} {}. {}", clause(outlook), headline(side)),
        _ => format!("{opening} {}: {}", clause(outlook), headline(side)),
    }
}

/// Its reason, as a sentence: what stands behind the outlook in words that are said already.
fn headline(side: Side<'_>) -> &str {
    let whole = side.diagnosis.headline.as_str();
    whole.split_once(" code prompt: ").map_or(whole, |(_, reason)| reason)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What the difference proves, and what not.
fn where_to_look(
    before: Side,
    after: Side,
    causes: &Causes,
    all: &[Differs],
    names: &Names,
    macs: Macs,
) -> Option<String> {
    let (side, moved, at) = match (&causes.gone[..], &causes.new[..]) {
        (gone, []) if !gone.is_empty() => (before, gone, 0),
        ([], new) if !new.is_empty() => (after, new, 1),
        _ => return None,
    };
    let label = names.labels[at];
    if moved.iter().any(|cause| cause.part == Part::Apple) {
        return Some(if causes.new.is_empty() {
            "What Apple reported is over.".into()
        } else {
            "Apple reports trouble of its own: wait, before anything is changed here.".into()
        });
    }
    let open: Vec<&&Cause> = moved.iter().filter(|cause| cause.culprits.is_empty()).collect();
    if open.is_empty() {
        return None;
    }
    let ours = [Part::Account, Part::Machine, Part::PushService, Part::Time];
    if moved.iter().all(|cause| ours.contains(&cause.part)) {
        return Some("That is of the Mac or its account: no network and no VPN brings it about.".into());
    }
    let by_network = open.iter().any(|cause| is_of_the_way(side, cause));
    let by_program = by_network || open.iter().any(|cause| is_forbidden(side, cause));
    let suspects: Vec<&Differs> = all
        .iter()
        .filter(|one| match one {
            Differs::Network(_) => by_network,
            Differs::Between { .. } => by_program,
            Differs::System(_) => false,
        })
        .collect();
    match suspects[..] {
        [] if !by_program || moved.iter().all(|cause| cause.part == Part::Internet) => None,
        [] if macs == Macs::Different => {
            Some("Where both are in the same network, it is that Mac\u{2019}s own doing.".into())
        }
        [] => (router(before.answers).is_some() && router(after.answers).is_some())
            .then(|| "The router and what runs on this Mac (VPNs, filters, proxies) are the same, as far as a recording shows.".into()),
        [Differs::Network(_)] if macs == Macs::Different => {
            Some("They are in two networks: compare them in the same one before a Mac is blamed.".into())
        }
        [Differs::Network(_)] => Some(format!("So look at the network {label}, not at this Mac or the account.")),
        [Differs::Between { who, .. }] => Some(match (&who[at], &who[1 - at]) {
            (None, Some(helps)) => format!("With {helps} it works, so look at the network {label} first."),
            (who, _) => format!("So look at {} first.", who.as_deref().unwrap_or("that")),
        }),
        _ => Some(
            "More than one thing differs, so this does not tell which it is: change one at a time, and compare again."
                .into(),
        ),
    }
}

/// Whether another network, or no VPN, could mend it.
fn is_of_the_way(side: Side, cause: &Cause) -> bool {
    let way = [Part::Internet, Part::Names, Part::Servers, Part::PushServers, Part::PushLine, Part::Between];
    way.contains(&cause.part) && cause.id != HOSTS_FILE && !is_forbidden(side, cause)
}

/// A file on the Mac.
const HOSTS_FILE: &str = const { known("dns/hosts-file") };

/// Whether a program on the Mac says no.
fn is_forbidden(side: Side, cause: &Cause) -> bool {
    side.row(cause.id).is_some_and(|row| row.verdict.reason == Some("forbidden"))
}
