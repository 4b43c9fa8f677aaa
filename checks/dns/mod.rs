//! Names: whether Apple's resolve, and to what.

use crate::Group;

mod aliases;
mod apple_push;
mod hosts_file;
mod metrics;
mod own_servers;
mod private_relay;
mod profile;
mod resolver;
mod servers;
mod sign_in;
mod sinkhole;

/// This group.
pub const GROUP: Group = Group {
    id: "dns",
    title: "DNS",
    checks: &[
        resolver::CHECK,
        hosts_file::CHECK,
        sinkhole::CHECK,
        sign_in::CHECK,
        apple_push::CHECK,
        aliases::CHECK,
        servers::CHECK,
        own_servers::CHECK,
        profile::CHECK,
        metrics::CHECK,
        private_relay::CHECK,
    ],
};
