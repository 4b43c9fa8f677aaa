//! What `--verbose` adds to the first screen: every cause whole, and what else there is to know.

use super::{Report, capitalised, fix_lines, is_to_copy, screen};
use crate::terminal::Style;
use codesent_checks::Fix;
use codesent_checks::diagnosis::Outlook;
use codesent_checks::fix::account::FULL_DISK_ACCESS;
use std::fmt::Write;

/// Every cause, the root first, each with its fix; a fix that serves two is printed once.
pub(super) fn causes(page: &mut String, report: &Report, style: Style) {
    let causes = &report.diagnosis.causes;
    if causes.is_empty() {
        return;
    }
    let _ = writeln!(page, "{}", style.bold("What is wrong, and what to do"));
    let mut printed: Vec<&str> = Vec::new();
    for cause in causes {
        let statement = format!("{} [{}]", capitalised(&cause.statement), cause.id);
        let _ = writeln!(page, "{}", style.bold(&style.filled(&statement, "  ", "  ")));
        if !cause.consequences.is_empty() {
            let line = format!("Explains: {}", cause.consequences.join(", "));
            let _ = writeln!(page, "{}", style.filled(&line, "    ", "              "));
        }
        for line in &cause.in_log {
            let _ = writeln!(page, "{}", style.filled(&format!("{line}."), "    ", "    "));
        }
        if printed.contains(&cause.fix.id) {
            let _ = writeln!(page, "{}", style.filled(&format!("{}: see above.", cause.fix.title), "    ", "    "));
        } else {
            printed.push(cause.fix.id);
            let _ = writeln!(page, "{}", style.filled(&format!("{}.", cause.fix.title), "    ", "    "));
            steps(page, cause.fix, report, style);
        }
        page.push('\n');
    }
}

fn steps(page: &mut String, fix: &Fix, report: &Report, style: Style) {
    for line in fix_lines(fix, report.macos) {
        if is_to_copy(&line) {
            let _ = writeln!(page, "    {}", style.shown(&line));
            continue;
        }
        let rest = if line.as_bytes().get(1) == Some(&b'.') { "       " } else { "             " };
        let _ = writeln!(page, "{}", style.filled(&line, "    ", rest));
    }
}

/// After the rows.
pub(super) fn rest(page: &mut String, report: &Report, style: Style, verbose: bool) {
    let diagnosis = &report.diagnosis;
    let suspects = diagnosis.suspects.iter().map(|suspect| {
        format!("{}, because of {}. {}.", capitalised(&suspect.what), suspect.because.join(", "), suspect.fix.title)
    });
    section(page, "Suspects", style, suspects.chain(diagnosis.proof.map(str::to_owned)));
    remarks(page, report, style);
    access(page, report, style);
    if verbose {
        let paths = diagnosis.paths.iter();
        let paths = paths.map(|path| format!("{}: {} ({})", path.title, outlook_word(path.outlook), path.why));
        section(page, "Ways to a code", style, paths);
    }
    if !report.is_few() {
        let rest = diagnosis.else_it_can_be.iter().map(|line| (*line).to_owned());
        section(page, "If no code comes all the same", style, rest);
        let questions = diagnosis.cannot_see.iter().map(|question| question.text.to_owned());
        section(page, "What this Mac cannot see (codesent guide asks, and makes a plan)", style, questions);
        let do_not = diagnosis.do_not.iter().map(|one| format!("{} {}", one.what, one.why));
        section(page, "Do not", style, do_not);
    }
    if let Some(left_out) = report.left_out() {
        let _ = writeln!(page, "{}", style.filled(&left_out, "", ""));
    }
    if let Some(normal) = &diagnosis.normal {
        let _ = writeln!(page, "{}", style.filled(normal, "", ""));
    }
    let _ = writeln!(page, "{}", style.filled(diagnosis.anti_scam, "", ""));
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

fn section(page: &mut String, heading: &str, style: Style, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return;
    }
    let _ = writeln!(page, "{}", style.bold(&style.filled(heading, "", "")));
    for line in lines {
        let _ = writeln!(page, "{}", style.filled(&line, "  - ", "    "));
    }
    page.push('\n');
}

/// How to let codesent look where macOS kept it out; not for a look that is optional anyway.
fn access(page: &mut String, report: &Report, style: Style) {
    let count = screen::kept_out(report);
    if count == 0 {
        return;
    }
    let checks = if count == 1 { "check" } else { "checks" };
    let _ = writeln!(page, "{}", style.bold(&format!("To see what {count} {checks} could not")));
    let _ = writeln!(page, "{}", style.filled(&format!("{}.", FULL_DISK_ACCESS.title), "    ", "    "));
    steps(page, &FULL_DISK_ACCESS, report, style);
    page.push('\n');
}

/// What failed or warned and is not among the causes: a line a fix.
fn remarks(page: &mut String, report: &Report, style: Style) {
    let mut fixes: Vec<(&str, Vec<&str>)> = Vec::new();
    for row in report.remarks() {
        let title = row.fix().title;
        match fixes.iter_mut().find(|(known, _)| *known == title) {
            Some((_, ids)) => ids.push(row.check.id),
            None => fixes.push((title, vec![row.check.id])),
        }
    }
    let lines = fixes.iter().map(|(title, ids)| format!("{title} [{}]", ids.join(", ")));
    section(page, "Also worth a look (codesent explain tells more of each)", style, lines);
}
