//! With stand-ins for the child: this test program is not one.

use super::*;
use crate::gather::budget::Budget;
use codesent_checks::preferences::ACCOUNTS;
use std::sync::mpsc::Receiver;
use tempfile::TempDir;

fn program(script: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("program");
    // Written by a shell: a file that this process has open for writing cannot be started.
    let line = format!("cat > {0} && chmod 700 {0}", path.display());
    let mut shell = Command::new("/bin/sh").args(["-c", &line]).stdin(Stdio::piped()).spawn().unwrap();
    shell.stdin.take().unwrap().write_all(format!("#!/bin/sh\n{script}\n").as_bytes()).unwrap();
    assert!(shell.wait().unwrap().success());
    (folder, path)
}

fn asked() -> Vec<Asked> {
    let budget = Budget::new(Duration::from_secs(20), Instant::now() + Duration::from_mins(1));
    [Question::Preferences(&ACCOUNTS), Question::File(&codesent_checks::files::HOSTS)]
        .map(|question| Asked { key: question.key(), question, budget })
        .to_vec()
}

type Started = (anyhow::Result<Option<Reader>>, Receiver<Reply>, TempDir);

fn start(script: &str, home: Option<&Path>) -> Started {
    let (folder, program) = program(script);
    let (reply, replies) = channel();
    (Reader::of(&program, &asked(), Places { root: None, home }, Instant::now(), &reply), replies, folder)
}

fn next(replies: &Receiver<Reply>) -> (String, Result<Answer, Miss>) {
    match replies.recv_timeout(Duration::from_secs(20)) {
        Ok(Reply::Answer(key, entry)) => (key, entry.result),
        _ => panic!("an answer"),
    }
}

#[test]
fn what_it_says_is_passed_on_and_what_it_leaves_out_is_a_miss() {
    let answer = serde_json::to_string(&Said::Answer(
        "file /etc/hosts".into(),
        Entry { ms: 0, result: Ok(Answer::Folder(vec!["x".into()])) },
    ))
    .unwrap();
    let stranger = answer.replace("/etc/hosts", "/etc/shadow");
    let (reader, replies, _folder) = start(&format!("cat >/dev/null\necho '{stranger}'\necho '{answer}'"), None);
    let _reader = reader.unwrap().expect("it starts");
    assert_eq!(next(&replies), ("file /etc/hosts".into(), Ok(Answer::Folder(vec!["x".into()]))));
    let (key, left_out) = next(&replies);
    assert_eq!(key, asked()[0].key);
    assert!(matches!(left_out, Err(Miss::Unreadable(_))), "{left_out:?}");
}

#[test]
fn nonsense_from_it_is_no_answer() {
    let (reader, replies, _folder) = start("cat >/dev/null; echo nonsense; sleep 60", None);
    let _reader = reader.unwrap().expect("it starts");
    for _ in 0..2 {
        assert!(matches!(next(&replies).1, Err(Miss::Unreadable(_))));
    }
}

#[test]
fn one_that_says_nothing_is_left_behind_and_ended() {
    let folder = tempfile::tempdir().unwrap();
    let (mark, gone) = (folder.path().join("mark"), folder.path().join("gone"));
    let script = format!("echo $$ > {0}.new; mv {0}.new {0}; sleep 60; touch {1}", mark.display(), gone.display());
    let (reader, replies, _folder) = start(&script, Some(folder.path()));
    while !mark.exists() {
        thread::sleep(Duration::from_millis(5));
    }
    drop(reader);
    let (_, miss) = next(&replies);
    assert!(matches!(miss, Err(Miss::Unreadable(_))), "{miss:?}");
    let process = std::fs::read_to_string(&mark).unwrap();
    while Command::new("kill").args(["-0", process.trim()]).stderr(Stdio::null()).status().unwrap().success() {
        thread::sleep(Duration::from_millis(5));
    }
    assert!(!gone.exists());
}

#[test]
fn a_folder_that_is_none_is_told_before_the_wait() {
    let said = serde_json::to_string(&Said::NoFolder("--home: x is not a folder".into())).unwrap();
    let (reader, _replies, _folder) = start(&format!("echo '{said}'"), Some(Path::new("x")));
    assert_eq!(reader.err().map(|error| error.to_string()).as_deref(), Some("--home: x is not a folder"));
}
