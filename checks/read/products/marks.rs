//! Addresses that tell a product.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// An address that a product gives its tunnel, or a resolver it brings.
#[derive(Debug)]
pub struct Mark {
    /// The network.
    pub network: IpAddr,
    /// How many bits of it count.
    pub prefix: u8,
    /// Whose it is.
    pub product: &'static str,
    /// Whether nobody else is known to use it. Otherwise it only decides between products that are there anyway.
    pub sure: bool,
}

const fn mark4(octets: [u8; 4], prefix: u8, product: &'static str, sure: bool) -> Mark {
    let [a, b, c, d] = octets;
    Mark { network: IpAddr::V4(Ipv4Addr::new(a, b, c, d)), prefix, product, sure }
}

/// The marks. 100.64.0.0/10 is not among them: Tailscale, NetBird, Zscaler, WARP and carriers all use it. Nor is any other
/// part of 10.0.0.0/8.
pub const MARKS: &[Mark] = &[
    Mark {
        network: IpAddr::V6(Ipv6Addr::new(0xfd7a, 0x115c, 0xa1e0, 0, 0, 0, 0, 0)),
        prefix: 48,
        product: "Tailscale",
        sure: true,
    },
    Mark {
        network: IpAddr::V6(Ipv6Addr::new(0x2606, 0x4700, 0x110, 0, 0, 0, 0, 0)),
        prefix: 48,
        product: "Cloudflare WARP",
        sure: true,
    },
    mark4([100, 100, 100, 100], 32, "Tailscale", true),
    mark4([127, 0, 2, 2], 31, "Cloudflare WARP", true),
    mark4([103, 86, 96, 100], 32, "NordVPN", true),
    mark4([103, 86, 99, 100], 32, "NordVPN", true),
    mark4([172, 16, 0, 2], 32, "Cloudflare WARP", false),
    mark4([10, 5, 0, 2], 32, "NordVPN", false),
    mark4([10, 2, 0, 1], 32, "Proton VPN", false),
    mark4([10, 2, 0, 2], 32, "Proton VPN", false),
    mark4([198, 18, 0, 0], 15, "Surge", false),
    mark4([198, 18, 0, 0], 15, "Clash", false),
];

/// Products whose tunnels always have an address in one network. A tunnel with others is not theirs.
const ALWAYS: &[(&str, Ipv4Addr, u32)] = &[("Tailscale", Ipv4Addr::new(100, 64, 0, 0), 10)];

/// Whether a tunnel with these addresses can be this product's.
pub fn can_own(product: &str, addresses: &[IpAddr]) -> bool {
    let Some((_, network, prefix)) = ALWAYS.iter().find(|(name, ..)| *name == product) else { return true };
    let inside = |address: Ipv4Addr| (u32::from(*network) ^ u32::from(address)) >> (32 - prefix) == 0;
    addresses.is_empty() || addresses.iter().any(|one| matches!(one, IpAddr::V4(v4) if inside(*v4)))
}
