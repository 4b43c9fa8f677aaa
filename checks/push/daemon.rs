//! The push daemon.

use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fail, fix::catalogue, pass};

pub(super) const CHECK: Check = Check {
    id: "push/daemon",
    title: "The push service is running",
    why: "apsd holds the connection that code prompts come over.",
    certainty: Certainty::Reported("restarting a stuck apsd is common practice"),
    fix: &catalogue::PUSH_DAEMON,
    asks: &[Question::Processes],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let processes = answers.processes()?;
    if !answers.on_a_mac() {
        return Err(Miss::NeedsMac);
    }
    Ok(if processes.iter().any(|process| process.name == "apsd") {
        pass("apsd is running")
    } else {
        fail("apsd is not running").reason("not-running")
    })
}
