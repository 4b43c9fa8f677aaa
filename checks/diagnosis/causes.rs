//! What is wrong, the root first, its consequences folded under it.
//!
//! Judging already folds what a check lists in `after`. The table here adds what that cannot say: a warning that explains.

use super::in_log;
use super::situation::{CLOCK, COURIER, FORBIDDEN, ICLOUD, OPENED, PAST_VPN, RESTRICTIONS, Situation, blames};
use super::weigh::effect;
use crate::check::{known, way, ways};
use crate::{Certainty, Culprit, Effect, Fix, Part, Row, Status};

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub struct Cause {
    /// The id of the row that shows it.
    pub id: &'static str,
    /// What is wrong, as a clause in plain words without a full stop.
    pub statement: String,
    /// How sure it is that such a thing stops codes.
    pub certainty: Certainty,
    /// Who or what stands behind it, where the evidence names one.
    pub culprits: Vec<Culprit>,
    /// What the row looks at.
    pub part: Part,
    /// The ids of the rows it explains.
    pub consequences: Vec<&'static str>,
    /// What to do.
    pub fix: &'static Fix,
    /// What macOS's own log says that fits it, where that was read.
    pub in_log: Vec<String>,
    pub(super) effect: Effect,
}

impl Cause {
    /// The culprits' names to the letter, for programs.
    pub fn culprit_text(&self) -> Option<String> {
        let names: Vec<&str> = self.culprits.iter().map(Culprit::text).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// Whether a prompt on this Mac hangs on it. The others are worth knowing, but not the reason.
    pub fn decides(&self) -> bool {
        self.effect > Effect::Nothing
    }
}

/// When the first row shows this, it explains the other, though it failed nothing or is of another part of the Mac: what
/// [`Check::after`](crate::Check::after) cannot say.
struct Link {
    root: &'static str,
    explains: &'static str,
    /// Only where the root has one of these reasons; none for any.
    by: &'static [&'static str],
    /// Only where the other row has this reason.
    only: Option<&'static str>,
    /// Only where the root blames this.
    blaming: Option<&'static str>,
}

/// A link without conditions.
const fn link(root: &'static str, explains: &'static str) -> Link {
    Link { root, explains, by: &[], only: None, blaming: None }
}

/// A Mac that cannot sign in: then being signed out is its state, and what keeps it so is the reason. Each try burns a code.
const CANNOT_SIGN_IN: &[Link] = &[
    Link {
        by: &const { ways(VIRTUAL, ["no-push", "virtual", "virtual-newer", "virtual-no-serial", "not-apple"]) },
        ..link(VIRTUAL, ICLOUD)
    },
    Link { by: FORBIDDEN, ..link(RESTRICTIONS, ICLOUD) },
    Link { by: &const { ways(VERSION, ["too-old", "icloud-ended"]) }, ..link(VERSION, ICLOUD) },
    Link { by: &const { ways(CLOCK, ["far-off"]) }, ..link(CLOCK, ICLOUD) },
    Link { blaming: Some("com.apple.akd"), ..link(SERVICES_OFF, ICLOUD) },
    Link { blaming: Some("com.apple.adid"), ..link(SERVICES_OFF, ICLOUD) },
    Link { blaming: Some("com.apple.accountsd"), ..link(SERVICES_OFF, ICLOUD) },
];

const LINKS: &[Link] = &[
    Link { only: Some(const { way(TWO_FACTOR, "managed") }), ..link(const { known("account/managed") }, TWO_FACTOR) },
    link(const { known("mac/automatic-time") }, CLOCK),
    Link { by: &const { ways(PACKET_FILTER, ["names-apple", "names-push"]) }, ..link(PACKET_FILTER, COURIER) },
    Link { by: &const { ways(PACKET_FILTER, ["names-apple"]) }, ..link(PACKET_FILTER, SIGN_IN) },
    // A service that is switched off explains its own absence, not that of another.
    Link { blaming: Some("com.apple.apsd"), ..link(SERVICES_OFF, const { known("push/daemon") }) },
    // What Apple itself reports comes before what it brings about here.
    Link { by: &const { ways(PUSH_STATUS, ["outage"]) }, ..link(PUSH_STATUS, COURIER) },
    Link { by: &const { ways(ACCOUNT_STATUS, ["outage", "together"]) }, ..link(ACCOUNT_STATUS, SIGN_IN) },
    Link { by: &const { ways(ICLOUD_STATUS, ["outage"]) }, ..link(ICLOUD_STATUS, SIGN_IN) },
];

const TWO_FACTOR: &str = const { known("account/two-factor") };
const VIRTUAL: &str = const { known("mac/virtual-machine") };
const VERSION: &str = const { known("mac/version") };
const PUSH_STATUS: &str = const { known("status/push") };
const ACCOUNT_STATUS: &str = const { known("status/apple-account") };
const ICLOUD_STATUS: &str = const { known("status/icloud-sign-in") };
const SERVICES_OFF: &str = const { known("mac/daemons-disabled") };
const SIGN_IN: &str = const { known("tls/sign-in") };
const PACKET_FILTER: &str = const { known("filters/packet-filter") };

fn links() -> impl Iterator<Item = &'static Link> {
    LINKS.iter().chain(CANNOT_SIGN_IN)
}

impl Link {
    fn explains(&self, root: &Row, other: &Row) -> bool {
        root.check.id == self.root
            && other.check.id == self.explains
            && (self.by.is_empty() || root.verdict.reason.is_some_and(|reason| self.by.contains(&reason)))
            && self.only.is_none_or(|reason| other.verdict.reason == Some(reason))
            && self.blaming.is_none_or(|name| blames(root, name))
    }
}

fn troubled(row: &Row) -> bool {
    matches!(row.verdict.status, Status::Fail | Status::Warn)
}

/// The experiment, where it proved the VPN and this row is one of those that Apple's traffic shows. What names somebody else
/// stays what it is, but for whoever opens what goes through: past the VPN nobody does.
fn stopped_by_vpn<'a>(row: &Row, situation: &Situation<'a>) -> Option<&'a Row> {
    let proved = situation.row(PAST_VPN).filter(|past| past.verdict.status == Status::Fail)?;
    let others = row.verdict.culprits.iter().any(|who| !proved.verdict.culprits.contains(who));
    let carried = [Part::Internet, Part::Names, Part::Servers, Part::PushServers, Part::PushLine];
    let opened = row.check.id == OPENED;
    (opened || carried.contains(&row.check.part) && !others).then_some(proved)
}

/// The row that explains this one.
fn root_of<'a>(row: &'a Row, situation: &Situation<'a>) -> Option<&'a Row> {
    if let Some(vpn) = stopped_by_vpn(row, situation) {
        return Some(vpn);
    }
    // Some minutes keep nobody out.
    let counts = |other: &Row| other.check.id != CLOCK || effect(other, situation) == Effect::Stops;
    situation
        .rows
        .iter()
        .find(|other| troubled(other) && counts(other) && links().any(|link| link.explains(other, row)))
}

/// What is wrong, as a clause without a full stop.
fn statement(row: &Row, effect: Effect) -> String {
    if row.check.id == COURIER && row.verdict.status == Status::Fail && effect < Effect::Stops {
        return "codesent cannot reach Apple\u{2019}s push servers, although macOS is connected to one".into();
    }
    row.wrong()
}

/// Root causes, those that stop a prompt first, then those that may; each group in table order, from the wire up.
pub(super) fn causes(situation: &Situation) -> Vec<Cause> {
    let mut causes: Vec<Cause> = Vec::new();
    for row in situation.rows.iter().filter(|row| troubled(row) && root_of(row, situation).is_none()) {
        causes.push(Cause {
            id: row.check.id,
            statement: statement(row, effect(row, situation)),
            certainty: row.check.certainty,
            culprits: row.verdict.culprits.clone(),
            part: row.part(),
            consequences: Vec::new(),
            fix: row.fix(),
            in_log: in_log::of(row.check.id, row.check.part, situation),
            effect: effect(row, situation),
        });
    }
    for row in situation.rows {
        let folded = row.because_of.and_then(|id| situation.row(id));
        let root = folded.or_else(|| if troubled(row) { root_of(row, situation) } else { None });
        // A root may itself be explained: follow it up, a bounded number of times.
        let mut top = root;
        for _ in 0..8 {
            top = match top.and_then(|root| root_of(root, situation)) {
                Some(above) => Some(above),
                None => break,
            };
        }
        if let Some(cause) = top.and_then(|top| causes.iter_mut().find(|cause| cause.id == top.check.id)) {
            cause.consequences.push(row.check.id);
            // What it brings about counts as its own.
            cause.effect = cause.effect.max(effect(row, situation));
        }
    }
    causes.sort_by_key(|cause| std::cmp::Reverse(cause.effect));
    causes
}

#[cfg(test)]
mod tests {
    use super::super::testing::{because, ids, mac, row, with};
    use super::*;
    use crate::{fail, warn};

    fn of(changes: Vec<Row>) -> Vec<(&'static str, Vec<&'static str>)> {
        let rows = with(changes);
        let answers = mac("15.1");
        causes(&Situation::new(&rows, &answers)).into_iter().map(|cause| (cause.id, cause.consequences)).collect()
    }

    #[test]
    fn a_healthy_mac_has_none() {
        assert_eq!(of(vec![]), vec![]);
        assert_eq!(ids(&with(vec![]), Status::Fail), Vec::<&str>::new());
    }

    #[test]
    fn no_two_checks_explain_each_other() {
        for link in links() {
            let back = |other: &Link| other.root == link.explains && other.explains == link.root;
            assert!(!links().any(back) && link.root != link.explains, "{} and {}", link.root, link.explains);
            let explained = crate::find(link.explains).unwrap();
            assert!(explained.explained_by().all(|id| id != link.root), "{} says so itself", explained.id);
        }
    }

    #[test]
    fn what_is_folded_counts_as_a_consequence() {
        let found = of(vec![
            row("dns/hosts-file", fail("gsa.apple.com")),
            because(row("dns/sign-in", fail("blocked")), "dns/hosts-file"),
            because(row("tls/sign-in", fail("x")), "dns/hosts-file"),
            row("account/icloud", fail("signed out")),
        ]);
        assert_eq!(found, vec![("dns/hosts-file", vec!["dns/sign-in", "tls/sign-in"]), ("account/icloud", vec![])]);
    }

    #[test]
    fn what_stops_comes_before_what_may() {
        let found = of(vec![row("network/ip-families", fail("x")), row("account/icloud", fail("x"))]);
        assert_eq!(found[0].0, "account/icloud");
    }

    #[test]
    fn what_this_mac_forbids_is_mended_on_this_mac() {
        let rows = with(vec![row("tls/sign-in", fail("x").reason("forbidden"))]);
        let answers = mac("15.1");
        assert_eq!(causes(&Situation::new(&rows, &answers))[0].fix.id, "filter");
    }

    #[test]
    fn a_root_weighs_what_it_brings_about() {
        let rows = with(vec![
            row("clock/offset", fail("an hour behind")),
            row("mac/automatic-time", warn("timed is switched off")),
        ]);
        let answers = mac("15.1");
        let found = causes(&Situation::new(&rows, &answers));
        assert_eq!((found[0].id, found[0].effect), ("mac/automatic-time", Effect::MayStop));
    }

    #[test]
    fn switched_off_services_explain_a_missing_daemon() {
        let found = of(vec![
            row("push/daemon", fail("x")),
            because(row("push/connected", fail("x")), "push/daemon"),
            row("mac/daemons-disabled", warn("apsd is off").blames("com.apple.apsd")),
        ]);
        assert_eq!(found, vec![("mac/daemons-disabled", vec!["push/daemon", "push/connected"])]);
        let other = row("mac/daemons-disabled", warn("akd is off").blames("com.apple.akd"));
        assert_eq!(of(vec![row("push/daemon", fail("x")), other]).len(), 2);
    }
}
