//! Updates of macOS that wait to be installed, as `/Library/Preferences/com.apple.SoftwareUpdate.plist` lists them.
//!
//! Keys: scripts of administrators (mSCP, munki). `RecommendedUpdates` is what the last search found, and stays there after
//! the update is installed; the count beside it is stale on macOS 26. So each is judged against the version that runs.

use crate::Version;
use serde_json::Value;

/// An update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// `macOS Tahoe 26.2`.
    pub name: String,
    /// `26.2`.
    pub version: Version,
}

/// The updates of macOS that are newer than what runs, the nearest first.
pub fn waiting(tree: &Value, installed: Version) -> Vec<Update> {
    let list = tree.get("RecommendedUpdates").and_then(Value::as_array).into_iter().flatten();
    let mut waiting: Vec<Update> = list.filter_map(update).filter(|one| one.version > installed).collect();
    waiting.sort_by_key(|one| one.version);
    waiting.dedup();
    waiting
}

fn update(entry: &Value) -> Option<Update> {
    let text = |key: &str| entry.get(key).and_then(Value::as_str);
    let name = text("Display Name").filter(|name| name.starts_with("macOS"))?;
    let version = text("Display Version").or_else(|| name.rsplit(' ').next()).and_then(Version::parse)?;
    Some(Update { name: name.into(), version })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_newer_versions_of_macos_wait() {
        let tree = json!({ "LastRecommendedUpdatesAvailable": 2, "RecommendedUpdates": [
            { "Display Name": "macOS Golden Gate 27.1", "Display Version": "27.1", "Identifier": "x" },
            { "Display Name": "macOS Tahoe 26.2", "Display Version": "26.2" },
            { "Display Name": "Safari", "Display Version": "99.1" },
            { "Display Name": "macOS Tahoe 26.1" },
            { "Display Version": "28.0" }, "odd",
        ]});
        let names = |installed| waiting(&tree, installed).into_iter().map(|one| one.name).collect::<Vec<_>>();
        assert_eq!(names(Version::new(26, 1)), ["macOS Tahoe 26.2", "macOS Golden Gate 27.1"]);
        assert_eq!(names(Version::new(27, 1)), Vec::<String>::new(), "installed since");
        assert!(waiting(&json!({ "RecommendedUpdates": 3 }), Version::new(11, 0)).is_empty());
    }
}
