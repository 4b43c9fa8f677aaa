//! JSON for scripts. These types are the format: they only ever grow, and a change in meaning is a new `schema` number.

use super::{Report, timestamp};
use anyhow::Result;
use codesent_checks::{Certainty, Fix, Row, Status, Version};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The format's number.
const SCHEMA: u32 = 1;

/// What `codesent check --json` prints. It only grows: a program that reads it must pass over names it does not know. A
/// change in meaning is another `schema` number.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "codesent report")]
struct Document<'a> {
    /// The number of this format.
    #[schemars(extend("const" = SCHEMA))]
    schema: u32,
    /// Of the codesent that judged.
    version: &'static str,
    /// RFC 3339, UTC, by the Mac's own clock.
    started: String,
    duration_ms: u64,
    platform: Platform<'a>,
    /// Null where it is not known.
    macos: Option<String>,
    offline: bool,
    exit_code: u8,
    /// How many checks have each status.
    summary: BTreeMap<&'static str, usize>,
    /// Whether this Mac can receive a code prompt: `can`, `might_not`, `cannot` or `cannot_tell`.
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
    /// What was found, is normal, and needs no thought.
    normal: Option<&'a str>,
    /// What no program on a Mac can find out.
    cannot_see: Vec<&'static str>,
    /// What would make it worse.
    do_not: Vec<DoNotRow>,
    checks: Vec<CheckRow<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Platform<'a> {
    os: &'a str,
    arch: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct CheckRow<'a> {
    id: &'static str,
    group: &'static str,
    title: &'static str,
    /// `pass`, `info`, `warn`, `fail`, `skip` or `unknown`.
    #[schemars(extend("enum" = ["pass", "info", "warn", "fail", "skip", "unknown"]))]
    status: &'static str,
    /// What was seen, as one short sentence without a full stop.
    saw: &'a str,
    /// Which of the ways to this status it was; null where there is only one.
    reason: Option<&'static str>,
    /// The product, organisation or file behind it.
    culprit: Option<String>,
    evidence: Vec<EvidenceRow<'a>>,
    /// The id of the failing check that explains this one.
    because_of: Option<&'static str>,
    why: &'static str,
    certainty: CertaintyRow,
    /// What to do when it is not so.
    fix: FixRow,
    ms: u64,
}

#[derive(Serialize, JsonSchema)]
struct EvidenceRow<'a> {
    label: &'a str,
    value: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct CertaintyRow {
    word: &'static str,
    source: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct FixRow {
    id: &'static str,
    title: &'static str,
    steps: Vec<&'static str>,
    link: Option<&'static str>,
    command: Option<&'static str>,
    article: Option<String>,
    risk: &'static str,
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

#[derive(Serialize, JsonSchema)]
struct PathRow<'a> {
    id: &'static str,
    title: &'static str,
    outlook: &'static str,
    why: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct CauseRow<'a> {
    /// The id of the check that shows it.
    id: &'static str,
    statement: &'a str,
    certainty: CertaintyRow,
    culprit: Option<String>,
    /// The ids of the checks it explains.
    consequences: &'a [&'static str],
    /// The id of the fix.
    fix: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct SuspectRow<'a> {
    /// The id of the check that shows it.
    id: &'static str,
    what: &'a str,
    /// The ids of the broken checks it could explain.
    because: &'a [&'static str],
    /// The id of the fix.
    fix: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct DoNotRow {
    id: &'static str,
    what: &'static str,
    why: &'static str,
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

/// The document, with a line feed at its end.
pub(super) fn render(report: &Report) -> Result<String> {
    let statuses = [Status::Pass, Status::Info, Status::Warn, Status::Fail, Status::Skip, Status::Unknown];
    let diagnosis = &report.diagnosis;
    let document = Document {
        schema: SCHEMA,
        version: env!("CARGO_PKG_VERSION"),
        started: timestamp(report.run.started),
        duration_ms: report.run.duration_ms,
        platform: Platform { os: &report.run.platform.os, arch: &report.run.platform.arch },
        macos: report.macos.map(|version| version.to_string()),
        offline: report.run.offline,
        exit_code: report.exit_code,
        summary: statuses.into_iter().map(|status| (status.word(), report.count(status))).collect(),
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
        normal: diagnosis.normal.as_deref(),
        cannot_see: diagnosis.cannot_see.iter().map(|question| question.text).collect(),
        do_not: diagnosis
            .do_not
            .iter()
            .map(|one| DoNotRow { id: one.id, what: one.what, why: one.why, risk: one.risk.word() })
            .collect(),
        checks: report.rows.iter().map(|row| check_row(row, report.macos)).collect(),
    };
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

/// The JSON Schema of the document, with a line feed at its end.
pub(crate) fn schema() -> Result<String> {
    Ok(serde_json::to_string_pretty(&schemars::schema_for!(Document<'static>))? + "\n")
}
