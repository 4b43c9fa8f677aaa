//! Whether this system has room for what is asked: files that can be open, threads, memory. Without it nothing works, and
//! that says nothing about the network.

use codesent_checks::Miss;
use rustix::io::Errno;
use rustix::process::{Resource, getrlimit};
use std::fs::File;
use std::io;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// As many as a name lookup opens at a time.
const SOME: usize = 4;

/// Whether anything in this run has met a lack of room.
static LACKED: AtomicBool = AtomicBool::new(false);

/// Too many open files, here or in the whole system, or no memory. It is remembered for the rest of the run.
pub(super) fn is_lack(error: &io::Error) -> bool {
    let lack = says_lack(error);
    LACKED.fetch_or(lack, Ordering::Relaxed);
    lack
}

/// Notes that there will be too little.
pub(super) fn note_lack() {
    LACKED.store(true, Ordering::Relaxed);
}

fn says_lack(error: &io::Error) -> bool {
    let code = error.raw_os_error().map(Errno::from_raw_os_error);
    matches!(code, Some(Errno::MFILE | Errno::NFILE | Errno::NOMEM | Errno::NOBUFS))
}

/// Whether there is too little of it, or was in this run: for libraries that do not say why they fail.
pub(super) fn is_lacking() -> bool {
    let opened: Result<Vec<File>, io::Error> = (0..SOME).map(|_| File::open("/dev/null")).collect();
    opened.is_err_and(|error| is_lack(&error)) || LACKED.load(Ordering::Relaxed)
}

/// What a run that asks everything at once may need of addresses for memory, most of it for stacks that stay empty.
pub(super) const TO_ASK: u64 = 1024 * MIB;
/// What reading and judging recordings may need, without what is in them.
const TO_JUDGE: u64 = 80 * MIB;
/// How many times its length a recording may need: a few letters of it can be a list with nothing in it.
const FOR_A_BYTE: u64 = 64;
const MIB: u64 = 1024 * 1024;

/// Says before it happens that there is too little memory: Rust ends a process at once when there is none left.
pub(super) fn is_there_memory(needed: u64) -> anyhow::Result<()> {
    match getrlimit(Resource::As).current {
        Some(limit) if limit < needed => anyhow::bail!(
            "this process may use only {} MiB of memory (ulimit -v) and needs up to {}",
            limit / MIB,
            needed / MIB
        ),
        _ => Ok(()),
    }
}

/// The stack of a thread that only asks the system for something, as large as macOS gives threads of its own. What is smaller
/// than Rust's is kept for the next such thread instead of being mapped anew, which every other thread has to wait for.
pub(super) const SMALL_STACK: usize = 512 * 1024;

/// Longer than any of a real Mac.
const LONG: u64 = 256 * 1024;
/// What the system reserves, in pieces of 64 MiB at places that fit, where a thread needs much (glibc's arenas).
const FOR_A_THREAD: u64 = 384 * MIB;

/// The same before a recording of so many bytes is taken apart, beside those that were before.
pub(crate) fn is_there_memory_for(recording: usize) -> anyhow::Result<()> {
    static TAKEN_APART: AtomicU64 = AtomicU64::new(0);
    let bytes = recording as u64 + TAKEN_APART.fetch_add(recording as u64, Ordering::Relaxed);
    let on_a_thread = std::thread::current().name() != Some("main");
    let reserved = if on_a_thread && bytes > LONG { FOR_A_THREAD } else { 0 };
    is_there_memory(TO_JUDGE + FOR_A_BYTE * bytes + reserved)
}

/// The miss for it.
pub(super) fn miss() -> Miss {
    Miss::Unreadable("this system has no room for it (too many open files, or too little memory)".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lack_of_room_is_told_from_a_network_that_is_down() {
        let of = |errno: Errno| io::Error::from_raw_os_error(errno.raw_os_error());
        assert!(says_lack(&of(Errno::MFILE)) && says_lack(&of(Errno::NFILE)) && says_lack(&of(Errno::NOMEM)));
        assert!(!says_lack(&of(Errno::NETUNREACH)) && !says_lack(&io::ErrorKind::TimedOut.into()));
        assert!(!is_lacking(), "this test has room");
    }
}
