//! What Apple says of its own services.

use crate::Group;

mod apple_account;
mod facetime;
mod icloud_sign_in;
mod imessage;
mod push;

/// This group.
pub const GROUP: Group = Group {
    id: "status",
    title: "Apple's system status",
    checks: &[apple_account::CHECK, icloud_sign_in::CHECK, push::CHECK, imessage::CHECK, facetime::CHECK],
};
