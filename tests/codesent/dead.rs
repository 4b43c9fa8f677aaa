//! A file system that does not answer any more: the report comes in time and the process ends.

use crate::{command, json, status};
use rustix::mount::{MountFlags, UnmountFlags, mount, unmount};
use std::ffi::CString;
use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::os::fd::AsRawFd;
use std::process::{Output, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// `FUSE_INIT`, the first request of the kernel.
const INIT: u32 = 26;

/// A mounted file system that takes every request and answers none. Whoever asks it cannot even be killed until it is gone.
struct Dead(TempDir);

impl Dead {
    /// None where this test may not mount anything.
    fn mounted() -> Option<Self> {
        let skipped = |why: &std::io::Error| eprintln!("skipped: no file system can be mounted here: {why}");
        let mut device = OpenOptions::new().read(true).write(true).open("/dev/fuse").inspect_err(skipped).ok()?;
        let folder = tempfile::tempdir().unwrap();
        let options = format!("fd={},rootmode=40000,user_id=0,group_id=0", device.as_raw_fd());
        let options = CString::new(options).unwrap();
        let flags = MountFlags::NOSUID | MountFlags::NODEV;
        let mounted = mount("dead", folder.path(), "fuse", flags, options.as_c_str());
        mounted.map_err(std::io::Error::from).inspect_err(skipped).ok()?;
        thread::spawn(move || {
            let mut request = vec![0; 1 << 20];
            while let Ok(length) = device.read(&mut request) {
                let begins: &[u8] = &request[4..8];
                if length >= 40 && begins == INIT.to_ne_bytes() {
                    // Its length, the number of the request, and version 7.31 of the protocol.
                    let mut answer = vec![0; 80];
                    answer[..4].copy_from_slice(&80_u32.to_ne_bytes());
                    answer[8..16].copy_from_slice(&request[8..16]);
                    answer[16..20].copy_from_slice(&7_u32.to_ne_bytes());
                    answer[20..24].copy_from_slice(&31_u32.to_ne_bytes());
                    answer[36..40].copy_from_slice(&4096_u32.to_ne_bytes());
                    let _ = device.write_all(&answer);
                }
            }
        });
        Some(Self(folder))
    }

    fn path(&self) -> String {
        self.0.path().to_string_lossy().into_owned()
    }
}

impl Drop for Dead {
    fn drop(&mut self) {
        // By force: whoever still waits for an answer gets an error.
        let _ = unmount(self.0.path(), UnmountFlags::DETACH | UnmountFlags::FORCE);
    }
}

/// The output of a run that ends by itself, none where it hangs.
fn run(arguments: &[&str]) -> Option<Output> {
    run_in(arguments, &[])
}

fn run_in(arguments: &[&str], environment: &[(&str, &str)]) -> Option<Output> {
    let mut command = command(arguments);
    command.envs(environment.iter().copied());
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (tell, told) = channel();
    thread::spawn(move || drop(tell.send(child.wait_with_output().unwrap())));
    told.recv_timeout(Duration::from_mins(1)).ok()
}

#[test]
fn a_dead_home_and_a_dead_disk_cost_rows_and_the_process_ends() {
    for option in ["--home", "--root"] {
        let Some(dead) = Dead::mounted() else { return };
        let output = run(&["check", "--offline", "--json", "--timeout", "4s", option, &dead.path()]);
        // Before any assertion, so that nothing hangs after one that fails.
        drop(dead);
        let output = output.unwrap_or_else(|| panic!("{option}: the process does not end"));
        let report = json(&output);
        assert_eq!(status(&report, "account/icloud"), "unknown", "{option}");
        assert_eq!(output.status.code(), Some(3), "{option}");
    }
}

#[test]
fn one_that_dies_while_it_is_stopped_ends_too() {
    let Some(dead) = Dead::mounted() else { return };
    let child = command(&["check", "--offline", "--timeout", "5m", "--home", &dead.path()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    thread::sleep(Duration::from_secs(3));
    let stopped = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    let (tell, told) = channel();
    thread::spawn(move || drop(tell.send(child.wait_with_output().unwrap())));
    let output = told.recv_timeout(Duration::from_mins(1));
    drop(dead);
    let output = output.expect("the process ends");
    assert!(stopped.unwrap().success());
    assert_eq!(output.status.code(), Some(130));
    assert!(String::from_utf8_lossy(&output.stderr).contains("unasked"));
}

/// A healthy Mac.
const RECORDING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/healthy.json");
/// What asks nothing.
const REPLAY: [&str; 2] = ["--replay", RECORDING];

/// Every option and argument that names a file: what stands before it, its name, and what stands after it.
fn naming_a_file() -> Vec<Vec<&'static str>> {
    let replayed = |words: &[&'static str]| [words, &REPLAY].concat();
    vec![
        vec!["check", "--offline", "clock", "--output", "DEAD"],
        vec!["check", "--offline", "clock", "--record", "DEAD"],
        vec!["check", "--offline", "clock", "--output", "DEAD", "--record", "DEAD2"],
        vec!["check", "--offline", "clock", "--cacert", "DEAD"],
        vec!["check", "--replay", "DEAD"],
        vec!["check", "--watch", "--replay", "DEAD"],
        vec!["check", "--wait", "1s", "--replay", "DEAD"],
        vec!["compare", "DEAD", RECORDING],
        vec!["compare", RECORDING, "DEAD"],
        vec!["report", "--replay", "DEAD"],
        replayed(&["report", "--output", "DEAD"]),
        replayed(&["report", "--bundle", "DEAD"]),
        replayed(&["report", "--answers", "DEAD"]),
        vec!["guide", "--no-questions", "--replay", "DEAD"],
        replayed(&["guide", "--no-questions", "--answers", "DEAD"]),
        replayed(&["guide", "--no-questions", "--save", "DEAD"]),
        replayed(&["guide", "--no-questions", "--save-answers", "DEAD"]),
        vec!["verify", "--all", "--offline", "--output", "DEAD"],
        vec!["man", "--dir", "DEAD"],
    ]
}

#[test]
fn every_file_that_is_named_may_be_on_a_dead_disk() {
    let Some(dead) = Dead::mounted() else { return };
    let [file, other] = ["file", "other"].map(|name| format!("{}/{name}", dead.path()));
    let runs: Vec<_> = naming_a_file()
        .into_iter()
        .map(|line| {
            let line: Vec<String> =
                line.into_iter().map(|word| word.replace("DEAD2", &other).replace("DEAD", &file)).collect();
            thread::spawn(move || {
                let output = run(&line.iter().map(String::as_str).collect::<Vec<_>>());
                (line, output)
            })
        })
        .collect();
    let ended: Vec<_> = runs.into_iter().map(|run| run.join().unwrap()).collect();
    drop(dead);
    for (line, output) in ended {
        let output = output.unwrap_or_else(|| panic!("{line:?}: the process does not end"));
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{line:?}: {said}");
        assert!(said.contains(&file) && said.contains("does not answer"), "{line:?}: {said}");
        if line.iter().any(|word| word == "--record") && !line.iter().any(|word| word == "--output") {
            assert!(!output.stdout.is_empty(), "{line:?}: the report is not lost with the recording");
        }
    }
}

#[test]
fn every_file_that_the_environment_names_may_be_on_a_dead_disk() {
    let offline = &["check", "--offline", "--json"][..];
    let github = &["check", "--format", "github", "--replay", RECORDING][..];
    for (variable, arguments) in [
        ("TMPDIR", offline),
        ("CODESENT_MANAGED_PREFERENCES", offline),
        ("HOME", offline),
        ("GITHUB_STEP_SUMMARY", github),
    ] {
        let Some(dead) = Dead::mounted() else { return };
        let place = format!("{}/place", dead.path());
        let output = run_in(arguments, &[(variable, &place)]);
        drop(dead);
        let output = output.unwrap_or_else(|| panic!("{variable}: the process does not end"));
        let said = String::from_utf8_lossy(&output.stderr);
        if variable == "GITHUB_STEP_SUMMARY" {
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(said.contains(&place) && said.contains("does not answer"), "{variable}: {said}");
        } else {
            assert!(json(&output)["checks"].is_array(), "{variable}");
        }
    }
}

#[test]
fn a_pipe_that_is_named_is_read_to_its_end_however_slow_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe").to_string_lossy().into_owned();
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let into = pipe.clone();
    let writer = thread::spawn(move || {
        let text = std::fs::read(RECORDING).unwrap();
        let mut pipe = OpenOptions::new().write(true).open(into).unwrap();
        for half in text.chunks(text.len() / 2 + 1) {
            // Longer than a file may be silent.
            thread::sleep(Duration::from_secs(6));
            pipe.write_all(half).unwrap();
        }
    });
    let output = run(&["check", "--json", "--replay", &pipe]).expect("it ends");
    writer.join().unwrap();
    let at_once = crate::codesent(&["check", "--json", "--replay", RECORDING]);
    assert!(output.stdout == at_once.stdout, "the time it took says nothing about the Mac");
}
