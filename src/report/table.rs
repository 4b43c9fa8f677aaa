//! The table: for people, at any width from 40 columns, with words beside every mark.

use super::{Report, answer};
use crate::terminal::Style;
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
    answer::first(&mut text, report, style);
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
    answer::last(&mut text, report, style, verbose);
    let _ = writeln!(text, "{}\n", summary(report));
    // On a terminal the end is what stands on the screen.
    answer::headline(&mut text, report, style);
    text
}

/// One group: its heading and a row a check.
fn section(text: &mut String, rows: &[&Row], style: Style, verbose: bool) {
    let Some(first) = rows.first() else { return };
    let _ = writeln!(text, "{}", first.group.title.replace('\'', "\u{2019}").bold());
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    for alike in rows.chunk_by(|left, right| !verbose && tells_the_same(left, right)) {
        let row = alike[0];
        if alike.len() > 1 {
            let count = format!("{} checks", alike.len());
            table.add_row(Cells::from(vec![mark(Status::Skip, style.ascii), count, row.verdict.saw.clone()]));
            continue;
        }
        let mut saw = row.verdict.saw.clone();
        if verbose {
            for evidence in &row.verdict.evidence {
                let _ = write!(saw, "\n{}: {}", evidence.label, evidence.value);
            }
            let _ = write!(saw, "\n({}, {} ms)", row.check.id, row.ms);
        }
        table.add_row(Cells::from(vec![
            mark(row.verdict.status, style.ascii),
            style.shown(&row.check.title.replace('\'', "\u{2019}")),
            style.shown(&saw),
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

/// Neighbours that were skipped for one reason are one line; `--verbose` and the other formats show each.
fn tells_the_same(left: &Row, right: &Row) -> bool {
    left.verdict.status == Status::Skip && right.verdict.status == Status::Skip && left.verdict.saw == right.verdict.saw
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
