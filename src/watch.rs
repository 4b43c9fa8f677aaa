//! `codesent check --watch`: again and again, only what changes is printed, until all is well or somebody stops it.

use crate::check;
use crate::cli::{CheckOptions, Format};
use crate::report::{self, Report};
use crate::stop;
use crate::terminal::{Style, to_ascii};
use crate::wrap;
use anyhow::{Context, Result, bail};
use codesent_checks::diagnosis::Outlook;
use codesent_checks::{Row, Status};
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// Asking Apple's servers more often than this serves nobody.
const SHORTEST: Duration = Duration::from_secs(10);

enum Event {
    Judged(Box<Result<Report>>),
    Stop,
}

/// Watches and gives the exit code of the last run.
pub(crate) fn run(options: &CheckOptions, every: Duration) -> Result<u8> {
    if options.source.replay.as_ref().is_some_and(|path| path.as_os_str() == "-") {
        bail!("standard input can be read only once: --watch needs a recording in a file");
    }
    let every = if options.source.replay.is_some() { every } else { every.max(SHORTEST) };
    let style = Style::detect(options.color, false);
    let (sender, events) = channel();
    let on_stop = sender.clone();
    let _ear = stop::hear(move || drop(on_stop.send(Event::Stop)));
    let mut last: Option<Report> = None;
    loop {
        start(options, last.is_some(), &sender)?;
        let next = match events.recv() {
            Ok(Event::Judged(report)) => (*report)?,
            // What a first round knows so far is all there is.
            Ok(Event::Stop) if last.is_none() => match events.recv() {
                Ok(Event::Judged(report)) => (*report)?,
                _ => break,
            },
            Ok(Event::Stop) | Err(_) => break,
        };
        match &last {
            None => print(&whole(&next, style, options.verbose, every)?, style)?,
            Some(before) => print(&changes(before, &next, style), style)?,
        }
        let done = is_well(&next) || stop::is_wanted();
        last = Some(next);
        if done {
            break;
        }
        match events.recv_timeout(every) {
            Err(RecvTimeoutError::Timeout) => {}
            _ => break,
        }
    }
    let Some(last) = last else { return Ok(stop::INTERRUPTED) };
    print(&ending(&last, style), style)?;
    Ok(last.exit_code)
}

/// One run on a thread of its own, so that Ctrl-C need not wait for it.
fn start(options: &CheckOptions, again: bool, sender: &Sender<Event>) -> Result<()> {
    let (mut options, sender) = (options.clone(), sender.clone());
    options.source.quiet |= again;
    let run = move || drop(sender.send(Event::Judged(Box::new(check::judged(&options).map(|(report, _)| report)))));
    std::thread::Builder::new().name("check".into()).spawn(run).context("cannot start the check")?;
    Ok(())
}

/// Nothing left to wait for: nothing failed, and the prompt can come.
fn is_well(report: &Report) -> bool {
    let failed = report.count(Status::Fail) > 0;
    !failed && (report.diagnosis.outlook == Outlook::Can || report.exit_code == 0)
}

fn whole(report: &Report, style: Style, verbose: bool, every: Duration) -> Result<String> {
    let text = report::render(report, Format::Table, style, verbose)?;
    let waiting = if is_well(report) || stop::is_wanted() {
        String::new()
    } else {
        let words = format!(
            "Checking again every {} s; changes follow. Apple\u{2019}s sign-in server answers few requests, so what it said \
             is kept and it is not asked again. Ctrl-C stops.",
            every.as_secs_f32()
        );
        format!("\n{}\n", textwrap::fill(&words, style.width))
    };
    Ok(text + &waiting)
}

/// A line a row that changed, under the time; nothing when nothing did.
fn changes(before: &Report, now: &Report, style: Style) -> String {
    let mut out = String::new();
    let changed = |row: &&Row| {
        let old = before.rows.iter().find(|old| old.check.id == row.check.id);
        old.is_none_or(|old| old.verdict.status != row.verdict.status || old.verdict.reason != row.verdict.reason)
    };
    for row in now.rows.iter().filter(changed) {
        let old = before.rows.iter().find(|old| old.check.id == row.check.id);
        let was = old.map_or("new", |old| old.verdict.status.word());
        let is = row.verdict.status.word();
        let line = format!("{} {was} -> {is}  {}: {}", clock(now), row.check.title, row.verdict.saw);
        let _ = writeln!(out, "{}", wrapped(&line, style));
    }
    if before.diagnosis.headline != now.diagnosis.headline {
        let _ = writeln!(out, "{}", wrapped(&format!("{} {}", clock(now), now.diagnosis.headline), style));
    }
    out
}

fn ending(report: &Report, style: Style) -> String {
    let word = if is_well(report) { "All is well." } else { "Stopped; the last state:" };
    let line = format!("{} {word} {}", clock(report), report.diagnosis.headline);
    format!("\n{}\n", wrapped(&line, style))
}

/// Later lines stand under the words, not under the time.
fn wrapped(text: &str, style: Style) -> String {
    wrap::filled(text, style.width, "", "             ")
}

/// `21:30:00 UTC`: when that run began.
fn clock(report: &Report) -> String {
    let whole = report::timestamp(report.run.started);
    whole.split_once('T').map_or(whole.clone(), |(_, time)| time.replace('Z', " UTC"))
}

fn print(text: &str, style: Style) -> Result<()> {
    let mut out = std::io::stdout().lock();
    let text = if style.ascii { to_ascii(text) } else { text.to_owned() };
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}
