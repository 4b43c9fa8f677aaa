//! Whether the internet is there, or a captive portal in front of it.

use crate::check::{after, handshakes};
use crate::commands;
use crate::facts::{ClockReading, ConnectOutcome, FetchFailure, Response};
use crate::hosts::{
    CAPTIVE, CONTROL_NAME, COURIER_FALLBACK_PORT, COURIER_PORT, GSA, IDMSA, SECOND_RESOLVER, SETUP, THIRD_RESOLVER,
    TIME, TIME_MACOS, WWW, courier,
};
use crate::read::connections::{self, Connection};
use crate::read::quoted::place_in_words;
use crate::read::scutil_proxy;
use crate::shared::comparison::control_resolves;
use crate::shared::names::by_public;
use crate::shared::proxied::{proxy_answers, proxy_carries};
use crate::shared::shakes::genuine;
use crate::{
    Answers, Certainty, Check, Handshake, Miss, Question, Verdict, fail, fix::catalogue, info, pass, unknown, warn,
};
use crate::{Effect, Part, Reason, Role};
use std::collections::BTreeSet;
use std::net::IpAddr;

pub(super) const CHECK: Check = Check {
    id: "network/internet",
    title: "The internet answers without a sign-in page",
    wrong: "the internet does not answer",
    why: "A captive portal (hotel, train, caf\u{e9}) lets nothing through before its page is finished.",
    certainty: Certainty::Documented("Apple 101555 lists captive.apple.com for networks with portals"),
    part: Part::Internet,
    effect: Effect::Stops,
    role: Role::Needed("whether the internet answers"),
    normal: None,
    reasons: &[&[
        Reason::fail("captive-portal")
            .wrong("this network waits for you on a sign-in page")
            .fix(&catalogue::PORTAL)
            .first("Finish this network\u{2019}s sign-in page (steps below), then try once."),
        Reason::fail("forbidden").wrong("this Mac itself forbids every connection").fix(&catalogue::FILTER),
        Reason::fail("only-names")
            .wrong("names are answered, but no connection gets out: something on this Mac or network drops them all"),
        Reason::fail("only-refusals")
            .wrong("names are answered, but every connection is turned back by something on this Mac or network"),
        Reason::fail("no-answer"),
        Reason::fail("odd-answer"),
        Reason::warn("tampered")
            .wrong("something on the way answers in Apple\u{2019}s place on port 80")
            .does(Effect::Nothing),
        Reason::info("port-80-blocked"),
        Reason::info("only-by-proxy"),
        Reason::info("proxy-fails").explains_by(PROXY),
        Reason::info("by-script").explains(),
        Reason::unknown("script-unread").explains(),
        Reason::unknown("no-dns"),
    ]],
    fix: &catalogue::CONNECT,
    asks: &[
        &[
            Question::Fetch(&CAPTIVE),
            Question::Command(&commands::PROXY),
            Question::Command(&commands::CONNECTIONS),
            Question::Clock(TIME),
            Question::Clock(TIME_MACOS),
            Question::LookupVia { host: GSA.name, server: SECOND_RESOLVER },
            Question::LookupVia { host: GSA.name, server: THIRD_RESOLVER },
            Question::Lookup(CONTROL_NAME),
            BY_PROXY.question(),
        ],
        &handshakes(DIRECT),
    ],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let probe = &answers.fetch(&CAPTIVE)?.result;
    if probe.as_ref().is_ok_and(is_apples_page) {
        return Ok(pass("Apple\u{2019}s test page answers"));
    }
    // A portal holds back everything; whoever lets Apple's servers through is none.
    let https = [IDMSA, WWW].iter().any(|host| genuine(answers, host.handshake()));
    Ok(match probe {
        Ok(response) => other_page(response, https),
        // A portal has short pages of its own; an endless one is not Apple's either.
        Err(FetchFailure::TooLarge) if !https => portal("another page than Apple\u{2019}s answers"),
        Err(failure) if https || shook_hands(answers) => info("Apple\u{2019}s servers answer, but not on port 80")
            .reason("port-80-blocked")
            .evidence("Apple\u{2019}s test page", failure.to_string()),
        Err(failure) if proxy_carries(answers) => {
            info("only through the proxy").reason("only-by-proxy").evidence("without the proxy", failure.to_string())
        }
        Err(failure) if proxy_answers(answers) => info("only the proxy leads out, and it lets nothing through")
            .reason("proxy-fails")
            .evidence("without the proxy", failure.to_string()),
        Err(FetchFailure::Lookup(outcome)) => unknown("the name of Apple\u{2019}s test page does not resolve")
            .reason("no-dns")
            .evidence("captive.apple.com", outcome.to_string()),
        Err(failure) => nothing_direct(answers, failure),
    })
}

/// No connection gets out by itself. Why tells what is to be done about it.
fn nothing_direct(answers: &Answers, failure: &FetchFailure) -> Verdict {
    let outcomes: Vec<ConnectOutcome> = DIRECT
        .iter()
        .filter_map(|to| answers.handshake(*to).ok())
        .flat_map(|report| report.attempts.iter().map(|attempt| attempt.outcome))
        .collect();
    let all = |wanted: ConnectOutcome| outcomes.len() >= ENOUGH && outcomes.iter().all(|one| *one == wanted);
    let verdict = if all(ConnectOutcome::Forbidden) {
        fail("every connection is forbidden on this Mac").reason("forbidden").measured()
    } else if let Some(verdict) = by_script(answers) {
        verdict
    } else if all(ConnectOutcome::NoReply) && datagrams_answer(answers) {
        fail("names and the time are answered, but not one connection").reason("only-names")
    } else if outcomes.len() >= ENOUGH && outcomes.iter().all(|one| turned_back(*one)) && datagrams_answer(answers) {
        fail("names and the time are answered, and every connection is turned back").reason("only-refusals")
    } else {
        fail(format!("Apple\u{2019}s test page does not answer: {failure}")).reason("no-answer")
    };
    verdict.evidence("Apple\u{2019}s test page", failure.to_string())
}

/// A packet filter drops or sends back; a line that is dead sends nothing back.
fn turned_back(outcome: ConnectOutcome) -> bool {
    matches!(outcome, ConnectOutcome::Refused | ConnectOutcome::Reset | ConnectOutcome::NoReply)
}

/// Whether any server finished a handshake, were it with somebody who re-signs: then connections get out.
fn shook_hands(answers: &Answers) -> bool {
    DIRECT.iter().any(|to| answers.handshake(*to).is_ok_and(|report| report.result.is_ok()))
}

/// Fewer attempts than these prove nothing about all.
const ENOUGH: usize = 3;

/// Where a script (PAC) or the network itself names the proxies: such networks let nothing out directly and are well. We
/// cannot run the script, but macOS does, and its push line tells.
fn by_script(answers: &Answers) -> Option<Verdict> {
    let settings = scutil_proxy::read(answers.command(&commands::PROXY).ok()?).ok()?;
    settings.pac.as_ref()?;
    let list = answers.command(&commands::CONNECTIONS).and_then(connections::connections).unwrap_or_default();
    let place = |one: &Connection| format!("{} port {}", one.address, one.port);
    if let Some(one) = list.iter().find(|one| one.stands() && (one.is_detour() || one.is_push())) {
        return Some(
            info(format!("only by the proxy script; the push line stands to {}", place(one))).reason("by-script"),
        );
    }
    let to = outcomes_at(answers).map_or(String::new(), |address| format!("; names lead to {address}"));
    let saw = format!("nothing gets out directly, and a script (PAC) chooses the proxies{to}");
    Some(unknown(saw).reason("script-unread"))
}

/// The one address that every attempt went to, where it is one.
fn outcomes_at(answers: &Answers) -> Option<IpAddr> {
    let attempts = DIRECT.iter().filter_map(|to| answers.handshake(*to).ok()).flat_map(|report| &report.attempts);
    let addresses: BTreeSet<IpAddr> = attempts.map(|attempt| attempt.address).collect();
    addresses.first().copied().filter(|_| addresses.len() == 1)
}

/// Whether something came back that is no connection: a name from a public server, or the time.
fn datagrams_answer(answers: &Answers) -> bool {
    let time =
        [TIME, TIME_MACOS].into_iter().any(|server| matches!(answers.clock(server), Ok(ClockReading::Offset { .. })));
    time || by_public(answers, GSA.name).is_some() || control_resolves(answers)
}

const PROXY: &str = "filters/proxy";
const BY_PROXY: Handshake = IDMSA.handshake().by_proxy();
const DIRECT: [Handshake; 6] = [
    IDMSA.handshake(),
    WWW.handshake(),
    GSA.handshake(),
    SETUP.handshake(),
    courier(0, COURIER_PORT),
    courier(0, COURIER_FALLBACK_PORT),
];

fn portal(saw: &str) -> Verdict {
    fail(format!("{saw}: a captive portal")).reason("captive-portal")
}

fn other_page(response: &Response, https: bool) -> Verdict {
    let verdict = match response.status {
        status if https => warn(format!("something on the way answers on port 80 ({status})")).reason("tampered"),
        200 => portal("another page than Apple\u{2019}s answers"),
        511 => portal("the network asks for a sign-in (511)"),
        300..=399 => portal(&format!(
            "the network redirects to {}",
            response.location.as_deref().map_or("another page".into(), place_in_words)
        )),
        status => fail(format!("Apple\u{2019}s test page answers with {status}")).reason("odd-answer"),
    };
    match &response.location {
        Some(target) => verdict.evidence("redirected to", target.clone()),
        None => verdict,
    }
}

/// Apple's page is exactly this, give or take white space.
fn is_apples_page(response: &Response) -> bool {
    response.status == 200
        && response.body.split_whitespace().collect::<String>()
            == "<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(body: &str) -> bool {
        is_apples_page(&Response { status: 200, body: body.into(), ..Response::default() })
    }

    #[test]
    fn only_apples_own_page_counts() {
        assert!(page("<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>\n"));
        assert!(!page("<html><body>Success! Please log in</body></html>"));
        assert!(!page(""));
    }
}
