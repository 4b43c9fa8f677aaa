//! Torn worlds: whatever is missing, cut or garbled, no judge panics, and nothing passes that was not seen.

use crate::world::World;
use codesent_checks::facts::CommandOutput;
use codesent_checks::{Answer, Check, Entry, Miss, Permission, Status, all, judge};
use serde_json::Value;

fn checks() -> Vec<&'static Check> {
    all().collect()
}

fn assert_no_bug(world: &World, what: &str) {
    for row in judge(&checks(), &world.answers()) {
        assert_ne!(row.verdict.reason, Some("bug"), "{} panics: {what}", row.check.id);
    }
}

fn misses() -> Vec<Miss> {
    vec![
        Miss::TimedOut,
        Miss::NotHere,
        Miss::Denied(Permission::FullDiskAccess),
        Miss::Denied(Permission::FilePermissions),
        Miss::Unreadable("garbled".into()),
        Miss::NotRecorded,
    ]
}

#[test]
fn without_any_answer_nothing_passes() {
    for miss in misses().into_iter().filter(|miss| *miss != Miss::NotHere) {
        let mut world = World::healthy("15.7");
        for entry in world.entries.values_mut() {
            entry.result = Err(miss.clone());
        }
        for row in judge(&checks(), &world.answers()) {
            let status = row.verdict.status;
            assert!(
                !matches!(status, Status::Pass | Status::Info),
                "{} says {status:?} of nothing ({miss:?})",
                row.check.id
            );
        }
    }
}

#[test]
fn each_answer_may_be_missing() {
    let healthy = World::healthy("15.7");
    for key in healthy.entries.keys() {
        for miss in misses() {
            let mut world = healthy.clone();
            world.miss(key, miss.clone());
            assert_no_bug(&world, &format!("{key} is {miss:?}"));
        }
        let mut world = healthy.clone();
        world.entries.remove(key);
        assert_no_bug(&world, &format!("{key} is gone"));
    }
}

#[test]
fn a_check_whose_only_answer_is_missing_never_passes() {
    let healthy = World::healthy("15.7");
    for check in all().filter(|check| check.questions().count() == 1) {
        let mut world = healthy.clone();
        world.miss(&check.questions().next().unwrap().key(), Miss::TimedOut);
        let row = judge(&[check], &world.answers()).remove(0);
        assert_eq!(row.verdict.status, Status::Unknown, "{}", check.id);
    }
}

#[test]
fn a_command_that_fails_or_prints_nonsense_never_passes() {
    let healthy = World::healthy("15.7");
    for check in all() {
        let mut world = healthy.clone();
        let keys: Vec<String> = check.questions().map(codesent_checks::Question::key).collect();
        if !keys.iter().all(|key| matches!(world.entries[key].result, Ok(Answer::Command(_)))) {
            continue;
        }
        for text in ["", "zsh: killed", "\u{0}\u{1}\u{2}", "a\nb\nc\n"] {
            for key in &keys {
                let output = CommandOutput { exit: Some(1), stdout: text.into(), stderr: text.into(), cut: false };
                world.set(key, Answer::Command(output));
            }
            let row = judge(&[check], &world.answers()).remove(0);
            assert!(
                !matches!(row.verdict.status, Status::Pass | Status::Fail),
                "{} says {:?} of {text:?}",
                check.id,
                row.verdict.status
            );
        }
    }
}

/// Every way to damage one value that keeps the answer's kind.
fn damage(value: &Value) -> Vec<Value> {
    let mut damaged = Vec::new();
    match value {
        Value::String(text) => {
            damaged.push(Value::String(String::new()));
            let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
            damaged.push(Value::String(text[..middle].into()));
            damaged.push(Value::String(text[middle..].into()));
            damaged.push(Value::String(text.chars().rev().collect()));
            damaged.push(Value::String(text.replace(['\n', ' '], "\u{e9}\u{fffd}")));
            damaged.push(Value::String("\u{1f9a6}".repeat(300)));
        }
        Value::Number(_) => damaged.extend([0, -1, i64::MAX, i64::MIN].map(Value::from)),
        Value::Array(items) => {
            damaged.push(Value::Array(Vec::new()));
            for (at, item) in items.iter().enumerate() {
                damaged.extend(damage(item).into_iter().map(|worse| {
                    let mut items = items.clone();
                    items[at] = worse;
                    Value::Array(items)
                }));
            }
        }
        Value::Object(map) => {
            for (key, item) in map {
                let mut without = map.clone();
                without.remove(key);
                damaged.push(Value::Object(without));
                damaged.extend(
                    damage(item).into_iter().chain([Value::Null, Value::Bool(true), "x".into(), 7.into()]).map(
                        |worse| {
                            let mut map = map.clone();
                            map.insert(key.clone(), worse);
                            Value::Object(map)
                        },
                    ),
                );
            }
        }
        _ => {}
    }
    damaged
}

#[test]
fn each_answer_may_be_garbled() {
    let healthy = World::healthy("15.7");
    for (key, entry) in &healthy.entries {
        // Only the checks that ask it can be affected.
        let asking: Vec<&'static Check> =
            all().filter(|check| check.questions().any(|question| question.key() == *key)).collect();
        for worse in damage(&serde_json::to_value(entry).unwrap()) {
            let Ok(entry) = serde_json::from_value::<Entry>(worse.clone()) else { continue };
            let mut world = healthy.clone();
            world.entries.insert(key.clone(), entry);
            for row in judge(&asking, &world.answers()) {
                assert_ne!(row.verdict.reason, Some("bug"), "{} panics: {key} is {worse}", row.check.id);
            }
        }
    }
}
