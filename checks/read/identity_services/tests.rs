//! Tests of the identity services reader: hostile files, and that nothing personal comes out.

use super::State::{OnTheWay, Registered, Unclear, Unregistered};
use super::*;
use flate2::Compression;
use flate2::write::GzEncoder;
use plist::{Dictionary, Value as Plist};
use proptest::prelude::*;
use std::io::Write;

fn binary(value: &Plist) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.to_writer_binary(&mut bytes).unwrap();
    bytes
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn dictionary(entries: impl IntoIterator<Item = (&'static str, Plist)>) -> Plist {
    Plist::Dictionary(entries.into_iter().collect())
}

fn number(number: i64) -> Plist {
    Plist::Integer(number.into())
}

fn text(text: &str) -> Plist {
    Plist::String(text.into())
}

/// The file of macOS 10.12 and later, around a store of services.
fn file(services: &Plist) -> Vec<u8> {
    around(Plist::Data(gzip(&binary(services))))
}

fn around(services: Plist) -> Vec<u8> {
    binary(&dictionary([("services", services), ("ReRegisteredForDevices", number(1660))]))
}

fn account(status: i64, error: i64, internal_error: i64) -> Plist {
    let registration = [("Status", status), ("ErrorCode", error), ("InternalErrorCode", internal_error)];
    let alias = |status| dictionary([("Alias", text("jane@example.com")), ("Status", number(status))]);
    dictionary([
        ("LoginAs", text("jane@example.com")),
        ("AuthID", text("D:1234567890")),
        ("Registration", dictionary(registration.map(|(key, value)| (key, self::number(value))))),
        ("Profile", dictionary([("Status", self::number(3)), ("Number", text("+15555550100"))])),
        ("Aliases", Plist::Array(vec![alias(3), alias(3), alias(-1)])),
        ("HasEverRegistered", Plist::Boolean(true)),
        ("RegistrationSuccessDate", Plist::Date(std::time::SystemTime::UNIX_EPOCH.into())),
    ])
}

fn service(account: Plist) -> Plist {
    dictionary([("Accounts", dictionary([("00000000-0000-4000-8000-000000000001", account)]))])
}

fn read(bytes: &[u8]) -> IdentityServices {
    IdentityServices::from_tree(&decode(bytes).unwrap()).unwrap()
}

#[test]
fn the_packed_store_becomes_a_small_value() {
    let found = read(&file(&dictionary([
        ("com.apple.ids.service.com.apple.madrid", service(account(5, -1, -1))),
        ("com.apple.ids.service.com.apple.private.alloy.multiplex1", service(account(-1, 2, 46))),
        ("com.apple.ids.service.com.apple.private.alloy.arcade", service(account(-1, 2, 17))),
        ("com.apple.ids.service.com.apple.private.alloy.notes", service(account(5, -1, -1))),
    ])));
    let account = found.account(IMESSAGE).unwrap();
    assert_eq!(account.state(), State::Registered);
    assert_eq!((account.aliases, account.validated, account.profile), (3, 2, Some(3)));
    assert_eq!((account.ever_registered, account.succeeded), (Some(true), Some(0)));
    assert_eq!(found.account(CONTINUITY).map(Account::state), Some(State::Failed(Trouble::Connection)));
    assert_eq!(found.others, Tally { registered: 1, failed: 1, ..Tally::default() });
    assert_eq!(found.tally(), Tally { registered: 2, connection: 1, failed: 1, waiting: 0 });
}

#[test]
fn a_store_that_is_not_packed_is_read_too() {
    let services = dictionary([("com.apple.ids.service.com.apple.madrid", service(account(5, -1, -1)))]);
    assert_eq!(read(&around(Plist::Data(binary(&services)))), read(&file(&services)));
    assert_eq!(read(&around(services.clone())), read(&file(&services)));
}

#[test]
fn a_mac_that_never_signed_in_has_no_store() {
    let found = read(&binary(&dictionary([("ReRegisteredForDevices", number(1))])));
    assert_eq!(found, IdentityServices::default());
}

#[test]
fn an_older_file_holds_one_service() {
    let bytes = binary(&service(account(-1, 14, 0)));
    let imessage = IdentityServices::from_tree(&decode_imessage(&bytes).unwrap()).unwrap();
    let account = imessage.account(IMESSAGE).unwrap();
    assert_eq!(account.codes().as_deref(), Some("14/0"));
    assert_eq!(account.state(), State::Failed(Trouble::Other));
    let facetime = IdentityServices::from_tree(&decode_facetime(&bytes).unwrap()).unwrap();
    assert!(facetime.stored && facetime.account(FACETIME).is_some() && facetime.account(IMESSAGE).is_none());
}

#[test]
fn every_error_group_has_its_trouble() {
    let trouble =
        |error, internal_error| Account { error, internal_error, status: Some(-1), ..Account::default() }.state();
    for (codes, expected) in [
        (&[7, 8, 9, 44, 45, 46][..], Trouble::Connection),
        (&[10, 11], Trouble::Credentials),
        (&[30], Trouble::TooMany),
        (&[3, 4, 5, 6], Trouble::Number),
        (&[47, 48, 49], Trouble::ContactKey),
        (&[0, 17, 31, 1234], Trouble::Other),
    ] {
        for code in codes {
            assert_eq!(trouble(Some(2), Some(*code)), State::Failed(expected), "{code}");
        }
    }
    assert_eq!(trouble(Some(20), Some(31)), State::Failed(Trouble::Refused));
    assert_eq!(trouble(None, None), State::Failed(Trouble::Other));
    let states = [0, 1, 2, 3, 4, 5, 6].map(|status| Account { status: Some(status), ..Account::default() }.state());
    assert_eq!(states, [Unclear, Unregistered, OnTheWay, OnTheWay, OnTheWay, Registered, Unclear]);
}

#[test]
fn a_failure_of_the_past_does_not_explain_a_fresh_one() {
    let past = Account { failure_error: Some(46), ..Account::default() };
    let fresh = Account { status: Some(-1), internal_error: Some(30), ..past.clone() };
    assert_eq!(fresh.state(), State::Failed(Trouble::TooMany));
    let unnamed = Account { status: Some(-1), internal_error: Some(-1), ..past.clone() };
    assert_eq!(unnamed.state(), State::Failed(Trouble::Connection));
    assert_eq!(Account { status: Some(5), ..past }.state(), State::Registered);
}

#[test]
fn a_gzip_bomb_is_stopped_at_the_limit() {
    let bomb = gzip(&vec![0_u8; 64 * 1024 * 1024]);
    assert!(bomb.len() < 100_000);
    assert_eq!(decode(&around(Plist::Data(bomb))), Err(unreadable("the file is too large")));
}

#[test]
fn what_cannot_be_understood_is_unreadable() {
    let deep = (0..100).fold(number(1), |inner, _| Plist::Array(vec![inner]));
    let whole = gzip(&binary(&dictionary([("com.apple.ids.service.com.apple.madrid", service(account(5, -1, -1)))])));
    let cut = whole[..whole.len() / 2].to_vec();
    for services in [
        Plist::Data(vec![]),
        Plist::Data(cut),
        Plist::Data(gzip(b"")),
        Plist::Data(gzip(b"hello")),
        Plist::Data(gzip(&binary(&deep))),
        Plist::Data(gzip(&binary(&Plist::Array(vec![])))),
        Plist::Data(b"\x1f\x8b".to_vec()),
        text("services"),
        number(5),
        Plist::Array(vec![]),
    ] {
        assert!(matches!(decode(&around(services.clone())), Err(Miss::Unreadable(_))), "{services:?}");
    }
    for root in [Plist::Array(vec![]), text("x"), Plist::Boolean(true)] {
        assert!(matches!(decode(&binary(&root)), Err(Miss::Unreadable(_))));
        assert!(matches!(decode_imessage(&binary(&root)), Err(Miss::Unreadable(_))));
    }
}

#[test]
fn wrong_types_inside_are_left_out_and_the_rest_is_read() {
    let odd = dictionary([
        ("Registration", text("canary")),
        ("Profile", Plist::Array(vec![])),
        ("Aliases", dictionary([])),
        ("HasEverRegistered", number(1)),
        ("RegistrationSuccessDate", text("canary")),
    ]);
    let huge = dictionary([("Registration", dictionary([("Status", number(1_234_567_890))]))]);
    let accounts = dictionary([("a", odd), ("b", number(1)), ("c", huge), ("d", account(5, -1, -1))]);
    let found = read(&file(&dictionary([
        ("com.apple.ids.service.com.apple.madrid", dictionary([("Accounts", accounts)])),
        ("com.apple.ids.service.com.apple.ess", text("canary")),
        ("com.apple.ids.service.com.apple.private.ac", dictionary([("Accounts", Plist::Array(vec![]))])),
    ])));
    assert_eq!(found.topics[IMESSAGE].len(), 3);
    assert_eq!(found.account(IMESSAGE).map(Account::state), Some(State::Registered));
    assert!(found.topics[FACETIME].is_empty());
    assert!(!serde_json::to_string(&found).unwrap().contains("1234567890"));
}

fn any_plist() -> impl Strategy<Value = Plist> {
    let key = prop_oneof![
        Just("Accounts"),
        Just("Registration"),
        Just("Status"),
        Just("ErrorCode"),
        Just("AlertInfo"),
        Just("title"),
        Just("body"),
        Just("Aliases"),
        Just("Profile"),
        Just("EnabledAccounts"),
        Just("services"),
        Just("CANARY_KEY"),
        Just("com.apple.ids.service.com.apple.madrid"),
        Just("com.apple.ids.service.CANARY_KEY"),
        Just("RegistrationSuccessDate"),
        Just("LoginAs"),
    ];
    let leaf = prop_oneof![
        any::<bool>().prop_map(Plist::Boolean),
        any::<i64>().prop_map(number),
        (-2_i64..50).prop_map(number),
        any::<f64>().prop_map(Plist::Real),
        Just(text("CANARY_1")),
        Just(text("Write to canary@example.com now")),
        Just(text("Code: canary")),
        proptest::collection::vec(any::<u8>(), 0..20).prop_map(Plist::Data),
    ];
    leaf.prop_recursive(8, 128, 8, move |inner| {
        prop_oneof![
            1 => proptest::collection::vec(inner.clone(), 0..6).prop_map(Plist::Array),
            4 => proptest::collection::vec((key.clone(), inner), 0..8)
                .prop_map(|pairs| Plist::Dictionary(pairs.into_iter().collect::<Dictionary>())),
        ]
    })
}

proptest! {
    /// Whatever the store holds: no panic, no identifier, and what comes out can be read back.
    #[test]
    fn any_store_is_read_or_refused_and_gives_nothing_away(services in any_plist()) {
        for tree in [decode(&file(&services)), decode_imessage(&binary(&services))].into_iter().flatten() {
            prop_assert!(IdentityServices::from_tree(&tree).is_ok());
            let seen = tree.to_string();
            prop_assert!(!seen.to_lowercase().contains("canary"), "{}", seen);
            prop_assert!(seen.len() < 100_000);
        }
    }

    #[test]
    fn damage_anywhere_never_panics(at in 0_usize..10_000, byte: u8, cut in 0_usize..10_000) {
        let store = dictionary([("com.apple.ids.service.com.apple.madrid", service(account(5, -1, -1)))]);
        let mut plain = binary(&store);
        let length = plain.len();
        plain[at % length] = byte;
        let _ = decode(&around(Plist::Data(gzip(&plain))));
        let mut packed = gzip(&binary(&store));
        let length = packed.len();
        packed[at % length] = byte;
        let _ = decode(&around(Plist::Data(packed[..cut % length].to_vec())));
        let _ = decode(&around(Plist::Data(packed)));
    }
}
