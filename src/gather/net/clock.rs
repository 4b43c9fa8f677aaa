//! The time, by SNTP.

use super::connect::{is_timeout, millis};
use crate::gather::budget::{Budget, SNTP};
use codesent_checks::Miss;
use codesent_checks::facts::ClockReading;
use rsntp::{Config, SntpClient, SynchronizationError};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

/// Where time servers listen.
pub(super) const PORT: u16 = 123;
/// How often a packet is sent; one may get lost.
const TRIES: u32 = 3;

/// Asks `servers`, which are addresses of one name, in turns.
pub(super) fn ask(servers: &[SocketAddr], budget: Budget) -> Result<ClockReading, Miss> {
    let budget = budget.step(SNTP);
    let mut refusal = None;
    for (server, _) in servers.iter().cycle().zip(0..TRIES) {
        let left = budget.left().min(SNTP / TRIES);
        if left < Duration::from_millis(1) {
            break;
        }
        match exchange(*server, left) {
            Ok(reading) => return Ok(reading),
            Err(SynchronizationError::ProtocolError(error)) => refusal = Some(error.to_string()),
            Err(SynchronizationError::IOError(error)) if is_timeout(&error) => {}
            // Nobody listens there, or no way there: the other address may do better.
            Err(SynchronizationError::IOError(_)) => {}
        }
    }
    match refusal {
        Some(what) => Ok(ClockReading::Refused(what)),
        None => budget.silence(ClockReading::NoReply),
    }
}

fn exchange(server: SocketAddr, timeout: Duration) -> Result<ClockReading, SynchronizationError> {
    // The library binds to IPv4 unless told otherwise.
    let own: SocketAddr =
        if server.is_ipv6() { (Ipv6Addr::UNSPECIFIED, 0).into() } else { (Ipv4Addr::UNSPECIFIED, 0).into() };
    let client = SntpClient::with_config(Config::default().bind_address(own).timeout(timeout));
    let result = client.synchronize(server)?;
    #[expect(clippy::cast_possible_truncation, reason = "a float becomes the nearest integer there is")]
    let offset_ms = (result.clock_offset().as_secs_f64() * 1000.0).round() as i64;
    let round_trip = result.round_trip_delay().abs_as_std_duration().unwrap_or_default();
    Ok(ClockReading::Offset { offset_ms, round_trip_ms: millis(round_trip) })
}
