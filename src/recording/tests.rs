//! A run and the replay of its recording say the same, whatever the Mac said.

use super::*;
use crate::cli::Format;
use crate::redact::{Names, redact};
use crate::report::{Report, render};
use crate::terminal::Style;
use clap::ValueEnum;
use codesent_checks::{Entry, Miss, Permission};
use proptest::prelude::*;
use serde_json::Value;

#[path = "../../checks/testing/mod.rs"]
pub(crate) mod testing;

/// What goes into the texts of answers: values that are masked, in contact with each other, and what no text may hold.
const INSERTED: &[&str] = &[
    "jane@icloud.com",
    "jane@84.12.33.9",
    "+4915123456789",
    "+1 (555) 123-4567 8D2C9E3A-1111-4222-8333-ABCDEFABCDEF",
    "/Users/root/x /Users/jane",
    "3c:22:fb:01:02:03",
    "2a02:8109:1:2:3:4:5:6.443",
    "84.12/16 84.12.33/24 ",
    "Destination\n",
    "Janes-MacBook-Pro.local",
    "root",
    "\u{1b}[31m\u{202e}\r\n\t",
    "\u{0}",
    "\u{e9}\u{fffd}",
    "\\u0040\"",
    "https://jane:x@84.12.33.9/?q=jane@icloud.com",
];

#[derive(Clone, Debug)]
enum Damage {
    Missing,
    Missed(usize),
    Cut(usize),
    Inserted(usize, usize),
}

fn damages() -> impl Strategy<Value = Vec<(usize, Damage)>> {
    let one = prop_oneof![
        Just(Damage::Missing),
        (0..6usize).prop_map(Damage::Missed),
        (0..400usize).prop_map(Damage::Cut),
        (0..400usize, 0..INSERTED.len()).prop_map(|(at, what)| Damage::Inserted(at, what)),
    ];
    proptest::collection::vec((0..1000usize, one), 0..40)
}

fn apply(damages: &[(usize, Damage)]) -> Answers {
    let healthy = testing::Mac::healthy("15.7");
    let mut entries = healthy.entries;
    let keys: Vec<String> = entries.keys().cloned().collect();
    for (which, damage) in damages {
        let key = &keys[which % keys.len()];
        let Some(entry) = entries.get_mut(key) else { continue };
        match damage {
            Damage::Missing => drop(entries.remove(key)),
            Damage::Missed(kind) => entry.result = Err(miss(*kind)),
            Damage::Cut(at) => change(entry, &mut |text| text.chars().take(*at).collect()),
            Damage::Inserted(at, what) => change(entry, &mut |text| {
                let (before, after): (String, String) =
                    (text.chars().take(*at).collect(), text.chars().skip(*at).collect());
                [&before, INSERTED[*what], &after].concat()
            }),
        }
    }
    Answers::new(healthy.run, entries)
}

fn miss(kind: usize) -> Miss {
    match kind {
        0 => Miss::TimedOut,
        1 => Miss::NotHere,
        2 => Miss::Denied(Permission::FullDiskAccess),
        3 => Miss::Offline,
        4 => Miss::NotRecorded,
        _ => Miss::Unreadable("said jane@icloud.com\u{1b}[0m\nand left".into()),
    }
}

/// Changes the texts that may hold anything: what tools, files and servers said.
fn change(entry: &mut Entry, with: &mut dyn FnMut(&str) -> String) {
    fn walk(value: &mut Value, with: &mut dyn FnMut(&str) -> String) {
        match value {
            Value::String(text) => *text = with(text),
            Value::Array(items) => items.iter_mut().for_each(|item| walk(item, with)),
            Value::Object(map) => map.values_mut().for_each(|item| walk(item, with)),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(&*entry).unwrap();
    walk(&mut value, with);
    if let Ok(changed) = serde_json::from_value(value) {
        *entry = changed;
    }
}

/// Through the file and back, as two runs of the program do it.
fn replayed(checks: &[&'static Check], redacted: &Answers, only: &[String]) -> (Vec<&'static Check>, Answers) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recording.json");
    Recording::new(checks, redacted).write(&path).unwrap();
    let recording = Recording::read(&path).unwrap();
    (recording.select(only, &[], false).unwrap(), recording.answers(None))
}

fn same_in_every_format(run: &Report, replay: &Report) -> Result<(), TestCaseError> {
    // That one format also writes into a file of the runner, where there is one.
    let writes = std::env::var_os("GITHUB_STEP_SUMMARY").is_some();
    for format in Format::value_variants().iter().filter(|format| !writes || **format != Format::Github) {
        for (ascii, verbose) in [(false, true), (true, false)] {
            let style = Style { width: 80, ascii, color: false, many: false };
            let of = |report: &Report| render(report, *format, style, verbose).unwrap();
            prop_assert_eq!(of(run), of(replay), "{:?}", format);
        }
    }
    prop_assert_eq!(run.exit_code, replay.exit_code);
    Ok(())
}

/// Each takes a tenth of a second where nothing is optimised.
const CASES: u32 = 24;

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_damaged_mac_and_its_recording_say_the_same(damages in damages(), group in 0..20usize, strict: bool) {
        let raw = apply(&damages);
        let mut names = Names::ask(None).known();
        names.push(("user", "jane".into()));
        let redacted = redact(&raw, &names, None);
        let groups = codesent_checks::ALL;
        let only: Vec<String> = groups.get(group).map(|group| group.id.to_owned()).into_iter().collect();
        let checks = select(&only, &[], false).unwrap();
        let run = Report::new(&checks, &redacted, strict);
        let (checks, answers) = replayed(&checks, &redacted, &[]);
        same_in_every_format(&run, &Report::new(&checks, &answers, strict))?;
    }
}
