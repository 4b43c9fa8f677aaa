//! Whether traffic to Apple has a way out.

use crate::read::routes;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, commands, fail, fix::catalogue, pass};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "network/default-route",
    title: "Traffic to Apple has a route",
    wrong: "this network has no way to the internet",
    why: "Without a route nothing leaves this Mac, and no code prompt comes back.",
    certainty: Certainty::Documented("Apple 101555: code prompts come over the network"),
    part: Part::Link,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::fail("no-route")]],
    fix: &catalogue::CONNECT,
    asks: &[&[Question::Command(&commands::ROUTE_TO_APPLE), Question::Command(&commands::ROUTE_TO_APPLE_V6)]],
    after: &[&["network/interface-up"]],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let over_v4 = routes::interface_of(answers.command(&commands::ROUTE_TO_APPLE)?);
    // A Mac without IPv6 is normal; only where there is no IPv4 either does it count.
    let over_v6 = answers.command(&commands::ROUTE_TO_APPLE_V6).and_then(routes::interface_of);
    Ok(match (over_v4?, over_v6) {
        (Some(name), _) => pass(format!("traffic leaves by {name}")),
        (None, Ok(Some(name))) => pass(format!("traffic leaves by {name}, over IPv6 only")),
        (None, Err(miss)) => return Err(miss),
        (None, Ok(None)) => fail("no interface carries traffic to Apple").reason("no-route"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::CommandOutput;
    use crate::{Answer, Status, testing::Mac};

    #[test]
    fn no_way_out_is_said_only_when_both_families_were_looked_at() {
        let none = || {
            let stderr = "route: writing to routing socket: not in table\n".into();
            Ok(Answer::Command(CommandOutput { exit: Some(1), stderr, ..CommandOutput::default() }))
        };
        let v4 = || Mac::of("15.1").says(&Question::Command(&commands::ROUTE_TO_APPLE), none());
        let v6 = Question::Command(&commands::ROUTE_TO_APPLE_V6);
        assert_eq!(v4().says(&v6, none()).judged(&CHECK).unwrap().status, Status::Fail);
        assert_eq!(v4().says(&v6, Err(Miss::TimedOut)).judged(&CHECK).unwrap_err(), Miss::TimedOut);
        let only_v6 = v4().prints(&commands::ROUTE_TO_APPLE_V6, "  interface: en0\n");
        assert_eq!(only_v6.judged(&CHECK).unwrap().status, Status::Pass);
        let only_v4 = Mac::of("15.1").prints(&commands::ROUTE_TO_APPLE, "  interface: en0\n");
        assert_eq!(only_v4.says(&v6, Err(Miss::TimedOut)).judged(&CHECK).unwrap().status, Status::Pass);
    }
}
