//! A window of swiftDialog, for help desks that show one: `codesent check --format dialog > FILE; dialog --jsonfile FILE`.
//! Keys and the words for a state: swiftDialog's documentation of `--jsonfile` and of list items.

use super::findings::{finding, sign};
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
        listitem: groups.map(|rows| item(report, rows)).collect(),
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

/// A group has the state of its worst row and says what the table says of it. What was not judged is no success.
fn item(report: &Report, rows: &[Row]) -> Item {
    let title = rows[0].group.title;
    let count = |status: Status| rows.iter().filter(|row| row.verdict.status == status).count();
    let Some((status, found)) = finding(report, rows) else {
        let (status, statustext) = match sign(rows) {
            Status::Skip => ("pending", "not checked"),
            _ => ("success", "OK"),
        };
        return Item { title, subtitle: String::new(), status, statustext: statustext.into() };
    };
    let (state, statustext) = match status {
        Status::Fail => ("fail", format!("{} of {}", count(status), rows.len())),
        Status::Warn => ("error", format!("{} of {}", count(status), rows.len())),
        Status::Unknown => ("pending", format!("{} not known", count(status))),
        // Who may be behind the trouble of others, and what others explain.
        Status::Pass | Status::Info => ("pending", "suspected".to_owned()),
        Status::Skip => ("pending", "not judged".to_owned()),
    };
    Item { title, subtitle: one_line(&capitalised(&found)), status: state, statustext }
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
            let group = report.rows[0].group.id;
            for row in &mut report.rows {
                let pass = row.group.id == group && status != Status::Skip;
                row.verdict.status = if pass { Status::Pass } else { Status::Skip };
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
