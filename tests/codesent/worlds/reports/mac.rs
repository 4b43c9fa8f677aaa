//! What lay with the Mac or its account.

use super::{CAN, CANNOT, MIGHT, Report, command, disabled, extensions};
use crate::worlds::faults;
use codesent_checks::Answer;
use serde_json::json;

pub(super) const REPORTS: &[Report] = &[
    // This Mac and its account.
    Report {
        name: "a guest of macOS 13 that is signed out",
        macos: "13.6",
        change: |w| {
            faults::signed_out(w);
            faults::virtual_machine(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["macOS 15"],
        never: &["nobody is signed in to iCloud."],
    },
    Report {
        name: "a guest of macOS 26 that is signed out",
        macos: "26.0",
        change: |w| {
            faults::signed_out(w);
            faults::virtual_machine(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["macOS 15"],
        never: &[],
    },
    Report {
        name: "a built machine that is signed out",
        macos: "14.3",
        change: |w| {
            faults::signed_out(w);
            let said = "kern.hv_vmm_present: 0\nhw.model: iMacPro1,1\nmachdep.cpu.brand_string: AMD Ryzen 7 5800X 8-Core Processor\n";
            command(w, "/usr/sbin/sysctl", "hv_vmm_present", said);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["Apple did not make this machine"],
        never: &[],
    },
    Report {
        name: "a slimming script switched the sign-in service off",
        macos: "15.7.1",
        change: |w| {
            faults::signed_out(w);
            disabled(w, "com.apple.akd");
        },
        outlook: CANNOT,
        cause: &["mac/daemons-disabled"],
        says: &["akd"],
        never: &[],
    },
    Report {
        name: "a profile forbids accounts on a signed-out Mac",
        macos: "15.7.1",
        change: |w| {
            faults::signed_out(w);
            faults::account_changes_forbidden(w);
        },
        outlook: CANNOT,
        cause: &["mac/restrictions"],
        says: &["organisation"],
        never: &[],
    },
    Report {
        name: "a signed-out Mac whose clock is two years behind",
        macos: "13.6",
        change: |w| {
            faults::signed_out(w);
            faults::clock_off(w, 63_000_000);
        },
        outlook: CANNOT,
        cause: &["clock/offset"],
        says: &["the clock is wrong"],
        never: &["nobody is signed in"],
    },
    Report {
        name: "a signed-out Mac whose clock is ten minutes behind",
        macos: "13.6",
        change: |w| {
            faults::signed_out(w);
            faults::clock_off(w, 600);
        },
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["nobody is signed in"],
        never: &[],
    },
    Report {
        name: "macOS 10.12 and iCloud",
        macos: "10.12.6",
        change: |_| {},
        outlook: MIGHT,
        cause: &["mac/version"],
        says: &["10.13"],
        never: &[],
    },
    Report {
        name: "an organisation's Mac, signed out",
        macos: "26.0",
        change: |w| {
            faults::signed_out(w);
            let said = "Enrolled via DEP: Yes\nMDM enrollment: Yes (User Approved)\n";
            command(w, "/usr/bin/profiles", "enrollment", said);
        },
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["belongs to an organisation"],
        never: &[],
    },
    Report {
        name: "every service wants the password again",
        macos: "26.0",
        change: |w| {
            let account =
                json!([{ "status": -1, "error": 2, "internal_error": 10, "ever_registered": true, "aliases": 1 }]);
            let tree = json!({ "stored": true, "topics": { "com.apple.madrid": account, "com.apple.ess": account } });
            w.set("preferences ~/Library/Preferences/com.apple.identityservicesd.plist", Answer::Preferences(tree));
        },
        outlook: MIGHT,
        cause: &["account/password-again"],
        says: &["password again"],
        never: &["Normal"],
    },
    Report {
        name: "a healthy Mac of every kind of harmless guest",
        macos: "26.0",
        change: |w| {
            faults::full_tunnel(w);
            extensions(w, "com.objective-see.lulu.extension", "LuLu");
        },
        outlook: CAN,
        cause: &[],
        says: &["for the account it is signed in with"],
        never: &["MIGHT", "Switch"],
    },
];
