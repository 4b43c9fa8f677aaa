//! `scutil --dns`: the resolvers macOS uses.
//!
//! The form is that of Apple's configd (`dns_configuration.c`): sections of numbered resolvers, `key : value` lines whose
//! values may hold colons themselves. Old versions leave out keys that newer ones print.

use super::address::{Place, place};
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
        self.domain.is_none() && !self.supplemental && !self.scoped && !self.multicast
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
            "domain" => resolver.domain = Some(value.trim_end_matches('.').to_ascii_lowercase()),
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

/// The servers that ordinary names go to.
pub fn default_servers(resolvers: &[Resolver]) -> Vec<IpAddr> {
    let mut list = Vec::new();
    for server in resolvers.iter().filter(|one| one.is_default()).flat_map(|one| one.servers.iter().copied()) {
        if !list.contains(&server) {
            list.push(server);
        }
    }
    list
}

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
                _ if v6.is_loopback() => Some(operator("a program on this Mac", true)),
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
        [127, ..] => Some(operator("a program on this Mac", true)),
        [1, 1, 1, 1] | [1, 0, 0, 1] => Some(operator("Cloudflare", false)),
        [1, 1, 1, 2 | 3] | [1, 0, 0, 2 | 3] => Some(operator("Cloudflare for Families", true)),
        [8, 8, 8, 8] | [8, 8, 4, 4] => Some(operator("Google", false)),
        [9, 9, 9, _] | [149, 112, 112, _] => Some(operator("Quad9", true)),
        [45, 90, 28 | 30, _] => Some(operator("NextDNS", true)),
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

/// A server in words: who runs it, or where it stands.
pub fn in_words(address: IpAddr) -> String {
    match operator_of(address) {
        Some(operator) => format!("{address} ({})", operator.name),
        None if place(address) == Place::Local => format!("{address} (this network)"),
        None => address.to_string(),
    }
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
    fn the_default_servers_are_those_of_no_domain_and_no_interface() {
        let resolvers = of(SPLIT).unwrap();
        assert_eq!(resolvers.len(), 5);
        assert_eq!(resolvers[0].interface.as_deref(), Some("utun2"));
        assert_eq!(resolvers[3].domain.as_deref(), Some("apple.com"));
        let servers = default_servers(&resolvers);
        assert_eq!(
            servers.iter().map(|one| in_words(*one)).collect::<Vec<_>>(),
            ["45.90.28.7 (NextDNS)", "fe80::1 (this network)"]
        );
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
