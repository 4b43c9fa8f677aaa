//! The time, which certificates and codes depend on.

use crate::Group;

mod offset;

/// This group.
pub const GROUP: Group = Group { id: "clock", title: "Clock", checks: &[offset::CHECK] };
