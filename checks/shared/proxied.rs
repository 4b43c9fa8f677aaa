//! Where the system's proxy carries what this Mac itself cannot.

use crate::facts::HandshakeFailure;
use crate::hosts::IDMSA;
use crate::read::quoted::quoted;
use crate::{Answers, Verdict, info};

/// Whether the system's proxy carries connections to Apple. Then names are looked up by the proxy, not by this Mac.
pub fn proxy_carries(answers: &Answers) -> bool {
    answers.handshake(IDMSA.handshake().by_proxy()).is_ok_and(|report| report.result.is_ok())
}

/// Whether the system's proxy was reached, whatever it says to Apple's hosts. It looks names up by itself, so that this Mac
/// need not.
pub fn proxy_answers(answers: &Answers) -> bool {
    answers.handshake(IDMSA.handshake().by_proxy()).is_ok_and(|report| match &report.result {
        Ok(_) => true,
        Err(HandshakeFailure::Proxy(what)) => is_answer(what),
        Err(_) => false,
    })
}

/// Whether the proxy itself said this: its status line or a refusal. Otherwise it was not reached, or kept silent.
pub fn is_answer(what: &str) -> bool {
    !["no connection to it", "its own name", "it does not answer", "cut off"]
        .iter()
        .any(|start| what.starts_with(start))
}

/// Whether the proxy wants a name and a password (HTTP 407).
pub fn wants_password(what: &str) -> bool {
    what.starts_with("407")
}

/// Why it does not answer, behind "does not answer": our own words as they are, what anybody else said in quotes.
pub fn silence(what: &str) -> String {
    let ours = ["refused", "no reply", "cut off", "no route to it", "a firewall on this Mac forbids it"];
    match what.strip_prefix("no connection to it: ") {
        _ if what == "it does not answer" => String::new(),
        Some(how) if ours.contains(&how) => format!(" (no connection to it: {how})"),
        _ => format!(" ({})", quoted(what)),
    }
}

/// The verdict for hosts that nothing but the proxy leads to.
pub fn only_by_proxy() -> Verdict {
    info("the way there is the proxy\u{2019}s").reason("only-by-proxy")
}
