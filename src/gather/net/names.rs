//! The system resolver: getaddrinfo, as Apple's own daemons use it.
//!
//! It cannot be cancelled and has no time limit of its own, so each name is asked for on a thread that is left behind when
//! the time is up. A name is asked for once a run, however many questions need it.

use super::line::Line;
use super::lock;
use crate::gather::budget::{Budget, LOOKUP};
use crate::gather::room;
use codesent_checks::Miss;
use codesent_checks::facts::{LookupOutcome, Resolution};
use dns_lookup::{AddrInfoHints, LookupErrorKind, SockType, getaddrinfo};
use std::collections::HashMap;
use std::net::IpAddr;
use std::panic::catch_unwind;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// When a name is asked for anew, and once more after that. A lost packet costs some resolvers five seconds; asking again
/// does not. The first answer counts.
const AGAIN: Duration = Duration::from_millis(1300);
const TRIES: u32 = 3;

/// `AI_CANONNAME`: the same number on macOS and Linux.
const CANONICAL_NAME: i32 = 2;

#[derive(Debug, Default)]
pub(super) struct Names {
    asked: Mutex<HashMap<String, Arc<Asked>>>,
}

#[derive(Debug)]
struct Asked {
    started: Instant,
    answer: Mutex<Option<Result<Resolution, Miss>>>,
    ready: Condvar,
    tries: AtomicU32,
}

impl Names {
    /// The answer for `host`, which may already be on its way.
    pub(super) fn resolve(&self, host: &str, line: &Line, budget: Budget) -> Result<Resolution, Miss> {
        let asked = self.ask(host)?;
        let mut budget = budget.step_since(asked.started, LOOKUP);
        let mut answer = lock(&asked.answer);
        loop {
            if let Some(found) = &*answer {
                return found.clone();
            }
            let left = budget.left();
            if left.is_zero() {
                if line.is_at_work() && budget.stretch() {
                    continue;
                }
                return budget.silence(Resolution { outcome: LookupOutcome::NoReply, aliases: Vec::new() });
            }
            let tries = asked.tries.load(Ordering::Relaxed);
            let again = (asked.started + AGAIN * tries).saturating_duration_since(Instant::now());
            if tries < TRIES && again.is_zero() {
                if asked.tries.compare_exchange(tries, tries + 1, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
                    start(host, &asked)?;
                }
                continue;
            }
            let wait = if tries < TRIES { left.min(again) } else { left };
            answer = asked.ready.wait_timeout(answer, wait).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn ask(&self, host: &str) -> Result<Arc<Asked>, Miss> {
        let mut all = lock(&self.asked);
        if let Some(asked) = all.get(host) {
            return Ok(Arc::clone(asked));
        }
        let (answer, ready, tries) = (Mutex::new(None), Condvar::new(), AtomicU32::new(1));
        let asked = Arc::new(Asked { started: Instant::now(), answer, ready, tries });
        start(host, &asked)?;
        all.insert(host.to_owned(), Arc::clone(&asked));
        Ok(asked)
    }
}

/// Asks on a thread of its own.
fn start(host: &str, asked: &Arc<Asked>) -> Result<(), Miss> {
    let (name, tell) = (host.to_owned(), Arc::clone(asked));
    let work = move || {
        // The crate panics on a canonical name that is not UTF-8.
        let failed =
            || Resolution { outcome: LookupOutcome::ServerFailed("unreadable answer".into()), aliases: Vec::new() };
        let found = catch_unwind(|| by_system(&name)).unwrap_or_else(|_| failed());
        // The resolver says "no such name" of every name when it can open nothing to ask with.
        let lacking = !matches!(found.outcome, LookupOutcome::Addresses(_)) && room::is_lacking();
        lock(&tell.answer).get_or_insert(if lacking { Err(room::miss()) } else { Ok(found) });
        tell.ready.notify_all();
    };
    thread::Builder::new().name("lookup".into()).stack_size(room::SMALL_STACK).spawn(work).map_err(no_thread)?;
    Ok(())
}

/// The miss for a thread that the system does not give.
#[expect(clippy::needless_pass_by_value, reason = "the shape of map_err")]
pub(super) fn no_thread(error: std::io::Error) -> Miss {
    Miss::Unreadable(format!("no thread to ask on: {error}"))
}

fn by_system(host: &str) -> Resolution {
    let hints = AddrInfoHints { flags: CANONICAL_NAME, socktype: SockType::Stream.into(), ..AddrInfoHints::default() };
    let found = match getaddrinfo(Some(host), None, Some(hints)) {
        Ok(found) => found,
        Err(error) => return Resolution { outcome: failure(error.kind(), &error.to_string()), aliases: Vec::new() },
    };
    let mut addresses: Vec<IpAddr> = Vec::new();
    let mut aliases = Vec::new();
    for one in found.flatten() {
        if !addresses.contains(&one.sockaddr.ip()) {
            addresses.push(one.sockaddr.ip());
        }
        if let Some(name) = one.canonname {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            if !name.eq_ignore_ascii_case(host) && !aliases.contains(&name) {
                aliases.push(name);
            }
        }
    }
    let outcome = if addresses.is_empty() { LookupOutcome::NoAddress } else { LookupOutcome::Addresses(addresses) };
    Resolution { outcome, aliases }
}

fn failure(kind: LookupErrorKind, text: &str) -> LookupOutcome {
    match kind {
        LookupErrorKind::NoName => LookupOutcome::NoSuchName,
        LookupErrorKind::NoData => LookupOutcome::NoAddress,
        LookupErrorKind::Again => LookupOutcome::ServerFailed("temporary failure".into()),
        LookupErrorKind::Fail => LookupOutcome::ServerFailed("server failure".into()),
        _ => {
            let text = text.trim_start_matches("failed to lookup address information: ");
            LookupOutcome::ServerFailed(text.chars().take(80).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budget() -> Budget {
        Budget::new(LOOKUP, Instant::now() + Duration::from_mins(1))
    }

    #[test]
    fn localhost_is_found_and_asked_for_once() {
        let names = Names::default();
        let first = names.resolve("localhost", &Line::new(), budget()).unwrap();
        assert!(first.addresses().iter().all(IpAddr::is_loopback), "{first:?}");
        assert!(!first.addresses().is_empty());
        assert_eq!(names.resolve("localhost", &Line::new(), budget()).unwrap(), first);
        assert_eq!(lock(&names.asked).len(), 1);
    }

    #[test]
    fn a_name_that_the_resolver_refuses_is_a_fact() {
        let found = by_system("a\0b");
        assert!(matches!(found.outcome, LookupOutcome::ServerFailed(_)), "{found:?}");
    }

    #[test]
    fn error_codes_are_told_apart() {
        assert_eq!(failure(LookupErrorKind::NoName, ""), LookupOutcome::NoSuchName);
        assert_eq!(failure(LookupErrorKind::NoData, ""), LookupOutcome::NoAddress);
        assert!(matches!(failure(LookupErrorKind::Again, ""), LookupOutcome::ServerFailed(_)));
        let other = failure(LookupErrorKind::IO, "failed to lookup address information: odd");
        assert_eq!(other, LookupOutcome::ServerFailed("odd".into()));
    }
}
