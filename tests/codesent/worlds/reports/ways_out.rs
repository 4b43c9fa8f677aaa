//! Networks, their portals, lists and proxies, as public reports describe them. Expectations before judging.

use super::programs::end;
use super::{CAN, CANNOT, Report, command, dns, names_lead_to, no_connection, push_line, settings, through_proxy};
use crate::world::{World, text};
use crate::worlds::faults::{self, each};
use codesent_checks::Answer;
use codesent_checks::facts::{
    ClockReading, ConnectOutcome, FetchFailure, Fetched, HandshakeFailure, HandshakeReport, Response, Trust,
};

const CAN_OR_MIGHT: &[&str] = &["can", "might_not"];
const CANNOT_OR_MIGHT: &[&str] = &["cannot", "might_not"];

/// This Mac's own address on its network.
fn own_address(w: &mut World, address: &str, router: &str) {
    for entry in w.entries.values_mut() {
        match &mut entry.result {
            Ok(Answer::Command(said)) => {
                said.stdout = said.stdout.replace("192.168.1.23", address).replace("192.168.1.1", router);
            }
            Ok(Answer::Interfaces(list)) => {
                for one in list.iter_mut().filter(|one| one.name == "en0" && one.address.is_ipv4()) {
                    one.address = address.parse().unwrap();
                }
            }
            _ => {}
        }
    }
}

fn captive(w: &mut World, status: u16, location: Option<&str>) {
    each(w, "fetch ", "captive.apple.com", |_| {
        let location = location.map(str::to_owned);
        Ok(Answer::Fetch(Fetched { result: Ok(Response { status, location, ..Response::default() }) }))
    });
}

/// A block page's own certificate.
fn wrong_name(w: &mut World, part: &str, address: &str, name: &str, organisation: &str) {
    names_lead_to(w, part, address);
    faults::inspected(w, part, organisation);
    for (key, entry) in &mut w.entries {
        if let Ok(Answer::Handshake(HandshakeReport { result: Ok(shaken), attempts })) = &mut entry.result
            && key.contains(part)
            && !key.contains("through the system proxy")
        {
            shaken.trust = Trust::WrongName;
            shaken.chain[0].names = vec![name.into()];
            for one in attempts {
                one.address = address.parse().unwrap();
            }
        }
    }
}

pub(super) const REPORTS: &[Report] = &[
    // RFC 6585
    Report {
        name: "a train wants its page first and says so with 511",
        macos: "26.1",
        change: |w| {
            no_connection(w, ConnectOutcome::Reset, "reset");
            captive(w, 511, None);
        },
        outlook: CANNOT,
        cause: &["network/internet"],
        says: &["sign-in page"],
        never: &["sign out", "filter"],
    },
    Report {
        name: "a plane lets messages through for nothing, and the rest wants its page",
        macos: "15.7.1",
        change: |w| {
            captive(w, 302, Some("https://www.inflight.example/portal"));
            for part in ["gsa", "idmsa", "account.apple", "setup.icloud", "www.apple", "iforgot"] {
                faults::unreachable(w, part, ConnectOutcome::Reset);
            }
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["network/internet"],
        says: &["sign-in page"],
        never: &["sign out"],
    },
    // Starlink and mobile routers give the Mac a shared address
    Report {
        name: "a dish gives this Mac an address in 100.64, all well",
        macos: "26.0",
        change: |w| own_address(w, "100.83.41.7", "100.64.0.1"),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    // RFC 7335: macOS's own translation on networks without IPv4
    Report {
        name: "a phone's hotspot without IPv4: 192.0.0.2, all well",
        macos: "15.7.1",
        change: |w| own_address(w, "192.0.0.2", "192.0.0.1"),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "a cable that leads nowhere comes before a Wi-Fi that is well",
        macos: "14.6",
        change: |w| {
            faults::no_network(w);
            let routes = crate::world::tools::say("/usr/sbin/netstat -rn").unwrap();
            let line = "default            192.168.1.1        UGScg                 en0";
            let both = format!(
                "default            10.20.0.1          UGScg                 en7\n{}",
                line.replace("UGScg ", "UGScIg")
            );
            command(w, "/usr/sbin/netstat", "-rn", &routes.replace(line, &both));
        },
        outlook: CANNOT,
        cause: &["network/internet", "dns/resolver"],
        says: &["nothing gets out"],
        never: &["sign out", "VPN"],
    },
    Report {
        name: "a school closes 5223 and opens 443 with its own certificate",
        macos: "15.3",
        change: |w| {
            faults::inspected(w, "courier", "Lightspeed Systems");
            faults::unreachable(w, "courier.push.apple.com:5223", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["tls/inspection", "push/courier"],
        says: &["Lightspeed"],
        never: &["sign out", "Normal"],
    },
    // Apple 101555: some hosts lie at other companies' addresses
    Report {
        name: "a company lets only 17/8 out: pages that lie elsewhere are missing",
        macos: "14.7.1",
        change: |w| {
            faults::unreachable(w, "www.apple.com", ConnectOutcome::NoReply);
            faults::unreachable(w, "appleid.cdn-apple.com", ConnectOutcome::NoReply);
            each(w, "fetch ", "www.apple.com", |_| {
                Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::Connect("no reply".into())) }))
            });
        },
        outlook: CAN_OR_MIGHT,
        cause: &[],
        says: &["CAN receive"],
        never: &["CANNOT", "the internet does not answer", "IPv4 is broken"],
    },
    // nextdns/metadata 97: a list against updates
    Report {
        name: "a hosts file against Apple's updates takes certificate checks along",
        macos: "13.6",
        change: |w| {
            let lines = "127.0.0.1 localhost\n0.0.0.0 mesu.apple.com gdmf.apple.com swscan.apple.com\n0.0.0.0 ocsp.apple.com ocsp2.apple.com\n";
            w.set("file /etc/hosts", text(lines));
            faults::sinkhole(w, "ocsp2.apple.com");
            each(w, "fetch ", "ocsp.apple.com", |_| {
                Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::Connect("refused".into())) }))
            });
        },
        outlook: CAN_OR_MIGHT,
        cause: &[],
        says: &["CAN receive"],
        never: &["CANNOT"],
    },
    // Anti-Porn-HOSTS-File 48
    Report {
        name: "a hosts list names apple.com itself and www.apple.com",
        macos: "26.0",
        change: |w| {
            w.set("file /etc/hosts", text("127.0.0.1 localhost\n0.0.0.0 apple.com\n0.0.0.0 www.apple.com\n"));
            faults::sinkhole(w, "www.apple.com");
            each(w, "fetch ", "www.apple.com", |_| {
                Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::Connect("refused".into())) }))
            });
        },
        outlook: CAN_OR_MIGHT,
        cause: &[],
        says: &["www.apple.com"],
        never: &["CANNOT", "IPv4 is broken"],
    },
    // Ultimate.Hosts.Blacklist 91, 385
    Report {
        name: "a hosts list names iCloud's and the account's servers",
        macos: "12.7.6",
        change: |w| {
            let lines = "127.0.0.1 localhost\n0.0.0.0 icloud.com\n0.0.0.0 setup.icloud.com\n0.0.0.0 appleid.apple.com\n0.0.0.0 account.apple.com\n";
            w.set("file /etc/hosts", text(lines));
            faults::sinkhole(w, "setup.icloud.com");
            faults::sinkhole(w, "account.apple.com");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["dns/hosts-file"],
        says: &["setup.icloud.com", "/etc/hosts"],
        never: &["sign out", "hotspot"],
    },
    Report {
        name: "a home router answers the sign-in servers itself to keep children out",
        macos: "15.6.1",
        change: |w| wrong_name(w, "gsa.apple.com", "192.168.178.1", "fritz.box", "router"),
        outlook: CANNOT,
        cause: &["dns/sinkhole", "tls/identity", "dns/sign-in"],
        says: &["192.168.178.1"],
        never: &["sign out", "re-signs"],
    },
    // OpenDNS: block pages at 146.112.61.104 to .110
    Report {
        name: "OpenDNS shows its block page for sign-in on the web",
        macos: "14.4",
        change: |w| {
            dns(w, "208.67.222.123", "12 (en0)");
            wrong_name(w, "idmsa.apple.com", "146.112.61.106", "*.opendns.com", "Cisco");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["dns/sinkhole", "tls/identity", "dns/sign-in"],
        says: &["OpenDNS", "idmsa.apple.com"],
        never: &["sign out"],
    },
    Report {
        name: "the proxy that is the only way out carries sign-in and refuses push",
        macos: "26.2",
        change: |w| {
            no_connection(w, ConnectOutcome::NoReply, "no reply");
            settings(w, "  HTTPSEnable : 1\n  HTTPSPort : 8080\n  HTTPSProxy : web.firm.example\n");
            let good = World::healthy("26.2").entries["handshake idmsa.apple.com:443"].result.clone();
            for host in ["idmsa.apple.com", "gsas.apple.com", "identity.ess.apple.com"] {
                w.put(&format!("handshake {host}:443 through the system proxy"), good.clone());
            }
            let refused =
                HandshakeReport { attempts: vec![], result: Err(HandshakeFailure::Proxy("403 Forbidden".into())) };
            w.put("handshake 7-courier.push.apple.com:443 through the system proxy", Ok(Answer::Handshake(refused)));
        },
        outlook: CANNOT,
        cause: &["filters/proxy", "push/courier"],
        says: &["web.firm.example:8080"],
        never: &["sign out", "the internet does not answer"],
    },
    Report {
        name: "no time server is to be reached, and Apple's own dates are right",
        macos: "15.7.1",
        change: |w| each(w, "clock ", "", |_| Ok(Answer::Clock(ClockReading::NoReply))),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT", "clock is wrong"],
    },
    // sing-box 760
    Report {
        name: "a box in the house carries everything and cuts push off",
        macos: "14.0",
        change: |w| {
            dns(w, "192.168.123.55", "12 (en0)");
            end(w, "courier", &HandshakeFailure::Cut);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["hotspot"],
        never: &["sign out", "VPN", "Normal"],
    },
    Report {
        name: "an IPv6-only hotspot with translated push, and no time server",
        macos: "27.0",
        change: |w| {
            push_line(w, "");
            each(w, "clock ", "", |_| Ok(Answer::Clock(ClockReading::NoReply)));
            for entry in w.entries.values_mut() {
                if let Ok(Answer::Handshake(report)) = &mut entry.result {
                    for one in &mut report.attempts {
                        one.address = "64:ff9b::1120:c205".parse().unwrap();
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
        name: "a company's proxy is gone, and direct connections are well",
        macos: "26.0",
        change: |w| {
            settings(w, "  HTTPSEnable : 1\n  HTTPSPort : 3128\n  HTTPSProxy : 10.44.0.9\n");
            through_proxy(w, "no connection to it: no reply");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["filters/proxy"],
        says: &["10.44.0.9:3128"],
        never: &["sign out", "program on this Mac"],
    },
];
