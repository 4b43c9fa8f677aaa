//! `codesent verify`: every check in its place, with what was asked and how it was read.

use crate::beside::ToItsEnd;
use crate::world::World;
use crate::{codesent, command, json, stdout};

#[test]
fn every_check_is_shown_once_in_order_with_its_questions_answers_and_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.json");
    std::fs::write(&path, World::healthy("15.7").recording()).unwrap();
    let text = stdout(&codesent(&["verify", "--all", "--replay", &path.to_string_lossy()]));
    let listed = json(&codesent(&["list", "--json"]));
    let mut parts = text.split("\n=== ").skip(1);
    for row in listed.as_array().unwrap() {
        let part = parts.next().unwrap_or_else(|| panic!("{} is missing", row["id"]));
        let id = row["id"].as_str().unwrap();
        assert!(part.lines().next().unwrap().ends_with(&format!("({id})")), "{part}");
        for question in row["asks"].as_array().unwrap() {
            assert!(part.contains(&format!("\n--- {} (", question.as_str().unwrap())), "{id}: {question}");
        }
        assert_eq!(part.matches("\n--> ").count(), 1, "{part}");
    }
    assert_eq!(parts.next(), None);
    // The network's own words, as the tool printed them.
    assert!(text.contains("exit code 0\n"), "{text}");
}

#[test]
fn a_run_is_recorded_once_and_what_is_shown_is_what_was_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let run =
        command(&["verify", "--all", "--offline", "clock", "mac/version"]).current_dir(folder.path()).to_its_end();
    let run = run.unwrap();
    let text = stdout(&run);
    assert_eq!(run.status.code(), Some(0), "{text}");
    assert!(text.contains("(clock/offset)") && text.contains("(mac/version)") && !text.contains("(dns/"), "{text}");
    assert!(text.contains("codesent-recording.json. It is redacted"), "{text}");
    let again = command(&["verify", "--all", "--replay", "codesent-recording.json", "clock", "mac/version"])
        .current_dir(folder.path())
        .to_its_end()
        .unwrap();
    let end = text.rfind("The whole run").unwrap();
    assert_eq!(stdout(&again), text[..end]);
}

#[test]
fn a_word_that_names_no_check_is_an_error_before_anything_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let run = command(&["verify", "nonsense"]).current_dir(folder.path()).to_its_end().unwrap();
    assert_eq!(run.status.code(), Some(2));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
