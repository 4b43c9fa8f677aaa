use super::servers::{rule, udp};
use super::*;
use std::time::{SystemTime, UNIX_EPOCH};

const SERVER: &str = "time.apple.com";
/// From 1900 to 1970.
const EPOCH: u64 = 2_208_988_800;

/// What a time server whose clock is `ahead` seconds ahead says.
fn reply(query: &[u8], ahead: i64, stratum: u8) -> Vec<u8> {
    let mut answer = vec![0; 48];
    answer[0] = 0b0010_0100;
    answer[1] = stratum;
    answer[24..32].copy_from_slice(&query[40..48]);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let seconds = u32::try_from((now.as_secs() + EPOCH).checked_add_signed(ahead).unwrap()).unwrap();
    let fraction = u32::try_from((u64::from(now.subsec_nanos()) << 32) / 1_000_000_000).unwrap();
    for at in [32, 40] {
        answer[at..at + 4].copy_from_slice(&seconds.to_be_bytes());
        answer[at + 4..at + 8].copy_from_slice(&fraction.to_be_bytes());
    }
    answer
}

fn ask(server: impl Fn(&[u8]) -> Option<Vec<u8>> + Send + 'static, budget: Budget) -> Result<ClockReading, Miss> {
    let net = net(&[rule(SERVER, 123, udp(server))], None);
    match net.clock(SERVER, budget)? {
        Answer::Clock(reading) => Ok(reading),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_offset_has_the_right_side() {
    for ahead in [0, 120, -120, 172_800, -172_800] {
        let reading = ask(move |query| Some(reply(query, ahead, 1)), whole()).unwrap();
        let ClockReading::Offset { offset_ms, .. } = reading else { panic!("{reading:?}") };
        assert_eq!((offset_ms + 30_000).div_euclid(60_000), ahead / 60, "{offset_ms}");
    }
}

#[test]
fn a_lost_packet_does_no_harm() {
    let first = std::sync::atomic::AtomicBool::new(true);
    let reading = ask(
        move |query| {
            let lost = first.swap(false, std::sync::atomic::Ordering::Relaxed);
            (!lost).then(|| reply(query, 0, 1))
        },
        whole(),
    );
    assert!(matches!(reading, Ok(ClockReading::Offset { .. })), "{reading:?}");
}

#[test]
fn refusals_nonsense_and_silence_are_told_apart() {
    let refused = ask(|query| Some(reply(query, 0, 0)), whole()).unwrap();
    assert!(matches!(refused, ClockReading::Refused(_)), "{refused:?}");
    let nonsense = ask(|_| Some(b"no".to_vec()), whole()).unwrap();
    assert!(matches!(nonsense, ClockReading::Refused(_)), "{nonsense:?}");
    assert_eq!(ask(|_| None, whole()), Ok(ClockReading::NoReply));
    assert_eq!(ask(|_| None, short()), Err(Miss::TimedOut));
}
