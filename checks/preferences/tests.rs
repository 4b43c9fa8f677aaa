//! For each file a tree of the shape that Macs have, with what names a person, and what is left of it: a test a file, so
//! that each wrong path is seen by itself.

use super::*;
use crate::read::plist::keep;
use serde_json::{Value, json};

fn kept(domain: &Domain, file: &Value) -> Value {
    assert!(!domain.keep.paths().is_empty(), "{} is decoded, not kept by paths", domain.path);
    keep(file, domain.keep.paths())
}

macro_rules! keeps {
    ($($name:ident: $domain:ident, $file:tt => $kept:tt;)*) => {
        $(
            #[test]
            fn $name() {
                let file = json!($file);
                assert_eq!(kept(&$domain, &file), json!($kept));
                assert_eq!(kept(&$domain, &json!($kept)), json!($kept), "what is kept once is kept again");
            }
        )*

        /// A file that is kept by paths and has no test here would be read by nobody's eyes.
        #[test]
        fn every_file_that_is_kept_by_paths_is_here() {
            let tested = [$($domain.path),*];
            for domain in ALL.iter().filter(|domain| !domain.keep.paths().is_empty()) {
                assert!(tested.contains(&domain.path), "{}", domain.path);
            }
        }
    };
}

keeps! {
    the_version: SYSTEM_VERSION,
        {"ProductVersion": "15.2", "ProductBuildVersion": "24C101", "ProductName": "macOS", "ProductCopyright": "x"}
        => {"ProductVersion": "15.2", "ProductBuildVersion": "24C101", "ProductName": "macOS"};
    which_accounts_exist: ACCOUNTS_EXIST,
        {"com.apple.account.AppleAccount.exists": 1, "com.apple.account.AppleAccount.count": 1,
         "com.apple.account.Google.count": 2}
        => {"com.apple.account.AppleAccount.exists": 1, "com.apple.account.AppleAccount.count": 1};
    imessage: IMESSAGE,
        {"ActiveAccounts": ["8D2C9E3A"], "OnlineAccounts": ["8D2C9E3A"], "AccountName": "jane@example.org"}
        => {"ActiveAccounts": ["(present)"], "OnlineAccounts": ["(present)"]};
    facetime: FACETIME,
        {"ActiveAccounts": ["8D2C9E3A"], "OnlineAccounts": [], "AccountName": "jane@example.org"}
        => {"ActiveAccounts": ["(present)"], "OnlineAccounts": []};
    text_forwarding: TEXT_FORWARDING,
        {"Accounts": {"P:+15550100": {"isSMSRelayCapable": true, "canRelaySMS": false, "LoginAs": "+15550100"}}}
        => {"Accounts": {"#1": {"isSMSRelayCapable": true, "canRelaySMS": false}}};
    blocked_senders: BLOCKED_SENDERS,
        {"__kCMFBlockListStoreTopLevelKey": {"__kCMFBlockListStoreArrayKey": [{"number": "+15550100"}], "x": 1}}
        => {"__kCMFBlockListStoreTopLevelKey": {"__kCMFBlockListStoreArrayKey": ["(present)"]}};
    imessage_bag: IMESSAGE_BAG,
        {"Date": 742_100_000.5, "URL": "https://x.example"} => {"Date": 742_100_000.5};
    facetime_bag: FACETIME_BAG,
        {"Date": 742_100_000.5, "URL": "https://x.example"} => {"Date": 742_100_000.5};
    restrictions: RESTRICTIONS,
        {"allowAccountModification": false, "allowCamera": false} => {"allowAccountModification": false};
    restrictions_of_user: RESTRICTIONS_OF_USER,
        {"allowAccountModification": true, "allowCamera": false} => {"allowAccountModification": true};
    panes: PANES,
        {"DisabledSystemSettings": ["a"], "DisabledPreferencePanes": ["b"], "HiddenPreferencePanes": ["c"], "x": 1}
        => {"DisabledSystemSettings": ["a"], "DisabledPreferencePanes": ["b"], "HiddenPreferencePanes": ["c"]};
    panes_of_user: PANES_OF_USER,
        {"DisabledSystemSettings": ["a"], "DisabledPreferencePanes": ["b"], "HiddenPreferencePanes": ["c"], "x": 1}
        => {"DisabledSystemSettings": ["a"], "DisabledPreferencePanes": ["b"], "HiddenPreferencePanes": ["c"]};
    time_zone_by_place: TIME_ZONE_BY_PLACE,
        {"Active": true, "Last": "x"} => {"Active": true};
    waiting_updates: SOFTWARE_UPDATE,
        {"RecommendedUpdates": [{"Display Name": "macOS 26.2", "Display Version": "26.2", "Identifier": "MSU"}],
         "LastUserNotified": "jane"}
        => {"RecommendedUpdates": [{"Display Name": "macOS 26.2", "Display Version": "26.2"}]};
    dns_settings: DNS_SETTINGS,
        {"DNSSettings": {"DNSProtocol": "HTTPS", "ServerURL": "https://dns.corp.example/jane", "ServerName": "corp"},
         "ProhibitDisablement": true, "PayloadOrganization": "Corp"}
        => {"DNSSettings": {"DNSProtocol": "HTTPS", "ServerURL": "(present)", "ServerName": "(present)"},
            "ProhibitDisablement": true};
}
