//! A home whose every text is a canary, a database included: none may be heard in any format or recording.

use crate::codesent;
use crate::output::FORMATS;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
const CANARIES: [&str; 4] =
    ["CANARY-7f3a", "canary@example.org", "Write to canary@example.org now", "Name: Canary Bird"];

/// The files that are read, in their real shape, with `@` wherever a Mac holds a text of a person.
const FILES: &[(&str, &str)] = &[
    (
        "MobileMeAccounts.plist",
        "<key>Accounts</key><array><dict><key>AccountID</key>@<key>AccountDSID</key>@<key>DisplayName</key>@\
         <key>isManagedAppleID</key><false/><key>Services</key><array><dict><key>Name</key>@<key>ServiceID</key>@\
         <key>url</key>@<key>Enabled</key><true/></dict></array></dict></array>",
    ),
    ("com.apple.imservice.ids.iMessage.plist", "<key>ActiveAccounts</key><array>@</array><key>OnlineAccounts</key>@"),
    ("com.apple.imservice.ids.FaceTime.plist", "<key>ActiveAccounts</key><array/><key>OnlineAccounts</key><array/>"),
    (
        "com.apple.identityservicesd.plist",
        "<key>services</key><dict><key>com.apple.ids.service.com.apple.madrid</key>ACCOUNTS\
         <key>com.apple.ids.service.com.apple.ess</key>ACCOUNTS\
         <key>com.apple.ids.service.CANARY</key>ACCOUNTS</dict><key>ReRegisteredForDevicesHash</key>@",
    ),
    ("com.apple.ids.service.com.apple.madrid.plist", "<key>Accounts</key>@"),
    (
        "ByHost/com.apple.imservice.SMS.0A1B2C3D-0000-4000-8000-00000000ABCD.plist",
        "<key>Accounts</key><dict><key>CANARY</key><dict><key>LoginAs</key>@<key>canRelaySMS</key>@\
         <key>isSMSRelayCapable</key><true/></dict></dict>",
    ),
    (
        "com.apple.cmfsyncagent.plist",
        "<key>__kCMFBlockListStoreTopLevelKey</key><dict><key>__kCMFBlockListStoreArrayKey</key><array>@<dict>\
         <key>__kCMFItemPhoneNumberUnformattedKey</key>@</dict></array></dict>",
    ),
    ("com.apple.imessage.bag.plist", "<key>Date</key><real>742100000</real><key>URL</key>@"),
    ("com.apple.facetime.bag.plist", "<key>Date</key>@"),
];

const ACCOUNT: &str = "<dict><key>Accounts</key><dict><key>CANARY</key><dict><key>LoginAs</key>@\
    <key>Aliases</key><array><dict><key>Alias</key>@<key>Status</key><integer>3</integer></dict></array>\
    <key>Registration</key><dict><key>Status</key><integer>-1</integer><key>ErrorCode</key><integer>20</integer>\
    <key>AlertInfo</key><dict><key>title</key>@<key>body</key>@<key>action</key><dict><key>url</key>@</dict></dict>\
    </dict><key>Profile</key><dict><key>Number</key>@<key>Status</key><integer>3</integer></dict></dict></dict></dict>";

fn fill(home: &Path, canary: &str) {
    let preferences = home.join("Library/Preferences");
    fs::create_dir_all(preferences.join("ByHost")).unwrap();
    for (name, body) in FILES {
        let body = body
            .replace("ACCOUNTS", ACCOUNT)
            .replace('@', &format!("<string>{}</string>", canary.replace('@', "&#64;")));
        fs::write(preferences.join(name), format!("<plist version=\"1.0\"><dict>{body}</dict></plist>")).unwrap();
    }
    // A text where a number should be, of the one kind of account that is looked at.
    let folder = home.join("Library/Accounts");
    fs::create_dir_all(&folder).unwrap();
    let script = format!(
        "CREATE TABLE ZACCOUNT (Z_PK INTEGER PRIMARY KEY, ZACCOUNTTYPE INTEGER, ZUSERNAME VARCHAR);
         CREATE TABLE ZACCOUNTTYPE (Z_PK INTEGER PRIMARY KEY, ZIDENTIFIER VARCHAR);
         CREATE TABLE ZACCOUNTPROPERTY (Z_PK INTEGER PRIMARY KEY, ZOWNER INTEGER, ZKEY VARCHAR, ZVALUE BLOB);
         INSERT INTO ZACCOUNTTYPE VALUES (1, 'com.apple.account.idms');
         INSERT INTO ZACCOUNT VALUES (1, 1, '{canary}');
         INSERT INTO ZACCOUNTPROPERTY VALUES (1, 1, 'security-level', '{canary}'), (2, 1, '{canary}', '{canary}');"
    );
    let tool = Command::new("sqlite3").arg(folder.join("Accounts4.sqlite")).stdin(Stdio::piped()).spawn();
    let Ok(mut tool) = tool else {
        eprintln!("without a database: there is no sqlite3");
        return;
    };
    tool.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    assert!(tool.wait().unwrap().success());
}

#[test]
fn no_canary_is_heard_in_any_format_or_recording() {
    let hexadecimal: String = "canary".bytes().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    for canary in CANARIES {
        let home = tempfile::tempdir().unwrap();
        fill(home.path(), canary);
        let path = home.path().to_string_lossy().into_owned();
        let record = home.path().join("recording").to_string_lossy().into_owned();
        let mut said = 0;
        for format in FORMATS.iter() {
            let output = codesent(&[
                "check",
                "account",
                "messages",
                "facetime",
                "push/last-contact",
                "--offline",
                "--verbose",
                "--home",
                &path,
                "--format",
                format,
                "--record",
                &record,
            ]);
            if output.status.code() == Some(2) {
                continue;
            }
            said += 1;
            for bytes in [&output.stdout, &output.stderr, &fs::read(&record).unwrap()] {
                let text = String::from_utf8_lossy(bytes).to_lowercase();
                assert!(!text.contains("canary") && !text.contains(&hexadecimal), "{canary} in {format}: {text}");
            }
        }
        assert!(said >= 2, "the table and JSON are always there");
    }
}
