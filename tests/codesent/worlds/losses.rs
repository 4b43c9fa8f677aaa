//! What is not seen can neither clear nor accuse.

use super::CASES;
use crate::world::World;
use codesent_checks::{Check, Miss, Question, Row, Status, all, judge};

/// Judged without one of the answers that the check asks for; none where there is no such answer anyway.
fn without(check: &'static Check, question: &Question, world: &World) -> Option<Row> {
    let mut world = world.clone();
    if world.entries[&question.key()].result.is_err() {
        return None;
    }
    world.miss(&question.key(), Miss::TimedOut);
    Some(judge(&[check], &world.answers()).remove(0))
}

/// Each row of each world, judged by itself, beside what it becomes without each of its answers.
fn each_loss(mut look: impl FnMut(&str, &Row, &Row)) {
    for case in CASES {
        let mut world = World::healthy(case.macos);
        (case.change)(&mut world);
        for check in all() {
            let before = judge(&[check], &world.answers()).remove(0);
            for after in check.questions().filter_map(|question| without(check, question, &world)) {
                look(case.name, &before, &after);
            }
        }
    }
}

#[test]
fn no_failure_passes_because_an_answer_is_missing() {
    each_loss(|world, before, after| {
        if matches!(before.verdict.status, Status::Fail | Status::Warn) {
            let said = (&before.verdict.saw, &after.verdict.saw);
            assert_ne!(after.verdict.status, Status::Pass, "{world}: {} {said:?}", before.check.id);
        }
    });
}

#[test]
fn nothing_that_passes_fails_because_an_answer_is_missing() {
    each_loss(|world, before, after| {
        if before.verdict.status == Status::Pass {
            let said = (&before.verdict.saw, &after.verdict.saw);
            assert_ne!(after.verdict.status, Status::Fail, "{world}: {} {said:?}", before.check.id);
        }
    });
}
