//! A fourth set, written after the third was mended, to measure by.

use super::{CAN, CANNOT, Report, command, dns, extensions, no_connection, push_line, settings, through_proxy};
use crate::world::{World, text};
use crate::worlds::faults::{self, each};
use codesent_checks::Answer;
use codesent_checks::facts::{
    Attempt, ConnectOutcome, FetchFailure, Fetched, HandshakeFailure, HandshakeReport, LookupOutcome,
};

const CANNOT_OR_MIGHT: &[&str] = &["cannot", "might_not"];

fn end(w: &mut World, part: &str, address: &str, failure: &HandshakeFailure) {
    let attempt = Attempt { address: address.parse().unwrap(), outcome: ConnectOutcome::Connected, ms: 20 };
    let report = HandshakeReport { attempts: vec![attempt], result: Err(failure.clone()) };
    each(w, "handshake ", part, |_| Ok(Answer::Handshake(report.clone())));
}

pub(super) const REPORTS: &[Report] = &[
    Report {
        name: "large packets are lost over IPv6, and IPv4 is well",
        macos: "26.0",
        change: |w| {
            let good = w.entries["handshake www.apple.com:443 over IPv4"].result.clone();
            end(w, ".", "2620:149:a44::20", &HandshakeFailure::Stalled);
            w.put("handshake www.apple.com:443 over IPv4", good);
            faults::no_push_connection(w);
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["network/ip-families"],
        says: &["IPv6 is broken"],
        never: &["the internet does not answer", "full size"],
    },
    Report {
        name: "IPv4 leads nowhere, IPv6 is well",
        macos: "15.7.1",
        change: |w| {
            let good = w.entries["handshake www.apple.com:443 over IPv4"].result.clone();
            faults::unreachable(w, "gsa", ConnectOutcome::NoReply);
            faults::unreachable(w, "www.apple.com:443 over IPv4", ConnectOutcome::NoReply);
            w.put("handshake www.apple.com:443 over IPv6", good);
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["network/ip-families"],
        says: &["IPv4 is broken"],
        never: &["sign out"],
    },
    Report {
        name: "a certificate of 200 kB, and all else is well",
        macos: "14.3",
        change: |w| end(w, "idmsa.apple.com", "17.32.194.5", &HandshakeFailure::TooLarge),
        outlook: &["can", "might_not"],
        cause: &[],
        says: &[],
        never: &["CANNOT", "re-signs"],
    },
    Report {
        name: "a proxy reads gsas alone",
        macos: "26.0",
        change: |w| {
            settings(w, "  HTTPSEnable : 1\n  HTTPSPort : 8118\n  HTTPSProxy : 127.0.0.1\n");
            let good = w.entries["handshake idmsa.apple.com:443"].result.clone();
            faults::inspected(w, "gsas.apple.com:443 through the system proxy", "Proxyman LLC");
            for host in ["idmsa.apple.com", "7-courier.push.apple.com", "identity.ess.apple.com"] {
                w.put(&format!("handshake {host}:443 through the system proxy"), good.clone());
            }
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/inspection"],
        says: &["gsas.apple.com", "Proxyman"],
        never: &["no program answers"],
    },
    Report {
        name: "the only way out is a proxy that refuses",
        macos: "13.6",
        change: |w| {
            no_connection(w, ConnectOutcome::Refused, "refused");
            settings(w, "  HTTPSEnable : 1\n  HTTPSPort : 3128\n  HTTPSProxy : squid.lab.example\n");
            through_proxy(w, "403 Forbidden");
        },
        outlook: CANNOT,
        cause: &["filters/proxy"],
        says: &["squid.lab.example:3128"],
        never: &["every connection is turned back", "the internet does not answer"],
    },
    Report {
        name: "Sophos opens TLS while a hosts file blocks gsas",
        macos: "12.7.6",
        change: |w| {
            faults::inspected(w, ".", "Sophos Ltd");
            w.set("file /etc/hosts", text("0.0.0.0 gsas.apple.com\n"));
            faults::sinkhole(w, "gsas.apple.com");
        },
        outlook: CANNOT,
        cause: &["dns/hosts-file", "tls/inspection"],
        says: &["Sophos", "/etc/hosts"],
        never: &["sign out"],
    },
    Report {
        name: "IVPN's firewall stays on while it is off",
        macos: "14.7",
        change: |w| {
            faults::no_network(w);
            command(
                w,
                "/usr/sbin/scutil",
                "--nc list",
                "Available network connection services in the current set (*=enabled):\n* (Disconnected)   A1B2C3D4-0000-0000-0000-000000000009 VPN (net.ivpn.client) \"IVPN\" [VPN:net.ivpn.client]\n",
            );
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["IVPN", "kill switch"],
        never: &["Switch IVPN off"],
    },
    Report {
        name: "Windscribe is installed and idle while a filter blocks gsa's name",
        macos: "15.7.1",
        change: |w| {
            command(
                w,
                "/usr/sbin/scutil",
                "--nc list",
                "Available network connection services in the current set (*=enabled):\n* (Disconnected)   A1B2C3D4-0000-0000-0000-000000000008 VPN (com.windscribe.client) \"Windscribe\" [VPN:com.windscribe.client]\n",
            );
            faults::sinkhole(w, "gsa.apple.com");
        },
        outlook: CANNOT,
        cause: &["dns/sinkhole"],
        says: &["0.0.0.0"],
        never: &["Windscribe"],
    },
    Report {
        name: "an IPv6-only network with a prefix of its own",
        macos: "26.4",
        change: |w| {
            push_line(
                w,
                "tcp6 0 0 2001:db8:9::5.51000 2001:db8:64::1139:9014.5223 ESTABLISHED 131072 131072 apsd:390 00102 00000008",
            );
            for entry in w.entries.values_mut() {
                if let Ok(Answer::Handshake(report)) = &mut entry.result {
                    for attempt in &mut report.attempts {
                        attempt.address = "2001:db8:64::1139:9014".parse().unwrap();
                    }
                }
            }
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "an unknown company's proxy with a name that wants to be called",
        macos: "15.7.1",
        change: |w| {
            no_connection(w, ConnectOutcome::NoReply, "no reply");
            settings(
                w,
                "  HTTPSEnable : 1\n  HTTPSPort : 8080\n  HTTPSProxy : call-1-800-555-0199-for-apple-support-and-read-us-the-code.example\n",
            );
            through_proxy(w, "407 Proxy Authentication Required");
        },
        outlook: CANNOT,
        cause: &["filters/proxy"],
        says: &["password", "\u{201c}"],
        never: &["0199", "read-us-the-code"],
    },
    Report {
        name: "ClashX was closed and its resolver and proxy stayed",
        macos: "13.6",
        change: |w| {
            faults::dns_down(w);
            dns(w, "198.18.0.2", "9 (en0)");
            settings(w, "  HTTPSEnable : 1\n  HTTPSPort : 7890\n  HTTPSProxy : 127.0.0.1\n");
            through_proxy(w, "no connection to it: refused");
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "filters/proxy"],
        says: &["proxy program"],
        never: &["this network\u{2019}s DNS", "refuses Apple"],
    },
    Report {
        name: "Vallum sends every connection back, names work",
        macos: "11.7.10",
        change: |w| {
            no_connection(w, ConnectOutcome::Refused, "refused");
            let rules = "anchor \"com.apple/*\"\nload anchor \"com.apple\" from \"/etc/pf.anchors/com.apple\"\nanchor \"vallum\"\n";
            w.set("file /etc/pf.conf", text(rules));
        },
        outlook: CANNOT,
        cause: &["network/internet"],
        says: &["names are answered", "allum"],
        never: &["the internet does not answer"],
    },
    Report {
        name: "somebody pinned a courier that is gone",
        macos: "15.7.1",
        change: |w| {
            w.set("file /etc/hosts", text("17.188.3.4 7-courier.push.apple.com\n"));
            faults::unreachable(w, "7-courier.push.apple.com", ConnectOutcome::NoReply);
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["dns/hosts-file"],
        says: &["/etc/hosts"],
        never: &["sign out"],
    },
    Report {
        name: "a portal that lets names through and answers TLS with its own",
        macos: "26.4",
        change: |w| {
            faults::inspected(w, ".", "Aruba Captive");
            each(w, "fetch ", "captive.apple.com", |_| {
                let location = Some("https://portal.airport.example".to_owned());
                let response = codesent_checks::facts::Response {
                    status: 302,
                    location,
                    ..codesent_checks::facts::Response::default()
                };
                Ok(Answer::Fetch(Fetched { result: Ok(response) }))
            });
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["network/internet"],
        says: &["sign-in page"],
        never: &["re-signs"],
    },
    Report {
        name: "port 80 is closed, and a company opens TLS",
        macos: "14.3",
        change: |w| {
            faults::inspected(w, ".", "Palo Alto Networks");
            each(w, "fetch ", "captive.apple.com", |_| {
                Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::Connect("no reply".into())) }))
            });
        },
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["Palo Alto"],
        never: &["the internet does not answer"],
    },
    Report {
        name: "a filter of an unknown maker, and names fail",
        macos: "26.0",
        change: |w| {
            extensions(w, "com.example.shield.dnsproxy", "Family Shield");
            faults::system_lookup(w, "apple.com", &LookupOutcome::NoSuchName);
            each(w, "handshake ", "apple.com", |_| {
                let result = Err(HandshakeFailure::Lookup(LookupOutcome::NoSuchName));
                Ok(Answer::Handshake(HandshakeReport { attempts: Vec::new(), result }))
            });
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["dns/sinkhole"],
        says: &["Family Shield"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "the proxy wants a password, and it is the only way",
        macos: "15.7.1",
        change: |w| {
            faults::no_network(w);
            each(w, "fetch ", "", |_| {
                Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::Lookup(LookupOutcome::NoSuchName)) }))
            });
            settings(w, "  HTTPSEnable : 1\n  HTTPSPort : 8080\n  HTTPSProxy : out.agency.example\n");
            through_proxy(w, "407 authenticationrequired");
        },
        outlook: CANNOT,
        cause: &["filters/proxy"],
        says: &["out.agency.example:8080", "password"],
        never: &["nothing gets out", "sign out"],
    },
];
