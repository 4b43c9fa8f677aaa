//! The table: for people, at any width from 40 columns, with words beside every mark.

use super::{Report, fix_lines};
use crate::terminal::Style;
use codesent_checks::diagnosis::Outlook;
use codesent_checks::{Row, Status};
use colored::{Color, Colorize};
use comfy_table::{ColumnConstraint, ContentArrangement, Row as Cells, Table, Width, presets};
use std::fmt::Write;

/// The column with the mark and the word.
const MARK_WIDTH: usize = 10;
/// Left of everything.
const INDENT: usize = 2;

/// The whole report.
pub(super) fn render(report: &Report, style: Style, verbose: bool) -> String {
    let mut text = String::new();
    let headline = textwrap::fill(&report.diagnosis.headline, style.width);
    let color = match report.diagnosis.outlook {
        Outlook::Can => Color::Green,
        Outlook::MightNot => Color::Yellow,
        Outlook::Cannot => Color::Red,
        Outlook::CannotTell => Color::Blue,
    };
    let _ = writeln!(text, "{}\n", headline.color(color).bold());
    let mut group = "";
    let mut rows: Vec<&Row> = Vec::new();
    for row in &report.rows {
        if row.group.id != group && !rows.is_empty() {
            section(&mut text, &rows, style, verbose);
            rows.clear();
        }
        group = row.group.id;
        rows.push(row);
    }
    section(&mut text, &rows, style, verbose);
    fixes(&mut text, report, style);
    let _ = writeln!(text, "{}", summary(report));
    text
}

/// One group: its heading and a row a check.
fn section(text: &mut String, rows: &[&Row], style: Style, verbose: bool) {
    let Some(first) = rows.first() else { return };
    let _ = writeln!(text, "{}", first.group.title.bold());
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    for row in rows {
        let mut saw = row.verdict.saw.clone();
        if verbose {
            for evidence in &row.verdict.evidence {
                let _ = write!(saw, "\n{}: {}", evidence.label, evidence.value);
            }
            let _ = write!(saw, "\n({}, {} ms)", row.check.id, row.ms);
        }
        table.add_row(Cells::from(vec![
            mark(row.verdict.status, style.ascii),
            row.check.title.replace('\'', "\u{2019}"),
            saw,
        ]));
    }
    let rest = style.width - INDENT - MARK_WIDTH;
    let title = rest * 9 / 20;
    for (at, width) in [MARK_WIDTH, title, rest - title].into_iter().enumerate() {
        if let Some(column) = table.column_mut(at) {
            let width = u16::try_from(width).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width))).set_padding((0, 1));
        }
    }
    for line in table.lines() {
        let _ = writeln!(text, "{:INDENT$}{}", "", line.trim_end());
    }
    text.push('\n');
}

/// Mark and word, in colour.
fn mark(status: Status, ascii: bool) -> String {
    let (mark, plain, color) = match status {
        Status::Pass => ("\u{2713}", "+", Color::Green),
        Status::Info => ("i", "i", Color::Blue),
        Status::Warn => ("!", "!", Color::Yellow),
        Status::Fail => ("\u{2717}", "x", Color::Red),
        Status::Skip => ("\u{2013}", "-", Color::BrightBlack),
        Status::Unknown => ("?", "?", Color::Magenta),
    };
    let word = status.word();
    let text = format!("{} {word}", if ascii { plain } else { mark }).color(color);
    if status == Status::Fail { text.bold().to_string() } else { text.to_string() }
}

/// What to do, each fix once.
fn fixes(text: &mut String, report: &Report, style: Style) {
    let fixes = report.fixes();
    if fixes.is_empty() {
        return;
    }
    let _ = writeln!(text, "{}", "What to do".bold());
    for (fix, rows) in fixes {
        let ids: Vec<&str> = rows.iter().map(|row| row.check.id).collect();
        let heading = format!("{} ({})", fix.title, ids.join(", "));
        let indent = |first: &'static str, rest: &'static str| {
            textwrap::Options::new(style.width)
                .initial_indent(first)
                .subsequent_indent(rest)
                .break_words(false)
                // A link or a command must survive copying.
                .word_splitter(textwrap::WordSplitter::NoHyphenation)
        };
        let _ = writeln!(text, "{}", textwrap::fill(&heading, indent("  ", "  ")));
        for line in fix_lines(fix, report.macos) {
            let rest = if line.as_bytes().get(1) == Some(&b'.') { "       " } else { "             " };
            let _ = writeln!(text, "{}", textwrap::fill(&line, indent("    ", rest)));
        }
        text.push('\n');
    }
}

/// The last line.
fn summary(report: &Report) -> String {
    let statuses = [Status::Pass, Status::Info, Status::Warn, Status::Fail, Status::Skip, Status::Unknown];
    let counts: Vec<String> = statuses
        .into_iter()
        .map(|status| (report.count(status), status.word()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let seconds = report.run.duration_ms / 1000;
    let tenths = report.run.duration_ms % 1000 / 100;
    format!("{} in {seconds}.{tenths} s", counts.join(", "))
}
