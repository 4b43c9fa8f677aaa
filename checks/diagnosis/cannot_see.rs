//! What no program on a Mac can find out: the questions that are left to the person. `codesent guide` asks the same ones.

use super::situation::Situation;
use crate::Status;
use crate::check::{known, ways};

const MANAGED: &str = const { known("account/managed") };
const TRUSTED_DEVICES: &str = const { known("account/trusted-devices") };

/// A question for the person.
#[derive(Debug, PartialEq, Eq)]
pub struct Unseen {
    /// Stable, for scripts and for `codesent guide --answers`.
    pub id: &'static str,
    /// The question.
    pub text: &'static str,
    /// What follows from the answer that matters.
    pub then: &'static str,
}

const ALL: &[Unseen] = &[
    Unseen {
        id: "where",
        text: "Which screen asks: this Mac, another device, a website, another program?",
        then: "A program: sign in once yourself at account.apple.com. That works? Then update the program: Apple changed sign-in in 2026.",
    },
    Unseen {
        id: "asked",
        text: "Did you ask for the code yourself?",
        then: "No: choose \u{201c}Don\u{2019}t Allow\u{201d}, tell the code to nobody, and change the password.",
    },
    Unseen {
        id: "other-device",
        text: "Is another device signed in with the same Apple Account?",
        then: "Yes: the code shows there, or can be made there. No: codes come by text or call only.",
    },
    Unseen {
        id: "number",
        text: "Is the trusted number yours, its phone at hand, and do texts arrive?",
        then: "No texts: have Apple call instead, and ask the carrier about short codes. Gone or lost: add another one on a device that is signed in. Phone without service all of a sudden: call the carrier now, it may be a SIM swap.",
    },
    Unseen {
        id: "account",
        text: "Is it a child\u{2019}s, school\u{2019}s or company\u{2019}s account, or one with security keys?",
        then: "A child\u{2019}s: the parent\u{2019}s device. A school\u{2019}s or company\u{2019}s: its administrator. Security keys: no code comes, use a key (a passkey stops no codes).",
    },
];

/// Where the file says "your own". A child's looks like any other, so it is asked about all the same.
const CHILD_OR_KEYS: Unseen = Unseen {
    id: "account",
    text: "Is it a child\u{2019}s account, or one with security keys?",
    then: "A child\u{2019}s: the parent\u{2019}s device is the way in. Security keys: no code comes, use a key (a passkey stops no codes).",
};

/// What the rows leave open.
pub(super) fn cannot_see(situation: &Situation) -> Vec<&'static Unseen> {
    let own = situation.is(MANAGED, Status::Pass);
    // Apple's own list of the account's devices answers one of them.
    let others = situation.has_reason(TRUSTED_DEVICES, &const { ways(TRUSTED_DEVICES, ["with-others"]) });
    let open = ALL.iter().filter(|question| !(others && question.id == "other-device"));
    open.map(|question| if own && question.id == "account" { &CHILD_OR_KEYS } else { question }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::diagnose;
    use super::super::testing::{mac, row, with};
    use crate::pass;

    #[test]
    fn five_and_a_child_is_never_ruled_out() {
        let account = |rows| {
            let open = diagnose(&with(rows), &mac("15.1")).cannot_see;
            assert_eq!(open.len(), 5);
            open.iter().find(|question| question.id == "account").unwrap().text
        };
        assert!(account(vec![]).contains("company"));
        let own = account(vec![row("account/managed", pass("a personal account"))]);
        assert!(own.contains("child") && !own.contains("company"), "{own}");
    }
}
