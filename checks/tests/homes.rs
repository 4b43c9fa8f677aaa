//! Whole home folders, from file to verdict: our own, and those that `CODESENT_SAMPLES` names. The files are written as
//! real binary property lists, the store of services packed as on a Mac.
#![allow(clippy::disallowed_methods, reason = "tests read samples")]

use codesent_checks::preferences::{ALL, SYSTEM_VERSION};
use codesent_checks::read::plist::{hexadecimal, reduce};
use codesent_checks::{
    Answer, Answers, Domain, Entry, Miss, Permission, Platform, Question, Row, Run, Status, all, judge,
};
use flate2::{Compression, write::GzEncoder};
use plist::{Dictionary, Value};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The groups this is about.
const GROUPS: [&str; 3] = ["account", "messages", "facetime"];

/// Files by the name they have in the sample folder: `MobileMeAccounts`, `ByHost.com.apple.imservice.SMS`.
type Home = BTreeMap<String, Vec<u8>>;

fn binary(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.to_writer_binary(&mut bytes).unwrap();
    bytes
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// Writes the files of a home as a Mac does: `identityservicesd.services.DECODED` goes packed into the file it is from.
fn write(mut files: BTreeMap<String, Value>) -> Home {
    if let Some(services) = files.remove("identityservicesd.services.DECODED") {
        let file = files.entry("com.apple.identityservicesd".into()).or_insert_with(|| Dictionary::new().into());
        let packed = Value::Data(gzip(&binary(&services)));
        file.as_dictionary_mut().unwrap().insert("services".into(), packed);
    }
    files.into_iter().map(|(name, value)| (name, binary(&value))).collect()
}

/// The name of a domain's file in the sample folder.
fn sample_name(domain: &Domain) -> Option<String> {
    let name = domain.path.strip_prefix("~/Library/Preferences/")?.strip_suffix(".plist")?;
    Some(name.replace("ByHost/", "ByHost.").trim_end_matches(".*").into())
}

fn answer(domain: &Domain, home: &Home) -> Result<Answer, Miss> {
    let bytes = sample_name(domain).and_then(|name| home.get(&name)).ok_or(Miss::NotHere)?;
    reduce(domain, bytes).map(Answer::Preferences)
}

fn answers(version: &str, answer: impl Fn(&'static Domain) -> Result<Answer, Miss>) -> Answers {
    let entry =
        |domain: &&'static Domain| (Question::Preferences(domain).key(), Entry { ms: 0, result: answer(domain) });
    let mut entries: BTreeMap<String, Entry> = ALL.iter().map(entry).collect();
    let system = serde_json::json!({ "ProductVersion": version });
    let system = Entry { ms: 0, result: Ok(Answer::Preferences(system)) };
    entries.insert(Question::Preferences(&SYSTEM_VERSION).key(), system);
    let platform = Platform { os: "macos".into(), arch: "aarch64".into() };
    let run = Run { started: 1_720_411_200_000, duration_ms: 0, platform, offline: true, rerooted: true };
    Answers::new(run, entries)
}

fn rows(answers: &Answers) -> Vec<Row> {
    let checks: Vec<_> = all().filter(|check| GROUPS.contains(&check.id.split('/').next().unwrap())).collect();
    judge(&checks, answers)
}

fn row<'a>(rows: &'a [Row], id: &str) -> &'a Row {
    rows.iter().find(|row| row.check.id == id).unwrap()
}

/// The status before it was folded under a cause counts as not passing, which is all that is asked of it here.
fn status(rows: &[Row], id: &str) -> Status {
    row(rows, id).verdict.status
}

fn xml(text: &str) -> Value {
    Value::from_reader_xml(text.as_bytes()).unwrap()
}

fn own_home(registration: &str) -> BTreeMap<String, Value> {
    let file = |name: &str, body: &str| (name.to_owned(), xml(&format!("<plist><dict>{body}</dict></plist>")));
    let uuid = if registration == REGISTERED { "<string>8D2C9E3A-1111-4222-8333-ABCDEFABCDEF</string>" } else { "" };
    let list = format!("<array>{uuid}</array>");
    let lists = format!("<key>ActiveAccounts</key>{list}<key>OnlineAccounts</key>{list}");
    let account = format!(
        "<dict><key>Accounts</key><dict><key>8D2C9E3A-1111-4222-8333-ABCDEFABCDEF</key><dict>\
         <key>LoginAs</key><string>jane@example.org</string><key>HasEverRegistered</key><true/>\
         <key>Aliases</key><array><dict><key>Alias</key><string>jane@example.org</string>\
         <key>Status</key><integer>3</integer></dict></array>\
         <key>Registration</key><dict>{registration}</dict>\
         <key>RegistrationSuccessDate</key><date>2024-07-01T10:00:00Z</date></dict></dict></dict>"
    );
    BTreeMap::from([
        file(
            "MobileMeAccounts",
            "<key>Accounts</key><array><dict><key>AccountID</key><string>jane@example.org</string>\
             <key>isManagedAppleID</key><false/><key>Services</key><array>\
             <dict><key>Name</key><string>KEYCHAIN_SYNC</string><key>Enabled</key><true/></dict></array></dict></array>",
        ),
        file("com.apple.imservice.ids.iMessage", &lists),
        file("com.apple.imservice.ids.FaceTime", &lists),
        file(
            "identityservicesd.services.DECODED",
            &format!(
                "<key>com.apple.ids.service.com.apple.madrid</key>{account}\
                 <key>com.apple.ids.service.com.apple.ess</key>{account}\
                 <key>com.apple.ids.service.com.apple.private.alloy.sms</key>{account}"
            ),
        ),
        file(
            "ByHost.com.apple.imservice.SMS",
            "<key>Accounts</key><dict><key>P:1</key><dict><key>canRelaySMS</key><true/>\
             <key>isSMSRelayCapable</key><true/><key>LoginAs</key><string>ab</string></dict></dict>",
        ),
        file(
            "com.apple.cmfsyncagent",
            "<key>__kCMFBlockListStoreTopLevelKey</key><dict><key>__kCMFBlockListStoreArrayKey</key><array><dict>\
             <key>__kCMFItemPhoneNumberUnformattedKey</key><string>+4915123456789</string></dict></array></dict>",
        ),
        file(
            "com.apple.imessage.bag",
            "<key>Date</key><real>742100000</real><key>URL</key><string>https://x.example</string>",
        ),
    ])
}

const REGISTERED: &str = "<key>Status</key><integer>5</integer><key>ErrorCode</key><integer>-1</integer>";
const REFUSED: &str = "<key>Status</key><integer>-1</integer><key>ErrorCode</key><integer>20</integer>\
    <key>InternalErrorCode</key><integer>31</integer><key>AlertInfo</key><dict>\
    <key>title</key><string>You cannot sign in to iMessage on this Mac at this time.</string>\
    <key>body</key><string>Contact Apple Support.\n\nCustomer Code: 1234-5678-9012\nApple ID: jane@example.org</string></dict>";

#[test]
fn a_healthy_home_is_green() {
    let home = write(own_home(REGISTERED));
    let rows = rows(&answers("14.3", |domain| answer(domain, &home)));
    for id in [
        "account/icloud",
        "account/managed",
        "messages/imessage",
        "messages/registration",
        "messages/aliases",
        "messages/text-forwarding",
        "facetime/registered",
        "facetime/registration",
    ] {
        assert_eq!(status(&rows, id), Status::Pass, "{id}: {}", row(&rows, id).verdict.saw);
    }
    assert_eq!(row(&rows, "messages/blocked-senders").verdict.saw, "1 is blocked; matters for codes by text only");
    assert_eq!(row(&rows, "account/services").verdict.saw, "1 on, 0 off, 0 not stated");
}

#[test]
fn a_refused_home_says_so_without_the_code() {
    let home = write(own_home(REFUSED));
    let rows = rows(&answers("14.3", |domain| answer(domain, &home)));
    let said = &row(&rows, "messages/registration").verdict;
    assert_eq!((said.status, said.reason), (Status::Warn, Some("refused")));
    let apple = said.evidence.iter().find(|one| one.label == "Apple says").unwrap();
    assert!(apple.value.contains("You cannot sign in") && apple.value.contains("(hidden)"), "{}", apple.value);
    assert!(!format!("{rows:?}").contains("1234-5678"));
}

#[test]
fn the_xml_form_says_the_same_as_the_binary_one() {
    let files = own_home(REGISTERED);
    let home = write(files.clone());
    let as_xml = |value: &Value| {
        let mut bytes = Vec::new();
        value.to_writer_xml(&mut bytes).unwrap();
        bytes
    };
    let mut text: Home = files.iter().map(|(name, value)| (name.clone(), as_xml(value))).collect();
    let packed = Value::from_reader(std::io::Cursor::new(&home["com.apple.identityservicesd"])).unwrap();
    text.insert("com.apple.identityservicesd".into(), as_xml(&packed));
    for domain in ALL {
        assert_eq!(answer(domain, &text), answer(domain, &home), "{}", domain.path);
    }
}

/// Nothing that could not be read is green, whatever the reason.
#[test]
fn no_miss_is_a_pass() {
    for miss in [
        Miss::NotHere,
        Miss::TimedOut,
        Miss::NotRecorded,
        Miss::Unreadable("the file is empty".into()),
        Miss::Denied(Permission::FullDiskAccess),
        Miss::Denied(Permission::FilePermissions),
    ] {
        for row in rows(&answers("14.3", |_| Err(miss.clone()))) {
            assert_ne!(row.verdict.status, Status::Pass, "{} for {miss:?}", row.check.id);
            assert_ne!(row.verdict.reason, Some("bug"));
        }
    }
}

/// One file at a time is empty, cut, or something else; no row panics, and the others do not change to green.
#[test]
fn damaged_files_cost_no_more_than_their_rows() {
    let home = write(own_home(REFUSED));
    let before = rows(&answers("14.3", |domain| answer(domain, &home)));
    for name in home.keys() {
        for bytes in [&b""[..], b"bplist00", b"hello", b"<plist><true/></plist>", &home[name][..40]] {
            let mut damaged = home.clone();
            damaged.insert(name.clone(), bytes.to_vec());
            for (row, whole) in rows(&answers("14.3", |domain| answer(domain, &damaged))).iter().zip(&before) {
                assert_ne!(row.verdict.reason, Some("bug"), "{} with {name} as {bytes:?}", row.check.id);
                let turned_green = row.verdict.status == Status::Pass && whole.verdict.status != Status::Pass;
                assert!(!turned_green, "{} with {name} as {bytes:?}", row.check.id);
            }
        }
    }
}

const CANARIES: [&str; 5] =
    ["CANARY_7F3A", "canary@example.org", "Write to canary@example.org now", "+49151CANARY", "Label of yours: canary"];

/// Every text becomes a canary, and every dictionary gets a canary key.
fn plant(value: &mut Value, canary: &str) {
    match value {
        Value::String(text) => canary.clone_into(text),
        Value::Data(bytes) => *bytes = canary.into(),
        Value::Array(items) => items.iter_mut().for_each(|item| plant(item, canary)),
        Value::Dictionary(map) => {
            map.iter_mut().for_each(|(_, item)| plant(item, canary));
            let mut inner = Dictionary::new();
            inner.insert("Status".into(), 5.into());
            map.insert(canary.into(), inner.into());
        }
        _ => {}
    }
}

fn no_canary_survives(files: &BTreeMap<String, Value>) {
    for canary in CANARIES {
        let mut planted = files.clone();
        for value in planted.values_mut() {
            plant(value, canary);
        }
        let home = write(planted);
        let answers = answers("14.3", |domain| answer(domain, &home));
        let seen = serde_json::to_string(answers.entries()).unwrap().to_lowercase();
        let said = format!("{:?}", rows(&answers)).to_lowercase();
        let hexadecimal = hexadecimal(b"canary");
        for text in [&seen, &said] {
            assert!(!text.contains("canary") && !text.contains(&hexadecimal), "{canary}: {text}");
        }
    }
}

#[test]
fn no_canary_in_any_field_survives() {
    no_canary_survives(&own_home(REFUSED));
}

fn samples() -> Option<PathBuf> {
    let folder = std::env::var_os("CODESENT_SAMPLES").map(|root| Path::new(&root).join("plists"));
    if folder.is_none() {
        eprintln!("skipped: CODESENT_SAMPLES is not set");
    }
    folder
}

/// The homes in the sample folder by their prefix.
fn sample_homes(folder: &Path) -> BTreeMap<String, BTreeMap<String, Value>> {
    let mut homes = BTreeMap::<_, BTreeMap<_, _>>::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        let Some((home, name)) = file.strip_suffix(".plist").and_then(|file| file.split_once("__")) else { continue };
        let value = Value::from_file(entry.path()).unwrap();
        homes.entry(home.to_owned()).or_default().insert(name.to_owned(), value);
    }
    homes
}

/// What the index says of a home, clause by clause, in lower case; and its macOS.
fn truth(folder: &Path, home: &str) -> Option<(String, Vec<String>)> {
    let index = std::fs::read_to_string(folder.join("INDEX.md")).ok()?;
    let row = index.lines().find(|line| line.split('|').nth(1).is_some_and(|cell| cell.trim() == home))?;
    let cells: Vec<&str> = row.split('|').map(str::trim).collect();
    let clauses = cells.get(3)?.to_lowercase();
    Some(((*cells.get(2)?).to_owned(), clauses.split(';').map(|clause| clause.trim().to_owned()).collect()))
}

/// The error numbers of all registrations that do not work.
fn errors(answers: &Answers) -> Vec<i64> {
    let Ok(tree) = answers.preferences(&codesent_checks::preferences::IDENTITY_SERVICES) else { return Vec::new() };
    let accounts = tree["topics"].as_object().into_iter().flatten().filter_map(|(_, list)| list.as_array()).flatten();
    let broken = accounts.filter(|account| account["status"] != 5);
    let codes =
        broken.flat_map(|account| ["error", "internal_error", "failure_error"].map(|key| account[key].as_i64()));
    codes.flatten().filter(|code| *code != -1).collect()
}

/// Whether a row that is no pass tells the number.
fn told(rows: &[Row], number: i64) -> bool {
    let number = number.to_string();
    let open = rows.iter().filter(|row| row.verdict.status != Status::Pass);
    let evidence = open.flat_map(|row| &row.verdict.evidence).filter(|one| one.label.contains("error"));
    evidence.into_iter().any(|one| one.value.split(|letter: char| !letter.is_ascii_digit()).any(|part| part == number))
}

#[test]
fn no_error_number_of_a_home_is_lost() {
    for (registration, expected) in
        [(REFUSED, vec![20, 31]), (&REFUSED.replace("20", "2").replace("31", "10"), vec![2, 10])]
    {
        for signed_in in [true, false] {
            let mut files = own_home(registration);
            if !signed_in {
                files.insert("MobileMeAccounts".into(), xml("<plist><dict><key>Accounts</key><array/></dict></plist>"));
            }
            let home = write(files);
            let answers = answers("14.3", |domain| answer(domain, &home));
            let found = errors(&answers);
            assert!(expected.iter().all(|number| found.contains(number)), "{found:?}");
            let rows = rows(&answers);
            assert!(found.iter().all(|number| told(&rows, *number)), "{registration}, signed in: {signed_in}");
        }
    }
}

#[test]
fn sample_homes_are_judged_as_their_index_says() {
    let Some(folder) = samples() else { return };
    let homes = sample_homes(&folder);
    assert!(!homes.is_empty(), "no sample in {}", folder.display());
    let mut judged = 0;
    for (name, files) in homes {
        no_canary_survives(&files);
        let home = write(files);
        let (version, clauses) = truth(&folder, &name).unwrap_or_default();
        let answers = answers(&version, |domain| answer(domain, &home));
        let seen = serde_json::to_string(answers.entries()).unwrap();
        for personal in ["example.com", "+1555", "REDACTED", "00000000-0000-4000"] {
            assert!(!seen.contains(personal), "{name} shows {personal}: {seen}");
        }
        let rows = rows(&answers);
        for row in &rows {
            eprintln!("{name}: {} {}: {}", row.check.id, row.verdict.status.word(), row.verdict.saw);
        }
        for number in errors(&answers) {
            assert!(told(&rows, number), "{name}: error {number} is lost");
        }
        let has = |clause: &str, words: &[&str]| words.iter().any(|word| clause.contains(word));
        for clause in &clauses {
            if has(clause, &["signed out", "never signed in", "not signed in", "no icloud", "without icloud"]) {
                assert_eq!(status(&rows, "account/icloud"), Status::Fail, "{name}: {clause}");
                judged += 1;
            } else if has(clause, &["icloud signed in", "signed in to icloud"]) {
                assert_eq!(status(&rows, "account/icloud"), Status::Pass, "{name}: {clause}");
                judged += 1;
            }
            let not = ["refused", "failed", "not registered", "arrays empty", "unregistered"];
            for (service, id, why) in [
                ("imessage", "messages/imessage", "messages/registration"),
                ("facetime", "facetime/registered", "facetime/registration"),
            ] {
                if has(clause, &not) && (clause.contains(service) || clause.contains("arrays")) {
                    assert_ne!(status(&rows, id), Status::Pass, "{name}: {clause}");
                    assert_ne!(status(&rows, why), Status::Pass, "{name}: {clause}");
                    judged += 1;
                } else if clause.contains(service) && clause.contains("registered") {
                    assert_eq!(status(&rows, id), Status::Pass, "{name}: {clause}");
                    judged += 1;
                }
                if clause.contains(service) && clause.contains("refused") {
                    assert_eq!(row(&rows, why).verdict.reason, Some("refused"), "{name}: {clause}");
                }
            }
        }
    }
    assert!(judged > 0, "the index says nothing that could be compared");
}
