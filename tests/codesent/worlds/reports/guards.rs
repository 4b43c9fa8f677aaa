//! Firewalls, security products and DNS services, as public reports describe them. Expectations before judging.

use super::programs::end;
use super::setting::{network_extensions, services, tunnel};
use super::{CAN, CANNOT, MIGHT, Report, dns, no_connection, runs};
use crate::world::text;
use crate::worlds::faults::{self, each};
use codesent_checks::Answer;
use codesent_checks::facts::{ConnectOutcome, HandshakeFailure, HandshakeReport, LookupOutcome};
use serde_json::json;

const CANNOT_OR_MIGHT: &[&str] = &["cannot", "might_not"];
const ON: &str = "activated enabled";
const HOTSPOT: &str = "hotspot";

pub(super) const REPORTS: &[Report] = &[
    Report {
        name: "Zscaler opens every connection on this Mac",
        macos: "15.3",
        change: |w| {
            network_extensions(w, &[("com.zscaler.zscaler.TRPTunnel", "ZscalerTunnel", ON)]);
            runs(w, "/Applications/Zscaler/Zscaler.app/Contents/PlugIns/ZscalerTunnel");
            faults::inspected(w, ".", "Zscaler Inc.");
        },
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["Zscaler"],
        never: &["sign out", HOTSPOT, "Normal"],
    },
    // Netskope signs with a root in the customer's name
    Report {
        name: "Netskope signs in the company's name what goes to iCloud",
        macos: "14.6.1",
        change: |w| {
            network_extensions(
                w,
                &[("com.netskope.client.Netskope-Client.NetskopeClientMacAppProxy", "NetskopeClientMacAppProxy", ON)],
            );
            faults::inspected(w, "setup.icloud.com", "Kobayashi Trading");
            faults::inspected(w, "gsa.apple.com", "Kobayashi Trading");
            faults::inspected(w, "ess.apple.com", "Kobayashi Trading");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/inspection"],
        says: &["Netskope", "Kobayashi Trading"],
        never: &["sign out", HOTSPOT],
    },
    Report {
        name: "Cisco Umbrella answers names on this Mac, and answers none",
        macos: "14.2",
        change: |w| {
            faults::dns_down(w);
            dns(w, "127.0.0.1", "1 (lo0)");
            runs(w, "/opt/cisco/secureclient/bin/acumbrellaagent");
            network_extensions(
                w,
                &[("com.cisco.anyconnect.macos.acsockext", "Cisco Secure Client - Socket Filter", ON)],
            );
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["127.0.0.1", "Cisco"],
        never: &["this network\u{2019}s DNS", "sign out", HOTSPOT],
    },
    Report {
        name: "Cisco Umbrella answers names on this Mac, and all is well",
        macos: "26.0",
        change: |w| {
            dns(w, "127.0.0.1", "1 (lo0)");
            runs(w, "/opt/cisco/secureclient/bin/acumbrellaagent");
            network_extensions(
                w,
                &[("com.cisco.anyconnect.macos.acsockext", "Cisco Secure Client - Socket Filter", ON)],
            );
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "FortiClient's web filter opens sign-in on this Mac",
        macos: "13.6",
        change: |w| {
            network_extensions(w, &[("com.fortinet.forticlient.macos.webfilter", "FortiClientPacketFilter", ON)]);
            runs(w, "/Library/Application Support/Fortinet/FortiClient/bin/fctservctl2");
            faults::inspected(w, ".", "Fortinet");
        },
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["Fort"],
        never: &["sign out", HOTSPOT],
    },
    // Cloudflare Gateway signs as "Gateway CA - Cloudflare Managed G1", of Cloudflare, Inc.
    Report {
        name: "Cloudflare WARP opens TLS with the certificate of its own Gateway",
        macos: "15.4",
        change: |w| {
            tunnel(w, "com.cloudflare.1dot1dot1dot1.macos", "Cloudflare WARP", "172.16.0.2");
            faults::inspected(w, ".", "Cloudflare, Inc.");
            for entry in w.entries.values_mut() {
                if let Ok(Answer::Handshake(HandshakeReport { result: Ok(shaken), .. })) = &mut entry.result {
                    shaken.chain[0].issuer = "Gateway CA - Cloudflare Managed G1 3d028af29af87f79".into();
                }
            }
        },
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["Cloudflare WARP"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "Little Snitch denies the push service alone",
        macos: "26.1",
        change: |w| {
            network_extensions(w, &[("at.obdev.littlesnitch.networkextension", "Little Snitch", ON)]);
            faults::no_push_connection(w);
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["push/connected", "filters/content-filter"],
        says: &["Little Snitch"],
        never: &["sign out", "Normal", HOTSPOT],
    },
    Report {
        name: "Radio Silence forbids everything of Apple's",
        macos: "13.4",
        change: |w| {
            network_extensions(w, &[("com.radiosilenceapp.nke.filter", "Radio Silence", ON)]);
            for part in ["gsa", "idmsa", "account.apple", "setup.icloud", "courier"] {
                faults::unreachable(w, part, ConnectOutcome::Forbidden);
            }
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["tls/sign-in", "push/courier", "filters/content-filter"],
        says: &["Radio Silence"],
        never: &["sign out", HOTSPOT],
    },
    Report {
        name: "Murus has rules in pf, and push is sent back",
        macos: "11.7.10",
        change: |w| {
            w.set("file /etc/pf.conf", text("anchor \"com.apple/*\"\nanchor \"murus\"\nload anchor \"murus\" from \"/etc/murus/murus.pfconf\"\n"));
            faults::unreachable(w, "courier", ConnectOutcome::Refused);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["urus"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "a rule for port 5223 that somebody wrote into pf",
        macos: "15.1",
        change: |w| {
            w.set("file /etc/pf.conf", text("anchor \"com.apple/*\"\nblock drop out quick proto tcp from any to any port 5223\nblock drop out quick to 17.57.144.0/22\n"));
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["filters/packet-filter", "push/courier"],
        says: &["/etc/pf.conf"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "Bitdefender signs the sign-in servers anew",
        macos: "15.7.1",
        change: |w| {
            network_extensions(
                w,
                &[("com.bitdefender.cst.net.dci.dci-network-extension", "dci-network-extension", ON)],
            );
            faults::inspected(w, "gsa", "Bitdefender");
            faults::inspected(w, "idmsa", "Bitdefender");
        },
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["Pause Bitdefender"],
        never: &["sign out", HOTSPOT],
    },
    Report {
        name: "Norton is at work, and all is well",
        macos: "27.0",
        change: |w| network_extensions(w, &[("com.norton.mes.networkextension", "Norton System Extension", ON)]),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "Intego's NetBarrier drops everything that goes out",
        macos: "12.6.3",
        change: |w| {
            network_extensions(w, &[("com.intego.netbarrier.daemon.networkextension", "NetBarrier", ON)]);
            no_connection(w, ConnectOutcome::NoReply, "no reply");
        },
        outlook: CANNOT,
        cause: &["network/internet", "filters/content-filter"],
        says: &["Intego"],
        never: &["sign out", "the internet does not answer"],
    },
    Report {
        name: "Sophos resets the push servers",
        macos: "14.7.2",
        change: |w| {
            network_extensions(w, &[("com.sophos.endpoint.networkextension", "Sophos Network Extension", ON)]);
            faults::unreachable(w, "courier", ConnectOutcome::Reset);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["and Sophos is on"],
        never: &["sign out", "Normal"],
    },
    // firezone 6783
    Report {
        name: "SentinelOne and Firezone together lose names",
        macos: "15.0",
        change: |w| {
            tunnel(w, "dev.firezone.firezone", "Firezone", "100.83.12.5");
            network_extensions(
                w,
                &[
                    ("com.sentinelone.network-monitoring", "SentinelOne Extensions", ON),
                    ("dev.firezone.firezone.network-extension", "Firezone", ON),
                ],
            );
            faults::dns_down(w);
            dns(w, "100.100.111.1", "20 (utun4)");
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["Firezone", "SentinelOne"],
        never: &["this network\u{2019}s DNS", "sign out"],
    },
    // AdGuardDNS 777
    Report {
        name: "a profile's encrypted DNS stops answering after a while",
        macos: "14.5",
        change: |w| {
            faults::dns_down(w);
            let path = "preferences /Library/Managed Preferences/com.apple.dnsSettings.managed.plist";
            w.set(path, Answer::Preferences(json!({ "DNSSettings": { "DNSProtocol": "HTTPS" } })));
        },
        outlook: CANNOT,
        cause: &["dns/resolver"],
        says: &["profile"],
        never: &["sign out", "Normal"],
    },
    // docs.controld.com, blocked query response: REFUSED
    Report {
        name: "Control D refuses the names of sign-in",
        macos: "26.3",
        change: |w| {
            dns(w, "76.76.2.22", "12 (en0)");
            for part in ["gsa.apple.com", "gsas.apple.com", "idmsa.apple.com"] {
                let refused = LookupOutcome::ServerFailed("REFUSED".into());
                faults::system_lookup(w, part, &refused);
                each(w, "handshake ", part, |_| {
                    let result = Err(HandshakeFailure::Lookup(refused.clone()));
                    Ok(Answer::Handshake(HandshakeReport { attempts: Vec::new(), result }))
                });
            }
        },
        outlook: CANNOT,
        cause: &["dns/sign-in", "dns/sinkhole", "dns/resolver"],
        says: &["Control D"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "a DNS service keeps Private Relay's name away, and all is well",
        macos: "26.2",
        change: |w| {
            dns(w, "45.90.28.12", "12 (en0)");
            faults::system_lookup(w, "mask", &LookupOutcome::NoSuchName);
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "Malwarebytes was removed and waits for a restart, all well",
        macos: "15.7.1",
        change: |w| {
            network_extensions(
                w,
                &[(
                    "com.malwarebytes.ncep.rtprotection.netfilter",
                    "RTPNetFilter",
                    "terminated waiting to uninstall on reboot",
                )],
            );
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "a web filter for families that macOS 27 knows as a URL filter, all well",
        macos: "27.0",
        change: |w| network_extensions(w, &[("org.example.calm.url-filter", "Calm URL Filter", ON)]),
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["MIGHT"],
    },
    Report {
        name: "Microsoft Defender forbids setup.icloud.com",
        macos: "26.0",
        change: |w| {
            network_extensions(w, &[("com.microsoft.wdav.netext", "Microsoft Defender Network Extension", ON)]);
            end(w, "setup.icloud.com", &HandshakeFailure::Cut);
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/sign-in"],
        says: &["Microsoft Defender", "setup.icloud.com"],
        never: &["sign out", "Normal"],
    },
    Report {
        name: "LuLu was told to let nothing of apsd pass, and NordVPN only waits",
        macos: "15.7.1",
        change: |w| {
            network_extensions(w, &[("com.objective-see.lulu.extension", "LuLu", ON)]);
            services(
                w,
                "* (Disconnected)   A1B2C3D4-0000-0000-0000-000000000021 VPN (com.nordvpn.macos) \"NordVPN\" [VPN:com.nordvpn.macos]\n",
            );
            faults::no_push_connection(w);
        },
        outlook: MIGHT,
        cause: &["push/connected", "filters/content-filter"],
        says: &["LuLu"],
        never: &["NordVPN", HOTSPOT],
    },
];
