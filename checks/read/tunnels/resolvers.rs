//! What `scutil --dns` says about tunnels: which resolver hangs on which interface.
//!
//! Shapes: captures of macOS 10.12 to 15. `if_index` may be missing, values may hold colons, and the reach may stand on a
//! line of its own.

use crate::Miss;
use std::net::IpAddr;

/// One resolver, as far as tunnels are concerned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolver {
    /// Whether it answers only for this domain.
    pub domain: Option<String>,
    /// Its servers.
    pub servers: Vec<IpAddr>,
    /// The interface in `if_index`.
    pub interface: Option<String>,
    /// Whether it answers only for some names.
    pub supplemental: bool,
    /// Whether it answers only programs that are bound to its interface.
    pub scoped: bool,
}

impl Resolver {
    /// Whether it answers whatever no other resolver claims.
    pub fn is_default(&self) -> bool {
        self.domain.is_none() && !self.supplemental && !self.scoped
    }
}

/// Reads the resolvers that have servers.
pub fn resolvers(text: &str) -> Result<Vec<Resolver>, Miss> {
    let (mut list, mut scoped) = (Vec::<Resolver>::new(), false);
    let mut seen = text.contains("No DNS configuration available");
    for line in text.lines().map(str::trim) {
        if line.starts_with("DNS configuration") {
            (seen, scoped) = (true, line.contains("(for "));
        } else if line.starts_with("resolver #") {
            seen = true;
            list.push(Resolver { scoped, ..Resolver::default() });
        } else if let (Some(resolver), Some((key, value))) = (list.last_mut(), line.split_once(" : ")) {
            detail(resolver, key.trim(), value.trim());
        }
    }
    list.retain(|resolver| !resolver.servers.is_empty());
    if seen { Ok(list) } else { Err(Miss::Unreadable("`scutil --dns` printed something unexpected".into())) }
}

fn detail(resolver: &mut Resolver, key: &str, value: &str) {
    if key.starts_with("nameserver") {
        resolver.servers.extend(value.split('%').next().and_then(|bare| bare.parse::<IpAddr>().ok()));
    } else if key == "domain" {
        resolver.domain = Some(value.into());
    } else if key == "flags" {
        resolver.supplemental = value.contains("Supplemental");
        resolver.scoped |= value.contains("Scoped");
    } else if key == "if_index" {
        resolver.interface = value.split_once('(').and_then(|(_, name)| name.strip_suffix(')')).map(str::to_owned);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_the_split_and_the_scoped_are_told_apart() {
        let text = "DNS configuration\n\nresolver #1\n  nameserver[0] : 10.8.0.1\n  if_index : 13 (utun2)\n  \
                    flags    : Supplemental, Request A records\n\nresolver #2\n  domain   : app.example:3000\n  \
                    nameserver[0] : fe80::1%en0\n  flags    : Request A records\nNot Reachable\n\nresolver #3\n  \
                    domain   : local\n  options  : mdns\n\nDNS configuration (for scoped queries)\n\nresolver #1\n  \
                    nameserver[0] : 192.168.1.1\n  if_index : 4 (en0)\n";
        let list = resolvers(text).unwrap();
        assert_eq!(list.len(), 3, "a resolver without a server is none");
        assert!(list[0].supplemental && list[0].interface.as_deref() == Some("utun2"));
        assert_eq!(list[1].domain.as_deref(), Some("app.example:3000"));
        assert!(list[2].scoped && list.iter().all(|resolver| !resolver.is_default()));
        assert!(resolvers("scutil: what").is_err());
    }
}
