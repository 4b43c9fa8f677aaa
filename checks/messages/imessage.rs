//! Whether iMessage has a registered account.

use crate::read::registration::{MESSAGES_ASKS, MESSAGES_SERVICE, judge as registered};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue};

pub(super) const CHECK: Check = Check {
    id: "messages/imessage",
    title: "iMessage is registered",
    why: "Codes do not travel over iMessage. A failed registration hints that push or the account has a problem.",
    certainty: Certainty::Context("the code prompt has its own push topic"),
    fix: &catalogue::REGISTRATION,
    asks: MESSAGES_ASKS,
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    registered(answers, &MESSAGES_SERVICE)
}
