//! TLS with the page that locked accounts are unlocked on.

use crate::read::shakes::judge_optional;
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue, hosts};

pub(super) const CHECK: Check = Check {
    id: "tls/recovery",
    title: "The recovery page can be reached",
    why: "iforgot.apple.com is the way back in when no code comes at all.",
    certainty: Certainty::Context("it sends no codes; it is the way out"),
    fix: &catalogue::FIREWALL,
    asks: &[hosts::RECOVERY.handshake().question(), hosts::IDMSA.handshake().by_proxy().question()],
    after: &[
        "network/interface-up",
        "network/default-route",
        "dns/resolver",
        "dns/hosts-file",
        "dns/sinkhole",
        "network/internet",
        "network/full-packets",
        "tls/inspection",
    ],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    judge_optional(answers, &[hosts::RECOVERY])
}
