//! What the Mac is made of: guests, built machines, patched and mended Macs. As public reports describe them, expectations
//! before judging.

use super::machine::{hardware, keeps, patcher};
use super::{CAN, CANNOT, MIGHT, Report};
use crate::world::{World, output};
use crate::worlds::faults::{self, each};
use codesent_checks::Answer;
use codesent_checks::facts::{HandshakeReport, Trust};
use serde_json::json;

const RECORD: &str = "~/Library/Preferences/com.apple.identityservicesd.plist";
const NOBODY: &str = "nobody is signed in to iCloud";

/// The driver that self-built machines load.
pub(super) fn driver(w: &mut World) {
    each(w, "command /usr/sbin/kextstat", "", |_| {
        Ok(Answer::Command(output(
            "   52    3 0xffffff8003b5c000 0x28000 0x28000 as.vit9696.VirtualSMC (1.3.2) 0E1C43CE-0000-3000-8000-6B7D0A0A0A0A <13 7 6>\n",
        )))
    });
}

/// Apple's own guests.
pub(super) fn apples_guest(w: &mut World) {
    hardware(w, Some(1), "VirtualMac2,1", "Apple M1 (Virtual)");
}

/// iMessage and FaceTime refused for good, with Apple's alert.
pub(super) fn refused(w: &mut World) {
    let alert = json!({ "title": "You cannot sign in to iMessage on this Mac at this time.",
        "body": "To use this Mac with iMessage, contact Apple Support and provide the code below." });
    let account = json!([{ "status": -1, "error": 20, "internal_error": 31, "ever_registered": false, "aliases": 1, "alert": alert }]);
    let topics = json!({ "com.apple.madrid": account, "com.apple.ess": account });
    keeps(w, RECORD, json!({ "stored": true, "topics": topics, "others": { "registered": 29 } }));
    unlisted(w);
}

/// Neither Messages nor FaceTime lists an account.
pub(super) fn unlisted(w: &mut World) {
    for name in ["iMessage", "FaceTime"] {
        let path = format!("~/Library/Preferences/com.apple.imservice.ids.{name}.plist");
        keeps(w, &path, json!({ "ActiveAccounts": [], "OnlineAccounts": [] }));
    }
}

fn certificates(w: &mut World, trust: &Trust) {
    for entry in w.entries.values_mut() {
        if let Ok(Answer::Handshake(HandshakeReport { result: Ok(shaken), .. })) = &mut entry.result {
            shaken.trust = trust.clone();
        }
    }
}

pub(super) const REPORTS: &[Report] = &[
    // UTM 7479 and 7509, virtualOS 53: guests of 26.1 have no serial number on early M1 Macs; mended in 26.2
    Report {
        name: "macOS 26.1 as a guest on an early M1: the code is taken, and then no server is to be had",
        macos: "26.1",
        change: |w| {
            apples_guest(w);
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["26.2", "real Mac"],
        never: &[NOBODY, "where macOS 15 or later runs in it and under it"],
    },
    Report {
        name: "macOS 26.1 as a guest: iMessage fell out at the update, iCloud seems to be in",
        macos: "26.1",
        change: |w| {
            apples_guest(w);
            unlisted(w);
        },
        outlook: MIGHT,
        cause: &["mac/virtual-machine"],
        says: &["virtual machine", "real Mac"],
        never: &["sign out", NOBODY],
    },
    // ultimate-macOS-KVM 134, Docker-OSX 851: a guest that is told to hide it
    Report {
        name: "a guest that hides it, with a processor that no Mac was sold with",
        macos: "15.2",
        change: |w| {
            hardware(w, Some(0), "iMacPro1,1", "Intel(R) Core(TM) i9-14900K");
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["Apple did not make this machine"],
        never: &[NOBODY],
    },
    // ultimate-macOS-KVM 165: MOBILEME_CREATE_UNAVAILABLE_MAC
    Report {
        name: "a guest of KVM under an iMac Pro's name, signed out",
        macos: "14.7.3",
        change: |w| {
            hardware(w, Some(1), "iMacPro1,1", "Intel(R) Core(TM) i7-8700 CPU @ 3.20GHz");
            driver(w);
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["virtual machine", "real Mac"],
        never: &[NOBODY, "e a code on this Mac"],
    },
    // osx-proxmox-next 92
    Report {
        name: "a guest of Proxmox with Sequoia, and an unknown error",
        macos: "15.7.1",
        change: |w| {
            hardware(w, Some(1), "MacPro7,1", "Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz");
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["virtual machine"],
        never: &[NOBODY, "sign out"],
    },
    // Matebook-X-Pro-2018 123: verification failed after the step to Big Sur; another model's name mended it
    Report {
        name: "a built laptop whose sign-in fails since Big Sur",
        macos: "11.1",
        change: |w| {
            hardware(w, Some(0), "MacBookPro15,2", "Intel(R) Core(TM) i7-8550U CPU @ 1.80GHz");
            driver(w);
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["Apple did not make this machine"],
        never: &[NOBODY, "a virtual machine"],
    },
    // HaC-Mini 303
    Report {
        name: "a built Mac mini: iCloud works, iMessage and FaceTime do not",
        macos: "10.15.6",
        change: |w| {
            hardware(w, None, "Macmini8,1", "Intel(R) Core(TM) i7-8809G CPU @ 3.10GHz");
            driver(w);
            refused(w);
        },
        outlook: MIGHT,
        cause: &["mac/virtual-machine"],
        says: &["Apple did not make this machine"],
        never: &["sign out", "virtual machine"],
    },
    // XiaoMi-Pro-Hackintosh 141: before VirtualSMC was usual
    Report {
        name: "a built laptop with an older driver, under the name of a model that never had its processor",
        macos: "10.14.6",
        change: |w| {
            hardware(w, None, "MacBookPro14,1", "Intel(R) Core(TM) i7-8550U CPU @ 1.80GHz");
            each(w, "command /usr/sbin/kextstat", "", |_| Ok(Answer::Command(output(""))));
            refused(w);
        },
        outlook: MIGHT,
        cause: &["mac/virtual-machine"],
        says: &["Apple did not make this machine"],
        never: &["sign out"],
    },
    // OpenCore-Legacy-Patcher-T2 352
    Report {
        name: "a patched Air of 2015 with Tahoe under another Mac's name: verification failed",
        macos: "26.6.2",
        change: |w| {
            hardware(w, Some(0), "MacBookPro16,1", "Intel(R) Core(TM) i5-5250U CPU @ 1.60GHz");
            patcher(w, "4.0.0");
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["account/icloud", "mac/patched"],
        says: &["OpenCore", "model"],
        never: &["virtual machine", "e a code on this Mac"],
    },
    // Patched-Sur 421: its patches leave no mark
    Report {
        name: "a patched iMac without OpenCore whose Messages never finish signing in",
        macos: "11.2.3",
        change: |w| {
            hardware(w, Some(0), "iMac14,2", "Intel(R) Core(TM) i5-4670 CPU @ 3.40GHz");
            let waits = json!([{ "status": 2, "aliases": 1, "ever_registered": false }]);
            keeps(
                w,
                RECORD,
                json!({ "stored": true, "topics": { "com.apple.madrid": waits, "com.apple.ess": waits } }),
            );
            unlisted(w);
        },
        outlook: CAN,
        cause: &[],
        says: &["codes do not travel over"],
        never: &["MIGHT", "sign out"],
    },
    // ryzen-hackintosh 8
    Report {
        name: "a machine with an AMD processor left iCloud at a test version and cannot come back",
        macos: "11.0",
        change: |w| {
            hardware(w, Some(0), "iMacPro1,1", "AMD Ryzen 7 2700 Eight-Core Processor");
            driver(w);
            faults::signed_out(w);
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine"],
        says: &["Apple did not make this machine"],
        never: &[NOBODY],
    },
    // bluebubbles-server 650
    Report {
        name: "a guest of Big Sur that is thrown out of iMessage after ten seconds",
        macos: "11.7.10",
        change: |w| {
            hardware(w, Some(1), "iMacPro1,1", "Intel(R) Core(TM) i5-9400F CPU @ 2.90GHz");
            refused(w);
        },
        outlook: MIGHT,
        cause: &["mac/virtual-machine"],
        says: &["virtual machine"],
        never: &["sign out", "iMessage is not registered"],
    },
    // Engadget, 2013-01-14: a logic board that was replaced, without a serial number since
    Report {
        name: "an iMac with a new logic board: iMessage is refused, iCloud works",
        macos: "13.6",
        change: |w| {
            hardware(w, Some(0), "iMac18,3", "Intel(R) Core(TM) i5-7500 CPU @ 3.40GHz");
            refused(w);
        },
        outlook: CAN,
        cause: &[],
        says: &["Apple Support", "codes do not travel over"],
        never: &["sign out", "MIGHT"],
    },
    Report {
        name: "a Mac Pro with faster processors than it was sold with, patched, all well",
        macos: "12.7.6",
        change: |w| {
            hardware(w, Some(0), "MacPro5,1", "Intel(R) Xeon(R) CPU X5690 @ 3.47GHz");
            patcher(w, "1.5.0");
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["Apple did not make", "MIGHT"],
    },
    Report {
        name: "an iMac with a processor that its owner put in, all well",
        macos: "12.7.6",
        change: |w| hardware(w, Some(0), "iMac19,1", "Intel(R) Core(TM) i9-9900K CPU @ 3.60GHz"),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["Apple did not make", "OpenCore"],
    },
    // Gigabyte-Z590i-Vision-D-11900k 16: the year became 2038
    Report {
        name: "a built machine whose clock stands in 2038 since the last start",
        macos: "13.6",
        change: |w| {
            hardware(w, Some(0), "MacPro7,1", "11th Gen Intel(R) Core(TM) i9-11900K @ 3.50GHz");
            driver(w);
            faults::clock_off(w, -365_000_000);
            certificates(w, &Trust::Expired);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["clock/offset"],
        says: &["the clock is wrong", "ahead"],
        never: &["sign out", "e a code on this Mac"],
    },
    // QuickRadar 86
    Report {
        name: "Yosemite: there is no field for the code",
        macos: "10.10.5",
        change: |w| {
            hardware(w, None, "MacBookPro11,1", "Intel(R) Core(TM) i5-4278U CPU @ 2.60GHz");
            faults::each(w, "command /usr/sbin/kextstat", "", |_| Ok(Answer::Command(crate::world::output(""))));
            faults::each(w, "command /usr/bin/profiles", "", |_| {
                Ok(Answer::Command(crate::world::output("profiles: the command line is invalid\n")))
            });
        },
        outlook: CANNOT,
        cause: &["mac/version"],
        says: &["right after it, the six digits"],
        never: &["e a code on this Mac", "sign out"],
    },
    Report {
        name: "El Capitan, still signed in",
        macos: "10.11.6",
        change: |w| {
            hardware(w, None, "MacBookPro8,1", "Intel(R) Core(TM) i5-2415M CPU @ 2.30GHz");
            faults::each(w, "command /usr/sbin/kextstat", "", |_| Ok(Answer::Command(crate::world::output(""))));
        },
        outlook: MIGHT,
        cause: &["mac/version"],
        says: &["10.13", "10.11.6"],
        never: &["CANNOT", "sign out"],
    },
];
