//! Managed preferences of `com.codesent.codesent`: whom an organisation's people call, and which checks its Macs leave out.
//!
//! macOS writes what a profile says to `/Library/Managed Preferences`, for the Mac and for one person; a person's own key
//! comes first. A recording that is replayed, and a volume or home that is named, are another Mac's, so nothing of this one
//! counts there. An administrator can try a file first: `CODESENT_MANAGED_PREFERENCES` names another folder.

use crate::aside;
use crate::cli::Source;
use crate::redact::without_controls;
use crate::select::select;
use codesent_checks::read::plist::tree;
use codesent_checks::{Check, is_on_request};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::thread;

const DOMAIN: &str = "com.codesent.codesent.plist";
/// Names another folder than macOS's own.
const FOLDER: &str = "CODESENT_MANAGED_PREFERENCES";
/// Far more than three keys need.
const MAX_BYTES: u64 = 64 * 1024;
/// In characters, of what is shown in a line.
const LONGEST: usize = 120;
/// A help desk is a page, an address to write to, or a number to call; never something that runs.
const LINKS: [&str; 3] = ["https:", "mailto:", "tel:"];

/// What an organisation says; nothing on a Mac that is not managed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Managed {
    name: Option<String>,
    link: Option<String>,
    /// Ids or groups of checks to leave out unless somebody asks for checks by name.
    skip: Vec<String>,
}

impl Managed {
    /// What holds for a run.
    pub(crate) fn of(source: &Source) -> Self {
        if source.replay.is_some() || source.root.is_some() || source.home.is_some() {
            return Self::default();
        }
        let folder =
            std::env::var_os(FOLDER).map_or_else(|| PathBuf::from("/Library/Managed Preferences"), PathBuf::from);
        Self::read(&folder, &std::env::var("USER").unwrap_or_default())
    }

    fn read(folder: &Path, user: &str) -> Self {
        // A user's name is one part of a path, whatever the environment says.
        let mine = (!user.is_empty() && !user.contains('/') && user != "..").then(|| folder.join(user).join(DOMAIN));
        let everybodys = folder.join(DOMAIN);
        // Each is read by a child that has to be started, so both are at the same time.
        let (mine, everybodys) = thread::scope(|scope| {
            let mine = mine.as_deref();
            let read = move || mine.and_then(values);
            let begun = mine.and_then(|_| thread::Builder::new().spawn_scoped(scope, read).ok());
            let everybodys = values(&everybodys);
            (begun.map_or_else(read, |begun| begun.join().unwrap_or_default()), everybodys)
        });
        let key = |name: &str| [&mine, &everybodys].into_iter().flatten().find_map(|values| values.get(name));
        let link = key("HelpDeskLink").and_then(line).filter(|link| {
            LINKS.iter().any(|scheme| link.len() > scheme.len() && link.starts_with(scheme)) && !link.contains(' ')
        });
        let skip = key("Skip").and_then(Value::as_array).into_iter().flatten().filter_map(line).collect();
        Self { name: key("HelpDeskName").and_then(line), link, skip }
    }

    /// The checks without those that are left out, and what is left out. Words that name no check of this program, and a
    /// list that would leave nothing, change nothing: a person who is locked out must not pay for a mistake.
    pub(crate) fn without(&self, checks: Vec<&'static Check>) -> (Vec<&'static Check>, Vec<String>) {
        let is_known = |word: &&String| select(std::slice::from_ref(*word), &[], false).is_ok();
        let known: Vec<String> = self.skip.iter().filter(is_known).cloned().collect();
        match select(&[], &known, checks.iter().any(|check| is_on_request(check))) {
            Ok(fewer) if !known.is_empty() => (fewer, known),
            _ => (checks, Vec::new()),
        }
    }

    /// Whom to call, as a sentence.
    pub(crate) fn help_desk(&self) -> Option<String> {
        match (&self.name, &self.link) {
            (Some(name), Some(link)) => Some(format!("Your help desk: {name}, {link}")),
            (Some(only), None) | (None, Some(only)) => Some(format!("Your help desk: {only}")),
            (None, None) => None,
        }
    }
}

fn values(path: &Path) -> Option<Value> {
    tree(&aside::read(path, MAX_BYTES).ok().filter(|bytes| bytes.len() as u64 <= MAX_BYTES)?).ok()
}

/// A text in one line, without what moves a cursor; none when it is empty or too long to be one.
fn line(value: &Value) -> Option<String> {
    let text = without_controls(value.as_str()?).split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty() && text.chars().count() <= LONGEST).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A folder with what profiles say for the Mac and for one person.
    fn profiles(everybodys: &Value, janes: &Value) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let managed = folder.path();
        std::fs::create_dir(managed.join("jane")).unwrap();
        for (path, values) in [(managed.join(DOMAIN), everybodys), (managed.join("jane").join(DOMAIN), janes)] {
            plist::to_file_binary(path, values).unwrap();
        }
        folder
    }

    #[test]
    fn a_persons_own_key_comes_before_the_macs() {
        let mac = json!({"HelpDeskName": "IT", "HelpDeskLink": "https://help.example", "Skip": ["vpn", "mac/version"]});
        let folder = profiles(&mac, &json!({"HelpDeskName": "IT in Rome"}));
        let managed = Managed::read(folder.path(), "jane");
        assert_eq!(managed.help_desk().unwrap(), "Your help desk: IT in Rome, https://help.example");
        assert_eq!(managed.skip, ["vpn", "mac/version"]);
        for other in ["john", "", "..", "../jane", "jane/../jane"] {
            assert_eq!(Managed::read(folder.path(), other).name.as_deref(), Some("IT"), "{other}");
        }
    }

    #[test]
    fn what_is_no_link_to_a_help_desk_is_left_out() {
        for link in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https:",
            "http://x.example",
            "https://a b",
            "",
            "x-apple.systempreferences:x",
        ] {
            let folder = profiles(&json!({"HelpDeskName": "IT", "HelpDeskLink": link}), &json!({}));
            assert_eq!(Managed::read(folder.path(), "").help_desk().unwrap(), "Your help desk: IT", "{link}");
        }
        for link in ["mailto:it@example.com", "tel:+15555550100"] {
            let folder = profiles(&json!({"HelpDeskLink": link}), &json!({}));
            assert_eq!(Managed::read(folder.path(), "").help_desk().unwrap(), format!("Your help desk: {link}"));
        }
    }

    #[test]
    fn other_types_cursors_and_torn_files_do_no_harm() {
        let odd = json!({"HelpDeskName": "I\u{1b}[2JT\n\u{202e}desk", "HelpDeskLink": 3, "Skip": ["vpn", 3, ""]});
        let folder = profiles(&odd, &json!({"Skip": "vpn"}));
        let managed = Managed::read(folder.path(), "");
        let said = managed.help_desk().unwrap();
        assert!(!said.contains(|letter: char| letter.is_control() || letter == '\u{202e}'), "{said:?}");
        assert_eq!(managed.skip, ["vpn"]);
        assert!(Managed::read(folder.path(), "jane").skip.is_empty());
        let long = profiles(&json!({"HelpDeskName": "x".repeat(500)}), &json!({}));
        assert_eq!(Managed::read(long.path(), ""), Managed::default());
        let file = folder.path().join(DOMAIN);
        std::fs::write(&file, "bplist00 rubbish").unwrap();
        assert_eq!(Managed::read(folder.path(), ""), Managed::default());
        assert_eq!(Managed::read("/nowhere".as_ref(), "jane"), Managed::default());
    }
}
