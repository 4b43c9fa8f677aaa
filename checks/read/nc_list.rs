//! `scutil --nc list`: the VPN and dial-up services that are registered with macOS.
//!
//! Shape: configd's `scutil.tproj/nc.c`. Only registered services are listed: VPNs that bring a daemon of their own
//! (Mullvad, OpenVPN, OpenConnect) never are, so an empty list proves nothing.

use crate::Miss;

/// One service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// `Connected`, `Disconnected`, `Connecting`, `Disconnecting`, `Invalid`.
    pub status: String,
    /// The name its owner gave it.
    pub name: String,
    /// `VPN:com.wireguard.macos`, `PPP:L2TP`, `IPSec`.
    pub kind: String,
    /// Whether it is switched on at all (`*`).
    pub enabled: bool,
}

impl Service {
    /// Whether it is connected now.
    pub fn is_connected(&self) -> bool {
        self.status == "Connected"
    }

    /// Whether it is surely not connected: connecting and disconnecting ones may be.
    pub fn is_disconnected(&self) -> bool {
        matches!(self.status.as_str(), "Disconnected" | "Invalid")
    }

    /// A telephone, mobile or DSL line: the way to the internet itself, not a tunnel through it.
    pub fn is_dial_up(&self) -> bool {
        matches!(self.kind.as_str(), "PPP:Modem" | "PPP:PPPoE" | "PPP:PPPSerial" | "PPP:Bluetooth" | "PPP")
    }

    /// The bundle id of the program behind it, for VPNs that an app brought.
    pub fn bundle(&self) -> Option<&str> {
        self.kind.strip_prefix("VPN:")
    }
}

/// Reads the list.
pub fn services(text: &str) -> Result<Vec<Service>, Miss> {
    let list: Vec<Service> = text.lines().filter_map(service).collect();
    if list.is_empty() && !text.contains("network connection services") {
        return Err(Miss::Unreadable("`scutil --nc list` printed something unexpected".into()));
    }
    Ok(list)
}

/// `* (Connected)   UUID VPN (com.wireguard.macos) "Home"   [VPN:com.wireguard.macos]`. The name may hold anything.
fn service(line: &str) -> Option<Service> {
    let line = line.trim();
    let (enabled, rest) = line.strip_prefix('*').map_or((false, line), |rest| (true, rest.trim_start()));
    let (status, rest) = rest.strip_prefix('(')?.split_once(')')?;
    let (rest, kind) = rest.trim_end().strip_suffix(']')?.rsplit_once('[')?;
    let name = rest.split_once('"').and_then(|(_, rest)| rest.rsplit_once('"')).map_or("", |(name, _)| name);
    Some(Service { status: status.trim().into(), name: name.into(), kind: kind.into(), enabled })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Available network connection services in the current set (*=enabled):\n";

    #[test]
    fn names_may_hold_anything() {
        let text = format!(
            "{HEAD}* (Disconnected)   AAAA VPN (com.wireguard.macos) \"a \"b\" [c]\"       [VPN:com.wireguard.macos]\n  \
             (Connected)      BBBB PPP --> L2TP  \"Office\"  [PPP:L2TP]\n* (Connected) CCCC PPP \"Stick\" [PPP:Modem]\n"
        );
        let list = services(&text).unwrap();
        assert_eq!((list[0].name.as_str(), list[0].bundle()), ("a \"b\" [c]", Some("com.wireguard.macos")));
        assert_eq!((list[0].enabled, list[0].is_connected()), (true, false));
        assert_eq!((list[1].is_connected(), list[1].is_dial_up(), list[1].bundle()), (true, false, None));
        assert!(list[2].is_connected() && list[2].is_dial_up());
    }

    #[test]
    fn an_empty_list_is_an_answer_and_nonsense_is_none() {
        assert_eq!(services(HEAD), Ok(Vec::new()));
        assert!(services("").is_err());
    }
}
