//! What may be written or shown: personal values are replaced by stand-ins of the same form, the same value always by the
//! same stand-in, before anything is judged. So a report is as private as a recording, and a replay cannot differ.
//!
//! A stand-in is its own stand-in, so redacting twice changes nothing. Preference files are reduced by their allow-lists
//! long before this; here are the texts that tools print.

mod addresses;
mod alerts;
mod gates;
mod lines;
mod masks;
mod names;
mod numbers;
mod rules;
mod settings;
mod shapes;
#[cfg(test)]
mod tests;
mod things;

pub(crate) use names::{Name, Names};

use codesent_checks::{Answers, Culprit, Entry, Miss, Verdict};
use masks::Masks;
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::Instant;

/// Of one answer, in bytes, line ends left out. The largest of a real Mac (Apple's status feed) has 80,000.
const MAX_ANSWER: usize = 256 * 1024;
/// Every real answer is done after two.
const ROUNDS: usize = 8;
/// Of all answers. The largest real recording has 60,000.
const MAX_ALL: usize = 1024 * 1024;
/// In characters, of what one row says.
const LONGEST_CLAUSE: usize = 200;
/// Of the name of a system or a processor.
const LONGEST_WORD: usize = 20;
/// Of one piece of evidence.
const LONGEST_VALUE: usize = 500;

/// The same answers without what is personal, and without control characters. What is too long, or comes up only after
/// `until`, is withheld: nothing that was not looked through is shown.
pub(crate) fn redact(answers: &Answers, names: &[Name], until: Option<Instant>) -> Answers {
    let mut masks = Masks::of(names);
    masks.numbers().spare(gates::of(answers));
    masks.until(until);
    rewrite(answers, &mut |key, mut entry| {
        if !things::is_asked(key) {
            return None;
        }
        // What one sieve makes may be something to another, so this goes on until nothing changes any more: only then is a
        // replay the same as the run.
        for _ in 0..ROUNDS {
            if masks.is_late() {
                return Some(Entry { ms: entry.ms, result: Err(Miss::TimedOut) });
            }
            let result = entry.result.clone().map(|answer| things::hide(masks.numbers(), key, answer));
            let next = change(Entry { ms: entry.ms, result }, &mut |text| masks.once(text, true));
            if masks.is_late() {
                return Some(Entry { ms: entry.ms, result: Err(Miss::TimedOut) });
            }
            if next == entry {
                return Some(next);
            }
            entry = next;
        }
        Some(Entry { ms: entry.ms, result: Err(withheld()) })
    })
}

/// The same answers without control characters, for `--show-personal`.
pub(crate) fn printable(answers: &Answers) -> Answers {
    rewrite(answers, &mut |_, entry| Some(entry))
}

/// A text of ours about something that was typed or read, such as an error.
pub(crate) fn text(text: &str, names: &[Name]) -> String {
    Masks::of(names).text(&without_controls(text), true)
}

/// Passes every answer through `through`, at first without control characters.
fn rewrite(answers: &Answers, through: &mut dyn FnMut(&str, Entry) -> Option<Entry>) -> Answers {
    let mut entries = BTreeMap::new();
    let mut all = 0;
    for (key, entry) in answers.entries() {
        let fits = |entry: &Entry| {
            let worth = serde_json::to_value(entry).map_or(0, |value| worth(&value));
            (worth <= MAX_ANSWER && all + worth <= MAX_ALL).then_some(worth)
        };
        let too_long = || Entry {
            ms: entry.ms,
            result: Err(Miss::Unreadable("the answer is too long to be looked through".into())),
        };
        let before = fits(entry);
        let mut rewritten = match before {
            None => Some(too_long()),
            Some(_) => through(key, change(entry.clone(), &mut without_controls)),
        };
        // Stand-ins may be longer than what they stand for, and a replay must not find too long what the run did not.
        let after = rewritten.as_ref().map_or(Some(0), fits);
        all += before.max(after).unwrap_or(0);
        if after.is_none() {
            rewritten = Some(too_long());
        }
        if let Some(rewritten) = rewritten {
            entries.insert(without_controls(key), rewritten);
        }
    }
    let mut run = answers.run().clone();
    for word in [&mut run.platform.os, &mut run.platform.arch] {
        // Always one word, except in a recording that somebody made.
        word.retain(|letter| letter.is_ascii_alphanumeric() || "_-.".contains(letter));
        word.truncate(LONGEST_WORD);
    }
    Answers::new(run, entries)
}

/// The entry with every text in it changed.
fn change(entry: Entry, with: &mut dyn FnMut(&str) -> String) -> Entry {
    let ms = entry.ms;
    let mut value = serde_json::to_value(entry).unwrap_or(Value::Null);
    walk(&mut value, with);
    serde_json::from_value(value).unwrap_or(Entry { ms, result: Err(withheld()) })
}

fn withheld() -> Miss {
    Miss::Unreadable("the answer could not be redacted, so it is withheld".into())
}

/// What a judge says in the words of an answer. It may have undone an escape that hid a control character or a name, so
/// this is looked through once more; and what is a clause stays on its line.
pub(crate) fn said(verdict: &mut Verdict, personal: bool) {
    let mut masks = Masks::default();
    let mut clean = |text: &mut String, longest: usize| {
        let plain = without_controls(text).split_whitespace().collect::<Vec<_>>().join(" ");
        *text = if personal { plain } else { masks.text(&plain, false) };
        if let Some((end, _)) = text.char_indices().nth(longest) {
            text.truncate(end);
            text.push('\u{2026}');
        }
    };
    clean(&mut verdict.saw, LONGEST_CLAUSE);
    verdict.culprits.iter_mut().filter_map(Culprit::text_mut).for_each(|name| clean(name, LONGEST_CLAUSE));
    for evidence in &mut verdict.evidence {
        clean(&mut evidence.label, LONGEST_CLAUSE);
        clean(&mut evidence.value, LONGEST_VALUE);
    }
}

/// What it costs to look through a value: its bytes, but the line ends that stand for what was dropped.
fn worth(value: &Value) -> usize {
    match value {
        Value::String(text) => text.bytes().filter(|byte| *byte != b'\n').count(),
        Value::Array(items) => items.iter().map(worth).sum::<usize>() + items.len(),
        Value::Object(map) => map.iter().map(|(key, value)| key.len() + worth(value)).sum(),
        _ => 0,
    }
}

fn walk(value: &mut Value, change: &mut dyn FnMut(&str) -> String) {
    match value {
        Value::String(text) => *text = change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, change)),
        Value::Object(map) => map.values_mut().for_each(|item| walk(item, change)),
        _ => {}
    }
}

/// Without characters that move a cursor, change a colour or turn the reading direction.
pub(crate) fn without_controls(text: &str) -> String {
    let harmful = |letter: char| {
        (letter.is_control() && letter != '\n' && letter != '\t')
            || matches!(
                letter,
                '\u{ad}'
                    | '\u{61c}'
                    | '\u{180e}'
                    | '\u{200b}'..='\u{200f}'
                    | '\u{2028}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}'
                    | '\u{feff}'
                    | '\u{fff9}'..='\u{fffb}'
                    | '\u{e0000}'..='\u{e007f}'
            )
    };
    let text = text.replace("\r\n", "\n");
    if text.chars().any(harmful) {
        text.chars().map(|letter| if harmful(letter) { '\u{fffd}' } else { letter }).collect()
    } else {
        text
    }
}
