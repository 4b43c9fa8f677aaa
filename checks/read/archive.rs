//! Single values that `NSKeyedArchiver` wrote, as in `Accounts4.sqlite`.

use super::plist::tree;
use serde_json::Value;

/// The number or truth value an archive holds, none for anything else: text never comes out of here.
pub fn plain(bytes: &[u8]) -> Option<Value> {
    let archive = tree(bytes).ok()?;
    if archive.get("$archiver")?.as_str()? != "NSKeyedArchiver" {
        return None;
    }
    let root = archive.get("$top")?.get("root")?;
    // A reference is a number in binary archives and a dictionary in XML ones.
    let at = root.as_u64().or_else(|| root.get("CF$UID")?.as_u64())?;
    let value = archive.get("$objects")?.get(usize::try_from(at).ok()?)?;
    (value.is_boolean() || value.as_i64().is_some()).then(|| value.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use plist::{Dictionary, Uid, Value as Plist};

    fn archive(value: Plist) -> Vec<u8> {
        let top = Dictionary::from_iter([("root", Plist::Uid(Uid::new(1)))]);
        let file = Dictionary::from_iter([
            ("$version", Plist::Integer(100_000.into())),
            ("$archiver", Plist::String("NSKeyedArchiver".into())),
            ("$top", Plist::Dictionary(top)),
            ("$objects", Plist::Array(vec![Plist::String("$null".into()), value])),
        ]);
        let mut bytes = Vec::new();
        Plist::Dictionary(file).to_writer_binary(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn numbers_and_truth_values_come_out_and_nothing_else() {
        assert_eq!(plain(&archive(Plist::Integer(4.into()))), Some(4.into()));
        assert_eq!(plain(&archive(Plist::Boolean(false))), Some(false.into()));
        assert_eq!(plain(&archive(Plist::String("canary".into()))), None);
        assert_eq!(plain(&archive(Plist::Array(vec![]))), None);
        assert_eq!(plain(b"4"), None);
        assert_eq!(plain(b"<plist><integer>4</integer></plist>"), None);
    }

    proptest::proptest! {
        #[test]
        fn damage_gives_nothing_or_a_plain_value(at in 0_usize..400, byte: u8) {
            let mut bytes = archive(Plist::Integer(4.into()));
            let length = bytes.len();
            bytes[at % length] = byte;
            proptest::prop_assert!(plain(&bytes).is_none_or(|value| value.is_boolean() || value.is_number()));
        }
    }
}
