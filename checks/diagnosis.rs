//! From rows to what a locked-out person needs: can this Mac get the code, the one reason why not, and how to get in.

use crate::{Answers, Row, Status};

/// Whether this Mac can receive a code prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// Everything a prompt needs was seen to work.
    Can,
    /// Something is wrong that may stop it, or something that matters could not be found out.
    MightNot,
    /// Something a prompt cannot do without is broken.
    Cannot,
}

/// The answer.
#[derive(Clone, Debug)]
pub struct Diagnosis {
    /// The verdict.
    pub outlook: Outlook,
    /// The verdict and its one reason, as a sentence.
    pub headline: String,
}

/// Draws the conclusion.
pub fn diagnose(rows: &[Row], _answers: &Answers) -> Diagnosis {
    let first = |status: Status| rows.iter().find(|row| row.verdict.status == status);
    if let Some(row) = first(Status::Fail) {
        return Diagnosis {
            outlook: Outlook::Cannot,
            headline: format!("This Mac CANNOT receive a code prompt: {}.", row.verdict.saw),
        };
    }
    Diagnosis { outlook: Outlook::MightNot, headline: "This Mac MIGHT NOT receive a code prompt.".into() }
}
