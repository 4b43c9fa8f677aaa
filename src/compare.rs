//! `codesent compare`: two recordings side by side, or one and this Mac as it is now.

use crate::check;
use crate::cli::{Arguments, CompareOptions, Source};
use crate::recording::Recording;
use crate::report::{Report, found, timestamp};
use crate::terminal::{Style, to_ascii};
use anyhow::{Result, bail};
use clap::Parser as _;
use codesent_checks::compare::{Change, Comparison, Macs, Side, apart, compare};
use codesent_checks::{Answers, Row, Status};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

/// Something changed.
const CHANGED: u8 = 1;
/// At most so many answers are named behind a row; the JSON has all.
const ANSWERS: usize = 3;

/// What stands before a row: blanks and its sign.
const LEAD: usize = 8;

/// A run, as it is compared.
struct Run {
    answers: Answers,
    report: Report,
}

/// Compares and gives the exit code: 0 when no row changed, else 1.
pub(crate) fn run(options: &CompareOptions) -> Result<u8> {
    let now = |path: &Path| path.as_os_str() == "-";
    if now(&options.before) && now(&options.after) {
        bail!("- is this Mac as it is now, so one of the two must be a recording (codesent check --record FILE)");
    }
    let before = of(&options.before, options)?;
    let after = of(&options.after, options)?;
    let found = compare(side(&before), side(&after));
    let text = if options.json {
        serde_json::to_string_pretty(&document(&before, &after, &found))? + "\n"
    } else {
        let style = Style::detect(options.color, false);
        let text = page(&before, &after, &found, style, options.verbose);
        if style.ascii { to_ascii(&text) } else { text }
    };
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(if found.changes.is_empty() { 0 } else { CHANGED })
}

fn of(path: &Path, options: &CompareOptions) -> Result<Run> {
    let (checks, answers) = if path.as_os_str() == "-" {
        check::answered(&source(options))?
    } else {
        let recording = Recording::read(path)?;
        let checks = recording.select(&[], &[], false)?;
        (checks, recording.answers(Some(Instant::now() + options.timeout)))
    };
    let report = Report::new(&checks, &answers, false);
    Ok(Run { answers, report })
}

/// How this Mac is asked: as `check` asks it.
fn source(options: &CompareOptions) -> Source {
    let check = Arguments::parse_from(["codesent"]).check;
    Source { offline: options.offline, own_timeout: Some(options.timeout), ..check.source }
}

fn side(run: &Run) -> Side<'_> {
    Side { rows: &run.report.rows, answers: &run.answers, diagnosis: &run.report.diagnosis }
}

fn page(before: &Run, after: &Run, found: &Comparison, style: Style, verbose: bool) -> String {
    let mut page = String::new();
    for line in &found.says {
        let _ = writeln!(page, "{}", style.bold(&style.filled(line, "", "")));
    }
    page.push('\n');
    let apart = apart(&before.answers, &after.answers);
    for (word, run, when) in [("Before", before, String::new()), ("After", after, format!(", {apart}"))] {
        let line = format!("{word} ({}{when}): {}", moment(run), run.report.diagnosis.headline);
        let _ = writeln!(page, "{}", style.filled(&line, "", "  "));
    }
    if found.macs == Macs::Different {
        let _ = writeln!(page, "{}", style.filled("These are two Macs, or two kinds of machine.", "", ""));
    }
    if !found.changes.is_empty() {
        let _ = writeln!(page, "\n{}", style.bold("What changed"));
    }
    for change in &found.changes {
        let _ = writeln!(page, "{}", style.filled(change.after.check.title, "  ", "  "));
        for (word, row) in [("before", change.before), ("after", change.after)] {
            let narrow = Style { width: style.width.saturating_sub(LEAD), ..style };
            for (at, line) in narrow.wrapped(&format!("{word}: {}", found_in(row)), "", "").iter().enumerate() {
                let lead = if at == 0 { format!("    {} ", style.mark(row.verdict.status)) } else { " ".repeat(LEAD) };
                let _ = writeln!(page, "{lead}{line}");
            }
        }
        if verbose {
            let _ = writeln!(page, "{}", style.filled(&behind(change), "        ", "        "));
        }
    }
    let mut last = format!("{} rows are the same both times.", found.same);
    if !found.not_compared.is_empty() {
        let _ = write!(last, " Only one of the two has {}.", found.not_compared.join(", "));
    }
    let _ = writeln!(page, "\n{}", style.filled(&last, "", ""));
    page
}

/// `2026-11-26T20:41:07Z, macOS 15.7`.
fn moment(run: &Run) -> String {
    let when = timestamp(run.report.run.started);
    run.report.macos.map_or(when.clone(), |version| format!("{when}, macOS {version}"))
}

fn found_in(row: &Row) -> String {
    // The title stands above.
    let what = if row.verdict.status == Status::Pass { row.verdict.saw.clone() } else { found(row) };
    format!("{what} ({})", row.verdict.status.word())
}

fn behind(change: &Change) -> String {
    let shown: Vec<&str> = change.answers.iter().take(ANSWERS).map(String::as_str).collect();
    match change.answers.len().saturating_sub(ANSWERS) {
        _ if shown.is_empty() => format!("{}: the answers are the same", change.after.check.id),
        0 => format!("{}: by {}", change.after.check.id, shown.join("; ")),
        more => format!("{}: by {} and {more} more", change.after.check.id, shown.join("; ")),
    }
}

/// Two runs compared. Its number is 1; it changes when a reader of the old one would misread.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Document<'a> {
    /// The number of this form.
    codesent_comparison: u32,
    /// What follows, a sentence each, the most telling first.
    says: &'a [String],
    /// Whether both are of one Mac, as far as a recording without names tells.
    same_mac: bool,
    /// The first run.
    before: Summary<'a>,
    /// The second run.
    after: Summary<'a>,
    /// Rows whose status or reason changed, in table order.
    changes: Vec<Changed<'a>>,
    /// How many rows that both have did not change.
    same: usize,
    /// Ids of checks that only one of the runs has.
    not_compared: &'a [&'static str],
}

/// One of the runs.
#[derive(Serialize, JsonSchema)]
struct Summary<'a> {
    /// When it began.
    #[schemars(extend("format" = "date-time"))]
    started: String,
    /// The Mac's version; null where that is not known.
    macos: Option<String>,
    /// Whether a code can be had: can, `might_not`, cannot or `cannot_tell`.
    outlook: &'static str,
    /// The same with its reason.
    headline: &'a str,
}

/// What became of one check.
#[derive(Serialize, JsonSchema)]
struct Changed<'a> {
    /// The check.
    id: &'static str,
    /// What it holds to be true.
    title: &'static str,
    /// Before.
    before: Found<'a>,
    /// After.
    after: Found<'a>,
    /// Whether it got better; null where it is neither better nor worse.
    better: Option<bool>,
    /// The answers behind it that differ, by their keys in a recording.
    answers: &'a [String],
}

/// What one run found.
#[derive(Serialize, JsonSchema)]
struct Found<'a> {
    /// pass, info, warn, fail, skip or unknown.
    status: &'static str,
    /// The way to that status; null where there is only one.
    reason: Option<&'static str>,
    /// What was seen.
    saw: &'a str,
}

fn document<'a>(before: &'a Run, after: &'a Run, found: &'a Comparison) -> Document<'a> {
    let summary = |run: &'a Run| Summary {
        started: timestamp(run.report.run.started),
        macos: run.report.macos.map(|version| version.to_string()),
        outlook: run.report.diagnosis.outlook.word(),
        headline: &run.report.diagnosis.headline,
    };
    let of =
        |row: &'a Row| Found { status: row.verdict.status.word(), reason: row.verdict.reason, saw: &row.verdict.saw };
    Document {
        codesent_comparison: 1,
        says: &found.says,
        same_mac: found.macs == Macs::Alike,
        before: summary(before),
        after: summary(after),
        changes: found
            .changes
            .iter()
            .map(|change| Changed {
                id: change.after.check.id,
                title: change.after.check.title,
                before: of(change.before),
                after: of(change.after),
                better: change.got_better(),
                answers: &change.answers,
            })
            .collect(),
        same: found.same,
        not_compared: &found.not_compared,
    }
}
