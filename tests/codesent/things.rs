//! A Mac on which everything that can be named is named after its owner, her employer or her network: in no format, page,
//! recording or error does any of it turn up, and what is said of the Mac stays the same.

use crate::output::FORMATS;
use crate::world::{World, output, text};
use crate::{codesent, json, stdout};
use codesent_checks::facts::{Attempt, ConnectOutcome, HandshakeFailure, HandshakeReport, LookupOutcome, Resolution};
use codesent_checks::{Answer, Miss};
use serde_json::json;
use std::fs;
use std::io::Read;

/// In lower case.
const CANARIES: &[&str] = &["maria", "canary", "t0k3n", "84.12.33", "84-12-33", "2a02:8109", "23456789", "c02abc"];

const NC_LIST: &str = "Available network connection services in the current set (*=enabled):\n\
    * (Connected)      8D2C9E3A-1111-4222-8333-ABCDEFABCDEF VPN (com.canaryacme.vpn) \"Maria Canary Office\" [VPN:com.canaryacme.vpn]\n\
    * (Disconnected)   8D2C9E3A-1111-4222-8333-ABCDEFABCDE0 VPN (com.wireguard.macos) \"canaryhome\" [VPN:com.wireguard.macos]\n\
    * (Disconnected)   8D2C9E3A-1111-4222-8333-ABCDEFABCDE1 IPSec \"NordVPN of Maria\" [IPSec]\n";
const IFCONFIG: &str = "en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500\n\
    \tinet 192.168.1.9 netmask 0xffffff00 broadcast 192.168.1.255\n\tnat64 prefix 2a02:8109:64:1:: prefixlen 96\n\
    \tagent domain:com.canaryacme type:Guard flags:0x3 desc:\"Maria's guard\"\n\tstatus: active\n\
    utun5: flags=80d1<UP,POINTOPOINT,RUNNING,NOARP,MULTICAST> mtu 1280\n\txflags=10004<NOAUTONX,IS_VPN>\n\
    \tinet 10.9.1.2 --> 10.9.1.2 netmask 0xffffffff\n\
    \tagent domain:NetworkExtension type:VPN flags:0xf desc:\"VPN: Maria Canary Office\"\n";
const EXTENSIONS: &str = "3 extension(s)\n--- com.apple.system_extension.network_extension (Go to 'System Settings > General')\n\
    enabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n\
    *\t*\tCANARY1234\tcom.canaryacme.guard.contentfilter (1.0/1)\tMaria Canary's Guard\t[activated enabled]\n\
    *\t*\tCANARY1234\tio.tailscale.ipn.macsys.network-extension (1.1/1)\tCanary Tailscale\t[activated enabled]\n\
    \t\tCANARY1234\tcom.canaryacme.old (1/1)\tMaria\t[terminated waiting to uninstall on reboot]\n\
    --- com.apple.system_extension.endpoint_security\n*\t*\tCANARY1234\tcom.canaryacme.watch (1/1)\tCanary Watch\t[activated enabled]\n";
const DNS: &str = "DNS configuration\n\nresolver #1\n  search domain[0] : corp.canaryacme.com\n  nameserver[0] : 192.168.1.1\n\
    \x20 if_index : 11 (en0)\n  flags    : Request A records\n\nresolver #2\n  domain   : canaryacme.com\n  nameserver[0] : 10.9.0.1\n";
const PROXY: &str = "<dictionary> {\n  ExceptionsList : <array> {\n    0 : *.local\n    1 : *.canaryacme.com\n    2 : jira.canaryacme.com\n\
    \x20   3 : 169.254/16\n    4 : *.apple.com\n  }\n  HTTPSEnable : 1\n  HTTPSPort : 8080\n  HTTPSProxy : proxy.example\n  HTTPSUser : two canary words\n\
    \x20 ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://user:t0k3n@pac.example/t0k3n/canary.pac?u=t0k3n\n}\n";
const RULES: &str = "anchor \"com.canaryacme.guard\"\nload anchor \"com.canaryacme.guard\" from \"/etc/pf.anchors/canary\"\n\
    maria_mac = \"84.12.33.9\"\ntable <canary_phones> { 84.12.33.7, 10.0.0.5 }\n\
    block drop out quick on en0 proto tcp from $maria_mac to jira.canaryacme.com port 443 label \"for Maria\"\n\
    block drop out quick to 17.0.0.0/8\n";
const HOSTS: &str = "127.0.0.1 localhost\n10.0.0.4 jira.canaryacme.com home.canarypineapple.com\n84.12.33.5 gsa.apple.com canary.me.com.example\n";
/// In whatever a tool may say.
const FORMS: &[&str] = &[
    "iPhone von Maria Canary",
    "iPhone de Maria",
    "MacBook Pro di Maria Canary",
    "MacBook-Pro-von-Maria.local",
    "Marias iPhone",
    "Maria Canary\u{2019}s iPad",
    "call 0151 23456789",
    "84-12-33-9.dyn.isp.example",
    "Serial Number (system): C02ABC123DEF",
    "/Users/Maria Canary/x",
    "HTTPSUser : Maria Canary",
];

fn marias() -> World {
    let mut world = World::healthy("15.7");
    for (line, said) in [
        ("/usr/sbin/scutil --nc list", NC_LIST),
        ("/sbin/ifconfig -v", IFCONFIG),
        ("/usr/bin/systemextensionsctl list", EXTENSIONS),
        ("/usr/sbin/scutil --dns", DNS),
        ("/usr/sbin/scutil --proxy", PROXY),
        ("/sbin/route -n get 17.57.144.20", "   route to: 17.57.144.20\n  interface: utun5\n      flags: <UP,DONE>\n"),
    ] {
        world.set(&format!("command {line}"), Answer::Command(output(said)));
    }
    world.set("file /etc/hosts", text(HOSTS));
    world.set("file /etc/pf.conf", text(RULES));
    world.set("folder /etc/resolver", Answer::Folder(vec!["canaryacme.com".into(), "jira.canaryacme.com".into()]));
    let alert =
        json!({"title": "Maria Canary, you cannot sign in.", "body": "Dear Maria Canary,\ncontact Apple Support."});
    let refused = json!([{"status": -1, "error": 20, "internal_error": 31, "alert": alert}]);
    world.set(
        "preferences ~/Library/Preferences/com.apple.identityservicesd.plist",
        Answer::Preferences(json!({"stored": true, "topics": {"com.apple.madrid": refused}})),
    );
    let addresses = ["84.12.33.9", "2a02:8109::7", "2a02:8109:64:1::1139:9014"].map(|text| text.parse().unwrap());
    let aliases = vec!["gsa.idms-apple.com.akadns.net".into(), "block.canaryacme.com".into()];
    world.set(
        "lookup idmsa.apple.com",
        Answer::Lookup(Resolution { outcome: LookupOutcome::Addresses(addresses.to_vec()), aliases }),
    );
    let attempts = addresses.map(|address| Attempt { address, outcome: ConnectOutcome::NoReply, ms: 9 }).to_vec();
    let report = HandshakeReport { attempts, result: Err(HandshakeFailure::Connect) };
    world.set("handshake idmsa.apple.com:443", Answer::Handshake(report));
    let mut forms = FORMS.iter().cycle();
    for (key, entry) in &mut world.entries {
        if key.starts_with("folder /Library") || key.starts_with("fetch ") || key.starts_with("clock ") {
            entry.result = Err(Miss::Unreadable(format!("it said {}", forms.next().unwrap())));
        }
    }
    world
}

fn assert_silent(said: &str, from: &str) {
    let lower = said.to_lowercase();
    for canary in CANARIES {
        let line = lower.lines().find(|line| line.contains(canary));
        assert_eq!(line, None, "{canary} in {from}");
    }
}

#[test]
fn what_somebody_named_is_called_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.json").to_string_lossy().into_owned();
    fs::write(&path, marias().recording()).unwrap();
    let bundle = folder.path().join("ticket.zip").to_string_lossy().into_owned();
    let mut runs: Vec<Vec<&str>> =
        FORMATS.iter().map(|format| vec!["check", "--verbose", "--format", format]).collect();
    runs.extend([vec!["report"], vec!["report", "--format", "html"], vec!["guide", "--no-questions"]]);
    for run in runs {
        let output = codesent(&[&run[..], &["--replay", &path]].concat());
        let said = stdout(&output);
        assert!(!said.trim().is_empty(), "{run:?}");
        assert_silent(&said, &format!("{run:?}"));
        assert_silent(&String::from_utf8_lossy(&output.stderr), &format!("{run:?}"));
    }
    let healthy = format!("{}/docs/examples/healthy.json", env!("CARGO_MANIFEST_DIR"));
    for run in [["compare", &healthy, &path, "-v"], ["compare", &path, &healthy, "--json"]] {
        let said = stdout(&codesent(&run));
        assert!(!said.trim().is_empty(), "{run:?}");
        assert_silent(&said, &format!("{run:?}"));
    }
    codesent(&["report", "--replay", &path, "--bundle", &bundle]);
    let mut zip = zip::ZipArchive::new(fs::File::open(&bundle).unwrap()).unwrap();
    for at in 0..zip.len() {
        let mut text = String::new();
        zip.by_index(at).unwrap().read_to_string(&mut text).unwrap();
        assert_silent(&text, &format!("file {at} of the bundle"));
    }
}

/// What a judge needs is still there: the kind of every address, the role of every extension, whose a service is.
#[test]
fn hiding_names_changes_no_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.json").to_string_lossy().into_owned();
    fs::write(&path, marias().recording()).unwrap();
    let report = json(&codesent(&["check", "--json", "--replay", &path]));
    let row = |id: &str| {
        let rows = report["checks"].as_array().unwrap();
        rows.iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("no row {id}")).clone()
    };
    for (id, reason, saw) in [
        ("vpn/active", "full-tunnel", "it goes through a VPN (utun5)"),
        ("filters/content-filter", "at-work", "a filter filters connections"),
        ("filters/security-products", "at-work", "security software is at work"),
        ("filters/left-over", "removed", "an extension is removed at the next restart"),
        ("filters/packet-filter", "names-apple", "line 6 of /etc/pf.conf"),
        ("dns/hosts-file", "blocks-needed", "line 3 sends gsa.apple.com to 192.0.2."),
    ] {
        let row = row(id);
        assert_eq!(row["reason"], reason, "{row}");
        assert!(row["saw"].as_str().unwrap().starts_with(saw), "{row}");
    }
    let idle = row("vpn/configured");
    let names: Vec<&str> =
        idle["evidence"].as_array().unwrap().iter().filter_map(|one| one["label"].as_str()).collect();
    assert_eq!(names, ["NordVPN", "Tailscale", "WireGuard"]);
    assert!(!row("tls/sign-in")["evidence"].to_string().contains("84.12"));
}

#[test]
fn names_in_files_stay_out_of_reports_and_recordings() {
    let folder = tempfile::tempdir().unwrap();
    let (root, home) = (folder.path().join("root"), folder.path().join("Users/Maria Canary"));
    fs::create_dir_all(root.join("etc/resolver")).unwrap();
    fs::create_dir_all(&home).unwrap();
    for (file, text) in
        [("etc/hosts", HOSTS), ("etc/pf.conf", RULES), ("etc/resolver/jira.canaryacme.com", "nameserver 10.0.0.1\n")]
    {
        fs::write(root.join(file), text).unwrap();
    }
    let record = folder.path().join("recording.json").to_string_lossy().into_owned();
    let (root, home) = (root.to_string_lossy().into_owned(), home.to_string_lossy().into_owned());
    for format in FORMATS.iter() {
        let output = codesent(&[
            "check",
            "--offline",
            "--verbose",
            "--root",
            &root,
            "--home",
            &home,
            "--format",
            format,
            "--record",
            &record,
        ]);
        assert_silent(&stdout(&output), format);
        assert_silent(&fs::read_to_string(&record).unwrap(), "the recording");
    }
}

#[test]
fn an_error_names_nobody() {
    for arguments in [
        vec!["check", "--replay", "/Users/Maria Canary/mac.json"],
        vec!["check", "--offline", "--output", "/Users/Maria Canary/x/y.txt"],
        vec!["compare", "/Users/Maria Canary/mac.json", "/Users/Maria Canary/other.json"],
        vec!["report", "--replay", "/Users/Maria Canary/mac.json", "--bundle", "/Users/Maria Canary/x.zip"],
    ] {
        let output = codesent(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("/Users/user1/"), "{said}");
        assert_silent(&said, &format!("{arguments:?}"));
    }
}
