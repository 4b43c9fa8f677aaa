//! Tests on databases of the accounts' documented form, made by `sqlite3` itself. Without it they say that they skip.

use super::*;
use codesent_checks::Permission;
use codesent_checks::Rows;
use codesent_checks::account::ACCOUNT_DATABASE;
use serde_json::Value;
use serde_json::json;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const SCHEMA: &str = "
CREATE TABLE ZACCOUNT (Z_PK INTEGER PRIMARY KEY, ZACCOUNTTYPE INTEGER, ZUSERNAME VARCHAR);
CREATE TABLE ZACCOUNTTYPE (Z_PK INTEGER PRIMARY KEY, ZIDENTIFIER VARCHAR);
CREATE TABLE ZACCOUNTPROPERTY (Z_PK INTEGER PRIMARY KEY, ZOWNER INTEGER, ZKEY VARCHAR, ZVALUE BLOB);
INSERT INTO ZACCOUNTTYPE VALUES (1, 'com.apple.account.idms'), (2, 'com.apple.account.AppleAccount');
INSERT INTO ZACCOUNT VALUES (41, 1, 'canary@example.org'), (42, 2, 'canary@example.org');
";

/// An archive of one value, as an `INSERT` of a property.
fn property(owner: i64, key: &str, value: &str) -> String {
    let archive = format!(
        "<plist><dict><key>$archiver</key><string>NSKeyedArchiver</string><key>$top</key><dict><key>root</key>\
         <dict><key>CF$UID</key><integer>1</integer></dict></dict><key>$objects</key><array><string>$null</string>\
         {value}</array></dict></plist>"
    );
    let blob = codesent_checks::read::plist::hexadecimal(archive.as_bytes());
    format!("INSERT INTO ZACCOUNTPROPERTY (ZOWNER, ZKEY, ZVALUE) VALUES ({owner}, '{key}', X'{blob}');\n")
}

fn shell(script: &str, input: &str) -> bool {
    let mut child = Command::new("/bin/sh").args(["-c", script]).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait().unwrap().success()
}

/// A folder with the database in it, none where there is no `sqlite3`.
fn made(script: &str) -> Option<(TempDir, PathBuf)> {
    if !Path::new(SQLITE).exists() {
        eprintln!("skipped: there is no {SQLITE}");
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Accounts4.sqlite");
    assert!(shell(&format!("{SQLITE} -bail {} >/dev/null", path.display()), script));
    Some((folder, path))
}

fn soon() -> Instant {
    Instant::now() + Duration::from_secs(20)
}

fn ask(path: &Path, tool: &str, until: Instant) -> Result<Answer, Miss> {
    let temporary = tempfile::tempdir().unwrap();
    let folder = Folder::create(temporary.path()).unwrap();
    let copied = copy_both(path, &folder.copy(), until);
    let answer = copied.and_then(|()| folder.query_by(tool, &ACCOUNT_DATABASE, until));
    assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0, "the copy stays behind");
    answer
}

fn values(answer: &Answer) -> Value {
    let Answer::Rows(rows) = answer else { panic!("{answer:?}") };
    rows.iter().map(|row| json!([row["account"], row["key"], row["value"]])).collect()
}

#[test]
fn four_plain_values_come_out_and_no_name() {
    let script = [
        SCHEMA.to_owned(),
        property(41, "security-level", "<integer>4</integer>"),
        property(41, "DeviceTrustRevoked", "<false/>"),
        property(41, "repair-state", "<string>canary</string>"),
        property(41, "canary", "<integer>1</integer>"),
        property(42, "security-level", "<integer>1</integer>"),
    ];
    let Some((_folder, path)) = made(&script.concat()) else { return };
    let answer = ask(&path, SQLITE, soon()).unwrap();
    assert_eq!(values(&answer), json!([[1, "DeviceTrustRevoked", false], [1, "security-level", 4]]));
    assert!(!format!("{answer:?}").contains("canary"));
}

#[test]
fn rows_that_are_only_in_the_log_are_seen_and_the_original_is_not_touched() {
    let Some((folder, path)) = made(&format!("PRAGMA journal_mode = WAL;\n{SCHEMA}")) else { return };
    let busy = folder.path().join("busy");
    fs::create_dir(&busy).unwrap();
    // Taken while the writer is still there, as on a running Mac: afterwards sqlite3 would merge the log.
    let insert = property(41, "security-level", "<integer>4</integer>");
    let copy = format!(".shell cp {0} {0}-wal {1}\n", path.display(), busy.display());
    assert!(shell(&format!("{SQLITE} {} >/dev/null", path.display()), &format!("{insert}{copy}")));
    let path = busy.join("Accounts4.sqlite");
    let listing = || {
        let mut files: Vec<_> = fs::read_dir(&busy).unwrap().flatten().map(|file| file.path()).collect();
        files.sort();
        files.into_iter().map(|file| (state(&file), fs::read(&file).unwrap(), file)).collect::<Vec<_>>()
    };
    let before = listing();
    assert_eq!(before.len(), 2, "the database and its log");
    assert_eq!(values(&ask(&path, SQLITE, soon()).unwrap()), json!([[1, "security-level", 4]]));
    assert!(listing() == before, "the original changed");
    fs::remove_file(beside(&path, "-wal")).unwrap();
    assert_eq!(values(&ask(&path, SQLITE, soon()).unwrap()), json!([]));
}

#[test]
fn a_database_without_the_account_kind_has_no_rows() {
    let Some((_folder, path)) = made(SCHEMA) else { return };
    assert_eq!(ask(&path, SQLITE, soon()), Ok(Answer::Rows(Rows::new())));
}

#[test]
fn what_is_no_such_database_is_unreadable() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Accounts4.sqlite");
    let what = || match ask(&path, SQLITE, soon()) {
        Err(Miss::Unreadable(what)) => what,
        other => panic!("{other:?}"),
    };
    assert_eq!(ask(&path, SQLITE, soon()), Err(Miss::NotHere));
    for bytes in [&b""[..], b"hello", &[0; 8192]] {
        fs::write(&path, bytes).unwrap();
        assert!(what().contains("form") || what().contains("no sqlite3"), "{}", what());
    }
    // Sparse: it takes no room.
    fs::File::create(&path).unwrap().set_len(MAX_BYTES + 1).unwrap();
    assert!(what().contains("too large"));
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert!(what().contains("regular"));
    fs::remove_dir(&path).unwrap();
    assert!(shell(&format!("mkfifo {}", path.display()), ""));
    assert!(what().contains("regular"));
}

#[test]
fn a_file_that_modes_protect_is_denied() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Accounts4.sqlite");
    OpenOptions::new().write(true).create_new(true).mode(0o000).open(&path).unwrap();
    if fs::File::open(&path).is_ok() {
        eprintln!("skipped: this user may read everything");
        return;
    }
    assert_eq!(ask(&path, SQLITE, soon()), Err(Miss::Denied(Permission::FilePermissions)));
}

/// A stand-in for sqlite3. Written by another process, because a file that is open for writing here cannot be run.
fn stand_in(script: &str) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let tool = folder.path().join("tool").display().to_string();
    assert!(shell(&format!("cat > {tool} && chmod 700 {tool}"), &format!("#!/bin/sh\n{script}\n")));
    (folder, tool)
}

#[test]
fn the_copy_is_private_and_a_tool_that_hangs_is_ended_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Accounts4.sqlite");
    fs::write(&path, "x").unwrap();
    let seen = folder.path().join("seen");
    let (_one, tool) = stand_in(&format!("ls -ld \"$(dirname \"$7\")\" \"$7\" > {}", seen.display()));
    assert_eq!(ask(&path, &tool, soon()), Ok(Answer::Rows(Rows::new())));
    let seen = fs::read_to_string(seen).unwrap();
    let modes: Vec<&str> = seen.lines().map(|line| &line[..10]).collect();
    assert!(modes.contains(&"drwx------") && modes.contains(&"-rw-------"), "{seen}");
    let (_two, tool) = stand_in("sleep 600");
    assert_eq!(ask(&path, &tool, Instant::now() + Duration::from_millis(200)), Err(Miss::TimedOut));
    let (_three, tool) = stand_in("printf 'a\\037b\\036only one\\036'");
    assert!(matches!(ask(&path, &tool, soon()), Err(Miss::Unreadable(_))));
    assert_eq!(ask(&path, "/nowhere/sqlite3", soon()), Err(unreadable("this system has no sqlite3 to read it with")));
}

#[test]
fn only_our_own_old_folders_are_swept() {
    let temporary = tempfile::tempdir().unwrap();
    let long_ago = std::time::SystemTime::now() - Duration::from_hours(1);
    let folder = |name: &str, old: bool| {
        let path = temporary.path().join(name);
        fs::create_dir(&path).unwrap();
        if old {
            fs::File::open(&path).unwrap().set_modified(long_ago).unwrap();
        }
        path
    };
    let left = folder(&format!("{PREFIX}1-0"), true);
    let running = folder(&format!("{PREFIX}2-0"), false);
    let other = folder("other", true);
    // Of somebody who gave a folder of theirs such a name.
    let theirs = ["of-mine", "1", "1-0-1", "1-", "-0", "+1-0", "01-0", "1-0.bak", "99999999999-0"];
    let theirs = theirs.map(|ending| folder(&format!("{PREFIX}{ending}"), true));
    // By name it could be ours, but what is in it is not.
    let strange = folder(&format!("{PREFIX}4-0"), false);
    fs::write(strange.join("thesis.txt"), "years of work").unwrap();
    fs::File::open(&strange).unwrap().set_modified(long_ago).unwrap();
    let full = folder(&format!("{PREFIX}5-0"), false);
    for name in ["copy", "copy-wal", "copy-shm", "copy-journal"] {
        fs::write(full.join(name), "private").unwrap();
    }
    fs::File::open(&full).unwrap().set_modified(long_ago).unwrap();
    let link = temporary.path().join(format!("{PREFIX}3-0"));
    std::os::unix::fs::symlink(&other, &link).unwrap();
    sweep(temporary.path());
    assert!(!left.exists() && !full.exists());
    assert!(running.exists() && other.exists() && link.is_symlink());
    assert!(strange.join("thesis.txt").exists());
    assert_eq!(theirs.iter().find(|path| !path.exists()), None);
}

#[test]
fn a_copy_that_the_end_of_the_run_cut_short_is_known_and_removed() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = Folder::create(temporary.path()).unwrap();
    fs::write(folder.0.join(COPY), "private").unwrap();
    assert!(lock(&MADE).contains(&folder.0));
    let path = folder.0.clone();
    drop(folder);
    assert!(!path.exists() && !lock(&MADE).contains(&path));
}
