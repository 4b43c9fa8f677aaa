//! Whether Apple itself reports a problem with accounts.

use crate::hosts::STATUS_FEED;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, unknown};

pub(super) const CHECK: Check = Check {
    id: "status/apple-account",
    title: "Apple reports no problem with Apple Account",
    why: "While Apple's own servers are down, nothing on this Mac helps.",
    certainty: Certainty::Documented("Apple's system status page; it lags behind by up to two hours"),
    fix: &catalogue::WAIT,
    asks: &[Question::Fetch(&STATUS_FEED)],
    after: &["network/internet"],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    match &answers.fetch(&STATUS_FEED)?.result {
        Ok(_) => Ok(unknown("the status page is not read yet").reason("unreadable")),
        Err(failure) => {
            Ok(unknown(format!("Apple\u{2019}s status page does not answer: {failure}")).reason("no-answer"))
        }
    }
}
