//! Whether the internet is there, or a captive portal in front of it.

use crate::facts::FetchFailure;
use crate::hosts::CAPTIVE;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fail, fix::catalogue, pass};

pub(super) const CHECK: Check = Check {
    id: "network/internet",
    title: "The internet answers without a sign-in page",
    why: "A captive portal (hotel, train, caf\u{e9}) lets nothing through before its page is finished.",
    certainty: Certainty::Documented("Apple 101555 lists captive.apple.com for networks with portals"),
    fix: &catalogue::CONNECT,
    asks: &[Question::Fetch(&CAPTIVE)],
    after: &["network/default-route"],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let response = match &answers.fetch(&CAPTIVE)?.result {
        Ok(response) => response,
        Err(FetchFailure::Lookup(_)) => {
            return Ok(fail("Apple\u{2019}s test page has no address").reason("no-dns"));
        }
        Err(failure) => {
            return Ok(fail(format!("Apple\u{2019}s test page does not answer: {failure}")).reason("no-answer"));
        }
    };
    let portal = |saw: String| fail(saw).reason("captive-portal").fix(&catalogue::PORTAL);
    Ok(match response.status {
        200 if is_success(&response.body) => pass("Apple\u{2019}s test page answers"),
        200 => portal("another page than Apple\u{2019}s answers: a captive portal".into()),
        511 => portal("the network asks for a sign-in (511)".into()),
        300..=399 => {
            let target = response.location.as_deref().unwrap_or("another page");
            portal(format!("the network redirects to {target}: a captive portal"))
        }
        status => fail(format!("Apple\u{2019}s test page answers with {status}")).reason("odd-answer"),
    })
}

/// Apple's page is exactly this, give or take white space.
fn is_success(body: &str) -> bool {
    body.split_whitespace().collect::<String>()
        == "<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>"
}

#[cfg(test)]
mod tests {
    use super::is_success;

    #[test]
    fn only_apples_own_page_counts() {
        assert!(is_success("<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>\n"));
        assert!(!is_success("<html><body>Success! Please log in</body></html>"));
        assert!(!is_success(""));
    }
}
