//! What lay with the machine: guests, patched Macs, profiles, switched-off services, clocks, old systems.

use super::{CAN, CANNOT, MIGHT, Report, command, disabled};
use crate::world::World;
use crate::worlds::faults;
use codesent_checks::facts::{HandshakeReport, Trust};
use codesent_checks::{Answer, Miss};
use serde_json::{Value, json};

pub(super) fn hardware(w: &mut World, guest: Option<u8>, model: &str, processor: &str) {
    let guest = guest.map_or(String::new(), |said| format!("kern.hv_vmm_present: {said}\n"));
    let said = format!("{guest}hw.model: {model}\nmachdep.cpu.brand_string: {processor}\n");
    command(w, "/usr/sbin/sysctl", "hv_vmm_present", &said);
}

pub(super) fn patcher(w: &mut World, version: &str) {
    let said = format!("4D1FDA02-38C7-4A6A-9CC6-4BCCA8B30102:OCLP-Version\t{version}\n");
    command(w, "/usr/sbin/nvram", "OCLP-Version", &said);
}

pub(super) fn keeps(w: &mut World, path: &str, tree: Value) {
    w.set(&format!("preferences {path}"), Answer::Preferences(tree));
}

const PANES: &str = "/Library/Managed Preferences/com.apple.systempreferences.plist";
const CODE_HERE: &str = "e a code on this Mac";
const OFFLINE: &str = "even offline";
const SIGN_IN_HERE: &str = "sign in to iCloud on the Mac";

pub(super) const REPORTS: &[Report] = &[
    Report {
        name: "a guest of Parallels on an Intel Mac, signed in",
        macos: "14.6",
        change: |w| hardware(w, Some(1), "Parallels18,1", "Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz"),
        outlook: MIGHT,
        cause: &["mac/virtual-machine"],
        says: &["virtual machine", "real Mac"],
        never: &["nobody is signed in"],
    },
    Report {
        name: "a guest of VMware, signed out",
        macos: "12.7.6",
        change: |w| {
            hardware(w, Some(1), "VMware20,1", "Intel(R) Core(TM) i9-9880H CPU @ 2.30GHz");
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["virtual machine", "macOS 15"],
        never: &["nobody is signed in to iCloud", CODE_HERE],
    },
    Report {
        name: "a guest of QEMU under a Mac's model, before macOS knew the word",
        macos: "10.15.7",
        change: |w| {
            hardware(w, None, "iMacPro1,1", "Intel Core Processor (Haswell, no TSX)");
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["virtual machine"],
        never: &["nobody is signed in to iCloud"],
    },
    Report {
        name: "macOS 27.0 as a guest, signed in",
        macos: "27.0",
        change: faults::virtual_machine,
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["macOS 27"],
        never: &[],
    },
    Report {
        name: "macOS 27.0 as a guest, signed out",
        macos: "27.0",
        change: |w| {
            faults::virtual_machine(w);
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["real Mac"],
        never: &["nobody is signed in to iCloud"],
    },
    Report {
        name: "macOS 26 as a guest, signed in and silent",
        macos: "26.1",
        change: faults::virtual_machine,
        outlook: MIGHT,
        cause: &["mac/virtual-machine"],
        says: &["virtual machine"],
        never: &["nobody is signed in"],
    },
    Report {
        name: "a patched Mac that looks virtual since its patcher of 2022",
        macos: "12.7.6",
        change: |w| {
            hardware(w, Some(1), "MacBookPro9,2", "Intel(R) Core(TM) i5-3210M CPU @ 2.50GHz");
            patcher(w, "0.4.11");
        },
        outlook: CAN,
        cause: &[],
        says: &["OpenCore Legacy Patcher"],
        never: &["virtual machine"],
    },
    Report {
        name: "a patched Mac that is signed out after its patcher's update",
        macos: "14.6.1",
        change: |w| {
            hardware(w, Some(0), "MacBookPro11,3", "Intel(R) Core(TM) i7-4850HQ CPU @ 2.30GHz");
            patcher(w, "2.4.1");
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["OpenCore", "nobody is signed in"],
        never: &["virtual machine", CODE_HERE],
    },
    Report {
        name: "a profile hides the account's pane on a Mac that is signed out",
        macos: "13.6",
        change: |w| {
            faults::signed_out(w);
            keeps(w, PANES, json!({ "DisabledSystemSettings": ["com.apple.systempreferences.AppleIDSettings"] }));
        },
        outlook: CANNOT,
        cause: &["mac/restrictions"],
        says: &["organisation", "Ask IT"],
        never: &[SIGN_IN_HERE],
    },
    Report {
        name: "a profile hides the account's pane in System Preferences",
        macos: "12.7.6",
        change: |w| keeps(w, PANES, json!({ "DisabledPreferencePanes": ["com.apple.preferences.AppleIDPrefPane"] })),
        outlook: MIGHT,
        cause: &["mac/restrictions"],
        says: &["hides the account settings", "IT"],
        never: &[CODE_HERE],
    },
    Report {
        name: "a profile forbids account changes on a Mac that is signed in",
        macos: "26.1",
        change: faults::account_changes_forbidden,
        outlook: MIGHT,
        cause: &["mac/restrictions"],
        says: &["IT"],
        never: &["set a new password or add a trusted number on this Mac", SIGN_IN_HERE],
    },
    Report {
        name: "an organisation's Mac that was never enrolled, signed out",
        macos: "26.1",
        change: |w| {
            faults::signed_out(w);
            command(w, "/usr/bin/profiles", "enrollment", "Enrolled via DEP: Yes\nMDM enrollment: No\n");
        },
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["belongs to an organisation", "only its own accounts"],
        never: &[],
    },
    Report {
        name: "a slimming script switched iMessage's service off",
        macos: "15.7.1",
        change: |w| disabled(w, "com.apple.imagent"),
        outlook: CAN,
        cause: &[],
        says: &["imagent"],
        never: &["MIGHT"],
    },
    Report {
        name: "a slimming script switched the identity service off",
        macos: "14.6.1",
        change: |w| disabled(w, "com.apple.identityservicesd"),
        outlook: MIGHT,
        cause: &["mac/daemons-disabled"],
        says: &["identityservicesd", "launchctl enable"],
        never: &["Restart this Mac:"],
    },
    Report {
        name: "a slimming script switched push off",
        macos: "15.7.1",
        change: faults::services_off,
        outlook: CANNOT,
        cause: &["mac/daemons-disabled"],
        says: &["apsd", "launchctl enable"],
        never: &["Restart this Mac: that starts"],
    },
    Report {
        name: "adid is off and nobody is signed in",
        macos: "13.6",
        change: |w| {
            faults::signed_out(w);
            disabled(w, "com.apple.adid");
        },
        outlook: CANNOT,
        cause: &["mac/daemons-disabled"],
        says: &["adid", "launchctl enable system/com.apple.adid"],
        never: &["nobody is signed in to iCloud"],
    },
    Report {
        name: "followupd is off: what the account waits for never shows",
        macos: "26.1",
        change: |w| disabled(w, "com.apple.followupd"),
        outlook: MIGHT,
        cause: &["mac/daemons-disabled"],
        says: &["followupd"],
        never: &[],
    },
    Report {
        name: "the clock is an hour off, and all connections hold",
        macos: "15.7.1",
        change: |w| faults::clock_off(w, 3600),
        outlook: MIGHT,
        cause: &["clock/offset"],
        says: &["the clock is wrong", "60 min"],
        never: &[CODE_HERE, OFFLINE],
    },
    Report {
        name: "the clock stands in 2001 and its service is off",
        macos: "12.7.6",
        change: |w| {
            faults::clock_off(w, 817_000_000);
            disabled(w, "com.apple.timed");
        },
        outlook: CANNOT,
        cause: &["clock/offset", "mac/automatic-time"],
        says: &["clock"],
        never: &[CODE_HERE, OFFLINE],
    },
    Report {
        name: "the clock runs two years ahead",
        macos: "14.6.1",
        change: |w| {
            faults::clock_off(w, -63_000_000);
            for entry in w.entries.values_mut() {
                if let Ok(Answer::Handshake(HandshakeReport { result: Ok(shaken), .. })) = &mut entry.result {
                    shaken.trust = Trust::Expired;
                }
            }
        },
        outlook: CANNOT,
        cause: &["clock/offset"],
        says: &["the clock is wrong", "ahead"],
        never: &[CODE_HERE, OFFLINE],
    },
    Report {
        name: "the clock is a minute off, as many are",
        macos: "15.7.1",
        change: |w| faults::clock_off(w, 60),
        outlook: CAN,
        cause: &[],
        says: &[],
        never: &["MIGHT"],
    },
    Report {
        name: "Yosemite, which is too old for codes",
        macos: "10.10.5",
        change: |_| {},
        outlook: CANNOT,
        cause: &["mac/version"],
        says: &["10.10.5", "too old"],
        never: &[CODE_HERE, OFFLINE],
    },
    Report {
        name: "Sierra, signed out since iCloud ended there",
        macos: "10.12.6",
        change: faults::signed_out,
        outlook: CANNOT,
        cause: &["mac/version"],
        says: &["10.13"],
        never: &["nobody is signed in to iCloud", SIGN_IN_HERE],
    },
    Report {
        name: "Mojave is old, and codes come",
        macos: "10.14.6",
        change: |w| {
            faults::each(w, "command /usr/sbin/otctl", "", |_| Err(Miss::NotHere));
            hardware(w, None, "MacBookPro15,1", "Intel(R) Core(TM) i7-8750H CPU @ 2.20GHz");
            faults::each(w, "command /usr/sbin/kextstat", "", |_| Ok(Answer::Command(crate::world::output(""))));
        },
        outlook: CAN,
        cause: &[],
        says: &["iCloud > Account Details"],
        never: &["Sign-In & Security"],
    },
    Report {
        name: "a battery-powered Mac that drops its connections asleep",
        macos: "26.1",
        change: |w| {
            let said = "Battery Power:\n tcpkeepalive         0\nAC Power:\n tcpkeepalive         1\n";
            command(w, "/usr/bin/pmset", "custom", said);
        },
        outlook: CAN,
        cause: &[],
        says: &["on battery power"],
        never: &["MIGHT"],
    },
    Report {
        name: "an update waits, and changes nothing",
        macos: "26.1",
        change: |w| {
            keeps(
                w,
                "/Library/Preferences/com.apple.SoftwareUpdate.plist",
                json!({ "RecommendedUpdates": [{ "Display Name": "macOS Tahoe 26.2", "Display Version": "26.2" }] }),
            );
        },
        outlook: CAN,
        cause: &[],
        says: &["26.2 waits"],
        never: &["MIGHT"],
    },
];
