//! Whether iMessage has a registered account.

use crate::shared::registration::{self, MESSAGES_LISTS, MESSAGES_RECORD, MESSAGES_SERVICE, judge as registered};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "messages/imessage",
    title: "iMessage is registered",
    wrong: "iMessage is not registered ({saw})",
    why: "Codes do not travel over iMessage. A failed registration hints that push or the account has a problem.",
    certainty: Certainty::Context("the code prompt has its own push topic"),
    part: Part::Hint,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some(super::NORMAL),
    reasons: &[registration::REASONS],
    fix: &catalogue::REGISTRATION,
    asks: &[MESSAGES_LISTS, MESSAGES_RECORD, registration::ICLOUD],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    registered(answers, &MESSAGES_SERVICE)
}
