//! Whether packets of full size arrive: the sign of a wrong packet size (MTU) on the way.

use crate::check::after;
use crate::facts::HandshakeFailure;
use crate::hosts::{ACCOUNT, COURIER_PORT, GSA, GSAS, IDMSA, SETUP, courier};
use crate::shared::names::proxy_carries;
use crate::{Answers, Certainty, Check, Fix, Handshake, Miss, Risk, Verdict, fail, fix::step, pass, skip, unknown};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "network/full-packets",
    title: "Packets of full size arrive",
    wrong: "{saw}",
    why: "Connections are made with small packets, certificates come in large ones. Where a tunnel or router loses the large \
          ones, every connection stands and then says nothing.",
    certainty: Certainty::Reported(
        "common with tunnels; macOS itself looks for it (net.inet.tcp.pmtud_blackhole_detection)",
    ),
    part: Part::Internet,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::fail("stalled"),
        Reason::skip("only-by-proxy"),
        Reason::unknown("swallowed"),
        Reason::unknown("no-answer"),
    ]],
    fix: &FIX,
    asks: &[&[
        HANDSHAKES[0].question(),
        HANDSHAKES[1].question(),
        HANDSHAKES[2].question(),
        HANDSHAKES[3].question(),
        HANDSHAKES[4].question(),
        HANDSHAKES[5].question(),
        HANDSHAKES[6].question(),
        IDMSA.handshake().by_proxy().question(),
    ]],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE, after::INTERNET, after::FAMILIES],
    judge,
};

const FIX: Fix = Fix {
    id: "full-packets",
    title: "Leave the VPN, or use another network",
    first: None,
    steps: &[
        step("A VPN is on: disconnect it for a minute. Its packet size (MTU) may not fit this network."),
        step("Restart the router."),
        step("To get in now, use another network, for instance your phone\u{2019}s hotspot."),
        step(
            "Who runs this network: let ICMP \u{201c}fragmentation needed\u{201d} through, or lower the MTU; see also whether a firewall drops TLS.",
        ),
    ],
    links: &[],
    command: None,
    article: Some("102281"),
    risk: Risk::Safe,
    confirm: "Run codesent again: the sign-in servers answer.",
};

const HANDSHAKES: &[Handshake] = &[
    GSA.handshake(),
    GSAS.handshake(),
    IDMSA.handshake(),
    ACCOUNT.handshake(),
    SETUP.handshake(),
    courier(0, COURIER_PORT),
    courier(1, COURIER_PORT),
];

/// Fewer than these may be the servers\u{2019} own fault.
const ENOUGH: usize = 3;

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let (mut stalled, mut swallowed, mut finished, mut missing) = (0, 0, 0, None);
    for to in HANDSHAKES {
        match answers.handshake(*to) {
            Ok(report) => match &report.result {
                Ok(_) => finished += 1,
                Err(HandshakeFailure::Stalled) => stalled += 1,
                // Small answers do not come back either: it is not the size.
                Err(HandshakeFailure::Swallowed) => swallowed += 1,
                Err(_) => {}
            },
            Err(miss) => missing = missing.or(Some(miss)),
        }
    }
    Ok(match (finished, stalled) {
        (1.., _) => pass("certificates arrive whole"),
        (0, ENOUGH..) if swallowed < ENOUGH => fail("connections stand, then nothing arrives").reason("stalled"),
        _ if swallowed > 0 => unknown("small answers do not arrive either").reason("swallowed"),
        _ if proxy_carries(answers) => skip("only the proxy leads out").reason("only-by-proxy"),
        _ => return missing.map_or_else(|| Ok(unknown("no connection stood").reason("no-answer")), Err),
    })
}
