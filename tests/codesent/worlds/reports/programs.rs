//! VPNs, proxy programs and what they leave, as public reports of other programs describe them (named beside each).
//! Expectations written before any of it was judged.

use super::setting::{network_extensions, services, stand_ins, tunnel};
use super::{CAN, CANNOT, Report, dns, no_connection, push_line, runs, settings, through_proxy};
use crate::world::World;
use crate::worlds::faults::{self, each};
use codesent_checks::Answer;
use codesent_checks::facts::{
    Attempt, ClockReading, ConnectOutcome, Fetched, HandshakeFailure, HandshakeReport, Response,
};

const CANNOT_OR_MIGHT: &[&str] = &["cannot", "might_not"];
const ON: &str = "activated enabled";

/// Connections to `part` stand, and end like this.
pub(super) fn end(w: &mut World, part: &str, failure: &HandshakeFailure) {
    let attempt = Attempt { address: "17.32.194.5".parse().unwrap(), outcome: ConnectOutcome::Connected, ms: 20 };
    let report = HandshakeReport { attempts: vec![attempt], result: Err(failure.clone()) };
    each(w, "handshake ", part, |_| Ok(Answer::Handshake(report.clone())));
}

pub(super) const REPORTS: &[Report] = &[
    // amnezia-client 2103
    Report {
        name: "Amnezia says disconnected, and its rules let nothing out",
        macos: "14.4",
        change: |w| {
            faults::no_network(w);
            runs(w, "/Applications/AmneziaVPN.app/Contents/MacOS/AmneziaVPN-service");
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["Amnezia"],
        never: &["sign out", "Normal"],
    },
    // vpn-kill-switch/killswitch 2: rules loaded from /tmp; only names pass
    Report {
        name: "a kill-switch script of one's own lets names out and nothing else",
        macos: "12.7.6",
        change: |w| {
            no_connection(w, ConnectOutcome::NoReply, "no reply");
            each(w, "clock ", "", |_| Ok(Answer::Clock(ClockReading::NoReply)));
        },
        outlook: CANNOT,
        cause: &["network/internet"],
        says: &["names are answered"],
        never: &["sign out", "does not answer"],
    },
    // AdGuard CoreLibs 1570: curl connects to 240.0.0.9 and gets an empty reply
    Report {
        name: "Shadowrocket and AdGuard together: every connection ends empty",
        macos: "12.0.1",
        change: |w| {
            tunnel(w, "com.liguangming.Shadowrocket", "Shadowrocket", "240.0.0.2");
            network_extensions(w, &[("com.adguard.mac.adguard.network-extension", "AdGuard", ON)]);
            stand_ins(w, "240.0.0.9");
            let attempt = Attempt { address: "240.0.0.9".parse().unwrap(), outcome: ConnectOutcome::Connected, ms: 2 };
            let report = HandshakeReport { attempts: vec![attempt], result: Err(HandshakeFailure::Cut) };
            each(w, "handshake ", "", |_| Ok(Answer::Handshake(report.clone())));
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["tls/sign-in", "push/courier", "network/internet"],
        says: &["Shadowrocket", "AdGuard"],
        never: &["sign out", "Normal"],
    },
    // Throne 1738
    Report {
        name: "a TUN of a program nobody knows is up, and nothing passes",
        macos: "15.7.3",
        change: |w| {
            tunnel(w, "", "", "172.19.0.1");
            dns(w, "172.19.0.2", "20 (utun4)");
            faults::no_network(w);
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["VPN"],
        never: &["this network\u{2019}s DNS", "Normal", "sign out"],
    },
    // clash-verge-rev 7100
    Report {
        name: "Clash Verge's TUN is up and names still come from the router",
        macos: "15.1.1",
        change: |w| {
            tunnel(w, "", "", "198.18.0.1");
            runs(w, "/Applications/Clash Verge.app/Contents/MacOS/verge-mihomo");
            push_line(
                w,
                "tcp4 0 0 198.18.0.1.50123 17.57.145.20.5223 ESTABLISHED 131072 131072 apsd:345 00102 00000008",
            );
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    // tailscale 11317, 9728
    Report {
        name: "Tailscale's exit node is on while its DNS is off: no name is answered",
        macos: "14.3",
        change: |w| {
            tunnel(w, "io.tailscale.ipn.macsys", "Tailscale", "100.101.14.2");
            faults::dns_down(w);
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["Tailscale"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "Tailscale's exit node carries everything, and all is well",
        macos: "26.4",
        change: |w| {
            tunnel(w, "io.tailscale.ipn.macsys", "Tailscale", "100.101.14.2");
            dns(w, "100.100.100.100", "20 (utun4)");
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    // outline-apps 1177
    Report {
        name: "Outline is connected, names come, and no connection does",
        macos: "14.1",
        change: |w| {
            tunnel(w, "org.outline.macos.client", "Outline", "10.111.222.0");
            no_connection(w, ConnectOutcome::NoReply, "no reply");
        },
        outlook: CANNOT,
        cause: &["network/internet"],
        says: &["Outline"],
        never: &["sign out", "Normal"],
    },
    // GlobalProtect: "Enforce GlobalProtect connection for network access"
    Report {
        name: "GlobalProtect lets nothing out until it is connected",
        macos: "15.5",
        change: |w| {
            network_extensions(
                w,
                &[("com.paloaltonetworks.GlobalProtect.client.extension", "GlobalProtectExtension", ON)],
            );
            runs(w, "/Applications/GlobalProtect.app/Contents/Resources/PanGPS");
            no_connection(w, ConnectOutcome::NoReply, "no reply");
        },
        outlook: CANNOT,
        cause: &["network/internet", "filters/content-filter"],
        says: &["GlobalProtect"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "Proton VPN is connecting for ever and its kill switch is on",
        macos: "26.1",
        change: |w| {
            faults::no_network(w);
            services(
                w,
                "* (Connecting)     A1B2C3D4-0000-0000-0000-000000000004 VPN (ch.protonvpn.mac) \"Proton VPN\" [VPN:ch.protonvpn.mac]\n",
            );
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["Proton VPN"],
        never: &["sign out"],
    },
    // V2rayU 1460: only unticking SOCKS helped
    Report {
        name: "V2rayU was quit, and its SOCKS entry stayed",
        macos: "14.5",
        change: |w| {
            settings(w, "  SOCKSEnable : 1\n  SOCKSPort : 1080\n  SOCKSProxy : 127.0.0.1\n");
            through_proxy(w, "no connection to it: refused");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["filters/proxy"],
        says: &["127.0.0.1:1080"],
        never: &["sign out", "this network", "hotspot"],
    },
    Report {
        name: "mitmproxy redirects this Mac and signs everything anew",
        macos: "15.2",
        change: |w| {
            network_extensions(w, &[("org.mitmproxy.macos-redirector.network-extension", "Mitmproxy Redirector", ON)]);
            faults::inspected(w, ".", "mitmproxy");
        },
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["mitmproxy", "Pause mitmproxy"],
        never: &["sign out", "hotspot"],
    },
    // Charles' root: "Charles Proxy CA", of XK72 Ltd
    Report {
        name: "Charles reads what goes through the proxy on this Mac",
        macos: "26.0",
        change: |w| {
            settings(
                w,
                "  HTTPEnable : 1\n  HTTPPort : 8888\n  HTTPProxy : 127.0.0.1\n  HTTPSEnable : 1\n  HTTPSPort : 8888\n  HTTPSProxy : 127.0.0.1\n",
            );
            faults::inspected(w, "through the system proxy", "XK72 Ltd");
            runs(w, "/Applications/Charles.app/Contents/MacOS/Charles");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/inspection"],
        says: &["Charles"],
        never: &["sign out", "hotspot", "no program answers"],
    },
    // facts/field.md: sign-in servers answer 503 over some exits
    Report {
        name: "Apple turns a VPN's exit away",
        macos: "15.6",
        change: |w| {
            tunnel(w, "ch.protonvpn.mac", "Proton VPN", "10.2.0.2");
            each(w, "fetch ", "gsa.apple.com", |_| {
                Ok(Answer::Fetch(Fetched { result: Ok(Response { status: 503, ..Response::default() }) }))
            });
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/rate-limit"],
        says: &["Proton VPN"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "a company's tunnel and Tailscale's mesh at once, all well",
        macos: "26.2",
        change: |w| {
            tunnel(w, "com.cisco.secureclient.vpn", "Cisco Secure Client", "10.77.3.4");
            services(
                w,
                "* (Connected)      A1B2C3D4-0000-0000-0000-000000000011 VPN (com.cisco.secureclient.vpn) \"Cisco Secure Client\" [VPN:com.cisco.secureclient.vpn]\n* (Connected)      A1B2C3D4-0000-0000-0000-000000000012 VPN (io.tailscale.ipn.macsys) \"Tailscale\" [VPN:io.tailscale.ipn.macsys]\n",
            );
            network_extensions(
                w,
                &[
                    ("com.cisco.anyconnect.macos.acsockext", "Cisco Secure Client - Socket Filter", ON),
                    ("io.tailscale.ipn.macsys.network-extension", "Tailscale Network Extension", ON),
                ],
            );
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "Mullvad is on and Little Snitch too, and no push server answers",
        macos: "15.7.1",
        change: |w| {
            tunnel(w, "net.mullvad.vpn", "Mullvad VPN", "10.64.7.9");
            network_extensions(w, &[("at.obdev.littlesnitch.networkextension", "Little Snitch", ON)]);
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["Mullvad and Little Snitch are on"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "NordVPN is on and ESET too, and the sign-in servers are cut off",
        macos: "26.0",
        change: |w| {
            tunnel(w, "com.nordvpn.macos", "NordVPN", "10.5.0.2");
            network_extensions(w, &[("com.eset.network.ESETNetwork", "ESET Network Extension", ON)]);
            for part in ["gsa", "idmsa", "account.apple", "setup.icloud"] {
                end(w, part, &HandshakeFailure::Cut);
            }
        },
        outlook: CANNOT,
        cause: &["tls/sign-in"],
        says: &["NordVPN and ESET are on"],
        never: &["sign out", "Normal"],
    },
];
