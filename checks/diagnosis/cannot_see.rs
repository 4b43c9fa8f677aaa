//! What no program on a Mac can find out: the questions that are left to the person. `codesent guide` asks the same ones.

use super::situation::Situation;
use crate::Status;
use crate::check::known;

const MANAGED: &str = const { known("account/managed") };
const TRUSTED_DEVICES: &str = const { known("account/trusted-devices") };

/// A question for the person.
#[derive(Debug, PartialEq, Eq)]
pub struct Question {
    /// Stable, for scripts and for `codesent guide --answers`.
    pub id: &'static str,
    /// The question.
    pub text: &'static str,
    /// What follows from the answer that matters.
    pub then: &'static str,
}

const ALL: &[Question] = &[
    Question {
        id: "where",
        text: "Are you signing in to Apple itself, or in another program (a sideloader, an iCloud downloader)?",
        then: "In another program: update it first. Apple changed sign-in in 2026, and old programs no longer get codes.",
    },
    Question {
        id: "security-key",
        text: "Does the account use a security key or a passkey?",
        then: "Then there is no code at all: use the key or the passkey.",
    },
    Question {
        id: "other-device",
        text: "Is another device signed in with the same Apple Account?",
        then: "Yes: the code shows there, or can be made there. No: codes come by text or call only.",
    },
    Question {
        id: "number",
        text: "Is the trusted number still yours, and does it get texts from banks?",
        then: "Banks\u{2019} texts do not come either: have Apple call instead, and ask the carrier about short codes. Phone without service all of a sudden: call the carrier now, it may be a SIM swap.",
    },
    Question {
        id: "managed",
        text: "Is it a work, school or child account?",
        then: "Then the organisation or the family organiser decides: ask them.",
    },
];

/// All five, in the order they are asked.
pub fn questions() -> &'static [Question] {
    ALL
}

/// Those that the rows leave open.
pub(super) fn cannot_see(situation: &Situation) -> Vec<&'static Question> {
    let managed = situation.is(MANAGED, Status::Pass);
    let others = situation.has_reason(TRUSTED_DEVICES, &["with-others"]);
    let told = |id: &str| (id == "managed" && managed) || (id == "other-device" && others);
    ALL.iter().filter(|question| !told(question.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::diagnose;
    use super::super::testing::{mac, row, with};
    use crate::pass;

    #[test]
    fn at_most_five_and_none_that_is_already_answered() {
        assert_eq!(diagnose(&with(vec![]), &mac("15.1")).cannot_see.len(), 5);
        let rows = with(vec![row("account/managed", pass("a personal account"))]);
        let open = diagnose(&rows, &mac("15.1")).cannot_see;
        assert!(open.iter().all(|question| question.id != "managed"));
        let rows =
            with(vec![row("account/trusted-devices", pass("it is, with one other device").reason("with-others"))]);
        assert!(diagnose(&rows, &mac("26.1")).cannot_see.iter().all(|question| question.id != "other-device"));
    }
}
