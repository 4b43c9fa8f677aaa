//! Whether pushes reach this Mac while it sleeps.

use crate::commands::POWER;
use crate::read::power::{self, Section};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "mac/sleep-push",
    title: "Pushes reach this Mac while it sleeps",
    wrong: "a sleeping Mac gets no pushes ({saw})",
    why: "Where the setting `tcpkeepalive` is 0, macOS drops its connections when it sleeps, and a prompt that was sent in the \
          meantime shows late or not at all. A Mac that is awake is not concerned.",
    certainty: Certainty::Plausible(
        "Apple\u{2019}s manual of pmset names the setting; what it does to prompts is not shown",
    ),
    part: Part::Hint,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::info("off"), Reason::info("not-stated").nothing()]],
    fix: &catalogue::KEEP_AWAKE,
    asks: &[&[Question::Command(&POWER)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let output = answers.command(&POWER)?;
    let sections = power::sections(&output.stdout);
    if sections.is_empty() && !output.stdout.trim().is_empty() {
        return Err(Miss::Unreadable("`pmset` printed something unexpected".into()));
    }
    let off: Vec<&Section> = sections.iter().filter(|one| one.keeps_connections == Some(false)).collect();
    let verdict = match (off.as_slice(), sections.iter().any(|one| one.keeps_connections == Some(true))) {
        ([], true) => pass("its connections are kept"),
        // Not every Mac stores the setting, and then it is not off.
        ([], false) => info("this Mac stores no such setting").reason("not-stated"),
        ([one], true) => info(format!("not on {}", one.source.to_lowercase().replace("ac ", "AC "))).reason("off"),
        _ => info("its connections are dropped").reason("off"),
    };
    Ok(off.iter().fold(verdict, |verdict, one| verdict.evidence(&one.source, "tcpkeepalive 0")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    fn verdict(text: &str) -> Verdict {
        judge(&Mac::of("26.1").prints(&POWER, text).answers()).unwrap()
    }

    #[test]
    fn what_is_switched_off_is_told_by_its_source_of_power() {
        // The shape of macOS 26.
        let text = |battery: &str, mains: &str| {
            format!(
                "Battery Power:\n powernap             0\n tcpkeepalive         {battery}\nAC Power:\n tcpkeepalive         {mains}\n"
            )
        };
        assert_eq!(verdict(&text("1", "1")).status, Status::Pass);
        let found = verdict(&text("0", "1"));
        assert_eq!((found.status, found.saw.as_str()), (Status::Info, "not on battery power"));
        assert_eq!(verdict(&text("0", "0")).saw, "its connections are dropped");
    }

    #[test]
    fn a_missing_setting_is_not_one_that_is_off() {
        for text in ["", "AC Power:\n womp                 1\n"] {
            assert_eq!((verdict(text).status, verdict(text).reason), (Status::Info, Some("not-stated")));
        }
        assert!(
            !judge(&Mac::of("26.1").prints(&POWER, "Usage: pmset\n").answers())
                .is_ok_and(|it| it.status == Status::Pass)
        );
    }
}
