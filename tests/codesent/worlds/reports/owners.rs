//! The Mac and whoever owns it: switched-off services, guests, homes that moved, profiles, old systems. As public reports
//! describe them, expectations before judging.

use super::machine::{hardware, keeps};
use super::{CAN, CANNOT, MIGHT, Report, command};
use crate::world::World;
use crate::worlds::faults;
use codesent_checks::facts::{HandshakeReport, Trust};
use codesent_checks::{Answer, Miss};
use serde_json::json;

const CAN_OR_MIGHT: &[&str] = &["can", "might_not"];
const CANNOT_OR_MIGHT: &[&str] = &["cannot", "might_not"];
const RECORD: &str = "~/Library/Preferences/com.apple.identityservicesd.plist";
const PANES: &str = "/Library/Managed Preferences/com.apple.systempreferences.plist";
const RULES: &str = "/Library/Managed Preferences/com.apple.applicationaccess.plist";

fn untrusted(w: &mut World, trust: &Trust) {
    for entry in w.entries.values_mut() {
        if let Ok(Answer::Handshake(HandshakeReport { result: Ok(shaken), .. })) = &mut entry.result {
            shaken.trust = trust.clone();
        }
    }
}

pub(super) const REPORTS: &[Report] = &[
    // mac-os-debloat 7 and 9: everything switched off, seen as AKAnisetteError -8025
    Report {
        name: "a slimming script of 2026 switched off all it knows",
        macos: "27.0",
        change: |w| {
            let labels = ["adid", "imagent", "identityservicesd", "followupd", "avconferenced", "AOSPushRelay", "bird"];
            let lines = labels.map(|one| format!("\t\t\"com.apple.{one}\" => disabled\n")).concat();
            command(w, "/bin/launchctl print-disabled", "system", &format!("disabled services = {{\n{lines}}}\n"));
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["mac/daemons-disabled"],
        says: &["adid"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "akd is switched off for this user alone",
        macos: "15.4",
        change: |w| {
            let said = "disabled services = {\n\t\t\"com.apple.akd\" => disabled\n\t\t\"com.apple.Siri.agent\" => enabled\n}\n";
            command(w, "/bin/launchctl print-disabled", "user", said);
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["mac/daemons-disabled"],
        says: &["akd", "launchctl enable"],
        never: &["sign out"],
    },
    // macos-virtualbox 192
    Report {
        name: "a guest of VirtualBox that says it is an iMac, signed out",
        macos: "11.7.10",
        change: |w| {
            hardware(w, Some(1), "iMac11,3", "Intel(R) Core(TM) i7-8750H CPU @ 2.20GHz");
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["virtual machine"],
        never: &["nobody is signed in to iCloud"],
    },
    // OpenCore-Install-Guide 46: iCloud works, iMessage wants a customer code
    Report {
        name: "a built machine is signed in, and iMessage is refused with a code for support",
        macos: "10.15.7",
        change: |w| {
            hardware(w, None, "iMac20,1", "Intel(R) Core(TM) i9-10900K CPU @ 3.70GHz");
            faults::each(w, "command /usr/sbin/kextstat", "", |_| {
                Ok(Answer::Command(crate::world::output(
                    "Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>\n   31    3 0xffffff7f80f5d000 0x1d000    0x1d000    as.vit9696.VirtualSMC (1.2.8) 1A2B3C4D <12 8 6 5 3 1>\n",
                )))
            });
            let alert = json!({ "title": "iMessage", "body": "To register with iMessage, contact support with the code below." });
            let refused = json!([{ "status": -1, "error": 20, "internal_error": 31, "ever_registered": false, "aliases": 1, "alert": alert }]);
            keeps(w, RECORD, json!({ "stored": true, "topics": { "com.apple.madrid": refused } }));
        },
        outlook: MIGHT,
        cause: &["mac/virtual-machine"],
        says: &["Apple did not make this machine"],
        never: &["virtual machine", "sign out"],
    },
    Report {
        name: "the second user of a Mac is not signed in, the first one is",
        macos: "26.1",
        change: |w| {
            faults::signed_out(w);
            let path = "/Library/Preferences/SystemConfiguration/com.apple.accounts.exists.plist";
            keeps(
                w,
                path,
                json!({ "com.apple.account.AppleAccount.exists": 1, "com.apple.account.AppleAccount.count": 1 }),
            );
        },
        outlook: MIGHT,
        cause: &["account/icloud"],
        says: &["another user"],
        never: &["virtual machine"],
    },
    Report {
        name: "a home that moved to a new Mac: its keychain was set aside, and all want the password",
        macos: "26.0",
        change: |w| {
            let again =
                json!([{ "status": -1, "error": 2, "internal_error": 10, "ever_registered": true, "aliases": 1 }]);
            keeps(
                w,
                RECORD,
                json!({ "stored": true, "topics": { "com.apple.madrid": again, "com.apple.ess": again } }),
            );
        },
        outlook: MIGHT,
        cause: &["account/password-again"],
        says: &["password"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "another system on the same machine left the clock eight hours ahead",
        macos: "14.6.1",
        change: |w| faults::clock_off(w, -28_800),
        outlook: CANNOT_OR_MIGHT,
        cause: &["clock/offset"],
        says: &["ahead"],
        never: &["sign out", "filter"],
    },
    Report {
        name: "High Sierra no longer knows the roots of Apple's certificates",
        macos: "10.13.6",
        change: |w| {
            untrusted(w, &Trust::UnknownIssuer);
            hardware(w, None, "iMac14,2", "Intel(R) Core(TM) i5-4570 CPU @ 3.20GHz");
        },
        outlook: CANNOT,
        cause: &["tls/certificates", "mac/version", "tls/sign-in"],
        says: &["update"],
        never: &["sign out", "re-signs", "inspect"],
    },
    Report {
        name: "a Focus is on, all well",
        macos: "26.0",
        change: |w| keeps(w, "~/Library/DoNotDisturb/DB/Assertions.json", json!({ "until": [null] })),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "a company's profile with other rules than about accounts, all well",
        macos: "15.7.1",
        change: |w| {
            keeps(w, RULES, json!({}));
            keeps(w, PANES, json!({ "DisabledSystemSettings": ["com.apple.Siri-Settings.extension"] }));
            let said =
                "Enrolled via DEP: Yes\nMDM enrollment: Yes (User Approved)\nMDM server: https://mdm.example.com/mdm\n";
            command(w, "/usr/bin/profiles", "enrollment", said);
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT", "Ask IT: a profile"],
    },
    Report {
        name: "a school's Mac: its account, its rule, and the pane hidden",
        macos: "26.1",
        change: |w| {
            faults::managed_account(w);
            keeps(w, PANES, json!({ "DisabledSystemSettings": ["com.apple.systempreferences.AppleIDSettings"] }));
            let said = "Enrolled via DEP: Yes\nMDM enrollment: Yes (User Approved)\n";
            command(w, "/usr/bin/profiles", "enrollment", said);
        },
        outlook: MIGHT,
        cause: &["account/managed", "mac/restrictions"],
        says: &["school or company"],
        never: &["iforgot", "sign out"],
    },
    Report {
        name: "a desktop Mac that drops its connections while it sleeps",
        macos: "15.7.1",
        change: |w| {
            command(w, "/usr/bin/pmset", "custom", "AC Power:\n powernap             0\n tcpkeepalive         0\n");
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    // push comes late or never until apsd is started again, seen on 14 to 26.3
    Report {
        name: "the push service hangs: nothing stands between, couriers answer, and it has no line",
        macos: "26.2",
        change: faults::no_push_connection,
        outlook: MIGHT,
        cause: &[],
        says: &["Restart this Mac"],
        never: &["CANNOT", "hotspot", "sign out"],
    },
    Report {
        name: "Catalina is old, and codes come",
        macos: "10.15.7",
        change: |w| hardware(w, None, "MacBookAir8,1", "Intel(R) Core(TM) i5-8210Y CPU @ 1.60GHz"),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["too old", "MIGHT"],
    },
    Report {
        name: "a macOS that is newer than this program, all well",
        macos: "28.1",
        change: |_| {},
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "the record of registrations is torn, all else is well",
        macos: "15.7.1",
        change: |w| w.miss(&format!("preferences {RECORD}"), Miss::Unreadable("not a property list".into())),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "the list of accounts is torn",
        macos: "14.6.1",
        change: |w| {
            let path = "preferences ~/Library/Preferences/MobileMeAccounts.plist";
            w.miss(path, Miss::Unreadable("not a property list".into()));
        },
        outlook: MIGHT,
        cause: &[],
        says: &["could not be checked"],
        never: &["nobody is signed in", "CANNOT"],
    },
    Report {
        name: "Lockdown Mode is on, all well",
        macos: "26.1",
        change: |w| keeps(w, "~/Library/Preferences/.GlobalPreferences.plist", json!({ "LDMGlobalEnabled": true })),
        outlook: CAN_OR_MIGHT,
        cause: &[],
        says: &["CAN receive"],
        never: &["CANNOT"],
    },
    Report {
        name: "two accounts forget each other: signed in to Messages with another, FaceTime off",
        macos: "26.0",
        change: |w| {
            let path = "~/Library/Preferences/com.apple.imservice.ids.FaceTime.plist";
            keeps(w, path, json!({ "ActiveAccounts": [], "OnlineAccounts": [] }));
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT", "sign out"],
    },
];
