//! Recordings that a disk, a mail program or a hand has changed: answers removed, swapped, cut off, or with the bytes of
//! others. Whatever is left of one is judged without a panic, every document is valid, and no cause stands beside "can".

use super::tests::testing;
use super::*;
use crate::cli::Format;
use crate::report::{Report, render};
use crate::terminal::Style;
use clap::ValueEnum;
use codesent_checks::Status;
use codesent_checks::diagnosis::Outlook;
use proptest::prelude::*;
use serde_json::{Map, Value};

#[derive(Clone, Debug)]
enum Change {
    Removed,
    /// With the answer of another key, which keeps its own.
    Copied(usize),
    /// Both have each other's.
    Swapped(usize),
    /// Every text becomes a text of another answer.
    Texts(usize),
    /// Every text ends here.
    Cut(usize),
    /// A piece of another answer's text is put in here.
    Spliced(usize, usize),
}

fn changes() -> impl Strategy<Value = Vec<(usize, Change)>> {
    let one = prop_oneof![
        Just(Change::Removed),
        (0..1000usize).prop_map(Change::Copied),
        (0..1000usize).prop_map(Change::Swapped),
        (0..1000usize).prop_map(Change::Texts),
        (0..600usize).prop_map(Change::Cut),
        (0..1000usize, 0..600usize).prop_map(|(other, at)| Change::Spliced(other, at)),
    ];
    proptest::collection::vec((0..1000usize, one), 0..30)
}

fn texts(value: &mut Value, with: &mut dyn FnMut(&str) -> String) {
    match value {
        Value::String(text) => *text = with(text),
        Value::Array(items) => items.iter_mut().for_each(|item| texts(item, with)),
        Value::Object(map) => map.values_mut().for_each(|item| texts(item, with)),
        _ => {}
    }
}

fn first_text(value: &Value) -> String {
    let (mut longest, mut copy) = (String::new(), value.clone());
    texts(&mut copy, &mut |text| {
        if text.len() > longest.len() {
            text.clone_into(&mut longest);
        }
        String::new()
    });
    longest
}

fn apply(answers: &mut Map<String, Value>, changes: &[(usize, Change)]) {
    let keys: Vec<String> = answers.keys().cloned().collect();
    let nth = |at: usize| keys[at % keys.len()].clone();
    for (which, change) in changes {
        let key = nth(*which);
        let of = |answers: &Map<String, Value>, at: usize| answers.get(&nth(at)).cloned().unwrap_or_default();
        match change {
            Change::Removed => drop(answers.remove(&key)),
            Change::Copied(other) => drop(answers.insert(key, of(answers, *other))),
            Change::Swapped(other) => {
                let (one, two) = (of(answers, *which), of(answers, *other));
                answers.insert(key, two);
                answers.insert(nth(*other), one);
            }
            Change::Texts(other) => {
                let text = first_text(&of(answers, *other));
                answers.entry(key).and_modify(|answer| texts(answer, &mut |_| text.clone()));
            }
            Change::Cut(at) => {
                answers.entry(key).and_modify(|answer| texts(answer, &mut |text| text.chars().take(*at).collect()));
            }
            Change::Spliced(other, at) => {
                let text = first_text(&of(answers, *other));
                answers.entry(key).and_modify(|answer| {
                    texts(answer, &mut |own| {
                        let (before, after): (String, String) =
                            (own.chars().take(*at).collect(), own.chars().skip(*at).collect());
                        [before, text.chars().skip(at / 2).take(80).collect(), after].concat()
                    });
                });
            }
        }
    }
}

/// What is wrong with a document; none where a reader of such documents takes it.
fn fault(format: Format, text: &str, rows: usize) -> Option<String> {
    let harmful = |letter: char| letter.is_control() && letter != '\n' && letter != '\t';
    if let Some(letter) = text.chars().find(|letter| harmful(*letter)) {
        return Some(format!("holds {letter:?}"));
    }
    match format {
        Format::Json | Format::Dialog => serde_json::from_str::<Value>(text).err().map(|error| error.to_string()),
        Format::Jsonl => {
            let faults = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).err());
            faults.map(|error| error.to_string()).next()
        }
        Format::Outlook => {
            let known = ["can", "might_not", "cannot", "cannot_tell"].contains(&text.trim());
            (!known).then(|| text.to_owned())
        }
        Format::Plist => plist::Value::from_reader_xml(text.as_bytes()).err().map(|error| error.to_string()),
        Format::Junit => {
            let mut reader = quick_xml::Reader::from_str(text);
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => return None,
                    Ok(_) => {}
                    Err(error) => return Some(error.to_string()),
                }
            }
        }
        Format::Tap => {
            let lines = text.lines().filter(|line| line.starts_with("ok ") || line.starts_with("not ok ")).count();
            let planned = text.lines().any(|line| line == format!("1..{rows}"));
            (!planned || lines != rows).then(|| format!("{lines} of {rows} lines"))
        }
        Format::Prometheus => {
            let value = |line: &str| line.rsplit(' ').next().is_some_and(|value| value.parse::<f64>().is_ok());
            text.lines().find(|line| !line.starts_with('#') && !value(line)).map(str::to_owned)
        }
        Format::Html => {
            let whole = text.trim_end().ends_with("</html>") && text.starts_with("<!DOCTYPE html>");
            (!whole || text.contains("<script")).then(|| "is no page".into())
        }
        _ => text.trim().is_empty().then(|| "is empty".into()),
    }
}

fn judged(text: &str) -> Result<(), TestCaseError> {
    // Not a recording any more is an answer.
    let Ok(recording) = Recording::parse(text, "it") else { return Ok(()) };
    let Ok(checks) = recording.select(&[], &[], false) else { return Ok(()) };
    let report = Report::new(&checks, &recording.answers(None), false);
    let bug = report.rows.iter().find(|row| row.verdict.reason == Some("bug"));
    prop_assert!(bug.is_none(), "{:?} panicked", bug.map(|row| row.check.id));
    if report.diagnosis.outlook == Outlook::Can {
        prop_assert!(report.diagnosis.causes.is_empty(), "can, and yet: {}", report.diagnosis.headline);
        let fails = report
            .rows
            .iter()
            .find(|row| row.verdict.status == Status::Fail && row.effect() > codesent_checks::Effect::MayStop);
        prop_assert!(fails.is_none(), "can, and yet {:?} fails", fails.map(|row| row.check.id));
    }
    let writes = std::env::var_os("GITHUB_STEP_SUMMARY").is_some();
    for format in Format::value_variants().iter().filter(|format| !writes || **format != Format::Github) {
        let style = Style { width: 80, ascii: false, color: false, many: false };
        let document = render(&report, *format, style, true).unwrap();
        prop_assert_eq!(fault(*format, &document, report.rows.len()), None, "{:?}", format);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(32)
    ) })]
    #[test]
    fn a_changed_recording_is_judged_whatever_is_left(
        changes in changes(), version in 0..3usize, end in proptest::option::of(0.0..1.0f64), hole in proptest::option::of((0.0..1.0f64, 0..40usize))
    ) {
        let mac = testing::Mac::healthy(["13.6", "15.7", "26.1"][version]);
        let mut tree: Value = serde_json::from_str(&mac.recording()).unwrap();
        apply(tree["answers"].as_object_mut().unwrap(), &changes);
        let text = tree.to_string();
        judged(&text)?;
        let at = |part: f64| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a text")]
            let at = (text.len() as f64 * part) as usize;
            text.floor_char_boundary(at.min(text.len()))
        };
        if let Some(end) = end {
            judged(&text[..at(end)])?;
        }
        if let Some((hole, length)) = hole {
            let (from, to) = (at(hole), text.floor_char_boundary((at(hole) + length).min(text.len())));
            judged(&[&text[..from], &text[to..]].concat())?;
        }
    }
}
