//! What macOS's own log says of a cause: evidence beside it, never a cause by itself.

use super::situation::{OPENED, PAST_VPN, Situation};
use crate::check::{known, way, ways};
use crate::{Part, Row, is_on_request};

const PUSH: &str = const { known("log/push") };
const SIGN_IN: &str = const { known("log/sign-in") };

/// A reason of the log's rows, which share them.
const fn met(slug: &'static str) -> &'static str {
    way(PUSH, slug)
}

/// Where a daemon's error fits: by its reason, causes of these parts.
const FITS: &[(&str, &[Part])] = &const {
    [
        (met("offline"), &[Part::Link, Part::Internet] as &[Part]),
        (met("no-name"), &[Part::Link, Part::Internet, Part::Names]),
        (met("no-answer"), &[Part::Internet]),
        (met("refused"), &[Part::Internet]),
        (met("cut"), &[Part::Internet]),
        (NOT_TRUSTED, &[Part::Time]),
        (met("not-ours"), &[Part::Machine]),
        (met("account"), &[Part::Account]),
        (met("keychain"), &[Part::Account]),
        (met("terms"), &[Part::Account]),
    ]
};
const NOT_TRUSTED: &str = const { met("not-trusted") };
const NO_TLS: &str = const { met("no-tls") };
const BY_PROXY: &str = const { met("proxy") };
const FORBIDDEN: &str = const { met("forbidden") };
/// What a VPN, a firewall or whoever opens a connection does to it.
const BROKEN: &[&str] = &const { ways(PUSH, ["no-answer", "refused", "cut", "no-tls", "no-name"]) };
const PROXIES: &[&str] = &const { [known("filters/proxy"), known("filters/proxy-script")] };

/// One line for each daemon whose errors fit this cause.
pub(super) fn of(id: &str, part: Part, situation: &Situation) -> Vec<String> {
    let rows = situation.rows.iter().filter(|row| is_on_request(row.check) && row.found());
    rows.filter(|row| fits(row, id, part)).map(|row| format!("macOS\u{2019}s own log fits: {}", row.wrong())).collect()
}

fn fits(row: &Row, id: &str, part: Part) -> bool {
    let Some(reason) = row.verdict.reason else { return false };
    // Each daemon has its own servers.
    let own = match row.check.id {
        PUSH => matches!(part, Part::PushServers | Part::PushLine),
        SIGN_IN => part == Part::Servers,
        _ => false,
    };
    let broken = BROKEN.contains(&reason);
    match reason {
        BY_PROXY => PROXIES.contains(&id),
        FORBIDDEN => part == Part::Between && id != PAST_VPN,
        NOT_TRUSTED | NO_TLS if id == OPENED => true,
        _ if own || id == PAST_VPN => broken,
        _ => FITS.iter().any(|(slug, parts)| *slug == reason && parts.contains(&part)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{mac, row, with};
    use super::super::{Diagnosis, Outlook, diagnose};
    use crate::{Row, fail, info};

    fn diagnosed(changes: Vec<Row>) -> Diagnosis {
        diagnose(&with(changes), &mac("15.1"))
    }

    fn errors(id: &str, reason: &'static str) -> Row {
        row(id, info("no such host, twice, last 3 minutes ago").reason(reason))
    }

    #[test]
    fn it_stands_under_the_cause_that_it_fits_and_no_other() {
        let names = row("dns/apple-push", fail("no such name"));
        let found = diagnosed(vec![names.clone(), errors("log/push", "no-name")]);
        assert_eq!(
            found.causes[0].in_log,
            ["macOS\u{2019}s own log fits: the push service met an error: no such host, twice, last 3 minutes ago"]
        );
        assert!(diagnosed(vec![names, errors("log/push", "account")]).causes[0].in_log.is_empty());
        let account = row("account/icloud", fail("x").reason("signed-out"));
        assert!(diagnosed(vec![account, errors("log/push", "no-name")]).causes[0].in_log.is_empty());
    }

    #[test]
    fn a_daemon_speaks_of_its_own_servers() {
        let push = row("push/courier", fail("x"));
        assert_eq!(diagnosed(vec![push.clone(), errors("log/push", "no-answer")]).causes[0].in_log.len(), 1);
        assert!(diagnosed(vec![push, errors("log/sign-in", "no-answer")]).causes[0].in_log.is_empty());
    }

    #[test]
    fn by_itself_it_is_no_cause_and_changes_nothing() {
        for reason in ["no-name", "account", "keychain", "terms", "not-trusted"] {
            let found = diagnosed(vec![errors("log/push", reason)]);
            assert_eq!((found.outlook, found.causes.len()), (Outlook::Can, 0), "{reason}");
        }
    }
}
