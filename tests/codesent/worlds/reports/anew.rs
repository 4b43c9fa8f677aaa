//! A second set of networks and what stands between, of other reports than before (named beside each), written whole before it
//! was judged.

use super::names_lost::profile;
use super::programs::end;
use super::setting::{network_extensions, stand_ins, tunnel};
use super::{CAN, CANNOT, Report, command, dns, push_line, runs, settings, through_proxy};
use crate::world::{World, text};
use crate::worlds::faults::{self, each};
use codesent_checks::facts::{
    Attempt, ByServer, ConnectOutcome, FetchFailure, Fetched, HandshakeFailure, HandshakeReport, LookupOutcome,
    Resolution,
};
use codesent_checks::{Answer, Question};

const CAN_OR_MIGHT: &[&str] = &["can", "might_not"];
pub(super) const CANNOT_OR_MIGHT: &[&str] = &["cannot", "might_not"];
pub(super) const ON: &str = "activated enabled";
pub(super) const HOTSPOT: &str = "Try once on your phone";

/// Asked directly, the Mac's own server answers.
fn own_server_answers(w: &mut World, server: &str) {
    for name in ["gsa.apple.com", "idmsa.apple.com", "7-courier.push.apple.com"] {
        let outcome = LookupOutcome::Addresses(vec!["17.32.194.5".parse().unwrap()]);
        let resolution = Resolution { outcome, aliases: Vec::new() };
        let said = ByServer { server: server.into(), resolution, ms: 8 };
        w.set(&Question::LookupOwn(name).key(), Answer::Lookups(vec![said]));
    }
}

pub(super) fn no_answer(w: &mut World, part: &str) {
    faults::system_lookup(w, part, &LookupOutcome::NoReply);
    each(w, "handshake ", part, |_| {
        let result = Err(HandshakeFailure::Lookup(LookupOutcome::NoReply));
        Ok(Answer::Handshake(HandshakeReport { attempts: Vec::new(), result }))
    });
}

pub(super) const REPORTS: &[Report] = &[
    // mozilla-vpn-client 1578
    Report {
        name: "Mozilla VPN was disconnected and left its resolver",
        macos: "11.5",
        change: |w| {
            faults::dns_down(w);
            dns(w, "10.64.0.1", "6 (en0)");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["10.64.0.1", "Advanced > DNS"],
        never: &["this network\u{2019}s DNS", "sign out", "filter"],
    },
    // LuLu 410
    Report {
        name: "LuLu holds names of Apple's back after some hours",
        macos: "12.0.1",
        change: |w| {
            network_extensions(w, &[("com.objective-see.lulu.extension", "LuLu", ON)]);
            no_answer(w, "gsa.apple.com");
            no_answer(w, "setup.icloud.com");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["dns/sinkhole", "dns/sign-in", "tls/sign-in"],
        says: &["LuLu", "gsa.apple.com"],
        never: &["sign out", "Normal"],
    },
    // LuLu 920: dig at the same server answers at once
    Report {
        name: "LuLu lets no name through to macOS, and the server itself answers",
        macos: "15.7.9",
        change: |w| {
            network_extensions(w, &[("com.objective-see.lulu.extension", "LuLu", ON)]);
            faults::dns_down(w);
            own_server_answers(w, "192.168.1.1");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["Pause LuLu on this Mac"],
        never: &["this network\u{2019}s DNS does not answer", "sign out", "router"],
    },
    // AdguardForMac 1781
    Report {
        name: "macOS 27 with a cable and Wi-Fi at once and AdGuard, all well",
        macos: "27.0",
        change: |w| {
            network_extensions(w, &[("com.adguard.mac.adguard.network-extension", "AdGuard", ON)]);
            command(w, "/usr/sbin/netstat", "-anv -p tcp", "");
            let routes = crate::world::tools::say("/usr/sbin/netstat -rn").unwrap();
            let line = "default            192.168.1.1        UGScg                 en0";
            let both = format!(
                "default            192.168.50.1       UGScg                 en7\n{}",
                line.replace("UGScg ", "UGScIg")
            );
            command(w, "/usr/sbin/netstat", "-rn", &routes.replace(line, &both));
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    // AdguardForMac 855, 772
    Report {
        name: "AdGuard VPN and a NextDNS profile together: no name comes",
        macos: "11.2",
        change: |w| {
            tunnel(w, "com.adguard.mac.vpn", "AdGuard VPN", "172.16.219.2");
            profile(w);
            faults::dns_down(w);
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["AdGuard VPN", "profile"],
        never: &["this network\u{2019}s DNS", "sign out", "Normal"],
    },
    // v2rayN 6970
    Report {
        name: "v2rayN was quit, and its proxy stayed on 10808",
        macos: "15.3.2",
        change: |w| {
            settings(
                w,
                "  HTTPEnable : 1\n  HTTPPort : 10808\n  HTTPProxy : 127.0.0.1\n  HTTPSEnable : 1\n  HTTPSPort : 10808\n  HTTPSProxy : 127.0.0.1\n  SOCKSEnable : 1\n  SOCKSPort : 10808\n  SOCKSProxy : 127.0.0.1\n",
            );
            through_proxy(w, "no connection to it: the connection is refused");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["filters/proxy"],
        says: &["127.0.0.1:10808", "no program answers"],
        never: &["sign out", HOTSPOT],
    },
    // clash-verge-rev 4921: it writes a resolver into the settings while it runs
    Report {
        name: "Clash Verge was quit, and a resolver in China stayed",
        macos: "15.6",
        change: |w| {
            faults::dns_down(w);
            dns(w, "223.6.6.6", "12 (en0)");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["223.6.6.6"],
        never: &["this network\u{2019}s DNS", "sign out"],
    },
    // unleash 5, bypass-mdm 148
    Report {
        name: "a hosts file against management names, and sign-in is not among them",
        macos: "15.5",
        change: |w| {
            let names = "iprofiles mdmenrollment deviceenrollment acmdm axm-adm-mdm albert gdmf configuration";
            let lines = names.split(' ').fold(String::new(), |lines, name| lines + "0.0.0.0 " + name + ".apple.com\n");
            w.set("file /etc/hosts", text(&format!("127.0.0.1 localhost\n{lines}")));
        },
        outlook: CAN_OR_MIGHT,
        cause: &[],
        // Harmless, so the short page does not speak of it.
        says: &["CAN receive"],
        never: &["CANNOT", "sign out"],
    },
    // keybase/client 7228: O = AO Kaspersky Lab
    Report {
        name: "Kaspersky signs as AO Kaspersky Lab",
        macos: "13.6",
        change: |w| {
            network_extensions(w, &[("com.kaspersky.kav.sysext", "Kaspersky Internet Security", ON)]);
            faults::inspected(w, ".", "AO Kaspersky Lab");
        },
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["Pause Kaspersky"],
        never: &["sign out", HOTSPOT, "calls itself"],
    },
    // ships and planes that sell messages alone: push passes, pages do not
    Report {
        name: "a ship's cheapest plan carries messages and nothing else",
        macos: "26.0",
        change: |w| {
            for part in ["gsa", "idmsa", "account.apple", "setup.icloud", "www.apple", "iforgot", "appleid.cdn"] {
                faults::unreachable(w, part, ConnectOutcome::Reset);
            }
            each(w, "fetch ", "www.apple.com", |_| {
                Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::Connect("reset".into())) }))
            });
        },
        outlook: CANNOT,
        cause: &["tls/sign-in"],
        says: &["CANNOT ask"],
        never: &["sign out", "CANNOT receive", "VPN"],
    },
    // netbird ios-client 99
    Report {
        name: "a tunnel takes IPv4 and lets IPv6 die",
        macos: "26.1",
        change: |w| {
            tunnel(w, "io.netbird.client", "NetBird", "100.80.12.5");
            let attempt =
                Attempt { address: "2620:149:a44::20".parse().unwrap(), outcome: ConnectOutcome::NoReply, ms: 3000 };
            let dead = HandshakeReport { attempts: vec![attempt], result: Err(HandshakeFailure::Connect) };
            w.put("handshake www.apple.com:443 over IPv6", Ok(Answer::Handshake(dead)));
        },
        outlook: CAN_OR_MIGHT,
        cause: &[],
        says: &["IPv6"],
        never: &["CANNOT", "sign out"],
    },
    // wireguide 4: cured by an MTU of 1280
    Report {
        name: "WireGuard loses large packets",
        macos: "26.2",
        change: |w| {
            tunnel(w, "com.wireguard.macos", "Home", "10.6.0.3");
            end(w, ".", &HandshakeFailure::Stalled);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["network/full-packets"],
        says: &["WireGuard"],
        never: &["sign out", "Normal", "re-signs"],
    },
    Report {
        name: "Twingate's resolver fails for sign-in",
        macos: "15.4",
        change: |w| {
            tunnel(w, "com.twingate.macos", "Twingate", "100.96.1.7");
            dns(w, "100.95.0.251", "20 (utun4)");
            for part in ["gsa.apple.com", "gsas.apple.com"] {
                faults::system_lookup(w, part, &LookupOutcome::ServerFailed("server failure".into()));
                each(w, "handshake ", part, |_| {
                    let result = Err(HandshakeFailure::Lookup(LookupOutcome::ServerFailed("server failure".into())));
                    Ok(Answer::Handshake(HandshakeReport { attempts: Vec::new(), result }))
                });
            }
        },
        outlook: CANNOT,
        cause: &["dns/sinkhole", "dns/sign-in"],
        says: &["Twingate", "gsa.apple.com"],
        never: &["sign out", "Normal", "DNS filter"],
    },
    Report {
        name: "Netskope on this Mac cuts sign-in off",
        macos: "14.7.1",
        change: |w| {
            network_extensions(
                w,
                &[("com.netskope.client.Netskope-Client.NetskopeClientMacAppProxy", "NetskopeClientMacAppProxy", ON)],
            );
            for part in ["gsa", "idmsa", "account.apple", "setup.icloud"] {
                end(w, part, &HandshakeFailure::Cut);
            }
        },
        outlook: CANNOT,
        cause: &["tls/sign-in"],
        says: &["Netskope is on", "Netskope off"],
        never: &["sign out", HOTSPOT, "Normal"],
    },
    Report {
        name: "Lightspeed's agent resets push on a pupil's Mac",
        macos: "14.5",
        change: |w| {
            network_extensions(w, &[("com.lightspeedsystems.macos.filter", "Lightspeed Filter Agent", ON)]);
            faults::unreachable(w, "courier", ConnectOutcome::Reset);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["Lightspeed is on"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "ExpressVPN is off and its network lock is not",
        macos: "13.2",
        change: |w| {
            faults::no_network(w);
            runs(w, "/Library/Application Support/com.expressvpn.ExpressVPN/expressvpnd");
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["ExpressVPN"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "Surge on another Mac carries the whole house, all well",
        macos: "26.3",
        change: |w| {
            dns(w, "192.168.1.9", "12 (en0)");
            stand_ins(w, "198.18.5.2");
            push_line(
                w,
                "tcp4 0 0 192.168.1.23.50711 198.18.7.7.5223 ESTABLISHED 131072 131072 apsd:377 00102 00000008",
            );
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "Quad9 fails for setup.icloud.com alone",
        macos: "15.7.1",
        change: |w| {
            dns(w, "9.9.9.9", "12 (en0)");
            let failed = LookupOutcome::ServerFailed("SERVFAIL".into());
            faults::system_lookup(w, "setup.icloud.com", &failed);
            each(w, "handshake ", "setup.icloud.com", |_| {
                let result = Err(HandshakeFailure::Lookup(failed.clone()));
                Ok(Answer::Handshake(HandshakeReport { attempts: Vec::new(), result }))
            });
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["dns/sinkhole", "dns/sign-in"],
        says: &["Quad9", "setup.icloud.com"],
        never: &["sign out", "VPN"],
    },
];
