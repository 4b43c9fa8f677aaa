//! FaceTime. Codes do not travel over it; its state is a hint.

use crate::Group;

mod registered;
mod registration;

/// What is said of its trouble.
pub(crate) const NORMAL: &str = "FaceTime has trouble of its own (codes do not travel over it)";

/// This group.
pub const GROUP: Group = Group { id: "facetime", title: "FaceTime", checks: &[registered::CHECK, registration::CHECK] };
