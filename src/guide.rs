//! `codesent guide`: at most five questions that no Mac can answer, while the check runs, and a plan of at most five steps.

use crate::check;
use crate::cli::GuideOptions;
use crate::report::{Report, escape, helper, is_to_copy};
use crate::terminal::{Style, to_ascii};
use crate::{stop, written};
use anyhow::{Context, Result};
use codesent_checks::diagnosis::ANTI_SCAM;
use codesent_checks::guide::{AFTERWARDS, Known, Number, Owner, Place, Plan, Told, plan};
use inquire::error::{InquireError, InquireResult};
use inquire::ui::{Color, RenderConfig, StyleSheet, Styled};
use inquire::{Select, Text};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use std::fmt::{Display, Formatter, Write as _};
use std::io::{IsTerminal, Read, Write as _};

/// Asks, waits for the check, and prints the plan. The exit code is the check's.
pub(crate) fn run(options: &GuideOptions) -> Result<u8> {
    written::are_different(&[
        ("--save", options.save.as_deref()),
        ("--answers", options.answers.as_deref().filter(|path| path.as_os_str() != "-")),
        ("--replay", options.source.file_to_replay()),
    ])?;
    let mut source = options.source.clone();
    source.quiet = true;
    let checking = std::thread::Builder::new()
        .name("check".into())
        .spawn(move || check::everything(&source))
        .context("cannot start the check")?;
    let style = Style::detect(options.color, false);
    let told = told(options, style)?;
    let report = checking.join().map_err(|_| anyhow::anyhow!("a bug ended the check"))??;
    let plan = plan(&told, &report.diagnosis, report.macos);
    if options.save.as_deref().is_some_and(written::is_standard_output) {
        written::to_standard_output(to_keep(&plan, &report))?;
        return Ok(report.exit_code);
    }
    let text = on_screen(&plan, style);
    written::to_standard_output(&if style.ascii { to_ascii(&text) } else { text })?;
    if let Some(path) = &options.save {
        written::write(path, to_keep(&plan, &report))?;
        anstream::eprintln!("The plan is in {}", path.display());
    }
    Ok(report.exit_code)
}

/// While questions are on the screen, there is nothing to show yet: a signal ends the process, with the terminal as it was.
fn leave_the_terminal_as_it_was() -> Option<stop::Ear> {
    let before = tcgetattr(std::io::stdin()).ok()?;
    Some(stop::hear(move || {
        let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, &before);
        // The cursor is hidden while a choice is made.
        let _ = std::io::stderr().write_all(b"\x1b[?25h\n");
        std::process::exit(i32::from(stop::INTERRUPTED));
    }))
}

/// From the file, the flags and, where somebody sits there, the questions.
fn told(options: &GuideOptions, style: Style) -> Result<Told> {
    let mut told = match &options.answers {
        Some(path) => read(path)?,
        None => Told::default(),
    };
    told.place = options.place.or(told.place);
    told.screen = options.screen.clone().or(told.screen);
    told.security_key = options.security_key.or(told.security_key);
    told.other_device = options.other_device.or(told.other_device);
    told.number = options.number.or(told.number);
    told.account = options.account.or(told.account);
    let somebody = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    if somebody && options.answers.is_none() && !options.no_questions {
        inquire::set_global_render_config(look(style));
        let ear = leave_the_terminal_as_it_was();
        ask(&mut told)?;
        drop(ear);
        anstream::eprintln!();
    }
    Ok(told)
}

fn read(path: &std::path::Path) -> Result<Told> {
    const MAX_BYTES: u64 = 64 * 1024;
    let mut text = String::new();
    let name = path.display();
    let source: Box<dyn Read> = if path.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        Box::new(std::fs::File::open(path).with_context(|| format!("cannot read {name}"))?)
    };
    source.take(MAX_BYTES + 1).read_to_string(&mut text).with_context(|| format!("cannot read {name}"))?;
    if text.len() as u64 > MAX_BYTES {
        anyhow::bail!("{name} is too large for the answers");
    }
    serde_json::from_str(&text).with_context(|| {
        format!(
            "{name} does not hold the answers; it takes {}",
            r#"{"where": "apple", "screen": "…", "security_key": "no", "other_device": "yes", "number": "works", "account": "personal"}"#
        )
    })
}

/// One line of a list of choices.
struct Choice<T>(&'static str, Option<T>);

impl<T> Display for Choice<T> {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.0)
    }
}

const SKIP: &str = "I do not know";
const HELP: &str = "arrows and Enter; Esc skips";

/// What is not yet told, at most five questions. Esc skips one, Ctrl-C ends the program.
fn ask(told: &mut Told) -> Result<()> {
    anstream::eprintln!("At most five short questions, while this Mac is checked. Esc skips one.\n");
    if told.place.is_none() {
        told.place = choose(
            "Where are you signing in?",
            vec![
                Choice("On Apple\u{2019}s own screen or website", Some(Place::Apple)),
                Choice("In another program (a sideloader, an iCloud downloader \u{2026})", Some(Place::Program)),
                Choice(SKIP, None),
            ],
        )?;
    }
    if told.screen.is_none() {
        let text = Text::new("What does the screen say, or which number?")
            .with_help_message("a few words are enough; Enter or Esc skips")
            .prompt_skippable();
        told.screen = interrupted(text)?.filter(|text| !text.trim().is_empty());
    }
    if told.security_key.is_none() {
        told.security_key = yes_or_no("Does the account use a security key or a passkey?")?;
    }
    if told.security_key == Some(Known::Yes) {
        return Ok(());
    }
    if told.other_device.is_none() {
        told.other_device = yes_or_no("Is another device (iPhone, iPad, Mac) signed in with the same account?")?;
    }
    // The fifth question is the one that the fourth leaves open.
    if told.other_device == Some(Known::Yes) {
        if told.account.is_none() {
            told.account = choose(
                "Whose account is it?",
                vec![
                    Choice("My own", Some(Owner::Personal)),
                    Choice("My company\u{2019}s or school\u{2019}s", Some(Owner::Work)),
                    Choice("A child\u{2019}s, in a family", Some(Owner::Child)),
                    Choice(SKIP, None),
                ],
            )?;
        }
    } else if told.number.is_none() {
        told.number = choose(
            "How is it with the number that codes go to?",
            vec![
                Choice("It is mine, and texts from banks arrive", Some(Number::Works)),
                Choice("It is mine, but such texts do not arrive", Some(Number::NoTexts)),
                Choice("It is mine, but my phone suddenly has no service", Some(Number::NoService)),
                Choice("It is no longer mine", Some(Number::Gone)),
                Choice(SKIP, None),
            ],
        )?;
    }
    Ok(())
}

/// Few colours, the darker ones, which can be read on light and on dark; none where none are wanted.
fn look(style: Style) -> RenderConfig<'static> {
    let plain = RenderConfig::empty().with_canceled_prompt_indicator(Styled::new("skipped"));
    if !style.color {
        return plain;
    }
    let sheet = StyleSheet::new().with_fg(Color::DarkCyan);
    plain
        .with_prompt_prefix(Styled::new("?").with_fg(Color::DarkGreen))
        .with_answered_prompt_prefix(Styled::new(">").with_fg(Color::DarkGreen))
        .with_highlighted_option_prefix(Styled::new(">").with_fg(Color::DarkCyan))
        .with_selected_option(Some(sheet))
        .with_answer(sheet)
        .with_help_message(StyleSheet::new().with_fg(Color::DarkGrey))
}

fn yes_or_no(question: &str) -> Result<Option<Known>> {
    choose(question, vec![Choice("Yes", Some(Known::Yes)), Choice("No", Some(Known::No)), Choice(SKIP, None)])
}

fn choose<T>(question: &str, choices: Vec<Choice<T>>) -> Result<Option<T>> {
    let answer = Select::new(question, choices).with_help_message(HELP).without_filtering().prompt_skippable();
    Ok(interrupted(answer)?.and_then(|choice| choice.1))
}

/// Ctrl-C ends the program; a terminal that cannot ask counts as a skip.
fn interrupted<T>(answer: InquireResult<Option<T>>) -> Result<Option<T>> {
    match answer {
        Ok(answer) => Ok(answer),
        Err(InquireError::OperationInterrupted) => {
            stop::want();
            anyhow::bail!("stopped")
        }
        Err(InquireError::NotTTY) => Ok(None),
        Err(error) => Err(error).context("cannot ask on this terminal; use --answers or --no-questions"),
    }
}

fn on_screen(plan: &Plan, style: Style) -> String {
    let wrap = |text: &str, first: &str, rest: &str| {
        let options = textwrap::Options::new(style.width).initial_indent(first).subsequent_indent(rest);
        textwrap::fill(text, options.break_words(false).word_splitter(textwrap::WordSplitter::NoHyphenation))
    };
    let mut out = format!("{}\n\n{}\n", style.bold(&wrap(&plan.summary, "", "")), style.bold("Your plan"));
    for (at, step) in plan.steps.iter().enumerate() {
        let _ = writeln!(out, "{}", wrap(&step.text, &format!("  {}. ", at + 1), "     "));
        for line in &step.how {
            // A command is copied, so it is not broken.
            let line = if is_to_copy(line) { format!("     - {line}") } else { wrap(line, "     - ", "       ") };
            let _ = writeln!(out, "{line}");
        }
    }
    let _ = writeln!(out, "\n{}", wrap(AFTERWARDS, "", ""));
    let _ = writeln!(out, "{}", wrap(ANTI_SCAM, "", ""));
    out
}

fn to_keep(plan: &Plan, report: &Report) -> String {
    let mut out = format!("# Plan to get in\n\n{}\n\n", escape(&plan.summary));
    for (at, step) in plan.steps.iter().enumerate() {
        let _ = writeln!(out, "{}. {}", at + 1, escape(&step.text));
        for line in &step.how {
            let _ = writeln!(out, "   - {}", helper(line));
        }
    }
    let made = crate::report::timestamp(report.run.started);
    let _ = writeln!(out, "\n{AFTERWARDS}\n\n{ANTI_SCAM}\n\n_codesent {}, {made}_", env!("CARGO_PKG_VERSION"));
    out
}
