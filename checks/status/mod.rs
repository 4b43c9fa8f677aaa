//! What Apple says of its own services.

use crate::Group;

mod apple_account;

/// This group.
pub const GROUP: Group = Group { id: "status", title: "Apple's system status", checks: &[apple_account::CHECK] };
