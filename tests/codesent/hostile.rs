//! Homes that are not as they should be: each oddity costs one row.

use crate::beside::ToItsEnd;
use crate::{codesent, json, samples, status, stdout};
use std::fs;
use std::path::Path;

const ACCOUNTS: &str = "Library/Preferences/MobileMeAccounts.plist";

fn home(fill: impl FnOnce(&Path)) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("Library/Preferences/ByHost")).unwrap();
    fill(folder.path());
    folder
}

fn report(home: &Path) -> serde_json::Value {
    json(&codesent(&["check", "account", "messages", "facetime", "--json", "--home", &home.to_string_lossy()]))
}

#[test]
fn a_pipe_a_folder_a_huge_file_and_garbage_are_unknown() {
    let kinds: [fn(&Path); 5] = [
        |path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success()),
        |path| fs::create_dir(path).unwrap(),
        |path| fs::File::create(path).unwrap().set_len(1 << 30).unwrap(),
        |path| fs::write(path, b"bplist00\xff\xff\xff\xff garbage").unwrap(),
        |path| fs::write(path, "").unwrap(),
    ];
    for kind in kinds {
        let home = home(|home| kind(&home.join(ACCOUNTS)));
        assert_eq!(status(&report(home.path()), "account/icloud"), "unknown");
    }
}

#[test]
fn what_files_hold_never_reaches_the_terminal_raw() {
    let home = home(|home| {
        let xml = "<plist version=\"1.0\"><dict><key>Accounts</key><array><dict><key>AccountID</key>\
                   <string>canary@example.com</string><key>DisplayName</key><string>Canary &#27;[31m</string></dict></array></dict></plist>";
        fs::write(home.join(ACCOUNTS), xml).unwrap();
    });
    let path = home.path().to_string_lossy().into_owned();
    let record = home.path().join("r.json").to_string_lossy().into_owned();
    for arguments in [
        vec!["check", "--home", &path, "--offline", "--verbose", "--record", &record],
        vec!["check", "--home", &path, "--offline", "--json"],
    ] {
        let text = stdout(&codesent(&arguments));
        assert!(!text.to_lowercase().contains("canary") && !text.contains('\u{1b}'), "{text}");
    }
    let recording = fs::read_to_string(record).unwrap();
    assert!(!recording.to_lowercase().contains("canary"), "{recording}");
}

#[test]
fn sample_homes_are_what_their_names_say() {
    let Some(samples) = samples() else { return };
    let out = tempfile::tempdir().unwrap();
    let built = std::process::Command::new("python3")
        .arg(samples.join("build-homes"))
        .args([&samples.join("plists"), out.path()])
        .to_its_end();
    let Ok(built) = built else {
        eprintln!("skipped: python3 is not here");
        return;
    };
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let mut count = 0;
    for entry in fs::read_dir(out.path()).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let report = report(&entry.path());
        let (icloud, imessage) = match name.rsplit('-').next() {
            Some("signedin") => ("pass", "pass"),
            Some("signedout") => ("fail", "info"),
            Some("regfailed") => ("pass", "warn"),
            _ => continue,
        };
        count += 1;
        assert_eq!(status(&report, "account/icloud"), icloud, "{name}");
        assert_eq!(status(&report, "messages/imessage"), imessage, "{name}");
        assert_eq!(status(&report, "facetime/registered"), imessage, "{name}");
    }
    assert!(count > 0, "no sample home was built");
}
