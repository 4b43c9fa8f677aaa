//! Known VPNs, filters and security products, as data: adding one is one line.

use crate::facts::Process;

/// Apple's own daemons whose presence is looked at.
pub const APPLE_DAEMONS: &[&str] = &["apsd", "akd", "identityservicesd", "imagent", "followupd"];

/// Whether a running program may appear in the answers: Apple's daemons and known products only. What else somebody runs
/// is nobody's business.
pub fn worth_knowing(process: &Process) -> bool {
    APPLE_DAEMONS.contains(&process.name.as_str())
}
