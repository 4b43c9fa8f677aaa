//! Tunnels, and whether traffic to Apple goes through one.

use crate::Group;

mod active;

/// This group.
pub const GROUP: Group = Group { id: "vpn", title: "VPN", checks: &[active::CHECK] };
