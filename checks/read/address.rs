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

/// Handed out by proxy tunnels in place of real answers, and reserved for benchmarks: 198.18.0.0/15.
pub fn is_fake(address: Ipv4Addr) -> bool {
    address.octets()[0] == 198 && address.octets()[1] & 0xfe == 18
}

/// Interfaces that macOS keeps for links between devices, virtual machines and loopback, never for the internet.
pub fn is_local_link(interface: &str) -> bool {
    ["lo", "awdl", "llw", "anpi", "ap", "bridge", "vmnet", "vnic", "vboxnet", "gif", "stf", "XHC"]
        .iter()
        .any(|stem| interface.strip_prefix(stem).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())))
}
