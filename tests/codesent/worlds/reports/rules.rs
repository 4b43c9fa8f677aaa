//! Rules, accounts, services and clocks, as public reports describe them. Expectations before judging.

use super::machine::keeps;
use super::makes::{apples_guest, unlisted};
use super::{CAN, CANNOT, MIGHT, Report, command};
use crate::world::World;
use crate::worlds::faults;
use codesent_checks::facts::{HandshakeReport, Trust};
use codesent_checks::{Answer, Miss};
use serde_json::json;

const PANES: &str = "/Library/Managed Preferences/com.apple.systempreferences.plist";
const RULES: &str = "/Library/Managed Preferences/com.apple.applicationaccess.plist";
const ACCOUNTS: &str = "~/Library/Preferences/MobileMeAccounts.plist";
const EXISTS: &str = "/Library/Preferences/SystemConfiguration/com.apple.accounts.exists.plist";

fn enrolled(w: &mut World, owned: &str, managed: &str) {
    let said = format!("Enrolled via DEP: {owned}\nMDM enrollment: {managed}\n");
    command(w, "/usr/bin/profiles", "enrollment", &said);
}

fn never_signed_in(w: &mut World) {
    faults::signed_out(w);
    for path in [ACCOUNTS, "~/Library/Preferences/com.apple.identityservicesd.plist"] {
        w.miss(&format!("preferences {path}"), Miss::NotHere);
    }
    for name in ["iMessage", "FaceTime"] {
        w.miss(&format!("preferences ~/Library/Preferences/com.apple.imservice.ids.{name}.plist"), Miss::NotHere);
    }
}

fn switched_off(w: &mut World, domain: &str, word: &str, labels: &[&str]) {
    let lines = labels.iter().map(|label| format!("\t\t\"{label}\" => {word}\n")).collect::<Vec<_>>().concat();
    command(
        w,
        "/bin/launchctl print-disabled",
        domain,
        &format!("disabled services = {{\n{lines}}}\nlogin item associations = {{\n}}\n"),
    );
}

pub(super) const REPORTS: &[Report] = &[
    // fleet 41066: a Managed Apple Account that is only an Internet Account
    Report {
        name: "a company's account stands under Internet Accounts alone",
        macos: "26.3",
        change: |w| {
            never_signed_in(w);
            enrolled(w, "No", "Yes (User Approved)");
        },
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["nobody is signed in", "organisation"],
        never: &["sign out", "e a code on this Mac"],
    },
    // Apple's guide axm53xk34bq: an account that no longer fits the rule is signed out by itself
    Report {
        name: "a company's Mac signed the private account out by itself",
        macos: "26.5",
        change: |w| {
            faults::signed_out(w);
            enrolled(w, "Yes", "Yes");
        },
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["only its own accounts", "administrator"],
        never: &["e a code on this Mac", "sign out"],
    },
    // NetNewsWire 3963
    Report {
        name: "a workplace switched iCloud Drive off, and codes come",
        macos: "13.3.1",
        change: |w| {
            enrolled(w, "Yes", "Yes (User Approved)");
            keeps(w, RULES, json!({ "allowCloudDocumentSync": false, "allowCloudKeychainSync": false }));
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT", "Ask IT: a profile"],
    },
    // Apple's schema of com.apple.systempreferences: EnabledPreferencePanes, macOS 10.7 to 13.0
    Report {
        name: "a school lists the panes that may be opened, and the account's is not among them",
        macos: "12.7.6",
        change: |w| {
            enrolled(w, "Yes", "Yes (User Approved)");
            keeps(
                w,
                PANES,
                json!({ "EnabledPreferencePanes": ["com.apple.preference.displays", "com.apple.preference.sound"], "HiddenPreferencePanes": [] }),
            );
        },
        outlook: MIGHT,
        cause: &["mac/restrictions"],
        says: &["Ask IT", "organisation"],
        never: &["e a code on this Mac", "sign out"],
    },
    Report {
        name: "a school lists the panes that may be opened, with the account's",
        macos: "12.7.6",
        change: |w| {
            keeps(
                w,
                PANES,
                json!({ "EnabledPreferencePanes": ["com.apple.preference.displays", "com.apple.preferences.AppleIDPrefPane"] }),
            );
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["Ask IT"],
    },
    Report {
        name: "a list of panes from before Ventura still stands on a newer macOS",
        macos: "14.6.1",
        change: |w| {
            enrolled(w, "Yes", "Yes (User Approved)");
            keeps(w, PANES, json!({ "EnabledPreferencePanes": ["com.apple.preference.displays"] }));
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["Ask IT: a profile"],
    },
    // macos_security 195
    Report {
        name: "a profile hides Internet Accounts and Game Center, not the account",
        macos: "13.6",
        change: |w| {
            let panes = ["com.apple.Internet-Accounts-Settings.extension", "com.apple.Game-Center-Settings.extension"];
            keeps(w, PANES, json!({ "DisabledSystemSettings": panes }));
            keeps(w, RULES, json!({ "allowGameCenter": false }));
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT", "Ask IT: a profile"],
    },
    // osxlockdown 17, and the list as macOS 12 prints it
    Report {
        name: "a hardening script switched push off on an older macOS",
        macos: "12.7.6",
        change: |w| {
            faults::services_off(w);
            switched_off(w, "system", "true", &["com.apple.apsd", "com.apple.netbiosd"]);
        },
        outlook: CANNOT,
        cause: &["mac/daemons-disabled"],
        says: &["apsd", "launchctl enable"],
        never: &["sign out", "hotspot"],
    },
    // macOS-home-call-drop: what it switches off carries no code
    Report {
        name: "a script against calls home switched services off that no code hangs on",
        macos: "11.7.10",
        change: |w| {
            let labels = [
                "com.apple.cloudpaird",
                "com.apple.icloud.findmydeviced",
                "com.apple.awacsd",
                "com.apple.cloudphotosd",
                "com.apple.preferences.timezone.auto",
            ];
            switched_off(w, "system", "true", &labels);
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    // Silverback 2: over a remote line there is no session to list
    Report {
        name: "over a remote line the user's services cannot be listed, all well",
        macos: "15.3",
        change: |w| {
            let said = "Bad request.\nCould not find domain for user gui: 501\n";
            command(w, "/bin/launchctl print-disabled", "user", said);
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT", "switched off"],
    },
    // workstation-setup 160, got-your-back 384
    Report {
        name: "a Mac that ran for weeks is four minutes slow, and everything works",
        macos: "12.7.6",
        change: |w| faults::clock_off(w, 240),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive", "4 min"],
        never: &["MIGHT"],
    },
    // openradar 23973869
    Report {
        name: "the battery ran out, and the clock stands in 1970",
        macos: "12.6",
        change: |w| {
            faults::clock_off(w, 1_795_000_000);
            for entry in w.entries.values_mut() {
                if let Ok(Answer::Handshake(HandshakeReport { result: Ok(shaken), .. })) = &mut entry.result {
                    shaken.trust = Trust::NotYetValid;
                }
            }
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["clock/offset"],
        says: &["the clock is wrong", "Set the clock"],
        never: &["e a code on this Mac", "inspect", "sign out"],
    },
    // mas 609: the App Store's account is another matter
    Report {
        name: "signed in to the App Store alone",
        macos: "15.6",
        change: never_signed_in,
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["nobody is signed in", "Look at your iPhone"],
        never: &["e a code on this Mac", "sign out"],
    },
    // wBlock 849: on 27 nobody else's connections are seen, and CloudKit's token is bad
    Report {
        name: "macOS 27, where an app says that the account is unavailable for now",
        macos: "27.0",
        change: |w| command(w, "/usr/sbin/netstat", "-anv -p tcp", ""),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive", "terms"],
        never: &["MIGHT", "sign out"],
    },
    // icloud3 562
    Report {
        name: "macOS 26.4, where the button for a code is gone",
        macos: "26.4",
        change: |_| {},
        outlook: CAN,
        cause: &[],
        says: &["CAN receive", "Ethernet out", "go online again"],
        never: &["Two-Factor Authentication > Get"],
    },
    // UTM 7316: a guest of 15.6 on 15.6; the account had security keys
    Report {
        name: "a guest of Sequoia on Sequoia, and an account with security keys",
        macos: "15.6",
        change: |w| {
            apples_guest(w);
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["ecurity key", "real Mac"],
        never: &["nobody is signed in to iCloud"],
    },
    Report {
        name: "asked by an administrator's tool: the files are not those of whoever sits there",
        macos: "26.1",
        change: |w| {
            never_signed_in(w);
            keeps(
                w,
                EXISTS,
                json!({ "com.apple.account.AppleAccount.exists": 1, "com.apple.account.AppleAccount.count": 1 }),
            );
        },
        outlook: MIGHT,
        cause: &["account/icloud"],
        says: &["another user", "your name"],
        never: &["nobody is signed in"],
    },
    // raivo 144, NetNewsWire 2685
    Report {
        name: "iCloud Drive was switched off, and an app says that the account is unavailable",
        macos: "12.4",
        change: |w| {
            let services = json!([{ "Name": "MOBILE_DOCUMENTS", "Enabled": false }, { "Name": "KEYCHAIN_SYNC", "Enabled": false }, { "Name": "CONTACTS" }]);
            keeps(
                w,
                ACCOUNTS,
                json!({ "Accounts": [{ "AccountID": "(present)", "isManagedAppleID": false, "Services": services }] }),
            );
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT", "sign out"],
    },
    // macos-image-templates 4: a guest that slept wakes with its old time
    Report {
        name: "a guest woke with the time it fell asleep at, and is signed in",
        macos: "15.4",
        change: |w| {
            apples_guest(w);
            faults::clock_off(w, 5400);
        },
        outlook: MIGHT,
        cause: &["mac/virtual-machine", "clock/offset"],
        says: &["virtual machine", "the clock is wrong"],
        never: &["sign out"],
    },
    // brightdigit/MistKit 422
    Report {
        name: "Allow was pressed and no digits show; Messages and FaceTime are out",
        macos: "15.7.1",
        change: unlisted,
        outlook: CAN,
        cause: &[],
        says: &["choose Allow", "Get a Verification Code"],
        never: &["MIGHT", "sign out"],
    },
    // Layr-Labs 667
    Report {
        name: "managed, with reduced security, all well",
        macos: "26.4",
        change: |w| enrolled(w, "No", "Yes (User Approved)"),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT", "Ask IT: a profile"],
    },
];
