//! Markdown, for a ticket or a job summary. Nothing that came from outside can become markup, a link or a mention.

use super::line::{counts, one_line};
use super::{Report, capitalised, fix_lines, found_and_seen, timestamp};
use codesent_checks::diagnosis::Suspect;
use codesent_checks::{Fix, Row, Status};
use std::fmt::Write;

/// The whole report: the answer, what is wrong, the rows, and what else there is to know.
pub(super) fn render(report: &Report) -> String {
    let diagnosis = &report.diagnosis;
    let mut text = format!("## codesent: {}\n", escape(&diagnosis.headline));
    let numbered = report.get_in_now().enumerate().map(|(at, line)| format!("{}. {}", at + 1, escape(line)));
    section(&mut text, "Get in now", numbered);
    causes(&mut text, report);
    tables(&mut text, report);
    let suspects = diagnosis.suspects.iter();
    let suspect = |suspect: &Suspect| {
        format!("- {}, because of {}. {}.", escape(&suspect.what), ids(&suspect.because), escape(suspect.fix.title))
    };
    let proof = diagnosis.proof.map(|line| format!("- {}", escape(line)));
    section(&mut text, "Suspects", suspects.map(suspect).chain(proof));
    section(&mut text, "Also worth a look", report.remarks().map(remark));
    let rest = diagnosis.else_it_can_be.iter().map(|line| format!("- {}", escape(line)));
    section(&mut text, "If no code comes all the same", rest);
    section(
        &mut text,
        "What this Mac cannot see",
        diagnosis.cannot_see.iter().map(|one| format!("- {}", escape(one.text))),
    );
    let do_not = diagnosis.do_not.iter().map(|one| format!("- {} {}", escape(one.what), escape(one.why)));
    section(&mut text, "Do not", do_not);
    if let Some(left_out) = report.left_out() {
        let _ = writeln!(text, "\n{}", escape(&left_out));
    }
    let _ = writeln!(text, "\n{}", escape(diagnosis.anti_scam));
    let _ = writeln!(text, "\n{}", made(report));
    text
}

/// For a CI job: what is wrong and not well in the open, every row to be unfolded, nothing for a person who is locked out.
pub(super) fn summary(report: &Report) -> String {
    let mut text = format!("## codesent: {}\n\n{}\n", escape(&report.diagnosis.headline), made(report));
    causes(&mut text, report);
    let troubled = |row: &&Row| matches!(row.verdict.status, Status::Fail | Status::Warn | Status::Unknown);
    for (at, row) in report.rows.iter().filter(troubled).enumerate() {
        if at == 0 {
            text.push_str("\n### Not as it should be\n\n| | Check | Found |\n|---|---|---|\n");
        }
        let _ = writeln!(text, "{}", line(row));
    }
    text.push_str("\n<details><summary>Every check</summary>\n");
    tables(&mut text, report);
    text.push_str("\n</details>\n");
    text
}

/// Of what, by what and when.
fn made(report: &Report) -> String {
    format!("{}. codesent {}, {}.", counts(report), env!("CARGO_PKG_VERSION"), timestamp(report.run.started))
}

/// A table a group.
fn tables(text: &mut String, report: &Report) {
    for rows in report.rows.chunk_by(|left, right| left.group.id == right.group.id) {
        let _ = writeln!(text, "\n### {}\n\n| | Check | Found |\n|---|---|---|", escape(rows[0].group.title));
        for row in rows {
            let _ = writeln!(text, "{}", line(row));
        }
    }
}

fn section(text: &mut String, heading: &str, lines: impl Iterator<Item = String>) {
    for (at, line) in lines.enumerate() {
        if at == 0 {
            let _ = writeln!(text, "\n### {heading}\n");
        }
        let _ = writeln!(text, "{line}");
    }
}

/// The causes, root first, each with its fix; a fix that serves two is printed once.
fn causes(text: &mut String, report: &Report) {
    let mut printed: Vec<&str> = Vec::new();
    for cause in &report.diagnosis.causes {
        if printed.is_empty() {
            text.push_str("\n### What is wrong, and what to do\n");
        }
        let _ = writeln!(text, "\n**{}** (`{}`)\n", escape(&capitalised(&cause.statement)), cause.id);
        if !cause.consequences.is_empty() {
            let _ = writeln!(text, "Explains {}.\n", ids(&cause.consequences));
        }
        for line in &cause.in_log {
            let _ = writeln!(text, "{}.\n", escape(line));
        }
        let again = printed.contains(&cause.fix.id);
        let _ = writeln!(text, "{}{}\n", escape(cause.fix.title), if again { ": see above." } else { "." });
        if !again {
            steps(text, cause.fix, report);
        }
        printed.push(cause.fix.id);
    }
}

fn steps(text: &mut String, fix: &Fix, report: &Report) {
    for line in fix_lines(fix, report.macos) {
        let numbered = line.split_once(". ").filter(|(number, _)| number.parse::<usize>().is_ok());
        let _ = match numbered {
            Some((number, step)) => writeln!(text, "{number}. {}", escape(step)),
            None => writeln!(text, "\n{}", helper(&line)),
        };
    }
}

fn ids(ids: &[&str]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

fn remark(row: &Row) -> String {
    let fix = row.fix();
    format!("- {} (`{}`)", escape(fix.title), row.check.id)
}

fn line(row: &Row) -> String {
    let mark = match row.verdict.status {
        Status::Pass => "\u{2705}",
        Status::Info => "\u{2139}\u{fe0f}",
        Status::Warn => "\u{26a0}\u{fe0f}",
        Status::Fail => "\u{274c}",
        Status::Skip => "\u{2013}",
        Status::Unknown => "\u{2753}",
    };
    let word = row.verdict.status.word();
    format!("| {mark} {word} | `{}` | {} |", row.check.id, escape(&capitalised(&found_and_seen(row))))
}

/// `Open: open "x-apple…"` with the part to copy as code. These lines come from the program, not from outside.
pub(crate) fn helper(line: &str) -> String {
    let (label, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    match label {
        "Open:" | "Paste:" => format!("{label} `{}`", rest.replace('`', "'")),
        "Apple:" => format!("{label} <{rest}>"),
        _ => escape(line),
    }
}

/// Text that shows as it is, in one line: the one way into Markdown for whatever is not the program's own markup.
pub(crate) fn escape(text: &str) -> String {
    let text = one_line(text);
    let mut safe = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            // Mentions, references, links and little pictures are made after the Markdown is, where a backslash does not
            // help, so these are parted.
            '@' | '#' => {
                safe.push(letter);
                safe.push_str("&#8203;");
            }
            '/' if safe.ends_with(':') => safe.push_str("&#8203;/"),
            '.' if ends_with_www(&safe) => safe.push_str("&#8203;."),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' | '!' | '$' | '^' => {
                safe.push('\\');
                safe.push(letter);
            }
            // At the start these would begin a list or a heading, as would `1.`
            '-' | '+' | '=' if at == 0 => {
                safe.push('\\');
                safe.push(letter);
            }
            '.' | ')' if text[..at].bytes().all(|byte| byte.is_ascii_digit()) => {
                safe.push('\\');
                safe.push(letter);
            }
            _ => safe.push(letter),
        }
    }
    safe
}

/// The other way to an automatic link.
fn ends_with_www(text: &str) -> bool {
    let last: Vec<char> = text.chars().rev().take(3).collect();
    last.len() == 3 && last.iter().all(|letter| letter.eq_ignore_ascii_case(&'w'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::report;

    #[test]
    fn nothing_from_outside_becomes_markup() {
        assert_eq!(escape("a | b\n# c"), "a \\| b #&#8203; c");
        assert_eq!(escape("<img src=x onerror=1> & `x`"), "&lt;img src=x onerror=1&gt; &amp; \\`x\\`");
        assert_eq!(escape("[free](http://evil.example)"), "\\[free\\](http:&#8203;//evil.example)");
        assert_eq!(
            escape("@apple **now** ~~x~~ www.evil.example"),
            "@&#8203;apple \\*\\*now\\*\\* \\~\\~x\\~\\~ www&#8203;.evil.example"
        );
        assert_eq!(escape("WWW.evil.example $x$"), "WWW&#8203;.evil.example \\$x\\$");
        for (text, safe) in
            [("- a", "\\- a"), ("+ a", "\\+ a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("a - 1.5", "a - 1.5")]
        {
            assert_eq!(escape(text), safe);
        }
    }

    #[test]
    fn a_job_is_told_what_is_wrong_and_not_how_to_get_in() {
        let text = summary(&report());
        assert!(text.contains("### What is wrong, and what to do") && text.contains("<details>"), "{text}");
        assert!(!text.contains("Get in now") && !text.contains("Do not"), "{text}");
        // Once among what is not well, once among every row.
        assert_eq!(text.lines().filter(|line| line.contains(" | `")).count(), 6 + 3);
    }

    #[test]
    fn every_row_is_one_line_of_three_cells() {
        let text = render(&report());
        let rows: Vec<&str> = text.lines().filter(|line| line.contains(" | `")).collect();
        assert_eq!(rows.len(), 6);
        for row in rows {
            assert_eq!(row.replace("\\|", "").matches('|').count(), 4, "{row}");
        }
        assert!(text.contains("### What is wrong, and what to do"), "{text}");
        assert!(!text.contains("<script"), "{text}");
        assert!(text.contains("1 fail, 1 warn, 1 unknown, 1 pass, 1 info, 1 skip."), "{text}");
    }
}
