//! Redaction of any text, by itself and as the answer to a question (the first line names it): twice is once, and a canary in
//! a form that is known goes.
#![no_main]

use codesent_checks::facts::{CommandOutput, TextFile};
use codesent_checks::{Answer, Answers, Entry, Platform, Run};
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;

#[allow(dead_code, unused_imports)]
#[path = "../../src/redact/mod.rs"]
mod redact;

fn once(answers: &Answers) -> Answers {
    redact::redact(answers, &[("user", "janedoe".into())], None)
}

fuzz_target!(|text: &str| {
    let (key, text) = text.split_once('\n').unwrap_or(("command /sbin/ifconfig -v", text));
    let answer = if key.starts_with("file ") {
        Answer::Text(TextFile { text: text.into(), cut: false })
    } else {
        Answer::Command(CommandOutput { exit: Some(0), stdout: text.into(), stderr: text.into(), cut: false })
    };
    let platform = Platform { os: "macos".into(), arch: "aarch64".into() };
    let run = Run { started: 1_795_521_600_000, duration_ms: 1, platform, offline: false, rerooted: false };
    let entries = BTreeMap::from([(key.to_owned(), Entry { ms: 1, result: Ok(answer) })]);
    let first = once(&Answers::new(run, entries));
    let second = once(&first);
    assert_eq!(first.entries(), second.entries(), "redacting twice is not once");
});
