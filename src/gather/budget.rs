//! How long a question, and each step of one, may take.
//!
//! A step that used up its own time has shown something ("no reply"). A step that was cut short by the end of the run has
//! shown nothing, and that is a [`Miss`].

use codesent_checks::{Miss, Question};
use std::time::{Duration, Instant};

/// A name. macOS repeats a query after 1 and 3 seconds; a sign-in sheet has long given up when an answer takes longer.
pub(crate) const LOOKUP: Duration = Duration::from_secs(4);
/// A TCP connection. A lost first packet is sent again after 1 second, so this is two tries and a slow path.
pub(crate) const CONNECT: Duration = Duration::from_millis(2500);
/// A TLS handshake on a standing connection: two or three round trips, with room for one lost packet on a slow path.
pub(crate) const TLS: Duration = Duration::from_secs(3);
/// The system's own judgement of a certificate, for which macOS may go to the network itself.
pub(crate) const TRUST: Duration = Duration::from_secs(2);
/// A whole handshake question. Half a second is left of the default ten seconds of a run.
pub(crate) const HANDSHAKE: Duration = Duration::from_millis(9500);
/// A whole HTTP document, name and connection included. The largest (Apple's status) is some hundred kilobytes.
pub(crate) const FETCH: Duration = Duration::from_secs(6);
/// The exchange with a time server: three packets, a second apart, since one of them may get lost.
pub(crate) const SNTP: Duration = Duration::from_secs(3);
/// A whole clock question: the name and the exchange.
pub(crate) const CLOCK: Duration = Duration::from_secs(7);
/// How long what goes through a proxy waits to learn which proxy is set.
pub(crate) const PROXY: Duration = Duration::from_secs(2);

/// A tool of macOS. Most take 30 ms; `systemextensionsctl` and `profiles` ask daemons that may be busy.
pub(crate) const COMMAND: Duration = Duration::from_secs(6);
/// A file, a folder, the interfaces, the processes. Only a network home or a failing disk takes longer than a moment.
pub(crate) const LOCAL: Duration = Duration::from_secs(5);

/// The full budget of a question.
pub(crate) fn of(question: &Question) -> Duration {
    match question {
        Question::Lookup(_) | Question::LookupVia { .. } => LOOKUP,
        // The answer that calls for it, and its own.
        Question::LookupOwn(_) => LOOKUP + LOOKUP,
        Question::Handshake(_) => HANDSHAKE,
        Question::Fetch(_) | Question::ProxyScript => FETCH,
        Question::Clock(_) => CLOCK,
        Question::Command(_) | Question::Database(_) => COMMAND,
        Question::Interfaces
        | Question::Processes
        | Question::Preferences(_)
        | Question::File(_)
        | Question::Folder(_) => LOCAL,
    }
}

/// The time that is left for something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budget {
    /// When it must be done.
    pub until: Instant,
    /// Whether that is all the time such a thing is ever given. Only then is silence an answer.
    pub whole: bool,
}

impl Budget {
    /// `own` from now, cut short by `deadline`.
    pub(crate) fn new(own: Duration, deadline: Instant) -> Self {
        Self::starting(Instant::now(), own, deadline)
    }

    fn starting(start: Instant, own: Duration, deadline: Instant) -> Self {
        let end = start + own;
        if end <= deadline { Self { until: end, whole: true } } else { Self { until: deadline, whole: false } }
    }

    /// The budget of one step, which began at `start`.
    pub(crate) fn step_since(self, start: Instant, own: Duration) -> Self {
        let step = Self::starting(start, own, self.until);
        // A question that had all its time has shown what it could, wherever in it the time went.
        Self { whole: step.whole || self.whole, ..step }
    }

    /// The budget of one step that begins now.
    pub(crate) fn step(self, own: Duration) -> Self {
        self.step_since(Instant::now(), own)
    }

    /// What is left of it.
    pub(crate) fn left(self) -> Duration {
        self.until.saturating_duration_since(Instant::now())
    }

    /// Whether it is used up.
    pub(crate) fn over(self) -> bool {
        self.left().is_zero()
    }

    /// What silence means: `fact` when the whole time was given, otherwise nothing.
    pub(crate) fn silence<T>(self, fact: T) -> Result<T, Miss> {
        if self.whole { Ok(fact) } else { Err(Miss::TimedOut) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_counts_only_after_the_whole_time() {
        let now = Instant::now();
        let whole = Budget::new(Duration::from_secs(1), now + Duration::from_mins(1));
        assert_eq!(whole.silence("no reply"), Ok("no reply"));
        let short = Budget::new(Duration::from_mins(1), now + Duration::from_secs(1));
        assert_eq!(short.silence("no reply"), Err(Miss::TimedOut));
    }

    #[test]
    fn a_step_inside_a_short_run_can_still_be_whole() {
        let short = Budget::new(HANDSHAKE, Instant::now() + Duration::from_secs(5));
        assert!(!short.whole);
        assert!(short.step(CONNECT).whole);
        assert!(!short.step(Duration::from_secs(6)).whole);
    }

    #[test]
    fn the_parts_of_a_handshake_fit_into_the_whole() {
        assert!(LOOKUP + CONNECT + TLS <= HANDSHAKE);
        assert!(LOOKUP + SNTP <= CLOCK);
        assert!(HANDSHAKE < Duration::from_secs(10));
    }
}
