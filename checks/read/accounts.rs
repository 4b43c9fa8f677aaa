//! `MobileMeAccounts.plist`: who is signed in to iCloud, and which services are on, without a name.

use super::plist::{keep, tree};
use crate::Miss;
use serde_json::Value;

/// The keys that are kept. The names of services are checked against [`SERVICES`].
const KEEP: &[&str] = &[
    "Accounts[].AccountID?",
    "Accounts[].AccountDSID?",
    "Accounts[].isManagedAppleID#",
    "Accounts[].primaryEmailVerified#",
    "Accounts[].Services[].Name",
    "Accounts[].Services[].ServiceID",
    "Accounts[].Services[].Enabled#",
];

/// What a service of a name that is not known is called.
const OTHER: &str = "OTHER";

/// The services seen in files of macOS 10.9 to 14.3: name, identifier, what people call it. Order and number differ from
/// version to version, so a service is never found by its place.
const SERVICES: &[(&str, &str, &str)] = &[
    ("ACCOUNTS_SYNC", "com.apple.Dataclass.Accounts", "Accounts"),
    ("BACK_TO_MY_MAC", "com.apple.Dataclass.BackToMyMac", "Back to My Mac"),
    ("BOOKMARKS", "com.apple.Dataclass.Bookmarks", "Safari"),
    ("CALENDAR", "com.apple.Dataclass.Calendars", "Calendar"),
    ("CLOUDDESKTOP", "com.apple.Dataclass.CloudDesktop", "Desktop and Documents"),
    ("CONTACTS", "com.apple.Dataclass.Contacts", "Contacts"),
    ("FAMILY", "com.apple.Dataclass.Family", "Family"),
    ("FIND_MY_MAC", "com.apple.Dataclass.DeviceLocator", "Find My"),
    ("FREEFORM", "com.apple.Dataclass.Boards", "Freeform"),
    ("HOME", "com.apple.Dataclass.Home", "Home"),
    ("KEYCHAIN_SYNC", "com.apple.Dataclass.KeychainSync", "Keychain"),
    ("MAIL_AND_NOTES", "com.apple.Dataclass.Mail", "Mail"),
    ("MOBILE_DOCUMENTS", "com.apple.Dataclass.Ubiquity", "iCloud Drive"),
    ("NEWS", "com.apple.Dataclass.News", "News"),
    ("NOTES", "com.apple.Dataclass.Notes", "Notes"),
    ("PHOTO_STREAM", "com.apple.Dataclass.Photos", "Photos"),
    ("PHOTO_STREAM", "com.apple.Dataclass.MediaStream", "Photos"),
    ("REMINDERS", "com.apple.Dataclass.Reminders", "Reminders"),
    ("SETTINGS_SYNC", "com.apple.Dataclass.Settings", "Settings"),
    ("SHARED_STREAMS", "com.apple.Dataclass.SharedStreams", "Shared albums"),
    ("SIRI", "com.apple.Dataclass.Siri", "Siri"),
    ("STOCKS", "com.apple.Dataclass.Stocks", "Stocks"),
    ("WALLET", "com.apple.Dataclass.Shoebox", "Wallet"),
];

/// One account that is signed in to iCloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Whether an organisation owns it.
    pub managed: Option<bool>,
    /// Its services.
    pub services: Vec<Service>,
}

/// One iCloud service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Apple's name for it; `OTHER` when it is not known.
    pub name: String,
    /// On or off; none where the file does not state it.
    pub on: Option<bool>,
}

impl Service {
    /// What people call it; none for one that is not known.
    pub fn in_words(&self) -> Option<&'static str> {
        SERVICES.iter().find(|known| known.0 == self.name).map(|known| known.2)
    }
}

/// The file in its own shape, with nothing in it that names a person.
pub fn decode(bytes: &[u8]) -> Result<Value, Miss> {
    let mut kept = keep(&tree(bytes)?, KEEP);
    let accounts = kept.get_mut("Accounts").and_then(Value::as_array_mut);
    let services = accounts.into_iter().flatten().filter_map(|account| account.get_mut("Services")?.as_array_mut());
    for service in services.flatten().filter_map(Value::as_object_mut) {
        let id = service.remove("ServiceID");
        let name = service.remove("Name");
        let is = |value: &Option<Value>, known: &str| value.as_ref().and_then(Value::as_str) == Some(known);
        let known = SERVICES.iter().find(|known| is(&name, known.0));
        let known = known.or_else(|| SERVICES.iter().find(|known| is(&id, known.1)));
        service.insert("Name".into(), known.map_or(OTHER, |known| known.0).into());
    }
    Ok(kept)
}

/// The accounts in an answer: those with an identifier, which is what being signed in means. `LoggedIn` is gone since
/// macOS 13 and is not looked at.
pub fn signed_in(tree: &Value) -> Result<Vec<Account>, Miss> {
    let accounts = tree.get("Accounts").and_then(Value::as_array);
    let accounts = accounts.ok_or_else(|| Miss::Unreadable("the accounts file has no list of accounts".into()))?;
    let named = accounts.iter().filter(|one| one.get("AccountID").or(one.get("AccountDSID")).is_some());
    Ok(named.map(account).collect())
}

fn account(tree: &Value) -> Account {
    let services = tree.get("Services").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let name = |service: &Value| service.get("Name").and_then(Value::as_str).unwrap_or(OTHER).to_owned();
    let on = |service: &Value| service.get("Enabled").and_then(Value::as_bool);
    Account {
        managed: tree.get("isManagedAppleID").and_then(Value::as_bool),
        services: services.iter().map(|one| Service { name: name(one), on: on(one) }).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn xml(accounts: &str) -> String {
        format!("<plist><dict><key>Accounts</key>{accounts}<key>canary</key><string>canary</string></dict></plist>")
    }

    #[test]
    fn names_of_people_and_unknown_services_are_dropped() {
        let file = xml("<array><dict><key>AccountID</key><string>canary@example.com</string>\
            <key>isManagedAppleID</key><string>canary</string><key>DisplayName</key><string>canary</string>\
            <key>Services</key><array>\
            <dict><key>Name</key><string>canary</string><key>url</key><string>canary</string></dict>\
            <dict><key>Name</key><string>NEW</string><key>ServiceID</key><string>com.apple.Dataclass.Siri</string></dict>\
            <dict><key>Name</key><string>HOME</string><key>Enabled</key><false/></dict></array></dict></array>");
        let kept = decode(file.as_bytes()).unwrap();
        assert!(!kept.to_string().contains("canary"), "{kept}");
        let account = &signed_in(&kept).unwrap()[0];
        let services: Vec<_> = account.services.iter().map(|one| (one.name.as_str(), one.on)).collect();
        assert_eq!(services, [("OTHER", None), ("SIRI", None), ("HOME", Some(false))]);
        assert_eq!(account.managed, None);
    }

    #[test]
    fn an_empty_list_is_nobody_and_no_list_is_unreadable() {
        assert_eq!(signed_in(&decode(xml("<array/>").as_bytes()).unwrap()), Ok(vec![]));
        assert_eq!(signed_in(&json!({"Accounts": [{}, 1, {"AccountID": "(present)"}]})).map(|list| list.len()), Ok(1));
        for odd in ["<string>canary</string>", "<dict/>", "<true/>"] {
            let kept = decode(xml(odd).as_bytes()).unwrap();
            assert!(matches!(signed_in(&kept), Err(Miss::Unreadable(_))), "{odd}");
        }
    }
}
