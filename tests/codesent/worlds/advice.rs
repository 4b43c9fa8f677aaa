//! What holds of all advice, whatever is wrong with the Mac and whichever macOS it has.

use super::reports;
use crate::world::World;
use codesent_checks::diagnosis::{self, Diagnosis};
use codesent_checks::preferences::SYSTEM_VERSION;
use codesent_checks::{Answer, Answers, Question, Row, Status, Version, judge};

/// One of each way in which macOS names its settings, and the newest.
const VERSIONS: &[&str] = &["11.7.10", "12.7.6", "13.6", "14.6.1", "15.7.1", "26.1", "26.4", "27.0"];

/// Every made-up Mac and every report, under every macOS.
fn everywhere(mut look: impl FnMut(&str, &Answers, &[Row], &Diagnosis)) {
    let checks: Vec<_> = codesent_checks::all().collect();
    let worlds: Vec<(&str, World)> = super::all().chain(reports::worlds()).collect();
    for (name, world) in worlds {
        for version in VERSIONS {
            let mut world = world.clone();
            let key = Question::Preferences(&SYSTEM_VERSION).key();
            if world.entries.get(&key).is_some_and(|entry| entry.result.is_ok()) {
                world.set(&key, Answer::Preferences(serde_json::json!({ "ProductVersion": version })));
            }
            let answers = world.answers();
            let rows = judge(&checks, &answers);
            let said = diagnosis::diagnose(&rows, &answers);
            look(&format!("{name}, macOS {version}"), &answers, &rows, &said);
        }
    }
}

fn has(rows: &[Row], id: &str, reasons: &[&str]) -> bool {
    rows.iter().any(|row| row.check.id == id && row.verdict.reason.is_some_and(|reason| reasons.contains(&reason)))
}

/// The lines that are about a Mac: an iPhone has menus of its own.
fn of_a_mac(text: &str) -> bool {
    !text.contains("iPhone") && (text.contains("System ") || text.contains("this Mac"))
}

#[test]
fn every_path_is_one_of_its_own_macos() {
    everywhere(|name, answers, _, said| {
        let version = answers.macos();
        let steps = said.causes.iter().flat_map(|cause| cause.fix.steps_for(version)).map(str::to_owned);
        let Some(version) = version else { return };
        for text in said.get_in_now.iter().cloned().chain(steps).filter(|text| of_a_mac(text)) {
            let wrong = |old: bool, words: &str| old && text.contains(words);
            assert!(!wrong(version < Version::new(13, 0), "System Settings"), "{name}: {text}");
            assert!(!wrong(version >= Version::new(13, 0), "System Preferences"), "{name}: {text}");
            assert!(!wrong(version < Version::new(14, 0), "Sign-In & Security"), "{name}: {text}");
            assert!(!wrong(version >= Version::new(14, 0), "Password & Security"), "{name}: {text}");
            assert!(!wrong(version < Version::new(15, 0), "Login Items & Extensions"), "{name}: {text}");
        }
    });
}

#[test]
fn a_code_is_made_here_only_where_one_is_taken() {
    everywhere(|name, answers, rows, said| {
        let text = said.get_in_now.join("\n");
        let here = text.contains("e a code on this Mac") || text.contains("make a code on it");
        let clock = rows.iter().any(|row| row.check.id == "clock/offset" && row.verdict.status == Status::Fail);
        let forbidden = has(rows, "mac/restrictions", &["account-changes-forbidden", "pane-hidden"]);
        let none = has(rows, "account/two-factor", &["trust-revoked", "off"]);
        let out = has(rows, "account/icloud", &["signed-out", "imessage-only"]);
        let other = answers.run().rerooted || !answers.on_a_mac();
        assert!(!here || !(clock || forbidden || none || out || other), "{name}: {text}");
        assert!(!text.contains("even offline") || !clock, "{name}: {text}");
        let changes = text.contains("add a trusted number on this Mac");
        assert!(!changes || !(forbidden || out || other), "{name}: {text}");
    });
}

#[test]
fn another_macs_files_are_not_this_mac() {
    let mut seen = 0;
    everywhere(|name, answers, _, said| {
        if !answers.run().rerooted {
            return;
        }
        seen += 1;
        let account = said.causes.iter().filter(|cause| !cause.part.is_network()).map(|cause| cause.fix);
        let steps = account.flat_map(|fix| fix.steps_for(answers.macos()).chain([fix.title]));
        let mut lines: Vec<String> = steps.map(str::to_owned).collect();
        lines.extend(said.get_in_now.iter().chain([&said.headline]).cloned());
        for text in lines {
            let words = text.to_lowercase();
            assert!(!words.contains("on this mac") && !words.starts_with("this mac c"), "{name}: {text}");
        }
    });
    assert!(seen > VERSIONS.len());
}

#[test]
fn nothing_that_harms_is_advised() {
    everywhere(|name, _, _, said| {
        let steps =
            said.causes.iter().flat_map(|cause| cause.fix.steps.iter().map(|step| step.text).chain([cause.fix.title]));
        let steps: Vec<String> = steps.map(str::to_owned).collect();
        for text in said.get_in_now.iter().chain(&steps) {
            let words = text.to_lowercase();
            let warned = words.contains("do not") || words.contains("stop there") || words.contains("does not exist");
            for harm in [
                "sign out",
                "erase",
                "reset keychain",
                "reset the keychain",
                "delete the",
                "in safari",
                "use safari",
                "remove the old number",
            ] {
                assert!(warned || !words.contains(harm), "{name}: {text}");
            }
        }
    });
}
