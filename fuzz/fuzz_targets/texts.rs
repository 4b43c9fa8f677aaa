//! What tools print: the same text as the answer to every command and file, so that every text parser sees it.
#![no_main]

use codesent_checks::facts::{CommandOutput, Fetched, Response, TextFile};
use codesent_checks::{Answer, Answers, Entry, Platform, Question, Run, all, judge};
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;

fuzz_target!(|text: String| {
    let mut entries = BTreeMap::new();
    for question in all().flat_map(codesent_checks::Check::questions) {
        let answer = match question {
            Question::Command(_) => {
                Answer::Command(CommandOutput { exit: Some(0), stdout: text.clone(), stderr: String::new(), cut: false })
            }
            Question::File(_) => Answer::Text(TextFile { text: text.clone(), cut: false }),
            Question::Fetch(_) => Answer::Fetch(Fetched {
                result: Ok(Response { status: 200, body: text.clone(), length: text.len(), ..Response::default() }),
            }),
            _ => continue,
        };
        entries.insert(question.key(), Entry { ms: 1, result: Ok(answer) });
    }
    let platform = Platform { os: "macos".into(), arch: "aarch64".into() };
    let run = Run { started: 1_795_521_600_000, duration_ms: 1, platform, offline: false, rerooted: false };
    let checks: Vec<_> = all().collect();
    let rows = judge(&checks, &Answers::new(run, entries));
    assert!(rows.iter().all(|row| row.verdict.reason != Some("bug")), "a judge panicked");
});
