//! Tunnels, and whether traffic to Apple goes through one.

use crate::Group;

mod active;
mod apple_bypass;
mod configured;
mod past_it;

/// This group.
pub const GROUP: Group =
    Group { id: "vpn", title: "VPN", checks: &[active::CHECK, apple_bypass::CHECK, configured::CHECK, past_it::CHECK] };
