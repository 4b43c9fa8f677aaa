//! `route -n get`.

use crate::Miss;
use crate::facts::CommandOutput;

/// The interface that `route -n get` names; none when there is no route. The exit code says nothing here.
pub fn interface_of(output: &CommandOutput) -> Result<Option<String>, Miss> {
    let named = output.stdout.lines().find_map(|line| line.trim().strip_prefix("interface:"));
    match named.map(str::trim) {
        Some(name) if !name.is_empty() => Ok(Some(name.to_owned())),
        _ if format!("{}{}", output.stdout, output.stderr).contains("not in table") => Ok(None),
        _ => Err(Miss::Unreadable("`route` printed something unexpected".into())),
    }
}

/// Whether an interface of this name is a tunnel of some kind. Apple has several of its own, so this alone proves nothing.
pub fn is_tunnel(name: &str) -> bool {
    let stem = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    stem.len() < name.len() && matches!(stem, "utun" | "ipsec" | "ppp" | "gpd" | "tap" | "tun" | "wg" | "feth" | "zt")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(stdout: &str, stderr: &str) -> CommandOutput {
        CommandOutput { exit: Some(0), stdout: stdout.into(), stderr: stderr.into(), cut: false }
    }

    #[test]
    fn the_interface_line_is_read() {
        // The shape of route(8) on macOS 10.15 to 26.
        let text = "   route to: 17.57.144.20\ndestination: default\n    gateway: 192.168.1.1\n  interface: en0\n";
        assert_eq!(interface_of(&output(text, "")), Ok(Some("en0".into())));
    }

    #[test]
    fn no_route_and_nonsense_are_told_apart() {
        assert_eq!(interface_of(&output("", "route: writing to routing socket: not in table\n")), Ok(None));
        assert!(matches!(interface_of(&output("", "")), Err(Miss::Unreadable(_))));
    }

    #[test]
    fn tunnels_by_name() {
        assert!(is_tunnel("utun4") && is_tunnel("ppp0"));
        assert!(!is_tunnel("en0") && !is_tunnel("utun") && !is_tunnel("bridge100"));
    }
}
