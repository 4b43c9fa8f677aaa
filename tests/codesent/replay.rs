//! Recordings: what is written can be replayed anywhere, to the byte, and holds nothing personal.

use crate::world::World;
use crate::{codesent, command, json, status, stdout};
use std::io::Write;
use std::process::Stdio;

fn written(world: &World) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recording.json");
    std::fs::write(&path, world.recording()).unwrap();
    let path = path.to_string_lossy().into_owned();
    (folder, path)
}

#[test]
fn a_run_and_the_replay_of_its_recording_print_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recording.json").to_string_lossy().into_owned();
    for format in ["--json", "--verbose"] {
        let run = codesent(&["check", "--offline", "--record", &path, format]);
        let replay = codesent(&["check", "--replay", &path, format]);
        assert_eq!(stdout(&run), stdout(&replay));
        assert_eq!(run.status.code(), replay.status.code());
        assert!(!stdout(&run).is_empty());
    }
}

#[test]
fn a_healthy_mac_has_no_failing_row() {
    for macos in ["11.7.10", "13.6", "14.3", "15.7.1", "26.0", "26.4"] {
        let (_folder, path) = written(&World::healthy(macos));
        let report = json(&codesent(&["check", "--replay", &path, "--json"]));
        let bad: Vec<_> = report["checks"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| !matches!(row["status"].as_str(), Some("pass" | "info" | "skip")))
            .filter(|row| row["reason"] != codesent_checks::NEEDS_FULL_DISK_ACCESS)
            .collect();
        assert_eq!(bad, Vec::<&serde_json::Value>::new(), "macOS {macos}");
        assert_eq!(report["exit_code"], 0, "macOS {macos}");
        assert_eq!(report["outlook"], "can", "macOS {macos}: {}", report["headline"]);
    }
}

#[test]
fn a_recording_can_come_from_standard_input() {
    let mut child =
        command(&["check", "--replay", "-", "--json"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(World::healthy("26.4").recording().as_bytes()).unwrap();
    assert_eq!(status(&json(&child.wait_with_output().unwrap()), "account/icloud"), "pass");
}

#[test]
fn a_recording_written_by_hand_needs_only_what_it_is_about() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hand.json");
    let text = r#"{"codesent_recording": 1, "run": {"started": 0, "platform": {"os": "macos"}}, "answers": {
        "preferences ~/Library/Preferences/MobileMeAccounts.plist": {"answer": {"preferences": {"Accounts": []}}}}}"#;
    std::fs::write(&path, text).unwrap();
    let report = json(&codesent(&["check", "--replay", &path.to_string_lossy(), "--json"]));
    assert_eq!(status(&report, "account/icloud"), "fail");
    assert_eq!(status(&report, "mac/version"), "unknown");
}

#[test]
fn what_is_no_recording_is_a_tool_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("no.json").to_string_lossy().into_owned();
    for (text, complaint) in [
        ("", "not a codesent recording"),
        ("[]", "not a codesent recording"),
        (
            r#"{"codesent_recording": 99, "run": {"started": 0, "platform": {"os": "macos"}}, "answers": {}}"#,
            "format 99",
        ),
    ] {
        std::fs::write(&path, text).unwrap();
        let output = codesent(&["check", "--replay", &path]);
        assert_eq!(output.status.code(), Some(2));
        let complained = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(complained.contains(complaint), "{complained}");
    }
    assert_eq!(codesent(&["check", "--replay", "/no/such/file"]).status.code(), Some(2));
}

#[test]
fn selection_narrows_a_replay_too() {
    let (_folder, path) = written(&World::healthy("15.7"));
    let report = json(&codesent(&["check", "account", "--replay", &path, "--json"]));
    assert!(report["checks"].as_array().unwrap().iter().all(|row| row["group"] == "account"));
}

#[test]
fn output_goes_to_a_file_with_the_same_exit_code() {
    let (folder, path) = written(&World::healthy("15.7"));
    let file = folder.path().join("report.json").to_string_lossy().into_owned();
    let printed = codesent(&["check", "--replay", &path, "--json"]);
    let saved = codesent(&["check", "--replay", &path, "--json", "--output", &file]);
    assert_eq!(printed.status.code(), saved.status.code());
    assert_eq!(stdout(&printed), std::fs::read_to_string(&file).unwrap());
    assert_eq!(stdout(&saved), "");
}
