//! `scutil --dns`: the resolvers macOS uses.
//!
//! The form is that of Apple's configd (`dns_configuration.c`): sections of numbered resolvers, `key : value` lines whose
//! values may hold colons themselves. Old versions leave out keys that newer ones print.

use super::address::{Place, is_fake, place};
use super::hosts_file::plain;
use super::routes::is_tunnel;
use crate::Miss;
use crate::facts::CommandOutput;
use std::net::IpAddr;

/// One resolver.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolver {
    /// The only domain it answers for; none: all.
    pub domain: Option<String>,
    /// Its servers, without the interface that a link-local address carries.
    pub servers: Vec<IpAddr>,
    /// The interface it is bound to.
    pub interface: Option<String>,
    /// Asked in addition to the default one.
    pub supplemental: bool,
    /// For traffic that is bound to one interface or service.
    pub scoped: bool,
    /// Multicast, for names on the local link.
    pub multicast: bool,
}

impl Resolver {
    /// Whether ordinary names may go to it.
    pub fn is_default(&self) -> bool {
        !self.supplemental && self.answers_all()
    }

    /// Whether it may answer for every name: a supplemental one without a domain does too (fosrl/apple 58).
    pub fn answers_all(&self) -> bool {
        self.domain.is_none() && !self.scoped && !self.multicast
    }
}

/// Reads what `scutil --dns` prints, in order.
pub fn read(output: &CommandOutput) -> Result<Vec<Resolver>, Miss> {
    let text = output.stdout.as_str();
    if !text.contains("DNS configuration") && !text.contains("resolver #") {
        return Err(Miss::Unreadable("`scutil --dns` printed something unexpected".into()));
    }
    let mut resolvers: Vec<Resolver> = Vec::new();
    let mut scoped = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with("DNS configuration") {
            scoped = line.contains("(for ");
        } else if line.starts_with("resolver #") {
            resolvers.push(Resolver { scoped, ..Resolver::default() });
        }
        let (Some(resolver), Some((key, value))) = (resolvers.last_mut(), line.split_once(" : ")) else { continue };
        let (key, value) = (key.trim(), value.trim());
        match key {
            "domain" => resolver.domain = Some(plain(value)),
            "if_index" => resolver.interface = value.split(['(', ')']).nth(1).map(str::to_owned),
            "flags" => resolver.supplemental = value.split(',').any(|flag| flag.trim() == "Supplemental"),
            "options" => resolver.multicast = value.split_whitespace().any(|word| word == "mdns"),
            _ if key.starts_with("nameserver[") => {
                resolver.servers.extend(value.split('%').next().and_then(|text| text.parse::<IpAddr>().ok()));
            }
            _ => {}
        }
    }
    Ok(resolvers)
}

/// A server, and the interface it is reached by where that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// Where it is.
    pub address: IpAddr,
    /// `en0`, `utun4`.
    pub interface: Option<String>,
}

/// Whose a server is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A program on this Mac: a loopback address.
    ThisMac,
    /// A product's or an operator's, told by its address.
    Operator(Operator),
    /// That of the tunnel with this name.
    Tunnel(String),
    /// A program that hands out stand-ins for real addresses.
    StandIns,
    /// The network's: its router, or something beside it.
    Network,
    /// Somebody's on the internet.
    Somebody,
}

impl Server {
    /// Whose it is. Its address tells first, then the tunnel that it is reached by: a private address behind a tunnel is
    /// not this network's.
    pub fn owner(&self) -> Owner {
        let operator = operator_of(self.address);
        match (self.address, operator, self.interface.as_deref().filter(|name| is_tunnel(name))) {
            (address, Some(operator), _) if !address.is_loopback() || operator.name != HERE => {
                Owner::Operator(operator)
            }
            (address, ..) if address.is_loopback() => Owner::ThisMac,
            (_, _, Some(tunnel)) => Owner::Tunnel(tunnel.to_owned()),
            (IpAddr::V4(v4), ..) if is_fake(v4) => Owner::StandIns,
            (address, ..) if place(address) == Place::Local => Owner::Network,
            _ => Owner::Somebody,
        }
    }

    /// `10.2.0.1 (the tunnel utun4)`.
    pub fn in_words(&self) -> String {
        let address = self.address;
        match self.owner() {
            Owner::ThisMac => format!("{address} ({HERE})"),
            Owner::Operator(operator) => format!("{address} ({})", operator.name),
            Owner::Tunnel(name) => format!("{address} (the tunnel {name})"),
            Owner::StandIns => format!("{address} (a proxy program)"),
            Owner::Network => format!("{address} (this network)"),
            Owner::Somebody => address.to_string(),
        }
    }
}

/// The servers that ordinary names go to, in macOS's order, each address once.
pub fn servers(resolvers: &[Resolver]) -> Vec<Server> {
    let mut list: Vec<Server> = Vec::new();
    for resolver in resolvers.iter().filter(|one| one.answers_all()) {
        for address in &resolver.servers {
            if !list.iter().any(|one| one.address == *address) {
                list.push(Server { address: *address, interface: resolver.interface.clone() });
            }
        }
    }
    list
}

/// Their addresses.
pub fn default_servers(resolvers: &[Resolver]) -> Vec<IpAddr> {
    servers(resolvers).into_iter().map(|one| one.address).collect()
}

/// Whose a server on a loopback address is.
const HERE: &str = "a program on this Mac";

/// What is known of a DNS server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operator {
    /// Whose it is.
    pub name: &'static str,
    /// Whether it blocks names on purpose.
    pub filters: bool,
}

const fn operator(name: &'static str, filters: bool) -> Operator {
    Operator { name, filters }
}

/// Who runs the server at `address`, by what the operators publish. A private address is the router, or a filter such as
/// Pi-hole beside it.
pub fn operator_of(address: IpAddr) -> Option<Operator> {
    let octets = match address {
        IpAddr::V4(v4) => v4.octets(),
        IpAddr::V6(v6) => {
            return match v6.segments() {
                _ if v6.is_loopback() => Some(operator(HERE, true)),
                [0x2606, 0x4700, 0x4700, 0, 0, 0, 0, 0x1111 | 0x1001] => Some(operator("Cloudflare", false)),
                [0x2001, 0x4860, 0x4860, ..] => Some(operator("Google", false)),
                [0x2620, 0xfe, ..] => Some(operator("Quad9", true)),
                [0x2a07, 0xa8c0 | 0xa8c1, ..] => Some(operator("NextDNS", true)),
                [0x2a10, 0x50c0, ..] => Some(operator("AdGuard DNS", true)),
                _ => None,
            };
        }
    };
    match octets {
        [127, 0, 2, 2 | 3] => Some(operator("Cloudflare WARP", true)),
        [127, ..] => Some(operator(HERE, true)),
        [1, 1, 1, 1] | [1, 0, 0, 1] => Some(operator("Cloudflare", false)),
        [1, 1, 1, 2 | 3] | [1, 0, 0, 2 | 3] => Some(operator("Cloudflare for Families", true)),
        [8, 8, 8, 8] | [8, 8, 4, 4] => Some(operator("Google", false)),
        [9, 9, 9, _] | [149, 112, 112, _] => Some(operator("Quad9", true)),
        [45, 90, 28 | 30, _] => Some(operator("NextDNS", true)),
        [77, 88, 8, 1 | 8] => Some(operator("Yandex", false)),
        [77, 88, 8, 2 | 3 | 7 | 88] => Some(operator("Yandex", true)),
        [114, 114, 114 | 115, 114 | 115] => Some(operator("114DNS", false)),
        [119, 29, 29, 29] => Some(operator("DNSPod", false)),
        [223, 5, 5, 5] | [223, 6, 6, 6] => Some(operator("AliDNS", false)),
        [76, 76, 2 | 10, _] => Some(operator("Control D", true)),
        [94, 140, 14 | 15, _] => Some(operator("AdGuard DNS", true)),
        [100, 100, 100, 100] => Some(operator("Tailscale", false)),
        [103, 86, 96 | 99, 100] => Some(operator("NordVPN", true)),
        [185, 228, 168 | 169, _] => Some(operator("CleanBrowsing", true)),
        [194, 242, 2, _] => Some(operator("Mullvad DNS", true)),
        [208, 67, 220 | 222, _] => Some(operator("OpenDNS (Cisco Umbrella)", true)),
        _ => None,
    }
}

/// A server of which only the address is known, in words.
pub fn in_words(address: IpAddr) -> String {
    Server { address, interface: None }.in_words()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(stdout: &str) -> Result<Vec<Resolver>, Miss> {
        read(&CommandOutput { stdout: stdout.into(), ..CommandOutput::default() })
    }

    /// The shape of macOS 10.15 to 26, with a VPN's resolver first.
    const SPLIT: &str = "DNS configuration

resolver #1
  search domain[0] : corp.example:8080
  nameserver[0] : 10.91.200.1
  if_index : 13 (utun2)
  flags    : Supplemental, Request A records, Request AAAA records
  reach    : 0x00000002 (Reachable)
  order    : 101400

resolver #2
  nameserver[0] : 45.90.28.7
  nameserver[1] : fe80::1%en0
  if_index : 4 (en0)
  flags    : Request A records
Not Reachable

resolver #3
  domain   : local
  options  : mdns
  timeout  : 5

resolver #4
  domain   : apple.com.
  nameserver[0] : 192.168.1.9

DNS configuration (for scoped queries)

resolver #1
  nameserver[0] : 1.1.1.1
  flags    : Scoped, Request A records
";

    #[test]
    fn the_servers_are_those_of_no_domain_and_no_scope() {
        let resolvers = of(SPLIT).unwrap();
        assert_eq!(resolvers.len(), 5);
        assert_eq!(resolvers[0].interface.as_deref(), Some("utun2"));
        assert_eq!(resolvers[3].domain.as_deref(), Some("apple.com"));
        assert_eq!(
            servers(&resolvers).iter().map(Server::in_words).collect::<Vec<_>>(),
            ["10.91.200.1 (the tunnel utun2)", "45.90.28.7 (NextDNS)", "fe80::1 (this network)"]
        );
        assert!(!resolvers[0].is_default() && resolvers[0].answers_all() && !resolvers[3].answers_all());
    }

    #[test]
    fn whose_a_server_is_follows_its_address_and_its_way() {
        let owner = |address: &str, interface: Option<&str>| {
            Server { address: address.parse().unwrap(), interface: interface.map(str::to_owned) }.owner()
        };
        assert_eq!(owner("127.0.0.1", None), Owner::ThisMac);
        assert_eq!(owner("::1", Some("utun4")), Owner::ThisMac);
        assert!(matches!(owner("127.0.2.2", None), Owner::Operator(warp) if warp.name == "Cloudflare WARP"));
        assert!(matches!(owner("100.100.100.100", Some("utun3")), Owner::Operator(ts) if ts.name == "Tailscale"));
        assert_eq!(owner("192.168.7.1", Some("utun4")), Owner::Tunnel("utun4".into()));
        assert_eq!(owner("192.168.7.1", Some("en0")), Owner::Network);
        assert_eq!(owner("198.18.0.2", Some("en0")), Owner::StandIns);
        assert_eq!(owner("203.0.113.5", None), Owner::Somebody);
    }

    #[test]
    fn no_configuration_is_no_resolver_and_nonsense_is_unreadable() {
        assert_eq!(of("No DNS configuration available\n"), Ok(Vec::new()));
        assert!(of("").is_err());
    }

    #[test]
    fn operators_are_known_by_address() {
        assert_eq!(operator_of("127.0.2.2".parse().unwrap()).unwrap().name, "Cloudflare WARP");
        assert_eq!(operator_of("::1".parse().unwrap()).unwrap().name, "a program on this Mac");
        assert_eq!(operator_of("2606:4700:4700::1111".parse().unwrap()).unwrap().name, "Cloudflare");
        assert_eq!(operator_of("192.168.1.1".parse().unwrap()), None);
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "(DNS configuration\n)?(resolver #1\n)?[ -~\n]{0,300}") {
            let _ = of(&text);
        }
    }
}
