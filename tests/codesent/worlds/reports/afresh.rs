//! The Mac, its account and what neither shows: a second look at public reports. Expectations before judging.

use super::machine::{hardware, keeps};
use super::makes::{apples_guest, driver, refused, unlisted};
use super::{CAN, CANNOT, MIGHT, Report, command};
use crate::world::World;
use crate::worlds::faults;
use codesent_checks::{Answer, Miss};
use serde_json::{Value, json};

const CAN_OR_MIGHT: &[&str] = &["can", "might_not"];
const PANES: &str = "/Library/Managed Preferences/com.apple.systempreferences.plist";
const ACCOUNTS: &str = "~/Library/Preferences/MobileMeAccounts.plist";
const RECORD: &str = "~/Library/Preferences/com.apple.identityservicesd.plist";
const NOBODY: &str = "nobody is signed in to iCloud";
const CODE_HERE: &str = "e a code on this Mac";

fn says_of_enrolment(w: &mut World, said: &str) {
    command(w, "/usr/bin/profiles", "enrollment", said);
}

fn list(w: &mut World, said: &str) {
    command(w, "/usr/sbin/otctl", "status", &format!("{{\"trusted_devices\":{said}}}\n"));
}

fn switched_off(w: &mut World, domain: &str, labels: &[&str]) {
    let lines = labels.iter().map(|label| format!("\t\t\"{label}\" => disabled\n")).collect::<Vec<_>>().concat();
    command(w, "/bin/launchctl print-disabled", domain, &format!("disabled services = {{\n{lines}}}\n"));
}

fn registrations(w: &mut World, messages: &Value, facetime: &Value) {
    let topics = json!({ "com.apple.madrid": [messages], "com.apple.ess": [facetime] });
    keeps(w, RECORD, json!({ "stored": true, "topics": topics }));
}

pub(super) const REPORTS: &[Report] = &[
    // openradar 45154493
    Report {
        name: "a Mac cloned onto a new one: the code is taken, then an unexpected error, until the old one signs out",
        macos: "10.14.6",
        change: |w| {
            hardware(w, None, "MacBookPro15,1", "Intel(R) Core(TM) i7-8850H CPU @ 2.60GHz");
            faults::each(w, "command /usr/sbin/kextstat", "", |_| Ok(Answer::Command(crate::world::output(""))));
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["nobody is signed in", "Look at your iPhone"],
        never: &[CODE_HERE, "sign out", "Apple did not make"],
    },
    // openradar 29735114, 20156545
    Report {
        name: "after a new login password iCloud asks again and again, and its keychain was set aside",
        macos: "12.6",
        change: |w| w.set("folder ~/Library/Keychains", Answer::Folder(vec!["login_renamed_1.keychain-db".into()])),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive", "set aside"],
        never: &["MIGHT", "sign out"],
    },
    // docker-OSX 732: Software Update Required
    Report {
        name: "an account with Advanced Data Protection on a Mac that is too old for it",
        macos: "12.7.6",
        change: faults::signed_out,
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["Advanced Data Protection", "13.1"],
        never: &[CODE_HERE],
    },
    // icloud3 628 and 532, XcodesApp 360
    Report {
        name: "the account is locked every day, the Mac is well",
        macos: "26.6.2",
        change: |_| {},
        outlook: CAN,
        cause: &[],
        says: &["a locked account, at iforgot.apple.com"],
        never: &["MIGHT", "sign out"],
    },
    // wrapper 37, ipatool 346
    Report {
        name: "OK instead of digits: the account has security keys; Messages is off",
        macos: "26.4.1",
        change: faults::messages_off,
        outlook: CAN,
        cause: &[],
        says: &["ecurity key"],
        never: &["MIGHT", "sign out"],
    },
    // fone.tips, and a company that manages the Mac
    Report {
        name: "a child's account on a managed Mac: account changes are not allowed",
        macos: "15.4",
        change: |w| says_of_enrolment(w, "Enrolled via DEP: No\nMDM enrollment: Yes (User Approved)\n"),
        outlook: CAN,
        cause: &[],
        says: &["hild\u{2019}s"],
        never: &["MIGHT", "sign out"],
    },
    // tidbits 2022-07-13, on a Mac where something else is worth a note
    Report {
        name: "the carrier holds short numbers back; FaceTime is refused besides",
        macos: "12.4",
        change: |w| {
            let refused =
                json!({ "status": -1, "error": 20, "internal_error": 31, "ever_registered": true, "aliases": 1 });
            registrations(w, &json!({ "status": 5, "ever_registered": true, "aliases": 1, "validated": 1 }), &refused);
        },
        outlook: CAN,
        cause: &[],
        says: &["carrier", "call", "codes do not travel over"],
        never: &["MIGHT", "sign out"],
    },
    // rclone 9919, home-assistant 152191: terms; on a Mac with a VPN that harms nothing
    Report {
        name: "new terms wait; a VPN is on and harms nothing",
        macos: "15.6",
        change: faults::full_tunnel,
        outlook: CAN,
        cause: &[],
        says: &["terms"],
        never: &["MIGHT", "sign out", "Switch"],
    },
    // erase-install 227
    Report {
        name: "a pupil's Mac with a lock-down profile",
        macos: "11.6",
        change: |w| {
            says_of_enrolment(w, "Enrolled via DEP: Yes\nMDM enrollment: Yes (User Approved)\n");
            let panes = ["com.apple.preferences.AppleIDPrefPane", "com.apple.preferences.internetaccounts"];
            keeps(w, PANES, json!({ "DisabledPreferencePanes": panes, "HiddenPreferencePanes": panes }));
        },
        outlook: MIGHT,
        cause: &["mac/restrictions"],
        says: &["Ask IT", "another way in"],
        never: &[CODE_HERE, "sign out"],
    },
    Report {
        name: "a profile for one user forbids account changes, and nobody is signed in",
        macos: "15.3",
        change: |w| {
            faults::signed_out(w);
            let rules = "/Library/Managed Preferences/%user/com.apple.applicationaccess.plist";
            keeps(w, rules, json!({ "allowAccountModification": false }));
        },
        outlook: CANNOT,
        cause: &["mac/restrictions"],
        says: &["Ask IT"],
        never: &[NOBODY, CODE_HERE],
    },
    // munki-report: what 10.13.2 prints
    Report {
        name: "High Sierra in a company, all well",
        macos: "10.13.2",
        change: |w| {
            hardware(w, None, "MacBookPro14,3", "Intel(R) Core(TM) i7-7820HQ CPU @ 2.90GHz");
            faults::each(w, "command /usr/sbin/kextstat", "", |_| Ok(Answer::Command(crate::world::output(""))));
            says_of_enrolment(w, "An enrollment profile is currently installed on this system\n");
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive", "the Mac is managed"],
        never: &["MIGHT", "could not be checked"],
    },
    // blog.murasama.net 636
    Report {
        name: "Apple took a device off the list by itself",
        macos: "15.2",
        change: |w| list(w, r#"{"state":"Ready","two_factor":true,"this_mac":"gone","listed":2}"#),
        outlook: CAN_OR_MIGHT,
        cause: &[],
        says: &["no longer on the list of trusted devices"],
        never: &["CANNOT", "sign out"],
    },
    // AltStore 1291: the account was never moved to two factors
    Report {
        name: "the keychain says that the account has one factor alone",
        macos: "13.5",
        change: |w| list(w, r#"{"state":"WaitForCDPCapableSecurityLevel","two_factor":false}"#),
        outlook: CAN_OR_MIGHT,
        cause: &[],
        says: &["two-factor"],
        never: &["CANNOT", "sign out"],
    },
    // mackup 1924: settings that lie in a cloud folder
    Report {
        name: "the settings were moved into a cloud folder, and this program may not follow",
        macos: "14.6.1",
        change: |w| {
            w.miss(&format!("preferences {ACCOUNTS}"), Miss::Denied(codesent_checks::Permission::FilePermissions));
        },
        outlook: MIGHT,
        cause: &[],
        says: &["signed in to iCloud could not be checked"],
        never: &[NOBODY, "CANNOT"],
    },
    // mac-cleanup-sh 118
    Report {
        name: "a cleaner broke iCloud Drive, and codes come",
        macos: "13.2.1",
        change: |w| {
            let services =
                json!([{ "Name": "MOBILE_DOCUMENTS", "Enabled": true }, { "Name": "NOTES", "Enabled": true }]);
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
    // altserver-macos27-anisette-fix 5, AltStore 1810
    Report {
        name: "a test version of 27, where another program gets no code",
        macos: "27.0",
        change: |w| {
            let path = "/System/Library/CoreServices/SystemVersion.plist";
            keeps(
                w,
                path,
                json!({ "ProductVersion": "27.0", "ProductBuildVersion": "26A5416b", "ProductName": "macOS" }),
            );
            command(w, "/usr/sbin/netstat", "-anv -p tcp", "");
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT", "sign out"],
    },
    // bugtracker 2208: desktops that keep no such setting
    Report {
        name: "a desktop Mac without a setting for connections asleep",
        macos: "13.1",
        change: |w| {
            command(w, "/usr/bin/pmset", "custom", "AC Power:\n sleep                1\n womp                 1\n");
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    // Docker-OSX 851 after the patch that hides the guest
    Report {
        name: "a guest whose patch hides it gets a code, and then fails",
        macos: "15.5",
        change: |w| {
            hardware(w, Some(0), "iMacPro1,1", "Intel(R) Core(TM) i7-9700K CPU @ 3.60GHz");
            driver(w);
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["Apple did not make this machine", "real Mac"],
        never: &[NOBODY],
    },
    // XPS-9360-macOS 18, t440p-oc 6
    Report {
        name: "a built laptop where FaceTime knows no reachable address",
        macos: "10.15.4",
        change: |w| {
            hardware(w, None, "MacBookPro15,4", "Intel(R) Core(TM) i7-8550U CPU @ 1.80GHz");
            driver(w);
            unlisted(w);
        },
        outlook: MIGHT,
        cause: &["mac/virtual-machine"],
        says: &["Apple did not make this machine"],
        never: &["sign out"],
    },
    // Surface_Pro_3_Hackintosh 24
    Report {
        name: "a built tablet whose model's name changed with its patch: iCloud works, iMessage does not",
        macos: "14.2",
        change: |w| {
            hardware(w, Some(0), "MacBookAir9,1", "Intel(R) Core(TM) i5-4300U CPU @ 1.90GHz");
            driver(w);
            refused(w);
        },
        outlook: MIGHT,
        cause: &["mac/virtual-machine"],
        says: &["Apple did not make this machine"],
        never: &["sign out"],
    },
    // UTM 7746: 27 as a guest, later version
    Report {
        name: "macOS 27.1 as a guest, signed in",
        macos: "27.1",
        change: |w| {
            apples_guest(w);
            command(w, "/usr/sbin/netstat", "-anv -p tcp", "");
        },
        outlook: MIGHT,
        cause: &["mac/virtual-machine"],
        says: &["virtual machine", "real Mac"],
        never: &["gets no push", NOBODY],
    },
    // openbubbles 86: unable to verify the identity of this Mac
    Report {
        name: "a brand-new account on an old Mac mini: Apple wants a call",
        macos: "12.7.6",
        change: |w| {
            hardware(w, Some(0), "Macmini7,1", "Intel(R) Core(TM) i5-4278U CPU @ 2.60GHz");
            refused(w);
        },
        outlook: CAN,
        cause: &[],
        says: &["Apple Support"],
        never: &["MIGHT", "sign out", "Apple did not make"],
    },
    // ThinkCentre-M93p-Tiny 3: Apple's support lifted it
    Report {
        name: "a built desktop: iCloud works, and Apple's support lifted the rest",
        macos: "10.15.6",
        change: |w| {
            hardware(w, None, "iMac15,1", "Intel(R) Core(TM) i5-4570T CPU @ 2.90GHz");
            driver(w);
            refused(w);
        },
        outlook: MIGHT,
        cause: &["mac/virtual-machine"],
        says: &["Apple did not make this machine"],
        never: &["sign out"],
    },
    // osx-config-check 47, macOS-home-call-drop 4
    Report {
        name: "a script switched iCloud's sync off, and not its sign-in",
        macos: "15.1",
        change: |w| {
            let labels = [
                "com.apple.cloudd",
                "com.apple.bird",
                "com.apple.security.cloudkeychainproxy3",
                "com.apple.icloud.fmfd",
                "com.apple.protectedcloudstorage.protectedcloudkeysyncing",
            ];
            switched_off(w, "user", &labels);
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT", "launchctl"],
    },
    Report {
        name: "accountsd was switched off, and nobody seems to be signed in",
        macos: "14.5",
        change: |w| {
            faults::signed_out(w);
            switched_off(w, "user", &["com.apple.accountsd", "com.apple.akd"]);
        },
        outlook: CANNOT,
        cause: &["mac/daemons-disabled"],
        says: &["accountsd", "launchctl enable"],
        never: &[NOBODY, "sign out"],
    },
    // steilerDev 185: 412, a new password is forced
    Report {
        name: "Apple wants a new password: iMessage and FaceTime want it, iCloud seems to be in",
        macos: "26.3",
        change: |w| {
            let again =
                json!({ "status": -1, "error": 2, "internal_error": 11, "ever_registered": true, "aliases": 2 });
            registrations(w, &again, &again);
            unlisted(w);
        },
        outlook: MIGHT,
        cause: &["account/password-again"],
        says: &["password"],
        never: &["sign out", "Normal"],
    },
    // iCloud of China mainland, with the region beside another language
    Report {
        name: "a Mac whose region is China mainland, all well",
        macos: "26.1",
        change: |w| keeps(w, "~/Library/Preferences/.GlobalPreferences.plist", json!({ "AppleLocale": "und_CN" })),
        outlook: CAN_OR_MIGHT,
        cause: &[],
        says: &["CAN receive"],
        never: &["CANNOT"],
    },
];
