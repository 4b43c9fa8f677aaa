//! From what only the person knows and what the Mac shows to a plan of at most five steps.

mod plan;

pub use plan::{AFTERWARDS, Plan, Step, plan};

use serde::{Deserialize, Serialize};

/// Where the person is signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Apple's own screen or website.
    Apple,
    /// A program that is not Apple's.
    Program,
}

/// Yes, no, or not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// How it stands with the trusted number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Number {
    /// Mine, and texts with codes from others arrive.
    Works,
    /// Mine, but such texts do not arrive.
    NoTexts,
    /// Mine, and the phone lost its service all of a sudden.
    NoService,
    /// No longer mine.
    Gone,
}

/// Whose account it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// A person's own.
    Personal,
    /// A company's or school's.
    Work,
    /// A child's, in a family.
    Child,
}

/// What the person said. Everything may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Told {
    /// Where.
    #[serde(rename = "where")]
    pub place: Option<Place>,
    /// What the screen says, or the code it shows.
    pub screen: Option<String>,
    /// Whether the account uses a security key or a passkey.
    pub security_key: Option<Known>,
    /// Whether another device is signed in with the same account.
    pub other_device: Option<Known>,
    /// The trusted number.
    pub number: Option<Number>,
    /// Whose account.
    pub account: Option<Owner>,
}
