//! How long connections to Apple take.

use crate::check::after;
use crate::hosts::{COURIER_PORT, GSA, GSAS, IDMSA, SETUP, courier};
use crate::shared::names::proxy_carries;
use crate::{Answers, Certainty, Check, Handshake, Miss, Verdict, fix::catalogue, info, pass, skip, unknown, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "network/quick-enough",
    title: "The way to Apple is quick enough",
    wrong: "the way to Apple is slow ({saw})",
    why: "A sign-in takes dozens of round trips; when each takes a second, its sheets give up before the end.",
    certainty: Certainty::Plausible("follows from how sign-in works; no measurement is published"),
    part: Part::Internet,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::warn("slow"),
        Reason::info("one-slow"),
        Reason::skip("only-by-proxy"),
        Reason::unknown("no-answer"),
    ]],
    fix: &catalogue::CONNECT,
    asks: &[&[
        GSA.handshake().question(),
        GSAS.handshake().question(),
        IDMSA.handshake().question(),
        SETUP.handshake().question(),
        courier(0, COURIER_PORT).question(),
        courier(1, COURIER_PORT).question(),
        IDMSA.handshake().by_proxy().question(),
    ]],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE, after::INTERNET],
    judge,
};

const HANDSHAKES: &[Handshake] = &[
    GSA.handshake(),
    GSAS.handshake(),
    IDMSA.handshake(),
    SETUP.handshake(),
    courier(0, COURIER_PORT),
    courier(1, COURIER_PORT),
];

/// A satellite takes 600 ms; twice that is no longer a way but a fault.
const SLOW_MS: u64 = 1200;

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let (mut times, mut missing) = (Vec::new(), None);
    for to in HANDSHAKES {
        match answers.handshake(*to) {
            Ok(report) => times.extend(report.connected().map(|attempt| (attempt.ms, to.host))),
            Err(miss) => missing = missing.or(Some(miss)),
        }
    }
    times.sort_unstable();
    if times.is_empty() && proxy_carries(answers) {
        return Ok(skip("only the proxy leads out").reason("only-by-proxy"));
    }
    let (Some(middle), Some((slowest, host))) = (times.get(times.len() / 2), times.last()) else {
        return missing.map_or_else(|| Ok(unknown("no connection stood").reason("no-answer")), Err);
    };
    let verdict = if middle.0 >= SLOW_MS {
        warn(format!("a connection takes {} ms", middle.0)).reason("slow")
    } else if *slowest >= SLOW_MS {
        info(format!("{host} alone takes {slowest} ms")).reason("one-slow")
    } else {
        pass(format!("a connection takes {} ms", middle.0))
    };
    Ok(times.iter().fold(verdict, |verdict, (ms, host)| verdict.evidence(*host, format!("{ms} ms"))))
}
