//! The plan, as it is printed and kept.

use crate::report::{Report, escape, helper, is_to_copy};
use crate::terminal::{Style, to_ascii};
use crate::wrap;
use anyhow::Result;
use codesent_checks::diagnosis::ANTI_SCAM;
use codesent_checks::guide::{Plan, Told};
use serde_json::json;
use std::fmt::Write as _;

/// For a terminal.
pub(super) fn on_screen(plan: &Plan, style: Style) -> String {
    let wrap = |text: &str, first: &str, rest: &str| wrap::filled(text, style.width, first, rest);
    let mut out = format!("{}\n\n{}\n", style.bold(&wrap(&plan.summary, "", "")), style.bold("Your plan"));
    if let Some(note) = plan.note {
        let _ = writeln!(out, "{}", wrap(note, "  ", "  "));
    }
    for (at, step) in plan.steps.iter().enumerate() {
        let _ = writeln!(out, "{}", wrap(&step.text, &format!("  {}. ", at + 1), "     "));
        for line in &step.how {
            // A command is copied, so it is not broken.
            let line = if is_to_copy(line) { format!("     - {line}") } else { wrap(line, "     - ", "       ") };
            let _ = writeln!(out, "{line}");
        }
    }
    out.push('\n');
    for line in plan.afterwards.into_iter().chain([ANTI_SCAM]) {
        let _ = writeln!(out, "{}", wrap(line, "", ""));
    }
    if style.ascii { to_ascii(&out) } else { out }
}

/// For a program. What was typed is not repeated: it may hold something personal.
pub(super) fn json(plan: &Plan, told: &Told, report: &Report) -> Result<String> {
    let steps = plan.steps.iter().map(|step| json!({ "id": step.id, "text": step.text, "how": step.how }));
    let answers = Told { screen: None, ..told.clone() };
    let document = json!({
        "schema": 1,
        "outlook": report.diagnosis.outlook.word(),
        "headline": report.diagnosis.headline,
        "answers": answers,
        "summary": plan.summary,
        "note": plan.note,
        "steps": steps.collect::<Vec<_>>(),
        "afterwards": plan.afterwards,
        "anti_scam": ANTI_SCAM,
        "exit_code": report.exit_code,
    });
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

/// For a file.
pub(super) fn to_keep(plan: &Plan, report: &Report) -> String {
    let mut out = format!("# Plan to get in\n\n{}\n\n", escape(&plan.summary));
    if let Some(note) = plan.note {
        let _ = writeln!(out, "{note}\n");
    }
    for (at, step) in plan.steps.iter().enumerate() {
        let _ = writeln!(out, "{}. {}", at + 1, escape(&step.text));
        for line in &step.how {
            let _ = writeln!(out, "   - {}", helper(line));
        }
    }
    let made = crate::report::timestamp(report.run.started);
    for line in plan.afterwards.into_iter().chain([ANTI_SCAM]) {
        let _ = writeln!(out, "\n{line}");
    }
    let _ = writeln!(out, "\n_codesent {}, {made}_", env!("CARGO_PKG_VERSION"));
    out
}
