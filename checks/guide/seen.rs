//! What the check saw that matters to a plan.

use super::{Device, Place};
use crate::check::{known, way};
use crate::diagnosis::situation::{FORBIDDEN, ICLOUD, RESTRICTIONS};
use crate::diagnosis::{Cause, Diagnosis, Outlook};
use crate::{Row, Status, Version};

/// What this Mac shows.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug)]
pub struct Seen<'a> {
    /// Its macOS, where it is known.
    pub macos: Option<Version>,
    /// The diagnosis' first line.
    pub headline: &'a str,
    /// What decides it, the root first.
    pub causes: &'a [Cause],
    /// Whether an Apple Account is signed in; none where that is not known.
    pub signed_in: Option<bool>,
    /// Whether this Mac makes codes by itself, without push.
    pub makes_codes: bool,
    /// Whether a prompt can show here.
    pub shows_prompts: bool,
    /// Whether Apple's list of trusted devices names others beside this Mac; none where it was not seen.
    pub others: Option<bool>,
    /// Whether a profile keeps people out of the account's settings here.
    pub settings_forbidden: bool,
    /// Whether its clock is known to be wrong.
    pub clock_wrong: bool,
    /// Whether a school or company owns the account of this Mac.
    pub managed: bool,
    /// Whether two-factor authentication is known to be off for it.
    pub no_two_factor: bool,
    /// Whether a VPN is a suspect and the way past it is not tried yet. False where it cannot be tried.
    pub suspects_vpn: bool,
}

/// A check, and one of its ways to a status.
type Shown = (&'static str, &'static str);
const TRUST_REVOKED: Shown = shown("account/two-factor", "trust-revoked");
const TWO_FACTOR_OFF: Shown = shown("account/two-factor", "off");
const WITH_OTHERS: Shown = shown("account/trusted-devices", "with-others");
const THE_ONLY_ONE: Shown = shown("account/trusted-devices", "the-only-one");
const MANAGED: [Shown; 2] = [shown("account/managed", "managed"), shown("account/two-factor", "managed")];

const fn shown(id: &'static str, slug: &'static str) -> Shown {
    (known(id), way(id, slug))
}

impl<'a> Seen<'a> {
    /// Before anything was seen.
    pub const NOTHING: Self = Self {
        macos: None,
        headline: "",
        causes: &[],
        signed_in: None,
        makes_codes: false,
        shows_prompts: false,
        others: None,
        settings_forbidden: false,
        clock_wrong: false,
        managed: false,
        no_two_factor: false,
        suspects_vpn: false,
    };

    /// From the rows and what was concluded from them.
    pub fn new(rows: &[Row], diagnosis: &'a Diagnosis, macos: Option<Version>) -> Self {
        let offline = diagnosis.paths.iter().find(|path| path.id == "offline-code").map(|path| path.outlook);
        let reason = |id: &str| rows.iter().find(|row| row.check.id == id).and_then(|row| row.verdict.reason);
        let is = |(id, slug)| reason(id) == Some(slug);
        Self {
            macos,
            headline: &diagnosis.headline,
            causes: if diagnosis.outlook == Outlook::CannotTell { &[] } else { &diagnosis.causes },
            signed_in: match offline {
                Some(Outlook::Can | Outlook::MightNot) => Some(true),
                // Or it is signed in, and something else keeps it from making codes.
                Some(Outlook::Cannot) => {
                    Some(rows.iter().any(|row| row.check.id == ICLOUD && row.verdict.status == Status::Pass))
                }
                Some(Outlook::CannotTell) | None => None,
            },
            makes_codes: matches!(offline, Some(Outlook::Can | Outlook::MightNot)) && !is(TRUST_REVOKED),
            others: if is(WITH_OTHERS) { Some(true) } else { is(THE_ONLY_ONE).then_some(false) },
            settings_forbidden: reason(RESTRICTIONS).is_some_and(|reason| FORBIDDEN.contains(&reason)),
            shows_prompts: diagnosis.outlook == Outlook::Can,
            clock_wrong: diagnosis.causes.iter().any(|cause| cause.id.starts_with("clock/")),
            managed: MANAGED.into_iter().any(is),
            no_two_factor: is(TWO_FACTOR_OFF),
            suspects_vpn: diagnosis.suspects_vpn(),
        }
    }
}

impl Seen<'_> {
    /// Whether the account's password and numbers can be changed on this Mac.
    pub(super) fn changes_the_account(&self) -> bool {
        self.signed_in == Some(true) && !self.settings_forbidden
    }

    /// What Apple's list says where this Mac's own account is asked about.
    pub(super) fn other_device(&self, place: Option<Place>) -> Option<Device> {
        let others = self.others.filter(|_| place == Some(Place::ThisMac))?;
        Some(if others { Device::Here } else { Device::No })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::diagnose;
    use crate::diagnosis::testing::{answers, mac, row, with};
    use crate::guide::{Account, Asked, Told, next, plan};
    use crate::{fail, pass, unknown, warn};

    #[test]
    fn what_is_known_of_this_mac() {
        let seen = |rows: Vec<Row>| {
            let rows = with(rows);
            let diagnosis = diagnose(&rows, &mac("15.1"));
            let seen = Seen::new(&rows, &diagnosis, None);
            (seen.signed_in, seen.makes_codes, seen.managed, seen.no_two_factor)
        };
        assert_eq!(seen(vec![]), (Some(true), true, false, false));
        assert_eq!(seen(vec![row("account/icloud", fail("x"))]).0, Some(false));
        assert_eq!(seen(vec![row("account/icloud", unknown("x"))]).0, None);
        assert!(!seen(vec![row("account/two-factor", warn("x").reason("trust-revoked"))]).1);
        assert!(seen(vec![row("account/managed", warn("x").reason("managed"))]).2);
        assert!(seen(vec![row("account/two-factor", warn("x").reason("off"))]).3);
        let rows = with(vec![
            row("account/trusted-devices", pass("x").reason("the-only-one")),
            row("mac/restrictions", warn("x").reason("pane-hidden")),
        ]);
        let diagnosis = diagnose(&rows, &mac("15.1"));
        let seen = Seen::new(&rows, &diagnosis, None);
        assert_eq!((seen.others, seen.settings_forbidden), (Some(false), true));
        assert!(!seen.makes_codes && !seen.changes_the_account(), "nobody gets to the settings");
        assert_eq!(seen.signed_in, Some(true), "it is signed in all the same");
    }

    #[test]
    fn apples_list_spares_a_question_where_it_is_about_this_account() {
        let told = |place| Told {
            place: Some(place),
            asked: Some(Asked::Yes),
            account: Some(Account::Personal),
            ..Told::default()
        };
        let asks = |place, seen: &Seen| next(&told(place), seen, &[]).unwrap().field;
        let others = Seen { others: Some(true), ..Seen::NOTHING };
        assert_eq!(asks(Place::ThisMac, &others), "number");
        assert_eq!((asks(Place::ThisMac, &Seen::NOTHING), asks(Place::Web, &others)), ("other_device", "other_device"));
        let device = |seen: &Seen| plan(&told(Place::ThisMac), seen).steps.iter().any(|step| step.id == "other-device");
        assert!(device(&others) && !device(&Seen { others: Some(false), ..Seen::NOTHING }));
    }

    #[test]
    fn elsewhere_nothing_is_known() {
        let rows = with(vec![]);
        let diagnosis = diagnose(&rows, &answers("linux", "", false));
        let seen = Seen::new(&rows, &diagnosis, None);
        assert_eq!((seen.signed_in, seen.makes_codes), (None, false));
    }
}
