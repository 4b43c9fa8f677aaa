//! The message on the screen: whose side it is on, and what to do. Known texts and codes as data, and a forgiving search.

pub mod advice;
pub mod languages;
mod matching;
mod messages;
mod names;
mod normal;
mod pattern;
mod prepared;
mod symptoms;

pub use matching::{Found, Match, find};
pub use messages::ALL;
pub use names::program_in;
pub use symptoms::{By, Recognised, Symptom, recognise};

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
    /// A program that is not Apple's.
    Program,
    /// The account: its password, its lock, its terms.
    Account,
    /// Nothing is wrong.
    Nobody,
}

impl Side {
    /// Stable, for scripts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Apple => "apple",
            Self::Carrier => "carrier",
            Self::Mac => "mac",
            Self::Program => "program",
            Self::Account => "account",
            Self::Nobody => "nobody",
        }
    }

    /// As a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Apple => "Apple\u{2019}s server decides this, not your Mac.",
            Self::Carrier => "Your carrier decides this, not your Mac and not Apple.",
            Self::Mac => "This is about this Mac or its network.",
            Self::Program => "This is about the program that asks, not your Mac.",
            Self::Account => "This is about the account, not your Mac.",
            Self::Nobody => "Nothing is wrong.",
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
        for message in ALL {
            assert_eq!(ALL.iter().filter(|other| other.id == message.id).count(), 1, "{} twice", message.id);
            assert!(!message.todo.is_empty() && message.means.ends_with('.'), "{}", message.id);
            assert!(!message.texts.is_empty() || !message.codes.is_empty(), "{}", message.id);
            for code in message.codes {
                assert_eq!(ALL.iter().filter(|other| other.codes.contains(code)).count(), 1, "{code} twice");
            }
            for text in message.todo.iter().chain([&message.means]) {
                assert!(!text.contains('\''), "{}: {text}", message.id);
            }
        }
    }
}
