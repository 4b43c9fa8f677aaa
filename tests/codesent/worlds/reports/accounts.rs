//! What lay with the account, with Apple, or with neither: refusals, passwords, lists, outages.

use super::machine::{hardware, keeps, patcher};
use super::{CAN, CANNOT, MIGHT, Report, command, disabled};
use crate::world::World;
use crate::worlds::faults;
use codesent_checks::facts::{Fetched, Response, TextFile};
use codesent_checks::{Answer, Miss};
use serde_json::{Value, json};

const RECORD: &str = "~/Library/Preferences/com.apple.identityservicesd.plist";
const ACCOUNTS: &str = "~/Library/Preferences/MobileMeAccounts.plist";

/// Both services with the same registration, or each with its own.
fn registrations(w: &mut World, messages: &Value, facetime: &Value) {
    let account = |said: &Value| {
        let mut account = json!({ "ever_registered": true, "aliases": 2, "validated": 2 });
        for (key, value) in said.as_object().unwrap() {
            account[key] = value.clone();
        }
        json!([account])
    };
    let topics = json!({ "com.apple.madrid": account(messages), "com.apple.ess": account(facetime) });
    keeps(w, RECORD, json!({ "stored": true, "topics": topics }));
}

fn down(w: &mut World, services: &[&str]) {
    let event = json!({ "statusType": "Outage", "eventStatus": "ongoing", "message": "Users cannot use it.",
        "usersAffected": "Some users are affected", "epochStartDate": (crate::world::NOW - 3600) * 1000 });
    let names =
        ["Apple Account", "iCloud Account & Sign In", "iMessage", "FaceTime", "iCloud Mail", "iCloud Drive", "Photos"];
    let row = |name: &str| {
        let events = if services.contains(&name) { vec![&event] } else { vec![] };
        json!({ "serviceName": name, "redirectUrl": null, "events": events })
    };
    let body = json!({ "drpost": false, "drMessage": null, "services": names.map(row) }).to_string();
    faults::each(w, "fetch ", "data/system_status_en_US.js", |_| {
        let response = Response {
            status: 200,
            body: body.clone(),
            length: body.len(),
            date_offset_ms: Some(400),
            ..Response::default()
        };
        Ok(Answer::Fetch(Fetched { result: Ok(response) }))
    });
}

fn list(w: &mut World, said: &str) {
    command(w, "/usr/sbin/otctl", "status", &format!("{{\"trusted_devices\":{said}}}\n"));
}

fn database(w: &mut World, level: i64, revoked: bool) {
    let row = |key: &str, value: Value| {
        [("account", json!(1)), ("key", json!(key)), ("value", value)]
            .map(|(key, value)| (key.to_owned(), value))
            .into()
    };
    let rows = vec![row("security-level", json!(level)), row("DeviceTrustRevoked", json!(revoked))];
    faults::each(w, "database ", "Accounts4", |_| Ok(Answer::Rows(rows.clone())));
}

pub(super) const REPORTS: &[Report] = &[
    Report {
        name: "a school's account on a pupil's own Mac",
        macos: "15.7.1",
        change: faults::managed_account,
        outlook: MIGHT,
        cause: &["account/managed"],
        says: &["school or company", "Ask your school"],
        never: &["iforgot", "nobody is signed in"],
    },
    Report {
        name: "the account's database says that trust was taken back",
        macos: "14.6.1",
        change: |w| database(w, 4, true),
        outlook: MIGHT,
        cause: &["account/two-factor"],
        says: &["no longer trusts this Mac"],
        never: &["e a code on this Mac", "Restart"],
    },
    Report {
        name: "an account without two-factor authentication",
        macos: "13.6",
        change: |w| database(w, 2, false),
        outlook: MIGHT,
        cause: &["account/two-factor"],
        says: &["two-factor authentication is off"],
        never: &["e a code on this Mac"],
    },
    Report {
        name: "somebody took this Mac off the list",
        macos: "26.1",
        change: |w| list(w, r#"{"state":"Ready","two_factor":true,"this_mac":"removed","listed":1}"#),
        outlook: &["can", "might_not"],
        cause: &[],
        says: &["somebody removed it"],
        never: &[],
    },
    Report {
        name: "pushed off a full list",
        macos: "15.7.1",
        change: |w| list(w, r#"{"state":"Ready","two_factor":true,"this_mac":"pushed_out","listed":20}"#),
        outlook: &["can", "might_not"],
        cause: &[],
        says: &["the list is full"],
        never: &[],
    },
    Report {
        name: "the only trusted device is this Mac",
        macos: "26.1",
        change: |w| list(w, r#"{"state":"Ready","two_factor":true,"this_mac":"listed","listed":1}"#),
        outlook: CAN,
        cause: &[],
        says: &["Is another device signed in"],
        never: &["MIGHT"],
    },
    Report {
        name: "Advanced Data Protection and a macOS that it shuts out",
        macos: "12.7.6",
        change: |w| {
            list(w, r#"{"state":"Ready","this_mac":"listed","listed":2,"advanced_data_protection":true}"#);
        },
        outlook: &["can", "might_not"],
        cause: &[],
        says: &["13.1"],
        never: &[],
    },
    Report {
        name: "Apple refuses FaceTime with its alert",
        macos: "15.7.1",
        change: |w| {
            let alert =
                json!({ "title": "FaceTime activation", "body": "Could not sign in. Please contact Apple Support." });
            let refused = json!({ "status": -1, "error": 20, "internal_error": 31, "alert": alert });
            registrations(w, &json!({ "status": 5 }), &refused);
        },
        outlook: CAN,
        cause: &[],
        says: &["Apple Support", "codes do not travel over"],
        never: &["sign out", "MIGHT"],
    },
    Report {
        name: "no registration reaches Apple, though the network does",
        macos: "14.6.1",
        change: |w| {
            let lost = json!({ "status": -1, "error": 2, "internal_error": 8 });
            registrations(w, &lost, &lost);
        },
        outlook: CAN,
        cause: &[],
        says: &["no service could reach Apple"],
        never: &["MIGHT"],
    },
    Report {
        name: "too many tries at iMessage",
        macos: "26.1",
        change: |w| {
            registrations(w, &json!({ "status": -1, "error": 2, "internal_error": 30 }), &json!({ "status": 5 }));
        },
        outlook: CAN,
        cause: &[],
        says: &["wants you to wait"],
        never: &["MIGHT"],
    },
    Report {
        name: "only iMessage wants its password again",
        macos: "26.1",
        change: |w| {
            registrations(w, &json!({ "status": -1, "error": 2, "internal_error": 10 }), &json!({ "status": 5 }));
        },
        outlook: CAN,
        cause: &[],
        says: &["wants the password again"],
        never: &["MIGHT"],
    },
    Report {
        name: "signed in to iMessage alone",
        macos: "12.7.6",
        change: faults::imessage_only,
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["only iMessage is signed in"],
        never: &["e a code on this Mac"],
    },
    Report {
        name: "macOS counts an account that the list does not name",
        macos: "13.6",
        change: |w| {
            keeps(w, ACCOUNTS, json!({ "Accounts": [] }));
            keeps(
                w,
                "/Library/Preferences/SystemConfiguration/com.apple.accounts.exists.plist",
                json!({ "com.apple.account.AppleAccount.exists": 1, "com.apple.account.AppleAccount.count": 1 }),
            );
        },
        outlook: MIGHT,
        cause: &["account/icloud"],
        says: &["contradict", "your name"],
        never: &["nobody is signed in"],
    },
    Report {
        name: "two accounts on one Mac",
        macos: "26.1",
        change: |w| {
            let account = json!({ "AccountID": "(present)", "isManagedAppleID": false });
            keeps(w, ACCOUNTS, json!({ "Accounts": [account, account] }));
        },
        outlook: CAN,
        cause: &[],
        says: &["Another account"],
        never: &["MIGHT"],
    },
    Report {
        name: "Apple's sign-in is down, and its page says so",
        macos: "26.1",
        change: |w| {
            down(w, &["Apple Account"]);
            for host in ["gsa.apple.com", "idmsa.apple.com"] {
                faults::unreachable(w, host, codesent_checks::facts::ConnectOutcome::NoReply);
            }
        },
        outlook: &["cannot", "might_not"],
        cause: &["status/apple-account"],
        says: &["Apple itself reports", "Do not retry while Apple repairs it"],
        never: &["hotspot"],
    },
    Report {
        name: "half of iCloud is down, and the row of the account says nothing",
        macos: "15.7.1",
        change: |w| down(w, &["iCloud Mail", "iCloud Drive", "Photos", "iMessage"]),
        outlook: MIGHT,
        cause: &["status/apple-account"],
        says: &["Apple itself reports", "together"],
        never: &["Restart", "hotspot"],
    },
    Report {
        name: "only iMessage is down at Apple",
        macos: "15.7.1",
        change: |w| down(w, &["iMessage"]),
        outlook: CAN,
        cause: &[],
        says: &["iMessage: outage"],
        never: &["MIGHT"],
    },
    Report {
        name: "signed out while Apple's sign-in is down",
        macos: "14.6.1",
        change: |w| {
            faults::signed_out(w);
            down(w, &["iCloud Account & Sign In"]);
        },
        outlook: CANNOT,
        cause: &["account/icloud", "status/icloud-sign-in"],
        says: &["Apple itself reports"],
        never: &["e a code on this Mac"],
    },
    Report {
        name: "a VPN is on, and nobody is signed in",
        macos: "15.7.1",
        change: |w| {
            faults::signed_out(w);
            faults::full_tunnel(w);
        },
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["nobody is signed in"],
        never: &["VPN", "Switch"],
    },
    Report {
        name: "enrolment was sent nowhere, and nobody is signed in",
        macos: "26.1",
        change: |w| {
            faults::signed_out(w);
            let text = "127.0.0.1 localhost\n0.0.0.0 deviceenrollment.apple.com\n0.0.0.0 mdmenrollment.apple.com\n0.0.0.0 iprofiles.apple.com\n";
            w.set("file /etc/hosts", Answer::Text(TextFile { text: text.into(), cut: false }));
        },
        outlook: CANNOT,
        cause: &["account/icloud"],
        says: &["belongs to an organisation", "/etc/hosts blocks the names of enrolment"],
        never: &["the file /etc/hosts sends"],
    },
    Report {
        name: "a patched Mac that was slimmed too",
        macos: "14.6.1",
        change: |w| {
            hardware(w, Some(0), "MacBookPro11,3", "Intel(R) Core(TM) i7-4850HQ CPU @ 2.30GHz");
            patcher(w, "2.4.1");
            faults::signed_out(w);
            disabled(w, "com.apple.akd");
        },
        outlook: CANNOT,
        cause: &["mac/daemons-disabled"],
        says: &["akd", "launchctl enable system/com.apple.akd", "OpenCore"],
        never: &["virtual machine"],
    },
    Report {
        name: "it logs in by itself, and its keychain was set aside",
        macos: "15.7.1",
        change: |w| {
            w.set("folder /etc", Answer::Folder(vec!["kcpassword".into()]));
            w.set("folder ~/Library/Keychains", Answer::Folder(vec!["login_renamed_1.keychain-db".into()]));
        },
        outlook: CAN,
        cause: &[],
        says: &["it logs in by itself", "it was set aside once"],
        never: &["MIGHT"],
    },
    Report {
        name: "the terminal may read nothing of the account",
        macos: "26.1",
        change: faults::denied,
        outlook: MIGHT,
        cause: &[],
        says: &["whether it is signed in to iCloud"],
        never: &["nobody is signed in", "CANNOT"],
    },
    Report {
        name: "another person's home, with nobody signed in",
        macos: "14.6.1",
        change: |w| {
            w.run.rerooted = true;
            faults::signed_out(w);
        },
        outlook: &["cannot_tell"],
        cause: &["account/icloud"],
        says: &["in the files that were read"],
        never: &["This Mac CANNOT", "sign in to iCloud on this Mac", "not on this Mac"],
    },
    Report {
        name: "another person's home, signed in, before this Mac's broken network",
        macos: "14.6.1",
        change: |w| {
            w.run.rerooted = true;
            faults::no_network(w);
        },
        outlook: &["cannot_tell"],
        cause: &["dns/resolver", "network/internet"],
        says: &["The files that were read are signed in"],
        never: &["This Mac CANNOT", "Make a code on this Mac"],
    },
    Report {
        name: "the clock, the guest and nobody: what cannot be mended comes first",
        macos: "13.6",
        change: |w| {
            faults::virtual_machine(w);
            faults::signed_out(w);
            faults::clock_off(w, 600);
            faults::each(w, "command /usr/sbin/otctl", "", |_| Err(Miss::NotHere));
        },
        outlook: CANNOT,
        cause: &["mac/virtual-machine", "clock/offset"],
        says: &["macOS 15"],
        never: &["nobody is signed in to iCloud."],
    },
];
