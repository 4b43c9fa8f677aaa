//! Whether Apple reports a problem with signing in to iCloud.

use crate::hosts::STATUS_FEED;
use crate::shared::service_status;
use crate::shared::service_status::{AFTER, Watched};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "status/icloud-sign-in",
    title: "Apple reports no problem with iCloud sign-in",
    wrong: "Apple itself reports trouble ({saw})",
    why: "Signing in to iCloud, and with it the prompt on trusted devices, hangs on this service.",
    certainty: Certainty::Documented("Apple\u{2019}s system status page; it lags behind by up to two hours"),
    part: Part::Apple,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[service_status::NEEDED_REASONS, service_status::UNREAD_REASONS],
    fix: &catalogue::WAIT,
    asks: &[&[Question::Fetch(&STATUS_FEED)]],
    after: AFTER,
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    Watched { names: &["iCloud Account & Sign In"], needed: true }.judge(answers, &STATUS_FEED)
}
