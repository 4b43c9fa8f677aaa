//! The account on this Mac.

use crate::Group;

mod icloud;
mod managed;
mod password_again;
mod services;
mod trusted_devices;
mod two_factor;

/// This group.
pub const GROUP: Group = Group {
    id: "account",
    title: "Apple Account",
    checks: &[
        icloud::CHECK,
        two_factor::CHECK,
        managed::CHECK,
        password_again::CHECK,
        services::CHECK,
        trusted_devices::CHECK,
    ],
};

pub use two_factor::ACCOUNT_DATABASE;
