//! Words that are neither a message nor a complaint: what somebody who types "wifi" or "sim" is led to.

/// A word and where it leads.
#[derive(Debug)]
pub struct Topic {
    /// The words, any of them, folded.
    words: &'static [&'static str],
    /// What it is about, as a title.
    pub title: &'static str,
    /// Groups of checks that look at it.
    pub groups: &'static [&'static str],
    /// Fixes that tell how.
    pub fixes: &'static [&'static str],
    /// Messages and symptoms.
    pub messages: &'static [&'static str],
}

const fn topic(
    words: &'static [&'static str],
    title: &'static str,
    groups: &'static [&'static str],
    fixes: &'static [&'static str],
    messages: &'static [&'static str],
) -> Topic {
    Topic { words, title, groups, fixes, messages }
}

/// All of them.
pub const ALL: &[Topic] = &[
    topic(
        &["wifi", "wi fi", "wlan", "ethernet", "internet", "hotspot", "router"],
        "The network",
        &["network", "dns", "tls"],
        &["connect", "portal"],
        &["error-connecting"],
    ),
    topic(&["vpn", "vpns", "tunnel", "private relay"], "VPNs", &["vpn"], &["vpn"], &["error-connecting"]),
    topic(
        &[
            "firewall",
            "filter",
            "adblocker",
            "ad blocker",
            "antivirus",
            "little snitch",
            "lulu",
            "pihole",
            "pi hole",
            "proxy",
        ],
        "Filters and proxies",
        &["filters", "dns"],
        &["filter", "proxy", "left-over-filter", "inspection"],
        &["error-connecting"],
    ),
    topic(
        &["sim", "esim", "sim card", "carrier", "number", "phone number", "trusted number"],
        "The number and its carrier",
        &[],
        &["carrier", "second-number"],
        &["number-lost", "text-missing", "no-service"],
    ),
    topic(
        &["sms", "text", "texts", "text message"],
        "Texts",
        &["messages"],
        &["carrier", "text-or-call"],
        &["text-missing"],
    ),
    topic(&["call", "phone call"], "Calls", &[], &["text-or-call", "carrier"], &["call-missing"]),
    topic(
        &["2fa", "two factor", "two factor authentication", "2 factor", "mfa"],
        "Two-factor authentication",
        &["account"],
        &["two-factor", "make-a-code"],
        &["not-arriving", "two-factor-off", "two-factor-required"],
    ),
    topic(
        &["recovery", "iforgot", "recover"],
        "Recovery",
        &[],
        &["account-recovery", "recovery-contact"],
        &["account-recovery", "recovery-key", "recovery-contact"],
    ),
    topic(
        &["password", "passwords", "passcode"],
        "Passwords",
        &["account"],
        &["change-password", "locked"],
        &["wrong-password", "device-password", "app-specific-password", "mac-password"],
    ),
    topic(&["clock", "time", "date", "time zone"], "The clock", &["clock"], &["clock"], &["clock-wrong"]),
    topic(
        &["push", "apns", "apsd", "notifications", "notification"],
        "Push",
        &["push"],
        &["push-daemon", "restart"],
        &["not-arriving"],
    ),
    topic(
        &["imessage", "facetime", "messages"],
        "iMessage and FaceTime",
        &["messages", "facetime"],
        &["registration"],
        &["messages-activation", "messages-customer-code"],
    ),
    topic(
        &["code", "codes", "verification code", "otp"],
        "The code",
        &["account", "push"],
        &["make-a-code", "text-or-call", "stop"],
        &["not-arriving", "refused", "too-many-codes"],
    ),
    topic(
        &["mdm", "work", "school", "company", "managed"],
        "An organisation\u{2019}s Mac or account",
        &["mac"],
        &["organisation"],
        &["managed-account"],
    ),
    topic(&["fraud", "scam", "phishing"], "Fraud", &[], &["change-password"], &["somebody-asks", "not-me"]),
    topic(
        &["virtual machine", "vm", "hackintosh", "utm", "parallels", "vmware"],
        "Virtual machines",
        &["mac"],
        &["virtual-machine"],
        &["unknown-error", "machine-identity"],
    ),
    topic(&["focus", "do not disturb"], "Focus", &["mac"], &["focus"], &["not-arriving"]),
    topic(
        &["locked", "lock", "locked out", "disabled"],
        "Locks",
        &["account"],
        &["locked"],
        &["account-locked", "media-disabled"],
    ),
    topic(
        &["icloud", "apple account", "apple id", "account"],
        "The account",
        &["account", "status"],
        &["sign-in", "account-notice", "terms"],
        &["cannot-sign-in", "account-locked"],
    ),
    topic(&["yubikey", "security keys"], "Security keys", &[], &[], &["security-key", "passkey"]),
];

/// The topic that somebody typed, and nothing else.
pub fn find(text: &str) -> Option<&'static Topic> {
    let typed = super::normal::folded(text);
    ALL.iter().find(|topic| topic.words.contains(&typed.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::messages;
    use crate::fix::catalogue;

    #[test]
    fn every_topic_leads_somewhere() {
        for topic in ALL {
            for id in topic.groups {
                assert!(crate::ALL.iter().any(|group| group.id == *id), "{}: {id}", topic.title);
            }
            for id in topic.fixes {
                assert!(catalogue::find(id).is_some(), "{}: {id}", topic.title);
            }
            for id in topic.messages {
                assert!(messages::by_id(id).is_some(), "{}: {id}", topic.title);
            }
            for word in topic.words {
                assert_eq!(find(&word.to_uppercase()).map(|found| found.title), Some(topic.title), "{word}");
            }
        }
        assert!(find("wifi is broken").is_none() && find("").is_none());
    }
}
