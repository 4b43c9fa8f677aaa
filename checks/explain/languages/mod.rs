//! What people read and write, one file a language. To send one: copy a file, translate, say of each text where it was seen.
//!
//! The answers stay English; a language brings what is recognised, and the line that says so.

mod english;

use super::symptoms::Symptom;

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
    /// Words that belong together, for the patterns: see [`super::pattern`].
    pub lists: &'static [(&'static str, &'static str)],
    /// How people say what happens to them.
    pub symptoms: &'static [Phrases],
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

/// All of them, English first.
pub const ALL: &[&Language] = &[&english::ENGLISH];

/// The language with this code.
pub fn find(code: &str) -> Option<&'static Language> {
    ALL.iter().copied().find(|language| language.code == code)
}
