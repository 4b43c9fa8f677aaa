//! `profiles status -type enrollment`: who manages this Mac, and who owns it.
//!
//! Shapes: captures of macOS 10.13.4 to 26; before that a single sentence (scripts of munki-report and others). A Mac that an organisation has registered with Apple stays its, enrolled or not.

use crate::Miss;

/// What it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enrollment {
    /// Registered with Apple as an organisation's device.
    pub owned: bool,
    /// Managed now.
    pub managed: bool,
}

/// Reads it.
pub fn enrollment(text: &str) -> Result<Enrollment, Miss> {
    let says = |key: &str| text.lines().find_map(|line| line.trim().strip_prefix(key)).map(str::trim);
    let yes = |value: Option<&str>| value.is_some_and(|value| value.starts_with("Yes"));
    if text.contains("An enrollment profile is currently installed") {
        return Ok(Enrollment { owned: false, managed: true });
    }
    if text.contains("There is no enrollment profile installed") {
        return Ok(Enrollment { owned: false, managed: false });
    }
    let managed = says("MDM enrollment:");
    if managed.is_none() {
        return Err(Miss::Unreadable("`profiles` names no enrollment".into()));
    }
    Ok(Enrollment { owned: yes(says("Enrolled via DEP:")), managed: yes(managed) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owned_mac_is_owned_whether_enrolled_or_not() {
        let of = |owned: &str, managed: &str| {
            enrollment(&format!("Enrolled via DEP: {owned}\nMDM enrollment: {managed}\n")).unwrap()
        };
        assert_eq!(of("Yes", "Yes (User Approved)"), Enrollment { owned: true, managed: true });
        assert_eq!(of("Yes", "No"), Enrollment { owned: true, managed: false });
        assert_eq!(of("No", "Yes"), Enrollment { owned: false, managed: true });
        assert_eq!(enrollment("MDM enrollment: No\n"), Ok(Enrollment { owned: false, managed: false }));
        let sentence = |text: &str| enrollment(text).unwrap().managed;
        assert!(sentence("An enrollment profile is currently installed on this system\n"));
        assert!(!sentence("There is no enrollment profile installed on this system\n"));
        assert!(enrollment("profiles: the command line is invalid\n").is_err());
    }
}
