//! The answer in the table: what a locked-out person reads first, and what is left for the end.

use super::{Report, capitalised, fix_lines, is_to_copy};
use crate::terminal::Style;
use codesent_checks::diagnosis::Outlook;
use codesent_checks::fix::account::FULL_DISK_ACCESS;
use codesent_checks::{Fix, Miss, Permission, Status};
use colored::{Color, Colorize};
use std::fmt::Write;

/// More consequences than these are counted, not named.
const MANY: usize = 5;

/// The colour of an outlook.
pub(super) fn color(outlook: Outlook) -> Color {
    match outlook {
        Outlook::Can => Color::Green,
        Outlook::MightNot => Color::Yellow,
        Outlook::Cannot => Color::Red,
        Outlook::CannotTell => Color::Blue,
    }
}

/// Text broken at the width, later lines under the first one's words.
pub(super) fn filled(text: &str, style: Style, first: &str, rest: &str) -> String {
    let options = textwrap::Options::new(style.width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false)
        // A link or a command must survive copying.
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(&style.shown(text), options)
}

/// The verdict with its one reason.
fn headline(text: &mut String, report: &Report, style: Style) {
    let diagnosis = &report.diagnosis;
    let headline = filled(&diagnosis.headline, style, "", "");
    // Line by line, so that a pager or a cut does not leave the colour on.
    for line in headline.lines() {
        let _ = writeln!(text, "{}", line.color(color(diagnosis.outlook)).bold());
    }
}

/// Whoever looks at a few things that are well wants their rows.
fn says_how(report: &Report) -> bool {
    !report.diagnosis.get_in_now.is_empty() && (!report.is_few() || !report.diagnosis.causes.is_empty())
}

/// Before the rows: the verdict with its one reason, and how to get in now.
pub(super) fn first(text: &mut String, report: &Report, style: Style) {
    headline(text, report, style);
    text.push('\n');
    if !says_how(report) {
        return;
    }
    let _ = writeln!(text, "{}", "Get in now".bold());
    for (at, line) in report.get_in_now().enumerate() {
        let _ = writeln!(text, "{}", filled(line, style, &format!("  {}. ", at + 1), "     "));
    }
    text.push('\n');
}

/// After the rows: what is wrong and what to do about it, then what else there is to know.
pub(super) fn last(text: &mut String, report: &Report, style: Style, verbose: bool) {
    causes(text, report, style, verbose);
    suspects(text, report, style);
    remarks(text, report, style);
    access(text, report, style);
    let diagnosis = &report.diagnosis;
    if verbose {
        section(
            text,
            "Ways to a code",
            style,
            diagnosis.paths.iter().map(|path| format!("{}: {} ({})", path.title, outlook_word(path.outlook), path.why)),
        );
    }
    if !report.is_few() {
        section(
            text,
            "What this Mac cannot see (codesent guide asks, and makes a plan)",
            style,
            diagnosis.cannot_see.iter().map(|question| question.text.to_owned()),
        );
        section(text, "Do not", style, diagnosis.do_not.iter().map(|one| format!("{} {}", one.what, one.why)));
    }
    if let Some(left_out) = report.left_out() {
        let _ = writeln!(text, "{}", filled(&left_out, style, "", ""));
    }
    if let Some(normal) = &diagnosis.normal {
        let _ = writeln!(text, "{}", filled(normal, style, "", ""));
    }
    let _ = writeln!(text, "{}", filled(diagnosis.anti_scam, style, "", ""));
}

/// The very end: on a terminal it is what stands on the screen.
pub(super) fn end(text: &mut String, report: &Report, style: Style) {
    if !says_how(report) {
        return;
    }
    text.push('\n');
    headline(text, report, style);
    let line = "How to get in now stands at the top. For Apple Support or IT: codesent report";
    let _ = writeln!(text, "{}", filled(line, style, "", ""));
}

/// An outlook behind the name of a way to a code.
pub(super) fn outlook_word(outlook: Outlook) -> &'static str {
    match outlook {
        Outlook::Can => "works",
        Outlook::MightNot => "may not work",
        Outlook::Cannot => "does not work",
        Outlook::CannotTell => "cannot be told from here",
    }
}

fn section(text: &mut String, heading: &str, style: Style, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return;
    }
    let _ = writeln!(text, "{}", heading.bold());
    for line in lines {
        let _ = writeln!(text, "{}", filled(&line, style, "  - ", "    "));
    }
    text.push('\n');
}

/// The causes, root first, each with its fix; a fix that serves two is printed once.
fn causes(text: &mut String, report: &Report, style: Style, verbose: bool) {
    let causes = &report.diagnosis.causes;
    if causes.is_empty() {
        return;
    }
    let _ = writeln!(text, "{}", "What is wrong, and what to do".bold());
    let mut printed: Vec<&str> = Vec::new();
    for cause in causes {
        let statement = format!("{} [{}]", capitalised(&cause.statement), cause.id);
        let _ = writeln!(text, "{}", filled(&statement, style, "  ", "  ").bold());
        if !cause.consequences.is_empty() {
            let line = match cause.consequences.len() {
                many if many > MANY && !verbose => format!("Explains: {many} more checks (--verbose names them)"),
                _ => format!("Explains: {}", cause.consequences.join(", ")),
            };
            let _ = writeln!(text, "{}", filled(&line, style, "    ", "              "));
        }
        if printed.contains(&cause.fix.id) {
            let _ = writeln!(text, "{}", filled(&format!("{}: see above.", cause.fix.title), style, "    ", "    "));
        } else {
            printed.push(cause.fix.id);
            let _ = writeln!(text, "{}", filled(&format!("{}.", cause.fix.title), style, "    ", "    "));
            steps(text, cause.fix, report, style);
        }
        text.push('\n');
    }
}

/// The steps of a fix and what helps with them.
fn steps(text: &mut String, fix: &Fix, report: &Report, style: Style) {
    for line in fix_lines(fix, report.macos) {
        if is_to_copy(&line) {
            let _ = writeln!(text, "    {}", style.shown(&line));
            continue;
        }
        let rest = if line.as_bytes().get(1) == Some(&b'.') { "       " } else { "             " };
        let _ = writeln!(text, "{}", filled(&line, style, "    ", rest));
    }
}

/// How to let codesent look where macOS kept it out; not for the one look that is optional anyway.
fn access(text: &mut String, report: &Report, style: Style) {
    let kept_out = Miss::Denied(Permission::FullDiskAccess).to_string();
    let rows = report.rows.iter().filter(|row| row.verdict.status == Status::Unknown && row.verdict.saw == kept_out);
    let count = rows.count();
    if count == 0 {
        return;
    }
    let checks = if count == 1 { "check" } else { "checks" };
    let _ = writeln!(text, "{}", format!("To see what {count} {checks} could not").bold());
    let _ = writeln!(text, "{}", filled(&format!("{}.", FULL_DISK_ACCESS.title), style, "    ", "    "));
    steps(text, &FULL_DISK_ACCESS, report, style);
    text.push('\n');
}

fn suspects(text: &mut String, report: &Report, style: Style) {
    section(
        text,
        "Suspects",
        style,
        report.diagnosis.suspects.iter().map(|suspect| {
            format!("{}, because of {}. {}.", capitalised(&suspect.what), suspect.because.join(", "), suspect.fix.title)
        }),
    );
}

/// What failed or warned and is not among the causes: a line a fix, the rest is a command away.
fn remarks(text: &mut String, report: &Report, style: Style) {
    let mut fixes: Vec<(&str, Vec<&str>)> = Vec::new();
    for row in report.remarks() {
        let title = row.fix().title;
        match fixes.iter_mut().find(|(known, _)| *known == title) {
            Some((_, ids)) => ids.push(row.check.id),
            None => fixes.push((title, vec![row.check.id])),
        }
    }
    section(
        text,
        "Also worth a look (codesent explain tells more of each)",
        style,
        fixes.iter().map(|(title, ids)| format!("{title} [{}]", ids.join(", "))),
    );
}
