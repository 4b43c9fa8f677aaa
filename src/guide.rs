//! `codesent guide`: a few questions that no Mac can answer, while the check runs, and a plan of at most six steps.

mod ask;
mod show;

use crate::aside;
use crate::check::{self, Whole};
use crate::cli::{GuideOptions, Telling};
use crate::report::Report;
use crate::terminal::Style;
use crate::written;
use anyhow::{Context, Result};
use codesent_checks::explain;
use codesent_checks::guide::{LeaveVpn, Seen, Told, plan};
use std::io::{IsTerminal, Read};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

/// Asks, waits for the check, and prints the plan. The exit code is the check's.
pub(crate) fn run(options: &GuideOptions) -> Result<u8> {
    written::are_different(&[
        ("--save", options.save.as_deref()),
        ("--save-answers", options.save_answers.as_deref()),
        ("--answers", options.telling.answers.as_deref().filter(|path| path.as_os_str() != "-")),
        ("--replay", options.source.file_to_replay()),
    ])?;
    let mut told = answered(&options.telling)?;
    let mut source = options.source.clone();
    source.quiet = true;
    let mut checking = Checking::Running(
        std::thread::Builder::new()
            .name("check".into())
            .spawn(move || check::whole(&source))
            .context("cannot start the check")?,
    );
    // Standard input may be the recording, or the answers.
    let taken =
        [&options.telling.answers, &options.source.replay].into_iter().flatten().any(|path| path.as_os_str() == "-");
    if std::io::stdin().is_terminal() {
        if std::io::stderr().is_terminal() && options.telling.answers.is_none() && !options.no_questions {
            ask::the_rest(&mut told, &mut checking, options.color)?;
        }
    } else if !taken && told.screen.is_none() {
        told.screen = piped(|| checking.is_finished())?;
    }
    if let Some((rest, true)) = told.screen.as_deref().map(explain::without_codes) {
        anstream::eprintln!(
            "That looks like a verification code: keep it to yourself. It is not used, and kept nowhere."
        );
        told.screen = Some(rest).filter(|text| text.contains(char::is_alphanumeric));
    }
    checking.settle(&told, |whole| whole.past_vpn(&options.source))?;
    let report = &checking.finish()?.report;
    let plan = plan(&told, &Seen::new(&report.rows, &report.diagnosis, report.macos));
    // Only now: the window may have changed while the questions were answered.
    let style = Style::detect(options.color, false);
    if let Some(path) = &options.save_answers {
        // That the VPN may be left is said for this once.
        let screen = told.screen.as_deref().map(crate::pasted::masked);
        let kept = Told { screen, past_vpn: None, ..told.clone() };
        written::write(path, serde_json::to_string_pretty(&kept)? + "\n")?;
        if !written::is_standard_output(path) {
            anstream::eprintln!("The answers are in {}", path.display());
        }
    }
    if options.save.as_deref().is_some_and(written::is_standard_output) {
        written::to_standard_output(show::to_keep(&plan, report))?;
        return Ok(report.exit_code);
    }
    let text = if options.json { show::json(&plan, &told, report)? } else { show::on_screen(&plan, style) };
    written::to_standard_output(&text)?;
    if let Some(path) = &options.save {
        written::write(path, show::to_keep(&plan, report))?;
        anstream::eprintln!("The plan is in {}", path.display());
    }
    Ok(report.exit_code)
}

/// The check beside the questions.
enum Checking {
    Running(std::thread::JoinHandle<Result<Whole>>),
    Done(Box<Whole>),
    Lost,
}

impl Checking {
    fn is_finished(&self) -> bool {
        match self {
            Self::Running(thread) => thread.is_finished(),
            Self::Done(_) | Self::Lost => true,
        }
    }

    /// Waits for it.
    fn finish(&mut self) -> Result<&Whole> {
        if matches!(self, Self::Running(_)) {
            let Self::Running(thread) = std::mem::replace(self, Self::Lost) else { unreachable!("it was just seen") };
            let whole = thread.join().map_err(|_| anyhow::anyhow!("a bug ended the check"))??;
            *self = Self::Done(Box::new(whole));
        }
        match self {
            Self::Done(whole) => Ok(whole),
            Self::Running(_) | Self::Lost => anyhow::bail!("the check did not end well"),
        }
    }

    /// What this Mac shows to the plan. Where the way past a VPN cannot be tried, nobody is asked for it.
    fn seen(&mut self) -> Result<Seen<'_>> {
        let whole = self.finish()?;
        let report = &whole.report;
        let seen = Seen::new(&report.rows, &report.diagnosis, report.macos);
        Ok(Seen { suspects_vpn: seen.suspects_vpn && whole.can_go_past_vpn(), ..seen })
    }

    /// Tries the way past a VPN that is suspected, if the person said yes, and only then.
    fn settle(&mut self, told: &Told, past_vpn: impl FnOnce(&Whole) -> Result<Report>) -> Result<()> {
        if told.past_vpn != Some(LeaveVpn::Yes) || !self.seen()?.suspects_vpn {
            return Ok(());
        }
        let report = past_vpn(self.finish()?)?;
        if let Self::Done(whole) = self {
            whole.report = report;
        }
        Ok(())
    }
}

/// From the file and the flags; a flag goes before the file.
pub(crate) fn answered(telling: &Telling) -> Result<Told> {
    let mut told = match &telling.answers {
        Some(path) => read(path)?,
        None => Told::default(),
    };
    told.place = telling.place.or(told.place);
    told.asked = telling.asked.or(told.asked);
    told.account = telling.account.or(told.account);
    told.other_device = telling.other_device.or(told.other_device);
    told.number = telling.number.or(told.number);
    told.prepared = telling.prepared.or(told.prepared);
    told.happens = telling.happens.or(told.happens);
    told.screen = telling.screen.clone().or(told.screen);
    Ok(told)
}

/// More than any screen shows.
const MAX_BYTES: u64 = 64 * 1024;

fn read(path: &Path) -> Result<Told> {
    let name = path.display();
    let bytes = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().take(MAX_BYTES + 1).read_to_end(&mut bytes).map(|_| bytes)
    } else {
        aside::read(path, MAX_BYTES)
    };
    let read = || format!("cannot read {name}");
    let text = String::from_utf8(bytes.with_context(read)?).with_context(read)?;
    if text.len() as u64 > MAX_BYTES {
        anyhow::bail!("{name} is too large for the answers");
    }
    serde_json::from_str(&text).with_context(|| {
        format!(
            "{name} does not hold the answers; it takes {}",
            r#"{"where": "this-mac", "asked": "yes", "account": "personal", "other_device": "here", "number": "works", "happens": "nothing", "screen": "…"}"#
        )
    })
}

/// The message that somebody piped in. An input that does not end is not waited for longer than the check takes.
fn piped(enough: impl Fn() -> bool) -> Result<Option<String>> {
    let (sender, receiver) = mpsc::channel();
    std::thread::Builder::new().name("input".into()).spawn(move || {
        let mut bytes = Vec::new();
        let result = std::io::stdin().take(MAX_BYTES + 1).read_to_end(&mut bytes);
        let _ = sender.send(result.map(|_| bytes));
    })?;
    loop {
        match receiver.recv_timeout(Duration::from_millis(50)) {
            Ok(bytes) => {
                let bytes = bytes.context("cannot read standard input")?;
                anyhow::ensure!(
                    bytes.len() as u64 <= MAX_BYTES,
                    "standard input holds more than a message; give the words on the screen with --screen"
                );
                let text = String::from_utf8(bytes).context("standard input is no text")?;
                return Ok(Some(text).filter(|text| !text.trim().is_empty()));
            }
            Err(mpsc::RecvTimeoutError::Timeout) if enough() => {
                anstream::eprintln!(
                    "Standard input did not end and is not used; give the words on the screen with --screen."
                );
                return Ok(None);
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) => return Ok(None),
        }
    }
}

#[cfg(test)]
mod tests;
