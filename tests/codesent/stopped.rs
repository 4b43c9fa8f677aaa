//! Ctrl-C, TERM and HUP: what is known so far is shown, nothing stays behind, and the exit code says so.

use crate::beside::ended;
use crate::command;
use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// A place on loopback that takes connections and never says anything, and news of each.
fn mute() -> (SocketAddr, Receiver<TcpStream>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (tell, told) = channel();
    thread::spawn(move || listener.incoming().flatten().for_each(|stream| drop(tell.send(stream))));
    (address, told)
}

fn signal(child: &Child, name: &str) {
    let done = Command::new("kill").args([name, &child.id().to_string()]).status().unwrap();
    assert!(done.success());
}

/// Starts a run that waits for servers that never answer, and stops it there.
fn stopped(arguments: &[&str], how: &str, temporary: &Path) -> Output {
    let (address, told) = mute();
    let rule = format!("*:*:{address}");
    let child = command(&[arguments, &["--timeout", "5m", "--resolve", &rule]].concat())
        .env("TMPDIR", temporary)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // By then questions are on their way.
    let _held = told.recv_timeout(Duration::from_mins(1)).unwrap();
    signal(&child, how);
    ended(child)
}

fn assert_stopped(output: &Output, temporary: &Path) -> String {
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(130), "{errors}");
    assert!(errors.contains("codesent: stopped; ") && errors.contains(" unasked"), "{errors}");
    assert_eq!(fs::read_dir(temporary).unwrap().count(), 0, "something stays behind");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Without the breaks that a line of a page has.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const OPEN: &str = "could not check: stopped before there was an answer";

#[test]
fn each_signal_ends_a_check_with_what_is_known() {
    let temporary = tempfile::tempdir().unwrap();
    for how in ["-INT", "-TERM", "-HUP"] {
        let text = assert_stopped(&stopped(&["check", "--verbose"], how, temporary.path()), temporary.path());
        assert!(text.contains(" checks in "), "{how}: {text}");
    }
}

#[test]
fn every_format_and_subcommand_that_asks_is_stopped_alike() {
    let temporary = tempfile::tempdir().unwrap();
    let stop = |arguments: &[&str]| assert_stopped(&stopped(arguments, "-INT", temporary.path()), temporary.path());
    let report: serde_json::Value = serde_json::from_str(&stop(&["check", "--json"])).expect("a whole document");
    assert!(report["checks"].as_array().is_some_and(|rows| rows.len() > 10) && report.to_string().contains(OPEN));
    assert!(flowing(&stop(&["report"])).contains(OPEN));
    assert!(stop(&["guide", "--no-questions"]).contains("Your plan"));
    assert!(stop(&["check", "--watch", "10s"]).contains("Stopped; the last state:"));
}

/// A started run, once questions are on their way, and the connection that holds it there.
fn waiting(mut command: Command) -> (Child, TcpStream, Receiver<TcpStream>) {
    let (address, told) = mute();
    let child = command
        .args(["--timeout", "5m", "--resolve", &format!("*:*:{address}")])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let held = told.recv_timeout(Duration::from_mins(1)).unwrap();
    (child, held, told)
}

/// The first one lets it write what is known, for which it waits here; then nothing more is said.
#[test]
fn a_second_signal_ends_it_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let (child, _held, _told) = waiting(command(&["check", "--output", &pipe.to_string_lossy()]));
    signal(&child, "-INT");
    signal(&child, "-TERM");
    let output = ended(child);
    assert_eq!(output.status.code(), Some(130));
    // What ends by itself says how many questions it left.
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn under_nohup_a_closed_terminal_ends_nothing() {
    let program = command(&["check"]);
    let mut nohup = Command::new("nohup");
    nohup.arg(program.get_program()).arg("check").env_clear().env("PATH", "/usr/bin:/bin");
    let (child, _held, _told) = waiting(nohup);
    signal(&child, "-HUP");
    // Would be the second one, if the first had counted.
    signal(&child, "-TERM");
    let output = ended(child);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(130), "{errors}");
    assert!(errors.contains("codesent: stopped; ") && !output.stdout.is_empty(), "{errors}");
}

#[test]
fn a_run_that_asks_nothing_any_more_ends_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // Waits for the writer of a recording.
    let child = command(&["check", "--replay", &pipe.to_string_lossy()]).stdout(Stdio::piped()).spawn().unwrap();
    // When both ends are open, it waits inside.
    let writer = fs::OpenOptions::new().write(true).open(&pipe).unwrap();
    signal(&child, "-TERM");
    let output = ended(child);
    drop(writer);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(130), 0));
}

#[test]
fn a_file_that_is_being_written_is_not_left_behind() {
    let folder = tempfile::tempdir().unwrap();
    let temporary = tempfile::tempdir().unwrap();
    let [report, recording] = ["report", "recording"].map(|name| folder.path().join(name).display().to_string());
    let output = stopped(&["check", "--output", &report, "--record", &recording], "-INT", temporary.path());
    assert_stopped(&output, temporary.path());
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    assert_eq!(names, ["recording", "report"], "both whole, and nothing else");
    let replayed = crate::codesent(&["check", "--replay", &recording]);
    assert!(matches!(replayed.status.code(), Some(0 | 1 | 3)));
}
