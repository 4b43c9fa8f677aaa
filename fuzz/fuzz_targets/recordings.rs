//! The text of a recording.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../src/recording/form.rs"]
#[allow(dead_code)]
mod form;

fuzz_target!(|text: &str| {
    if let Ok(recording) = form::Recording::parse(text, "it") {
        let written = serde_json::to_string(&recording).expect("what was read can be written");
        assert!(form::Recording::parse(&written, "it").is_ok(), "what was written can be read");
    }
});
