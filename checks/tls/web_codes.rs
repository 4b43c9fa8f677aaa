//! TLS with the hosts that sign-in in a browser needs beside the sign-in servers.

use crate::check::after;
use crate::shared::shakes::{self, judge_optional};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue, hosts};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "tls/web-codes",
    title: "The hosts for sign-in in a browser can be reached",
    wrong: "the hosts for sign-in in a browser cannot be reached ({saw})",
    why: "Since 2026 Apple\u{2019}s web page reaches the trusted device over one of them, and takes its scripts from the other.",
    certainty: Certainty::Reported(
        "two independent public programs use the first; a filter list broke pages by the second",
    ),
    part: Part::Servers,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[shakes::OPTIONAL],
    fix: &catalogue::FIREWALL,
    asks: &[&[
        hosts::WEBSOCKET.handshake().question(),
        hosts::SIGN_IN_PAGES.handshake().question(),
        hosts::IDMSA.handshake().by_proxy().question(),
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

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    judge_optional(answers, &[hosts::WEBSOCKET, hosts::SIGN_IN_PAGES])
}
