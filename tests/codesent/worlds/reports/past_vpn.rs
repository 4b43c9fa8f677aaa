//! The same connections past the VPN: what convicts it, what clears it, and what proves nothing.

use super::{CAN, CANNOT, MIGHT, Report, command};
use crate::world::World;
use crate::worlds::faults;
use codesent_checks::facts::{Attempt, ConnectOutcome, HandshakeFailure, HandshakeReport};
use codesent_checks::{Answer, Miss};

const WAY: &str = " past the tunnel";

/// Past the tunnel all answers as it does on a healthy Mac, but for hosts whose name contains one of these.
pub(crate) fn answers_past(world: &mut World, but: &[&str]) {
    let keys: Vec<String> = world.entries.keys().filter(|key| key.ends_with(WAY)).cloned().collect();
    assert!(!keys.is_empty());
    let healthy = World::healthy("26.0");
    for key in keys {
        let direct = healthy.entries.get(key.trim_end_matches(WAY)).map(|entry| entry.result.clone());
        let any = || healthy.entries["handshake gsa.apple.com:443"].result.clone();
        let good = direct.unwrap_or_else(any);
        let dead = || {
            let attempt = Attempt { address: "17.4.5.6".parse().unwrap(), outcome: ConnectOutcome::NoReply, ms: 2500 };
            Ok(Answer::Handshake(HandshakeReport { attempts: vec![attempt], result: Err(HandshakeFailure::Connect) }))
        };
        world.put(&key, if but.iter().any(|part| key.contains(part)) { dead() } else { good });
    }
}

/// Nothing that Apple has is reached through the VPN.
fn dead_through(world: &mut World) {
    faults::full_tunnel(world);
    faults::unreachable(world, ".", ConnectOutcome::NoReply);
    faults::no_push_connection(world);
}

pub(super) const REPORTS: &[Report] = &[
    Report {
        name: "a VPN is on, nothing of Apple's answers, and nobody left it",
        macos: "15.7.1",
        change: dead_through,
        outlook: CANNOT,
        cause: &["tls/sign-in", "network/internet"],
        says: &["Prove it: codesent check --past-vpn"],
        never: &["stops codes"],
    },
    Report {
        name: "past the VPN all answers",
        macos: "15.7.1",
        change: |w| {
            dead_through(w);
            answers_past(w, &[]);
        },
        outlook: CANNOT,
        cause: &["vpn/past-it"],
        says: &["stops codes", "answers past it and not through it", "for a minute, request one code"],
        never: &["Prove it", "internet does not answer", "hotspot"],
    },
    Report {
        name: "only push dies in the VPN",
        macos: "26.0",
        change: |w| {
            faults::full_tunnel(w);
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
            answers_past(w, &[]);
        },
        outlook: CANNOT,
        cause: &["vpn/past-it"],
        says: &["stops codes"],
        never: &["Prove it"],
    },
    Report {
        name: "the couriers are dead past the VPN as well",
        macos: "26.0",
        change: |w| {
            faults::full_tunnel(w);
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
            answers_past(w, &["courier"]);
        },
        outlook: CANNOT,
        cause: &["push/courier"],
        says: &[],
        never: &["VPN is on", "stops codes", "Prove it", "Switch"],
    },
    Report {
        name: "a kill switch lets nothing past",
        macos: "14.3",
        change: |w| {
            dead_through(w);
            answers_past(w, &["."]);
        },
        outlook: CANNOT,
        cause: &["tls/sign-in", "network/internet"],
        says: &["No proof: nothing gets out past the VPN"],
        never: &["stops codes", "Prove it"],
    },
    Report {
        name: "all is well both ways",
        macos: "27.0",
        change: |w| {
            faults::full_tunnel(w);
            answers_past(w, &[]);
        },
        outlook: CAN,
        cause: &[],
        says: &["CAN receive"],
        never: &["Prove it", "stops codes"],
    },
    Report {
        name: "a hosts file that the experiment goes around is not the VPN",
        macos: "15.7.1",
        change: |w| {
            faults::full_tunnel(w);
            faults::hosts_file(w);
            answers_past(w, &[]);
        },
        outlook: CANNOT,
        cause: &["dns/hosts-file"],
        says: &["/etc/hosts"],
        never: &["stops codes", "Prove it"],
    },
    Report {
        name: "Mullvad has its own way out",
        macos: "15.7.1",
        change: |w| {
            dead_through(w);
            answers_past(w, &[]);
            command(
                w,
                "/usr/sbin/scutil",
                "--nc list",
                "Available network connection services in the current set:\n* (Connected)      6D1B2C3D-0000-4000-8000-0123456789AB VPN (net.mullvad.vpn) \"Mullvad VPN\"                      [VPN:net.mullvad.vpn]\n",
            );
        },
        outlook: CANNOT,
        cause: &["vpn/past-it"],
        says: &["Mullvad stops codes"],
        never: &["Prove it"],
    },
    Report {
        name: "no physical way out at all",
        macos: "15.7.1",
        change: |w| {
            faults::full_tunnel(w);
            faults::unreachable(w, "courier", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
            let keys: Vec<String> = w.entries.keys().filter(|key| key.ends_with(WAY)).cloned().collect();
            for key in keys {
                w.miss(&key, Miss::NotHere);
            }
        },
        outlook: &[CANNOT[0], MIGHT[0]],
        cause: &["push/courier", "push/connected"],
        says: &["No proof"],
        never: &["stops codes"],
    },
];
