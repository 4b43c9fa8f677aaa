//! TCP connections: several addresses at a time, as RFC 8305 ("happy eyeballs") describes, every attempt kept.

use super::line::Line;
use super::past;
use crate::gather::budget::{Budget, CONNECT};
use crate::gather::room;
use codesent_checks::facts::{Attempt, ConnectOutcome};
use codesent_checks::{Family, Miss};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::num::NonZeroU32;
use std::sync::Arc;
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
    /// None when it was this program that gave up.
    result: Option<io::Result<TcpStream>>,
    ms: u64,
}

/// Connects to the first of `addresses` that answers, from one interface where one is named.
pub(super) fn race(
    addresses: &[SocketAddr],
    from: Option<NonZeroU32>,
    line: &Line,
    budget: Budget,
) -> Result<Raced, Miss> {
    // An attempt goes on until the question ends; whether it got all its time is decided here.
    let (mut budget, question) = (budget.step(CONNECT), budget);
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
                start(at, addresses[at], from, question, &tell)?;
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
                open -= 1;
                let Some(result) = one.result else { continue };
                if result.as_ref().is_err_and(room::is_lack) {
                    return Err(room::miss());
                }
                // A refusal makes room for the next address at once.
                if next < addresses.len() {
                    when = Instant::now();
                }
                let outcome = raced.take(result, addresses[one.at], one.ms, ended[one.at].is_none());
                ended[one.at] = Some(outcome);
            }
            Err(RecvTimeoutError::Timeout) if budget.over() => {
                // Attempts are small: twice the time is enough for what is queued before the answer.
                if begin.elapsed() >= CONNECT * 2 || !(line.is_at_work() && budget.stretch()) {
                    break;
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    if raced.stream.is_none() && next < addresses.len() {
        // Not even every address was tried.
        budget.silence(())?;
    }
    raced.rest(&addresses[..next.min(addresses.len())], &ended, begin, budget)
}

impl Raced {
    fn take(&mut self, result: io::Result<TcpStream>, to: SocketAddr, ms: u64, new: bool) -> ConnectOutcome {
        let outcome = match result {
            Ok(stream) => {
                self.stream = Some(stream);
                ConnectOutcome::Connected
            }
            Err(error) => outcome_of(&error),
        };
        if new {
            self.attempts.push(Attempt { address: to.ip(), outcome, ms });
        } else if let Some(attempt) = self.attempts.iter_mut().find(|attempt| attempt.address == to.ip()) {
            (attempt.outcome, attempt.ms) = (outcome, ms);
        }
        outcome
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
        let result = match past::connect(address, from, left) {
            // Told by the system (ETIMEDOUT, with its number) it is a fact; this is our own limit.
            Err(error) if error.kind() == ErrorKind::TimedOut && error.raw_os_error().is_none() => None,
            other => Some(other),
        };
        // Nobody listens any more when another address was faster.
        let _ = tell.send(Ended { at, result, ms: millis(start.elapsed()) });
    };
    thread::Builder::new()
        .name(format!("connect {address}"))
        .stack_size(room::SMALL_STACK)
        .spawn(work)
        .map_err(super::names::no_thread)?;
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

/// A connection whose reads and writes all end at one moment, however the other side doles out its bytes. While the line is
/// at work that moment is put off: on a narrow one, what is waited for is queued behind what others wait for.
#[derive(Debug)]
pub(super) struct Deadlined {
    pub stream: TcpStream,
    pub line: Arc<Line>,
    pub budget: Budget,
}

/// macOS answers EINVAL when a limit is set on a connection that the other side has closed; what came before the close
/// can still be read.
fn unless_closed(set: io::Result<()>) -> io::Result<()> {
    match set {
        Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(()),
        other => other,
    }
}

impl Deadlined {
    /// Does it within what is left, and again as long as there is more.
    fn in_time<T>(
        &mut self,
        limit: fn(&TcpStream, Option<Duration>) -> io::Result<()>,
        mut work: impl FnMut(&mut TcpStream) -> io::Result<T>,
    ) -> io::Result<T> {
        loop {
            let left = self.budget.left();
            if !left.is_zero() {
                unless_closed(limit(&self.stream, Some(left)))?;
                match work(&mut self.stream) {
                    Err(error) if is_timeout(&error) => {}
                    other => return other,
                }
            }
            if self.budget.over() && !(self.line.is_at_work() && self.budget.stretch()) {
                return Err(ErrorKind::TimedOut.into());
            }
        }
    }
}

impl Read for Deadlined {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let came = self.in_time(TcpStream::set_read_timeout, |stream| stream.read(into))?;
        self.line.receive(came);
        Ok(came)
    }
}

impl Write for Deadlined {
    fn write(&mut self, from: &[u8]) -> io::Result<usize> {
        self.in_time(TcpStream::set_write_timeout, |stream| stream.write(from))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

/// Whether an error only says that the time is up.
pub(super) fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::WouldBlock)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_had_no_time_to_try_has_seen_nothing() {
        let over = Budget::new(Duration::ZERO, Instant::now());
        let addresses = ["127.0.0.1:1".parse().unwrap(), "127.0.0.2:1".parse().unwrap()];
        assert!(matches!(race(&addresses, None, &Line::new(), over), Err(Miss::TimedOut)));
    }
}
