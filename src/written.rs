//! Where a report, a recording, a page or a plan is written: whole or not at all.

use crate::aside;
use anyhow::{Context, Result, bail};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Whether standard output is meant.
pub(crate) fn is_standard_output(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Writes it there, `-` being standard output.
pub(crate) fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    let bytes = text.as_ref();
    let written = if is_standard_output(path) { to_standard_output(bytes) } else { aside::write(path, bytes) };
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

/// Refuses two options that name one file: the second would be written over the first, or over what is read.
pub(crate) fn are_different(options: &[(&str, Option<&Path>)]) -> Result<()> {
    let named: Vec<(&str, &Path)> = options.iter().filter_map(|(option, path)| Some((*option, (*path)?))).collect();
    let files: Vec<&Path> = named.iter().map(|(_, path)| *path).filter(|path| !is_standard_output(path)).collect();
    // One alone is no other.
    let mut places = if files.len() > 1 { aside::places(&files) } else { Vec::new() }.into_iter();
    let mut place = |path: &Path| {
        let place = if is_standard_output(path) { None } else { places.next() };
        place.unwrap_or_else(|| path.to_owned())
    };
    let named: Vec<(&str, PathBuf)> = named.into_iter().map(|(option, path)| (option, place(path))).collect();
    for (at, (option, path)) in named.iter().enumerate() {
        match named[..at].iter().find(|(_, other)| other == path) {
            Some(_) if is_standard_output(path) => bail!("{option} and the report cannot both go to standard output"),
            Some((other, _)) => bail!("{other} and {option} name the same file"),
            None => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, File};
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
