//! Who may be behind what is broken. A VPN, filter, proxy or DNS profile is named only when something it could break is
//! broken: on most Macs they run and harm nothing.

use super::causes::Cause;
use super::situation::Situation;
use crate::{Fix, Row, Status};

/// Something that runs on this Mac and could be behind a cause.
#[derive(Clone, Debug)]
pub struct Suspect {
    /// The id of the row that shows it.
    pub id: &'static str,
    /// Its name where that is known, else what it is: "LuLu", "the VPN".
    pub name: String,
    /// What it is, with its name where that is known.
    pub what: String,
    /// The ids of the broken rows it could explain.
    pub because: Vec<&'static str>,
    /// How to find out.
    pub fix: &'static Fix,
}

/// What a kind of thing could break.
struct Kind {
    id: &'static str,
    /// Only with this reason; empty for any.
    reason: &'static str,
    what: &'static str,
    breaks: &'static [&'static str],
}

impl Kind {
    fn is(&self, row: &Row) -> bool {
        row.check.id.starts_with(self.id) && (self.reason.is_empty() || row.verdict.reason == Some(self.reason))
    }
}

const NAMES: &[&str] = &["dns/"];
const TRAFFIC: &[&str] = &["network/internet", "dns/", "tls/", "push/courier", "push/connected", "clock/"];
const WEB: &[&str] = &["tls/", "push/courier", "push/connected"];

const KINDS: &[Kind] = &[
    // One that is not connected carries nothing, so it breaks nothing.
    Kind { id: "vpn/active", reason: "full-tunnel", what: "a VPN", breaks: TRAFFIC },
    // Apple's traffic goes beside these, but their DNS may answer.
    Kind { id: "vpn/active", reason: "", what: "a VPN", breaks: NAMES },
    // An idle one carries nothing.
    Kind { id: "vpn/configured", reason: "", what: "a VPN", breaks: &[] },
    Kind { id: "vpn/", reason: "", what: "a VPN", breaks: TRAFFIC },
    Kind {
        id: "filters/proxy",
        reason: "",
        what: "a proxy",
        breaks: &["network/internet", "tls/", "push/courier", "push/connected"],
    },
    Kind { id: "filters/dns", reason: "", what: "a DNS filter", breaks: NAMES },
    Kind { id: "filters/", reason: "", what: "a filter", breaks: WEB },
    Kind { id: "dns/profile", reason: "managed", what: "a DNS profile", breaks: NAMES },
    Kind { id: "dns/encrypted", reason: "", what: "encrypted DNS", breaks: NAMES },
    Kind { id: "dns/servers", reason: "filtering", what: "a DNS service that filters", breaks: NAMES },
    Kind { id: "dns/servers", reason: "own-for-apple", what: "a DNS server of your own", breaks: NAMES },
];

/// The suspects, in table order.
pub(super) fn suspects(situation: &Situation, causes: &[Cause]) -> Vec<Suspect> {
    // A cause that already names the culprit leaves nobody to suspect for it; a network that is down, nobody at all.
    let open = |cause: &&Cause| cause.culprit.is_none() && cause.id != "dns/hosts-file";
    let broken: Vec<&'static str> = causes
        .iter()
        .filter(open)
        .filter(|cause| situation.is(cause.id, Status::Fail) || cause.decides())
        .map(|cause| cause.id)
        .collect();
    let mut found: Vec<Suspect> = Vec::new();
    for row in situation.rows {
        let present = matches!(row.verdict.status, Status::Info | Status::Warn | Status::Fail) && is_there(row);
        let Some(kind) = KINDS.iter().find(|kind| present && kind.is(row)) else { continue };
        let reaches = |id: &&&str| kind.breaks.iter().any(|start| id.starts_with(start)) && **id != row.check.id;
        let because: Vec<&'static str> = broken.iter().filter(reaches).copied().collect();
        if because.is_empty() {
            continue;
        }
        // "a configuration profile" and "/etc/resolver" are no names.
        let named = row.verdict.culprit.as_ref().filter(|name| !name.starts_with("a ") && !name.starts_with('/'));
        let name = named.cloned().unwrap_or_else(|| the(kind.what));
        let what = match named {
            Some(name) => format!("{name} ({})", kind.what),
            None => format!("{}: {}", kind.what, row.verdict.saw),
        };
        // Two rows about the same product are one suspect.
        if found.iter().all(|other| other.what != what) {
            let fix = row.verdict.fix.unwrap_or(row.check.fix);
            found.push(Suspect { id: row.check.id, name, what, because, fix });
        }
    }
    found
}

/// Reasons of an Info that says that nothing was found.
const NOTHING: &[&str] = &["not-seen", "none-seen", "none", "no-list", "not-stated", "discovery"];

/// Whether the row found what it looked for.
pub(super) fn is_there(row: &Row) -> bool {
    !row.verdict.reason.is_some_and(|reason| NOTHING.contains(&reason))
}

/// "a VPN" becomes "the VPN".
fn the(what: &str) -> String {
    what.strip_prefix("a ").map_or_else(|| what.to_owned(), |noun| format!("the {noun}"))
}

#[cfg(test)]
mod tests {
    use super::super::diagnose;
    use super::super::testing::{mac, row, with};
    use super::Row;
    use crate::{fail, info};

    fn of(changes: Vec<Row>) -> Vec<(&'static str, Vec<&'static str>)> {
        let suspects = diagnose(&with(changes), &mac("15.1")).suspects;
        suspects.into_iter().map(|suspect| (suspect.id, suspect.because)).collect()
    }

    fn vpn() -> Row {
        row("vpn/active", info("NordVPN, all traffic").reason("full-tunnel").culprit("NordVPN"))
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
        let idle = row("vpn/configured", info("WireGuard is set up").culprit("WireGuard"));
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
        let filter = || row("filters/dns-proxy", info("NextDNS").culprit("NextDNS"));
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
    fn a_named_culprit_clears_the_others() {
        assert_eq!(of(vec![vpn(), row("tls/inspection", fail("x").culprit("Zscaler"))]), vec![]);
        assert_eq!(of(vec![vpn(), row("dns/hosts-file", fail("x"))]), vec![]);
    }
}
