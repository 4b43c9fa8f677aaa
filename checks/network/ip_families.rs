//! Whether IPv4 and IPv6 both carry traffic, where they are there.

use crate::check::{after, handshakes};
use crate::facts::{ConnectOutcome, HandshakeFailure, HandshakeReport};
use crate::hosts::{ACCOUNT, COURIER_FALLBACK_PORT, COURIER_PORT, GSA, GSAS, IDMSA, SETUP, WWW, courier};
use crate::shared::names::proxy_carries;
use crate::{
    Answers, Certainty, Check, Family, Fix, Handshake, Miss, Risk, Verdict, fail, fix::Versions, fix::step,
    fix::step_on, info, pass, skip, unknown, warn,
};
use crate::{Effect, Part, Reason, Role};
use std::net::IpAddr;

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
        Reason::fail("ipv6-stops").does(Effect::Stops),
        Reason::fail("ipv4-stops").does(Effect::Stops),
        Reason::warn("ipv6-broken"),
        Reason::warn("ipv4-broken"),
        Reason::info("ipv6-only"),
        Reason::skip("only-by-proxy"),
        Reason::skip("alike"),
        Reason::unknown("no-answer"),
    ]],
    fix: &FIX,
    asks: &[
        &[
            WWW.handshake().over(Family::V4).question(),
            WWW.handshake().over(Family::V6).question(),
            IDMSA.handshake().by_proxy().question(),
        ],
        &handshakes(NEEDED),
    ],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE, after::INTERNET],
    judge,
};

const FIX: Fix = Fix {
    id: "ip-families",
    title: "Restart the router, or do without IPv6 for a test",
    first: None,
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

/// Small packets arrive, large ones do not.
const STALL: &str = "connections stall";

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
        Err(HandshakeFailure::Stalled | HandshakeFailure::Swallowed) => Way::Broken(STALL),
        // Whatever TLS says, packets came back.
        _ => Way::Works,
    }
}

/// What a code hangs on.
const NEEDED: [Handshake; 8] = [
    GSA.handshake(),
    GSAS.handshake(),
    IDMSA.handshake(),
    ACCOUNT.handshake(),
    SETUP.handshake(),
    courier(0, COURIER_PORT),
    courier(1, COURIER_PORT),
    courier(0, COURIER_FALLBACK_PORT),
];

/// The hosts that fail, where each of them failed over this family and over no other; none where nothing failed, or some
/// failed otherwise.
fn stopped(answers: &Answers, family: Family) -> Option<Vec<&'static str>> {
    let of = |address: IpAddr| if address.is_ipv4() { Family::V4 } else { Family::V6 };
    let mut hosts = Vec::new();
    for to in NEEDED {
        let Ok(report) = answers.handshake(to) else { continue };
        let at: Vec<IpAddr> = match (&report.result, report.connected()) {
            (Ok(_), _) => continue,
            (Err(HandshakeFailure::Connect), _) => report.attempts.iter().map(|one| one.address).collect(),
            (Err(HandshakeFailure::Stalled | HandshakeFailure::Swallowed), Some(one)) => vec![one.address],
            _ => return None,
        };
        if at.is_empty() || at.iter().any(|address| of(*address) != family) {
            return None;
        }
        hosts.push(to.host);
    }
    hosts.dedup();
    (!hosts.is_empty()).then_some(hosts)
}

fn stops(saw: String, reason: &'static str, hosts: &[&'static str]) -> Verdict {
    let verdict = fail(saw).reason(reason);
    hosts.iter().fold(verdict, |verdict, host| verdict.blames(host).evidence(*host, "fails over it"))
}

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let v4 = way(answers.handshake(WWW.handshake().over(Family::V4))?);
    let v6 = way(answers.handshake(WWW.handshake().over(Family::V6))?);
    Ok(match (v4, v6) {
        (Way::Works, Way::Works) => pass("both answer"),
        (Way::Works, Way::Absent) => pass("IPv4 answers; there is no IPv6"),
        (Way::Absent, Way::Works) => info("only IPv6 is there, and it answers").reason("ipv6-only"),
        (Way::Works, Way::Broken(how)) if let Some(hosts) = stopped(answers, Family::V6) => {
            stops(format!("IPv6 is broken: {how}; IPv4 is well"), "ipv6-stops", &hosts)
        }
        (Way::Broken(how), Way::Works) if let Some(hosts) = stopped(answers, Family::V4) => {
            stops(format!("IPv4 is broken: {how}; IPv6 is well"), "ipv4-stops", &hosts)
        }
        (Way::Works, Way::Broken(how)) => warn(format!("IPv6 is broken: {how}")).reason("ipv6-broken"),
        (Way::Broken(how), Way::Works) => warn(format!("IPv4 is broken: {how}")).reason("ipv4-broken"),
        (Way::Broken(STALL), Way::Broken(STALL) | Way::Absent) => skip("it is not one family alone").reason("alike"),
        _ if proxy_carries(answers) => skip("only the proxy leads out").reason("only-by-proxy"),
        _ => unknown("www.apple.com answers over neither").reason("no-answer"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Attempt, Shaken, Trust};
    use crate::{Answer, Status, testing::Mac};

    fn report(address: &str, result: Result<(), HandshakeFailure>) -> Answer {
        let outcome = match &result {
            Err(HandshakeFailure::Connect) => ConnectOutcome::NoReply,
            _ => ConnectOutcome::Connected,
        };
        let attempts = vec![Attempt { address: address.parse().unwrap(), outcome, ms: 20 }];
        let shaken = Shaken { version: String::new(), chain: Vec::new(), trust: Trust::Trusted, ms: 1 };
        Answer::Handshake(HandshakeReport { attempts, result: result.map(|()| shaken) })
    }

    fn said(v4: Result<(), HandshakeFailure>, v6: Result<(), HandshakeFailure>, needed: &[Answer]) -> Verdict {
        let mac = Mac::of("15.1")
            .says(&WWW.handshake().over(Family::V4).question(), Ok(report("17.1.2.3", v4)))
            .says(&WWW.handshake().over(Family::V6).question(), Ok(report("2620:149::5", v6)));
        let each = NEEDED.iter().zip(needed.iter().cycle());
        each.fold(mac, |mac, (to, answer)| mac.says(&to.question(), Ok(answer.clone()))).judged(&CHECK).unwrap()
    }

    #[test]
    fn a_dead_family_that_stops_what_codes_need_is_the_reason() {
        let (stalled, dead) = (HandshakeFailure::Stalled, HandshakeFailure::Connect);
        let lost = report("2620:149:a44::9", Err(stalled.clone()));
        let large = said(Ok(()), Err(stalled.clone()), std::slice::from_ref(&lost));
        assert_eq!((large.status, large.reason), (Status::Fail, Some("ipv6-stops")));
        let hole =
            said(Err(dead.clone()), Ok(()), &[report("17.3.4.5", Err(dead.clone())), report("2620:149::6", Ok(()))]);
        assert_eq!((hole.status, hole.reason), (Status::Fail, Some("ipv4-stops")));
        assert!(hole.blames.contains(&GSA.name));
    }

    #[test]
    fn what_fails_over_the_other_family_too_is_not_its_fault() {
        let stalled = HandshakeFailure::Stalled;
        let both = [report("2620:149::6", Err(stalled.clone())), report("17.3.4.5", Err(stalled.clone()))];
        assert_eq!(said(Ok(()), Err(stalled.clone()), &both).reason, Some("ipv6-broken"));
        assert_eq!(said(Ok(()), Err(stalled.clone()), &[report("17.3.4.5", Ok(()))]).reason, Some("ipv6-broken"));
        assert_eq!(said(Ok(()), Ok(()), &both).status, Status::Pass);
    }
}
