//! Every preference file codesent reads, as data, with the only keys it ever sees of each.
//!
//! Meaning of the keys, with the samples it was read off: docs of each constant. Values that name a person (Apple Account,
//! numbers, DSIDs, tokens) are never kept; where it matters that one is there, the path ends in `?`.

use crate::Domain;

/// All of them.
pub const ALL: &[&Domain] = &[&SYSTEM_VERSION, &ACCOUNTS, &IMESSAGE, &FACETIME];

/// The macOS version. World-readable on every Mac, also on another volume.
pub const SYSTEM_VERSION: Domain = Domain {
    path: "/System/Library/CoreServices/SystemVersion.plist",
    shows: "the macOS version",
    keep: &["ProductVersion", "ProductBuildVersion", "ProductName"],
    decode: None,
};

/// iCloud sign-in. `Accounts` is empty or the file is absent when signed out. `LoggedIn` is gone since macOS 13 and is not
/// looked at.
pub const ACCOUNTS: Domain = Domain {
    path: "~/Library/Preferences/MobileMeAccounts.plist",
    shows: "whether an Apple Account is signed in to iCloud, and which services are on",
    keep: &[
        "Accounts",
        "Accounts[].AccountID?",
        "Accounts[].AccountDSID?",
        "Accounts[].isManagedAppleID",
        "Accounts[].primaryEmailVerified",
        "Accounts[].Services[].Name",
        "Accounts[].Services[].ServiceID",
        "Accounts[].Services[].Enabled",
    ],
    decode: None,
};

/// iMessage registration: both arrays hold one UUID while an account is registered, and are empty otherwise (27 Macs,
/// macOS 10.9 to 14.3).
pub const IMESSAGE: Domain = Domain {
    path: "~/Library/Preferences/com.apple.imservice.ids.iMessage.plist",
    shows: "whether iMessage has a registered account",
    keep: &["ActiveAccounts", "ActiveAccounts[]?", "OnlineAccounts", "OnlineAccounts[]?"],
    decode: None,
};

/// FaceTime registration, the same way.
pub const FACETIME: Domain = Domain {
    path: "~/Library/Preferences/com.apple.imservice.ids.FaceTime.plist",
    shows: "whether FaceTime has a registered account",
    keep: &["ActiveAccounts", "ActiveAccounts[]?", "OnlineAccounts", "OnlineAccounts[]?"],
    decode: None,
};
