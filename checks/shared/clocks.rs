//! What time servers and web servers say of this machine's clock.

use crate::facts::ClockReading;
use crate::hosts::{GSA_LOOKUP, STATUS_FEED, TIME, TIME_MACOS};
use crate::{Answers, Fetch};

/// The offset by the time server whose answer was quickest, in milliseconds: positive when this clock is behind.
pub fn by_time_servers(answers: &Answers) -> Option<i64> {
    let readings = [TIME, TIME_MACOS].into_iter().filter_map(|server| match answers.clock(server) {
        Ok(ClockReading::Offset { offset_ms, round_trip_ms }) => Some((*round_trip_ms, *offset_ms)),
        _ => None,
    });
    readings.min().map(|(_, offset)| offset)
}

/// The offset by the `Date` of a web server that proved to be Apple's. It is good to a second or two.
pub fn by_web_servers(answers: &Answers) -> Option<i64> {
    let date = |fetch: &'static Fetch| answers.fetch(fetch).ok()?.result.as_ref().ok()?.date_offset_ms;
    [&STATUS_FEED, &GSA_LOOKUP].into_iter().find_map(date)
}

/// An offset in words: `12.3 s behind`.
pub fn in_words(offset_ms: i64) -> String {
    let side = if offset_ms < 0 { "ahead" } else { "behind" };
    let millis = offset_ms.unsigned_abs();
    let seconds = millis / 1000;
    let length = match seconds {
        0..=89 => format!("{seconds}.{} s", millis % 1000 / 100),
        90..=5399 => format!("{} min", (seconds + 30) / 60),
        5400..=129_599 => format!("{} h", (seconds + 1800) / 3600),
        _ => format!("{} days", (seconds + 43_200) / 86_400),
    };
    format!("{length} {side}")
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn lengths_are_told_in_fitting_units() {
        assert_eq!(in_words(-300), "0.3 s ahead");
        assert_eq!(in_words(120_000), "2 min behind");
        assert_eq!(in_words(172_800_000), "2 days behind");
        assert_eq!(in_words(-7_200_000), "2 h ahead");
        assert_eq!(in_words(i64::MIN).split(' ').nth(1), Some("days"));
    }
}
