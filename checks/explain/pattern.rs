//! The small language that symptoms are written in: terms that must all occur near one another, in any order.
//!
//! `word`: this word, with a typing error if it is long. `begin*`: a word that begins so. `two_words`: one after the other.
//! `@code`: any entry of that list of the same language. `!word`: must not occur. `?` before a pattern: it may mean something
//! else; `~`: its terms stand close together. Where a script has no spaces, a term is a part of the text.

use super::languages::{self, Language};
use super::normal::{Plain, folded, has_no_spaces};
use super::spoken;
use super::symptom::Symptom;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Within so many words all terms of a pattern must stand.
const NEAR: usize = 12;
/// The same for a pattern that begins with `~`.
const CLOSE: usize = 5;

/// Where a term stands: the number of the word; none for a part of a text without spaces.
type Places = Vec<Option<usize>>;

/// The entries of a list that is written `one | another`.
pub(crate) fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|').map(str::trim).filter(|entry| !entry.is_empty())
}

/// A language's patterns, taken apart once.
pub(crate) struct Compiled {
    pub(crate) language: &'static Language,
    lists: HashMap<&'static str, Vec<Literal>>,
    symptoms: Vec<(Symptom, Vec<Pattern>)>,
    meanings: Vec<(&'static str, Vec<Pattern>)>,
}

/// All languages.
pub(crate) static ALL: LazyLock<Vec<Compiled>> =
    LazyLock::new(|| languages::ALL.iter().map(|language| Compiled::new(language)).collect());

/// All languages, the one that a text is likely in first: what several know is told in that one.
pub(crate) fn likeliest_first(text: &Plain) -> Vec<&'static Compiled> {
    let order = spoken::likeliest_first(text);
    order.iter().filter_map(|language| ALL.iter().find(|one| one.language.code == language.code)).collect()
}

/// Whether a word of that list stands in a text, in any language.
pub(crate) fn says(text: &Plain, list: &str) -> bool {
    let says = |word: &Literal| !word.places(text).is_empty();
    ALL.iter().any(|one| one.lists.get(list).is_some_and(|list| list.iter().any(says)))
}

struct Pattern {
    sure: bool,
    /// Within so many words.
    reach: usize,
    terms: Vec<Term>,
}

struct Term {
    unwanted: bool,
    what: What,
}

enum What {
    List(&'static str),
    One(Vec<Literal>),
}

enum Literal {
    /// A part of the text without its spaces.
    Part(String),
    /// Words in a row.
    Words(Vec<Word>),
}

enum Word {
    Begin(String),
    Whole(String),
}

impl Compiled {
    fn new(language: &'static Language) -> Self {
        let list = |(name, list): &(&'static str, &'static str)| (*name, entries(list).flat_map(literals).collect());
        let patterns = |list: &'static str| entries(list).map(pattern).collect::<Vec<_>>();
        Self {
            language,
            lists: language.lists.iter().map(list).collect(),
            symptoms: language.symptoms.iter().map(|one| (one.symptom, patterns(one.patterns))).collect(),
            meanings: language.meanings.iter().map(|(id, list)| (*id, patterns(list))).collect(),
        }
    }

    /// The symptoms that fit, and whether surely.
    pub(crate) fn symptoms(&self, text: &Plain) -> Vec<(Symptom, bool)> {
        self.fitting(&self.symptoms, text)
    }

    /// The messages that fit by their sense, and whether surely.
    pub(crate) fn meanings(&self, text: &Plain) -> Vec<(&'static str, bool)> {
        self.fitting(&self.meanings, text)
    }

    fn fitting<Id: Copy>(&self, all: &[(Id, Vec<Pattern>)], text: &Plain) -> Vec<(Id, bool)> {
        let lists: HashMap<&str, Places> = self
            .lists
            .iter()
            .map(|(name, list)| (*name, list.iter().flat_map(|one| one.places(text)).collect()))
            .collect();
        all.iter()
            .filter_map(|(id, patterns)| {
                let fitting = patterns.iter().filter(|pattern| pattern.fits(text, &lists));
                fitting.map(|pattern| pattern.sure).max().map(|sure| (*id, sure))
            })
            .collect()
    }
}

fn pattern(text: &'static str) -> Pattern {
    let term = |term: &'static str| {
        let (unwanted, term) = term.strip_prefix('!').map_or((false, term), |rest| (true, rest));
        let what = term.strip_prefix('@').map_or_else(|| What::One(literals(term)), What::List);
        Term { unwanted, what }
    };
    let (sure, text) = text.strip_prefix('?').map_or((true, text), |rest| (false, rest));
    let (reach, text) = text.strip_prefix('~').map_or((NEAR, text), |rest| (CLOSE, rest));
    Pattern { sure, reach, terms: text.split_whitespace().map(term).collect() }
}

/// An entry, written with accents or without; a German umlaut also as two letters.
fn literals(entry: &'static str) -> Vec<Literal> {
    let apart = entry.replace('\u{e4}', "ae").replace('\u{f6}', "oe").replace('\u{fc}', "ue");
    let mut all = vec![literal(entry)];
    if apart != entry {
        all.push(literal(&apart));
    }
    all
}

fn literal(entry: &str) -> Literal {
    if entry.chars().any(has_no_spaces) {
        return Literal::Part(folded(entry).replace(' ', ""));
    }
    let word = |word: &str| match word.strip_suffix('*') {
        Some(begin) => Word::Begin(folded(begin)),
        None => Word::Whole(folded(word)),
    };
    Literal::Words(entry.split('_').map(word).collect())
}

impl Pattern {
    fn fits(&self, text: &Plain, lists: &HashMap<&str, Places>) -> bool {
        let mut spans: Vec<Places> = Vec::with_capacity(self.terms.len());
        for term in &self.terms {
            let found = match &term.what {
                What::List(name) => lists.get(name).cloned().unwrap_or_default(),
                What::One(all) => all.iter().flat_map(|one| one.places(text)).collect(),
            };
            match (term.unwanted, found.is_empty()) {
                (true, true) => {}
                (false, false) => spans.push(found),
                _ => return false,
            }
        }
        near(&spans, self.reach)
    }
}

impl Literal {
    fn places(&self, text: &Plain) -> Places {
        match self {
            Self::Part(part) if text.joined.contains(part.as_str()) => vec![None],
            Self::Part(_) => Vec::new(),
            Self::Words(wanted) => {
                (0..text.words.len()).filter(|at| begins_with(&text.words[*at..], wanted)).map(Some).collect()
            }
        }
    }
}

/// Whether a text begins with these words. "Does not" and "doesnt" are the same.
fn begins_with(text: &[String], wanted: &[Word]) -> bool {
    let Some((want, more)) = wanted.split_first() else { return true };
    let Some((word, rest)) = text.split_first() else { return false };
    if want.is(word) {
        return begins_with(rest, more);
    }
    let Word::Whole(want) = want else { return false };
    match (negated(want), negated(word)) {
        (Some(want), Some(word)) => want == word && begins_with(rest, more),
        (Some(want), None) => {
            word == want && rest.first().is_some_and(|word| word == "not") && begins_with(&rest[1..], more)
        }
        (None, Some(word)) => {
            want == word && more.first().is_some_and(|next| next.is("not")) && begins_with(rest, &more[1..])
        }
        (None, None) => false,
    }
}

/// The verb of an English negation that is one word.
fn negated(word: &str) -> Option<&'static str> {
    Some(match word {
        "dont" => "do",
        "doesnt" => "does",
        "didnt" => "did",
        "cant" | "cannot" => "can",
        "couldnt" => "could",
        "wont" => "will",
        "wouldnt" => "would",
        "isnt" => "is",
        "arent" => "are",
        "wasnt" => "was",
        "werent" => "were",
        "hasnt" => "has",
        "havent" => "have",
        "hadnt" => "had",
        _ => return None,
    })
}

impl Word {
    fn is(&self, word: &str) -> bool {
        match self {
            Self::Begin(begin) => word.starts_with(begin.as_str()),
            Self::Whole(want) => alike(word, want),
        }
    }
}

/// Whether one place of each can be chosen so that all are near. Places without words (no spaces) are near to everything.
fn near(spans: &[Places], reach: usize) -> bool {
    spans.iter().all(|places| places.contains(&None))
        || spans.iter().flatten().flatten().any(|start| {
            let reach = *start..=*start + reach;
            spans.iter().all(|places| places.iter().any(|place| place.is_none_or(|at| reach.contains(&at))))
        })
}

/// The same word, or one with a typing error or two, which is seldom in its first letter.
pub(crate) fn alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    if short < 6 || long - short > 4 || one.chars().next() != other.chars().next() {
        return false;
    }
    // Who does it and what is done are two words: caller, called.
    let does =
        |one: &str, other: &str| one.strip_suffix("er").is_some_and(|stem| other.strip_suffix("ed") == Some(stem));
    if does(one, other) || does(other, one) {
        return false;
    }
    let most = match one.chars().count().min(other.chars().count()) {
        0..=5 => return false,
        6..=8 => 1,
        _ => 2,
    };
    strsim::osa_distance(one, other) <= most
}

#[cfg(test)]
mod tests {
    use super::super::normal::plain;
    use super::*;

    fn english(text: &'static str, said: &str) -> bool {
        pattern(text).fits(&plain(said), &HashMap::new())
    }

    #[test]
    fn terms_stand_near_one_another_in_any_order() {
        assert!(english("lost phone", "I lost my phone"));
        assert!(english("lost phone", "the phone is lost"));
        assert!(!english("lost phone", "the phone rings"));
        let apart = format!("lost {} phone", "and so on and on ".repeat(6));
        assert!(!english("lost phone", &apart), "too far apart");
        let further = format!("lost {} phone", "and so on ".repeat(2));
        assert!(english("lost phone", &further) && !english("~lost phone", &further), "not close together");
        assert!(english("receiv* code", "I never recieved or received a code"));
        assert!(english("doesnt_work", "it does not work") && english("is_not_valid", "isn't valid"));
        assert!(english("cannot_verify", "can't verify") && !english("doesnt_work", "does it work"));
        assert!(english("no_code", "no code") && !english("no_code", "no other code"));
        assert!(english("received", "recieved") && !english("caller", "called"));
        assert!(!english("code !qr", "qr code") && english("code !qr", "code"));
        assert!(english("pr\u{fc}fcode*", "Pruefcode") && english("pr\u{fc}fcode*", "Pru\u{308}fcodes"));
        assert!(
            english("\u{5bc6}\u{7801}", "\u{6211}\u{7684}\u{5bc6}\u{7801}") && !english("\u{5bc6}\u{7801}", "\u{5bc6}")
        );
        assert!(!english("two words here", "two") && !english("two_words", "two"));
    }
}
