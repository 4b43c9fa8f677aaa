//! The rest of the second set.

use super::anew::{CANNOT_OR_MIGHT, HOTSPOT, ON, no_answer};
use super::names_lost::denied;
use super::setting::{network_extensions, stand_ins, tunnel};
use super::{CANNOT, Report};
use crate::worlds::faults::{self, each};
use codesent_checks::Answer;
use codesent_checks::facts::{ConnectOutcome, Fetched, Response};

pub(super) const REPORTS: &[Report] = &[
    // docs.umbrella.com: the root is "Cisco Umbrella Root CA", of Cisco
    Report {
        name: "Umbrella in the network opens TLS, and nothing of Cisco's is on this Mac",
        macos: "15.6",
        change: |w| faults::inspected(w, ".", "Cisco"),
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["Cisco", "hotspot"],
        never: &["sign out", "VPN"],
    },
    Report {
        name: "a school's Smoothwall opens TLS for the web alone",
        macos: "14.6",
        change: |w| {
            for part in ["www.apple.com", "iforgot", "appleid.cdn"] {
                faults::inspected(w, part, "Smoothwall");
            }
            faults::unreachable(w, "gsa.apple.com", ConnectOutcome::NoReply);
        },
        outlook: CANNOT,
        cause: &["tls/inspection", "tls/sign-in"],
        says: &["Smoothwall", "gsa.apple.com"],
        never: &["sign out", "VPN"],
    },
    // help.eset.com: "ESET SSL Filter CA", of ESET, spol. s r. o.
    Report {
        name: "ESET opens sign-in on this Mac",
        macos: "15.1",
        change: |w| {
            network_extensions(w, &[("com.eset.network.ESETNetwork", "ESET Network Extension", ON)]);
            faults::inspected(w, "gsa", "ESET, spol. s r. o.");
            faults::inspected(w, "setup.icloud", "ESET, spol. s r. o.");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/inspection"],
        says: &["Pause ESET"],
        never: &["sign out", HOTSPOT, "calls itself"],
    },
    Report {
        name: "Avast's shield opens everything",
        macos: "14.2",
        change: |w| {
            network_extensions(w, &[("com.avast.Antivirus.SystemExtension", "Avast Security", ON)]);
            faults::inspected(w, ".", "Avast Web/Mail Shield");
        },
        outlook: CANNOT,
        cause: &["tls/inspection"],
        says: &["Pause Avast"],
        never: &["sign out", HOTSPOT],
    },
    Report {
        name: "TripMode of the App Store holds push back on a hotspot",
        macos: "15.2",
        change: |w| {
            network_extensions(w, &[("com.alix-sarl.TripMode.filter", "TripMode", ON)]);
            faults::no_push_connection(w);
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["push/connected", "filters/content-filter"],
        says: &["TripMode"],
        never: &["sign out", HOTSPOT, "Normal"],
    },
    // elastic security-docs 1992
    Report {
        name: "Elastic Defend stops everything, names and time too",
        macos: "15.0",
        change: |w| {
            network_extensions(w, &[("co.elastic.systemextension", "ElasticEndpoint", ON)]);
            faults::no_network(w);
        },
        outlook: CANNOT,
        cause: &["dns/resolver", "network/internet"],
        says: &["Elastic Defend"],
        never: &["sign out", "Normal", HOTSPOT],
    },
    Report {
        name: "DNSFilter's agent blocks iCloud's and sign-in's names",
        macos: "15.3",
        change: |w| {
            network_extensions(w, &[("com.dnsfilter.agent.macos.DNSProxy", "DNSFilter", ON)]);
            denied(w, "setup.icloud.com");
            denied(w, "gsa.apple.com");
        },
        outlook: CANNOT,
        cause: &["dns/sinkhole"],
        says: &["DNSFilter", "gsa.apple.com"],
        never: &["sign out", HOTSPOT],
    },
    Report {
        name: "Stash carries everything but push",
        macos: "26.0",
        change: |w| {
            tunnel(w, "ws.stash.app.mac", "Stash", "198.18.0.1");
            stand_ins(w, "198.18.4.31");
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["Stash"],
        never: &["sign out", "Normal", "DNS filter"],
    },
    Report {
        name: "three of a company's programs at once, and push is reset",
        macos: "15.7",
        change: |w| {
            tunnel(w, "com.paloaltonetworks.GlobalProtect.client", "GlobalProtect", "10.77.14.3");
            network_extensions(
                w,
                &[
                    ("com.crowdstrike.falcon.Agent", "Falcon Sensor", ON),
                    ("com.microsoft.wdav.netext", "Microsoft Defender Network Extension", ON),
                ],
            );
            faults::unreachable(w, "courier", ConnectOutcome::Reset);
            faults::no_push_connection(w);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &["GlobalProtect and 2 more are on", "IT"],
        never: &["sign out", "Normal"],
    },
    // squid's own page, behind a certificate of the district's
    Report {
        name: "a district's squid reads the account's page and says no",
        macos: "14.6",
        change: |w| {
            faults::inspected(w, "account.apple", "Lakeside District");
            faults::inspected(w, "idmsa.apple", "Lakeside District");
            for host in ["idmsa.apple.com", "account.apple.com"] {
                each(w, "fetch ", host, |_| {
                    let server = Some("squid/6.13".to_owned());
                    Ok(Answer::Fetch(Fetched { result: Ok(Response { status: 403, server, ..Response::default() }) }))
                });
            }
            no_answer(w, "iforgot");
        },
        outlook: CANNOT_OR_MIGHT,
        cause: &["tls/inspection"],
        says: &["Lakeside District"],
        never: &["sign out", "VPN"],
    },
];
