//! Where in the settings a thing is done, and for which versions of macOS a path holds.
//!
//! Links: forms confirmed for macOS 13 to 26 by published pane lists; older systems get the path only.

use super::{Link, Versions};
use crate::Version;

/// System Settings.
pub(super) const SETTINGS: Versions = Versions::since(13, 0);
/// The first System Settings, which still call the account's page "Password & Security" (Apple's guide for macOS 13).
pub(super) const VENTURA: Versions = Versions::between((13, 0), (14, 0));
/// Those that call it "Sign-In & Security".
pub(super) const SINCE_SONOMA: Versions = Versions::since(14, 0);
/// Those that keep extensions under Login Items & Extensions, and those before.
pub(super) const SINCE_SEQUOIA: Versions = Versions::since(15, 0);
/// See [`SINCE_SEQUOIA`].
pub(super) const UNTIL_SONOMA: Versions = Versions::between((13, 0), (15, 0));
/// System Preferences.
pub(super) const PREFERENCES: Versions = Versions::before(13, 0);

/// A pane of System Settings that published lists name for 13 to 26; plain pane links are kept for newer ones.
pub(super) const fn pane(url: &'static str) -> Link {
    Link { versions: SETTINGS, url }
}

pub(super) const ACCOUNT_PANE: Link = pane("x-apple.systempreferences:com.apple.systempreferences.AppleIDSettings");
pub(super) const NETWORK_PANE: Link = pane("x-apple.systempreferences:com.apple.Network-Settings.extension");
pub(super) const FILTERS_PANE: Link =
    pane("x-apple.systempreferences:com.apple.NetworkExtensionSettingsUI.NESettingsUIExtension");

/// Where macOS keeps what protects the account. Apple's guide mchl8bd4e9c2 and 122621; before 10.15 Apple's old HT204974.
pub fn security_pane(macos: Option<Version>) -> &'static str {
    match macos.unwrap_or(Version::new(26, 0)) {
        version if version >= Version::new(14, 0) => "System Settings > your name > Sign-In & Security",
        version if version >= Version::new(13, 0) => "System Settings > your name > Password & Security",
        version if version >= Version::new(10, 15) => "System Preferences > Apple ID > Password & Security",
        _ => "System Preferences > iCloud > Account Details > Security",
    }
}
