//! Two runs side by side: here and on the hotspot, yesterday and today, this Mac and the one beside it. Which rows changed,
//! which answers stand behind each, and what that says.

mod differs;
mod says;
#[cfg(test)]
mod tests;

use crate::commands::HARDWARE;
use crate::diagnosis::Diagnosis;
use crate::read::dates::span;
use crate::{Answers, Culprit, Effect, Part, Question, Row, Status};

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

impl<'a> Side<'a> {
    /// Whether the clock that dates it is known to be wrong.
    pub fn has_wrong_clock(&self) -> bool {
        self.diagnosis.causes.iter().any(|cause| cause.part == Part::Time)
    }

    fn row(&self, id: &str) -> Option<&'a Row> {
        self.rows.iter().find(|row| row.check.id == id)
    }
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
    /// Ids of checks that only one of the runs has, or that only one of them asked.
    pub not_compared: Vec<&'static str>,
    /// What follows, a sentence or two each, the most telling first.
    pub says: Vec<String>,
}

impl Change<'_> {
    /// Whether it went from bad to good (`Some(true)`), the other way (`Some(false)`), or neither.
    pub fn got_better(&self) -> Option<bool> {
        match (self.before, self.after) {
            (before, after) if is_bad(before) && is_good(after) => Some(true),
            (before, after) if is_good(before) && is_bad(after) => Some(false),
            _ => None,
        }
    }

    /// Whether it is worth a look by itself: it got better or worse, or something came or went that may be why. The rest
    /// follows from such, or could not be seen.
    pub fn tells(&self) -> bool {
        let follows = self.before.because_of.or(self.after.because_of).is_some();
        !follows && (self.got_better().is_some() || self.after.check.part == Part::Between)
    }
}

fn is_bad(row: &Row) -> bool {
    row.verdict.status == Status::Fail || row.effect() != Effect::Nothing
}

fn is_good(row: &Row) -> bool {
    matches!(row.verdict.status, Status::Pass | Status::Info | Status::Warn) && !is_bad(row)
}

/// Compares two runs.
pub fn compare<'a>(before: Side<'a>, after: Side<'a>) -> Comparison<'a> {
    let (mut changes, mut same, mut not_compared) = (Vec::new(), 0, Vec::new());
    for row in after.rows {
        match before.row(row.check.id) {
            Some(old) if is_same(old, row) => same += 1,
            Some(old) if is_asked(old) && is_asked(row) => {
                changes.push(Change { before: old, after: row, answers: differing(row, before, after) });
            }
            _ => not_compared.push(row.check.id),
        }
    }
    let gone = before.rows.iter().filter(|row| after.row(row.check.id).is_none());
    not_compared.extend(gone.map(|row| row.check.id));
    let macs = macs(before.answers, after.answers);
    let says = says::says(before, after, macs, &changes);
    Comparison { macs, changes, same, not_compared, says }
}

/// What was seen may hold times and counts; what it means is the status, its reason, and whom it names.
fn is_same(old: &Row, new: &Row) -> bool {
    let named = |row: &Row| {
        let who = row.verdict.culprits.iter().filter(|who| matches!(who, Culprit::Product(_) | Culprit::Named(_)));
        who.map(|who| who.text().to_owned()).collect::<Vec<_>>()
    };
    (old.verdict.status, old.verdict.reason) == (new.verdict.status, new.verdict.reason) && named(old) == named(new)
}

/// Whether the run asked for what the row needs. An older recording lacks questions, and some are asked on request, on a Mac
/// or with a network alone: that one of two runs did not ask is no change.
fn is_asked(row: &Row) -> bool {
    let unasked = ["not-asked", "leaves-tunnel", "offline", "needs-mac"];
    let silent = matches!(row.verdict.status, Status::Skip | Status::Unknown);
    !(silent && row.verdict.reason.is_some_and(|reason| unasked.contains(&reason)))
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

/// How far apart the runs are: `3 days later`, `at the same time`. Each clock dates its own run, so a wrong one tells nothing.
pub fn apart(before: Side, after: Side) -> Option<String> {
    if before.has_wrong_clock() || after.has_wrong_clock() {
        return None;
    }
    let seconds = (after.answers.run().started - before.answers.run().started) / 1000;
    Some(match seconds {
        0 => "at the same time".into(),
        later if later > 0 => format!("{} later", span(later)),
        earlier => format!("{} earlier", span(-earlier)),
    })
}
