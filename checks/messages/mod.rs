//! iMessage and text messages. Codes do not travel over iMessage; its state is a hint.

use crate::Group;

mod aliases;
mod blocked_senders;
mod imessage;
mod registration;
mod text_forwarding;

/// What is said of its trouble.
pub(crate) const NORMAL: &str = "Messages has trouble of its own (codes do not travel over it)";

/// This group.
pub const GROUP: Group = Group {
    id: "messages",
    title: "Messages",
    checks: &[imessage::CHECK, registration::CHECK, aliases::CHECK, text_forwarding::CHECK, blocked_senders::CHECK],
};
