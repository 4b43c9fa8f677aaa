//! The built-in firewall.

use crate::commands::FIREWALL;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, pass};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "filters/firewall",
    title: "The firewall stops no codes",
    wrong: "the firewall is on",
    why: "It never can: it looks at connections that come in, and this Mac makes the push connection itself. There is no need to \
          switch it off.",
    certainty: Certainty::Context("the application firewall filters incoming connections only"),
    part: Part::Between,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::pass("block-all")]],
    fix: &catalogue::NOTHING,
    asks: &[&[Question::Command(&FIREWALL)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let text = &answers.command(&FIREWALL)?.stdout;
    let state = text.split_once("State = ").map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).collect());
    let state: String = state.unwrap_or_default();
    Ok(match state.as_str() {
        "0" => pass("it is off"),
        "1" => pass("it is on, for incoming connections only"),
        "2" => pass("it blocks incoming connections only").reason("block-all"),
        _ => return Err(Miss::Unreadable("`socketfilterfw` names no state".into())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    #[test]
    fn every_state_passes_and_no_state_is_unknown() {
        let verdict = |text: &str| judge(&Mac::of("15.2").prints(&FIREWALL, text).answers());
        for text in ["Firewall is enabled. (State = 1)\n", "Firewall is disabled. (State = 0)\n", "x (State = 2)"] {
            assert_eq!(verdict(text).unwrap().status, Status::Pass, "{text}");
        }
        assert!(verdict("socketfilterfw: what").is_err());
    }
}
