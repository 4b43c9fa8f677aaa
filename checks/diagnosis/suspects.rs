//! Who may be behind what is broken. A VPN, filter, proxy or DNS profile is named only when something it could break is
//! broken: on most Macs they run and harm nothing.

use super::causes::Cause;
use super::situation::{LINE, OPENED, PAST_VPN, Situation};
use crate::check::{known, way, ways};
use crate::judging::LEAVES_TUNNEL;
use crate::read::products;
use crate::{Culprit, Fix, Row, Status};

/// Something that runs on this Mac and could be behind a cause.
#[derive(Clone, Debug)]
pub struct Suspect {
    /// The id of the row that shows it.
    pub id: &'static str,
    /// Its name where that is known, else what it is: "LuLu", "the VPN".
    pub name: String,
    /// What it is, with its name where that is known.
    pub what: String,
    /// Whether it is a product that is known and at work.
    pub product: bool,
    /// The ids of the broken rows it could explain.
    pub because: Vec<&'static str>,
    /// How to find out.
    pub fix: &'static Fix,
}

impl Suspect {
    /// Whether it is a VPN, a product at work here, or a profile: what goes along to another network, and has a fix of its own.
    pub fn is_on_this_mac(&self) -> bool {
        self.product
            || [VPN, IDLE_VPN, BYPASS, DNS_PROFILE, LEFT_OVER].contains(&self.id)
            || self.id == PACKET_FILTER && products::by_name(&self.name).is_some()
    }

    /// Whether somebody else gave it its name, or nobody did.
    pub(super) fn is_unnamed(&self) -> bool {
        self.name.starts_with("the ") || self.name.starts_with('\u{201c}')
    }
}

/// Whom the first step is about: what is known by its name can be switched off.
pub(super) fn likeliest<'a>(suspects: &'a [Suspect], cause: &str) -> Option<&'a Suspect> {
    let theirs = || suspects.iter().filter(|one| one.because.contains(&cause));
    theirs().find(|one| one.product || !one.name.starts_with("the ")).or_else(|| theirs().next())
}

/// The suspects, in table order.
pub(super) fn suspects(situation: &Situation, causes: &[Cause]) -> Vec<Suspect> {
    // A cause that already names the culprit leaves nobody to suspect for it; a network that is down, nobody at all. Security
    // software signs in the name of the company that bought it, which names nobody.
    let open = |cause: &&Cause| {
        // Whose DNS it is that does not answer is known, and not who silences it.
        cause.culprits.is_empty() || cause.id == RESOLVER || opened_in_a_strange_name(cause)
    };
    let decide = |cause: &&Cause| situation.is(cause.id, Status::Fail) || cause.decides();
    let mut broken: Vec<&Cause> = causes.iter().filter(open).filter(decide).collect();
    if broken.is_empty() {
        // What is only worth a look has its suspect too.
        broken = causes.iter().filter(open).filter(|cause| cause.part.is_network()).collect();
    }
    let mut found: Vec<Suspect> = Vec::new();
    for row in situation.rows {
        let Some(suspicion) = row.suspicion() else { continue };
        if is_cleared(row, situation) {
            continue;
        }
        let reaches = |cause: &&&Cause| suspicion.breaks.contains(&cause.part) && cause.id != row.check.id;
        let because: Vec<&'static str> = broken.iter().filter(reaches).map(|cause| cause.id).collect();
        if because.is_empty() {
            continue;
        }
        let named: Vec<&Culprit> = row.verdict.culprits.iter().filter(|who| who.is_named()).collect();
        let mut add = |name: String, what: String, product: bool, opens: bool| {
            let because: Vec<&'static str> = because.iter().copied().filter(|id| opens || *id != OPENED).collect();
            // Two rows about the same product are one suspect.
            if !because.is_empty() && found.iter().all(|other| other.what != what) {
                found.push(Suspect { id: row.check.id, name, what, product, because, fix: row.fix() });
            }
        };
        if named.is_empty() {
            add(the(suspicion.what), format!("{}: {}", suspicion.what, row.verdict.saw), false, false);
        }
        for who in named {
            let at_work = matches!(who, Culprit::Product(_)) && AT_WORK.contains(&row.check.id);
            // What goes through a tunnel is opened at its far end, in the name of whoever owns that.
            let carries = row.check.id == VPN && row.verdict.reason == Some(FULL_TUNNEL);
            add(who.shown(), format!("{} ({})", who.shown(), suspicion.what), at_work, carries || opens(who));
        }
    }
    found
}

/// Whether somebody opens encrypted traffic in a name that is no product's.
fn opened_in_a_strange_name(cause: &Cause) -> bool {
    cause.id == OPENED && cause.culprits.iter().all(|who| matches!(who, Culprit::Named(_)))
}

/// Whether it is a product that is known to open encrypted traffic.
pub(super) fn opens(who: &Culprit) -> bool {
    products::by_name(who.text()).is_some_and(|product| product.inspects)
}

/// Whether the experiment cleared the VPN: what was tried works through it, or fails past it too.
fn is_cleared(row: &Row, situation: &Situation) -> bool {
    let cleared = situation.is(PAST_VPN, Status::Pass)
        || situation.has_reason(PAST_VPN, &const { ways(PAST_VPN, ["not-the-vpn"]) });
    cleared && row.check.id.starts_with("vpn/") && row.check.id != IDLE_VPN
}

pub(super) const VPN: &str = const { known("vpn/active") };
const FULL_TUNNEL: &str = const { way(VPN, "full-tunnel") };
const BYPASS: &str = const { known("vpn/apple-bypass") };
pub(super) const LEFT_OVER: &str = const { known("filters/left-over") };
const PACKET_FILTER: &str = const { known("filters/packet-filter") };
const RESOLVER: &str = const { known("dns/resolver") };
const DNS_PROFILE: &str = const { known("dns/profile") };
/// It is off, so there is nothing to go past.
pub(super) const IDLE_VPN: &str = const { known("vpn/configured") };

const NOTHING_GETS_OUT: &str = const { way(PAST_VPN, "nothing-gets-out") };

/// Said where a VPN is a suspect: nobody leaves it unasked.
pub(super) const OFFER: &str =
    "Prove it: codesent check --past-vpn (it shows Apple and this network your own address).";
/// Said where the experiment was made and shows nothing.
const NO_PROOF: &str =
    "No proof: nothing gets out past the VPN. A kill switch does that, and may be all there is to it.";

/// How a suspicion about a VPN can be settled, or why it could not be.
pub(super) fn proof(situation: &Situation, suspects: &[Suspect]) -> Option<&'static str> {
    // Where all that is wrong is that no push line stands inside a tunnel, the tunnel is named as the likely reason, unproven.
    let vpn = suspects.iter().any(|suspect| suspect.id.starts_with("vpn/") && suspect.id != IDLE_VPN)
        || situation.has_reason(LINE, &const { ways(LINE, ["missing-in-tunnel"]) });
    let reason = situation.row(PAST_VPN).and_then(|row| row.verdict.reason);
    match reason {
        Some(LEAVES_TUNNEL) if vpn => Some(OFFER),
        Some(NOTHING_GETS_OUT) => Some(NO_PROOF),
        _ => None,
    }
}

/// The rows whose products are on, and not only there.
const AT_WORK: &[&str] = &[
    const { known("filters/content-filter") },
    const { known("filters/dns-proxy") },
    const { known("filters/transparent-proxy") },
];

/// "a VPN" becomes "the VPN".
fn the(what: &str) -> String {
    what.strip_prefix("a ").map_or_else(|| what.to_owned(), |noun| format!("the {noun}"))
}

#[cfg(test)]
mod tests {
    use super::super::diagnose;
    use super::super::testing::{mac, row, with};
    use crate::{Culprit, Row, fail, info, pass, skip, unknown, warn};

    fn of(changes: Vec<Row>) -> Vec<(&'static str, Vec<&'static str>)> {
        let suspects = diagnose(&with(changes), &mac("15.1")).suspects;
        suspects.into_iter().map(|suspect| (suspect.id, suspect.because)).collect()
    }

    fn vpn() -> Row {
        row("vpn/active", info("NordVPN, all traffic").reason("full-tunnel").culprit(Culprit::of("NordVPN")))
    }

    #[test]
    fn nothing_broken_nobody_suspected() {
        assert_eq!(of(vec![vpn(), row("filters/content-filter", info("LuLu"))]), vec![]);
    }

    #[test]
    fn a_vpn_is_suspected_of_unreachable_servers() {
        assert_eq!(of(vec![vpn(), row("tls/sign-in", fail("x"))]), vec![("vpn/active", vec!["tls/sign-in"])]);
    }

    #[test]
    fn an_idle_vpn_is_not_suspected() {
        let idle = row("vpn/configured", info("WireGuard is set up").culprit(Culprit::of("WireGuard")));
        assert_eq!(of(vec![idle, row("tls/sign-in", fail("x"))]), vec![]);
    }

    #[test]
    fn a_vpn_that_apple_goes_beside_or_that_is_idle_is_not_suspected_of_traffic() {
        let beside = || row("vpn/active", info("WireGuard").reason("beside"));
        assert_eq!(of(vec![beside(), row("tls/sign-in", fail("x"))]), vec![]);
        assert_eq!(of(vec![beside(), row("dns/sign-in", fail("x"))]), vec![("vpn/active", vec!["dns/sign-in"])]);
        assert_eq!(of(vec![row("vpn/configured", info("x").reason("idle")), row("dns/sign-in", fail("x"))]), vec![]);
    }

    #[test]
    fn a_vpn_is_not_suspected_of_a_signed_out_mac() {
        assert_eq!(of(vec![vpn(), row("account/icloud", fail("x"))]), vec![]);
        assert_eq!(of(vec![vpn(), row("push/daemon", fail("x"))]), vec![]);
    }

    #[test]
    fn a_dns_filter_is_suspected_of_names_only() {
        let filter = || row("filters/dns-proxy", info("NextDNS").culprit(Culprit::of("NextDNS")));
        assert_eq!(of(vec![filter(), row("dns/sign-in", fail("x"))]), vec![("filters/dns-proxy", vec!["dns/sign-in"])]);
        assert_eq!(of(vec![filter(), row("push/courier", fail("x")), row("push/connected", fail("x"))]), vec![]);
    }

    #[test]
    fn what_is_not_there_is_no_suspect() {
        let none = row("dns/profile", info("none is seen").reason("none-seen"));
        assert_eq!(of(vec![none, row("dns/sign-in", fail("x"))]), vec![]);
        let managed = row("dns/profile", info("a profile sets it").reason("managed"));
        assert_eq!(of(vec![managed, row("dns/sign-in", fail("x"))]), vec![("dns/profile", vec!["dns/sign-in"])]);
    }

    #[test]
    fn the_experiment_clears_or_convicts_the_vpn_and_is_offered_where_it_was_not_made() {
        let dead = || row("push/courier", fail("no reply"));
        let past = |verdict| row("vpn/past-it", verdict);
        let unmade = past(skip("not asked").reason("leaves-tunnel"));
        let found = diagnose(&with(vec![vpn(), dead(), unmade]), &mac("15.1"));
        assert_eq!(found.proof, Some(super::OFFER));
        for clears in [pass("all answer"), info("x fails past it too").reason("not-the-vpn")] {
            let found = diagnose(&with(vec![vpn(), dead(), past(clears)]), &mac("15.1"));
            assert!(found.suspects.is_empty() && found.proof.is_none(), "{found:?}");
            assert_eq!(found.causes[0].id, "push/courier");
            assert!(!found.headline.contains("NordVPN"), "{}", found.headline);
        }
        let open = past(unknown("nothing gets out").reason("nothing-gets-out"));
        let found = diagnose(&with(vec![vpn(), dead(), open]), &mac("15.1"));
        assert_eq!((found.suspects[0].id, found.proof), ("vpn/active", Some(super::NO_PROOF)));
        let proved = past(fail("it works past it").reason("vpn-stops").culprit(Culprit::of("NordVPN")));
        let clock = row("clock/offset", fail("a year behind").reason("far-off"));
        let file = row("dns/hosts-file", fail("x").culprit(Culprit::unnamed("/etc/hosts")));
        let found = diagnose(&with(vec![vpn(), dead(), clock, file, proved]), &mac("15.1"));
        let causes: Vec<_> = found.causes.iter().map(|cause| cause.id).collect();
        assert!(causes.contains(&"vpn/past-it") && causes.contains(&"clock/offset"), "{causes:?}");
        assert!(causes.contains(&"dns/hosts-file") && !causes.contains(&"push/courier"), "{causes:?}");
    }

    #[test]
    fn a_named_culprit_clears_the_others() {
        assert_eq!(of(vec![vpn(), row("tls/inspection", fail("x").culprit(Culprit::of("Zscaler")))]), vec![]);
        assert_eq!(of(vec![vpn(), row("dns/hosts-file", fail("x").culprit(Culprit::unnamed("/etc/hosts")))]), vec![]);
    }

    #[test]
    fn where_no_push_line_stands_inside_a_tunnel_the_proof_is_offered() {
        let line = row("push/connected", warn("none").reason("missing-in-tunnel").culprit(Culprit::of("Mullvad")));
        let left_out = row("vpn/past-it", skip("not asked").reason("leaves-tunnel"));
        assert_eq!(diagnose(&with(vec![line, left_out.clone()]), &mac("15.1")).proof, Some(super::OFFER));
        assert_eq!(diagnose(&with(vec![left_out]), &mac("15.1")).proof, None);
    }
}
