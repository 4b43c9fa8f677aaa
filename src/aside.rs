//! Files that somebody names, read and written by a child: this program once more. A file system that does not answer any
//! more (a network home, a disk that fails) holds whoever asks it, and a process with a thread that is held so cannot even
//! end. A child can be left behind.
//!
//! What is done, how much, and the places are the child's arguments; what is written comes to its standard input. It answers
//! in [`Frame`]s. It is not ended with the run: what it has wholly got, it writes wholly.

mod frame;
mod life;
mod place;

pub(crate) use life::live;

use frame::Frame;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, kill_process_group};
use std::ffi::OsString;
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// This program, where a child of it can be started. Nothing in tests of parts, which are another program.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Allows children. Called once, by the program itself.
pub(crate) fn allow_children() {
    if let Ok(program) = std::env::current_exe() {
        let _ = PROGRAM.set(program);
    }
}

/// This program, for who starts it once more.
pub(crate) fn program() -> Option<&'static Path> {
    PROGRAM.get().map(PathBuf::as_path)
}

/// The only argument before the child's own; nobody types it.
const ARGUMENT: &str = "--touch-files-and-end";
/// How long a file may say nothing.
const SILENCE: Duration = Duration::from_secs(5);
/// The same of what is no file: whoever writes into a pipe may be about to look at a Mac first.
const SILENCE_OF_A_PIPE: Duration = Duration::from_mins(1);
/// How long a write may take: a pipe without a reader is given up before that, and a slow disk needs some.
const WRITING: Duration = Duration::from_secs(10);
/// How long it may take to say where places are.
const PLACES: Duration = Duration::from_secs(2);

/// What the child is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    Read,
    Write,
    Append,
    Folder,
    Places,
}

impl Task {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Read, "read"),
        (Self::Write, "write"),
        (Self::Append, "append"),
        (Self::Folder, "folder"),
        (Self::Places, "places"),
    ];

    fn word(self) -> &'static str {
        Self::ALL.iter().find(|(task, _)| *task == self).map_or("", |(_, word)| word)
    }
}

/// At most one byte more than `most` of what is there.
pub(crate) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let Some(mut aside) = Aside::start(Task::Read, most, &[path]) else { return life::read(path, most) };
    let mut bytes = Vec::new();
    let mut patience = SILENCE;
    loop {
        match aside.next(Instant::now() + patience)? {
            Frame::Pipe => patience = SILENCE_OF_A_PIPE,
            Frame::Data(more) => bytes.extend(more),
            Frame::Failed(error) => return Err(error),
            Frame::Done => return Ok(bytes),
            Frame::Place(..) => return Err(ended()),
        }
    }
}

/// Writes it there, whole or not at all.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    change(Task::Write, path, bytes)
}

/// Writes it after what is there.
pub(crate) fn append(path: &Path, bytes: &[u8]) -> io::Result<()> {
    change(Task::Append, path, bytes)
}

/// Makes a folder, with those it is in.
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    change(Task::Folder, path, &[])
}

fn change(task: Task, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let Some(mut aside) = Aside::start(task, bytes.len() as u64, &[path]) else {
        return life::change(task, path, bytes);
    };
    let until = Instant::now() + WRITING;
    // It takes all of it before it looks at the place.
    if let Some(mut input) = aside.input.take() {
        // Why it ended early, it says itself.
        let _ = input.write_all(bytes);
    }
    match aside.next(until)? {
        Frame::Done => Ok(()),
        Frame::Failed(error) => Err(error),
        _ => Err(ended()),
    }
}

/// What each path leads to. As they were given where their file system does not say.
pub(crate) fn places(paths: &[&Path]) -> Vec<PathBuf> {
    let mut places: Vec<PathBuf> = paths.iter().map(|path| path.to_path_buf()).collect();
    let Some(mut aside) = Aside::start(Task::Places, 0, paths) else {
        return paths.iter().map(|path| place::place(path)).collect();
    };
    let until = Instant::now() + PLACES;
    while let Ok(Frame::Place(at, place)) = aside.next(until) {
        if let Some(known) = places.get_mut(at) {
            *known = PathBuf::from(OsString::from_vec(place));
        }
    }
    places
}

/// Whether a file system answers at all, whatever it says.
pub(crate) fn is_alive(path: &Path) -> bool {
    let Some(mut aside) = Aside::start(Task::Places, 0, &[path]) else { return true };
    matches!(aside.next(Instant::now() + PLACES), Ok(Frame::Place(..)))
}

/// A child at work.
struct Aside {
    child: Child,
    input: Option<ChildStdin>,
    output: ChildStdout,
    /// What came and is no whole frame yet.
    come: Vec<u8>,
    /// It has said its last word.
    is_done: bool,
}

impl Aside {
    /// None where it is done here: no child can be started, or it is a device, which is ours and not the child's.
    fn start(task: Task, amount: u64, paths: &[&Path]) -> Option<Self> {
        if paths.iter().any(|path| path.starts_with("/dev")) {
            return None;
        }
        let writes = matches!(task, Task::Write | Task::Append);
        let mut child = Command::new(program()?)
            .args([ARGUMENT, task.word(), &amount.to_string()])
            .args(paths)
            .stdin(if writes { Stdio::piped() } else { Stdio::null() })
            .stdout(Stdio::piped())
            // Whoever reads what we print must not wait for a child that was left behind.
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .ok()?;
        let input = child.stdin.take();
        let output = child.stdout.take()?;
        Some(Self { child, input, output, come: Vec::new(), is_done: false })
    }

    /// What it says next.
    fn next(&mut self, until: Instant) -> io::Result<Frame> {
        loop {
            if let Some(frame) = Frame::first(&mut self.come) {
                let frame = frame?;
                self.is_done = matches!(frame, Frame::Done | Frame::Failed(_));
                return Ok(frame);
            }
            let left = until.saturating_duration_since(Instant::now());
            let left = Timespec { tv_sec: left.as_secs().cast_signed(), tv_nsec: left.subsec_nanos().into() };
            let mut waiting = [PollFd::new(&self.output, PollFlags::IN)];
            match poll(&mut waiting, Some(&left)) {
                Ok(0) => return Err(io::Error::new(ErrorKind::TimedOut, "its file system does not answer")),
                Ok(_) => {}
                Err(error) if error == rustix::io::Errno::INTR => continue,
                Err(error) => return Err(error.into()),
            }
            let mut some = [0; 16 * 1024];
            match self.output.read(&mut some) {
                Ok(0) => return Err(ended()),
                Ok(count) => self.come.extend(&some[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

fn ended() -> io::Error {
    io::Error::other("what was to do it ended early")
}

impl Drop for Aside {
    /// Not waited for unless it is at its end: what holds it may hold it for ever. Should that let go of it, it removes what it
    /// has begun.
    fn drop(&mut self) {
        if self.is_done {
            let _ = self.child.wait();
        } else if matches!(self.child.try_wait(), Ok(None))
            && let Some(group) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw)
        {
            let _ = kill_process_group(group, Signal::TERM);
        }
    }
}
