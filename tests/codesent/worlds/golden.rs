//! To the letter, but every sentence once.
//!
//! `tests/worlds/` holds, made by these tests:
//! - `<world>.txt`: how the report differs from that of a healthy Mac of the same macOS, in ids and reasons. Every
//!   healthy Mac is compared with the one that has [`MODEL`], and that one is written out whole.
//! - `told.txt`: the headline of each world, and what it says to do now, where a healthy Mac says something else.
//! - `said.txt`: every sentence that any world says of a row, a cause, a path or a suspect, once.
//! - `<world>.page.txt`: what people read, whole, for a few worlds.

use super::{CASES, Case, recorded};
use crate::golden::{Goldens, at, blessing};
use crate::{codesent, json, stdout};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::LazyLock;

const FOLDER: &str = "tests/worlds";

/// The macOS that every other healthy Mac, and what is no Mac, is compared with.
const MODEL: &str = "15.7.1";

/// From here on, what rows say alike says nothing of each.
const MANY: usize = 8;

/// The worlds whose page is kept whole.
const PAGES: &[&str] = &["healthy-15", "signed-out-26-4", "captive-portal", "vpn-harmful", "filter-harmful", "denied"];

/// The report of each world, in the order of their names.
static REPORTS: LazyLock<BTreeMap<&str, Value>> = LazyLock::new(|| {
    let report = |case: &'static Case| {
        let (_folder, path) = recorded(case);
        (case.name, json(&codesent(&["check", "--replay", &path, "--json"])))
    };
    CASES.iter().map(report).collect()
});

/// The report that a world is compared with.
fn model(case: &Case) -> Value {
    if case.name == "healthy-15" {
        return Value::Null;
    }
    let healthy = |macos: &str| CASES.iter().find(|one| one.name.starts_with("healthy") && one.macos == macos);
    let same = healthy(case.macos).filter(|one| one.name != case.name);
    REPORTS[same.or_else(|| healthy(MODEL)).expect("a healthy Mac of this macOS").name].clone()
}

fn items<'a>(report: &'a Value, list: &str) -> impl Iterator<Item = &'a Value> {
    report[list].as_array().into_iter().flatten()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn words(list: &Value) -> String {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>().join(" ")
}

/// How a report differs from the one it is compared with; of that, nothing is repeated.
fn difference(report: &Value, model: &Value) -> String {
    let mut page = String::new();
    for key in ["outlook", "exit_code"] {
        if report[key] != model[key] {
            writeln!(page, "{key}: {}", report[key].to_string().trim_matches('"')).unwrap();
        }
    }
    for cause in items(report, "causes") {
        writeln!(page, "cause: {} {}", text(cause, "id"), words(&cause["consequences"])).unwrap();
    }
    for suspect in items(report, "suspects") {
        let (id, fix) = (text(suspect, "id"), text(suspect, "fix"));
        writeln!(page, "suspect: {id} because of {}; fix {fix}", words(&suspect["because"])).unwrap();
    }
    let mut rows: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for row in items(report, "checks") {
        let before = items(model, "checks").find(|before| before["id"] == row["id"]);
        let same = before.is_some_and(|before| ["status", "reason", "saw"].iter().all(|key| before[*key] == row[*key]));
        // What is folded stands beside its cause already, and what passes on the model is what is to be expected.
        let expected = before.is_none() && row["status"] == "pass";
        if !same && !expected && row["because_of"].is_null() {
            rows.entry(format!("{} {}", text(row, "status"), text(row, "reason"))).or_default().push(text(row, "id"));
        }
    }
    for (kind, ids) in rows {
        writeln!(page, "{}: {}", kind.trim_end(), ids.join(" ")).unwrap();
    }
    let changed = |path: &&Value| {
        items(model, "paths").all(|before| before["id"] != path["id"] || before["outlook"] != path["outlook"])
    };
    let paths = items(report, "paths").filter(changed);
    let paths: Vec<_> = paths.map(|path| format!("{} {}", text(path, "id"), text(path, "outlook"))).collect();
    if !paths.is_empty() {
        writeln!(page, "paths: {}", paths.join(", ")).unwrap();
    }
    page.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// The sentences that are not a world's own. What many rows say alike is kept once.
fn sentences(report: &Value, said: &mut BTreeSet<String>) {
    let mut rows: BTreeMap<[&str; 3], Vec<&str>> = BTreeMap::new();
    for row in items(report, "checks").filter(|row| row["because_of"].is_null()) {
        rows.entry(["status", "reason", "saw"].map(|key| text(row, key))).or_default().push(text(row, "id"));
    }
    for ([status, reason, saw], ids) in rows {
        let ids = if ids.len() > MANY { vec!["many"] } else { ids };
        said.extend(ids.iter().map(|id| format!("{id} {status} {reason}: {saw}").replace(" :", ":")));
    }
    for cause in items(report, "causes") {
        said.insert(format!("{} cause: {}", text(cause, "id"), text(cause, "statement")));
    }
    for suspect in items(report, "suspects") {
        said.insert(format!("{} suspect: {}", text(suspect, "id"), text(suspect, "what")));
    }
    for normal in items(report, "normal") {
        said.insert(format!("normal: {}", normal.as_str().map_or_else(|| normal.to_string(), str::to_owned)));
    }
    // The page of every world repeats its first cause as the reason of the first path.
    let statements: Vec<&str> = items(report, "causes").map(|cause| text(cause, "statement")).collect();
    for path in items(report, "paths").filter(|path| !statements.contains(&text(path, "why"))) {
        said.insert(format!("path {} {}: {}", text(path, "id"), text(path, "outlook"), text(path, "why")));
    }
}

/// The headline and the steps that differ.
fn told(name: &str, report: &Value, model: &Value) -> String {
    let mut page = format!("{name}\n");
    if report["headline"] != model["headline"] {
        writeln!(page, "  {}", text(report, "headline")).unwrap();
    }
    let before: Vec<&Value> = items(model, "get_in_now").collect();
    for (number, step) in items(report, "get_in_now").enumerate().filter(|(_, step)| !before.contains(step)) {
        writeln!(page, "  {}. {}", number + 1, step.as_str().unwrap()).unwrap();
    }
    page
}

/// The page without numbers that every new check changes.
fn page(case: &Case) -> String {
    let (_folder, path) = recorded(case);
    let page = stdout(&codesent(&["check", "--replay", &path]));
    let count = regex_lite::Regex::new(r"\b\d+ (checks|pass|info|skip|unknown|in \d)").unwrap();
    count.replace_all(&page, "N $1").into_owned()
}

#[test]
fn every_world_reads_as_expected() {
    let mut goldens = Goldens::default();
    let (mut all_told, mut said) = (String::new(), BTreeSet::new());
    let mut files: BTreeSet<String> = ["told.txt", "said.txt"].map(str::to_owned).into();
    let mut compare = |file: String, text: &str| {
        goldens.compare(&format!("{FOLDER}/{file}"), text);
        files.insert(file);
    };
    for (name, report) in &*REPORTS {
        let case = CASES.iter().find(|case| case.name == *name).unwrap();
        let model = model(case);
        compare(format!("{name}.txt"), &difference(report, &model));
        all_told += &told(name, report, &model);
        sentences(report, &mut said);
    }
    for name in PAGES {
        let case = CASES.iter().find(|case| case.name == *name).unwrap();
        compare(format!("{name}.page.txt"), &page(case));
    }
    compare("told.txt".into(), &all_told);
    compare("said.txt".into(), &said.iter().fold(String::new(), |text, line| text + line + "\n"));
    goldens.finish("worlds");
    for file in std::fs::read_dir(at(FOLDER)).unwrap().map(|entry| entry.unwrap().path()) {
        let known = files.contains(&*file.file_name().unwrap().to_string_lossy());
        if !known && blessing() {
            std::fs::remove_file(&file).unwrap();
        }
        assert!(known || blessing(), "no world makes {}", file.display());
    }
}

/// Every text under this key, wherever it stands.
fn all<'a>(value: &'a Value, key: &str) -> Vec<&'a str> {
    match value {
        Value::Array(items) => items.iter().flat_map(|item| all(item, key)).collect(),
        Value::Object(map) => {
            let own = map.get(key).and_then(Value::as_str);
            own.into_iter().chain(map.values().flat_map(|item| all(item, key))).collect()
        }
        _ => Vec::new(),
    }
}

/// Files that nobody can read are blessed unread.
#[test]
fn the_folder_stays_readable() {
    if blessing() {
        return;
    }
    let files: Vec<_> = std::fs::read_dir(at(FOLDER)).unwrap().map(|entry| entry.unwrap().path()).collect();
    let texts: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let lines: usize = texts.iter().map(|text| text.lines().count()).sum();
    assert!(lines <= 2500, "{lines} lines in {FOLDER}: keep less of each world");
    for report in REPORTS.values() {
        for sentence in ["headline", "saw", "statement", "why", "what"].iter().flat_map(|key| all(report, key)) {
            // Short ones are words that stand in many sentences.
            let files = texts.iter().filter(|text| sentence.len() > 12 && text.contains(sentence)).count();
            assert!(files < 10, "{files} files hold “{sentence}”");
        }
    }
}
