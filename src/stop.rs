//! Ctrl-C, TERM and HUP. The first one ends what was started, removes what was begun, and lets the run say what is known
//! so far; the second one ends the process at once. The exit code is 130 either way.

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What shells say of a program that Ctrl-C ended.
pub(crate) const INTERRUPTED: u8 = 130;

static STOPPED: AtomicBool = AtomicBool::new(false);
/// Questions that had no answer yet.
static UNASKED: AtomicUsize = AtomicUsize::new(0);
/// Who goes on after the first signal, to its own end.
static LISTENERS: Mutex<Vec<(usize, Listener)>> = Mutex::new(Vec::new());
/// Files that are being written and have not got their name yet.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

type Listener = Box<dyn Fn() + Send>;

/// Begins to listen; a signal calls `abandon` before anything else. Without it the system's own way of ending a program stays.
/// What whoever started the program had ignored stays ignored: HUP under nohup, Ctrl-C in the background of a script.
pub(crate) fn listen(abandon: impl Fn() + Send + Sync + 'static) {
    let heard = Arc::new(move || heard(&abandon));
    let by_all = Arc::clone(&heard);
    // Refuses where one of the three is ignored.
    if ctrlc::try_set_handler(move || by_all()).is_ok() {
        return;
    }
    let kept = [SIGINT, SIGTERM, SIGHUP].into_iter().filter(|signal| !is_ignored(*signal));
    let Ok(mut signals) = Signals::new(kept) else { return };
    let listening = move || {
        for _ in signals.forever() {
            heard();
        }
    };
    let _ = std::thread::Builder::new().name("signals".into()).spawn(listening);
}

/// Whether a signal was ignored when the program started, which only Linux says; elsewhere nohup is the likeliest.
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("SigIgn:")?.trim(), 16).ok());
    mask.map_or(signal == SIGHUP, |mask| mask & (1 << (signal - 1)) != 0)
}

fn heard(abandon: &impl Fn()) {
    let first = !STOPPED.swap(true, Ordering::SeqCst);
    abandon();
    for file in lock(&UNFINISHED).drain(..) {
        let _ = std::fs::remove_file(file);
    }
    let listeners = lock(&LISTENERS);
    if first && !listeners.is_empty() {
        listeners.iter().for_each(|(_, tell)| tell());
    } else {
        std::process::exit(i32::from(INTERRUPTED));
    }
}

/// Whether somebody wants the run to end.
pub(crate) fn is_wanted() -> bool {
    STOPPED.load(Ordering::SeqCst)
}

/// Notes how many questions were left open.
pub(crate) fn left_open(questions: usize) {
    UNASKED.store(questions, Ordering::SeqCst);
}

/// What is said at the end of a run that was stopped; nothing where no question was open.
pub(crate) fn in_words() -> Option<String> {
    match UNASKED.load(Ordering::SeqCst) {
        0 => None,
        1 => Some("stopped; 1 question unasked".into()),
        count => Some(format!("stopped; {count} questions unasked")),
    }
}

/// Notes that somebody wants the run to end, where no signal said so.
pub(crate) fn want() {
    STOPPED.store(true, Ordering::SeqCst);
}

/// While this lives, a first signal is told to it instead of ending the process.
pub(crate) struct Ear(usize);

/// Has `tell` called by the first signal, at once if it has already come.
pub(crate) fn hear(tell: impl Fn() + Send + 'static) -> Ear {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let mut listeners = lock(&LISTENERS);
    if is_wanted() {
        tell();
    }
    listeners.push((number, Box::new(tell)));
    Ear(number)
}

impl Drop for Ear {
    fn drop(&mut self) {
        lock(&LISTENERS).retain(|(number, _)| *number != self.0);
    }
}

/// A file that is removed if the run is ended before it is finished.
pub(crate) struct Unfinished(PathBuf);

impl Unfinished {
    pub(crate) fn file(path: &Path) -> Self {
        lock(&UNFINISHED).push(path.to_owned());
        Self(path.to_owned())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        lock(&UNFINISHED).retain(|path| *path != self.0);
    }
}

/// A lock that outlives a panic elsewhere.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
