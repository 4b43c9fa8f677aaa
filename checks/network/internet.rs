//! Whether the internet is there, or a captive portal in front of it.

use crate::check::after;
use crate::facts::{FetchFailure, Response};
use crate::hosts::{CAPTIVE, IDMSA, WWW};
use crate::read::{names::proxy_carries, shakes::genuine};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fail, fix::catalogue, info, pass, unknown, warn};
use crate::{Effect, Part, Reason, Role};

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
        Reason::fail("captive-portal").wrong("this network waits for you on a sign-in page").fix(&catalogue::PORTAL),
        Reason::fail("no-answer"),
        Reason::fail("odd-answer"),
        Reason::warn("tampered")
            .wrong("something on the way answers in Apple\u{2019}s place on port 80")
            .does(Effect::Nothing),
        Reason::info("port-80-blocked"),
        Reason::info("only-by-proxy"),
        Reason::unknown("no-dns"),
    ]],
    fix: &catalogue::CONNECT,
    asks: &[&[
        Question::Fetch(&CAPTIVE),
        IDMSA.handshake().question(),
        WWW.handshake().question(),
        IDMSA.handshake().by_proxy().question(),
    ]],
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
        Err(failure) if https => info("Apple\u{2019}s servers answer, but not on port 80")
            .reason("port-80-blocked")
            .evidence("Apple\u{2019}s test page", failure.to_string()),
        Err(failure) if proxy_carries(answers) => {
            info("only through the proxy").reason("only-by-proxy").evidence("without the proxy", failure.to_string())
        }
        Err(FetchFailure::Lookup(outcome)) => unknown("the name of Apple\u{2019}s test page does not resolve")
            .reason("no-dns")
            .evidence("captive.apple.com", outcome.to_string()),
        Err(failure) => fail(format!("Apple\u{2019}s test page does not answer: {failure}")).reason("no-answer"),
    })
}

fn portal(saw: &str) -> Verdict {
    fail(format!("{saw}: a captive portal")).reason("captive-portal")
}

fn other_page(response: &Response, https: bool) -> Verdict {
    let target = response.location.as_deref().unwrap_or("another page");
    let verdict = match response.status {
        status if https => warn(format!("something on the way answers on port 80 ({status})")).reason("tampered"),
        200 => portal("another page than Apple\u{2019}s answers"),
        511 => portal("the network asks for a sign-in (511)"),
        300..=399 => portal(&format!("the network redirects to {target}")),
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
