//! The table: for people, at any width from 40 columns, with words beside every mark.
//!
//! A run of every check is told by group; what is not well and what people ask about first have rows of their own: a locked-out
//! person reads one screen. `--verbose`, a run of a few checks and the other formats show every row.

use super::{ORDER, Report, answer, evidence_lines};
use crate::terminal::Style;
use codesent_checks::{Row, Status};
use colored::{Color, ColoredString, Colorize};
use std::fmt::Write;
use textwrap::core::display_width;

/// The column with the mark and the word.
const MARK_WIDTH: usize = 10;
/// Left of everything.
const INDENT: usize = 2;
/// Between what should be and what is.
const GAP: usize = 2;
/// With less room than this for both, what is stands under what should be.
const SIDE_BY_SIDE: usize = 44;

/// What people ask about first, and what every checklist on the web names: these rows are always shown.
const ALWAYS: &[&str] = &[
    "network/internet",
    "dns/sign-in",
    "tls/sign-in",
    "push/courier",
    "status/apple-account",
    "clock/offset",
    "vpn/active",
    "account/icloud",
    "messages/imessage",
    "facetime/registered",
];

/// The whole report.
pub(super) fn render(report: &Report, style: Style, verbose: bool) -> String {
    let mut text = String::new();
    answer::first(&mut text, report, style);
    let groups = report.rows.chunk_by(|left, right| left.group.id == right.group.id);
    if verbose || report.is_few() {
        let columns = Columns::of(report.rows.iter(), INDENT, style);
        for rows in groups {
            section(&mut text, rows, &columns, verbose);
        }
    } else {
        let _ = writeln!(text, "{}", "What was checked (--verbose shows every row)".bold());
        let names = report.rows.iter().map(|row| display_width(row.group.title)).max().unwrap_or(0);
        let columns = Columns::of(report.rows.iter().filter(|row| is_telling(row)), 2 * INDENT, style);
        for rows in groups {
            overview(&mut text, rows, names, &columns);
        }
        text.push('\n');
    }
    answer::last(&mut text, report, style, verbose);
    let _ = writeln!(text, "{}", answer::filled(&summary(report), style, "", ""));
    answer::end(&mut text, report, style);
    text
}

/// The last line of the table.
fn summary(report: &Report) -> String {
    let tenths = report.run.duration_ms / 100;
    let checks = if report.rows.len() == 1 { "check" } else { "checks" };
    format!("{} {checks} in {}.{} s: {}", report.rows.len(), tenths / 10, tenths % 10, counts(&report.rows))
}

/// Whether a row is shown where only groups are.
fn is_telling(row: &Row) -> bool {
    let troubled = matches!(row.verdict.status, Status::Fail | Status::Warn | Status::Unknown);
    troubled || ALWAYS.contains(&row.check.id)
}

/// One group in one line, and under it what is not well.
fn overview(text: &mut String, rows: &[Row], names: usize, columns: &Columns) {
    let Some(first) = rows.first() else { return };
    let style = columns.style;
    let has = |status: &Status| rows.iter().any(|row| row.verdict.status == *status);
    let worst = ORDER.into_iter().find(has).unwrap_or(Status::Unknown);
    let title = style.shown(&typographic(first.group.title));
    let padding = " ".repeat((names + GAP).saturating_sub(display_width(&title)));
    let same = rows.iter().all(|row| tells_the_same(first, row));
    let reason = if same { format!(": {}", first.verdict.saw) } else { String::new() };
    let lead = " ".repeat(INDENT + 2 + display_width(&title) + padding.len());
    let said = answer::filled(&format!("{}{reason}", counts(rows)), style, &lead, &lead);
    let mark = mark(worst, style.ascii, false);
    let _ = writeln!(text, "{:INDENT$}{mark} {title}{padding}{}", "", said.trim_start());
    if !same {
        let telling: Vec<&Row> = rows.iter().filter(|row| is_telling(row)).collect();
        for alike in telling.chunk_by(|left, right| tells_the_same(left, right)) {
            columns.alike(text, alike);
        }
    }
}

/// One group: its heading and a row a check.
fn section(text: &mut String, rows: &[Row], columns: &Columns, verbose: bool) {
    let Some(first) = rows.first() else { return };
    let _ = writeln!(text, "{}", columns.style.shown(&typographic(first.group.title)).bold());
    let rows: Vec<&Row> = rows.iter().collect();
    for alike in rows.chunk_by(|left, right| !verbose && tells_the_same(left, right)) {
        let row = alike[0];
        if !verbose {
            columns.alike(text, alike);
            continue;
        }
        let mut saw = vec![row.verdict.saw.clone()];
        saw.extend(evidence_lines(row));
        saw.push(format!("({}, {} ms)", row.check.id, row.ms));
        columns.write(text, row.verdict.status, row.check.title, &saw);
    }
    text.push('\n');
}

/// Neighbours that say nothing for one reason are one line; `--verbose` and the other formats show each.
fn tells_the_same(left: &Row, right: &Row) -> bool {
    let silent = matches!(left.verdict.status, Status::Skip | Status::Unknown);
    silent && left.verdict.status == right.verdict.status && left.verdict.saw == right.verdict.saw
}

/// Where the columns of a few rows begin.
struct Columns {
    style: Style,
    indent: usize,
    /// For what should be; `None` where both do not fit side by side.
    title: Option<usize>,
    /// For what is.
    saw: usize,
}

impl Columns {
    /// As wide as these titles need, and never more than half.
    fn of<'a>(rows: impl Iterator<Item = &'a Row>, indent: usize, style: Style) -> Self {
        let rest = style.width - indent - MARK_WIDTH;
        if rest < SIDE_BY_SIDE {
            return Self { style, indent, title: None, saw: rest };
        }
        let longest = rows.map(|row| display_width(row.check.title)).max().unwrap_or(0);
        let title = longest.min(rest / 2 - GAP);
        Self { style, indent, title: Some(title), saw: rest - title - GAP }
    }

    /// Rows that tell the same: a row, or their number.
    fn alike(&self, text: &mut String, rows: &[&Row]) {
        let Some(first) = rows.first() else { return };
        let many = format!("{} checks", rows.len());
        let title = if rows.len() == 1 { first.check.title } else { &many };
        self.write(text, first.verdict.status, title, std::slice::from_ref(&first.verdict.saw));
    }

    /// One row: each of `saw` begins on a line of its own.
    fn write(&self, text: &mut String, status: Status, title: &str, saw: &[String]) {
        let word = " ".repeat((MARK_WIDTH - 2).saturating_sub(status.word().len()));
        let mark = format!("{}{word}", mark(status, self.style.ascii, true));
        let title = self.style.shown(&typographic(title));
        let saw = saw.iter().flat_map(|line| broken(&self.style.shown(line), self.saw));
        let (titles, mut saw): (Vec<String>, Vec<String>) = match self.title {
            Some(width) => (broken(&title, width), saw.collect()),
            None => (broken(&title, self.saw).into_iter().chain(saw).collect(), Vec::new()),
        };
        saw.resize(saw.len().max(titles.len()), String::new());
        for (at, saw) in saw.iter().enumerate() {
            let title = titles.get(at).map_or("", String::as_str);
            let gap = self.title.map_or(0, |width| (width + GAP).saturating_sub(display_width(title)));
            let lead = if at == 0 { mark.clone() } else { " ".repeat(MARK_WIDTH) };
            let line = format!("{:indent$}{lead}{title}{:gap$}{saw}", "", "", indent = self.indent);
            let _ = writeln!(text, "{}", line.trim_end());
        }
    }
}

/// Lines that are never wider than the column.
fn broken(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

fn typographic(text: &str) -> String {
    text.replace('\'', "\u{2019}")
}

/// The mark, with its word or without.
fn mark(status: Status, ascii: bool, word: bool) -> ColoredString {
    let (mark, plain, color) = match status {
        Status::Pass => ("\u{2713}", "+", Color::Green),
        Status::Info => ("i", "i", Color::Blue),
        Status::Warn => ("!", "!", Color::Yellow),
        Status::Fail => ("\u{2717}", "x", Color::Red),
        Status::Skip => ("\u{2013}", "-", Color::BrightBlack),
        Status::Unknown => ("?", "?", Color::Magenta),
    };
    let mark = if ascii { plain } else { mark };
    let text = if word { format!("{mark} {}", status.word()) } else { mark.to_owned() }.color(color);
    if status == Status::Fail { text.bold() } else { text }
}

/// `1 fail, 7 pass, 1 skip`: worst first.
fn counts(rows: &[Row]) -> String {
    let count = |status: Status| rows.iter().filter(|row| row.verdict.status == status).count();
    let counts: Vec<String> = ORDER
        .into_iter()
        .map(|status| (count(status), status.word()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    counts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    fn style(width: usize) -> Style {
        Style { width, ascii: true, color: false }
    }

    fn shown(report: &Report, width: usize, verbose: bool) -> String {
        colored::control::set_override(false);
        render(report, style(width), verbose)
    }

    /// Every check, the first of each group failed.
    fn many() -> Report {
        let few = testing::report();
        let checks: Vec<_> = codesent_checks::all().collect();
        let answers = codesent_checks::Answers::new(few.run.clone(), std::collections::BTreeMap::new());
        let mut report = Report::new(&checks, &answers, false);
        for at in 0..report.rows.len() {
            let first = at == 0 || report.rows[at - 1].group.id != report.rows[at].group.id;
            let verdict = &mut report.rows[at].verdict;
            verdict.status = if first { Status::Fail } else { Status::Pass };
            verdict.saw = if first { "it is not so".into() } else { "it is so".into() };
        }
        report
    }

    #[test]
    fn a_full_run_is_told_by_group_and_what_is_not_well_has_a_row() {
        let report = many();
        let text = shown(&report, 80, false);
        assert!(text.contains("What was checked"), "{text}");
        assert!(text.contains("  x Network                1 fail, "), "{text}");
        assert_eq!(text.matches("it is not so").count(), report.count(Status::Fail));
        let asked =
            report.rows.iter().filter(|row| ALWAYS.contains(&row.check.id) && row.verdict.status == Status::Pass);
        assert_eq!(text.matches("it is so").count(), asked.count(), "{text}");
    }

    #[test]
    fn what_is_always_shown_exists() {
        for id in ALWAYS {
            assert!(codesent_checks::find(id).is_some(), "{id}");
        }
    }

    #[test]
    fn verbose_and_a_run_of_a_few_show_every_row() {
        let report = many();
        let text = shown(&report, 80, true);
        assert_eq!(text.matches("it is so").count(), report.count(Status::Pass));
        let text = shown(&testing::report(), 80, false);
        assert!(text.contains("\nNetwork\n") && text.contains("+ pass    A network interface has"), "{text}");
    }

    #[test]
    fn verbose_does_not_say_twice_what_was_seen() {
        let mut report = testing::report();
        report.rows[0].verdict = codesent_checks::fail("gsa.apple.com: no reply").evidence("gsa.apple.com", "no reply");
        let text = shown(&report, 80, true);
        assert_eq!(text.matches("gsa.apple.com: no reply").count(), 1, "{text}");
    }

    #[test]
    fn at_forty_columns_what_is_stands_under_what_should_be_and_no_word_is_cut() {
        let text = shown(&many(), 40, true);
        assert!(text.contains("\n  + pass    Packets of full size arrive\n            it is so\n"), "{text}");
        let rows = text.lines().skip_while(|line| *line != "Network").take_while(|line| *line != "FaceTime");
        for line in rows {
            assert!(display_width(line) <= 40, "{line}");
        }
    }
}
