//! Two runs side by side: here and on the hotspot, yesterday and today, this Mac and the one beside it. Which rows changed,
//! which answers stand behind each, and what that says.

use crate::commands::{HARDWARE, ROUTE_TO_APPLE};
use crate::diagnosis::{Diagnosis, Outlook};
use crate::read::dates::span;
use crate::{Answers, Part, Question, Row, Status};

/// One run.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// Its rows, each once.
    pub rows: &'a [Row],
    /// What they were judged by, redacted.
    pub answers: &'a Answers,
    /// What follows.
    pub diagnosis: &'a Diagnosis,
}

/// What became of one check.
#[derive(Debug)]
pub struct Change<'a> {
    /// The row before.
    pub before: &'a Row,
    /// The row after.
    pub after: &'a Row,
    /// The keys of the answers behind it that differ.
    pub answers: Vec<String>,
}

/// Whether both runs are of one Mac, as far as a recording without names tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Macs {
    /// The same model, or processor where no model is known.
    Alike,
    /// Two models or processors.
    Different,
}

/// What two runs say together.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// Whether it is one Mac.
    pub macs: Macs,
    /// Rows whose status or reason changed, in table order.
    pub changes: Vec<Change<'a>>,
    /// How many rows both have that did not change.
    pub same: usize,
    /// Ids of checks that only one of the runs has.
    pub not_compared: Vec<&'static str>,
    /// What follows, a sentence each, the most telling first.
    pub says: Vec<String>,
}

/// The parts that hang on the network one is in.
const NETWORK: &[Part] = &[
    Part::Link,
    Part::Internet,
    Part::Names,
    Part::Servers,
    Part::PushServers,
    Part::PushLine,
    Part::Between,
    Part::Time,
];

impl Change<'_> {
    /// Whether it went from bad to good (`Some(true)`), the other way (`Some(false)`), or neither.
    pub fn got_better(&self) -> Option<bool> {
        let bad = |row: &Row| row.verdict.status == Status::Fail;
        let good = |row: &Row| matches!(row.verdict.status, Status::Pass | Status::Info);
        match (self.before, self.after) {
            (before, after) if bad(before) && good(after) => Some(true),
            (before, after) if good(before) && bad(after) => Some(false),
            _ => None,
        }
    }

    fn is_about(&self, parts: &[Part]) -> bool {
        parts.contains(&self.after.check.part)
    }
}

/// Compares two runs.
pub fn compare<'a>(before: Side<'a>, after: Side<'a>) -> Comparison<'a> {
    let (mut changes, mut same, mut not_compared) = (Vec::new(), 0, Vec::new());
    for row in after.rows {
        match before.rows.iter().find(|old| old.check.id == row.check.id) {
            None => not_compared.push(row.check.id),
            Some(old) if is_same(old, row) => same += 1,
            Some(old) => changes.push(Change { before: old, after: row, answers: differing(row, before, after) }),
        }
    }
    let gone = |row: &&Row| after.rows.iter().all(|other| other.check.id != row.check.id);
    not_compared.extend(before.rows.iter().filter(gone).map(|row| row.check.id));
    let macs = macs(before.answers, after.answers);
    let says = says(before, after, macs, &changes);
    Comparison { macs, changes, same, not_compared, says }
}

/// What was seen may hold times and counts; what it means is the status and its reason.
fn is_same(old: &Row, new: &Row) -> bool {
    old.verdict.status == new.verdict.status && old.verdict.reason == new.verdict.reason
}

fn differing(row: &Row, before: Side, after: Side) -> Vec<String> {
    let result = |side: Side, key: &str| side.answers.entries().get(key).map(|entry| entry.result.clone());
    let mut keys: Vec<String> = row.check.questions().map(Question::key).collect();
    keys.dedup();
    keys.retain(|key| result(before, key) != result(after, key));
    keys
}

fn macs(before: &Answers, after: &Answers) -> Macs {
    let model = |answers: &Answers| {
        let output = answers.command(&HARDWARE).ok()?;
        output.stdout.lines().find(|line| line.starts_with("hw.model")).map(str::to_owned)
    };
    let of = |answers: &Answers| answers.run().platform.clone();
    let (one, other) = (of(before), of(after));
    let alike = one.os == other.os && one.arch == other.arch;
    match (model(before), model(after)) {
        (Some(one), Some(other)) if one != other => Macs::Different,
        _ if alike => Macs::Alike,
        _ => Macs::Different,
    }
}

/// What was wrong, as clauses.
fn list(changes: &[&Change]) -> String {
    const SHOWN: usize = 3;
    let wrong = |change: &&Change| {
        let bad = if change.got_better() == Some(true) { change.before } else { change.after };
        bad.wrong()
    };
    let all: Vec<String> = changes.iter().take(SHOWN).map(wrong).collect();
    match changes.len().saturating_sub(SHOWN) {
        0 => all.join("; "),
        more => format!("{}; and {more} more", all.join("; ")),
    }
}

fn says(before: Side, after: Side, macs: Macs, changes: &[Change]) -> Vec<String> {
    let mut says = Vec::new();
    let of = |better: bool, parts: &[Part]| -> Vec<&Change> {
        changes.iter().filter(|one| one.got_better() == Some(better) && one.is_about(parts)).collect()
    };
    let here = |side: Side| side.answers.command(&ROUTE_TO_APPLE).ok().map(|out| out.stdout.clone());
    let moved = matches!((here(before), here(after)), (Some(one), Some(other)) if one != other);
    let what = vpn_or_filter(changes);
    let (mended, broken) = (of(true, NETWORK), of(false, NETWORK));
    if macs == Macs::Different {
        if !mended.is_empty() || !broken.is_empty() {
            says.push(format!(
                "Two Macs: where both are in the same network, what only one of them fails is its own doing ({}).",
                list(if broken.is_empty() { &mended } else { &broken })
            ));
        }
    } else if !mended.is_empty() && broken.is_empty() {
        let works = list(&mended);
        says.push(match what {
            Some(what) => format!("It works after, and not before, when {works}. In between, {what}: look there first."),
            None if moved => format!(
                "It works by the way taken after, and not by the one before, where {works}. So the network or VPN before is the \
                 reason, not this Mac and not the account."
            ),
            None => format!("It works after, and not before, when {works}."),
        });
    } else if !broken.is_empty() && mended.is_empty() {
        let fails = list(&broken);
        says.push(match what {
            Some(what) => format!("It worked before, and not after: {fails}. In between, {what}: look there first."),
            None if moved => format!(
                "It worked by the way taken before, and not by the one after, where {fails}. So the network or VPN after is the \
                 reason, not this Mac and not the account."
            ),
            None => format!("It worked before, and not after: {fails}."),
        });
    } else if !mended.is_empty() {
        says.push(format!("Some of it works only before ({}), some only after ({}).", list(&broken), list(&mended)));
    }
    let apple = |better| !of(better, &[Part::Apple]).is_empty();
    if apple(true) {
        says.push("What Apple reported before is over.".into());
    }
    if apple(false) {
        says.push("Apple reports trouble of its own after: wait, before anything is changed here.".into());
    }
    let rest = [Part::PushService, Part::Machine, Part::Account];
    for (better, word) in [(true, "is mended"), (false, "went wrong")] {
        let here = of(better, &rest);
        if !here.is_empty() && macs == Macs::Alike {
            says.push(format!("On the Mac itself this {word}: {}.", list(&here)));
        }
    }
    let worse = |side: Side| matches!(side.diagnosis.outlook, Outlook::Cannot | Outlook::MightNot);
    if says.is_empty() {
        says.push(if worse(before) && worse(after) {
            "The same is wrong both times: what changed between the two is not the reason.".into()
        } else {
            "Nothing that matters changed.".into()
        });
    }
    says
}

/// A VPN or filter that came or went, as a clause.
fn vpn_or_filter(changes: &[Change]) -> Option<String> {
    let runs = |row: &Row| row.suspicion().is_some();
    let between = changes.iter().find(|one| one.is_about(&[Part::Between]) && runs(one.before) != runs(one.after))?;
    let who = |row: &Row| row.verdict.culprits.iter().find(|who| who.is_named()).map(crate::Culprit::shown);
    let suspicion = between.before.suspicion().or_else(|| between.after.suspicion());
    let what = suspicion.map_or("something between", |suspicion| suspicion.what);
    Some(if runs(between.before) {
        format!("{} was switched off", who(between.before).unwrap_or_else(|| what.into()))
    } else {
        format!("{} was switched on", who(between.after).unwrap_or_else(|| what.into()))
    })
}

/// How far apart the runs are: `3 days later`, `at the same time`.
pub fn apart(before: &Answers, after: &Answers) -> String {
    let seconds = (after.run().started - before.run().started) / 1000;
    match seconds {
        0 => "at the same time".into(),
        later if later > 0 => format!("{} later", span(later)),
        earlier => format!("{} earlier", span(-earlier)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::diagnose;
    use crate::testing::Mac;
    use crate::{fail, info, pass};

    type Found = (&'static str, crate::Verdict);

    fn rows(found: &[Found]) -> Vec<Row> {
        let ids = ["network/internet", "tls/sign-in", "push/courier", "vpn/active", "account/icloud", "status/push"];
        let other = |id: &str| found.iter().find(|(other, _)| *other == id).map(|(_, verdict)| verdict.clone());
        let row = |id: &str| {
            let check = crate::find(id).unwrap();
            let verdict = other(id).unwrap_or_else(|| pass("fine"));
            Row { check, group: crate::group_of(check), verdict, because_of: None, ms: 0 }
        };
        ids.map(row).into()
    }

    /// What the two say together, both of this model.
    fn said(before: &[Found], after: &[Found], models: [&str; 2], gateways: [&str; 2]) -> String {
        let answers = |at: usize| {
            let route = format!("   route to: 17.57.144.20\n    gateway: {}\n  interface: en0\n", gateways[at]);
            Mac::of("15.1")
                .prints(&HARDWARE, &format!("kern.hv_vmm_present: 0\nhw.model: {}\n", models[at]))
                .prints(&ROUTE_TO_APPLE, &route)
                .answers()
        };
        let (one, other) = (answers(0), answers(1));
        let (before, after) = (rows(before), rows(after));
        let (first, second) = (diagnose(&before, &one), diagnose(&after, &other));
        let before = Side { rows: &before, answers: &one, diagnosis: &first };
        let after = Side { rows: &after, answers: &other, diagnosis: &second };
        compare(before, after).says.join(" ")
    }

    const ONE: [&str; 2] = ["Mac14,2", "Mac14,2"];
    const HOME: [&str; 2] = ["192.168.1.1", "192.168.1.1"];
    const MOVED: [&str; 2] = ["192.168.1.1", "172.20.10.1"];

    fn dead() -> Found {
        ("push/courier", fail("no reply"))
    }

    #[test]
    fn the_hotspot_shows_that_it_is_the_network() {
        let said = said(&[dead()], &[], ONE, MOVED);
        assert!(said.contains("not this Mac and not the account"), "{said}");
    }

    #[test]
    fn a_vpn_that_was_switched_off_in_between_is_named() {
        let vpn = ("vpn/active", info("NordVPN").reason("full-tunnel").culprit(crate::Culprit::of("NordVPN")));
        let said = said(&[dead(), vpn], &[], ONE, HOME);
        assert!(said.contains("NordVPN was switched off"), "{said}");
    }

    #[test]
    fn the_same_fault_in_both_places_is_not_the_place() {
        let said = said(&[dead()], &[dead()], ONE, MOVED);
        assert!(said.contains("what changed between the two is not the reason"), "{said}");
    }

    #[test]
    fn two_macs_are_not_taken_for_one() {
        let said = said(&[], &[dead()], ["Mac14,2", "iMac21,1"], HOME);
        assert!(said.contains("Two Macs") && !said.contains("not the account"), "{said}");
    }

    #[test]
    fn what_changed_on_the_mac_and_at_apple_is_said() {
        let before = [("account/icloud", fail("signed out")), ("status/push", fail("an outage").reason("outage"))];
        let said = said(&before, &[], ONE, HOME);
        assert!(said.contains("On the Mac itself this is mended") && said.contains("is over"), "{said}");
        assert!(!said.contains("network"), "{said}");
    }

    #[test]
    fn nothing_is_made_of_nothing() {
        assert_eq!(said(&[], &[], ONE, HOME), "Nothing that matters changed.");
    }
}
