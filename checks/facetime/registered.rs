//! Whether FaceTime has a registered account.

use crate::shared::registration::{self, FACETIME_LISTS, FACETIME_RECORD, FACETIME_SERVICE, judge as registered};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "facetime/registered",
    title: "FaceTime is registered",
    wrong: "FaceTime is not registered ({saw})",
    why: "Codes do not travel over FaceTime. A failed registration hints that push or the account has a problem.",
    certainty: Certainty::Context("the code prompt has its own push topic"),
    part: Part::Hint,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some(super::NORMAL),
    reasons: &[registration::REASONS],
    fix: &catalogue::REGISTRATION,
    asks: &[FACETIME_LISTS, FACETIME_RECORD, registration::ICLOUD],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    registered(answers, &FACETIME_SERVICE)
}
