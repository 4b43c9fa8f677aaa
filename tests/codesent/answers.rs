//! `explain`, `guide`, `report` and `check --watch`: what they say and how they end.

use crate::beside::{Beside, ended};
use crate::world::{World, output};
use crate::{codesent, command, json, stdout};
use codesent_checks::facts::{HandshakeFailure, HandshakeReport};
use codesent_checks::{Answer, explain};
use std::io::Write;
use std::process::Stdio;

pub(crate) fn written(world: &World) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recording.json");
    std::fs::write(&path, world.recording()).unwrap();
    let path = path.to_string_lossy().into_owned();
    (folder, path)
}

/// A Mac that no courier answers.
pub(crate) fn without_push() -> World {
    let mut world = World::healthy("15.7.1");
    let keys: Vec<String> =
        world.entries.keys().filter(|key| key.contains("courier.push.apple.com:")).cloned().collect();
    assert!(!keys.is_empty());
    for key in keys {
        let report = HandshakeReport { attempts: Vec::new(), result: Err(HandshakeFailure::Stalled) };
        world.set(&key, Answer::Handshake(report));
    }
    let nothing = output("Active Internet connections (including servers)\n");
    world.set("command /usr/sbin/netstat -anv -p tcp", Answer::Command(nothing));
    world
}

#[test]
fn a_message_is_explained_however_it_is_typed() {
    let typed: &[&[&str]] = &[
        &["explain", "verification codes can't be sent to this phone number"],
        &["explain", "Verification Codes Can\u{2019}t Be Sent To This Phone Number"],
        &["explain", "verification", "codes", "cannot", "be", "sent"],
        &["explain", "-28248"],
        &["explain", "--", "-28248"],
        &["explain", "\u{2212}28248"],
        &["explain", "error -28248"],
    ];
    for arguments in typed {
        let output = codesent(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        let text = stdout(&output);
        assert!(
            text.contains("Recognised: ") && text.contains("Apple\u{2019}s server decides this"),
            "{arguments:?}: {text}"
        );
        assert!(text.contains("support.apple.com/102606"), "{text}");
        // Only the number that was typed is shown.
        let typed = arguments.iter().any(|argument| argument.contains("28248"));
        assert_eq!(text.contains("error number -28248"), typed, "{arguments:?}: {text}");
        assert!(text.find("What to do") < text.find("What it means"), "{text}");
    }
}

#[test]
fn what_is_typed_without_a_command_is_explained() {
    for arguments in
        [&["-28248"][..], &["verification codes can't be sent to this phone number"], &["no", "code", "comes"]]
    {
        let output = codesent(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(stdout(&output).contains("What to do"), "{arguments:?}");
    }
}

#[test]
fn a_message_is_read_from_standard_input() {
    for arguments in [&["explain"][..], &["explain", "-"]] {
        let mut child =
            command(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all("Verification Failed\nError (-22981)?\n".as_bytes()).unwrap();
        let output = ended(child);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(stdout(&output).contains("error number -22981"), "{}", stdout(&output));
    }
}

#[test]
fn a_code_is_never_repeated() {
    for typed in [
        "029004",
        "029 004",
        "my code 029004 was rejected by apple",
        "\u{ff10}\u{ff12}\u{ff19}\u{ff10}\u{ff10}\u{ff14}",
    ] {
        for arguments in [vec!["explain", typed], vec!["explain", "--json", typed], vec![typed]] {
            let output = codesent(&arguments);
            assert_eq!(output.status.code(), Some(0), "{arguments:?}");
            let all = format!("{}{}", stdout(&output), String::from_utf8_lossy(&output.stderr));
            assert!(all.contains("keep it to yourself"), "{arguments:?}: {all}");
            assert!(!all.contains("029") && !all.contains("004"), "{arguments:?}: {all}");
        }
    }
}

#[test]
fn somebody_who_asks_for_the_code_is_answered_first() {
    for typed in [
        "Apple support asks me for it",
        "read me the code",
        "Jemand vom Support will meinen Code",
        "-28248 and support wants my code",
    ] {
        let text = stdout(&codesent(&["explain", typed]));
        assert!(text.starts_with("That is fraud. Give nobody the code."), "{typed}: {text}");
        let shown: String = text.split("What it means").next().unwrap().to_lowercase();
        for way in ["get verification code", "get a code", "a text or a call", "make a code"] {
            assert!(!shown.contains(way), "{typed}: {text}");
        }
    }
}

#[test]
fn the_answer_begins_in_the_readers_language() {
    let text = stdout(&codesent(&["explain", "Meine Apple-ID ist gesperrt"]));
    assert!(text.starts_with("Erkannt: ") && text.contains("Die Antwort ist auf Englisch."), "{text}");
    let text = stdout(&codesent(&["explain", "\u{30a8}\u{30e9}\u{30fc}28248\u{3067}\u{3059}"]));
    assert!(text.contains("error number 28248"), "{text}");
}

#[test]
fn json_says_how_it_matched() {
    let list = json(&codesent(&["explain", "--json", "AltStore error -22555"]));
    assert_eq!(
        (&list[0]["by"], &list[0]["sure"], &list[0]["number"]),
        (&"family".into(), &false.into(), &(-22555).into())
    );
    assert_eq!(list[0]["program"], "AltStore");
    let list = json(&codesent(&["explain", "--json", "my code does not arrive"]));
    assert_eq!(
        (&list[0]["id"], &list[0]["by"], &list[0]["sure"]),
        (&"not-arriving".into(), &"symptom".into(), &true.into())
    );
    assert!(list[0]["score"].as_f64().unwrap() > 0.8);
    assert_eq!(json(&codesent(&["explain", "--json", "the printer is on fire"])), serde_json::json!([]));
}

#[test]
fn topics_lead_somewhere() {
    for word in ["vpn", "wifi", "SIM", "2fa", "recovery", "sms"] {
        let output = codesent(&["explain", word]);
        assert_eq!(output.status.code(), Some(0), "{word}");
        assert!(stdout(&output).contains("codesent"), "{word}");
    }
}

#[test]
fn every_message_can_be_printed_in_both_forms_inside_the_width() {
    for message in explain::all() {
        let text = message.texts.first().map(|text| (*text).to_owned());
        let said = message.codes.first().map(ToString::to_string).or(text);
        let Some(what) = said else { continue };
        let text = stdout(&codesent(&["explain", &what]));
        assert!(text.contains(message.means.split_whitespace().next().unwrap()), "{what}: {text}");
        let wide = text.lines().find(|line| line.chars().count() > 80 && !line.contains("x-apple."));
        assert_eq!(wide, None, "{what}");
        let list = json(&codesent(&["explain", "--json", &what]));
        assert_eq!(list[0]["id"], message.id);
        assert_eq!(list[0]["side"], message.side.word());
    }
}

#[test]
fn what_nothing_fits_ends_in_what_helps_in_most_cases() {
    for typed in ["the printer is on fire", "-12345", "SMS from my bank not arriving"] {
        let output = codesent(&["explain", typed]);
        assert_eq!(output.status.code(), Some(3), "{typed}");
        let text = stdout(&output);
        assert!(text.contains("What helps in most cases") && text.contains("codesent guide"), "{text}");
    }
    let output = codesent(&["explain", "acount/icloud"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("did you mean `account/icloud`?"));
}

#[test]
fn the_guide_plans_from_flags_and_from_a_file() {
    let (folder, path) = written(&World::healthy("15.7.1"));
    let base = ["guide", "--replay", &path, "--no-questions"];
    let with = |more: &[&str]| {
        let output = codesent(&[&base, more].concat());
        assert!(matches!(output.status.code(), Some(0 | 3)), "{}", String::from_utf8_lossy(&output.stderr));
        stdout(&output)
    };
    assert!(with(&["--account", "security-key"]).contains("Use a security key"));
    assert!(with(&["--number", "no-service"]).contains("1. Call your carrier now"));
    assert!(with(&["--screen", "-28248"]).contains("1. Ask for no more texts to this number"));
    assert!(with(&["--where", "program"]).contains("1. Stop the program"));
    let plain = with(&[]);
    assert!(plain.contains("This Mac CAN receive a code prompt") && plain.contains("Your plan"), "{plain}");
    assert!(!plain.contains("  7. "), "{plain}");

    let answers = folder.path().join("answers.json");
    std::fs::write(
        &answers,
        r#"{"where": "program", "screen": "too many codes", "other_device": "here", "number": "gone"}"#,
    )
    .unwrap();
    let (saved, kept) = (folder.path().join("plan.md"), folder.path().join("kept.json"));
    let output = codesent(&[
        "guide",
        "--replay",
        &path,
        "--answers",
        &answers.to_string_lossy(),
        "--asked",
        "yes",
        "--save",
        &saved.to_string_lossy(),
        "--save-answers",
        &kept.to_string_lossy(),
    ]);
    let text = stdout(&output);
    assert!(text.contains("Enter the last code you received") && text.contains("Stop the program"), "{text}");
    let saved = std::fs::read_to_string(saved).unwrap();
    assert!(saved.starts_with("# Plan to get in") && saved.contains("1. Enter the last code"), "{saved}");
    let kept: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(kept).unwrap()).unwrap();
    assert_eq!((&kept["asked"], &kept["number"]), (&"yes".into(), &"gone".into()), "{kept}");
}

/// Somebody pipes what the screen says, a page of it, or nothing that ends.
#[test]
fn what_is_piped_to_the_guide_is_used_or_refused_loudly() {
    let (_folder, path) = written(&World::healthy("15.7.1"));
    let piped = |text: &[u8]| {
        let mut child = command(&["guide", "--replay", &path])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let _ = child.stdin.take().unwrap().write_all(text);
        ended(child)
    };
    let text = stdout(&piped(b"Verification codes can't be sent to this phone number (-28248)\n"));
    assert!(text.contains("Your message: ") && text.contains("no more texts to this number"), "{text}");
    let output = piped(b"my code is 123 456, what now\n");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("keep it to yourself"), "{told}");
    assert!(!told.contains("123") && !stdout(&output).contains("123"), "{told}");
    for refused in [vec![b'x'; 70_000], vec![0xff, 0xfe, 0xfd]] {
        let output = piped(&refused);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("standard input"), "{output:?}");
    }
    // Nothing piped, and an input that nobody ends.
    assert!(stdout(&piped(b"")).contains("Your plan"));
    let mut child = command(&["guide", "--replay", &path])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let open = child.stdin.take();
    let mut said = String::new();
    std::io::Read::read_to_string(&mut child.stdout.take().unwrap(), &mut said).unwrap();
    assert!(said.contains("Your plan"), "{said}");
    drop(open);
    let told = ended(child);
    assert!(String::from_utf8_lossy(&told.stderr).contains("did not end and is not used"));
}

/// For programs, without what was typed.
#[test]
fn the_plan_is_there_as_json() {
    let (_folder, path) = written(&World::healthy("15.7.1"));
    let screen = "Sent to +1 503 555 0199: too many verification codes have been sent";
    let output = codesent(&[
        "guide",
        "--no-questions",
        "--json",
        "--replay",
        &path,
        "--where",
        "tv",
        "--asked",
        "yes",
        "--screen",
        screen,
    ]);
    let plan = json(&output);
    assert_eq!((&plan["schema"], &plan["answers"]["where"]), (&1.into(), &"tv".into()), "{plan}");
    assert!(plan["steps"].as_array().unwrap().iter().all(|step| step["id"].is_string() && step["how"].is_array()));
    assert!(!stdout(&output).contains("0199"));
    assert_eq!(plan["exit_code"], output.status.code().unwrap());
}

#[test]
fn wrong_answers_are_refused_with_a_pattern() {
    let mut child = command(&["guide", "--answers", "-", "--offline"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(br#"{"where": "nowhere"}"#).unwrap();
    let output = ended(child);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains(r#"{"where": "this-mac""#));
    assert_eq!(codesent(&["guide", "--number", "elsewhere"]).status.code(), Some(2));
}

#[test]
fn the_page_names_what_is_wrong_and_nothing_personal() {
    let (folder, path) = written(&without_push());
    let text = stdout(&codesent(&["report", "--replay", &path, "--screen", "Sent to +1 503 555 0199: too many codes"]));
    for part in
        ["What is wrong", "push/courier", "For IT", "TCP 5223", "For the carrier", "Ways to a code", "still valid"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("0199") && !text.contains("503"), "{text}");
    let said = ["--number", "gone", "--where", "tv", "--screen", "Error -20999"];
    let page = stdout(&codesent(&[&["report", "--replay", &path], &said[..]].concat()));
    for part in ["What the person says", "The number that codes go to? No longer mine.", "An Apple TV", "-20999"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let page = folder.path().join("page.md");
    let output = codesent(&["report", "--replay", &path, "--format", "markdown", "--output", &page.to_string_lossy()]);
    assert!(output.stdout.is_empty() && output.status.code() == Some(1));
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.starts_with("# No Apple Account") && page.contains("\n## What is wrong\n"), "{page}");
}

#[test]
fn a_healthy_page_asks_nothing_of_it() {
    let (_folder, path) = written(&World::healthy("26.4"));
    let text = stdout(&codesent(&["report", "--replay", &path]));
    assert!(text.contains("Nothing on this Mac") && !text.contains("For IT"), "{text}");
}

#[test]
fn watching_ends_when_all_is_well_and_prints_only_what_changes() {
    let (_folder, path) = written(&without_push());
    let mut watching = Beside::start(&["check", "--replay", &path, "--watch", "50ms", "--color", "never"]);
    let before = watching.read_to("stops.\n");
    assert!(before.contains("CANNOT receive a code prompt"), "{before}");
    // Whole files only: a rename is seen at once.
    std::fs::write(format!("{path}.new"), World::healthy("15.7.1").recording()).unwrap();
    std::fs::rename(format!("{path}.new"), &path).unwrap();
    let (after, code) = watching.end();
    assert!(matches!(code, Some(0 | 3)), "{code:?}: {after}");
    assert!(after.contains("Apple’s push servers can be reached: fail ("), "{after}");
    assert!(after.contains("-> pass ("), "{after}");
    assert!(after.contains("All is well. This Mac CAN receive a code"), "{after}");
    assert!(!after.contains("The sign-in hosts resolve"), "{after}");
}

#[test]
fn watching_stops_on_an_interrupt_with_the_last_state() {
    let (_folder, path) = written(&without_push());
    let mut watching = Beside::start(&["check", "--replay", &path, "--watch", "60s", "--color", "never"]);
    watching.read_to("stops.\n");
    let id = watching.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let (after, code) = watching.end();
    assert!(after.contains("Stopped; the last state: This Mac CANNOT"), "{after}");
    assert_eq!(code, Some(130));
}

#[test]
fn watching_is_for_people() {
    assert_eq!(codesent(&["check", "--watch", "--json"]).status.code(), Some(2));
}

#[test]
fn a_fix_is_opened_on_a_mac_alone_and_printed_elsewhere() {
    if cfg!(target_os = "macos") {
        return;
    }
    let shown = codesent(&["open", "clock/offset"]);
    assert_eq!(shown.status.code(), Some(0));
    assert!(stdout(&shown).starts_with("open \"x-apple.systempreferences:"), "{}", stdout(&shown));
    let wrong = codesent(&["open", "no-such-fix"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(wrong.stdout.is_empty());
}
