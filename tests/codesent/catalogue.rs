//! What must hold for every check there is.

use crate::{codesent, stdout};
use codesent_checks::{ALL, Check, Question, Risk, all, commands, find, preferences};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn checks_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("checks")
}

fn file_of(check: &Check) -> PathBuf {
    checks_folder().join(check.id.replace('-', "_")).with_extension("rs")
}

#[test]
fn ids_are_unique_and_are_the_paths_of_their_files() {
    let ids: BTreeSet<&str> = all().map(|check| check.id).collect();
    assert_eq!(ids.len(), all().count(), "an id is used twice");
    for check in all() {
        assert!(file_of(check).is_file(), "{} has no file {}", check.id, file_of(check).display());
        let lawful = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        };
        assert!(check.id.split('/').count() == 2 && check.id.split('/').all(lawful), "{}", check.id);
    }
}

#[test]
fn every_check_file_is_registered() {
    for group in ALL {
        let folder = checks_folder().join(group.id);
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            if !text.contains("const CHECK: Check") {
                continue;
            }
            let name = entry.path().file_stem().unwrap().to_string_lossy().replace('_', "-");
            assert!(find(&format!("{}/{name}", group.id)).is_some(), "{}/{name} is not registered", group.id);
        }
        assert!(group.checks.iter().all(|check| check.id.starts_with(&format!("{}/", group.id))));
    }
}

#[test]
fn every_check_says_what_it_is_and_what_to_do() {
    for check in all() {
        let id = check.id;
        assert!(check.questions().next().is_some(), "{id} asks nothing, so it cannot fail");
        assert!((8..=70).contains(&check.title.len()), "{id}: the title has {} characters", check.title.len());
        assert!(!check.title.ends_with('.'), "{id}: the title is no sentence with a full stop");
        assert!(check.why.len() >= 30 && check.why.ends_with('.'), "{id}: why");
        assert!(!check.certainty.source().is_empty(), "{id}: certainty");
        assert!(!check.fix.steps.is_empty() && !check.fix.confirm.is_empty(), "{id}: fix");
        assert!(check.fix.risk < Risk::LosesSettings, "{id} advises something that {}", check.fix.risk.word());
    }
}

#[test]
fn what_explains_a_check_exists_and_there_is_no_circle() {
    fn depth(check: &Check, seen: usize) -> usize {
        assert!(seen < 16, "{} explains itself", check.id);
        check
            .explained_by()
            .map(|id| 1 + depth(find(id).unwrap_or_else(|| panic!("{id}")), seen + 1))
            .max()
            .unwrap_or(0)
    }
    for check in all() {
        depth(check, 0);
    }
}

#[test]
fn every_command_is_absolute_listed_and_changes_nothing() {
    let listed: BTreeSet<String> = commands::ALL.iter().map(|command| command.line.join(" ")).collect();
    for check in all() {
        for question in check.questions() {
            if let Question::Command(command) = question {
                assert!(listed.contains(&command.line.join(" ")), "{} is not in commands::ALL", question.key());
            }
            if let Question::Preferences(domain) = question {
                assert!(
                    preferences::ALL.iter().any(|known| known.path == domain.path),
                    "{} is not in preferences::ALL",
                    domain.path
                );
            }
        }
    }
    for command in commands::ALL {
        let line = command.line.join(" ");
        assert!(command.line[0].starts_with('/'), "{line}");
        for word in ["sudo", " set", " write", " delete", " -c ", "kill", " enable", " disable "] {
            assert!(!line.contains(word), "{line} may change something");
        }
    }
}

#[test]
fn questions_with_one_key_are_one_question() {
    let mut seen = std::collections::BTreeMap::new();
    for question in all().flat_map(codesent_checks::Check::questions) {
        let text = format!("{question:?}");
        let first = seen.entry(question.key()).or_insert_with(|| text.clone());
        assert_eq!(*first, text, "two different questions share a key");
    }
}

#[test]
fn at_most_one_request_goes_to_the_sign_in_server() {
    let fetches: BTreeSet<String> = all()
        .flat_map(codesent_checks::Check::questions)
        .filter(|question| matches!(question, Question::Fetch(_)) && question.key().contains("gsa.apple.com"))
        .map(Question::key)
        .collect();
    assert!(fetches.len() <= 1, "{fetches:?}");
}

#[test]
fn list_and_explain_know_every_check() {
    let list = stdout(&codesent(&["list"]));
    let ids: Vec<String> = serde_json::from_str::<Vec<serde_json::Value>>(&stdout(&codesent(&["list", "--json"])))
        .unwrap()
        .into_iter()
        .map(|row| row["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids, all().map(|check| check.id.to_owned()).collect::<Vec<_>>());
    for check in all() {
        assert!(list.contains(check.id));
        let output = codesent(&["explain", check.id]);
        assert!(output.status.success());
        let text = stdout(&output);
        assert!(text.contains(check.title) && text.contains("What it reads or contacts"), "{text}");
        // What is copied is one word for the eye, and not broken.
        let wraps = |line: &&str| !line.contains("://") && !line.contains("x-apple.systempreferences:");
        assert!(text.lines().filter(wraps).all(|line| line.chars().count() <= 80), "{}: too long", check.id);
    }
}

#[test]
fn explain_of_a_group_names_its_checks() {
    for group in codesent_checks::ALL {
        let text = stdout(&codesent(&["explain", group.id]));
        assert!(group.checks.iter().all(|check| text.contains(check.id)), "{text}");
    }
}

#[test]
fn a_wrong_id_is_a_usage_error_with_a_suggestion() {
    let output = codesent(&["explain", "push/curier"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("did you mean `push/courier`?"));
}
