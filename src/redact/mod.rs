//! What may be written or shown: personal values are replaced by stand-ins of the same form, the same value always by the
//! same stand-in, before anything is judged. So a report is as private as a recording, and a replay cannot differ.
//!
//! A stand-in is its own stand-in, so redacting twice changes nothing. Preference files are reduced by their allow-lists
//! long before this; here are the texts that tools print.

mod addresses;
mod masks;
mod names;
mod numbers;
#[cfg(test)]
mod tests;

pub(crate) use names::known as known_names;

use codesent_checks::{Answer, Answers, Culprit, Entry, Miss, Verdict};
use masks::Masks;
use names::Name;
use serde_json::Value;
use std::collections::BTreeMap;

/// In bytes. What is gathered is shorter; a recording that somebody made may hold anything, and must not take minutes.
const MAX_TEXT: usize = 2 * 1024 * 1024;
/// In characters, of what one row says.
const LONGEST_CLAUSE: usize = 200;
/// Of the name of a system or a processor.
const LONGEST_WORD: usize = 20;
/// Of one piece of evidence.
const LONGEST_VALUE: usize = 500;

/// The same answers without what is personal, and without control characters.
pub(crate) fn redact(answers: &Answers, names: &[Name]) -> Answers {
    let mut masks = Masks::of(names);
    rewrite(answers, &mut |text, addresses| masks.text(text, addresses))
}

/// The same answers without control characters, for `--show-personal`.
pub(crate) fn printable(answers: &Answers) -> Answers {
    rewrite(answers, &mut |text, _| text.to_owned())
}

/// Passes every text in the answers through `change`, whose second argument says whether addresses in it may be personal.
fn rewrite(answers: &Answers, change: &mut dyn FnMut(&str, bool) -> String) -> Answers {
    let mut entries = BTreeMap::new();
    for (key, entry) in answers.entries() {
        // What Apple's names resolve to and what answered there is what the report is about, and nobody's secret.
        let addresses = !matches!(entry.result, Ok(Answer::Lookup(_) | Answer::Handshake(_)));
        let mut value = serde_json::to_value(entry).unwrap_or(Value::Null);
        if longest(&value) > MAX_TEXT {
            let result = Err(Miss::Unreadable("the answer is too long to be looked through".into()));
            entries.insert(without_controls(key), Entry { ms: entry.ms, result });
            continue;
        }
        walk(&mut value, &mut |text| change(&without_controls(text), addresses));
        let rewritten = serde_json::from_value(value).unwrap_or(Entry {
            ms: entry.ms,
            result: Err(Miss::Unreadable("the answer could not be redacted, so it is withheld".into())),
        });
        entries.insert(without_controls(key), rewritten);
    }
    let mut run = answers.run().clone();
    for word in [&mut run.platform.os, &mut run.platform.arch] {
        // Always one word, except in a recording that somebody made.
        word.retain(|letter| letter.is_ascii_alphanumeric() || "_-.".contains(letter));
        word.truncate(LONGEST_WORD);
    }
    Answers::new(run, entries)
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

fn longest(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(longest).max().unwrap_or(0),
        Value::Object(map) => map.values().map(longest).max().unwrap_or(0),
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
