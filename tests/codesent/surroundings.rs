//! Odd places to run in: each costs rows at most, and the exit code says what was found.

use crate::beside::ToItsEnd;
use crate::output::FORMATS;
use crate::world::World;
use crate::{codesent, command, json};
use codesent_checks::Miss;
use std::process::{Command, Output};

/// In a shell, with the program as `$0`.
fn shell(script: &str) -> Output {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", script, env!("CARGO_BIN_EXE_codesent")]);
    shell.env_clear().env("LANG", "en_US.UTF-8").env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin").to_its_end().unwrap()
}

fn written(world: &World) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.json").to_string_lossy().into_owned();
    std::fs::write(&path, world.recording()).unwrap();
    (folder, path)
}

fn signed_out(world: &mut World) {
    let nobody = codesent_checks::Answer::Preferences(serde_json::json!({"Accounts": []}));
    world.set("preferences ~/Library/Preferences/MobileMeAccounts.plist", nobody);
}

/// Said to the end, and neither a usage error nor a crash.
fn assert_runs(script: &str) {
    let output = shell(script);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(matches!(output.status.code(), Some(0 | 1 | 3)), "{script}: {output:?}");
    assert!(text.contains("\nWhat was checked (") && text.contains("\nNext: codesent guide"), "{script}: {text}");
}

#[test]
fn no_home_no_user_no_folder_and_little_of_everything() {
    for script in [
        r#"unset HOME USER LOGNAME; "$0" check --offline"#,
        r#"HOME=/nonexistent TMPDIR=/nonexistent "$0" check --offline"#,
        r#"HOME= PATH= "$0" check --offline"#,
        r#"d=$(mktemp -d); cd "$d"; rmdir "$d"; "$0" check --offline"#,
        r#"ulimit -n 16; "$0" check --offline"#,
        r#"ulimit -n 32; "$0" check --timeout 200ms"#,
        r#""$0" check --timeout 1ms"#,
        r#""$0" check --timeout 100ms"#,
        r#""$0" check --offline <&-"#,
        r#""$0" check --offline 2>&-"#,
        r#"LC_ALL=C TERM= COLUMNS=7 "$0" check --offline"#,
    ] {
        assert_runs(script);
    }
}

/// In a network of its own, where nothing can be reached.
fn alone(script: &str) -> Option<Output> {
    let mut unshare = Command::new("unshare");
    unshare.args(["-rn", "/bin/sh", "-c", script, env!("CARGO_BIN_EXE_codesent")]);
    let output = unshare.env_clear().env("LANG", "en_US.UTF-8").env("PATH", "/usr/bin:/bin").to_its_end();
    match output {
        Ok(output) if !output.stdout.is_empty() => Some(output),
        other => {
            eprintln!("skipped: no network of its own: {other:?}");
            None
        }
    }
}

#[test]
fn nothing_leaves_a_vpn_unless_that_is_wanted() {
    let row = |script: &str| {
        let output = alone(script)?;
        let report = json(&output);
        let row = report["checks"].as_array().and_then(|rows| rows.iter().find(|row| row["id"] == "vpn/past-it"));
        let told = String::from_utf8_lossy(&output.stderr).contains("Past the VPN too");
        Some((row.expect("the row")["reason"].as_str().map(str::to_owned), told))
    };
    let Some(unwanted) = row(r#""$0" check vpn --json --timeout 2s"#) else { return };
    assert_eq!(unwanted, (Some("leaves-tunnel".into()), false));
    // Here there is no interface to leave by.
    let wanted = row(r#""$0" check vpn --json --timeout 2s --past-vpn"#);
    assert_eq!(wanted, Some((Some("nothing-gets-out".into()), true)));
    assert_eq!(codesent(&["check", "--watch", "--past-vpn"]).status.code(), Some(2));
}

#[test]
fn too_few_files_are_not_a_network_that_is_down() {
    let script = |files: u32| format!(r#"ulimit -n {files}; "$0" check dns push tls --json --timeout 3s"#);
    let Some(plenty) = alone(&script(1024)) else { return };
    let names = ["dns/resolver", "dns/sign-in", "dns/apple-push"];
    let plenty = json(&plenty);
    assert!(names.iter().any(|id| crate::status(&plenty, id) == "fail"), "here the network really is down");
    for files in [12, 16, 24] {
        let Some(output) = alone(&script(files)) else { return };
        let report = json(&output);
        for row in report["checks"].as_array().unwrap() {
            assert!(row["status"] != "fail", "{files} files: {row}");
        }
        assert!(report.to_string().contains("no room for it"), "{files}: {report}");
    }
}

#[test]
fn too_little_memory_is_an_error_and_no_crash() {
    if !cfg!(target_os = "linux") {
        eprintln!("skipped: other systems do not hold a process to it");
        return;
    }
    let (_folder, path) = written(&World::healthy("15.7"));
    for (limit, arguments) in [(900_000, "check --offline"), (50_000, &*format!("check --replay {path}"))] {
        let output = shell(&format!(r#"ulimit -v {limit}; "$0" {arguments}"#));
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), text.contains("MiB of memory")), (Some(2), true), "{text}");
    }
    assert_eq!(shell(&format!(r#"ulimit -v 110000; "$0" check --replay {path}"#)).status.code(), Some(0));
}

/// As long as a recording may be, of lists with nothing in them: what takes the most memory for its length.
#[test]
fn a_recording_that_grows_in_memory_is_an_error_and_no_crash() {
    if !cfg!(target_os = "linux") {
        eprintln!("skipped: other systems do not hold a process to it");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (at, (length, key, before, one, after)) in [
        (4_190_000, "processes", r#"{"processes":["#, r#"{"name":"","path":""},"#, r#"{"name":"","path":""}]}"#),
        (2_090_000, "processes", r#"{"processes":["#, r#"{"name":"","path":""},"#, r#"{"name":"","path":""}]}"#),
        (2_090_000, "database ~/Library/Accounts/Accounts4.sqlite", r#"{"rows":["#, "{},", "{}]}"),
        (
            2_090_000,
            "preferences ~/Library/Preferences/MobileMeAccounts.plist",
            r#"{"preferences":{"Accounts":["#,
            "[],",
            "[]]}}",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let run = r#""run":{"started":1,"platform":{"os":"macos"}}"#;
        let list = one.repeat(length / one.len());
        let text =
            format!(r#"{{"codesent_recording":1,{run},"answers":{{"{key}":{{"answer":{before}{list}{after}}}}}}}"#);
        let path = folder.path().join(at.to_string()).display().to_string();
        std::fs::write(&path, text).unwrap();
        for (limit, commands) in [
            (90_000, [format!("check --replay {path}"), format!("compare {path} {path}")]),
            (150_000, [format!("report --replay {path}"), format!("compare {path} {path}")]),
            (620_000, [format!("guide --no-questions --replay {path}"), format!("compare {path} {path}")]),
        ] {
            for arguments in commands {
                let output = shell(&format!(r#"ulimit -v {limit}; "$0" {arguments}"#));
                let said = String::from_utf8_lossy(&output.stderr).into_owned();
                assert!(matches!(output.status.code(), Some(0..=3)), "{limit} {arguments}: {:?} {said}", output.status);
            }
        }
    }
}

/// Root is held to no number of processes, so somebody else runs it.
#[test]
fn no_thread_and_no_child_is_an_error_or_a_row_and_no_bug() {
    let folder = tempfile::tempdir().unwrap();
    let anybody = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(folder.path(), anybody).unwrap();
    let program = folder.path().join("codesent");
    std::fs::copy(env!("CARGO_BIN_EXE_codesent"), &program).unwrap();
    let healthy = folder.path().join("healthy.json");
    std::fs::write(&healthy, World::healthy("15.7").recording()).unwrap();
    let other = "setpriv --reuid 4242 --regid 4242 --clear-groups";
    if !shell(&format!("{other} true")).status.success() {
        eprintln!("skipped: nobody else can be made to run it here");
        return;
    }
    for (limit, arguments) in [1, 2, 5, 10, 30].into_iter().flat_map(|limit| {
        [
            "check --offline",
            "check --replay R",
            "report --replay R",
            "guide --no-questions --replay R",
            "explain -28248",
        ]
        .map(|arguments| (limit, arguments))
    }) {
        let line = format!("{} {}", program.display(), arguments.replace('R', &healthy.display().to_string()));
        let output = shell(&format!("{other} sh -c 'ulimit -p {limit} 2>/dev/null || ulimit -u {limit}; exec {line}'"));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(matches!(output.status.code(), Some(0..=3)), "{limit} {arguments}: {:?} {said}", output.status);
        assert!(!said.contains("bug"), "{limit} {arguments}: {said}");
    }
}

#[test]
fn a_closed_or_full_place_to_write_to_is_told_by_the_exit_code() {
    let code = |script: &str| shell(script).status.code();
    assert!(matches!(code(r#""$0" check --offline >&- 2>&- <&-"#), Some(0 | 1 | 3)));
    assert_eq!(code(r#"cd /; "$0" check --offline --record /"#), Some(2));
    assert_eq!(code(r#""$0" check --offline --output /nonexistent/report"#), Some(2));
    assert_eq!(code(r#""$0" check --offline --record /nonexistent/recording"#), Some(2));
    if std::path::Path::new("/dev/full").exists() {
        assert_eq!(code(r#""$0" check --offline --output /dev/full"#), Some(2));
        assert_eq!(code(r#""$0" check --offline > /dev/full"#), Some(2));
        for rest in ["list", "schema", "completions zsh", "--help", "-h", "help check", "check --help", "--version"] {
            assert_eq!(code(&format!(r#""$0" {rest} > /dev/full"#)), Some(2), "{rest}");
        }
        // Whoever reads the first lines only is no trouble.
        assert_eq!(shell(r#"{ "$0" --help || echo lost >&2; } | :"#).stderr, b"");
    }
}

#[test]
fn what_cannot_be_recorded_does_not_cost_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let output = codesent(&["check", "--offline", "--json", "--record", &folder.path().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(json(&output)["checks"].as_array().is_some_and(|rows| rows.len() > 10));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write"));
}

#[test]
fn what_cannot_be_reported_does_not_cost_the_recording() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("recording").to_string_lossy().into_owned();
    let output = codesent(&["check", "--offline", "--output", "/nonexistent/report", "--record", &file]);
    assert_eq!(output.status.code(), Some(2));
    assert!(matches!(codesent(&["check", "--replay", &file]).status.code(), Some(0 | 1 | 3)));
}

#[test]
fn two_options_for_one_file_are_refused_before_anything_is_asked() {
    let (folder, path) = written(&World::healthy("15.7"));
    let file = folder.path().join("file").to_string_lossy().into_owned();
    for arguments in [
        &["check", "--output", &file, "--record", &file][..],
        &["check", "--output", "-", "--record", "-"],
        &["check", "--record", "-"],
        &["check", "--replay", &path, "--output", &path],
        &["report", "--replay", &path, "--output", &path],
        &["guide", "--no-questions", "--replay", &path, "--save", &path],
    ] {
        let output = codesent(arguments);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text.contains("name the same file") || text.contains("standard output"), "{arguments:?}: {text}");
    }
    assert!(matches!(codesent(&["check", "--replay", &path]).status.code(), Some(0)), "it is still there");
}

#[test]
fn a_dash_is_standard_output() {
    let (folder, path) = written(&World::healthy("15.7"));
    let report = codesent(&["check", "--replay", &path]).stdout;
    assert_eq!(codesent(&["check", "--replay", &path, "--output", "-"]).stdout, report);
    let page = codesent(&["report", "--replay", &path]).stdout;
    assert_eq!(codesent(&["report", "--replay", &path, "--output", "-"]).stdout, page);
    let plan = codesent(&["guide", "--no-questions", "--replay", &path, "--save", "-"]);
    assert!(String::from_utf8_lossy(&plan.stdout).starts_with("# Plan to get in"));
    let elsewhere = folder.path().join("report").to_string_lossy().into_owned();
    let recording = codesent(&["check", "--offline", "--output", &elsewhere, "--record", "-"]);
    assert_eq!(json(&recording)["codesent_recording"], 1);
    assert!(!std::path::Path::new("-").exists());
}

#[test]
fn a_pipe_that_nobody_reads_is_given_up() {
    let (folder, path) = written(&World::healthy("15.7"));
    let pipe = folder.path().join("pipe").to_string_lossy().into_owned();
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let output = codesent(&["check", "--replay", &path, "--output", &pipe]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nobody reads from it"));
}

#[test]
fn a_recording_that_is_far_too_long_is_refused() {
    let file = tempfile::NamedTempFile::new().unwrap();
    // Sparse: it takes no room.
    file.as_file().set_len(60 << 20).unwrap();
    let output = codesent(&["check", "--replay", &file.path().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("too large for a codesent recording"));
}

#[test]
fn a_reader_that_leaves_early_changes_no_exit_code() {
    let mut world = World::healthy("15.7");
    signed_out(&mut world);
    let (_folder, path) = written(&world);
    let script = format!(
        r#"exec 3>&1; {{ "$0" check --verbose --format html --replay {path}; echo "code $?" >&3; }} | sleep 0"#
    );
    for _ in 0..5 {
        assert!(String::from_utf8_lossy(&shell(&script).stdout).contains("code 1"));
    }
    for arguments in ["list", "explain dns/apple-push", "schema", "man", "completions zsh"] {
        let output = shell(&format!(r#"{{ "$0" {arguments}; echo "code $?" >&2; }} | sleep 0"#));
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(text, "code 0\n", "{arguments}");
    }
}

/// What is changed, and the exit codes without and with `--strict`.
type Change = (fn(&mut World), i32, i32);

#[test]
fn every_format_ends_with_the_same_code() {
    let unknown = |world: &mut World| world.miss("command /usr/sbin/scutil --nc list", Miss::TimedOut);
    let broken = |world: &mut World| world.miss("processes", Miss::Unreadable("x".into()));
    let changes: [Change; 4] = [(|_| (), 0, 0), (signed_out, 1, 1), (unknown, 3, 1), (broken, 3, 1)];
    for (change, plain, strict) in changes {
        let mut world = World::healthy("15.7");
        change(&mut world);
        let (folder, path) = written(&world);
        let file = folder.path().join("out").to_string_lossy().into_owned();
        for format in FORMATS.iter() {
            let arguments = ["check", "--replay", &path, "--format", format];
            let code = |more: &[&str]| codesent(&[&arguments[..], more].concat()).status.code();
            assert_eq!(code(&[]), Some(plain), "{format}");
            assert_eq!(code(&["--output", &file]), Some(plain), "{format}");
            assert_eq!(code(&["--verbose", "--color", "always"]), Some(plain), "{format}");
            assert_eq!(code(&["--strict"]), Some(strict), "{format} --strict");
        }
        let report = json(&command(&["check", "--replay", &path, "--json"]).to_its_end().unwrap());
        assert_eq!(report["exit_code"], plain);
    }
}
