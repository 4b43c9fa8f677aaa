//! What to do about a failing check: the shape of a fix. The fixes themselves are in [`crate::fix::catalogue`] or beside
//! the one check that needs them.

pub use places::security_pane;

use crate::Version;

/// What a fix can cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// Anybody may do it and take it back.
    Safe,
    /// Needs an administrator of this Mac or of the network; can be taken back.
    Administrator,
    /// Settings or data are gone afterwards.
    LosesSettings,
    /// Can lock the owner out of the account. Such a thing is only ever shown under "Do not".
    LocksOut,
}

impl Risk {
    /// In words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Administrator => "needs an administrator",
            Self::LosesSettings => "loses settings",
            Self::LocksOut => "can lock you out",
        }
    }
}

/// For which versions of macOS something holds: `from` and later, before `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The first version.
    pub from: Version,
    /// The first version it no longer holds for; none: to the newest.
    pub to: Option<Version>,
}

impl Versions {
    /// All of them.
    pub const ALL: Self = Self { from: Version::new(0, 0), to: None };

    /// This one and later.
    pub const fn since(major: u32, minor: u32) -> Self {
        Self { from: Version::new(major, minor), to: None }
    }

    /// Those before this one.
    pub const fn before(major: u32, minor: u32) -> Self {
        Self { from: Version::new(0, 0), to: Some(Version::new(major, minor)) }
    }

    /// From the first up to, but without, the second.
    pub const fn between(from: (u32, u32), to: (u32, u32)) -> Self {
        Self { from: Version::new(from.0, from.1), to: Some(Version::new(to.0, to.1)) }
    }

    /// Whether it holds for `version`. An unknown version is taken for a current one.
    pub fn hold(self, version: Option<Version>) -> bool {
        let version = version.unwrap_or(Version::new(26, 0));
        version >= self.from && self.to.is_none_or(|end| version < end)
    }
}

/// One step, for some versions of macOS.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// For which.
    pub versions: Versions,
    /// What to do, as a short imperative sentence.
    pub text: &'static str,
}

/// A step for every version.
pub const fn step(text: &'static str) -> Step {
    Step { versions: Versions::ALL, text }
}

/// A step for some versions.
pub const fn step_on(versions: Versions, text: &'static str) -> Step {
    Step { versions, text }
}

/// A settings pane that `open` can show.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// For which versions the form is known to work.
    pub versions: Versions,
    /// `x-apple.systempreferences:…`.
    pub url: &'static str,
}

/// What to do about something.
#[derive(Debug)]
pub struct Fix {
    /// A short name, stable for scripts.
    pub id: &'static str,
    /// The whole fix as one imperative line.
    pub title: &'static str,
    /// The one thing to do now, where it is the fix of what decides and nobody is suspected of it: the first line of "Get in
    /// now". None where what is broken says enough (another network, a restart). `{who:…}` as in [`Check::wrong`](crate::Check).
    pub first: Option<&'static str>,
    /// In order. Only those for the Mac's version are shown.
    pub steps: &'static [Step],
    /// Panes that open the place; the first that fits is shown.
    pub links: &'static [Link],
    /// A command to paste, if one helps.
    pub command: Option<&'static str>,
    /// The number of an Apple support article.
    pub article: Option<&'static str>,
    /// What it can cost.
    pub risk: Risk,
    /// How to see that it worked.
    pub confirm: &'static str,
}

impl Fix {
    /// The steps for this version of macOS.
    pub fn steps_for(&self, version: Option<Version>) -> impl Iterator<Item = &'static str> {
        self.steps.iter().filter(move |step| step.versions.hold(version)).map(|step| step.text)
    }

    /// The settings link for this version of macOS.
    pub fn link_for(&self, version: Option<Version>) -> Option<&'static str> {
        self.links.iter().find(|link| link.versions.hold(version)).map(|link| link.url)
    }

    /// The address of Apple's article.
    pub fn article_url(&self) -> Option<String> {
        self.article.map(|id| format!("https://support.apple.com/{id}"))
    }
}

pub mod account;
mod apple;
pub mod catalogue;
mod filters;
mod mac;
mod network;
mod places;
mod push;
mod services;
mod trusted;
