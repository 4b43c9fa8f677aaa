//! Whether Apple reports a problem with its push service.

use crate::hosts::DEVELOPER_STATUS_FEED;
use crate::read::service_status::{AFTER, Watched};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue};

pub(super) const CHECK: Check = Check {
    id: "status/push",
    title: "Apple reports no problem with push",
    why: "The prompt that shows a code is pushed. Apple tells of this service on its page for developers.",
    certainty: Certainty::Documented("Apple\u{2019}s system status page; it lags behind by up to two hours"),
    fix: &catalogue::WAIT,
    asks: &[Question::Fetch(&DEVELOPER_STATUS_FEED)],
    after: AFTER,
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    Watched {
        names: &["APNS", "Apple Push Notification Service (APNS)", "Apple Push Notification Service"],
        needed: true,
    }
    .judge(answers, &DEVELOPER_STATUS_FEED)
}
