//! `ifconfig -v`.
//!
//! Shapes: captures of macOS 10.11 to 26, and Apple's network_cmds (`ifconfig.c`). `xflags` with `IS_VPN` is there since
//! macOS 15, `agent` lines since 10.15; both only with `-v`.

use crate::Miss;
use crate::facts::Interface;
use std::net::{IpAddr, Ipv4Addr};

/// One interface as `ifconfig` shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// `utun4`.
    pub name: String,
    /// The flag word: `UP`, `POINTOPOINT`, `NOARP` …
    pub flags: Vec<String>,
    /// Its addresses, with the length of the prefix where one is said.
    pub addresses: Vec<(IpAddr, u8)>,
    /// Whether macOS itself calls it a VPN (`IS_VPN`).
    pub is_vpn: bool,
    /// Who looks after it.
    pub agents: Vec<Agent>,
}

/// A network agent of an interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// `NetworkExtension`, `com.apple.rapport`.
    pub domain: String,
    /// `VPN`.
    pub kind: String,
    /// `VPN: Office`.
    pub description: String,
}

impl State {
    /// Whether the flag is set.
    pub fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|one| one == flag)
    }

    /// The name of the VPN service that owns it, as its agent says. Empty when the agent names none.
    pub fn vpn_service(&self) -> Option<&str> {
        let agent = self.agents.iter().find(|agent| agent.domain == "NetworkExtension" && agent.kind == "VPN")?;
        Some(agent.description.strip_prefix("VPN:").unwrap_or(&agent.description).trim())
    }

    /// The same as typed facts: one for each address, none without one, as getifaddrs(3) does.
    pub fn facts(&self) -> impl Iterator<Item = Interface> {
        self.addresses.iter().map(|(address, prefix)| Interface {
            name: self.name.clone(),
            address: *address,
            prefix: *prefix,
            running: self.has("RUNNING"),
            point_to_point: self.has("POINTOPOINT"),
        })
    }
}

/// Reads the interfaces. Lines that make no sense (masked, wrapped, of a newer macOS) are passed over.
pub fn interfaces(text: &str) -> Result<Vec<State>, Miss> {
    let mut list: Vec<State> = Vec::new();
    for line in text.lines().map(str::trim) {
        if let Some(state) = header(line) {
            list.push(state);
        } else if let Some(state) = list.last_mut() {
            detail(state, line);
        }
    }
    if list.is_empty() { Err(Miss::Unreadable("`ifconfig` printed something unexpected".into())) } else { Ok(list) }
}

/// `utun4: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1380`
fn header(line: &str) -> Option<State> {
    let (name, rest) = line.split_once(": flags=")?;
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte)) {
        return None;
    }
    Some(State { name: name.into(), flags: bracketed(rest), ..State::default() })
}

fn detail(state: &mut State, line: &str) {
    let mut words = line.split_whitespace();
    match words.next() {
        Some("inet") => {
            let Some(Ok(address)) = words.next().map(str::parse::<Ipv4Addr>) else { return };
            state.addresses.push((address.into(), after(line, "netmask").map_or(0, mask_length)));
        }
        Some("inet6") => {
            let bare = words.next().unwrap_or_default().split(['%', '/']).next().unwrap_or_default();
            let Ok(address) = bare.parse::<IpAddr>() else { return };
            state.addresses.push((address, after(line, "prefixlen").and_then(|text| text.parse().ok()).unwrap_or(0)));
        }
        Some("agent") => state.agents.extend(agent(line)),
        Some(word) if word.starts_with("xflags=") => state.is_vpn |= bracketed(line).iter().any(|one| one == "IS_VPN"),
        _ => {}
    }
}

/// `agent domain:NetworkExtension type:VPN flags:0xf desc:"VPN: Office"`
fn agent(line: &str) -> Option<Agent> {
    let (_, rest) = line.split_once("domain:")?;
    let (domain, rest) = rest.split_once(" type:")?;
    let (kind, rest) = rest.split_once(" flags:")?;
    let description = rest.split_once("desc:").map_or("", |(_, text)| text.trim().trim_matches('"'));
    Some(Agent { domain: domain.trim().into(), kind: kind.trim().into(), description: description.into() })
}

fn bracketed(text: &str) -> Vec<String> {
    let inside = text.split_once('<').and_then(|(_, rest)| rest.split('>').next()).unwrap_or_default();
    inside.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn after<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    line.split_whitespace().skip_while(|one| *one != word).nth(1)
}

/// `0xffffff00` is 24. What is no netmask (Tailscale once set `0x20`) gives 0.
fn mask_length(text: &str) -> u8 {
    let mask = text.strip_prefix("0x").and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or(0);
    let ones = mask.leading_ones();
    if ones == mask.count_ones() { u8::try_from(ones).unwrap_or(0) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shape of macOS 15 and 26: a tunnel with an owner, beside one of Apple's own.
    const TEXT: &str = "lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384\n\tinet 127.0.0.1 netmask 0xff000000\n\
        utun0: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1500 index 15\n\teflags=1002080<TXSTART,ECN_ENABLE>\n\
        \txflags=4<NOAUTONX>\n\tinet6 fe80::1:2:3:4%utun0 prefixlen 64 scopeid 0xf \n\
        \tagent domain:com.apple.rapport type:RapportNetworkAgent flags:0x7c3 desc:\"Rapport Network Agent\"\n\
        utun5: flags=80d1<UP,POINTOPOINT,RUNNING,NOARP,MULTICAST> mtu 1280\n\txflags=10004<NOAUTONX,IS_VPN>\n\
        \tinet 100.99.1.2 --> 100.99.1.2 netmask 0xffffffff\n\tinet6 fd7a:115c:a1e0::5 prefixlen 48\n\
        \tagent domain:NetworkExtension type:VPN flags:0xf desc:\"VPN: Office\"\n";

    #[test]
    fn names_addresses_and_owners_are_read() {
        let list = interfaces(TEXT).unwrap();
        assert_eq!(list.iter().map(|state| state.name.as_str()).collect::<Vec<_>>(), ["lo0", "utun0", "utun5"]);
        assert_eq!((list[1].is_vpn, list[1].vpn_service(), list[1].agents.len()), (false, None, 1));
        assert_eq!((list[2].is_vpn, list[2].vpn_service(), list[2].has("NOARP")), (true, Some("Office"), true));
        assert_eq!(list[2].addresses[0], ("100.99.1.2".parse().unwrap(), 32));
        assert_eq!(list[2].facts().count(), 2);
    }

    #[test]
    fn hostile_lines_are_passed_over() {
        // A mailed capture: wrapped lines, masked addresses, spaces for tabs.
        let text = "en0: flags=8863<UP,BROADCAST>\nmtu 1500\n     inet BB.CC.DD.AA netmask 0xfffffe00\n     inet6 xxxx::1\n\
                    utun6: flags=8051<UP>\n\tinet 10.1.2.3 --> 10.1.2.3 netmask 0x20 \n";
        let list = interfaces(text).unwrap();
        assert!(list[0].addresses.is_empty());
        assert_eq!(list[1].addresses, [("10.1.2.3".parse().unwrap(), 0)]);
        assert!(interfaces("ifconfig: illegal option").is_err());
    }
}
