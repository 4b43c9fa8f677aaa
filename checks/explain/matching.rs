//! How well a known text fits what was typed: a part of it, misspelt, without its spaces, or in the middle of a long paste.

use super::languages::{self, Language};
use super::messages;
use super::normal::{Plain, folded, has_no_spaces};
use super::pattern::{alike, entries};
use super::prepared::{ACCOUNT, prepared};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A known text that fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    /// The message it belongs to.
    pub(super) id: &'static str,
    /// The text.
    pub(super) text: &'static str,
    /// Its language.
    pub(super) language: &'static Language,
    /// From 0 to 1.
    pub(super) score: f64,
    /// Whether most of the known text was typed.
    pub(super) sure: bool,
}

/// The least that must fit to be named at all.
const ENOUGH: f64 = 0.55;
/// So much of the known text must have been typed for it to be sure.
const COVERED: f64 = 0.8;
const SURE: f64 = 0.76;
/// A short text must be so much of what was typed.
const MOSTLY: f64 = 0.5;
/// Texts that share so many pairs of letters are the same, whatever their spaces and spelling.
const SAME_LETTERS: f64 = 0.88;
const NEARLY_SAME_LETTERS: f64 = 0.76;

struct Known {
    id: &'static str,
    text: &'static str,
    language: &'static Language,
    joined: String,
    /// Whether it is the whole text, not its first sentence.
    whole: bool,
    terms: Vec<Weighed>,
    /// Each distinct term once.
    distinct: HashSet<String>,
    weight: f64,
}

/// A term, and how telling it is: one that few texts have tells more.
#[derive(Clone)]
struct Weighed {
    term: String,
    weight: f64,
    fill: bool,
}

/// Everything that is known, ready to be compared.
struct Library {
    known: Vec<Known>,
    texts_with: HashMap<String, f64>,
    fill: HashSet<String>,
}

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let english =
        messages::all().flat_map(|message| message.texts.iter().map(|text| (message.id, *text, languages::ALL[0])));
    let others =
        languages::ALL.iter().flat_map(|language| language.texts.iter().map(|text| (text.id, text.text, *language)));
    let mut library =
        Library { known: Vec::new(), texts_with: HashMap::new(), fill: entries(FILL).map(folded).collect() };
    library.known = english
        .chain(others)
        .flat_map(|(id, text, language)| {
            let whole = Known::new(id, text, text, language);
            // People quote the first sentence.
            let first = first_sentence(text).map(|first| Known::new(id, text, first, language));
            [Some(whole), first.filter(|known| library.telling(known) >= 4)].into_iter().flatten()
        })
        .collect();
    for one in &library.known {
        for term in &one.distinct {
            *library.texts_with.entry(term.clone()).or_default() += 1.0;
        }
    }
    let mut known = std::mem::take(&mut library.known);
    let texts = count(known.len());
    for one in &mut known {
        one.terms = one.terms.iter().map(|term| library.weighed(&term.term, texts)).collect();
        one.weight = one.terms.iter().map(|term| term.weight).sum();
    }
    library.known = known;
    library
});

impl Known {
    fn new(id: &'static str, text: &'static str, part: &str, language: &'static Language) -> Self {
        let plain = prepared(&part.replace("%@", " ").replace("%1$@", " ").replace("%2$@", " "));
        let terms = terms(&plain);
        let distinct = terms.iter().cloned().collect();
        let terms = terms.into_iter().map(|term| Weighed { term, weight: 0.0, fill: false }).collect();
        Self { id, text, language, distinct, joined: plain.joined, whole: part == text, terms, weight: 0.0 }
    }

    fn telling(&self) -> usize {
        self.terms.iter().filter(|term| !term.fill).count()
    }
}

/// The first of several sentences.
fn first_sentence(text: &str) -> Option<&str> {
    let end = text.find(". ").map(|at| at + 1).or_else(|| text.find('\u{3002}').map(|at| at + '\u{3002}'.len_utf8()));
    end.filter(|end| *end < text.len()).map(|end| &text[..end])
}

/// The known texts that fit, best first, each message once.
pub(super) fn find(typed: &Plain) -> Vec<Fit> {
    let library = &*LIBRARY;
    let texts = count(library.known.len());
    let wanted: Vec<Weighed> = terms(typed).iter().map(|term| library.weighed(term, texts)).collect();
    // Without spaces the name of the account is not found as one.
    let joined = typed.joined.replace("appleid", ACCOUNT);
    let mut found: Vec<Fit> = library.known.iter().filter_map(|known| fit(&wanted, &joined, known)).collect();
    found.sort_by(|one, other| {
        (other.sure, other.score).partial_cmp(&(one.sure, one.score)).unwrap_or(std::cmp::Ordering::Equal)
    });
    let mut seen = HashSet::new();
    found.retain(|fit| seen.insert(fit.id));
    found
}

impl Library {
    fn weighed(&self, term: &str, texts: f64) -> Weighed {
        let with = self.texts_with.get(term).copied().unwrap_or(1.0);
        let fill = self.fill.contains(term);
        Weighed { term: term.to_owned(), weight: (1.0 + texts / with).ln() * if fill { 0.15 } else { 1.0 }, fill }
    }

    fn telling(&self, known: &Known) -> usize {
        known.terms.iter().filter(|term| !self.fill.contains(&term.term)).count()
    }
}

fn fit(wanted: &[Weighed], joined: &str, known: &'static Known) -> Option<Fit> {
    let fit =
        |score: f64, sure: bool| Some(Fit { id: known.id, text: known.text, language: known.language, score, sure });
    if joined.is_empty() || known.joined.is_empty() {
        return None;
    }
    if joined == known.joined {
        return fit(if known.whole { 1.0 } else { 0.99 }, true);
    }
    let (by_terms, sure) = by_terms(wanted, known);
    let by_letters = if sure { 0.0 } else { letters_alike(joined, &known.joined) };
    if by_letters >= SAME_LETTERS {
        return fit(f64::max(by_letters, by_terms).min(0.985), true);
    }
    let score = f64::max(by_terms, if by_letters >= NEARLY_SAME_LETTERS { by_letters * 0.9 } else { 0.0 });
    if score >= ENOUGH { fit(score.min(0.98), sure) } else { None }
}

/// Of the best stretch of what was typed, about as long as the known text: how much they share, and whether that is enough.
fn by_terms(wanted: &[Weighed], known: &Known) -> (f64, bool) {
    let promise: f64 = wanted.iter().filter(|term| known.distinct.contains(&term.term)).map(|term| term.weight).sum();
    if promise < known.weight * 0.3 {
        return (0.0, false);
    }
    let most = known.telling();
    let all: f64 = wanted.iter().map(|term| term.weight).sum();
    let length = (known.terms.len() + known.terms.len() / 4 + 1).min(wanted.len());
    let step = (length / 4).max(1);
    let starts = (0..=wanted.len() - length).step_by(step).chain([wanted.len() - length]);
    let mut best = (0.0, false);
    for start in starts {
        let (shared, stretch, telling) = shared(&wanted[start..start + length], &known.terms);
        // One word alone says too little, unless it is the whole message.
        if telling < most.min(2) {
            continue;
        }
        let score = 2.0 * shared / (known.weight + stretch);
        // In a long text the words around do not count, but two words in passing are no message.
        let telling_enough = telling >= 4 || telling >= 2 && shared >= all * MOSTLY;
        let sure = shared >= known.weight * COVERED && score >= SURE && telling_enough;
        if (sure, score) > (best.1, best.0) {
            best = (score, sure);
        }
    }
    best
}

/// The weight of what a stretch shares with a known text, the weight of the stretch, and how many telling terms are shared.
fn shared(stretch: &[Weighed], known: &[Weighed]) -> (f64, f64, usize) {
    let mut free: Vec<&Weighed> = known.iter().collect();
    let (mut shared, mut all, mut telling) = (0.0, 0.0, 0);
    for one in stretch {
        let same = free.iter().position(|other| other.term == one.term);
        if let Some(at) = same.or_else(|| free.iter().position(|other| alike(&one.term, &other.term))) {
            let known = free.swap_remove(at);
            shared += known.weight;
            all += known.weight;
            telling += usize::from(!known.fill);
        } else {
            all += one.weight;
        }
    }
    (shared, all, telling)
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Words; pairs of letters where the script has no spaces.
fn terms(text: &Plain) -> Vec<String> {
    let mut out = Vec::new();
    let mut run: Vec<char> = Vec::new();
    let end = |run: &mut Vec<char>, out: &mut Vec<String>| {
        match run.as_slice() {
            [] => {}
            [one] => out.push(one.to_string()),
            many => out.extend(many.windows(2).map(|pair| pair.iter().collect::<String>())),
        }
        run.clear();
    };
    for word in &text.words {
        if word.chars().all(has_no_spaces) {
            run.extend(word.chars());
        } else {
            end(&mut run, &mut out);
            // The number was looked at already; here it would only be noise.
            if !word.bytes().all(|byte| byte.is_ascii_digit()) {
                out.push(word.clone());
            }
        }
    }
    end(&mut run, &mut out);
    out
}

/// By pairs of letters, spaces left out; nothing for texts of too different a length, or too short.
fn letters_alike(one: &str, other: &str) -> f64 {
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    if short < 8 || long * 10 > short * 13 || one.chars().next() != other.chars().next() {
        0.0
    } else {
        strsim::sorensen_dice(one, other)
    }
}

/// Words that say little.
const FILL: &str = "a | an | the | to | at | this | your | you | is | be | was | for | on | in | of | or | and | it | i | my | \
    please | have | has | been | time | error | with | that | there | again | try | later | could | not | die | \
    der | das | ist | ein | eine | und | zu | es | le | la | les | de | des | du | un | une | et | est | pour | el \
    | los | las | en | se | ha | que | su | il | lo | di | per | si | e | o | os | as | do | da | no | na | um | \
    uma | het | een | van | op | te | je | u | om | \u{432} | \u{43d}\u{430} | \u{438} | \u{43d}\u{435} | bir | ve \
    | bu | icin";
