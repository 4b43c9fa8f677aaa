//! TLS with the hosts that sign-in in a browser needs beside the sign-in servers.

use crate::read::shakes::judge_optional;
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue, hosts};

pub(super) const CHECK: Check = Check {
    id: "tls/web-codes",
    title: "The hosts for sign-in in a browser can be reached",
    why: "Since 2026 Apple\u{2019}s web page reaches the trusted device over one of them, and takes its scripts from the other.",
    certainty: Certainty::Reported(
        "two independent public programs use the first; a filter list broke pages by the second",
    ),
    fix: &catalogue::FIREWALL,
    asks: &[
        hosts::WEBSOCKET.handshake().question(),
        hosts::SIGN_IN_PAGES.handshake().question(),
        hosts::IDMSA.handshake().by_proxy().question(),
    ],
    after: &[
        "network/interface-up",
        "network/default-route",
        "dns/resolver",
        "dns/hosts-file",
        "dns/sinkhole",
        "network/internet",
        "network/full-packets",
        "tls/inspection",
        "dns/apple-push",
    ],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    judge_optional(answers, &[hosts::WEBSOCKET, hosts::SIGN_IN_PAGES])
}
