//! Whether FaceTime has a registered account.

use crate::read::registration::{FACETIME_ASKS, FACETIME_SERVICE, judge as registered};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue};

pub(super) const CHECK: Check = Check {
    id: "facetime/registered",
    title: "FaceTime is registered",
    why: "Codes do not travel over FaceTime. A failed registration hints that push or the account has a problem.",
    certainty: Certainty::Context("the code prompt has its own push topic"),
    fix: &catalogue::REGISTRATION,
    asks: FACETIME_ASKS,
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    registered(answers, &FACETIME_SERVICE)
}
