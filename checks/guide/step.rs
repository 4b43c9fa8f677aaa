//! What a plan is made of.

/// One numbered step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Stable, for scripts.
    pub id: &'static str,
    /// What to do, as a sentence.
    pub text: String,
    /// How, where it takes more than that.
    pub how: Vec<String>,
}

impl Step {
    pub(super) fn new(id: &'static str, text: impl Into<String>) -> Self {
        Self { id, text: text.into(), how: Vec::new() }
    }

    pub(super) fn how(mut self, text: impl Into<String>) -> Self {
        self.how.push(text.into());
        self
    }
}

/// At most [`MOST`] steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What it comes down to, in a few sentences.
    pub summary: String,
    /// What holds for all of the steps.
    pub note: Option<&'static str>,
    /// In order.
    pub steps: Vec<Step>,
    /// What is left to do once it is over.
    pub afterwards: Option<&'static str>,
}

impl Plan {
    /// One that needs no more than its steps.
    pub(super) fn of(summary: &str, steps: Vec<Step>) -> Self {
        Self { summary: summary.into(), note: None, steps, afterwards: None }
    }
}

/// The most steps a person in trouble reads.
pub const MOST: usize = 6;
