//! What can be asked about a Mac. Everything a check knows comes through one of these.

use crate::keep::{Keys, Lines};
use serde_json::Value;
use std::fmt;

mod when;

pub use when::When;

/// One question. Two questions with the same [`Question::key`] are the same and are asked once a run.
#[derive(Clone, Copy, Debug)]
pub enum Question {
    /// The addresses of the network interfaces.
    Interfaces,
    /// The running processes, of which only known products and Apple's own daemons are kept.
    Processes,
    /// What a macOS tool prints.
    Command(&'static Command),
    /// Some keys of a preference file.
    Preferences(&'static Domain),
    /// A small text file.
    File(&'static File),
    /// The names in a folder.
    Folder(&'static Folder),
    /// A query on a private copy of a database.
    Database(&'static Database),
    /// A name, asked of the system resolver (getaddrinfo), as Apple's own daemons do.
    Lookup(&'static str),
    /// A name, asked of one DNS server directly.
    LookupVia {
        /// The name.
        host: &'static str,
        /// The server's address, port 53.
        server: &'static str,
    },
    /// A name, asked of each DNS server that this Mac itself is set to use, and only where the system resolver has found no
    /// address for it.
    LookupOwn(&'static str),
    /// A TLS handshake, ended before anything is sent over it.
    Handshake(Handshake),
    /// One HTTP request without cookies, names or credentials.
    Fetch(&'static Fetch),
    /// The script that chooses proxies (PAC), from where somebody has set it, of which the proxies it names are kept.
    ProxyScript,
    /// One SNTP exchange with a time server.
    Clock(&'static str),
    /// What Apple's own daemons wrote into macOS's log in the last quarter of an hour, of which five things are kept: see
    /// [`crate::read::unified_log`]. Only on request (`--deep`): it takes seconds to a minute.
    Log,
}

/// A command of macOS. The list in [`crate::commands`] is everything codesent ever runs.
#[derive(Debug)]
pub struct Command {
    /// Absolute path and arguments.
    pub line: &'static [&'static str],
    /// The first macOS that has it in this form.
    pub since: &'static str,
    /// What it tells.
    pub shows: &'static str,
    /// What it does when it cannot.
    pub on_failure: &'static str,
    /// What may be seen of what it prints.
    pub keep: Lines,
}

/// A small text file. The list in [`crate::files`] is every one that is read.
#[derive(Debug)]
pub struct File {
    /// Absolute.
    pub path: &'static str,
    /// What it tells.
    pub shows: &'static str,
    /// What may be seen of it.
    pub keep: Lines,
}

/// A folder, of which only names are read.
#[derive(Debug)]
pub struct Folder {
    /// Absolute.
    pub path: &'static str,
    /// What it tells.
    pub shows: &'static str,
    /// Whether a name in it may be seen.
    pub keep: fn(&str) -> bool,
}

/// The rows of a database query: a value by the name of its column.
pub type Rows = Vec<std::collections::BTreeMap<String, Value>>;

/// A preference file and the keys that may be seen of it.
pub struct Domain {
    /// `~/Library/…` or an absolute path; a `*` in the file name stands for a `ByHost` hardware UUID, and `%user` for the
    /// user's short name.
    pub path: &'static str,
    /// What it tells.
    pub shows: &'static str,
    /// What may be seen of it.
    pub keep: Keys,
}

impl fmt::Debug for Domain {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Domain").field(&self.path).finish()
    }
}

/// A query on a copy of an `SQLite` database (with its write-ahead log), never on the file in place.
pub struct Database {
    /// `~/Library/…` or an absolute path.
    pub path: &'static str,
    /// What it tells.
    pub shows: &'static str,
    /// The query. Only what it selects is ever read.
    pub query: &'static str,
    /// Makes of the rows what may be seen of them.
    pub keep: fn(Rows) -> Rows,
}

impl fmt::Debug for Database {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Database").field(&self.path).finish()
    }
}

/// Which addresses of a host may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Whichever connects first, as programs do.
    Any,
    /// IPv4 only.
    V4,
    /// IPv6 only.
    V6,
}

/// The way to a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    /// A direct connection.
    Direct,
    /// The proxy that the system has set for HTTPS. A miss (`NotHere`) where none is set.
    SystemProxy,
    /// The first, second or third proxy that the script which chooses proxies names, counted from 0. A miss (`NotHere`)
    /// where there is none.
    ScriptProxy(u8),
    /// A direct connection from the physical interface, past any VPN, with addresses from a resolver that is asked the same
    /// way. Only where the user wants it (`--past-vpn`): it shows Apple this machine's own address.
    PastTunnel,
}

/// A TLS handshake with a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handshake {
    /// The name to look up.
    pub host: &'static str,
    /// The TCP port.
    pub port: u16,
    /// The name to ask for and to verify, where it is not `host`.
    pub server_name: Option<&'static str>,
    /// Which addresses.
    pub family: Family,
    /// Which way.
    pub through: Through,
}

impl Handshake {
    /// A direct handshake on any address.
    pub const fn to(host: &'static str, port: u16) -> Self {
        Self { host, port, server_name: None, family: Family::Any, through: Through::Direct }
    }

    /// Asks for another name than the one that is looked up.
    #[must_use]
    pub const fn named(self, name: &'static str) -> Self {
        Self { server_name: Some(name), ..self }
    }

    /// Uses addresses of one family only.
    #[must_use]
    pub const fn over(self, family: Family) -> Self {
        Self { family, ..self }
    }

    /// Goes through the system's HTTPS proxy.
    #[must_use]
    pub const fn by_proxy(self) -> Self {
        Self { through: Through::SystemProxy, ..self }
    }

    /// Goes through a proxy that the script names.
    pub const fn by_script(self, at: u8) -> Question {
        Question::Handshake(Self { through: Through::ScriptProxy(at), ..self })
    }

    /// Goes past any VPN.
    #[must_use]
    pub const fn past_tunnel(self) -> Self {
        Self { through: Through::PastTunnel, ..self }
    }

    /// As a question.
    pub const fn question(self) -> Question {
        Question::Handshake(self)
    }
}

/// An HTTP request: always GET or HEAD, never with a body.
#[derive(Debug)]
pub struct Fetch {
    /// The address.
    pub url: &'static str,
    /// Whether only the headers are asked for.
    pub head_only: bool,
    /// How many bytes of the body are read and kept. 0: the body is read and thrown away.
    pub keep: usize,
    /// How many bytes of the body are read at all; a longer one is "too large".
    pub limit: usize,
    /// How many redirects are followed.
    pub redirects: u32,
    /// Whether the request goes through the system's proxy where one is set. Portal probes must not.
    pub by_proxy: bool,
}

impl Question {
    /// A stable, readable name: `lookup gsa.apple.com`, `command /sbin/ifconfig -v`. It is the key in recordings.
    pub fn key(&self) -> String {
        match self {
            Self::Interfaces => "interfaces".into(),
            Self::Processes => "processes".into(),
            Self::Command(command) => format!("command {}", command.line.join(" ")),
            Self::Preferences(domain) => format!("preferences {}", domain.path),
            Self::File(file) => format!("file {}", file.path),
            Self::Folder(folder) => format!("folder {}", folder.path),
            Self::Database(database) => format!("database {}", database.path),
            Self::Lookup(host) => format!("lookup {host}"),
            Self::LookupVia { host, server } => format!("lookup {host} via {server}"),
            Self::LookupOwn(host) => format!("own lookup {host}"),
            Self::Handshake(to) => {
                let family = match to.family {
                    Family::Any => "",
                    Family::V4 => " over IPv4",
                    Family::V6 => " over IPv6",
                };
                let through = match to.through {
                    Through::Direct => "",
                    Through::SystemProxy => " through the system proxy",
                    Through::ScriptProxy(0) => " through the first proxy of the script",
                    Through::ScriptProxy(1) => " through the second proxy of the script",
                    Through::ScriptProxy(_) => " through the third proxy of the script",
                    Through::PastTunnel => " past the tunnel",
                };
                format!("handshake {}:{}{family}{through}", to.host, to.port)
            }
            Self::Fetch(fetch) => format!("fetch {}", fetch.url),
            Self::ProxyScript => "proxy script".into(),
            Self::Clock(server) => format!("clock {server}"),
            Self::Log => "log".into(),
        }
    }

    /// Whether the network is needed to answer.
    pub fn needs_network(&self) -> bool {
        match self {
            Self::Lookup(_)
            | Self::LookupVia { .. }
            | Self::LookupOwn(_)
            | Self::Handshake(_)
            | Self::Fetch(_)
            | Self::ProxyScript
            | Self::Clock(_) => true,
            Self::Interfaces
            | Self::Processes
            | Self::Command(_)
            | Self::Preferences(_)
            | Self::File(_)
            | Self::Folder(_)
            | Self::Database(_)
            | Self::Log => false,
        }
    }

    /// What is read or contacted, in words, for `codesent explain`, and when it is where not always.
    pub fn in_words(&self) -> String {
        let what = self.what_in_words();
        match self.when().in_words() {
            Some(when) => format!("{what}; {when}"),
            None => what,
        }
    }

    fn what_in_words(&self) -> String {
        match self {
            Self::Interfaces => "reads the addresses of the network interfaces".into(),
            Self::Processes => {
                "reads the list of running programs (paths only; all but known products and Apple's daemons are dropped)"
                    .into()
            }
            Self::Command(command) => format!("runs `{}`: {}", command.line.join(" "), command.shows),
            Self::Preferences(domain) => format!("reads {}: {}", domain.path, domain.shows),
            Self::File(file) => format!("reads {}: {}", file.path, file.shows),
            Self::Folder(folder) => format!("lists the names in {}: {}", folder.path, folder.shows),
            Self::Database(database) => {
                format!("reads a private copy of {}: {}", database.path, database.shows)
            }
            Self::Lookup(host) => format!("looks up {host} the way macOS does"),
            Self::LookupVia { host, server } => format!("looks up {host} at the DNS server {server} directly"),
            Self::LookupOwn(host) => format!("looks up {host} at this Mac\u{2019}s own DNS servers directly"),
            Self::Handshake(to) if to.through == Through::PastTunnel => format!(
                "makes a TLS handshake with {}:{} past the VPN, which shows it this Mac\u{2019}s own address, and asks DNS for \
                 the name there",
                to.host, to.port
            ),
            Self::Handshake(_) => {
                let key = self.key();
                format!("makes a TLS handshake with {} and hangs up", key.trim_start_matches("handshake "))
            }
            Self::Fetch(fetch) => {
                format!("{} {}", if fetch.head_only { "asks for the headers of" } else { "fetches" }, fetch.url)
            }
            Self::ProxyScript => "fetches the script that chooses proxies (PAC), and never runs it".into(),
            Self::Clock(server) => format!("asks {server} for the time (SNTP, UDP 123)"),
            Self::Log => format!(
                "runs `{}`, and keeps of it which daemon, the error\u{2019}s domain and number or its known form, how often, and \
                 when last; nothing else of any line",
                crate::commands::LOG.join(" ")
            ),
        }
    }
}

#[cfg(test)]
mod tests;
