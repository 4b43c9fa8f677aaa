//! iMessage and text messages. Codes do not travel over iMessage; its state is a hint.

use crate::Group;

mod imessage;

/// This group.
pub const GROUP: Group = Group { id: "messages", title: "Messages", checks: &[imessage::CHECK] };
