//! This machine's own clock, which may be years off: every reading of it is one that cannot fail.

use rustls::pki_types::UnixTime;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Milliseconds since 1970 UTC, negative before.
pub(crate) fn millis() -> i64 {
    of(SystemTime::now())
}

fn of(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_millis()).map_or(i64::MIN, |since| -since),
    }
}

/// The same for the judgement of certificates, which knows nothing before 1970.
pub(super) fn for_certificates() -> UnixTime {
    UnixTime::since_unix_epoch(Duration::from_millis(u64::try_from(millis()).unwrap_or(0)))
}

/// The same for TLS. The library's own reading of the clock panics before 1970.
#[derive(Debug)]
pub(super) struct Clock;

impl rustls::time_provider::TimeProvider for Clock {
    fn current_time(&self) -> Option<UnixTime> {
        Some(for_certificates())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_1970_or_far_ahead_can_be_read() {
        assert_eq!(of(UNIX_EPOCH - Duration::from_hours(24)), -86_400_000);
        assert_eq!(of(UNIX_EPOCH + Duration::from_secs(10_000_000_000)), 10_000_000_000_000);
    }
}
