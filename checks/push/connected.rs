//! The connection that pushes come over, as this Mac holds it now.

use crate::check::after;
use crate::commands::CONNECTIONS;
use crate::read::connections::{self, Connection};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "push/connected",
    title: "The push line to Apple stands",
    wrong: "the push service is not connected to Apple",
    why: "The prompt that shows a code comes over this one connection. Seeing it is the best proof there is; not seeing it \
          proves nothing, since it may go through a proxy, or be made only when it is needed.",
    certainty: Certainty::Documented("Apple 102266: TCP 5223, with 443 as the fallback"),
    part: Part::PushLine,
    effect: Effect::Stops,
    role: Role::Needed("whether the push service is connected"),
    normal: None,
    reasons: &[&[
        Reason::warn("trying").wrong("the push service calls Apple and gets no answer"),
        Reason::info("not-seen").nothing(),
        Reason::pass("fallback"),
    ]],
    fix: &catalogue::PUSH_DAEMON,
    asks: &[&[Question::Command(&CONNECTIONS)]],
    after: &[after::LINK, after::INTERNET, &["push/courier", "push/daemon"]],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let mut list = connections::connections(answers.command(&CONNECTIONS)?)?;
    list.retain(Connection::is_push);
    let in_state = |state: &str| list.iter().find(|one| one.state == state);
    let established: Vec<&Connection> = list.iter().filter(|one| one.state == "ESTABLISHED").collect();
    let best = established.iter().find(|one| one.port == 5223).or(established.first());
    let verdict = match (best, in_state("SYN_SENT")) {
        (Some(one), _) if one.port == 5223 => pass("connected on port 5223"),
        (Some(one), _) => pass(format!("connected on port {}, the fallback", one.port)).reason("fallback"),
        (None, Some(_)) => warn("it tries to connect and gets no answer").reason("trying"),
        (None, None) => info("no push connection is to be seen").reason("not-seen"),
    };
    Ok(list.iter().fold(verdict, |verdict, one| {
        verdict.evidence(one.state.to_lowercase(), format!("{} port {}", one.address, one.port))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    fn verdict(lines: &str) -> (Status, Option<&'static str>) {
        let text = format!("Active Internet connections (including servers)\n{lines}");
        let found = judge(&Mac::of("26.1").prints(&CONNECTIONS, &text).answers()).unwrap();
        (found.status, found.reason)
    }

    #[test]
    fn a_connection_is_proof_and_none_is_no_failure() {
        let line =
            |end: &str, state: &str| format!("tcp4 0 0 192.168.1.2.50000 {end} {state} 1 1 1 1 apsd:345 00102\n");
        assert_eq!(verdict(&line("17.57.144.20.5223", "ESTABLISHED")), (Status::Pass, None));
        assert_eq!(verdict(&line("17.57.144.20.443", "ESTABLISHED")), (Status::Pass, Some("fallback")));
        assert_eq!(verdict(&line("17.57.144.20.5223", "SYN_SENT")), (Status::Warn, Some("trying")));
        assert_eq!(verdict(&line("17.57.144.20.5223", "CLOSE_WAIT")), (Status::Info, Some("not-seen")));
        assert_eq!(verdict(""), (Status::Info, Some("not-seen")));
    }
}
