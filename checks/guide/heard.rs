//! What a pasted or typed text means to the plan: a message that is known, or what happens, in the person's own words.

use super::{Account, Asked, Device, Happens, Number, Place, Told};
use crate::explain::{self, By, Match, Message, Recognised, Symptom};

/// What was made of a text.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// A message that is known for sure.
    pub(super) message: Option<&'static Message>,
    /// What happens, as far as it may be acted upon without asking back.
    symptoms: Vec<Recognised>,
}

/// What each known message comes down to, where the plan has a part for it.
const HAPPENS: &[(&str, Happens)] = &[
    ("too-many-codes", Happens::TooMany),
    ("too-many-tries", Happens::TooMany),
    ("number-refused", Happens::NumberRefused),
    ("incorrect-code", Happens::Refused),
    ("account-locked", Happens::Locked),
    ("wrong-password", Happens::Password),
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
        let message = self.message.and_then(|message| HAPPENS.iter().find(|(id, _)| *id == message.id));
        told.happens = told.happens.or(message.map(|(_, happens)| *happens));
        for one in &self.symptoms {
            let answer = match one.symptom {
                Symptom::SomebodyAsks => {
                    told.asked = Some(Asked::Somebody);
                    continue;
                }
                Symptom::NotMe => Told { asked: Some(Asked::No), ..Told::default() },
                Symptom::PhoneLost => Told { number: Some(Number::Lost), ..Told::default() },
                Symptom::NumberLost => Told { number: Some(Number::Gone), ..Told::default() },
                Symptom::NoService => Told { number: Some(Number::NoService), ..Told::default() },
                Symptom::Abroad => Told { number: Some(Number::Abroad), ..Told::default() },
                Symptom::TextMissing => Told { number: Some(Number::NoTexts), ..Told::default() },
                Symptom::DeviceElsewhere => Told { other_device: Some(Device::Elsewhere), ..Told::default() },
                Symptom::OnlyDevice => Told { other_device: Some(Device::No), ..Told::default() },
                Symptom::Program => Told { place: Some(Place::Program), ..Told::default() },
                Symptom::SecurityKey => Told { account: Some(Account::SecurityKey), ..Told::default() },
                Symptom::AllowWithoutDigits => Told { happens: Some(Happens::NoDigits), ..Told::default() },
                Symptom::NoField => Told { happens: Some(Happens::NoField), ..Told::default() },
                Symptom::Expired | Symptom::Refused => Told { happens: Some(Happens::Refused), ..Told::default() },
                Symptom::Locked => Told { happens: Some(Happens::Locked), ..Told::default() },
                Symptom::CallMissing
                | Symptom::AskedAgain
                | Symptom::TwoFactorOff
                | Symptom::NotArriving
                | Symptom::CannotSignIn => continue,
            };
            told.place = told.place.or(answer.place);
            told.asked = told.asked.or(answer.asked);
            told.account = told.account.or(answer.account);
            told.other_device = told.other_device.or(answer.other_device);
            told.number = told.number.or(answer.number);
            told.happens = told.happens.or(answer.happens);
        }
    }

    /// What is said of the text.
    pub(super) fn said(&self) -> String {
        if let Some(message) = self.message {
            return format!("Your message: {}", message.side.sentence());
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
    fn every_message_named_here_exists() {
        for (id, _) in HAPPENS {
            assert!(explain::by_id(id).is_some(), "{id}");
        }
    }
}
