//! macOS's log, on request: what it says stands under the cause it fits, decides nothing, and tells nothing of anybody.

use crate::output::FORMATS;
use crate::world::{NOW, World};
use crate::{codesent, json, status, stdout};
use codesent_checks::facts::{LookupOutcome, Resolution};
use codesent_checks::read::unified_log::Reduction;
use codesent_checks::{Answer, Miss, Permission, Question};
use serde_json::{Value, json};

/// A line in the documented form, of NOW less so many seconds.
fn line(process: &str, kind: &str, message: &str, seconds_ago: i64) -> String {
    let moment = time::OffsetDateTime::from_unix_timestamp(NOW - seconds_ago).unwrap();
    let clock = moment.time();
    json!({
        "timezoneName": "", "messageType": kind, "eventType": "logEvent", "source": null, "formatString": "%{public}@",
        "userID": 501, "activityIdentifier": 0, "subsystem": "com.apple.network", "category": "connection",
        "threadID": 12345, "senderImageUUID": "0A1B2C3D-0000-4000-8000-00000000ABCD",
        "processImagePath": format!("/System/Library/PrivateFrameworks/Some.framework/{process}"),
        "senderImagePath": "/usr/lib/libnetwork.dylib", "machTimestamp": 1,
        "timestamp": format!("{} {:02}:{:02}:{:02}.000000+0000", moment.date(), clock.hour(), clock.minute(), clock.second()),
        "eventMessage": message, "traceID": 9_223_372_036_854_775_999_u64, "processID": 392,
    })
    .to_string()
}

fn reduced(lines: &[String]) -> Answer {
    let mut reduction = Reduction::default();
    for line in lines {
        reduction.line(line);
    }
    reduction.line(&json!({"count": lines.len(), "finished": 1}).to_string());
    Answer::Log(reduction.kept())
}

fn with_log(mut mac: World, answer: Result<Answer, Miss>) -> World {
    mac.put(&Question::Log.key(), answer);
    mac
}

fn saved(mac: &World) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mac.json");
    std::fs::write(&path, mac.recording()).unwrap();
    let path = path.to_string_lossy().into_owned();
    (folder, path)
}

fn replayed(mac: &World, more: &[&str]) -> std::process::Output {
    let (_folder, path) = saved(mac);
    codesent(&[&["check", "--replay", &path], more].concat())
}

/// A Mac whose push names do not exist, and whose push service says so.
fn nameless() -> World {
    let mut mac = World::healthy("26.1");
    for key in mac.entries.keys().cloned().collect::<Vec<_>>() {
        if key.starts_with("lookup ") && key.ends_with("push.apple.com") {
            let resolution = Resolution { outcome: LookupOutcome::NoSuchName, aliases: Vec::new() };
            mac.set(&key, Answer::Lookup(resolution));
        }
    }
    let error =
        "Task <0A1B>.<1> finished with error [-1003] Error Domain=NSURLErrorDomain Code=-1003 \"x\" UserInfo={}";
    let lines: Vec<String> = (0..12).map(|at| line("apsd", "Error", error, 180 + at)).collect();
    with_log(mac, Ok(reduced(&lines)))
}

fn group(report: &Value) -> Vec<&Value> {
    let rows = report["checks"].as_array().unwrap().iter();
    rows.filter(|row| row["id"].as_str().is_some_and(|id| id.starts_with("log/"))).collect()
}

#[test]
fn it_is_no_part_of_the_default_run() {
    let mac = nameless();
    assert!(group(&json(&replayed(&mac, &["--json"]))).is_empty());
    assert!(group(&json(&replayed(&mac, &["--json", "--deep"]))).len() > 4);
    assert_eq!(group(&json(&replayed(&mac, &["--json", "log/push"]))).len(), 1);
    assert_eq!(codesent(&["check", "--watch", "--deep"]).status.code(), Some(2));
}

#[test]
fn an_error_stands_under_the_cause_that_it_fits() {
    let mac = nameless();
    let report = json(&replayed(&mac, &["--json", "--deep"]));
    let causes = report["causes"].as_array().unwrap();
    let cause = causes.iter().find(|cause| cause["id"] == "dns/sinkhole").unwrap_or_else(|| panic!("{report:#}"));
    let said = "macOS\u{2019}s own log fits: the push service met an error: no such host, 12 times, last 3 minutes ago";
    assert_eq!(cause["in_log"], json!([said]), "{report:#}");
    for format in ["table", "markdown", "html"] {
        let text = stdout(&replayed(&mac, &["--deep", "--format", format]));
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains("own log fits: the push service met an error"), "{format}: {text}");
    }
}

#[test]
fn it_decides_nothing_and_is_no_headline() {
    let healthy = || World::healthy("26.1");
    let errors: Vec<String> = ["apsd", "akd", "accountsd", "identityservicesd", "cloudd"]
        .into_iter()
        .map(|process| line(process, "Fault", "Error Domain=NSURLErrorDomain Code=-1001 \"x\"", 5))
        .chain([line(
            "loginwindow",
            "Default",
            "Screen saver unlocked by admin, did NOT unlock the user's keychain",
            9,
        )])
        .collect();
    let without = json(&replayed(&healthy(), &["--json", "--deep"]));
    let with = json(&replayed(&with_log(healthy(), Ok(reduced(&errors))), &["--json", "--deep"]));
    assert_eq!((&with["outlook"], &with["headline"]), (&without["outlook"], &without["headline"]));
    assert_eq!(with["causes"], json!([]));
    for row in group(&with) {
        assert_eq!(row["status"], "info", "{row}");
    }
    assert_eq!(status(&without, "log/push"), "pass");
    let page = stdout(&replayed(&with_log(healthy(), Ok(reduced(&errors))), &["--deep"]));
    assert!(page.contains("macOS\u{2019}s log: the push service met an error: no answer in time, once, 5\n     seconds ago; and 5 more"), "{page}");
}

#[test]
fn who_is_no_administrator_loses_nothing_but_the_log() {
    let denied = with_log(World::healthy("26.1"), Err(Miss::Denied(Permission::Root)));
    let output = replayed(&denied, &["--json", "--deep"]);
    assert_eq!(output.status.code(), Some(0));
    let report = json(&output);
    for row in group(&report) {
        assert_eq!((row["status"].as_str(), row["reason"].as_str()), (Some("skip"), Some("not-allowed")), "{row}");
    }
    assert!(report.to_string().contains("macOS shows its log to administrators only"), "{report}");
}

const CANARIES: [&str; 7] = [
    "CANARY",
    "canary@example.org",
    "+1 415 555 0142",
    "4155550142",
    "483920",
    "\u{1b}[31mCANARY\u{7}",
    "/Users/canary",
];

/// Everywhere that a line can hold a text, in lines of every form that is known.
fn planted(canary: &str) -> Vec<String> {
    let forms = [
        format!("Error Domain={canary} Code=-1003 \"{canary}\""),
        format!("Error Domain=NSURLErrorDomain Code={canary}"),
        format!("Error Domain=NSURLErrorDomain Code=-1001 \"{canary}\" UserInfo={{NSErrorFailingURLKey={canary}}}"),
        format!("{canary} Error Domain={canary}.Domain Code=-28248 {canary}"),
        format!("<{canary}>: Connected to courier {canary} ({canary}) connection: {canary}"),
        format!("{canary} Socket SO_ERROR [{canary}: {canary}]"),
        format!("{canary}, did NOT unlock the user's keychain {canary}"),
        format!("account {canary} needs to verify new terms {canary}"),
        canary.to_owned(),
    ];
    let processes = ["apsd", "akd", "accountsd", "identityservicesd", "cloudd", "loginwindow", canary];
    let lines = forms.iter().flat_map(|form| {
        processes.iter().flat_map(move |process| ["Error", "Default", canary].map(|kind| line(process, kind, form, 60)))
    });
    let fields = ["subsystem", "category", "formatString", "senderImagePath", "timestamp", "eventType", "unheard"];
    let lines = lines.chain(fields.iter().map(|field| {
        let mut one: Value =
            serde_json::from_str(&line("akd", "Error", "Error Domain=NSURLErrorDomain Code=-1004", 1)).unwrap();
        one[*field] = json!(canary);
        one.to_string()
    }));
    lines
        .chain([
            format!("torn {{\"eventMessage\":\"{canary}"),
            json!({"count": canary, "finished": canary}).to_string(),
        ])
        .collect()
}

#[test]
fn no_canary_of_a_log_is_heard_in_any_format_or_recording() {
    for canary in CANARIES {
        let heard = |text: &str| {
            let text = text.to_lowercase();
            text.contains("canary") || text.contains("415") && text.contains("0142") || text.contains("483920")
        };
        let answer = reduced(&planted(canary));
        let kept = serde_json::to_string(&answer).unwrap();
        assert!(kept.contains("NSURLErrorDomain") && !heard(&kept), "{canary}: {kept}");
        let mac = with_log(World::healthy("26.1"), Ok(answer));
        let (_folder, path) = saved(&mac);
        assert!(!heard(&std::fs::read_to_string(&path).unwrap()));
        for format in FORMATS.iter() {
            let output = codesent(&["check", "--deep", "--verbose", "--format", format, "--replay", &path]);
            assert!(!heard(&stdout(&output)), "{canary} in {format}");
        }
    }
}

/// A recording that a hand wrote can hold a text where the program has words of its own. It is not shown.
#[test]
fn what_a_hand_wrote_into_a_log_is_not_shown() {
    let trace = |process: &str, says: Value| json!({"process": process, "says": says, "count": 3, "last": NOW * 1000});
    let log = json!({"log": {"whole": true, "traces": [
        trace("CANARY", json!({"error": {"domain": "NSURLErrorDomain", "code": -1003}})),
        trace("akd", json!({"error": {"domain": "CANARY", "code": -1003}})),
    ]}});
    let mac = with_log(World::healthy("26.1"), Ok(serde_json::from_value(log).unwrap()));
    for format in FORMATS.iter() {
        let text = stdout(&replayed(&mac, &["--deep", "--verbose", "--format", format]));
        assert!(!text.is_empty() && !text.contains("CANARY"), "{format}: {text}");
    }
}
