//! What kind of address an address is.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an interface with this address could reach the internet: private and shared addresses may (behind a router),
/// loopback, self-assigned and link-local ones may not.
pub fn reaches_out(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => !(v4.is_loopback() || v4.is_link_local() || v4.is_unspecified() || v4.is_multicast()),
        IpAddr::V6(v6) => is_global_v6(v6),
    }
}

/// Global unicast, 2000::/3.
pub fn is_global_v6(address: Ipv6Addr) -> bool {
    address.segments()[0] & 0xe000 == 0x2000
}

/// Unique local, fc00::/7.
pub fn is_unique_local(address: Ipv6Addr) -> bool {
    address.segments()[0] & 0xfe00 == 0xfc00
}

/// Shared by carriers, Tailscale and others: 100.64.0.0/10.
pub fn is_shared_v4(address: Ipv4Addr) -> bool {
    address.octets()[0] == 100 && address.octets()[1] & 0xc0 == 64
}

/// Handed out by proxy tunnels in place of real answers: 198.18.0.0/15, which is reserved for benchmarks, and 240.0.0.0/4,
/// which nobody has (Shadowrocket: AdGuard CoreLibs 1570).
pub fn is_fake(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    (first == 198 && second & 0xfe == 18) || (first >= 240 && !address.is_broadcast())
}

/// The same for IPv6: the half of fc00::/7 that was never given to anybody (sing-box hands out fc00::/18).
fn is_fake_v6(address: Ipv6Addr) -> bool {
    address.segments()[0] & 0xff00 == 0xfc00
}

/// Where an address that a name resolves to leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Into Apple's own networks.
    Apple,
    /// Somewhere on the internet. Apple's content servers stand there too.
    Elsewhere,
    /// Nowhere: 0.0.0.0, ::, loopback. So answer blocklists.
    Nowhere,
    /// Into this network: private and self-assigned addresses. So answer portals and some blocklists.
    Local,
    /// To a program that hands out stand-ins for real addresses: a proxy tunnel's.
    StandIn,
    /// Into 100.64/10, which carriers, private access and block pages share: a stand-in only where a tunnel here owns it.
    Shared,
}

/// Where `address` leads. Apple's networks: 17.0.0.0/8 (Apple 102266), and the IPv6 blocks that the push prefixes of that
/// article lie in.
pub fn place(address: IpAddr) -> Place {
    match address {
        IpAddr::V4(v4) if v4.is_unspecified() || v4.is_loopback() || v4.octets()[0] == 0 => Place::Nowhere,
        IpAddr::V4(v4) if is_fake(v4) => Place::StandIn,
        IpAddr::V4(v4) if is_shared_v4(v4) => Place::Shared,
        IpAddr::V4(v4) if v4.is_private() || v4.is_link_local() => Place::Local,
        IpAddr::V4(v4) if v4.octets()[0] == 17 => Place::Apple,
        IpAddr::V4(_) => Place::Elsewhere,
        IpAddr::V6(v6) if v6.is_unspecified() || v6.is_loopback() => Place::Nowhere,
        IpAddr::V6(v6) => match embedded_v4(v6) {
            Some(v4) => place(IpAddr::V4(v4)),
            None if is_fake_v6(v6) => Place::StandIn,
            None if is_unique_local(v6) || v6.segments()[0] & 0xffc0 == 0xfe80 => Place::Local,
            None if is_apple_v6(v6) => Place::Apple,
            None => Place::Elsewhere,
        },
    }
}

/// The IPv4 address inside: mapped (::ffff:0:0/96), or translated by a network without IPv4 (64:ff9b::/96 or a prefix of
/// its own, RFC 6052). Of a prefix of its own only Apple's addresses are known: anything may end like any other.
fn embedded_v4(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let segments = address.segments();
    let [.., a, b, c, d] = address.octets();
    let own_prefix = is_global_v6(address) && segments[4..6] == [0, 0] && a == 17;
    if segments[..6] == [0x64, 0xff9b, 0, 0, 0, 0] || own_prefix {
        Some(Ipv4Addr::new(a, b, c, d))
    } else {
        address.to_ipv4_mapped()
    }
}

/// 2620:149:a44::/48, 2403:300:a42::/48, 2403:300:a51::/48 and 2a01:b740:a42::/48 are for push; sign-in and iCloud lie in
/// the same blocks.
fn is_apple_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    matches!((segments[0], segments[1]), (0x2620, 0x149) | (0x2403, 0x300) | (0x2a01, 0xb740))
}

/// Pages that well-known DNS filters show in place of what they block.
pub fn block_page_of(address: IpAddr) -> Option<&'static str> {
    let IpAddr::V4(v4) = address else { return None };
    match v4.octets() {
        [146, 112, 61, 104..=111] => Some("Cisco Umbrella (OpenDNS)"),
        [94, 140, 14, 33..=35] => Some("AdGuard DNS"),
        _ => None,
    }
}

/// Interfaces that macOS keeps for links between devices, virtual machines and loopback, never for the internet.
pub fn is_local_link(interface: &str) -> bool {
    ["lo", "awdl", "llw", "anpi", "ap", "bridge", "vmnet", "vnic", "vboxnet", "gif", "stf", "XHC"]
        .iter()
        .any(|stem| interface.strip_prefix(stem).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_addresses_lead() {
        for (text, expected) in [
            ("17.57.144.20", Place::Apple),
            ("2620:149:a44::1", Place::Apple),
            ("64:ff9b::1139:9014", Place::Apple),
            ("::ffff:17.1.2.3", Place::Apple),
            ("23.32.15.10", Place::Elsewhere),
            ("2a02:26f0:d8::1", Place::Elsewhere),
            ("0.0.0.0", Place::Nowhere),
            ("127.0.0.1", Place::Nowhere),
            ("::", Place::Nowhere),
            ("::1", Place::Nowhere),
            ("::ffff:0.0.0.0", Place::Nowhere),
            ("192.168.1.1", Place::Local),
            ("169.254.1.1", Place::Local),
            ("fe80::1", Place::Local),
            ("fd00::1", Place::Local),
            ("198.18.0.4", Place::StandIn),
            ("240.0.0.9", Place::StandIn),
            ("fc00::9", Place::StandIn),
            ("255.255.255.255", Place::Elsewhere),
            ("100.80.1.1", Place::Shared),
            ("2001:db8:64:9::1139:9014", Place::Apple),
            ("2001:db8:64:9:1::1139:9014", Place::Elsewhere),
            ("2001:db8:64:9::5db8:d822", Place::Elsewhere),
        ] {
            assert_eq!(place(text.parse().unwrap()), expected, "{text}");
        }
    }
}
