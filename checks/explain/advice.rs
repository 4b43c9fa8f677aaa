//! The advice that every web page on missing codes gives, in its usual ten steps, judged one by one: what is right, what is
//! out of date, and what locks people out. Sources: Apple's articles that the named fixes carry.

/// One step of the usual advice.
#[derive(Debug)]
pub struct Advice {
    /// What one is told to do.
    pub told: &'static str,
    /// What to make of it.
    pub judged: &'static str,
    /// The checks (or groups) that look at it. None: no Mac can see it.
    pub checks: &'static [&'static str],
    /// The fixes that tell how it is done.
    pub fixes: &'static [&'static str],
    /// What not to do.
    pub do_not: &'static [&'static str],
}

const fn advice(
    told: &'static str,
    judged: &'static str,
    checks: &'static [&'static str],
    fixes: &'static [&'static str],
    do_not: &'static [&'static str],
) -> Advice {
    Advice { told, judged, checks, fixes, do_not }
}

/// The ten steps, and the four tips that usually follow.
pub const ALL: &[Advice] = &[
    advice(
        "1. Check the network",
        "Right. Another network, such as your phone\u{2019}s hotspot, is the best test there is.",
        &["network", "dns", "tls", "push"],
        &["connect", "portal", "dns", "hosts-file", "firewall"],
        &[],
    ),
    advice(
        "2. Check Apple\u{2019}s system status",
        "Right, but the page lags behind by an hour or two, and says nothing of texts.",
        &["status"],
        &["wait"],
        &[],
    ),
    advice(
        "3. Check the trusted phone numbers",
        "Right, in this order: add a new number, get one code on it, and only then remove an old one. No Mac can see them.",
        &[],
        &["second-number", "carrier", "text-or-call"],
        &["old-number-first"],
    ),
    advice(
        "4. Turn two-factor authentication off and on",
        "Not possible: Apple has no switch for it.",
        &["account/two-factor"],
        &["two-factor"],
        &["two-factor-off"],
    ),
    advice(
        "5. Activate iMessage and FaceTime again",
        "Not needed: codes do not travel over them. They use the same push service, so their trouble is a hint.",
        &["messages", "facetime"],
        &["registration", "sign-in-service"],
        &["delete-files"],
    ),
    advice(
        "6. Use another trusted device",
        "The best of the ten. A signed-in device also makes codes by itself, without a prompt.",
        &["account/icloud"],
        &["make-a-code", "sign-in", "awake"],
        &[],
    ),
    advice(
        "7. Turn VPN and security apps off",
        "For a minute, as a test. Quitting an app can leave its filter on.",
        &["vpn", "filters"],
        &["vpn", "filter", "left-over-filter", "proxy", "inspection"],
        &["trust-root"],
    ),
    advice(
        "8. Reset the network settings",
        "A Mac has no such button. A new network location does it, and can be taken back.",
        &[],
        &["network-location", "dns-cache"],
        &["delete-files"],
    ),
    advice(
        "9. Sign out of the Apple Account and in again",
        "Signing in needs a code. Only with another trusted device and a number that was tested, and never while locked out.",
        &["account/icloud"],
        &["account-notice", "restart"],
        &["sign-out"],
    ),
    advice(
        "10. Ask Apple Support",
        "Right when nothing else is left. They cannot skip account recovery.",
        &[],
        &["support", "account-recovery"],
        &["more-codes"],
    ),
    advice(
        "Tip: a second trusted number",
        "Good: one that does not ring on your iPhone.",
        &[],
        &["second-number"],
        &[],
    ),
    advice("Tip: a recovery contact", "Good.", &[], &["recovery-contact"], &[]),
    advice("Tip: keep devices and numbers current", "Good, once you are in.", &[], &["keep-current"], &[]),
    advice(
        "Tip: a recovery key",
        "Careful: it switches account recovery off. Lost together with your devices, it locks you out for good.",
        &[],
        &["recovery-contact"],
        &["recovery-key-now"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diagnosis::DO_NOT, fix::catalogue};

    #[test]
    fn every_step_leads_somewhere() {
        for one in ALL {
            for id in one.checks {
                assert!(crate::find(id).is_some() || crate::ALL.iter().any(|group| group.id == *id), "{id}");
            }
            for id in one.fixes {
                assert!(catalogue::find(id).is_some(), "{id}");
            }
            for id in one.do_not {
                assert!(DO_NOT.iter().any(|other| other.id == *id), "{id}");
            }
            assert!(!one.fixes.is_empty(), "{}", one.told);
        }
    }

    #[test]
    fn everything_not_to_do_but_resets_answers_some_advice() {
        let named: Vec<&str> = ALL.iter().flat_map(|one| one.do_not).copied().collect();
        let open: Vec<&str> = DO_NOT.iter().map(|one| one.id).filter(|id| !named.contains(id)).collect();
        assert_eq!(open, ["reset-keychain", "erase"]);
    }
}
