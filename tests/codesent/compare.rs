//! Two recordings side by side, and waiting until the code can come.

use crate::answers::{without_push, written};
use crate::beside::Beside;
use crate::world::World;
use crate::{codesent, stdout};

fn example(name: &str) -> String {
    format!("{}/docs/examples/{name}.json", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn what_changed_is_said_first_and_what_stands_behind_it_on_request() {
    let output = codesent(&["compare", &example("dns-filter"), &example("healthy"), "-v", "--color", "never"]);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.starts_with("Before, no code can come: a DNS filter blocks"), "{text}");
    assert!(text.contains("dns/sinkhole: by lookup 7-courier.push.apple.com"), "{text}");
    assert!(text.contains("After, a code can come.") && text.contains("rows are the same both times"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let brief = stdout(&codesent(&["compare", &example("dns-filter"), &example("healthy"), "--color", "never"]));
    assert!(brief.len() < text.len() && !brief.contains("by lookup"), "{brief}");
}

#[test]
fn the_same_twice_changes_nothing() {
    let output = codesent(&["compare", &example("healthy"), &example("healthy")]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).starts_with("A code can come both times: nothing that it hangs on changed."));
}

#[test]
fn its_json_is_what_its_schema_says() {
    let output = codesent(&["compare", "--json", &example("healthy"), &example("dns-filter")]);
    let json: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&stdout(&codesent(&["schema", "compare"]))).unwrap();
    let known = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(known(&json), known(&schema["properties"]));
    let change = json["changes"].as_array().unwrap().iter().find(|one| one["id"] == "dns/sinkhole").unwrap();
    assert_eq!((&change["better"], &change["after"]["status"]), (&false.into(), &"fail".into()));
    assert!(change["answers"].as_array().unwrap().iter().any(|key| key == "lookup 7-courier.push.apple.com"));
}

#[test]
fn a_dash_is_this_machine_now_and_only_one_of_the_two() {
    let output = codesent(&["compare", &example("healthy"), "-", "--offline", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_ne!(json["after"]["started"], json["before"]["started"]);
    assert_eq!(codesent(&["compare", "-", "-"]).status.code(), Some(2));
    assert_eq!(codesent(&["compare", &example("healthy"), "no/such/file"]).status.code(), Some(2));
}

#[test]
fn waiting_ends_when_the_code_can_come() {
    let (_folder, path) = written(&without_push());
    let waiting = Beside::start(&["check", "--replay", &path, "--wait", "60s", "--format", "outlook"]);
    std::fs::write(format!("{path}.new"), World::healthy("15.7.1").recording()).unwrap();
    std::fs::rename(format!("{path}.new"), &path).unwrap();
    assert_eq!(waiting.end(), ("can\n".into(), Some(0)));
}

#[test]
fn waiting_in_vain_ends_with_the_report_and_one() {
    let (_folder, path) = written(&without_push());
    let output = codesent(&["check", "--replay", &path, "--wait", "200ms", "--format", "outlook"]);
    assert_eq!((stdout(&output).as_str(), output.status.code()), ("cannot\n", Some(1)));
    assert_eq!(codesent(&["check", "--wait", "1m", "--watch"]).status.code(), Some(2));
}
