//! What stood between the Mac and Apple.

use super::{
    CAN, CANNOT, MIGHT, Report, command, dns, extensions, names_lead_to, no_connection, push_line, settings,
    through_proxy,
};
use crate::worlds::faults::{self, each};
use codesent_checks::Answer;
use codesent_checks::facts::{ClockReading, ConnectOutcome, LookupOutcome};

pub(super) const REPORTS: &[Report] = &[
    Report {
        name: "Little Snitch lets names through and drops every connection",
        macos: "14.3",
        change: |w| {
            no_connection(w, ConnectOutcome::NoReply, "no reply");
            extensions(w, "at.obdev.littlesnitch.networkextension", "Little Snitch Network Extension");
        },
        outlook: CANNOT,
        cause: &["network/internet"],
        says: &["Little Snitch", "names are answered"],
        never: &["DNS filter", "the internet does not answer"],
    },
    Report {
        name: "every connection is forbidden on this Mac",
        macos: "15.7.1",
        change: |w| no_connection(w, ConnectOutcome::Forbidden, "forbidden"),
        outlook: CANNOT,
        cause: &["network/internet"],
        says: &["this Mac itself forbids", "firewall or security app"],
        never: &["hotspot; then", "sign out"],
    },
    Report {
        name: "a company whose only way out is a script, and push stands",
        macos: "26.0",
        change: |w| {
            no_connection(w, ConnectOutcome::NoReply, "no reply");
            settings(w, "  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://pac.corp.example/p.pac\n");
            push_line(w, "tcp4 0 0 10.9.1.4.50199 10.9.0.80.3128 ESTABLISHED 131072 131072 apsd:412 00102 00000008");
        },
        outlook: MIGHT,
        cause: &[],
        says: &[],
        never: &["CANNOT", "does not answer", "Switch"],
    },
    Report {
        name: "a proxy that wants a password, and nothing else leads out",
        macos: "13.6",
        change: |w| {
            no_connection(w, ConnectOutcome::NoReply, "no reply");
            settings(w, "  HTTPSEnable : 1\n  HTTPSPort : 3128\n  HTTPSProxy : gate.school.example\n");
            through_proxy(w, "407 Proxy Authentication Required");
        },
        outlook: CANNOT,
        cause: &["filters/proxy"],
        says: &["gate.school.example:3128", "password"],
        never: &["the internet does not answer", "switch the proxy off"],
    },
    Report {
        name: "a proxy that a closed program left behind",
        macos: "15.7.1",
        change: |w| {
            settings(w, "  HTTPSEnable : 1\n  HTTPSPort : 7897\n  HTTPSProxy : 127.0.0.1\n");
            through_proxy(w, "no connection to it: the connection is refused");
        },
        outlook: CANNOT,
        cause: &["filters/proxy"],
        says: &["127.0.0.1:7897", "no program answers"],
        never: &["refuses Apple"],
    },
    Report {
        name: "a resolver on this Mac that nobody runs any more",
        macos: "14.3",
        change: |w| {
            faults::dns_down(w);
            dns(w, "127.0.0.1", "1 (lo0)");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["127.0.0.1", "on this Mac"],
        never: &["this network\u{2019}s DNS", "blocks Apple"],
    },
    Report {
        name: "Tailscale's resolver is silent",
        macos: "26.0",
        change: |w| {
            faults::dns_down(w);
            dns(w, "100.100.100.100", "22 (utun5)");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["Tailscale\u{2019}s DNS"],
        never: &["this network\u{2019}s DNS"],
    },
    Report {
        name: "a full tunnel is up, all else answers, and the push service has no line",
        macos: "15.7.1",
        change: |w| {
            faults::full_tunnel(w);
            faults::no_push_connection(w);
        },
        outlook: MIGHT,
        cause: &["push/connected"],
        says: &["NordVPN"],
        never: &["could not be checked", "Normal"],
    },
    Report {
        name: "macOS 27 shows nobody else's connections",
        macos: "27.0",
        change: |w| command(w, "/usr/sbin/netstat", "-anv -p tcp", ""),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["no push"],
    },
    Report {
        name: "a router in 100.64 answers for Apple, and nothing stands behind it",
        macos: "13.6",
        change: |w| {
            names_lead_to(w, "apple.com", "100.70.3.8");
            faults::unreachable(w, "apple.com", ConnectOutcome::Refused);
        },
        outlook: CANNOT,
        cause: &["dns/sinkhole"],
        says: &["100.70.3.8"],
        never: &["proxy program"],
    },
    Report {
        name: "Clash hands out stand-ins, and its way is dead",
        macos: "15.7.1",
        change: |w| {
            for part in ["apple.com", "icloud.com"] {
                names_lead_to(w, part, "198.18.0.77");
            }
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["proxy program"],
        never: &["DNS filter", "none of them resolves"],
    },
    Report {
        name: "a relay holds the push line",
        macos: "26.4",
        change: |w| {
            push_line(
                w,
                "tcp4 0 0 192.168.1.23.50321 17.57.144.21.443 ESTABLISHED 131072 131072 apsd:388 00102 00000008",
            );
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN"],
        never: &["MIGHT"],
    },
    Report {
        name: "a hostile Wi-Fi writes into its certificate",
        macos: "15.7.1",
        change: |w| faults::inspected(w, ".", "Apple Support - call +1 800 555 0134 and read the code to us"),
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["something that calls itself \u{201c}Apple Support"],
        never: &["555", "0134"],
    },
    Report {
        name: "the DNS server fails for Apple's names alone",
        macos: "15.7.1",
        change: |w| faults::system_lookup(w, "apple.com", &LookupOutcome::ServerFailed("server failure".into())),
        outlook: &["cannot", "might_not"],
        cause: &["dns/sinkhole"],
        says: &["the DNS server that is asked fails"],
        never: &["DNS filter"],
    },
    Report {
        name: "a block list hits a name that Apple's lead to",
        macos: "26.0",
        change: |w| {
            names_lead_to(w, "init-cdn-lb.ess-apple.com", "0.0.0.0");
            faults::unreachable(w, "init.ess.apple.com", ConnectOutcome::Refused);
        },
        outlook: MIGHT,
        cause: &["dns/aliases"],
        says: &["0.0.0.0"],
        never: &["CANNOT"],
    },
    Report {
        name: "Apple says that push is down, and the push servers are mute",
        macos: "15.7.1",
        change: |w| {
            faults::apple_status(w, "APNS", "Outage", "ongoing");
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["status/push"],
        says: &["Apple itself reports"],
        never: &["sign out"],
    },
    Report {
        name: "two programs could have done it",
        macos: "14.3",
        change: |w| {
            faults::full_tunnel(w);
            extensions(w, "com.objective-see.lulu.extension", "LuLu");
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["NordVPN", "LuLu"],
        never: &["Normal"],
    },
    Report {
        name: "a wait at a portal with a clock a year behind",
        macos: "15.7.1",
        change: |w| {
            faults::captive_portal(w);
            each(w, "clock ", "", |_| {
                Ok(Answer::Clock(ClockReading::Offset { offset_ms: 31_000_000_000, round_trip_ms: 20 }))
            });
        },
        outlook: CANNOT,
        cause: &["network/internet"],
        says: &["sign-in page", "the clock is wrong"],
        never: &[],
    },
];
