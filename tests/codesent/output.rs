//! What comes out: nothing from outside moves a cursor, and lines fit where they are shown.

use crate::beside::ToItsEnd;
use crate::world::World;
use crate::{codesent, command};
use codesent_checks::Entry;
use serde_json::Value;
use std::path::PathBuf;
use std::sync::LazyLock;
use unicode_width::UnicodeWidthStr;

/// Every format, as the program itself lists them: a new one is tested by being there.
pub(crate) static FORMATS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let refused = String::from_utf8(codesent(&["check", "--format", "none-such"]).stderr).unwrap();
    let (_, list) = refused.split_once("[possible values: ").expect("the formats are listed");
    let formats: Vec<String> = list.split(']').next().unwrap().split(", ").map(str::to_owned).collect();
    assert!(formats.len() >= 9 && formats[0] == "table", "{formats:?}");
    formats
});

/// Colour, cursor, title, bell, backspace, C1, reading direction, lines of other kinds, tags, width of nothing.
const HOSTILE: &str = "\u{1b}[31m\u{1b}]0;x\u{7}\u{8}\r\u{9b}2J\u{202e}\u{2066}\u{61c}\u{2028}\u{2029}\u{85}\u{200b}\u{feff}\u{e0041}\u{ad}\u{0}\u{c}\u{b}";
/// Two columns a letter, letters of several code points, and a word that is too long for any column.
const WIDE: &str = "\u{2026}\u{2026}\u{2026}\u{2026}\u{2026}\u{2026}\u{2026}\u{2026}\u{2192}\u{2192} \u{65e5}\u{672c}\u{8a9e}\u{306e}\u{540d}\u{524d} \u{1f469}\u{200d}\u{1f4bb} e\u{301} x\ty averyveryveryveryveryverylongwordthatfitsnowhereatallreally";

fn harmful(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Every text in every answer with something added; the rest of the answers stays readable.
fn with(addition: &str, at_end: bool) -> World {
    let mut world = World::healthy("15.7");
    for entry in world.entries.values_mut() {
        let mut value = serde_json::to_value(&*entry).unwrap();
        add(&mut value, addition, at_end);
        if let Ok(changed) = serde_json::from_value::<Entry>(value) {
            *entry = changed;
        }
    }
    world
}

fn add(value: &mut Value, addition: &str, at_end: bool) {
    match value {
        // A document inside: there, escapes may hide what no text may hold.
        Value::String(text) if text.starts_with('{') => {
            if let Ok(mut inside) = serde_json::from_str::<Value>(text) {
                add(&mut inside, addition, at_end);
                *text = inside.to_string();
            }
        }
        Value::String(text) if text.parse::<std::net::IpAddr>().is_err() => {
            let (before, after) = if at_end { ("", addition) } else { (addition, "") };
            *text = text.lines().flat_map(|line| [before, line, after, "\n"]).collect();
        }
        Value::Array(items) => items.iter_mut().for_each(|item| add(item, addition, at_end)),
        Value::Object(map) => map.values_mut().for_each(|item| add(item, addition, at_end)),
        _ => {}
    }
}

/// Worlds in which as much as possible is said: everything fails with a text from outside.
pub(crate) fn worlds() -> Vec<(String, World)> {
    let mut list = vec![("healthy".to_owned(), World::healthy("26.4"))];
    for (name, addition) in [("hostile", HOSTILE), ("wide", WIDE)] {
        for at_end in [true, false] {
            list.push((format!("{name} {at_end}"), with(addition, at_end)));
        }
        let mut missing = World::healthy("15.7");
        let text = format!("it says {addition} and {addition}");
        for entry in missing.entries.values_mut() {
            entry.result = Err(codesent_checks::Miss::Unreadable(text.clone()));
        }
        list.push((format!("{name} unreadable"), missing));
    }
    let mut odd = World::healthy("15.7");
    odd.run.platform = codesent_checks::Platform { os: "macos".into(), arch: HOSTILE.into() };
    list.push(("odd machine".into(), odd));
    let mut other = World::healthy("15.7");
    other.run.platform.os = HOSTILE.into();
    list.push(("odd system".into(), other));
    let mut silent = World::healthy("13.6");
    for entry in silent.entries.values_mut() {
        entry.result = Err(codesent_checks::Miss::TimedOut);
    }
    list.push(("silent".into(), silent));
    list
}

fn written(world: &World) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.json");
    std::fs::write(&path, world.recording()).unwrap();
    (folder, path)
}

#[test]
fn nothing_from_outside_moves_a_cursor_in_any_format() {
    for (name, world) in worlds() {
        let (_folder, path) = written(&world);
        for format in FORMATS.iter() {
            let output = codesent(&["check", "--verbose", "--format", format, "--replay", &path.to_string_lossy()]);
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(!text.is_empty(), "{name} in {format}");
            if let Some(bad) = text.chars().find(|letter| harmful(*letter)) {
                let line = text.lines().find(|line| line.contains(bad)).unwrap_or_default();
                panic!("{bad:?} in {format} of a {name} world: {line:?}");
            }
        }
        for arguments in [
            ["report", "--format=text"],
            ["report", "--format=markdown"],
            ["report", "--format=html"],
            ["guide", "--no-questions"],
        ] {
            let output = codesent(&[&arguments[..], &["--replay", &path.to_string_lossy()]].concat());
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(!text.contains(harmful), "{arguments:?} of a {name} world: {text:?}");
        }
    }
}

#[test]
fn what_people_read_is_ascii_where_nothing_else_is_shown() {
    for arguments in
        ["list", "explain dns/apple-push", "explain -28248", "guide --no-questions --offline", "report --offline"]
    {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let output = command(&arguments).env("LANG", "C").to_its_end().unwrap();
        assert!(!output.stdout.is_empty(), "{arguments:?}");
        assert!(output.stdout.is_ascii() && output.stderr.is_ascii(), "{arguments:?}");
    }
}

#[test]
fn what_was_typed_moves_no_cursor_either() {
    let (_folder, path) = written(&World::healthy("15.7"));
    let path = path.to_string_lossy();
    let typed = HOSTILE.replace('\u{0}', "");
    for arguments in [
        vec!["explain", &typed],
        vec!["check", &typed],
        vec!["check", "--skip", &typed],
        vec!["check", "--replay", &typed],
        vec!["check", "--offline", "--output", "/nonexistent/\u{1b}[31m"],
        vec!["man", &typed],
        vec!["report", "--replay", &path, "--screen", &typed],
        vec!["report", "--replay", &path, "--screen", &typed, "--format", "markdown"],
        vec!["guide", "--replay", &path, "--no-questions", "--screen", &typed],
        vec!["guide", "--replay", &path, "--no-questions", "--answers", &typed],
    ] {
        let output = codesent(&arguments);
        for bytes in [output.stdout, output.stderr] {
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains(harmful), "{arguments:?}: {text:?}");
        }
    }
}

/// A link or a command must survive copying, so it may stick out.
fn cannot_be_broken(line: &str) -> bool {
    line.split_whitespace().any(|word| word.width() > 30)
}

#[test]
fn the_table_fits_eighty_columns_in_every_script() {
    for (name, world) in worlds() {
        let (_folder, path) = written(&world);
        for (language, verbose) in [("en_US.UTF-8", true), ("en_US.UTF-8", false), ("C", true), ("C", false)] {
            let path = path.to_string_lossy();
            let mut arguments = vec!["check", "--replay", &*path];
            arguments.extend(verbose.then_some("--verbose"));
            let output = command(&arguments).env("LANG", language).to_its_end().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            for line in text.lines().filter(|line| !cannot_be_broken(line)) {
                assert!(line.width() <= 80, "{} columns in {language} of a {name} world: {line}", line.width());
            }
            assert!(language != "C" || text.is_ascii(), "{name}: {text}");
        }
    }
}

#[test]
fn colour_is_there_only_where_it_is_wanted() {
    let (_folder, path) = written(&World::healthy("15.7"));
    let path = path.to_string_lossy().into_owned();
    let colored = |arguments: &[&str], environment: &[(&str, &str)]| {
        let mut command = command(&[&["check", "--replay", &path][..], arguments].concat());
        let output = command.envs(environment.iter().copied()).to_its_end().unwrap();
        String::from_utf8(output.stdout).unwrap().contains('\u{1b}')
    };
    assert!(!colored(&[], &[]));
    assert!(!colored(&[], &[("TERM", "xterm-256color")]));
    assert!(!colored(&[], &[("TERM", "dumb")]));
    assert!(!colored(&[], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(colored(&["--color", "always"], &[]));
    assert!(colored(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(colored(&[], &[("CLICOLOR_FORCE", "1")]));
    for page in
        [&["explain", "dns/sinkhole"][..], &["explain", "no", "code"], &["list"], &["report", "--replay", &path]]
    {
        let shown = |when: &str| crate::stdout(&codesent(&[page, &["--color", when]].concat()));
        let (plain, bold) = (shown("never"), shown("always"));
        assert!(!plain.contains('\u{1b}') && bold.contains("\u{1b}[1m"), "{page:?}: {bold}");
        assert_eq!(bold.replace("\u{1b}[1m", "").replace("\u{1b}[0m", ""), plain, "{page:?}");
    }
    for format in &FORMATS[1..] {
        assert!(!colored(&["--color", "always", "--format", format], &[]), "{format}");
    }
}
