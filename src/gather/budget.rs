//! How long a question, and each step of one, may take.
//!
//! A step that used up its own time has shown something ("no reply"). A step that was cut short, by the end of the run or by
//! what the question did before, has shown nothing, and that is a [`Miss`]. So a question's time is longer than its steps
//! together: where two deadlines coincide, chance decides which of them ends it.

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
/// An HTTP document, from the request to its end. The largest (Apple's status) is some hundred kilobytes.
pub(crate) const FETCH: Duration = Duration::from_secs(6);
/// A whole question that goes over the network, its turn on a narrow line included: most of the ten seconds that a run has
/// by default.
pub(crate) const NETWORK: Duration = Duration::from_millis(9700);
/// The exchange with a time server, tries included.
pub(crate) const SNTP: Duration = Duration::from_secs(3);
/// How long what goes through a proxy waits to learn which proxy is set.
pub(crate) const PROXY: Duration = Duration::from_secs(2);

/// A tool of macOS. Most take 30 ms; `systemextensionsctl` and `profiles` ask daemons that may be busy.
pub(crate) const COMMAND: Duration = Duration::from_secs(6);
/// macOS's log. It is read from its start, which takes seconds to a minute, so it has a deadline of its own.
pub(crate) const LOG: Duration = Duration::from_mins(1);
/// A file, a folder, the interfaces, the processes. Only a network home or a failing disk takes longer than a moment.
pub(crate) const LOCAL: Duration = Duration::from_secs(5);

/// The full budget of a question.
pub(crate) fn of(question: &Question) -> Duration {
    match question {
        // The answer that calls for it, and its own.
        Question::LookupOwn(_) => NETWORK + NETWORK,
        Question::Lookup(_)
        | Question::LookupVia { .. }
        | Question::Handshake(_)
        | Question::Fetch(_)
        | Question::ProxyScript
        | Question::Clock(_) => NETWORK,
        Question::Command(_) | Question::Database(_) => COMMAND,
        Question::Log => LOG,
        Question::Interfaces
        | Question::Processes
        | Question::Preferences(_)
        | Question::File(_)
        | Question::Folder(_) => LOCAL,
    }
}

/// How much longer a step gets while something is still coming in.
const MORE: Duration = Duration::from_millis(500);

/// The time that is left for something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budget {
    /// When it must be done.
    pub until: Instant,
    /// Whether that is all the time such a thing is ever given. Only then is silence an answer.
    pub whole: bool,
    /// When the question it belongs to must be done.
    last: Instant,
}

impl Budget {
    /// `own` from now, cut short by `deadline`.
    pub(crate) fn new(own: Duration, deadline: Instant) -> Self {
        Self::starting(Instant::now(), own, deadline)
    }

    fn starting(start: Instant, own: Duration, deadline: Instant) -> Self {
        let end = start + own;
        let until = end.min(deadline);
        Self { until, whole: end <= deadline, last: until }
    }

    /// The budget of one step, which began at `start`.
    pub(crate) fn step_since(self, start: Instant, own: Duration) -> Self {
        Self { last: self.last, ..Self::starting(start, own, self.last) }
    }

    /// The budget of one step that begins now.
    pub(crate) fn step(self, own: Duration) -> Self {
        self.step_since(Instant::now(), own)
    }

    /// A little more time, since what is waited for may still be on its way. False when the question has no more.
    pub(crate) fn stretch(&mut self) -> bool {
        let until = Instant::now() + MORE;
        let more = self.until < self.last;
        self.whole = until <= self.last;
        self.until = until.min(self.last);
        more
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
    fn a_step_is_whole_when_it_fits_whatever_the_question_is() {
        let short = Budget::new(NETWORK, Instant::now() + Duration::from_secs(5));
        assert!(!short.whole);
        assert!(short.step(CONNECT).whole);
        assert!(!short.step(Duration::from_secs(6)).whole);
        let whole = Budget::new(NETWORK, Instant::now() + Duration::from_mins(1));
        assert!(whole.step(CONNECT).whole);
        // What came before has used up its time.
        assert!(!whole.step(NETWORK + CONNECT).whole);
    }

    #[test]
    fn a_step_is_stretched_to_the_end_of_its_question_and_no_further() {
        let question = Budget::new(Duration::from_millis(700), Instant::now() + Duration::from_mins(1));
        let mut step = question.step(Duration::ZERO);
        assert!(step.stretch() && step.whole && !step.over());
        std::thread::sleep(Duration::from_millis(300));
        assert!(step.stretch() && !step.whole && step.until == question.until);
        assert!(!step.stretch() && !step.whole);
    }

    #[test]
    fn the_parts_of_a_question_fit_into_the_whole() {
        assert!(LOOKUP + CONNECT + TLS < NETWORK && LOOKUP + SNTP < NETWORK);
        assert!(NETWORK < Duration::from_secs(10));
    }
}
