//! What is wrong, the root first, its consequences folded under it.
//!
//! Judging already folds what a check lists in `after`. The table here adds what only shows across groups: a hosts file
//! explains a name that goes nowhere, a wrong clock explains certificates that are "not valid yet".

use super::situation::Situation;
use super::statements::statement;
use super::weigh::{Effect, effect};
use crate::fix::catalogue;
use crate::{Certainty, Fix, Row, Status};

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
    pub culprit: Option<String>,
    /// The ids of the rows it explains.
    pub consequences: Vec<&'static str>,
    /// What to do.
    pub fix: &'static Fix,
    pub(super) effect: Effect,
}

impl Cause {
    /// Whether a prompt on this Mac hangs on it. The others are worth knowing, but not the reason.
    pub fn decides(&self) -> bool {
        self.effect > Effect::Nothing
    }
}

/// When the first row shows this, it explains the others.
#[derive(Clone, Copy)]
struct Link {
    root: &'static str,
    statuses: &'static [Status],
    explains: &'static [&'static str],
    /// Only rows with one of these reasons; none for any.
    only: &'static [&'static str],
}

const fn link(
    root: &'static str,
    statuses: &'static [Status],
    explains: &'static [&'static str],
    only: &'static [&'static str],
) -> Link {
    Link { root, statuses, explains, only }
}

const FAIL: &[Status] = &[Status::Fail];
const TROUBLE: &[Status] = &[Status::Fail, Status::Warn];
const DATES: &[&str] = &["expired", "not-yet-valid"];
const RE_SIGNED: &[&str] = &["inspected", "untrusted", "tls-failed"];

const LINKS: &[Link] = &[
    link("network/", FAIL, &["dns/", "tls/", "push/", "status/", "clock/"], &[]),
    link("dns/resolver", FAIL, &["dns/sign-in", "dns/apple-push", "tls/", "push/", "status/", "clock/"], &[]),
    link("dns/servers", FAIL, &["dns/resolver", "dns/sign-in", "dns/apple-push"], &[]),
    link("dns/hosts-file", FAIL, &["dns/", "tls/", "push/courier"], &[]),
    link("dns/sinkhole", FAIL, &["dns/sign-in", "dns/apple-push", "tls/", "push/courier"], &[]),
    link("clock/", FAIL, &["tls/", "push/courier"], DATES),
    link("tls/inspection", FAIL, &["tls/", "push/courier", "filters/proxy"], RE_SIGNED),
    link("filters/proxy", FAIL, &["tls/sign-in", "push/courier"], &["proxy-refused"]),
    link("push/courier", FAIL, &["push/connected", "push/last-contact"], &[]),
    link("push/daemon", FAIL, &["push/connected", "push/last-contact"], &[]),
    link("account/managed", TROUBLE, &["account/two-factor"], &["managed"]),
    link("mac/automatic-time", TROUBLE, &["clock/"], &[]),
    link("mac/daemons-disabled", TROUBLE, &["push/daemon"], &[]),
];

impl Link {
    fn explains(&self, root: &Row, other: &Row) -> bool {
        let among =
            |list: &[&str], reason: Option<&str>| list.is_empty() || reason.is_some_and(|it| list.contains(&it));
        root.check.id != other.check.id
            && root.check.id.starts_with(self.root)
            && self.statuses.contains(&root.verdict.status)
            && self.explains.iter().any(|id| other.check.id.starts_with(id))
            && among(self.only, other.verdict.reason)
            && evident(root, other)
    }
}

/// A service that is switched off explains its own absence, not that of another.
fn evident(root: &Row, other: &Row) -> bool {
    (root.check.id, other.check.id) != ("mac/daemons-disabled", "push/daemon")
        || root.verdict.evidence.iter().any(|evidence| evidence.label.contains("apsd"))
}

/// What this Mac itself forbids, no network can let through.
fn fix_of(row: &Row) -> &'static Fix {
    match row.verdict.reason {
        Some("forbidden") => &catalogue::FILTER,
        _ => row.verdict.fix.unwrap_or(row.check.fix),
    }
}

fn troubled(row: &Row) -> bool {
    matches!(row.verdict.status, Status::Fail | Status::Warn)
}

/// The row that explains this one.
fn root_of<'a>(row: &'a Row, situation: &Situation<'a>) -> Option<&'a Row> {
    situation.rows.iter().find(|other| troubled(other) && LINKS.iter().any(|link| link.explains(other, row)))
}

/// Root causes, those that stop a prompt first, then those that may; each group in table order, from the wire up.
pub(super) fn causes(situation: &Situation) -> Vec<Cause> {
    let mut causes: Vec<Cause> = Vec::new();
    for row in situation.rows.iter().filter(|row| troubled(row) && root_of(row, situation).is_none()) {
        causes.push(Cause {
            id: row.check.id,
            statement: statement(row, effect(row, situation)),
            certainty: row.check.certainty,
            culprit: row.verdict.culprit.clone(),
            consequences: Vec::new(),
            fix: fix_of(row),
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
        let rows: Vec<Row> = crate::all().map(|check| row(check.id, fail("x").evidence("apsd", ""))).collect();
        let explains =
            |one: &Row, other: &Row| LINKS.iter().any(|link| Link { only: &[], ..*link }.explains(one, other));
        for one in &rows {
            for other in &rows {
                assert!(!(explains(one, other) && explains(other, one)), "{} and {}", one.check.id, other.check.id);
            }
        }
    }

    #[test]
    fn a_hosts_file_explains_names_that_go_nowhere() {
        let found = of(vec![
            row("dns/sign-in", fail("blocked")),
            row("dns/hosts-file", fail("gsa.apple.com")),
            because(row("tls/sign-in", fail("x")), "dns/sign-in"),
        ]);
        assert_eq!(found, vec![("dns/hosts-file", vec!["dns/sign-in", "tls/sign-in"])]);
    }

    #[test]
    fn a_wrong_clock_explains_certificates_with_other_dates_only() {
        let dated =
            of(vec![row("clock/offset", fail("a year behind")), row("tls/sign-in", fail("x").reason("not-yet-valid"))]);
        assert_eq!(dated, vec![("clock/offset", vec!["tls/sign-in"])]);
        let other =
            of(vec![row("clock/offset", fail("a year behind")), row("tls/sign-in", fail("x").reason("unreachable"))]);
        assert_eq!(other.len(), 2);
    }

    #[test]
    fn a_dead_network_explains_everything_behind_it() {
        let found = of(vec![
            row("network/internet", fail("x")),
            row("dns/sign-in", fail("x")),
            row("push/connected", warn("x")),
            row("account/icloud", fail("signed out")),
        ]);
        assert_eq!(
            found,
            vec![("network/internet", vec!["dns/sign-in", "push/connected"]), ("account/icloud", vec![])]
        );
    }

    #[test]
    fn what_stops_comes_before_what_may() {
        let found = of(vec![row("dns/extra", warn("x")), row("account/icloud", fail("x"))]);
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
            row("push/connected", fail("x")),
            row("mac/daemons-disabled", warn("apsd is off").evidence("com.apple.apsd", "keeps the push line")),
        ]);
        assert_eq!(found, vec![("mac/daemons-disabled", vec!["push/daemon", "push/connected"])]);
        let other = row("mac/daemons-disabled", warn("akd is off").evidence("com.apple.akd", "signs in"));
        assert_eq!(of(vec![row("push/daemon", fail("x")), other]).len(), 2);
    }
}
