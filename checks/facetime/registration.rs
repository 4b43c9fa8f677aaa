//! Why FaceTime is not registered, in the words of the Mac's own record and of Apple.

use crate::read::identity_services::{FACETIME_PARTS, State};
use crate::shared::registration::{self, FACETIME_RECORD, FACETIME_SERVICE, record, why};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "facetime/registration",
    title: "Apple accepts this Mac for FaceTime",
    wrong: "FaceTime could not be registered ({saw})",
    why: "The record says why a registration failed. If every service fails on the way to Apple, code prompts probably do \
          too; if only FaceTime is refused, codes are not affected.",
    certainty: Certainty::Context("a hint about push and the account; codes do not travel over FaceTime"),
    part: Part::Hint,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some(super::NORMAL),
    reasons: &[registration::WHY_REASONS],
    fix: &catalogue::REGISTRATION,
    asks: &[FACETIME_RECORD, registration::ICLOUD],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let verdict = why(answers, &FACETIME_SERVICE)?;
    let Ok(record) = record(answers, &FACETIME_SERVICE) else { return Ok(verdict) };
    // FaceTime has topics of its own for group calls, audio and video.
    let parts: Vec<_> = FACETIME_PARTS.iter().filter_map(|topic| record.account(topic)).collect();
    let registered = parts.iter().filter(|account| account.state() == State::Registered).count();
    Ok(match parts.len() {
        0 => verdict,
        all => verdict.evidence("parts of FaceTime registered", format!("{registered} of {all}")),
    })
}
