//! TLS with the hosts a sign-in needs.

use crate::hosts::SIGN_IN;
use crate::read::shakes;
use crate::{Answers, Certainty, Check, Miss, Verdict, fail, fix::catalogue, hosts, pass};

pub(super) const CHECK: Check = Check {
    id: "tls/sign-in",
    title: "The sign-in servers can be reached",
    why: "Without them no sign-in gets as far as asking for a code, and none can be requested.",
    certainty: Certainty::Documented("Apple 101555 lists these hosts for Apple Account"),
    fix: &catalogue::FIREWALL,
    asks: &[
        hosts::GSA.handshake().question(),
        hosts::GSAS.handshake().question(),
        hosts::IDMSA.handshake().question(),
        hosts::ACCOUNT.handshake().question(),
        hosts::SETUP.handshake().question(),
    ],
    after: &["network/interface-up", "network/default-route", "network/internet", "dns/sign-in"],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let mut bad = Vec::new();
    for host in SIGN_IN {
        if let Err(failure) = &answers.handshake(host.handshake())?.result {
            bad.push((host.name, shakes::in_words(failure)));
        }
    }
    let Some((host, what)) = bad.first() else {
        return Ok(pass(format!("{} of {} answer", SIGN_IN.len(), SIGN_IN.len())));
    };
    let mut verdict = fail(format!("{host}: {what}; {} of {} answer", SIGN_IN.len() - bad.len(), SIGN_IN.len()))
        .reason("unreachable");
    for (host, what) in &bad {
        verdict = verdict.evidence(*host, what.clone());
    }
    Ok(verdict)
}
