//! A run of the program beside a test, which never waits for it for ever.

use crate::command;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// Far longer than anything here takes on a slow machine.
const LONGEST: Duration = Duration::from_mins(2);

/// A running program. At the deadline it is killed, so whoever reads its output comes to the end of it and fails there.
pub(crate) struct Beside {
    child: Arc<Mutex<Child>>,
    out: BufReader<ChildStdout>,
    _stands_down: Sender<()>,
}

impl Beside {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::start_for(arguments, LONGEST)
    }

    fn start_for(arguments: &[&str], longest: Duration) -> Self {
        let mut child = command(arguments).stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let child = Arc::new(Mutex::new(child));
        let (sender, done) = channel();
        let guarded = child.clone();
        thread::spawn(move || {
            // Either the time is up or the test has ended, one way or the other.
            let _: Result<(), _> = done.recv_timeout(longest);
            let _ = guarded.lock().unwrap().kill();
        });
        Self { child, out, _stands_down: sender }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.lock().unwrap().id()
    }

    /// Everything up to the line that holds `mark`.
    #[track_caller]
    pub(crate) fn read_to(&mut self, mark: &str) -> String {
        let mut text = String::new();
        while !text.contains(mark) {
            assert!(self.out.read_line(&mut text).unwrap() > 0, "it ended, or hung, before `{mark}`: {text}");
        }
        text
    }

    /// Whatever else it prints, and its exit code; none where it had to be killed.
    pub(crate) fn end(mut self) -> (String, Option<i32>) {
        let mut text = String::new();
        self.out.read_to_string(&mut text).unwrap();
        loop {
            // Without holding on to it: the deadline must be able to end it.
            if let Some(status) = self.child.lock().unwrap().try_wait().unwrap() {
                return (text, status.code());
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// A command that is waited for, but not for ever.
pub(crate) trait ToItsEnd {
    /// As [`Command::output`], with nothing to read.
    fn to_its_end(&mut self) -> std::io::Result<Output>;
}

impl ToItsEnd for Command {
    #[track_caller]
    fn to_its_end(&mut self) -> std::io::Result<Output> {
        self.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map(ended)
    }
}

/// What a program printed and how it ended. One that does not end is killed, and the test fails.
#[track_caller]
pub(crate) fn ended(child: Child) -> Output {
    ended_within(child, LONGEST).expect("the program ends")
}

fn ended_within(child: Child, longest: Duration) -> Option<Output> {
    let id = child.id().to_string();
    let (tell, told) = channel();
    thread::spawn(move || drop(tell.send(child.wait_with_output().unwrap())));
    let output = told.recv_timeout(longest).ok();
    if output.is_none() {
        let _ = Command::new("kill").args(["-KILL", &id]).status();
    }
    output
}

#[test]
fn what_does_not_end_fails() {
    let child = Command::new("sleep").arg("600").stdout(Stdio::piped()).spawn().unwrap();
    assert!(ended_within(child, Duration::from_millis(50)).is_none());
    let child = Command::new("echo").arg("done").stdout(Stdio::piped()).spawn().unwrap();
    assert_eq!(ended(child).stdout, b"done\n");
}

#[test]
fn what_hangs_is_ended() {
    // A watch of a Mac that is never well.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recording.json");
    let mut world = crate::world::World::healthy("15.7.1");
    world.miss("interfaces", codesent_checks::Miss::TimedOut);
    world.set(
        "preferences ~/Library/Preferences/MobileMeAccounts.plist",
        codesent_checks::Answer::Preferences(serde_json::json!({ "Accounts": [] })),
    );
    std::fs::write(&path, world.recording()).unwrap();
    let arguments = ["check", "--replay", &path.to_string_lossy(), "--watch", "60s"];
    let (_, code) = Beside::start_for(&arguments, Duration::from_millis(300)).end();
    assert_eq!(code, None);
}
