//! FaceTime. Codes do not travel over it; its state is a hint.

use crate::Group;

mod registered;
mod registration;

/// This group.
pub const GROUP: Group = Group { id: "facetime", title: "FaceTime", checks: &[registered::CHECK, registration::CHECK] };
