//! What the push service wrote.

use super::ANY;
use crate::Check;

pub(super) const CHECK: Check = Check {
    id: "log/push",
    title: "The log shows no trouble of the push service",
    wrong: "the push service met an error: {saw}",
    why: "The push service (apsd) holds the connection that code prompts come over. What it wrote tells whether it reached Apple, and what it met instead.",

    judge: |answers| super::judge(answers, &["apsd"]),
    ..ANY
};
