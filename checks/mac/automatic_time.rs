//! The service that sets the clock.

use crate::commands::DISABLED_SYSTEM;
use crate::read::launchctl;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "mac/automatic-time",
    title: "The clock service is on",
    wrong: "the clock service of macOS is off, and the clock is wrong",
    why: "Codes and certificates need the right time. Whether the clock is right now is measured in the clock rows; this tells \
          whether it will stay so. The switch in the settings itself only an administrator can read.",
    certainty: Certainty::Reported("a clock that is off breaks sign-in"),
    part: Part::Machine,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::warn("disabled")]],
    fix: &catalogue::CLOCK,
    asks: &[&[Question::Command(&DISABLED_SYSTEM)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let off = launchctl::disabled(&answers.command(&DISABLED_SYSTEM)?.stdout)?;
    Ok(if off.iter().any(|one| one.name() == "timed") {
        warn("timed is switched off: the clock will drift").reason("disabled")
    } else {
        pass("timed is not switched off")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    #[test]
    fn switched_off_is_a_warning() {
        let status = |row: &str| {
            let text = format!("disabled services = {{\n{row}}}\n");
            Mac::of("15.2").prints(&DISABLED_SYSTEM, &text).judged(&CHECK).unwrap().status
        };
        assert_eq!(status(""), Status::Pass);
        assert_eq!(status("\t\"com.apple.timed\" => enabled\n"), Status::Pass);
        assert_eq!(status("\t\"com.apple.timed\" => disabled\n"), Status::Warn);
    }
}
