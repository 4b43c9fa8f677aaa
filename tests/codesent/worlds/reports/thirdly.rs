//! Once more the Mac and its account, from public reports. Expectations before judging.

use super::machine::{hardware, keeps};
use super::makes::{apples_guest, refused, unlisted};
use super::{CAN, CANNOT, MIGHT, Report, command};
use crate::world::World;
use crate::worlds::faults;
use codesent_checks::{Answer, Miss};
use serde_json::{Value, json};

const CAN_OR_MIGHT: &[&str] = &["can", "might_not"];
const CANNOT_OR_MIGHT: &[&str] = &["cannot", "might_not"];
const RECORD: &str = "~/Library/Preferences/com.apple.identityservicesd.plist";
const ACCOUNTS: &str = "~/Library/Preferences/MobileMeAccounts.plist";
const NOBODY: &str = "nobody is signed in to iCloud";

/// Every file of the person is out of reach.
fn as_root(w: &mut World) {
    let keys: Vec<String> = w.entries.keys().filter(|key| key.contains(" ~/")).cloned().collect();
    for key in keys {
        w.miss(&key, Miss::Unreadable("it ran as root, not as the person who is signed in at this Mac".into()));
    }
}

fn registered(error: i64, internal: i64) -> Value {
    json!([{ "status": -1, "error": error, "internal_error": internal, "ever_registered": true, "aliases": 1 }])
}

pub(super) const REPORTS: &[Report] = &[
    // unActivationLock 9 and the like: management tools run everything as root
    Report {
        name: "a management tool ran it as root, the person is signed in",
        macos: "15.3",
        change: as_root,
        outlook: MIGHT,
        cause: &[],
        says: &["root", "could not be checked"],
        never: &[NOBODY, "CANNOT"],
    },
    // kcpassword 6
    Report {
        name: "it logs in by itself with an old password, and iCloud refuses the right one",
        macos: "12.5",
        change: |w| {
            w.set("folder /etc", Answer::Folder(vec!["kcpassword".into()]));
            let topics = json!({ "com.apple.madrid": registered(2, 10), "com.apple.ess": registered(2, 10) });
            keeps(w, RECORD, json!({ "stored": true, "topics": topics }));
        },
        outlook: MIGHT,
        cause: &["account/password-again"],
        says: &["password", "logs in by itself"],
        never: &["sign out", "Normal"],
    },
    // Silverback 1
    Report {
        name: "a slimming script took FaceTime's and Messages' services",
        macos: "15.2",
        change: |w| {
            let said = "disabled services = {\n\t\t\"com.apple.imagent\" => disabled\n\t\t\"com.apple.telephonyutilities.callservicesd\" => disabled\n\t\t\"com.apple.avconferenced\" => disabled\n}\n";
            command(w, "/bin/launchctl print-disabled", "user", said);
            unlisted(w);
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive", "imagent"],
        never: &["MIGHT", "sign out"],
    },
    // UTM 7316: 15.6 on 15.6 fails for a guest that was made before
    Report {
        name: "a guest that was made with macOS 14 and updated to 15",
        macos: "15.5",
        change: |w| {
            apples_guest(w);
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["made new"],
        never: &[NOBODY],
    },
    // fleet 45829, Ivanti: the organisation's account on a Mac that it does not manage
    Report {
        name: "a company's account may only be used on managed Macs, and this one is not",
        macos: "15.6",
        change: faults::managed_account,
        outlook: MIGHT,
        cause: &["account/managed"],
        says: &["Ask your school or company"],
        never: &["iforgot", "sign out", NOBODY],
    },
    // bypass-mdm 132, reset and signed out: owned, no profile
    Report {
        name: "a bought Mac that still belongs to a company",
        macos: "26.2",
        change: |w| {
            faults::signed_out(w);
            command(w, "/usr/bin/profiles", "enrollment", "Enrolled via DEP: Yes\nMDM enrollment: No\n");
        },
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["belongs to an organisation", "administrator"],
        never: &["e a code on this Mac"],
    },
    // OpenBubbles 36: contact key verification
    Report {
        name: "contact key verification failed, and iMessage with it",
        macos: "15.1",
        change: |w| {
            let topics = json!({ "com.apple.madrid": registered(2, 48), "com.apple.ess": [{ "status": 5, "ever_registered": true, "aliases": 1, "validated": 1 }] });
            keeps(w, RECORD, json!({ "stored": true, "topics": topics }));
        },
        outlook: CAN,
        cause: &[],
        says: &["codes do not travel over"],
        never: &["MIGHT", "sign out"],
    },
    // evansapplehelp 2015, in a newer form: only FaceTime and iMessage are out
    Report {
        name: "iMessage and FaceTime fell out after a while, iCloud stays in",
        macos: "14.4",
        change: |w| {
            let topics = json!({ "com.apple.madrid": registered(14, 0), "com.apple.ess": registered(14, 0) });
            keeps(w, RECORD, json!({ "stored": true, "topics": topics }));
            unlisted(w);
        },
        outlook: CAN_OR_MIGHT,
        cause: &[],
        says: &["codes do not travel over"],
        never: &["CANNOT", "sign out"],
    },
    // causes.md -28248, fastlane 28816
    Report {
        name: "codes cannot be sent to this number; the Mac is well",
        macos: "14.7",
        change: |_| {},
        outlook: CAN,
        cause: &[],
        says: &["Get a Verification Code", "call"],
        never: &["MIGHT"],
    },
    // Apple 120340, default since iOS 26.4
    Report {
        name: "Stolen Device Protection makes a change wait, the Mac is well; a VPN is set up",
        macos: "26.4",
        change: |w| {
            let line = "* (Disconnected)   A1B2C3D4-0000-0000-0000-000000000009 VPN (net.mullvad.vpn) \"Mullvad\" [VPN:net.mullvad.vpn]\n";
            let head = "Available network connection services in the current set (*=enabled):\n";
            command(w, "/usr/sbin/scutil", "--nc list", &format!("{head}{line}"));
        },
        outlook: CAN,
        cause: &[],
        says: &["Stolen Device"],
        never: &["MIGHT"],
    },
    // tact 42
    Report {
        name: "iCloud signed in with a managed account of a school, pane hidden too",
        macos: "14.1",
        change: |w| {
            faults::managed_account(w);
            keeps(
                w,
                "/Library/Managed Preferences/com.apple.applicationaccess.plist",
                json!({ "allowAccountModification": 0 }),
            );
        },
        outlook: MIGHT,
        cause: &["account/managed", "mac/restrictions"],
        says: &["school"],
        never: &["iforgot", "e a code on this Mac", "sign out"],
    },
    // ryzen-hackintosh 8, kept in
    Report {
        name: "a Ryzen machine that is signed in, and all else is well",
        macos: "13.6",
        change: |w| {
            hardware(w, Some(0), "MacPro7,1", "AMD Ryzen 9 5900X 12-Core Processor");
            refused(w);
        },
        outlook: MIGHT,
        cause: &["mac/virtual-machine"],
        says: &["Apple did not make this machine"],
        never: &["sign out", "virtual machine,"],
    },
    // mac-cleanup: caches gone, files of accounts gone as well
    Report {
        name: "a cleaner took the settings of the account, and Apple's name stands in the settings",
        macos: "13.4",
        change: |w| {
            w.miss(&format!("preferences {ACCOUNTS}"), Miss::NotHere);
            let path = "/Library/Preferences/SystemConfiguration/com.apple.accounts.exists.plist";
            keeps(w, path, json!({ "com.apple.account.AppleAccount.exists": 1 }));
        },
        outlook: MIGHT,
        cause: &["account/icloud"],
        says: &["contradict", "your name"],
        never: &[NOBODY],
    },
    // openradar 23973869 and Macs that stood unused for long
    Report {
        name: "a Mac from a drawer: the clock stands at 2019, names and time servers are not to be had at once",
        macos: "12.7.6",
        change: |w| {
            faults::clock_off(w, 200_000_000);
            faults::signed_out(w);
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["clock/offset"],
        says: &["the clock is wrong", "behind"],
        never: &[NOBODY, "e a code on this Mac"],
    },
];
