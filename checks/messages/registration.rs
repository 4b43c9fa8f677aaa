//! Why iMessage is not registered, in the words of the Mac's own record and of Apple.

use crate::shared::registration::{self, MESSAGES_RECORD, MESSAGES_SERVICE, why};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "messages/registration",
    title: "Apple accepts this Mac for iMessage",
    wrong: "iMessage could not be registered ({saw})",
    why: "The record says why a registration failed. If every service fails on the way to Apple, code prompts probably do \
          too; if only iMessage is refused, codes are not affected.",
    certainty: Certainty::Context("a hint about push and the account; codes do not travel over iMessage"),
    part: Part::Hint,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some(super::NORMAL),
    reasons: &[registration::WHY_REASONS],
    fix: &catalogue::REGISTRATION,
    asks: &[MESSAGES_RECORD, registration::ICLOUD],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    why(answers, &MESSAGES_SERVICE)
}
