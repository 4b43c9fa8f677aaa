//! One line, for inventory fields and status bars: `outlook | headline | counts`.

use super::{ORDER, Report};

/// The outlook as a word for scripts, the headline, and how many checks have each status, in a fixed order.
pub(super) fn render(report: &Report) -> String {
    let headline = one_line(&report.diagnosis.headline).replace('|', "/");
    format!("{} | {headline} | {}\n", report.diagnosis.outlook.word(), counts(report))
}

/// `1 fail, 0 warn, 2 unknown, 10 pass, 1 info, 3 skip`.
pub(super) fn counts(report: &Report) -> String {
    let counts: Vec<String> =
        ORDER.into_iter().map(|status| format!("{} {}", report.count(status), status.word())).collect();
    counts.join(", ")
}

/// The same text without line feeds and tabs.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{HOSTILE, report};

    #[test]
    fn it_is_one_line_with_three_parts_whatever_the_headline_says() {
        let mut report = report();
        report.diagnosis.headline = HOSTILE.into();
        let text = render(&report);
        assert_eq!(text.matches('\n').count(), 1);
        assert_eq!(text.matches(" | ").count(), 2, "{text}");
        assert!(text.ends_with(" | 1 fail, 1 warn, 1 unknown, 1 pass, 1 info, 1 skip\n"), "{text}");
    }
}
