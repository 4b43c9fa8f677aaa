//! Every fact that is asked of the Mac and its account: what a Mac without it shows, one with it, and one on which it
//! cannot be seen, which is never a pass.

use super::faults::{self, each};
use crate::world::{World, output};
use codesent_checks::facts::{FetchFailure, Fetched, TextFile};
use codesent_checks::{Answer, Miss, Permission, Row, Status, all, judge};
use serde_json::json;

struct Fact {
    check: &'static str,
    macos: &'static str,
    /// Makes it so, and what is said then.
    with: (fn(&mut World), Status, &'static str),
    /// Keeps it from being seen.
    unseen: fn(&mut World),
}

fn command(world: &mut World, line: &str, part: &str, said: &str) {
    each(world, &format!("command {line}"), part, |_| Ok(Answer::Command(output(said))));
}

fn late(world: &mut World, prefix: &str, part: &str) {
    each(world, prefix, part, |_| Err(Miss::TimedOut));
}

fn denied(world: &mut World, key: &str) {
    each(world, key, "", |_| Err(Miss::Denied(Permission::FilePermissions)));
}

fn intel(world: &mut World, guest: &str) {
    let said = format!(
        "{guest}hw.model: MacBookPro11,3\nmachdep.cpu.brand_string: Intel(R) Core(TM) i7-4850HQ CPU @ 2.30GHz\n"
    );
    command(world, "/usr/sbin/sysctl", "hv_vmm_present", &said);
}

fn off(world: &mut World, label: &str) {
    let list = format!("disabled services = {{\n\t\t\"{label}\" => disabled\n}}\n");
    command(world, "/bin/launchctl print-disabled", "system", &list);
}

fn listed(world: &mut World, kept: &str) {
    command(world, "/usr/sbin/otctl", "status", &format!("{{\"trusted_devices\":{kept}}}\n"));
}

const PANES: &str = "preferences /Library/Managed Preferences/com.apple.systempreferences.plist";
const RECORD: &str = "preferences ~/Library/Preferences/com.apple.identityservicesd.plist";

const FACTS: &[Fact] = &[
    Fact {
        check: "account/trusted-devices",
        macos: "26.1",
        with: (|w| listed(w, r#"{"state":"Ready","this_mac":"removed","listed":1}"#), Status::Warn, "removed"),
        unseen: |w| late(w, "command /usr/sbin/otctl", ""),
    },
    Fact {
        check: "account/trusted-devices",
        macos: "12.7.6",
        with: (
            |w| listed(w, r#"{"state":"Ready","this_mac":"listed","listed":2,"advanced_data_protection":true}"#),
            Status::Warn,
            "shut-out",
        ),
        unseen: |w| listed(w, r#"{"state":"Ready"}"#),
    },
    Fact {
        check: "account/trusted-devices",
        macos: "26.1",
        with: (|w| listed(w, r#"{"state":"Ready","two_factor":false}"#), Status::Warn, "no-two-factor"),
        unseen: |w| command(w, "/usr/sbin/otctl", "status", ""),
    },
    Fact {
        check: "account/password-again",
        macos: "26.1",
        with: (
            |w| {
                let account = json!([{ "status": -1, "error": 2, "internal_error": 10 }]);
                let topics = json!({ "com.apple.madrid": account, "com.apple.ess": account });
                w.set(RECORD, Answer::Preferences(json!({ "stored": true, "topics": topics })));
            },
            Status::Warn,
            "all-services",
        ),
        unseen: |w| late(w, RECORD, ""),
    },
    Fact {
        check: "mac/virtual-machine",
        macos: "27.0",
        with: (faults::virtual_machine, Status::Fail, "no-push"),
        unseen: |w| late(w, "command /usr/sbin/sysctl", "hv_vmm_present"),
    },
    Fact {
        check: "mac/virtual-machine",
        macos: "13.6",
        with: (
            |w| {
                let said = "hw.model: iMac14,2\nmachdep.cpu.brand_string: Common KVM processor\n";
                command(w, "/usr/sbin/sysctl", "hv_vmm_present", said);
            },
            Status::Warn,
            "virtual",
        ),
        unseen: |w| {
            intel(w, "kern.hv_vmm_present: 0\n");
            late(w, "command /usr/sbin/kextstat", "");
        },
    },
    Fact {
        check: "mac/patched",
        macos: "14.6.1",
        with: (
            |w| {
                intel(w, "kern.hv_vmm_present: 0\n");
                let said = "4D1FDA02-38C7-4A6A-9CC6-4BCCA8B30102:OCLP-Version\t2.4.1\n";
                command(w, "/usr/sbin/nvram", "OCLP-Version", said);
            },
            Status::Warn,
            "patched",
        ),
        unseen: |w| {
            intel(w, "kern.hv_vmm_present: 0\n");
            late(w, "command /usr/sbin/nvram", "");
        },
    },
    Fact {
        check: "mac/daemons-disabled",
        macos: "26.1",
        with: (|w| off(w, "com.apple.adid"), Status::Warn, "disabled"),
        unseen: |w| late(w, "command /bin/launchctl print-disabled", ""),
    },
    Fact {
        check: "mac/daemons-disabled",
        macos: "26.1",
        with: (|w| off(w, "com.apple.imagent"), Status::Info, "calls-and-messages-off"),
        unseen: |w| command(w, "/bin/launchctl print-disabled", "user", "Bad request.\n"),
    },
    Fact {
        check: "mac/restrictions",
        macos: "26.1",
        with: (
            |w| {
                let hides = json!({ "DisabledSystemSettings": ["com.apple.systempreferences.AppleIDSettings"] });
                w.set(PANES, Answer::Preferences(hides));
            },
            Status::Warn,
            "pane-hidden",
        ),
        unseen: |w| denied(w, PANES),
    },
    Fact {
        check: "mac/managed",
        macos: "26.1",
        with: (
            |w| command(w, "/usr/bin/profiles", "enrollment", "Enrolled via DEP: Yes\nMDM enrollment: No\n"),
            Status::Info,
            "owned-only",
        ),
        unseen: |w| late(w, "command /usr/bin/profiles", "enrollment"),
    },
    Fact {
        check: "mac/managed",
        macos: "26.1",
        with: (
            |w| {
                let text = "0.0.0.0 deviceenrollment.apple.com\n0.0.0.0 albert.apple.com\n".into();
                w.set("file /etc/hosts", Answer::Text(TextFile { text, cut: false }));
            },
            Status::Info,
            "kept-out",
        ),
        unseen: |w| late(w, "command /usr/bin/profiles", "enrollment"),
    },
    Fact {
        check: "mac/automatic-login",
        macos: "26.1",
        with: (|w| w.set("folder /etc", Answer::Folder(vec!["kcpassword".into()])), Status::Info, "automatic"),
        unseen: |w| w.put("folder /etc", Err(Miss::Denied(Permission::FilePermissions))),
    },
    Fact {
        check: "mac/login-keychain",
        macos: "26.1",
        with: (
            |w| w.set("folder ~/Library/Keychains", Answer::Folder(vec!["login_renamed_1.keychain-db".into()])),
            Status::Info,
            "set-aside",
        ),
        unseen: |w| denied(w, "folder ~/Library/Keychains"),
    },
    Fact {
        check: "mac/sleep-push",
        macos: "26.1",
        with: (|w| command(w, "/usr/bin/pmset", "custom", "AC Power:\n tcpkeepalive         0\n"), Status::Info, "off"),
        unseen: |w| command(w, "/usr/bin/pmset", "custom", ""),
    },
    Fact {
        check: "mac/update-waiting",
        macos: "26.1",
        with: (
            |w| {
                let list = json!({ "RecommendedUpdates": [{ "Display Name": "macOS Tahoe 26.2", "Display Version": "26.2" }] });
                w.set("preferences /Library/Preferences/com.apple.SoftwareUpdate.plist", Answer::Preferences(list));
            },
            Status::Info,
            "waiting",
        ),
        unseen: |w| w.put("preferences /Library/Preferences/com.apple.SoftwareUpdate.plist", Err(Miss::NotHere)),
    },
    Fact {
        check: "status/apple-account",
        macos: "26.1",
        with: (
            |w| {
                let event = json!({ "statusType": "Outage", "eventStatus": "ongoing" });
                let row =
                    |name: &str, events: Vec<&serde_json::Value>| json!({ "serviceName": name, "events": events });
                let mut rows = vec![row("Apple Account", vec![])];
                rows.extend(["iCloud Mail", "iCloud Drive", "Photos"].map(|name| row(name, vec![&event])));
                let body = json!({ "services": rows }).to_string();
                each(w, "fetch ", "data/system_status_en_US.js", |_| {
                    let page = codesent_checks::facts::Response {
                        status: 200,
                        length: body.len(),
                        body: body.clone(),
                        ..Default::default()
                    };
                    Ok(Answer::Fetch(Fetched { result: Ok(page) }))
                });
            },
            Status::Fail,
            "together",
        ),
        unseen: |w| {
            each(w, "fetch ", "data/system_status_en_US.js", |_| {
                Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::TooLarge) }))
            });
        },
    },
];

fn row(fact: &Fact, change: impl Fn(&mut World)) -> Row {
    let mut world = World::healthy(fact.macos);
    change(&mut world);
    let checks: Vec<_> = all().collect();
    judge(&checks, &world.answers()).into_iter().find(|row| row.check.id == fact.check).unwrap()
}

#[test]
fn each_fact_is_told_where_it_is_and_is_no_pass_where_it_cannot_be_seen() {
    for fact in FACTS {
        let (with, status, reason) = fact.with;
        let without = row(fact, |_| {});
        let well = without.verdict.status == Status::Pass || !without.found();
        assert!(well, "{} without {reason}: {}", fact.check, without.verdict.saw);
        assert_ne!(without.verdict.reason, Some(reason), "{}", fact.check);
        let found = row(fact, with).verdict;
        assert_eq!((found.status, found.reason), (status, Some(reason)), "{}: {}", fact.check, found.saw);
        let unseen = row(fact, fact.unseen);
        assert_ne!(unseen.verdict.status, Status::Pass, "{}: {}", fact.check, unseen.verdict.saw);
        assert_ne!(unseen.verdict.reason, Some(reason), "{}", fact.check);
        let says_so = matches!(unseen.verdict.status, Status::Unknown | Status::Skip) || !unseen.found();
        assert!(says_so, "{}: {}", fact.check, unseen.verdict.saw);
    }
}
