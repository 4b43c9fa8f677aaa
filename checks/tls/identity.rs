//! TLS with the servers behind Messages and FaceTime.

use crate::read::shakes::judge_optional;
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue, hosts};

pub(super) const CHECK: Check = Check {
    id: "tls/identity",
    title: "The Messages and FaceTime servers can be reached",
    why: "Messages and FaceTime sign in through them. A code does not need them.",
    certainty: Certainty::Reported("filters that stopped them stopped Messages and FaceTime (zen-desktop #624)"),
    fix: &catalogue::FIREWALL,
    asks: &[
        hosts::INIT_ESS.handshake().question(),
        hosts::IDENTITY_ESS.handshake().question(),
        hosts::PROFILE_ESS.handshake().question(),
        hosts::QUERY_ESS.handshake().question(),
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
    ],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    judge_optional(answers, hosts::IDENTITY)
}
