//! What people say happens to them. The same notion for `explain` and for the guide.

use super::languages::{self, Language};
use super::names;
use super::normal::Plain;
use super::pattern;
use super::prepared::prepared;
use super::symptom::Symptom;

/// By what something was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A number beside the message.
    Number,
    /// The family that a number belongs to.
    Family,
    /// The words of a known text.
    Text,
    /// The way people say it.
    Symptom,
    /// The name of a program that is not Apple's.
    Program,
}

impl By {
    /// Stable, for scripts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Family => "family",
            Self::Text => "text",
            Self::Symptom => "symptom",
            Self::Program => "program",
        }
    }
}

/// A symptom that was recognised in a text.
#[derive(Clone, Copy, Debug)]
pub struct Recognised {
    /// Which.
    pub symptom: Symptom,
    /// By what.
    pub by: By,
    /// From 0 to 1: how well it fits.
    pub score: f64,
    /// Whether it may be acted upon without asking back.
    pub sure: bool,
    /// In which language it was said.
    pub language: &'static Language,
}

/// How well a pattern without doubt fits, and one that may mean something else.
pub(super) const CLEAR: f64 = 0.9;
pub(super) const DOUBTFUL: f64 = 0.6;

/// The symptoms in what somebody typed: sure ones first, then by what matters most. Another company's name without Apple's
/// is a veto: then there are none.
pub fn recognise(text: &str) -> Vec<Recognised> {
    let text = prepared(text);
    if names::is_about_another_company(&text) { Vec::new() } else { among(&text) }
}

pub(super) fn among(text: &Plain) -> Vec<Recognised> {
    let mut found: Vec<Recognised> = Vec::new();
    for compiled in pattern::likeliest_first(text) {
        for (symptom, sure) in compiled.symptoms(text) {
            let score = if sure { CLEAR } else { DOUBTFUL };
            let one = Recognised { symptom, by: By::Symptom, score, sure, language: compiled.language };
            match found.iter_mut().find(|other| other.symptom == one.symptom) {
                Some(other) if other.sure || !one.sure => {}
                Some(other) => *other = one,
                None => found.push(one),
            }
        }
    }
    if names::program(text).is_some() && found.iter().all(|one| one.symptom != Symptom::Program) {
        let language = languages::ALL[0];
        found.push(Recognised { symptom: Symptom::Program, by: By::Program, score: CLEAR, sure: true, language });
    }
    found.sort_by_key(|one| (!one.sure, one.symptom));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole_and_in_order() {
        assert!(Symptom::ALL.is_sorted());
        for symptom in Symptom::ALL {
            assert_eq!(Symptom::ALL.iter().filter(|other| other.word() == symptom.word()).count(), 1, "{symptom:?}");
        }
    }

    /// Text, the symptom that must come first (none: nothing at all may be sure).
    const SAID: &[(&str, Option<Symptom>)] = &[
        ("code not coming", Some(Symptom::NotArriving)),
        ("didn\u{2019}t get a code", Some(Symptom::NotArriving)),
        ("no prompt on my iPhone", Some(Symptom::NotArriving)),
        ("I never recieved the verification code", Some(Symptom::NotArriving)),
        ("still waiting for my apple code", Some(Symptom::NotArriving)),
        ("asking for code i dont have", Some(Symptom::NotArriving)),
        ("where is my verification code", Some(Symptom::NotArriving)),
        ("Apple support asks me for it", Some(Symptom::SomebodyAsks)),
        ("read me the code", Some(Symptom::SomebodyAsks)),
        ("someone on the phone wants my verification code", Some(Symptom::SomebodyAsks)),
        ("should I give them the code?", Some(Symptom::SomebodyAsks)),
        ("I got a code I didn\u{2019}t request", Some(Symptom::NotMe)),
        ("I lost my iPhone and can\u{2019}t get the code", Some(Symptom::PhoneLost)),
        ("apple is sending the code to my old number", Some(Symptom::NumberLost)),
        ("lost my phone number", Some(Symptom::NumberLost)),
        ("I am travelling abroad and the code goes to my home SIM", Some(Symptom::Abroad)),
        ("I left my iPad at home and the code appears there", Some(Symptom::DeviceElsewhere)),
        ("I pressed allow but no code appeared", Some(Symptom::AllowWithoutDigits)),
        ("no place to enter code on apple tv", Some(Symptom::NoField)),
        ("the code had expired", Some(Symptom::Expired)),
        ("it rejects the code although it is right", Some(Symptom::Refused)),
        ("automated call from apple did not come", Some(Symptom::CallMissing)),
        ("sms code never arrives", Some(Symptom::TextMissing)),
        ("this is my only Apple device, where does the code go", Some(Symptom::OnlyDevice)),
        ("keeps asking for verification code every time", Some(Symptom::AskedAgain)),
        ("my apple id is locked", Some(Symptom::Locked)),
        ("cant turn off two factor", Some(Symptom::TwoFactorOff)),
        ("sideloadly 2fa not received", Some(Symptom::Program)),
        ("can\u{2019}t sign in", Some(Symptom::CannotSignIn)),
        ("QR code not scanning", None),
        ("SMS from my bank not arriving", None),
        ("npm ERR! code ERESOLVE", None),
        ("How do I cook rice", None),
        ("WhatsApp code not coming", None),
        ("Your WhatsApp code: do not share this code", None),
        ("room 412", None),
        ("the printer is on fire", None),
        ("", None),
    ];

    #[test]
    fn what_people_say_is_recognised() {
        let wrong: Vec<String> = SAID
            .iter()
            .filter_map(|(text, want)| {
                let found = recognise(text);
                let first = found.first().filter(|one| one.sure).map(|one| one.symptom);
                (first != *want).then(|| format!("{text}: {found:?}"))
            })
            .map(|line| line.chars().take(200).collect())
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
