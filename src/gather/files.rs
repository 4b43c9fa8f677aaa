//! Files: preferences, texts, folders and databases, wherever `--root` and `--home` say they are. Only regular files are
//! opened, and never more of them is read than their kind can need.

use codesent_checks::read::plist::{MAX_BYTES, reduce};
use codesent_checks::{Answer, Domain, File, Folder, Miss, Permission, Question};
use rustix::fs::OFlags;
use std::io::{ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The longest text file that is read: a hosts file with several whole blocklists in it. Little of it is kept.
const MAX_TEXT: usize = 16 * 1024 * 1024;
/// The most names of a folder that are kept.
const MAX_NAMES: usize = 2000;
/// Folders that exist on a Mac only.
const MAC_ONLY: &[&str] = &["/System/", "/Library/", "/Applications/", "/private/", "/opt/cisco/"];

/// Where files are.
#[derive(Debug)]
pub(crate) struct Files {
    root: Option<PathBuf>,
    home: Option<PathBuf>,
    own_home: Option<PathBuf>,
}

impl Files {
    /// Under `root` if given, with `home` (if given) for `~`.
    pub(crate) fn new(root: Option<PathBuf>, home: Option<PathBuf>) -> Self {
        Self { root, home, own_home: std::env::home_dir() }
    }

    /// The file that a path of a question means here.
    pub(crate) fn locate(&self, path: &str) -> Result<PathBuf, Miss> {
        let path = path.replace("%user", &self.user());
        let mac = cfg!(target_os = "macos");
        if let Some(inside) = path.strip_prefix("~/") {
            return match (&self.home, &self.root, &self.own_home) {
                (Some(home), _, _) => in_home(home, inside),
                (None, Some(root), Some(own)) => in_home(&under(root, own), inside),
                (None, None, Some(own)) if mac && is_roots(own) => Err(Miss::Unreadable(AS_ROOT.into())),
                (None, None, Some(own)) if mac => Ok(own.join(inside)),
                (None, _, None) if mac => Err(Miss::Unreadable("there is no home folder".into())),
                _ => Err(Miss::NeedsMac),
            };
        }
        match &self.root {
            Some(root) => Ok(under(root, Path::new(&path))),
            None if !mac && MAC_ONLY.iter().any(|folder| path.starts_with(folder)) => Err(Miss::NeedsMac),
            None => Ok(PathBuf::from(path)),
        }
    }

    fn user(&self) -> String {
        let home = self.home.as_ref().or(self.own_home.as_ref());
        home.and_then(|home| home.file_name()).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// The listed keys of a preference file.
    pub(crate) fn preferences(&self, domain: &Domain) -> Result<Answer, Miss> {
        let path = resolve_star(&self.locate(domain.path)?)?;
        let (bytes, cut) = read(&path, MAX_BYTES)?;
        if cut {
            return Err(Miss::Unreadable("the file is too large".into()));
        }
        reduce(domain, &bytes).map(Answer::Preferences)
    }

    /// A text file.
    pub(crate) fn text(&self, file: &File) -> Result<Answer, Miss> {
        let (bytes, cut) = read(&self.locate(file.path)?, MAX_TEXT)?;
        Ok(Answer::Text(file.kept(&String::from_utf8_lossy(&bytes), cut)))
    }

    /// The names in a folder, sorted.
    pub(crate) fn folder(&self, folder: &Folder) -> Result<Answer, Miss> {
        let entries = std::fs::read_dir(self.locate(folder.path)?).map_err(|error| miss(&error))?;
        let names: Vec<String> =
            entries.flatten().take(MAX_NAMES).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        Ok(Answer::Folder(folder.kept(names)))
    }

    /// The answer to a question for a file or a folder.
    pub(crate) fn answer(&self, question: &Question) -> Result<Answer, Miss> {
        match question {
            Question::Preferences(domain) => self.preferences(domain),
            Question::File(file) => self.text(file),
            Question::Folder(folder) => self.folder(folder),
            _ => Err(Miss::Unreadable("bug: it is not asked of a file".into())),
        }
    }
}

/// Management tools run programs as root, who is never signed in: that must not look as if nobody were.
const AS_ROOT: &str = "it ran as root, not as the person who is signed in at this Mac";

/// Whether a home is root's (macOS: `/var/root`, which is `/private/var/root`).
fn is_roots(home: &Path) -> bool {
    home.ends_with("var/root")
}

/// A file in a home folder of somebody else's choosing. What is no Mac's home, a fresh folder among it, must not look like a
/// home in which nobody is signed in: macOS makes the folder for preferences before anybody can log in.
fn in_home(home: &Path, inside: &str) -> Result<PathBuf, Miss> {
    let none = || Err(Miss::Unreadable("no home folder of a Mac is there".into()));
    match std::fs::metadata(home.join("Library/Preferences")) {
        Ok(facts) if !facts.is_dir() => none(),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => none(),
        _ => Ok(home.join(inside)),
    }
}

/// An absolute path inside another root.
fn under(root: &Path, path: &Path) -> PathBuf {
    root.join(path.strip_prefix("/").unwrap_or(path))
}

/// For `ByHost/name.*.plist`: the file of the hardware in use, which is the one that was written last. A Mac that was
/// migrated has others.
fn resolve_star(path: &Path) -> Result<PathBuf, Miss> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
        return Ok(path.to_owned());
    };
    let Some((before, after)) = name.split_once('*') else {
        return Ok(path.to_owned());
    };
    let entries = std::fs::read_dir(folder).map_err(|error| miss(&error))?;
    let candidates = entries.flatten().take(MAX_NAMES).filter(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)).is_some_and(|uuid| !uuid.contains('.'))
    });
    candidates
        .max_by_key(|entry| (entry.metadata().and_then(|facts| facts.modified()).ok(), entry.file_name()))
        .map(|entry| entry.path())
        .ok_or(Miss::NotHere)
}

/// Up to `limit` bytes of a regular file, and whether there are more.
fn read(path: &Path, limit: usize) -> Result<(Vec<u8>, bool), Miss> {
    // Without waiting: opening a pipe that nobody writes to would hang.
    let flags = i32::try_from(OFlags::NONBLOCK.bits()).unwrap_or(0);
    let file = std::fs::OpenOptions::new().read(true).custom_flags(flags).open(path).map_err(|error| miss(&error))?;
    let facts = file.metadata().map_err(|error| miss(&error))?;
    if facts.is_dir() {
        return Err(Miss::Unreadable("there is a folder where the file should be".into()));
    }
    if !facts.is_file() {
        return Err(Miss::Unreadable("it is not a regular file".into()));
    }
    let mut bytes = Vec::new();
    file.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|error| miss(&error))?;
    let cut = bytes.len() > limit;
    bytes.truncate(limit);
    Ok((bytes, cut))
}

/// What an I/O error means. macOS answers EPERM (1) where privacy protection forbids, EACCES (13) where file modes do.
pub(crate) fn miss(error: &std::io::Error) -> Miss {
    match (error.kind(), error.raw_os_error()) {
        (ErrorKind::NotFound | ErrorKind::NotADirectory, _) => Miss::NotHere,
        (_, Some(1)) => Miss::Denied(Permission::FullDiskAccess),
        (ErrorKind::PermissionDenied, _) => Miss::Denied(Permission::FilePermissions),
        (ErrorKind::IsADirectory, _) => Miss::Unreadable("there is a folder where the file should be".into()),
        _ => Miss::Unreadable(format!("the file cannot be read: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use codesent_checks::preferences::ACCOUNTS;
    use std::fs;

    fn home(fill: impl FnOnce(&Path)) -> (tempfile::TempDir, Files) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("Library/Preferences/ByHost")).unwrap();
        fill(&folder.path().join("Library/Preferences/MobileMeAccounts.plist"));
        let files = Files::new(None, Some(folder.path().to_owned()));
        (folder, files)
    }

    fn unreadable(files: &Files) -> String {
        match files.preferences(&ACCOUNTS) {
            Err(Miss::Unreadable(what)) => what,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_plist_is_read_from_the_home_that_is_named() {
        let xml = "<plist version=\"1.0\"><dict><key>Accounts</key><array/></dict></plist>";
        let (_folder, files) = home(|path| fs::write(path, xml).unwrap());
        assert_eq!(files.preferences(&ACCOUNTS), Ok(Answer::Preferences(serde_json::json!({"Accounts": []}))));
    }

    #[test]
    fn of_a_hosts_file_only_apples_names_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("etc")).unwrap();
        fs::write(folder.path().join("etc/hosts"), "10.0.0.5 intranet.corp\n0.0.0.0 x.corp gsa.apple.com\n").unwrap();
        let files = Files::new(Some(folder.path().to_owned()), None);
        let Ok(Answer::Text(file)) = files.text(&codesent_checks::files::HOSTS) else { panic!("it is there") };
        assert_eq!(file.text, "\n0.0.0.0 gsa.apple.com\n");
    }

    #[test]
    fn an_absent_file_is_not_here() {
        let (_folder, files) = home(|_| ());
        assert_eq!(files.preferences(&ACCOUNTS), Err(Miss::NotHere));
    }

    #[test]
    fn a_folder_a_pipe_an_empty_and_a_huge_file_are_unreadable() {
        let (_folder, files) = home(|path| fs::create_dir(path).unwrap());
        assert!(unreadable(&files).contains("folder"));
        let (_folder, files) = home(|path| fs::write(path, "").unwrap());
        assert!(unreadable(&files).contains("empty"));
        // Sparse: a gigabyte that takes no room.
        let (_folder, files) = home(|path| fs::File::create(path).unwrap().set_len(1 << 30).unwrap());
        assert!(unreadable(&files).contains("large"));
        let (_folder, files) = home(|path| {
            let made = std::process::Command::new("mkfifo").arg(path).status().unwrap();
            assert!(made.success());
        });
        assert!(unreadable(&files).contains("regular"));
    }

    #[test]
    fn eperm_and_eacces_are_told_apart() {
        let of = |code| miss(&std::io::Error::from_raw_os_error(code));
        assert_eq!(of(1), Miss::Denied(Permission::FullDiskAccess));
        assert_eq!(of(13), Miss::Denied(Permission::FilePermissions));
    }

    #[test]
    fn the_newest_by_host_file_wins() {
        let folder = tempfile::tempdir().unwrap();
        let named = |uuid: &str| folder.path().join(format!("com.apple.x.{uuid}.plist"));
        fs::write(named("AAA"), "old").unwrap();
        let file = fs::File::create(named("BBB")).unwrap();
        file.set_modified(std::time::SystemTime::now() + std::time::Duration::from_mins(1)).unwrap();
        fs::write(folder.path().join("com.apple.x.y.CCC.plist"), "other").unwrap();
        assert_eq!(resolve_star(&folder.path().join("com.apple.x.*.plist")), Ok(named("BBB")));
        assert_eq!(resolve_star(&folder.path().join("com.apple.z.*.plist")), Err(Miss::NotHere));
    }

    #[test]
    fn a_folder_that_is_no_home_is_not_one_where_nobody_is_signed_in() {
        let library = |make: fn(&Path)| {
            let folder = tempfile::tempdir().unwrap();
            make(&folder.path().join("Library"));
            let files = Files::new(None, Some(folder.path().to_owned()));
            let missing = files.preferences(&ACCOUNTS).unwrap_err();
            assert!(matches!(missing, Miss::Unreadable(_)), "{missing:?}");
            assert_eq!(files.locate("~/Library/Preferences"), Err(missing.clone()));
            assert_eq!(files.locate(codesent_checks::account::ACCOUNT_DATABASE.path), Err(missing));
        };
        library(|_| ());
        library(|path| fs::create_dir(path).unwrap());
        library(|path| fs::write(path, "").unwrap());
        library(|path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success()));
        library(|path| std::os::unix::fs::symlink("nowhere", path).unwrap());
        library(|path| {
            fs::create_dir(path).unwrap();
            fs::write(path.join("Preferences"), "").unwrap();
        });
    }

    #[test]
    fn roots_home_is_nobodys() {
        assert!(is_roots(Path::new("/var/root")) && is_roots(Path::new("/private/var/root/")));
        assert!(!is_roots(Path::new("/Users/root")) && !is_roots(Path::new("/Users/var-root")));
    }

    #[test]
    fn another_root_holds_system_files_and_homes() {
        let files = Files::new(Some("/Volumes/Old".into()), None);
        assert_eq!(files.locate("/etc/hosts"), Ok("/Volumes/Old/etc/hosts".into()));
        let (folder, files) = home(|_| ());
        assert_eq!(files.locate("~/Library/x"), Ok(folder.path().join("Library/x")));
        assert_eq!(files.locate("/etc/hosts"), Ok("/etc/hosts".into()));
    }
}
