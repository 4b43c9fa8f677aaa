//! Names that do not come, or lead nowhere: lists, resolvers that a program left behind, profiles, portals. Each as the public
//! report that is named beside it; expectations before judging.

use super::setting::{network_extensions, services, stand_ins, tunnel};
use super::{CAN, CANNOT, MIGHT, Report, command, dns, firewall, names_lead_to, runs};
use crate::world::World;
use crate::worlds::faults::{self, each};
use codesent_checks::Answer;
use codesent_checks::facts::{
    ConnectOutcome, FetchFailure, Fetched, HandshakeFailure, HandshakeReport, LookupOutcome, Response,
};
use serde_json::json;

const CANNOT_OR_MIGHT: &[&str] = &["cannot", "might_not"];
const ON: &str = "activated enabled";

/// A profile of somebody's sets encrypted DNS.
pub(super) fn profile(w: &mut World) {
    let path = "preferences /Library/Managed Preferences/com.apple.dnsSettings.managed.plist";
    w.set(path, Answer::Preferences(json!({ "DNSSettings": { "DNSProtocol": "HTTPS" } })));
}

/// The resolver says that there is no such name; others know it.
pub(super) fn denied(w: &mut World, part: &str) {
    faults::system_lookup(w, part, &LookupOutcome::NoSuchName);
    each(w, "handshake ", part, |_| {
        let result = Err(HandshakeFailure::Lookup(LookupOutcome::NoSuchName));
        Ok(Answer::Handshake(HandshakeReport { attempts: Vec::new(), result }))
    });
}

/// A tunnel beside the ordinary way, as mesh networks make it.
pub(super) fn mesh(w: &mut World, bundle: &str, title: &str, address: &str) {
    let plain = crate::world::tools::say("/sbin/ifconfig -v").unwrap().to_owned();
    let agent = format!("\tagent domain:{bundle} type:VPN flags:0x3 desc:\"VPN: {title}\"\n");
    let own = format!(
        "utun6: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1280 index 22\n\tinet {address} --> {address} netmask 0xffffffff\n{agent}"
    );
    command(w, "/sbin/ifconfig", "-v", &(plain + &own));
    services(
        w,
        &format!("* (Connected)      A1B2C3D4-0000-0000-0000-000000000031 VPN ({bundle}) \"{title}\" [VPN:{bundle}]\n"),
    );
}

pub(super) const REPORTS: &[Report] = &[
    // blocklistproject/Lists 2506
    Report {
        name: "an advertisement list holds push.apple.com, on a Pi-hole for the whole house",
        macos: "26.1",
        change: |w| {
            dns(w, "192.168.1.2", "12 (en0)");
            faults::sinkhole(w, "push.apple.com");
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["dns/sinkhole"],
        says: &["push.apple.com", "0.0.0.0", "Pi-hole"],
        never: &["sign out", "VPN", "Normal"],
    },
    // ShadowWhisperer/BlockLists 244
    Report {
        name: "AdGuard Home denies gsas and the Messages servers",
        macos: "15.6",
        change: |w| {
            dns(w, "192.168.1.3", "12 (en0)");
            denied(w, "gsas.apple.com");
            denied(w, "ess.apple.com");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["dns/sinkhole"],
        says: &["gsas.apple.com"],
        never: &["sign out", "VPN"],
    },
    // tailscale 18668
    Report {
        name: "Tailscale answers names on 26.2, and answers none; its mesh is all that is up",
        macos: "26.2",
        change: |w| {
            mesh(w, "io.tailscale.ipn.macsys", "Tailscale", "100.101.14.2");
            faults::dns_down(w);
            dns(w, "100.100.100.100", "22 (utun6)");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["Tailscale\u{2019}s DNS", "Switch Tailscale off"],
        never: &["this network\u{2019}s DNS", "sign out", "Normal"],
    },
    // cloudflare-docs 5156
    Report {
        name: "WARP is off, and its addresses stayed this Mac's DNS",
        macos: "14.5",
        change: |w| {
            faults::dns_down(w);
            dns(w, "127.0.2.2", "12 (en0)");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["127.0.2.2", "Cloudflare WARP"],
        never: &["this network\u{2019}s DNS", "sign out"],
    },
    // Control-D-Inc/ctrld 321
    Report {
        name: "Control D's program refuses the questions of a Mac on a phone's IPv6 hotspot",
        macos: "26.0",
        change: |w| {
            for entry in w.entries.values_mut() {
                if let Ok(Answer::Command(said)) = &mut entry.result {
                    said.stdout = said.stdout.replace("192.168.1.23", "192.0.0.2").replace("192.168.1.1", "192.0.0.1");
                }
            }
            faults::dns_down(w);
            dns(w, "127.0.0.1", "1 (lo0)");
            runs(w, "/usr/local/bin/ctrld");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["127.0.0.1", "Control D"],
        never: &["this network\u{2019}s DNS", "sign out", "hotspot"],
    },
    // paulmillr/encrypted-dns 65
    Report {
        name: "a profile's encrypted DNS in a hotel that first wants its page",
        macos: "26.0",
        change: |w| {
            faults::no_network(w);
            profile(w);
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["profile", "sign-in page"],
        never: &["sign out", "VPN"],
    },
    // netbird 2633
    Report {
        name: "NetBird and a half-removed FortiClient, and no name comes on 15",
        macos: "15.0",
        change: |w| {
            mesh(w, "io.netbird.client", "NetBird", "100.80.12.5");
            let waits = "terminated waiting to uninstall on reboot";
            network_extensions(w, &[("com.fortinet.forticlient.macos.vpn.nwextension", "vpnprovider", waits)]);
            faults::dns_down(w);
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["NetBird"],
        never: &["sign out", "Normal"],
    },
    // tailscale 13511
    Report {
        name: "macOS's firewall blocks all that comes in, and Tailscale's answers with it",
        macos: "15.0",
        change: |w| {
            mesh(w, "io.tailscale.ipn.macsys", "Tailscale", "100.64.9.3");
            faults::no_network(w);
            dns(w, "100.100.100.100", "22 (utun6)");
            firewall(w, "Firewall is enabled. (State = 2)\n");
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["Tailscale", "firewall"],
        never: &["sign out", "Normal"],
    },
    // Dreamacro/clash 2050
    Report {
        name: "a proxy in the router hands out stand-ins, and push dies behind them",
        macos: "14.6",
        change: |w| {
            stand_ins(w, "198.18.3.9");
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["198.18.3.9", "proxy program"],
        never: &["DNS filter", "sign out", "VPN"],
    },
    // ShellCrash 527
    Report {
        name: "stand-ins carry all but the line that pushes come over",
        macos: "15.4",
        change: |w| {
            stand_ins(w, "198.18.3.9");
            faults::no_push_connection(w);
        },
        outlook: MIGHT,
        cause: &["push/connected"],
        says: &["proxy program"],
        never: &["DNS filter", "sign out", "Normal"],
    },
    // tailscale 1647: without DNS of its own an exit node leaves macOS a resolver that answers nothing
    Report {
        name: "an exit node takes everything and brings no DNS",
        macos: "14.0",
        change: |w| {
            tunnel(w, "io.tailscale.ipn.macos", "Tailscale", "100.77.3.4");
            faults::dns_down(w);
            let none = "DNS configuration\n\nresolver #1\n  flags    : Request A records\n  reach    : 0x00000000 (Not Reachable)\n";
            command(w, "/usr/sbin/scutil", "--dns", none);
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "dns/servers"],
        says: &["Tailscale"],
        never: &["sign out", "Normal", "this network\u{2019}s DNS"],
    },
    // cleanbrowsing.org: its family filter answers NXDOMAIN
    Report {
        name: "CleanBrowsing in the router denies sign-in on the web",
        macos: "15.7.1",
        change: |w| {
            dns(w, "185.228.168.168", "12 (en0)");
            denied(w, "idmsa.apple.com");
            denied(w, "account.apple.com");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["dns/sinkhole"],
        says: &["CleanBrowsing", "idmsa.apple.com"],
        never: &["sign out", "VPN"],
    },
    // NordVPN's servers stay in the settings after a crash; many reports
    Report {
        name: "NordVPN is off, and its DNS stayed in the Wi-Fi settings",
        macos: "15.7.1",
        change: |w| {
            faults::dns_down(w);
            dns(w, "103.86.96.100", "12 (en0)");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["NordVPN"],
        never: &["this network\u{2019}s DNS", "sign out"],
    },
    // Tunnelblick 553
    Report {
        name: "Tunnelblick is disconnected, and the company's DNS stayed",
        macos: "12.6.3",
        change: |w| {
            faults::dns_down(w);
            dns(w, "10.88.0.1", "12 (en0)");
            runs(w, "/Applications/Tunnelblick.app/Contents/MacOS/Tunnelblick");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["10.88.0.1"],
        never: &["filter", "sign out", "VPN is on"],
    },
    // safebrowse.io: Xfinity's and Cox's warning page; the name is led there, and TLS fails on it
    Report {
        name: "a provider's router leads sign-in to its warning page",
        macos: "26.0",
        change: |w| {
            names_lead_to(w, "idmsa.apple.com", "198.51.100.44");
            names_lead_to(w, "gsa.apple.com", "198.51.100.44");
            for part in ["idmsa.apple.com", "gsa.apple.com"] {
                faults::unreachable(w, part, ConnectOutcome::Refused);
            }
            each(w, "fetch ", "gsa.apple.com", |_| {
                Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::Connect("refused".into())) }))
            });
        },
        outlook: CANNOT,
        cause: &["dns/sinkhole"],
        says: &["198.51.100.44", "gsa.apple.com"],
        never: &["sign out", "VPN"],
    },
    // eero and others: a captive test that is answered from a cache, before all else works
    Report {
        name: "a network waits for its page and answers Apple's test page rightly",
        macos: "15.5",
        change: |w| {
            for part in [".", "setup.icloud"] {
                faults::unreachable(w, part, ConnectOutcome::Refused);
            }
            each(w, "fetch ", "captive.apple.com", |_| {
                let body = "<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>".to_owned();
                Ok(Answer::Fetch(Fetched { result: Ok(Response { status: 200, body, ..Response::default() }) }))
            });
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["tls/sign-in", "network/internet"],
        says: &["hotspot"],
        never: &["sign out", "VPN", "Normal"],
    },
    Report {
        name: "NextDNS by its own program, all well",
        macos: "27.0",
        change: |w| {
            network_extensions(w, &[("io.nextdns.NextDNS.NextDNSMac", "NextDNS", ON)]);
            dns(w, "192.0.2.42", "12 (en0)");
            profile(w);
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
];
