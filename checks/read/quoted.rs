//! A text that somebody else wrote, as it may be shown.

use std::net::{IpAddr, SocketAddr};

/// The longest foreign name that is shown, in characters.
pub(crate) const LONGEST: usize = 40;
/// So many digits are a number of something; a version has fewer.
pub(crate) const DIGITS: usize = 4;

/// A foreign text as it may be shown: in quotes, at most 40 characters, on one line, without marks of its own and without
/// what could be a telephone number or a code.
pub fn quoted(text: &str) -> String {
    let plain: String = text.chars().map(|one| if is_mark(one) { ' ' } else { one }).collect();
    let words = without_numbers(&plain.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut short: String = words.chars().take(LONGEST).collect();
    if short.len() < words.len() {
        short.truncate(short.trim_end().len());
        while short.chars().count() >= LONGEST {
            short.pop();
        }
        short.push('\u{2026}');
    }
    if short.is_empty() { "something without a name".into() } else { format!("\u{201c}{short}\u{201d}") }
}

/// Where a setting points, `host:port`: an address and a port say nothing but themselves, a host name is a foreign text.
pub fn place_in_words(text: &str) -> String {
    if text.parse::<SocketAddr>().is_ok() || text.parse::<IpAddr>().is_ok() {
        return text.to_owned();
    }
    match text.rsplit_once(':') {
        Some((host, port)) if host.parse::<IpAddr>().is_ok() && port.parse::<u16>().is_ok() => text.to_owned(),
        Some((host, port)) if port.parse::<u16>().is_ok() => {
            let host = quoted(host);
            host.strip_suffix('\u{201d}').map_or_else(|| host.clone(), |open| format!("{open}:{port}\u{201d}"))
        }
        _ => quoted(text),
    }
}

/// What would end the quotes, or is not to be seen.
fn is_mark(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '"' | '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{200b}'..='\u{200f}')
        || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}')
}

/// Without runs of digits, whatever stands between them: `+1 (800) 555-0100`.
fn without_numbers(text: &str) -> String {
    let between = |letter: char| !letter.is_alphanumeric();
    let (letters, mut kept, mut at) = (text.chars().collect::<Vec<_>>(), String::new(), 0);
    while at < letters.len() {
        let run = letters[at..].iter().take_while(|one| one.is_numeric() || between(**one)).count();
        let digits = letters[at..at + run].iter().filter(|one| one.is_numeric()).count();
        if digits >= DIGITS {
            let first = letters[at..].iter().take_while(|one| **one == ' ').count();
            let last = letters[at..at + run].iter().rev().take_while(|one| **one == ' ').count();
            kept.extend(std::iter::repeat_n(' ', first.min(1)));
            kept.push('\u{2026}');
            kept.extend(std::iter::repeat_n(' ', last.min(1)));
        } else {
            kept.extend(&letters[at..at + run]);
        }
        at += run;
        let word = letters[at..].iter().take_while(|one| !one.is_numeric() && !between(**one)).count();
        kept.extend(&letters[at..at + word]);
        at += word;
    }
    kept.trim().to_owned()
}
