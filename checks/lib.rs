//! The checks of codesent: what each one asks about a Mac, and what the answers mean.
//!
//! A check is a statement that should be true, a list of questions, and a pure function from answers to a verdict.
//! Nothing in this crate reads a file, opens a socket, looks at a clock or at the environment (its `clippy.toml`
//! forbids it), so the same answers give the same verdicts on any machine: that is what makes a recording worth sending.

// The made-up Mac of the tests names this package as its users do.
#[cfg(test)]
extern crate self as codesent_checks;

mod answers;
pub mod check;
pub mod commands;
pub mod compare;
mod culprit;
pub mod diagnosis;
pub mod explain;
pub mod facts;
pub mod files;
pub mod fix;
pub mod guide;
pub mod hosts;
mod judging;
pub mod keep;
pub mod preferences;
mod question;
pub mod read;
pub mod shared;
#[cfg(test)]
mod testing;
mod verdict;

pub mod account;
pub mod clock;
pub mod dns;
pub mod facetime;
pub mod filters;
pub mod log;
pub mod mac;
pub mod messages;
pub mod network;
pub mod push;
pub mod status;
pub mod tls;
pub mod vpn;

pub use answers::{Answer, Answers, Entry, Miss, Permission, Platform, Run, Version};
pub use check::{Certainty, Check, Effect, Part, Reason, Role, Suspicion};
pub use culprit::{Culprit, Foreign};
pub use fix::{Fix, Risk};
pub use judging::{Row, judge};
pub use question::{Command, Database, Domain, Family, Fetch, File, Folder, Handshake, Question, Rows, Through, When};
pub use verdict::{Evidence, NEEDS_FULL_DISK_ACCESS, Status, Verdict, fail, info, pass, skip, unknown, warn};

/// Checks that belong together: one folder, one heading in the table.
#[derive(Debug)]
pub struct Group {
    /// The folder's name and the first half of its checks' ids.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// In table order.
    pub checks: &'static [Check],
}

/// Every group, in table order: from the wire up to the account.
pub const ALL: &[Group] = &[
    network::GROUP,
    dns::GROUP,
    tls::GROUP,
    push::GROUP,
    status::GROUP,
    clock::GROUP,
    vpn::GROUP,
    filters::GROUP,
    mac::GROUP,
    account::GROUP,
    messages::GROUP,
    facetime::GROUP,
    log::GROUP,
];

/// Every check, in table order.
pub fn all() -> impl Iterator<Item = &'static Check> {
    ALL.iter().flat_map(|group| group.checks)
}

/// The check with this id.
pub fn find(id: &str) -> Option<&'static Check> {
    all().find(|check| check.id == id)
}

/// Whether it is asked on request alone (`--deep`): it takes longer than somebody who is locked out waits.
pub fn is_on_request(check: &Check) -> bool {
    group_of(check).id == log::GROUP.id
}

/// The group a check belongs to.
pub fn group_of(check: &Check) -> &'static Group {
    let name = check.id.split('/').next().unwrap_or_default();
    ALL.iter().find(|group| group.id == name).unwrap_or(&ALL[0])
}
