//! TLS with the hosts a sign-in needs.

use crate::hosts::{ACCOUNT, GSA, GSAS, IDMSA, SETUP, SIGN_IN};
use crate::read::shakes::judge_required;
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue};

pub(super) const CHECK: Check = Check {
    id: "tls/sign-in",
    title: "The sign-in servers can be reached",
    why: "Without them no sign-in gets as far as asking for a code, and none can be requested.",
    certainty: Certainty::Documented("Apple 101555 lists them, but gsas.apple.com, which public programs name"),
    fix: &catalogue::FIREWALL,
    asks: &[
        GSA.handshake().question(),
        GSAS.handshake().question(),
        IDMSA.handshake().question(),
        ACCOUNT.handshake().question(),
        SETUP.handshake().question(),
        IDMSA.handshake().by_proxy().question(),
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
        "dns/sign-in",
    ],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    judge_required(answers, SIGN_IN)
}
