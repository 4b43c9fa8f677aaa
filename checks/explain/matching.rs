//! Finding a message by what somebody typed or pasted: a part of it, with typing errors, with or without its number.

use super::{ALL, Message};
use std::collections::{BTreeMap, BTreeSet};

/// By what a message was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found {
    /// By its number.
    Code(i32),
    /// By its words. From 0 to 1: how much of them fits.
    Words(f64),
}

/// A message that fits.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// Which.
    pub message: &'static Message,
    /// How it was found.
    pub by: Found,
    /// The wording of it that fits best.
    pub text: Option<&'static str>,
}

impl Match {
    /// Whether it fits so loosely that it may be another one.
    #[must_use]
    pub fn is_loose(self) -> bool {
        self.score() < SURE
    }

    fn score(self) -> f64 {
        match self.by {
            Found::Code(_) => 2.0,
            Found::Words(score) => score,
        }
    }
}

/// The least that must fit.
const ENOUGH: f64 = 0.45;
/// With less than this it may well be another message, and it is said so.
const SURE: f64 = 0.75;
/// Others are shown only if they fit nearly as well as the best.
const NEARLY: f64 = 0.8;
const MOST: usize = 4;

/// The messages that fit `text`, best first, at most four. A number decides over words.
pub fn find(text: &str) -> Vec<Match> {
    let codes = codes_in(text);
    let wanted = words(text);
    let weights = Weights::of_all();
    let mut found: Vec<Match> =
        ALL.iter()
            .filter_map(|message| {
                let code = message.codes.iter().find(|code| codes.contains(&code.unsigned_abs()));
                let fits = message.texts.iter().map(|text| (weights.fit(&wanted, &words(text)), *text));
                let best = fits.fold((0.0, message.texts.first().copied()), |best, (fit, text)| {
                    if fit > best.0 { (fit, Some(text)) } else { best }
                });
                let by = code.map_or(Found::Words(best.0), |code| Found::Code(*code));
                Some(Match { message, by, text: best.1 }).filter(|it| it.score() >= ENOUGH)
            })
            .collect();
    found.sort_by(|one, other| other.score().total_cmp(&one.score()));
    let best = found.first().map_or(0.0, |first| first.score());
    found.retain(|it| it.score() >= best * NEARLY);
    found.truncate(MOST);
    found
}

/// Numbers of three to six digits that stand alone, without their sign: Apple's codes are negative, and the minus is a
/// hyphen, U+2212, a dash, or lost. Three digits are a code only where no other number is: they also begin phone numbers.
fn codes_in(text: &str) -> BTreeSet<u32> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let numbers: Vec<&str> = text
        .split(|letter| !is_part(letter))
        .filter(|part| part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    let short = if numbers.len() == 1 { 3 } else { 4 };
    numbers.into_iter().filter(|part| (short..=6).contains(&part.len())).filter_map(|part| part.parse().ok()).collect()
}

/// The words, lower-case, with apostrophes gone and what means the same made the same.
fn words(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().take(2000) {
        match letter {
            '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{b4}' | '`' => {}
            _ if letter.is_alphanumeric() => plain.extend(letter.to_lowercase()),
            _ => plain.push(' '),
        }
    }
    let plain = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
    let plain = [
        (" can not ", " cant "),
        (" cannot ", " cant "),
        (" apple id ", " apple account "),
        (" appleid ", " apple account "),
        (" could not ", " couldnt "),
        (" log in ", " sign in "),
        (" log out ", " sign out "),
    ]
    .iter()
    .fold(plain, |text, (from, to)| text.replace(from, to));
    plain.split_whitespace().filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit())).map(str::to_owned).collect()
}

/// How telling each word is: one that few messages have tells more.
struct Weights {
    /// In how many messages a word occurs.
    count: BTreeMap<String, u32>,
}

impl Weights {
    fn of_all() -> Self {
        let mut count: BTreeMap<String, u32> = BTreeMap::new();
        for message in ALL {
            let distinct: BTreeSet<String> = message.texts.iter().flat_map(|text| words(text)).collect();
            for word in distinct {
                *count.entry(word).or_default() += 1;
            }
        }
        Self { count }
    }

    fn weight(&self, word: &str) -> f64 {
        let messages = f64::from(u32::try_from(ALL.len()).unwrap_or(u32::MAX));
        let count = f64::from(self.count.get(word).copied().unwrap_or(1));
        (1.0 + messages / count).ln() * if FILL.contains(&word) { 0.25 } else { 1.0 }
    }

    /// How well two texts fit, from 0 to 1: by what they share, of both or, if enough is shared, of the shorter one.
    fn fit(&self, wanted: &[String], known: &[String]) -> f64 {
        let total = |list: &[String]| list.iter().map(|word| self.weight(word)).sum::<f64>();
        let (all_wanted, all_known) = (total(wanted), total(known));
        let mut free: Vec<&String> = known.iter().collect();
        let (mut shared, mut telling) = (0.0, 0);
        for word in wanted {
            if let Some(at) = free.iter().position(|other| alike(word, other)) {
                shared += self.weight(free.swap_remove(at));
                telling += usize::from(!FILL.contains(&word.as_str()));
            }
        }
        if all_wanted <= 0.0 || all_known <= 0.0 {
            return 0.0;
        }
        // One word alone says too little, unless it is the whole message.
        let most = known.iter().filter(|word| !FILL.contains(&word.as_str())).count();
        if telling < most.min(2) {
            return 0.0;
        }
        let both = 2.0 * shared / (all_wanted + all_known);
        let part = f64::max(shared / all_wanted, shared / all_known).min(1.0);
        let part = if telling >= 2 && part >= 0.75 { part * 0.9 } else { 0.0 };
        f64::max(both, part).min(1.0)
    }
}

/// Words that say little.
const FILL: &[&str] = &[
    "a", "an", "the", "to", "at", "this", "your", "you", "is", "be", "was", "for", "on", "in", "of", "or", "and", "it",
    "please", "have", "has", "been", "time", "error",
];

/// The same word, or one with a typing error or two.
fn alike(one: &str, other: &str) -> bool {
    let most = match one.chars().count().min(other.chars().count()) {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    };
    one == other || (most > 0 && distance(one, other, most) <= most)
}

/// How many letters must be changed, added, dropped or swapped with the next; more than `most` is `most + 1`.
fn distance(one: &str, other: &str, most: usize) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return most + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, against) in other.iter().enumerate() {
            let change = above[column] + usize::from(letter != against);
            let mut least = change.min(above[column + 1] + 1).min(line[column] + 1);
            if row > 0 && column > 0 && *letter == other[column - 1] && one[row - 1] == *against {
                least = least.min(before[column - 1] + 1);
            }
            line.push(least);
        }
        before = std::mem::replace(&mut above, line);
    }
    above.last().copied().unwrap_or(0).min(most + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn first(text: &str) -> Option<&'static str> {
        find(text).first().map(|it| it.message.id)
    }

    #[test]
    fn every_known_text_finds_its_own_message() {
        for message in ALL {
            for text in message.texts {
                assert_eq!(first(text), Some(message.id), "{text}");
                assert_eq!(first(&text.to_uppercase()), Some(message.id), "{text}");
                assert_eq!(first(&text.replace('\u{2019}', "'")), Some(message.id), "{text}");
            }
            for code in message.codes {
                assert_eq!(first(&code.to_string()), Some(message.id), "{code}");
            }
        }
    }

    #[test]
    fn numbers_are_found_with_any_minus_and_around_text() {
        for text in [
            "-28248",
            "\u{2212}28248",
            "28248",
            "\u{2013}28248",
            "Error -28248.",
            "(error code: \u{2212}28248)",
            "code=-28248;",
        ] {
            assert_eq!(first(text), Some("number-refused"), "{text}");
            assert_eq!(find(text).len(), 1, "{text}");
        }
        assert_eq!(first("HTTP/1.1 503"), Some("turned-away"));
        assert_eq!(first("Sent to +1 503 555 0199: too many verification codes"), Some("too-many-codes"));
        assert!(find("x28248").is_empty() && find("1282480").is_empty());
    }

    #[test]
    fn parts_and_typing_errors_are_found() {
        for (text, id) in [
            ("verification codes can't be sent to this phone number", "number-refused"),
            ("verifcation codes cant be sent to this phone nubmer", "number-refused"),
            ("Verification Codes Cannot Be Sent", "number-refused"),
            ("can\u{2018}t be sent to this phone number", "number-refused"),
            ("too many codes have been sent", "too-many-codes"),
            ("it says: enter the last code you received", "too-many-codes"),
            ("incorrect verification code too many times", "too-many-tries"),
            ("incorect verification code", "incorrect-code"),
            ("this apple id has been locked for security reasons", "account-locked"),
            ("error connecting to the apple id server", "error-connecting"),
            ("unknown error occurred", "unknown-error"),
            ("mobileme_create_unavailable_mac", "machine-identity"),
            ("account details unavailable", "account-details-unavailable"),
            ("apple id sign in requested", "sign-in-requested"),
            ("waiting for activation...", "messages-activation"),
            ("sign out is not available", "sign-out-restricted"),
        ] {
            assert_eq!(first(text), Some(id), "{text}");
        }
    }

    #[test]
    fn an_ambiguous_text_shows_what_it_may_be() {
        let ids: Vec<_> = find("Verification Failed").iter().map(|it| it.message.id).collect();
        assert!(ids.len() >= 3 && ids.contains(&"number-refused") && ids.contains(&"unknown-error"), "{ids:?}");
    }

    #[test]
    fn a_text_that_is_only_like_one_is_told_from_one_that_is() {
        for (text, loose) in [
            ("\u{2212}28248", false),
            ("verifcation codes cant be sent to this phone nubmer", false),
            ("incorrect verification code", false),
            ("too many codes have been sent", false),
            ("your account cannot be used at this time", true),
            ("your request could not be completed", true),
        ] {
            let found = find(text);
            assert_eq!(found[0].is_loose(), loose, "{text}: {:?}", found[0].by);
            assert!(found[0].text.is_some());
        }
        assert_eq!(
            find("your Mac cannot be used")[0].text,
            Some("This Mac cannot be used to create a new iCloud account")
        );
    }

    #[test]
    fn other_texts_find_nothing() {
        for text in ["", "hello", "the printer is on fire", "code", "12", "1234567", "network/internet", "\u{1f600}"] {
            assert!(find(text).is_empty(), "{text}: {:?}", first(text));
        }
    }

    proptest! {
        #[test]
        fn anything_can_be_typed(text in ".{0,300}") {
            prop_assert!(find(&text).len() <= MOST);
        }

        #[test]
        fn distance_is_what_it_says(text in "[a-z]{5,12}", at in 0usize..5) {
            let mut letters: Vec<char> = text.chars().collect();
            letters.remove(at);
            let shorter: String = letters.iter().collect();
            prop_assert_eq!(distance(&text, &shorter, 2), 1);
            prop_assert_eq!(distance(&text, &text, 2), 0);
        }
    }
}
