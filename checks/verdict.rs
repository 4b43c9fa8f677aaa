//! What a judge says.

use crate::{Culprit, Effect, Fix};
use serde::{Deserialize, Serialize};

/// The reason of a row that would need Full Disk Access to say more. Such a look is optional: nobody has to grant it, so
/// the row is skipped, and does not count as something that could not be determined.
pub const NEEDS_FULL_DISK_ACCESS: &str = "needs-full-disk-access";

/// The state of one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The statement holds.
    Pass,
    /// Worth knowing, neither good nor bad: it never changes the exit code.
    Info,
    /// The statement holds only in part, or something makes trouble likely.
    Warn,
    /// The statement is false.
    Fail,
    /// Does not apply here, is optional, or another row already explains it.
    Skip,
    /// It could not be found out. Never counted as a pass.
    Unknown,
}

impl Status {
    /// The lower-case word used in tables and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Fail => "fail",
            Self::Skip => "skip",
            Self::Unknown => "unknown",
        }
    }
}

/// A named detail behind a verdict: `("address", "17.57.144.20")`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What it is.
    pub label: String,
    /// What was found.
    pub value: String,
}

/// What one check found.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The state.
    pub status: Status,
    /// What was seen, as one short sentence without a full stop.
    pub saw: String,
    /// Which of the ways to this status it was, as a stable slug for scripts and for the diagnosis: `sinkhole`, `inspected`.
    pub reason: Option<&'static str>,
    /// Who or what stands behind it, where the evidence shows that: several where several are at work.
    pub culprits: Vec<Culprit>,
    /// The hosts and services that it blames, by their own names: `gsa.apple.com`, `com.apple.apsd`.
    pub blames: Vec<&'static str>,
    /// Whether a Fail was measured by itself. Such a one is never folded under another row.
    pub measured: bool,
    /// What is wrong, where neither the check's nor the reason's words fit.
    pub wrong: Option<&'static str>,
    /// What it does to a prompt, where that is neither what the check nor what the reason says.
    pub effect: Option<Effect>,
    /// Details, for `--verbose` and JSON.
    pub evidence: Vec<Evidence>,
    /// A fix that fits better than the check's own.
    pub fix: Option<&'static Fix>,
}

impl Verdict {
    fn new(status: Status, saw: impl Into<String>) -> Self {
        Self {
            status,
            saw: saw.into(),
            reason: None,
            culprits: Vec::new(),
            blames: Vec::new(),
            measured: false,
            wrong: None,
            effect: None,
            evidence: Vec::new(),
            fix: None,
        }
    }

    /// Says which of the ways to this status it was.
    #[must_use]
    pub fn reason(mut self, slug: &'static str) -> Self {
        self.reason = Some(slug);
        self
    }

    /// Names who or what stands behind it.
    #[must_use]
    pub fn culprit(mut self, who: Culprit) -> Self {
        self.culprits.push(who);
        self
    }

    /// Blames a host or a service.
    #[must_use]
    pub fn blames(mut self, name: &'static str) -> Self {
        if !self.blames.contains(&name) {
            self.blames.push(name);
        }
        self
    }

    /// Says that it was measured by itself, so that nothing else explains it away.
    #[must_use]
    pub fn measured(mut self) -> Self {
        self.measured = true;
        self
    }

    /// What is wrong, in other words than the check's own.
    #[must_use]
    pub fn wrong(mut self, words: &'static str) -> Self {
        self.wrong = Some(words);
        self
    }

    /// What it does to a prompt, where that is more or less than its status says.
    #[must_use]
    pub fn does(mut self, effect: Effect) -> Self {
        self.effect = Some(effect);
        self
    }

    /// The culprits' names to the letter, for programs: "LuLu, Little Snitch".
    pub fn culprit_text(&self) -> Option<String> {
        let names: Vec<&str> = self.culprits.iter().map(Culprit::text).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// Replaces the check's own fix.
    #[must_use]
    pub fn fix(mut self, fix: &'static Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Adds a detail.
    #[must_use]
    pub fn evidence(mut self, label: impl Into<String>, value: impl Into<String>) -> Self {
        self.evidence.push(Evidence { label: label.into(), value: value.into() });
        self
    }
}

/// The statement holds.
pub fn pass(saw: impl Into<String>) -> Verdict {
    Verdict::new(Status::Pass, saw)
}

/// Neither good nor bad, but worth a line.
pub fn info(saw: impl Into<String>) -> Verdict {
    Verdict::new(Status::Info, saw)
}

/// The statement holds only in part.
pub fn warn(saw: impl Into<String>) -> Verdict {
    Verdict::new(Status::Warn, saw)
}

/// The statement is false.
pub fn fail(saw: impl Into<String>) -> Verdict {
    Verdict::new(Status::Fail, saw)
}

/// It does not apply here.
pub fn skip(saw: impl Into<String>) -> Verdict {
    Verdict::new(Status::Skip, saw)
}

/// It could not be found out, for a reason that is not a [`crate::Miss`].
pub fn unknown(saw: impl Into<String>) -> Verdict {
    Verdict::new(Status::Unknown, saw)
}
