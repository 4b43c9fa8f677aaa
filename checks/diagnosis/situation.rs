//! The rows, looked at from the side of the diagnosis.

use crate::{Answers, Row, Status, Version, hosts};

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

    /// The rows whose id starts with `prefix`: a group (`dns/`) or one check.
    pub(super) fn under(&self, prefix: &str) -> impl Iterator<Item = &'a Row> {
        let prefix = prefix.to_owned();
        self.rows.iter().filter(move |row| row.check.id.starts_with(&prefix))
    }

    pub(super) fn any(&self, prefix: &str, status: Status) -> bool {
        self.under(prefix).any(|row| row.verdict.status == status)
    }

    /// Whether an Apple Account is signed in to iCloud; none where that is not known.
    pub(super) fn signed_in(&self) -> Option<bool> {
        match self.status("account/icloud")? {
            Status::Pass | Status::Info => Some(true),
            Status::Fail => Some(false),
            // A warning there means that the files contradict each other.
            Status::Warn | Status::Skip | Status::Unknown => None,
        }
    }

    /// Whether the push line was seen to work: `apsd` is connected, or a courier finished a handshake with us. An
    /// established connection outlives a pulled cable for minutes, so it counts only while the network is up. A courier
    /// whose handshake somebody else finished was not seen.
    pub(super) fn push_seen(&self) -> bool {
        let inspected = self.row("tls/inspection").filter(|row| row.verdict.status == Status::Fail);
        if inspected.is_some_and(|row| row.verdict.evidence.iter().any(|one| one.label.contains("courier"))) {
            return false;
        }
        self.push_connected() || self.works("push/courier")
    }

    /// Whether macOS itself was seen connected to a courier, on a network that is up.
    pub(super) fn push_connected(&self) -> bool {
        self.is("push/connected", Status::Pass) && !self.any("network/", Status::Fail)
    }

    /// Passed, or warned of something that still lets it through.
    fn works(&self, id: &str) -> bool {
        self.is(id, Status::Pass) || self.has_reason(id, &["fallback-only", "only-by-proxy"])
    }

    /// Whether anything that needs the network was found broken.
    pub(super) fn network_trouble(&self) -> bool {
        ["network/", "dns/", "tls/", "push/"].iter().any(|group| self.any(group, Status::Fail))
    }
}

/// Whether a row blames this host.
pub(super) fn blames(row: &Row, host: &str) -> bool {
    let labels = row.verdict.evidence.iter().map(|one| one.label.as_str());
    labels.chain([row.verdict.saw.as_str()]).any(|text| text.contains(host))
}

/// Whether a row that blames names is about a host that sign-in needs.
pub(super) fn names_sign_in(row: &Row) -> bool {
    hosts::SIGN_IN.iter().any(|host| blames(row, host.name))
}

/// Whether a row blames nothing that every code hangs on: not the server that Apple's own screens ask for codes, and no
/// courier, unless macOS is connected to one all the same (which says little where somebody opens what goes to it). A row that names no host is not known to be harmless.
pub(super) fn spares_the_needed(row: &Row, situation: &Situation) -> bool {
    let others = hosts::SIGN_IN.iter().chain(hosts::IDENTITY).chain([&hosts::WEBSOCKET]);
    let courier = blames(row, hosts::COURIER_NAME);
    let named = courier || others.into_iter().any(|host| blames(row, host.name));
    let stands = situation.push_connected() && row.check.id != "tls/inspection";
    named && !blames(row, hosts::GSA.name) && (!courier || stands)
}
