//! What the person answered, and what was found besides the reason.

use super::Page;
use crate::report::{Report, evidence_lines};
use codesent_checks::guide::{Told, in_words};
use codesent_checks::{Row, Status};

impl Page {
    /// The guide's questions with the answers that were given.
    pub(super) fn answers(&self, out: &mut String, told: &Told) {
        let answers = in_words(told);
        if answers.is_empty() {
            return;
        }
        self.heading(out, 2, "What the person says");
        for (question, answer) in answers {
            self.item(out, &format!("{question} {answer}."));
        }
    }

    /// Every warning and failure that is neither the reason nor explained by it, with its numbers: Support needs them.
    pub(super) fn noticed(&self, out: &mut String, report: &Report) {
        let decides = |row: &Row| report.diagnosis.causes.iter().any(|cause| cause.id == row.check.id);
        let troubled = |row: &&Row| {
            matches!(row.verdict.status, Status::Fail | Status::Warn) && row.because_of.is_none() && !decides(row)
        };
        let rows: Vec<&Row> = report.rows.iter().filter(troubled).collect();
        if rows.is_empty() {
            return;
        }
        self.heading(out, 2, "Not right, and not the reason");
        for row in rows {
            self.item(out, &format!("\u{201c}{}\u{201d}: {} ({})", row.check.title, row.verdict.saw, row.check.id));
            for line in evidence_lines(row) {
                self.detail(out, &line);
            }
        }
    }

    /// Where all is well here.
    pub(super) fn else_it_can_be(&self, out: &mut String, report: &Report) {
        let list = &report.diagnosis.else_it_can_be;
        if list.is_empty() {
            return;
        }
        self.heading(out, 2, "What no Mac can see, the most frequent first");
        for one in list {
            self.item(out, &format!("{}: {}", one.what, one.then));
        }
    }
}
