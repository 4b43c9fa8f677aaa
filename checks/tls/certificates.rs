//! Whether the certificates of Apple's servers are good here and now.

use crate::check::after;
use crate::hosts::CERTIFIED_QUESTIONS;
use crate::read::issuers::Finding;
use crate::shared::shakes::findings;
use crate::{Answers, Certainty, Check, Miss, Verdict, fail, fix::catalogue, info, pass, unknown};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "tls/certificates",
    title: "The certificates of Apple\u{2019}s servers are valid",
    wrong: "the certificates of Apple\u{2019}s servers do not hold here ({saw})",
    why: "A certificate that is out of date, or another server\u{2019}s, ends every connection: by a wrong clock, an old system, \
          or a fault at Apple.",
    certainty: Certainty::Documented("Apple 101555 lists the hosts for certificate checks"),
    part: Part::Servers,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::fail("expired"),
        Reason::fail("not-yet-valid"),
        Reason::fail("other-server").fix(&catalogue::DNS),
        Reason::fail("untrusted")
            .fix(&catalogue::UPDATE)
            .first("Sign in on a newer device, or here in Firefox, which brings certificates of its own."),
        Reason::fail("revoked").fix(&catalogue::WAIT),
        Reason::fail("inspected"),
        Reason::info("root-not-carried"),
        Reason::unknown("undecided"),
        Reason::unknown("unread"),
        Reason::unknown("no-answer"),
    ]],
    fix: &catalogue::CLOCK,
    asks: &[CERTIFIED_QUESTIONS],
    after: &[
        after::LINK,
        after::RESOLVER,
        after::HOSTS_FILE,
        after::SINKHOLE,
        after::INTERNET,
        after::PACKETS,
        &["clock/offset"],
        after::OPENED,
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
    for (host, _, words) in &bad {
        verdict = verdict.blames(host).evidence(*host, words.clone());
    }
    Ok(verdict)
}

fn trouble(finding: &Finding) -> Option<(&'static str, String)> {
    Some(match finding {
        Finding::Expired => ("expired", "its certificate has expired".into()),
        Finding::NotYetValid => ("not-yet-valid", "its certificate is not valid yet".into()),
        Finding::OtherServer(None) => ("other-server", "another server answers".into()),
        Finding::OtherServer(Some(name)) => ("other-server", format!("another server answers ({name})")),
        Finding::Revoked => ("revoked", "its certificate was revoked".into()),
        Finding::Inspected(who) => ("inspected", format!("its certificate is not Apple\u{2019}s: {who} issued it")),
        Finding::Untrusted(why) => ("untrusted", why.clone()),
        _ => return None,
    })
}

fn without_trouble(found: &[(&str, Finding)]) -> Verdict {
    let count = |wanted: &Finding| found.iter().filter(|(_, finding)| finding == wanted).count();
    let (undecided, foreign) = (count(&Finding::Undecided), count(&Finding::RootNotCarried));
    // What this Mac itself trusts is good enough for whoever asks this Mac.
    let unread = count(&Finding::Unreadable(false));
    if found.is_empty() {
        unknown("no server answered").reason("no-answer")
    } else if undecided > 0 {
        unknown(format!("this system did not judge {undecided} of {} in time", found.len())).reason("undecided")
    } else if unread > 0 {
        unknown(format!("{unread} of {} are of a form that cannot be read", found.len())).reason("unread")
    } else if foreign > 0 {
        info("this system does not carry Apple\u{2019}s root; a Mac does").reason("root-not-carried")
    } else {
        pass(format!("{} of {}", found.len(), found.len()))
    }
}
