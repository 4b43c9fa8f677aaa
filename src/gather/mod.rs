//! Gathering: every distinct question is asked once, all at the same time, each on a thread of its own and under its own
//! time budget, all under the run's. What has no answer by then is a miss; its thread is abandoned.

mod budget;
mod command;
mod database;
mod files;
mod interfaces;
pub(crate) mod net;
mod now;
mod processes;
mod reader;
mod room;
mod sparing;

pub(crate) use command::end_children;
pub(crate) use database::clean_up;
pub(crate) use net::Redirect;
pub(crate) use reader::{allow_children, live as live_as_reader};
pub(crate) use room::{TO_JUDGE, is_there_memory};
pub(crate) use sparing::Sparing;

use crate::stop;
use anyhow::Result;
use budget::Budget;
use codesent_checks::commands::PROXY;
use codesent_checks::preferences::SYSTEM_VERSION;
use codesent_checks::read::scutil_proxy;
use codesent_checks::{Answer, Answers, Entry, Miss, Platform, Question, Run, Through};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// How to gather.
#[derive(Clone, Debug)]
pub(crate) struct Gathering {
    /// Ask nothing of the network.
    pub(crate) offline: bool,
    /// The run's deadline.
    pub(crate) timeout: Duration,
    /// Where the system's files are, if not at `/`.
    pub(crate) root: Option<PathBuf>,
    /// Where the home folder is, if not the user's own.
    pub(crate) home: Option<PathBuf>,
    /// Addresses to use instead of what names resolve to.
    pub(crate) resolve: Vec<Redirect>,
    /// The only certificates to trust.
    pub(crate) cacert: Option<PathBuf>,
    /// Draw no progress: somebody else uses the terminal meanwhile.
    pub(crate) quiet: bool,
    /// What the sign-in server was asked in earlier rounds.
    pub(crate) sparing: Arc<Sparing>,
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
struct World {
    files: files::Files,
    net: net::Net,
    offline: bool,
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
/// Reserved at the end of the run, so that judging and printing stay inside the deadline.
const RESERVE: Duration = Duration::from_millis(200);

/// Asks `questions` and waits for all answers, at most until the deadline.
pub(crate) fn gather(questions: &[Question], how: &Gathering) -> Result<Answers> {
    let begun = Instant::now();
    room::is_there_memory(room::TO_ASK)?;
    allow_open_files();
    let started = now::millis();
    let world = Arc::new(World {
        files: files::Files::new(how.root.clone(), how.home.clone()),
        net: net::Net::new(net::NetOptions { resolve: how.resolve.clone(), cacert: how.cacert.clone() })?,
        offline: how.offline,
        sparing: Arc::clone(&how.sparing),
    });
    let distinct: BTreeMap<String, Question> = questions
        .iter()
        .copied()
        .chain([Question::Preferences(&SYSTEM_VERSION)])
        // What goes through the system's proxy has to know which one that is.
        .chain(questions.iter().any(may_use_proxy).then_some(Question::Command(&PROXY)))
        .map(|question| (question.key(), question))
        .collect();
    let deadline = begun + how.timeout.saturating_sub(RESERVE.min(how.timeout / 4));
    world.net.plan(distinct.values());
    let (sender, replies) = channel();
    let on_stop = sender.clone();
    let stop = stop::hear(move || drop(on_stop.send(Reply::Stop)));
    let asked = distinct.into_iter().map(|(key, question)| {
        let budget = Budget::new(budget::of(&question), deadline);
        Asked { key, question, budget }
    });
    let (files, others): (Vec<Asked>, Vec<Asked>) = asked.partition(|one| reader::is_for_it(&one.question));
    let last = deadline + LAST_GRACE;
    let pending: BTreeMap<String, Instant> =
        files.iter().chain(&others).map(|one| (one.key.clone(), (one.budget.until + GRACE).min(last))).collect();
    let places = reader::Places { root: how.root.as_deref(), home: how.home.as_deref() };
    let reader = reader::Reader::start(&files, places, begun, &sender)?;
    // Where no child can be started, files are read on threads as everything else is asked.
    let here = if reader.is_some() { Vec::new() } else { files };
    for one in here.into_iter().chain(others) {
        start(one, &world, begun, &sender);
    }
    let progress = progress(pending.len(), how.quiet);
    let entries = collect(pending, &replies, begun, &progress);
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
fn start(one: Asked, world: &Arc<World>, begun: Instant, reply: &Sender<Reply>) {
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
    progress: &ProgressBar,
) -> BTreeMap<String, Entry> {
    let mut entries = BTreeMap::new();
    while let Some(next) = pending.values().min().copied() {
        match replies.recv_timeout(next.saturating_duration_since(Instant::now())) {
            Ok(Reply::Answer(key, entry)) => {
                if pending.remove(&key).is_some() {
                    entries.insert(key, entry);
                    progress.inc(1);
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
                    entries.insert(key, Entry { ms: milliseconds(begun), result: Err(Miss::TimedOut) });
                    progress.inc(1);
                }
            }
        }
    }
    progress.finish_and_clear();
    entries
}

fn milliseconds(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// On standard error, only where that is a terminal.
fn progress(count: usize, quiet: bool) -> ProgressBar {
    let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let bar = ProgressBar::with_draw_target(Some(count as u64), target);
    if let Ok(style) = ProgressStyle::with_template("Asking this Mac and Apple\u{2019}s servers: {pos} of {len}") {
        bar.set_style(style);
    }
    bar
}

fn ask(world: &World, question: &Question, budget: Budget) -> Result<Answer, Miss> {
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
        Question::Handshake(handshake) => world.net.handshake(handshake, budget),
        Question::Fetch(fetch) => world.net.fetch(fetch, budget),
        Question::Clock(server) => world.net.clock(server, budget),
    }
}

fn may_use_proxy(question: &Question) -> bool {
    match question {
        Question::Handshake(handshake) => handshake.through == Through::SystemProxy,
        Question::Fetch(fetch) => fetch.by_proxy,
        _ => false,
    }
}

/// Passes on which proxy macOS has set for HTTPS. Elsewhere the environment has already said it.
fn tell_proxy(world: &World, answer: &Result<Answer, Miss>) {
    let settings = match answer {
        Ok(Answer::Command(output)) => scutil_proxy::read(output).ok(),
        _ if cfg!(target_os = "macos") => None,
        _ => return,
    };
    match settings {
        Some(settings) => world.net.set_proxy(settings.for_https()),
        None => world.net.give_up_proxy(),
    }
}
