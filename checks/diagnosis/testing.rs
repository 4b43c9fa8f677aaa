//! Rows for tests: any check with any verdict.

use crate::{Answer, Answers, Entry, Platform, Row, Run, Status, Verdict};
use serde_json::json;
use std::collections::BTreeMap;

/// A row of this check. Its judge is left out of it: any verdict will do.
pub(crate) fn row(id: &str, verdict: Verdict) -> Row {
    let check = crate::find(id).unwrap_or_else(|| panic!("no check {id}"));
    Row { check, group: crate::group_of(check), verdict, because_of: None, ms: 0 }
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
