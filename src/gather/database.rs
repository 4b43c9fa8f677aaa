//! Databases of other programs: never opened in place. A private copy, with its write-ahead log, is queried by macOS' own
//! `sqlite3` and removed again.

mod rows;

use super::command::run_line;
use super::files::{Files, miss};
use super::net::lock;
use crate::aside;
use codesent_checks::commands::{SQLITE, SQLITE_OPTIONS};
use codesent_checks::{Answer, Database, Miss};
use rustix::process::geteuid;
use std::fs::{self, DirBuilder, Metadata, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// The largest database, and the largest log, that is copied. The accounts database is a few megabytes.
const MAX_BYTES: u64 = 64 * 1024 * 1024;
/// How often a copy is tried while another program writes.
const TRIES: u32 = 3;
/// What our folders in the temporary folder are called.
const PREFIX: &str = "codesent-database-";
/// What the copy in it is called.
const COPY: &str = "copy";
/// A run lasts seconds: a folder this old was left by one that was killed.
const LEFT_BEHIND: Duration = Duration::from_mins(10);

/// The rows of the query, reduced to what may be seen.
pub(crate) fn rows(database: &Database, files: &Files, until: Instant) -> Result<Answer, Miss> {
    let folder = prepare()?;
    copy(files, database, &folder.copy(), until)?;
    folder.query(database, until)
}

/// A private copy of a database.
pub(super) fn copy(files: &Files, database: &Database, to: &Path, until: Instant) -> Result<(), Miss> {
    copy_both(&files.locate(database.path)?, to, until)
}

/// A folder for a copy.
pub(super) fn prepare() -> Result<Folder, Miss> {
    let temporary = std::env::temp_dir();
    if !aside::is_alive(&temporary) {
        return Err(unreadable("no private copy can be made: the temporary folder does not answer"));
    }
    sweep(&temporary);
    Folder::create(&temporary)
}

impl Folder {
    /// Where the copy is to be.
    pub(super) fn copy(&self) -> PathBuf {
        self.0.join(COPY)
    }

    /// The rows of the query on the copy, which is gone afterwards.
    pub(super) fn query(self, database: &Database, until: Instant) -> Result<Answer, Miss> {
        self.query_by(SQLITE, database, until)
    }

    fn query_by(self, tool: &str, database: &Database, until: Instant) -> Result<Answer, Miss> {
        let copy = self.copy();
        let file = copy.to_str().ok_or_else(|| unreadable("the temporary folder has an unusual name"))?;
        // What a foreign file defines under the name of a table must not be able to do anything but be read.
        let query = format!("PRAGMA trusted_schema = OFF; {}", database.query);
        let line = [&[tool], SQLITE_OPTIONS, &[file, &query]].concat();
        let output = match run_line(&line, until) {
            Err(Miss::NotHere) => return Err(unreadable("this system has no sqlite3 to read it with")),
            other => other?,
        };
        drop(self);
        if output.exit != Some(0) || output.cut {
            return Err(unreadable("the database is damaged or of another form"));
        }
        rows::parse(&output.stdout).map(|rows| Answer::Rows(database.kept(rows)))
    }
}

/// Copies the database and its log so that they fit together: if either changed meanwhile, once more.
pub(super) fn copy_both(path: &Path, copy: &Path, until: Instant) -> Result<(), Miss> {
    let log = beside(path, "-wal");
    let log_copy = beside(copy, "-wal");
    for _ in 0..TRIES {
        let before = (state(path), state(&log));
        copy_one(path, copy, until)?;
        match copy_one(&log, &log_copy, until) {
            Ok(()) => {}
            // No log: nothing is waiting to be written.
            Err(Miss::NotHere) => {
                let _ = fs::remove_file(&log_copy);
            }
            Err(other) => return Err(other),
        }
        if before == (state(path), state(&log)) {
            return Ok(());
        }
    }
    Err(unreadable("another program is writing to it all the time"))
}

/// `Accounts4.sqlite` with `-wal` at its end.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// What changes when a file is written.
fn state(path: &Path) -> Option<(u64, i64, i64, u64)> {
    let facts = fs::metadata(path).ok()?;
    Some((facts.len(), facts.mtime(), facts.mtime_nsec(), facts.ino()))
}

fn copy_one(from: &Path, to: &Path, until: Instant) -> Result<(), Miss> {
    // Without waiting: opening a pipe that nobody writes to would hang.
    let flags = i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or(0);
    let mut source = OpenOptions::new().read(true).custom_flags(flags).open(from).map_err(|error| miss(&error))?;
    let facts = source.metadata().map_err(|error| miss(&error))?;
    if !facts.is_file() {
        return Err(unreadable("it is not a regular file"));
    }
    if facts.len() > MAX_BYTES {
        return Err(unreadable("the database is too large"));
    }
    let here = |error: std::io::Error| unreadable(&format!("no private copy can be made: {}", error.kind()));
    let mut target = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(to).map_err(here)?;
    let mut buffer = vec![0; 256 * 1024];
    let mut total = 0;
    loop {
        let count = match source.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(miss(&error)),
        };
        total += count as u64;
        if total > MAX_BYTES {
            return Err(unreadable("the database is too large"));
        }
        if Instant::now() >= until {
            return Err(Miss::TimedOut);
        }
        target.write_all(&buffer[..count]).map_err(here)?;
    }
}

/// A folder that only this user can look into, removed with everything in it.
#[derive(Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    fn create(temporary: &Path) -> Result<Self, Miss> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = || format!("{PREFIX}{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        // Fails where the name is taken, by whatever it is: nothing is ever written into somebody else's folder.
        let create = |_| {
            let path = temporary.join(name());
            let made = DirBuilder::new().mode(0o700).create(&path).map(|()| {
                lock(&MADE).push(path.clone());
                Self(path)
            });
            // Nobody would remove it any more.
            if crate::stop::is_wanted() { Err(ErrorKind::Interrupted.into()) } else { made }
        };
        let mut tries = (0..8).map(create);
        let failed = |error: &std::io::Error| error.kind() != ErrorKind::AlreadyExists;
        let made = tries.find(|made| made.as_ref().err().is_none_or(failed));
        made.and_then(Result::ok).ok_or_else(|| unreadable("no private copy can be made"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        remove(&self.0);
        lock(&MADE).retain(|made| *made != self.0);
    }
}

/// The folders of this run that are still there.
static MADE: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Removes what this run left behind: a copy that was still being made when the time was up.
pub(crate) fn clean_up() {
    for folder in std::mem::take(&mut *lock(&MADE)) {
        remove(&folder);
    }
}

/// Removes a copy: the files that are written here and by `sqlite3`, and the folder if nothing else is in it.
fn remove(folder: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(beside(&folder.join(COPY), ending));
    }
    let _ = fs::remove_dir(folder);
}

/// Removes what an earlier run of this user left behind because it was killed.
fn sweep(temporary: &Path) {
    let old = |facts: &Metadata| {
        let age = facts.modified().ok().and_then(|time| time.elapsed().ok());
        facts.is_dir() && facts.uid() == geteuid().as_raw() && age.is_some_and(|age| age > LEFT_BEHIND)
    };
    for entry in fs::read_dir(temporary).into_iter().flatten().flatten() {
        let ours = entry.file_name().to_str().is_some_and(is_our_name);
        // Of the entry itself: a link is never followed.
        if ours && entry.metadata().is_ok_and(|facts| old(&facts)) {
            remove(&entry.path());
        }
    }
}

/// `codesent-database-` with the number of a process and a number of ours, and nothing else.
fn is_our_name(name: &str) -> bool {
    let number = |text: &str| text.parse::<u32>().is_ok_and(|number| number.to_string() == text);
    let numbers = name.strip_prefix(PREFIX).and_then(|rest| rest.split_once('-'));
    numbers.is_some_and(|(process, count)| number(process) && number(count))
}

fn unreadable(what: &str) -> Miss {
    Miss::Unreadable(what.into())
}

#[cfg(test)]
mod tests;
