//! GitHub Actions: one annotation for whatever is not right, and a job summary. A job is no locked-out person, so the
//! summary has no ways to get in.

use super::line::one_line;
use super::{Report, found};
use crate::aside;
use anyhow::{Context, Result};
use codesent_checks::Status;
use std::fmt::Write as _;
use std::path::Path;

/// Workflow commands, one a line, and a line for people.
pub(super) fn render(report: &Report) -> String {
    let mut text = String::new();
    for row in &report.rows {
        let level = match row.verdict.status {
            Status::Fail => "error",
            Status::Warn => "warning",
            Status::Unknown => "notice",
            _ => continue,
        };
        let fix = row.fix();
        let saw = one_line(&row.verdict.saw);
        let message = if row.verdict.status == Status::Unknown { saw } else { format!("{saw}. {}", fix.title) };
        let title = format!("{}: {}", row.check.id, found(row));
        let _ = writeln!(text, "::{level} title={}::{}", property(&title), data(&message));
    }
    // Nothing that was seen may stand at the beginning of a line, where it could be a command.
    let _ = write!(text, "codesent: {}", super::line::render(report));
    text
}

/// Appends the summary to the job's, where GitHub names a file for it.
pub(super) fn summarise(report: &Report) -> Result<()> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else { return Ok(()) };
    let path = Path::new(&path);
    aside::append(path, super::markdown::summary(report).as_bytes())
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(())
}

/// The message of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::report;

    #[test]
    fn only_our_own_commands_are_lines() {
        let text = render(&report());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 4, "{text}");
        for (line, start) in lines.iter().zip(["::error title=", "::warning title=", "::notice title=", "codesent: "]) {
            assert!(lines.iter().any(|line| line.starts_with(start)), "{line}");
        }
        assert!(!lines.iter().any(|line| line.starts_with("::set-output") || line.starts_with("::add-mask")), "{text}");
    }

    #[test]
    fn percent_signs_and_separators_are_encoded() {
        assert_eq!(data("100%\r\n"), "100%25%0D%0A");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
    }
}
