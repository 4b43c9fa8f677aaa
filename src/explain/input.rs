//! Where the message comes from: the command line, or pasted.

use anyhow::{Context, Result};
use std::io::{BufRead, IsTerminal, Read};

/// No message is longer.
const MAX_BYTES: u64 = 64 * 1024;

/// The words of the command line; without any, or with `-`, what is pasted: shells eat quotes and question marks.
pub(super) fn what(words: &[String]) -> Result<String> {
    if !(words.is_empty() || words == ["-"]) {
        return Ok(words.join(" "));
    }
    let stdin = std::io::stdin();
    if stdin.is_terminal() {
        anstream::eprintln!(
            "Paste the message, or the error number beside it, then Return. Never a verification code."
        );
        pasted()
    } else {
        let mut bytes = Vec::new();
        stdin.take(MAX_BYTES).read_to_end(&mut bytes).context("cannot read standard input")?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// A line, and those that came with it: what stays behind would be typed into the shell.
fn pasted() -> Result<String> {
    let mut input = std::io::stdin().lock();
    let mut text = String::new();
    loop {
        let read = input.by_ref().take(MAX_BYTES).read_line(&mut text).context("cannot read what was typed")?;
        let only_blank = text.trim().is_empty();
        if read == 0 || text.len() as u64 > MAX_BYTES || !only_blank && !more_waits() {
            return Ok(text);
        }
    }
}

/// Whether more arrives at once, as it does when several lines are pasted.
fn more_waits() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    const A_MOMENT: Timespec = Timespec { tv_sec: 0, tv_nsec: 120_000_000 };
    let stdin = std::io::stdin();
    let mut waiting = [PollFd::new(&stdin, PollFlags::IN)];
    poll(&mut waiting, Some(&A_MOMENT)).is_ok_and(|ready| ready > 0)
}
