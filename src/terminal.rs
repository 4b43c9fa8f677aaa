//! What the place we print to can show, and how text is laid out and set off there.
//!
//! Text keeps the terminal's own colour, whatever its theme: only weight sets headings off. Colour is in filled badges,
//! which bring both of their colours, so that they can be read on any background: fixed ones out of the 256 where the
//! terminal has them, because themes redefine the 16. Nothing is dim.

use crate::cli::Color;
use crate::wrap;
use codesent_checks::Status;
use codesent_checks::diagnosis::Outlook;
use colored::{Color as Paint, ColoredString, Colorize};
use std::env;
use std::io::IsTerminal;

/// How wide a table may be where nobody says.
const DEFAULT_WIDTH: usize = 80;
/// Lines longer than this are hard to read.
const MAX_WIDTH: usize = 120;
/// Below this nothing can be laid out.
const MIN_WIDTH: usize = 40;

/// What a badge says, whatever its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// It works.
    Good,
    /// It may not work.
    Doubtful,
    /// It does not work.
    Bad,
    /// Nobody knows.
    Open,
}

impl From<Outlook> for Tone {
    fn from(outlook: Outlook) -> Self {
        match outlook {
            Outlook::Can => Self::Good,
            Outlook::MightNot => Self::Doubtful,
            Outlook::Cannot => Self::Bad,
            Outlook::CannotTell => Self::Open,
        }
    }
}

/// How to print.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// Columns.
    pub(crate) width: usize,
    /// Whether only ASCII can be shown.
    pub(crate) ascii: bool,
    /// Whether escape sequences for colour may be used.
    pub(crate) color: bool,
    /// Whether the terminal has the 256 colours.
    pub(crate) many: bool,
}

impl Style {
    /// For standard output. `to_file` is for a report that is written elsewhere.
    pub(crate) fn detect(color: Color, to_file: bool) -> Self {
        let terminal = std::io::stdout().is_terminal() && !to_file;
        let width =
            terminal.then(terminal_size::terminal_size).flatten().map_or(DEFAULT_WIDTH, |(w, _)| usize::from(w.0));
        let color = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => !to_file && anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never,
        };
        Self { width: width.clamp(MIN_WIDTH, MAX_WIDTH), ascii: !is_utf8(), color, many: has_many_colors() }
    }

    /// As it is, for what is only read by tests and files.
    #[cfg(test)]
    pub(crate) fn plain(width: usize) -> Self {
        Self { width, ascii: true, color: false, many: false }
    }

    /// A heading, or what must not be overlooked. Line by line, so that a pager or a cut does not leave it on.
    pub(crate) fn bold(self, text: &str) -> String {
        let lines: Vec<String> = text.lines().map(|line| self.painted(line.bold())).collect();
        lines.join("\n")
    }

    /// A page with its headings in bold: the first paragraph, whatever has indented lines right under it, and what is underlined.
    pub(crate) fn headed(self, page: &str) -> String {
        let lines: Vec<&str> = page.lines().collect();
        let is_rule = |line: &str| line.len() > 2 && line.bytes().all(|byte| matches!(byte, b'=' | b'-'));
        let is_text = |line: &str| !line.is_empty() && !line.starts_with([' ', '-']);
        let mut out = String::with_capacity(page.len());
        let mut first = true;
        for (at, line) in lines.iter().enumerate() {
            first &= !line.is_empty();
            let under = lines.get(at + 1).copied().unwrap_or_default();
            let heads = first || under.starts_with("  ") || is_rule(under);
            out.push_str(&if heads && is_text(line) && !is_rule(line) { self.bold(line) } else { (*line).to_owned() });
            out.push('\n');
        }
        out
    }

    /// A word on a filled ground.
    pub(crate) fn badge(self, text: &str, tone: Tone) -> String {
        let (ink, ground, few) = match tone {
            Tone::Good => (16, 34, (Paint::Black, Paint::Green)),
            Tone::Doubtful => (16, 220, (Paint::Black, Paint::Yellow)),
            Tone::Bad => (231, 160, (Paint::BrightWhite, Paint::Red)),
            Tone::Open => (16, 250, (Paint::Black, Paint::White)),
        };
        let (ink, ground) = if self.many { (Paint::AnsiColor(ink), Paint::AnsiColor(ground)) } else { few };
        self.painted(text.color(ink).on_color(ground).bold())
    }

    /// A status as a sign, three columns wide: what is not well stands on a ground.
    pub(crate) fn mark(self, status: Status) -> String {
        let tone = match status {
            Status::Pass | Status::Info | Status::Skip => None,
            Status::Warn => Some(Tone::Doubtful),
            Status::Fail => Some(Tone::Bad),
            Status::Unknown => Some(Tone::Open),
        };
        let mark = format!(" {} ", self.sign(status));
        tone.map_or(mark.clone(), |tone| self.badge(&mark, tone))
    }

    /// The sign alone.
    pub(crate) fn sign(self, status: Status) -> &'static str {
        let (sign, plain) = match status {
            Status::Pass => ("\u{2713}", "+"),
            Status::Info => ("i", "i"),
            Status::Warn => ("!", "!"),
            Status::Fail => ("\u{2717}", "x"),
            Status::Skip => ("\u{2013}", "-"),
            Status::Unknown => ("?", "?"),
        };
        if self.ascii { plain } else { sign }
    }

    /// Whether there is colour is decided here alone, for standard output; the crate would look at it anew.
    fn painted(self, text: ColoredString) -> String {
        if !self.color || text.input.is_empty() {
            return text.input;
        }
        colored::control::set_override(true);
        text.to_string()
    }

    /// Text broken at the width, later lines under the first one's words. A link or a command is never broken.
    pub(crate) fn filled(self, text: &str, first: &str, rest: &str) -> String {
        self.wrapped(text, first, rest).join("\n")
    }

    /// The same as lines.
    pub(crate) fn wrapped(self, text: &str, first: &str, rest: &str) -> Vec<String> {
        wrap::lines(&self.shown(text), self.width, first, rest)
    }

    /// The text as it will be shown. Before it is laid out, because some letters need more room in ASCII.
    pub(crate) fn shown(self, text: &str) -> String {
        if self.ascii { to_ascii(text) } else { text.to_owned() }
    }
}

/// Whether the terminal says that it has more than the 16 colours that a theme redefines.
fn has_many_colors() -> bool {
    let is = |name: &str, test: fn(&str) -> bool| env::var(name).is_ok_and(|value| test(&value));
    is("COLORTERM", |value| !value.is_empty())
        || is("TERM", |value| {
            ["256color", "direct", "kitty", "ghostty", "alacritty"].iter().any(|part| value.contains(part))
        })
}

/// Whether the locale says UTF-8. A Mac without any locale (cron, ssh) still shows it.
fn is_utf8() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    match locale {
        Some(value) => {
            let value = value.to_ascii_lowercase();
            value.contains("utf-8") || value.contains("utf8")
        }
        None => cfg!(target_os = "macos"),
    }
}

/// The nearest ASCII of a text, for terminals that show nothing else.
pub(crate) fn to_ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{2018}' | '\u{2019}' => plain.push('\''),
            '\u{201c}' | '\u{201d}' => plain.push('"'),
            '\u{2026}' => plain.push_str("..."),
            '\u{2013}' | '\u{2014}' | '\u{2212}' => plain.push('-'),
            '\u{2192}' => plain.push_str("->"),
            '\u{2022}' | '\u{b7}' => plain.push('*'),
            '\u{e9}' => plain.push('e'),
            '\u{a0}' => plain.push(' '),
            letter if letter.is_ascii() => plain.push(letter),
            _ => plain.push('?'),
        }
    }
    plain
}
