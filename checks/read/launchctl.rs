//! `launchctl print-disabled`: services that somebody switched off.
//!
//! Shapes: `"label" => disabled` since macOS 13, `"label" => true` before. A service that is not listed is on.

use crate::Miss;

/// The services that matter for codes, and what each one does. Labels: property lists in `/System/Library/LaunchDaemons` and
/// `LaunchAgents`; scripts that "slim" macOS list most of them.
pub const SERVICES: &[(&str, &str)] = &[
    ("com.apple.accountsd", "knows which accounts are signed in"),
    ("com.apple.akd", "signs in to the Apple Account and shows the code prompt"),
    ("com.apple.appleaccountd", "looks after the Apple Account"),
    ("com.apple.apsd", "receives pushes"),
    ("com.apple.followupd", "shows what the account is waiting for"),
    ("com.apple.identityservicesd", "registers this Mac as a device"),
    ("com.apple.mDNSResponder", "looks up names"),
    ("com.apple.mDNSResponder.reloaded", "looks up names"),
    ("com.apple.timed", "sets the clock"),
    ("com.apple.trustd", "checks certificates"),
];

/// Whether a line may be seen at all: the frame of the list, and the services above.
pub fn is_worth_keeping(line: &str) -> bool {
    line.contains("disabled services") || SERVICES.iter().any(|(label, _)| line.contains(&format!("\"{label}\"")))
}

/// Which of the services above are switched off.
pub fn disabled(text: &str) -> Result<Vec<(&'static str, &'static str)>, Miss> {
    if !text.contains("disabled services") {
        return Err(Miss::Unreadable("`launchctl` printed no list of services".into()));
    }
    let off = |label: &str| {
        text.lines().filter_map(|line| line.trim().split_once(" => ")).any(|(name, state)| {
            name.trim_matches('"') == label && matches!(state.trim().trim_end_matches(';'), "disabled" | "true")
        })
    };
    Ok(SERVICES.iter().filter(|(label, _)| off(label)).copied().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_read() {
        let new =
            "\tdisabled services = {\n\t\t\"com.apple.akd\" => disabled\n\t\t\"com.apple.apsd\" => enabled\n\t}\n";
        assert_eq!(disabled(new).unwrap().iter().map(|(label, _)| *label).collect::<Vec<_>>(), ["com.apple.akd"]);
        let old = "disabled services = {\n\t\"com.apple.apsd\" => true\n\t\"com.apple.akd\" => false\n}\n";
        assert_eq!(disabled(old).unwrap()[0].0, "com.apple.apsd");
        assert_eq!(disabled("disabled services = {\n}\n"), Ok(Vec::new()));
        assert!(disabled("Bad request.\n").is_err());
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(SERVICES.is_sorted_by_key(|(label, _)| *label));
    }
}
