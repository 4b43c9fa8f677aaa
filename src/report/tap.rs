//! TAP 14, the Test Anything Protocol. It knows ok, not ok and skipped. What could not be determined is not ok, because
//! nobody saw it to be so; what is optional, does not apply or is explained by another row is skipped.

use super::line::one_line;
use super::{Report, found};
use codesent_checks::{Row, Status};
use std::fmt::Write;

/// The stream.
pub(super) fn render(report: &Report) -> String {
    let mut text = format!("TAP version 14\n1..{}\n", report.rows.len());
    for (at, row) in report.rows.iter().enumerate() {
        let _ = writeln!(text, "{}", point(at + 1, row));
        if matches!(row.verdict.status, Status::Fail | Status::Warn | Status::Unknown) {
            let fix = row.fix();
            // A JSON string is a YAML string, whatever is in it.
            let _ = writeln!(text, "  ---\n  severity: {}", row.verdict.status.word());
            for (key, value) in [("saw", row.verdict.saw.as_str()), ("fix", fix.title)] {
                let _ = writeln!(text, "  {key}: {}", serde_json::Value::from(value));
            }
            text.push_str("  ...\n");
        }
    }
    text
}

fn point(number: usize, row: &Row) -> String {
    let ok = if matches!(row.verdict.status, Status::Fail | Status::Unknown) { "not ok" } else { "ok" };
    // The id names the point from run to run; what was found is its own word, and the reason of a skip.
    match row.verdict.status {
        Status::Skip => format!("{ok} {number} - {} # SKIP {}", row.check.id, escape(&found(row))),
        _ => format!("{ok} {number} - {}: {}", row.check.id, escape(&found(row))),
    }
}

/// A number sign would begin a directive.
fn escape(text: &str) -> String {
    one_line(text).replace('\\', "\\\\").replace('#', "\\#")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::report;

    #[test]
    fn there_is_one_point_a_row_and_what_failed_or_is_unknown_is_not_ok() {
        let text = render(&report());
        let points: Vec<&str> =
            text.lines().filter(|line| line.starts_with("ok ") || line.starts_with("not ok ")).collect();
        assert_eq!(points.len(), 6);
        assert_eq!(points.iter().filter(|line| line.starts_with("not ok ")).count(), 2);
        assert_eq!(points.iter().filter(|line| line.contains(" # SKIP ")).count(), 1);
        assert!(text.starts_with("TAP version 14\n1..6\nok 1 - "), "{text}");
    }

    #[test]
    fn nothing_from_outside_begins_a_line_or_a_directive() {
        assert_eq!(escape("a # TODO b\nnot ok 7 \\"), "a \\# TODO b not ok 7 \\\\");
        let text = render(&report());
        assert!(text.lines().all(|line| !line.starts_with("Bail out!")), "{text}");
    }
}
