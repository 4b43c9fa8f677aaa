//! What somebody typed, understood: the messages that fit, best first, and how they were found.

use super::digits::without_codes;
use super::languages::{self, Language};
use super::matching;
use super::numbers::{self, Family, Meaning};
use super::prepared::prepared;
use super::symptom::Symptom;
use super::symptoms::{self, By, CLEAR, DOUBTFUL};
use super::{Message, Side, messages, names, pattern, stranger};

/// A message that fits.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// Which.
    pub message: &'static Message,
    /// How it was found.
    pub by: By,
    /// From 0 to 1.
    pub score: f64,
    /// Whether it may be acted upon without asking back.
    pub sure: bool,
    /// The wording that fits best; none where it was no wording.
    pub text: Option<&'static str>,
    /// The number that was typed, if one was.
    pub number: Option<i32>,
    /// What an unknown number has in common with others.
    pub family: Option<&'static Family>,
    /// The symptom, if it is one.
    pub symptom: Option<Symptom>,
    /// The language it was said in.
    pub language: &'static Language,
}

/// What somebody typed, understood.
#[derive(Debug)]
pub struct Understood {
    /// The messages that fit, best first, at most four.
    pub matches: Vec<Match>,
    /// Something that looks like a verification code was typed. It is not kept.
    pub code_typed: bool,
    /// A number that nothing is known of.
    pub unknown_number: Option<i32>,
    /// The program, not Apple's, that is named.
    pub program: Option<&'static str>,
    /// Another company is named, and Apple is not: nothing is said of it.
    pub other_company: bool,
}

/// Others are shown only if they fit nearly as well as the best.
const NEARLY: f64 = 0.85;
const MOST: usize = 4;
/// Below it half of a screen was typed at most.
const HALF_A_SCREEN: f64 = 0.7;
/// From here on a text is the known one, but for a letter.
const NEARLY_SAME: f64 = 0.97;
/// How well fits what was only guessed.
const GUESS: f64 = 0.4;
/// The rank of what counts only alone.
const LAST: u8 = 9;

/// The messages that fit `text`, best first, at most four.
pub fn find(text: &str) -> Vec<Match> {
    understand(text).matches
}

/// Understands a text. Somebody who asks for the code comes before everything, then a number, then Apple's words, then what
/// people say. Another company's name without Apple's is a veto.
pub fn understand(text: &str) -> Understood {
    let (text, code_typed) = without_codes(text);
    let plain = prepared(&text);
    let mut out =
        Understood { matches: Vec::new(), code_typed, unknown_number: None, program: None, other_company: false };
    let may_be_ours = names::is_about_apple(&plain) || names::any_program(&plain).is_some();
    if names::is_about_another_company(&plain) || !may_be_ours && stranger::names_another_site(&text) {
        out.other_company = true;
        return out;
    }
    out.program = names::program(&plain).map(|program| program.name);
    let mut found = Found::default();
    let mut symptoms = symptoms::among(&plain);
    for one in &mut symptoms {
        // A program that says "account" speaks of Apple\u{2019}s.
        one.sure |= one.symptom == Symptom::Locked && out.program.is_some();
    }
    let languages = pattern::likeliest_first(&plain);
    let meanings: Vec<(&Language, &str, bool)> = languages
        .iter()
        .flat_map(|one| one.meanings(&plain).into_iter().map(|(id, sure)| (one.language, id, sure)))
        .collect();
    let meant = meanings.iter().any(|(_, _, sure)| *sure);
    for number in numbers::read(&text) {
        out.program = out.program.or_else(|| names::any_program(&plain));
        match numbers::meaning(number, &text) {
            // What a server answers says less than Apple's own words beside it, and nothing where nobody speaks of Apple.
            Some(Meaning::Known(message)) if number.is_http() => {
                let ours = names::is_about_apple(&plain) || names::any_program(&plain).is_some();
                found.add(
                    if ours && !meant { 1 } else { 4 },
                    of(message, By::Number, if ours { 1.0 } else { 0.5 }, ours).with_number(number.value),
                );
            }
            Some(Meaning::Known(message)) => found.add(1, of(message, By::Number, 1.0, true).with_number(number.value)),
            Some(Meaning::Family(family, message)) => {
                let one =
                    Match { family: Some(family), ..of(message, By::Family, 0.7, false).with_number(number.value) };
                found.add(5, one);
            }
            Some(Meaning::Unknown) => out.unknown_number = Some(number.value),
            None => {}
        }
    }
    let spoken = languages.first().map_or(languages::ALL[0], |one| one.language);
    for fit in matching::find(&plain) {
        // A screen on which all is well, and only half of its words: a complaint about a code says those too.
        if fit.id == "code-shown" && !fit.sure && fit.score < HALF_A_SCREEN {
            continue;
        }
        let Some(message) = messages::by_id(fit.id) else { continue };
        // French and English spell much alike: nearly Apple's English is answered in the language of its words.
        let nearly_english = fit.language.code == "en" && fit.score < 1.0;
        let language = if nearly_english { spoken } else { fit.language };
        let one = Match { text: Some(fit.text), language, ..of(message, By::Text, fit.score, fit.sure) };
        // A complaint is no screen's text: unless it is word for word one that is known, the symptoms tell it better. Nor is
        // it a screen on which all is well.
        let all_is_well = message.side == Side::Nobody && !symptoms.iter().any(|symptom| symptom.sure);
        let no_screen = one.symptom.is_some() || message.side == Side::Nobody && !all_is_well;
        // What programs say only quotes Apple: without a program or a number beside it, nearly the same words prove none.
        let programs = message.id == "program-refused" && out.program.is_none() && fit.score < NEARLY_SAME;
        // "Locked" tells more than that the account cannot be used.
        let locked = message.id == "account-refused"
            && fit.score < 1.0
            && symptoms.iter().any(|one| one.sure && one.symptom == Symptom::Locked);
        let complaint = no_screen && fit.score < 1.0 || programs || locked;
        found.add(if fit.sure && !complaint { 2 } else { 6 }, Match { sure: fit.sure && !complaint, ..one });
    }
    for (language, id, sure) in meanings {
        let Some(message) = messages::by_id(id) else { continue };
        let score = if sure { CLEAR } else { DOUBTFUL };
        found.add(if sure { 3 } else { 7 }, Match { language, ..of(message, By::Text, score, sure) });
    }
    let waits =
        symptoms.iter().any(|one| one.sure && matches!(one.symptom, Symptom::NotArriving | Symptom::TextMissing));
    for one in symptoms {
        let Some(message) = messages::by_id(one.symptom.word()) else { continue };
        let rank = match one.symptom {
            Symptom::SomebodyAsks if one.sure => 0,
            // What a program does not get is the program's, whatever it calls it.
            Symptom::Program if one.sure && waits => 2,
            // A wish, not a state: it is what the text is about.
            Symptom::TwoFactorOff if one.sure => 3,
            // What a program says of the account tells more than that it is a program.
            Symptom::Locked if one.sure && out.program.is_some() => 3,
            // It says the least: only where nothing else is said.
            Symptom::CannotSignIn if one.sure => LAST,
            _ if one.sure => 4,
            _ => 7,
        };
        found.add(
            rank,
            Match { symptom: Some(one.symptom), language: one.language, ..of(message, one.by, one.score, one.sure) },
        );
    }
    if found.0.is_empty() && names::is_about_apple(&plain) {
        // Apple and a code, in words that are not known: mostly that it does not come. Or else that nobody gets in.
        let guesses = [("code", Symptom::NotArriving), ("in", Symptom::CannotSignIn)];
        let guess = guesses.into_iter().find(|(list, _)| pattern::says(&plain, list));
        let message = guess.and_then(|(_, symptom)| messages::by_id(symptom.word()));
        found.0.extend(message.map(|one| (LAST, of(one, By::Symptom, GUESS, false))));
    }
    out.matches = found.best();
    if !may_be_ours && stranger::has_an_unfamiliar_word(&plain) {
        doubted(&mut out.matches);
    }
    out
}

/// An unfamiliar word may be another company's name. What was only told from what people say is then no more than the nearest;
/// Apple's own words and numbers stay what they are, and so does a warning.
fn doubted(matches: &mut Vec<Match>) {
    let Some(first) = matches.first_mut() else { return };
    let screen = first.by == By::Text && first.language.code != "en";
    let told = first.number.is_none() && (first.text.is_none() || first.score < NEARLY_SAME) && !screen;
    if told && first.sure && first.message.side != Side::Fraud {
        first.sure = false;
        matches.truncate(1);
    }
}

fn of(message: &'static Message, by: By, score: f64, sure: bool) -> Match {
    let symptom = Symptom::ALL.iter().copied().find(|symptom| symptom.word() == message.id);
    Match { message, by, score, sure, text: None, number: None, family: None, symptom, language: languages::ALL[0] }
}

impl Match {
    fn with_number(self, number: i32) -> Self {
        Self { number: Some(number), ..self }
    }
}

/// Matches with the rank of how they were found.
#[derive(Default)]
struct Found(Vec<(u8, Match)>);

impl Found {
    /// A message that was found twice keeps the better way, and the number or words of the other.
    fn add(&mut self, rank: u8, one: Match) {
        match self.0.iter_mut().find(|(_, other)| other.message.id == one.message.id) {
            Some((best, other)) => {
                let (number, text) = (other.number.or(one.number), other.text.or(one.text));
                let family = other.family.or(one.family);
                if rank < *best && one.sure >= other.sure || one.sure && !other.sure {
                    (*best, *other) = (rank, one);
                }
                (other.number, other.text, other.family) = (number, text, family);
            }
            None => self.0.push((rank, one)),
        }
    }

    fn best(mut self) -> Vec<Match> {
        let says_more = self.0.iter().any(|(rank, one)| *rank < LAST && (one.sure || one.number.is_some()));
        let says_it = self.0.iter().any(|(rank, _)| *rank == LAST);
        self.0.retain(|(rank, _)| if says_more { *rank < LAST } else { !says_it || *rank == LAST });
        self.0.sort_by(|one, other| {
            let by_score = other.1.score.total_cmp(&one.1.score);
            one.0.cmp(&other.0).then(by_score).then(one.1.symptom.cmp(&other.1.symptom))
        });
        let Some((rank, first)) = self.0.first().copied() else { return Vec::new() };
        // Equal texts win alone; so does a number, and words that are sure over those that are not.
        let exact = rank == 1 || rank == 2 && first.score >= 1.0;
        let keep = |(other, one): &(u8, Match)| {
            one.message.id == first.message.id
                || if first.sure { one.sure && !exact } else { one.score >= first.score * NEARLY }
                || exact && rank == 1 && *other == 1
        };
        self.0.into_iter().filter(keep).map(|(_, one)| one).take(MOST).collect()
    }
}
