//! Signs that macOS runs here with the help of OpenCore: on a Mac that Apple no longer updates (OpenCore Legacy Patcher), or
//! on another maker's machine.
//!
//! From the patcher's own source (2.4): its folder below `/Library/Application Support`, the list of its patches in the
//! system, and a variable in the firmware that says the Mac was started through it. Variables of this kind can be read by
//! anybody. Their names hold a UUID, which redaction may replace, so they are told by what follows it.

use crate::Miss;
use crate::facts::CommandOutput;

/// The patcher's folder below `/Library/Application Support`.
pub const FOLDER: &str = "Dortania";
/// The list of its patches, in `/System/Library/CoreServices`.
pub const PATCHES: &str = "OpenCore-Legacy-Patcher.plist";

/// The value of a firmware variable as `nvram NAME` prints it; none where there is no such variable.
pub fn variable(output: &CommandOutput, name: &str) -> Result<Option<String>, Miss> {
    let named = output.stdout.lines().filter_map(|line| line.split_once('\t'));
    let value = named.filter(|(full, _)| full.rsplit(':').next() == Some(name)).map(|(_, value)| value.trim()).next();
    match value {
        Some(value) => Ok(Some(value.into())),
        // Missing variables end in an error, as does a Mac whose firmware has none of this kind.
        None if output.stdout.trim().is_empty() && output.stderr.to_lowercase().contains("error getting variable") => {
            Ok(None)
        }
        None => Err(Miss::Unreadable("`nvram` printed something unexpected".into())),
    }
}

/// `2.4.1`, and nothing else that somebody may have put there.
pub fn version(value: &str) -> Option<&str> {
    let start = value.split(['%', ' ']).next()?;
    let is_version = start.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (!start.is_empty() && start.len() < 12 && is_version).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(stdout: &str, stderr: &str) -> Result<Option<String>, Miss> {
        let output = CommandOutput { stdout: stdout.into(), stderr: stderr.into(), exit: Some(1), cut: false };
        variable(&output, "OCLP-Version")
    }

    #[test]
    fn a_patched_mac_names_its_version() {
        let found = printed("4D1FDA02-38C7-4A6A-9CC6-4BCCA8B30102:OCLP-Version\t2.4.1%00\n", "");
        assert_eq!(found.unwrap().as_deref().and_then(version), Some("2.4.1"));
        assert_eq!(version("canary"), None);
    }

    #[test]
    fn others_have_no_such_variable_and_nonsense_is_unreadable() {
        let missing = "nvram: Error getting variable - '4D1FDA02-38C7-4A6A-9CC6-4BCCA8B30102:OCLP-Version': (iokit/common) data was not found\n";
        assert_eq!(printed("", missing), Ok(None));
        assert!(printed("", "").is_err() && printed("usage: nvram", "").is_err());
        assert!(printed("4D1F:OCLP-Model\tMacPro5,1\n", "").is_err());
    }
}
