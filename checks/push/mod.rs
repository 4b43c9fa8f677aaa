//! The line that code prompts come over.

use crate::Group;

mod bag;
mod connected;
mod courier;
mod daemon;
mod last_contact;

/// This group.
pub const GROUP: Group = Group {
    id: "push",
    title: "Push",
    checks: &[courier::CHECK, daemon::CHECK, connected::CHECK, last_contact::CHECK, bag::CHECK],
};
