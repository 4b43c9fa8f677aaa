//! Whether iMessage and FaceTime have a registered account, and why not. Both groups judge the same way.
//!
//! Never more than a warning: codes do not travel over either service. What a failed registration shares with them is
//! push and the account, so it is a hint, and only that.

use crate::fix::account as fixes;
use crate::preferences::{ACCOUNTS, FACETIME, IDENTITY_SERVICES, IMESSAGE};
use crate::preferences::{FACETIME_BEFORE_10_9, FACETIME_BEFORE_10_12, IMESSAGE_BEFORE_10_9, IMESSAGE_BEFORE_10_12};
use crate::read::accounts;
use crate::read::dates::day;
use crate::read::identity_services::{self, Account, CONTINUITY, IdentityServices, State, Trouble};
use crate::read::wording::on_one_line;
use crate::{Answers, Culprit, Domain, Miss, Question, Reason, Verdict, Version, info, pass, unknown, warn};
use serde_json::Value;

/// A service that an Apple Account registers for.
#[derive(Debug)]
pub struct Service {
    /// Its name.
    pub name: &'static str,
    /// Its push topic in the identity services' record.
    pub topic: &'static str,
    /// The file with the two lists of accounts.
    pub lists: &'static Domain,
    /// Where older systems keep what [`IDENTITY_SERVICES`] says; the first that exists counts.
    pub older: &'static [&'static Domain],
}

/// iMessage.
pub const MESSAGES_SERVICE: Service = Service {
    name: "iMessage",
    topic: identity_services::IMESSAGE,
    lists: &IMESSAGE,
    older: &[&IMESSAGE_BEFORE_10_12, &IMESSAGE_BEFORE_10_9],
};

/// FaceTime.
pub const FACETIME_SERVICE: Service = Service {
    name: "FaceTime",
    topic: identity_services::FACETIME,
    lists: &FACETIME,
    older: &[&FACETIME_BEFORE_10_12, &FACETIME_BEFORE_10_9],
};

/// The accounts that Messages itself lists.
pub const MESSAGES_LISTS: &[Question] = &[Question::Preferences(&IMESSAGE)];
/// What is on record of iMessage.
pub const MESSAGES_RECORD: &[Question] = &[
    Question::Preferences(&IDENTITY_SERVICES),
    Question::Preferences(&IMESSAGE_BEFORE_10_12),
    Question::Preferences(&IMESSAGE_BEFORE_10_9),
];

/// The accounts that FaceTime itself lists.
pub const FACETIME_LISTS: &[Question] = &[Question::Preferences(&FACETIME)];
/// What is on record of FaceTime.
pub const FACETIME_RECORD: &[Question] = &[
    Question::Preferences(&IDENTITY_SERVICES),
    Question::Preferences(&FACETIME_BEFORE_10_12),
    Question::Preferences(&FACETIME_BEFORE_10_9),
];

/// Whether iCloud is signed in.
pub const ICLOUD: &[Question] = &[Question::Preferences(&ACCOUNTS)];

/// What the identity services have on record. Of the files of older systems the first that exists counts, and only where
/// macOS may be that old (a home folder from elsewhere always may): leftovers of an upgrade say nothing about today.
pub fn record(answers: &Answers, service: &Service) -> Result<IdentityServices, Miss> {
    let current = answers.preferences(&IDENTITY_SERVICES).and_then(IdentityServices::from_tree);
    match &current {
        Ok(found) if found.stored => return current,
        Ok(_) | Err(Miss::NotHere) => {}
        Err(_) => return current,
    }
    let may_be_old = answers.macos().is_none_or(|version| version < Version::new(10, 12));
    if may_be_old || answers.run().rerooted {
        for domain in service.older {
            match answers.preferences(domain) {
                Err(Miss::NotHere) => {}
                other => return IdentityServices::from_tree(other?),
            }
        }
    }
    current
}

/// Whether an account is listed as registered. None where the file does not exist or states neither list.
pub fn listed(answers: &Answers, service: &Service) -> Result<Option<bool>, Miss> {
    let tree = match answers.preferences(service.lists) {
        Err(Miss::NotHere) => return Ok(None),
        other => other?,
    };
    let count = |key: &str| tree.get(key).and_then(Value::as_array).map(Vec::len);
    Ok(match (count("ActiveAccounts"), count("OnlineAccounts")) {
        (None, None) => None,
        (active, online) => Some(active.unwrap_or(0) + online.unwrap_or(0) > 0),
    })
}

/// Whether iCloud is signed in, where that could be read.
pub fn icloud(answers: &Answers) -> Option<bool> {
    match answers.preferences(&ACCOUNTS) {
        Err(Miss::NotHere) => Some(false),
        other => Some(!accounts::signed_in(other.ok()?).ok()?.is_empty()),
    }
}

/// What [`judge`] can say.
pub const REASONS: &[Reason] = &[
    Reason::warn("stale"),
    Reason::warn("on-the-way"),
    Reason::warn("icloud-only"),
    Reason::warn("not-registered"),
    Reason::info("not-registered"),
    Reason::info("turned-off"),
    Reason::info("signed-out"),
    Reason::info("inactive"),
    Reason::info("not-used"),
    Reason::info("never-used"),
];

/// What [`why`] can say.
pub const WHY_REASONS: &[Reason] = &[
    Reason::warn("on-the-way"),
    Reason::warn("unregistered"),
    Reason::warn("no-connection"),
    Reason::warn("connection"),
    Reason::warn("refused").normal(
        "Apple refuses iMessage or FaceTime here, which only Apple Support can lift (codes do not travel over them)",
    ),
    Reason::warn("password"),
    Reason::warn("too-many"),
    Reason::warn("number"),
    Reason::warn("contact-key"),
    Reason::warn("failed"),
    Reason::info("turned-off"),
    Reason::info("signed-out"),
    Reason::info("not-used"),
    Reason::info("never-used"),
    Reason::unknown("unclear"),
];

/// Whether the service is registered: by its own lists, and by the identity services' record where there is one.
pub fn judge(answers: &Answers, service: &Service) -> Result<Verdict, Miss> {
    let listed = listed(answers, service)?;
    let record = record(answers, service);
    let account = record.as_ref().ok().and_then(|record| record.account(service.topic));
    let known = record.as_ref().is_ok_and(|record| record.stored);
    Ok(match (listed, account.map(Account::state)) {
        (Some(true), None | Some(State::Registered | State::Unclear)) | (None, Some(State::Registered)) => {
            pass("registered")
        }
        // Seen once, on 10.10: the lists kept the account of a registration that was over.
        (Some(true), Some(State::OnTheWay | State::Unregistered)) => {
            warn("an account is set up, but is not registered now").reason("stale")
        }
        (_, Some(_)) if account.is_some_and(|account| account.turned_off == Some(true)) => {
            info("turned off on this Mac").reason("turned-off")
        }
        (_, Some(State::Failed(_))) if ended_with_sign_out(answers, account) => {
            info("ended when the account was signed out").reason("signed-out")
        }
        (_, Some(State::Failed(trouble))) => {
            let explained = record.as_ref().ok().and_then(|record| failed(trouble, record, service).fix);
            explained.into_iter().fold(not_registered(answers), Verdict::fix)
        }
        (Some(false), Some(State::Registered)) => info("known to Apple, but not in use here").reason("inactive"),
        (_, Some(State::OnTheWay)) => warn("still registering").reason("on-the-way"),
        (None, None) if !known && answers.preferences(service.lists).is_ok() => {
            return Err(Miss::Unreadable("the file names no accounts".into()));
        }
        (_, None) if known || icloud(answers) != Some(true) => unused(answers, service, listed),
        (Some(false), _) => not_registered(answers),
        (None, _) => unused(answers, service, listed),
    })
}

fn not_registered(answers: &Answers) -> Verdict {
    if icloud(answers) == Some(true) {
        warn("not registered, though iCloud is signed in").reason("icloud-only").fix(&fixes::SIGN_IN_SERVICE)
    } else {
        warn("no account is registered").reason("not-registered")
    }
}

fn unused(answers: &Answers, service: &Service, listed: Option<bool>) -> Verdict {
    match (icloud(answers), listed) {
        (Some(true), _) => info("not used here; iCloud is signed in").reason("not-used"),
        (_, Some(_)) => info("no account is registered").reason("not-registered"),
        (_, None) => info(format!("{} was never used here", service.name)).reason("never-used"),
    }
}

/// A failure of a Mac that is signed out, after a registration that had worked, with the error seen after a sign-out
/// (17, macOS 14.3).
fn ended_with_sign_out(answers: &Answers, account: Option<&Account>) -> bool {
    account.is_some_and(|account| account.internal_error == Some(17) && account.ever_registered == Some(true))
        && icloud(answers) == Some(false)
}

/// Why the service is not registered.
pub fn why(answers: &Answers, service: &Service) -> Result<Verdict, Miss> {
    let record = match record(answers, service) {
        Err(Miss::NotHere) => return Ok(info("no registration is on record").reason("never-used")),
        other => other?,
    };
    let Some(account) = record.account(service.topic) else {
        return Ok(with_account(info("no registration is on record").reason("not-used"), &record));
    };
    let verdict = match account.state() {
        State::Registered => match account.succeeded.and_then(day) {
            Some(day) => pass(format!("registered, last renewed {day}")),
            None => pass("registered"),
        },
        _ if account.turned_off == Some(true) => info("turned off on this Mac").reason("turned-off"),
        State::OnTheWay => warn("still registering; run codesent again in a minute").reason("on-the-way"),
        State::Unregistered => warn("not registered now; macOS says it will try").reason("unregistered"),
        State::Unclear => unknown("macOS itself does not know the state").reason("unclear"),
        State::Failed(_) if ended_with_sign_out(answers, Some(account)) => {
            info("ended when the account was signed out").reason("signed-out")
        }
        State::Failed(trouble) => failed(trouble, &record, service),
    };
    Ok(with_account(details(verdict, account), &record))
}

/// What the account's own services were refused with: Apple Support needs the number, whichever service it is of.
fn with_account(verdict: Verdict, record: &IdentityServices) -> Verdict {
    match record.account(CONTINUITY).and_then(Account::numbers) {
        Some(numbers) => verdict.evidence("error of the account\u{2019}s own services", numbers),
        None => verdict,
    }
}

fn failed(trouble: Trouble, record: &IdentityServices, service: &Service) -> Verdict {
    let tally = record.tally();
    let account_works = record.account(CONTINUITY).is_some_and(|account| account.state() == State::Registered);
    let verdict = match trouble {
        Trouble::Connection if tally.connection > 1 && tally.registered + tally.failed == 0 => {
            warn("no service could reach Apple").reason("no-connection").fix(&fixes::REACH_APPLE)
        }
        Trouble::Connection => {
            warn("Apple was not reached, or had an error").reason("connection").fix(&fixes::REACH_APPLE)
        }
        Trouble::Refused if account_works || tally.registered > 0 => {
            warn(format!("Apple refuses {} here; the account works", service.name))
                .reason("refused")
                .culprit(Culprit::Product("Apple"))
                .fix(&fixes::APPLE_SUPPORT)
        }
        Trouble::Refused => warn(format!("Apple refuses {} on this Mac", service.name))
            .reason("refused")
            .culprit(Culprit::Product("Apple"))
            .fix(&fixes::APPLE_SUPPORT),
        Trouble::Credentials => warn("Apple wants the password again").reason("password").fix(&fixes::PASSWORD_AGAIN),
        Trouble::TooMany => warn("too many tries; Apple wants you to wait").reason("too-many").fix(&fixes::TRY_LATER),
        Trouble::Number => warn("the phone number could not be confirmed").reason("number"),
        Trouble::ContactKey => warn("the key for contact verification failed").reason("contact-key"),
        Trouble::Other if account_works => warn("registration failed; the account works").reason("failed"),
        Trouble::Other => warn("registration failed").reason("failed"),
    };
    let all = tally.registered + tally.failed + tally.connection + tally.waiting;
    verdict.evidence("services registered", format!("{} of {all}", tally.registered))
}

fn details(mut verdict: Verdict, account: &Account) -> Verdict {
    if let Some(numbers) = account.numbers() {
        verdict = verdict.evidence("error", numbers);
    }
    if let Some(alert) = &account.alert {
        // Masked when it was read; a recording may come from anywhere, so once more.
        let said = [on_one_line(&alert.title), on_one_line(&alert.body)].join(" ");
        verdict = verdict.evidence("Apple says", said.trim().to_owned());
    }
    if let Some(day) = account.succeeded.and_then(day) {
        verdict = verdict.evidence("last success", day);
    }
    match account.failed.and_then(day) {
        Some(day) => verdict.evidence("last failure", day),
        None => verdict,
    }
}

#[cfg(test)]
mod tests;
