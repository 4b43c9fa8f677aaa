//! The first step where names are the trouble: whose server it is tells where to look.

use super::causes::Cause;
use super::situation::Situation;
use super::suspects::Suspect;
use crate::check::{known, ways};
use crate::{Culprit, Part};

/// Who answers names on this Mac, and does not.
pub(super) fn answerer(cause: &Cause, suspects: &[Suspect]) -> String {
    let own = cause.culprits.first().map(Culprit::shown);
    let known = || suspects.iter().find(|one| one.id == DNS_PROXY && one.product).map(|one| one.name.clone());
    own.or_else(known).unwrap_or_else(|| "the program on this Mac that answers names".into())
}

/// A DNS service blocks, or does not answer. A server that is set by hand goes along to every Wi-Fi network, a phone's
/// hotspot too, so that trying one shows nothing.
pub(super) fn at_the_server(situation: &Situation, cause: &Cause) -> Option<String> {
    if situation.has_reason(cause.id, FAR) && cause.id == RESOLVER {
        return Some(
            "Is that server set in this Mac\u{2019}s DNS settings? Take it out (steps below) and try once. Otherwise try \
             your phone\u{2019}s hotspot."
                .into(),
        );
    }
    let who = cause.culprits.iter().find(|who| matches!(who, Culprit::Product(_)))?;
    if cause.part != Part::Names || ![RESOLVER, SINKHOLE].contains(&cause.id) {
        return None;
    }
    let name = who.shown();
    // Its own program or extension is here.
    if situation.about(&[Part::Between]).any(|row| row.verdict.culprits.contains(who)) && cause.id == SINKHOLE {
        return Some(format!("Pause {name} on this Mac for a minute and try once. A work Mac: ask IT first."));
    }
    Some(format!(
        "Is {name} set in this Mac\u{2019}s DNS settings? Take it out for a test (steps below) and try once. Otherwise \
         the router has it: try your phone\u{2019}s hotspot."
    ))
}

const RESOLVER: &str = const { known("dns/resolver") };
const SINKHOLE: &str = const { known("dns/sinkhole") };
const DNS_PROXY: &str = const { known("filters/dns-proxy") };
const FAR: &[&str] = &const { ways(RESOLVER, ["far-down"]) };
