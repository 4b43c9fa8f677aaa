//! Whether Apple reports a problem with its push service.

use crate::hosts::DEVELOPER_STATUS_FEED;
use crate::shared::service_status;
use crate::shared::service_status::{AFTER, Watched};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "status/push",
    title: "Apple reports no problem with push",
    wrong: "Apple itself reports trouble ({saw})",
    why: "The prompt that shows a code is pushed. Apple tells of this service on its page for developers.",
    certainty: Certainty::Documented("Apple\u{2019}s system status page; it lags behind by up to two hours"),
    part: Part::Apple,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[service_status::NEEDED_REASONS, service_status::UNREAD_REASONS],
    fix: &catalogue::WAIT,
    asks: &[&[Question::Fetch(&DEVELOPER_STATUS_FEED)]],
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
