//! Can, might not, cannot: from the account, the push line, the network and the clock.

use super::Outlook;
use super::causes::Cause;
use super::situation::{Situation, names_sign_in};
use crate::{Check, Effect, Part, Row, Status};
use std::fmt;

/// The outlook and what it rests on.
pub(super) struct Decision<'a> {
    pub(super) outlook: Outlook,
    /// The one reason, where something is wrong.
    pub(super) cause: Option<&'a Cause>,
    /// What was not seen although the outlook hangs on it.
    pub(super) unknown: Vec<Unseen>,
    /// The trouble is on the way to the sign-in servers; the push line was seen to work.
    pub(super) asking: bool,
}

/// Something that the outlook hangs on and that was not seen to work.
pub(super) enum Unseen {
    /// It could not be found out: "whether …".
    Unchecked(&'static str),
    /// It was looked for, and is not there: a clause.
    NotThere(String),
}

impl fmt::Display for Unseen {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unchecked(words) => out.write_str(words),
            Self::NotThere(clause) => out.write_str(clause),
        }
    }
}

/// Decides.
pub(super) fn outlook<'a>(situation: &Situation, causes: &'a [Cause]) -> Decision<'a> {
    let cause = causes.iter().find(|cause| cause.decides());
    let (mut unknown, mut missing) = (Vec::new(), false);
    for (check, words) in needed() {
        match situation.row(check.id) {
            None => missing = true,
            Some(row) if was_seen(row) => {}
            Some(row) if row.verdict.status == Status::Info => unknown.push(Unseen::NotThere(row.wrong())),
            Some(_) => unknown.push(Unseen::Unchecked(words)),
        }
    }
    let asking = cause.is_some_and(|cause| asks(situation, cause.id)) && situation.push_seen();
    let outlook = match cause.map(|cause| cause.effect) {
        // Somebody else's files with this Mac's network say nothing about either.
        _ if !situation.mac || situation.rerooted => Outlook::CannotTell,
        Some(Effect::Stops) => Outlook::Cannot,
        Some(_) => Outlook::MightNot,
        None if missing || situation.offline => Outlook::CannotTell,
        None if !unknown.is_empty() => Outlook::MightNot,
        None => Outlook::Can,
    };
    Decision { outlook, cause, unknown, asking }
}

/// What must have been seen to work before "can" is said, in words.
pub(super) fn needed() -> impl Iterator<Item = (&'static Check, &'static str)> {
    crate::all().filter_map(|check| Some((check, check.needed()?)))
}

/// Whether the row saw what it is about. "None is to be seen" is not seeing it.
fn was_seen(row: &Row) -> bool {
    match row.verdict.status {
        Status::Unknown | Status::Skip => false,
        Status::Info => row.found(),
        Status::Pass | Status::Warn | Status::Fail => true,
    }
}

/// Whether the row is about the way to the sign-in servers rather than the push line.
fn asks(situation: &Situation, id: &str) -> bool {
    let Some(row) = situation.row(id) else { return false };
    match row.check.part {
        Part::Between => id == PROXY,
        Part::Servers => true,
        Part::Names => row.verdict.blames.is_empty() || names_sign_in(row),
        _ => false,
    }
}

const PROXY: &str = const { crate::check::known("filters/proxy") };

#[cfg(test)]
mod tests {
    use super::super::testing::{answers, because, healthy, mac, row, with};
    use super::super::{Diagnosis, diagnose};
    use super::*;
    use crate::{Answers, Culprit, fail, info, skip, unknown, warn};

    fn of(rows: &[Row], answers: &Answers) -> (Outlook, String) {
        let Diagnosis { outlook, headline, .. } = diagnose(rows, answers);
        (outlook, headline)
    }

    fn changed(rows: Vec<Row>) -> (Outlook, String) {
        of(&with(rows), &mac("15.1"))
    }

    #[test]
    fn healthy_can() {
        let (outlook, headline) = changed(vec![]);
        assert_eq!(outlook, Outlook::Can);
        assert!(headline.starts_with("This Mac CAN receive a code prompt"), "{headline}");
    }

    #[test]
    fn signed_out_cannot() {
        let (outlook, headline) = changed(vec![row("account/icloud", fail("x").reason("signed-out"))]);
        assert_eq!(outlook, Outlook::Cannot);
        assert_eq!(headline, "This Mac CANNOT receive a code prompt: nobody is signed in to iCloud.");
    }

    #[test]
    fn messages_and_facetime_never_decide() {
        let rows = vec![row("messages/imessage", fail("x")), row("facetime/registered", warn("x"))];
        assert_eq!(changed(rows).0, Outlook::Can);
    }

    #[test]
    fn a_vpn_that_harms_nothing_does_not_decide() {
        assert_eq!(changed(vec![row("vpn/active", info("x").reason("full-tunnel"))]).0, Outlook::Can);
    }

    #[test]
    fn unknown_is_never_can() {
        for (check, _) in needed() {
            let id = check.id;
            let (outlook, headline) = changed(vec![row(id, unknown("could not check"))]);
            assert_eq!(outlook, Outlook::MightNot, "{id}");
            assert!(headline.contains("could not be checked"), "{headline}");
        }
        assert_eq!(changed(vec![row("push/connected", skip("x"))]).0, Outlook::MightNot);
        assert_eq!(
            changed(vec![row("push/connected", info("none is to be seen").reason("not-seen"))]).0,
            Outlook::MightNot
        );
    }

    #[test]
    fn sign_in_servers_out_of_reach_stop_asking_not_receiving() {
        let (outlook, headline) = changed(vec![row("tls/sign-in", fail("gsa.apple.com: no connection"))]);
        assert_eq!(outlook, Outlook::Cannot);
        assert!(headline.starts_with("This Mac CANNOT ask Apple for a code"), "{headline}");
    }

    #[test]
    fn inspected_couriers_were_not_seen() {
        let inspected =
            |host: &'static str| row("tls/inspection", fail("x").culprit(Culprit::of("Zscaler")).blames(host));
        assert!(changed(vec![inspected("gsa.apple.com")]).1.contains("CANNOT ask"));
        assert!(changed(vec![inspected("7-courier.push.apple.com")]).1.contains("CANNOT receive"));
    }

    #[test]
    fn push_out_of_reach_stops_receiving() {
        let courier = row("push/courier", fail("x").reason("unreachable"));
        let (outlook, headline) = changed(vec![courier, because(row("push/connected", fail("x")), "push/courier")]);
        assert_eq!(outlook, Outlook::Cannot);
        assert!(
            headline.starts_with("This Mac CANNOT receive a code prompt: Apple\u{2019}s push servers"),
            "{headline}"
        );
    }

    #[test]
    fn an_outage_might() {
        let (outlook, headline) = changed(vec![row("status/apple-account", fail("Apple Account: outage"))]);
        assert_eq!(outlook, Outlook::MightNot);
        assert!(headline.contains("Apple itself reports"), "{headline}");
    }

    #[test]
    fn the_wire_comes_before_the_account() {
        let rows = vec![row("network/interface-up", fail("x")), row("account/icloud", fail("x").reason("signed-out"))];
        assert!(changed(rows).1.contains("no network is connected"));
    }

    #[test]
    fn a_plausible_failure_might() {
        assert_eq!(
            changed(vec![row("filters/packet-filter", fail("packets are lost on the way"))]).0,
            Outlook::MightNot
        );
    }

    #[test]
    fn part_of_the_checks_is_not_enough_to_say_can() {
        let rows: Vec<Row> = healthy().into_iter().filter(|row| row.group.id == "dns").collect();
        let (outlook, headline) = of(&rows, &mac("15.1"));
        assert_eq!(outlook, Outlook::CannotTell);
        assert!(headline.contains("only part"), "{headline}");
    }

    #[test]
    fn not_a_mac() {
        let rows = vec![row("account/icloud", skip("needs a Mac").reason("needs-mac"))];
        let (outlook, headline) = of(&with(rows), &answers("linux", "", false));
        assert_eq!(outlook, Outlook::CannotTell);
        assert!(headline.starts_with("This is not a Mac"), "{headline}");
        let (_, headline) = of(&with(vec![row("tls/sign-in", fail("no connection"))]), &answers("linux", "", false));
        assert!(headline.contains("sign-in servers cannot be reached"), "{headline}");
    }

    #[test]
    fn files_of_another_mac_say_whether_it_is_signed_in() {
        let run = crate::Run { rerooted: true, ..answers("linux", "", true).run().clone() };
        let read = Answers::new(run, std::collections::BTreeMap::new());
        let left_out = |id| row(id, skip("not asked: --offline").reason("offline"));
        let account = |verdict| with(vec![row("account/icloud", verdict), left_out("network/internet")]);
        let (outlook, headline) = of(&account(crate::pass("signed in")), &read);
        assert_eq!(outlook, Outlook::CannotTell);
        assert!(headline.contains("are signed in to iCloud"), "{headline}");
        let (_, headline) = of(&account(fail("x").reason("signed-out")), &read);
        assert!(headline.starts_with("Nobody is signed in to iCloud"), "{headline}");
    }

    #[test]
    fn files_of_another_mac_are_not_judged_with_this_ones_network() {
        let run = crate::Run { rerooted: true, ..mac("15.1").run().clone() };
        let read = Answers::new(run, mac("15.1").entries().clone());
        let (outlook, headline) = of(&with(vec![]), &read);
        assert_eq!(outlook, Outlook::CannotTell);
        assert!(headline.starts_with("The files that were read are signed in"), "{headline}");
        let broken = with(vec![row("tls/sign-in", fail("no connection"))]);
        let (_, headline) = of(&broken, &read);
        assert!(headline.starts_with("The files that were read"), "{headline}");
    }

    #[test]
    fn offline_says_what_was_left_out() {
        let offline = |id| row(id, skip("not asked: --offline").reason("offline"));
        let ids = ["network/internet", "dns/sign-in", "dns/apple-push", "tls/sign-in", "push/courier", "clock/offset"];
        let rows = with(ids.into_iter().map(offline).collect());
        let (outlook, headline) = of(&rows, &answers("macos", "15.1", true));
        assert_eq!(outlook, Outlook::CannotTell);
        assert!(headline.contains("without the network"), "{headline}");
    }
}
