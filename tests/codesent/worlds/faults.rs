//! What can be wrong with a Mac or its network, as changes of a healthy recording.

use crate::world::{NOW, World, certificate, output, text, tools};
use codesent_checks::facts::{
    Attempt, ClockReading, ConnectOutcome, FetchFailure, Fetched, HandshakeFailure, HandshakeReport, Interface,
    LookupOutcome, Process, Resolution, Response, Shaken, Trust,
};
use codesent_checks::{Answer, Miss};
use serde_json::{Value, json};
use std::net::IpAddr;

/// The answers whose key starts with `prefix` and contains `part`.
pub(super) fn each(world: &mut World, prefix: &str, part: &str, mut answer: impl FnMut(&str) -> Result<Answer, Miss>) {
    // Where no proxy is set, nothing goes through one; nobody leaves a VPN unasked, and nobody asks China's servers abroad.
    let by = |way: &str, key: &String| key.contains(way) && !part.contains(way.trim_end_matches(':'));
    let unasked = |key: &String| ["through the system proxy", "past the tunnel", ".cn:"].iter().any(|way| by(way, key));
    let meant = |key: &&String| key.starts_with(prefix) && key.contains(part) && !unasked(key);
    let keys: Vec<String> = world.entries.keys().filter(meant).cloned().collect();
    assert!(!keys.is_empty(), "nobody asks `{prefix}…{part}`");
    for key in keys {
        world.put(&key, answer(&key));
    }
}

fn command(world: &mut World, line: &str, stdout: &str) {
    // Some are asked by checks of a later version only.
    let key = format!("command {line}");
    if world.entries.contains_key(&key) {
        world.set(&key, Answer::Command(output(stdout)));
    }
}

fn looked_up(outcome: LookupOutcome) -> Answer {
    Answer::Lookup(Resolution { outcome, aliases: Vec::new() })
}

fn addresses(list: &[&str]) -> LookupOutcome {
    LookupOutcome::Addresses(list.iter().map(|text| text.parse().unwrap()).collect())
}

/// The name of a lookup, without the server it is asked at.
fn is_system_lookup(key: &str) -> bool {
    key.starts_with("lookup ") && !key.contains(" via ")
}

/// The system's own resolver says this for names that contain `part`; other resolvers answer rightly.
pub(super) fn system_lookup(world: &mut World, part: &str, outcome: &LookupOutcome) {
    for (key, entry) in &mut world.entries {
        if is_system_lookup(key) && key.contains(part) {
            entry.result = Ok(looked_up(outcome.clone()));
        }
    }
}

fn failed(host: &str, outcome: ConnectOutcome) -> HandshakeReport {
    let address: IpAddr = if host.contains("push") { "17.57.144.20" } else { "17.32.194.5" }.parse().unwrap();
    HandshakeReport { attempts: vec![Attempt { address, outcome, ms: 3000 }], result: Err(HandshakeFailure::Connect) }
}

/// No connection to hosts whose `host:port` contains `part`.
pub(super) fn unreachable(world: &mut World, part: &str, outcome: ConnectOutcome) {
    each(world, "handshake ", part, |key| Ok(Answer::Handshake(failed(key, outcome))));
}

fn shake_failed_lookup(world: &mut World, part: &str, outcome: &LookupOutcome) {
    each(world, "handshake ", part, |_| {
        let result = Err(HandshakeFailure::Lookup(outcome.clone()));
        Ok(Answer::Handshake(HandshakeReport { attempts: Vec::new(), result }))
    });
}

/// Everything that goes over the network gets this.
pub(super) fn no_network(world: &mut World) {
    each(world, "lookup ", "", |_| Ok(looked_up(LookupOutcome::NoReply)));
    shake_failed_lookup(world, "", &LookupOutcome::NoReply);
    each(world, "fetch ", "", |_| {
        Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::Lookup(LookupOutcome::NoReply)) }))
    });
    each(world, "clock ", "", |_| Ok(Answer::Clock(ClockReading::Lookup(LookupOutcome::NoReply))));
    for line in ["/usr/sbin/netstat -an -p tcp", "/usr/sbin/netstat -anv -p tcp", "/usr/sbin/netstat -n -p tcp"] {
        command(world, line, "Active Internet connections (including servers)\n");
    }
}

/// This network's DNS is silent, public DNS answers.
pub(super) fn dns_down(world: &mut World) {
    system_lookup(world, "", &LookupOutcome::NoReply);
    shake_failed_lookup(world, "", &LookupOutcome::NoReply);
    each(world, "fetch ", "", |_| {
        Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::Lookup(LookupOutcome::NoReply)) }))
    });
    each(world, "clock ", "", |_| Ok(Answer::Clock(ClockReading::Lookup(LookupOutcome::NoReply))));
    no_push_connection(world);
}

/// Nobody knows idmsa.apple.com.
pub(super) fn name_gone(world: &mut World) {
    each(world, "lookup idmsa.apple.com", "", |_| Ok(looked_up(LookupOutcome::NoSuchName)));
    shake_failed_lookup(world, "idmsa.apple.com", &LookupOutcome::NoSuchName);
}

/// Apple's gate turns this network's address away.
pub(super) fn rate_limited(world: &mut World) {
    each(world, "fetch ", "gsa.apple.com", |_| {
        Ok(Answer::Fetch(Fetched { result: Ok(Response { status: 429, ..Response::default() }) }))
    });
}

/// A company's proxy that lets nothing of sign-in through, and no way past it.
pub(super) fn proxy_refuses(world: &mut World) {
    proxy(world);
    each(world, "handshake ", "through the system proxy", |_| {
        let result = Err(HandshakeFailure::Proxy("403 Forbidden".into()));
        Ok(Answer::Handshake(HandshakeReport { attempts: Vec::new(), result }))
    });
}

pub(super) fn cable_out(world: &mut World) {
    let lo = Interface {
        name: "lo0".into(),
        address: "127.0.0.1".parse().unwrap(),
        prefix: 8,
        running: true,
        point_to_point: false,
    };
    each(world, "interfaces", "", |_| Ok(Answer::Interfaces(vec![lo.clone()])));
    no_route(world);
}

pub(super) fn no_route(world: &mut World) {
    for (key, entry) in &mut world.entries {
        if key.starts_with("command /sbin/route") {
            let mut said = output("");
            said.exit = Some(1);
            said.stderr = "route: writing to routing socket: not in table\n".into();
            entry.result = Ok(Answer::Command(said));
        }
    }
    command(
        world,
        "/usr/sbin/scutil --nwi",
        "Network information\n\nIPv4 network interface information\n   No IPv4 states found\n\n\n   REACH : flags 0x00000000 (Not Reachable)\n\nIPv6 network interface information\n   No IPv6 states found\n\n\n   REACH : flags 0x00000000 (Not Reachable)\n\nNetwork interfaces:\n",
    );
    no_network(world);
}

pub(super) fn captive_portal(world: &mut World) {
    no_network(world);
    each(world, "lookup ", "", |_| Ok(looked_up(addresses(&["10.0.0.1"]))));
    each(world, "fetch ", "captive.apple.com", |_| {
        let location = Some("http://login.hotel.example".to_owned());
        Ok(Answer::Fetch(Fetched { result: Ok(Response { status: 302, location, ..Response::default() }) }))
    });
    each(world, "handshake ", "", |key| Ok(Answer::Handshake(failed(key, ConnectOutcome::Refused))));
}

/// A filter answers 0.0.0.0 for names that contain `part`.
pub(super) fn sinkhole(world: &mut World, part: &str) {
    system_lookup(world, part, &addresses(&["0.0.0.0"]));
    each(world, "handshake ", part, |_| {
        let address = "0.0.0.0".parse().unwrap();
        let attempts = vec![Attempt { address, outcome: ConnectOutcome::Refused, ms: 1 }];
        Ok(Answer::Handshake(HandshakeReport { attempts, result: Err(HandshakeFailure::Connect) }))
    });
}

pub(super) fn hosts_file(world: &mut World) {
    sinkhole(world, "gsa.apple.com");
    sinkhole(world, "idmsa.apple.com");
    let lines = "127.0.0.1 localhost\n::1 localhost\n0.0.0.0 gsa.apple.com idmsa.apple.com\n";
    world.set("file /etc/hosts", text(lines));
}

/// Somebody re-signs what goes to hosts whose `host:port` contains `part`, and this Mac trusts their root.
pub(super) fn inspected(world: &mut World, part: &str, who: &str) {
    each(world, "handshake ", part, |key| {
        let host = key.trim_start_matches("handshake ").split(':').next().unwrap_or_default();
        let mut leaf = certificate(host, &format!("{who} Intermediate CA"), who);
        leaf.subject_organisation.clear();
        let root = certificate(&format!("{who} Intermediate CA"), &format!("{who} Root CA"), who);
        let shaken = Shaken { version: "TLSv1.3".into(), chain: vec![leaf, root], trust: Trust::Trusted, ms: 30 };
        let attempt = Attempt { address: "17.32.194.5".parse().unwrap(), outcome: ConnectOutcome::Connected, ms: 9 };
        Ok(Answer::Handshake(HandshakeReport { attempts: vec![attempt], result: Ok(shaken) }))
    });
}

/// The clock is off by this many seconds (positive: it is behind), and certificates suffer if it is by more than a month.
pub(super) fn clock_off(world: &mut World, seconds: i64) {
    world.run.started -= seconds * 1000;
    each(world, "clock ", "", |_| {
        Ok(Answer::Clock(ClockReading::Offset { offset_ms: seconds * 1000, round_trip_ms: 30 }))
    });
    for entry in world.entries.values_mut() {
        match &mut entry.result {
            Ok(Answer::Fetch(Fetched { result: Ok(response) })) => response.date_offset_ms = Some(seconds * 1000),
            Ok(Answer::Handshake(HandshakeReport { result: Ok(shaken), .. })) if seconds > 40 * 86_400 => {
                shaken.trust = Trust::NotYetValid;
            }
            _ => {}
        }
    }
}

/// What Apple's status page says of a service.
pub(super) fn apple_status(world: &mut World, service: &str, kind: &str, state: &str) {
    let begun = (NOW - 3600) * 1000;
    let ended = (state != "ongoing").then_some((NOW - 600) * 1000);
    let event = json!({
        "messageId": "1", "statusType": kind, "eventStatus": state, "usersAffected": "Some users are affected",
        "message": "Users are experiencing a problem with this service.", "epochStartDate": begun,
        "epochEndDate": ended, "startDate": "11/24/2026 03:00 PST", "datePosted": "11/24/2026 03:30 PST",
        "endDate": null, "affectedServices": null,
    });
    each(world, "fetch ", "system_status_en_US.js", |_| Ok(Answer::Fetch(Fetched { result: Ok(Response::default()) })));
    let names = [
        "Apple Account",
        "iCloud Account & Sign In",
        "iMessage",
        "FaceTime",
        "Sign in with Apple",
        "iCloud Keychain",
        "APNS",
    ];
    let services: Vec<Value> = names
        .iter()
        .map(|name| {
            let events = if *name == service { vec![event.clone()] } else { Vec::new() };
            json!({ "serviceName": name, "redirectUrl": null, "events": events })
        })
        .collect();
    let body = json!({ "drpost": false, "drMessage": null, "services": services }).to_string();
    each(world, "fetch ", "system_status_en_US.js", |_| {
        let length = body.len();
        let response =
            Response { status: 200, body: body.clone(), length, date_offset_ms: Some(400), ..Response::default() };
        Ok(Answer::Fetch(Fetched { result: Ok(response) }))
    });
}

pub(super) fn signed_out(world: &mut World) {
    messages_off(world);
    imessage_only(world);
}

/// Signed out of iCloud, while Messages keeps its own sign-in.
pub(super) fn imessage_only(world: &mut World) {
    let nobody = json!({ "Accounts": [] });
    world.set("preferences ~/Library/Preferences/MobileMeAccounts.plist", Answer::Preferences(nobody));
}

pub(super) fn managed_account(world: &mut World) {
    let account =
        json!({"Accounts": [{"AccountID": "(present)", "AccountDSID": "(present)", "isManagedAppleID": true}]});
    world.set("preferences ~/Library/Preferences/MobileMeAccounts.plist", Answer::Preferences(account));
}

pub(super) fn no_push_daemon(world: &mut World) {
    let akd = "/System/Library/PrivateFrameworks/AuthKit.framework/Versions/A/Support/akd";
    let processes = vec![Process { name: "akd".into(), path: akd.into() }];
    each(world, "processes", "", |_| Ok(Answer::Processes(processes.clone())));
    no_push_connection(world);
}

pub(super) fn no_push_connection(world: &mut World) {
    for line in ["/usr/sbin/netstat -an -p tcp", "/usr/sbin/netstat -anv -p tcp", "/usr/sbin/netstat -n -p tcp"] {
        command(
            world,
            line,
            "Active Internet connections (including servers)\nProto Recv-Q Send-Q  Local Address          Foreign Address        (state)\ntcp4       0      0  127.0.0.1.631          *.*                    LISTEN\n",
        );
    }
}

/// A VPN that takes everything.
pub(super) fn full_tunnel(world: &mut World) {
    let route = tools::say("/sbin/route -n get 17.57.144.20").unwrap().replace("en0", "utun4").replace("1500", "1400");
    command(world, "/sbin/route -n get 17.57.144.20", &route);
    let netstat = tools::say("/usr/sbin/netstat -rn").unwrap();
    let line = "default            192.168.1.1        UGScg                 en0";
    let both = format!(
        "default            10.8.0.2           UGScg               utun4\n{}",
        line.replace("UGScg ", "UGScIg")
    );
    command(world, "/usr/sbin/netstat -rn", &netstat.replace(line, &both));
    let ifconfig = tools::say("/sbin/ifconfig -v").unwrap().to_owned()
        + "utun4: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1400 index 20\n\tinet 10.8.0.2 --> 10.8.0.2 netmask 0xffffff00\n\tagent domain:com.nordvpn.macos type:VPN flags:0x3 desc:\"VPN: NordVPN\"\n";
    command(world, "/sbin/ifconfig -v", &ifconfig);
    command(
        world,
        "/usr/sbin/scutil --nc list",
        "Available network connection services in the current set (*=enabled):\n* (Connected)      A1B2C3D4-0000-0000-0000-000000000001 VPN (com.nordvpn.macos) \"NordVPN NordLynx\" [VPN:com.nordvpn.macos]\n",
    );
    let tunnel = Interface {
        name: "utun4".into(),
        address: "10.8.0.2".parse().unwrap(),
        prefix: 32,
        running: true,
        point_to_point: true,
    };
    let mut all = crate::world::interfaces();
    all.push(tunnel);
    each(world, "interfaces", "", |_| Ok(Answer::Interfaces(all.clone())));
}

pub(super) fn proxy(world: &mut World) {
    command(
        world,
        "/usr/sbin/scutil --proxy",
        "<dictionary> {\n  ExceptionsList : <array> {\n    0 : *.local\n  }\n  HTTPSEnable : 1\n  HTTPSPort : 8080\n  HTTPSProxy : proxy.corp.example\n}\n",
    );
}

pub(super) fn messages_off(world: &mut World) {
    for service in ["iMessage", "FaceTime"] {
        let path = format!("preferences ~/Library/Preferences/com.apple.imservice.ids.{service}.plist");
        world.set(&path, Answer::Preferences(json!({ "ActiveAccounts": [], "OnlineAccounts": [] })));
    }
}

/// Every question timed out.
pub(super) fn nothing_answers(world: &mut World) {
    for (key, entry) in &mut world.entries {
        if !key.contains("SystemVersion") {
            entry.result = Err(Miss::TimedOut);
        }
    }
}

/// macOS lets this terminal read no file of the account.
pub(super) fn denied(world: &mut World) {
    let denied = || Err(Miss::Denied(codesent_checks::Permission::FullDiskAccess));
    for (key, entry) in &mut world.entries {
        if key.starts_with("preferences ~") {
            entry.result = denied();
        }
    }
}

pub(super) fn offline(world: &mut World) {
    world.run.offline = true;
    for prefix in ["lookup ", "handshake ", "fetch ", "clock "] {
        each(world, prefix, "", |_| Err(Miss::Offline));
    }
}

pub(super) fn not_a_mac(world: &mut World) {
    world.run.platform.os = "linux".into();
    world.run.platform.arch = "x86_64".into();
    for (key, entry) in &mut world.entries {
        if key.starts_with("command ") || key.starts_with("preferences ") || key.starts_with("database ") {
            entry.result = Err(Miss::NeedsMac);
        }
    }
}

pub(super) fn virtual_machine(world: &mut World) {
    let said =
        output("kern.hv_vmm_present: 1\nhw.model: VirtualMac2,1\nmachdep.cpu.brand_string: Apple M2 (Virtual)\n");
    each(world, "command /usr/sbin/sysctl", "hv_vmm_present", |_| Ok(Answer::Command(said.clone())));
}

/// A "debloat" script has switched the push service off.
pub(super) fn services_off(world: &mut World) {
    no_push_daemon(world);
    let list = "disabled services = {\n\t\t\"com.apple.apsd\" => disabled\n\t\t\"com.apple.ftpd\" => disabled\n}\n";
    each(world, "command /bin/launchctl print-disabled", "system", |_| Ok(Answer::Command(output(list))));
}

pub(super) fn account_changes_forbidden(world: &mut World) {
    let profile = json!({ "allowAccountModification": false });
    world.set(
        "preferences /Library/Managed Preferences/com.apple.applicationaccess.plist",
        Answer::Preferences(profile),
    );
    let enrolled =
        output("Enrolled via DEP: Yes\nMDM enrollment: Yes (User Approved)\nMDM server: https://mdm.example.com/mdm\n");
    each(world, "command /usr/bin/profiles", "enrollment", |_| Ok(Answer::Command(enrolled.clone())));
}

/// A firewall app runs as a content filter.
pub(super) fn content_filter(world: &mut World, state: &str) {
    let list = format!(
        "1 extension(s)\n--- com.apple.system_extension.network_extension\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n\
         *\t*\tVBG97UB4TA\tcom.objective-see.lulu.extension (2.6.3/2.6.3)\tLuLu\t[{state}]\n"
    );
    each(world, "command /usr/bin/systemextensionsctl", "list", |_| Ok(Answer::Command(output(&list))));
}
