//! The first screen, for somebody who is locked out and reads from the top: the answer, how to get in now, the fix, the
//! table by group, where next. All else is a command away.

use super::{Report, capitalised, findings, fix_lines, is_to_copy};
use crate::terminal::Style;
use codesent_checks::diagnosis::Outlook;
use codesent_checks::fix::account::FULL_DISK_ACCESS;
use codesent_checks::{Fix, Miss, Permission, Status};
use std::fmt::Write;

/// At 80 columns, so many lines are a screen: where nothing is wrong, with one cause or none that is known, with more.
const LINES: [usize; 3] = [26, 30, 40];
/// The width at which they count.
const WIDTH: usize = 80;
/// At most so many ways to get in; on a full screen, so many at least.
const WAYS: (usize, usize) = (4, 3);

/// Of what else it can be, so many lines.
const ELSE: usize = 5;

/// The words of the answer that decide.
const DECIDING: [&str; 4] = ["MIGHT NOT", "CANNOT", "CAN", "not a Mac"];

/// The page. Where it is longer than a screen, what helps least goes first.
pub(super) fn render(report: &Report, style: Style) -> String {
    let kind = match report.diagnosis.causes.len() {
        0 if report.diagnosis.outlook == Outlook::Can => 0,
        0 | 1 => 1,
        _ => 2,
    };
    let lines = LINES[kind] * WIDTH / style.width.min(WIDTH);
    let (most, least) = WAYS;
    let tries = (least..=most).rev().map(|ways| (ways, true, false));
    let mut page = String::new();
    for (ways, confirm, dense) in tries.chain([(least, false, false), (least, true, true), (least, false, true)]) {
        page.clear();
        answer(&mut page, report, style);
        get_in(&mut page, report, style, ways);
        fix(&mut page, report, style, confirm);
        table(&mut page, report, style, dense);
        next(&mut page, report, style);
        if page.lines().count() <= lines {
            break;
        }
    }
    page
}

/// The outlook and its one reason; the detail has a line of its own.
pub(super) fn answer(page: &mut String, report: &Report, style: Style) {
    let headline = &report.diagnosis.headline;
    let (said, detail) = findings::parted(headline.trim_end_matches('.'));
    for line in style.wrapped(&format!("{said}."), "", "") {
        let _ = writeln!(page, "{}", with_badge(&line, report.diagnosis.outlook, style));
    }
    if let Some(detail) = detail {
        let _ = writeln!(page, "{}", style.filled(&format!("{}.", capitalised(detail)), "  ", "  "));
    }
    page.push('\n');
}

/// A line of the answer in bold, the word that decides on a ground, with the spaces beside it.
fn with_badge(line: &str, outlook: Outlook, style: Style) -> String {
    let padded = format!("{line} ");
    for word in DECIDING {
        if let Some(at) = padded.find(&format!(" {word} ")) {
            let (before, rest) = line.split_at(at);
            let (word, after) = rest.split_at((word.len() + 2).min(rest.len()));
            return style.bold(before) + &style.badge(word, outlook.into()) + &style.bold(after);
        }
    }
    style.bold(line)
}

/// How to get in now.
pub(super) fn get_in(page: &mut String, report: &Report, style: Style, most: usize) {
    let ways = &report.diagnosis.get_in_now;
    if ways.is_empty() {
        return;
    }
    let _ = writeln!(page, "{}", style.bold("Get in now"));
    for (at, line) in ways.iter().take(most).chain(&report.help_desk).enumerate() {
        let _ = writeln!(page, "{}", style.filled(line, &format!("  {}. ", at + 1), "     "));
    }
    page.push('\n');
}

/// The first cause's fix whole, the others by a line; without a cause, what no program can see.
fn fix(page: &mut String, report: &Report, style: Style, confirm: bool) {
    let causes = &report.diagnosis.causes;
    match causes.first() {
        Some(first) => {
            let _ = writeln!(page, "{}", style.bold(&style.filled(&format!("Fix it: {}", first.fix.title), "", "  ")));
            steps(page, first.fix, report, style, confirm);
            for line in &first.in_log {
                let _ = writeln!(page, "{}", style.filled(&format!("{line}."), "  ", "  "));
            }
            let mut known = vec![first.fix.id];
            for cause in &causes[1..] {
                if !known.contains(&cause.fix.id) {
                    known.push(cause.fix.id);
                    let line = |said: &str| {
                        style.filled(&format!("Then: {said} (codesent explain {})", cause.fix.id), "  ", "        ")
                    };
                    let whole = line(cause.fix.title);
                    let short = line(findings::parted(&cause.statement).0);
                    let _ = writeln!(page, "{}", if whole.contains('\n') { short } else { whole });
                }
            }
        }
        None if kept_out(report) > 0 => {
            let _ = writeln!(page, "{}", style.bold(&style.filled(FULL_DISK_ACCESS.title, "", "  ")));
            steps(page, &FULL_DISK_ACCESS, report, style, confirm);
        }
        None => unseen(page, report, style, confirm),
    }
    page.push('\n');
}

/// How a fix is done: the steps, and what is copied, whole and alone on a line.
fn steps(page: &mut String, fix: &Fix, report: &Report, style: Style, confirm: bool) {
    for line in fix_lines(fix, report.macos) {
        if is_to_copy(&line) {
            let copied = line.split_once(':').map_or(line.as_str(), |(_, rest)| rest.trim_start());
            let _ = writeln!(page, "     {}", style.shown(copied));
        } else if line.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            let _ = writeln!(page, "{}", style.filled(&line, "  ", "     "));
        } else if confirm || !line.starts_with("Worked?") {
            let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(page, "{}", style.filled(&line, "     ", "     "));
        }
    }
}

/// How many rows macOS kept codesent from.
pub(super) fn kept_out(report: &Report) -> usize {
    let kept_out = Miss::Denied(Permission::FullDiskAccess).to_string();
    let unknown = report.rows.iter().filter(|row| row.verdict.status == Status::Unknown);
    unknown.filter(|row| row.verdict.saw == kept_out).count()
}

/// What else it can be; and what was found and is normal, which the table says as well.
fn unseen(page: &mut String, report: &Report, style: Style, normal: bool) {
    let _ = writeln!(page, "{}", style.bold("If no code comes, it is something that no Mac can see"));
    // On a full screen the rarest gives way.
    let most = if normal { ELSE } else { ELSE - 1 };
    for line in report.diagnosis.else_it_can_be.iter().take(most) {
        let _ = writeln!(page, "{}", style.filled(line, "  - ", "    "));
    }
    if report.diagnosis.else_it_can_be.is_empty() {
        for question in &report.diagnosis.cannot_see {
            let _ = writeln!(page, "{}", style.filled(question.text, "  - ", "    "));
        }
    }
    if let Some(left_out) = report.left_out() {
        let _ = writeln!(page, "{}", style.filled(&left_out, "", ""));
    }
    if let Some(normal) =
        report.diagnosis.normal.as_ref().filter(|_| normal || report.diagnosis.outlook == Outlook::Can)
    {
        let _ = writeln!(page, "{}", style.filled(normal, "", ""));
    }
}

/// Every group: what is not well with what was found, the rest in columns.
fn table(page: &mut String, report: &Report, style: Style, dense: bool) {
    let tenths = report.run.duration_ms / 100;
    let heading = format!("What was checked ({} in {}.{} s)", report.rows.len(), tenths / 10, tenths % 10);
    let (well, troubled) = findings::of(report);
    let shown: Vec<Status> =
        troubled.iter().map(|one| one.status).chain(well.iter().map(|(status, _)| *status)).collect();
    let room = style.width.saturating_sub(heading.len());
    let _ = writeln!(page, "{}{}", style.bold(&heading), legend(&shown, style, room));
    for finding in troubled {
        let titles = finding.titles.join(", ");
        let laid = |found: &str| style.wrapped(&format!("{titles}: {found}"), "     ", "     ");
        let mut lines = laid(&finding.found);
        if lines.len() > 1 {
            lines = laid(findings::parted(&finding.found).0);
        }
        for (at, line) in lines.iter().enumerate() {
            let line =
                if at == 0 { format!(" {} {}", style.mark(finding.status), line.trim_start()) } else { line.clone() };
            let _ = writeln!(page, "{line}");
        }
    }
    if dense {
        running(page, &well, style);
    } else {
        columns(page, &well, style);
        page.push('\n');
    }
}

/// What the signs mean that do not say it themselves, as far as they are shown and there is room.
fn legend(shown: &[Status], style: Style, room: usize) -> String {
    let mut text = String::new();
    for (status, words) in LEGEND {
        let one = format!("  {} {words}", style.sign(status));
        if shown.contains(&status) && textwrap::core::display_width(&text) + textwrap::core::display_width(&one) <= room
        {
            text += &one;
        }
    }
    text
}

/// A tick and a cross need no word.
const LEGEND: [(Status, &str); 4] = [
    (Status::Warn, "look at it"),
    (Status::Unknown, "unknown"),
    (Status::Info, "a note"),
    (Status::Skip, "not judged"),
];

/// Between two columns.
const GAP: usize = 2;
/// The sign before each.
const SIGN: usize = 5;

/// Down first, then across, in as many columns as there is room for.
fn columns(page: &mut String, well: &[(Status, String)], style: Style) {
    if well.is_empty() {
        return;
    }
    let width = |text: &str| textwrap::core::display_width(text);
    let widths = |rows: usize| -> Vec<usize> {
        well.chunks(rows).map(|chunk| chunk.iter().map(|(_, title)| width(title)).max().unwrap_or(0) + SIGN).collect()
    };
    let fits = |rows: &usize| {
        let widths = widths(*rows);
        widths.iter().sum::<usize>() + GAP * (widths.len() - 1) <= style.width
    };
    let rows = (1..well.len()).find(fits).unwrap_or(well.len());
    let widths = widths(rows);
    for row in 0..rows {
        let mut line = String::new();
        for (column, room) in widths.iter().enumerate() {
            let Some((status, title)) = well.get(column * rows + row) else { continue };
            let _ = write!(line, " {} {title}{:pad$}", style.mark(*status), "", pad = room - SIGN - width(title) + GAP);
        }
        let _ = writeln!(page, "{}", line.trim_end());
    }
}

/// One after the other, where columns take too many lines.
fn running(page: &mut String, well: &[(Status, String)], style: Style) {
    let mut line = String::new();
    let mut used = 0;
    for (status, title) in well {
        let room = SIGN + textwrap::core::display_width(title);
        if used + room > style.width {
            let _ = writeln!(page, "{line}");
            line.clear();
            used = 0;
        }
        let _ = write!(line, " {} {title}", style.mark(*status));
        used += room;
    }
    let _ = writeln!(page, "{line}");
}

/// Where next.
fn next(page: &mut String, report: &Report, style: Style) {
    if let Some(proof) = report.diagnosis.proof {
        let _ = writeln!(page, "{}", style.filled(proof, "", "  "));
    }
    let _ = writeln!(page, "{}", style.filled(report.diagnosis.anti_scam, "", ""));
    let line = "Next: codesent guide (a plan), codesent -v (every row), codesent report (for IT)";
    let _ = writeln!(page, "{}", style.filled(line, "", ""));
}
