//! The built-in firewall.

use crate::check::breaks;
use crate::commands::{DNS, FIREWALL, PROXY};
use crate::read::{scutil_dns, scutil_proxy};
use crate::shared::tunnels::{self, Grade, Signs};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass};
use crate::{Effect, Part, Reason, Role};
use std::net::IpAddr;

pub(super) const CHECK: Check = Check {
    id: "filters/firewall",
    title: "The firewall stops no codes",
    wrong: "macOS\u{2019}s own firewall may hold a program on this Mac back ({saw})",
    why: "It looks at connections that come in, and this Mac makes the push connection itself, so by itself it stops no code. \
          It can silence a program on this Mac that answers names, carries a VPN or is a proxy; then it is a suspect.",
    certainty: Certainty::Reported(
        "a local resolver was silent while it was on (nextdns 971); so was a tunnel\u{2019}s extension",
    ),
    part: Part::Between,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::info("local-dns").suspects(FIREWALL_OF_MACOS, breaks::NAMES),
        Reason::info("local-proxy").suspects(FIREWALL_OF_MACOS, breaks::PROXIED),
        Reason::info("block-all-and-tunnel").suspects(FIREWALL_OF_MACOS, breaks::TRAFFIC),
        Reason::pass("block-all"),
    ]],
    fix: &catalogue::FILTER,
    asks: &[&[Question::Command(&FIREWALL), Question::Command(&DNS), Question::Command(&PROXY)], tunnels::ASKS],
    after: &[],
    judge,
};

const FIREWALL_OF_MACOS: &str = "macOS\u{2019}s own firewall";

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let text = &answers.command(&FIREWALL)?.stdout;
    let state = text.split_once("State = ").map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).collect());
    let state: String = state.unwrap_or_default();
    let blocks_all = match state.as_str() {
        "0" => return Ok(pass("it is off")),
        "1" => false,
        "2" => true,
        _ => return Err(Miss::Unreadable("`socketfilterfw` names no state".into())),
    };
    let how = if blocks_all {
        "macOS\u{2019}s own firewall blocks all that comes in"
    } else {
        "macOS\u{2019}s own firewall is on"
    };
    let dns = answers.command(&DNS).and_then(scutil_dns::read).unwrap_or_default();
    let proxy = answers.command(&PROXY).and_then(scutil_proxy::read).unwrap_or_default();
    let tunnel = || tunnels::decide(&Signs::of(answers)).map_or(Grade::None, |tunnel| tunnel.grade);
    Ok(if scutil_dns::default_servers(&dns).iter().any(IpAddr::is_loopback) {
        info(format!("{how}, and a program on this Mac answers names")).reason("local-dns")
    } else if proxy.for_https().is_some_and(|proxy| proxy.is_local()) {
        info(format!("{how}, and the proxy is a program on this Mac")).reason("local-proxy")
    } else if blocks_all && matches!(tunnel(), Grade::Full | Grade::Active) {
        // A mesh that answers names is held back as well (tailscale 13511).
        info(format!("{how}, and a VPN is up")).reason("block-all-and-tunnel")
    } else if blocks_all {
        pass("it blocks incoming connections only").reason("block-all")
    } else {
        pass("it is on, for incoming connections only")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    #[test]
    fn every_state_passes_and_no_state_is_unknown() {
        let verdict = |text: &str| Mac::of("15.2").prints(&FIREWALL, text).judged(&CHECK);
        for text in ["Firewall is enabled. (State = 1)\n", "Firewall is disabled. (State = 0)\n", "x (State = 2)"] {
            assert_eq!(verdict(text).unwrap().status, Status::Pass, "{text}");
        }
        assert!(verdict("socketfilterfw: what").is_err());
    }
}
