//! Tests of the bounded reader.

use super::*;
use serde_json::json;

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>Accounts</key><array><dict>
  <key>AccountID</key><string>jane@example.com</string>
  <key>Secret</key><string>canary</string>
  <key>When</key><date>2024-01-02T03:04:05Z</date>
  <key>Blob</key><data>AQI=</data>
</dict></array></dict></plist>"#;

#[test]
fn an_xml_file_becomes_a_tree() {
    let tree = tree(XML.as_bytes()).unwrap();
    assert_eq!(tree["Accounts"][0]["When"], json!(1_704_164_645));
    assert_eq!(data(&tree["Accounts"][0]["Blob"]), Some(vec![1, 2]));
}

#[test]
fn only_listed_keys_are_kept_and_presence_hides_the_value() {
    let kept = keep(&tree(XML.as_bytes()).unwrap(), &["Accounts", "Accounts[].AccountID?", "Accounts[].When"]);
    assert_eq!(kept, json!({"Accounts": [{"AccountID": PRESENT, "When": 1_704_164_645}]}));
}

#[test]
fn an_empty_array_is_kept_as_one_and_an_absent_key_stays_absent() {
    let kept = keep(&json!({"Accounts": [], "Other": 1}), &["Accounts", "Accounts[].AccountID?"]);
    assert_eq!(kept, json!({"Accounts": []}));
    assert_eq!(keep(&json!({}), &["Accounts"]), json!({}));
}

#[test]
fn identifiers_used_as_keys_are_numbered() {
    let kept = keep(&json!({"Accounts": {"AB-CD": {"on": true}, "EF": {"on": false}}}), &["Accounts.*.on"]);
    assert_eq!(kept, json!({"Accounts": {"#1": {"on": true}, "#2": {"on": false}}}));
}

#[test]
fn hostile_files_are_unreadable_and_cheap() {
    let deep = format!("<plist>{}{}</plist>", "<array>".repeat(30_000), "</array>".repeat(30_000));
    assert!(matches!(tree(deep.as_bytes()), Err(Miss::Unreadable(_))));
    for bytes in [&b"bplist00"[..], b"bplist00\xff\xff\xff", b"<plist", b"hello", b"{ a = b; }", b"\0\0\0"] {
        assert!(matches!(tree(bytes), Err(Miss::Unreadable(_))), "{bytes:?}");
    }
    assert!(matches!(reduce(&crate::preferences::ACCOUNTS, b""), Err(Miss::Unreadable(_))));
}

#[test]
fn numbers_only_keeps_no_text() {
    let kept =
        keep(&json!({"a.b": 1, "on": true, "name": "canary", "list": ["canary"]}), &["/a.b#", "on#", "name#", "list#"]);
    assert_eq!(kept, json!({"a.b": 1, "on": true, "list": []}));
}

fn binary(value: &plist::Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.to_writer_binary(&mut bytes).unwrap();
    bytes
}

fn nested(depth: usize) -> plist::Value {
    (0..depth).fold(plist::Value::Boolean(true), |inner, _| plist::Value::Array(vec![inner]))
}

#[test]
fn the_depth_limit_is_exact_in_both_forms() {
    let xml = |depth| format!("<plist>{}<true/>{}</plist>", "<array>".repeat(depth), "</array>".repeat(depth));
    for depth in [1, MAX_DEPTH] {
        assert!(tree(&binary(&nested(depth))).is_ok());
        assert_eq!(tree(&binary(&nested(depth))), tree(xml(depth).as_bytes()));
    }
    assert!(matches!(tree(&binary(&nested(MAX_DEPTH + 1))), Err(Miss::Unreadable(_))));
    assert!(matches!(tree(xml(MAX_DEPTH + 1).as_bytes()), Err(Miss::Unreadable(_))));
}

/// `levels` arrays of ten references to the next: a few bytes that stand for 10^levels values.
fn bomb(levels: u8) -> Vec<u8> {
    let mut bytes = b"bplist00".to_vec();
    let mut offsets = Vec::new();
    for level in 0..levels {
        offsets.push(u8::try_from(bytes.len()).unwrap());
        bytes.push(0xaa);
        bytes.extend([level + 1; 10]);
    }
    offsets.push(u8::try_from(bytes.len()).unwrap());
    bytes.push(0x09);
    let table = bytes.len() as u64;
    bytes.extend(&offsets);
    bytes.extend([0, 0, 0, 0, 0, 0, 1, 1]);
    bytes.extend((offsets.len() as u64).to_be_bytes());
    bytes.extend(0_u64.to_be_bytes());
    bytes.extend(table.to_be_bytes());
    bytes
}

#[test]
fn a_reference_bomb_is_stopped() {
    assert_eq!(tree(&bomb(2)).unwrap().as_array().map(Vec::len), Some(10));
    assert_eq!(tree(&bomb(10)), Err(unreadable("the file holds too many values")));
}

#[test]
fn too_much_text_is_stopped_once_references_are_followed() {
    let text = plist::Value::String("x".repeat(MAX_PAYLOAD / 8));
    let many = binary(&plist::Value::Array(vec![text; 9]));
    assert!(many.len() < MAX_BYTES, "equal strings are written once");
    assert_eq!(tree(&many), Err(unreadable("the file is too large once unpacked")));
    assert_eq!(tree(&vec![b'<'; MAX_BYTES + 1]), Err(unreadable("the file is too large")));
}

#[test]
fn a_key_that_is_no_text_is_damage() {
    let odd = "<plist><dict><integer>1</integer><true/></dict></plist>";
    assert!(matches!(tree(odd.as_bytes()), Err(Miss::Unreadable(_))));
}

fn any_value() -> impl proptest::strategy::Strategy<Value = plist::Value> {
    use proptest::prelude::*;
    let leaf = prop_oneof![
        any::<bool>().prop_map(plist::Value::Boolean),
        any::<i64>().prop_map(|number| plist::Value::Integer(number.into())),
        "[ -~]{0,12}".prop_map(plist::Value::String),
        proptest::collection::vec(any::<u8>(), 0..12).prop_map(plist::Value::Data),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(plist::Value::Array),
            proptest::collection::hash_map("[a-z.]{1,6}", inner, 0..6)
                .prop_map(|map| plist::Value::Dictionary(map.into_iter().collect())),
        ]
    })
}

proptest::proptest! {
    #[test]
    fn both_forms_give_the_same_tree(value in any_value()) {
        let mut xml = Vec::new();
        value.to_writer_xml(&mut xml).unwrap();
        let from_binary = tree(&binary(&value));
        proptest::prop_assert!(from_binary.is_ok());
        proptest::prop_assert_eq!(from_binary, tree(&xml));
    }

    #[test]
    fn a_damaged_file_never_panics(value in any_value(), at in 0_usize..4096, byte: u8, cut in 0_usize..4096) {
        let mut bytes = binary(&value);
        let length = bytes.len();
        bytes[at % length] = byte;
        let _ = tree(&bytes);
        let _ = tree(&bytes[..cut % length]);
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..512)) {
        let _ = tree(&bytes);
        let _ = tree(&[b"bplist00", &bytes[..]].concat());
        let _ = tree(&[b"<plist>", &bytes[..]].concat());
    }
}
