//! Whether IPv4 and IPv6 both carry traffic, where they are there.

use crate::check::after;
use crate::facts::{ConnectOutcome, HandshakeFailure, HandshakeReport};
use crate::hosts::{IDMSA, WWW};
use crate::shared::names::proxy_carries;
use crate::{
    Answers, Certainty, Check, Family, Fix, Miss, Risk, Verdict, fix::Versions, fix::step, fix::step_on, info, pass,
    skip, unknown, warn,
};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "network/ip-families",
    title: "Neither IPv4 nor IPv6 is broken",
    wrong: "{saw}",
    why: "Programs try both and hide a broken one; the push service, which runs for weeks, may hang on it.",
    certainty: Certainty::Plausible("Tailscale #19036 saw routes without traffic; that push hangs on them is a guess"),
    part: Part::Internet,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::warn("ipv6-broken"),
        Reason::warn("ipv4-broken"),
        Reason::info("ipv6-only"),
        Reason::skip("only-by-proxy"),
        Reason::unknown("no-answer"),
    ]],
    fix: &FIX,
    asks: &[&[
        WWW.handshake().over(Family::V4).question(),
        WWW.handshake().over(Family::V6).question(),
        IDMSA.handshake().by_proxy().question(),
    ]],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE, after::INTERNET, after::PACKETS],
    judge,
};

const FIX: Fix = Fix {
    id: "ip-families",
    title: "Restart the router, or do without IPv6 for a test",
    steps: &[
        step("Restart the router; broken IPv6 mostly comes from there or from the provider."),
        step_on(
            Versions::since(13, 0),
            "For a test: System Settings > Network > your connection > Details > TCP/IP > Configure IPv6: Link-Local Only.",
        ),
        step_on(
            Versions::before(13, 0),
            "For a test: System Preferences > Network > your connection > Advanced > TCP/IP > Configure IPv6: Link-local only.",
        ),
        step("Set it back to Automatically afterwards."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Run codesent again: both families answer, or only one is there.",
};

enum Way {
    Works,
    Absent,
    Broken(&'static str),
}

fn way(report: &HandshakeReport) -> Way {
    let all = |outcome| report.attempts.iter().all(|attempt| attempt.outcome == outcome);
    match &report.result {
        Err(HandshakeFailure::Lookup(_)) => Way::Absent,
        // The system itself knows no way: nothing is tried, nothing waits.
        Err(HandshakeFailure::Connect) if all(ConnectOutcome::Unreachable) => Way::Absent,
        Err(HandshakeFailure::Connect) => Way::Broken("connections get no answer"),
        // Small packets arrive, large ones do not.
        Err(HandshakeFailure::Stalled | HandshakeFailure::Swallowed) => Way::Broken("connections stall"),
        // Whatever TLS says, packets came back.
        _ => Way::Works,
    }
}

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let v4 = way(answers.handshake(WWW.handshake().over(Family::V4))?);
    let v6 = way(answers.handshake(WWW.handshake().over(Family::V6))?);
    Ok(match (v4, v6) {
        (Way::Works, Way::Works) => pass("both answer"),
        (Way::Works, Way::Absent) => pass("IPv4 answers; there is no IPv6"),
        (Way::Absent, Way::Works) => info("only IPv6 is there, and it answers").reason("ipv6-only"),
        (Way::Works, Way::Broken(how)) => warn(format!("IPv6 is broken: {how}")).reason("ipv6-broken"),
        (Way::Broken(how), Way::Works) => warn(format!("IPv4 is broken: {how}")).reason("ipv4-broken"),
        _ if proxy_carries(answers) => skip("only the proxy leads out").reason("only-by-proxy"),
        _ => unknown("www.apple.com answers over neither").reason("no-answer"),
    })
}
