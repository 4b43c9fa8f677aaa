//! The small language that symptoms are written in: terms that must all occur near one another, in any order.
//!
//! `word`: this word, with a typing error if it is long. `begin*`: a word that begins so. `two_words`: one after the other.
//! `@code`: any entry of that list of the same language. `!word`: must not occur. `?` before a pattern: it may mean something
//! else. Where a script has no spaces, a term is a part of the text.

use super::languages::Language;
use super::normal::{Plain, folded, has_no_spaces};

/// Within so many words all terms of a pattern must stand.
const NEAR: usize = 12;

/// The entries of a list that is written `one | another`.
pub(crate) fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|').map(str::trim).filter(|entry| !entry.is_empty())
}

/// Whether the pattern fits.
pub(crate) fn fits(pattern: &str, language: &Language, text: &Plain) -> bool {
    let mut spans = Vec::new();
    for term in pattern.trim_start_matches('?').split_whitespace() {
        if let Some(unwanted) = term.strip_prefix('!') {
            if !places(unwanted, language, text).is_empty() {
                return false;
            }
            continue;
        }
        let found = places(term, language, text);
        if found.is_empty() {
            return false;
        }
        spans.push(found);
    }
    near(&spans)
}

/// Whether one place of each can be chosen so that all are near. Places without words (no spaces) are near to everything.
fn near(spans: &[Vec<Option<usize>>]) -> bool {
    let starts = spans.iter().flatten().flatten().copied();
    spans.iter().all(|places| places.contains(&None))
        || starts.clone().any(|start| {
            spans
                .iter()
                .all(|places| places.iter().any(|place| place.is_none_or(|at| (start..=start + NEAR).contains(&at))))
        })
}

/// Where a term stands: the number of the word; none for a part of a text without spaces.
fn places(term: &str, language: &Language, text: &Plain) -> Vec<Option<usize>> {
    if let Some(list) = term.strip_prefix('@') {
        return entries(language.list(list)).flat_map(|entry| literal(entry, text)).collect();
    }
    literal(term, text)
}

fn literal(term: &str, text: &Plain) -> Vec<Option<usize>> {
    if term.chars().any(has_no_spaces) {
        let part = folded(term).replace(' ', "");
        return if text.joined.contains(&part) { vec![None] } else { Vec::new() };
    }
    let wanted: Vec<&str> = term.split('_').collect();
    (0..text.words.len())
        .filter(|at| {
            wanted.iter().enumerate().all(|(more, want)| text.words.get(at + more).is_some_and(|word| is(word, want)))
        })
        .map(Some)
        .collect()
}

fn is(word: &str, want: &str) -> bool {
    // Data may be written with accents.
    let folded_want = |want: &str| if want.is_ascii() { want.to_owned() } else { folded(want) };
    match want.strip_suffix('*') {
        Some(begin) => word.starts_with(&folded_want(begin)),
        None => alike(word, &folded_want(want)),
    }
}

/// The same word, or one with a typing error or two.
pub(crate) fn alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let short = one.chars().count().min(other.chars().count());
    let most = match short {
        0..=5 => return false,
        6..=8 => 1,
        _ => 2,
    };
    one.chars().count().abs_diff(other.chars().count()) <= most && strsim::osa_distance(one, other) <= most
}

#[cfg(test)]
mod tests {
    use super::super::languages;
    use super::super::normal::plain;
    use super::*;

    fn english(pattern: &str, text: &str) -> bool {
        fits(pattern, languages::find("en").unwrap(), &plain(text))
    }

    #[test]
    fn terms_stand_near_one_another_in_any_order() {
        assert!(english("lost phone", "I lost my phone"));
        assert!(english("lost phone", "the phone is lost"));
        assert!(!english("lost phone", "the phone rings"));
        let apart = format!("lost {} phone", "and so on and on ".repeat(6));
        assert!(!english("lost phone", &apart), "too far apart");
        assert!(english("receiv* code", "I never recieved or received a code"));
        assert!(english("no_code", "no code") && !english("no_code", "no other code"));
        assert!(english("received", "recieved"));
        assert!(!english("code !qr", "qr code") && english("code !qr", "code"));
    }
}
