//! TLS with the servers that a sign-in needs.

use crate::Group;

mod certificate_checks;
mod certificates;
mod china;
mod identity;
mod inspection;
mod pages;
mod rate_limit;
mod recovery;
mod sign_in;
mod web_codes;

/// This group.
pub const GROUP: Group = Group {
    id: "tls",
    title: "Sign-in servers",
    checks: &[
        sign_in::CHECK,
        inspection::CHECK,
        certificates::CHECK,
        rate_limit::CHECK,
        pages::CHECK,
        web_codes::CHECK,
        identity::CHECK,
        recovery::CHECK,
        china::CHECK,
        certificate_checks::CHECK,
    ],
};
