//! What people read and write, one file a language. To send one: copy a file, translate, say of each text where it was seen.
//!
//! The answers stay English; a language brings what is recognised, and the line that says so.

mod chinese_simplified;
mod chinese_traditional;
mod dutch;
mod english;
mod english_meanings;
mod english_words;
mod french;
mod german;
mod italian;
mod japanese;
mod korean;
mod portuguese;
mod russian;
mod spanish;
mod turkish;

use super::symptom::Symptom;

/// One language.
#[derive(Debug)]
pub struct Language {
    /// As in BCP 47.
    pub code: &'static str,
    /// In English.
    pub name: &'static str,
    /// "Recognised: {}", in the language.
    pub recognised: &'static str,
    /// "The answer is in English.", in the language.
    pub in_english: &'static str,
    /// What the Apple Account and the Apple ID are called, also by people, with `|` between the names; `_` is a space.
    pub account: &'static str,
    /// Words that belong together, for the patterns: see `super::pattern`.
    pub lists: &'static [(&'static str, &'static str)],
    /// How people say what happens to them.
    pub symptoms: &'static [Phrases],
    /// Screens whose words are known only by their sense: the message's id, and patterns.
    pub meanings: &'static [(&'static str, &'static str)],
    /// What screens say.
    pub texts: &'static [Text],
}

/// One symptom in one language.
#[derive(Debug)]
pub struct Phrases {
    /// Which.
    pub symptom: Symptom,
    /// Its name in the language, as a short sentence.
    pub name: &'static str,
    /// Patterns, any of which is enough, with `|` between them.
    pub patterns: &'static str,
}

/// A text of Apple's, or a complaint, in one language.
#[derive(Debug)]
pub struct Text {
    /// The id of the message.
    pub id: &'static str,
    /// The words. `%@` stands for a name.
    pub text: &'static str,
    /// How well these words are known.
    pub origin: Origin,
}

/// How well a wording is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Quoted from Apple: its own text files, or the named page.
    Seen(&'static str),
    /// People or the press quote it.
    Reported(&'static str),
    /// Written for this file; only ever a complaint, never a message of Apple's.
    Made,
}

impl Language {
    /// The entries of a list; none if the language does not have it.
    #[cfg(test)]
    pub(crate) fn list(&self, name: &str) -> &'static str {
        self.lists.iter().find(|(list, _)| *list == name).map_or("", |(_, entries)| entries)
    }

    /// The symptom's name in the language.
    pub fn symptom(&self, symptom: Symptom) -> Option<&'static str> {
        self.symptoms.iter().find(|one| one.symptom == symptom).map(|one| one.name)
    }
}

const fn phrases(symptom: Symptom, name: &'static str, patterns: &'static str) -> Phrases {
    Phrases { symptom, name, patterns }
}

/// From Apple\u{2019}s own text files as others collected them in January 2022: macOS 12 and iOS 15.
const STRINGS: &str = "Apple\u{2019}s text files, macOS 12 and iOS 15";

const fn seen(id: &'static str, text: &'static str) -> Text {
    Text { id, text, origin: Origin::Seen(STRINGS) }
}

const fn seen_at(id: &'static str, text: &'static str, page: &'static str) -> Text {
    Text { id, text, origin: Origin::Seen(page) }
}

const fn reported(id: &'static str, text: &'static str, page: &'static str) -> Text {
    Text { id, text, origin: Origin::Reported(page) }
}

const fn made(id: &'static str, text: &'static str) -> Text {
    Text { id, text, origin: Origin::Made }
}

/// All of them, English first.
pub const ALL: &[&Language] = &[
    &english::ENGLISH,
    &chinese_simplified::CHINESE_SIMPLIFIED,
    &chinese_traditional::CHINESE_TRADITIONAL,
    &dutch::DUTCH,
    &french::FRENCH,
    &german::GERMAN,
    &italian::ITALIAN,
    &japanese::JAPANESE,
    &korean::KOREAN,
    &portuguese::PORTUGUESE,
    &russian::RUSSIAN,
    &spanish::SPANISH,
    &turkish::TURKISH,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::messages;
    use crate::explain::pattern::entries;

    #[test]
    fn every_language_is_whole() {
        for language in ALL {
            assert!(language.recognised.contains("{}") && !language.name.is_empty(), "{}", language.name);
            assert!(language.in_english.is_empty() == (language.code == "en"), "{}", language.name);
            for symptom in
                Symptom::ALL.iter().filter(|symptom| !matches!(symptom, Symptom::Program | Symptom::NoService))
            {
                assert!(language.symptom(*symptom).is_some(), "{} has no {symptom:?}", language.name);
            }
            for text in language.texts {
                let message = messages::by_id(text.id);
                assert!(message.is_some(), "{}: {} is no message", language.name, text.id);
                let complaint = Symptom::ALL.iter().any(|symptom| symptom.word() == text.id);
                assert!(complaint || text.origin != Origin::Made, "{}: made up: {}", language.name, text.text);
                assert!(!text.text.chars().any(|letter| letter == '\u{ad}' || letter == '\u{a0}'), "{}", text.text);
            }
            for (id, _) in language.meanings {
                assert!(messages::by_id(id).is_some(), "{}: {id} is no message", language.name);
            }
        }
    }

    #[test]
    fn every_list_that_a_pattern_names_is_there() {
        for language in ALL {
            let patterns =
                language.symptoms.iter().map(|one| one.patterns).chain(language.meanings.iter().map(|one| one.1));
            for term in patterns.flat_map(entries).flat_map(str::split_whitespace) {
                if let Some(list) = term.trim_start_matches(['?', '~', '!']).strip_prefix('@') {
                    assert!(!language.list(list).is_empty(), "{}: @{list}", language.name);
                }
            }
        }
    }
}
