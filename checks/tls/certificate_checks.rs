//! The hosts where systems ask whether certificates were revoked.

use crate::check::after;
use crate::hosts::{IDMSA, OCSP, OCSP2, VALID};
use crate::shared::names::proxy_carries;
use crate::shared::shakes::{only_by_proxy, trouble};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "tls/certificate-checks",
    title: "Certificates can be checked",
    wrong: "certificates cannot be checked ({saw})",
    why: "macOS asks these hosts about certificates. Where they are blocked, programs start and connect slowly.",
    certainty: Certainty::Context("Apple 101555 lists the hosts; that codes suffer is not known"),
    part: Part::Servers,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::warn("none"), Reason::warn("some"), Reason::info("only-by-proxy")]],
    fix: &catalogue::FIREWALL,
    asks: &[&[
        Question::Fetch(&OCSP),
        OCSP2.handshake().question(),
        VALID.handshake().question(),
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
