//! What the readers make of real captures of macOS tools.
//!
//! The captures lie outside the repository, in the folder that `CODESENT_SAMPLES` names: one folder a kind of text, and an
//! `INDEX.md` with what must be said of each. Without the variable these tests say that they skip.

#![allow(clippy::disallowed_methods)]

use codesent_checks::commands::{
    DISABLED_SYSTEM, DISABLED_USER, DNS, ENROLLMENT, FIREWALL, HARDWARE, IFCONFIG, NC_LIST, NETSTAT, NWI,
    ROUTE_TO_APPLE, VIRTUAL_SMC,
};
use codesent_checks::facts::{CommandOutput, Process};
use codesent_checks::preferences::SYSTEM_VERSION;
use codesent_checks::read::products::Role;
use codesent_checks::read::{connections, ifconfig, products, system_extensions};
use codesent_checks::shared::tunnels::{self, Grade, Signs};
use codesent_checks::{Answer, Answers, Command, Entry, Platform, Question, Run, Status, find};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A folder of captures, the kind of text in it, and the question it answers on a whole Mac.
const KINDS: &[(&str, &str, Option<&Command>)] = &[
    ("ifconfig", "ifconfig", Some(&IFCONFIG)),
    ("ifconfig-v", "ifconfig -v", Some(&IFCONFIG)),
    ("netstat-rn", "netstat -rn", Some(&NETSTAT)),
    ("route-get", "route get", Some(&ROUTE_TO_APPLE)),
    ("route-get-default", "route get", Some(&ROUTE_TO_APPLE)),
    ("scutil-nwi", "scutil --nwi", Some(&NWI)),
    ("scutil-dns", "scutil --dns", Some(&DNS)),
    ("scutil-nc-list", "scutil --nc list", Some(&NC_LIST)),
];

/// What the captures of macOS 15, 26 and 27 say by themselves, by the index's words about each machine. A tunnel that is
/// down keeps its agent: a hint, and no VPN.
const GRADES: &[(&str, Grade)] = &[
    ("26.6.2_xray_half_route_T1.txt", Grade::Full),
    ("26.6.2_xray_off_T2.txt", Grade::None),
    ("26_full_tunnel_and_tailscale.txt", Grade::Full),
    ("26_vm_vmnet_no_vpn.txt", Grade::None),
    ("15_agent_without_desc.txt", Grade::Active),
    ("15_down_tunnel_keeps_agent.txt", Grade::Weak),
    ("26_is_vpn_xflags_4010004.txt", Grade::Active),
    ("26_fake_ip_default.txt", Grade::Active),
    ("26_utun7_without_server.txt", Grade::Full),
    ("26.6.2_xray_half_route.txt", Grade::Full),
    // A service alone; beside the interfaces, below, it is none.
    ("26.5_tailscale_down_still_connected.txt", Grade::Active),
];

struct Capture {
    folder: String,
    file: String,
    rule: String,
    text: String,
}

impl Capture {
    fn command(&self) -> Option<&'static Command> {
        KINDS.iter().find(|(folder, ..)| *folder == self.folder)?.2
    }

    /// The grade in the index, or what its words about the newest captures mean; none where nothing can be said.
    fn grade(&self) -> Option<Grade> {
        if let Some((_, grade)) = GRADES.iter().find(|(file, _)| *file == self.file) {
            return Some(*grade);
        }
        [("**FULL**", Grade::Full), ("**ACTIVE**", Grade::Active), ("**WEAK**", Grade::Weak), ("**NONE**", Grade::None)]
            .into_iter()
            .find(|(word, _)| self.rule.contains(word))
            .map(|(_, grade)| grade)
    }
}

fn captures() -> Option<Vec<Capture>> {
    let Ok(samples) = std::env::var("CODESENT_SAMPLES") else {
        println!("skipped: CODESENT_SAMPLES is not set");
        return None;
    };
    let root = PathBuf::from(samples).join("captures");
    let index = std::fs::read_to_string(root.join("INDEX.md")).expect("the index of the captures");
    let (mut folder, mut list) = (String::new(), Vec::new());
    for line in index.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            name.trim().clone_into(&mut folder);
        }
        let Some(file) = line.strip_prefix("| ").and_then(|rest| rest.split(" | ").next()) else { continue };
        // The captures of the newest versions stand in one list, each with its folder.
        let (folder, file) = file.trim().split_once('/').unwrap_or((&folder, file.trim()));
        let Ok(bytes) = std::fs::read(root.join(folder).join(file)) else { continue };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        list.push(Capture { folder: folder.into(), file: file.into(), rule: line.into(), text });
    }
    assert!(!list.is_empty(), "the index lists no capture");
    Some(list)
}

/// A Mac of which only these texts are known.
fn mac(texts: &[(&'static Command, &str)]) -> Answers {
    let answer = |answer| Entry { ms: 1, result: Ok(answer) };
    let version = Answer::Preferences(json!({ "ProductVersion": "15.2" }));
    let mut entries = BTreeMap::from([(Question::Preferences(&SYSTEM_VERSION).key(), answer(version))]);
    for (command, text) in texts {
        let output = CommandOutput { exit: Some(0), stdout: (*text).into(), stderr: String::new(), cut: false };
        entries.insert(Question::Command(command).key(), answer(Answer::Command(output)));
    }
    let run = Run {
        started: 1_795_557_600_000,
        duration_ms: 0,
        platform: Platform { os: "macos".into(), arch: String::new() },
        offline: false,
        rerooted: false,
    };
    Answers::new(run, entries)
}

fn reason(answers: &Answers) -> (Status, Option<&'static str>) {
    let rows = codesent_checks::judge(&[find("vpn/active").unwrap()], answers);
    (rows[0].verdict.status, rows[0].verdict.reason)
}

#[test]
fn every_text_by_itself_says_what_the_index_says() {
    let Some(captures) = captures() else { return };
    let mut wrong = Vec::new();
    for capture in &captures {
        let Some((_, kind, _)) = KINDS.iter().find(|(folder, ..)| *folder == capture.folder) else { continue };
        let found = tunnels::alone(kind, &capture.text).expect("a kind of text that is read").ok();
        let expected = capture.grade();
        if found != expected && !(expected.is_none() && found == Some(Grade::None)) {
            wrong.push(format!("{}/{}: {found:?}, not {expected:?}", capture.folder, capture.file));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_same_interfaces_as_typed_facts_say_the_same() {
    let Some(captures) = captures() else { return };
    for capture in captures.iter().filter(|capture| capture.folder == "ifconfig") {
        let states = ifconfig::interfaces(&capture.text).expect("a readable capture");
        let interfaces = Some(states.iter().flat_map(ifconfig::State::facts).collect());
        let tunnel = tunnels::decide(&Signs { interfaces, ..Signs::default() }).expect("a verdict");
        assert_eq!(Some(tunnel.grade), capture.grade(), "{}", capture.file);
    }
}

#[test]
fn a_whole_mac_with_one_text_is_judged_by_it() {
    let Some(captures) = captures() else { return };
    for capture in &captures {
        let (Some(command), Some(grade)) = (capture.command(), capture.grade()) else { continue };
        let (status, reason) = reason(&mac(&[(command, &capture.text)]));
        let shows_absence = ![&DNS, &NWI, &NC_LIST].iter().any(|one| std::ptr::eq(*one, command));
        match grade {
            Grade::Full => assert_eq!((status, reason), (Status::Info, Some("full-tunnel")), "{}", capture.file),
            Grade::Active => assert_eq!(status, Status::Info, "{}", capture.file),
            Grade::Weak => assert_eq!((status, reason), (Status::Pass, Some("hint-only")), "{}", capture.file),
            Grade::None if shows_absence => assert_eq!(status, Status::Pass, "{}", capture.file),
            // What lists services or resolvers cannot show that there is no tunnel.
            Grade::None => assert_eq!(status, Status::Unknown, "{}", capture.file),
        }
    }
}

#[test]
fn macs_without_a_vpn_are_never_told_of_one() {
    let Some(captures) = captures() else { return };
    let off: Vec<&Capture> = captures.iter().filter(|one| one.grade() == Some(Grade::None)).collect();
    let of = |folder: &str| off.iter().filter(|one| one.folder.starts_with(folder)).copied().collect::<Vec<_>>();
    let mut pairs = 0;
    for interfaces in of("ifconfig") {
        for routes in of("netstat-rn") {
            for names in of("scutil-dns") {
                let texts = [(&IFCONFIG, &*interfaces.text), (&NETSTAT, &*routes.text), (&DNS, &*names.text)];
                assert_eq!(reason(&mac(&texts)), (Status::Pass, None), "{} {}", interfaces.file, routes.file);
                pairs += 1;
            }
        }
    }
    assert!(pairs > 0, "no capture of a Mac without a VPN");
}

#[test]
fn a_service_that_says_connected_without_a_tunnel_is_no_vpn() {
    let Some(captures) = captures() else { return };
    for list in captures.iter().filter(|one| one.folder == "scutil-nc-list" && one.rule.contains("| OFF")) {
        for interfaces in captures.iter().filter(|one| one.folder == "ifconfig" && one.grade() == Some(Grade::None)) {
            let found = reason(&mac(&[(&NC_LIST, &list.text), (&IFCONFIG, &interfaces.text)]));
            assert_eq!(found.0, Status::Pass, "{} {}", list.file, interfaces.file);
        }
    }
}

#[test]
fn a_full_tunnel_shows_whatever_the_interfaces_say() {
    let Some(captures) = captures() else { return };
    for routes in captures.iter().filter(|one| one.folder == "netstat-rn" && one.grade() == Some(Grade::Full)) {
        for interfaces in captures.iter().filter(|one| one.folder.starts_with("ifconfig")) {
            let texts = [(&IFCONFIG, &*interfaces.text), (&NETSTAT, &*routes.text)];
            assert_eq!(reason(&mac(&texts)).1, Some("full-tunnel"), "{} {}", routes.file, interfaces.file);
        }
    }
}

#[test]
fn several_texts_of_one_mac_name_the_product() {
    let Some(captures) = captures() else { return };
    let of = |folder: &str, part: &str| captures.iter().find(|one| one.folder == folder && one.file.contains(part));
    let (Some(interfaces), Some(routes), Some(programs)) = (
        of("ifconfig", "cisco_secureclient_26"),
        of("netstat-rn", "cisco_secureclient_26"),
        of("ps", "cisco_processes"),
    ) else {
        return;
    };
    let processes: Vec<Process> = programs
        .text
        .lines()
        .map(|path| Process { name: path.rsplit('/').next().unwrap_or_default().into(), path: path.into() })
        .filter(products::worth_knowing)
        .collect();
    let mac = mac(&[(&IFCONFIG, &interfaces.text), (&NETSTAT, &routes.text)]);
    let mut entries = mac.entries().clone();
    let programs = Entry { ms: 1, result: Ok(Answer::Processes(processes)) };
    entries.insert(Question::Processes.key(), programs);
    let rows = codesent_checks::judge(&[find("vpn/active").unwrap()], &Answers::new(mac.run().clone(), entries));
    assert_eq!(rows[0].verdict.reason, Some("full-tunnel"));
    assert_eq!(rows[0].verdict.culprit_text().as_deref(), Some("Cisco Secure Client"));
}

#[test]
fn extensions_are_read_as_the_index_names_them() {
    let Some(captures) = captures() else { return };
    for capture in captures.iter().filter(|one| one.folder == "systemextensionsctl") {
        let list = system_extensions::extensions(&capture.text).expect("a readable capture");
        for named in capture.rule.split("**ext** ").skip(1).filter_map(|rest| rest.split(" | ").next()) {
            for one in named.split("; ") {
                let Some((bundle, state)) = one.trim().split_once(" [") else { continue };
                let state = state.trim_end_matches(']');
                assert!(
                    list.iter().any(|found| found.bundle == bundle.trim() && found.state == state),
                    "{}: {bundle} [{state}] not among {list:?}",
                    capture.file
                );
            }
        }
    }
}

/// Of each extension in the captures of macOS 26 and 27: its bundle id, whose it is, what it does, and whether it is on.
const EXTENSIONS: &[(&str, &str, Option<Role>, bool)] = &[
    ("com.strongdm.leash.LeashNetworkFilter", "strongDM", Some(Role::ContentFilter), true),
    ("com.strongdm.leash.LeashES", "strongDM", Some(Role::Security), true),
    ("com.capturia.camera.extension", "\u{201c}Capturia Camera\u{201d}", None, true),
    ("com.obsproject.obs-studio.mac-camera-extension", "\u{201c}OBS Virtual Camera\u{201d}", None, false),
    ("com.macpaw.clearvpn.macos-setapp.system-network-extension", "ClearVPN", Some(Role::Tunnel), true),
    ("io.tailscale.ipn.macsys.network-extension", "Tailscale", Some(Role::Tunnel), true),
    ("com.surfshark.vpnclient.macos.direct.TransparentProxy", "Surfshark", Some(Role::TransparentProxy), false),
    ("com.objective-see.lulu.extension", "LuLu", Some(Role::ContentFilter), false),
];

#[test]
fn extensions_of_the_newest_systems_are_told_by_their_id() {
    let Some(captures) = captures() else { return };
    let newest = |one: &&Capture| one.folder == "systemextensionsctl" && !one.file.contains("_11");
    for capture in captures.iter().filter(newest) {
        for one in system_extensions::extensions(&capture.text).expect("a readable capture") {
            let known =
                EXTENSIONS.iter().find(|(bundle, ..)| *bundle == one.bundle).expect("an extension that is listed");
            assert_eq!(
                (known.1, known.2, known.3),
                (one.title().as_str(), one.role(), one.is_on()),
                "{}",
                capture.file
            );
        }
    }
}

/// Of the captures of `netstat -anv`: how many connections are push to Apple, and how many of them stand.
const CONNECTIONS: &[(&str, usize)] = &[
    ("26_apsd_5223_userspace.txt", 1),
    ("26_wide_header_tcp46.txt", 0),
    ("15.1_no_process.txt", 2),
    ("27_prints_nothing.txt", 0),
    ("26_process_with_spaces.txt", 0),
];

#[test]
fn push_lines_are_read_as_the_index_says() {
    let Some(captures) = captures() else { return };
    for capture in captures.iter().filter(|one| one.folder == "netstat-anv") {
        let (_, expected) =
            CONNECTIONS.iter().find(|(file, _)| *file == capture.file).expect("a capture that is listed");
        let output = CommandOutput { stdout: capture.text.clone(), exit: Some(0), ..CommandOutput::default() };
        let list = connections::connections(&output).expect("an answer");
        assert_eq!(list.iter().filter(|one| one.is_push() && one.stands()).count(), *expected, "{}", capture.file);
        assert_eq!(list.len(), *expected, "{}: nothing else is kept", capture.file);
    }
}

#[test]
fn the_processes_of_a_product_are_recognised() {
    let Some(captures) = captures() else { return };
    for capture in captures.iter().filter(|one| one.folder == "ps") {
        let expected = ["Cisco", "Zscaler"].into_iter().find(|name| capture.rule.contains(&format!("{name} ")));
        let Some(expected) = expected else { continue };
        for line in capture.text.lines().filter(|line| line.starts_with('/')) {
            let name = line.rsplit('/').next().unwrap_or_default().to_owned();
            let process = Process { name, path: line.into() };
            let product = products::by_process(&process).map(|product| product.name);
            assert!(product.is_some_and(|name| name.starts_with(expected)), "{line}");
        }
    }
}

/// Of the captures that one check judges: the folder and file, and what it must say. The processor and the drivers of a
/// machine are two texts.
const SAID: &[(&str, &str, Status, Option<&str>)] = &[
    ("launchctl-print-disabled/26_identityservices_off.txt", "mac/daemons-disabled", Status::Warn, Some("disabled")),
    ("launchctl-print-disabled/12_true_false.txt", "mac/daemons-disabled", Status::Pass, None),
    ("socketfilterfw/15_block_all.txt", "filters/firewall", Status::Pass, Some("block-all")),
    ("profiles-status/26_user_approved.txt", "mac/managed", Status::Info, Some("owned")),
    ("sysctl/26_m5_real.txt", "mac/virtual-machine", Status::Pass, None),
    ("sysctl/26_hackintosh_patched.txt", "mac/virtual-machine", Status::Warn, Some("not-apple")),
];

#[test]
fn what_the_newest_systems_print_is_judged_as_the_index_says() {
    let Some(captures) = captures() else { return };
    let text = |path: &str| {
        let (folder, file) = path.split_once('/').expect("a folder");
        captures.iter().find(|one| one.folder == folder && one.file == file).map(|one| one.text.as_str())
    };
    for (path, id, status, reason) in SAID {
        let Some(text_of) = text(path) else { continue };
        let mut texts = vec![match path.split('/').next() {
            Some("launchctl-print-disabled") => (&DISABLED_SYSTEM, text_of),
            Some("socketfilterfw") => (&FIREWALL, text_of),
            Some("profiles-status") => (&ENROLLMENT, text_of),
            _ => (&HARDWARE, text_of),
        }];
        texts.push((&DISABLED_USER, "disabled services = {\n}\n"));
        texts.extend(text("kextstat/26_virtualsmc.txt").map(|text| (&VIRTUAL_SMC, text)));
        let rows = codesent_checks::judge(&[find(id).unwrap()], &mac(&texts));
        assert_eq!((rows[0].verdict.status, rows[0].verdict.reason), (*status, *reason), "{path}");
    }
    let driver = |path: &str| {
        text(path).map(|drivers| {
            let real =
                "kern.hv_vmm_present: 0\nhw.model: MacPro7,1\nmachdep.cpu.brand_string: Intel(R) Xeon(R) W-3223\n";
            let texts = [(&HARDWARE, real), (&VIRTUAL_SMC, drivers)];
            codesent_checks::judge(&[find("mac/virtual-machine").unwrap()], &mac(&texts))[0].verdict.status
        })
    };
    assert!(driver("kextstat/26_virtualsmc.txt").is_none_or(|status| status == Status::Warn));
    assert!(driver("kextstat/26_intel_not_loaded.txt").is_none_or(|status| status == Status::Pass));
}

#[test]
fn no_capture_of_the_newest_systems_is_passed_over() {
    let Some(captures) = captures() else { return };
    for capture in captures.iter().filter(|one| one.rule.starts_with(&format!("| {}/", one.folder))) {
        let path = format!("{}/{}", capture.folder, capture.file);
        let judged = GRADES.iter().any(|(file, _)| *file == capture.file)
            || CONNECTIONS.iter().any(|(file, _)| *file == capture.file)
            || SAID.iter().any(|(said, ..)| *said == path)
            // Each extension is looked up in its own list, both drivers are judged above, and nettop is not asked.
            || matches!(capture.folder.as_str(), "systemextensionsctl" | "kextstat" | "nettop");
        assert!(judged, "{path}: say what must be said of it");
    }
}

/// Folders whose captures are what one check reads: its id, the command, and the word without which nothing can be said.
const READ: &[(&str, &str, &Command, &str)] = &[
    ("socketfilterfw", "filters/firewall", &FIREWALL, "State ="),
    ("profiles", "mac/managed", &ENROLLMENT, "MDM enrollment:"),
];

#[test]
fn other_captures_are_read_or_called_unreadable() {
    let Some(captures) = captures() else { return };
    for capture in &captures {
        let Some((_, id, command, word)) = READ.iter().find(|(folder, ..)| *folder == capture.folder) else { continue };
        let rows = codesent_checks::judge(&[find(id).unwrap()], &mac(&[(command, &capture.text)]));
        let status = rows[0].verdict.status;
        let expected: &[Status] =
            if capture.text.contains(word) { &[Status::Pass, Status::Info] } else { &[Status::Unknown] };
        assert!(expected.contains(&status), "{}/{}: {status:?}", capture.folder, capture.file);
    }
}
