//! Files are read by a child: this program once more. A file system that does not answer any more (a network home, a disk
//! that fails) holds whoever asks it, and a process with a thread that is held so cannot even end. A child can be left
//! behind.
//!
//! What is wanted comes to its standard input, the key of a question a line, with the place where a database is to be copied
//! to; answers go to its standard output, one a line.

use super::command::{Running, end_group};
use super::database::{self, Folder};
use super::files::Files;
use super::{Asked, Reply, milliseconds};
use crate::aside;
use codesent_checks::preferences::SYSTEM_VERSION;
use codesent_checks::{Answer, Entry, Miss, Question, all};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// The only argument before the child's own; nobody types it.
pub(crate) const ARGUMENT: &str = "--read-files-and-end";
/// How long it may take to start. A file system that hangs shows itself here too.
const START: Duration = Duration::from_secs(2);
/// A child that nobody listens to any more ends by itself after this long.
const LONGEST: Duration = Duration::from_mins(2);
/// The most that one answer takes: what a file may hold, with every letter escaped.
const MAX_LINE: u64 = 128 * 1024 * 1024;

/// Whether a question is one for the child.
pub(super) fn is_for_it(question: &Question) -> bool {
    matches!(question, Question::Preferences(_) | Question::File(_) | Question::Folder(_) | Question::Database(_))
}

/// What the child says.
#[derive(Debug, Serialize, Deserialize)]
enum Said {
    /// The folders that were named can be read.
    Ready,
    /// One of them is none.
    NoFolder(String),
    /// An answer. A database is only copied; its rows are asked for elsewhere.
    Answer(String, Entry),
}

/// Where the child looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places<'a> {
    pub(super) root: Option<&'a Path>,
    pub(super) home: Option<&'a Path>,
}

/// A child that reads.
pub(super) struct Reader {
    child: Option<Child>,
    _running: Running,
}

impl Reader {
    /// Starts one that sends what it reads to `reply`. Nothing where no child can be started; fails where a folder that was
    /// named is none.
    pub(super) fn start(
        asked: &[Asked],
        places: Places<'_>,
        begun: Instant,
        reply: &Sender<Reply>,
    ) -> anyhow::Result<Option<Self>> {
        match aside::program() {
            Some(program) => Self::of(program, asked, places, begun, reply),
            None => Ok(None),
        }
    }

    fn of(
        program: &Path,
        asked: &[Asked],
        places: Places<'_>,
        begun: Instant,
        reply: &Sender<Reply>,
    ) -> anyhow::Result<Option<Self>> {
        let or_nothing = |path: Option<&Path>| path.map_or_else(OsString::new, |path| path.as_os_str().to_owned());
        let spawned = Command::new(program)
            .arg(ARGUMENT)
            .args([or_nothing(places.root), or_nothing(places.home)])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Whoever reads what we print must not wait for a child that was left behind.
            .stderr(Stdio::null())
            .process_group(0)
            .spawn();
        let Ok(mut child) = spawned else { return Ok(None) };
        let running = Running::note(&child);
        let pipes = (child.stdin.take(), child.stdout.take());
        let reader = Self { child: Some(child), _running: running };
        let (Some(mut input), Some(output)) = pipes else { return Ok(None) };
        let (mut waiting, mut lines) = (BTreeMap::new(), String::new());
        for one in asked {
            let folder = match one.question {
                Question::Database(_) => match database::prepare() {
                    Ok(folder) => Some(folder),
                    Err(miss) => {
                        let entry = Entry { ms: milliseconds(begun), result: Err(miss) };
                        let _ = reply.send(Reply::Answer(one.key.clone(), entry));
                        continue;
                    }
                },
                _ => None,
            };
            let to = folder.as_ref().map(|folder| folder.copy().display().to_string()).unwrap_or_default();
            lines.extend([one.key.as_str(), "\t", &to, "\n"]);
            waiting.insert(one.key.clone(), (one.clone(), folder));
        }
        let (ready, told) = channel();
        let listener = Listener { waiting, begun, reply: reply.clone() };
        let listening = move || listener.listen(BufReader::new(output), &ready);
        let listening = thread::Builder::new().name("reader".into()).spawn(listening);
        // Short enough for a pipe that nobody has read from yet.
        let asked = listening.is_ok() && input.write_all(lines.as_bytes()).is_ok();
        drop(input);
        // Better to know now than after the wait.
        if (places.root.is_some() || places.home.is_some())
            && let Ok(Some(wrong)) = told.recv_timeout(START)
        {
            anyhow::bail!("{wrong}");
        }
        Ok(asked.then_some(reader))
    }
}

impl Drop for Reader {
    /// Not waited for: what holds it may hold it for ever.
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            end_group(&child);
            let _ = thread::Builder::new().name("reader ends".into()).spawn(move || child.wait());
        }
    }
}

/// Passes on what the child says, and that it says no more.
struct Listener {
    waiting: BTreeMap<String, (Asked, Option<Folder>)>,
    begun: Instant,
    reply: Sender<Reply>,
}

impl Listener {
    fn listen(mut self, mut output: impl BufRead, ready: &Sender<Option<String>>) {
        let mut line = Vec::new();
        loop {
            line.clear();
            let read = output.by_ref().take(MAX_LINE).read_until(b'\n', &mut line);
            if !matches!(read, Ok(1..)) {
                break;
            }
            match serde_json::from_slice(&line) {
                Ok(Said::Ready) => drop(ready.send(None)),
                Ok(Said::NoFolder(what)) => drop(ready.send(Some(what))),
                Ok(Said::Answer(key, entry)) => match self.waiting.remove(&key) {
                    Some((Asked { question: Question::Database(database), budget, .. }, Some(folder)))
                        if entry.result.is_ok() =>
                    {
                        self.query(key, database, folder, budget.until);
                    }
                    Some(_) => self.say(key, entry.result),
                    None => {}
                },
                Err(_) => break,
            }
        }
        for key in std::mem::take(&mut self.waiting).into_keys() {
            self.say(key, Err(Miss::Unreadable("what reads the files ended early".into())));
        }
    }

    fn say(&self, key: String, result: Result<Answer, Miss>) {
        let _ = self.reply.send(Reply::Answer(key, Entry { ms: milliseconds(self.begun), result }));
    }

    /// Asks a copy for its rows, while others are still being read.
    fn query(&self, key: String, database: &'static codesent_checks::Database, folder: Folder, until: Instant) {
        let other = Self { waiting: BTreeMap::new(), begun: self.begun, reply: self.reply.clone() };
        let ask = move || other.say(key, folder.query(database, until));
        let _ = thread::Builder::new().name("database".into()).spawn(ask);
    }
}

/// Whether this process is such a child, and if so, its whole life.
pub(crate) fn live() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != ARGUMENT {
        return None;
    }
    let [root, home] = [(); 2].map(|()| arguments.next().filter(|path| !path.is_empty()).map(PathBuf::from));
    // Also where nobody listens any more and nothing is read.
    let _ = thread::Builder::new().name("end".into()).spawn(|| {
        thread::sleep(LONGEST);
        std::process::exit(1);
    });
    let say = |said: &Said| {
        let mut text = serde_json::to_vec(said).unwrap_or_default();
        text.push(b'\n');
        let mut out = std::io::stdout().lock();
        if out.write_all(&text).and_then(|()| out.flush()).is_err() {
            std::process::exit(1);
        }
    };
    for (option, folder) in [("--root", &root), ("--home", &home)] {
        if let Some(folder) = folder.as_deref().filter(|folder| !folder.is_dir()) {
            say(&Said::NoFolder(format!("{option}: {} is not a folder", folder.display())));
            return Some(ExitCode::FAILURE);
        }
    }
    say(&Said::Ready);
    let mut keys = String::new();
    let _ = std::io::stdin().take(1024 * 1024).read_to_string(&mut keys);
    let known: BTreeMap<String, Question> = all()
        .flat_map(|check| check.questions().copied())
        .chain([Question::Preferences(&SYSTEM_VERSION)])
        .map(|question| (question.key(), question))
        .collect();
    let files = Files::new(root, home);
    thread::scope(|scope| {
        for line in keys.lines() {
            let (key, copy) = line.split_once('\t').unwrap_or((line, ""));
            let Some(question) = known.get(key).filter(|question| is_for_it(question)) else { continue };
            let (files, say) = (&files, &say);
            let answer = move || {
                say(&Said::Answer(key.to_owned(), Entry { ms: 0, result: read(question, files, Path::new(copy)) }));
            };
            // One after the other is better than not at all.
            if thread::Builder::new().name(key.to_owned()).spawn_scoped(scope, answer).is_err() {
                answer();
            }
        }
    });
    Some(ExitCode::SUCCESS)
}

fn read(question: &Question, files: &Files, copy: &Path) -> Result<Answer, Miss> {
    let answer = || match question {
        Question::Database(database) => {
            super::database::copy(files, database, copy, Instant::now() + LONGEST).map(|()| Answer::Rows(Vec::new()))
        }
        question => files.answer(question),
    };
    let bug = |_| Err(Miss::Unreadable("bug while asking; please report it".into()));
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(answer)).unwrap_or_else(bug)
}

#[cfg(test)]
mod tests;
