//! The words that fields of the JSON can have, for its schema.

/// The schema's name for programs; a copy is there.
pub(super) const ID: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/schema-v1.json");
/// The words of `Status`, as the schema lists them.
pub(super) const STATUSES: [&str; 6] = ["pass", "info", "warn", "fail", "skip", "unknown"];
/// The words of an outlook.
pub(super) const OUTLOOKS: [&str; 4] = ["can", "might_not", "cannot", "cannot_tell"];
/// The words of `Certainty`.
pub(super) const CERTAINTIES: [&str; 4] = ["documented", "reported", "plausible", "context"];
/// The words of a risk.
pub(super) const RISKS: [&str; 4] = ["safe", "needs an administrator", "loses settings", "can lock you out"];
