//! What an organisation says in managed preferences, in a folder made for it.

use crate::beside::ToItsEnd;
use crate::{codesent, command, json, stdout};
use serde_json::{Value, json};
use std::path::Path;

/// A folder as profiles leave it.
fn managed(values: &Value) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    plist::to_file_xml(folder.path().join("com.codesent.codesent.plist"), values).unwrap();
    folder
}

fn on(folder: &Path, arguments: &[&str]) -> std::process::Output {
    command(arguments).env("CODESENT_MANAGED_PREFERENCES", folder).arg("--offline").to_its_end().unwrap()
}

#[test]
fn the_help_desk_stands_where_people_read_how_to_get_in_and_in_no_format_for_programs() {
    let folder = managed(&json!({"HelpDeskName": "Example IT", "HelpDeskLink": "https://help.example.com"}));
    let line = "Your help desk: Example IT, https://help.example.com";
    for arguments in [&["check", "--format", "table"][..], &["check", "--format", "html"], &["report"]] {
        let text = stdout(&on(folder.path(), arguments));
        assert!(text.contains(line), "{arguments:?}: {text}");
    }
    assert!(stdout(&on(folder.path(), &["check", "--format", "dialog"])).contains("Example IT"));
    for format in ["json", "line", "outlook", "tap", "junit", "prometheus", "plist"] {
        let text = stdout(&on(folder.path(), &["check", "--format", format]));
        assert!(!text.contains("Example IT"), "{format}: {text}");
    }
}

#[test]
fn what_it_leaves_out_is_left_out_and_said_unless_somebody_asks_by_name() {
    let folder = managed(&json!({"Skip": ["vpn", "no/such-check", "mac/version"]}));
    let ids = |arguments: &[&str]| -> Vec<String> {
        let report = json(&on(folder.path(), arguments));
        report["checks"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    };
    let all = ids(&["check", "--json"]);
    assert!(all.len() > 20 && !all.iter().any(|id| id.starts_with("vpn/") || id == "mac/version"), "{all:?}");
    assert!(ids(&["check", "vpn", "--json"]).iter().all(|id| id.starts_with("vpn/")));
    assert!(ids(&["check", "--skip", "dns", "--json"]).contains(&"mac/version".to_owned()));
    for arguments in [&["check"][..], &["check", "--format", "markdown"], &["report"]] {
        let text = stdout(&on(folder.path(), arguments)).replace('\n', " ");
        assert!(text.contains("your organisation leaves it out: vpn, mac/version."), "{arguments:?}: {text}");
    }
}

#[test]
fn a_list_that_would_leave_nothing_leaves_everything() {
    let groups: Vec<Value> =
        json(&codesent(&["list", "--json"])).as_array().unwrap().iter().map(|row| row["group"].clone()).collect();
    let folder = managed(&json!({"Skip": groups}));
    let report = json(&on(folder.path(), &["check", "--json"]));
    // What is asked on request alone is not asked here either.
    let asked = groups.iter().filter(|group| **group != "log").count();
    assert_eq!(report["checks"].as_array().unwrap().len(), asked);
}

#[test]
fn nothing_of_this_mac_is_said_of_another_one() {
    let folder = managed(&json!({"HelpDeskName": "Example IT", "Skip": ["dns"]}));
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/dns-filter.json");
    let here = tempfile::tempdir().unwrap();
    let place = here.path().to_string_lossy();
    for source in [["--replay", example], ["--root", &place], ["--home", &place]] {
        let text = stdout(&on(folder.path(), &[&["check"][..], &source].concat()));
        assert!(!text.contains("Example IT") && !text.contains("leaves it out"), "{source:?}: {text}");
    }
}
