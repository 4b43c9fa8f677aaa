//! The fixes that more than one check points to, by where they are done.
//!
//! Article numbers: Apple's support site. Risks: what the step can cost, said before it is advised. What can lose settings or lock
//! somebody out is not here but in [`crate::diagnosis::DO_NOT`].

pub use super::account::*;
pub use super::apple::*;
pub use super::filters::*;
pub use super::mac::*;
pub use super::network::*;
pub use super::push::*;
pub use super::services::*;
pub use super::trusted::*;

use super::{Fix, account, apple, filters, mac, network, push, services, trusted};

const ALL: &[&[&Fix]] =
    &[network::ALL, filters::ALL, push::ALL, mac::ALL, services::ALL, trusted::ALL, apple::ALL, account::ALL];

/// Every fix that can be offered: those here and those that a check brings along, each once.
pub fn all() -> impl Iterator<Item = &'static Fix> {
    let mut fixes: Vec<&'static Fix> = ALL.iter().flat_map(|list| list.iter().copied()).collect();
    for fix in of_checks() {
        if fixes.iter().all(|known| known.id != fix.id) {
            fixes.push(fix);
        }
    }
    fixes.into_iter()
}

/// Those that a check declares, for itself or for one of its reasons.
fn of_checks() -> impl Iterator<Item = &'static Fix> {
    crate::all()
        .flat_map(|check| check.reasons.iter().copied().flatten().filter_map(|reason| reason.fix).chain([check.fix]))
}

/// The fix with this id.
pub fn find(id: &str) -> Option<&'static Fix> {
    all().find(|fix| fix.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Risk, Version};
    use std::collections::BTreeMap;

    /// Panes that published lists name for 14.2 and for 26.
    const PANES: &[&str] = &[
        "com.apple.systempreferences.AppleIDSettings",
        "com.apple.wifi-settings-extension",
        "com.apple.Network-Settings.extension",
        "com.apple.NetworkExtensionSettingsUI.NESettingsUIExtension",
        "com.apple.Date-Time-Settings.extension",
        "com.apple.Focus-Settings.extension",
        "com.apple.Notifications-Settings.extension",
        "com.apple.Screen-Time-Settings.extension",
        "com.apple.Profiles-Settings.extension",
        "com.apple.Software-Update-Settings.extension",
        "com.apple.LoginItems-Settings.extension",
        "com.apple.Internet-Accounts-Settings.extension",
        "com.apple.preference.security?Privacy_AllFiles",
        "com.apple.settings.PrivacySecurity.extension?LockdownMode",
        "com.apple.preference.security?LockdownMode",
        "com.apple.FollowUpSettings.FollowUpSettingsExtension",
    ];

    /// Articles whose title and number were seen together.
    const ARTICLES: &[&str] = &[
        "102606",
        "102660",
        "102333",
        "122621",
        "118574",
        "102656",
        "101567",
        "109345",
        "102641",
        "102608",
        "102640",
        "102409",
        "102637",
        "120340",
        "101555",
        "102266",
        "103229",
        "102281",
        "102545",
        "119859",
        "101619",
        "102602",
        "105120",
        "102651",
        "guide/mac-help/mchlp2996/mac",
        "guide/mac-help/mchl8bd4e9c2/mac",
        "guide/platform-support/sup618d027fd/web",
        "guide/mac-help/mchl2310b175/mac",
        "guide/mac-help/mchlca50aa6a/mac",
    ];

    const VERSIONS: &[(u32, u32)] =
        &[(10, 13), (10, 15), (11, 0), (12, 0), (13, 0), (14, 0), (15, 0), (26, 0), (26, 4), (27, 0)];

    #[test]
    fn an_id_is_a_slug_and_means_one_fix() {
        let listed = ALL.iter().flat_map(|list| list.iter().copied());
        let mut titles = BTreeMap::new();
        for fix in listed.chain(of_checks()) {
            assert_eq!(*titles.entry(fix.id).or_insert(fix.title), fix.title, "{} is two fixes", fix.id);
            assert!(fix.id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{}", fix.id);
        }
        assert_eq!(titles.len(), all().count());
        let listed: usize = ALL.iter().map(|list| list.len()).sum();
        assert!(titles.len() >= listed, "a fix of the catalogue is listed twice");
    }

    #[test]
    fn none_can_lose_settings_or_lock_out() {
        for fix in all() {
            assert!(fix.risk <= Risk::Administrator, "{} is not to be offered", fix.id);
            let sudo = fix.command.is_some_and(|command| command.contains("sudo"));
            assert!(!sudo || fix.risk == Risk::Administrator, "{} needs an administrator", fix.id);
        }
    }

    /// Another Mac's files may be judged here; paths are those of the version; and what is for iPhones is not for a Mac.
    #[test]
    fn no_fix_speaks_of_the_wrong_machine_or_place() {
        for fix in all() {
            let steps = fix.steps.iter().map(|step| step.text);
            for text in steps.chain([fix.title]) {
                // A network is only ever that of the Mac in front of the person.
                let network = network::ALL.iter().chain(filters::ALL).any(|other| other.id == fix.id);
                assert!(network || !text.contains("this Mac"), "{}: {text}", fix.id);
                assert!(!text.contains("in Safari"), "{}: blockers break it there: {text}", fix.id);
            }
            assert_ne!(fix.article, Some("119859"), "{}: an article for iPhones", fix.id);
            for (major, minor) in [(15, 0), (26, 0), (27, 0)] {
                let steps: Vec<&str> = fix.steps_for(Some(Version::new(major, minor))).collect();
                let text = steps.join(" ");
                if text.contains("VPN & Filters") {
                    assert!(text.contains("Login Items & Extensions"), "{}: {text}", fix.id);
                }
                if text.contains("Account Changes") {
                    assert!(text.contains("Preference Restrictions"), "{}: {text}", fix.id);
                }
            }
        }
    }

    #[test]
    fn no_command_deletes_or_signs_out() {
        for command in all().filter_map(|fix| fix.command) {
            for word in ["rm ", "delete", "erase", "-rf", "security ", "defaults write", "csrutil"] {
                assert!(!command.contains(word), "{command}");
            }
        }
    }

    #[test]
    fn links_and_articles_have_confirmed_forms() {
        for fix in all() {
            for link in fix.links {
                // The lists name them for 13 and later.
                assert!(link.versions.from >= Version::new(13, 0), "{}: {:?}", fix.id, link.versions);
                let pane =
                    link.url.strip_prefix("x-apple.systempreferences:").unwrap_or_else(|| panic!("{}", link.url));
                assert!(PANES.contains(&pane), "{}: {pane}", fix.id);
            }
            assert!(fix.article.is_none_or(|id| ARTICLES.contains(&id)), "{}: {:?}", fix.id, fix.article);
        }
    }

    #[test]
    fn every_version_has_steps_and_a_way_to_see_that_it_worked() {
        for fix in all() {
            for &(major, minor) in VERSIONS {
                assert!(fix.steps_for(Some(Version::new(major, minor))).next().is_some(), "{} on {major}", fix.id);
            }
            let old = fix.steps_for(Some(Version::new(12, 7)));
            assert!(old.into_iter().all(|text| !text.starts_with("System Settings")), "{}", fix.id);
            let new = fix.steps_for(Some(Version::new(15, 0)));
            assert!(new.into_iter().all(|text| !text.starts_with("System Preferences")), "{}", fix.id);
            // The page is called "Sign-In & Security" since macOS 14, and "Password & Security" before.
            for &(major, minor) in VERSIONS {
                let other = if major < 14 { "Sign-In & Security" } else { "Password & Security" };
                let mac = |text: &str| text.starts_with("System") || text.contains("System Settings");
                let wrong =
                    fix.steps_for(Some(Version::new(major, minor))).find(|text| mac(text) && text.contains(other));
                assert_eq!(wrong, None, "{} on macOS {major}", fix.id);
            }
            for text in [fix.title, fix.confirm] {
                assert!(
                    !text.contains("System Settings") && !text.contains("System Preferences"),
                    "{}: {text}",
                    fix.id
                );
            }
            assert!(!fix.confirm.is_empty() && !fix.title.ends_with('.'), "{}", fix.id);
        }
    }

    #[test]
    fn words_are_typeset() {
        for fix in all() {
            let texts = fix.steps.iter().map(|step| step.text).chain([fix.title, fix.confirm]);
            for text in texts {
                assert!(
                    !text.contains('\'') && !text.contains('"') && !text.contains('\u{2192}'),
                    "{}: {text}",
                    fix.id
                );
            }
        }
    }
}
