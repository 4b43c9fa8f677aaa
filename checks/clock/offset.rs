//! How far this Mac's clock is off.

use crate::check::after;
use crate::hosts::{GSA_LOOKUP, STATUS_FEED, TIME, TIME_MACOS};
use crate::shared::clocks::{by_time_servers, by_web_servers, in_words};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fail, fix::catalogue, pass, unknown, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "clock/offset",
    title: "The clock is right",
    wrong: "the clock is wrong ({saw})",
    why: "Certificates are refused when the clock is far off, and codes made on a device seem to depend on the time.",
    certainty: Certainty::Documented("certificates have dates; that codes depend on the time is inferred"),
    part: Part::Time,
    effect: Effect::Stops,
    role: Role::Needed("whether the clock is right"),
    normal: None,
    reasons: &[&[
        Reason::fail("far-off"),
        Reason::warn("off").does(Effect::Nothing),
        Reason::warn("disagree").does(Effect::Nothing),
        Reason::unknown("no-answer"),
    ]],
    fix: &catalogue::CLOCK,
    asks: &[&[
        Question::Clock(TIME),
        Question::Clock(TIME_MACOS),
        Question::Fetch(&STATUS_FEED),
        Question::Fetch(&GSA_LOOKUP),
    ]],
    after: &[after::LINK, after::RESOLVER, after::INTERNET],
    judge,
};

/// Codes that a device makes by itself change every 30 seconds.
const WARN_MS: u64 = 30_000;
/// Five minutes: what Kerberos and most servers tolerate.
const FAIL_MS: u64 = 300_000;

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let (by_time, by_web) = (by_time_servers(answers), by_web_servers(answers));
    let Some(offset) = by_time.or(by_web) else {
        for server in [TIME, TIME_MACOS] {
            answers.clock(server)?;
        }
        return Ok(unknown("neither time nor web servers tell the time").reason("no-answer"));
    };
    let mut verdict = match offset.unsigned_abs() {
        _ if by_time.zip(by_web).is_some_and(|(time, web)| time.abs_diff(web) > FAIL_MS) => {
            warn("time servers and web servers tell different times").reason("disagree")
        }
        0..WARN_MS => pass(in_words(offset)),
        WARN_MS..FAIL_MS => warn(in_words(offset)).reason("off"),
        _ => fail(in_words(offset)).reason("far-off").measured(),
    };
    for (by, offset) in [("by time servers", by_time), ("by web servers", by_web)] {
        if let Some(offset) = offset {
            verdict = verdict.evidence(by, in_words(offset));
        }
    }
    Ok(verdict)
}
