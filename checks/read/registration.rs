//! `com.apple.imservice.ids.*`: whether a service has a registered account.

use crate::{Miss, Verdict, pass, warn};
use serde_json::Value;

/// Warn, never Fail: codes do not need the service.
pub fn judge(tree: Result<&Value, Miss>, service: &str) -> Result<Verdict, Miss> {
    let tree = match tree {
        Err(Miss::NotHere) => return Ok(warn(format!("{service} was never used here")).reason("never-used")),
        other => other?,
    };
    let count = |key: &str| tree.get(key).and_then(Value::as_array).map(Vec::len);
    match (count("ActiveAccounts"), count("OnlineAccounts")) {
        (None, None) => Err(Miss::Unreadable("the file names no accounts".into())),
        (active, online) if active.unwrap_or(0) + online.unwrap_or(0) == 0 => {
            Ok(warn("no account is registered").reason("not-registered"))
        }
        _ => Ok(pass("registered")),
    }
}
