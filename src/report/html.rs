//! One HTML file that needs nothing else and runs nothing, for a ticket or a printer: the answer on top, what is not well
//! unfolded, the rest folded.

use super::answer::outlook_word;
use super::{Report, capitalised, counts, evidence_lines, findings, found, timestamp, typographic};
use codesent_checks::{Fix, Risk, Row, Status};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Light and dark, narrow and printed.
const STYLE: &str = include_str!("html.css");

/// The page of `check --format html`.
pub(super) fn render(report: &Report) -> String {
    let body = html! {
        (answer(report))
        (list("Get in now", true, report.get_in_now().cloned()))
        (causes(report))
        (groups(report))
        (rest(report))
    };
    document(&report.diagnosis.headline, &body)
}

/// Whatever is written into it is escaped by `maud`; the policy forbids what would slip through to run or to load.
pub(super) fn document(title: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";
                meta name="referrer" content="no-referrer";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "codesent: " (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { main { (body) } }
        }
    };
    page.into_string() + "\n"
}

/// The headline, and of what it is said.
pub(super) fn answer(report: &Report) -> Markup {
    let headline = report.diagnosis.headline.trim_end_matches('.');
    let (said, detail) = findings::parted(headline);
    let started = timestamp(report.run.started);
    html! {
        header {
            h1 { span class={ "sign " (report.diagnosis.outlook.word()) } aria-hidden="true" { (sign(report)) } (said) "." }
            @if let Some(detail) = detail { p { (capitalised(detail)) "." } }
            p.quiet {
                time datetime=(started) { (said_time(&started)) }
                @if let Some(macos) = report.macos { " \u{b7} macOS " (macos) }
                " \u{b7} " (report.run.platform.arch) " \u{b7} codesent " (env!("CARGO_PKG_VERSION"))
                " \u{b7} " (report.rows.len()) " checks: " (counts(report))
            }
            @if let Some(left_out) = report.left_out() { p.quiet { (left_out) } }
        }
    }
}

fn sign(report: &Report) -> &'static str {
    use codesent_checks::diagnosis::Outlook;
    match report.diagnosis.outlook {
        Outlook::Can => "\u{2713}",
        Outlook::MightNot => "!",
        Outlook::Cannot => "\u{2717}",
        Outlook::CannotTell => "?",
    }
}

/// `2026-11-24 12:00 UTC`.
fn said_time(started: &str) -> String {
    started.get(..16).map_or_else(|| started.to_owned(), |time| time.replace('T', " ") + " UTC")
}

/// Every group with its rows; those that are well are folded.
pub(super) fn groups(report: &Report) -> Markup {
    html! {
        h2 { "What was checked" }
        @for rows in report.rows.chunk_by(|left, right| left.group.id == right.group.id) { (group(report, rows)) }
    }
}

fn group(report: &Report, rows: &[Row]) -> Markup {
    let (status, said) = findings::of_group(report, rows);
    let well = matches!(status, Status::Pass | Status::Info | Status::Skip);
    html! {
        details open[!well] {
            summary {
                (mark(status)) strong { (typographic(rows[0].group.title)) }
                @if let Some(said) = said { ": " (said) }
            }
            ul.rows { @for row in rows { (line(row)) } }
        }
    }
}

/// The sign of a status, and its word for whoever hears the page.
fn mark(status: Status) -> Markup {
    let mark = match status {
        Status::Pass => "\u{2713}",
        Status::Info => "i",
        Status::Warn => "!",
        Status::Fail => "\u{2717}",
        Status::Skip => "\u{2013}",
        Status::Unknown => "?",
    };
    html! { span class={ "mark " (status.word()) } { span aria-hidden="true" { (mark) } span.heard { (status.word()) " " } } }
}

fn line(row: &Row) -> Markup {
    let said = found(row);
    let mut details: Vec<String> =
        Some(row.verdict.saw.clone()).filter(|saw| !said.contains(saw)).into_iter().collect();
    details.extend(evidence_lines(row));
    html! {
        li {
            (mark(row.verdict.status))
            div {
                (said) " " code { (row.check.id) }
                @for detail in details { div.quiet { (detail) } }
            }
        }
    }
}

/// The causes, root first, each with its fix; a fix that serves two is printed once.
fn causes(report: &Report) -> Markup {
    let causes = &report.diagnosis.causes;
    let first = |at: usize| causes[..at].iter().all(|earlier| earlier.fix.id != causes[at].fix.id);
    html! {
        @if !causes.is_empty() { h2 { "Fix it" } }
        @for (at, cause) in causes.iter().enumerate() {
            section {
                h3 { (capitalised(&cause.statement)) " " code { (cause.id) } }
                @if !cause.consequences.is_empty() { p.quiet { "Explains " (cause.consequences.join(", ")) } }
                @for line in &cause.in_log { p.quiet { (line) "." } }
                p { (cause.fix.title) @if first(at) { "." } @else { ": see above." } }
                @if first(at) { (steps(cause.fix, report)) }
            }
        }
    }
}

/// The steps, and what helps with them: links that open something, a command to copy.
fn steps(fix: &Fix, report: &Report) -> Markup {
    html! {
        ol { @for step in fix.steps_for(report.macos) { li { (step) } } }
        @if let Some(link) = fix.link_for(report.macos) {
            p { a href=(link) { @if link.starts_with("http") { (link) } @else { "Open it in System Settings" } } }
        }
        @if let Some(command) = fix.command { pre tabindex="0" { (command) } }
        @if let Some(url) = fix.article_url() { p { a href=(url) { "Apple\u{2019}s article: " (url) } } }
        @if fix.risk != Risk::Safe { p { "Risk: " (fix.risk.word()) "." } }
        p.quiet { "Worked? " (fix.confirm) }
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
        (list("Suspects", false, suspects.chain(diagnosis.proof.map(str::to_owned))))
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
        for loads in ["src=", "url(", "@import", "onerror=\"", "<link", "<iframe"] {
            assert!(!page.replace("src=x", "").contains(loads), "{loads}");
        }
        // Only the catalogue of fixes has links.
        for link in page.split("href=\"").skip(1) {
            assert!(link.starts_with("https://support.apple.com/") || link.starts_with("x-apple"), "{link}");
        }
    }

    #[test]
    fn every_row_and_every_way_out_is_there_and_only_what_is_not_well_is_unfolded() {
        let report = report();
        let page = render(&report);
        assert_eq!(page.matches("<li><span class=\"mark ").count(), report.rows.len());
        assert!(page.contains("<h2>Fix it</h2>") && page.contains("<ol><li>"), "{page}");
        let well = page.split("<details").skip(1).filter(|group| group.starts_with('>'));
        assert!(
            well.into_iter().all(|group| !group.contains("mark fail") && !group.contains("mark unknown")),
            "{page}"
        );
    }
}
