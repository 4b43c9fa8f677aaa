//! Every preference file codesent reads, as data, with the only keys it ever sees of each.
//!
//! Meaning of the keys, with the samples it was read off: docs of each constant. Values that name a person (Apple Account,
//! numbers, DSIDs, tokens) are never kept; where it matters that one is there, the path ends in `?`.

use crate::Domain;
use crate::keep::Keys;
use crate::read::{accounts, identity_services, region};

/// All of them.
pub const ALL: &[&Domain] = &[
    &SYSTEM_VERSION,
    &ACCOUNTS,
    &ACCOUNTS_EXIST,
    &IMESSAGE,
    &FACETIME,
    &IDENTITY_SERVICES,
    &IMESSAGE_BEFORE_10_12,
    &IMESSAGE_BEFORE_10_9,
    &FACETIME_BEFORE_10_12,
    &FACETIME_BEFORE_10_9,
    &TEXT_FORWARDING,
    &BLOCKED_SENDERS,
    &IMESSAGE_BAG,
    &FACETIME_BAG,
    &RESTRICTIONS,
    &RESTRICTIONS_OF_USER,
    &PANES,
    &PANES_OF_USER,
    &GLOBAL,
    &FOCUS,
    &TIME_ZONE_BY_PLACE,
    &DNS_SETTINGS,
    &SOFTWARE_UPDATE,
];

/// The macOS version. World-readable on every Mac, also on another volume.
pub const SYSTEM_VERSION: Domain = Domain {
    path: "/System/Library/CoreServices/SystemVersion.plist",
    shows: "the macOS version",
    keep: Keys::At(&["ProductVersion", "ProductBuildVersion", "ProductName"]),
};

// Account, Messages and FaceTime. Facts: files of 27 Macs, macOS 10.9 to 14.3, and published reports for 15 and 26.

/// iCloud sign-in. `Accounts` is empty or the file is absent when signed out. `LoggedIn` is gone since macOS 13 and is not
/// looked at.
pub const ACCOUNTS: Domain = Domain {
    path: "~/Library/Preferences/MobileMeAccounts.plist",
    shows: "whether an Apple Account is signed in to iCloud, whether it is managed, and which services are on",
    keep: Keys::Decoded(accounts::decode),
};

/// How many accounts of each kind macOS counts, for all users of the Mac. Its form is known from iOS and from
/// administrators' scripts for macOS 13 and later, so it only supports what [`ACCOUNTS`] says.
pub const ACCOUNTS_EXIST: Domain = Domain {
    path: "/Library/Preferences/SystemConfiguration/com.apple.accounts.exists.plist",
    shows: "whether macOS counts an Apple Account for any user of this Mac",
    keep: Keys::At(&["/com.apple.account.AppleAccount.exists#", "/com.apple.account.AppleAccount.count#"]),
};

/// iMessage registration: both arrays hold one UUID while an account is registered, and are empty otherwise (27 Macs,
/// macOS 10.9 to 14.3; also reported for 26.3).
pub const IMESSAGE: Domain = Domain {
    path: "~/Library/Preferences/com.apple.imservice.ids.iMessage.plist",
    shows: "whether iMessage has a registered account",
    keep: Keys::At(&["ActiveAccounts[]?", "OnlineAccounts[]?"]),
};

/// FaceTime registration, the same way.
pub const FACETIME: Domain = Domain {
    path: "~/Library/Preferences/com.apple.imservice.ids.FaceTime.plist",
    shows: "whether FaceTime has a registered account",
    keep: Keys::At(&["ActiveAccounts[]?", "OnlineAccounts[]?"]),
};

/// The registration of every service, with the reason where it failed. Seen on macOS 10.12 to 14.3.
pub const IDENTITY_SERVICES: Domain = Domain {
    path: "~/Library/Preferences/com.apple.identityservicesd.plist",
    shows: "the state of each registration with Apple, error numbers, counts of addresses, Apple's alert with codes hidden",
    keep: Keys::Decoded(identity_services::decode),
};

/// iMessage up to macOS 10.11.
pub const IMESSAGE_BEFORE_10_12: Domain = Domain {
    path: "~/Library/Preferences/com.apple.ids.service.com.apple.madrid.plist",
    shows: "the state of the iMessage registration (macOS 10.9 to 10.11)",
    keep: Keys::Decoded(identity_services::decode_imessage),
};

/// iMessage on 10.7 and 10.8. Upgraded Macs may still have it, so it is the last that is looked at.
pub const IMESSAGE_BEFORE_10_9: Domain = Domain {
    path: "~/Library/Preferences/com.apple.imservice.iMessage.plist",
    shows: "the state of the iMessage registration (OS X 10.7 and 10.8)",
    keep: Keys::Decoded(identity_services::decode_imessage),
};

/// FaceTime up to macOS 10.11.
pub const FACETIME_BEFORE_10_12: Domain = Domain {
    path: "~/Library/Preferences/com.apple.ids.service.com.apple.ess.plist",
    shows: "the state of the FaceTime registration (macOS 10.9 to 10.11)",
    keep: Keys::Decoded(identity_services::decode_facetime),
};

/// FaceTime on 10.7 and 10.8.
pub const FACETIME_BEFORE_10_9: Domain = Domain {
    path: "~/Library/Preferences/com.apple.imservice.FaceTime.plist",
    shows: "the state of the FaceTime registration (OS X 10.7 and 10.8)",
    keep: Keys::Decoded(identity_services::decode_facetime),
};

/// Text messages passed on by an iPhone: on where the relay keys are true (macOS 10.10 to 14.3).
pub const TEXT_FORWARDING: Domain = Domain {
    path: "~/Library/Preferences/ByHost/com.apple.imservice.SMS.*.plist",
    shows: "whether an iPhone passes text messages on to this Mac",
    keep: Keys::At(&["Accounts.*.isSMSRelayCapable#", "Accounts.*.canRelaySMS#"]),
};

/// The list of blocked numbers, shared with the iPhone. Only how many there are (macOS 10.12 to 13.6).
pub const BLOCKED_SENDERS: Domain = Domain {
    path: "~/Library/Preferences/com.apple.cmfsyncagent.plist",
    shows: "how many senders are blocked",
    keep: Keys::At(&["__kCMFBlockListStoreTopLevelKey.__kCMFBlockListStoreArrayKey[]?"]),
};

/// When iMessage's server list was last fetched: `Date` counts seconds since 2001. It is fetched when needed, also when
/// signed out, so a recent date proves contact with Apple and an old one proves nothing.
pub const IMESSAGE_BAG: Domain = Domain {
    path: "~/Library/Preferences/com.apple.imessage.bag.plist",
    shows: "when this Mac last fetched iMessage's server list from Apple",
    keep: Keys::At(&["Date#"]),
};

/// The same for FaceTime.
pub const FACETIME_BAG: Domain = Domain {
    path: "~/Library/Preferences/com.apple.facetime.bag.plist",
    shows: "when this Mac last fetched FaceTime's server list from Apple",
    keep: Keys::At(&["Date#"]),
};

// End of account, Messages and FaceTime.

/// Restrictions that a profile sets for the whole Mac. Keys: Apple's schema of `com.apple.applicationaccess`
/// (`allowAccountModification` since macOS 14). The file is absent where nobody manages the Mac.
pub const RESTRICTIONS: Domain = Domain {
    path: "/Library/Managed Preferences/com.apple.applicationaccess.plist",
    shows: "whether a profile forbids account changes",
    keep: Keys::At(&["allowAccountModification"]),
};

/// The same for one user.
pub const RESTRICTIONS_OF_USER: Domain = Domain {
    path: "/Library/Managed Preferences/%user/com.apple.applicationaccess.plist",
    shows: "whether a profile forbids account changes to this user",
    keep: Keys::At(&["allowAccountModification"]),
};

/// What names panes in the two files below.
const PANE_LISTS: &[&str] =
    &["DisabledSystemSettings[]", "DisabledPreferencePanes[]", "HiddenPreferencePanes[]", "EnabledPreferencePanes[]"];

/// Settings panes that a profile hides, for the whole Mac. `DisabledSystemSettings` since macOS 13, the others before;
/// `EnabledPreferencePanes` names those that are left (Apple's schema: 10.7 to 13.0).
pub const PANES: Domain = Domain {
    path: "/Library/Managed Preferences/com.apple.systempreferences.plist",
    shows: "which settings panes a profile hides",
    keep: Keys::At(PANE_LISTS),
};

/// The same for one user.
pub const PANES_OF_USER: Domain = Domain {
    path: "/Library/Managed Preferences/%user/com.apple.systempreferences.plist",
    shows: "which settings panes a profile hides from this user",
    keep: Keys::At(PANE_LISTS),
};

/// Settings of the whole user account. `LDMGlobalEnabled` is Lockdown Mode, since macOS 13; absent until it is first used.
/// `AppleLocale` is the region, of which only China mainland is told.
pub const GLOBAL: Domain = Domain {
    path: "~/Library/Preferences/.GlobalPreferences.plist",
    shows: "whether Lockdown Mode is on, and whether the region is China mainland",
    keep: Keys::Decoded(region::decode),
};

/// Focus, since macOS 12: JSON, and behind Full Disk Access. Only how many are on by hand, and until when, is kept.
pub const FOCUS: Domain = Domain {
    path: "~/Library/DoNotDisturb/DB/Assertions.json",
    shows: "whether a Focus is switched on",
    keep: Keys::Decoded(crate::read::focus::decode),
};

/// Whether the time zone follows the place (public set-up scripts; macOS keeps the file since 10.9).
pub const TIME_ZONE_BY_PLACE: Domain = Domain {
    path: "/Library/Preferences/com.apple.timezone.auto.plist",
    shows: "whether the time zone follows the place",
    keep: Keys::At(&["Active"]),
};

/// Apple's device management schema names the payload `com.apple.dnsSettings.managed`. That it is kept in this file as
/// other managed settings are is a guess, so its absence proves nothing and its presence is only told.
pub const DNS_SETTINGS: Domain = Domain {
    path: "/Library/Managed Preferences/com.apple.dnsSettings.managed.plist",
    shows: "whether a profile sets the DNS, and by which protocol",
    keep: Keys::At(&[
        "DNSSettings.DNSProtocol",
        "DNSSettings.ServerURL?",
        "DNSSettings.ServerName?",
        "ProhibitDisablement",
    ]),
};

/// Updates that the last search found. Readable to everybody; scripts of administrators (mSCP, munki) read it.
pub const SOFTWARE_UPDATE: Domain = Domain {
    path: "/Library/Preferences/com.apple.SoftwareUpdate.plist",
    shows: "which updates of macOS wait to be installed",
    keep: Keys::At(&["RecommendedUpdates[].Display Name", "RecommendedUpdates[].Display Version"]),
};

/// For each file a tree of the shape that Macs have, with what names a person, and what is left of it: a test a file, so
/// that each wrong path is seen by itself.
#[cfg(test)]
mod tests {
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
                    let path = domain.path;
                    assert!(tested.contains(&path), "{path}: what a Mac keeps in it, and what is left: a line in keeps! below");
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
            {"DisabledSystemSettings": ["a"], "DisabledPreferencePanes": ["b"], "HiddenPreferencePanes": ["c"],
             "EnabledPreferencePanes": ["d"], "x": 1}
            => {"DisabledSystemSettings": ["a"], "DisabledPreferencePanes": ["b"], "HiddenPreferencePanes": ["c"],
                "EnabledPreferencePanes": ["d"]};
        panes_of_user: PANES_OF_USER,
            {"DisabledSystemSettings": ["a"], "DisabledPreferencePanes": ["b"], "HiddenPreferencePanes": ["c"],
             "EnabledPreferencePanes": ["d"], "x": 1}
            => {"DisabledSystemSettings": ["a"], "DisabledPreferencePanes": ["b"], "HiddenPreferencePanes": ["c"],
                "EnabledPreferencePanes": ["d"]};
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
}
