//! Whether Apple reports a problem with FaceTime.

use crate::hosts::STATUS_FEED;
use crate::read::service_status::{AFTER, Watched};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue};

pub(super) const CHECK: Check = Check {
    id: "status/facetime",
    title: "Apple reports no problem with FaceTime",
    why: "Codes do not travel over it, but trouble there often comes together with trouble of push.",
    certainty: Certainty::Context("codes do not travel over FaceTime"),
    fix: &catalogue::WAIT,
    asks: &[Question::Fetch(&STATUS_FEED)],
    after: AFTER,
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    Watched { names: &["FaceTime"], needed: false }.judge(answers, &STATUS_FEED)
}
