//! To the letter.

use super::{CASES, recorded};
use crate::{codesent, json, stdout};
use serde_json::{Value, json};
use std::path::PathBuf;

/// What a change of any check's words or of the diagnosis does to a page that people read.
#[test]
fn tables_and_json_are_as_expected() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/worlds");
    let bless = std::env::var_os("CODESENT_BLESS").is_some();
    let mut wrong = Vec::new();
    for case in CASES {
        let (_folder, path) = recorded(case);
        let table = stdout(&codesent(&["check", "--replay", &path]));
        let report = brief(&json(&codesent(&["check", "--replay", &path, "--json"])));
        let report = serde_json::to_string_pretty(&report).unwrap() + "\n";
        for (ending, text) in [("txt", table), ("json", report)] {
            let file = folder.join(format!("{}.{ending}", case.name));
            if bless {
                std::fs::write(&file, text).unwrap();
            } else if std::fs::read_to_string(&file).ok().as_deref() != Some(&text) {
                wrong.push(file.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    assert!(wrong.is_empty(), "changed, see the head of this file: {}", wrong.join(", "));
}

/// The report without what every world has in common.
fn brief(report: &Value) -> Value {
    let only = |row: &Value, keys: &[&str]| {
        let pairs = keys.iter().filter(|key| !row[**key].is_null()).map(|key| ((*key).to_owned(), row[*key].clone()));
        Value::Object(pairs.collect())
    };
    let rows = report["checks"].as_array().unwrap().iter().filter(|row| row["status"] != "pass");
    let rows: Vec<Value> =
        rows.map(|row| only(row, &["id", "status", "reason", "culprit", "saw", "because_of"])).collect();
    let mut brief = only(report, &["outlook", "headline", "exit_code", "get_in_now", "paths", "suspects", "normal"]);
    let causes = report["causes"].as_array().into_iter().flatten();
    brief["causes"] = causes.map(|cause| only(cause, &["id", "statement", "consequences"])).collect();
    brief["checks"] = json!(rows);
    brief
}
