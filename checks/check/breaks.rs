//! What a thing could break, for [`Suspicion`](super::Suspicion).

use super::Part::{self, Internet, Names, PushLine, PushServers, Servers, Time};

/// Everything at once, or nothing.
pub const ALL_OR_NOTHING: &[Part] = &[Internet];
/// Answers for names; where it needs a way out of its own, nothing else is answered either.
pub const NAMES_OR_NOTHING: &[Part] = &[Names, Internet];
/// Answers for names.
pub const NAMES: &[Part] = &[Names];
/// Whatever goes over the network.
pub const TRAFFIC: &[Part] = &[Internet, Names, Servers, PushServers, PushLine, Time];
/// Whatever a proxy is asked for.
pub const PROXIED: &[Part] = &[Internet, Servers, PushServers, PushLine];
