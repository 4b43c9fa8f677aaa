//! For people at a terminal: one screen, or with `--verbose` everything. Whoever asks for a few checks sees their rows.

use super::{Report, answer, counts, evidence_lines, found, screen, typographic};
use crate::terminal::Style;
use crate::wrap;
use codesent_checks::Row;
use std::fmt::Write;

/// The column with the mark and the word.
const MARK_WIDTH: usize = 12;
/// Between the columns.
const GAP: usize = 2;
/// With less room than this for both, what was found stands under the id.
const SIDE_BY_SIDE: usize = 60;

/// The whole report.
pub(super) fn render(report: &Report, style: Style, verbose: bool) -> String {
    if !verbose && !report.is_few() {
        return screen::render(report, style);
    }
    let mut page = String::new();
    screen::answer(&mut page, report, style);
    if !report.is_few() || !report.diagnosis.causes.is_empty() {
        screen::get_in(&mut page, report, style, usize::MAX);
    }
    answer::causes(&mut page, report, style);
    let columns = Columns::of(&report.rows, style);
    for rows in report.rows.chunk_by(|left, right| left.group.id == right.group.id) {
        group(&mut page, rows, &columns, verbose);
    }
    answer::rest(&mut page, report, style, verbose);
    let _ = writeln!(page, "{}", style.filled(&summary(report), "", ""));
    page
}

/// The last line.
fn summary(report: &Report) -> String {
    let tenths = report.run.duration_ms / 100;
    let checks = if report.rows.len() == 1 { "check" } else { "checks" };
    format!("{} {checks} in {}.{} s: {}", report.rows.len(), tenths / 10, tenths % 10, counts(report))
}

/// One group: its heading and a row a check.
fn group(page: &mut String, rows: &[Row], columns: &Columns, verbose: bool) {
    let Some(first) = rows.first() else { return };
    let _ = writeln!(page, "{}", columns.style.bold(&columns.style.shown(&typographic(first.group.title))));
    for row in rows {
        let mut lines = vec![found(row)];
        if verbose {
            lines.extend(Some(row.verdict.saw.clone()).filter(|saw| !lines[0].contains(saw)));
            lines.extend(evidence_lines(row));
        }
        columns.write(page, row, &lines);
    }
    page.push('\n');
}

/// Where the columns begin.
struct Columns {
    style: Style,
    /// For the ids; `None` where both columns do not fit side by side.
    id: Option<usize>,
    /// For what was found.
    found: usize,
}

impl Columns {
    fn of(rows: &[Row], style: Style) -> Self {
        let rest = style.width - MARK_WIDTH;
        if rest < SIDE_BY_SIDE {
            return Self { style, id: None, found: rest };
        }
        let id = rows.iter().map(|row| row.check.id.len()).max().unwrap_or(0);
        Self { style, id: Some(id), found: rest - id - GAP }
    }

    /// One row: each of `lines` begins on a line of its own.
    fn write(&self, page: &mut String, row: &Row, lines: &[String]) {
        let status = row.verdict.status;
        let mark = format!("{} {}", self.style.mark(status), status.word());
        let mark = format!("{mark}{:pad$}", "", pad = (MARK_WIDTH - 4).saturating_sub(status.word().len()));
        let lines = lines.iter().flat_map(|line| wrap::column(&self.style.shown(line), self.found));
        let mut lines: Vec<String> = match self.id {
            Some(_) => lines.collect(),
            None => std::iter::once(row.check.id.to_owned()).chain(lines).collect(),
        };
        if lines.is_empty() {
            lines.push(String::new());
        }
        for (at, line) in lines.iter().enumerate() {
            let lead = if at == 0 { mark.clone() } else { " ".repeat(MARK_WIDTH) };
            let id = if at == 0 { row.check.id } else { "" };
            let id = self.id.map_or(String::new(), |width| format!("{id:width$}{:GAP$}", ""));
            let _ = writeln!(page, "{}", format!("{lead}{id}{line}").trim_end());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use codesent_checks::Status;
    use textwrap::core::display_width;

    fn shown(report: &Report, width: usize, verbose: bool) -> String {
        render(report, Style::plain(width), verbose)
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
    fn a_full_run_is_told_by_group_with_what_was_found() {
        let report = many();
        let text = shown(&report, 80, false);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(" What was checked (") && !text.contains("it is so "), "{text}");
        for row in report.rows.iter().filter(|row| row.verdict.status == Status::Fail) {
            let (said, title) = (row.wrong(), row.group.title);
            let (said, _) = super::super::findings::parted(&said);
            for part in [said, title] {
                assert!(text.contains(&crate::terminal::to_ascii(part)), "{}: {part}: {text}", row.check.id);
            }
        }
    }

    #[test]
    fn verbose_and_a_run_of_a_few_show_every_row() {
        let report = many();
        let text = shown(&report, 200, true);
        assert_eq!(text.matches("it is so").count(), report.count(Status::Pass));
        let text = shown(&testing::report(), 80, false);
        assert!(text.contains("\nNetwork\n") && text.contains(" +  pass    network/interface-up "), "{text}");
    }

    #[test]
    fn a_row_says_what_was_found_and_not_what_it_contradicts() {
        let report = many();
        let text = shown(&report, 200, true);
        for row in &report.rows {
            let title = row.check.title.replace('\u{2019}', "'");
            let line = text.lines().find(|line| line.split_whitespace().nth(2) == Some(row.check.id)).unwrap();
            assert_eq!(line.contains(&title), row.verdict.status == Status::Pass, "{line}");
        }
    }

    #[test]
    fn verbose_does_not_say_twice_what_was_seen() {
        let mut report = testing::report();
        report.rows[0].verdict = codesent_checks::fail("gsa.apple.com: no reply").evidence("gsa.apple.com", "no reply");
        let text = shown(&report, 80, true);
        assert_eq!(text.matches("gsa.apple.com: no reply").count(), 1, "{text}");
    }

    #[test]
    fn at_forty_columns_what_was_found_stands_under_the_id_and_no_word_is_cut() {
        let text = shown(&many(), 40, true);
        assert!(
            text.contains("\n +  pass    network/full-packets\n            Packets of full size arrive:\n"),
            "{text}"
        );
        let rows = text.lines().skip_while(|line| *line != "Network").take_while(|line| *line != "FaceTime");
        for line in rows {
            assert!(display_width(line) <= 40, "{line}");
        }
    }
}
