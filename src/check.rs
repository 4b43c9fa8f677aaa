//! `codesent check`: select, gather (or replay), judge, say.

use crate::cli::{CheckOptions, Source};
use crate::gather::{self, Gathering};
use crate::managed::Managed;
use crate::recording::Recording;
use crate::redact::{Name, Names};
use crate::report::{self, Report};
use crate::select::select;
use crate::terminal::Style;
use crate::written;
use anyhow::{Context, Result};
use codesent_checks::{Answers, Check, Question, When};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Every real Mac's answers are looked through in a tenth of this.
const TO_REDACT: Duration = Duration::from_secs(1);

/// Runs the check and gives the exit code.
pub(crate) fn run(options: &CheckOptions) -> Result<u8> {
    let report_goes_to = options.output.as_deref().unwrap_or_else(|| "-".as_ref());
    written::are_different(&[
        ("--output", Some(report_goes_to)),
        ("--record", options.record.as_deref()),
        ("--replay", options.source.file_to_replay()),
        ("--cacert", options.source.cacert.as_deref()),
    ])?;
    let (report, recording) = judged(options)?;
    let reported = print(options, &report);
    // Neither costs the other.
    let recorded = options.record.as_deref().zip(recording).map_or(Ok(()), |(path, recording)| recording.write(path));
    reported.and(recorded)?;
    Ok(report.exit_code)
}

/// The report in the format that was asked for, where it was asked to go.
pub(crate) fn print(options: &CheckOptions, report: &Report) -> Result<()> {
    let to = options.output.as_deref().unwrap_or_else(|| "-".as_ref());
    let style = Style::detect(options.color, !written::is_standard_output(to));
    written::write(to, &report::render(report, options.format(), style, options.verbose)?)
}

/// One run, judged, and what may be recorded of it.
pub(crate) fn judged(options: &CheckOptions) -> Result<(Report, Option<Recording>)> {
    let managed = Managed::of(&options.source);
    let mut left_out = Vec::new();
    let (checks, answers, recording) = if options.source.replay.is_some() {
        let (checks, answers) = replayed(&options.source, &options.only, &options.skip)?;
        (checks, answers, None)
    } else {
        let mut checks = select(&options.only, &options.skip, options.source.deep)?;
        if options.only.is_empty() && options.skip.is_empty() {
            (checks, left_out) = managed.without(checks);
        }
        let (redacted, raw) = live(&options.source, &checks)?;
        let recording = Recording::new(&checks, &redacted);
        let answers = if options.show_personal { crate::redact::printable(&raw) } else { redacted };
        (checks, answers, Some(recording))
    };
    let report = if options.show_personal { Report::personal } else { Report::new };
    let report = report(&checks, &answers, options.strict);
    Ok((Report { help_desk: managed.help_desk(), left_out, ..report }, recording))
}

/// Every check on this machine or on a recording, and the answers as they were where it is this machine, to which more can
/// be asked.
pub(crate) struct Whole {
    pub(crate) report: Report,
    checks: Vec<&'static Check>,
    raw: Option<Answers>,
}

/// Every check there is.
pub(crate) fn whole(source: &Source) -> Result<Whole> {
    if source.replay.is_some() {
        let (checks, answers) = replayed(source, &[], &[])?;
        return Ok(Whole { report: Report::new(&checks, &answers, false), checks, raw: None });
    }
    let managed = Managed::of(source);
    let (checks, left_out) = managed.without(select(&[], &[], source.deep)?);
    let (redacted, raw) = live(source, &checks)?;
    let report = Report { help_desk: managed.help_desk(), left_out, ..Report::new(&checks, &redacted, false) };
    // What was asked past the VPN, or may not be asked at all, is not asked again.
    Ok(Whole { report, checks, raw: Some(raw).filter(|_| !source.past_vpn && !source.offline) })
}

impl Whole {
    /// Whether the way past a VPN can be tried from here.
    pub(crate) fn can_go_past_vpn(&self) -> bool {
        self.raw.is_some()
    }

    /// Tries it, and judges again with what came of it. Nothing but the experiment is asked.
    pub(crate) fn past_vpn(&self, source: &Source) -> Result<Report> {
        let source = Source { past_vpn: true, ..source.clone() };
        let names = Names::ask(source.home.as_deref());
        let past = ask(&source, &self.experiment().collect::<Vec<_>>())?;
        self.with(&past, &names.known())
    }

    fn experiment(&self) -> impl Iterator<Item = Question> {
        let questions = self.checks.iter().flat_map(|check| check.questions().copied());
        questions.filter(|question| question.when() == When::PastVpn)
    }

    /// Judged again, with what the experiment brought.
    pub(crate) fn with(&self, past: &Answers, names: &[Name]) -> Result<Report> {
        let raw = self.raw.as_ref().context("a recording cannot be asked more")?;
        let mut entries = raw.entries().clone();
        for key in self.experiment().map(|question| question.key()) {
            entries.extend(past.entries().get(&key).map(|entry| (key, entry.clone())));
        }
        let all = Answers::new(raw.run().clone(), entries);
        let redacted = crate::redact::redact(&all, names, Some(Instant::now() + TO_REDACT));
        let (help_desk, left_out) = (self.report.help_desk.clone(), self.report.left_out.clone());
        Ok(Report { help_desk, left_out, ..Report::new(&self.checks, &redacted, false) })
    }
}

#[cfg(test)]
impl Whole {
    /// As if this machine had answered so.
    pub(crate) fn of_answers(answers: &Answers) -> Self {
        let raw = Some(answers.clone());
        Self { raw, ..Self::of_recording(answers) }
    }

    /// As if a recording held these answers.
    pub(crate) fn of_recording(answers: &Answers) -> Self {
        let checks: Vec<_> = codesent_checks::all().filter(|check| !codesent_checks::is_on_request(check)).collect();
        Self { report: Report::new(&checks, answers, false), checks, raw: None }
    }
}

/// Every check on this machine or on a recording, redacted, and the answers it was judged by.
pub(crate) fn everything_and_recording(source: &Source) -> Result<(Report, Recording)> {
    if source.replay.is_some() {
        let (checks, answers) = replayed(source, &[], &[])?;
        return Ok((Report::new(&checks, &answers, false), Recording::new(&checks, &answers)));
    }
    let managed = Managed::of(source);
    let (checks, left_out) = managed.without(select(&[], &[], source.deep)?);
    let (redacted, _) = live(source, &checks)?;
    let recording = Recording::new(&checks, &redacted);
    let report = Report { help_desk: managed.help_desk(), left_out, ..Report::new(&checks, &redacted, false) };
    Ok((report, recording))
}

/// Every check there is, and the redacted answers, for who looks at codesent itself.
pub(crate) fn answered(source: &Source) -> Result<(Vec<&'static Check>, Answers)> {
    if source.replay.is_some() {
        return replayed(source, &[], &[]);
    }
    let checks = select(&[], &[], source.deep)?;
    let (redacted, _) = live(source, &checks)?;
    Ok((checks, redacted))
}

fn replayed(source: &Source, only: &[String], skip: &[String]) -> Result<(Vec<&'static Check>, Answers)> {
    let recording = Recording::read(source.replay.as_deref().unwrap_or_else(|| "-".as_ref()))?;
    // Whoever sends it may have taken longer.
    let until = Instant::now() + source.timeout();
    Ok((recording.select(only, skip, source.deep)?, recording.answers(Some(until))))
}

/// Asks this machine: the answers redacted, and as they were. What is judged is what is recorded, so that a replay cannot
/// differ.
fn live(source: &Source, checks: &[&'static Check]) -> Result<(Answers, Answers)> {
    let names = Names::ask(source.home.as_deref());
    let until = Instant::now() + source.timeout();
    let questions: Vec<Question> = checks.iter().flat_map(|check| check.questions().copied()).collect();
    let raw = ask(source, &questions)?;
    let redacted = {
        let names = names.known();
        // However late it is, what is ordinary is looked through.
        crate::redact::redact(&raw, &names, Some(until.max(Instant::now() + TO_REDACT)))
    };
    Ok((redacted, raw))
}

/// Asks this machine.
fn ask(source: &Source, questions: &[Question]) -> Result<Answers> {
    let gathering = Gathering {
        offline: source.offline,
        timeout: source.timeout(),
        for_log: source.own_timeout,
        root: source.root.clone(),
        home: source.home.clone(),
        resolve: source.resolve.clone(),
        cacert: source.cacert.clone(),
        past_vpn: source.past_vpn,
        quiet: source.quiet,
        sparing: Arc::clone(&source.sparing),
    };
    if source.past_vpn && !source.offline {
        anstream::eprintln!(
            "Past the VPN too: Apple, a public DNS server and this network see this Mac\u{2019}s own address."
        );
    }
    gather::gather(questions, &gathering)
}
