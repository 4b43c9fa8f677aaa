//! Whether somebody on the way decrypts and re-signs Apple's traffic.

use crate::check::after;
use crate::hosts::CERTIFIED_QUESTIONS;
use crate::read::foreign::Named;
use crate::read::issuers::Finding;
use crate::shared::shakes::findings;
use crate::{Answers, Certainty, Check, Culprit, Miss, Verdict, fail, fix::catalogue, info, pass, unknown};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "tls/inspection",
    title: "Nobody opens Apple\u{2019}s encrypted traffic",
    wrong: "{who:something on the way} opens and re-signs Apple\u{2019}s encrypted traffic",
    why: "Security software and company networks open HTTPS to look inside (inspection). Apple\u{2019}s services refuse such \
          connections, even where macOS trusts the opener.",
    certainty: Certainty::Documented(
        "Apple 101555: Apple services will fail any connection that uses HTTPS interception",
    ),
    part: Part::Servers,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::fail("inspected"),
        Reason::info("odd-issuer"),
        Reason::unknown("unread"),
        Reason::unknown("no-answer"),
    ]],
    fix: &catalogue::INSPECTION,
    asks: &[CERTIFIED_QUESTIONS],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE, after::INTERNET, after::PACKETS],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let found = findings(answers)?;
    let opened = |finding: &Finding| match finding {
        Finding::Inspected(who) => Some(who.clone()),
        _ => None,
    };
    let by: Vec<(&str, Named)> = found.iter().filter_map(|(host, finding)| Some((*host, opened(finding)?))).collect();
    if let Some((_, who)) = by.first() {
        let who = Culprit::from(who.clone());
        let saw = format!("{} re-signs {} of {} connections", who.in_a_sentence(), by.len(), found.len());
        let verdict = fail(saw).reason("inspected").culprit(who);
        return Ok(by
            .into_iter()
            .fold(verdict, |verdict, (host, who)| verdict.blames(host).evidence(host, format!("issued by {who}"))));
    }
    let odd = found.iter().find_map(|(host, finding)| match finding {
        Finding::OddIssuer(who) => Some((host, who)),
        _ => None,
    });
    let unread = found.iter().filter(|(_, finding)| matches!(finding, Finding::Unreadable(_))).count();
    Ok(match odd {
        _ if found.is_empty() => unknown("no server answered").reason("no-answer"),
        _ if unread > 0 => {
            unknown(format!("{unread} of {} certificates are of a form that cannot be read", found.len()))
                .reason("unread")
        }
        Some((host, who)) => info(format!("{host} has a certificate of {who}, which is new"))
            .reason("odd-issuer")
            .evidence(*host, who.to_string()),
        None => pass(format!("{} certificates are Apple\u{2019}s own", found.len())),
    })
}
