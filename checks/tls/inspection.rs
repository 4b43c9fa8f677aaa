//! Whether somebody on the way decrypts and re-signs Apple's traffic.

use crate::check::{after, handshakes};
use crate::commands::PROXY;
use crate::facts::HandshakeFailure;
use crate::hosts::{CAPTIVE, CERTIFIED, CERTIFIED_QUESTIONS, IDENTITY, RECOVERY, SIGN_IN_PAGES, WWW};
use crate::read::address::{Place, place};
use crate::read::foreign::Named;
use crate::read::issuers::{Finding, finding};
use crate::read::scutil_proxy;
use crate::shared::shakes::findings;
use crate::{
    Answers, Certainty, Check, Culprit, Miss, Question, Verdict, fail, fix::catalogue, info, pass, unknown, warn,
};
use crate::{Effect, Handshake, Part, Reason, Role, Through};

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
        Reason::fail("inspected-some")
            .wrong("{who:something on the way} opens and re-signs some of Apple\u{2019}s encrypted traffic ({saw})"),
        // Only what goes through the proxy of a program on this Mac is opened: that program does it.
        Reason::fail("inspected-here")
            .wrong("{who:a program on this Mac} opens and re-signs some of Apple\u{2019}s encrypted traffic ({saw})"),
        // Nothing that a code hangs on.
        Reason::warn("inspected-others")
            .wrong(
                "{who:something on the way} opens and re-signs what goes to some other hosts of Apple\u{2019}s ({saw})",
            )
            .does(Effect::Nothing),
        Reason::info("odd-issuer"),
        Reason::unknown("unread"),
        Reason::unknown("no-answer"),
    ]],
    fix: &catalogue::INSPECTION,
    asks: &[CERTIFIED_QUESTIONS, &handshakes(OTHERS), &[Question::Fetch(&CAPTIVE), Question::Command(&PROXY)]],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE, after::INTERNET, after::PACKETS],
    judge,
};

/// Hosts of Apple's that no code hangs on. Who opens what goes to them, while the others do not answer, is who keeps those away.
const OTHERS: [Handshake; 6] = [
    WWW.handshake(),
    RECOVERY.handshake(),
    SIGN_IN_PAGES.handshake(),
    IDENTITY[0].handshake(),
    IDENTITY[2].handshake(),
    IDENTITY[3].handshake(),
];

/// Who opens what goes to [`OTHERS`], and which of the hosts that a code hangs on finish no handshake meanwhile.
fn others(answers: &Answers) -> Option<Verdict> {
    let opened = |to: &Handshake| match finding(answers.handshake(*to).ok()?.result.as_ref().ok()?, answers.on_a_mac())
    {
        Finding::Inspected(who) => Some((to.host, who)),
        _ => None,
    };
    let by: Vec<(&str, Named)> = OTHERS.iter().filter_map(opened).collect();
    let who = Culprit::from(by.first()?.1.clone());
    let direct = CERTIFIED.iter().filter(|to| to.through == Through::Direct);
    let silent = direct.filter(|to| {
        let report = answers.handshake(**to);
        report.is_ok_and(|report| report.result.is_err() && report.result != Err(HandshakeFailure::TooLarge))
    });
    let mut unreached: Vec<&'static str> = silent.map(|to| to.host).collect();
    unreached.dedup();
    let verdict = match unreached.first() {
        None => warn(format!("with {}", hosts(&by))).reason("inspected-others"),
        Some(silent) => {
            let more = if unreached.len() > 1 { format!(" and {} more", unreached.len() - 1) } else { String::new() };
            let saw = format!("{}; {silent}{more} cannot be reached meanwhile", hosts(&by));
            unreached.iter().fold(fail(saw).reason("inspected-some"), |verdict, host| verdict.blames(host))
        }
    };
    let verdict = verdict.culprit(who);
    Some(
        by.into_iter()
            .fold(verdict, |verdict, (host, who)| verdict.blames(host).evidence(host, format!("issued by {who}"))),
    )
}

/// Which hosts, by name, each once.
fn hosts(by: &[(&'static str, Named)]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for (host, _) in by {
        if !names.contains(host) {
            names.push(host);
        }
    }
    match names.as_slice() {
        [first, second, third, rest @ ..] if !rest.is_empty() => {
            format!("{first}, {second}, {third} and {} more", rest.len())
        }
        all => all.join(", "),
    }
}

/// Whether somebody re-signs what goes to Apple's own addresses. No hosts file and no filter of names explains that; a
/// portal, whose page stands before everything, does.
fn at_apples_own_address(answers: &Answers) -> bool {
    let portal = answers.fetch(&CAPTIVE).is_ok_and(|fetched| {
        fetched.result.as_ref().is_ok_and(|page| page.status != 200 || !page.body.contains("<TITLE>Success</TITLE>"))
    });
    !portal
        && CERTIFIED.iter().filter_map(|to| answers.handshake(*to).ok()).any(|report| {
            let opened = report
                .result
                .as_ref()
                .is_ok_and(|shaken| matches!(finding(shaken, answers.on_a_mac()), Finding::Inspected(_)));
            // Through a proxy nobody sees the address; names are the proxy's business there.
            opened && report.connected().is_none_or(|attempt| place(attempt.address) == Place::Apple)
        })
}

/// Whether all that is opened went through a proxy on this Mac, and nothing else is.
fn opened_by_local_proxy(answers: &Answers) -> bool {
    let direct = CERTIFIED.iter().filter(|to| to.through == Through::Direct);
    let mut direct = direct.filter_map(|to| answers.handshake(*to).ok()?.result.as_ref().ok());
    let local = answers.command(&PROXY).and_then(scutil_proxy::read).ok().and_then(|set| set.for_https());
    local.is_some_and(|proxy| proxy.is_local())
        && direct.all(|shaken| !matches!(finding(shaken, answers.on_a_mac()), Finding::Inspected(_)))
}

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let found = findings(answers)?;
    let opened = |finding: &Finding| match finding {
        Finding::Inspected(who) => Some(who.clone()),
        _ => None,
    };
    let by: Vec<(&str, Named)> = found.iter().filter_map(|(host, finding)| Some((*host, opened(finding)?))).collect();
    if let Some((_, who)) = by.first() {
        let who = Culprit::from(who.clone());
        let verdict = if by.len() == found.len() {
            fail(format!("{} re-signs all {} connections", who.in_a_sentence(), found.len())).reason("inspected")
        } else {
            let here = opened_by_local_proxy(answers);
            let reason = if here { "inspected-here" } else { "inspected-some" };
            fail(format!("{} of {} connections: {}", by.len(), found.len(), hosts(&by))).reason(reason)
        };
        let verdict = verdict.culprit(who);
        let verdict = if at_apples_own_address(answers) { verdict.measured() } else { verdict };
        return Ok(by
            .into_iter()
            .fold(verdict, |verdict, (host, who)| verdict.blames(host).evidence(host, format!("issued by {who}"))));
    }
    if let Some(verdict) = others(answers) {
        return Ok(verdict);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Certificate, HandshakeReport, Shaken, Trust};
    use crate::{Answer, Status, testing::Mac};

    fn shown(issuer: &str) -> Answer {
        let own = Certificate { issuer_organisation: issuer.into(), ..Certificate::default() };
        let shaken = Shaken { version: String::new(), chain: vec![own], trust: Trust::Trusted, ms: 1 };
        Answer::Handshake(HandshakeReport { attempts: Vec::new(), result: Ok(shaken) })
    }

    /// All answer as Apple, but for what is opened and what does not answer.
    fn of(opened: &[Handshake], silent: &[Handshake]) -> Verdict {
        let mut mac = Mac::of("15.2");
        for to in CERTIFIED.iter().chain(&OTHERS) {
            let answer = if opened.contains(to) {
                shown("Acme Gate")
            } else if silent.contains(to) {
                Answer::Handshake(HandshakeReport { attempts: Vec::new(), result: Err(HandshakeFailure::Connect) })
            } else {
                shown("Apple Inc.")
            };
            mac = mac.says(&to.question(), if to.through == Through::Direct { Ok(answer) } else { Err(Miss::NotHere) });
        }
        mac.judged(&CHECK).unwrap()
    }

    #[test]
    fn every_host_that_is_opened_is_seen() {
        assert_eq!(of(&[], &[]).status, Status::Pass);
        for to in CERTIFIED.iter().filter(|to| to.through == Through::Direct) {
            let found = of(&[*to], &[crate::hosts::GSA.handshake()]);
            let reason = found.reason.unwrap();
            assert!(found.status == Status::Fail && reason == "inspected-some", "{}: {found:?}", to.host);
        }
    }

    #[test]
    fn others_that_are_opened_convict_where_those_of_a_code_are_silent() {
        for to in OTHERS {
            let harmless = of(&[to], &[]);
            assert_eq!((harmless.status, harmless.reason), (Status::Warn, Some("inspected-others")), "{}", to.host);
            let gsa = crate::hosts::GSA;
            let found = of(&[to], &[gsa.handshake()]);
            assert_eq!((found.status, found.reason), (Status::Fail, Some("inspected-some")), "{}", to.host);
            assert!(found.blames.contains(&gsa.name) && found.blames.contains(&to.host), "{found:?}");
            assert_eq!(found.culprit_text().as_deref(), Some("Acme Gate"));
        }
    }
}
