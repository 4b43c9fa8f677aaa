//! How a place is written to: a file is made beside it and then takes it, so whoever reads there sees the old one or the new
//! one, and never a part.

use crate::stop;
use rustix::fs::OFlags;
use rustix::io::Errno;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// How long the reader of a pipe may keep us waiting.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often such a pipe is looked at.
const POLL: Duration = Duration::from_millis(20);

/// Writes it there.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(facts) if facts.is_file() => in_place_of(&fs::canonicalize(path)?, Some(&facts), bytes),
        Ok(facts) if facts.is_dir() => Err(ErrorKind::IsADirectory.into()),
        // A pipe, a terminal, `/dev/null`.
        Ok(_) => into(path, bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => in_place_of(&target(path), None, bytes),
        Err(error) => Err(error),
    }
}

/// Where a link leads that leads nowhere yet; otherwise the path itself.
pub(super) fn target(path: &Path) -> PathBuf {
    match fs::read_link(path) {
        Ok(to) => path.parent().unwrap_or(Path::new("")).join(to),
        Err(_) => path.to_owned(),
    }
}

/// Makes a file beside `path` and gives it that name.
fn in_place_of(path: &Path, before: Option<&fs::Metadata>, bytes: &[u8]) -> io::Result<()> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let Some(name) = path.file_name() else { return Err(ErrorKind::InvalidInput.into()) };
    let mut beside = std::ffi::OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed)));
    let beside = path.with_file_name(beside);
    let _unfinished = stop::Unfinished::file(&beside);
    let made = OpenOptions::new().write(true).create_new(true).open(&beside);
    let written = made.and_then(|mut file| {
        if let Some(before) = before {
            file.set_permissions(before.permissions())?;
        }
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    });
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Writes into something that is no file, and never waits for it for ever.
fn into(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let until = Instant::now() + PATIENCE;
    let mut place = open(path, until)?;
    let mut left = bytes;
    while !left.is_empty() {
        match place.write(left) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(count) => left = &left[count..],
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock && Instant::now() < until => std::thread::sleep(POLL),
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Err(nobody("nobody reads on from it")),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// A pipe without a reader cannot be opened; one may come.
fn open(path: &Path, until: Instant) -> io::Result<File> {
    let without_waiting = i32::try_from(OFlags::NONBLOCK.bits()).unwrap_or(0);
    loop {
        let opened = OpenOptions::new().write(true).custom_flags(without_waiting).open(path);
        match opened {
            Err(error) if error.raw_os_error() == Some(Errno::NXIO.raw_os_error()) => {
                if Instant::now() >= until {
                    return Err(nobody("nobody reads from it"));
                }
                std::thread::sleep(POLL);
            }
            opened => return opened,
        }
    }
}

fn nobody(why: &str) -> io::Error {
    io::Error::new(ErrorKind::TimedOut, why)
}

/// The same for two ways to name one place.
pub(super) fn place(path: &Path) -> PathBuf {
    let path = target(path);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let whole = fs::canonicalize(&path).ok();
    let beside = || Some(fs::canonicalize(folder).ok()?.join(path.file_name()?));
    whole.or_else(beside).unwrap_or(path)
}
