//! Whether the certificates of Apple's servers are good here and now.

use crate::hosts::CERTIFIED_QUESTIONS;
use crate::read::issuers::Finding;
use crate::read::shakes::findings;
use crate::{Answers, Certainty, Check, Miss, Verdict, fail, fix::catalogue, info, pass, unknown};

pub(super) const CHECK: Check = Check {
    id: "tls/certificates",
    title: "The certificates of Apple\u{2019}s servers are valid",
    why: "A certificate that is out of date, or another server\u{2019}s, ends every connection: by a wrong clock, an old system, \
          or a fault at Apple.",
    certainty: Certainty::Documented("Apple 101555 lists the hosts for certificate checks"),
    fix: &catalogue::CLOCK,
    asks: CERTIFIED_QUESTIONS,
    after: &[
        "network/interface-up",
        "network/default-route",
        "dns/resolver",
        "dns/hosts-file",
        "dns/sinkhole",
        "network/internet",
        "network/full-packets",
        "clock/offset",
        "tls/inspection",
    ],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let found = findings(answers)?;
    let bad: Vec<(&str, &'static str, String)> = found
        .iter()
        .filter_map(|(host, finding)| trouble(finding).map(|(reason, words)| (*host, reason, words)))
        .collect();
    let Some((host, reason, words)) = bad.first() else { return Ok(without_trouble(&found)) };
    let mut verdict = fail(format!("{host}: {words}")).reason(reason);
    match *reason {
        "other-server" => verdict = verdict.fix(&catalogue::DNS),
        "untrusted" => verdict = verdict.fix(&catalogue::UPDATE),
        "revoked" => verdict = verdict.fix(&catalogue::WAIT),
        _ => {}
    }
    for (host, _, words) in &bad {
        verdict = verdict.evidence(*host, words.clone());
    }
    Ok(verdict)
}

fn trouble(finding: &Finding) -> Option<(&'static str, String)> {
    Some(match finding {
        Finding::Expired => ("expired", "its certificate has expired".into()),
        Finding::NotYetValid => ("not-yet-valid", "its certificate is not valid yet".into()),
        Finding::OtherServer(name) if name.is_empty() => ("other-server", "another server answers".into()),
        Finding::OtherServer(name) => ("other-server", format!("another server answers ({name})")),
        Finding::Revoked => ("revoked", "its certificate was revoked".into()),
        Finding::Inspected(who) => ("inspected", format!("its certificate is not Apple\u{2019}s but {who}\u{2019}s")),
        Finding::Untrusted(why) => ("untrusted", why.clone()),
        _ => return None,
    })
}

fn without_trouble(found: &[(&str, Finding)]) -> Verdict {
    let count = |wanted: &Finding| found.iter().filter(|(_, finding)| finding == wanted).count();
    let (undecided, foreign) = (count(&Finding::Undecided), count(&Finding::RootNotCarried));
    if found.is_empty() {
        unknown("no server answered").reason("no-answer")
    } else if undecided > 0 {
        unknown(format!("this system did not judge {undecided} of {} in time", found.len())).reason("undecided")
    } else if foreign > 0 {
        info("this system does not carry Apple\u{2019}s root; a Mac does").reason("root-not-carried")
    } else {
        pass(format!("{} of {}", found.len(), found.len()))
    }
}
