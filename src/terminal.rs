//! What the place we print to can show.

use crate::cli::Color;
use std::env;
use std::io::IsTerminal;

/// How wide a table may be where nobody says.
const DEFAULT_WIDTH: usize = 80;
/// Lines longer than this are hard to read.
const MAX_WIDTH: usize = 120;
/// Below this nothing can be laid out.
const MIN_WIDTH: usize = 40;

/// How to print.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// Columns.
    pub(crate) width: usize,
    /// Whether only ASCII can be shown.
    pub(crate) ascii: bool,
    /// Whether escape sequences for colour may be used.
    pub(crate) color: bool,
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
        Self { width: width.clamp(MIN_WIDTH, MAX_WIDTH), ascii: !is_utf8(), color }
    }

    /// The text as it will be shown. Before it is laid out, because some letters need more room in ASCII.
    pub(crate) fn shown(self, text: &str) -> String {
        if self.ascii { to_ascii(text) } else { text.to_owned() }
    }
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
