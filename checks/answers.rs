//! What was found out: the answers, the misses, and how a judge reads them.

use crate::facts::{
    ByServer, ClockReading, CommandOutput, Fetched, HandshakeReport, Interface, Process, ProxyScript, Resolution,
    TextFile,
};
use crate::preferences::SYSTEM_VERSION;
use crate::read::unified_log::DaemonLog;
use crate::{Command, Database, Domain, Fetch, File, Folder, Handshake, Question};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Why there is no answer. A miss is not an answer: it never turns into a pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Miss {
    /// No answer inside the time that was given.
    TimedOut,
    /// The file or tool does not exist on this machine.
    NotHere,
    /// macOS does not let this process look.
    Denied(Permission),
    /// There was an answer, but not one that can be understood. The text says what is wrong with it.
    Unreadable(String),
    /// The question makes sense on a Mac only.
    NeedsMac,
    /// Somebody stopped the run before there was an answer.
    Stopped,
    /// It would leave the VPN, and nobody asked for that (`--past-vpn`).
    LeavesTunnel,
    /// `--offline` was given and this needs the network.
    Offline,
    /// The recording has no answer to it: an older program did not ask.
    #[serde(rename = "not_asked")]
    NotRecorded,
    /// A bug: the judge looked at what its check does not list.
    NotListed,
}

/// What a process would need to be allowed to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// The terminal needs Full Disk Access in System Settings (macOS answers EPERM without it).
    FullDiskAccess,
    /// Only an administrator's `sudo` can read it.
    Root,
    /// The file's own permissions forbid it (EACCES).
    FilePermissions,
}

impl fmt::Display for Miss {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TimedOut => out.write_str("could not check: no answer in time"),
            Self::NotHere => out.write_str("could not check: not present on this Mac"),
            Self::Denied(Permission::FullDiskAccess) => {
                out.write_str("could not check: needs Full Disk Access for the terminal")
            }
            Self::Denied(Permission::Root) => out.write_str("could not check: needs an administrator (sudo)"),
            Self::Denied(Permission::FilePermissions) => out.write_str("could not check: permission denied"),
            Self::Unreadable(what) => write!(out, "could not check: {what}"),
            Self::Stopped => out.write_str("could not check: stopped before there was an answer"),
            Self::LeavesTunnel => out.write_str("not asked: it would leave the VPN (codesent check --past-vpn)"),
            Self::NeedsMac => out.write_str("needs a Mac"),
            Self::Offline => out.write_str("not asked: --offline"),
            Self::NotRecorded => out.write_str("could not check: no answer was recorded"),
            Self::NotListed => out.write_str("bug in this check: it looks at what it does not ask"),
        }
    }
}

/// An answer to one [`Question`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// To [`Question::Interfaces`].
    Interfaces(Vec<Interface>),
    /// To [`Question::Processes`]: only those worth knowing about, see [`crate::read::products::worth_knowing`].
    Processes(Vec<Process>),
    /// To [`Question::Command`].
    Command(CommandOutput),
    /// To [`Question::Preferences`]: the keys the domain lists, nothing else.
    Preferences(Value),
    /// To [`Question::File`].
    Text(TextFile),
    /// To [`Question::Folder`]: the names in it, sorted.
    Folder(Vec<String>),
    /// To [`Question::Database`]: one object a row.
    Rows(Vec<BTreeMap<String, Value>>),
    /// To [`Question::Lookup`] and [`Question::LookupVia`].
    Lookup(Resolution),
    /// To [`Question::LookupOwn`]: one for each server that was asked; none where nothing called for it.
    Lookups(Vec<ByServer>),
    /// To [`Question::Handshake`].
    Handshake(HandshakeReport),
    /// To [`Question::Fetch`].
    Fetch(Fetched),
    /// To [`Question::ProxyScript`].
    ProxyScript(ProxyScript),
    /// To [`Question::Clock`].
    Clock(ClockReading),
    /// To [`Question::Log`].
    Log(DaemonLog),
}

/// One asked question: how long it took and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Milliseconds from asking to answer (or to giving up).
    #[serde(default)]
    pub ms: u64,
    /// The answer, or why there is none.
    #[serde(flatten, with = "outcome")]
    pub result: Result<Answer, Miss>,
}

mod outcome {
    use super::{Answer, Miss};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Outcome {
        Answer(Answer),
        Miss(Miss),
    }

    pub(super) fn serialize<S: Serializer>(result: &Result<Answer, Miss>, out: S) -> Result<S::Ok, S::Error> {
        match result {
            Ok(answer) => Outcome::Answer(answer.clone()).serialize(out),
            Err(miss) => Outcome::Miss(miss.clone()).serialize(out),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Result<Answer, Miss>, D::Error> {
        Ok(match Outcome::deserialize(input)? {
            Outcome::Answer(answer) => Ok(answer),
            Outcome::Miss(miss) => Err(miss),
        })
    }
}

/// Where the answers were gathered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Platform {
    /// `macos`, `linux`.
    pub os: String,
    /// `aarch64`, `x86_64`.
    #[serde(default)]
    pub arch: String,
}

/// The circumstances of the run that gathered the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Milliseconds since 1970-01-01 UTC by this machine's own clock, which may be wrong.
    pub started: i64,
    /// From the first question to the last answer, in milliseconds.
    #[serde(default)]
    pub duration_ms: u64,
    /// Where.
    pub platform: Platform,
    /// Whether `--offline` was given.
    #[serde(default)]
    pub offline: bool,
    /// Whether files were read from another place (`--root`, `--home`) than the running system's.
    #[serde(default)]
    pub rerooted: bool,
}

/// A macOS version. `26.4.1` is `Version { major: 26, minor: 4, patch: 1 }`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Version {
    /// 10 up to Catalina, then 11 to 15, then 26.
    pub major: u32,
    /// The second number.
    pub minor: u32,
    /// The third number, 0 when absent.
    pub patch: u32,
}

impl Version {
    /// `Version::new(26, 4)` is 26.4.0.
    pub const fn new(major: u32, minor: u32) -> Self {
        Self { major, minor, patch: 0 }
    }

    /// Reads `13.6.3`, `26.4`, `15`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.trim().split('.').map(|part| part.parse::<u32>().ok());
        let major = numbers.next()??;
        let minor = numbers.next().unwrap_or(Some(0))?;
        let patch = numbers.next().unwrap_or(Some(0))?;
        Some(Self { major, minor, patch })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.major, self.minor)?;
        if self.patch > 0 { write!(out, ".{}", self.patch) } else { Ok(()) }
    }
}

/// All answers of a run. A judge sees only those its check asks for.
#[derive(Clone, Debug)]
pub struct Answers {
    run: Arc<Run>,
    entries: Arc<BTreeMap<String, Entry>>,
    scope: Option<Arc<Scope>>,
}

/// What one judge may look at, and what it did look at.
#[derive(Debug)]
struct Scope {
    keys: BTreeSet<String>,
    read: Mutex<BTreeSet<String>>,
}

macro_rules! typed {
    ($(#[$doc:meta])* $name:ident($argument:ident: $from:ty) -> $to:ty, $question:expr, $variant:ident) => {
        $(#[$doc])*
        pub fn $name(&self, $argument: $from) -> Result<&$to, Miss> {
            match self.get(&$question)? {
                Answer::$variant(value) => Ok(value),
                _ => Err(Miss::Unreadable("the recording holds an answer of another kind".into())),
            }
        }
    };
}

impl Answers {
    /// Answers by the key of their question ([`Question::key`]).
    pub fn new(run: Run, entries: BTreeMap<String, Entry>) -> Self {
        Self { run: Arc::new(run), entries: Arc::new(entries), scope: None }
    }

    /// The same answers, of which only those to `asks` are visible.
    #[must_use]
    pub fn only<'a>(&self, asks: impl IntoIterator<Item = &'a Question>) -> Self {
        let mut keys: BTreeSet<String> = asks.into_iter().map(Question::key).collect();
        keys.insert(Question::Preferences(&SYSTEM_VERSION).key());
        let scope = Scope { keys, read: Mutex::default() };
        Self { scope: Some(Arc::new(scope)), ..self.clone() }
    }

    /// The keys of the questions whose answers were looked at through [`Answers::only`], asked or not answered: what a
    /// check asks and never looks at, it need not ask.
    pub fn looked_at(&self) -> BTreeSet<String> {
        let read = self.scope.as_ref().map(|scope| scope.read.lock().unwrap_or_else(PoisonError::into_inner).clone());
        read.unwrap_or_default()
    }

    /// Whether the check that judges asks this at all. For what several checks share and not all ask to the same extent.
    pub fn is_asked(&self, question: &Question) -> bool {
        self.scope.as_ref().is_none_or(|scope| scope.keys.contains(&question.key()))
    }

    /// The circumstances of the run.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// Every entry by its key.
    pub fn entries(&self) -> &BTreeMap<String, Entry> {
        &self.entries
    }

    /// When the run started: milliseconds since 1970 UTC by the machine's own clock.
    pub fn started(&self) -> i64 {
        self.run.started
    }

    /// Whether the answers come from a Mac (or from a Mac's disk).
    pub fn on_a_mac(&self) -> bool {
        self.run.platform.os == "macos"
    }

    /// The macOS version, where it is known. Every check may ask this without listing it.
    pub fn macos(&self) -> Option<Version> {
        let tree = self.preferences(&SYSTEM_VERSION).ok()?;
        Version::parse(tree.get("ProductVersion")?.as_str()?)
    }

    /// How long the answer took, in milliseconds.
    pub fn ms(&self, question: &Question) -> u64 {
        self.entries.get(&question.key()).map_or(0, |entry| entry.ms)
    }

    /// The answer to `question`, whatever its kind.
    pub fn get(&self, question: &Question) -> Result<&Answer, Miss> {
        let key = question.key();
        if let Some(scope) = &self.scope {
            let listed = scope.keys.contains(&key);
            debug_assert!(listed, "the judge looks at `{key}`, which its check does not ask");
            if !listed {
                return Err(Miss::NotListed);
            }
            scope.read.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone());
        }
        match self.entries.get(&key) {
            Some(Entry { result: Ok(answer), .. }) => Ok(answer),
            Some(Entry { result: Err(miss), .. }) => Err(miss.clone()),
            None => Err(Miss::NotRecorded),
        }
    }

    /// The addresses of this machine's interfaces.
    pub fn interfaces(&self) -> Result<&[Interface], Miss> {
        match self.get(&Question::Interfaces)? {
            Answer::Interfaces(list) => Ok(list),
            _ => Err(Miss::Unreadable("the recording holds an answer of another kind".into())),
        }
    }

    /// The running processes that are worth knowing about.
    pub fn processes(&self) -> Result<&[Process], Miss> {
        match self.get(&Question::Processes)? {
            Answer::Processes(list) => Ok(list),
            _ => Err(Miss::Unreadable("the recording holds an answer of another kind".into())),
        }
    }

    typed! {
        /// What a command printed, whatever its exit code.
        command(command: &'static Command) -> CommandOutput, Question::Command(command), Command
    }
    typed! {
        /// The listed keys of a preference file.
        preferences(domain: &'static Domain) -> Value, Question::Preferences(domain), Preferences
    }
    typed! {
        /// A text file.
        text(file: &'static File) -> TextFile, Question::File(file), Text
    }
    typed! {
        /// The names in a folder.
        folder(folder: &'static Folder) -> Vec<String>, Question::Folder(folder), Folder
    }
    typed! {
        /// The rows of a database query.
        rows(database: &'static Database) -> Vec<BTreeMap<String, Value>>, Question::Database(database), Rows
    }
    typed! {
        /// How the system resolver (getaddrinfo) answers for a name.
        lookup(host: &'static str) -> Resolution, Question::Lookup(host), Lookup
    }
    typed! {
        /// How each of this Mac's own DNS servers answers for a name; empty where macOS itself found addresses.
        own_lookups(host: &'static str) -> Vec<ByServer>, Question::LookupOwn(host), Lookups
    }
    typed! {
        /// How a TLS handshake went.
        handshake(handshake: Handshake) -> HandshakeReport, Question::Handshake(handshake), Handshake
    }
    typed! {
        /// How an HTTP fetch went.
        fetch(fetch: &'static Fetch) -> Fetched, Question::Fetch(fetch), Fetch
    }
    typed! {
        /// How far the clock is off by a time server.
        clock(server: &'static str) -> ClockReading, Question::Clock(server), Clock
    }

    /// What Apple's daemons wrote into the log.
    pub fn log(&self) -> Result<&DaemonLog, Miss> {
        match self.get(&Question::Log)? {
            Answer::Log(log) => Ok(log),
            _ => Err(Miss::Unreadable("the recording holds an answer of another kind".into())),
        }
    }

    /// What the script that chooses proxies names.
    pub fn proxy_script(&self) -> Result<&ProxyScript, Miss> {
        match self.get(&Question::ProxyScript)? {
            Answer::ProxyScript(script) => Ok(script),
            _ => Err(Miss::Unreadable("the recording holds an answer of another kind".into())),
        }
    }

    /// How one DNS server, asked directly, answers for a name.
    pub fn lookup_via(&self, host: &'static str, server: &'static str) -> Result<&Resolution, Miss> {
        match self.get(&Question::LookupVia { host, server })? {
            Answer::Lookup(value) => Ok(value),
            _ => Err(Miss::Unreadable("the recording holds an answer of another kind".into())),
        }
    }
}
