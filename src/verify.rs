//! `codesent verify`, for a person with a Mac and five minutes: every check with its questions, the answers, and how
//! codesent read them. It is one run, written down before it is shown, so that what is sent is what was looked at.

use crate::check;
use crate::cli::{Color, Source, VerifyOptions};
use crate::recording::Recording;
use crate::report::Report;
use crate::terminal::Style;
use anyhow::{Context, Result};
use codesent_checks::{Answers, Entry, Row};
use serde_json::Value;
use std::fmt::Write as _;
use std::io::{BufRead as _, IsTerminal, Read as _, Write as _};

/// As much of an answer as fits on a screen beside its question.
const LINES: usize = 30;
const COLUMNS: usize = 160;

/// Shows the checks one after the other. The exit code says only whether that could be done.
pub(crate) fn run(options: &VerifyOptions) -> Result<u8> {
    // Before the wait: a word that names no check.
    let chosen = crate::select::select(&options.only, &[], options.only.is_empty())?;
    let (checks, answers) = check::answered(&Source { deep: true, ..options.source.clone() })?;
    let style = Style::detect(Color::Never, false);
    let report = Report::new(&checks, &answers, false);
    if options.source.replay.is_none() {
        Recording::new(&checks, &answers).write(&options.output)?;
    }
    let stops = !options.all && std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let rows: Vec<&Row> =
        report.rows.iter().filter(|row| chosen.iter().any(|check| check.id == row.check.id)).collect();
    for (at, row) in rows.iter().enumerate() {
        print(&one(row, at + 1, rows.len(), &answers), style)?;
        if stops && !goes_on()? {
            break;
        }
    }
    let mut end = format!("\n{}\n", report.diagnosis.headline);
    if options.source.replay.is_none() {
        let path = std::path::absolute(&options.output).unwrap_or_else(|_| options.output.clone());
        let _ = writeln!(
            end,
            "The whole run is recorded in {}. It is redacted, and you can look into it before you send it.",
            path.display()
        );
    }
    print(&end, style)?;
    Ok(0)
}

fn print(text: &str, style: Style) -> Result<()> {
    Ok(std::io::stdout().lock().write_all(style.shown(text).as_bytes())?)
}

/// In bytes; more is no `q`.
const LONGEST_REPLY: u64 = 1024;

/// Whether the person wants to see the next one.
fn goes_on() -> Result<bool> {
    let mut out = std::io::stdout().lock();
    write!(out, "\nIs that so? Enter goes on, q ends. ")?;
    out.flush()?;
    let mut line = String::new();
    let read =
        std::io::stdin().lock().take(LONGEST_REPLY).read_line(&mut line).context("cannot read from the terminal")?;
    Ok(read > 0 && !line.trim().eq_ignore_ascii_case("q"))
}

/// A check: its questions with their answers, then the verdict and what stands behind it.
fn one(row: &Row, number: usize, of: usize, answers: &Answers) -> String {
    let mut text = format!("\n=== {number} of {of}: {} ({})\n", row.check.title, row.check.id);
    for question in row.check.questions() {
        let key = question.key();
        let entry = answers.entries().get(&key);
        let ms = entry.map_or(0, |entry| entry.ms);
        let _ = writeln!(text, "\n--- {key} ({ms} ms)\n{}", shown(entry));
    }
    let _ = writeln!(text, "\n--> {}: {}", row.verdict.status.word(), row.verdict.saw);
    for evidence in &row.verdict.evidence {
        let _ = writeln!(text, "    {}: {}", evidence.label, evidence.value);
    }
    text
}

/// An answer as somebody reads it: what a tool printed as it stands, everything else as JSON.
fn shown(entry: Option<&Entry>) -> String {
    let Some(value) = entry.and_then(|entry| serde_json::to_value(entry).ok()) else { return "not asked".into() };
    if let Some(miss) = value.get("miss") {
        return format!("no answer: {miss}");
    }
    let answer = value.get("answer").unwrap_or(&Value::Null);
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let whole = if let Some(command) = answer.get("command") {
        format!("exit code {}\n{}{}", command["exit"], text(command, "stdout"), text(command, "stderr"))
    } else if let Some(file) = answer.get("text") {
        text(file, "text")
    } else {
        let inside = answer.as_object().and_then(|kinds| kinds.values().next()).unwrap_or(answer);
        serde_json::to_string_pretty(inside).unwrap_or_default()
    };
    let lines: Vec<&str> = whole.trim_end().lines().collect();
    let mut kept: Vec<String> = lines.iter().take(LINES).map(|line| line.chars().take(COLUMNS).collect()).collect();
    if lines.len() > LINES {
        kept.push(format!("\u{2026} {} lines more", lines.len() - LINES));
    }
    kept.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn entry(value: &Value) -> Entry {
        serde_json::from_value(value.clone()).unwrap()
    }

    #[test]
    fn what_a_tool_printed_stands_as_it_is_and_long_answers_are_cut() {
        let lines = (0..50).map(|at| format!("line {at}")).collect::<Vec<_>>().join("\n") + "\n";
        let answer = json!({"answer": {"command": {"exit": 1, "stdout": lines, "stderr": "x".repeat(500)}}});
        let text = shown(Some(&entry(&answer)));
        assert!(text.starts_with("exit code 1\nline 0\nline 1\n"), "{text}");
        assert_eq!(text.lines().count(), LINES + 1);
        assert!(text.ends_with("\u{2026} 22 lines more"), "{text}");
    }

    #[test]
    fn why_there_is_no_answer_is_said() {
        assert_eq!(shown(Some(&entry(&json!({"miss": "timed_out"})))), "no answer: \"timed_out\"");
        assert_eq!(shown(None), "not asked");
    }

    #[test]
    fn other_answers_are_json_without_their_wrapping() {
        let text = shown(Some(&entry(&json!({"answer": {"folder": ["a", "b"]}}))));
        assert_eq!(text, "[\n  \"a\",\n  \"b\"\n]");
    }
}
