//! The child's side: what is done with a file, here or by it.

use super::frame::Frame;
use super::place::{self, place};
use super::{ARGUMENT, Task};
use crate::stop;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

/// A child that nobody listens to any more ends by itself after this long.
const LONGEST: Duration = Duration::from_mins(2);
/// How much is passed on at a time.
const PIECE: usize = 64 * 1024;

/// Whether this process is such a child, and if so, its whole life.
pub(crate) fn live() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != ARGUMENT {
        return None;
    }
    let word = arguments.next()?;
    let (task, _) = Task::ALL.into_iter().find(|(_, known)| word == *known)?;
    let amount = arguments.next()?.to_str()?.parse().ok()?;
    let paths: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    // Also where nobody listens and nothing comes.
    let _ = thread::Builder::new().name("end".into()).spawn(|| {
        thread::sleep(LONGEST);
        std::process::exit(1);
    });
    // What was begun is removed, should a signal come.
    stop::listen(|| {});
    let done = if task == Task::Places { tell_places(&paths) } else { one(task, paths.first()?, amount) };
    Some(if done.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn say(frame: &Frame) -> io::Result<()> {
    frame.say(&mut io::stdout().lock())
}

fn one(task: Task, path: &Path, amount: u64) -> io::Result<()> {
    let done = if task == Task::Read {
        pass_on(path, amount)
    } else {
        take(amount).and_then(|bytes| change(task, path, &bytes))
    };
    say(&done.map_or_else(Frame::Failed, |()| Frame::Done))
}

/// All that was announced, or nothing: whoever sends it may be gone.
fn take(amount: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if amount > 0 {
        io::stdin().take(amount).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 == amount { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

fn pass_on(path: &Path, most: u64) -> io::Result<()> {
    if !fs::metadata(path)?.is_file() {
        say(&Frame::Pipe)?;
    }
    let mut source = File::open(path)?.take(most + 1);
    let mut piece = vec![0; PIECE];
    loop {
        match source.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(count) => say(&Frame::Data(piece[..count].to_vec()))?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// At most one byte more than `most`.
pub(super) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What is no reading.
pub(super) fn change(task: Task, path: &Path, bytes: &[u8]) -> io::Result<()> {
    match task {
        Task::Write => place::write(path, bytes),
        Task::Append => OpenOptions::new().append(true).create(true).open(path)?.write_all(bytes),
        Task::Folder => fs::create_dir_all(path),
        Task::Read | Task::Places => Err(io::ErrorKind::Unsupported.into()),
    }
}

/// All at the same time: one that is silent must not cost the others theirs.
fn tell_places(paths: &[PathBuf]) -> io::Result<()> {
    let tell = |at: usize, path: &Path| {
        let place: OsString = place(path).into_os_string();
        let _ = say(&Frame::Place(at, place.into_vec()));
    };
    thread::scope(|scope| {
        for (at, path) in paths.iter().enumerate() {
            let tell = move || tell(at, path);
            if thread::Builder::new().name("place".into()).spawn_scoped(scope, tell).is_err() {
                tell();
            }
        }
    });
    say(&Frame::Done)
}
