//! How far this Mac's clock is off.

use crate::facts::ClockReading;
use crate::hosts::{TIME, TIME_MACOS};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fail, fix::catalogue, pass, unknown, warn};

pub(super) const CHECK: Check = Check {
    id: "clock/offset",
    title: "The clock is right",
    why: "Certificates are refused when the clock is far off, and codes made on a device depend on the time.",
    certainty: Certainty::Documented("certificates have dates; that codes depend on the time is inferred"),
    fix: &catalogue::CLOCK,
    asks: &[Question::Clock(TIME), Question::Clock(TIME_MACOS)],
    after: &["network/interface-up", "network/default-route"],
    judge,
};

/// Codes change every 30 seconds, so half a minute may matter.
const WARN_MS: u64 = 30_000;
/// Five minutes: what Kerberos and most servers tolerate.
const FAIL_MS: u64 = 300_000;

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let readings = [answers.clock(TIME), answers.clock(TIME_MACOS)];
    for reading in &readings {
        if let Ok(ClockReading::Offset { offset_ms, .. }) = reading {
            let off = offset_ms.unsigned_abs();
            let side = if *offset_ms < 0 { "ahead" } else { "behind" };
            let saw = format!("{}.{} s {side}", off / 1000, off % 1000 / 100);
            return Ok(if off < WARN_MS {
                pass(saw)
            } else if off < FAIL_MS {
                warn(saw).reason("off")
            } else {
                fail(saw).reason("far-off")
            });
        }
    }
    for reading in readings {
        reading?;
    }
    Ok(unknown("no time server answered").reason("no-answer"))
}
