//! What iCloud wrote.

use super::ANY;
use crate::Check;

pub(super) const CHECK: Check = Check {
    id: "log/icloud",
    title: "The log shows no trouble of iCloud",
    wrong: "iCloud met an error: {saw}",
    why: "iCloud (cloudd) uses the same account as codes do. An account that it cannot use, or terms that wait to be accepted, are a hint.",
    judge: |answers| super::judge(answers, &["cloudd"]),
    ..ANY
};
