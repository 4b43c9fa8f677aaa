//! The outlook alone, for a script that only wants to compare one word.

use super::Report;

/// `can`, `might_not`, `cannot` or `cannot_tell`.
pub(super) fn render(report: &Report) -> String {
    format!("{}\n", report.diagnosis.outlook.word())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{HOSTILE, report};

    #[test]
    fn it_is_one_word_whatever_the_headline_says() {
        let mut report = report();
        report.diagnosis.headline = HOSTILE.into();
        for outlook in crate::report::OUTLOOKS {
            report.diagnosis.outlook = outlook;
            assert_eq!(render(&report), format!("{}\n", outlook.word()));
        }
    }
}
