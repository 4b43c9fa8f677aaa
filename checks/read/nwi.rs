//! `scutil --nwi`: which interface macOS takes for the primary one.
//!
//! Shapes: captures of macOS 13 to 26; configd's `network_state_information_logging.h`.

use crate::Miss;

/// What `scutil --nwi` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Information {
    /// The interfaces in macOS's own order; the first is the primary one.
    pub interfaces: Vec<String>,
    /// Those with a `VPN server` line.
    pub with_vpn_server: Vec<String>,
}

impl Information {
    /// The primary interface.
    pub fn primary(&self) -> Option<&str> {
        self.interfaces.first().map(String::as_str)
    }
}

/// Reads `scutil --nwi`.
pub fn information(text: &str) -> Result<Information, Miss> {
    let (mut found, mut described) = (Information::default(), Vec::new());
    let (mut seen, mut listed) = (text.contains("No network information"), None);
    for line in text.lines() {
        let (key, value) = line.split_once(':').map_or((line.trim(), ""), |(key, value)| (key.trim(), value.trim()));
        if key == "Network interfaces" {
            listed = Some(value.split_whitespace().map(str::to_owned).collect());
        } else if value.starts_with("flags") && !key.contains(' ') && !key.is_empty() {
            described.push(key.to_owned());
        } else if key == "VPN server" {
            found.with_vpn_server.extend(described.last().cloned());
        }
        seen |= line.contains("network interface information") || key == "Network interfaces";
    }
    if !seen {
        return Err(Miss::Unreadable("`scutil --nwi` printed something unexpected".into()));
    }
    // The last line may be cut off; then the order of the descriptions stands in for it.
    found.interfaces = listed.unwrap_or(described);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Network information\n\nIPv4 network interface information\n   utun4 : flags      : 0x5 (IPv4,DNS)\n           \
                        address    : 198.18.0.1\n           VPN server : 192.0.2.1\n     en0 : flags      : 0x5 (IPv4,DNS)\n\n   \
                        REACH : flags 0x00000003 (Reachable)\n\nNetwork interfaces: utun4 en0\n";

    #[test]
    fn the_first_interface_is_the_primary_one() {
        let read = information(TEXT).unwrap();
        assert_eq!((read.primary(), read.with_vpn_server.as_slice()), (Some("utun4"), ["utun4".to_owned()].as_slice()));
        assert_eq!(information(TEXT.split("Network interfaces").next().unwrap()).unwrap().primary(), Some("utun4"));
    }

    #[test]
    fn no_network_is_an_answer_and_nonsense_is_none() {
        assert_eq!(information("No network information\n").unwrap().primary(), None);
        assert!(information("scutil: illegal option").is_err());
    }
}
