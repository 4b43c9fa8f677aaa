//! Recorded Macs, one fault or two each, and what must be said of them: the outlook, the first cause, and, to the letter,
//! what differs from a healthy Mac (`golden.rs` says what is kept).
//!
//! `CODESENT_BLESS=1 cargo test worlds` writes the expected files anew; look at the difference before committing it.

mod advice;
mod compared;
mod facts;
mod faults;
mod golden;
mod guide;
mod losses;
mod meeting;
mod numbers;
mod pages;
mod proxies;
mod reports;

use crate::world::World;
use crate::{codesent, json};
use codesent_checks::facts::{ConnectOutcome, LookupOutcome};
use serde_json::Value;

/// A world.
struct Case {
    name: &'static str,
    macos: &'static str,
    change: fn(&mut World),
    outlook: &'static str,
    /// The id of the first cause; empty for none.
    cause: &'static str,
    /// What the headline says.
    says: &'static str,
}

const fn case(
    name: &'static str,
    macos: &'static str,
    change: fn(&mut World),
    outlook: &'static str,
    cause: &'static str,
    says: &'static str,
) -> Case {
    Case { name, macos, change, outlook, cause, says }
}

const CAN: &str = "This Mac CAN receive a code prompt";
const ASK: &str = "CANNOT ask Apple for a code";
const MIGHT_ASK: &str = "MIGHT NOT be able to ask Apple for a code";
const RECEIVE: &str = "CANNOT receive a code prompt";
const MIGHT: &str = "MIGHT NOT receive a code prompt";

const CASES: &[Case] = &[
    case("healthy-11", "11.7.10", |_| {}, "can", "", CAN),
    case("healthy-13", "13.6", |_| {}, "can", "", CAN),
    case("healthy-14", "14.3", |_| {}, "can", "", CAN),
    case("healthy-15", "15.7.1", |_| {}, "can", "", CAN),
    case("healthy-26", "26.0", |_| {}, "can", "", CAN),
    case("healthy-26-4", "26.4", |_| {}, "can", "", CAN),
    case("signed-out-13", "13.6", faults::signed_out, "cannot", "account/icloud", "nobody is signed in"),
    case("signed-out-26-4", "26.4", faults::signed_out, "cannot", "account/icloud", "nobody is signed in"),
    case("imessage-only", "14.3", faults::imessage_only, "cannot", "account/icloud", "only iMessage is signed in"),
    case("cable-out", "15.7.1", faults::cable_out, "cannot", "network/interface-up", RECEIVE),
    case("no-route", "15.7.1", faults::no_route, "cannot", "network/default-route", RECEIVE),
    case("captive-portal", "15.7.1", faults::captive_portal, "cannot", "network/internet", "sign-in page"),
    case("dns-dead", "15.7.1", faults::no_network, "cannot", "dns/resolver", "nothing gets out of this network"),
    case("dns-down", "15.7.1", faults::dns_down, "cannot", "dns/resolver", "DNS does not answer"),
    case("filter-blocks-sign-in", "15.7.1", |w| faults::sinkhole(w, "gsa.apple.com"), "cannot", "dns/sinkhole", ASK),
    case(
        "filter-blocks-push",
        "15.7.1",
        |w| {
            faults::sinkhole(w, "courier.push.apple.com");
            faults::no_push_connection(w);
        },
        "cannot",
        "dns/sinkhole",
        RECEIVE,
    ),
    case(
        "filter-blocks-push-line-stands",
        "15.7.1",
        |w| faults::sinkhole(w, "courier.push.apple.com"),
        "might_not",
        "dns/sinkhole",
        MIGHT,
    ),
    case(
        "filter-denies-sign-in",
        "15.7.1",
        |w| faults::system_lookup(w, "idmsa.apple.com", &LookupOutcome::NoSuchName),
        "might_not",
        "dns/sinkhole",
        MIGHT_ASK,
    ),
    case("hosts-file", "15.7.1", faults::hosts_file, "cannot", "dns/hosts-file", "/etc/hosts"),
    case("sign-in-name-gone", "15.7.1", faults::name_gone, "might_not", "dns/sign-in", MIGHT_ASK),
    case(
        "sign-in-cut",
        "15.7.1",
        |w| {
            for host in ["gsa.apple", "gsas.apple", "idmsa.apple", "account.apple", "setup.icloud"] {
                faults::unreachable(w, host, ConnectOutcome::Reset);
            }
        },
        "cannot",
        "tls/sign-in",
        ASK,
    ),
    case(
        "push-blocked",
        "15.7.1",
        |w| {
            faults::unreachable(w, "courier.push.apple.com", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        "cannot",
        "push/courier",
        RECEIVE,
    ),
    case(
        "push-blocked-for-us-only",
        "15.7.1",
        |w| faults::unreachable(w, "courier.push.apple.com", ConnectOutcome::Forbidden),
        "might_not",
        "push/courier",
        MIGHT,
    ),
    case(
        "push-by-443",
        "15.7.1",
        |w| faults::unreachable(w, "courier.push.apple.com:5223", ConnectOutcome::NoReply),
        "can",
        "",
        CAN,
    ),
    case("inspected", "15.7.1", |w| faults::inspected(w, ".", "Zscaler Inc."), "cannot", "tls/inspection", "Zscaler"),
    case("vpn-fine", "15.7.1", faults::full_tunnel, "can", "", CAN),
    case(
        "vpn-harmful",
        "15.7.1",
        |w| {
            faults::full_tunnel(w);
            faults::unreachable(w, ".", ConnectOutcome::NoReply);
            faults::no_push_connection(w);
        },
        "cannot",
        "tls/sign-in",
        "CANNOT",
    ),
    case("proxy-fine", "15.7.1", faults::proxy, "can", "", CAN),
    case("clock-a-year-behind", "15.7.1", |w| faults::clock_off(w, 365 * 86_400), "cannot", "clock/offset", "clock"),
    case("clock-ten-minutes-ahead", "15.7.1", |w| faults::clock_off(w, -600), "might_not", "clock/offset", "clock"),
    case(
        "apple-outage",
        "15.7.1",
        |w| faults::apple_status(w, "Apple Account", "Outage", "ongoing"),
        "might_not",
        "status/apple-account",
        "Apple itself reports",
    ),
    case(
        "apple-outage-over",
        "15.7.1",
        |w| faults::apple_status(w, "Apple Account", "Outage", "resolved"),
        "can",
        "",
        CAN,
    ),
    case("push-daemon-gone", "15.7.1", faults::no_push_daemon, "cannot", "push/daemon", "not running"),
    case("messages-off", "15.7.1", faults::messages_off, "can", "", CAN),
    case("school-account", "15.7.1", faults::managed_account, "might_not", "account/managed", "school or company"),
    case("virtual-machine", "15.7.1", faults::virtual_machine, "might_not", "mac/virtual-machine", "virtual machine"),
    case("services-off", "15.7.1", faults::services_off, "cannot", "mac/daemons-disabled", "switched off"),
    case("profile-forbids", "26.0", faults::account_changes_forbidden, "might_not", "mac/restrictions", "profile"),
    case("filter-fine", "15.7.1", |w| faults::content_filter(w, "activated enabled"), "can", "", CAN),
    case(
        "filter-harmful",
        "15.7.1",
        |w| {
            faults::content_filter(w, "activated enabled");
            faults::unreachable(w, "courier.push.apple.com", ConnectOutcome::Forbidden);
            faults::no_push_connection(w);
        },
        "cannot",
        "push/courier",
        RECEIVE,
    ),
    case(
        "filter-left-over",
        "14.3",
        |w| {
            faults::content_filter(w, "terminated waiting to uninstall on reboot");
            faults::unreachable(w, "gsa.apple.com", ConnectOutcome::NoReply);
        },
        "cannot",
        "tls/sign-in",
        ASK,
    ),
    case("too-old", "10.10.5", |_| {}, "cannot", "mac/version", "too old"),
    case("apple-limits", "15.7.1", faults::rate_limited, "might_not", "tls/rate-limit", "turns this network away"),
    case("pages-out-of-order", "15.7.1", pages::out_of_order, "can", "", CAN),
    case("pages-in-order", "26.4", pages::in_order, "can", "", CAN),
    case("pages-box-says-no", "15.7.1", pages::box_says_no, "might_not", "tls/pages", "Zscaler answers in place of"),
    case("pages-opened", "15.7.1", pages::opened_and_led_away, "cannot", "tls/inspection", "re-signs"),
    case("pages-led-away", "14.3", pages::led_away, "might_not", "tls/pages", "another host"),
    case("china", "15.7.1", pages::in_china, "can", "", CAN),
    case("china-without-set-up", "26.4", pages::in_china_without_set_up, "can", "", CAN),
    case("proxy-refuses", "15.7.1", faults::proxy_refuses, "cannot", "filters/proxy", "CANNOT"),
    case("nothing-answers", "15.7.1", faults::nothing_answers, "might_not", "", "could not be checked"),
    case("denied", "15.7.1", faults::denied, "might_not", "", "could not be checked"),
    case("offline", "26.4", faults::offline, "cannot_tell", "", "without the network"),
    case("not-a-mac", "", faults::not_a_mac, "cannot_tell", "", "This is not a Mac"),
    case(
        "two-signed-out-and-filtered",
        "15.7.1",
        |w| {
            faults::signed_out(w);
            faults::sinkhole(w, "gsa.apple.com");
        },
        "cannot",
        "dns/sinkhole",
        "CANNOT",
    ),
    case(
        "two-clock-and-daemon",
        "14.3",
        |w| {
            faults::clock_off(w, 900);
            faults::no_push_daemon(w);
        },
        "cannot",
        "push/daemon",
        RECEIVE,
    ),
    case(
        "two-outage-and-portal",
        "13.6",
        |w| {
            faults::captive_portal(w);
            faults::apple_status(w, "Apple Account", "Outage", "ongoing");
        },
        "cannot",
        "network/internet",
        "sign-in page",
    ),
];

fn world(case: &Case) -> World {
    let mut world = World::healthy(case.macos);
    (case.change)(&mut world);
    world
}

/// Every world, with its name.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, World)> {
    CASES.iter().map(|case| (case.name, world(case)))
}

/// Runs the program on a world. The folder must live as long as the file in it is needed.
fn recorded(case: &Case) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recording.json");
    std::fs::write(&path, world(case).recording()).unwrap();
    let path = path.to_string_lossy().into_owned();
    (folder, path)
}

#[test]
fn the_right_cause_comes_first() {
    let mut wrong = Vec::new();
    for case in CASES {
        let (_folder, path) = recorded(case);
        let report = json(&codesent(&["check", "--replay", &path, "--json"]));
        let cause = report["causes"][0]["id"].as_str().unwrap_or_default();
        let headline = report["headline"].as_str().unwrap_or_default();
        let outlook = report["outlook"].as_str().unwrap_or_default();
        if (outlook, cause) != (case.outlook, case.cause) || !headline.contains(case.says) {
            wrong.push(format!("{}: {outlook}, first cause `{cause}`: {headline}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_healthy_mac_has_a_failing_row() {
    for case in CASES.iter().filter(|case| case.outlook == "can") {
        let (_folder, path) = recorded(case);
        let report = json(&codesent(&["check", "--replay", &path, "--json"]));
        let failing: Vec<&Value> =
            report["checks"].as_array().unwrap().iter().filter(|row| row["status"] == "fail").collect();
        assert!(failing.is_empty() || case.name == "messages-off", "{}: {failing:?}", case.name);
    }
}

#[test]
fn names_are_unique_and_there_are_thirty() {
    let names: std::collections::BTreeSet<_> = CASES.iter().map(|case| case.name).collect();
    assert_eq!(names.len(), CASES.len());
    assert!(names.len() >= 30);
}
