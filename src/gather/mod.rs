//! Gathering: every distinct question is asked once, all at the same time, each on a thread of its own and under its own
//! time budget, all under the run's. What has no answer by then is a miss; its thread is abandoned.

mod board;
mod budget;
mod command;
mod database;
mod files;
mod interfaces;
mod log;
pub(crate) mod net;
mod now;
mod order;
mod processes;
mod reader;
mod room;
mod sparing;
mod waiting;

pub(crate) use net::Redirect;
pub(crate) use reader::live as live_as_reader;
pub(crate) use room::is_there_memory_for;
pub(crate) use sparing::Sparing;

use crate::stop;
use anyhow::Result;
use board::Board;
use budget::Budget;
use codesent_checks::commands::{DNS, NWI, PROXY};
use codesent_checks::preferences::{GLOBAL, SYSTEM_VERSION};
use codesent_checks::read::{pac, region, scutil_dns, scutil_proxy};
use codesent_checks::{Answer, Answers, Entry, Handshake, Miss, Platform, Question, Run, Through, When};
use order::{Place, place};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};
use waiting::Waiting;

/// How to gather.
#[derive(Clone, Debug)]
pub(crate) struct Gathering {
    /// Ask nothing of the network.
    pub(crate) offline: bool,
    /// The run's deadline.
    pub(crate) timeout: Duration,
    /// The same for macOS's log, where somebody says it. Otherwise it has the time it needs.
    pub(crate) for_log: Option<Duration>,
    /// Where the system's files are, if not at `/`.
    pub(crate) root: Option<PathBuf>,
    /// Where the home folder is, if not the user's own.
    pub(crate) home: Option<PathBuf>,
    /// Addresses to use instead of what names resolve to.
    pub(crate) resolve: Vec<Redirect>,
    /// The only certificates to trust.
    pub(crate) cacert: Option<PathBuf>,
    /// Ask what leaves a VPN.
    pub(crate) past_vpn: bool,
    /// Draw no progress: somebody else uses the terminal meanwhile.
    pub(crate) quiet: bool,
    /// What the sign-in server was asked in earlier rounds.
    pub(crate) sparing: Arc<Sparing>,
}

impl Gathering {
    /// When a question must be done: all that is asked in one run, but for macOS's log, at the same time.
    fn deadline(&self, question: &Question, begun: Instant) -> Instant {
        let whole = if matches!(question, Question::Log) { self.time_for_log() } else { self.timeout };
        begun + whole.saturating_sub(RESERVE.min(whole / 4))
    }

    fn time_for_log(&self) -> Duration {
        self.for_log.unwrap_or(budget::LOG + RESERVE).min(budget::LOG + RESERVE)
    }
}

/// A question that is being asked.
#[derive(Clone, Debug)]
struct Asked {
    key: String,
    question: Question,
    budget: Budget,
}

/// What comes back.
enum Reply {
    /// An answer, or why there is none.
    Answer(String, Entry),
    /// Somebody wants the run to end.
    Stop,
}

/// What every question may use.
struct Edge {
    files: files::Files,
    net: net::Net,
    board: Board,
    offline: bool,
    past_vpn: bool,
    sparing: Arc<Sparing>,
}

/// How long a question may overrun its budget before it is given up: what it found at its end is on its way, and a busy
/// machine must not make chance of it.
const GRACE: Duration = Duration::from_secs(1);
/// The same, after the run's deadline.
const LAST_GRACE: Duration = Duration::from_millis(100);
/// Some ten for each question, and less than any system allows.
const OPEN_FILES: u64 = 4096;
/// Fewer than these do not do for all questions at once.
const FEW_FILES: u64 = 256;
/// More DNS servers than these say nothing new.
const MOST_SERVERS: usize = 3;
/// Reserved at the end of the run, so that judging and printing stay inside the deadline.
const RESERVE: Duration = Duration::from_millis(200);

/// Ends what was started and removes what was begun.
pub(crate) fn abandon() {
    command::end_children();
    database::clean_up();
}

/// Asks `questions` and waits for all answers, at most until the deadline.
pub(crate) fn gather(questions: &[Question], how: &Gathering) -> Result<Answers> {
    let begun = Instant::now();
    room::is_there_memory(room::TO_ASK)?;
    allow_open_files();
    let started = now::millis();
    let world = Arc::new(Edge {
        files: files::Files::new(how.root.clone(), how.home.clone()),
        net: net::Net::new(net::NetOptions { resolve: how.resolve.clone(), cacert: how.cacert.clone() })?,
        board: Board::for_all(questions.iter()),
        offline: how.offline,
        past_vpn: how.past_vpn,
        sparing: Arc::clone(&how.sparing),
    });
    let distinct: BTreeMap<String, Question> = questions
        .iter()
        .copied()
        .chain([Question::Preferences(&SYSTEM_VERSION)])
        .chain(questions.iter().flat_map(board::needs))
        .map(|question| (question.key(), question))
        .collect();
    let deadline = how.deadline(&Question::Interfaces, begun);
    world.net.plan(distinct.values());
    let (sender, replies) = channel();
    let on_stop = sender.clone();
    let stop = stop::hear(move || drop(on_stop.send(Reply::Stop)));
    let asked = distinct.into_iter().map(|(key, question)| {
        let own = budget::of(&question);
        let budget = Budget::new(own, how.deadline(&question, begun));
        Asked { key, question, budget }
    });
    let (files, others): (Vec<Asked>, Vec<Asked>) = asked.partition(|one| reader::is_for_it(&one.question));
    // The log has a deadline of its own, after the run's.
    let last = |one: &Asked| one.budget.until.max(deadline) + LAST_GRACE;
    let pending: BTreeMap<String, Instant> =
        files.iter().chain(&others).map(|one| (one.key.clone(), (one.budget.until + GRACE).min(last(one)))).collect();
    let places = reader::Places { root: how.root.as_deref(), home: how.home.as_deref() };
    let (mut far, near): (Vec<Asked>, Vec<Asked>) =
        others.into_iter().partition(|one| place(&one.question) < Place::Near);
    far.sort_by_key(|one| place(&one.question));
    for one in far {
        start(one, &world, begun, &sender);
    }
    let reader = reader::Reader::start(&files, places, begun, &sender)?;
    // Where no child can be started, files are read on threads as everything else is asked.
    let here = if reader.is_some() { Vec::new() } else { files };
    for one in here.into_iter().chain(near) {
        start(one, &world, begun, &sender);
    }
    let reads_log = pending.contains_key(&Question::Log.key());
    let at_most = if reads_log { how.timeout.max(how.time_for_log()) } else { how.timeout };
    let waiting = Waiting::new(pending.len(), at_most, how.quiet);
    let entries = collect(pending, &replies, begun, &world.board, &waiting);
    drop((stop, reader));
    let platform = Platform { os: std::env::consts::OS.into(), arch: std::env::consts::ARCH.into() };
    let run = Run {
        started,
        duration_ms: milliseconds(begun),
        platform,
        offline: how.offline,
        rerooted: how.root.is_some() || how.home.is_some(),
    };
    Ok(Answers::new(run, entries))
}

/// Everything is asked at the same time, and a Mac gives a program 256 open files unless it asks for more.
fn allow_open_files() {
    let limit = getrlimit(Resource::Nofile);
    let wanted = limit.maximum.map_or(OPEN_FILES, |maximum| maximum.min(OPEN_FILES));
    if limit.current.is_some_and(|current| current < wanted) {
        // Without it some questions may have no answer, which they will say.
        let _ = setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum: limit.maximum });
    }
    if getrlimit(Resource::Nofile).current.is_some_and(|current| current < FEW_FILES) {
        room::note_lack();
    }
}

/// Asks one question on a thread of its own.
fn start(one: Asked, world: &Arc<Edge>, begun: Instant, reply: &Sender<Reply>) {
    let (on_failure, key) = (reply.clone(), one.key.clone());
    let (world, reply) = (Arc::clone(world), reply.clone());
    let ask = move || {
        let result = catch_unwind(AssertUnwindSafe(|| {
            world.sparing.answer(&one.question, || ask(&world, &one.question, one.budget))
        }));
        let result = result.unwrap_or_else(|_| Err(Miss::Unreadable("bug while asking; please report it".into())));
        world.net.is_over(&one.question);
        let _ = reply.send(Reply::Answer(one.key, Entry { ms: milliseconds(begun), result }));
    };
    if let Err(error) = std::thread::Builder::new().name(key.clone()).spawn(ask) {
        let miss = Miss::Unreadable(format!("no thread to ask it: {error}"));
        let _ = on_failure.send(Reply::Answer(key, Entry { ms: milliseconds(begun), result: Err(miss) }));
    }
}

/// Takes answers as they come; what is overdue becomes a miss, and so does all that is open when somebody stops the run.
fn collect(
    mut pending: BTreeMap<String, Instant>,
    replies: &Receiver<Reply>,
    begun: Instant,
    board: &Board,
    waiting: &Waiting,
) -> BTreeMap<String, Entry> {
    let mut entries = BTreeMap::new();
    while let Some(next) = pending.values().min().copied() {
        match replies.recv_timeout(next.saturating_duration_since(Instant::now())) {
            Ok(Reply::Answer(key, entry)) => {
                if pending.remove(&key).is_some() {
                    board.tell(&key, &entry.result);
                    entries.insert(key, entry);
                    waiting.answered(pending.keys().next());
                }
            }
            Ok(Reply::Stop) => {
                stop::left_open(pending.len());
                let miss = || Entry { ms: milliseconds(begun), result: Err(Miss::Stopped) };
                entries.extend(std::mem::take(&mut pending).into_keys().map(|key| (key, miss())));
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                let now = Instant::now();
                let overdue: Vec<String> =
                    pending.iter().filter(|(_, until)| **until <= now).map(|(key, _)| key.clone()).collect();
                for key in overdue {
                    pending.remove(&key);
                    board.tell(&key, &Err(Miss::TimedOut));
                    entries.insert(key, Entry { ms: milliseconds(begun), result: Err(Miss::TimedOut) });
                    waiting.answered(pending.keys().next());
                }
            }
        }
    }
    waiting.end();
    entries
}

fn milliseconds(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}

fn ask(world: &Edge, question: &Question, budget: Budget) -> Result<Answer, Miss> {
    if world.offline && question.needs_network() {
        return Err(Miss::Offline);
    }
    match question {
        Question::Interfaces => interfaces::list(),
        Question::Processes => processes::list(),
        Question::Command(command) => {
            let answer = command::run(command, budget.until);
            if command.line == PROXY.line {
                tell_proxy(world, &answer);
            }
            answer
        }
        Question::Database(database) => database::rows(database, &world.files, budget.until),
        file @ (Question::Preferences(_) | Question::File(_) | Question::Folder(_)) => world.files.answer(file),
        Question::Lookup(host) => world.net.lookup(host, budget),
        Question::LookupVia { host, server } => world.net.lookup_via(host, server, budget),
        Question::LookupOwn(host) => lookup_own(world, host, budget),
        Question::Handshake(to) if to.through == Through::PastTunnel => handshake_past(world, to, budget),
        Question::ProxyScript => proxy_script(world, budget),
        Question::Handshake(to) if matches!(to.through, Through::ScriptProxy(_)) => by_script(world, to, budget),
        Question::Handshake(to) if question.when() == When::InChina => in_china(world, to, budget),
        Question::Handshake(handshake) => world.net.handshake(handshake, budget),
        Question::Fetch(fetch) => world.net.fetch(fetch, budget),
        Question::Clock(server) => world.net.clock(server, budget),
        Question::Log => log::read(budget.until),
    }
}

/// Only where the user wants to leave the tunnel.
fn handshake_past(world: &Edge, to: &Handshake, budget: Budget) -> Result<Answer, Miss> {
    if !world.past_vpn {
        return Err(Miss::LeavesTunnel);
    }
    let known = |command| world.board.wait(&Question::Command(command), budget.until);
    let way = net::past::way(known(&NWI), known(&DNS))?;
    world.net.handshake_past(to, &way, budget)
}

/// From where somebody has set it; what a network names by discovery is not fetched.
fn proxy_script(world: &Edge, budget: Budget) -> Result<Answer, Miss> {
    let Answer::Command(output) = world.board.wait(&Question::Command(&PROXY), budget.until)? else {
        return Err(Miss::NotRecorded);
    };
    world.net.proxy_script(scutil_proxy::script_url(&output).ok_or(Miss::NotHere)?, budget)
}

fn by_script(world: &Edge, to: &Handshake, budget: Budget) -> Result<Answer, Miss> {
    let Answer::ProxyScript(script) = world.board.wait(&Question::ProxyScript, budget.until)? else {
        return Err(Miss::NotRecorded);
    };
    let named = script.result.as_ref().map_or(&[][..], |named| &named.proxies);
    let Through::ScriptProxy(at) = to.through else { return Err(Miss::NotRecorded) };
    let proxy = named.get(usize::from(at)).and_then(|line| pac::proxy(line)).ok_or(Miss::NotHere)?;
    world.net.handshake_by(to, Some(&proxy), budget)
}

/// Only where the region is China: the name of a host there is told to nobody else, no resolver among them.
fn in_china(world: &Edge, to: &Handshake, budget: Budget) -> Result<Answer, Miss> {
    match world.board.wait(&Question::Preferences(&GLOBAL), budget.until)? {
        Answer::Preferences(settings) if region::is_china(&settings) => world.net.handshake(to, budget),
        _ => Err(Miss::NotHere),
    }
}

/// Only where the system's resolver found nothing, and only servers on the Mac's own list.
fn lookup_own(world: &Edge, host: &'static str, budget: Budget) -> Result<Answer, Miss> {
    match world.board.wait(&Question::Lookup(host), budget.until)? {
        Answer::Lookup(resolution) if resolution.addresses().is_empty() => {}
        _ => return Ok(Answer::Lookups(Vec::new())),
    }
    let Answer::Command(output) = world.board.wait(&Question::Command(&DNS), budget.until)? else {
        return Err(Miss::NotRecorded);
    };
    let mut servers: Vec<IpAddr> = Vec::new();
    for resolver in scutil_dns::read(&output)?.into_iter().filter(scutil_dns::Resolver::answers_all) {
        servers.extend(resolver.servers);
    }
    servers.dedup();
    servers.truncate(MOST_SERVERS);
    world.net.lookup_own(host, &servers, budget)
}

/// Passes on which proxy is set for HTTPS.
fn tell_proxy(world: &Edge, answer: &Result<Answer, Miss>) {
    let settings = match answer {
        Ok(Answer::Command(output)) => scutil_proxy::read(output).ok(),
        Err(Miss::NeedsMac) => return world.net.set_proxy_from_environment(),
        _ => None,
    };
    match settings {
        Some(settings) => world.net.set_proxy(settings.for_https()),
        None => world.net.give_up_proxy(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_has_a_minute_of_its_own_unless_somebody_says_how_long_the_run_may_take() {
        let begun = Instant::now();
        let of = |timeout: u64, for_log: Option<u64>, question: Question| {
            let how = Gathering {
                offline: true,
                timeout: Duration::from_secs(timeout),
                for_log: for_log.map(Duration::from_secs),
                root: None,
                home: None,
                resolve: Vec::new(),
                cacert: None,
                past_vpn: false,
                quiet: true,
                sparing: Arc::default(),
            };
            how.deadline(&question, begun) - begun + RESERVE
        };
        assert_eq!(of(10, None, Question::Log), budget::LOG + RESERVE);
        assert_eq!(of(10, None, Question::Interfaces), Duration::from_secs(10));
        assert_eq!(of(5, Some(5), Question::Log), Duration::from_secs(5), "said of the run is said of all of it");
        assert_eq!(of(120, Some(120), Question::Log), budget::LOG + RESERVE);
    }
}
