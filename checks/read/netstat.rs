//! `netstat -rn`: the routing tables.
//!
//! Shapes: captures of macOS 10.6 to 26. Gateway and Expire may be blank, `-l` adds Refs, Use and Mtu, and without `-n`
//! names stand for addresses. A row with flag `I` (`RTF_IFSCOPE`) holds only for traffic that was bound to that interface:
//! every Mac has a `default` of that kind on each of Apple's own tunnels.

use crate::Miss;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Where to: the network.
    pub network: IpAddr,
    /// How many bits of it count. 0 for the default route.
    pub prefix: u8,
    /// `UGScg`.
    pub flags: String,
    /// `en0`.
    pub interface: String,
}

impl Route {
    /// Whether it holds only for traffic bound to its interface.
    pub fn is_scoped(&self) -> bool {
        self.flags.contains('I')
    }

    /// Whether `address` lies in its network.
    pub fn covers(&self, address: IpAddr) -> bool {
        match (self.network, address) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(self.prefix.min(32))).unwrap_or(0);
                (u32::from(network) ^ u32::from(address)) & mask == 0
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(self.prefix.min(128))).unwrap_or(0);
                (u128::from(network) ^ u128::from(address)) & mask == 0
            }
            _ => false,
        }
    }

    /// `10.0.0.0/8`.
    pub fn destination(&self) -> String {
        format!("{}/{}", self.network, self.prefix)
    }
}

/// Whether a line may be seen at all: rows of neighbours, whose gateway is a hardware address, say nothing about the way out.
pub fn is_worth_keeping(line: &str) -> bool {
    let is_byte = |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let gateway = line.split_whitespace().nth(1).unwrap_or_default();
    !(gateway.split(':').count() == 6 && gateway.split(':').all(is_byte))
}

/// Reads both tables. Rows that name no address are passed over.
pub fn routes(text: &str) -> Result<Vec<Route>, Miss> {
    let (mut list, mut six, mut seen) = (Vec::new(), false, false);
    for line in text.lines() {
        // A table that was pasted into a source file may stand behind comment marks.
        let line = line.trim_start_matches(['/', ' ', '\t']).trim_end();
        match line {
            "Internet:" => (six, seen) = (false, true),
            "Internet6:" => (six, seen) = (true, true),
            _ if line.starts_with("Destination") => seen = true,
            _ => list.extend(row(line, six)),
        }
    }
    if seen || !list.is_empty() {
        Ok(list)
    } else {
        Err(Miss::Unreadable("`netstat` printed something unexpected".into()))
    }
}

/// The way an address takes when nothing is bound to an interface: the longest prefix wins.
pub fn way(routes: &[Route], address: IpAddr) -> Option<&Route> {
    routes.iter().filter(|route| !route.is_scoped() && route.covers(address)).max_by_key(|route| route.prefix)
}

fn row(line: &str, six: bool) -> Option<Route> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (network, prefix) = destination(words.first()?, six)?;
    let at = words.iter().rposition(|word| is_interface(word)).filter(|at| *at >= 2)?;
    // Between Flags and Netif there are only counters, and only sometimes.
    let flags = words[1..at].iter().rev().find(|word| !word.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some(Route { network, prefix, flags: (*flags).into(), interface: words[at].into() })
}

/// `en0`, `utun12`, `en0.1`: letters first, and a digit.
fn is_interface(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
        && word.ends_with(|letter: char| letter.is_ascii_digit())
}

/// `default`, `10.9/24`, `127`, `192.168.1.1`, `2000::/3`, `fe80::%en0/64`.
fn destination(word: &str, six: bool) -> Option<(IpAddr, u8)> {
    if word == "default" {
        let any = if six { IpAddr::V6(Ipv6Addr::UNSPECIFIED) } else { IpAddr::V4(Ipv4Addr::UNSPECIFIED) };
        return Some((any, 0));
    }
    let (network, length) = match word.split_once('/') {
        Some((network, length)) => (network, Some(length.parse::<u8>().ok()?)),
        None => (word, None),
    };
    if network.contains(':') {
        let bare = network.split('%').next()?;
        return Some((bare.parse::<Ipv6Addr>().ok()?.into(), length.unwrap_or(128)));
    }
    let parts: Vec<u8> = network.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let mut octets = [0; 4];
    octets.get_mut(..parts.len())?.copy_from_slice(&parts);
    // Trailing zero bytes are left out; without a length each byte that is there counts.
    Some((Ipv4Addr::from(octets).into(), length.unwrap_or(u8::try_from(parts.len() * 8).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const APPLE: &str = "17.57.144.20";

    fn by(text: &str, address: &str) -> Option<String> {
        way(&routes(text).unwrap(), address.parse().unwrap()).map(|route| route.interface.clone())
    }

    #[test]
    fn the_scoped_defaults_of_apples_own_tunnels_never_count() {
        let text = "Internet6:\nDestination  Gateway  Flags  Netif Expire\ndefault fe80::%utun0 UGcIg utun0\n";
        assert_eq!(by(text, "2620:149:a44::1"), None);
    }

    #[test]
    fn half_routes_win_over_the_default() {
        let text = "Routing tables\n\nInternet:\nDestination Gateway Flags Netif Expire\n\
                    0/1 10.8.0.5 UGSc utun3\ndefault 192.168.1.1 UGScg en0\n128.0/1 10.8.0.5 UGSc utun3\n";
        assert_eq!(by(text, APPLE).as_deref(), Some("utun3"));
        assert_eq!(by(text, "200.1.1.1").as_deref(), Some("utun3"));
    }

    #[test]
    fn counters_blanks_and_crlf_do_no_harm() {
        // The columns of macOS 10.14 with -l, a blank gateway, and an expiry after the interface.
        let text = "Internet:\r\nDestination Gateway Flags Refs Use Mtu Netif Expire\r\n\
                    default 192.168.1.254 UGSc 83 24 1500 en0\r\n10 UCS 1 0 1500 utun9 !\r\nfoo bar baz\r\n";
        let list = routes(text).unwrap();
        assert_eq!((list[0].flags.as_str(), list[0].interface.as_str()), ("UGSc", "en0"));
        assert_eq!((list[1].destination().as_str(), list[1].interface.as_str()), ("10.0.0.0/8", "utun9"));
        assert_eq!(list.len(), 2);
    }

    #[test]
    fn a_fragment_without_its_head_is_read() {
        let text = "//   default            192.168.1.1        UGScg           en0\n//   0/1   link#20   UCS   utun4\n";
        assert_eq!(by(text, APPLE).as_deref(), Some("utun4"));
    }

    #[test]
    fn something_else_is_unreadable() {
        assert!(routes("netstat: no such option").is_err());
    }
}
