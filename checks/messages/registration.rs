//! Why iMessage is not registered, in the words of the Mac's own record and of Apple.

use crate::read::registration::{MESSAGES_ASKS, MESSAGES_SERVICE, why};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue};

pub(super) const CHECK: Check = Check {
    id: "messages/registration",
    title: "Apple accepts this Mac for iMessage",
    why: "The record says why a registration failed. If every service fails on the way to Apple, code prompts probably do \
          too; if only iMessage is refused, codes are not affected.",
    certainty: Certainty::Context("a hint about push and the account; codes do not travel over iMessage"),
    fix: &catalogue::REGISTRATION,
    asks: MESSAGES_ASKS,
    after: &["account/icloud"],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    why(answers, &MESSAGES_SERVICE)
}
