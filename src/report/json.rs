//! JSON for scripts. These types are the format: they only ever grow, and a change in meaning is a new `schema` number.

use super::words::{CERTAINTIES, ID, OUTLOOKS, RISKS, STATUSES};
use super::{Report, timestamp};
use anyhow::Result;
use codesent_checks::{Certainty, Fix, Row, Status, Version};
use schemars::JsonSchema;
use serde::Serialize;

/// The format's number.
const SCHEMA: u32 = 1;

/// What `codesent check --json` prints. It only grows: a program that reads it must pass over names it does not know. A
/// change in meaning is another `schema` number.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "codesent report", extend("$id" = ID))]
pub(super) struct Document<'a> {
    /// The number of this format.
    #[schemars(extend("const" = SCHEMA))]
    schema: u32,
    /// Of the codesent that judged.
    version: &'static str,
    /// When the answers were gathered: RFC 3339, UTC, by the Mac's own clock.
    #[schemars(extend("format" = "date-time"))]
    started: String,
    /// How long the questions took, in milliseconds.
    duration_ms: u64,
    /// What the answers come from.
    platform: Platform<'a>,
    /// The version of macOS, as `15.7.1`; null where it is not known.
    macos: Option<String>,
    /// Whether nothing was asked of the network.
    offline: bool,
    /// What the program ended with: 0 nothing failed, 1 something failed, 3 nothing failed but something could not be
    /// determined.
    #[schemars(extend("enum" = [0, 1, 3]))]
    exit_code: u8,
    /// How many checks have each status.
    summary: Summary,
    /// Whether this Mac can receive a code prompt.
    #[schemars(extend("enum" = OUTLOOKS))]
    outlook: &'static str,
    /// The outlook and its one reason, as a sentence.
    headline: &'a str,
    /// How sure it is that the headline's reason stops codes; null where there is no such reason.
    certainty: Option<CertaintyRow>,
    /// What to do first, in order.
    get_in_now: &'a [String],
    /// Every way to a code, and how it stands.
    paths: Vec<PathRow<'a>>,
    /// What is wrong, the root first.
    causes: Vec<CauseRow<'a>>,
    /// Who may be behind a cause.
    suspects: Vec<SuspectRow<'a>>,
    /// How a suspicion about a VPN is settled, or why it could not be; null where no VPN is a suspect.
    proof: Option<&'static str>,
    /// What was found, is normal, and needs no thought.
    normal: Option<&'a str>,
    /// What no program on a Mac can find out.
    cannot_see: Vec<&'static str>,
    /// What it can be where all is well and no code comes, most frequent first; empty where something is to be mended.
    else_it_can_be: &'static [&'static str],
    /// What would make it worse.
    do_not: Vec<DoNotRow>,
    /// One a check, in table order.
    checks: Vec<CheckRow<'a>>,
}

/// How many checks have each status.
#[derive(Serialize, JsonSchema)]
struct Summary {
    /// What should be so is so.
    pass: usize,
    /// Worth knowing, neither good nor bad.
    info: usize,
    /// Right only in part, or trouble is likely.
    warn: usize,
    /// What should be so is not so.
    fail: usize,
    /// It does not apply here, is optional, or another row explains it.
    skip: usize,
    /// It could not be found out.
    unknown: usize,
}

/// The machine.
#[derive(Serialize, JsonSchema)]
struct Platform<'a> {
    /// `macos` on a Mac.
    os: &'a str,
    /// `aarch64` or `x86_64`, as a rule.
    arch: &'a str,
}

/// What one check found.
#[derive(Serialize, JsonSchema)]
struct CheckRow<'a> {
    /// `group/name`; it never comes to mean something else.
    id: &'static str,
    /// The first half of the id.
    group: &'static str,
    /// The statement that should be true.
    title: &'static str,
    /// How it stands.
    #[schemars(extend("enum" = STATUSES))]
    status: &'static str,
    /// What was seen, as one short sentence without a full stop.
    saw: &'a str,
    /// Which of the ways to this status it was; null where there is only one.
    reason: Option<&'static str>,
    /// The product, organisation or file behind it.
    culprit: Option<String>,
    /// The details behind it.
    evidence: Vec<EvidenceRow<'a>>,
    /// The id of the failing check that explains this one; null where there is none.
    because_of: Option<&'static str>,
    /// What breaks for codes while the statement is false.
    why: &'static str,
    /// How sure it is that this stops codes.
    certainty: CertaintyRow,
    /// What to do when it is not so.
    fix: FixRow,
    /// How long its slowest question took, in milliseconds.
    ms: u64,
}

/// A named detail.
#[derive(Serialize, JsonSchema)]
struct EvidenceRow<'a> {
    /// What it is.
    label: &'a str,
    /// What was found.
    value: &'a str,
}

/// How well something is known.
#[derive(Serialize, JsonSchema)]
struct CertaintyRow {
    /// `documented`: Apple says so, or it can be reproduced. `reported`: people and programs say so. `plausible`: it
    /// follows from how things work. `context`: it does not stop codes by itself.
    #[schemars(extend("enum" = CERTAINTIES))]
    word: &'static str,
    /// Where that is from.
    source: &'static str,
}

/// What to do.
#[derive(Serialize, JsonSchema)]
struct FixRow {
    /// For `codesent explain ID`.
    id: &'static str,
    /// The fix in one line.
    title: &'static str,
    /// What to do, in order, on this version of macOS.
    steps: Vec<&'static str>,
    /// A link that opens the place in System Settings; null where there is none.
    link: Option<&'static str>,
    /// A command to paste; null where there is none.
    command: Option<&'static str>,
    /// The address of Apple's article; null where there is none.
    article: Option<String>,
    /// What it can cost.
    #[schemars(extend("enum" = RISKS))]
    risk: &'static str,
    /// How to see that it worked.
    confirm: &'static str,
}

impl FixRow {
    fn new(fix: &'static Fix, macos: Option<Version>) -> Self {
        Self {
            id: fix.id,
            title: fix.title,
            steps: fix.steps_for(macos).collect(),
            link: fix.link_for(macos),
            command: fix.command,
            article: fix.article_url(),
            risk: fix.risk.word(),
            confirm: fix.confirm,
        }
    }
}

/// A way to a code.
#[derive(Serialize, JsonSchema)]
struct PathRow<'a> {
    /// Its name for scripts.
    id: &'static str,
    /// Its name for people.
    title: &'static str,
    /// How it stands.
    #[schemars(extend("enum" = OUTLOOKS))]
    outlook: &'static str,
    /// Why it stands so.
    why: &'a str,
}

/// Something that is wrong and can stop a prompt.
#[derive(Serialize, JsonSchema)]
struct CauseRow<'a> {
    /// The id of the check that shows it.
    id: &'static str,
    /// What is wrong, as a clause.
    statement: &'a str,
    /// How sure it is that such a thing stops codes.
    certainty: CertaintyRow,
    /// The product, organisation or file behind it; null where nothing names one.
    culprit: Option<String>,
    /// The ids of the checks it explains.
    consequences: &'a [&'static str],
    /// The id of the fix.
    fix: &'static str,
    /// What macOS's own log says that fits it; only with `--deep`.
    #[serde(skip_serializing_if = "<[String]>::is_empty", default)]
    in_log: &'a [String],
}

/// Who may be behind a cause.
#[derive(Serialize, JsonSchema)]
struct SuspectRow<'a> {
    /// The id of the check that shows it.
    id: &'static str,
    /// What was found, as a clause.
    what: &'a str,
    /// The ids of the broken checks it could explain.
    because: &'a [&'static str],
    /// The id of the fix.
    fix: &'static str,
}

/// Something that would make it worse.
#[derive(Serialize, JsonSchema)]
struct DoNotRow {
    /// For `codesent explain ID`.
    id: &'static str,
    /// What not to do.
    what: &'static str,
    /// Why not.
    why: &'static str,
    /// What it can cost.
    #[schemars(extend("enum" = RISKS))]
    risk: &'static str,
}

impl From<Certainty> for CertaintyRow {
    fn from(certainty: Certainty) -> Self {
        Self { word: certainty.word(), source: certainty.source() }
    }
}

fn check_row(row: &Row, macos: Option<Version>) -> CheckRow<'_> {
    CheckRow {
        id: row.check.id,
        group: row.group.id,
        title: row.check.title,
        status: row.verdict.status.word(),
        saw: &row.verdict.saw,
        reason: row.verdict.reason,
        culprit: row.verdict.culprit_text(),
        evidence: row
            .verdict
            .evidence
            .iter()
            .map(|evidence| EvidenceRow { label: &evidence.label, value: &evidence.value })
            .collect(),
        because_of: row.because_of,
        why: row.check.why,
        certainty: row.check.certainty.into(),
        fix: FixRow::new(row.fix(), macos),
        ms: row.ms,
    }
}

/// The document over many lines, with a line feed at its end.
pub(super) fn render(report: &Report) -> Result<String> {
    Ok(serde_json::to_string_pretty(&document(report))? + "\n")
}

/// The document in one line, with a line feed at its end.
pub(super) fn one_line(report: &Report) -> Result<String> {
    Ok(serde_json::to_string(&document(report))? + "\n")
}

fn summary(report: &Report) -> Summary {
    Summary {
        pass: report.count(Status::Pass),
        info: report.count(Status::Info),
        warn: report.count(Status::Warn),
        fail: report.count(Status::Fail),
        skip: report.count(Status::Skip),
        unknown: report.count(Status::Unknown),
    }
}

fn document(report: &Report) -> Document<'_> {
    let diagnosis = &report.diagnosis;
    Document {
        schema: SCHEMA,
        version: env!("CARGO_PKG_VERSION"),
        started: timestamp(report.run.started),
        duration_ms: report.run.duration_ms,
        platform: Platform { os: &report.run.platform.os, arch: &report.run.platform.arch },
        macos: report.macos.map(|version| version.to_string()),
        offline: report.run.offline,
        exit_code: report.exit_code,
        summary: summary(report),
        outlook: diagnosis.outlook.word(),
        headline: &diagnosis.headline,
        certainty: diagnosis.certainty.map(Into::into),
        get_in_now: &diagnosis.get_in_now,
        paths: diagnosis
            .paths
            .iter()
            .map(|path| PathRow { id: path.id, title: path.title, outlook: path.outlook.word(), why: &path.why })
            .collect(),
        causes: diagnosis
            .causes
            .iter()
            .map(|cause| CauseRow {
                id: cause.id,
                statement: &cause.statement,
                certainty: cause.certainty.into(),
                culprit: cause.culprit_text(),
                consequences: &cause.consequences,
                fix: cause.fix.id,
                in_log: &cause.in_log,
            })
            .collect(),
        suspects: diagnosis
            .suspects
            .iter()
            .map(|suspect| SuspectRow {
                id: suspect.id,
                what: &suspect.what,
                because: &suspect.because,
                fix: suspect.fix.id,
            })
            .collect(),
        proof: diagnosis.proof,
        normal: diagnosis.normal.as_deref(),
        else_it_can_be: diagnosis.else_it_can_be,
        cannot_see: diagnosis.cannot_see.iter().map(|question| question.text).collect(),
        do_not: diagnosis
            .do_not
            .iter()
            .map(|one| DoNotRow { id: one.id, what: one.what, why: one.why, risk: one.risk.word() })
            .collect(),
        checks: report.rows.iter().map(|row| check_row(row, report.macos)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::report;
    use serde_json::Value;

    #[test]
    fn one_line_says_the_same() {
        let report = report();
        let (line, lines) = (one_line(&report).unwrap(), render(&report).unwrap());
        assert_eq!(line.matches('\n').count(), 1);
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(read(&line), read(&lines));
    }
}
