//! More of what stood between: who carries, filters or answers in Apple's place, and what is harmless.

use super::{CAN, CANNOT, Report, command, dns, extensions, no_connection, push_line, settings, through_proxy};
use crate::worlds::faults::{self, each};
use codesent_checks::Answer;
use codesent_checks::facts::{ConnectOutcome, FetchFailure, Fetched, HandshakeFailure, HandshakeReport, LookupOutcome};

const CAN_OR_MIGHT: &[&str] = &["can", "might_not"];
const CANNOT_OR_MIGHT: &[&str] = &["cannot", "might_not"];

pub(super) const REPORTS: &[Report] = &[
    Report {
        name: "Pi-hole answers a courier and gsa with nothing",
        macos: "13.6",
        change: |w| {
            dns(w, "192.168.1.53", "6 (en0)");
            faults::sinkhole(w, "courier");
            faults::sinkhole(w, "gsa.apple.com");
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["dns/sinkhole", "dns/apple-push", "dns/sign-in"],
        says: &["0.0.0.0"],
        never: &["sign out", "the internet does not answer"],
    },
    Report {
        name: "AdGuard for Mac filters TLS with its own root",
        macos: "15.7.1",
        change: |w| {
            faults::inspected(w, ".", "AdGuard");
            extensions(w, "com.adguard.mac.adguard.network-extension", "AdGuard Network Extension");
        },
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["AdGuard"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "an antivirus opens only the sign-in servers",
        macos: "14.3",
        change: |w| {
            faults::inspected(w, "gsa.apple.com", "Kaspersky Lab");
            faults::inspected(w, "idmsa.apple.com", "Kaspersky Lab");
        },
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["Kaspersky"],
        never: &["sign out"],
    },
    Report {
        name: "Cloudflare WARP is on and harms nothing",
        macos: "26.0",
        change: |w| {
            faults::full_tunnel(w);
            extensions(w, "com.cloudflare.1dot1dot1dot1.macos.network-extension", "Cloudflare WARP");
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN"],
        never: &["CANNOT", "Prove it"],
    },
    Report {
        name: "Tailscale without an exit node and Little Snitch, all well",
        macos: "27.0",
        change: |w| {
            extensions(w, "at.obdev.littlesnitch.networkextension", "Little Snitch");
            dns(w, "100.100.100.100", "22 (utun5)");
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN"],
        never: &["CANNOT", "MIGHT"],
    },
    Report {
        name: "a hotel where only the web and names pass",
        macos: "15.7.1",
        change: |w| {
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["5223"],
        never: &["sign out", "VPN is on", "Normal"],
    },
    Report {
        name: "5223 is closed and 443 is the way",
        macos: "15.7.1",
        change: |w| faults::unreachable(w, "courier.push.apple.com:5223", ConnectOutcome::Refused),
        outlook: CAN_OR_MIGHT,
        cause: &[],
        says: &[],
        never: &["CANNOT"],
    },
    Report {
        name: "Charles was closed and its proxy stayed",
        macos: "13.6",
        change: |w| {
            settings(
                w,
                "  HTTPEnable : 1\n  HTTPPort : 8888\n  HTTPProxy : 127.0.0.1\n  HTTPSEnable : 1\n  HTTPSPort : 8888\n  HTTPSProxy : 127.0.0.1\n",
            );
            through_proxy(w, "no connection to it: refused");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["filters/proxy"],
        says: &["127.0.0.1:8888"],
        never: &["sign out", "company"],
    },
    Report {
        name: "a company's proxy re-signs what goes through it",
        macos: "14.3",
        change: |w| {
            settings(w, "  HTTPSEnable : 1\n  HTTPSPort : 8080\n  HTTPSProxy : proxy.corp.example\n");
            faults::inspected(w, "through the system proxy", "Example Corp");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/inspection", "filters/proxy"],
        says: &["Example Corp"],
        never: &["sign out"],
    },
    Report {
        name: "the router has no way out",
        macos: "26.0",
        change: faults::no_network,
        outlook: CANNOT,
        cause: &["network/internet", "dns/resolver"],
        says: &[],
        never: &["sign out", "Normal", "VPN is on"],
    },
    Report {
        name: "only TLS dies: connections stand and nothing comes",
        macos: "15.7.1",
        change: |w| {
            each(w, "handshake ", "", |_| {
                Ok(Answer::Handshake(HandshakeReport { attempts: vec![], result: Err(HandshakeFailure::Stalled) }))
            });
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["network/full-packets", "tls/sign-in", "network/internet"],
        says: &[],
        never: &["sign out", "DNS filter"],
    },
    Report {
        name: "the same in a tunnel",
        macos: "15.7.1",
        change: |w| {
            faults::full_tunnel(w);
            each(w, "handshake ", "", |_| {
                Ok(Answer::Handshake(HandshakeReport { attempts: vec![], result: Err(HandshakeFailure::Stalled) }))
            });
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["network/full-packets", "tls/sign-in", "network/internet"],
        says: &["NordVPN", "Prove it"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "SelfControl blocks with pf",
        macos: "14.3",
        change: |w| {
            faults::unreachable(w, "idmsa.apple.com", ConnectOutcome::NoReply);
            faults::unreachable(w, "gsa.apple.com", ConnectOutcome::NoReply);
            command(w, "/bin/launchctl", "print", "");
        },
        outlook: CANNOT,
        cause: &["tls/sign-in"],
        says: &["gsa.apple.com"],
        never: &["sign out"],
    },
    Report {
        name: "only identity services cannot be reached",
        macos: "26.4",
        change: |w| faults::unreachable(w, "ess.apple.com", ConnectOutcome::Refused),
        outlook: CAN_OR_MIGHT,
        cause: &[],
        says: &[],
        never: &["CANNOT", "sign out"],
    },
    Report {
        name: "gsa turns this address away",
        macos: "15.7.1",
        change: faults::rate_limited,
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/rate-limit"],
        says: &["hotspot"],
        never: &["sign out"],
    },
    Report {
        name: "the status page cannot be read, and all else is well",
        macos: "15.7.1",
        change: |w| {
            each(w, "fetch ", "status", |_| Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::Stalled) })));
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN"],
        never: &["MIGHT", "CANNOT"],
    },
    Report {
        name: "a school's DNS denies Apple's sign-in",
        macos: "14.3",
        change: |w| {
            faults::system_lookup(w, "gsa.apple.com", &LookupOutcome::NoSuchName);
            faults::system_lookup(w, "idmsa.apple.com", &LookupOutcome::NoSuchName);
        },
        outlook: CANNOT,
        cause: &["dns/sinkhole", "dns/sign-in"],
        says: &["gsa.apple.com"],
        never: &["sign out", "the internet does not answer"],
    },
    Report {
        name: "a leftover of a removed VPN is waiting to be taken away",
        macos: "15.7.1",
        change: |w| {
            let list = "1 extension(s)\n--- com.apple.system_extension.network_extension\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n\
                \t\tABCDE12345\tcom.surfshark.vpnclient.macos.tunnel (4.1/4.1)\tSurfshark\t[terminated waiting to uninstall on reboot]\n";
            command(w, "/usr/bin/systemextensionsctl", "list", list);
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN"],
        never: &["CANNOT", "MIGHT"],
    },
    Report {
        name: "IPv6 only, NAT64, and apsd's line on it",
        macos: "26.0",
        change: |w| {
            push_line(
                w,
                "tcp6 0 0 2001:db8:1::5.50321 64:ff9b::1139:9015.5223 ESTABLISHED 131072 131072 apsd:388 00102 00000008",
            );
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN"],
        never: &["MIGHT"],
    },
    Report {
        name: "the push service's line ends at a company's proxy, and couriers answer through nothing",
        macos: "14.3",
        change: |w| {
            settings(w, "  HTTPSEnable : 1\n  HTTPSPort : 8080\n  HTTPSProxy : 10.20.0.9\n");
            let good = w.entries["handshake gsa.apple.com:443"].result.clone();
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            each(w, "handshake ", "through the system proxy", |_| good.clone());
            push_line(w, "tcp4 0 0 10.20.4.7.50199 10.20.0.9.8080 ESTABLISHED 131072 131072 apsd:412 00102 00000008");
        },
        outlook: CAN_OR_MIGHT,
        cause: &[],
        says: &[],
        never: &["sign out", "DNS filter", "CANNOT", "Switch"],
    },
    Report {
        name: "LuLu drops every connection and the web works elsewhere",
        macos: "26.4",
        change: |w| {
            no_connection(w, ConnectOutcome::Forbidden, "forbidden");
            extensions(w, "com.objective-see.lulu.extension", "LuLu");
        },
        outlook: CANNOT,
        cause: &["network/internet", "filters/content-filter"],
        says: &["LuLu"],
        never: &["sign out", "hotspot; then"],
    },
    Report {
        name: "a DNS service by profile that filters nothing",
        macos: "15.7.1",
        change: |w| dns(w, "9.9.9.9", "6 (en0)"),
        outlook: CAN,
        cause: &[],
        says: &["CAN"],
        never: &["MIGHT", "CANNOT"],
    },
];
