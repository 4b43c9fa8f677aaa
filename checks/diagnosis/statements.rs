//! What is wrong, in the words of somebody who helps. A check's own `saw` is written for its row, where the title stands
//! beside it; here it must stand alone.

use super::weigh::Effect;
use crate::{Row, Status};

/// A sentence for a row: the start of its id, its reason (empty for any), and the words. `{saw}` is what the check saw,
/// `{who}` the culprit, or what is known of it.
struct Words(&'static str, &'static str, &'static str);

const WORDS: &[Words] = &[
    Words("network/interface-up", "", "no network is connected"),
    Words("network/default-route", "", "this network has no way to the internet"),
    Words("network/internet", "captive-portal", "this network waits for you on a sign-in page"),
    Words("network/internet", "no-dns", "names do not resolve on this network"),
    Words("network/internet", "no-answer", "the internet does not answer"),
    Words("dns/resolver", "local-down", "this network\u{2019}s DNS does not answer, so no name can be looked up"),
    Words("dns/resolver", "nothing-gets-out", "nothing gets out of this network, not even to public DNS"),
    Words("dns/servers", "none", "macOS has no DNS server, so no name can be looked up"),
    Words("dns/hosts-file", "", "the file /etc/hosts sends Apple\u{2019}s names elsewhere ({saw})"),
    Words("dns/sinkhole", "", "{who} blocks Apple\u{2019}s names ({saw})"),
    Words("dns/sign-in", "some-do-not-resolve", "not every name of Apple\u{2019}s sign-in servers resolves ({saw})"),
    Words("dns/sign-in", "", "the names of Apple\u{2019}s sign-in servers do not resolve ({saw})"),
    Words("dns/apple-push", "", "the names of Apple\u{2019}s push servers do not resolve ({saw})"),
    Words("tls/inspection", "", "{who} opens and re-signs Apple\u{2019}s encrypted traffic"),
    Words("tls/certificates", "", "the certificates of Apple\u{2019}s servers do not hold here ({saw})"),
    Words("tls/rate-limit", "", "Apple\u{2019}s sign-in service turns this network away for now"),
    Words("filters/proxy", "inspected", "{who} opens and re-signs Apple\u{2019}s encrypted traffic"),
    Words("filters/proxy", "refused", "the proxy refuses Apple\u{2019}s sign-in servers"),
    Words("filters/proxy", "", "the proxy stands in the way ({saw})"),
    Words("tls/sign-in", "", "Apple\u{2019}s sign-in servers cannot be reached ({saw})"),
    Words("push/courier", "forbidden", "something on this Mac forbids connections to Apple\u{2019}s push servers"),
    Words("push/courier", "", "Apple\u{2019}s push servers cannot be reached (ports 5223 and 443)"),
    Words("push/connected", "trying", "the push service calls Apple and gets no answer"),
    Words("push/daemon", "", "the push service of macOS is not running"),
    Words("clock/offset", "", "the clock is wrong ({saw})"),
    Words("status/", "", "Apple itself reports trouble ({saw})"),
    Words("account/icloud", "signed-out", "nobody is signed in to iCloud"),
    Words(
        "account/icloud",
        "disagree",
        "the files of macOS contradict each other on whether it is signed in to iCloud",
    ),
    Words("account/managed", "", "a school or company manages the account and decides how codes come"),
    Words("account/two-factor", "managed", "a school or company manages the account and decides how codes come"),
    Words("account/two-factor", "trust-revoked", "Apple no longer trusts this Mac with codes"),
    Words("account/two-factor", "off", "two-factor authentication is off for the account, so no codes are sent"),
    Words("account/two-factor", "two-step", "the account uses the older two-step verification"),
    Words("mac/virtual-machine", "not-apple", "Apple did not make this machine, and often refuses such"),
    Words("mac/virtual-machine", "", "this is a virtual machine, and Apple often refuses those"),
    Words(
        "mac/restrictions",
        "account-changes-forbidden",
        "a profile of your organisation forbids changes to the account",
    ),
    Words("mac/restrictions", "pane-hidden", "a profile of your organisation hides the account settings"),
    Words("mac/daemons-disabled", "", "a service that codes need is switched off ({saw})"),
    Words("mac/automatic-time", "disabled", "the clock service of macOS is off, and the clock is wrong"),
    Words("mac/version", "too-old", "{saw}"),
    Words("mac/version", "", "this macOS no longer gets repairs from Apple ({saw})"),
];

/// What is wrong, as a clause without a full stop.
pub(super) fn statement(row: &Row, effect: Effect) -> String {
    if row.check.id == "push/courier" && row.verdict.status == Status::Fail && effect < Effect::Stops {
        return "codesent cannot reach Apple\u{2019}s push servers, although macOS is connected to one".into();
    }
    if row.check.id == "tls/sign-in" && row.verdict.saw.contains("of 5 answer") {
        return format!("not all of Apple\u{2019}s sign-in servers answer ({})", row.verdict.saw);
    }
    let reason = row.verdict.reason.unwrap_or_default();
    let fits = |words: &&Words| row.check.id.starts_with(words.0) && (words.1.is_empty() || words.1 == reason);
    let Some(Words(_, _, text)) = WORDS.iter().find(fits) else {
        return by_itself(row);
    };
    let nobody = if row.check.id.starts_with("dns/") { "a DNS filter" } else { "something on the way" };
    let who = row.verdict.culprit.as_deref().unwrap_or(nobody);
    text.replace("{saw}", &row.verdict.saw).replace("{who}", who)
}

/// A short `saw` ("none", "off") says nothing without its title.
fn by_itself(row: &Row) -> String {
    let saw = row.verdict.saw.trim();
    if saw.split_whitespace().count() < 3 {
        format!("\u{201c}{}\u{201d} is not the case ({saw})", row.check.title)
    } else {
        saw.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::row;
    use super::*;
    use crate::fail;

    fn said(row: &Row) -> String {
        statement(row, Effect::Stops)
    }

    #[test]
    fn known_troubles_have_words_of_their_own() {
        assert_eq!(
            said(&row("tls/inspection", fail("x").culprit("Zscaler"))),
            "Zscaler opens and re-signs Apple\u{2019}s encrypted traffic"
        );
        assert_eq!(
            said(&row("tls/inspection", fail("x"))),
            "something on the way opens and re-signs Apple\u{2019}s encrypted traffic"
        );
        assert!(said(&row("network/internet", fail("x").reason("captive-portal"))).contains("sign-in page"));
    }

    #[test]
    fn what_we_alone_cannot_reach_is_said_so() {
        let courier = row("push/courier", fail("x").reason("unreachable"));
        assert!(said(&courier).contains("cannot be reached"));
        assert!(statement(&courier, Effect::MayStop).contains("although macOS is connected"));
    }

    #[test]
    fn unknown_ones_speak_for_themselves() {
        assert_eq!(said(&row("dns/new", fail("the server lies about Apple"))), "the server lies about Apple");
        assert_eq!(said(&row("dns/new", fail("none"))), "\u{201c}A made-up statement\u{201d} is not the case (none)");
    }
}
