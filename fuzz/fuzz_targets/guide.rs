//! Answers to the guide's questions, as JSON: whatever is answered, there is a plan, and the questions come to an end.
#![no_main]

use codesent_checks::guide::{Seen, Told, in_words, next, plan};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(told) = serde_json::from_slice::<Told>(bytes) else { return };
    let made = plan(&told, &Seen::NOTHING);
    assert!(!made.steps.is_empty() || !made.summary.is_empty());
    let _ = in_words(&told);
    let mut done = Vec::new();
    while let Some(ask) = next(&told, &Seen::NOTHING, &done) {
        assert!(!done.contains(&ask.field) && done.len() < 16, "a question is asked again");
        done.push(ask.field);
    }
});
