//! Rows for tests: any id with any verdict, so that a rule can be tested before or after its check exists.

use crate::fix::catalogue;
use crate::{Answer, Answers, Certainty, Check, Entry, Group, Miss, Platform, Row, Run, Status, Verdict};
use serde_json::json;
use std::collections::BTreeMap;

fn never(_: &Answers) -> Result<Verdict, Miss> {
    Err(Miss::NotAsked)
}

/// A row of a made-up check that is documented to stop codes.
pub(crate) fn row(id: &'static str, verdict: Verdict) -> Row {
    row_of(id, Certainty::Documented("test"), verdict)
}

pub(crate) fn row_of(id: &'static str, certainty: Certainty, verdict: Verdict) -> Row {
    let check: &'static Check = Box::leak(Box::new(Check {
        id,
        title: "A made-up statement",
        why: "",
        certainty,
        fix: &catalogue::CONNECT,
        asks: &[],
        after: &[],
        judge: never,
    }));
    let name = id.split('/').next().unwrap_or_default();
    let group: &'static Group =
        crate::ALL.iter().find(|group| group.id == name).unwrap_or_else(|| panic!("no group {name}"));
    Row { check, group, verdict, because_of: None, ms: 0 }
}

/// What a healthy, signed-in Mac shows.
pub(crate) fn healthy() -> Vec<Row> {
    [
        "network/interface-up",
        "network/default-route",
        "network/internet",
        "dns/sign-in",
        "dns/apple-push",
        "tls/sign-in",
        "push/courier",
        "push/daemon",
        "push/connected",
        "status/apple-account",
        "clock/offset",
        "account/icloud",
    ]
    .into_iter()
    .map(|id| row(id, crate::pass("fine")))
    .collect()
}

/// The healthy Mac with some rows replaced or added.
pub(crate) fn with(changes: Vec<Row>) -> Vec<Row> {
    let mut rows = healthy();
    for change in changes {
        match rows.iter_mut().find(|row| row.check.id == change.check.id) {
            Some(row) => *row = change,
            None => rows.push(change),
        }
    }
    let place = |row: &Row| crate::ALL.iter().position(|group| group.id == row.group.id);
    rows.sort_by_key(place);
    rows
}

/// A consequence, as judging folds it.
pub(crate) fn because(mut row: Row, of: &'static str) -> Row {
    row.because_of = Some(of);
    row.verdict = crate::skip("explained").reason("consequence");
    row
}

/// Circumstances: the operating system, its version, whether the network was left alone.
pub(crate) fn answers(os: &str, version: &str, offline: bool) -> Answers {
    let run = Run {
        started: 0,
        duration_ms: 0,
        platform: Platform { os: os.into(), arch: String::new() },
        offline,
        rerooted: false,
    };
    let mut entries = BTreeMap::new();
    if !version.is_empty() {
        let tree = json!({ "ProductVersion": version });
        let key = crate::Question::Preferences(&crate::preferences::SYSTEM_VERSION).key();
        entries.insert(key, Entry { ms: 0, result: Ok(Answer::Preferences(tree)) });
    }
    Answers::new(run, entries)
}

pub(crate) fn mac(version: &str) -> Answers {
    answers("macos", version, false)
}

/// The ids of rows of one status.
pub(crate) fn ids(rows: &[Row], status: Status) -> Vec<&'static str> {
    rows.iter().filter(|row| row.verdict.status == status).map(|row| row.check.id).collect()
}
