//! Whether Apple's time servers answer.

use crate::check::after;
use crate::facts::ClockReading;
use crate::hosts::{TIME, TIME_MACOS};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "clock/time-servers",
    title: "Apple\u{2019}s time servers answer",
    wrong: "Apple\u{2019}s time servers do not answer",
    why: "macOS sets its clock by them. Where they are blocked (UDP port 123) the clock drifts by seconds a week.",
    certainty: Certainty::Context("many networks block them; a clock that is right needs them only in the long run"),
    part: Part::Time,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::warn("no-answer")]],
    fix: &catalogue::CLOCK,
    asks: &[&[Question::Clock(TIME), Question::Clock(TIME_MACOS)]],
    after: &[after::LINK, after::RESOLVER, after::INTERNET],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let readings = [answers.clock(TIME)?, answers.clock(TIME_MACOS)?];
    let answered = readings.iter().filter(|reading| matches!(reading, ClockReading::Offset { .. })).count();
    let why = readings.iter().find_map(|reading| match reading {
        ClockReading::Offset { .. } => None,
        ClockReading::Lookup(outcome) => Some(outcome.to_string()),
        ClockReading::NoReply => Some("no reply".into()),
        ClockReading::Refused(what) => Some(what.clone()),
    });
    let verdict = match answered {
        0 => warn("they do not; the clock cannot set itself").reason("no-answer"),
        1 => pass("1 of 2"),
        _ => pass("2 of 2"),
    };
    Ok(why.into_iter().fold(verdict, |verdict, why| verdict.evidence("what came instead", why)))
}
