//! The answer in the table: what a locked-out person reads first, and what is left for the end.

use super::{Report, fix_lines};
use crate::terminal::Style;
use codesent_checks::diagnosis::Outlook;
use colored::{Color, Colorize};
use std::fmt::Write;

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
fn filled(text: &str, style: Style, first: &str, rest: &str) -> String {
    let options = textwrap::Options::new(style.width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false)
        // A link or a command must survive copying.
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::fill(&style.shown(text), options)
}

/// The verdict with its one reason.
pub(super) fn headline(text: &mut String, report: &Report, style: Style) {
    let diagnosis = &report.diagnosis;
    let headline = filled(&diagnosis.headline, style, "", "");
    // Line by line, so that a pager or a cut does not leave the colour on.
    for line in headline.lines() {
        let _ = writeln!(text, "{}", line.color(color(diagnosis.outlook)).bold());
    }
}

/// Before the rows: the verdict with its one reason, and how to get in now.
pub(super) fn first(text: &mut String, report: &Report, style: Style) {
    let diagnosis = &report.diagnosis;
    headline(text, report, style);
    text.push('\n');
    if diagnosis.get_in_now.is_empty() {
        return;
    }
    let _ = writeln!(text, "{}", "Get in now".bold());
    for (at, line) in diagnosis.get_in_now.iter().enumerate() {
        let _ = writeln!(text, "{}", filled(line, style, &format!("  {}. ", at + 1), "     "));
    }
    text.push('\n');
}

/// After the rows: what is wrong and what to do about it, then what else there is to know.
pub(super) fn last(text: &mut String, report: &Report, style: Style, verbose: bool) {
    causes(text, report, style);
    suspects(text, report, style);
    remarks(text, report, style);
    let diagnosis = &report.diagnosis;
    if verbose {
        section(
            text,
            "Ways to a code",
            style,
            diagnosis.paths.iter().map(|path| format!("{}: {} ({})", path.title, outlook_word(path.outlook), path.why)),
        );
    }
    section(
        text,
        "What this Mac cannot see",
        style,
        diagnosis.cannot_see.iter().map(|question| question.text.to_owned()),
    );
    section(text, "Do not", style, diagnosis.do_not.iter().map(|one| format!("{} {}", one.what, one.why)));
    if let Some(normal) = &diagnosis.normal {
        let _ = writeln!(text, "{}", filled(normal, style, "", ""));
    }
    let _ = writeln!(text, "{}", filled(diagnosis.anti_scam, style, "", ""));
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
fn causes(text: &mut String, report: &Report, style: Style) {
    let causes = &report.diagnosis.causes;
    if causes.is_empty() {
        return;
    }
    let _ = writeln!(text, "{}", "What is wrong, and what to do".bold());
    let mut printed: Vec<&str> = Vec::new();
    for cause in causes {
        let statement = format!("{} ({})", capitalised(&cause.statement), cause.id);
        let _ = writeln!(text, "{}", filled(&statement, style, "  ", "  ").bold());
        if !cause.consequences.is_empty() {
            let line = format!("Explains: {}", cause.consequences.join(", "));
            let _ = writeln!(text, "{}", filled(&line, style, "    ", "              "));
        }
        if printed.contains(&cause.fix.id) {
            let _ = writeln!(text, "{}", filled(&format!("{}: see above.", cause.fix.title), style, "    ", "    "));
        } else {
            printed.push(cause.fix.id);
            let _ = writeln!(text, "{}", filled(&format!("{}.", cause.fix.title), style, "    ", "    "));
            for line in fix_lines(cause.fix, report.macos) {
                let rest = if line.as_bytes().get(1) == Some(&b'.') { "       " } else { "             " };
                let _ = writeln!(text, "{}", filled(&line, style, "    ", rest));
            }
        }
        text.push('\n');
    }
}

fn capitalised(clause: &str) -> String {
    let mut letters = clause.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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

/// What failed or warned and is not among the causes: one line each, the rest is a command away.
fn remarks(text: &mut String, report: &Report, style: Style) {
    section(
        text,
        "Also worth a look",
        style,
        report.remarks().map(|row| {
            let fix = row.verdict.fix.unwrap_or(row.check.fix);
            format!("{}. More: codesent explain {}", fix.title, row.check.id)
        }),
    );
}
