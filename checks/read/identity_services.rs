//! What the identity services daemon says of each service's registration, without anything that names a person.
//!
//! Since macOS 10.12 `com.apple.identityservicesd.plist` holds it under `services`: gzip around a binary property list,
//! one dictionary a push topic. Up to 10.11 each service had a file of its own with the same shape, and 10.7 and 10.8
//! had `com.apple.imservice.*`. Meaning of the numbers: read off files of macOS 10.9 to 14.3, see [`Account`].

use super::plist::{MAX_BYTES, data, tree};
use crate::Miss;
use flate2::bufread::GzDecoder;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::io::Read;

/// iMessage.
pub const IMESSAGE: &str = "com.apple.madrid";
/// Text messages passed on from an iPhone.
pub const TEXT_FORWARDING: &str = "com.apple.private.alloy.sms";
/// FaceTime.
pub const FACETIME: &str = "com.apple.ess";
/// FaceTime's own parts.
pub const FACETIME_PARTS: [&str; 4] = [
    "com.apple.private.ac",
    "com.apple.private.alloy.facetime.multi",
    "com.apple.private.alloy.facetime.audio",
    "com.apple.private.alloy.facetime.video",
];
/// Continuity between one person's devices: when it is registered, the account itself can register.
pub const CONTINUITY: &str = "com.apple.private.alloy.multiplex1";

/// How many accounts of a service are looked at.
const MAX_ACCOUNTS: usize = 64;

/// The registration of every service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct IdentityServices {
    /// Whether the file holds a store of services. A Mac that never signed in has none.
    pub stored: bool,
    /// The accounts of the services worth knowing, by push topic.
    pub topics: BTreeMap<String, Vec<Account>>,
    /// All other services together (a Mac has about seventy).
    pub others: Tally,
}

/// One account of one service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Account {
    /// `Registration.Status`: -1 failed, 0 unknown, 1 unregistered, 2 to 4 on the way, 5 registered.
    pub status: Option<i64>,
    /// `Registration.ErrorCode`, the coarse one. -1 is none.
    pub error: Option<i64>,
    /// `Registration.InternalErrorCode`, the fine one. -1 is none.
    pub internal_error: Option<i64>,
    /// The alert Apple's server sent along, with everything that could name a person masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<Alert>,
    /// `Profile.Status`: 3 is validated.
    pub profile: Option<i64>,
    /// How many addresses and numbers it can be reached at.
    pub aliases: usize,
    /// How many of those are validated (status 3).
    pub validated: usize,
    /// Whether it ever registered.
    pub ever_registered: Option<bool>,
    /// Whether the user turned it off.
    pub turned_off: Option<bool>,
    /// The last success, in seconds since 1970.
    pub succeeded: Option<i64>,
    /// The last failure.
    pub failed: Option<i64>,
    /// `RegistrationFailureError` of that failure, counted like the fine error.
    pub failure_error: Option<i64>,
}

/// Apple's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Alert {
    /// The headline.
    pub title: String,
    /// The text under it.
    pub body: String,
}

/// How the other services fare.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tally {
    /// Registered.
    pub registered: usize,
    /// Failed because Apple's server could not be reached or had an error.
    pub connection: usize,
    /// Failed for another reason.
    pub failed: usize,
    /// Neither.
    pub waiting: usize,
}

impl Tally {
    fn count(&mut self, account: &Account) {
        match account.state() {
            State::Registered => self.registered += 1,
            State::Failed(Trouble::Connection) => self.connection += 1,
            State::Failed(_) => self.failed += 1,
            _ => self.waiting += 1,
        }
    }
}

/// Where a registration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Works.
    Registered,
    /// Does not, and the daemon says why.
    Failed(Trouble),
    /// Not finished.
    OnTheWay,
    /// Not registered now.
    Unregistered,
    /// The daemon itself does not know, or uses a number nobody has explained.
    Unclear,
}

/// Why a registration failed. The groups are those of the daemon's own repair code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Apple's server could not be reached or had an error; the daemon tries again.
    Connection,
    /// The server wants the person to sign in again.
    Credentials,
    /// Too many tries.
    TooMany,
    /// The phone number could not be confirmed by a text message.
    Number,
    /// The key for contact key verification.
    ContactKey,
    /// Apple's server said no and sent an alert for the person.
    Refused,
    /// Anything else.
    Other,
}

impl Account {
    /// Where it stands.
    pub fn state(&self) -> State {
        match self.status {
            Some(5) => State::Registered,
            Some(-1) => State::Failed(self.trouble()),
            Some(2..=4) => State::OnTheWay,
            Some(1) => State::Unregistered,
            _ => State::Unclear,
        }
    }

    fn trouble(&self) -> Trouble {
        if self.alert.is_some() || self.error == Some(20) {
            return Trouble::Refused;
        }
        // The failure's own number may be of a failure long past: the registration's goes first.
        let fine = self.internal_error.filter(|&code| code != -1).or(self.failure_error);
        match fine {
            Some(7 | 8 | 9 | 44 | 45 | 46) => Trouble::Connection,
            Some(10 | 11) => Trouble::Credentials,
            Some(30) => Trouble::TooMany,
            Some(3..=6) => Trouble::Number,
            Some(47..=49) => Trouble::ContactKey,
            _ => Trouble::Other,
        }
    }

    /// `14/0`: the coarse and the fine error number, as support people quote them.
    pub fn codes(&self) -> Option<String> {
        let one = |code: Option<i64>| code.map_or_else(|| "-".into(), |code| code.to_string());
        (self.error.is_some() || self.internal_error.is_some())
            .then(|| format!("{}/{}", one(self.error), one(self.internal_error)))
    }

    /// Every number of a registration that does not work: both codes, and that of its last failure where it is another.
    pub fn numbers(&self) -> Option<String> {
        if self.state() == State::Registered {
            return None;
        }
        let last = self.failure_error.filter(|code| *code != -1 && Some(*code) != self.internal_error);
        match (self.codes(), last) {
            (Some(codes), Some(last)) => Some(format!("{codes}, last failure {last}")),
            (None, Some(last)) => Some(format!("last failure {last}")),
            (codes, None) => codes,
        }
    }
}

impl IdentityServices {
    /// From an answer.
    pub fn from_tree(tree: &Value) -> Result<Self, Miss> {
        Self::deserialize(tree).map_err(|_| Miss::Unreadable("the record of services has another form".into()))
    }

    /// The account of a service that says most about it: a registered one, else one that failed, else one on the way.
    pub fn account(&self, topic: &str) -> Option<&Account> {
        self.topics.get(topic)?.iter().min_by_key(|account| match account.state() {
            State::Registered => 0,
            State::Failed(_) => 1,
            State::OnTheWay => 2,
            State::Unregistered => 3,
            State::Unclear => 4,
        })
    }

    /// All services together.
    pub fn tally(&self) -> Tally {
        let mut tally = self.others.clone();
        self.topics.values().flatten().for_each(|account| tally.count(account));
        tally
    }
}

/// `com.apple.identityservicesd.plist`.
pub fn decode(bytes: &[u8]) -> Result<Value, Miss> {
    let file = tree(bytes)?;
    let Some(file) = file.as_object() else { return Err(unreadable("the record of services has another form")) };
    let services = match file.get("services") {
        None => return as_tree(&IdentityServices::default()),
        Some(stored) => match data(stored) {
            Some(packed) => unpack(&packed)?,
            None => stored.clone(),
        },
    };
    let services = services.as_object().ok_or_else(|| unreadable("the record of services has another form"))?;
    let mut found = IdentityServices { stored: true, ..IdentityServices::default() };
    for (name, service) in services {
        let topic = name.strip_prefix("com.apple.ids.service.").unwrap_or(name);
        let accounts = accounts(service);
        match [IMESSAGE, TEXT_FORWARDING, FACETIME, CONTINUITY].iter().chain(&FACETIME_PARTS).find(|one| **one == topic)
        {
            Some(known) => {
                found.topics.insert((*known).into(), accounts);
            }
            None => accounts.iter().for_each(|account| found.others.count(account)),
        }
    }
    as_tree(&found)
}

/// The iMessage file of macOS up to 10.11.
pub fn decode_imessage(bytes: &[u8]) -> Result<Value, Miss> {
    decode_one(bytes, IMESSAGE)
}

/// The FaceTime file of macOS up to 10.11.
pub fn decode_facetime(bytes: &[u8]) -> Result<Value, Miss> {
    decode_one(bytes, FACETIME)
}

fn decode_one(bytes: &[u8], topic: &str) -> Result<Value, Miss> {
    let service = tree(bytes)?;
    if !service.is_object() {
        return Err(unreadable("the record of the service has another form"));
    }
    let topics = BTreeMap::from([(topic.into(), accounts(&service))]);
    as_tree(&IdentityServices { stored: true, topics, ..IdentityServices::default() })
}

/// The property list inside the gzip, or the property list itself where a system does not pack it.
fn unpack(packed: &[u8]) -> Result<Value, Miss> {
    if !packed.starts_with(&[0x1f, 0x8b]) {
        return tree(packed);
    }
    let mut plain = Vec::new();
    // One byte more than allowed, to tell "exactly full" from "cut off": what is longer is never unpacked.
    let limit = MAX_BYTES as u64 + 1;
    GzDecoder::new(packed)
        .take(limit)
        .read_to_end(&mut plain)
        .map_err(|_| unreadable("the record of services is damaged"))?;
    tree(&plain)
}

fn accounts(service: &Value) -> Vec<Account> {
    let accounts = service.get("Accounts").and_then(Value::as_object);
    accounts.map(|accounts| accounts.values().filter_map(account).take(MAX_ACCOUNTS).collect()).unwrap_or_default()
}

fn account(tree: &Value) -> Option<Account> {
    let fields = tree.as_object()?;
    let registration = fields.get("Registration").and_then(Value::as_object);
    let code = |name: &str| registration.and_then(|map| number(map, name));
    let aliases = fields.get("Aliases").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let valid = |alias: &&Value| alias.get("Status").and_then(Value::as_i64) == Some(3);
    Some(Account {
        status: code("Status"),
        error: code("ErrorCode"),
        internal_error: code("InternalErrorCode"),
        alert: registration.and_then(|map| alert(map.get("AlertInfo")?)),
        profile: fields.get("Profile").and_then(Value::as_object).and_then(|map| number(map, "Status")),
        aliases: aliases.len(),
        validated: aliases.iter().filter(valid).count(),
        ever_registered: fields.get("HasEverRegistered").and_then(Value::as_bool),
        turned_off: fields.get("UserDisabled").and_then(Value::as_bool),
        succeeded: fields.get("RegistrationSuccessDate").and_then(Value::as_i64),
        failed: fields.get("RegistrationFailureDate").and_then(Value::as_i64),
        failure_error: number(fields, "RegistrationFailureError"),
    })
}

/// A small number: states and error codes are; an account's or a device's identifier is not.
fn number(map: &Map<String, Value>, name: &str) -> Option<i64> {
    map.get(name)?.as_i64().filter(|number| (-1..=9999).contains(number))
}

fn alert(tree: &Value) -> Option<Alert> {
    let text = |name: &str| tree.get(name).and_then(Value::as_str).map(super::wording::masked).unwrap_or_default();
    let alert = Alert { title: text("title"), body: text("body") };
    (alert != Alert::default()).then_some(alert)
}

fn as_tree(found: &IdentityServices) -> Result<Value, Miss> {
    serde_json::to_value(found).map_err(|_| unreadable("the record of services has another form"))
}

fn unreadable(what: &str) -> Miss {
    Miss::Unreadable(what.into())
}

#[cfg(test)]
mod tests;
