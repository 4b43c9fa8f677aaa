//! Dates and spans, in words.

use time::OffsetDateTime;

/// Seconds between 1970 and 2001, where Apple's own count starts.
pub const APPLE_EPOCH: i64 = 978_307_200;

/// `2024-07-08`, in UTC. None for a date no Mac can have written.
pub fn day(seconds: i64) -> Option<String> {
    let date = OffsetDateTime::from_unix_timestamp(seconds).ok()?.date();
    (2001..2200).contains(&date.year()).then(|| date.to_string())
}

/// `26 minutes`, `3 hours`, `5 days`: rounded down.
pub fn span(seconds: i64) -> String {
    let (count, unit) = match seconds.max(0) {
        under @ 0..120 => (under, "second"),
        under @ 120..7200 => (under / 60, "minute"),
        under @ 7200..172_800 => (under / 3600, "hour"),
        more => (more / 86_400, "day"),
    };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_named_and_nonsense_is_not() {
        assert_eq!(day(1_720_411_046).as_deref(), Some("2024-07-08"));
        assert_eq!(day(0), None);
        assert_eq!(day(i64::MAX), None);
    }

    #[test]
    fn spans_are_short() {
        let spans = [1, 119, 120, 7199, 7200, 172_800, -5].map(span);
        assert_eq!(spans, ["1 second", "119 seconds", "2 minutes", "119 minutes", "2 hours", "2 days", "0 seconds"]);
    }
}
