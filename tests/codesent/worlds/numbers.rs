//! Apple's error numbers, on their way from a Mac's record to the page for Apple Support.

use super::{faults, reports};
use crate::codesent;
use crate::world::World;
use codesent_checks::Answer;
use serde_json::Value;
use std::collections::BTreeSet;

const RECORD: &str = "preferences ~/Library/Preferences/com.apple.identityservicesd.plist";

/// The error numbers of all registrations that do not work.
fn errors(world: &World) -> BTreeSet<i64> {
    let Some(Ok(Answer::Preferences(tree))) = world.entries.get(RECORD).map(|entry| &entry.result) else {
        return BTreeSet::new();
    };
    let topics = tree["topics"].as_object().into_iter().flatten();
    let accounts = topics.filter_map(|(_, list)| list.as_array()).flatten();
    let broken = accounts.filter(|account| account["status"] != 5);
    let keys = ["error", "internal_error", "failure_error"];
    broken.flat_map(|account| keys.map(|key| account[key].as_i64())).flatten().filter(|code| *code != -1).collect()
}

fn lost(world: &World, numbers: &BTreeSet<i64>) -> Vec<i64> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), world.recording()).unwrap();
    let page = codesent(&["report", "--replay", &file.path().to_string_lossy()]).stdout;
    let page = String::from_utf8(page).unwrap();
    let words: BTreeSet<&str> = page.split(|letter: char| !letter.is_ascii_digit()).collect();
    numbers.iter().copied().filter(|number| !words.contains(number.to_string().as_str())).collect()
}

#[test]
fn every_error_number_of_every_report_is_on_its_page() {
    let mut seen = 0;
    for (name, world) in reports::worlds() {
        let numbers = errors(&world);
        if numbers.is_empty() {
            continue;
        }
        seen += 1;
        assert_eq!(lost(&world, &numbers), Vec::<i64>::new(), "{name}");
    }
    assert!(seen >= 5, "{seen} reports have a number");
}

/// Each service alone and all together, on a Mac that is signed in, signed out, or turned the service off.
#[test]
fn no_state_of_the_mac_hides_a_number() {
    let topics =
        ["com.apple.madrid", "com.apple.ess", "com.apple.private.alloy.sms", "com.apple.private.alloy.multiplex1"];
    let one = |at: usize, off: bool| -> Value {
        let at = i64::try_from(at).unwrap();
        serde_json::json!([{ "status": -1, "error": 6101 + at, "internal_error": 6201 + at, "failure_error": 6301 + at,
            "ever_registered": true, "turned_off": off, "aliases": 1 }])
    };
    for signed_out in [false, true] {
        for off in [false, true] {
            for only in [None, Some(0), Some(1), Some(2), Some(3)] {
                let mut world = World::healthy("26.1");
                if signed_out {
                    faults::signed_out(&mut world);
                }
                let chosen = topics.iter().enumerate().filter(|(at, _)| only.is_none_or(|only| only == *at));
                let tree: serde_json::Map<String, Value> =
                    chosen.map(|(at, topic)| ((*topic).to_owned(), one(at, off))).collect();
                world.set(RECORD, Answer::Preferences(serde_json::json!({ "stored": true, "topics": tree })));
                let numbers = errors(&world);
                assert!(numbers.len() >= 3);
                assert_eq!(lost(&world, &numbers), Vec::<i64>::new(), "signed out {signed_out}, off {off}, {only:?}");
            }
        }
    }
}
