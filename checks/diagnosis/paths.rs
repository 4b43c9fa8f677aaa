//! Every way to a code, and how it stands with each.

use super::Outlook;
use super::causes::Cause;
use super::get_in_now::HIDES_CODE_BUTTON;
use super::outlook::Decision;
use super::situation::{CLOCK, Situation, blames};
use crate::check::{known, ways};
use crate::{Part, Status, hosts};

const TWO_FACTOR: &str = const { known("account/two-factor") };
const WEB_CODES: &str = const { known("tls/web-codes") };

/// One way to a code.
#[derive(Clone, Debug)]
pub struct Path {
    /// Stable, for scripts.
    pub id: &'static str,
    /// In words.
    pub title: &'static str,
    /// How it stands.
    pub outlook: Outlook,
    /// Why, as a clause without a full stop.
    pub why: String,
}

/// All five, in the order of how quickly they help.
pub(super) fn paths(situation: &Situation, decision: &Decision, causes: &[Cause]) -> Vec<Path> {
    vec![
        prompt(situation, decision),
        offline_code(situation),
        web(situation, decision, causes),
        path(
            "text-or-call",
            "A text or call to your number",
            Outlook::CannotTell,
            "your carrier brings it; no Mac can see that",
        ),
        path(
            "other-device",
            "A prompt on another device",
            Outlook::CannotTell,
            "needs a device with the same account; this Mac cannot see it",
        ),
    ]
}

fn path(id: &'static str, title: &'static str, outlook: Outlook, why: impl Into<String>) -> Path {
    Path { id, title, outlook, why: why.into() }
}

fn prompt(situation: &Situation, decision: &Decision) -> Path {
    let here = |outlook, why: &str| path("prompt", "A prompt on this Mac", outlook, why);
    if !situation.mac {
        return here(Outlook::CannotTell, "this is not a Mac");
    }
    if decision.asking && decision.outlook == Outlook::Cannot {
        return match situation.signed_in() {
            Some(false) => here(Outlook::Cannot, "nobody is signed in"),
            _ => here(Outlook::MightNot, "only for a sign-in that starts on another device or network"),
        };
    }
    match (decision.outlook, decision.cause) {
        (Outlook::Can, _) => here(Outlook::Can, "for the account it is signed in with"),
        (outlook, Some(cause)) => here(outlook, &cause.statement),
        (outlook, None) => here(outlook, "not everything it needs could be checked"),
    }
}

/// The digits are made on the device itself; push is not needed (rustpush, `get_2fa_code`; Apple's guide mchl8bd4e9c2).
fn offline_code(situation: &Situation) -> Path {
    let here = |outlook, why: &str| path("offline-code", "A code made on this Mac", outlook, why);
    if !situation.mac {
        return here(Outlook::CannotTell, "this is not a Mac");
    }
    match situation.signed_in() {
        Some(false) => here(Outlook::Cannot, "nobody is signed in"),
        None => here(Outlook::CannotTell, "whether it is signed in is not known"),
        Some(true) if situation.is(CLOCK, Status::Fail) => {
            here(Outlook::MightNot, "the clock is wrong, so the code may be refused")
        }
        Some(true) if situation.account_is_forbidden() => {
            here(Outlook::Cannot, "a profile keeps everybody out of the settings with the button")
        }
        Some(true) if situation.has_reason(TWO_FACTOR, &const { ways(TWO_FACTOR, ["off"]) }) => {
            here(Outlook::Cannot, "two-factor authentication is off, so there are no codes")
        }
        Some(true) if situation.has_reason(TWO_FACTOR, &const { ways(TWO_FACTOR, ["trust-revoked"]) }) => {
            here(Outlook::MightNot, "Apple no longer trusts this Mac with codes")
        }
        Some(true) if situation.macos.is_some_and(|version| version >= HIDES_CODE_BUTTON) => {
            here(Outlook::MightNot, "this macOS hides the button while online")
        }
        Some(true) => here(Outlook::Can, "works without push and without a network"),
    }
}

/// Apple Platform Security: a browser on a trusted device shows the code locally. Since 2026 by a web socket.
fn web(situation: &Situation, decision: &Decision, causes: &[Cause]) -> Path {
    let here = |outlook, why: &str| path("web", "Sign-in on a website, on this Mac", outlook, why);
    let broken = |id: &str| causes.iter().any(|cause| cause.id == id || cause.consequences.contains(&id));
    if !situation.mac {
        return here(Outlook::CannotTell, "this is not a Mac");
    }
    if situation.signed_in() == Some(false) {
        return here(Outlook::Cannot, "nobody is signed in; the code shows on another device");
    }
    if !situation.online() {
        return here(Outlook::Cannot, "no usable network");
    }
    if decision.asking && decision.outlook == Outlook::Cannot {
        return here(Outlook::Cannot, "the sign-in servers cannot be reached");
    }
    let mut servers = situation.about(&[Part::Names, Part::Servers]);
    if servers.any(|row| row.verdict.status == Status::Fail && blames(row, hosts::IDMSA.name)) {
        return here(Outlook::Cannot, "idmsa.apple.com, which websites sign in with, cannot be reached");
    }
    if broken(WEB_CODES) {
        return here(Outlook::MightNot, "websocket.push.apple.com cannot be reached");
    }
    match decision.outlook {
        Outlook::Can => here(Outlook::Can, "the browser shows the code right here"),
        Outlook::Cannot => here(Outlook::Cannot, "it needs the prompt"),
        other => here(other, "it needs the prompt"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::diagnose;
    use super::super::testing::{mac, row, with};
    use crate::diagnosis::Outlook;
    use crate::{Row, fail, unknown, warn};

    fn of(changes: Vec<Row>, version: &str) -> Vec<(&'static str, Outlook)> {
        let paths = diagnose(&with(changes), &mac(version)).paths;
        paths.iter().map(|path| (path.id, path.outlook)).collect()
    }

    fn outlook(changes: Vec<Row>, version: &str, id: &str) -> Outlook {
        of(changes, version).into_iter().find(|(path, _)| *path == id).unwrap().1
    }

    #[test]
    fn always_five() {
        let ids: Vec<_> = of(vec![], "15.1").into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, ["prompt", "offline-code", "web", "text-or-call", "other-device"]);
    }

    #[test]
    fn a_code_can_be_made_without_push() {
        let broken = || vec![row("push/courier", fail("x")), row("push/connected", fail("x"))];
        assert_eq!(outlook(broken(), "15.1", "prompt"), Outlook::Cannot);
        assert_eq!(outlook(broken(), "15.1", "offline-code"), Outlook::Can);
        assert_eq!(outlook(broken(), "26.4", "offline-code"), Outlook::MightNot);
        assert_eq!(outlook(vec![row("account/icloud", fail("x"))], "15.1", "offline-code"), Outlook::Cannot);
        assert_eq!(outlook(vec![row("account/icloud", unknown("x"))], "15.1", "offline-code"), Outlook::CannotTell);
        assert_eq!(outlook(vec![row("clock/offset", fail("x"))], "15.1", "offline-code"), Outlook::MightNot);
    }

    #[test]
    fn no_mac_sees_the_carrier() {
        assert_eq!(outlook(vec![], "15.1", "text-or-call"), Outlook::CannotTell);
    }

    #[test]
    fn a_website_needs_the_sign_in_servers_and_the_web_socket() {
        assert_eq!(outlook(vec![], "15.1", "web"), Outlook::Can);
        assert_eq!(outlook(vec![row("tls/sign-in", fail("x"))], "15.1", "web"), Outlook::Cannot);
        assert_eq!(outlook(vec![row("tls/sign-in", fail("x"))], "15.1", "prompt"), Outlook::MightNot);
        assert_eq!(outlook(vec![row("tls/web-codes", warn("x"))], "15.1", "web"), Outlook::MightNot);
        assert_eq!(outlook(vec![row("tls/web-codes", warn("x"))], "15.1", "prompt"), Outlook::Can);
    }
}
