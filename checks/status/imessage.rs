//! Whether Apple reports a problem with iMessage.

use crate::hosts::STATUS_FEED;
use crate::shared::service_status;
use crate::shared::service_status::{AFTER, Watched};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "status/imessage",
    title: "Apple reports no problem with iMessage",
    wrong: "Apple itself reports trouble ({saw})",
    why: "Codes do not travel over it, but trouble there often comes together with trouble of push.",
    certainty: Certainty::Context("codes do not travel over iMessage"),
    part: Part::Apple,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[service_status::HINT_REASONS, service_status::UNREAD_REASONS],
    fix: &catalogue::WAIT,
    asks: &[&[Question::Fetch(&STATUS_FEED)]],
    after: AFTER,
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    Watched { names: &["iMessage"], needed: false }.judge(answers, &STATUS_FEED)
}
