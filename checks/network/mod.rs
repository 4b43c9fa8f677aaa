//! The way from this Mac to the internet.

use crate::Group;

mod default_route;
mod full_packets;
mod interface_up;
mod internet;
mod ip_families;
mod quick_enough;

/// This group.
pub const GROUP: Group = Group {
    id: "network",
    title: "Network",
    checks: &[
        interface_up::CHECK,
        default_route::CHECK,
        internet::CHECK,
        full_packets::CHECK,
        ip_families::CHECK,
        quick_enough::CHECK,
    ],
};
