//! A window of swiftDialog, for help desks that show one: `codesent check --format dialog > FILE; dialog --jsonfile FILE`.
//! Keys and the words for a state: swiftDialog's documentation of `--jsonfile` and of list items.

use super::line::one_line;
use super::{Report, capitalised};
use anyhow::Result;
use codesent_checks::diagnosis::Outlook;
use codesent_checks::{Row, Status};
use serde::Serialize;
use std::fmt::Write as _;

/// What swiftDialog reads.
#[derive(Serialize)]
struct Dialog {
    title: &'static str,
    /// Markdown.
    message: String,
    icon: &'static str,
    listitem: Vec<Item>,
    button1text: &'static str,
    width: u32,
    height: u32,
}

/// One group of checks.
#[derive(Serialize)]
struct Item {
    title: &'static str,
    subtitle: String,
    status: &'static str,
    statustext: String,
}

/// The JSON that `dialog --jsonfile` takes.
pub(super) fn render(report: &Report) -> Result<String> {
    let groups = report.rows.chunk_by(|left, right| left.group.id == right.group.id);
    let dialog = Dialog {
        title: "Apple Account codes",
        message: message(report),
        icon: match report.diagnosis.outlook {
            Outlook::Can => "SF=checkmark.shield.fill,colour=green",
            Outlook::MightNot => "SF=exclamationmark.shield.fill,colour=orange",
            Outlook::Cannot => "SF=xmark.shield.fill,colour=red",
            Outlook::CannotTell => "SF=shield.slash.fill,colour=gray",
        },
        listitem: groups.map(item).collect(),
        button1text: "Close",
        width: 900,
        height: 800,
    };
    Ok(serde_json::to_string_pretty(&dialog)? + "\n")
}

/// The verdict and how to get in.
fn message(report: &Report) -> String {
    let mut text = format!("**{}**", escaped(&report.diagnosis.headline));
    for (at, line) in report.get_in_now().enumerate() {
        let _ = write!(text, "{}{}. {}", if at == 0 { "\n\n" } else { "\n" }, at + 1, escaped(line));
    }
    text
}

/// Worst first. What was not looked at is no success, so it comes before what was.
const WORST: [Status; 6] = [Status::Fail, Status::Warn, Status::Unknown, Status::Skip, Status::Pass, Status::Info];

/// A group has the state of its worst row, and that row's words.
fn item(rows: &[Row]) -> Item {
    let worst = WORST.into_iter().find_map(|status| rows.iter().find(|row| row.verdict.status == status));
    let status = worst.map_or(Status::Skip, |row| row.verdict.status);
    let count = rows.iter().filter(|row| row.verdict.status == status).count();
    let (state, told) = match status {
        Status::Fail => ("fail", true),
        Status::Warn => ("error", true),
        Status::Unknown => ("pending", true),
        Status::Pass | Status::Info => ("success", false),
        // Explained by something in another group.
        Status::Skip => ("pending", true),
    };
    let subtitle = match worst {
        // Not the title: it is a statement that should be true.
        Some(row) if told => capitalised(&row.verdict.saw),
        _ => String::new(),
    };
    let statustext = match status {
        Status::Pass | Status::Info => "OK".to_owned(),
        Status::Unknown => format!("{count} not known"),
        Status::Skip => format!("{count} not checked"),
        Status::Fail | Status::Warn => format!("{count} of {}", rows.len()),
    };
    Item { title: rows[0].group.title, subtitle: one_line(&subtitle), status: state, statustext }
}

/// Text in one line that is no markup to a reader of Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in one_line(text).chars() {
        if matches!(letter, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '|' | '#' | '\\' | '~' | '!') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{HOSTILE, report};
    use serde_json::Value;

    fn shown(report: &Report) -> Value {
        serde_json::from_str(&render(report).unwrap()).unwrap()
    }

    #[test]
    fn there_is_an_item_a_group_with_a_state_that_swift_dialog_knows() {
        let report = report();
        let value = shown(&report);
        let items = value["listitem"].as_array().unwrap();
        let groups = report.rows.chunk_by(|left, right| left.group.id == right.group.id).count();
        assert_eq!(items.len(), groups);
        for item in items {
            let state = item["status"].as_str().unwrap();
            assert!(["wait", "success", "fail", "error", "pending", "progress"].contains(&state), "{item}");
            assert!(!item["statustext"].as_str().unwrap().is_empty(), "{item}");
        }
    }

    #[test]
    fn a_group_is_as_bad_as_its_worst_row_and_unknown_is_no_success() {
        let mut report = report();
        for (status, state) in [
            (Status::Pass, "success"),
            (Status::Info, "success"),
            (Status::Skip, "pending"),
            (Status::Unknown, "pending"),
            (Status::Warn, "error"),
            (Status::Fail, "fail"),
        ] {
            for row in &mut report.rows {
                row.verdict.status = Status::Pass;
            }
            report.rows[0].verdict.status = status;
            assert_eq!(shown(&report)["listitem"][0]["status"], state, "{status:?}");
        }
    }

    #[test]
    fn what_was_seen_is_no_markup() {
        let mut report = report();
        report.diagnosis.headline = HOSTILE.into();
        let message = shown(&report)["message"].as_str().unwrap().to_owned();
        assert!(message.starts_with("**\\<script\\>"), "{message}");
        assert!(!message.contains("](http") || message.contains("\\](http"), "{message}");
    }
}
