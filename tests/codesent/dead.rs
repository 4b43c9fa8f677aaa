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
    let child = command(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
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
