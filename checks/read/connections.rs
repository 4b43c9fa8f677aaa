//! `netstat -anv -p tcp`, of which only connections to Apple's push servers are kept.
//!
//! Shapes: captures of macOS 10.14 to 26. Long IPv6 addresses are cut off; the program stands there since macOS 14 as
//! `apsd:345`. Ranges and ports: Apple's article 102266.

use crate::Miss;
use std::net::Ipv4Addr;

/// One connection to Apple.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// The other end, as printed; IPv6 may be cut off.
    pub address: String,
    /// Its port.
    pub port: u16,
    /// `ESTABLISHED`, `SYN_SENT` …
    pub state: String,
    /// Whether it is known to be the push service's.
    pub is_apsd: bool,
}

/// The IPv6 networks of push, as their addresses begin.
const V6: &[&str] = &["2620:149:a44:", "2403:300:a42:", "2403:300:a51:", "2a01:b740:a42:"];
/// The IPv4 networks of push within 17.0.0.0/8, with the bits that count.
const V4: &[([u8; 4], u32)] = &[
    ([17, 249, 0, 0], 16),
    ([17, 252, 0, 0], 16),
    ([17, 57, 144, 0], 22),
    ([17, 188, 128, 0], 18),
    ([17, 188, 20, 0], 23),
];

impl Connection {
    /// Whether it is a push connection: 5223 is used for nothing else; on 443 the address or the program must tell.
    pub fn is_push(&self) -> bool {
        match self.port {
            5223 => true,
            443 => self.is_apsd || is_push_network(&self.address),
            _ => self.is_apsd,
        }
    }
}

fn is_push_network(address: &str) -> bool {
    if address.contains(':') {
        return V6.iter().any(|start| address.to_ascii_lowercase().starts_with(start));
    }
    let Ok(address) = address.parse::<Ipv4Addr>() else { return false };
    V4.iter().any(|(network, prefix)| (u32::from(address) ^ u32::from(Ipv4Addr::from(*network))) >> (32 - prefix) == 0)
}

fn is_apple(address: &str) -> bool {
    address.starts_with("17.") || is_push_network(address)
}

/// What may be seen of a line: the headers, and of push connections all but this Mac's own address.
pub fn reduce(line: &str) -> Option<String> {
    if line.starts_with("Active") || line.starts_with("Proto") {
        return Some(line.to_owned());
    }
    let found = connection(line).filter(Connection::is_push)?;
    let kind = line.split_whitespace().next()?;
    let owner = if found.is_apsd { " apsd:0" } else { "" };
    Some(format!("{kind} 0 0 * {}.{} {}{owner}", found.address, found.port, found.state))
}

/// Reads the connections to Apple's push servers.
pub fn connections(text: &str) -> Result<Vec<Connection>, Miss> {
    if !text.lines().any(|line| line.starts_with("Active") || line.starts_with("Proto")) {
        return Err(Miss::Unreadable("`netstat` printed something unexpected".into()));
    }
    Ok(text.lines().filter_map(connection).filter(Connection::is_push).collect())
}

/// `tcp4  0  0  192.168.1.5.50123  17.57.144.20.5223  ESTABLISHED  …  apsd:345 …`
fn connection(line: &str) -> Option<Connection> {
    let mut words = line.split_whitespace();
    words.next().filter(|word| word.starts_with("tcp"))?;
    let (address, port) = words.nth(3)?.rsplit_once('.')?;
    let state = words.next()?;
    if !is_apple(address) {
        return None;
    }
    let port = port.parse().ok()?;
    Some(Connection {
        address: address.into(),
        port,
        state: state.into(),
        is_apsd: words.any(|word| word.starts_with("apsd:")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn push_is_told_by_port_network_or_program() {
        // The shapes of macOS 26, 14 and 10.14.
        let text = "Active Internet connections (including servers)\nProto Recv-Q Send-Q Local Foreign (state)\n\
            tcp4 0 0 192.168.1.147.65195 17.57.144.22.5223 ESTABLISHED 250 2101 131328 131376 apsd:345 00182 00000008\n\
            tcp6 0 0 2600:1700:5610:3.50624 2620:149:a44:c0.443 ESTABLISHED 0 0 131072 131072 345 00102\n\
            tcp4 0 0 172.20.10.4.54268 17.242.13.6.5223 SYN_SENT\n\
            tcp4 0 0 172.20.10.4.54269 17.248.1.2.443 ESTABLISHED 0 0 131072 131072 bird:400\n\
            tcp4 0 0 172.20.10.4.54270 203.0.113.1.5223 ESTABLISHED\n";
        let list = connections(text).unwrap();
        let short: Vec<(u16, &str, bool)> = list.iter().map(|one| (one.port, &*one.state, one.is_apsd)).collect();
        assert_eq!(short, [(5223, "ESTABLISHED", true), (443, "ESTABLISHED", false), (5223, "SYN_SENT", false)]);
        let reduced: Vec<String> = text.lines().filter_map(reduce).collect();
        assert_eq!(connections(&reduced.join("\n")).unwrap(), list, "nothing that counts is lost");
        assert!(connections("netstat: option requires an argument").is_err());
    }

    #[test]
    fn the_networks_have_edges() {
        assert!(is_push_network("17.57.147.255") && is_push_network("17.188.191.1") && is_push_network("17.188.21.9"));
        assert!(!is_push_network("17.57.148.0") && !is_push_network("17.188.22.0") && !is_push_network("2620:149:a4"));
    }
}
