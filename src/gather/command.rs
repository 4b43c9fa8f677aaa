//! Commands of macOS: by absolute path, with nothing of our environment, in the C locale, never with more output than fits,
//! and killed with all their children at the deadline.

use super::net::lock;
use codesent_checks::facts::CommandOutput;
use codesent_checks::{Answer, Command, Miss, Permission, commands};
use rustix::process::{Pid, Signal, kill_process_group};
use std::io::{ErrorKind, Read};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// More than any of the tools prints on a sane Mac.
const MAX_OUTPUT: u64 = 1024 * 1024;
/// How long the output of a child that ended may take to be read.
const LAST_READ: Duration = Duration::from_millis(50);
/// How often a running child is looked at.
const POLL: Duration = Duration::from_millis(10);

/// Nothing but macOS has a tool of this name. Where somebody puts another in its place, as the fault lab does, it is asked.
const ONLY_ON_A_MAC: &str = "/usr/sbin/scutil";

/// Whether the tool is there and is that of macOS: elsewhere some have the same name and print something else.
fn is_of_macos(command: &Command) -> bool {
    cfg!(target_os = "macos") || (command.line[0] == ONLY_ON_A_MAC && Path::new(ONLY_ON_A_MAC).exists())
}

/// Runs it on a Mac; elsewhere the question makes no sense.
pub(crate) fn run(command: &Command, until: Instant) -> Result<Answer, Miss> {
    if !is_of_macos(command) {
        return Err(Miss::NeedsMac);
    }
    let user = rustix::process::getuid().as_raw().to_string();
    let line: Vec<String> = command.line.iter().map(|word| word.replace(commands::UID, &user)).collect();
    let output = run_line(&line.iter().map(String::as_str).collect::<Vec<_>>(), until)?;
    Ok(Answer::Command(command.kept(output)))
}

/// Runs a command line until it ends or is killed.
pub(crate) fn run_line(line: &[&str], until: Instant) -> Result<CommandOutput, Miss> {
    let mut child = spawn(line)?;
    let _running = Running::note(&child);
    let pipes = (drain(child.stdout.take()), drain(child.stderr.take()));
    let status = if pipes.0.is_ok() && pipes.1.is_ok() { wait(&mut child, until) } else { None };
    // Even a child that ended may have left others that hold the pipes.
    end_group(&child);
    let Some(status) = status else {
        let _ = child.kill();
        let _ = child.wait();
        pipes.0.and(pipes.1)?;
        return Err(Miss::TimedOut);
    };
    let (stdout, cut) = take(&pipes.0?, until)?;
    let (stderr, _) = take(&pipes.1?, until)?;
    Ok(CommandOutput { exit: status.code(), stdout, stderr, cut })
}

/// Starts a command line, its output in pipes.
pub(super) fn spawn(line: &[&str]) -> Result<Child, Miss> {
    let (program, arguments) = line.split_first().ok_or(Miss::NotHere)?;
    std::process::Command::new(program)
        .args(arguments)
        .env_clear()
        .env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin")
        .env("LC_ALL", "C")
        .env("LANG", "C")
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        // A group of its own, so that what it starts can be ended with it.
        .process_group(0)
        .spawn()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => Miss::NotHere,
            ErrorKind::PermissionDenied => Miss::Denied(Permission::FilePermissions),
            _ => Miss::Unreadable(format!("{program} does not start: {error}")),
        })
}

/// Reads a pipe on a thread, because a full one blocks the child and an inherited one never ends.
pub(super) fn drain(pipe: Option<impl Read + Send + 'static>) -> Result<Receiver<Vec<u8>>, Miss> {
    let (sender, receiver) = channel();
    let read = move || {
        let mut bytes = Vec::new();
        if let Some(pipe) = pipe {
            let _ = pipe.take(MAX_OUTPUT + 1).read_to_end(&mut bytes);
        }
        let _ = sender.send(bytes);
    };
    let thread = std::thread::Builder::new().name("output".into()).spawn(read);
    thread.map(|_| receiver).map_err(|error| Miss::Unreadable(format!("no thread to read its output: {error}")))
}

/// All that was printed. A part of it, or nothing because nobody has read it yet, would be taken for an answer.
pub(super) fn take(pipe: &Receiver<Vec<u8>>, until: Instant) -> Result<(String, bool), Miss> {
    let left = until.saturating_duration_since(Instant::now()).max(LAST_READ);
    let mut bytes = pipe.recv_timeout(left).map_err(|_| Miss::TimedOut)?;
    let cut = bytes.len() as u64 > MAX_OUTPUT;
    bytes.truncate(usize::try_from(MAX_OUTPUT).unwrap_or(usize::MAX));
    Ok((String::from_utf8_lossy(&bytes).into_owned(), cut))
}

pub(super) fn wait(child: &mut Child, until: Instant) -> Option<ExitStatus> {
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if Instant::now() < until => std::thread::sleep(POLL),
            _ => return None,
        }
    }
}

/// Ends a child with everything it has started.
pub(super) fn end_group(child: &Child) {
    end(child.id());
}

fn end(group: u32) {
    if let Some(group) = i32::try_from(group).ok().and_then(Pid::from_raw) {
        let _ = kill_process_group(group, Signal::KILL);
    }
}

/// The groups of the children that run now.
static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// A child that is ended with the run, for as long as this lives.
pub(super) struct Running(u32);

impl Running {
    pub(super) fn note(child: &Child) -> Self {
        lock(&RUNNING).push(child.id());
        // The end may have come between its start and here.
        if crate::stop::is_wanted() {
            end_group(child);
        }
        Self(child.id())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        lock(&RUNNING).retain(|group| *group != self.0);
    }
}

/// Ends every child with everything it has started.
pub(crate) fn end_children() {
    lock(&RUNNING).iter().for_each(|group| end(*group));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn soon(milliseconds: u64) -> Instant {
        Instant::now() + Duration::from_millis(milliseconds)
    }

    #[test]
    fn output_errors_and_exit_codes_are_kept() {
        let output = run_line(&["/bin/sh", "-c", "echo out; echo err >&2; exit 3"], soon(5000)).unwrap();
        assert_eq!((output.exit, output.stdout.as_str(), output.stderr.as_str()), (Some(3), "out\n", "err\n"));
    }

    #[test]
    fn the_environment_is_empty_but_for_path_and_locale() {
        let output = run_line(&["/usr/bin/env"], soon(5000)).unwrap();
        let mut names: Vec<&str> = output.stdout.lines().filter_map(|line| line.split('=').next()).collect();
        names.sort_unstable();
        assert_eq!(names, ["LANG", "LC_ALL", "PATH"]);
    }

    #[test]
    fn a_missing_tool_is_not_here() {
        assert_eq!(run_line(&["/no/such/tool"], soon(100)), Err(Miss::NotHere));
    }

    #[test]
    fn a_stuck_tool_is_killed_with_its_children() {
        let marker = format!("{}", std::process::id());
        let script = format!("sleep 98{marker} & sleep 99{marker}");
        assert_eq!(run_line(&["/bin/sh", "-c", &script], soon(300)), Err(Miss::TimedOut));
        let left =
            run_line(&["/bin/sh", "-c", &format!("ps -axo args | grep '^sleep 9[89]{marker}' || true")], soon(5000));
        assert_eq!(left.unwrap().stdout, "");
    }

    #[test]
    fn a_grandchild_that_holds_the_pipe_does_not_hold_us() {
        let output = run_line(&["/bin/sh", "-c", "sleep 60 & echo done"], soon(3000)).unwrap();
        assert_eq!(output.stdout, "done\n");
    }

    #[test]
    fn a_child_that_ignores_a_polite_end_is_killed_with_its_children() {
        let marker = format!("{}", std::process::id());
        let script = format!("trap '' TERM HUP INT; (trap '' TERM HUP INT; sleep 96{marker}) & sleep 97{marker}");
        assert_eq!(run_line(&["/bin/sh", "-c", &script], soon(300)), Err(Miss::TimedOut));
        let left =
            run_line(&["/bin/sh", "-c", &format!("ps -axo args | grep '^sleep 9[67]{marker}' || true")], soon(5000));
        assert_eq!(left.unwrap().stdout, "");
    }

    #[test]
    fn output_that_somebody_else_may_still_write_is_no_answer() {
        if !std::path::Path::new("/usr/bin/setsid").exists() {
            eprintln!("skipped: there is no setsid");
            return;
        }
        // A session of its own is out of our reach and keeps the pipe open.
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("mark").display().to_string();
        let script =
            format!("echo part; setsid sh -c 'touch {mark}; sleep 9' & while [ ! -e {mark} ]; do sleep 0.01; done");
        assert_eq!(run_line(&["/bin/sh", "-c", &script], soon(1500)), Err(Miss::TimedOut));
    }

    #[test]
    fn endless_output_is_cut_and_ended() {
        let result = run_line(&["/bin/sh", "-c", "yes"], soon(2000));
        assert!(matches!(result, Ok(CommandOutput { cut: true, .. }) | Err(Miss::TimedOut)));
    }
}
