//! Whether iMessage has a registered account.

use crate::preferences::IMESSAGE;
use crate::read::registration;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue};

pub(super) const CHECK: Check = Check {
    id: "messages/imessage",
    title: "iMessage is registered",
    why: "Codes do not travel over iMessage. A failed registration hints that push or the account has a problem.",
    certainty: Certainty::Context("the code prompt has its own push topic"),
    fix: &catalogue::REGISTRATION,
    asks: &[Question::Preferences(&IMESSAGE)],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    registration::judge(answers.preferences(&IMESSAGE), "iMessage")
}
