//! The line that all questions share, and whose turn it is on it.
//!
//! All at once is quickest on any line with room for it. A narrow one (a throttled phone, roaming) is filled by that, and
//! then answers that are merely queued look like silence. So what a code hangs on goes first; the rest follows at once when
//! the line has shown that it has room, and otherwise afterwards, few at a time.

use super::lock;
use crate::gather::budget::Budget;
use codesent_checks::facts::LookupOutcome;
use codesent_checks::hosts::{CONTROL_NAME, COURIER_PORT, COURIERS, SIGN_IN, WWW, courier};
use codesent_checks::{Handshake, Miss, Question};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The answers about the first names, some four kilobytes, come within this on a line with room for all the rest.
const TOGETHER: Duration = Duration::from_millis(45);
/// A handshake that takes no longer than this beyond its round trips was not held up. It is some five kilobytes, so the line
/// carries at least 80 a second.
const PROMPT: Duration = Duration::from_millis(60);
/// So many prompt handshakes show that the line has room.
const PROOF: usize = 3;
/// How many may be under way at once on a line that has not shown any room.
const AT_ONCE: usize = 4;
/// A line is at work when this many bytes came lately. Less is a trickle, which is as good as silence.
const AT_WORK: usize = 1000;
/// What lately means, to which two round trips are added: so long it takes until anything can come.
const LATELY: Duration = Duration::from_secs(1);
/// What an answer about a name counts for.
const NAME: usize = 400;
/// Names that are asked for with the first, since what hangs on them takes longest or tells most.
const EARLY: [&str; 3] = [CONTROL_NAME, WWW.name, "captive.apple.com"];
/// How often somebody who waits looks up. What ends a wait without a word is that nothing comes any more.
const LOOK: Duration = Duration::from_millis(50);

/// Shared by all questions of a run.
#[derive(Debug)]
pub(super) struct Line {
    begun: Instant,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// Room for everything was seen, or nobody said what comes first.
    wide: bool,
    /// Of those that come first: names without an answer, and handshakes that are not over.
    names: BTreeSet<&'static str>,
    first: BTreeSet<String>,
    /// When the names were asked for that were, and the shortest time that an answer took.
    asked: BTreeMap<String, Instant>,
    nearest: Option<Duration>,
    /// When the first and the last answer about a first name came.
    answered: Option<(Instant, Instant)>,
    /// The longest that a connection took.
    round_trip: Duration,
    /// A handshake was finished.
    carries: bool,
    prompt: usize,
    late: usize,
    under_way: usize,
    /// How many are asked again, or wait to be.
    again: usize,
    received: VecDeque<(Instant, usize)>,
}

/// A place on the line, given back when it is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    line: Arc<Line>,
    again: bool,
}

/// Whether a code hangs on it, so that it comes before the rest.
pub(super) fn comes_first(to: &Handshake) -> bool {
    SIGN_IN.iter().any(|host| host.handshake() == *to) || (0..COURIERS.len()).any(|at| courier(at, COURIER_PORT) == *to)
}

impl Line {
    /// A line with room for everything, until [`Line::plan`] says what comes first.
    pub(super) fn new() -> Self {
        let state = State { wide: true, ..State::default() };
        Self { begun: Instant::now(), state: Mutex::new(state), changed: Condvar::new() }
    }

    /// What will be asked.
    pub(super) fn plan<'a>(&self, questions: impl Iterator<Item = &'a Question>) {
        let mut state = lock(&self.state);
        for question in questions {
            let early = |host: &str| EARLY.into_iter().find(|name| *name == host);
            match question {
                Question::Handshake(to) if comes_first(to) => {
                    state.first.insert(question.key());
                    state.names.insert(to.host);
                }
                Question::Handshake(Handshake { host, .. }) | Question::Lookup(host) => {
                    state.names.extend(early(host));
                }
                Question::Fetch(fetch) => {
                    let host = fetch.url.split('/').nth(2).unwrap_or_default();
                    state.names.extend(early(host));
                }
                _ => {}
            }
        }
        state.wide = state.first.is_empty();
    }

    /// Waits until the name may be asked for.
    pub(super) fn wait_for_name(&self, host: &str, budget: Budget) -> Result<(), Miss> {
        let mut state = lock(&self.state);
        while !(state.wide
            || state.first.is_empty()
            || state.names.contains(host)
            || state.asked.contains_key(host)
            || EARLY.contains(&host)
            || (state.names.is_empty() && state.together())
            || (!state.carries && self.is_idle(&mut state)))
        {
            if budget.over() {
                return Err(Miss::TimedOut);
            }
            state = self.look(state);
        }
        state.asked.entry(host.to_owned()).or_insert_with(Instant::now);
        Ok(())
    }

    /// Notes how asking for a name ended.
    pub(super) fn name_is_over(&self, host: &str, outcome: &LookupOutcome) {
        let mut state = lock(&self.state);
        let came = *outcome != LookupOutcome::NoReply;
        let was_first = state.names.remove(host);
        if was_first && came {
            let now = Instant::now();
            let took = state.asked.get(host).map_or(Duration::ZERO, |asked| now.saturating_duration_since(*asked));
            state.nearest = Some(state.nearest.map_or(took, |nearest| nearest.min(took)));
            state.answered = Some((state.answered.map_or(now, |(first, _)| first), now));
        }
        if came {
            state.receive(NAME);
        }
        // Dozens wait until the last of them is answered, and nobody for one of the others.
        let was_last = was_first && state.names.is_empty();
        drop(state);
        if was_last {
            self.changed.notify_all();
        }
    }

    /// Waits for a place. `connected_in` is how long the connection took that stands by now.
    pub(super) fn turn(self: &Arc<Self>, first: bool, connected_in: Duration, budget: Budget) -> Result<Turn, Miss> {
        let mut state = lock(&self.state);
        state.round_trip = state.round_trip.max(connected_in);
        state.wide |= Self::seems_wide(&state, connected_in);
        while !state.wide {
            let room = state.under_way < AT_ONCE;
            let others_are_done = state.again == 0 && state.first.is_empty();
            if (room && (first || others_are_done)) || (!state.carries && self.is_idle(&mut state)) {
                break;
            }
            if budget.over() {
                return Err(Miss::TimedOut);
            }
            state = self.look(state);
        }
        state.under_way += 1;
        Ok(Turn { line: Arc::clone(self), again: false })
    }

    /// Lets nobody new go, and waits a little for those who are under way.
    pub(super) fn turn_again(self: &Arc<Self>, budget: Budget) -> Turn {
        let mut state = lock(&self.state);
        state.again += 1;
        let patience = budget.step(LATELY);
        while state.under_way > 0 && !patience.over() {
            state = self.look(state);
        }
        Turn { line: Arc::clone(self), again: true }
    }

    /// Notes that a question is over.
    pub(super) fn is_over(&self, question: &Question) {
        let mut state = lock(&self.state);
        if matches!(question, Question::Handshake(_)) && state.first.remove(&question.key()) {
            drop(state);
            self.changed.notify_all();
        }
    }

    /// Notes how long a handshake took, and how long its round trips alone.
    pub(super) fn shook(&self, took: Duration, round_trips: Duration) {
        let mut state = lock(&self.state);
        state.carries = true;
        if took <= round_trips + PROMPT {
            state.prompt += 1;
            state.wide |= state.prompt >= PROOF;
        } else {
            state.late += 1;
        }
        drop(state);
        self.changed.notify_all();
    }

    /// Notes that bytes came.
    pub(super) fn receive(&self, bytes: usize) {
        lock(&self.state).receive(bytes);
    }

    /// Whether bytes are coming in, so that what did not come may still be on its way.
    pub(super) fn is_at_work(&self) -> bool {
        lock(&self.state).is_at_work()
    }

    /// Whether silence may be the doing of all that is asked at once: handshakes are held up, or were when it mattered.
    pub(super) fn is_narrow(&self) -> bool {
        let state = lock(&self.state);
        !state.wide && state.late > 0
    }

    /// Silence on a standing connection says nothing on a narrow line: what was sent may have been lost for want of room, and
    /// its sender waits longer each time. (Silence where there is no connection does: it is tried anew all the time, and as
    /// long as the line is at work.)
    pub(super) fn unless_narrow(&self, silence: bool) -> Result<(), Miss> {
        if silence && self.is_narrow() { Err(Miss::TimedOut) } else { Ok(()) }
    }

    /// Nothing has come for a while: unless it has carried anything, whoever waits waits in vain.
    fn is_idle(&self, state: &mut State) -> bool {
        self.begun.elapsed() > LATELY && !state.is_at_work()
    }

    /// The names came all together, and over the same way: a resolver that is nearer than Apple has shown nothing.
    fn seems_wide(state: &State, connected_in: Duration) -> bool {
        state.names.is_empty() && state.together() && state.nearest.is_some_and(|nearest| nearest >= connected_in / 2)
    }

    fn look<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        self.changed.wait_timeout(state, LOOK).unwrap_or_else(PoisonError::into_inner).0
    }
}

impl State {
    fn together(&self) -> bool {
        self.answered.is_some_and(|(first, last)| last.saturating_duration_since(first) <= TOGETHER)
    }

    fn receive(&mut self, bytes: usize) {
        self.received.push_back((Instant::now(), bytes));
    }

    fn is_at_work(&mut self) -> bool {
        let lately = LATELY + self.round_trip * 2;
        while self.received.front().is_some_and(|(when, _)| when.elapsed() > lately) {
            self.received.pop_front();
        }
        self.received.iter().map(|(_, bytes)| bytes).sum::<usize>() >= AT_WORK
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut state = lock(&self.line.state);
        *(if self.again { &mut state.again } else { &mut state.under_way }) -= 1;
        drop(state);
        self.line.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use codesent_checks::hosts::{GSA, IDMSA, RECOVERY};

    const SOON: Duration = Duration::from_millis(120);

    fn line() -> Arc<Line> {
        let line = Arc::new(Line::new());
        let asked = [GSA, IDMSA, RECOVERY].map(|host| host.handshake().question());
        line.plan(asked.iter());
        // It is at work, so nobody gives up waiting because nothing comes.
        line.receive(10 * AT_WORK);
        line
    }

    fn soon() -> Budget {
        Budget::new(SOON, Instant::now() + Duration::from_mins(1))
    }

    fn may_go(line: &Arc<Line>, first: bool) -> bool {
        line.turn(first, Duration::from_millis(20), soon()).is_ok()
    }

    #[test]
    fn what_a_code_hangs_on_goes_first_and_the_rest_when_it_is_over() {
        let line = line();
        assert!(may_go(&line, true) && !may_go(&line, false));
        assert_eq!(line.wait_for_name(RECOVERY.name, soon()), Err(Miss::TimedOut));
        assert_eq!(line.wait_for_name(GSA.name, soon()), Ok(()));
        // The same again, once it is answered.
        line.name_is_over(GSA.name, &LookupOutcome::NoAddress);
        assert_eq!(line.wait_for_name(GSA.name, soon()), Ok(()));
        line.is_over(&GSA.handshake().question());
        assert!(!may_go(&line, false));
        line.is_over(&IDMSA.handshake().question());
        assert!(may_go(&line, false));
        assert_eq!(line.wait_for_name(RECOVERY.name, soon()), Ok(()));
    }

    #[test]
    fn prompt_handshakes_show_that_there_is_room_and_late_ones_that_there_is_not() {
        let line = line();
        let way = Duration::from_millis(20);
        line.shook(way + PROMPT * 2, way);
        assert!(line.is_narrow() && !may_go(&line, false));
        assert_eq!(line.unless_narrow(true), Err(Miss::TimedOut));
        for _ in 0..PROOF {
            line.shook(way + PROMPT / 2, way);
        }
        assert!(!line.is_narrow() && may_go(&line, false));
        assert_eq!(line.unless_narrow(true), Ok(()));
    }

    #[test]
    fn few_are_under_way_at_once_and_who_is_asked_again_has_the_line() {
        let line = line();
        let taken: Vec<Turn> = (0..AT_ONCE).map(|_| line.turn(true, SOON, soon()).unwrap()).collect();
        assert!(!may_go(&line, true));
        drop(taken);
        for host in [GSA, IDMSA] {
            line.is_over(&host.handshake().question());
        }
        let (one, other) = (line.turn_again(soon()), line.turn_again(soon()));
        assert!(!may_go(&line, false));
        drop((one, other));
        assert!(may_go(&line, false));
    }

    #[test]
    fn without_a_plan_nobody_waits() {
        let line = Arc::new(Line::new());
        assert!(may_go(&line, false) && !line.is_narrow());
        assert_eq!(line.wait_for_name(RECOVERY.name, soon()), Ok(()));
        // The same when nothing that a code hangs on is asked.
        line.plan([RECOVERY.handshake().question()].iter());
        assert!(may_go(&line, false));
    }
}
