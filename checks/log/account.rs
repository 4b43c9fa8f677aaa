//! What the service that keeps accounts wrote.

use super::ANY;
use crate::Check;

pub(super) const CHECK: Check = Check {
    id: "log/account",
    title: "The log shows no trouble of the account service",
    wrong: "the account service met an error: {saw}",
    why: "The account service (accountsd) keeps the account that a code is asked for.",

    judge: |answers| super::judge(answers, &["accountsd"]),
    ..ANY
};
