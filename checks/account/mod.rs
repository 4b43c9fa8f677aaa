//! The account on this Mac.

use crate::Group;

mod icloud;

/// This group.
pub const GROUP: Group = Group { id: "account", title: "Apple Account", checks: &[icloud::CHECK] };
