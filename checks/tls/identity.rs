//! TLS with the servers behind Messages and FaceTime.

use crate::check::after;
use crate::shared::shakes::{self, judge_optional};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue, hosts};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "tls/identity",
    title: "The Messages and FaceTime servers can be reached",
    wrong: "the Messages and FaceTime servers cannot be reached ({saw})",
    why: "Messages and FaceTime sign in through them. A code does not need them.",
    certainty: Certainty::Reported("filters that stopped them stopped Messages and FaceTime (zen-desktop #624)"),
    part: Part::Servers,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[shakes::OPTIONAL],
    fix: &catalogue::FIREWALL,
    asks: &[&[
        hosts::INIT_ESS.handshake().question(),
        hosts::IDENTITY_ESS.handshake().question(),
        hosts::PROFILE_ESS.handshake().question(),
        hosts::QUERY_ESS.handshake().question(),
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
    ],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    judge_optional(answers, hosts::IDENTITY)
}
