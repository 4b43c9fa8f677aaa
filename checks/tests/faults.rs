//! One broken internet a case, and what must be said of it: which row is red, and that no other is.
//!
//! A healthy Mac is made of the questions of the network's checks, each answered as in a good network. A case changes some
//! answers, as a fault would, and names the rows that must change.

mod world;

use codesent_checks::Status::{Fail, Info, Unknown, Warn};
use codesent_checks::facts::{
    ClockReading, ConnectOutcome, FetchFailure, HandshakeFailure, LookupOutcome, Response, Trust,
};
use codesent_checks::{Miss, Status};
use world::{World, addresses, event, failed, feed, page};

/// Rows that are neither green nor skipped, with their reasons, in table order.
fn troubled(world: &World) -> Vec<(&'static str, Status, &'static str)> {
    let rows = world.judge();
    rows.iter()
        .filter(|row| matches!(row.verdict.status, Fail | Warn | Info | Unknown))
        // Said on every Mac: that no profile is seen is no proof that there is none.
        .filter(|row| row.verdict.reason != Some("none-seen"))
        .map(|row| (row.check.id, row.verdict.status, row.verdict.reason.unwrap_or_default()))
        .collect()
}

fn says(world: &World, expected: &[(&'static str, Status, &'static str)]) {
    assert_eq!(troubled(world), expected);
}

const PUSH: &str = "push.apple.com";
const NOWHERE: &[&str] = &["0.0.0.0", "::"];

#[test]
fn a_healthy_network_has_no_trouble() {
    says(&World::healthy(), &[]);
    // Another system lacks Apple's root, and some tools; nothing is red.
    let elsewhere = World::elsewhere();
    says(&elsewhere, &[("tls/certificates", Info, "root-not-carried")]);
}

#[test]
fn no_link() {
    let world = World::healthy().without_network("no route").with_interfaces(&[]);
    says(&world, &[("network/interface-up", Fail, "no-address")]);
}

#[test]
fn no_default_route() {
    let world = World::healthy().without_network("no route").without_route();
    says(&world, &[("network/default-route", Fail, "no-route")]);
}

#[test]
fn every_packet_is_dropped() {
    says(&World::healthy().without_network("no reply"), &[("dns/resolver", Fail, "nothing-gets-out")]);
    // The router answers for DNS, everything behind it is dead.
    let behind =
        World::healthy().connections(|_| true, &failed(ConnectOutcome::NoReply)).clocks(&ClockReading::NoReply);
    let behind = behind.fetches(|_| true, &Err(FetchFailure::Connect("no reply".into())));
    says(&behind, &[("network/internet", Fail, "only-names")]);
}

#[test]
fn dns_is_dead_slow_or_fails() {
    for (outcome, reason) in [
        (LookupOutcome::NoReply, "local-down"),
        (LookupOutcome::ServerFailed("server failure".into()), "local-down"),
        // So getaddrinfo on a Mac puts it.
        (LookupOutcome::NoSuchName, "local-down"),
    ] {
        let world = World::healthy().system_names(|_| true, &outcome);
        says(&world, &[("dns/resolver", Fail, reason)]);
    }
    // A network that catches every query and denies every name: not this Mac's resolver is broken, nothing gets out.
    let denied = World::healthy()
        .system_names(|_| true, &LookupOutcome::NoSuchName)
        .public_names(|_| true, &LookupOutcome::NoSuchName);
    says(&denied, &[("dns/resolver", Fail, "nothing-resolves")]);
    let late = World::healthy().system_names(|name| name == "setup.icloud.com", &LookupOutcome::NoReply);
    assert!(troubled(&late).contains(&("dns/sign-in", Warn, "some-late")));
    assert!(!troubled(&late).iter().any(|(id, ..)| *id == "dns/sinkhole"));
    let silent = World::healthy().system_names(|name| name != "example.com", &LookupOutcome::NoReply);
    says(&silent, &[("dns/sinkhole", Fail, "blocked")]);
    says(&World::healthy().slow_names(3000), &[("dns/resolver", Warn, "slow")]);
}

#[test]
fn a_blocklist_sends_names_nowhere() {
    let push = World::healthy().system_names(|name| name.ends_with(PUSH), &addresses(NOWHERE));
    says(&push, &[("dns/sinkhole", Fail, "blocked")]);
    let sign_in = World::healthy().system_names(|name| name.starts_with("gsa"), &addresses(&["127.0.0.1"]));
    says(&sign_in, &[("dns/sinkhole", Fail, "blocked")]);
    let measuring = World::healthy().system_names(|name| name.starts_with("metrics"), &addresses(NOWHERE));
    says(&measuring, &[("dns/metrics", Info, "blocked")]);
    let identity = World::healthy().system_names(|name| name.contains(".ess."), &addresses(NOWHERE));
    says(&identity, &[("tls/identity", Warn, "unreachable")]);
    let relay = World::healthy().system_names(|name| name.starts_with("mask"), &LookupOutcome::NoSuchName);
    says(&relay, &[("dns/private-relay", Info, "turned-off")]);
}

#[test]
fn a_resolver_denies_apples_names_alone() {
    let apple = |name: &str| name.ends_with("apple.com") || name.ends_with("icloud.com");
    let world = World::healthy().system_names(apple, &LookupOutcome::NoSuchName);
    says(&world, &[("dns/sinkhole", Fail, "blocked")]);
    assert_eq!(world.judge().iter().find(|row| row.check.id == "dns/sinkhole").unwrap().verdict.culprit_text(), None);
    let named = world.with_dns_server("45.90.28.1").judge();
    let culprit = named.iter().find(|row| row.check.id == "dns/sinkhole").unwrap().verdict.culprit_text();
    assert_eq!(culprit.as_deref(), Some("NextDNS"));
}

#[test]
fn a_block_page_answers() {
    for page in ["146.112.61.106", "203.0.113.9"] {
        let world = World::healthy()
            .system_names(|name| name.starts_with("gsa.") || name.starts_with("idmsa."), &addresses(&[page]))
            .certificates(|host| host.starts_with("idmsa"), Trust::WrongName, "Block Page Inc");
        says(&world, &[("dns/sinkhole", Fail, "blocked")]);
    }
}

#[test]
fn an_answer_that_only_differs_is_no_block() {
    // A content network near by, and a network that makes up IPv6 addresses for IPv4 ones.
    for (name, address) in [("account.apple.com", "23.4.5.6"), ("gsa.apple.com", "2a00:1098:2c::11:1")] {
        says(&World::healthy().system_names(|one| one == name, &addresses(&[address])), &[]);
    }
}

#[test]
fn an_odd_address_that_leads_to_apple_blocks_nothing() {
    for odd in ["10.9.8.7", "203.0.113.9"] {
        let gate = World::healthy().system_names(|name| name.starts_with("gsa."), &addresses(&[odd]));
        says(&gate, &[]);
        let push = World::healthy().system_names(|name| name.ends_with(PUSH), &addresses(&[odd]));
        says(&push, &[]);
    }
}

#[test]
fn measuring_hosts_that_do_not_exist_are_no_riddle() {
    let measuring = |name: &str| name.starts_with("metrics") || name.contains("iadsdk");
    let world = World::healthy().system_names(measuring, &LookupOutcome::NoSuchName);
    says(&world, &[("dns/metrics", Info, "denied")]);
    let silent = World::healthy().system_names(measuring, &LookupOutcome::NoReply);
    says(&silent, &[("dns/metrics", Unknown, "no-answer")]);
}

#[test]
fn whichever_resolver_is_asked_push_does_not_exist() {
    let gone = |name: &str| name.ends_with(PUSH);
    let world = World::healthy().system_names(gone, &LookupOutcome::NoSuchName);
    let world = world.public_names(gone, &LookupOutcome::NoSuchName);
    says(&world, &[("dns/sinkhole", Info, "same-everywhere"), ("dns/apple-push", Fail, "none-resolve")]);
}

#[test]
fn a_line_in_the_hosts_file() {
    let world = World::healthy()
        .with_hosts_file("127.0.0.1 localhost\n0.0.0.0 gsa.apple.com\n")
        .system_names(|name| name == "gsa.apple.com", &addresses(&["0.0.0.0"]));
    says(&world, &[("dns/hosts-file", Fail, "blocks-needed")]);
}

#[test]
fn portals() {
    let redirect = Response { status: 302, location: Some("http://login.hotel.example".into()), ..Response::default() };
    for answer in [Ok(redirect), Ok(page(200, "<html>Log in")), Ok(page(511, "")), Err(FetchFailure::TooLarge)] {
        let world = World::healthy()
            .connections(|_| true, &failed(ConnectOutcome::NoReply))
            .fetches(|_| true, &Err(FetchFailure::Connect("no reply".into())))
            .fetches(|url| url.contains("captive"), &answer)
            .clocks(&ClockReading::NoReply);
        says(&world, &[("network/internet", Fail, "captive-portal")]);
    }
    // One that answers for every name itself.
    let world = World::healthy()
        .system_names(|_| true, &addresses(&["10.0.0.1"]))
        .public_names(|_| true, &LookupOutcome::NoReply)
        .fetches(|_| true, &Err(FetchFailure::Tls("x".into())))
        .fetches(|url| url.contains("captive"), &Ok(page(200, "<html>Log in")))
        .certificates(|_| true, Trust::WrongName, "Hotel")
        .clocks(&ClockReading::NoReply);
    says(&world, &[("network/internet", Fail, "captive-portal")]);
}

#[test]
fn push_ports() {
    for outcome in [ConnectOutcome::NoReply, ConnectOutcome::Refused] {
        let world = World::healthy().connections(|key| key.contains(":5223"), &failed(outcome));
        says(&world, &[("push/courier", Warn, "fallback-only")]);
    }
    let couriers = World::healthy().connections(|key| key.contains("-courier"), &failed(ConnectOutcome::NoReply));
    says(&couriers, &[("push/courier", Fail, "unreachable")]);
    let forbidden = World::healthy().connections(|key| key.contains("-courier"), &failed(ConnectOutcome::Forbidden));
    says(&forbidden, &[("push/courier", Fail, "forbidden")]);
    let one = World::healthy().connections(|key| key.contains("24-courier"), &failed(ConnectOutcome::NoReply));
    says(&one, &[]);
}

#[test]
fn everything_but_443_is_dropped() {
    let world = World::healthy()
        .connections(|key| key.contains(":5223"), &failed(ConnectOutcome::NoReply))
        .fetches(|url| url.starts_with("http:"), &Err(FetchFailure::Connect("no reply".into())))
        .clocks(&ClockReading::NoReply);
    says(
        &world,
        &[
            ("network/internet", Info, "port-80-blocked"),
            ("tls/certificate-checks", Warn, "some"),
            ("push/courier", Warn, "fallback-only"),
            ("push/bag", Warn, "no-answer"),
            ("clock/time-servers", Warn, "no-answer"),
        ],
    );
}

#[test]
fn inspection_by_a_root_that_is_known_or_not() {
    for trust in [Trust::UnknownIssuer, Trust::Trusted] {
        let world = World::healthy().certificates(|_| true, trust.clone(), "Acme Security");
        // What is not trusted is not read.
        let world = if trust == Trust::Trusted {
            world
        } else {
            world.fetches(|url| url.starts_with("https:"), &Err(FetchFailure::Tls("not trusted".into())))
        };
        says(&world, &[("tls/inspection", Fail, "inspected")]);
        let rows = world.judge();
        let culprit = rows.iter().find(|row| row.check.id == "tls/inspection").unwrap().verdict.culprit_text();
        assert_eq!(culprit.as_deref(), Some("Acme Security"));
    }
}

#[test]
fn certificates_that_are_not_good() {
    let at = |host: &str| host.starts_with("idmsa");
    let expired = World::healthy().certificates(at, Trust::Expired, "Apple Inc.");
    says(&expired, &[("tls/certificates", Fail, "expired")]);
    let other = World::healthy().certificates(at, Trust::WrongName, "Apple Inc.");
    says(&other, &[("tls/certificates", Fail, "other-server")]);
    let undecided = World::healthy().certificates(at, Trust::Undecided, "Apple Inc.");
    says(&undecided, &[("tls/certificates", Unknown, "undecided")]);
}

#[test]
fn handshakes_that_do_not_finish() {
    for (failure, reason) in [
        (HandshakeFailure::Stalled, "stalled"),
        (HandshakeFailure::NotTls, "not-tls"),
        (HandshakeFailure::Cut, "cut"),
        (HandshakeFailure::Tls("handshake failure".into()), "tls-failed"),
    ] {
        let world = World::healthy()
            .handshakes(|key| key.starts_with("handshake gsa.apple.com"), &failure)
            .fetches(|url| url.contains("gsa"), &Err(FetchFailure::Tls("x".into())));
        says(&world, &[("tls/sign-in", Fail, reason)]);
    }
}

#[test]
fn one_host_is_down() {
    let world = World::healthy().connections(|key| key.contains("gsas."), &failed(ConnectOutcome::NoReply));
    says(&world, &[("tls/sign-in", Fail, "unreachable")]);
    let row = world.judge().into_iter().find(|row| row.check.id == "tls/sign-in").unwrap();
    assert_eq!(row.verdict.saw, "gsas.apple.com: no reply; 4 of 5 answer");
}

#[test]
fn families() {
    let over_v6 = |key: &str| key.contains("over IPv6");
    let lost = World::healthy().connections(over_v6, &failed(ConnectOutcome::NoReply));
    says(&lost, &[("network/ip-families", Warn, "ipv6-broken")]);
    let none = World::healthy().connections(over_v6, &failed(ConnectOutcome::Unreachable));
    says(&none, &[]);
    let only = World::healthy().connections(|key| key.contains("over IPv4"), &failed(ConnectOutcome::Unreachable));
    says(&only, &[("network/ip-families", Info, "ipv6-only")]);
    let large = World::healthy().handshakes(over_v6, &HandshakeFailure::Stalled);
    says(&large, &[("network/ip-families", Warn, "ipv6-broken")]);
}

#[test]
fn large_packets_are_lost() {
    let world = World::healthy()
        .handshakes(|_| true, &HandshakeFailure::Stalled)
        .fetches(|url| url.starts_with("https:"), &Err(FetchFailure::Tls("the handshake stalls".into())));
    says(&world, &[("network/full-packets", Fail, "stalled")]);
}

#[test]
fn swallowed_tls_is_not_lost_packets() {
    let world = World::healthy()
        .handshakes(|_| true, &HandshakeFailure::Swallowed)
        .fetches(|url| url.starts_with("https:"), &Err(FetchFailure::Tls("the handshake stalls".into())));
    let rows = world.judge();
    for (id, status) in [("network/full-packets", Unknown), ("tls/sign-in", Fail)] {
        let verdict = &rows.iter().find(|row| row.check.id == id).unwrap().verdict;
        assert_eq!((verdict.status, verdict.reason), (status, Some("swallowed")), "{id}");
    }
}

#[test]
fn proxies() {
    let refuses = World::healthy().with_proxy(Err(HandshakeFailure::Proxy("403 Forbidden".into())));
    says(&refuses, &[("filters/proxy", Fail, "refused")]);
    let unread = refuses.fetches(|url| url.starts_with("https:"), &Err(FetchFailure::Proxy("403 Forbidden".into())));
    says(&unread, &[("filters/proxy", Fail, "refused")]);
    says(&World::healthy().with_proxy(Ok(())), &[("filters/proxy", Info, "passes")]);
    let only = World::healthy()
        .connections(|key| !key.contains("proxy"), &failed(ConnectOutcome::NoReply))
        .fetches(|url| url.starts_with("http:"), &Err(FetchFailure::Connect("no reply".into())))
        .clocks(&ClockReading::NoReply)
        .with_proxy(Ok(()));
    let by_proxy = |id| (id, Info, "only-by-proxy");
    says(
        &only,
        &[
            by_proxy("network/internet"),
            by_proxy("tls/sign-in"),
            by_proxy("tls/web-codes"),
            by_proxy("tls/identity"),
            by_proxy("tls/recovery"),
            by_proxy("tls/certificate-checks"),
            by_proxy("push/courier"),
            by_proxy("push/bag"),
            ("clock/time-servers", Warn, "no-answer"),
            ("filters/proxy", Info, "passes"),
        ],
    );
}

#[test]
fn clocks() {
    let off = |seconds: i64| World::healthy().clock_off(seconds * 1000);
    says(&off(120), &[("clock/offset", Warn, "off")]);
    says(&off(-172_800), &[("clock/offset", Fail, "far-off")]);
    let silent = World::healthy().clocks(&ClockReading::NoReply);
    says(&silent, &[("clock/time-servers", Warn, "no-answer")]);
    let two = World::healthy().clocks(&ClockReading::Offset { offset_ms: 900_000, round_trip_ms: 9 });
    says(&two, &[("clock/offset", Warn, "disagree")]);
}

#[test]
fn apples_status() {
    let outage = World::healthy().status(&feed(&[("iCloud Account & Sign In", &event("Outage", "ongoing"))]));
    says(&outage, &[("status/icloud-sign-in", Fail, "outage")]);
    let issue = World::healthy().status(&feed(&[("iMessage", &event("Performance", "ongoing"))]));
    says(&issue, &[("status/imessage", Warn, "issue")]);
    let rows = ["status/apple-account", "status/icloud-sign-in", "status/imessage", "status/facetime"];
    let unreadable = World::healthy().status("<html>Sorry</html>");
    says(&unreadable, &rows.map(|id| (id, Unknown, "unreadable")));
    let long =
        World::healthy().fetches(|url| url.ends_with("data/system_status_en_US.js"), &Err(FetchFailure::TooLarge));
    says(&long, &rows.map(|id| (id, Unknown, "unreadable")));
    let gone = World::healthy().fetches(|url| url.ends_with("data/system_status_en_US.js"), &Ok(page(404, "")));
    says(&gone, &rows.map(|id| (id, Unknown, "odd-answer")));
}

#[test]
fn apple_turns_this_network_away() {
    let world = World::healthy().fetches(|url| url.contains("gsa"), &Ok(page(429, "")));
    says(&world, &[("tls/rate-limit", Warn, "limited")]);
}

#[test]
fn a_run_without_the_network_skips_and_one_without_time_knows_nothing() {
    let offline = World::healthy().network_misses(&Miss::Offline);
    says(&offline, &[]);
    let none = World::healthy().network_misses(&Miss::TimedOut);
    for row in none.judge() {
        assert_ne!(row.verdict.status, Fail, "{}: {}", row.check.id, row.verdict.saw);
        let asks_local = row.check.questions().any(|question| !question.needs_network());
        assert!(asks_local || row.verdict.status == Unknown, "{}: {:?}", row.check.id, row.verdict);
    }
}
