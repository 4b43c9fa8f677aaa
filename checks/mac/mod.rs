//! The machine and its system.

use crate::Group;

mod version;

/// This group.
pub const GROUP: Group = Group { id: "mac", title: "This Mac", checks: &[version::CHECK] };
