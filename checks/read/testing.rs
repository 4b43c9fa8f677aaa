//! What the tests of the checks are made of.

use crate::{Answer, Answers, Entry, Miss, Platform, Question, Run};
use serde_json::Value;

/// 2024-07-08 04:00 UTC.
pub(crate) const STARTED: i64 = 1_720_411_200_000;

/// Answers of a Mac to some questions.
pub(crate) fn answers(entries: impl IntoIterator<Item = (Question, Result<Answer, Miss>)>) -> Answers {
    let platform = Platform { os: "macos".into(), arch: "aarch64".into() };
    let run = Run { started: STARTED, duration_ms: 0, platform, offline: false, rerooted: false };
    let entry = |(question, result): (Question, _)| (question.key(), Entry { ms: 0, result });
    Answers::new(run, entries.into_iter().map(entry).collect())
}

/// An answer to a preferences question.
#[allow(clippy::unnecessary_wraps, reason = "it stands where a miss could stand")]
pub(crate) fn preferences(tree: Value) -> Result<Answer, Miss> {
    Ok(Answer::Preferences(tree))
}
