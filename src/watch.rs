//! `codesent check --watch`: again and again, only what changes is printed, until all is well or somebody stops it. And
//! `--wait`: the same without a word but a sign of life on a terminal, until the code can come or the time is up.

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
use std::io::{IsTerminal as _, Write as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};
use time::macros::format_description;
use time::{OffsetDateTime, UtcOffset};

/// Asking Apple's servers more often than this serves nobody.
const SHORTEST: Duration = Duration::from_secs(10);

/// The time was up before the code could come.
const NOT_YET: u8 = 1;
/// The time of day, a sign, and the blanks around it.
const CLOCK: usize = 13;

enum Event {
    Judged(Box<Result<Report>>),
    Stop,
}

/// How often is looked while somebody waits.
const ROUND: Duration = Duration::from_secs(30);
/// What a terminal rings at.
const BELL: &str = "\u{7}";

/// Rounds of checking, each on a thread of its own, so that Ctrl-C need not wait for it.
struct Rounds {
    sender: Sender<Event>,
    events: Receiver<Event>,
    _ear: stop::Ear,
}

impl Rounds {
    fn new(options: &CheckOptions) -> Result<Self> {
        if options.source.replay.as_ref().is_some_and(|path| path.as_os_str() == "-") {
            bail!("standard input can be read only once: --watch and --wait need a recording in a file");
        }
        let (sender, events) = channel();
        let on_stop = sender.clone();
        let ear = stop::hear(move || drop(on_stop.send(Event::Stop)));
        Ok(Self { sender, events, _ear: ear })
    }

    /// The next round; none when somebody stopped it.
    fn next(&self, options: &CheckOptions, again: bool) -> Result<Option<Report>> {
        start(options, again, &self.sender)?;
        match self.events.recv() {
            Ok(Event::Judged(report)) => (*report).map(Some),
            // What a first round knows so far is all there is.
            Ok(Event::Stop) if !again => match self.events.recv() {
                Ok(Event::Judged(report)) => (*report).map(Some),
                _ => Ok(None),
            },
            Ok(Event::Stop) | Err(_) => Ok(None),
        }
    }

    /// Waits, unless somebody stops it: then false.
    fn pause(&self, time: Duration) -> bool {
        matches!(self.events.recv_timeout(time), Err(RecvTimeoutError::Timeout))
    }
}

/// Waits until the code can come, at most so long, then prints the report. The exit code is 0 when it can, else 1.
pub(crate) fn wait(options: &CheckOptions, limit: Duration) -> Result<u8> {
    let until = Instant::now() + limit;
    // A recording may be replaced meanwhile; nobody is asked.
    let every = if options.source.replay.is_some() { ROUND.min(limit / 20) } else { ROUND };
    let rounds = Rounds::new(options)?;
    let mut again = false;
    loop {
        let Some(report) = rounds.next(options, again)? else { return Ok(stop::INTERRUPTED) };
        let can = report.diagnosis.outlook == Outlook::Can;
        let left = until.saturating_duration_since(Instant::now());
        let over = can || left.is_zero() || stop::is_wanted() || {
            let pause = every.min(left);
            sign_of_life(Some((&report, pause)));
            !rounds.pause(pause)
        };
        sign_of_life(None);
        if over {
            check::print(options, &report)?;
            return Ok(if can { 0 } else { NOT_YET });
        }
        again = true;
    }
}

/// Watches and gives the exit code of the last run.
pub(crate) fn run(options: &CheckOptions, every: Duration) -> Result<u8> {
    let rounds = Rounds::new(options)?;
    let every = if options.source.replay.is_some() { every } else { every.max(SHORTEST) };
    let style = Style::detect(options.color, false);
    let mut last: Option<Report> = None;
    loop {
        let Some(next) = rounds.next(options, last.is_some())? else { break };
        sign_of_life(None);
        match &last {
            None => print(&whole(&next, style, options.verbose, every)?, style)?,
            Some(before) => print(&changes(before, &next, style), style)?,
        }
        let done = is_well(&next) || stop::is_wanted();
        sign_of_life(Some((&next, every)).filter(|_| !done));
        last = Some(next);
        if done || !rounds.pause(every) {
            break;
        }
    }
    sign_of_life(None);
    let Some(last) = last else { return Ok(stop::INTERRUPTED) };
    let bell = if is_well(&last) && std::io::stdout().is_terminal() { BELL } else { "" };
    print(&(ending(&last, style) + bell), style)?;
    Ok(last.exit_code)
}

/// One run on a thread of its own.
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
        let (status, saw) = (row.verdict.status, &row.verdict.saw);
        let was = old.map_or("new".into(), |old| format!("{} ({})", old.verdict.status.word(), old.verdict.saw));
        let line = format!("{}: {was} -> {} ({saw})", row.check.title, status.word());
        let line = wrap::filled(&line, style.width.saturating_sub(CLOCK), "", "");
        for (at, line) in line.lines().enumerate() {
            let lead = if at == 0 { format!("{} {}", clock(now), style.mark(status)) } else { " ".repeat(CLOCK) };
            let _ = writeln!(out, "{lead} {line}");
        }
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
    wrap::filled(text, style.width, "", "         ")
}

/// `21:30:00`, as the Mac's own clock shows it: when that run began.
fn clock(report: &Report) -> String {
    let began =
        OffsetDateTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(report.run.started).unwrap_or_default());
    let offset = UtcOffset::local_offset_at(began).unwrap_or(UtcOffset::UTC);
    began.to_offset(offset).format(format_description!("[hour]:[minute]:[second]")).unwrap_or_default()
}

/// One line that is overwritten: that it goes on, and when the next look is. Only where somebody sits before it.
fn sign_of_life(next: Option<(&Report, Duration)>) {
    let mut out = std::io::stderr().lock();
    if !out.is_terminal() || std::env::var_os("TERM").is_none_or(|term| term == "dumb") {
        return;
    }
    let _ = match next {
        Some((report, every)) => write!(out, "\r{} looked; again in {} s\u{1b}[K", clock(report), every.as_secs()),
        None => write!(out, "\r\u{1b}[K"),
    };
    let _ = out.flush();
}

fn print(text: &str, style: Style) -> Result<()> {
    let mut out = std::io::stdout().lock();
    let text = if style.ascii { to_ascii(text) } else { text.to_owned() };
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}
