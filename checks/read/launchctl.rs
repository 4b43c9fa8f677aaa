//! `launchctl print-disabled`: services that somebody switched off.
//!
//! Shapes: `"label" => disabled` since macOS 13, `"label" => true` before. A service that is not listed is on.

use crate::Miss;

/// What a service is needed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Signing in, and the prompt that shows a code.
    Codes,
    /// iMessage: texts with codes that an iPhone passes on come that way.
    Messages,
    /// FaceTime.
    FaceTime,
}

/// A service that somebody may have switched off.
#[derive(Debug, PartialEq, Eq)]
pub struct Service {
    /// `com.apple.akd`.
    pub label: &'static str,
    /// What it does, as a clause.
    pub purpose: &'static str,
    /// What is broken without it.
    pub need: Need,
}

impl Service {
    /// `akd`.
    pub fn name(&self) -> &'static str {
        self.label.trim_start_matches("com.apple.").trim_start_matches("telephonyutilities.")
    }
}

const fn service(label: &'static str, purpose: &'static str, need: Need) -> Service {
    Service { label, purpose, need }
}

use Need::{Codes, FaceTime, Messages};

/// The services that matter. Labels: property lists in `/System/Library/LaunchDaemons` and `LaunchAgents`; scripts that
/// "slim" macOS list most of them. That sign-in needs `adid`, and FaceTime and Messages the ones below, was reported of
/// such scripts (mac-os-debloat 7, Silverback 1).
#[rustfmt::skip]
pub const SERVICES: &[Service] = &[
    service("com.apple.CallHistoryPluginHelper", "keeps the list of calls", FaceTime),
    service("com.apple.CallHistorySyncHelper", "keeps the list of calls", FaceTime),
    service("com.apple.accountsd", "knows which accounts are signed in", Codes),
    service("com.apple.adid", "takes part in signing in", Codes),
    service("com.apple.akd", "signs in to the Apple Account and shows the code prompt", Codes),
    service("com.apple.appleaccountd", "looks after the Apple Account", Codes),
    service("com.apple.apsd", "receives pushes", Codes),
    service("com.apple.avconferenced", "carries sound and picture of FaceTime", FaceTime),
    service("com.apple.callservicesd", "makes and takes calls", FaceTime),
    service("com.apple.followupd", "shows what the account is waiting for", Codes),
    service("com.apple.identityservicesd", "registers this Mac as a device", Codes),
    service("com.apple.imagent", "sends and receives messages", Messages),
    service("com.apple.mDNSResponder", "looks up names", Codes),
    service("com.apple.mDNSResponder.reloaded", "looks up names", Codes),
    service("com.apple.telephonyutilities.callservicesd", "makes and takes calls", FaceTime),
    service("com.apple.timed", "sets the clock", Codes),
    service("com.apple.trustd", "checks certificates", Codes),
];

/// Whether a line may be seen at all: the frame of the list, and the services above.
pub fn is_worth_keeping(line: &str) -> bool {
    line.contains("disabled services") || SERVICES.iter().any(|one| line.contains(&format!("\"{}\"", one.label)))
}

/// Which of the services above are switched off.
pub fn disabled(text: &str) -> Result<Vec<&'static Service>, Miss> {
    if !text.contains("disabled services") {
        return Err(Miss::Unreadable("`launchctl` printed no list of services".into()));
    }
    let off = |label: &str| {
        text.lines().filter_map(|line| line.trim().split_once(" => ")).any(|(name, state)| {
            name.trim_matches('"') == label && matches!(state.trim().trim_end_matches(';'), "disabled" | "true")
        })
    };
    Ok(SERVICES.iter().filter(|one| off(one.label)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_read() {
        let new =
            "\tdisabled services = {\n\t\t\"com.apple.akd\" => disabled\n\t\t\"com.apple.apsd\" => enabled\n\t}\n";
        assert_eq!(disabled(new).unwrap().iter().map(|one| one.name()).collect::<Vec<_>>(), ["akd"]);
        let old = "disabled services = {\n\t\"com.apple.apsd\" => true\n\t\"com.apple.akd\" => false\n}\n";
        assert_eq!(disabled(old).unwrap()[0].label, "com.apple.apsd");
        let slim = "disabled services = {\n\t\"com.apple.telephonyutilities.callservicesd\" => disabled\n\t\"com.apple.imagent\" => disabled\n}\n";
        let needs: Vec<(&str, Need)> = disabled(slim).unwrap().iter().map(|one| (one.name(), one.need)).collect();
        assert_eq!(needs, [("imagent", Messages), ("callservicesd", FaceTime)]);
        assert_eq!(disabled("disabled services = {\n}\n"), Ok(Vec::new()));
        assert!(disabled("Bad request.\n").is_err());
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(SERVICES.is_sorted_by_key(|one| one.label));
    }
}
