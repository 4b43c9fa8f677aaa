//! What may stand between programs and the network.

use crate::Group;

mod proxy;

/// This group.
pub const GROUP: Group = Group { id: "filters", title: "Filters and proxies", checks: &[proxy::CHECK] };
