//! A Mac whose tools, files and servers all name its owner: nobody who is shown the outcome learns who that is.

use crate::codesent;
use crate::output::FORMATS;
use crate::world::{World, certificate, output, text};
use codesent_checks::facts::{Fetched, HandshakeReport, Interface, Process, Response, Shaken, Trust};
use codesent_checks::{Answer, Miss};

/// In lower case, what must not be found.
const OWNER: &[&str] = &[
    "jane",
    "d\u{f6}",
    "84.12.33",
    "84.12",
    "2a02:8109",
    "3c:22:fb",
    "3c-22-fb",
    "3c22fb",
    "4915123",
    "8d2c9e3a",
    "8d2c-9e3a",
    "c02abc",
    "s3cret",
    "1234567890",
    "9876543",
];

const IFCONFIG: &str = "lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384\n\tinet 127.0.0.1 netmask 0xff000000\n\
    en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500\n\tether 3c:22:fb:01:02:03\n\
    \tinet6 fe80::3e22:fbff:fe01:203%en0 prefixlen 64 secured scopeid 0xb\n\
    \tinet 84.12.33.9 netmask 0xffffff00 broadcast 84.12.33.255\n\
    \tinet6 2a02:8109:9a80:2c4f:3e22:fbff:fe01:203 prefixlen 64 autoconf secured\n\
    \tnat64 prefix 2a02:8109::64 prefixlen 96\n\tstatus: active\n\
    utun4: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1280\n\tinet 10.8.0.2 --> 10.8.0.2 netmask 0xffffff00\n\
    \tagent domain:NetworkExtension type:VPN flags:0xf desc:\"VPN: jane.d\u{f6}@corp.example\"\n";
const NETSTAT: &str = "Routing tables\n\nInternet:\nDestination        Gateway            Flags        Netif Expire\n\
    default            84.12.33.1         UGScg          en0\n84.12.33/24        link#11            UCS            en0\n\
    84.12.33.9/32      link#11            UCS            en0\n84.12.33.1         3c:22:fb:9:8:7     UHLWIir        en0   1199\n\
    84.12/16           10.8.0.1           UGSc         utun4\n\nInternet6:\nDestination Gateway Flags Netif Expire\n\
    default fe80::1%en0 UGcg en0\n2a02:8109:9a80:2c4f::/64 link#11 UC en0\n\
    2a02:8109:9a80:2c4f:3e22:fbff:fe01:203 3c:22:fb:1:2:3 UHL lo0\n";
const NC_LIST: &str = "Available network connection services in the current set (*=enabled):\n\
    * (Connected)      8D2C9E3A-1111-4222-8333-ABCDEFABCDEF VPN (com.wireguard.macos) \"jane@corp.example +49 151 23456789\" [VPN:com.wireguard.macos]\n";
const DNS: &str = "DNS configuration\n\nresolver #1\n  search domain[0] : janes-macbook-pro.local\n  nameserver[0] : 84.12.33.53\n\
    \x20 nameserver[1] : 2a02:8109:9a80::53\n  if_index : 11 (en0)\n  flags    : Request A records\n\
    \nresolver #2\n  domain   : 1234567890.members.btmm.icloud.com\n  options  : pdns\n  nameserver[0] : 84.12.33.54\n";
const PROXY: &str = "<dictionary> {\n  HTTPSEnable : 1\n  HTTPSPort : 8080\n  HTTPSProxy : 84.12.33.77\n  HTTPSUser : jane\n\
    \x20 ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://jane:s3cret@84.12.33.78/p.pac?u=jane\n}\n";
const CONNECTIONS: &str = "Active Internet connections (including servers)\n\
    Proto Recv-Q Send-Q Local Address Foreign Address (state)\n\
    tcp4 0 0 84.12.33.9.50123 17.57.144.22.5223 ESTABLISHED 131072 131072 apsd:345\n\
    tcp6 0 0 2a02:8109:9a80.50124 2620:149:a44:c0.5223 ESTABLISHED 131072 131072 apsd:345\n";

fn set(world: &mut World, key: &str, answer: Answer) {
    // Not every text is asked for by a check of this version.
    if world.entries.contains_key(key) {
        world.set(key, answer);
    }
}

fn janes() -> World {
    let mut world = World::healthy("15.7");
    for (line, said) in [
        ("/sbin/ifconfig -v", IFCONFIG),
        ("/usr/sbin/netstat -rn", NETSTAT),
        ("/usr/sbin/scutil --nc list", NC_LIST),
        ("/usr/sbin/scutil --dns", DNS),
        ("/usr/sbin/scutil --proxy", PROXY),
        ("/usr/sbin/netstat -anv -p tcp", CONNECTIONS),
        ("/sbin/route -n get 17.57.144.20", "   route to: 17.57.144.20\n    gateway: 84.12.33.1\n  interface: en0\n"),
        (
            "/usr/sbin/scutil --nwi",
            "Network information\n\nIPv4 network interface information\n     en0 : flags      : 0x5 (IPv4,DNS)\n           address    : 84.12.33.9\n           VPN server : 84.12.33.99\n",
        ),
    ] {
        set(&mut world, &format!("command {line}"), Answer::Command(output(said)));
    }
    set(&mut world, "file /etc/hosts", text("84.12.33.5 gsa.apple.com # serial C02ABC123DEF\n"));
    set(&mut world, "file /etc/pf.conf", text("block drop to 84.12.33.5 # +4915123456789\npass from 84.12.33.0/24\n"));
    let address = "2a02:8109:9a80:2c4f:3e22:fbff:fe01:203".parse().unwrap();
    let interface = Interface { name: "en0".into(), address, prefix: 64, running: true, point_to_point: false };
    set(&mut world, "interfaces", Answer::Interfaces(vec![interface]));
    let path = "/Users/jane/Applications/Little Snitch.app/Contents/MacOS/at.obdev.littlesnitch.networkextension";
    set(&mut world, "processes", Answer::Processes(vec![Process { name: "Little Snitch".into(), path: path.into() }]));
    let portal = Response {
        status: 302,
        location: Some("http://84.12.33.200".into()),
        server: Some("portal of jane@hotel.example".into()),
        body: "<meta content=\"0; url=http://84.12.33.200/?mac=3c%3A22%3Afb%3A01%3A02%3A03&ap=3C-22-FB-01-02-04&id=8D2C9E3A111142228333ABCDEFABCDEF&tel=+4915123456789\">".into(),
        ..Response::default()
    };
    let mut inspector =
        certificate("gsa.apple.com", "Charles Proxy CA (24 Nov 2026, Janes-MacBook-Pro.local)", "jane@corp.example");
    inspector.subject_organisation = "/Users/jane".into();
    for (key, entry) in &mut world.entries {
        if key.starts_with("fetch http://captive") {
            entry.result = Ok(Answer::Fetch(Fetched { result: Ok(portal.clone()) }));
        } else if key.starts_with("handshake gsa") {
            let shaken =
                Shaken { version: "TLSv1.2".into(), chain: vec![inspector.clone()], trust: Trust::Trusted, ms: 3 };
            entry.result = Ok(Answer::Handshake(HandshakeReport { attempts: Vec::new(), result: Ok(shaken) }));
        } else if key.contains("mac/") || key.starts_with("folder ") {
            entry.result =
                Err(Miss::Unreadable("jane\u{2019}s Mac (Janes-MacBook-Pro) said /Users/jane: no D:9876543".into()));
        }
    }
    world
}

#[test]
fn nobody_learns_whose_mac_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.json").to_string_lossy().into_owned();
    std::fs::write(&path, janes().recording()).unwrap();
    let mut runs: Vec<Vec<&str>> =
        FORMATS.iter().map(|format| vec!["check", "--verbose", "--format", format]).collect();
    runs.extend([
        vec!["report"],
        vec!["report", "--format", "markdown"],
        vec!["report", "--format", "html"],
        vec!["guide", "--no-questions"],
    ]);
    for run in runs {
        let output = codesent(&[&run[..], &["--replay", &path]].concat());
        let said = String::from_utf8_lossy(&output.stdout).to_lowercase();
        assert!(!said.trim().is_empty(), "{run:?}");
        for mark in OWNER {
            let found = said.lines().find(|line| line.contains(mark));
            assert_eq!(found, None, "{mark} in {run:?}");
        }
    }
}
