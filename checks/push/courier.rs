//! The push couriers, on their own port and on the fallback.

use crate::facts::HandshakeReport;
use crate::hosts::{COURIER_FALLBACK_PORT, COURIER_NAME, COURIER_PORT, COURIERS};
use crate::{Answers, Certainty, Check, Handshake, Miss, Verdict, fail, fix::catalogue, pass, warn};

pub(super) const CHECK: Check = Check {
    id: "push/courier",
    title: "The push couriers can be reached",
    why: "The prompt that shows a code is pushed over a connection to one of them. Without it this Mac stays silent, \
          though a code can still be made on it.",
    certainty: Certainty::Documented("Apple 102266: TCP 5223, with 443 as the fallback"),
    fix: &catalogue::FIREWALL,
    asks: &[
        courier(0, COURIER_PORT).question(),
        courier(1, COURIER_PORT).question(),
        courier(2, COURIER_PORT).question(),
        courier(0, COURIER_FALLBACK_PORT).question(),
        courier(1, COURIER_FALLBACK_PORT).question(),
    ],
    after: &["network/interface-up", "network/default-route", "network/internet", "dns/apple-push"],
    judge,
};

/// A handshake without ALPN: then the courier shows a public chain, and finishing it is the proof.
const fn courier(at: usize, port: u16) -> Handshake {
    Handshake::to(COURIERS[at], port).named(COURIER_NAME)
}

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let count = |reports: &[&HandshakeReport]| reports.iter().filter(|report| report.result.is_ok()).count();
    let main = [0, 1, 2].map(|at| answers.handshake(courier(at, COURIER_PORT)));
    let fallback = [0, 1].map(|at| answers.handshake(courier(at, COURIER_FALLBACK_PORT)));
    let main: Vec<&HandshakeReport> = main.into_iter().collect::<Result<_, _>>()?;
    if count(&main) > 0 {
        return Ok(pass(format!("{} of {} answer on port 5223", count(&main), main.len())));
    }
    let fallback: Vec<&HandshakeReport> = fallback.into_iter().collect::<Result<_, _>>()?;
    Ok(if count(&fallback) > 0 {
        warn("port 5223 is blocked; the fallback on 443 answers").reason("fallback-only")
    } else {
        fail("no courier answers, neither on 5223 nor on 443").reason("unreachable")
    })
}
