//! `codesent check`: select, gather (or replay), judge, say.

use crate::cli::CheckOptions;
use crate::gather::{self, Gathering};
use crate::recording::Recording;
use crate::report::{self, Report};
use crate::select::select;
use crate::terminal::Style;
use anyhow::{Context, Result};
use codesent_checks::{Answers, Check, Question};
use std::io::Write;

/// Runs the check and gives the exit code.
pub(crate) fn run(options: &CheckOptions) -> Result<u8> {
    let (checks, answers) = if let Some(path) = &options.replay {
        let recording = Recording::read(path)?;
        let checks = recording.select(&options.only, &options.skip)?;
        (checks, recording.answers())
    } else {
        let checks = select(&options.only, &options.skip)?;
        let answers = live(options, &checks)?;
        (checks, answers)
    };
    let report = Report::new(&checks, &answers, options.strict);
    let style = Style::detect(options.color, options.output.is_some());
    let text = report::render(&report, options.format(), style, options.verbose)?;
    match &options.output {
        Some(path) => std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?,
        None => std::io::stdout().lock().write_all(text.as_bytes())?,
    }
    Ok(report.exit_code)
}

/// Asks this machine, redacts what it says, and records it where that is wanted.
fn live(options: &CheckOptions, checks: &[&'static Check]) -> Result<Answers> {
    let gathering = Gathering {
        offline: options.offline,
        timeout: options.timeout,
        root: options.root.clone(),
        home: options.home.clone(),
        resolve: options.resolve.clone(),
        cacert: options.cacert.clone(),
    };
    let questions: Vec<Question> = checks.iter().flat_map(|check| check.asks.iter().copied()).collect();
    let raw = gather::gather(&questions, &gathering)?;
    // What is judged is what is recorded, so that a replay cannot differ.
    let redacted = crate::redact::redact(&raw, &crate::redact::known_names());
    if let Some(path) = &options.record {
        Recording::new(checks, &redacted).write(path)?;
    }
    Ok(if options.show_personal { crate::redact::printable(&raw) } else { redacted })
}
