//! Whether traffic to Apple has a way out.

use crate::read::routes;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, commands, fail, fix::catalogue, pass};

pub(super) const CHECK: Check = Check {
    id: "network/default-route",
    title: "Traffic to Apple has a route",
    why: "Without a route nothing leaves this Mac, and no code prompt comes back.",
    certainty: Certainty::Documented("Apple 101555: code prompts come over the network"),
    fix: &catalogue::CONNECT,
    asks: &[Question::Command(&commands::ROUTE_TO_APPLE), Question::Command(&commands::ROUTE_TO_APPLE_V6)],
    after: &["network/interface-up"],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let over_v4 = routes::interface_of(answers.command(&commands::ROUTE_TO_APPLE)?);
    // A Mac without IPv6 is normal, so a miss here is no miss.
    let over_v6 = answers.command(&commands::ROUTE_TO_APPLE_V6).map_or(Ok(None), routes::interface_of);
    Ok(match (over_v4?, over_v6.ok().flatten()) {
        (Some(name), _) => pass(format!("traffic leaves by {name}")),
        (None, Some(name)) => pass(format!("traffic leaves by {name}, over IPv6 only")),
        (None, None) => fail("no interface carries traffic to Apple").reason("no-route"),
    })
}
