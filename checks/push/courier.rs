//! The push couriers, on their own port and on the fallback.

use crate::check::after;
use crate::hosts::{COURIER_FALLBACK_PORT, COURIER_PORT, courier};
use crate::shared::shakes::{Reached, only_by_proxy, reached};
use crate::{Answers, Certainty, Check, Handshake, Miss, Verdict, fail, fix::catalogue, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "push/courier",
    title: "Apple\u{2019}s push servers can be reached",
    wrong: "Apple\u{2019}s push servers cannot be reached (ports 5223 and 443)",
    why: "The prompt that shows a code is pushed over a connection to one of them (Apple calls them couriers). Without it this Mac stays silent, \
          though a code can still be made on it.",
    certainty: Certainty::Documented("Apple 102266: TCP 5223, with 443 as the fallback"),
    part: Part::PushServers,
    effect: Effect::Stops,
    role: Role::Needed("whether Apple\u{2019}s push servers answer"),
    normal: None,
    reasons: &[&[
        Reason::fail("unreachable"),
        Reason::fail("forbidden")
            .wrong("something on this Mac forbids connections to Apple\u{2019}s push servers")
            .fix(&catalogue::FILTER),
        Reason::fail("inspected"),
        Reason::warn("fallback-only").does(Effect::Nothing),
        Reason::info("only-by-proxy"),
    ]],
    fix: &catalogue::FIREWALL,
    asks: &[&[
        MAIN[0].question(),
        MAIN[1].question(),
        MAIN[2].question(),
        FALLBACK[0].question(),
        FALLBACK[1].question(),
        BY_PROXY.question(),
    ]],
    after: &[
        after::LINK,
        after::RESOLVER,
        after::HOSTS_FILE,
        after::SINKHOLE,
        after::INTERNET,
        after::PACKETS,
        after::OPENED,
        &["dns/apple-push"],
    ],
    judge,
};

const MAIN: &[Handshake] = &[courier(0, COURIER_PORT), courier(1, COURIER_PORT), courier(2, COURIER_PORT)];
const FALLBACK: &[Handshake] = &[courier(0, COURIER_FALLBACK_PORT), courier(1, COURIER_FALLBACK_PORT)];
/// The fallback goes through the system's proxy where one is set (Apple 102266).
const BY_PROXY: Handshake = courier(0, COURIER_FALLBACK_PORT).by_proxy();

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let main = reached(answers, MAIN);
    if let Ok(main) = &main
        && main.good > 0
    {
        return Ok(pass(format!("{} of {} answer on port 5223", main.good, main.all)));
    }
    let fallback = reached(answers, FALLBACK)?;
    let main = main?;
    let verdict = if fallback.good > 0 {
        warn("port 5223 is blocked; the fallback on 443 answers").reason("fallback-only")
    } else if answers.handshake(BY_PROXY).is_ok_and(|report| report.result.is_ok()) {
        only_by_proxy()
    } else {
        fail("none answers, neither on port 5223 nor on 443").reason(reason(&main, &fallback))
    };
    let bad = main.bad.into_iter().map(|bad| (5223, bad)).chain(fallback.bad.into_iter().map(|bad| (443, bad)));
    Ok(bad.fold(verdict, |verdict, (port, (host, trouble))| verdict.evidence(format!("{host}:{port}"), trouble.words)))
}

/// What all of them have in common.
fn reason(main: &Reached, fallback: &Reached) -> &'static str {
    let all = |reason: &&str| main.bad.iter().chain(&fallback.bad).all(|(_, trouble)| trouble.reason == *reason);
    ["forbidden", "inspected"].into_iter().find(all).unwrap_or("unreachable")
}
