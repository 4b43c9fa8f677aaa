//! The time, by SNTP (RFC 4330).
//!
//! Our own 48 bytes: the library for it takes its marks from this machine's clock, and panics when that stands before 1970
//! or after 2104, which is exactly what is looked for. The mark of a question is a random number, as
//! draft-ietf-ntp-data-minimization advises: it says nothing of this machine, and nobody can guess it.

use super::connect::{is_timeout, millis};
use super::line::Line;
use crate::gather::budget::{Budget, SNTP};
use crate::gather::{now, room};
use codesent_checks::Miss;
use codesent_checks::facts::ClockReading;
use ring::rand::{SecureRandom, SystemRandom};
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::time::{Duration, Instant};

/// Where time servers listen.
pub(super) const PORT: u16 = 123;
/// How long each packet is waited for. One may get lost; on the longest way (a satellite) an answer takes more than a second.
const TRIES: [Duration; 2] = [Duration::from_millis(1100), Duration::from_millis(1900)];
/// The length of a packet without extensions.
const LENGTH: usize = 48;
/// Version 4, from a client.
const QUESTION: u8 = 0x23;
/// From 1900, where NTP begins to count, to 1970, in seconds.
const FROM_1900: i64 = 2_208_988_800;

/// Asks `servers`, which are addresses of one name, in turns.
pub(super) fn ask(servers: &[SocketAddr], line: &Line, budget: Budget) -> Result<ClockReading, Miss> {
    let mut budget = budget.step(SNTP);
    let (mut refusal, mut silent) = (None, true);
    // More tries are for a line on which answers are queued.
    let patience = TRIES.into_iter().chain(std::iter::repeat(SNTP));
    for (at, (server, patience)) in servers.iter().cycle().zip(patience).enumerate() {
        // Who refused is not asked again.
        let enough = !silent && at >= TRIES.len().min(servers.len());
        if enough || (budget.over() && !(line.is_at_work() && budget.stretch())) {
            break;
        }
        match exchange(*server, budget.left().min(patience).max(Duration::from_millis(1))) {
            Ok(Ok(reading)) => return Ok(reading),
            Ok(Err(what)) => (refusal, silent) = (Some(what), false),
            Err(error) if room::is_lack(&error) => return Err(room::miss()),
            Err(error) if is_timeout(&error) => {}
            // Nobody listens there, or no way there: the other address may do better.
            Err(_) => silent = false,
        }
    }
    match refusal {
        Some(what) => Ok(ClockReading::Refused(what)),
        None => budget.silence(ClockReading::NoReply),
    }
}

/// When a packet was sent and its answer came, by this machine's clock.
#[derive(Clone, Copy)]
struct Sent {
    /// Milliseconds since 1970.
    at: i64,
    /// Until the answer came.
    took: Duration,
}

fn exchange(server: SocketAddr, timeout: Duration) -> io::Result<Result<ClockReading, String>> {
    let own: SocketAddr =
        if server.is_ipv6() { (Ipv6Addr::UNSPECIFIED, 0).into() } else { (Ipv4Addr::UNSPECIFIED, 0).into() };
    let socket = UdpSocket::bind(own)?;
    // Answers of others are dropped by the system.
    socket.connect(server)?;
    socket.set_read_timeout(Some(timeout))?;
    let mut question = [0; LENGTH];
    question[0] = QUESTION;
    let random = |_| io::Error::other("no random numbers");
    SystemRandom::new().fill(&mut question[40..]).map_err(random)?;
    let (at, begin) = (now::millis(), Instant::now());
    socket.send(&question)?;
    let mut answer = [0; 512];
    let length = socket.recv(&mut answer)?;
    Ok(read(&answer[..length], &question, Sent { at, took: begin.elapsed() }))
}

/// What an answer says, or why it does not count.
fn read(answer: &[u8], question: &[u8; LENGTH], sent: Sent) -> Result<ClockReading, String> {
    let Some(answer) = answer.first_chunk::<LENGTH>() else { return Err("the packet is too short".into()) };
    let (leap, version, mode) = (answer[0] >> 6, (answer[0] >> 3) & 7, answer[0] & 7);
    if !matches!(version, 3 | 4) || mode != 4 {
        return Err("the packet is not a time server\u{2019}s".into());
    }
    if answer[24..32] != question[40..48] {
        return Err("the packet answers another question".into());
    }
    match answer[1] {
        // "Kiss of death": four letters say why.
        0 => {
            let letters = answer[12..16].iter().filter(|letter| letter.is_ascii_uppercase());
            let code: String = letters.map(|letter| char::from(*letter)).collect();
            return Err(format!("it sends us away ({code})"));
        }
        1..=15 if leap != 3 => {}
        _ => return Err("it does not know the time itself".into()),
    }
    let (Some(received), Some(transmitted)) = (time(answer, 32), time(answer, 40)) else {
        return Err("the packet holds no time".into());
    };
    let took = i64::try_from(sent.took.as_millis()).unwrap_or(i64::MAX);
    let midway = |from: i64, to: i64| from.saturating_add(to.saturating_sub(from) / 2);
    let offset_ms = midway(received, transmitted).saturating_sub(midway(sent.at, sent.at.saturating_add(took)));
    let inside = u64::try_from(transmitted.saturating_sub(received)).unwrap_or(0);
    Ok(ClockReading::Offset { offset_ms, round_trip_ms: millis(sent.took).saturating_sub(inside) })
}

/// The time at `at`, in milliseconds since 1970. Zero means that there is none. The count began anew in 2036: what has its
/// first bit set is before that.
fn time(packet: &[u8; LENGTH], at: usize) -> Option<i64> {
    let word = |at: usize| packet[at..].first_chunk().map(|bytes| i64::from(u32::from_be_bytes(*bytes)));
    let (seconds, fraction) = (word(at)?, word(at + 4)?);
    if seconds == 0 && fraction == 0 {
        return None;
    }
    let era = if seconds >= 1 << 31 { 0 } else { 1 << 32 };
    Some((seconds + era - FROM_1900) * 1000 + ((fraction * 1000) >> 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-26 21:30:00.500 UTC.
    const NOW: i64 = 1_795_728_600_500;

    fn question() -> [u8; LENGTH] {
        let mut question = [7; LENGTH];
        question[0] = QUESTION;
        question
    }

    fn answer(received: [u8; 8], transmitted: [u8; 8]) -> [u8; LENGTH] {
        let mut answer = [0; LENGTH];
        answer[0] = 0x24;
        answer[1] = 1;
        answer[24..32].copy_from_slice(&question()[40..]);
        answer[32..40].copy_from_slice(&received);
        answer[40..].copy_from_slice(&transmitted);
        answer
    }

    fn stamp(millis: i64) -> [u8; 8] {
        let seconds = u32::try_from((millis.div_euclid(1000) + FROM_1900) & 0xffff_ffff).unwrap();
        let fraction = u32::try_from((millis.rem_euclid(1000) << 32) / 1000 + 1).unwrap();
        let mut stamp = [0; 8];
        stamp[..4].copy_from_slice(&seconds.to_be_bytes());
        stamp[4..].copy_from_slice(&fraction.to_be_bytes());
        stamp
    }

    fn said(answer: &[u8], at: i64) -> Result<ClockReading, String> {
        read(answer, &question(), Sent { at, took: Duration::from_millis(40) })
    }

    #[test]
    fn a_clock_of_any_year_is_measured() {
        let well = answer(stamp(NOW), stamp(NOW + 10));
        // 1899, 1969, 2026, 2040, 2110, 2300 and beyond what a calendar holds.
        let years = [-2_240_000_000_000, -1, NOW, 2_222_222_222_000, 4_444_444_444_000, 10_413_792_000_000, i64::MAX];
        for at in years {
            let expected = (NOW + 5).saturating_sub(at.saturating_add(20));
            let reading = said(&well, at).unwrap();
            let ClockReading::Offset { offset_ms, round_trip_ms } = reading else { panic!("{reading:?}") };
            assert!(at == i64::MAX || (offset_ms - expected).abs() <= 1, "{at}: {offset_ms}");
            assert_eq!(round_trip_ms, 30);
        }
    }

    #[test]
    fn the_count_that_begins_anew_in_2036_is_understood() {
        let later = 2_222_222_222_000;
        let ClockReading::Offset { offset_ms, .. } = said(&answer(stamp(later), stamp(later)), later - 20).unwrap()
        else {
            panic!("an offset")
        };
        assert!(offset_ms.abs() <= 1, "{offset_ms}");
    }

    #[test]
    fn a_packet_without_a_time_is_no_answer() {
        for (received, transmitted) in [([0; 8], [0; 8]), (stamp(NOW), [0; 8]), ([0; 8], stamp(NOW))] {
            assert_eq!(said(&answer(received, transmitted), NOW), Err("the packet holds no time".into()));
        }
    }

    #[test]
    fn what_is_not_an_answer_to_our_question_does_not_count() {
        let well = answer(stamp(NOW), stamp(NOW));
        let changed = |change: fn(&mut [u8; LENGTH])| {
            let mut packet = well;
            change(&mut packet);
            said(&packet, NOW).unwrap_err()
        };
        assert!(said(&well[..47], NOW).is_err());
        assert!(changed(|packet| packet[24] ^= 1).contains("another question"));
        assert!(changed(|packet| packet[0] = 0x23).contains("not a time server"));
        assert!(changed(|packet| packet[0] = 0xe4).contains("does not know"));
        assert!(changed(|packet| packet[1] = 16).contains("does not know"));
        let kiss = changed(|packet| {
            packet[1] = 0;
            packet[12..16].copy_from_slice(b"RA\x1bT");
        });
        assert_eq!(kiss, "it sends us away (RAT)");
    }
}
