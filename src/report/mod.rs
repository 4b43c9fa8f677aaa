//! Saying what was found, in the format that was asked for. Every format prints the same [`Report`].

mod answer;
mod dialog;
mod findings;
mod github;
mod html;
mod json;
mod junit;
mod line;
mod markdown;
mod outlook;
mod page;
mod plist;
mod prometheus;
mod schema;
mod screen;
mod table;
mod tap;
#[cfg(test)]
mod testing;
mod words;

pub(crate) use markdown::{escape, helper};
pub(crate) use page::{Item, Page};
pub(crate) use schema::{schema, schema_of};

use crate::cli::Format;
use crate::terminal::{Style, to_ascii};
use anyhow::Result;
#[cfg(test)]
use codesent_checks::diagnosis::Outlook;
use codesent_checks::diagnosis::{Diagnosis, diagnose};
use codesent_checks::{Answers, Check, Fix, Row, Run, Status, Version, judge};

/// The statuses, worst first, as counts are given.
const ORDER: [Status; 6] = [Status::Fail, Status::Warn, Status::Unknown, Status::Pass, Status::Info, Status::Skip];
/// So many rows are shown one by one in the table; more are told by group.
const FEW: usize = 20;

/// Every outlook, best first.
#[cfg(test)]
const OUTLOOKS: [Outlook; 4] = [Outlook::Can, Outlook::MightNot, Outlook::Cannot, Outlook::CannotTell];

/// Everything there is to say about a run.
#[derive(Debug)]
pub(crate) struct Report {
    /// One a check, in table order.
    pub(crate) rows: Vec<Row>,
    /// The conclusion.
    pub(crate) diagnosis: Diagnosis,
    /// When and where the answers were gathered.
    pub(crate) run: Run,
    /// The Mac's version.
    pub(crate) macos: Option<Version>,
    /// See [`exit_code`].
    pub(crate) exit_code: u8,
    /// Whom an organisation's people call. For people alone: it is no finding.
    pub(crate) help_desk: Option<String>,
    /// Checks or groups that an organisation leaves out.
    pub(crate) left_out: Vec<String>,
}

impl Report {
    /// Judges the answers.
    pub(crate) fn new(checks: &[&'static Check], answers: &Answers, strict: bool) -> Self {
        Self::of(checks, answers, strict, false)
    }

    /// Judges the answers, for `--show-personal`.
    pub(crate) fn personal(checks: &[&'static Check], answers: &Answers, strict: bool) -> Self {
        Self::of(checks, answers, strict, true)
    }

    fn of(checks: &[&'static Check], answers: &Answers, strict: bool, personal: bool) -> Self {
        let mut rows = judge(checks, answers);
        for row in &mut rows {
            crate::redact::said(&mut row.verdict, personal);
        }
        let diagnosis = diagnose(&rows, answers);
        let exit_code = exit_code(&rows, strict);
        Self {
            rows,
            diagnosis,
            run: answers.run().clone(),
            macos: answers.macos(),
            exit_code,
            help_desk: None,
            left_out: vec![],
        }
    }

    /// How many rows have a status.
    pub(crate) fn count(&self, status: Status) -> usize {
        self.rows.iter().filter(|row| row.verdict.status == status).count()
    }

    /// Whether only a few things were asked for: then each has its row, and what is for the locked-out is left out.
    fn is_few(&self) -> bool {
        self.rows.len() <= FEW
    }

    /// How to get in now, in order, with the help desk at the end where there is one.
    fn get_in_now(&self) -> impl Iterator<Item = &String> {
        let steps = &self.diagnosis.get_in_now;
        steps.iter().chain(self.help_desk.iter().filter(|_| !steps.is_empty()))
    }

    /// What an organisation left out, as a sentence.
    pub(crate) fn left_out(&self) -> Option<String> {
        let names = self.left_out.join(", ");
        (!names.is_empty()).then(|| format!("Not checked, because your organisation leaves it out: {names}."))
    }

    /// What failed or warned and is not among the causes.
    pub(crate) fn remarks(&self) -> impl Iterator<Item = &Row> {
        let known = |id: &str| self.diagnosis.causes.iter().any(|cause| cause.id == id);
        self.rows
            .iter()
            .filter(move |row| matches!(row.verdict.status, Status::Fail | Status::Warn) && !known(row.check.id))
    }
}

/// 0: nothing failed. 1: something did. 3: nothing failed, but something could not be determined. With `strict`, warnings
/// and unknowns are 1 too. (2 is for the tool's own errors.)
pub(crate) fn exit_code(rows: &[Row], strict: bool) -> u8 {
    let any = |status: Status| rows.iter().any(|row| row.verdict.status == status);
    match (any(Status::Fail), any(Status::Warn), any(Status::Unknown)) {
        (true, _, _) => 1,
        (_, true, _) | (_, _, true) if strict => 1,
        (_, _, true) => 3,
        _ => 0,
    }
}

/// The report as text, ready to be written.
pub(crate) fn render(report: &Report, format: Format, style: Style, verbose: bool) -> Result<String> {
    match format {
        Format::Json => json::render(report),
        Format::Jsonl => json::one_line(report),
        Format::Line => Ok(line::render(report)),
        Format::Outlook => Ok(outlook::render(report)),
        Format::Plist => plist::render(report),
        Format::Dialog => dialog::render(report),
        Format::Markdown => Ok(markdown::render(report)),
        Format::Html => Ok(html::render(report)),
        Format::Junit => junit::render(report),
        Format::Tap => Ok(tap::render(report)),
        Format::Prometheus => Ok(prometheus::render(report)),
        Format::Github => {
            github::summarise(report)?;
            Ok(github::render(report))
        }
        Format::Table => {
            let text = table::render(report, style, verbose);
            Ok(if style.ascii { to_ascii(&text) } else { text })
        }
    }
}

/// `1 fail, 7 pass, 1 skip`: worst first, without what there is none of.
fn counts(report: &Report) -> String {
    let counted = ORDER.into_iter().map(|status| (report.count(status), status.word())).filter(|(count, _)| *count > 0);
    counted.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(", ")
}

/// What was found, as a clause of its own. The statement a check stands for is said only where it holds: behind a cross it
/// would contradict what stands beside it.
pub(crate) fn found(row: &Row) -> String {
    match row.verdict.status {
        Status::Pass => format!("{}: {}", typographic(row.check.title), row.verdict.saw),
        Status::Fail | Status::Warn => row.wrong(),
        Status::Info | Status::Skip | Status::Unknown => row.verdict.saw.clone(),
    }
}

/// The same with what was seen, where the words for it do not hold that.
fn found_and_seen(row: &Row) -> String {
    let (found, saw) = (found(row), &row.verdict.saw);
    if found.contains(saw.as_str()) { found } else { format!("{found} ({saw})") }
}

fn typographic(text: &str) -> String {
    text.replace('\'', "\u{2019}")
}

/// A fix as lines: the numbered steps for this version, then what helps with them.
pub(crate) fn fix_lines(fix: &Fix, macos: Option<Version>) -> Vec<String> {
    let mut lines: Vec<String> =
        fix.steps_for(macos).enumerate().map(|(at, step)| format!("{}. {step}", at + 1)).collect();
    if let Some(link) = fix.link_for(macos) {
        lines.push(format!("Open:    open \"{link}\""));
    }
    if let Some(command) = fix.command {
        lines.push(format!("Paste:   {command}"));
    }
    if let Some(url) = fix.article_url() {
        lines.push(format!("Apple:   {url}"));
    }
    if fix.risk != codesent_checks::Risk::Safe {
        lines.push(format!("Risk:    {}", fix.risk.word()));
    }
    lines.push(format!("Worked?  {}", fix.confirm));
    lines
}

/// The evidence as lines, without what was seen, said once more.
pub(crate) fn evidence_lines(row: &Row) -> impl Iterator<Item = String> {
    let lines = row.verdict.evidence.iter().map(|evidence| format!("{}: {}", evidence.label, evidence.value));
    lines.filter(|line| *line != row.verdict.saw)
}

/// Whether a line of [`fix_lines`] is copied into a terminal or a browser, and must not be broken.
pub(crate) fn is_to_copy(line: &str) -> bool {
    ["Open:", "Paste:", "Apple:"].iter().any(|label| line.starts_with(label))
}

/// A clause as the start of a sentence. Names such as macOS and iCloud, and those of hosts, stay as they are.
pub(crate) fn capitalised(clause: &str) -> String {
    let word = clause.split_whitespace().next().unwrap_or_default();
    if !word.chars().all(|letter| letter.is_lowercase() || matches!(letter, '\u{2019}' | ',')) {
        return clause.to_owned();
    }
    let mut letters = clause.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `2026-11-24T21:30:00Z` of milliseconds since 1970.
pub(crate) fn timestamp(milliseconds: i64) -> String {
    time::OffsetDateTime::from_unix_timestamp(milliseconds / 1000)
        .ok()
        .and_then(|time| time.format(&time::format_description::well_known::Rfc3339).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_letters_at_the_start_of_a_sentence() {
        for (clause, sentence) in [
            ("nobody is signed in", "Nobody is signed in"),
            ("Zscaler opens it", "Zscaler opens it"),
            ("macOS 10.10.5 is too old", "macOS 10.10.5 is too old"),
            ("gsa.apple.com: no reply", "gsa.apple.com: no reply"),
            ("", ""),
        ] {
            assert_eq!(capitalised(clause), sentence);
        }
    }
}
