//! What a check is: a statement, what its trouble means, the questions, and a pure function from answers to a verdict.

use crate::{Answers, Fix, Miss, Question, Status, Verdict};

/// One thing codesent checks. A file holds one check, and its id is the file's path: `checks/dns/apple_push.rs` is
/// `dns/apple-push`. All that is known about it stands here; the diagnosis holds only what needs several rows.
#[derive(Debug)]
pub struct Check {
    /// `group/name`, stable for scripts and never reused for something else.
    pub id: &'static str,
    /// The statement that should be true. It must read well behind both a tick and a cross.
    pub title: &'static str,
    /// What is wrong when it is false, as a clause for a headline, without a full stop. `{saw}` is what was seen,
    /// `{who:a DNS filter}` whoever stands behind it, or the words after the colon where nobody is known.
    pub wrong: &'static str,
    /// What breaks for verification codes while the statement is false.
    pub why: &'static str,
    /// How sure it is that this stops codes, and the source. Says nothing about weight.
    pub certainty: Certainty,
    /// What a code hangs on that this check looks at.
    pub part: Part,
    /// What its Fail does to a prompt; its Warn does one less. A [`Reason`] or a verdict may say otherwise.
    pub effect: Effect,
    /// What it is to the whole answer.
    pub role: Role,
    /// What is said of it where it is found and harmless: "a VPN is on". None where that is not worth a word.
    pub normal: Option<&'static str>,
    /// Every way to a status its judge can give by a slug, but those that a [`Miss`] brings. Asserted when judging.
    pub reasons: &'static [&'static [Reason]],
    /// What to do when it is false, unless the reason or the verdict names a better fix.
    pub fix: &'static Fix,
    /// Everything the judge may look at, in lists that may be shared. An answer that is not listed is not visible to it.
    pub asks: &'static [&'static [Question]],
    /// Ids of checks whose failure explains a failure of this one, in lists that are shared ([`after`]). Then this row
    /// is skipped and shown under that one.
    pub after: &'static [&'static [&'static str]],
    /// From answers to a verdict. `Err` becomes Unknown (or Skip, where the question does not apply here).
    pub judge: fn(&Answers) -> Result<Verdict, Miss>,
}

impl Check {
    /// Everything it asks.
    pub fn questions(&self) -> impl Iterator<Item = &'static Question> {
        self.asks.iter().flat_map(|list| list.iter())
    }

    /// The ids of all checks whose failure explains one of this, nearest to the wire first.
    pub fn explained_by(&self) -> impl Iterator<Item = &'static str> {
        self.after.iter().flat_map(|list| list.iter().copied())
    }

    /// What is declared of a verdict's reason.
    pub fn reason(&self, status: Status, slug: &str) -> Option<&'static Reason> {
        self.reasons.iter().copied().flatten().find(|reason| reason.status == status && reason.slug == slug)
    }

    /// What an answer must have been seen to say before "can" is said: "whether the internet answers".
    pub fn needed(&self) -> Option<&'static str> {
        match self.role {
            Role::Needed(words) => Some(words),
            _ => None,
        }
    }
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

/// What a trouble does to a code prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Nothing, or nothing that is known.
    Nothing,
    /// It may stop it.
    MayStop,
    /// It stops it.
    Stops,
}

impl Effect {
    /// What a Warn does where a Fail does this.
    #[must_use]
    pub const fn one_less(self) -> Self {
        match self {
            Self::Stops => Self::MayStop,
            Self::MayStop | Self::Nothing => Self::Nothing,
        }
    }

    /// In words, for documents.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::MayStop => "may stop a prompt",
            Self::Stops => "stops a prompt",
        }
    }
}

/// What a code hangs on, from the wire up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// This Mac's own link and routes.
    Link,
    /// The way out of this network.
    Internet,
    /// Names and their addresses.
    Names,
    /// The servers that a sign-in talks to.
    Servers,
    /// The servers that push comes from.
    PushServers,
    /// The standing connection to them.
    PushLine,
    /// The service of macOS that holds it.
    PushService,
    /// Apple's own services.
    Apple,
    /// The clock.
    Time,
    /// What stands between programs and the network.
    Between,
    /// The machine and its system.
    Machine,
    /// The account.
    Account,
    /// Nothing: a hint about the rest.
    Hint,
}

impl Part {
    /// In words, for documents.
    pub fn word(self) -> &'static str {
        match self {
            Self::Link => "this Mac\u{2019}s own link",
            Self::Internet => "the way out of this network",
            Self::Names => "names",
            Self::Servers => "the sign-in servers",
            Self::PushServers => "the push servers",
            Self::PushLine => "the push connection",
            Self::PushService => "the push service of macOS",
            Self::Apple => "Apple\u{2019}s own services",
            Self::Time => "the clock",
            Self::Between => "what stands between programs and the network",
            Self::Machine => "the machine and its system",
            Self::Account => "the account",
            Self::Hint => "a hint about the rest",
        }
    }

    /// Whether it is about the way to Apple, and so about any machine on this network.
    pub fn is_network(self) -> bool {
        matches!(
            self,
            Self::Link | Self::Internet | Self::Names | Self::Servers | Self::PushServers | Self::Apple | Self::Time
        )
    }
}

/// What a check is to the whole answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It may be a cause, and nothing else.
    Plain,
    /// It must have been seen to work before "can" is said. In words: "whether the internet answers".
    Needed(&'static str),
    /// What it finds may be behind other rows' trouble.
    Suspect(Suspicion),
}

/// A kind of thing, and what such a thing could break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspicion {
    /// What it is: "a VPN".
    pub what: &'static str,
    /// What it could break.
    pub breaks: &'static [Part],
}

/// One of the ways to a status that a judge can give.
#[derive(Clone, Copy, Debug)]
pub struct Reason {
    /// The status.
    pub status: Status,
    /// A stable slug: `sinkhole`, `inspected`.
    pub slug: &'static str,
    /// In place of [`Check::wrong`].
    pub wrong: Option<&'static str>,
    /// In place of what the status does by itself.
    pub effect: Option<Effect>,
    /// In place of the check's own role.
    pub suspect: Option<Suspicion>,
    /// In place of the check's own fix.
    pub fix: Option<&'static Fix>,
    /// In place of [`Fix::first`], and said whoever else may be suspected: the reason tells enough by itself.
    pub first: Option<&'static str>,
    /// Whether something was found. "None is seen" is neither a pass nor something to suspect.
    pub found: bool,
    /// Whether it explains the rows that come after it as a Fail does, though nothing failed.
    pub explains: bool,
    /// The check whose Fail is what explains them, where one failed: this row only shows it.
    pub instead: Option<&'static str>,
    /// In place of [`Check::part`], for what a cause is about.
    pub part: Option<Part>,
    /// In place of [`Check::normal`].
    pub normal: Option<&'static str>,
}

impl Reason {
    const fn new(status: Status, slug: &'static str) -> Self {
        Self {
            status,
            slug,
            wrong: None,
            effect: None,
            suspect: None,
            fix: None,
            first: None,
            found: true,
            explains: false,
            instead: None,
            part: None,
            normal: None,
        }
    }

    /// A Pass.
    pub const fn pass(slug: &'static str) -> Self {
        Self::new(Status::Pass, slug)
    }

    /// An Info.
    pub const fn info(slug: &'static str) -> Self {
        Self::new(Status::Info, slug)
    }

    /// A Warn.
    pub const fn warn(slug: &'static str) -> Self {
        Self::new(Status::Warn, slug)
    }

    /// A Fail.
    pub const fn fail(slug: &'static str) -> Self {
        Self::new(Status::Fail, slug)
    }

    /// A Skip.
    pub const fn skip(slug: &'static str) -> Self {
        Self { found: false, ..Self::new(Status::Skip, slug) }
    }

    /// An Unknown.
    pub const fn unknown(slug: &'static str) -> Self {
        Self { found: false, ..Self::new(Status::Unknown, slug) }
    }

    /// What is wrong, where the check's own words do not fit.
    #[must_use]
    pub const fn wrong(self, words: &'static str) -> Self {
        Self { wrong: Some(words), ..self }
    }

    /// What it does to a prompt, where that is more or less than the status says.
    #[must_use]
    pub const fn does(self, effect: Effect) -> Self {
        Self { effect: Some(effect), ..self }
    }

    /// What kind of thing this finds.
    #[must_use]
    pub const fn suspects(self, what: &'static str, breaks: &'static [Part]) -> Self {
        Self { suspect: Some(Suspicion { what, breaks }), ..self }
    }

    /// What to do.
    #[must_use]
    pub const fn fix(self, fix: &'static Fix) -> Self {
        Self { fix: Some(fix), ..self }
    }

    /// The one thing to do now, whoever else may be suspected. `{who:…}` as in [`Check::wrong`].
    #[must_use]
    pub const fn first(self, step: &'static str) -> Self {
        Self { first: Some(step), ..self }
    }

    /// Says that it explains what comes after it: direct connections fail where only a proxy leads out, and nothing is
    /// broken.
    #[must_use]
    pub const fn explains(self) -> Self {
        Self { explains: true, ..self }
    }

    /// What it is about, where that is not what the check looks at.
    #[must_use]
    pub const fn about(self, part: Part) -> Self {
        Self { part: Some(part), ..self }
    }

    /// Says that it explains what comes after it by what another check found: the proxy that is the only way out refuses.
    #[must_use]
    pub const fn explains_by(self, id: &'static str) -> Self {
        Self { explains: true, instead: Some(id), ..self }
    }

    /// What is said of it where it is harmless. `{saw}` is what was seen.
    #[must_use]
    pub const fn normal(self, words: &'static str) -> Self {
        Self { normal: Some(words), ..self }
    }

    /// Says that nothing was found.
    #[must_use]
    pub const fn nothing(self) -> Self {
        Self { found: false, ..self }
    }
}

pub mod breaks;

pub mod after;

/// Handshakes as questions, for [`Check::asks`].
pub const fn handshakes<const N: usize>(list: [crate::Handshake; N]) -> [Question; N] {
    let mut questions = [Question::Interfaces; N];
    let mut at = 0;
    while at < N {
        questions[at] = Question::Handshake(list[at]);
        at += 1;
    }
    questions
}

/// Names as questions to the system's resolver.
pub const fn lookups<const N: usize>(names: [&'static str; N]) -> [Question; N] {
    let mut questions = [Question::Interfaces; N];
    let mut at = 0;
    while at < N {
        questions[at] = Question::Lookup(names[at]);
        at += 1;
    }
    questions
}

mod known;
pub use known::{known, way, ways};

#[cfg(test)]
mod tests;
