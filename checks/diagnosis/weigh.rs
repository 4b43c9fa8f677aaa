//! What a troubled row means for a code prompt on this Mac. Data first: the table is read from the top, and what it does
//! not name is weighed by its group and by how well its effect is known.

use super::situation::{Situation, spares_the_needed};
use crate::{Certainty, Row, Status};

/// What a row's trouble does to a prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Effect {
    /// Nothing, or nothing that is known.
    Nothing,
    /// It may stop it.
    MayStop,
    /// It stops it.
    Stops,
}

struct Rule {
    /// The start of the ids it is about.
    id: &'static str,
    /// The reasons; none for any.
    reasons: &'static [&'static str],
    status: Status,
    effect: Effect,
}

const fn rule(id: &'static str, reasons: &'static [&'static str], status: Status, effect: Effect) -> Rule {
    Rule { id, reasons, status, effect }
}

const RULES: &[Rule] = &[
    // Codes do not travel over iMessage or FaceTime.
    rule("messages/", &[], Status::Fail, Effect::Nothing),
    rule("messages/", &[], Status::Warn, Effect::Nothing),
    rule("facetime/", &[], Status::Fail, Effect::Nothing),
    rule("facetime/", &[], Status::Warn, Effect::Nothing),
    // Apple 102266: push falls back to 443.
    rule("push/courier", &["fallback-only"], Status::Warn, Effect::Nothing),
    rule("push/last-contact", &[], Status::Warn, Effect::MayStop),
    // These hosts carry Messages, FaceTime, recovery and web sign-in, not the prompt.
    rule("tls/identity", &[], Status::Fail, Effect::Nothing),
    rule("tls/identity", &[], Status::Warn, Effect::Nothing),
    rule("tls/web-codes", &[], Status::Fail, Effect::Nothing),
    rule("tls/web-codes", &[], Status::Warn, Effect::Nothing),
    // Where these did harm, the rows of the servers themselves are red.
    rule("dns/hosts-file", &["blocks-useful", "pinned"], Status::Warn, Effect::Nothing),
    rule("dns/aliases", &[], Status::Warn, Effect::Nothing),
    rule("dns/", &["some-late"], Status::Warn, Effect::Nothing),
    rule("network/internet", &["tampered"], Status::Warn, Effect::Nothing),
    // Slow is not broken, and some seconds off harm no certificate.
    rule("dns/resolver", &["slow"], Status::Warn, Effect::Nothing),
    rule("clock/offset", &[], Status::Warn, Effect::Nothing),
    // Apple's page lags behind and names some users only.
    rule("status/", &[], Status::Fail, Effect::MayStop),
    rule("status/", &[], Status::Warn, Effect::MayStop),
    // Only a signed-in Mac is a trusted device (Apple 122621).
    rule("account/icloud", &[], Status::Fail, Effect::Stops),
    rule("account/two-factor", &["trust-revoked", "off", "two-step", "managed"], Status::Warn, Effect::MayStop),
    rule("account/", &[], Status::Fail, Effect::MayStop),
    rule("account/", &[], Status::Warn, Effect::MayStop),
    rule("mac/version", &["too-old"], Status::Fail, Effect::Stops),
    rule("mac/virtual-machine", &[], Status::Warn, Effect::MayStop),
    // Whether such a profile also holds the prompt back is not known.
    rule("mac/restrictions", &[], Status::Warn, Effect::MayStop),
    rule("mac/daemons-disabled", &[], Status::Warn, Effect::MayStop),
    rule("mac/", &[], Status::Fail, Effect::MayStop),
    rule("mac/", &[], Status::Warn, Effect::Nothing),
    // What stands in the way is a suspect; what is broken behind it decides.
    rule("filters/proxy", &[], Status::Fail, Effect::Stops),
    rule("filters/proxy", &["no-push"], Status::Warn, Effect::MayStop),
    rule("vpn/", &[], Status::Fail, Effect::MayStop),
    rule("vpn/", &[], Status::Warn, Effect::Nothing),
    rule("filters/", &[], Status::Fail, Effect::MayStop),
    rule("filters/", &[], Status::Warn, Effect::Nothing),
];

/// What this row's trouble does.
pub(super) fn effect(row: &Row, situation: &Situation) -> Effect {
    let verdict = &row.verdict;
    if !matches!(verdict.status, Status::Fail | Status::Warn) {
        return Effect::Nothing;
    }
    // What only gives context decides nothing, unless a rule names the very check.
    let context = matches!(row.check.certainty, Certainty::Context(_));
    let fits = |rule: &&Rule| {
        rule.status == verdict.status
            && row.check.id.starts_with(rule.id)
            && !(context && rule.id.ends_with('/'))
            && (rule.reasons.is_empty() || verdict.reason.is_some_and(|reason| rule.reasons.contains(&reason)))
    };
    let effect = RULES.iter().find(fits).map_or_else(|| by_group(row), |rule| rule.effect);
    match effect {
        Effect::Stops if softened(row, situation) => Effect::MayStop,
        // Push goes past the proxy where it can.
        Effect::MayStop if row.check.id == "filters/proxy" && situation.push_seen() => Effect::Nothing,
        effect => effect,
    }
}

/// For the groups a prompt hangs on: network, dns, tls, push, clock. How sure it is decides how much it counts.
fn by_group(row: &Row) -> Effect {
    if matches!(row.check.certainty, Certainty::Context(_)) {
        return Effect::Nothing;
    }
    let sure = matches!(row.check.certainty, Certainty::Documented(_) | Certainty::Reported(_));
    match (row.verdict.status, sure) {
        (Status::Fail, true) => Effect::Stops,
        (Status::Fail, false) | (Status::Warn, true) => Effect::MayStop,
        _ => Effect::Nothing,
    }
}

/// Whether something that was seen to work speaks against the row.
fn softened(row: &Row, situation: &Situation) -> bool {
    match row.check.id {
        // We cannot reach a courier, but macOS is connected to one: perhaps only this program is blocked.
        "push/courier" | "dns/apple-push" => situation.push_connected(),
        // Some of the servers are enough for some sign-ins, and a prompt hangs on the couriers alone.
        "dns/sinkhole" | "dns/hosts-file" | "dns/sign-in" | "tls/sign-in" | "tls/inspection" | "tls/certificates" => {
            spares_the_needed(row, situation)
        }
        // A wrong clock stops TLS; while certificates hold it spoils at most codes that are made offline.
        "clock/offset" => {
            situation.is("tls/sign-in", Status::Pass)
                && !situation.row("tls/certificates").is_some_and(troubled_or_explained)
                && situation.push_seen()
        }
        _ => false,
    }
}

fn troubled_or_explained(row: &Row) -> bool {
    row.verdict.status == Status::Fail || row.because_of.is_some()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{mac, row, row_of, with};
    use super::*;
    use crate::{fail, pass, warn};

    fn of(changed: Row) -> Effect {
        let id = changed.check.id;
        let rows = with(vec![changed]);
        let answers = mac("15.1");
        let situation = Situation::new(&rows, &answers);
        effect(situation.row(id).unwrap(), &situation)
    }

    #[test]
    fn groups_that_a_prompt_hangs_on_decide_and_others_do_not() {
        assert_eq!(of(row("network/anything-new", fail("x"))), Effect::Stops);
        assert_eq!(of(row("dns/anything-new", fail("x"))), Effect::Stops);
        assert_eq!(of(row("tls/anything-new", warn("x"))), Effect::MayStop);
        assert_eq!(of(row_of("dns/new", Certainty::Plausible("t"), fail("x"))), Effect::MayStop);
        assert_eq!(of(row_of("dns/new", Certainty::Plausible("t"), warn("x"))), Effect::Nothing);
        assert_eq!(of(row_of("dns/new", Certainty::Context("t"), fail("x"))), Effect::Nothing);
        assert_eq!(of(row("messages/imessage", fail("x"))), Effect::Nothing);
        assert_eq!(of(row_of("account/new", Certainty::Context("t"), fail("x"))), Effect::Nothing);
        let revoked = warn("x").reason("trust-revoked");
        assert_eq!(of(row_of("account/two-factor", Certainty::Context("t"), revoked)), Effect::MayStop);
        assert_eq!(of(row("facetime/registered", fail("x"))), Effect::Nothing);
        assert_eq!(of(row("vpn/active", warn("x"))), Effect::Nothing);
        assert_eq!(of(row("account/icloud", fail("x"))), Effect::Stops);
        assert_eq!(of(row("status/apple-account", fail("x"))), Effect::MayStop);
    }

    #[test]
    fn a_proxy_that_holds_push_back_harms_only_where_push_has_no_other_way() {
        let proxy = || row("filters/proxy", warn("x").reason("no-push"));
        assert_eq!(of(proxy()), Effect::Nothing);
        let rows = with(vec![proxy(), row("push/courier", fail("x")), row("push/connected", fail("x"))]);
        let answers = mac("15.1");
        let situation = Situation::new(&rows, &answers);
        assert_eq!(effect(situation.row("filters/proxy").unwrap(), &situation), Effect::MayStop);
        assert_eq!(of(row("filters/proxy", fail("x").reason("refused"))), Effect::Stops);
    }

    #[test]
    fn the_fallback_port_is_enough() {
        assert_eq!(of(row("push/courier", warn("x").reason("fallback-only"))), Effect::Nothing);
        assert_eq!(of(row("push/courier", warn("x").reason("slow"))), Effect::MayStop);
    }

    #[test]
    fn a_standing_connection_speaks_against_an_unreachable_courier() {
        let broken = || row("push/courier", fail("x").reason("unreachable"));
        assert_eq!(of(broken()), Effect::MayStop);
        let rows = with(vec![broken(), row("push/connected", fail("none"))]);
        let answers = mac("15.1");
        let situation = Situation::new(&rows, &answers);
        assert_eq!(effect(situation.row("push/courier").unwrap(), &situation), Effect::Stops);
        let rows = with(vec![broken(), row("push/connected", pass("x")), row("network/internet", fail("x"))]);
        let situation = Situation::new(&rows, &answers);
        assert_eq!(effect(situation.row("push/courier").unwrap(), &situation), Effect::Stops);
    }

    #[test]
    fn blocked_names_of_push_alone_do_not_cut_a_standing_line() {
        assert_eq!(of(row("dns/sinkhole", fail("7-courier.push.apple.com: blocked"))), Effect::MayStop);
        assert_eq!(of(row("dns/sinkhole", fail("gsa.apple.com: blocked"))), Effect::Stops);
        let both = fail("7-courier.push.apple.com: blocked, and 1 more").evidence("gsa.apple.com", "blocked");
        assert_eq!(of(row("dns/sinkhole", both)), Effect::Stops);
    }

    #[test]
    fn what_only_looks_odd_makes_no_prompt_doubtful() {
        for (id, reason) in [
            ("dns/hosts-file", "blocks-useful"),
            ("dns/hosts-file", "pinned"),
            ("dns/aliases", "blocked"),
            ("dns/sign-in", "some-late"),
            ("network/internet", "tampered"),
        ] {
            assert_eq!(of(row(id, warn("x").reason(reason))), Effect::Nothing, "{id}");
        }
    }

    #[test]
    fn one_server_that_only_some_sign_ins_need_is_no_cannot() {
        let one = |host: &str| fail(format!("{host}: no reply; 4 of 5 answer")).evidence(host, "no reply");
        for id in ["tls/sign-in", "dns/sign-in", "dns/hosts-file", "tls/certificates", "tls/inspection"] {
            for host in ["idmsa.apple.com", "account.apple.com", "gsas.apple.com", "setup.icloud.com"] {
                assert_eq!(of(row(id, one(host))), Effect::MayStop, "{id} {host}");
            }
            assert_eq!(of(row(id, one("gsa.apple.com"))), Effect::Stops, "{id}");
            assert_eq!(of(row(id, fail("none answers"))), Effect::Stops, "{id}");
        }
        let web = one("websocket.push.apple.com");
        assert_eq!(of(row("tls/certificates", web)), Effect::MayStop);
        let courier = |id: &'static str| row(id, one("7-courier.push.apple.com"));
        assert_eq!(of(courier("tls/certificates")), Effect::MayStop, "macOS is connected to one");
        assert_eq!(of(courier("tls/inspection")), Effect::Stops, "and gives it up when somebody opens it");
        let rows = with(vec![courier("tls/certificates"), row("push/connected", fail("none"))]);
        let answers = mac("15.1");
        let situation = Situation::new(&rows, &answers);
        assert_eq!(effect(situation.row("tls/certificates").unwrap(), &situation), Effect::Stops);
    }

    #[test]
    fn a_wrong_clock_counts_fully_only_while_tls_suffers() {
        assert_eq!(of(row("clock/offset", fail("x"))), Effect::MayStop);
        let rows = with(vec![row("clock/offset", fail("x")), row("tls/sign-in", fail("x"))]);
        let answers = mac("15.1");
        let situation = Situation::new(&rows, &answers);
        assert_eq!(effect(situation.row("clock/offset").unwrap(), &situation), Effect::Stops);
    }
}
