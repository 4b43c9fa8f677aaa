//! The message on the screen, or what somebody says of it: whose side it is on, and what to do. Known texts, error numbers and
//! symptoms as data, and a forgiving search.

pub mod advice;
mod digits;
mod find;
pub mod languages;
mod matching;
mod messages;
mod names;
mod normal;
mod numbers;
mod pattern;
mod prepared;
#[cfg(test)]
mod said;
mod spoken;
mod stranger;
mod symptom;
mod symptoms;
pub mod topics;

pub use digits::{MASK, without_codes};
pub use find::{Match, Understood, find, understand};
pub use messages::{all, by_id, by_number};
pub use symptom::Symptom;
pub use symptoms::{By, Recognised, recognise};

use crate::{Certainty, Fix};

/// Who decides what a message says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Apple's servers.
    Apple,
    /// The phone company.
    Carrier,
    /// This Mac, or its network.
    Mac,
    /// Another device of the reader's: its passcode, its SIM.
    Device,
    /// A program that is not Apple's.
    Program,
    /// The account: its password, its lock, its terms.
    Account,
    /// Nothing is wrong.
    Nobody,
    /// Somebody who wants the code.
    Fraud,
    /// That alone does not tell.
    Open,
}

impl Side {
    /// Stable, for scripts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Apple => "apple",
            Self::Carrier => "carrier",
            Self::Mac => "mac",
            Self::Device => "device",
            Self::Program => "program",
            Self::Account => "account",
            Self::Nobody => "nobody",
            Self::Fraud => "fraud",
            Self::Open => "open",
        }
    }

    /// As a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Apple => "Apple\u{2019}s server decides this, not your Mac.",
            Self::Carrier => "Your carrier decides this, not your Mac and not Apple.",
            Self::Mac => "This is about this Mac or its network.",
            Self::Device => "That device decides this, not your Mac and not your account.",
            Self::Program => "This is about the program that asks, not your Mac.",
            Self::Account => "This is about the account, not your Mac.",
            Self::Nobody => "Nothing is wrong.",
            Self::Fraud => "That is fraud. Give nobody the code.",
            Self::Open => "That can have several reasons; the likeliest come first.",
        }
    }
}

/// A message that Apple's or another program's screen shows.
#[derive(Debug)]
pub struct Message {
    /// Stable, for scripts.
    pub id: &'static str,
    /// The wording, the best known first. Apple changes words; these are the ones that were seen.
    pub texts: &'static [&'static str],
    /// The numbers that come with it.
    pub codes: &'static [i32],
    /// Who decides it.
    pub side: Side,
    /// What it means.
    pub means: &'static str,
    /// What to do, in order.
    pub todo: &'static [&'static str],
    /// The fix with the steps for this Mac.
    pub fix: &'static Fix,
    /// How well this is known.
    pub certainty: Certainty,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_whole() {
        for message in all() {
            assert_eq!(all().filter(|other| other.id == message.id).count(), 1, "{} twice", message.id);
            assert!((1..=5).contains(&message.todo.len()) && message.means.ends_with('.'), "{}", message.id);
            let symptom = Symptom::ALL.iter().any(|symptom| symptom.word() == message.id);
            assert!(symptom || !message.texts.is_empty() || !message.codes.is_empty(), "{}", message.id);
            for code in message.codes {
                assert_eq!(all().filter(|other| other.codes.contains(code)).count(), 1, "{code} twice");
            }
            for text in message.todo.iter().chain([&message.means]) {
                assert!(!text.contains('\'') && text.ends_with('.'), "{}: {text}", message.id);
                assert!(text.chars().count() < 260, "{}: {text}", message.id);
            }
        }
    }

    #[test]
    fn every_symptom_has_its_answer() {
        for symptom in Symptom::ALL {
            assert!(by_id(symptom.word()).is_some(), "{symptom:?}");
        }
    }

    /// What can lock somebody out is never advised, and nothing sends people in a circle.
    #[test]
    fn the_answers_are_safe() {
        for message in all() {
            for text in message.todo {
                let lower = text.to_lowercase();
                for never in ["sign out of", "erase", "turn two-factor authentication off", "reset default keychains"] {
                    assert!(!lower.contains(never), "{}: {text}", message.id);
                }
                assert!(!lower.contains("remove the old number") && !lower.contains("trust the certificate"), "{text}");
            }
        }
        let fraud = by_id(Symptom::SomebodyAsks.word()).unwrap();
        let text = [fraud.means, &fraud.todo.join(" ")].concat().to_lowercase();
        for way in
            ["get verification code", "get a code", "make a code", "didn\u{2019}t get", "request", "text or a call"]
        {
            assert!(!text.contains(way), "how to get a code: {way}");
        }
    }
}
