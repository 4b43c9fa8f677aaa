//! `~/Library/DoNotDisturb/DB/Assertions.json`: which Focus somebody switched on by hand.
//!
//! Undocumented; the shape is what public tools read on macOS 12 to 26. A Focus that a schedule switched on is not in it.
//! Times are seconds since 2001.

use crate::Miss;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Seconds from 1970 to 2001.
const EPOCH: f64 = 978_307_200.0;

/// Reduces the file to `{"until": [end in seconds since 1970, or null]}`, one entry a Focus that is on.
pub fn decode(bytes: &[u8]) -> Result<Value, Miss> {
    if bytes.is_empty() {
        return Err(Miss::Unreadable("the file is empty".into()));
    }
    let tree: Value = serde_json::from_slice(bytes).map_err(|_| Miss::Unreadable("the file is not JSON".into()))?;
    let stores = tree.get("data").and_then(Value::as_array);
    let stores = stores.ok_or_else(|| Miss::Unreadable("the file has no list of Focus states".into()))?;
    let ended: BTreeSet<&str> = list(stores, "storeInvalidationRecords")
        .filter_map(|record| record.get("invalidationAssertion")?.get("assertionUUID")?.as_str())
        .collect();
    let until: Vec<Value> = list(stores, "storeAssertionRecords")
        .filter(|record| record.get("assertionUUID").and_then(Value::as_str).is_none_or(|uuid| !ended.contains(uuid)))
        .map(|record| {
            let details = record.get("assertionDetails");
            let end = details.and_then(|details| details.get("assertionDetailsUserVisibleEndDate")?.as_f64());
            end.map_or(Value::Null, |end| json!((end + EPOCH).round()))
        })
        .collect();
    Ok(json!({ "until": until }))
}

fn list<'a>(stores: &'a [Value], key: &'a str) -> impl Iterator<Item = &'a Value> {
    stores.iter().filter_map(move |store| store.get(key)?.as_array()).flatten()
}

/// How many are on at `now`, in seconds since 1970.
pub fn active(tree: &Value, now: f64) -> usize {
    let until = tree.get("until").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    until.iter().filter(|end| end.as_f64().is_none_or(|end| end > now)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ended_does_not_count_and_nothing_personal_stays() {
        let text = br#"{"data": [{"storeAssertionRecords": [
            {"assertionUUID": "A", "assertionDetails": {"assertionDetailsModeIdentifier": "com.apple.focus.private"}},
            {"assertionUUID": "B", "assertionDetails": {"assertionDetailsUserVisibleEndDate": 100.4}},
            {"assertionUUID": "C"}],
            "storeInvalidationRecords": [{"invalidationAssertion": {"assertionUUID": "C"}}]}]}"#;
        let tree = decode(text).unwrap();
        assert_eq!(tree, json!({ "until": [null, 978_307_300.0] }));
        assert_eq!((active(&tree, 978_307_299.0), active(&tree, 978_307_301.0)), (2, 1));
    }

    #[test]
    fn an_empty_store_is_an_answer_and_nonsense_is_none() {
        assert_eq!(decode(br#"{"data": [{}]}"#).unwrap(), json!({ "until": [] }));
        for text in [&b""[..], b"{", b"[]", b"{}"] {
            assert!(decode(text).is_err());
        }
    }
}
