//! What a pasted or typed text means to the plan: a message that is known, or what happens, in the person's own words.

use super::Told;
use crate::explain::{self, By, Match, Message, Recognised, Side, Symptom};

/// What was made of a text.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// A message that is known for sure.
    pub(super) message: Option<&'static Message>,
    /// What happens, as far as it may be acted upon without asking back.
    symptoms: Vec<Recognised>,
}

/// What a message or a symptom answers, by its id, in the answers' own words; several with a space between them. What is not
/// here leads the plan with its own advice.
const ANSWERS: &[(&str, &str)] = &[
    ("somebody-asks", "asked=somebody"),
    ("not-me", "asked=no"),
    ("phone-lost", "number=lost"),
    ("number-lost", "number=gone"),
    ("no-service", "number=no-service"),
    ("abroad", "number=abroad"),
    ("text-missing", "number=no-texts"),
    ("device-elsewhere", "other_device=elsewhere"),
    ("only-device", "other_device=no"),
    ("program", "where=program"),
    ("program-refused", "where=program"),
    ("program-answer-unreadable", "where=program"),
    ("program-wants-code", "where=program"),
    ("program-no-numbers", "where=program"),
    ("program-bad-login", "where=program"),
    ("program-session", "where=program"),
    ("program-terms", "where=program"),
    ("environment-mismatch", "where=program"),
    ("security-key", "account=security-key"),
    ("child-account", "account=child"),
    ("managed-account", "account=work"),
    ("recovery-contact", "prepared=contact"),
    ("allow-without-digits", "happens=no-digits"),
    ("no-field", "happens=no-field"),
    ("expired", "happens=refused"),
    ("refused", "happens=refused"),
    ("incorrect-code", "happens=refused"),
    ("too-many-codes", "happens=too-many"),
    ("too-many-tries", "happens=too-many"),
    ("number-refused", "happens=number-refused"),
    ("account-locked", "happens=locked"),
    ("wrong-password", "happens=password"),
    ("passkey", "happens=passkey"),
    ("security-delay", "happens=delay"),
];

/// What asks for something else than the six digits.
const ANOTHER_CODE: &[&str] = &[
    "icloud-security-code",
    "disk-key",
    "device-password",
    "mac-password",
    "payment-verification",
    "activation-lock",
    "screen-time-passcode",
    "sim-pin",
    "email-verification",
    "app-specific-password",
];

/// Looks a text up. A loose match is none.
pub(super) fn heard(text: &str) -> Heard {
    let mut symptoms = explain::recognise(text);
    symptoms.retain(|one| one.sure);
    let message = explain::find(text).into_iter().next().filter(is_a_message).map(|found| found.message);
    if message.is_some() {
        // A message says what happens better than its words, taken one by one. Fraud is heard always.
        symptoms.retain(|one| one.symptom == Symptom::SomebodyAsks);
    }
    Heard { message, symptoms }
}

/// A screen's text or number. What people say is left to the symptoms.
fn is_a_message(found: &Match) -> bool {
    found.sure
        && matches!(found.by, By::Number | By::Text)
        && found.symptom.is_none_or(|symptom| symptom == Symptom::Locked)
}

impl Heard {
    /// Adds what was understood to the answers. An answer that was given stands; but nobody is led to a code who says that
    /// somebody else wants it.
    pub(super) fn add_to(&self, told: &mut Told) {
        let symptoms = self.symptoms.iter().map(|one| one.symptom.word());
        for id in self.message.iter().map(|message| message.id).chain(symptoms) {
            let answers = ANSWERS.iter().filter(|(one, _)| *one == id).flat_map(|(_, answers)| answers.split(' '));
            for (field, value) in answers.filter_map(|answer| answer.split_once('=')) {
                if !told.has(field) || value == "somebody" {
                    *told = told.with(field, value);
                }
            }
        }
    }

    /// The message, where it asks for something else than the six digits.
    pub(super) fn another_code(&self) -> Option<&'static Message> {
        self.message.filter(|message| ANOTHER_CODE.contains(&message.id))
    }

    /// What is said of the text.
    pub(super) fn said(&self) -> String {
        if let Some(message) = self.message {
            // Whose side it is on is no news where that is open: then what was understood is said.
            return match (message.side, message.texts.first()) {
                (Side::Open, Some(text)) => format!("Your message: \u{201c}{}\u{201d}.", text.trim_end_matches('.')),
                _ => format!("Your message: {}", message.side.sentence()),
            };
        }
        match self.symptoms.first() {
            Some(one) => {
                let name = explain::languages::ALL[0].symptom(one.symptom).unwrap_or_default();
                let own = one.language.symptom(one.symptom).unwrap_or(name);
                let line = one.language.recognised.replace("{}", own);
                if own == name { line } else { format!("{line} ({name})") }
            }
            None => "What you typed is no message that is known here, so this plan takes it that no code comes.".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Asked, Device, Happens, Number, Place};
    use super::*;

    fn told(text: &str) -> Told {
        let mut told = Told::default();
        heard(text).add_to(&mut told);
        told
    }

    #[test]
    fn messages_are_heard_only_when_they_are_sure() {
        assert_eq!(told("-28248").happens, Some(Happens::NumberRefused));
        assert_eq!(told("Too many verification codes have been sent.").happens, Some(Happens::TooMany));
        assert_eq!(told("the printer is on fire"), Told::default());
        assert!(heard("the printer is on fire").said().contains("no message that is known"));
    }

    #[test]
    fn what_people_say_becomes_answers() {
        assert_eq!(told("apple is sending the code to my old number").number, Some(Number::Gone));
        assert_eq!(told("I left my iPad at home and the code appears there").other_device, Some(Device::Elsewhere));
        assert_eq!(told("I pressed allow but no code appeared").happens, Some(Happens::NoDigits));
        assert_eq!(told("sideloadly 2fa not received").place, Some(Place::Program));
        assert_eq!(told("no place to enter code on apple tv").happens, Some(Happens::NoField));
        assert!(heard("code not coming").said().contains("No code arrives."));
    }

    #[test]
    fn an_answer_stands_but_not_against_fraud() {
        let mut told = Told { number: Some(Number::Works), asked: Some(Asked::Yes), ..Told::default() };
        heard("apple is sending the code to my old number").add_to(&mut told);
        assert_eq!(told.number, Some(Number::Works));
        heard("someone on the phone wants my verification code").add_to(&mut told);
        assert_eq!(told.asked, Some(Asked::Somebody));
    }

    #[test]
    fn every_answer_named_here_exists() {
        for id in ANOTHER_CODE {
            assert!(explain::by_id(id).is_some() && ANSWERS.iter().all(|(other, _)| other != id), "{id}");
        }
        for (id, answers) in ANSWERS {
            assert!(explain::by_id(id).is_some(), "{id}");
            for (field, value) in answers.split(' ').filter_map(|answer| answer.split_once('=')) {
                assert!(Told::default().with(field, value).has(field), "{id}: {field}={value}");
            }
        }
    }

    /// What is not heard would be lost: either it is an answer, or its own advice leads the plan.
    #[test]
    fn every_symptom_has_a_part_in_the_plan() {
        let silent = ["call-missing", "asked-again", "two-factor-off", "not-arriving", "cannot-sign-in"];
        for symptom in Symptom::ALL {
            let answered = ANSWERS.iter().any(|(id, _)| *id == symptom.word());
            assert!(answered != silent.contains(&symptom.word()), "{symptom:?}");
        }
    }
}
