//! Whether a tunnel stands between this Mac and Apple.

use crate::read::routes;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, commands, fix::catalogue, info, pass};

pub(super) const CHECK: Check = Check {
    id: "vpn/active",
    title: "Apple's traffic does not go through a VPN",
    why: "A VPN may block or slow the push connection. It is a suspect only while something is unreachable.",
    certainty: Certainty::Plausible("universal advice; no report is known that proves it"),
    fix: &catalogue::VPN,
    asks: &[Question::Command(&commands::ROUTE_TO_APPLE)],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    Ok(match routes::interface_of(answers.command(&commands::ROUTE_TO_APPLE)?)? {
        Some(name) if routes::is_tunnel(&name) => info(format!("it goes through {name}")).reason("full-tunnel"),
        _ => pass("none"),
    })
}
