//! The time, which certificates and codes depend on.

use crate::Group;

mod offset;
mod time_servers;

/// This group.
pub const GROUP: Group = Group { id: "clock", title: "Clock", checks: &[offset::CHECK, time_servers::CHECK] };
