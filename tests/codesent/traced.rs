//! What is really executed, opened and written, held against docs/commands.md.

use crate::beside::ToItsEnd;
use crate::world::World;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Linux, its libraries and its certificates are. None of it exists on a Mac, where macOS itself does this.
const OF_THE_SYSTEM: &[&str] = &[
    "/proc",
    "/sys/",
    "/dev/null",
    "/dev/urandom",
    "/lib",
    "/usr/lib",
    "/usr/share/",
    "/usr/local/share/",
    "/etc/ld.so",
    "/etc/ssl/",
    "/etc/pki/",
    "/etc/localtime",
    "/etc/nsswitch.conf",
    "/etc/passwd",
    "/etc/userdb",
    "/run/systemd/",
    "/run/userdb",
    "/var/lib/sss",
    "/etc/host.conf",
    "/etc/resolv.conf",
    "/etc/gai.conf",
    "/etc/os-release",
    "/usr/ssl/",
];

/// One call that succeeded: its name, the path, and what comes after it.
struct Call {
    name: String,
    /// Whether the path begins in a folder that was opened before.
    in_a_folder: bool,
    path: String,
    rest: String,
}

/// The calls of a run with all its children, none where there is no `strace` or it may not look.
fn traced(arguments: &[&str], temporary: &Path) -> Option<Vec<Call>> {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let output = Command::new("strace")
        .args([
            "-f",
            "-qq",
            "-s",
            "4096",
            "-e",
            "trace=execve,open,openat,creat,mkdir,mkdirat,unlink,unlinkat,rename,renameat,renameat2,rmdir,connect",
        ])
        .arg("-o")
        .arg(&log)
        .arg(env!("CARGO_BIN_EXE_codesent"))
        .args(arguments)
        .env_clear()
        .envs([("LANG", "en_US.UTF-8"), ("PATH", "/usr/bin:/bin")])
        .env("TMPDIR", temporary)
        .to_its_end();
    let ran = output.as_ref().is_ok_and(|output| matches!(output.status.code(), Some(0 | 1 | 3)));
    if !ran {
        eprintln!("skipped: no strace here: {output:?}");
        return None;
    }
    let form = regex_lite::Regex::new(r#"^\d+ +(\w+)\((?:AT_FDCWD, |(\d+), )?"([^"]*)"(.*)$"#).unwrap();
    let log = fs::read_to_string(log).unwrap();
    assert!(!log.contains("sin_addr") && !log.contains("sin6_addr"), "--offline connects: {log}");
    // A call that another thread's interrupts is written in two parts; how it ended stands in the second.
    let ended = |at: usize, line: &str| {
        let (pid, call) = line.split_once(' ')?;
        let resumed = format!("<... {} resumed>", call.trim_start().split_once('(')?.0);
        let rest = log.lines().skip(at + 1).find(|line| line.split_once(' ').is_some_and(|(other, _)| other == pid))?;
        rest.contains(&resumed).then(|| format!("{line}{rest}"))
    };
    let whole = log.lines().enumerate().map(|(at, line)| {
        let cut = line.ends_with("<unfinished ...>");
        Some(at).filter(|_| cut).and_then(|at| ended(at, line)).unwrap_or_else(|| line.to_owned())
    });
    let lines: Vec<String> = whole.collect();
    let calls = lines.iter().filter_map(|line| form.captures(line)).map(|found| Call {
        name: found[1].into(),
        in_a_folder: found.get(2).is_some(),
        path: found[3].into(),
        rest: found[4].into(),
    });
    let calls: Vec<Call> = calls.filter(|call| !call.rest.contains("= -1 ")).collect();
    assert!(calls.iter().any(|call| call.name == "execve"), "strace says nothing: {log}");
    Some(calls)
}

/// The document, and the paths it names: in backticks, or after what is done with them.
fn documented() -> (String, BTreeSet<String>) {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/commands.md")).unwrap();
    let form = regex_lite::Regex::new(r"(?:`|reads |copy of |names in )([~/][^`(:]*)").unwrap();
    let paths = form.captures_iter(&text).map(|found| found[1].trim_end().to_owned()).collect();
    (text, paths)
}

/// Whether `path` is one of those in the document, once `root` and `home` are taken off.
fn is_documented(path: &str, documented: &BTreeSet<String>, root: &Path, home: &Path) -> bool {
    let inside = |folder: &Path| Path::new(path).strip_prefix(folder).ok().map(|rest| rest.display().to_string());
    let known = match (inside(home), inside(root)) {
        (Some(rest), _) => format!("~/{rest}"),
        (None, Some(rest)) => format!("/{rest}"),
        (None, None) => return false,
    };
    // A database's log of what was written last belongs to it; none is there, and a call that is cut in two by another
    // process's does not show that.
    let known = known.strip_suffix("-wal").unwrap_or(&known).to_owned();
    documented.iter().any(|one| {
        let ending = |stem: &str| one.split_once(stem).is_some_and(|(before, _)| known.starts_with(before));
        // The folder around a name with a star is listed to find it.
        let around = one.contains('*') && Path::new(one).parent() == Some(Path::new(&known));
        *one == known || ending("*") || ending("%user") || around
    })
}

/// A root and a home in which everything that is asked for exists.
fn everything(folder: &Path) -> (PathBuf, PathBuf) {
    let (root, home) = (folder.join("root"), folder.join("home"));
    for question in codesent_checks::all().flat_map(codesent_checks::Check::questions) {
        let (path, is_folder) = match question {
            codesent_checks::Question::Preferences(domain) => (domain.path, false),
            codesent_checks::Question::File(file) => (file.path, false),
            codesent_checks::Question::Folder(folder) => (folder.path, true),
            codesent_checks::Question::Database(database) => (database.path, false),
            _ => continue,
        };
        let path = path.replace('*', "0000").replace("%user", "home");
        let place = match path.strip_prefix("~/") {
            Some(rest) => home.join(rest),
            None => root.join(path.trim_start_matches('/')),
        };
        fs::create_dir_all(if is_folder { &place } else { place.parent().unwrap() }).unwrap();
        if !is_folder && !place.exists() {
            fs::write(place, "").unwrap();
        }
    }
    (root, home)
}

#[test]
fn nothing_is_run_read_or_written_that_the_document_does_not_name() {
    let folder = tempfile::tempdir().unwrap();
    let temporary = folder.path().join("tmp");
    fs::create_dir(&temporary).unwrap();
    let (root, home) = everything(folder.path());
    let [report, recording] = ["report", "recording"].map(|name| folder.path().join(name).display().to_string());
    let [root_option, home_option] = [&root, &home].map(|path| path.display().to_string());
    let arguments = [
        "check",
        "--offline",
        "--root",
        &root_option,
        "--home",
        &home_option,
        "--output",
        &report,
        "--record",
        &recording,
    ];
    let Some(calls) = traced(&arguments, &temporary) else { return };
    let (text, documented) = documented();
    let own = env!("CARGO_BIN_EXE_codesent");
    let mut read = 0;
    for Call { name, in_a_folder, path, rest } in &calls {
        if *in_a_folder && !path.contains("..") && !path.starts_with('/') {
            continue;
        }
        let at = Path::new(path);
        let copy = at.starts_with(&temporary) && path.contains("/codesent-database-");
        let written = at.parent() == Some(folder.path());
        match name.as_str() {
            "execve" => assert!(path == own || text.contains(&format!("`{path} ")), "runs {path}"),
            "open" | "openat" | "creat" if rest.contains("O_RDONLY") => {
                // The directory of users goes from the root to its socket.
                let on_the_way = path == "/" && rest.contains("O_PATH");
                let system = on_the_way || OF_THE_SYSTEM.iter().any(|start| path.starts_with(start));
                let listed = is_documented(path, &documented, &root, &home);
                read += usize::from(listed);
                assert!(system || copy || listed || at == temporary, "reads {path}{rest}");
            }
            "open" | "openat" | "creat" => assert!(copy || written || path == "/dev/null", "writes {path}{rest}"),
            _ => assert!(copy || written, "{name} {path}{rest}"),
        }
    }
    assert!(read > 20, "only {read} of the files that are asked for were read");
    assert_eq!(fs::read_dir(&temporary).unwrap().count(), 0, "a copy stays behind");
}

#[test]
fn a_replay_reads_the_recording_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.json").display().to_string();
    fs::write(&path, World::healthy("15.7").recording()).unwrap();
    let Some(calls) = traced(&["check", "--replay", &path], folder.path()) else { return };
    let runs: Vec<&str> = calls.iter().filter(|call| call.name == "execve").map(|call| call.path.as_str()).collect();
    // The second one reads the recording.
    assert_eq!(runs, [env!("CARGO_BIN_EXE_codesent"); 2]);
    for Call { path: opened, rest, .. } in calls.iter().filter(|call| call.name.starts_with("open")) {
        let system = OF_THE_SYSTEM.iter().any(|start| opened.starts_with(start));
        assert!(*opened == path || system, "opens {opened}{rest}");
    }
}
