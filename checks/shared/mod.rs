//! Judges that several checks share. Unlike the readers of [`crate::read`] they see answers, so whoever uses one asks what
//! it asks.

pub mod clocks;
pub mod comparison;
pub mod names;
pub mod proxied;
pub mod registration;
pub mod service_status;
pub mod shakes;
pub mod tunnels;
