//! Recordings: what is written can be replayed anywhere, to the byte, and holds nothing personal.

use crate::beside::ended;
use crate::output::FORMATS;
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
            // A macOS that Apple no longer repairs is told so; it shows codes all the same.
            .filter(|row| row["reason"] != "no-repairs")
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
    assert_eq!(status(&json(&ended(child)), "account/icloud"), "pass");
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

/// What a newer codesent may write, or a hand that slips: each costs the rows that ask it.
#[test]
fn answers_that_cannot_be_read_cost_their_rows_only() {
    let deep = format!("{{\"answer\": {{\"preferences\": {}{}}}}}", "[".repeat(5000), "]".repeat(5000));
    for odd in [
        r#"{"ms": 3, "answer": {"quantum_state": {"spin": 1}}}"#,
        r#"{"ms": 3, "answer": "quantum"}"#,
        r#"{"miss": "asleep"}"#,
        r#"{"miss": {"denied": "by_the_moon"}}"#,
        r#"{"answer": {"command": 7}}"#,
        r#"{"answer": {"text": {"text": "x"}}}"#,
        r#"{"ms": -1}"#,
        "null",
        "[1, 2]",
        &deep,
    ] {
        let key = "preferences ~/Library/Preferences/MobileMeAccounts.plist";
        let mut document: serde_json::Value = serde_json::from_str(&World::healthy("15.7").recording()).unwrap();
        document["answers"][key] = "HERE".into();
        document["answers"]["telepathy gsa.apple.com"] = serde_json::json!({"answer": {"feeling": "good"}});
        document["run"]["mood"] = "fine".into();
        document["signature"] = serde_json::json!([1, 2, 3]);
        document["checks"] = serde_json::json!(["account/icloud", "mac/version", "future/check"]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("newer.json");
        std::fs::write(&path, document.to_string().replace("\"HERE\"", odd)).unwrap();
        let report = json(&codesent(&["check", "--replay", &path.to_string_lossy(), "--json"]));
        assert_eq!(status(&report, "account/icloud"), "unknown", "{odd:.80}");
        assert_eq!(status(&report, "mac/version"), "pass", "{odd:.80}");
        assert_eq!(report["checks"].as_array().unwrap().len(), 2, "{odd:.80}");
    }
}

#[test]
fn a_key_twice_is_no_trouble_and_the_last_one_counts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("twice.json");
    let key = r#""preferences ~/Library/Preferences/MobileMeAccounts.plist""#;
    let text = format!(
        r#"{{"codesent_recording": 1, "run": {{"started": 0, "platform": {{"os": "macos"}}}},
            "answers": {{{key}: {{"miss": "timed_out"}}, {key}: {{"answer": {{"preferences": {{"Accounts": []}}}}}}}}}}"#
    );
    std::fs::write(&path, text).unwrap();
    let report = json(&codesent(&["check", "--replay", &path.to_string_lossy(), "--json"]));
    assert_eq!(status(&report, "account/icloud"), "fail");
}

#[test]
fn odd_times_of_a_run_do_no_harm() {
    for started in [i64::MIN, -1, 0, 253_402_300_800_000, i64::MAX] {
        for format in FORMATS.iter() {
            let mut world = World::healthy("15.7");
            world.run.started = started;
            world.run.duration_ms = if started < 0 { u64::MAX } else { 0 };
            for entry in world.entries.values_mut() {
                entry.ms = u64::MAX;
            }
            let (_folder, path) = written(&world);
            let output = codesent(&["check", "--verbose", "--replay", &path, "--format", format]);
            let code = output.status.code();
            assert!(code == Some(0) || code == Some(1) || code == Some(3), "{started} in {format}: {code:?}");
        }
    }
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

#[test]
fn watching_standard_input_is_refused_at_once() {
    let output = codesent(&["check", "--watch", "--replay", "-"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("only once"));
}
