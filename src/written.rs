//! Where a report, a recording, a page or a plan is written: whole or not at all. A file is made beside the place and then
//! takes it, so whoever reads there sees the old one or the new one, and never a part.

use crate::stop;
use anyhow::{Context, Result, bail};
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

/// Whether standard output is meant.
pub(crate) fn is_standard_output(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Writes it there, `-` being standard output.
pub(crate) fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    let bytes = text.as_ref();
    let written = if is_standard_output(path) { to_standard_output(bytes) } else { to_place(path, bytes) };
    written.with_context(|| format!("cannot write {}", path.display()))
}

/// Whoever reads only the first lines still wants to know how it ended.
pub(crate) fn to_standard_output(text: impl AsRef<[u8]>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_ref()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

fn to_place(path: &Path, bytes: &[u8]) -> io::Result<()> {
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
fn target(path: &Path) -> PathBuf {
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

/// Refuses two options that name one file: the second would be written over the first, or over what is read.
pub(crate) fn are_different(options: &[(&str, Option<&Path>)]) -> Result<()> {
    let named: Vec<(&str, PathBuf)> =
        options.iter().filter_map(|(option, path)| Some((*option, place(path.as_ref()?)))).collect();
    for (at, (option, path)) in named.iter().enumerate() {
        match named[..at].iter().find(|(_, other)| other == path) {
            Some(_) if is_standard_output(path) => bail!("{option} and the report cannot both go to standard output"),
            Some((other, _)) => bail!("{other} and {option} name the same file"),
            None => {}
        }
    }
    Ok(())
}

/// The same for two ways to name one place.
fn place(path: &Path) -> PathBuf {
    if is_standard_output(path) {
        return path.to_owned();
    }
    let path = target(path);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let whole = fs::canonicalize(&path).ok();
    let beside = || Some(fs::canonicalize(folder).ok()?.join(path.file_name()?));
    whole.or_else(beside).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().flatten().map(|entry| entry.file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_as_a_whole_and_keeps_its_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report");
        write(&path, "one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let reader = File::open(&path).unwrap();
        write(&path, "two").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(io::read_to_string(reader).unwrap(), "one", "who reads keeps what was there");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(names(folder.path()), ["report"]);
    }

    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        symlink("file", &link).unwrap();
        for text in ["new", "again"] {
            write(&link, text).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        assert_eq!(names(folder.path()), ["file", "link"]);
        assert!(link.is_symlink());
    }

    #[test]
    fn what_cannot_be_written_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write(folder.path(), "x").is_err());
        assert!(write(&folder.path().join("none/report"), "x").is_err());
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn a_pipe_is_written_to_and_one_without_a_reader_is_given_up() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let error = write(&pipe, "x").unwrap_err();
        assert!(format!("{error:#}").contains("nobody reads"), "{error:#}");
        let text = "long ".repeat(100_000);
        let from = pipe.clone();
        let reader = std::thread::spawn(move || fs::read_to_string(from).unwrap());
        write(&pipe, &text).unwrap();
        assert_eq!(reader.join().unwrap(), text);
    }

    #[test]
    fn one_place_under_two_names_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        symlink("file", &link).unwrap();
        let around = folder.path().join("../").join(folder.path().file_name().unwrap()).join("file");
        for other in [&file, &link, &around] {
            let refused = are_different(&[("--output", Some(&file)), ("--record", Some(other))]).unwrap_err();
            assert_eq!(refused.to_string(), "--output and --record name the same file");
        }
        let dash = Path::new("-");
        assert!(are_different(&[("--output", Some(dash)), ("--record", Some(dash))]).is_err());
        let other = folder.path().join("other");
        assert!(are_different(&[("--output", Some(&file)), ("--record", Some(&other)), ("--replay", None)]).is_ok());
    }
}
