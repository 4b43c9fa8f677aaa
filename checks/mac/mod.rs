//! The machine and its system.

use crate::Group;

mod automatic_login;
mod automatic_time;
mod daemons_disabled;
mod focus;
mod lockdown_mode;
mod login_keychain;
mod managed;
mod patched;
mod restrictions;
mod sleep_push;
mod time_zone;
mod update_waiting;
mod version;
mod virtual_machine;

/// This group.
pub const GROUP: Group = Group {
    id: "mac",
    title: "This Mac",
    checks: &[
        version::CHECK,
        virtual_machine::CHECK,
        patched::CHECK,
        daemons_disabled::CHECK,
        restrictions::CHECK,
        managed::CHECK,
        automatic_time::CHECK,
        time_zone::CHECK,
        lockdown_mode::CHECK,
        focus::CHECK,
        automatic_login::CHECK,
        login_keychain::CHECK,
        sleep_push::CHECK,
        update_waiting::CHECK,
    ],
};
