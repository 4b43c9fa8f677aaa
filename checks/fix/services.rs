//! Services of macOS that were switched off: each is switched on again by its own name, where it was switched off.

use super::{Fix, Risk, Step, step};

pub(super) const ALL: &[&Fix] = &[&SERVICES_OFF];

/// A "debloat" script or an optimiser has switched services of the account off.
pub const SERVICES_OFF: Fix = on_again("sudo launchctl enable system/com.apple.apsd");

const STEPS: &[Step] = &[
    step("Undo what switched them off: an optimiser or \u{201c}debloat\u{201d} script usually has a way back."),
    step("Or switch each service that codesent names on again with the command below, with its own name at the end."),
    step("Then restart the Mac: only then it runs again."),
];

const fn on_again(command: &'static str) -> Fix {
    Fix {
        id: "services-off",
        title: "Switch Apple\u{2019}s account services on again",
        first: Some("Switch the service that is named on again, by its own name (steps below); then restart this Mac."),
        steps: STEPS,
        links: &[],
        command: Some(command),
        article: None,
        risk: Risk::Administrator,
        confirm: "Run codesent again: no service is switched off.",
    }
}

/// A service, how it is switched on for the whole Mac, and how for one person.
type Each = (&'static str, Fix, Fix);

macro_rules! each {
    ($($label:literal)*) => {
        &[$((
            $label,
            on_again(concat!("sudo launchctl enable system/", $label)),
            on_again(concat!("launchctl enable user/$(id -u)/", $label)),
        )),*]
    };
}

const EACH: &[Each] = each! {
    "com.apple.CallHistoryPluginHelper"
    "com.apple.CallHistorySyncHelper"
    "com.apple.accountsd"
    "com.apple.adid"
    "com.apple.akd"
    "com.apple.appleaccountd"
    "com.apple.apsd"
    "com.apple.avconferenced"
    "com.apple.callservicesd"
    "com.apple.followupd"
    "com.apple.identityservicesd"
    "com.apple.imagent"
    "com.apple.mDNSResponder"
    "com.apple.mDNSResponder.reloaded"
    "com.apple.telephonyutilities.callservicesd"
    "com.apple.timed"
    "com.apple.trustd"
};

/// How the service is switched on again. `for_all`: it is off for the whole Mac, not for one person.
pub fn switched_on_again(label: &str, for_all: bool) -> &'static Fix {
    match EACH.iter().find(|(known, ..)| *known == label) {
        Some((_, system, _)) if for_all => system,
        Some((_, _, user)) => user,
        None => &SERVICES_OFF,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::launchctl::SERVICES;

    #[test]
    fn every_service_has_its_own_command() {
        for service in SERVICES {
            for (for_all, place) in
                [(true, "sudo launchctl enable system/"), (false, "launchctl enable user/$(id -u)/")]
            {
                let command = switched_on_again(service.label, for_all).command.unwrap();
                assert_eq!(command, format!("{place}{}", service.label));
            }
        }
        assert_eq!(EACH.len(), SERVICES.len());
    }
}
