//! Where the system's proxy carries what this Mac itself cannot.

use crate::hosts::IDMSA;
use crate::{Answers, Verdict, info};

/// Whether the system's proxy carries connections to Apple. Then names are looked up by the proxy, not by this Mac.
pub fn proxy_carries(answers: &Answers) -> bool {
    answers.handshake(IDMSA.handshake().by_proxy()).is_ok_and(|report| report.result.is_ok())
}

/// The verdict for hosts that nothing but the proxy leads to.
pub fn only_by_proxy() -> Verdict {
    info("the way there is the proxy\u{2019}s").reason("only-by-proxy")
}
