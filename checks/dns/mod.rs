//! Names: whether Apple's resolve, and to what.

use crate::Group;

mod apple_push;
mod sign_in;

/// This group.
pub const GROUP: Group = Group { id: "dns", title: "DNS", checks: &[sign_in::CHECK, apple_push::CHECK] };
