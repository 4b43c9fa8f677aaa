//! What is masked, what must stay, and that a stand-in is its own.

use super::names::is_a_name;
use super::*;
use codesent_checks::Answer;
use proptest::prelude::*;
use std::net::{Ipv4Addr, Ipv6Addr};

fn masked(text: &str) -> String {
    Masks::of(&[("user", "janedoe".into())]).text(text, true)
}

#[test]
fn every_kind_of_personal_value_gets_a_stand_in_of_its_form() {
    for (text, expected) in [
        ("to jane.doe@icloud.com now", "to account1@example.invalid now"),
        ("id 8D2C9E3A-1111-4222-8333-ABCDEFABCDEF", "id 00000000-0000-4000-8000-000000000001"),
        ("call +4915123456789", "call +15550100001"),
        ("call +1 (555) 123-4567", "call +15550100001"),
        ("/Users/jane/Library", "/Users/user1/Library"),
        ("janedoe's VPN", "user1's VPN"),
        ("xjanedoe", "xjanedoe"),
        ("ether 3c:22:fb:01:02:03", "ether 02:00:00:00:00:01"),
        ("0:50:56:c0:0:8", "02:00:00:00:00:01"),
        ("inet 84.12.33.9 netmask", "inet 192.0.2.2 netmask"),
        ("inet6 2a02:8109:1:2:3:4:5:6 prefixlen", "inet6 2001:db8::2 prefixlen"),
        ("inet6 fe80::1c2d:3e4f:5a6b:7c8d%en0", "inet6 fe80::2%en0"),
        ("AuthID D:1234567890", "AuthID D:0"),
        ("Serial Number: C02ABC123DEF", "Serial Number: XXXXXXXX"),
        ("\"IOPlatformSerialNumber\" = \"C02ABC123DEF\"", "\"IOPlatformSerialNumber\" = \"XXXXXXXX\""),
        ("von j\u{f6}rg.m\u{fc}ller@b\u{fc}cher.example", "von account1@example.invalid"),
        ("mailto:jane+x@icloud.com?subject", "mailto:account1@example.invalid?subject"),
        ("id 8D2C9E3A111142228333ABCDEFABCDEF.", "id 00000000000040008000000000000001."),
        ("call +44 (0)20 7946 0958 now", "call +15550100001 now"),
        ("call (415) 555-2671 or 415-555-2671", "call +15550100001 or +15550100001"),
        ("call +4915123456789 5223", "call +15550100001 5223"),
        ("/users/jane/x", "/users/user1/x"),
        ("JaneDoe\u{2019}s VPN", "user1\u{2019}s VPN"),
        ("Marys-MacBook-Pro-2.local", "host1.local"),
        ("search domain[0] : peters-mac.local", "search domain[0] : host1"),
        ("Mary\u{2019}s iPhone and Mary's Apple Watch", "user1\u{2019}s iPhone and user1's Apple Watch"),
        ("12345678.members.btmm.icloud.com", "0.members.btmm.icloud.com"),
        ("HTTPSUser : jane", "HTTPSUser : user"),
        ("HTTPSUser : two words", "HTTPSUser : user"),
        ("iPhone von Maria Canary", "iPhone von user1"),
        ("iPhone de Maria ist da", "iPhone de user1 ist da"),
        ("MacBook Pro d\u{2019}Anne", "MacBook Pro d\u{2019}user1"),
        ("Marias MacBook Air", "user1 MacBook Air"),
        ("Maria Canary\u{2019}s iPhone", "user1\u{2019}s iPhone"),
        ("Thomas\u{2019} iPad", "user1\u{2019} iPad"),
        ("MacBook-Pro-von-Maria.local", "host1.local"),
        ("iphone-de-maria-canary", "host1"),
        ("call 0151 23456789 or 06 12 34 56 78", "call +15550100001 or +15550100002"),
        ("call 020 7946 0958 or 01701234567", "call +15550100001 or +15550100002"),
        ("from 84-12-33-9.dyn.isp.example.", "from host1."),
        ("ip-84.12.33.9.cable.isp.example", "host1"),
        ("Serial Number (system): C02ABC123DEF", "Serial Number (system): XXXXXXXX"),
        ("/Users/Maria Canary/x", "/Users/user1/x"),
        ("/Users/Maria Canary", "/Users/user1"),
        ("/Users/jane and then", "/Users/user1 and then"),
        ("2a02:8109:64:1::1139:9014", "2001:db8:64:1::1139:9014"),
        ("http://jane:secret@pac.corp.example/p.pac?user=jane", "http://pac.corp.example/p.pac"),
        ("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqYW5lIn0.c2ln", "Bearer token"),
        ("?mac=3C-22-FB-01-02-03&x", "?mac=02-00-00-00-00-01&x"),
        ("?mac=3c%3A22%3Afb%3A01%3A02%3A03&x", "?mac=02%3A00%3A00%3A00%3A00%3A01&x"),
        ("client_mac=3c22fb010203&x", "client_mac=020000000001&x"),
        ("84.12.33.9.5223 ESTABLISHED", "192.0.2.2.5223 ESTABLISHED"),
        ("84.12.33.9:443, 84.12.33.9.", "192.0.2.2:443, 192.0.2.2."),
        ("inet:84.12.33.9", "inet:192.0.2.2"),
        ("2a02:8109:9a80:2c4f:1:2:3:4.50624", "2001:db8::2.50624"),
        ("2600:1700:5610:3.50624 x", "2001:db8::2.50624 x"),
        ("2600:1700:5610:3c1f.443", "2001:db8::2.443"),
        ("2a02:8109:1::5", "2001:db8::2"),
        ("2002:540c:2109::1", "2001:db8::2"),
        ("fd12:3456:789a::1", "fd00::2"),
        ("::ffff:84.12.33.9", "::ffff:192.0.2.2"),
        ("64:ff9b::540c:2109", "64:ff9b::c000:202"),
        ("fe80::1c2d:3eff:fe5a:7c8d%en0", "fe80::2%en0"),
        ("2a07:a8c0::ab:cdef", "2a07:a8c0::2"),
        ("fd7a:115c:a1e0::8a01:2f30", "fd7a:115c:a1e0::2"),
        ("84.12.0.0", "192.0.2.2"),
    ] {
        assert_eq!(masked(text), expected, "{text}");
    }
}

#[test]
fn what_judges_need_stays_readable() {
    for text in [
        "inet 192.168.1.5 netmask 0xffffff00 broadcast 192.168.1.255",
        "17.57.144.20",
        "interface: utun4",
        "default fe80::%utun0 UGcIg utun0",
        "0/1 10.8.0.1 UGSc utun4",
        "128.0/1 link#17 UCSg utun3",
        "nameserver[0] : 1.1.1.1",
        "100.64.0.1",
        "fd7a:115c:a1e0::1",
        "ether ac:de:48:00:11:22",
        "macOS 14.5.1 (23F79)",
        "reach : 0x00000002 (Reachable)",
        "if_index : 15 (en0)",
        "tcp4 0 0 192.168.1.147.65195 17.57.144.22.5223 ESTABLISHED 250 2101 131328 apsd:345 00182 00000008",
        "2620:149:a44:c0.443",
        "2026-11-24 12:00:00 +1000",
        "2000::/3 8000::/1 ::/0 ff02::1",
        "2606:4700:4700::1111 2001:4860:4860::8888 2620:fe::fe 45.90.28.1",
        "version 2.1/17, 203.0.113",
        "64:ff9b::1139:9014",
        "127.0.2.2 254.1.1.1 198.18.0.1",
        "https://captive.apple.com",
        "146.112.61.106",
        "a17-57-144-20.apple.com",
        "0 00182 00000008 01082 00000020",
        "This iPhone, Apple\u{2019}s Mac mini, Settings iPhone",
        "\\0.0.0.0 2001:db8:64:9::1139:9014",
        "00000000000000000000000000000000000000000000000000000000000000ab",
    ] {
        assert_eq!(masked(text), text);
    }
}

#[test]
fn the_networks_of_a_routing_table_keep_their_form() {
    let text = |rows: &str| format!("Destination Gateway Flags Netif\n{rows}\n");
    for (row, expected) in [
        ("84.12.33/24 link#4 UCS en0", "192.0.2.2/24 link#4 UCS en0"),
        ("84.12/16 10.8.0.1 UGSc utun4", "192.0.2.2/16 10.8.0.1 UGSc utun4"),
        ("84.12.33.64/26 link#4 UCS en0", "192.0.2.2/26 link#4 UCS en0"),
        ("198.27.33 link#4 UCS en0", "192.0.2.2/24 link#4 UCS en0"),
        ("2a02:8109:9a80:2c4f::/64 link#4 UC en0", "2001:db8::2/64 link#4 UC en0"),
    ] {
        let once = masked(&text(row));
        assert_eq!(once, text(expected));
        assert_eq!(masked(&once), once);
    }
    for row in [
        "default 192.168.1.1 UGScg en0",
        "0/1 10.8.0.1 UGSc utun4",
        "16.0.0.0/4 link#9 UCS utun4",
        "16/4 link#9 UCS utun4",
        "172.128/9 link#9 UCS utun4",
        "17.57.144/22 link#9 UCS utun4",
        "192.168.1 link#4 UCS en0",
        "169.254 link#4 UCS en0",
        "10.9.0/24 10.9.0.1 UGSc utun4",
        "2000::/3 fe80::%utun4 UGSc utun4",
    ] {
        assert_eq!(masked(&text(row)), text(row));
    }
}

#[test]
fn words_that_the_tools_use_are_no_names() {
    for word in ["Mac", "en0", "vpn", "user1", "MacBook-Pro", "ab"] {
        assert!(!is_a_name(word), "{word}");
    }
    assert!(is_a_name("jane") && is_a_name("Janes-MacBook-Pro") && is_a_name("jdoe1984"));
    assert_eq!(masked("/Users/janedoe and janedoe"), "/Users/user1 and user1");
}

#[test]
fn the_same_value_gets_the_same_stand_in() {
    assert_eq!(
        masked("a@b.de c@d.de A@B.de"),
        "account1@example.invalid account2@example.invalid account1@example.invalid"
    );
}

#[test]
fn control_and_direction_characters_never_reach_a_terminal() {
    assert_eq!(without_controls("a\u{1b}[31mb\u{202e}c\r\nd\te\u{7}"), "a\u{fffd}[31mb\u{fffd}c\nd\te\u{fffd}");
}

#[test]
fn an_endless_text_is_no_answer() {
    let text = codesent_checks::facts::TextFile { text: "0.0.0.0 apple.com\n".repeat(200_000), cut: false };
    let entry = Entry { ms: 1, result: Ok(Answer::Text(text)) };
    let platform = codesent_checks::Platform { os: "macos".into(), arch: String::new() };
    let run = codesent_checks::Run { started: 0, duration_ms: 0, platform, offline: false, rerooted: false };
    let redacted = redact(&Answers::new(run, BTreeMap::from([("file /etc/hosts".to_owned(), entry)])), &[], None);
    assert!(matches!(redacted.entries()["file /etc/hosts"].result, Err(Miss::Unreadable(_))));
}

fn texts(list: &[(&str, usize)]) -> Answers {
    let answer = |length: &usize| {
        Answer::Command(codesent_checks::facts::CommandOutput { stdout: "x ".repeat(length / 2), ..Default::default() })
    };
    let entry = |(key, length): &(&str, usize)| ((*key).to_owned(), Entry { ms: 1, result: Ok(answer(length)) });
    let platform = codesent_checks::Platform { os: "macos".into(), arch: String::new() };
    let run = codesent_checks::Run { started: 0, duration_ms: 0, platform, offline: false, rerooted: false };
    Answers::new(run, list.iter().map(entry).collect())
}

#[test]
fn all_answers_together_have_a_bound_and_the_others_are_judged() {
    let keys: Vec<String> = codesent_checks::commands::ALL
        .iter()
        .map(|command| codesent_checks::Question::Command(command).key())
        .filter(|key| things::is_asked(key))
        .collect();
    let long: Vec<(&str, usize)> = keys.iter().map(|key| (key.as_str(), MAX_ANSWER - 1000)).collect();
    let redacted = redact(&texts(&long), &[], None);
    let kept = redacted.entries().values().filter(|entry| entry.result.is_ok()).count();
    assert_eq!((kept, redacted.entries().len()), (MAX_ALL / (MAX_ANSWER - 1000), keys.len()));
    let short: Vec<(&str, usize)> = keys.iter().map(|key| (key.as_str(), 100)).collect();
    assert!(redact(&texts(&short), &[], None).entries().values().all(|entry| entry.result.is_ok()));
}

#[test]
fn stand_ins_that_are_longer_than_what_they_stand_for_stay_within_the_bound() {
    let text = codesent_checks::facts::TextFile { text: "z@".repeat(MAX_ANSWER / 4), cut: false };
    let entry = Entry { ms: 1, result: Ok(Answer::Text(text)) };
    let platform = codesent_checks::Platform { os: "macos".into(), arch: String::new() };
    let run = codesent_checks::Run { started: 0, duration_ms: 0, platform, offline: false, rerooted: false };
    let once = redact(&Answers::new(run, BTreeMap::from([("file /etc/pf.conf".to_owned(), entry)])), &[], None);
    assert_eq!(redact(&once, &[], None).entries(), once.entries(), "a replay says what the run said");
    assert!(serde_json::to_string(once.entries()).unwrap().len() < MAX_ANSWER + 1000);
}

#[test]
fn what_comes_up_after_the_deadline_is_withheld() {
    let answers = texts(&[("command /usr/sbin/scutil --nwi", 100)]);
    let late = redact(&answers, &[], Some(Instant::now()));
    assert!(late.entries().values().all(|entry| entry.result == Err(Miss::TimedOut)));
}

#[test]
fn what_no_check_asks_is_none_of_ours() {
    let answers = texts(&[("command /usr/sbin/scutil --nwi", 100), ("command /bin/diary", 100)]);
    assert_eq!(redact(&answers, &[], None).entries().len(), 1);
}

#[test]
fn what_a_judge_unescaped_is_looked_through_again() {
    let hidden: String = serde_json::from_str(r#""a\u001b[31m\u202e jane\u0040icloud.com\n\tb""#).unwrap();
    let mut verdict = codesent_checks::fail(&hidden)
        .culprit(codesent_checks::Culprit::unnamed(&hidden))
        .evidence(&hidden, "x".repeat(9000));
    said(&mut verdict, false);
    let expected = "a\u{fffd}[31m\u{fffd} account1@example.invalid b";
    assert_eq!((verdict.saw.as_str(), verdict.culprit_text().as_deref()), (expected, Some(expected)));
    assert_eq!(verdict.evidence[0].value.chars().count(), 501);
    let mut verdict = codesent_checks::fail(&hidden);
    said(&mut verdict, true);
    assert_eq!(verdict.saw, "a\u{fffd}[31m\u{fffd} jane@icloud.com b");
}

/// Pieces of what tools print, put together as nobody would: where one kind of value runs into another, a stand-in must
/// still be its own.
const PIECES: &[&str] = &[
    "jane.doe@icloud.com",
    "j\u{f6}rg@b\u{fc}cher.example",
    "janedoe",
    "JaneDoe",
    "Janes-MacBook-Pro.local",
    "Mary\u{2019}s iPhone",
    "/Users/jane/Library",
    "/home/x",
    "+4915123456789",
    "+1 (555) 123-4567",
    "415-555-2671",
    "8D2C9E3A-1111-4222-8333-ABCDEFABCDEF",
    "8D2C9E3A111142228333ABCDEFABCDEF",
    "3c:22:fb:1:2:3",
    "3C-22-FB-01-02-03",
    "mac=3c22fb010203",
    "84.12.33.9",
    "84.12.33.9.5223",
    "84.12.33/24",
    "198.27.33",
    "17.57.144.20",
    "192.168.1",
    "2a02:8109:1:2:3:4:5:6",
    "2600:1700:5610:3.50624",
    "::ffff:84.12.33.9",
    "fe80::1c2d:3eff:fe5a:7c8d%en0",
    "fe80::1",
    "fd7a:115c:a1e0::1:2",
    "64:ff9b::540c:2109",
    "https://u:p@x.example/a?b=c",
    "D:1234567",
    "Serial Number: C02ABC123DEF",
    "1234567.members.btmm.icloud.com",
    "eyJhbGciOiJIUzI1NiJ9.x.y",
    "HTTPUser : jane",
    "iPhone von Maria Canary",
    "Marias iPhone",
    "MacBook Pro d\u{2019}Anne",
    "MacBook-Pro-von-Maria.local",
    "0151 23456789",
    "06 12 34 56 78",
    "01701234567",
    "84-12-33-9.dyn.isp.example",
    "Serial Number (system): C02ABC123DEF",
    "/Users/Maria Canary/x",
    "Maria",
    "2a02:8109:64:1::1139:9014",
    "Destination",
    "12:00:00",
    "5223",
    "14.5.1",
    "default",
    "link#4",
    "en0",
    "utun4",
    "mac",
    "s",
    "\u{e9}",
    "\u{fffd}",
];
const BETWEEN: &[&str] = &[" ", "\n", "", "\t", ".", ":", "/", "-", "@", "'s ", "(", ")", "=", "%", "+", ","];

fn pieces() -> impl Strategy<Value = String> {
    let piece =
        (0..PIECES.len(), 0..BETWEEN.len()).prop_map(|(piece, between)| [PIECES[piece], BETWEEN[between]].concat());
    proptest::collection::vec(piece, 1..8).prop_map(|parts| parts.concat())
}

/// What has the form of a value, in its every spelling, and what nearly has.
const SHAPED: &[&str] = &[
    "Jonas\u{2019} iMac",
    "James's Apple TV",
    "Zo\u{eb}'s AirPods",
    "Maria' Mac",
    "AirPods Max della Maria",
    "iMac do Jo\u{e3}o",
    "MacBook Studio av Anne",
    "Apple Watch d'Anne",
    "Marias iMac",
    "Jonas MacBook",
    "\u{d6}rjans Apple Watch",
    "+1 555 123 4567",
    "(555) 222-3333",
    "0151/23456789",
    "(06.12.34.56.78)",
    "020 7946 0958",
    "a-84-12-33-9.example",
    "8d2c9e3a111142228333abcdefabcdef",
    "MACAddress='3c22fb010203'",
];

#[test]
fn what_is_looked_for_by_its_shape_is_found_in_every_spelling() {
    for (pattern, may_be) in masks::shaped() {
        let found: Vec<_> = SHAPED.iter().chain(PIECES).filter(|text| pattern.is_match(text)).collect();
        assert!(!found.is_empty(), "{pattern} is tried with nothing");
        assert!(found.iter().all(|text| may_be(text)), "{pattern}: {found:?}");
        // A piece of Apple's status feed.
        assert!(
            !may_be(r#"{"serviceName":"Mac App Store","epochStartDate":1764230400000,"x":"Apple's"}"#),
            "{pattern}"
        );
    }
}

proptest! {
    #[test]
    fn no_shape_hides_what_a_pattern_would_find(text in pieces(), own in "[0-9A-Za-z .'+(){}/-]{0,40}", at in 0..SHAPED.len()) {
        for text in [text.clone(), [&text, SHAPED[at]].concat(), [SHAPED[at], &own, &text].concat(), own] {
            for (pattern, may_be) in masks::shaped() {
                prop_assert!(may_be(&text) || !pattern.is_match(&text), "{}: {}", pattern, text);
            }
        }
    }

    #[test]
    fn redacting_twice_changes_nothing(text in "[ -~]{0,80}") {
        let once = masked(&text);
        prop_assert_eq!(masked(&once), once);
    }

    #[test]
    fn addresses_too(a: u128, b: u32) {
        let text = format!("{} {}", Ipv6Addr::from(a), Ipv4Addr::from(b));
        let once = masked(&text);
        prop_assert_eq!(masked(&once), once);
    }

    #[test]
    fn runs_of_real_values_too(text in pieces()) {
        let once = masked(&text);
        prop_assert_eq!(masked(&once), once, "{}", text);
    }
}
