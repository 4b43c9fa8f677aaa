//! The rows, looked at from the side of the diagnosis.

use crate::check::{known, ways};
use crate::{Answers, Part, Row, Status, Version, hosts};

/// What the whole diagnosis looks at.
pub(super) struct Situation<'a> {
    pub(super) rows: &'a [Row],
    /// The macOS version, where it is known.
    pub(super) macos: Option<Version>,
    /// Whether the answers come from a Mac.
    pub(super) mac: bool,
    /// Whether the network was left alone.
    pub(super) offline: bool,
    /// Whether the files are those of another volume or home.
    pub(super) rerooted: bool,
}

impl<'a> Situation<'a> {
    pub(super) fn new(rows: &'a [Row], answers: &Answers) -> Self {
        let run = answers.run();
        let (offline, rerooted) = (run.offline, run.rerooted);
        Self { rows, macos: answers.macos(), mac: answers.on_a_mac(), offline, rerooted }
    }

    pub(super) fn row(&self, id: &str) -> Option<&'a Row> {
        self.rows.iter().find(|row| row.check.id == id)
    }

    pub(super) fn status(&self, id: &str) -> Option<Status> {
        self.row(id).map(|row| row.verdict.status)
    }

    pub(super) fn is(&self, id: &str, status: Status) -> bool {
        self.status(id) == Some(status)
    }

    pub(super) fn has_reason(&self, id: &str, reasons: &[&str]) -> bool {
        self.row(id).and_then(|row| row.verdict.reason).is_some_and(|reason| reasons.contains(&reason))
    }

    /// Whether an Apple Account is signed in to iCloud; none where that is not known.
    pub(super) fn signed_in(&self) -> Option<bool> {
        match self.status(ICLOUD)? {
            Status::Pass | Status::Info => Some(true),
            Status::Fail => Some(false),
            // A warning there means that the files contradict each other.
            Status::Warn | Status::Skip | Status::Unknown => None,
        }
    }

    /// Whether a profile keeps people out of the account's settings: then no advice may lead there.
    pub(super) fn account_is_forbidden(&self) -> bool {
        self.has_reason(RESTRICTIONS, FORBIDDEN)
    }

    /// The rows that look at one of these.
    pub(super) fn about(&self, parts: &[Part]) -> impl Iterator<Item = &'a Row> {
        self.rows.iter().filter(move |row| parts.contains(&row.check.part))
    }

    fn fails(&self, parts: &[Part]) -> bool {
        self.about(parts).any(|row| row.verdict.status == Status::Fail)
    }

    /// Whether nothing that leads out of this Mac's own network was found broken.
    pub(super) fn online(&self) -> bool {
        !self.fails(&[Part::Link, Part::Internet])
    }

    /// Whether the push line was seen to work: `apsd` is connected, or a courier finished a handshake with us. An
    /// established connection outlives a pulled cable for minutes, so it counts only while the network is up. A courier
    /// whose handshake somebody else finished was not seen.
    pub(super) fn push_seen(&self) -> bool {
        let opened = self.row(OPENED).filter(|row| row.verdict.status == Status::Fail);
        if opened.is_some_and(|row| row.verdict.blames.iter().any(|host| hosts::is_courier(host))) {
            return false;
        }
        self.push_connected() || self.courier_answers()
    }

    /// Whether macOS itself was seen connected to a courier, on a network that is up.
    pub(super) fn push_connected(&self) -> bool {
        self.is(LINE, Status::Pass) && self.online()
    }

    /// Passed, or warned of something that still lets it through.
    fn courier_answers(&self) -> bool {
        self.is(COURIER, Status::Pass) || self.has_reason(COURIER, GETS_THROUGH)
    }
}

pub(crate) const ICLOUD: &str = const { known("account/icloud") };
pub(super) const COURIER: &str = const { known("push/courier") };
const GETS_THROUGH: &[&str] = &const { ways(COURIER, ["fallback-only", "only-by-proxy"]) };
pub(super) const LINE: &str = const { known("push/connected") };
pub(super) const CLOCK: &str = const { known("clock/offset") };
pub(super) const PAST_VPN: &str = const { known("vpn/past-it") };
pub(crate) const RESTRICTIONS: &str = const { known("mac/restrictions") };
/// The ways in which a profile keeps people out of the account's settings.
pub(crate) const FORBIDDEN: &[&str] = &const { ways(RESTRICTIONS, ["account-changes-forbidden", "pane-hidden"]) };
pub(super) const OPENED: &str = const { known("tls/inspection") };

/// Whether a row blames this host.
pub(super) fn blames(row: &Row, host: &str) -> bool {
    row.verdict.blames.contains(&host)
}

/// Whether a row that blames names is about a host that sign-in needs.
pub(super) fn names_sign_in(row: &Row) -> bool {
    hosts::SIGN_IN.iter().any(|host| blames(row, host.name))
}

/// Whether a row blames nothing that every code hangs on: not the server that Apple's own screens ask for codes, and no
/// courier, unless macOS is connected to one all the same (which says little where somebody opens what goes to it). A row
/// that names no host is not known to be harmless.
pub(super) fn spares_the_needed(row: &Row, situation: &Situation) -> bool {
    let blamed = &row.verdict.blames;
    let courier = blamed.iter().any(|host| hosts::is_courier(host));
    let stands = situation.push_connected() && row.check.id != OPENED;
    !blamed.is_empty() && !blames(row, hosts::GSA.name) && (!courier || stands)
}
