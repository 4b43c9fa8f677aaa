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
/// A handshake is some five kilobytes. What it takes beyond its round trips is what the line takes for these, four handshakes
/// at a time: more than this below some 40 kilobytes a second.
const HELD_UP_MS: u64 = 500;

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let (mut times, mut shakes, mut missing) = (Vec::new(), Vec::new(), None);
    for to in HANDSHAKES {
        match answers.handshake(*to) {
            Ok(report) => {
                let Some(attempt) = report.connected() else { continue };
                times.push((attempt.ms, to.host));
                if let Ok(shaken) = &report.result {
                    let round_trips = if shaken.version == "TLSv1.3" { 1 } else { 2 };
                    shakes.push((shaken.ms.saturating_sub(attempt.ms * round_trips), shaken.ms));
                }
            }
            Err(miss) => missing = missing.or(Some(miss)),
        }
    }
    times.sort_unstable();
    shakes.sort_unstable();
    if times.is_empty() && proxy_carries(answers) {
        return Ok(skip("only the proxy leads out").reason("only-by-proxy"));
    }
    let (Some(middle), Some((slowest, host))) = (times.get(times.len() / 2), times.last()) else {
        return missing.map_or_else(|| Ok(unknown("no connection stood").reason("no-answer")), Err);
    };
    let verdict = if middle.0 >= SLOW_MS {
        warn(format!("a connection takes {} ms", middle.0)).reason("slow")
    } else if let Some((held_up, shake)) = shakes.get(shakes.len() / 2)
        && *held_up >= HELD_UP_MS
    {
        warn(format!("the line is narrow or loses much: a TLS handshake takes {shake} ms")).reason("slow")
    } else if *slowest >= SLOW_MS {
        info(format!("{host} alone takes {slowest} ms")).reason("one-slow")
    } else {
        pass(format!("a connection takes {} ms", middle.0))
    };
    Ok(times.iter().fold(verdict, |verdict, (ms, host)| verdict.evidence(*host, format!("{ms} ms"))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Attempt, ConnectOutcome, HandshakeReport, Shaken, Trust};
    use crate::testing::Mac;
    use crate::{Answer, Status};

    fn said(version: &str, connection: u64, shake: u64) -> Status {
        let attempt = Attempt { address: [17, 1, 2, 3].into(), outcome: ConnectOutcome::Connected, ms: connection };
        let shaken = Shaken { version: version.into(), chain: Vec::new(), trust: Trust::Trusted, ms: shake };
        let report = HandshakeReport { attempts: vec![attempt], result: Ok(shaken) };
        let say = |mac: Mac, to: &Handshake| mac.says(&to.question(), Ok(Answer::Handshake(report.clone())));
        judge(&HANDSHAKES.iter().fold(Mac::of("15.1"), say).answers()).unwrap().status
    }

    #[test]
    fn a_way_that_is_long_or_narrow_is_said_to_be_slow() {
        let new = |connection, shake| said("TLSv1.3", connection, shake);
        assert_eq!(new(20, 80), Status::Pass);
        // A satellite, with both versions of TLS.
        assert_eq!((new(600, 610), said("TLSv1.2", 600, 1230)), (Status::Pass, Status::Pass));
        // 64, 24 and 8 kB/s, and 16 kB/s far away.
        assert_eq!((new(104, 330), new(110, 840)), (Status::Pass, Status::Warn));
        assert_eq!((new(780, 2745), new(610, 1355)), (Status::Warn, Status::Warn));
        assert_eq!(new(1210, 1220), Status::Warn);
    }
}
