//! `--resolve HOST:PORT:ADDR[:PORT]`, as in curl: sends what is meant for a host somewhere else.

use anyhow::{Context, Error, bail};
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Redirect {
    /// A name, an address (of a DNS server), or `*` for every host that has no rule of its own.
    host: String,
    /// None: every port.
    port: Option<u16>,
    to: Vec<IpAddr>,
    to_port: Option<u16>,
}

impl FromStr for Redirect {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let shape = "expected HOST:PORT:ADDR[:PORT], such as gsa.apple.com:443:127.0.0.1:8443";
        let (host, rest) = split_host(text).context(shape)?;
        let (port, to) = rest.split_once(':').context(shape)?;
        let port = match port {
            "*" => None,
            number => Some(number.parse().with_context(|| format!("`{number}` is not a port"))?),
        };
        let mut addresses = Vec::new();
        let mut to_port = None;
        for part in to.split(',') {
            if let Ok(address) = part.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
                addresses.push(address);
            } else if let Ok(address) = part.parse::<SocketAddr>() {
                addresses.push(address.ip());
                to_port = Some(address.port());
            } else {
                bail!("`{part}` is not an address");
            }
        }
        Ok(Self { host: host.to_ascii_lowercase(), port, to: addresses, to_port })
    }
}

/// Splits the host off, which may be an IPv6 address in brackets.
fn split_host(text: &str) -> Option<(&str, &str)> {
    if let Some(rest) = text.strip_prefix('[') {
        let (host, rest) = rest.split_once(']')?;
        return Some((host, rest.strip_prefix(':')?));
    }
    text.split_once(':').filter(|(host, _)| !host.is_empty())
}

/// All rules of a run.
#[derive(Debug, Default)]
pub(crate) struct Redirects(Vec<Redirect>);

impl Redirects {
    pub(crate) fn new(rules: Vec<Redirect>) -> Self {
        Self(rules)
    }

    /// Where `host`:`port` goes instead; none without a rule for it.
    pub(crate) fn endpoints(&self, host: &str, port: u16) -> Option<Vec<SocketAddr>> {
        let found = self.rules(host, |rule| rule.port.is_none_or(|only| only == port));
        let list = found
            .iter()
            .flat_map(|rule| rule.to.iter().map(|address| SocketAddr::new(*address, rule.to_port.unwrap_or(port))));
        Some(list.collect()).filter(|list: &Vec<_>| !list.is_empty())
    }

    /// What the name `host` stands for instead; none without a rule for it.
    pub(crate) fn addresses(&self, host: &str) -> Option<Vec<IpAddr>> {
        let mut list = Vec::new();
        for address in self.rules(host, |_| true).into_iter().flat_map(|rule| rule.to.iter().copied()) {
            if !list.contains(&address) {
                list.push(address);
            }
        }
        Some(list).filter(|list| !list.is_empty())
    }

    /// The rules for `host` by its name, or else those for every host.
    fn rules(&self, host: &str, fits: impl Fn(&Redirect) -> bool) -> Vec<&Redirect> {
        let by = |name: &str| -> Vec<&Redirect> {
            self.0.iter().filter(|rule| rule.host.eq_ignore_ascii_case(name) && fits(rule)).collect()
        };
        let own = by(host);
        if own.is_empty() { by("*") } else { own }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(list: &[&str]) -> Redirects {
        Redirects::new(list.iter().map(|text| text.parse().unwrap()).collect())
    }

    #[test]
    fn a_rule_sends_one_port_elsewhere() {
        let rules = rules(&["gsa.apple.com:443:127.0.0.1:8443", "gsa.apple.com:80:127.0.0.2"]);
        assert_eq!(rules.endpoints("GSA.apple.com", 443).unwrap(), ["127.0.0.1:8443".parse().unwrap()]);
        assert_eq!(rules.endpoints("gsa.apple.com", 80).unwrap(), ["127.0.0.2:80".parse().unwrap()]);
        assert_eq!(rules.endpoints("gsa.apple.com", 25), None);
        assert_eq!(rules.addresses("gsa.apple.com").unwrap().len(), 2);
        assert_eq!(rules.addresses("idmsa.apple.com"), None);
    }

    #[test]
    fn ipv6_lists_and_wildcards_are_read() {
        let rules = rules(&["*:*:[::1]:9", "a.b:443:[::1],127.0.0.1", "[2606:4700::1111]:53:[::1]:5353"]);
        assert_eq!(rules.endpoints("a.b", 443).unwrap().len(), 2);
        assert_eq!(rules.endpoints("c.d", 1).unwrap(), ["[::1]:9".parse().unwrap()]);
        assert_eq!(rules.endpoints("2606:4700::1111", 53).unwrap(), ["[::1]:5353".parse().unwrap()]);
    }

    #[test]
    fn what_is_no_rule_is_refused_with_a_reason() {
        for text in ["", "a", "a:443", ":443:127.0.0.1", "a:x:127.0.0.1", "a:443:nonsense", "[::1:53:127.0.0.1"] {
            assert!(text.parse::<Redirect>().is_err(), "{text}");
        }
    }
}
