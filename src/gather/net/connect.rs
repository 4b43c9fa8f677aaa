//! TCP connections: several addresses at a time, as RFC 8305 ("happy eyeballs") describes, every attempt kept.

use super::past;
use crate::gather::budget::{Budget, CONNECT};
use crate::gather::room;
use codesent_checks::facts::{Attempt, ConnectOutcome};
use codesent_checks::{Family, Miss};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::num::NonZeroU32;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// When the next address joins in, as RFC 8305 advises.
const STAGGER: Duration = Duration::from_millis(250);
/// More addresses than these say nothing new.
const MOST: usize = 6;
/// When every address has been tried once, the first ones are tried anew after this long: on a path that loses packets a
/// second connection is often faster than the repetition of the first one's packet.
const AGAIN: Duration = Duration::from_millis(900);

/// What came of it.
#[derive(Debug)]
pub(super) struct Raced {
    /// One for each address that was tried, in the order they ended.
    pub attempts: Vec<Attempt>,
    /// The connection of the fastest.
    pub stream: Option<TcpStream>,
}

/// Puts IPv6 and IPv4 in turns, beginning with the family the resolver put first, and drops what is too many.
pub(super) fn in_turns(addresses: &[SocketAddr], family: Family) -> Vec<SocketAddr> {
    let wanted = |address: &&SocketAddr| match family {
        Family::Any => true,
        Family::V4 => address.is_ipv4(),
        Family::V6 => address.is_ipv6(),
    };
    let wanted: Vec<&SocketAddr> = addresses.iter().filter(wanted).collect();
    let Some(first) = wanted.first() else { return Vec::new() };
    let (one, other): (Vec<&SocketAddr>, Vec<_>) =
        wanted.iter().partition(|address| address.is_ipv6() == first.is_ipv6());
    let mut list = Vec::new();
    for at in 0..one.len().max(other.len()) {
        list.extend([one.get(at), other.get(at)].into_iter().flatten().map(|address| **address));
    }
    list.truncate(MOST);
    list
}

struct Ended {
    at: usize,
    result: io::Result<TcpStream>,
    ms: u64,
}

/// Connects to the first of `addresses` that answers, from one interface where one is named.
pub(super) fn race(addresses: &[SocketAddr], from: Option<NonZeroU32>, budget: Budget) -> Result<Raced, Miss> {
    let budget = budget.step(CONNECT);
    let begin = Instant::now();
    let (tell, told) = mpsc::channel();
    let mut raced = Raced { attempts: Vec::new(), stream: None };
    let mut open = 0_usize;
    let mut next = 0;
    let mut ended = vec![None; addresses.len()];
    let mut when = Instant::now();
    while raced.stream.is_none() {
        let now = Instant::now();
        if now >= when && !budget.over() && next < addresses.len() * 3 {
            let at = next % addresses.len();
            next += 1;
            if ended[at].is_none_or(|outcome| outcome == ConnectOutcome::NoReply) {
                start(at, addresses[at], from, budget, &tell)?;
                open += 1;
                when = now + if next < addresses.len() { STAGGER } else { AGAIN };
            }
            continue;
        }
        let exhausted = next >= addresses.len() * 3;
        if open == 0 && (exhausted || ended.iter().all(Option::is_some)) {
            break;
        }
        let wait = if exhausted || budget.over() { budget.left() } else { budget.left().min(when - now) };
        match told.recv_timeout(wait) {
            Ok(one) => {
                if one.result.as_ref().is_err_and(room::is_lack) {
                    return Err(room::miss());
                }
                open -= 1;
                // A refusal makes room for the next address at once.
                if next < addresses.len() {
                    when = Instant::now();
                }
                let outcome = raced.take(one, addresses, &ended);
                ended[outcome.0] = Some(outcome.1);
            }
            Err(RecvTimeoutError::Timeout) if budget.over() => break,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    raced.rest(&addresses[..next.min(addresses.len())], &ended, begin, budget)
}

impl Raced {
    fn take(
        &mut self,
        one: Ended,
        addresses: &[SocketAddr],
        ended: &[Option<ConnectOutcome>],
    ) -> (usize, ConnectOutcome) {
        let outcome = match one.result {
            Ok(stream) => {
                self.stream = Some(stream);
                ConnectOutcome::Connected
            }
            Err(error) => outcome_of(&error),
        };
        let address = addresses[one.at].ip();
        if ended[one.at].is_none() {
            self.attempts.push(Attempt { address, outcome, ms: one.ms });
        } else if let Some(attempt) = self.attempts.iter_mut().find(|attempt| attempt.address == address) {
            (attempt.outcome, attempt.ms) = (outcome, one.ms);
        }
        (one.at, outcome)
    }

    /// Notes what the attempts that did not end have shown.
    fn rest(
        mut self,
        addresses: &[SocketAddr],
        ended: &[Option<ConnectOutcome>],
        begin: Instant,
        budget: Budget,
    ) -> Result<Self, Miss> {
        let left = addresses.iter().zip(ended).filter(|(_, end)| end.is_none());
        for (address, _) in left {
            let outcome = if self.stream.is_some() {
                ConnectOutcome::Abandoned
            } else {
                budget.silence(ConnectOutcome::NoReply)?
            };
            self.attempts.push(Attempt { address: address.ip(), outcome, ms: millis(begin.elapsed()) });
        }
        Ok(self)
    }
}

fn start(
    at: usize,
    address: SocketAddr,
    from: Option<NonZeroU32>,
    budget: Budget,
    tell: &Sender<Ended>,
) -> Result<(), Miss> {
    let tell = tell.clone();
    let work = move || {
        let start = Instant::now();
        let left = budget.left().max(Duration::from_millis(1));
        let result = past::connect(address, from, left);
        // Nobody listens any more when another address was faster.
        let _ = tell.send(Ended { at, result, ms: millis(start.elapsed()) });
    };
    thread::Builder::new().name(format!("connect {address}")).spawn(work).map_err(super::names::no_thread)?;
    Ok(())
}

/// Milliseconds, as answers hold them.
pub(super) fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn outcome_of(error: &io::Error) -> ConnectOutcome {
    match error.kind() {
        ErrorKind::ConnectionRefused => ConnectOutcome::Refused,
        ErrorKind::TimedOut | ErrorKind::WouldBlock => ConnectOutcome::NoReply,
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe => ConnectOutcome::Reset,
        // EPERM or EACCES: a firewall on this machine.
        ErrorKind::PermissionDenied => ConnectOutcome::Forbidden,
        _ => ConnectOutcome::Unreachable,
    }
}

/// A connection whose reads and writes all end at one moment, however the other side doles out its bytes.
#[derive(Debug)]
pub(super) struct Deadlined {
    pub stream: TcpStream,
    pub until: Instant,
}

impl Deadlined {
    fn left(&self) -> io::Result<Option<Duration>> {
        match self.until.saturating_duration_since(Instant::now()) {
            left if left.is_zero() => Err(ErrorKind::TimedOut.into()),
            left => Ok(Some(left)),
        }
    }
}

/// macOS answers EINVAL when a limit is set on a connection that the other side has closed; what came before the close
/// can still be read.
fn unless_closed(set: io::Result<()>) -> io::Result<()> {
    match set {
        Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(()),
        other => other,
    }
}

impl Read for Deadlined {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        unless_closed(self.stream.set_read_timeout(self.left()?))?;
        self.stream.read(into)
    }
}

impl Write for Deadlined {
    fn write(&mut self, from: &[u8]) -> io::Result<usize> {
        unless_closed(self.stream.set_write_timeout(self.left()?))?;
        self.stream.write(from)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

/// Whether an error only says that the time is up.
pub(super) fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::WouldBlock)
}
