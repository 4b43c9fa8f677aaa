//! macOS's own log, as `log show --style ndjson` prints it: one object a line, at the end `{"count":123,"finished":1}`.
//!
//! A line may hold anything: names, numbers, addresses, what somebody wrote. Kept of it are the process, an error's domain
//! and code or the name of a form that is known, how often, and when last. Nothing else ever leaves this file: processes and
//! domains are replaced by our own words for them, a code has at most five digits (Apple's verification codes have six), and
//! a time is a number.

use crate::explain;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use time::OffsetDateTime;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

/// What is kept of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaemonLog {
    /// What was found, by process.
    #[serde(default)]
    pub traces: Vec<Trace>,
    /// Whether it was read to its end.
    #[serde(default)]
    pub whole: bool,
}

/// Lines of one process that say the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// One of [`PROCESSES`].
    pub process: String,
    /// What they say.
    pub says: Says,
    /// How many there are.
    pub count: u32,
    /// When the last was written: milliseconds since 1970 UTC by the Mac's own clock.
    pub last: i64,
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// An error of a known domain, or with a number that is known.
    Error {
        /// One of [`DOMAINS`], or [`ANOTHER`].
        domain: String,
        /// Its number.
        code: i32,
    },
    /// A known form.
    Form(Form),
}

/// What lines of a known form say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// apsd reached a courier. Seen on macOS 26 (Der Flounder, 2026-08-29).
    Connected,
    /// The screen was unlocked and the login keychain was not. Seen on macOS 14 (secretive 378).
    KeychainShut,
    /// iCloud waits until somebody accepts its terms. Seen in 2020 (tact 42).
    Terms,
    /// An error that does not say which.
    Unnamed,
}

/// The daemons that codes, sign-in and the account hang on, and the screens that ask for a code.
pub const PROCESSES: &[&str] = &[
    "apsd",
    "akd",
    "AuthKitUIService",
    "AppleIDSettings",
    "AppleAccountSettings",
    "accountsd",
    "identityservicesd",
    "imagent",
    "cloudd",
    "loginwindow",
];

/// The domains whose numbers Apple documents (NSURLError.h, CFNetworkErrors.h, SecBase.h, errno.h, ACError.h, CKError.h), and
/// some that are known from logs.
pub const DOMAINS: &[&str] = &[
    "NSURLErrorDomain",
    "kCFErrorDomainCFNetwork",
    "NSPOSIXErrorDomain",
    "NSOSStatusErrorDomain",
    "kCFStreamErrorDomainSSL",
    "com.apple.accounts",
    "CKErrorDomain",
    "AKAuthenticationError",
    "com.apple.MobileActivation.ErrorDomain",
];

/// Stands for every other domain. Of those, only the numbers are kept that `codesent explain` knows.
pub const ANOTHER: &str = "another";

/// More different ones than these say nothing new.
const MOST_TRACES: usize = 200;
/// A verification code has six.
const MOST_DIGITS: usize = 5;

/// The part of a line that is looked at.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    #[serde(default)]
    process_image_path: String,
    #[serde(default)]
    timestamp: String,
    #[serde(default)]
    event_message: Option<String>,
    #[serde(default)]
    message_type: Option<String>,
    #[serde(default)]
    finished: Option<u8>,
}

/// Makes of lines, one after the other, what is kept of them.
#[derive(Debug, Default)]
pub struct Reduction {
    traces: BTreeMap<(&'static str, Says), (u32, i64)>,
    whole: bool,
    lines: u64,
}

impl Reduction {
    /// Takes one line.
    pub fn line(&mut self, text: &str) {
        let Ok(line) = serde_json::from_str::<Line>(text) else { return };
        if line.finished.is_some() {
            self.whole = true;
            return;
        }
        let Some(last) = milliseconds(&line.timestamp) else { return };
        self.lines += 1;
        let Some(process) = process(&line.process_image_path) else { return };
        let Some(says) = says(process, &line) else { return };
        let full = self.traces.len() >= MOST_TRACES;
        let key = (process, says);
        if full && !self.traces.contains_key(&key) {
            return;
        }
        let (count, latest) = self.traces.entry(key).or_insert((0, last));
        *count = count.saturating_add(1);
        *latest = last.max(*latest);
    }

    /// How many lines of the log were read.
    pub fn lines(&self) -> u64 {
        self.lines
    }

    /// What is kept.
    pub fn kept(&self) -> DaemonLog {
        let trace = |((process, says), (count, last)): (&(&'static str, Says), &(u32, i64))| Trace {
            process: (*process).into(),
            says: says.clone(),
            count: *count,
            last: *last,
        };
        DaemonLog { traces: self.traces.iter().map(trace).collect(), whole: self.whole }
    }
}

/// Our own word for the program at this path.
fn process(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next()?;
    PROCESSES.iter().copied().find(|known| *known == name)
}

const TIME: &[BorrowedFormatItem<'_>] = format_description!(
    "[year]-[month]-[day] [hour]:[minute]:[second].[subsecond][offset_hour sign:mandatory][offset_minute]"
);

/// `2026-05-07 19:48:34.701580-0500`.
fn milliseconds(text: &str) -> Option<i64> {
    let moment = OffsetDateTime::parse(text, TIME).ok()?;
    i64::try_from(moment.unix_timestamp_nanos() / 1_000_000).ok()
}

fn says(process: &str, line: &Line) -> Option<Says> {
    let message = line.event_message.as_deref().unwrap_or_default();
    match process {
        "apsd" if message.contains("Connected to courier ") => return Some(Says::Form(Form::Connected)),
        "loginwindow" => {
            let shut = message.contains("did NOT unlock the user's keychain");
            return shut.then_some(Says::Form(Form::KeychainShut));
        }
        "cloudd" if message.contains("needs to verify new terms") => return Some(Says::Form(Form::Terms)),
        _ => {}
    }
    match error(message) {
        Some((domain, code)) => Some(Says::Error { domain: domain.into(), code }),
        None => matches!(line.message_type.as_deref(), Some("Error" | "Fault")).then_some(Says::Form(Form::Unnamed)),
    }
}

/// The first error of a known domain, else the first number that is known.
fn error(message: &str) -> Option<(&'static str, i32)> {
    let named: Vec<(&str, i32)> = message.split("Error Domain=").skip(1).filter_map(named).collect();
    let known = named.iter().find_map(|(domain, code)| Some((known_domain(domain)?, *code)));
    known.or_else(|| bare(message)).or_else(|| {
        let (_, code) = named.iter().find(|(_, code)| explain::by_number(*code).is_some())?;
        Some((ANOTHER, *code))
    })
}

/// `NSURLErrorDomain Code=-1003 "…`.
fn named(rest: &str) -> Option<(&str, i32)> {
    let (domain, rest) = rest.split_once(' ')?;
    Some((domain, number(rest.strip_prefix("Code=")?)?))
}

fn known_domain(name: &str) -> Option<&'static str> {
    DOMAINS.iter().copied().find(|known| *known == name)
}

/// Numbers that stand without their domain, in lines of CFNetwork and of the network library.
fn bare(message: &str) -> Option<(&'static str, i32)> {
    const FORMS: &[(&str, &str)] = &[
        ("HTTP load failed, 0/0 bytes (error code: ", "NSURLErrorDomain"),
        (" finished with error [", "NSURLErrorDomain"),
        ("Socket SO_ERROR [", "NSPOSIXErrorDomain"),
        ("CFNetwork SSLHandshake failed (", "NSOSStatusErrorDomain"),
    ];
    FORMS.iter().find_map(|(form, domain)| Some((*domain, number(message.split_once(form)?.1)?)))
}

/// A number as it is written; none where it has more digits than an error's.
fn number(text: &str) -> Option<i32> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    // What goes on with letters, dots or an @ is no number.
    let ends = digits[length..].chars().next().is_none_or(|next| " :]),;}\"\n".contains(next));
    let plain = length == 1 || !digits.starts_with('0');
    if !(1..=MOST_DIGITS).contains(&length) || !ends || !plain {
        return None;
    }
    text[..text.len() - digits.len() + length].parse().ok()
}

#[cfg(test)]
mod tests;
