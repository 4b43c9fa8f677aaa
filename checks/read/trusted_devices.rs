//! `otctl status --json`: what this Mac last saw of Apple's own list of trusted devices.
//!
//! From Apple's published sources (Security: keychain/otctl, keychain/ot, keychain/TrustedPeersHelper); not yet seen on a Mac,
//! so a key that is missing or of another kind says nothing. What the tool prints names every device of the person, with
//! serial numbers and account ids: it is reduced to states, counts and days before anybody sees it. A device on the list is
//! one that Apple counts as trusted, which is not to say that it is on and shows a code.

use crate::Miss;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The key that what is kept stands under.
const KEPT: &str = "trusted_devices";
/// A changed id of a machine begins with so many characters of the old one (Apple's own code watches for it).
const SAME_MACHINE: usize = 26;

/// What is kept of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TrustedDevices {
    /// How it is with the keychain's circle: `Ready`, `Untrusted`, `WaitForCDP` …
    pub state: String,
    /// Whether the account has two-factor authentication, where that follows.
    pub two_factor: Option<bool>,
    /// Whether the circle trusts this Mac.
    pub in_circle: Option<bool>,
    /// Where this Mac stands on Apple's list.
    pub this_mac: Option<Standing>,
    /// How many devices are on Apple's list, this Mac among them.
    pub listed: Option<usize>,
    /// How many were taken off it, by a person or by Apple.
    pub off_the_list: usize,
    /// The day (UTC) when the list was last fetched: often weeks ago.
    pub fetched: Option<String>,
    /// Other devices in the circle, by kind: `iPhone`, `iPad`, `Mac` …
    pub others: BTreeMap<String, usize>,
    /// Whether a recovery key is set.
    pub recovery_key: Option<bool>,
    /// How many recovery and legacy contacts there are.
    pub contacts: Option<usize>,
    /// Advanced Data Protection.
    pub advanced_data_protection: Option<bool>,
    /// How many things the account waits for.
    pub follow_ups: Option<usize>,
    /// The day (UTC) when a push for the circle last arrived on this Mac.
    pub last_push: Option<String>,
}

/// Where a device stands on Apple's list of trusted devices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// On it.
    Listed,
    /// A person removed it.
    Removed,
    /// Pushed out, because an account may have only so many.
    PushedOut,
    /// Off it, for a reason that Apple does not say.
    Gone,
    /// Not on it, but under an older id of the same machine: it was made anew, by a patch or a restored copy.
    UnderAnOlderId,
    /// Neither on it nor known to have been.
    NotListed,
}

/// Where removed devices stand, best known first.
const OFF: &[(&str, Standing)] = &[
    ("machineIDsDisallowed", Standing::Removed),
    ("machineIDsEvicted", Standing::PushedOut),
    ("machineIDsGhostedFromTDL", Standing::Gone),
    ("machineIDsUnknownReason", Standing::Gone),
];

impl TrustedDevices {
    /// How many devices besides this Mac are on Apple's list.
    pub fn besides_this_mac(&self) -> Option<usize> {
        let own = usize::from(self.this_mac? == Standing::Listed);
        Some(self.listed?.saturating_sub(own))
    }

    /// Whether nobody is signed in here, or in an account without two-factor authentication.
    pub fn has_no_account(&self) -> bool {
        self.state == "NoAccount"
    }
}

/// What may be seen of the output: states, counts and days, under a key of our own. Nothing where it cannot be read.
pub fn keep(text: &str) -> String {
    let Ok(kept) = read(text) else { return String::new() };
    serde_json::to_string(&BTreeMap::from([(KEPT, kept)])).unwrap_or_default()
}

/// Reads what the tool prints, or what was kept of it.
pub fn read(text: &str) -> Result<TrustedDevices, Miss> {
    let unreadable = || Miss::Unreadable("`otctl` printed something unexpected".into());
    let tree: Value = serde_json::from_str(text).map_err(|_| unreadable())?;
    if let Some(kept) = tree.get(KEPT) {
        return TrustedDevices::deserialize(kept).map_err(|_| unreadable());
    }
    if let Some(error) = tree.get("error").and_then(Value::as_str) {
        return if error.contains("not signed in") {
            Ok(TrustedDevices { state: "NoAccount".into(), ..TrustedDevices::default() })
        } else {
            Err(Miss::Unreadable("the keychain gave `otctl` an error".into()))
        };
    }
    let state = tree.get("state").and_then(Value::as_str).filter(|state| is_word(state)).ok_or_else(unreadable)?;
    Ok(of(&tree, state))
}

fn of(tree: &Value, state: &str) -> TrustedDevices {
    let dump = tree.get("contextDump").unwrap_or(&Value::Null);
    let ids = |key: &str| dump.get(key).and_then(Value::as_array).map(|list| list.iter().filter_map(Value::as_str));
    let allowed: Option<Vec<&str>> = ids("machineIDsAllowed").map(Iterator::collect);
    let own = at(dump, &["self", "permanentInfo", "machine_id"]).and_then(Value::as_str);
    let this_mac = own.zip(allowed.as_ref()).map(|(own, allowed)| {
        let off = || OFF.iter().find(|(key, _)| ids(key).is_some_and(|mut list| list.any(|id| id == own)));
        let start = |id: &str| id.get(..SAME_MACHINE).map(str::to_owned);
        if allowed.contains(&own) {
            Standing::Listed
        } else if let Some((_, standing)) = off() {
            *standing
        } else if start(own).is_some() && allowed.iter().any(|id| start(id) == start(own)) {
            Standing::UnderAnOlderId
        } else {
            Standing::NotListed
        }
    });
    let number = |key: &str| tree.get(key).and_then(Value::as_i64);
    let two_factor = match number("memoizedAccountState") {
        Some(2) => Some(true),
        // One number for "no account" and for "none with two factors"; the state says which.
        Some(1) if state == "WaitForCDPCapableSecurityLevel" => Some(false),
        _ => None,
    };
    let circle = dump.get("self").and_then(|own| own.get("stableInfo"));
    TrustedDevices {
        state: state.into(),
        two_factor,
        in_circle: number("memoizedTrustState").filter(|said| matches!(said, 1 | 2)).map(|said| said == 2),
        this_mac,
        listed: allowed.map(|list| list.len()),
        off_the_list: OFF.iter().filter_map(|(key, _)| ids(key)).map(Iterator::count).sum(),
        fetched: dump.get("idmsTrustedDeviceListFetchDate").and_then(day),
        others: others(dump),
        recovery_key: circle.map(|own| {
            ["recovery_signing_public_key", "recoverySigningPublicKey"]
                .iter()
                .any(|key| own.get(key).is_some_and(is_there))
                || dump.get("modelRecoverySigningPublicKey").is_some_and(is_there)
        }),
        contacts: dump.get("custodian_recovery_keys").and_then(Value::as_array).map(Vec::len),
        advanced_data_protection: at(dump, &["accountSettings", "walrus"]).and_then(truth),
        follow_ups: tree.get("CoreFollowUp").and_then(Value::as_object).map(serde_json::Map::len),
        last_push: tree.get("lastOctagonPush").and_then(day),
    }
}

/// The devices in the circle but this Mac, by what their models begin with.
fn others(dump: &Value) -> BTreeMap<String, usize> {
    let peers = dump.get("peers").and_then(Value::as_array).into_iter().flatten();
    let mut kinds = BTreeMap::new();
    for model in peers.filter_map(|peer| at(peer, &["permanentInfo", "model_id"])?.as_str()) {
        let kind = match model {
            _ if model.starts_with("iPhone") => "iPhone",
            _ if model.starts_with("iPad") => "iPad",
            _ if model.starts_with("Watch") => "Apple Watch",
            _ if model.contains("Mac") => "Mac",
            _ => "other",
        };
        *kinds.entry(kind.to_owned()).or_default() += 1;
    }
    kinds
}

fn at<'a>(tree: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(tree, |tree, key| tree.get(key))
}

fn is_word(text: &str) -> bool {
    (1..60).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_there(value: &Value) -> bool {
    !matches!(value, Value::Null) && value.as_str() != Some("")
}

/// `2026-11-20T08:15:00Z`: the day alone.
fn day(value: &Value) -> Option<String> {
    let day = value.as_str()?.get(..10)?;
    let is_date = day
        .bytes()
        .enumerate()
        .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    is_date.then(|| day.to_owned())
}

/// A setting, or the one truth value inside it: the name of the inner key is not known for sure.
fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(said) => Some(*said),
        Value::Number(said) => said.as_i64().map(|said| said != 0),
        Value::Object(inside) => {
            let mut said = inside.values().filter(|one| !one.is_object()).filter_map(truth);
            said.next().filter(|_| said.next().is_none())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    const OWN: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAA-canary-one";
    const OLDER: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAA-canary-two";
    const PHONE: &str = "BBBBBBBBBBBBBBBBBBBBBBBBBB-canary";

    /// The keys as Apple's sources name them, with a canary in every personal one.
    fn printed(allowed: &[&str], evicted: &[&str]) -> Value {
        json!({
            "state": "Ready", "memoizedAccountState": 2, "memoizedTrustState": 2, "memoizedCDPStatus": 2,
            "activeAccount": "canary account", "CoreFollowUp": { "canary follow-up": "2026-11-19T08:15:00Z" },
            "lastOctagonPush": "2026-11-25T07:00:00Z", "pushEnvironments": ["production"],
            "contextDump": {
                "machineIDsAllowed": allowed, "machineIDsEvicted": evicted, "machineIDsDisallowed": [],
                "idmsTrustedDeviceListFetchDate": "2026-11-01T10:00:00Z",
                "self": {
                    "permanentInfo": { "machine_id": OWN, "model_id": "Mac14,2", "epoch": 1 },
                    "stableInfo": { "device_name": "canary Mac", "serial_number": "CANARY", "os_version": "macOS 26.1" },
                },
                "peers": [
                    { "permanentInfo": { "model_id": "iPhone15,2" }, "stableInfo": { "serial_number": "CANARY" } },
                    { "permanentInfo": { "model_id": "MacBookPro18,1" }, "stableInfo": { "device_name": "canary" } },
                ],
                "custodian_recovery_keys": [{ "uuid": "canary", "kind": 1 }],
                "accountSettings": { "walrus": { "value": true }, "webAccess": { "value": false } },
            },
        })
    }

    #[test]
    fn a_mac_on_the_list_is_told_with_its_company() {
        let text = printed(&[OWN, PHONE], &["CCCC"]).to_string();
        let found = read(&text).unwrap();
        assert_eq!(
            (found.two_factor, found.in_circle, found.this_mac),
            (Some(true), Some(true), Some(Standing::Listed))
        );
        assert_eq!((found.listed, found.besides_this_mac(), found.off_the_list), (Some(2), Some(1), 1));
        assert_eq!((found.fetched.as_deref(), found.last_push.as_deref()), (Some("2026-11-01"), Some("2026-11-25")));
        assert_eq!(found.others, BTreeMap::from([("Mac".to_owned(), 1), ("iPhone".to_owned(), 1)]));
        assert_eq!((found.recovery_key, found.contacts, found.follow_ups), (Some(false), Some(1), Some(1)));
        assert_eq!(found.advanced_data_protection, Some(true));
        assert_eq!(read(&keep(&text)).unwrap(), found, "what is kept says the same");
    }

    #[test]
    fn nothing_personal_is_kept() {
        let kept = keep(&printed(&[OWN, PHONE], &[OLDER]).to_string());
        assert!(!kept.to_lowercase().contains("canary") && !kept.contains("AAAA") && !kept.contains("Mac14"), "{kept}");
        assert_eq!(keep(&kept), kept, "twice is once");
        assert_eq!(keep(r#"{"state": "Ready for canary"}"#), "");
        assert_eq!(keep(r#"{"trusted_devices": {"state": "Ready", "canary": 1}}"#), "");
    }

    #[test]
    fn a_mac_off_the_list_is_told_why() {
        let standing =
            |allowed: &[&str], evicted: &[&str]| read(&printed(allowed, evicted).to_string()).unwrap().this_mac;
        assert_eq!(standing(&[PHONE], &[OWN]), Some(Standing::PushedOut));
        assert_eq!(standing(&[PHONE, OLDER], &[]), Some(Standing::UnderAnOlderId));
        assert_eq!(standing(&[PHONE], &[]), Some(Standing::NotListed));
        // Older systems name none of it.
        let old = read(r#"{"state": "WaitForCDPCapableSecurityLevel", "memoizedAccountState": 1}"#).unwrap();
        assert_eq!((old.this_mac, old.listed, old.besides_this_mac()), (None, None, None));
        assert_eq!((old.two_factor, old.recovery_key, old.advanced_data_protection), (Some(false), None, None));
    }

    #[test]
    fn an_error_is_signed_out_or_unreadable() {
        let error = |what: &str| format!(r#"{{"error" : "Error Domain=OctagonErrorDomain Code=3 \"{what}\""}}"#);
        let signed_out = error("User is not signed into iCloud.");
        assert!(read(&signed_out).unwrap().has_no_account() && read(&keep(&signed_out)).unwrap().has_no_account());
        assert!(read(&error("timed out")).is_err());
        assert!(read("").is_err() && read("[]").is_err() && read("Error fetching status").is_err());
    }

    proptest! {
        #[test]
        fn no_tree_panics_and_twice_is_once(numbers in proptest::collection::vec(-3i64..9, 3), word in "[A-Za-z ]{0,12}") {
            let text = json!({ "state": word, "memoizedAccountState": numbers[0], "memoizedTrustState": numbers[1],
                "CoreFollowUp": numbers[2], "contextDump": { "machineIDsAllowed": [numbers[0], word], "peers": [word] } });
            let kept = keep(&text.to_string());
            prop_assert_eq!(keep(&kept), kept);
        }
    }
}
