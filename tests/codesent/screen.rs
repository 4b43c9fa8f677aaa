//! The first screen: short enough to be one, and whole enough to need no other.

use crate::beside::ToItsEnd;
use crate::{codesent, command, json, stdout, worlds};
use serde_json::Value;
use std::sync::LazyLock;
use unicode_width::UnicodeWidthStr;

/// The page and the report of every world, made once.
static PAGES: LazyLock<Vec<(&str, String, Value)>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.json");
    let path = path.to_str().unwrap();
    let page = |(name, world): (&'static str, crate::world::World)| {
        std::fs::write(path, world.recording()).unwrap();
        let table = stdout(&codesent(&["check", "--replay", path]));
        (name, table, json(&codesent(&["check", "--json", "--replay", path])))
    };
    worlds::all().map(page).collect()
});

fn list<'a>(report: &'a Value, name: &str) -> &'a [Value] {
    report[name].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// Without what wrapping does to a text.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_world_fits_a_screen_at_eighty_columns() {
    let mut long = Vec::new();
    for (name, page, report) in &*PAGES {
        let most = match list(report, "causes").len() {
            0 if report["outlook"] == "can" => 26,
            0 | 1 => 30,
            _ => 40,
        };
        let count = page.lines().count();
        if count > most {
            long.push(format!("{name}: {count} lines of {most}"));
        }
        let wide = page.lines().filter(|line| line.width() > 80 && !line.starts_with("     open "));
        assert_eq!(wide.collect::<Vec<_>>(), Vec::<&str>::new(), "{name}");
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn the_first_screen_has_the_reason_the_fix_and_every_group() {
    for (name, page, report) in &*PAGES {
        let flat = words(page);
        let headline = text(report, "headline").trim_end_matches('.');
        let reason =
            headline.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).map_or(headline, |(said, _)| said);
        assert!(flat.starts_with(&words(reason)), "{name}: {headline}\n{page}");
        for way in list(report, "get_in_now").iter().take(3) {
            assert!(flat.contains(&words(way.as_str().unwrap())), "{name}: {way}\n{page}");
        }
        if let Some(cause) = list(report, "causes").first() {
            let row = list(report, "checks").iter().find(|row| row["fix"]["id"] == cause["fix"]).unwrap();
            let fix = &row["fix"];
            for step in list(fix, "steps") {
                assert!(flat.contains(&words(step.as_str().unwrap())), "{name}: {step}\n{page}");
            }
            // What is copied stands whole and alone on a line.
            for copied in [text(fix, "command"), text(fix, "article")] {
                assert!(
                    copied.is_empty() || page.lines().any(|line| line.trim() == copied),
                    "{name}: {copied}\n{page}"
                );
            }
            let link = format!("open \"{}\"", text(fix, "link"));
            assert!(fix["link"].is_null() || page.lines().any(|line| line.trim() == link), "{name}: {link}\n{page}");
        }
        for cause in list(report, "causes").iter().skip(1) {
            assert!(flat.contains(text(cause, "fix")) || cause["fix"] == report["causes"][0]["fix"], "{name}\n{page}");
        }
        for title in
            ["Network", "DNS", "Sign-in servers", "Push", "Clock", "VPN", "This Mac", "Apple Account", "FaceTime"]
        {
            assert!(page.contains(title), "{name}: {title}\n{page}");
        }
        assert!(page.contains("codesent guide") && page.contains("-v") && page.contains("codesent report"), "{name}");
    }
}

#[test]
fn a_group_is_as_well_as_its_worst_row() {
    for (name, page, report) in &*PAGES {
        let lines: Vec<&str> = page.lines().skip_while(|line| !line.starts_with("What was checked")).collect();
        let table = lines.join("\n");
        for (group, title) in
            [("dns", "DNS"), ("tls", "Sign-in servers"), ("push", "Push"), ("account", "Apple Account")]
        {
            let rows = || list(report, "checks").iter().filter(|row| row["group"] == group);
            let well = table.contains(&format!("\u{2713}  {title}"));
            let bad = rows()
                .any(|row| matches!(text(row, "status"), "fail" | "warn" | "unknown") || !row["because_of"].is_null());
            assert!(!(well && bad), "{name}: {title}\n{page}");
        }
    }
}

#[test]
fn a_healthy_mac_has_nothing_unknown_in_any_format() {
    let world = crate::world::World::healthy("15.7.1");
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), world.recording()).unwrap();
    let path = file.path().to_str().unwrap();
    let report = json(&codesent(&["check", "--json", "--replay", path]));
    assert_eq!(report["summary"]["unknown"], 0);
    // What JSON holds are texts too, for instance what to do where something is unknown; its summary was looked at.
    for format in crate::output::FORMATS.iter().filter(|format| !format.starts_with("json")) {
        let shown = stdout(&codesent(&["check", "--verbose", "--format", format, "--replay", path]));
        let shown = shown.split_once("</style>").map_or(&*shown, |(_, page)| page);
        let none = shown.replace("0 unknown", "").replace("status=\"unknown\"} 0", "");
        assert!(!none.contains("unknown"), "{format}: {none}");
    }
    let page = stdout(&codesent(&["report", "--replay", path]));
    assert!(!page.contains("Could not be checked"), "{page}");
}

/// Whether a sequence colours text, and whether it fills the ground. Nothing is dim: that cannot be read everywhere.
fn looks(codes: &str) -> (bool, bool) {
    let mut list = codes.split(';');
    let (mut ink, mut filled) = (false, false);
    while let Some(code) = list.next() {
        match code.parse::<u8>().unwrap_or_default() {
            0 | 1 => {}
            number @ (38 | 48) => {
                assert_eq!(list.next(), Some("5"), "one of the 256: {codes}");
                list.next();
                ink |= number == 38;
                filled |= number == 48;
            }
            30..=37 | 90..=97 => ink = true,
            40..=47 | 100..=107 => filled = true,
            _ => panic!("{codes}"),
        }
    }
    (ink, filled)
}

#[test]
fn the_word_that_decides_stands_on_a_ground_and_no_text_is_coloured() {
    assert!(PAGES.iter().all(|(_, page, _)| !page.contains('\u{1b}')));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.json");
    for (_, world) in worlds::all().step_by(7) {
        std::fs::write(&path, world.recording()).unwrap();
        let arguments = ["check", "--color", "always", "--replay", path.to_str().unwrap()];
        for (term, ground) in [("xterm-256color", "48;5;"), ("xterm", "4")] {
            let page = stdout(&command(&arguments).env("TERM", term).to_its_end().unwrap());
            for sequence in page.split("\u{1b}[").skip(1) {
                let (codes, _) = sequence.split_once('m').expect("only colours and weight");
                let (ink, filled) = looks(codes);
                assert!(!ink || filled, "an ink without its ground: {codes}");
                assert!(!filled || codes.contains(ground) || codes.contains("48;5;"), "{codes}");
            }
        }
    }
}
