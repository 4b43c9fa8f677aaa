//! What a troubled row means for a code prompt on this Mac: what its check says, softened by what was seen to work.

use super::situation::{CLOCK, COURIER, Situation, spares_the_needed};
use crate::check::known;
use crate::{Effect, Row, Status};

/// Rows that blame hosts: where what every code hangs on is spared, they only may stop one.
const BY_HOST: &[&str] = &[
    const { known("dns/sinkhole") },
    const { known("dns/hosts-file") },
    const { known("dns/sign-in") },
    const { known("tls/sign-in") },
    const { known("tls/inspection") },
    CERTIFICATES,
];
const CERTIFICATES: &str = const { known("tls/certificates") };
const SIGN_IN: &str = const { known("tls/sign-in") };
const PUSH_NAMES: &str = const { known("dns/apple-push") };
const PROXY: &str = const { known("filters/proxy") };

/// What this row's trouble does.
pub(super) fn effect(row: &Row, situation: &Situation) -> Effect {
    match row.effect() {
        Effect::Stops if softened(row, situation) => Effect::MayStop,
        // Push goes past the proxy where it can.
        Effect::MayStop if row.check.id == PROXY && situation.push_seen() => Effect::Nothing,
        effect => effect,
    }
}

/// Whether something that was seen to work speaks against the row.
fn softened(row: &Row, situation: &Situation) -> bool {
    match row.check.id {
        // We cannot reach a courier, but macOS is connected to one: perhaps only this program is blocked.
        COURIER | PUSH_NAMES => situation.push_connected(),
        // Some of the servers are enough for some sign-ins, and a prompt hangs on the couriers alone.
        id if BY_HOST.contains(&id) => spares_the_needed(row, situation),
        // A wrong clock stops TLS; while certificates hold it spoils at most codes that are made offline.
        CLOCK => {
            situation.is(SIGN_IN, Status::Pass)
                && !situation.row(CERTIFICATES).is_some_and(troubled_or_explained)
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
    use super::super::testing::{mac, row, with};
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
    fn a_warning_does_one_less_than_a_failure() {
        assert_eq!(of(row("dns/sign-in", fail("x"))), Effect::Stops);
        assert_eq!(of(row("push/connected", warn("x").reason("trying"))), Effect::MayStop);
        assert_eq!(of(row("network/ip-families", fail("x"))), Effect::MayStop);
        assert_eq!(of(row("network/ip-families", warn("x").reason("ipv6-broken"))), Effect::Nothing);
        assert_eq!(of(row("messages/imessage", fail("x"))), Effect::Nothing);
        assert_eq!(of(row("account/two-factor", warn("x").reason("trust-revoked"))), Effect::MayStop);
        assert_eq!(of(row("facetime/registered", fail("x"))), Effect::Nothing);
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
        assert_eq!(of(row("dns/sinkhole", fail("x").blames("7-courier.push.apple.com"))), Effect::MayStop);
        assert_eq!(of(row("dns/sinkhole", fail("x").blames("gsa.apple.com"))), Effect::Stops);
        let both = fail("x").blames("7-courier.push.apple.com").blames("gsa.apple.com");
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
        let one = |host: &'static str| fail("x").blames(host);
        for id in ["tls/sign-in", "dns/sign-in", "dns/hosts-file", "tls/certificates", "tls/inspection"] {
            for host in ["idmsa.apple.com", "account.apple.com", "gsas.apple.com", "setup.icloud.com"] {
                assert_eq!(of(row(id, one(host))), Effect::MayStop, "{id} {host}");
            }
            assert_eq!(of(row(id, one("gsa.apple.com"))), Effect::Stops, "{id}");
            assert_eq!(of(row(id, fail("x"))), Effect::Stops, "{id}");
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
