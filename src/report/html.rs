//! One HTML file that needs nothing else and runs nothing, for a ticket or a printer.

use super::answer::outlook_word;
use super::line::counts;
use super::{Report, capitalised, fix_lines, timestamp};
use codesent_checks::{Fix, Row};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Light and dark, narrow and printed.
const STYLE: &str = include_str!("html.css");

/// The document. What is written into it is escaped by `maud`; the policy forbids whatever would slip through to run.
pub(super) fn render(report: &Report) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "codesent: " (report.diagnosis.headline) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 class=(report.diagnosis.outlook.word()) { (report.diagnosis.headline) }
                    (list("Get in now", true, report.get_in_now().cloned()))
                    (causes(report))
                    (rows(report))
                    (rest(report))
                }
                footer {
                    @if let Some(left_out) = report.left_out() { p { (left_out) } }
                    p { (counts(report)) "." }
                    p { "codesent " (env!("CARGO_PKG_VERSION")) ", " (timestamp(report.run.started))
                        @if let Some(macos) = report.macos { ", macOS " (macos) } "." }
                }
            }
        }
    };
    page.into_string() + "\n"
}

fn rows(report: &Report) -> Markup {
    let groups = report.rows.chunk_by(|left, right| left.group.id == right.group.id);
    html! {
        @for rows in groups {
            h2 { (rows[0].group.title) }
            table {
                @for row in rows { (line(row)) }
            }
        }
    }
}

fn line(row: &Row) -> Markup {
    let word = row.verdict.status.word();
    html! {
        tr class=(word) {
            td.status { (word) }
            th scope="row" { (row.check.title) br; code { (row.check.id) } }
            td {
                (row.verdict.saw)
                @if !row.verdict.evidence.is_empty() {
                    dl { @for evidence in &row.verdict.evidence { dt { (evidence.label) } dd { (evidence.value) } } }
                }
            }
        }
    }
}

/// The causes, root first, each with its fix; a fix that serves two is printed once.
fn causes(report: &Report) -> Markup {
    let causes = &report.diagnosis.causes;
    let first = |at: usize| causes[..at].iter().all(|earlier| earlier.fix.id != causes[at].fix.id);
    html! {
        @if !causes.is_empty() { h2 { "What is wrong, and what to do" } }
        @for (at, cause) in causes.iter().enumerate() {
            section {
                h3 { (capitalised(&cause.statement)) " " code { (cause.id) } }
                @if !cause.consequences.is_empty() { p.helper { "Explains " (cause.consequences.join(", ")) } }
                p { (cause.fix.title) @if first(at) { "." } @else { ": see above." } }
                @if first(at) { (steps(cause.fix, report)) }
            }
        }
    }
}

fn steps(fix: &Fix, report: &Report) -> Markup {
    let lines = fix_lines(fix, report.macos);
    let (numbered, helpers): (Vec<&String>, Vec<&String>) =
        lines.iter().partition(|line| line.as_bytes().first().is_some_and(u8::is_ascii_digit));
    html! {
        ol { @for step in numbered { li { (step.split_once(". ").map_or(step.as_str(), |(_, text)| text)) } } }
        @for helper in helpers { p.helper { (helper) } }
    }
}

/// What else there is to know.
fn rest(report: &Report) -> Markup {
    let diagnosis = &report.diagnosis;
    let ways = diagnosis.paths.iter();
    let ways = ways.map(|path| format!("{}: {} ({})", path.title, outlook_word(path.outlook), path.why));
    let suspects = diagnosis.suspects.iter();
    let suspects =
        suspects.map(|one| format!("{}, because of {}. {}.", one.what, one.because.join(", "), one.fix.title));
    let remarks = report.remarks();
    let remarks = remarks.map(|row| format!("{} ({})", row.fix().title, row.check.id));
    html! {
        (list("Suspects", false, suspects))
        (list("Also worth a look", false, remarks))
        (list("Ways to a code", false, ways))
        (list("If no code comes all the same", false, diagnosis.else_it_can_be.iter().map(|one| (*one).to_owned())))
        (list("What this Mac cannot see", false, diagnosis.cannot_see.iter().map(|one| one.text.to_owned())))
        (list("Do not", false, diagnosis.do_not.iter().map(|one| format!("{} {}", one.what, one.why))))
        p { strong { (diagnosis.anti_scam) } }
    }
}

fn list(heading: &str, numbered: bool, lines: impl Iterator<Item = String>) -> Markup {
    let items: Vec<String> = lines.collect();
    let items_in_markup = html! { @for item in &items { li { (item) } } };
    html! {
        @if !items.is_empty() {
            h2 { (heading) }
            @if numbered { ol { (items_in_markup) } } @else { ul { (items_in_markup) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::report;

    #[test]
    fn nothing_from_outside_becomes_markup_and_nothing_is_loaded() {
        let page = render(&report());
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
        assert!(!page.contains("<script"), "{page}");
        for loads in ["src=", "href=", "url(", "@import", "onerror=\"", "<link", "<iframe"] {
            assert!(!page.replace("src=x", "").contains(loads), "{loads}");
        }
    }

    #[test]
    fn every_row_and_every_way_out_is_there() {
        let report = report();
        let page = render(&report);
        assert_eq!(page.matches("<tr class=").count(), report.rows.len());
        assert!(page.contains("<h2>What is wrong, and what to do</h2>") && page.contains("<ol><li>"), "{page}");
    }
}
