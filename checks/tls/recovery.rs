//! TLS with the page that locked accounts are unlocked on.

use crate::check::after;
use crate::shared::shakes::{self, judge_optional};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue, hosts};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "tls/recovery",
    title: "The recovery page can be reached",
    wrong: "the recovery page cannot be reached ({saw})",
    why: "iforgot.apple.com is the way back in when no code comes at all.",
    certainty: Certainty::Context("it sends no codes; it is the way out"),
    part: Part::Servers,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[shakes::OPTIONAL],
    fix: &catalogue::FIREWALL,
    asks: &[&[hosts::RECOVERY.handshake().question(), hosts::IDMSA.handshake().by_proxy().question()]],
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
    judge_optional(answers, &[hosts::RECOVERY])
}
