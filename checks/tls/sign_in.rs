//! TLS with the hosts a sign-in needs.

use crate::check::after;
use crate::hosts::{ACCOUNT, GSA, GSAS, IDMSA, SETUP, SIGN_IN};
use crate::shared::shakes::{self, judge_required};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "tls/sign-in",
    title: "The sign-in servers can be reached",
    wrong: "Apple\u{2019}s sign-in servers cannot be reached ({saw})",
    why: "Without them no sign-in gets as far as asking for a code, and none can be requested.",
    certainty: Certainty::Documented("Apple 101555 lists them, but gsas.apple.com, which public programs name"),
    part: Part::Servers,
    effect: Effect::Stops,
    role: Role::Needed("whether Apple\u{2019}s sign-in servers answer"),
    normal: None,
    reasons: &[shakes::TROUBLES, shakes::REQUIRED],
    fix: &catalogue::FIREWALL,
    asks: &[&[
        GSA.handshake().question(),
        GSAS.handshake().question(),
        IDMSA.handshake().question(),
        ACCOUNT.handshake().question(),
        SETUP.handshake().question(),
        IDMSA.handshake().by_proxy().question(),
    ]],
    after: &[
        after::LINK,
        after::RESOLVER,
        after::HOSTS_FILE,
        after::SINKHOLE,
        after::INTERNET,
        after::PACKETS,
        after::OPENED,
        &["dns/sign-in"],
    ],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    judge_required(answers, SIGN_IN, "not all of Apple\u{2019}s sign-in servers answer ({saw})")
}
