//! `codesent check`: select, gather (or replay), judge, say.

use crate::cli::{CheckOptions, Source};
use crate::gather::{self, Gathering};
use crate::recording::Recording;
use crate::report::{self, Report};
use crate::select::select;
use crate::terminal::Style;
use anyhow::{Context, Result};
use codesent_checks::{Answers, Check, Question};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Runs the check and gives the exit code.
pub(crate) fn run(options: &CheckOptions) -> Result<u8> {
    let report = judged(options)?;
    let style = Style::detect(options.color, options.output.is_some());
    let text = report::render(&report, options.format(), style, options.verbose)?;
    match &options.output {
        Some(path) => std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?,
        None => match std::io::stdout().lock().write_all(text.as_bytes()) {
            // Whoever reads only the first lines still wants to know how it ended.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
            written => written?,
        },
    }
    Ok(report.exit_code)
}

/// One run, judged.
pub(crate) fn judged(options: &CheckOptions) -> Result<Report> {
    let (checks, answers) = if options.source.replay.is_some() {
        replayed(&options.source, &options.only, &options.skip)?
    } else {
        let checks = select(&options.only, &options.skip)?;
        let answers = live(&options.source, &checks, options.record.as_deref(), options.show_personal)?;
        (checks, answers)
    };
    let report = if options.show_personal { Report::personal } else { Report::new };
    Ok(report(&checks, &answers, options.strict))
}

/// Every check on this machine or on a recording, redacted.
pub(crate) fn everything(source: &Source) -> Result<Report> {
    let (checks, answers) = if source.replay.is_some() {
        replayed(source, &[], &[])?
    } else {
        let checks = select(&[], &[])?;
        let answers = live(source, &checks, None, false)?;
        (checks, answers)
    };
    Ok(Report::new(&checks, &answers, false))
}

fn replayed(source: &Source, only: &[String], skip: &[String]) -> Result<(Vec<&'static Check>, Answers)> {
    let recording = Recording::read(source.replay.as_deref().unwrap_or_else(|| "-".as_ref()))?;
    Ok((recording.select(only, skip)?, recording.answers()))
}

/// Asks this machine, redacts what it says, and records it where that is wanted.
fn live(source: &Source, checks: &[&'static Check], record: Option<&Path>, show_personal: bool) -> Result<Answers> {
    let gathering = Gathering {
        offline: source.offline,
        timeout: source.timeout,
        root: source.root.clone(),
        home: source.home.clone(),
        resolve: source.resolve.clone(),
        cacert: source.cacert.clone(),
        quiet: source.quiet,
    };
    // Better to know now than after the wait.
    for (option, folder) in [("--root", &source.root), ("--home", &source.home)] {
        if let Some(folder) = folder.as_deref().filter(|folder| !folder.is_dir()) {
            anyhow::bail!("{option}: {} is not a folder", folder.display());
        }
    }
    record.map_or(Ok(()), Recording::can_be_written)?;
    let questions: Vec<Question> = checks.iter().flat_map(|check| check.questions().copied()).collect();
    let raw = gather::gather(&questions, &gathering)?;
    // What is judged is what is recorded, so that a replay cannot differ.
    let redacted = crate::redact::redact(&raw, &crate::redact::known_names(source.home.as_deref()));
    if let Some(path) = record {
        Recording::new(checks, &redacted).write(path)?;
    }
    Ok(if show_personal { crate::redact::printable(&raw) } else { redacted })
}
