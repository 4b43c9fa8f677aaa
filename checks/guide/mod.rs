//! From what only the person knows and what the Mac shows to a plan of at most six steps.
//!
//! Sources of what the plans say: Apple 102606 (codes), 122621 (trusted numbers and devices), 102656 (forgotten password),
//! 118574 (account recovery), 102641 and 102608 (recovery contact), 109345 (recovery key), 102637 (security keys), 120340
//! (Stolen Device Protection), 102640 (locked accounts).

mod heard;
mod plan;
#[cfg(test)]
mod properties;
mod questions;
mod seen;
mod special;
mod step;
mod ways;

pub use plan::plan;
pub use questions::{Ask, Choice, TEXT, in_words, next};
pub use seen::Seen;
pub use step::{MOST, Plan, Step};

use serde::{Deserialize, Serialize};

/// Which screen asks for the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Apple's own window on this Mac.
    ThisMac,
    /// An iPhone or iPad.
    Iphone,
    /// A website.
    Web,
    /// An Apple TV, a Watch, a HomePod.
    Tv,
    /// iCloud for Windows, or Apple's programs there.
    Windows,
    /// A program that is not Apple's.
    Program,
    /// A new or erased Mac's Setup Assistant.
    Setup,
}

/// Whether the person asked for the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// By signing in.
    Yes,
    /// It came by itself.
    No,
    /// Somebody wants to be told it.
    Somebody,
}

/// What happens, or what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Happens {
    /// No code comes.
    Nothing,
    /// A code comes and is refused.
    Refused,
    /// "Too many codes", "try again later".
    TooMany,
    /// Apple does not send to this number (-28248).
    NumberRefused,
    /// "Allow" shows no digits.
    NoDigits,
    /// There is no place to type the code.
    NoField,
    /// The account is locked.
    Locked,
    /// The password is not known, or not taken.
    Password,
    /// A passkey is asked for.
    Passkey,
    /// Stolen Device Protection makes one wait.
    Delay,
}

/// How it stands with the trusted number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Number {
    /// Mine, and texts with codes from others arrive.
    Works,
    /// Mine, but such texts do not arrive.
    NoTexts,
    /// Mine, and I am abroad.
    Abroad,
    /// In a phone that is lost, stolen or broken.
    Lost,
    /// No longer mine.
    Gone,
    /// Mine, and the phone lost its service all of a sudden.
    NoService,
}

/// Whose account it is, and of what kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Account {
    /// A person's own.
    Personal,
    /// A child's, in a family.
    Child,
    /// A company's or school's.
    Work,
    /// With security keys: no codes.
    SecurityKey,
    /// Two-factor authentication was never turned on: no codes.
    NoTwoFactor,
}

/// Whether another device is signed in with the same account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Device {
    /// Yes, and it is in reach.
    Here,
    /// Yes, and it is somewhere else.
    Elsewhere,
    /// No.
    No,
}

/// What was set up for such a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prepared {
    /// A recovery contact.
    Contact,
    /// A recovery key, and it is at hand.
    Key,
    /// A recovery key, and it is lost.
    KeyLost,
    /// Neither.
    No,
}

/// Whether the VPN may be left, once, to prove whether it is the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeaveVpn {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// What the person said. Everything may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Told {
    /// Which screen asks.
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Whether the person asked for the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// Whose account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// Another device with the same account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_device: Option<Device>,
    /// The trusted number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Number>,
    /// A recovery contact or key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prepared: Option<Prepared>,
    /// What happens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub happens: Option<Happens>,
    /// Whether the VPN may be left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub past_vpn: Option<LeaveVpn>,
    /// What the screen says, or the error number it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub screen: Option<String>,
}

impl Told {
    /// With one answer more: the field and the value as they stand in the JSON of the answers. Unknown ones change nothing.
    #[must_use]
    pub fn with(&self, field: &str, value: &str) -> Self {
        let mut tree = serde_json::to_value(self).unwrap_or_default();
        tree[field] = value.into();
        serde_json::from_value(tree).unwrap_or_else(|_| self.clone())
    }

    /// Whether a field is answered.
    pub fn has(&self, field: &str) -> bool {
        serde_json::to_value(self).is_ok_and(|tree| !tree[field].is_null())
    }
}
