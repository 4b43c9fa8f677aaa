//! Pairs of runs, each as a support person has them, and to the letter what `compare` says of them.

use super::{faults, pages};
use crate::golden::Goldens;
use crate::world::World;
use crate::{codesent, json, stdout};
use codesent_checks::Answer;
use codesent_checks::facts::ConnectOutcome;
use std::collections::BTreeSet;
use std::fmt::Write as _;

const FILE: &str = "tests/compared.txt";

type Change = fn(&mut World);

/// Two runs: what they are of, when the second one began, and each run's macOS and trouble.
struct Pair {
    what: &'static str,
    later: i64,
    macos: [&'static str; 2],
    changes: [Change; 2],
}

const fn pair(what: &'static str, later: i64, before: Change, after: Change) -> Pair {
    Pair { what, later, macos: ["15.7.1", "15.7.1"], changes: [before, after] }
}

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;

const PAIRS: &[Pair] = &[
    pair("here no courier answers, on the hotspot all is well", 5 * MINUTE, push_blocked, hotspot),
    pair("yesterday all was well, today a DNS filter blocks sign-in", DAY, |_| {}, sign_in_blocked),
    Pair {
        macos: ["15.7.1", "26.4"],
        ..pair(
            "this Mac, and the one beside it, which cannot reach push",
            2 * MINUTE,
            |_| {},
            |world| {
                another_model(world);
                push_blocked(world);
            },
        )
    },
    pair("two Macs in two networks", 2 * MINUTE, hotspot, |world| {
        another_model(world);
        push_blocked(world);
    }),
    pair("before and after a portal's page", 3 * MINUTE, faults::captive_portal, |_| {}),
    pair("the VPN on, then off", 2 * MINUTE, vpn_in_the_way, |_| {}),
    pair(
        "a VPN came, and the network is another one",
        90 * MINUTE,
        |_| {},
        |world| {
            vpn_in_the_way(world);
            router(world, "10.0.0.1");
        },
    ),
    pair("one VPN with a name, then another", 10 * MINUTE, vpn_in_the_way, |world| {
        faults::full_tunnel(world);
        rename_vpn(world, "com.wireguard.macos", "WireGuard");
    }),
    pair(
        "a VPN that nobody knows in the way, then one that is not",
        10 * MINUTE,
        |world| {
            vpn_in_the_way(world);
            rename_vpn(world, "com.acme.tunnel", "Acme of Anna");
        },
        |world| {
            faults::full_tunnel(world);
            rename_vpn(world, "org.other.tunnel", "Other of Anna");
        },
    ),
    pair("the clock is put right", 10 * MINUTE, |world| faults::clock_off(world, -600), |_| {}),
    pair("somebody signed out", DAY, |_| {}, faults::signed_out),
    pair(
        "the same in another network",
        20 * MINUTE,
        |world| {
            faults::signed_out(world);
        },
        |world| {
            faults::signed_out(world);
            router(world, "10.0.0.1");
        },
    ),
    pair(
        "one trouble for another",
        20 * MINUTE,
        |world| {
            faults::clock_off(world, -600);
            faults::no_push_daemon(world);
        },
        |world| {
            faults::no_push_daemon(world);
            sign_in_blocked(world);
        },
    ),
    pair("no network at all, then no push", 20 * MINUTE, faults::no_network, push_blocked),
    Pair { macos: ["14.3", "26.4"], ..pair("before and after an upgrade, all well", 30 * DAY, |_| {}, |_| {}) },
    pair("a recording of an older program, which asked less", 200 * DAY, older, |_| {}),
    pair("the second run did without the network", MINUTE, push_blocked, faults::offline),
    pair("the second run may not read the account's files", MINUTE, |_| {}, faults::denied),
    pair(
        "Apple had an outage",
        4 * 60 * MINUTE,
        |world| {
            faults::apple_status(world, "Apple Account", "Outage", "ongoing");
        },
        |_| {},
    ),
    pair(
        "inspection by one product, then by another",
        DAY,
        |world| {
            faults::inspected(world, ".", "Zscaler Inc.");
        },
        |world| faults::inspected(world, ".", "Netskope Inc."),
    ),
    pair("nothing changed", MINUTE, |_| {}, |_| {}),
    pair(
        "a proxy that is fine came, and Messages was switched off",
        MINUTE,
        |_| {},
        |world| {
            faults::proxy(world);
            faults::messages_off(world);
        },
    ),
    pair("a page of a box, then none", MINUTE, pages::box_says_no, |_| {}),
];

fn push_blocked(world: &mut World) {
    faults::unreachable(world, "courier.push.apple.com", ConnectOutcome::NoReply);
    faults::no_push_connection(world);
}

fn sign_in_blocked(world: &mut World) {
    faults::sinkhole(world, "gsa.apple.com");
}

fn vpn_in_the_way(world: &mut World) {
    faults::full_tunnel(world);
    faults::unreachable(world, ".", ConnectOutcome::NoReply);
    faults::no_push_connection(world);
}

/// What every command printed, with one text for another.
fn reprint(world: &mut World, from: &str, to: &str) {
    let mut found = false;
    for entry in world.entries.values_mut() {
        if let Ok(Answer::Command(output)) = &mut entry.result {
            found |= output.stdout.contains(from);
            output.stdout = output.stdout.replace(from, to);
        }
    }
    assert!(found, "nothing prints {from}");
}

fn router(world: &mut World, address: &str) {
    reprint(world, "192.168.1.1 ", &format!("{address} "));
}

fn hotspot(world: &mut World) {
    router(world, "172.20.10.1");
}

fn another_model(world: &mut World) {
    reprint(world, "hw.model: Mac15,3", "hw.model: Mac14,2");
}

fn rename_vpn(world: &mut World, id: &str, name: &str) {
    reprint(world, "com.nordvpn.macos", id);
    reprint(world, "VPN: NordVPN", &format!("VPN: {name}"));
    reprint(world, "NordVPN NordLynx", name);
}

/// As a program wrote it that knew neither the pages, nor the script's proxies, nor the servers in China.
fn older(world: &mut World) {
    push_blocked(world);
    world
        .entries
        .retain(|key, _| !["page ", "head ", "own lookup ", "proxy script"].iter().any(|one| key.starts_with(one)));
    for key in ["command /usr/bin/pmset -g", "processes"] {
        world.entries.remove(key);
    }
}

/// Both recordings of a pair, in a folder that must live as long as they are needed.
fn recorded(pair: &Pair) -> (tempfile::TempDir, [String; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let paths = [0, 1].map(|at| {
        let mut world = World::healthy(pair.macos[at]);
        world.run.started += if at == 1 { pair.later * 1000 } else { 0 };
        (pair.changes[at])(&mut world);
        let path = folder.path().join(format!("{at}.json"));
        std::fs::write(&path, world.recording()).unwrap();
        path.to_string_lossy().into_owned()
    });
    (folder, paths)
}

#[test]
fn what_is_said_of_pairs() {
    let (mut text, mut goldens) = (String::new(), Goldens::default());
    for pair in PAIRS {
        let (_folder, [before, after]) = recorded(pair);
        let output = codesent(&["compare", &before, &after, "--color", "never"]);
        let page = stdout(&output);
        assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
        writeln!(text, "=== {} (exit {})\n\n{page}", pair.what, output.status.code().unwrap()).unwrap();
    }
    goldens.compare(FILE, &text);
    goldens.finish("worlds");
}

#[test]
fn no_change_of_the_outlook_is_nothing() {
    let healthy = World::healthy("15.7.1").recording();
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["one", "other"].map(|name| folder.path().join(name).to_string_lossy().into_owned());
    std::fs::write(&one, healthy).unwrap();
    for (name, world) in super::all() {
        std::fs::write(&other, world.recording()).unwrap();
        let found = json(&codesent(&["compare", "--json", &other, &one]));
        let says = found["says"][0].as_str().unwrap();
        let unchanged = found["before"]["outlook"] == found["after"]["outlook"];
        assert_eq!(says.starts_with("A code can come both times"), unchanged, "{name}: {found}");
    }
}

#[test]
fn what_was_not_asked_is_no_change() {
    let whole = World::healthy("15.7.1");
    let kind = |key: &str| key.split(' ').next().unwrap_or_default().to_owned();
    let kinds: BTreeSet<String> = whole.entries.keys().map(|key| kind(key)).collect();
    assert!(kinds.len() > 8, "{kinds:?}");
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["one", "other"].map(|name| folder.path().join(name).to_string_lossy().into_owned());
    std::fs::write(&other, whole.recording()).unwrap();
    let mut not_compared = 0;
    for lacking in kinds {
        let mut before = World::healthy("15.7.1");
        before.entries.retain(|key, _| kind(key) != lacking);
        std::fs::write(&one, before.recording()).unwrap();
        for (first, second) in [(&one, &other), (&other, &one)] {
            let found = json(&codesent(&["compare", "--json", first, second]));
            let changes = found["changes"].as_array().unwrap();
            let unasked = |side: &serde_json::Value| side["reason"] == "not-asked";
            assert!(!changes.iter().any(|one| unasked(&one["before"]) || unasked(&one["after"])), "{lacking}: {found}");
            not_compared += found["not_compared"].as_array().unwrap().len();
        }
    }
    assert!(not_compared > 20, "{not_compared}");
}
