//! What tools print and files hold, one text a run: the first line names the question (`command /sbin/ifconfig -v`), the rest
//! is the answer. It is kept as the program keeps it, and the checks that ask for it judge it.
#![no_main]

use codesent_checks::facts::{CommandOutput, Fetched, Response, TextFile};
use codesent_checks::{Answer, Answers, Check, Entry, Platform, Question, Run, all, judge};
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static ASKED: LazyLock<BTreeMap<String, (Question, Vec<&'static Check>)>> = LazyLock::new(|| {
    let mut asked: BTreeMap<String, (Question, Vec<&'static Check>)> = BTreeMap::new();
    for check in all() {
        for question in check.questions() {
            asked.entry(question.key()).or_insert_with(|| (*question, Vec::new())).1.push(check);
        }
    }
    asked
});

fuzz_target!(|text: &str| {
    let Some((key, text)) = text.split_once('\n') else { return };
    let Some((question, checks)) = ASKED.get(key) else { return };
    let answer = match question {
        Question::Command(command) => {
            let output = CommandOutput { exit: Some(0), stdout: text.into(), stderr: String::new(), cut: false };
            let kept = command.kept(output);
            assert_eq!(command.kept(kept.clone()), kept, "keeping twice drops more");
            Answer::Command(kept)
        }
        Question::File(file) => {
            let kept = file.kept(text, false);
            assert_eq!(file.kept(&kept.text, false), kept, "keeping twice drops more");
            Answer::Text(TextFile { cut: false, ..kept })
        }
        Question::Fetch(_) => Answer::Fetch(Fetched {
            result: Ok(Response { status: 200, body: text.into(), length: text.len(), ..Response::default() }),
        }),
        _ => return,
    };
    let entries = BTreeMap::from([(key.to_owned(), Entry { ms: 1, result: Ok(answer) })]);
    let platform = Platform { os: "macos".into(), arch: "aarch64".into() };
    let run = Run { started: 1_795_521_600_000, duration_ms: 1, platform, offline: false, rerooted: false };
    let rows = judge(checks, &Answers::new(run, entries));
    assert!(rows.iter().all(|row| row.verdict.reason != Some("bug")), "a judge panicked");
});
