//! TLS with the servers that a sign-in needs.

use crate::Group;

mod sign_in;

/// This group.
pub const GROUP: Group = Group { id: "tls", title: "Sign-in servers", checks: &[sign_in::CHECK] };
