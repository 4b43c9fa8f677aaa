//! The checks of codesent: what each one asks about a Mac, and what the answers mean.
//!
//! A check is a statement that should be true, a list of questions, and a pure function from answers to a verdict.
//! Nothing in this crate reads a file, opens a socket, looks at a clock or at the environment (its `clippy.toml`
//! forbids it), so the same answers give the same verdicts on any machine: that is what makes a recording worth sending.

mod answers;
pub mod commands;
pub mod diagnosis;
pub mod explain;
pub mod facts;
pub mod fix;
pub mod guide;
pub mod hosts;
mod judging;
pub mod preferences;
mod question;
pub mod read;
pub mod shared;
#[cfg(test)]
mod testing;
pub mod texts;
mod verdict;

pub mod account;
pub mod clock;
pub mod dns;
pub mod facetime;
pub mod filters;
pub mod mac;
pub mod messages;
pub mod network;
pub mod push;
pub mod status;
pub mod tls;
pub mod vpn;

pub use answers::{Answer, Answers, Entry, Miss, Permission, Platform, Run, Version};
pub use fix::{Fix, Risk};
pub use judging::{Row, judge};
pub use question::{Command, Database, Decode, Domain, Family, Fetch, Handshake, Question, Rows, Through};
pub use verdict::{Evidence, NEEDS_FULL_DISK_ACCESS, Status, Verdict, fail, info, pass, skip, unknown, warn};

/// One thing codesent checks. A file holds one check, and its id is the file's path: `checks/dns/apple_push.rs` is
/// `dns/apple-push`.
#[derive(Debug)]
pub struct Check {
    /// `group/name`, stable for scripts and never reused for something else.
    pub id: &'static str,
    /// The statement that should be true. It must read well behind both a tick and a cross.
    pub title: &'static str,
    /// What breaks for verification codes while the statement is false.
    pub why: &'static str,
    /// How sure it is that this stops codes.
    pub certainty: Certainty,
    /// What to do when it is false, unless the verdict names a better fix.
    pub fix: &'static Fix,
    /// Everything the judge may look at. An answer that is not listed here is not visible to it.
    pub asks: &'static [Question],
    /// Ids of checks whose failure explains a failure of this one. Then this row is skipped and shown under that one.
    pub after: &'static [&'static str],
    /// From answers to a verdict. `Err` becomes Unknown (or Skip, where the question does not apply here).
    pub judge: fn(&Answers) -> Result<Verdict, Miss>,
}

/// How well it is known that a failing check stops codes. Shown by `codesent explain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Apple documents it, or it can be reproduced at will.
    Documented(&'static str),
    /// People and programs report it; Apple does not say so.
    Reported(&'static str),
    /// It follows from how things work; nobody is known to have shown it.
    Plausible(&'static str),
    /// It does not stop codes by itself. It explains, or rules something out.
    Context(&'static str),
}

impl Certainty {
    /// One word for tables and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Documented(_) => "documented",
            Self::Reported(_) => "reported",
            Self::Plausible(_) => "plausible",
            Self::Context(_) => "context",
        }
    }

    /// The sentence that says where the certainty comes from.
    pub fn source(self) -> &'static str {
        match self {
            Self::Documented(text) | Self::Reported(text) | Self::Plausible(text) | Self::Context(text) => text,
        }
    }
}

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
];

/// Every check, in table order.
pub fn all() -> impl Iterator<Item = &'static Check> {
    ALL.iter().flat_map(|group| group.checks)
}

/// The check with this id.
pub fn find(id: &str) -> Option<&'static Check> {
    all().find(|check| check.id == id)
}

/// The group a check belongs to.
pub fn group_of(check: &Check) -> &'static Group {
    let name = check.id.split('/').next().unwrap_or_default();
    ALL.iter().find(|group| group.id == name).unwrap_or(&ALL[0])
}
