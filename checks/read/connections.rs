//! `netstat -anv -p tcp`, of which only the push service's connections and those to Apple's push servers are kept.
//!
//! Shapes: captures of macOS 10.14 to 27. Since macOS 26 the program stands there as `apsd:345`, before that at most a
//! number. Addresses are cut off after 16 characters, so long IPv6 ones lose their end. The header is printed only with the
//! first connection (network_cmds), so nothing at all means none; and since macOS 27 somebody who is no administrator is
//! shown only their own programs' connections, so there nothing means nothing. Ranges and ports: Apple's article 102266.

use super::address::{Place, place};
use crate::facts::CommandOutput;
use crate::{Miss, Version};
use std::net::{IpAddr, Ipv4Addr};

/// One connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Where it starts: the address of one of this Mac's interfaces, unless it was cut off.
    pub local: Option<IpAddr>,
    /// The other end, as printed; IPv6 may be cut off.
    pub address: String,
    /// Its port.
    pub port: u16,
    /// `ESTABLISHED`, `SYN_SENT` …
    pub state: String,
    /// Whether it is known to be the push service's.
    pub is_apsd: bool,
}

/// The port of push, which Apple's servers use for nothing else.
const PUSH: u16 = 5223;
/// The port that apsd fetches its list of servers from: no push comes over it.
const WEB: u16 = 80;
/// From here on netstat shows only what the person's own programs have open.
const OWN_ONLY: Version = Version::new(27, 0);
/// How an IPv6 address begins that holds an IPv4 one (RFC 6052).
const TRANSLATED: &str = "64:ff9b::";
/// Of which an address like this is one of Apple's: 17.0.0.0/8 in hexadecimal.
const APPLE_INSIDE: &str = "11";

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
    /// Whether it is a push connection to Apple itself: 5223 is used for nothing else there; on 443 the address or the
    /// program must tell.
    pub fn is_push(&self) -> bool {
        is_apple(&self.address)
            && match self.port {
                PUSH => true,
                443 => self.is_apsd || is_push_network(&self.address),
                WEB => false,
                _ => self.is_apsd,
            }
    }

    /// Whether it is the push service's and ends elsewhere: at a stand-in, a relay or a proxy. Whether pushes come over it
    /// only a handshake with that address can tell: one was seen to stand while push was dead.
    pub fn is_detour(&self) -> bool {
        self.is_apsd && self.port != WEB && !is_apple(&self.address)
    }

    /// Whether it may be push on a network that has IPv6 alone and puts Apple's addresses into a prefix of its own, of
    /// which the end is cut off. True too of any other program's connection on this port.
    pub fn may_be_translated(&self) -> bool {
        self.port == PUSH && self.address.contains(':') && !is_apple(&self.address)
    }

    /// Whether it stands.
    pub fn stands(&self) -> bool {
        self.state == "ESTABLISHED"
    }

    /// The interface it starts at. Over IPv6 the address may be cut off, so none says nothing there.
    pub fn starts_at<'a>(&self, addresses: impl IntoIterator<Item = (&'a str, IpAddr)>) -> Option<&'a str> {
        let local = self.local?;
        addresses.into_iter().find(|(_, address)| *address == local).map(|(name, _)| name)
    }

    fn is_worth_keeping(&self) -> bool {
        self.is_push() || self.is_detour() || self.may_be_translated()
    }
}

/// Whether the push service's connections can be seen at all by somebody who is no administrator.
pub fn shows_daemons(macos: Version) -> bool {
    macos < OWN_ONLY
}

fn is_push_network(address: &str) -> bool {
    if address.contains(':') {
        let address = address.to_ascii_lowercase();
        return is_translated(&address) || V6.iter().any(|start| address.starts_with(start));
    }
    let Ok(address) = address.parse::<Ipv4Addr>() else { return false };
    V4.iter().any(|(network, prefix)| (u32::from(address) ^ u32::from(Ipv4Addr::from(*network))) >> (32 - prefix) == 0)
}

fn is_apple(address: &str) -> bool {
    if let Ok(whole) = address.parse() {
        return place(whole) == Place::Apple;
    }
    // Cut off: what is left of it must tell.
    let lower = address.to_ascii_lowercase();
    let start = || format!("{}::", lower.trim_end_matches(':')).parse().is_ok_and(|start| place(start) == Place::Apple);
    is_translated(&lower) || lower.contains(':') && start()
}

/// `64:ff9b::1139:90`, whose end is missing: the first of the two numbers is always whole.
fn is_translated(address: &str) -> bool {
    let inside = address.strip_prefix(TRANSLATED).and_then(|rest| rest.split(':').next());
    inside.is_some_and(|number| number.len() == 4 && number.starts_with(APPLE_INSIDE))
}

/// What may be seen of a line: the headers, and of the connections above their ends. That of this Mac is needed to tell
/// whether it lies in a tunnel; where it is a public address, a stand-in is shown for it as for every other.
pub fn keep(line: &str) -> Option<String> {
    if line.starts_with("Active") || line.starts_with("Proto") {
        return Some(line.to_owned());
    }
    let found = connection(line).filter(Connection::is_worth_keeping)?;
    let mut words = line.split_whitespace();
    let (kind, local) = (words.next()?, words.nth(2)?);
    let owner = if found.is_apsd { " apsd:0" } else { "" };
    Some(format!("{kind} 0 0 {local} {}.{} {}{owner}", found.address, found.port, found.state))
}

/// Reads the connections that say something about push: to Apple, and the push service's to anybody.
pub fn connections(output: &CommandOutput) -> Result<Vec<Connection>, Miss> {
    let text = output.stdout.as_str();
    let headed = text.lines().any(|line| line.starts_with("Active") || line.starts_with("Proto"));
    let silent = text.trim().is_empty() && output.stderr.trim().is_empty() && output.exit.is_none_or(|exit| exit == 0);
    if !headed && !silent {
        return Err(Miss::Unreadable("`netstat` printed something unexpected".into()));
    }
    Ok(text.lines().filter_map(connection).filter(Connection::is_worth_keeping).collect())
}

/// `tcp4  0  0  192.168.1.5.50123  17.57.144.20.5223  ESTABLISHED  …  apsd:345 …`
fn connection(line: &str) -> Option<Connection> {
    let mut words = line.split_whitespace();
    words.next().filter(|word| word.starts_with("tcp"))?;
    let (local, _) = words.nth(2)?.rsplit_once('.')?;
    let (address, port) = words.next()?.rsplit_once('.')?;
    let state = words.next()?;
    Some(Connection {
        local: local.parse().ok(),
        address: address.into(),
        port: port.parse().ok()?,
        state: state.into(),
        is_apsd: words.any(|word| word.starts_with("apsd:")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &str) -> Vec<Connection> {
        let stdout =
            format!("Active Internet connections (including servers)\nProto Recv-Q Send-Q Local Foreign\n{rows}");
        let reduced: String = stdout.lines().filter_map(keep).map(|line| line + "\n").collect();
        let printed =
            |stdout| connections(&CommandOutput { stdout, exit: Some(0), ..CommandOutput::default() }).unwrap();
        let list = printed(stdout);
        assert_eq!(printed(reduced), list, "nothing that counts is lost");
        list
    }

    #[test]
    fn push_is_told_by_port_network_or_program() {
        // The shapes of macOS 26, 15 and 10.14.
        let list =
            of("tcp4 0 0 192.168.1.147.65195 17.57.144.22.5223 ESTABLISHED 250 2101 131328 131376 apsd:345 00182 08\n\
            tcp6 0 0 2600:1700:5610:3.50624 2620:149:a44:c0.443 ESTABLISHED 131072 131072 345 0 00102\n\
            tcp4 0 0 172.20.10.4.54268 17.242.13.6.5223 SYN_SENT\n\
            tcp4 0 0 172.20.10.4.54269 17.248.1.2.443 ESTABLISHED 0 0 131072 131072 bird:400\n\
            tcp4 0 0 172.20.10.4.54270 203.0.113.1.5223 ESTABLISHED\n\
            tcp4 0 0 172.20.10.4.54271 17.188.3.4.80 ESTABLISHED 0 0 131072 131072 apsd:345\n");
        assert!(list.iter().all(Connection::is_push));
        let short: Vec<(u16, &str, bool)> = list.iter().map(|one| (one.port, &*one.state, one.is_apsd)).collect();
        assert_eq!(short, [(5223, "ESTABLISHED", true), (443, "ESTABLISHED", false), (5223, "SYN_SENT", false)]);
    }

    #[test]
    fn the_push_services_own_line_is_kept_wherever_it_ends() {
        let list = of("tcp4 0 0 198.18.0.1.50123 198.18.3.77.5223 ESTABLISHED 1 1 1 1 apsd:88 00102\n\
            tcp4 0 0 10.20.0.9.50124 10.20.0.2.3128 ESTABLISHED 1 1 1 1 apsd:88 00102\n\
            tcp4 0 0 127.0.0.1.50125 127.0.0.1.6152 ESTABLISHED 1 1 1 1 apsd:88 00102\n\
            tcp4 0 0 10.20.0.9.50126 10.20.0.2.3128 ESTABLISHED 1 1 1 1 Browser:90 00102\n\
            tcp4 0 0 10.20.0.9.50127 23.32.5.6.80 ESTABLISHED 1 1 1 1 apsd:88 00102\n");
        let ends: Vec<(&str, u16)> = list.iter().map(|one| (one.address.as_str(), one.port)).collect();
        assert_eq!(ends, [("198.18.3.77", 5223), ("10.20.0.2", 3128), ("127.0.0.1", 6152)]);
        assert!(list.iter().all(|one| one.is_detour() && !one.is_push()));
        let here = [("en0", "10.20.0.9"), ("utun6", "198.18.0.1")];
        let here = || here.iter().map(|(name, address)| (*name, address.parse().unwrap()));
        assert_eq!((list[0].starts_at(here()), list[1].starts_at(here())), (Some("utun6"), Some("en0")));
        assert_eq!(list[2].starts_at(here()), None);
    }

    #[test]
    fn networks_with_ipv6_alone_lead_to_apple_too() {
        let list = of("tcp6 0 0 2001:db8:1:2:3.50123 64:ff9b::1139:90.5223 ESTABLISHED\n\
            tcp6 0 0 2001:db8:1:2:3.50124 64:ff9b::11bc:81.443 ESTABLISHED\n\
            tcp6 0 0 2001:db8:1:2:3.50125 64:ff9b::5db8:d8.443 ESTABLISHED\n\
            tcp6 0 0 2001:db8:1:2:3.50126 2403:300:a42:5.5223 ESTABLISHED\n\
            tcp6 0 0 2001:db8:1:2:3.50127 2001:db8:64:9::.5223 ESTABLISHED 1 1 1 1 apsd:70\n\
            tcp6 0 0 2001:db8:1:2:3.50128 2001:db8:64:9::.443 ESTABLISHED\n");
        let kinds: Vec<(bool, bool)> = list.iter().map(|one| (one.is_push(), one.may_be_translated())).collect();
        assert_eq!(kinds, [(true, false), (true, false), (true, false), (false, true)]);
    }

    #[test]
    fn nothing_means_none_and_a_complaint_is_unreadable() {
        let printed = |stdout: &str, stderr: &str, exit| {
            let output = CommandOutput { stdout: stdout.into(), stderr: stderr.into(), exit: Some(exit), cut: false };
            connections(&output)
        };
        assert_eq!(printed("", "", 0), Ok(Vec::new()));
        assert!(printed("", "netstat: option requires an argument -- p\n", 1).is_err());
        assert!(printed("", "", 1).is_err() && printed("what\n", "", 0).is_err());
        assert!(shows_daemons(Version::new(26, 4)) && !shows_daemons(Version::new(27, 0)));
    }

    #[test]
    fn the_networks_have_edges() {
        assert!(is_push_network("17.57.147.255") && is_push_network("17.188.191.1") && is_push_network("17.188.21.9"));
        assert!(!is_push_network("17.57.148.0") && !is_push_network("17.188.22.0") && !is_push_network("2620:149:a4"));
    }
}
