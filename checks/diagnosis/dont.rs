//! The classics that make it worse. They are never offered as a fix.

use super::causes::Cause;
use super::situation::Situation;
use crate::{Part, Risk};

/// One thing not to do.
#[derive(Debug, PartialEq, Eq)]
pub struct DoNot {
    /// Stable, for scripts.
    pub id: &'static str,
    /// "Do not …"
    pub what: &'static str,
    /// Because …
    pub why: &'static str,
    /// What it can cost.
    pub risk: Risk,
    /// What trouble with these tempts one to do it; none: always.
    tempts: &'static [Part],
}

/// All of them, the most tempting first.
pub const ALL: &[DoNot] = &[
    DoNot {
        id: "more-codes",
        what: "Do not keep requesting codes.",
        why: "Each new code cancels the last, and after a few Apple stops sending for hours.",
        risk: Risk::LocksOut,
        tempts: &[],
    },
    DoNot {
        id: "sign-out",
        what: "Do not sign out of the Apple Account on a device that is still signed in.",
        why: "Signing in again needs a code. It may be your last trusted device, and data kept only in iCloud leaves it.",
        risk: Risk::LocksOut,
        tempts: &[],
    },
    DoNot {
        id: "old-number-first",
        what: "Do not remove the old number before a new one is added and tested.",
        why: "It may be the only way a code can still reach you.",
        risk: Risk::LocksOut,
        tempts: &[],
    },
    DoNot {
        id: "trust-root",
        what: "Do not trust or delete root certificates to make a warning go away.",
        why: "Whoever holds such a root can read what you send, and Apple\u{2019}s services refuse it all the same.",
        risk: Risk::LosesSettings,
        tempts: &[Part::Servers, Part::PushServers, Part::Between],
    },
    DoNot {
        id: "delete-files",
        what: "Do not delete preference files, caches or ~/Library/Messages.",
        why: "It loses settings and messages, can sign this Mac out, and is not known to bring a code.",
        risk: Risk::LosesSettings,
        tempts: &[
            Part::PushServers,
            Part::PushService,
            Part::PushLine,
            Part::Account,
            Part::Hint,
            Part::Link,
            Part::Internet,
        ],
    },
    DoNot {
        id: "reset-keychain",
        what: "Do not reset the keychain.",
        why: "Saved passwords are gone afterwards, and macOS asks for a code to get iCloud Keychain back.",
        risk: Risk::LosesSettings,
        tempts: &[Part::Account],
    },
    DoNot {
        id: "two-factor-off",
        what: "Do not try to turn two-factor authentication off.",
        why: "Apple has no switch for it (only a link in an e-mail, two weeks long, after an upgrade), and getting there needs a code.",
        risk: Risk::LocksOut,
        tempts: &[],
    },
    DoNot {
        id: "erase",
        what: "Do not erase or reset this Mac.",
        why: "Afterwards Activation Lock asks for the very account you cannot get into.",
        risk: Risk::LocksOut,
        tempts: &[Part::Account, Part::Machine],
    },
    DoNot {
        id: "recovery-key-now",
        what: "Do not set up a recovery key in the middle of this.",
        why: "It switches account recovery off. Lose the key and your devices, and Apple cannot help.",
        risk: Risk::LocksOut,
        tempts: &[Part::Account],
    },
];

/// The most fitting five: what the rows tempt to, then what is always tempting.
pub(super) fn do_not(situation: &Situation, causes: &[Cause]) -> Vec<&'static DoNot> {
    let tempted = |one: &&DoNot| one.tempts.is_empty() || causes.iter().any(|cause| one.tempts.contains(&cause.part));
    let signed_out = situation.signed_in() == Some(false);
    ALL.iter().filter(|one| !(signed_out && one.id == "delete-files")).filter(tempted).take(5).collect()
}

#[cfg(test)]
mod tests {
    use super::super::diagnose;
    use super::super::testing::{mac, row, with};
    use super::*;
    use crate::fail;

    #[test]
    fn nothing_harmless_is_forbidden_and_ids_are_unique() {
        for one in ALL {
            assert!(matches!(one.risk, Risk::LosesSettings | Risk::LocksOut), "{}", one.id);
            assert!(one.what.starts_with("Do not ") && one.why.ends_with('.'), "{}", one.id);
            assert_eq!(ALL.iter().filter(|other| other.id == one.id).count(), 1);
        }
    }

    #[test]
    fn at_most_five_that_fit() {
        let healthy = diagnose(&with(vec![]), &mac("15.1")).do_not;
        assert_eq!(healthy[0].id, "more-codes");
        assert!(healthy.iter().all(|one| one.id != "trust-root"));
        let inspected = diagnose(&with(vec![row("tls/inspection", fail("x"))]), &mac("15.1")).do_not;
        assert!(inspected.iter().any(|one| one.id == "trust-root") && inspected.len() <= 5);
    }
}
