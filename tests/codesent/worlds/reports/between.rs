//! A third set of what stood between, by kinds: written as a whole before it was judged.

use super::{CAN, CANNOT, MIGHT, Report, command, dns, extensions, no_connection, push_line, settings};
use crate::world::{text, tools};
use crate::worlds::faults::{self, each};
use codesent_checks::Answer;
use codesent_checks::facts::{
    Attempt, ConnectOutcome, Fetched, HandshakeFailure, HandshakeReport, LookupOutcome, Process, Response,
};

const CANNOT_OR_MIGHT: &[&str] = &["cannot", "might_not"];

/// Every connection stands, and ends like this.
fn all_end(w: &mut crate::world::World, part: &str, failure: &HandshakeFailure) {
    let attempt = Attempt { address: "17.32.194.5".parse().unwrap(), outcome: ConnectOutcome::Connected, ms: 20 };
    let report = HandshakeReport { attempts: vec![attempt], result: Err(failure.clone()) };
    each(w, "handshake ", part, |_| Ok(Answer::Handshake(report.clone())));
}

fn runs(w: &mut crate::world::World, more: &str) {
    let apsd = "/System/Library/PrivateFrameworks/ApplePushService.framework/apsd";
    let akd = "/System/Library/PrivateFrameworks/AuthKit.framework/Versions/A/Support/akd";
    let list: Vec<Process> = [apsd, akd, more]
        .iter()
        .map(|path| Process { name: path.rsplit('/').next().unwrap().into(), path: (*path).into() })
        .collect();
    each(w, "processes", "", |_| Ok(Answer::Processes(list.clone())));
}

fn firewall(w: &mut crate::world::World, state: &str) {
    command(w, "/usr/libexec/ApplicationFirewall/socketfilterfw", "--getglobalstate", state);
}

pub(super) const REPORTS: &[Report] = &[
    Report {
        name: "SelfControl's rules send every connection back",
        macos: "12.7.6",
        change: |w| {
            no_connection(w, ConnectOutcome::Refused, "refused");
            let rules = "scrub-anchor \"com.apple/*\"\nanchor \"com.apple/*\"\nload anchor \"com.apple\" from \"/etc/pf.anchors/com.apple\"\nanchor \"org.eyebeam\"\nload anchor \"org.eyebeam\" from \"/etc/pf.anchors/org.eyebeam\"\n";
            w.set("file /etc/pf.conf", text(rules));
        },
        outlook: CANNOT,
        cause: &["network/internet", "filters/packet-filter"],
        says: &["SelfControl", "names are answered"],
        never: &["the internet does not answer", "Normal"],
    },
    Report {
        name: "Mullvad's lockdown while it is disconnected",
        macos: "26.4",
        change: |w| {
            faults::no_network(w);
            runs(w, "/Applications/Mullvad VPN.app/Contents/Resources/mullvad-daemon");
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["Mullvad"],
        never: &["Normal", "sign out"],
    },
    Report {
        name: "an IPv6-only office whose NAT64 holds the push line",
        macos: "15.7.1",
        change: |w| {
            push_line(w, "tcp6 0 0 2001:db8:4::17.50321 64:ff9b::1139:9015.5223 ESTABLISHED");
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["push line"],
    },
    Report {
        name: "a tunnel that loses large packets",
        macos: "14.7",
        change: |w| {
            faults::full_tunnel(w);
            all_end(w, ".", &HandshakeFailure::Stalled);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["network/full-packets"],
        says: &["NordVPN"],
        never: &["Normal", "re-signs"],
    },
    Report {
        name: "a clinic's guest network answers every page and every TLS host with its own",
        macos: "13.6",
        change: |w| {
            faults::inspected(w, ".", "GuestGate Appliance");
            each(w, "fetch ", "captive.apple.com", |_| {
                let body = "<html><title>Welcome, guest</title></html>".to_owned();
                let response = Response { status: 200, length: body.len(), body, ..Response::default() };
                Ok(Answer::Fetch(Fetched { result: Ok(response) }))
            });
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["network/internet"],
        says: &["sign-in page"],
        never: &["the internet does not answer", "sign out"],
    },
    Report {
        name: "a company's box opens TLS, and a hosts file blocks the sign-in server",
        macos: "15.7.1",
        change: |w| {
            faults::inspected(w, ".", "Fortinet");
            w.set("file /etc/hosts", text("127.0.0.1 localhost\n0.0.0.0 gsa.apple.com\n"));
            faults::sinkhole(w, "gsa.apple.com");
        },
        outlook: CANNOT,
        cause: &["tls/inspection", "dns/hosts-file"],
        says: &["Fortinet", "/etc/hosts"],
        never: &["sign out"],
    },
    Report {
        name: "the router's DNS fails for every name",
        macos: "11.7.10",
        change: |w| {
            faults::dns_down(w);
            faults::system_lookup(w, "", &LookupOutcome::ServerFailed("SERVFAIL".into()));
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["DNS"],
        never: &["filter", "sign out"],
    },
    Report {
        name: "dnscrypt-proxy gets no answers while macOS's firewall blocks all that comes in",
        macos: "15.7.1",
        change: |w| {
            faults::dns_down(w);
            dns(w, "127.0.0.54", "1 (lo0)");
            firewall(w, "Firewall is enabled. (State = 2)\n");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["127.0.0.54", "firewall"],
        never: &["this network\u{2019}s DNS"],
    },
    Report {
        name: "27 with a full tunnel that harms nothing",
        macos: "27.0",
        change: |w| {
            faults::full_tunnel(w);
            command(w, "/usr/sbin/netstat", "-anv -p tcp", "");
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "a local proxy of a company's agent re-signs what goes through it",
        macos: "26.0",
        change: |w| {
            settings(w, "  HTTPSEnable : 1\n  HTTPSPort : 9000\n  HTTPSProxy : 127.0.0.1\n");
            faults::inspected(w, "through the system proxy", "Zscaler Inc.");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/inspection", "filters/proxy"],
        says: &["Zscaler"],
        never: &["no program answers", "sign out"],
    },
    Report {
        name: "a filter opens gsas and the Messages servers alone",
        macos: "15.7.1",
        change: |w| {
            faults::inspected(w, "gsas.apple.com", "Zen Proxy");
            faults::inspected(w, "ess.apple.com", "Zen Proxy");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/inspection"],
        says: &["Zen", "gsas.apple.com"],
        never: &["sign out"],
    },
    Report {
        name: "Surge's stand-ins hold everything, push too",
        macos: "26.0",
        change: |w| {
            for part in ["apple.com", "icloud.com"] {
                faults::system_lookup(w, part, &LookupOutcome::Addresses(vec!["198.18.4.31".parse().unwrap()]));
            }
            for entry in w.entries.values_mut() {
                if let Ok(Answer::Handshake(report)) = &mut entry.result {
                    for attempt in &mut report.attempts {
                        attempt.address = "198.18.4.31".parse().unwrap();
                    }
                }
            }
            push_line(
                w,
                "tcp4 0 0 198.18.0.1.51877 198.18.4.31.5223 ESTABLISHED 131072 131072 apsd:377 00102 00000008",
            );
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "a push line to a strange address, and no courier answers",
        macos: "26.4",
        change: |w| {
            push_line(
                w,
                "tcp4 0 0 192.168.1.23.50411 203.0.113.77.443 ESTABLISHED 131072 131072 apsd:377 00102 00000008",
            );
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["push/courier"],
        says: &["push servers"],
        never: &["CAN receive", "although macOS is connected"],
    },
    Report {
        name: "the network is searched for a proxy, and nothing of Apple's answers",
        macos: "14.7",
        change: |w| {
            settings(w, "  ProxyAutoDiscoveryEnable : 1\n");
            faults::unreachable(w, "gsa", ConnectOutcome::NoReply);
            faults::unreachable(w, "idmsa", ConnectOutcome::NoReply);
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["tls/sign-in", "push/courier"],
        says: &["WPAD"],
        never: &["Normal"],
    },
    Report {
        name: "somebody wrote down an address of Apple's that has moved",
        macos: "13.6",
        change: |w| {
            w.set("file /etc/hosts", text("127.0.0.1 localhost\n17.111.105.9 gsa.apple.com\n"));
            faults::system_lookup(w, "gsa.apple.com", &LookupOutcome::Addresses(vec!["17.111.105.9".parse().unwrap()]));
            faults::unreachable(w, "gsa.apple.com", ConnectOutcome::NoReply);
        },
        outlook: CANNOT,
        cause: &["dns/hosts-file"],
        says: &["/etc/hosts", "17.111.105.9"],
        never: &["sign out"],
    },
    Report {
        name: "NextDNS denies one sign-in server",
        macos: "26.0",
        change: |w| {
            dns(w, "45.90.28.77", "12 (en0)");
            faults::system_lookup(w, "gsas.apple.com", &LookupOutcome::NoSuchName);
            each(w, "handshake ", "gsas.apple.com", |_| {
                let result = Err(HandshakeFailure::Lookup(LookupOutcome::NoSuchName));
                Ok(Answer::Handshake(HandshakeReport { attempts: Vec::new(), result }))
            });
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["dns/sinkhole"],
        says: &["NextDNS", "gsas.apple.com"],
        never: &["sign out"],
    },
    Report {
        name: "the router hands out no address",
        macos: "15.7.1",
        change: |w| {
            faults::no_route(w);
            let mut list = crate::world::interfaces();
            for one in &mut list {
                if one.name == "en0" && one.address.is_ipv4() {
                    one.address = "169.254.77.12".parse().unwrap();
                }
            }
            each(w, "interfaces", "", |_| Ok(Answer::Interfaces(list.clone())));
        },
        outlook: CANNOT,
        cause: &["network/interface-up"],
        says: &["no network is connected"],
        never: &["sign out", "VPN"],
    },
    Report {
        name: "an unknown filter forbids the sign-in server",
        macos: "14.3",
        change: |w| {
            extensions(w, "org.example.guard.contentfilter", "Guard 4 Families +1 800 555 0177");
            faults::unreachable(w, "gsa.apple.com", ConnectOutcome::Forbidden);
        },
        outlook: CANNOT,
        cause: &["tls/sign-in"],
        says: &["\u{201c}"],
        never: &["0177", "hotspot; then"],
    },
    Report {
        name: "tailscale down, and the list still says Connected",
        macos: "26.4",
        change: |w| {
            command(
                w,
                "/usr/sbin/scutil",
                "--nc list",
                "Available network connection services in the current set (*=enabled):\n* (Connected)      0A0B0C0D-0000-0000-0000-000000000002 VPN (io.tailscale.ipn.macsys) \"Tailscale\" [VPN:io.tailscale.ipn.macsys]\n",
            );
            faults::unreachable(w, "courier.push.apple.com:5223", ConnectOutcome::NoReply);
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["a VPN is on"],
    },
    Report {
        name: "a disconnected service does not name Mullvad's tunnel",
        macos: "15.7.1",
        change: |w| {
            faults::full_tunnel(w);
            command(
                w,
                "/usr/sbin/scutil",
                "--nc list",
                "Available network connection services in the current set (*=enabled):\n* (Disconnected)   A1B2C3D4-0000-0000-0000-000000000001 VPN (ch.protonvpn.mac) \"ProtonVPN\" [VPN:ch.protonvpn.mac]\n",
            );
            let plain = tools::say("/sbin/ifconfig -v").unwrap().to_owned()
                + "utun4: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1380 index 20\n\tinet 10.8.0.2 --> 10.8.0.2 netmask 0xffffff00\n";
            command(w, "/sbin/ifconfig", "-v", &plain);
            runs(w, "/Applications/Mullvad VPN.app/Contents/Resources/mullvad-daemon");
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["Mullvad"],
        never: &["Proton"],
    },
    Report {
        name: "a script whose proxies are dead",
        macos: "12.7.6",
        change: |w| {
            no_connection(w, ConnectOutcome::NoReply, "no reply");
            settings(w, "  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://conf.uni.example/wpad.dat\n");
        },
        outlook: MIGHT,
        cause: &[],
        says: &[],
        never: &["the internet does not answer", "CANNOT", "Switch"],
    },
    Report {
        name: "a closed proxy program stays this Mac's DNS",
        macos: "15.7.1",
        change: |w| {
            faults::dns_down(w);
            dns(w, "198.18.0.2", "12 (en0)");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["198.18.0.2"],
        never: &["this network\u{2019}s DNS", "filter"],
    },
    Report {
        name: "a filter that waits for approval stops nothing",
        macos: "15.7.1",
        change: |w| {
            faults::content_filter(w, "activated waiting for user");
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["push servers"],
        never: &["LuLu"],
    },
    Report {
        name: "a box that stalls modern hellos",
        macos: "26.0",
        change: |w| {
            all_end(w, ".", &HandshakeFailure::Swallowed);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["tls/sign-in", "push/courier"],
        says: &["swallow"],
        never: &["full size", "MTU"],
    },
    Report {
        name: "a school's firewall cuts every TLS connection",
        macos: "13.6",
        change: |w| {
            all_end(w, ".", &HandshakeFailure::Cut);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["tls/sign-in"],
        says: &["cut off"],
        never: &["the internet does not answer"],
    },
];
