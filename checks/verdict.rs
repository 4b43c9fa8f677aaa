//! What a judge says.

use crate::Fix;
use serde::{Deserialize, Serialize};

/// The reason of a row that would need Full Disk Access to say more. Such a look is optional: nobody has to grant it, so
/// it does not count as something that could not be determined.
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
    /// Does not apply here, or another row already explains it.
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
    /// The product, organisation or file that stands behind it, where the evidence names one.
    pub culprit: Option<String>,
    /// Details, for `--verbose` and JSON.
    pub evidence: Vec<Evidence>,
    /// A fix that fits better than the check's own.
    pub fix: Option<&'static Fix>,
}

impl Verdict {
    fn new(status: Status, saw: impl Into<String>) -> Self {
        Self { status, saw: saw.into(), reason: None, culprit: None, evidence: Vec::new(), fix: None }
    }

    /// Says which of the ways to this status it was.
    #[must_use]
    pub fn reason(mut self, slug: &'static str) -> Self {
        self.reason = Some(slug);
        self
    }

    /// Names who or what stands behind it.
    #[must_use]
    pub fn culprit(mut self, name: impl Into<String>) -> Self {
        self.culprit = Some(name.into());
        self
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
