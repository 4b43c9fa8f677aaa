//! macOS's log: read line by line as it is printed, and reduced before anything of it is kept. A log that takes too long is
//! ended; what was read by then counts, and is said not to be all.

use super::command::{Running, drain, end_group, spawn, take, wait};
use super::net::lock;
use codesent_checks::read::unified_log::Reduction;
use codesent_checks::{Answer, Miss, Permission, commands};
use std::io::{BufRead, BufReader, Read};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The longest line that is looked at. Messages are cut by macOS at 32 KiB unless they ask for more.
const LONGEST_LINE: u64 = 256 * 1024;
/// How much is read at all. Errors of a quarter of an hour take one or two.
const MOST: u64 = 64 * 1024 * 1024;
/// How long the last lines of an ended log may take to be read.
const LAST_READ: Duration = Duration::from_millis(500);

/// Reads it on a Mac; elsewhere the question makes no sense.
pub(super) fn read(until: Instant) -> Result<Answer, Miss> {
    if !cfg!(target_os = "macos") {
        return Err(Miss::NeedsMac);
    }
    read_from(commands::LOG, until)
}

fn read_from(line: &[&str], until: Instant) -> Result<Answer, Miss> {
    let mut child = spawn(line)?;
    let _running = Running::note(&child);
    let reduction = Arc::new(Mutex::new(Reduction::default()));
    let reading = reduce(child.stdout.take(), Arc::clone(&reduction));
    let complaint = drain(child.stderr.take());
    let status = if reading.is_ok() && complaint.is_ok() { wait(&mut child, until) } else { None };
    end_group(&child);
    if status.is_none() {
        let _ = child.kill();
        let _ = child.wait();
    }
    // The end of the group has closed the pipes.
    let read_to_its_end = reading?.recv_timeout(LAST_READ).is_ok();
    let complaint = take(&complaint?, until).map(|(text, _)| text).unwrap_or_default();
    let reduction = lock(&reduction);
    let mut log = reduction.kept();
    let Some(status) = status else {
        return if reduction.lines() == 0 { Err(Miss::TimedOut) } else { Ok(Answer::Log(log)) };
    };
    // Seen on 13 to 26: `Could not open local log store: Operation not permitted`; of `stream`: `Must be admin to run`.
    if !status.success() && (complaint.contains("not permitted") || complaint.contains("Must be admin")) {
        return Err(Miss::Denied(Permission::Root));
    }
    if !status.success() && !log.whole {
        // What it complains of may hold anything.
        let code = status.code().map_or("by a signal".into(), |code| format!("with {code}"));
        return Err(Miss::Unreadable(format!("log show ended {code}")));
    }
    log.whole &= read_to_its_end;
    Ok(Answer::Log(log))
}

/// Reads the lines on a thread, and tells when there are no more.
fn reduce(pipe: Option<impl Read + Send + 'static>, into: Arc<Mutex<Reduction>>) -> Result<Receiver<()>, Miss> {
    let (sender, receiver) = channel();
    let read = move || {
        if let Some(pipe) = pipe {
            each_line(&mut BufReader::new(pipe.take(MOST)), &mut |line| lock(&into).line(line));
        }
        let _ = sender.send(());
    };
    let thread = std::thread::Builder::new().name("log".into()).spawn(read);
    thread.map(|_| receiver).map_err(|error| Miss::Unreadable(format!("no thread to read the log: {error}")))
}

/// Every line that is not too long.
fn each_line(from: &mut impl BufRead, use_it: &mut dyn FnMut(&str)) {
    let mut bytes = Vec::new();
    let mut inside_a_long_one = false;
    loop {
        bytes.clear();
        match from.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes) {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
        let ends = bytes.last() == Some(&b'\n') || (bytes.len() as u64) < LONGEST_LINE;
        if ends && !inside_a_long_one {
            use_it(&String::from_utf8_lossy(&bytes));
        }
        inside_a_long_one = !ends;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use codesent_checks::read::unified_log::{DaemonLog, Says};

    const END: &str = r#"{"count":1,"finished":1}"#;

    fn line(message: &str) -> String {
        format!(
            r#"{{"messageType":"Error","processImagePath":"\/usr\/libexec\/akd","timestamp":"2026-05-07 19:48:34.701580-0500","eventMessage":"{message}","traceID":9223372036854775999}}"#
        )
    }

    fn of(script: &str, milliseconds: u64) -> Result<DaemonLog, Miss> {
        let until = Instant::now() + Duration::from_millis(milliseconds);
        match read_from(&["/bin/sh", "-c", script], until)? {
            Answer::Log(log) => Ok(log),
            other => panic!("{other:?}"),
        }
    }

    fn prints(lines: &[String]) -> String {
        format!("cat <<'THE END'\n{}\nTHE END\n", lines.join("\n"))
    }

    #[test]
    fn lines_are_reduced_and_long_ones_are_passed_over() {
        let error = line("Error Domain=NSURLErrorDomain Code=-1003");
        let endless = line(&"Error Domain=NSURLErrorDomain Code=-1001 ".repeat(20_000));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("log");
        std::fs::write(&file, [&error, &endless, &error, END].map(|line| format!("{line}\n")).concat()).unwrap();
        let log = of(&format!("cat {}", file.display()), 5000).unwrap();
        let says = Says::Error { domain: "NSURLErrorDomain".into(), code: -1003 };
        assert!(log.whole && log.traces.len() == 1, "{log:?}");
        assert_eq!((log.traces[0].says.clone(), log.traces[0].count), (says, 2));
    }

    #[test]
    fn what_a_log_that_takes_too_long_has_said_counts_and_is_not_all() {
        let script = prints(&[line("Error Domain=NSURLErrorDomain Code=-1003")]) + "sleep 60";
        let log = of(&script, 1500).unwrap();
        assert!(!log.whole && log.traces.len() == 1, "{log:?}");
        assert_eq!(of("sleep 60", 200), Err(Miss::TimedOut));
    }

    #[test]
    fn who_may_not_read_it_is_told_so_and_other_failures_say_nothing_of_their_words() {
        let refused = "echo 'log: Could not open local log store: Operation not permitted' >&2; exit 64";
        assert_eq!(of(refused, 5000), Err(Miss::Denied(Permission::Root)));
        assert_eq!(
            of("echo bird@example.org >&2; exit 65", 5000),
            Err(Miss::Unreadable("log show ended with 65".into()))
        );
    }
}
