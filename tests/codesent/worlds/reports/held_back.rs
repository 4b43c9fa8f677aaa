//! Connections that are held back: VPNs, filters, boxes and networks, each as the public report that is named beside it.
//! Expectations before judging.

use super::names_lost::mesh;
use super::programs::end;
use super::setting::{network_extensions, services, tunnel};
use super::{CAN, CANNOT, MIGHT, Report, no_connection, push_line, runs};
use crate::world::{World, text};
use crate::worlds::faults::{self, each};
use codesent_checks::Answer;
use codesent_checks::facts::{ConnectOutcome, FetchFailure, Fetched, HandshakeFailure, HandshakeReport, Response};

const CAN_OR_MIGHT: &[&str] = &["can", "might_not"];
const CANNOT_OR_MIGHT: &[&str] = &["cannot", "might_not"];
const ON: &str = "activated enabled";
const HOTSPOT: &str = "Try once on your phone";

/// Every page of the sign-in is answered like this.
fn pages(w: &mut World, status: u16, server: &str, location: Option<&str>) {
    for host in ["idmsa.apple.com", "account.apple.com"] {
        each(w, "fetch ", host, |_| {
            let (server, location) = (Some(server.to_owned()), location.map(str::to_owned));
            Ok(Answer::Fetch(Fetched { result: Ok(Response { status, server, location, ..Response::default() }) }))
        });
    }
}

pub(super) const REPORTS: &[Report] = &[
    // hagezi/dns-blocklists 4366
    Report {
        name: "a home firewall drops the addresses of a list of DNS servers, and iCloud's are among them",
        macos: "15.1",
        change: |w| faults::unreachable(w, "setup.icloud.com", ConnectOutcome::NoReply),
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/sign-in"],
        says: &["setup.icloud.com", "hotspot"],
        never: &["sign out", "VPN"],
    },
    // docs.paloaltonetworks.com, "Enforce GlobalProtect for Network Access"
    Report {
        name: "GlobalProtect lets nothing out at a hotel, names neither",
        macos: "15.5",
        change: |w| {
            network_extensions(
                w,
                &[("com.paloaltonetworks.GlobalProtect.client.extension", "GlobalProtectExtension", ON)],
            );
            runs(w, "/Applications/GlobalProtect.app/Contents/Resources/PanGPS");
            faults::no_network(w);
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["GlobalProtect", "Connect GlobalProtect"],
        never: &["sign out", "kill switch", "Normal"],
    },
    Report {
        name: "GlobalProtect is connected, and the company's firewall behind it opens TLS",
        macos: "14.6",
        change: |w| {
            tunnel(w, "com.paloaltonetworks.GlobalProtect.client", "GlobalProtect", "10.77.14.3");
            faults::inspected(w, ".", "Harbour Freight Lines");
        },
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["Harbour Freight Lines", "GlobalProtect"],
        never: &["sign out", "Normal"],
    },
    // Cisco: always-on VPN with a closed connect failure policy
    Report {
        name: "Cisco Secure Client is always on, has no connection and lets nothing out",
        macos: "15.6",
        change: |w| {
            network_extensions(
                w,
                &[("com.cisco.anyconnect.macos.acsockext", "Cisco Secure Client - Socket Filter", ON)],
            );
            runs(w, "/opt/cisco/secureclient/bin/vpnagentd");
            faults::no_network(w);
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["Connect Cisco Secure Client"],
        never: &["sign out", "kill switch", "Normal"],
    },
    // Windscribe/Desktop-App 180
    Report {
        name: "Windscribe is on and 15.0 sends Apple's own services past it",
        macos: "15.0",
        change: |w| {
            tunnel(w, "", "", "10.255.255.2");
            runs(w, "/Applications/Windscribe.app/Contents/MacOS/Windscribe");
            faults::no_push_connection(w);
        },
        outlook: MIGHT,
        cause: &["vpn/apple-bypass", "push/connected"],
        says: &["Switch the VPN (probably Windscribe) off", "Windscribe"],
        never: &["sign out", "Normal"],
    },
    // AdguardForMac 1726
    Report {
        name: "AdGuard's extension cuts every connection since the update to 15.7.8",
        macos: "15.7.8",
        change: |w| {
            network_extensions(w, &[("com.adguard.mac.adguard.network-extension", "AdGuard", ON)]);
            end(w, ".", &HandshakeFailure::Cut);
            each(w, "fetch ", "", |_| {
                Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::Connect("closed".into())) }))
            });
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["tls/sign-in", "network/internet", "push/courier"],
        says: &["AdGuard", "AdGuard off"],
        never: &["sign out", HOTSPOT, "Normal"],
    },
    // LuLu 321
    Report {
        name: "LuLu lets nothing through after an update of Big Sur",
        macos: "11.2.1",
        change: |w| {
            network_extensions(w, &[("com.objective-see.lulu.extension", "LuLu", ON)]);
            faults::no_network(w);
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["LuLu"],
        never: &["sign out", HOTSPOT, "Normal"],
    },
    // help.zscaler.com, block notifications; `Server: Zscaler/6.2` in public captures
    Report {
        name: "Zscaler in the network says no to the sign-in pages, and opens TLS",
        macos: "15.3",
        change: |w| {
            faults::inspected(w, "idmsa", "Zscaler Inc.");
            faults::inspected(w, "account.apple", "Zscaler Inc.");
            pages(w, 403, "Zscaler/6.2", None);
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/inspection"],
        says: &["Zscaler", "idmsa.apple.com"],
        never: &["sign out"],
    },
    // cloudflare-docs 170, "several iCloud services silently fail"
    Report {
        name: "WARP of a company opens only what goes to iCloud",
        macos: "15.3",
        change: |w| {
            tunnel(w, "com.cloudflare.1dot1dot1dot1.macos", "Cloudflare WARP", "172.16.0.2");
            faults::inspected(w, "setup.icloud.com", "Cloudflare, Inc.");
            // As its own documentation names it; the organisation alone is that of a public authority.
            for (key, entry) in &mut w.entries {
                if let Ok(Answer::Handshake(HandshakeReport { result: Ok(shaken), .. })) = &mut entry.result
                    && key.contains("setup.icloud.com")
                {
                    shaken.chain[0].issuer = "Gateway CA - Cloudflare Managed G1 3d028af29af87f79".into();
                }
            }
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/inspection"],
        says: &["Cloudflare WARP", "setup.icloud.com"],
        never: &["sign out", "Normal"],
    },
    // securly.com: its root is installed on school Macs
    Report {
        name: "Securly opens the pages of sign-in at a school",
        macos: "14.7",
        change: |w| {
            faults::inspected(w, "idmsa", "Securly, Inc");
            faults::inspected(w, "account.apple", "Securly, Inc");
            faults::unreachable(w, "gsas", ConnectOutcome::NoReply);
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/inspection"],
        says: &["Securly"],
        never: &["sign out", "VPN"],
    },
    // Surge's manual: HTTPS decryption with its own certificate
    Report {
        name: "Surge reads what goes to gsa and setup, in its own tunnel",
        macos: "26.1",
        change: |w| {
            tunnel(w, "com.nssurge.surge-mac.ne", "Surge", "198.18.0.1");
            faults::inspected(w, "gsa.apple.com", "Surge");
            faults::inspected(w, "setup.icloud.com", "Surge");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/inspection"],
        says: &["Surge", "gsa.apple.com"],
        never: &["sign out", HOTSPOT],
    },
    // privacy guides: all of Apple blocked by a rule
    Report {
        name: "a rule in pf against all of Apple's addresses",
        macos: "14.4",
        change: |w| {
            w.set("file /etc/pf.conf", text("anchor \"com.apple/*\"\nblock drop out quick to 17.0.0.0/8\n"));
            for part in ["gsa", "idmsa", "account.apple", "setup.icloud", "courier", "ess.apple", "www.apple"] {
                faults::unreachable(w, part, ConnectOutcome::NoReply);
            }
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["filters/packet-filter"],
        says: &["/etc/pf.conf"],
        never: &["sign out", HOTSPOT, "VPN"],
    },
    // tripmode.ch: only chosen programs use a hotspot
    Report {
        name: "TripMode lets only chosen programs use the hotspot",
        macos: "13.5",
        change: |w| {
            network_extensions(w, &[("ch.tripmode.TripMode.FilterExtension", "TripMode", ON)]);
            no_connection(w, ConnectOutcome::Forbidden, "forbidden");
        },
        outlook: CANNOT,
        cause: &["network/internet", "tls/sign-in"],
        says: &["TripMode"],
        never: &["sign out", HOTSPOT, "the internet does not answer"],
    },
    // Sophos, left on after an upgrade to 26; its own app is gone
    Report {
        name: "Sophos' filter is still on since the upgrade, and drops every connection",
        macos: "26.0",
        change: |w| {
            network_extensions(w, &[("com.sophos.endpoint.networkextension", "Sophos Network Extension", ON)]);
            no_connection(w, ConnectOutcome::NoReply, "no reply");
        },
        outlook: CANNOT,
        cause: &["network/internet"],
        says: &["Sophos"],
        never: &["sign out", "the internet does not answer", "Normal"],
    },
    Report {
        name: "a satellite line loses some, and all comes after a while",
        macos: "15.7.1",
        change: |w| {
            faults::unreachable(w, "24-courier.push.apple.com:443", ConnectOutcome::NoReply);
            end(w, "account.apple.com", &HandshakeFailure::Stalled);
            for (key, entry) in &mut w.entries {
                if let Ok(Answer::Handshake(report)) = &mut entry.result
                    && let Ok(shaken) = &mut report.result
                    && !key.contains("tunnel")
                {
                    shaken.ms = 2600;
                }
            }
        },
        outlook: CAN_OR_MIGHT,
        cause: &["tls/sign-in"],
        says: &[],
        never: &["CANNOT", "sign out", "VPN"],
    },
    // 9to5mac 2025-12-10: FaceTime is blocked, push is not
    Report {
        name: "a country blocks FaceTime's servers, and codes come",
        macos: "26.1",
        change: |w| faults::unreachable(w, "identity.ess", ConnectOutcome::Reset),
        outlook: CAN_OR_MIGHT,
        // Not a cause: no code hangs on them.
        cause: &[],
        says: &["Messages and FaceTime servers"],
        never: &["CANNOT", "sign out"],
    },
    // tailscale 19723: networks in China let no push out
    Report {
        name: "a provider resets push on both ports, and all else is well",
        macos: "26.3",
        change: |w| {
            end(w, "courier", &HandshakeFailure::Cut);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["5223", "hotspot"],
        never: &["sign out", "VPN is on", "Normal"],
    },
    // Mullvad 8442: a mesh beside a full tunnel
    Report {
        name: "Mullvad is connecting for ever, and Tailscale is up beside it",
        macos: "26.2",
        change: |w| {
            mesh(w, "io.tailscale.ipn.macsys", "Tailscale", "100.101.14.2");
            runs(w, "/Applications/Mullvad VPN.app/Contents/Resources/mullvad-daemon");
            faults::no_network(w);
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["Mullvad"],
        never: &["sign out", "Normal"],
    },
    // Private Relay: apsd's line goes direct
    Report {
        name: "Private Relay is on, and all is well",
        macos: "26.4",
        change: |w| {
            services(w, "");
            push_line(
                w,
                "tcp6 0 0 2001:db8:7::19.50321 2620:149:a44:304::10.5223 ESTABLISHED 131072 131072 apsd:351 00102 00000008",
            );
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
];
