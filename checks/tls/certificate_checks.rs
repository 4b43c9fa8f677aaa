//! The hosts where systems ask whether certificates were revoked.

use crate::hosts::{IDMSA, OCSP, OCSP2, VALID};
use crate::read::names::proxy_carries;
use crate::read::shakes::{only_by_proxy, trouble};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, pass, warn};

pub(super) const CHECK: Check = Check {
    id: "tls/certificate-checks",
    title: "Certificates can be checked",
    why: "macOS asks these hosts about certificates. Where they are blocked, programs start and connect slowly.",
    certainty: Certainty::Context("Apple 101555 lists the hosts; that codes suffer is not known"),
    fix: &catalogue::FIREWALL,
    asks: &[
        Question::Fetch(&OCSP),
        OCSP2.handshake().question(),
        VALID.handshake().question(),
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
    ],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let mut bad = Vec::new();
    // Any answer will do: without a certificate to ask about it is an error page.
    if let Err(failure) = &answers.fetch(&OCSP)?.result {
        bad.push(("ocsp.apple.com", failure.to_string()));
    }
    for host in [OCSP2, VALID] {
        if let Some(trouble) = trouble(answers.handshake(host.handshake())?, answers.on_a_mac()) {
            bad.push((host.name, trouble.words));
        }
    }
    let verdict = match bad.first() {
        None => return Ok(pass("all 3 answer")),
        Some(_) if bad.len() == 3 && proxy_carries(answers) => return Ok(only_by_proxy()),
        Some((host, words)) if bad.len() == 3 => warn(format!("none answers; {host}: {words}")).reason("none"),
        Some((host, words)) => warn(format!("{host}: {words}; {} of 3 answer", 3 - bad.len())).reason("some"),
    };
    Ok(bad.into_iter().fold(verdict, |verdict, (host, words)| verdict.evidence(host, words)))
}
