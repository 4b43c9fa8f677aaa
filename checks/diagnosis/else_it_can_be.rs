//! When all is well here: what else it can be. No Mac can see any of it, so each comes with what to do.

use super::Outlook;
use super::situation::Situation;
use crate::Status;

/// One thing that no Mac can see.
#[derive(Debug, PartialEq, Eq)]
pub struct ElseItCanBe {
    /// Stable, for scripts.
    pub id: &'static str,
    /// What it is, as a short sentence without a full stop.
    pub what: &'static str,
    /// What to do then, as a sentence.
    pub then: &'static str,
}

const fn one(id: &'static str, what: &'static str, then: &'static str) -> ElseItCanBe {
    ElseItCanBe { id, what, then }
}

/// In the order of how often people report each.
const ALL: &[ElseItCanBe] = &[
    one(
        "other-account",
        "You sign in with another account than this Mac\u{2019}s",
        "This Mac gets codes only for the account under your name in Settings: compare the address.",
    ),
    one(
        "number",
        "The number is old, or in a phone that is gone",
        "Add one that reaches you on this Mac, under Trusted Phone Numbers; remove the old one only after a code came.",
    ),
    one(
        "texts",
        "Texts are blocked or sorted away",
        "Choose a call; look under Unknown Senders and Junk; the carrier can let texts from short numbers through.",
    ),
    // pyicloud, icloud3 503, rclone 9919: they show at icloud.com, for developers at developer.apple.com.
    one(
        "terms",
        "New terms wait to be accepted",
        "Sign in at icloud.com once and accept them; developers at developer.apple.com/account too.",
    ),
    one(
        "locked",
        "The account is locked",
        "A new password opens it: on this Mac under Sign-In & Security, or at iforgot.apple.com.",
    ),
    one(
        OWNER,
        "It is a child\u{2019}s, a school\u{2019}s or a company\u{2019}s account",
        "Ask the parent, or the administrator: they decide how it signs in, and can set its password.",
    ),
    // Apple 102637.
    one("security-keys", "The account has security keys", "Then no code comes: use a key. A passkey stops no codes."),
    one(
        "too-many",
        "There were too many tries",
        "Enter the last code that came, if one did; otherwise wait some hours, then ask once.",
    ),
    // Apple 120340; on by itself since iOS 26.4.
    one(
        "delay",
        "An iPhone makes you wait an hour (Stolen Device Protection)",
        "Let it, and confirm again; at home or at work it can end sooner.",
    ),
];

const OWNER: &str = "owner";

/// The file of a child\u{2019}s account looks like any other, so this stays where the file says "your own".
const CHILD: ElseItCanBe = one(
    "child",
    "It is a child\u{2019}s account",
    "No Mac can tell. The parent\u{2019}s device is the way in: their number gets the text, and they can set the password.",
);

/// The list; empty unless all that a prompt needs was seen to work.
pub(super) fn else_it_can_be(situation: &Situation, outlook: Outlook) -> Vec<&'static ElseItCanBe> {
    if outlook != Outlook::Can {
        return Vec::new();
    }
    let own = situation.is("account/managed", Status::Pass);
    ALL.iter().map(|one| if own && one.id == OWNER { &CHILD } else { one }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::diagnose;
    use super::super::testing::{mac, row, with};
    use super::*;
    use crate::{fail, pass};

    fn ids(rows: Vec<crate::Row>) -> Vec<&'static str> {
        diagnose(&with(rows), &mac("15.1")).else_it_can_be.iter().map(|one| one.id).collect()
    }

    #[test]
    fn only_a_healthy_mac_is_told() {
        assert_eq!(ids(vec![])[..3], ["other-account", "number", "texts"]);
        assert!(ids(vec![row("push/daemon", fail("x"))]).is_empty());
    }

    #[test]
    fn a_child_is_never_ruled_out() {
        assert!(ids(vec![]).contains(&"owner"));
        let own = ids(vec![row("account/managed", pass("it is your own"))]);
        assert!(own.contains(&"child") && !own.contains(&"owner"), "{own:?}");
    }

    #[test]
    fn each_is_one_line_with_its_action() {
        for one in ALL.iter().chain([&CHILD]) {
            assert!(!one.what.ends_with('.') && one.then.ends_with('.'), "{}", one.id);
            assert_eq!(ALL.iter().filter(|other| other.id == one.id).count(), usize::from(one.id != "child"));
        }
    }
}
