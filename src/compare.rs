//! `codesent compare`: two recordings side by side, or one and this Mac as it is now.

use crate::check;
use crate::cli::{Arguments, CompareOptions, Source};
use crate::recording::Recording;
use crate::report::{Report, found, timestamp};
use crate::terminal::{Style, to_ascii};
use anyhow::{Result, bail};
use clap::Parser as _;
use codesent_checks::compare::{Change, Comparison, Macs, Side, apart, compare};
use codesent_checks::{Answers, Row, Status, is_on_request};
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
    let source = source(options);
    let recorded = |path: &Path| (!now(path)).then(|| recorded(path, &source)).transpose();
    let (before, after) = (recorded(&options.before)?, recorded(&options.after)?);
    let asked = [&before, &after].into_iter().flatten().fold(source.clone(), as_in);
    let here = || of_now(&asked);
    let before = before.map_or_else(here, Ok)?;
    let after = after.map_or_else(here, Ok)?;
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

fn recorded(path: &Path, source: &Source) -> Result<Run> {
    let recording = Recording::read(path)?;
    let checks = recording.select(&[], &[], false)?;
    let answers = recording.answers(Some(Instant::now() + source.timeout()));
    Ok(Run { report: Report::new(&checks, &answers, false), answers })
}

fn of_now(source: &Source) -> Result<Run> {
    let (checks, answers) = check::answered(source)?;
    Ok(Run { report: Report::new(&checks, &answers, false), answers })
}

/// How this Mac is asked: as `check` asks it.
fn source(options: &CompareOptions) -> Source {
    let check = Arguments::parse_from(["codesent"]).check;
    Source { offline: options.offline, own_timeout: options.own_timeout, ..check.source }
}

/// Now is asked what the recording holds. Reading the log takes up to a minute, so it is read only where there is one to compare
/// it with. The way past a VPN is never tried: nobody asked for it now.
fn as_in(source: Source, run: &Run) -> Source {
    let log = run.report.rows.iter().any(|row| is_on_request(row.check));
    Source { deep: source.deep || log, ..source }
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
    let (one, other) = (side(before), side(after));
    let two = found.macs == Macs::Different;
    let [first, second] = if two { ["First", "Second"] } else { ["Before", "After"] };
    let later = apart(one, other).map(|apart| format!(", {apart}")).unwrap_or_default();
    for (word, run, when) in [(first, before, ""), (second, after, &later)] {
        let clock = if side(run).has_wrong_clock() { ", by its own clock, which is wrong" } else { "" };
        let line = format!("{word}: {}{when}{clock}", moment(run));
        let _ = writeln!(page, "{}", style.filled(&line, "", "  "));
    }
    if two {
        let _ = writeln!(page, "{}", style.filled("These are two Macs, or two kinds of machine.", "", ""));
    }
    what_changed(&mut page, found, [first, second], style, verbose);
    let mut last =
        format!("{} the same both times.", rows(found.same, "row") + if found.same == 1 { " is" } else { " are" });
    if !found.not_compared.is_empty() {
        let _ =
            write!(last, " Not compared, because only one of the two asked: {}.", few(&found.not_compared, verbose));
    }
    let _ = writeln!(page, "\n{}", style.filled(&last, "", ""));
    page
}

fn what_changed(page: &mut String, found: &Comparison, words: [&str; 2], style: Style, verbose: bool) {
    if found.changes.is_empty() {
        return;
    }
    let _ = writeln!(page, "\n{}", style.bold("What changed"));
    let shown = shown(&found.changes, verbose);
    for change in &shown {
        let _ = writeln!(page, "{}", style.filled(change.after.check.title, "  ", "  "));
        for (word, row) in words.into_iter().zip([change.before, change.after]) {
            let narrow = Style { width: style.width.saturating_sub(LEAD), ..style };
            let words = format!("{}: {}", word.to_lowercase(), found_in(row));
            for (at, line) in narrow.wrapped(&words, "", "").iter().enumerate() {
                let lead = if at == 0 { format!("    {} ", style.mark(row.verdict.status)) } else { " ".repeat(LEAD) };
                let _ = writeln!(page, "{lead}{line}");
            }
        }
        if verbose {
            let _ = writeln!(page, "{}", style.filled(&behind(change), "        ", "        "));
        }
    }
    let more = found.changes.len() - shown.len();
    if more > 0 {
        let more = format!("{} changed besides (--verbose).", rows(more, "more row"));
        let _ = writeln!(page, "{}", style.filled(&more, "  ", "  "));
    }
}

/// More than a screen shows.
const MOST: usize = 8;

/// What tells by itself; where nothing does, what there is.
fn shown<'a>(changes: &'a [Change<'a>], verbose: bool) -> Vec<&'a Change<'a>> {
    let telling: Vec<&Change> = changes.iter().filter(|change| change.tells()).collect();
    match telling.len() {
        _ if verbose => changes.iter().collect(),
        0 => changes.iter().take(MOST).collect(),
        _ => telling.into_iter().take(MOST).collect(),
    }
}

fn rows(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// So many ids are named.
const IDS: usize = 6;

fn few(ids: &[&str], verbose: bool) -> String {
    match ids.len().saturating_sub(IDS) {
        more if more > 1 && !verbose => format!("{} and {more} more", ids[..IDS].join(", ")),
        _ => ids.join(", "),
    }
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
    /// Ids of checks that only one of the runs has, or that only one of them asked.
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

#[cfg(test)]
mod tests {
    use super::*;
    use codesent_checks::all;

    #[test]
    fn the_log_is_read_now_where_the_recording_has_it() {
        let answers = crate::recording::tests::testing::Mac::healthy("15.7.1").answers();
        let run = |deep: bool| {
            let checks: Vec<_> = all().filter(|check| deep || !is_on_request(check)).collect();
            Run { report: Report::new(&checks, &answers, false), answers: answers.clone() }
        };
        let source = Arguments::parse_from(["codesent"]).check.source;
        let asked = |deep| as_in(source.clone(), &run(deep));
        assert!(asked(true).deep && !asked(true).past_vpn);
        assert!(!asked(false).deep);
    }
}
