//! What an error's domain and number mean. Sources: Apple's NSURLError.h, CFNetworkErrors.h, SecBase.h, errno.h, ACError.h and
//! CKError.h; `com.apple.MobileActivation.ErrorDomain` -1 from a log of macOS 27 in a virtual machine.

use crate::Reason;
use crate::explain;
use crate::fix::catalogue;
use crate::read::unified_log::{DOMAINS, Form, Says};

/// What a daemon met, by what it is about. Its slug is the reason of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meaning {
    /// A stable slug.
    pub(crate) slug: &'static str,
    /// In a few words, for the middle of a sentence.
    pub(crate) words: &'static str,
}

const fn meaning(slug: &'static str, words: &'static str) -> Meaning {
    Meaning { slug, words }
}

/// Every way to Info.
pub(super) const REASONS: &[Reason] = &[
    Reason::info("offline"),
    Reason::info("no-name"),
    Reason::info("no-answer"),
    Reason::info("refused"),
    Reason::info("cut"),
    Reason::info("no-tls"),
    Reason::info("not-trusted"),
    Reason::info("not-ours"),
    Reason::info("proxy"),
    Reason::info("forbidden"),
    Reason::info("account"),
    Reason::info("keychain").fix(&catalogue::KEYCHAIN),
    Reason::info("terms").fix(&catalogue::TERMS),
    Reason::info("explained"),
    Reason::info("other").nothing(),
    Reason::skip("not-allowed"),
];

/// A family of numbers, what they are about, and the numbers with their words.
type Table = &'static [(&'static [&'static str], &'static [(i32, &'static str, &'static str)])];

const URL: &[&str] = &["NSURLErrorDomain", "kCFErrorDomainCFNetwork"];
const POSIX: &[&str] = &["NSPOSIXErrorDomain"];
const STATUS: &[&str] = &["NSOSStatusErrorDomain", "kCFStreamErrorDomainSSL"];

const TABLE: Table = &[
    (
        URL,
        &[
            (-1001, "no-answer", "no answer in time"),
            (-1003, "no-name", "no such host"),
            (-1004, "refused", "no connection to the server"),
            (-1005, "cut", "the connection was lost"),
            (-1006, "no-name", "the name was not found"),
            (-1009, "offline", "not connected to the internet"),
            (-1011, "refused", "an odd answer of the server"),
            (-1012, "account", "a sign-in was wanted"),
            (-1013, "account", "a sign-in was wanted"),
            (-1200, "no-tls", "no secure connection"),
            (-1201, "not-trusted", "a certificate that is not valid now"),
            (-1202, "not-trusted", "a certificate that is not trusted"),
            (-1203, "not-trusted", "a certificate of an unknown root"),
            (-1204, "not-trusted", "a certificate that is not valid yet"),
            (-1205, "not-ours", "this Mac\u{2019}s own certificate was refused"),
            (-1206, "not-ours", "this Mac\u{2019}s own certificate was wanted"),
            (1, "no-name", "no such host"),
            (2, "no-name", "the name was not found"),
            (306, "proxy", "no connection to the proxy"),
            (307, "proxy", "the proxy wants a sign-in"),
            (308, "proxy", "the script that chooses proxies could not be read"),
            (309, "proxy", "the script that chooses proxies wants a sign-in"),
            (310, "proxy", "no connection to the proxy"),
            (311, "proxy", "an odd answer of the proxy"),
        ],
    ),
    (
        POSIX,
        &[
            (1, "forbidden", "a connection that this Mac forbade"),
            (50, "offline", "the network is down"),
            (51, "offline", "no way to the network"),
            (54, "cut", "the connection was cut"),
            (57, "cut", "the connection was gone"),
            (60, "no-answer", "no answer in time"),
            (61, "refused", "the connection was refused"),
            (64, "no-answer", "the server was down"),
            (65, "offline", "no route to the server"),
        ],
    ),
    (
        STATUS,
        &[
            (-9800, "no-tls", "no secure connection"),
            (-9801, "no-tls", "no secure connection"),
            (-9802, "no-tls", "no secure connection"),
            (-9805, "cut", "the connection was closed"),
            (-9806, "cut", "the connection was closed"),
            (-9807, "not-trusted", "a certificate that is not trusted"),
            (-9808, "not-trusted", "a certificate that is not right"),
            (-9812, "not-trusted", "a certificate of an unknown root"),
            (-9813, "not-trusted", "a certificate of an unknown root"),
            (-9814, "not-trusted", "a certificate that is past its end"),
            (-9815, "not-trusted", "a certificate that is not valid yet"),
            (-9816, "cut", "the connection was closed"),
            (-9824, "no-tls", "the server refused a secure connection"),
            (-9836, "no-tls", "no secure connection"),
            (-9843, "not-trusted", "a certificate for another name"),
            (-25_293, "keychain", "a wrong password for the keychain"),
            (-25_308, "keychain", "a keychain that is locked"),
        ],
    ),
    (
        &["com.apple.accounts"],
        &[
            (3, "account", "the account could not be proved"),
            (11, "account", "the account\u{2019}s proof was not found"),
        ],
    ),
    (
        &["CKErrorDomain"],
        &[
            (3, "offline", "no network"),
            (4, "no-answer", "the network failed"),
            (9, "account", "nobody is signed in to iCloud"),
            (36, "account", "the account cannot be used just now"),
        ],
    ),
    (&["com.apple.MobileActivation.ErrorDomain"], &[(-1, "not-ours", "this Mac has no certificate of its own")]),
];

/// What a trace means; none where it says nothing by itself.
pub(crate) fn of(says: &Says) -> Option<Meaning> {
    match says {
        Says::Form(Form::KeychainShut) => {
            Some(meaning("keychain", "the screen was unlocked, and the login keychain was not"))
        }
        Says::Form(Form::Terms) => Some(meaning("terms", "iCloud waits until its terms are accepted")),
        Says::Form(Form::Connected | Form::Unnamed) => None,
        Says::Error { domain, code } => {
            let (_, numbers) = TABLE.iter().find(|(domains, _)| domains.contains(&domain.as_str()))?;
            let (_, slug, words) = numbers.iter().find(|(number, _, _)| number == code)?;
            Some(meaning(slug, words))
        }
    }
}

/// A name for what a trace says, in our own words only: a recording may have been written by a hand.
pub(super) fn label(says: &Says) -> String {
    match says {
        Says::Form(Form::Connected) => "connected to a courier".into(),
        Says::Form(Form::KeychainShut) => "the keychain stayed locked".into(),
        Says::Form(Form::Terms) => "terms".into(),
        Says::Form(Form::Unnamed) => "errors without a number".into(),
        Says::Error { domain, code } => match DOMAINS.iter().find(|known| *known == domain) {
            Some(known) => format!("{known} {code}"),
            None => format!("error {code}"),
        },
    }
}

/// What `codesent explain` knows of an error that the table has not: only where Apple's own daemon says the number of a
/// message.
pub(super) fn explained(says: &Says) -> Option<&'static explain::Message> {
    match says {
        Says::Error { code, .. } if of(says).is_none() => explain::by_number(*code),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_is_a_reason_that_is_declared() {
        for (domains, numbers) in TABLE {
            assert!(domains.iter().all(|domain| DOMAINS.contains(domain)), "{domains:?}");
            for (number, slug, words) in *numbers {
                assert!(REASONS.iter().any(|reason| reason.slug == *slug), "{slug}");
                assert!(!words.ends_with('.') && numbers.iter().filter(|one| one.0 == *number).count() == 1, "{words}");
            }
        }
    }

    #[test]
    fn the_same_number_means_what_its_domain_says() {
        let of = |domain: &str, code| of(&Says::Error { domain: domain.into(), code }).map(|it| it.slug);
        assert_eq!(of("NSPOSIXErrorDomain", 1), Some("forbidden"));
        assert_eq!(of("kCFErrorDomainCFNetwork", 1), Some("no-name"));
        assert_eq!(of("NSURLErrorDomain", -999), None);
        assert_eq!(of("somebody@example.org", -1003), None);
    }

    #[test]
    fn nothing_of_a_recording_is_a_name() {
        let says = Says::Error { domain: "bird@example.org".into(), code: 5 };
        assert_eq!(label(&says), "error 5");
        assert!(explained(&says).is_none());
        let known = Says::Error { domain: "another".into(), code: -28_248 };
        assert_eq!(explained(&known).map(|message| message.id), Some("number-refused"));
    }
}
