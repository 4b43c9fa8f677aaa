//! Whether Apple reports a problem with Apple Account.

use crate::hosts::STATUS_FEED;
use crate::read::service_status::{AFTER, Watched};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue};

pub(super) const CHECK: Check = Check {
    id: "status/apple-account",
    title: "Apple reports no problem with Apple Account",
    why: "While Apple\u{2019}s own servers are down, nothing on this Mac helps.",
    certainty: Certainty::Documented("Apple\u{2019}s system status page; it lags behind by up to two hours"),
    fix: &catalogue::WAIT,
    asks: &[Question::Fetch(&STATUS_FEED)],
    after: AFTER,
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    Watched { names: &["Apple Account", "Apple ID"], needed: true }.judge(answers, &STATUS_FEED)
}
