//! The push daemon.

use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fail, fix::catalogue, pass};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "push/daemon",
    title: "The push service is running",
    wrong: "the push service of macOS is not running",
    why: "apsd is the program that holds the connection code prompts come over. macOS starts it by itself; where it is \
          missing, somebody switched it off or the system is damaged.",
    certainty: Certainty::Reported("restarting a stuck apsd is common practice"),
    part: Part::PushService,
    effect: Effect::Stops,
    role: Role::Needed("whether the push service runs"),
    normal: None,
    reasons: &[&[Reason::fail("not-running")]],
    fix: &catalogue::PUSH_DAEMON,
    asks: &[&[Question::Processes]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if !answers.on_a_mac() {
        return Err(Miss::NeedsMac);
    }
    let processes = answers.processes()?;
    if processes.is_empty() {
        // On every Mac some of Apple's daemons run: an empty list was not allowed to be read.
        return Err(Miss::Unreadable("the list of running programs is empty".into()));
    }
    Ok(if processes.iter().any(|process| process.name == "apsd") {
        pass("apsd is running")
    } else {
        fail("apsd is not running").reason("not-running")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    #[test]
    fn an_empty_list_is_no_proof() {
        assert_eq!(Mac::of("15.2").runs(&["apsd", "akd"]).judged(&CHECK).unwrap().status, Status::Pass);
        assert_eq!(Mac::of("15.2").runs(&["akd"]).judged(&CHECK).unwrap().status, Status::Fail);
        assert!(matches!(Mac::of("15.2").runs(&[]).judged(&CHECK), Err(Miss::Unreadable(_))));
        assert!(matches!(Mac::linux().runs(&[]).judged(&CHECK), Err(Miss::NeedsMac)));
    }
}
