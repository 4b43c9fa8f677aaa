//! The questions, on a terminal.

use super::Checking;
use crate::cli::Color as When;
use crate::stop;
use crate::terminal::Style;
use anyhow::{Context, Result};
use codesent_checks::guide::{Ask, Seen, TEXT, Told, next};
use crossterm::event::{self, Event, KeyCode, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use inquire::error::{InquireError, InquireResult};
use inquire::ui::{Color, RenderConfig, StyleSheet, Styled};
use inquire::{Select, Text};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use std::fmt::{Display, Formatter};
use std::io::Write as _;
use std::time::Duration;

/// The answer that a tired Return gives: it changes nothing.
const NOT_SURE: &str = "Not sure";
const HELP: &str = "arrows, then Return";

/// One line of a list.
struct Line(&'static str, Option<&'static str>);

impl Display for Line {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.0)
    }
}

/// What was said to one question.
enum Said {
    Value(&'static str),
    NotSure,
    NoMore,
}

/// Asks what is not told yet. What the check finds meanwhile spares questions.
pub(super) fn the_rest(told: &mut Told, checking: &mut Checking, when: When) -> Result<()> {
    let style = Style::detect(when, false);
    inquire::set_global_render_config(look(style));
    let intro = "A few questions that no Mac can answer, while this one is checked. Never type a code here.";
    anstream::eprintln!("{}\n", textwrap::fill(&style.shown(intro), style.width));
    let ear = leave_the_terminal_as_it_was();
    let nothing = Told::default();
    let mut done: Vec<&str> = Vec::new();
    loop {
        // The first two questions do not hang on the check, and it is mostly done when they are answered.
        let ask = if next(&nothing, &Seen::NOTHING, &done).is_some_and(|ask| matches!(ask.field, "where" | "asked")) {
            next(told, &Seen::NOTHING, &done)
        } else {
            next(told, &checking.seen()?, &done)
        };
        let Some(ask) = ask else { break };
        done.push(ask.field);
        match put(ask, style)? {
            Said::Value(TEXT) => told.screen = typed(style)?,
            Said::Value(value) => *told = told.with(ask.field, value),
            Said::NotSure => {}
            Said::NoMore => break,
        }
    }
    drop(ear);
    anstream::eprintln!();
    Ok(())
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

/// One question. Esc and Ctrl-D ask before they skip, because a hand on the wrong key would lose an answer.
fn put(ask: &Ask, style: Style) -> Result<Said> {
    let shown = |text: &'static str| -> String { style.shown(text) };
    if !ask.help.is_empty() {
        anstream::eprintln!("{}", textwrap::fill(&shown(ask.help), style.width));
    }
    loop {
        let lines: Vec<Line> = std::iter::once(Line(NOT_SURE, None))
            .chain(ask.choices.iter().map(|one| Line(one.label, Some(one.value))))
            .collect();
        match chosen(ask.text, lines)? {
            Some(Line(_, Some(value))) => return Ok(Said::Value(value)),
            Some(Line(_, None)) => return Ok(Said::NotSure),
            None => {}
        }
        let lines = vec![
            Line("Back to the question", Some("back")),
            Line("Skip this one", Some("skip")),
            Line("No more questions: the plan", Some("end")),
        ];
        match chosen("Skip it?", lines)?.and_then(|line| line.1) {
            Some("skip") => return Ok(Said::NotSure),
            Some("back") => {}
            // Twice in a row is meant.
            _ => return Ok(Said::NoMore),
        }
    }
}

fn chosen(question: &str, lines: Vec<Line>) -> Result<Option<Line>> {
    // A list longer than the window cannot be drawn.
    let rows = terminal_size::terminal_size().map_or(24, |(_, rows)| usize::from(rows.0));
    let page = lines.len().min(rows.saturating_sub(3)).max(2);
    // An answer that does not fit behind its question gets a line of its own, unbroken.
    let formatter = |line: inquire::list_option::ListOption<&Line>| {
        let columns = terminal_size::terminal_size().map_or(80, |(columns, _)| usize::from(columns.0));
        let label = line.value.0;
        let fits = question.chars().count() + label.chars().count() + 4 <= columns;
        if fits { label.to_owned() } else { format!("\n  {label}") }
    };
    let answer = Select::new(question, lines)
        .with_formatter(&formatter)
        .with_help_message(HELP)
        .with_page_size(page)
        .without_filtering()
        .prompt_skippable();
    interrupted(answer)
}

fn typed(style: Style) -> Result<Option<String>> {
    let hint = "A few words are enough, or the error number beside them.";
    anstream::eprintln!("{}", textwrap::fill(&style.shown(hint), style.width));
    let text = Text::new("What does it say?").with_help_message("Return alone skips").prompt_skippable();
    let more = rest_of_a_paste();
    Ok(interrupted(text)?.map(|text| format!("{text} {more}")).filter(|text| !text.trim().is_empty()))
}

/// A message of several lines is pasted whole, and the first of them ends the question. The others must neither answer
/// the next one nor end up in the shell.
fn rest_of_a_paste() -> String {
    /// Nobody types this fast.
    const AT_ONCE: Duration = Duration::from_millis(60);
    let mut rest = String::new();
    if enable_raw_mode().is_err() {
        return rest;
    }
    while rest.len() < 4000 && event::poll(AT_ONCE).unwrap_or(false) {
        let Ok(read) = event::read() else { break };
        let Event::Key(key) = read else { continue };
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Enter => rest.push(' '),
            // In raw mode a line feed arrives as this.
            KeyCode::Char('j') if control => rest.push(' '),
            KeyCode::Char(letter) if !control => rest.push(letter),
            _ => {}
        }
    }
    let _ = disable_raw_mode();
    rest
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

/// Few colours, the darker ones, which can be read on light and on dark; none where none are wanted.
fn look(style: Style) -> RenderConfig<'static> {
    let plain = RenderConfig::empty().with_canceled_prompt_indicator(Styled::new("-"));
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
