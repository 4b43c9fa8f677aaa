//! The typed answers. What came from outside is kept as it was seen; what it means is said by the checks.

use crate::read::quoted::quoted;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

/// One address of one network interface, as getifaddrs(3) lists it. An interface without an address does not appear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interface {
    /// `en0`, `utun4`.
    pub name: String,
    /// The address.
    pub address: IpAddr,
    /// The length of the network prefix, where it is known.
    #[serde(default)]
    pub prefix: u8,
    /// `IFF_RUNNING`. True for idle tunnels too, so it proves little.
    #[serde(default)]
    pub running: bool,
    /// `IFF_POINTOPOINT`.
    #[serde(default)]
    pub point_to_point: bool,
}

/// A running program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Process {
    /// The file name of the program.
    pub name: String,
    /// Where it lies, empty where macOS does not say.
    #[serde(default)]
    pub path: String,
}

/// What a command printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommandOutput {
    /// The exit code; none when a signal ended it.
    #[serde(default)]
    pub exit: Option<i32>,
    /// Standard output, invalid UTF-8 replaced.
    #[serde(default)]
    pub stdout: String,
    /// Standard error, invalid UTF-8 replaced.
    #[serde(default)]
    pub stderr: String,
    /// Whether there was more than is kept.
    #[serde(default)]
    pub cut: bool,
}

/// A text file, invalid UTF-8 replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextFile {
    /// The text.
    pub text: String,
    /// Whether there was more than is kept.
    #[serde(default)]
    pub cut: bool,
}

/// How a name lookup ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LookupOutcome {
    /// With these addresses (at least one).
    Addresses(Vec<IpAddr>),
    /// The name does not exist (NXDOMAIN; for getaddrinfo also "no address").
    NoSuchName,
    /// The name exists without an address (NODATA).
    NoAddress,
    /// The server said it failed (SERVFAIL), refused, or the system resolver reported a failure. The text says which.
    ServerFailed(String),
    /// Nothing came back in the whole time a lookup is given.
    NoReply,
}

/// The answer to a lookup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// How it ended.
    pub outcome: LookupOutcome,
    /// The names the host is an alias of, in order, where they are known.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// What one DNS server says, asked directly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByServer {
    /// Its address.
    pub server: String,
    /// Its answer.
    pub resolution: Resolution,
    /// Milliseconds it took.
    #[serde(default)]
    pub ms: u64,
}

impl Resolution {
    /// The addresses, empty when there are none.
    pub fn addresses(&self) -> &[IpAddr] {
        match &self.outcome {
            LookupOutcome::Addresses(list) => list,
            _ => &[],
        }
    }
}

/// How an attempt to connect to one address ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConnectOutcome {
    /// The TCP connection stands.
    Connected,
    /// The other side said no (RST).
    Refused,
    /// Nothing came back.
    NoReply,
    /// No route to it.
    Unreachable,
    /// The connection was cut while it was being made.
    Reset,
    /// This machine did not let the connection be made (EPERM: a firewall on it).
    Forbidden,
    /// Given up because another address was faster.
    Abandoned,
}

impl ConnectOutcome {
    /// Of several attempts that failed the one that says most, in words.
    pub fn telling(attempts: &[Attempt]) -> (Self, &'static str) {
        [
            (Self::Forbidden, "a firewall on this Mac forbids it"),
            (Self::Refused, "refused"),
            (Self::Reset, "cut off"),
            (Self::NoReply, "no reply"),
        ]
        .into_iter()
        .find(|(outcome, _)| attempts.iter().any(|attempt| attempt.outcome == *outcome))
        .unwrap_or((Self::Unreachable, "no route to it"))
    }
}

/// One attempt to connect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// To which address.
    pub address: IpAddr,
    /// How it ended.
    pub outcome: ConnectOutcome,
    /// Milliseconds it took.
    #[serde(default)]
    pub ms: u64,
}

/// What a certificate says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The subject's common name.
    #[serde(default)]
    pub subject: String,
    /// The subject's organisation.
    #[serde(default)]
    pub subject_organisation: String,
    /// The issuer's common name.
    #[serde(default)]
    pub issuer: String,
    /// The issuer's organisation.
    #[serde(default)]
    pub issuer_organisation: String,
    /// Start of validity, seconds since 1970 UTC.
    #[serde(default)]
    pub not_before: i64,
    /// End of validity, seconds since 1970 UTC.
    #[serde(default)]
    pub not_after: i64,
    /// The DNS names it is for (the first 20).
    #[serde(default)]
    pub names: Vec<String>,
    /// SHA-256 of the whole certificate, as lower-case hexadecimal.
    #[serde(default)]
    pub sha256: String,
    /// Whether it is of a form that could not be read: then nothing but the fingerprint is known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unreadable: bool,
}

/// Whether this machine trusts the chain it was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// It does, for that name and that time.
    Trusted,
    /// It leads to no root that this machine trusts.
    UnknownIssuer,
    /// It is past its end.
    Expired,
    /// It is before its start.
    NotYetValid,
    /// It is for other names.
    WrongName,
    /// Its issuer took it back.
    Revoked,
    /// Refused for another reason.
    Refused(String),
    /// The system did not decide in time.
    Undecided,
}

/// Why a handshake did not finish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandshakeFailure {
    /// The name has no address (of that family); see the lookup.
    Lookup(LookupOutcome),
    /// No address could be connected to; see the attempts.
    Connect,
    /// The proxy said no. The text is its status line or error.
    Proxy(String),
    /// Connected, but the server never finished the handshake.
    Stalled,
    /// Connected, but nothing came back, not even the few bytes of a refusal: somebody swallows what is said.
    Swallowed,
    /// Cut while shaking hands: reset, or closed without a word.
    Cut,
    /// What came back is not TLS.
    NotTls,
    /// TLS said no. The text is the alert or error.
    Tls(String),
    /// Its certificates are larger than can be read here. Nothing is known of whose they are.
    TooLarge,
}

/// A finished handshake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shaken {
    /// `TLSv1.3`.
    pub version: String,
    /// The chain the server sent, its own certificate first.
    pub chain: Vec<Certificate>,
    /// Whether this machine trusts it.
    pub trust: Trust,
    /// Milliseconds from the connection to the end of the handshake.
    #[serde(default)]
    pub ms: u64,
}

/// How a TLS handshake went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandshakeReport {
    /// The attempts to connect, in the order they ended.
    #[serde(default)]
    pub attempts: Vec<Attempt>,
    /// The handshake, or what stopped it.
    pub result: Result<Shaken, HandshakeFailure>,
}

impl HandshakeReport {
    /// The attempt that connected.
    pub fn connected(&self) -> Option<&Attempt> {
        self.attempts.iter().find(|attempt| attempt.outcome == ConnectOutcome::Connected)
    }
}

/// Why an HTTP fetch brought nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FetchFailure {
    /// The name has no address.
    Lookup(LookupOutcome),
    /// Nobody answers there (refused, unreachable, no reply). The text says which.
    Connect(String),
    /// The proxy said no.
    Proxy(String),
    /// The TLS part failed. The text says how.
    Tls(String),
    /// The answer did not end in time.
    Stalled,
    /// The connection was cut, or what came is not HTTP.
    Broken(String),
    /// The body is larger than the limit.
    TooLarge,
}

/// How an HTTP fetch went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fetched {
    /// The response, or what stopped it.
    pub result: Result<Response, FetchFailure>,
}

/// What a script that chooses proxies (PAC) names. It is fetched and read, never run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProxyScript {
    /// What stands in it, or why it could not be fetched.
    pub result: Result<ScriptProxies, FetchFailure>,
}

/// The proxies in a script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScriptProxies {
    /// How long it is, in bytes.
    #[serde(default)]
    pub length: usize,
    /// `PROXY host:port` and `SOCKS host:port`, in the order they stand there; the first few.
    #[serde(default)]
    pub proxies: Vec<String>,
    /// Whether it can also choose none.
    #[serde(default)]
    pub direct: bool,
    /// Whether there are others, or some that are only put together when it runs.
    #[serde(default)]
    pub more: bool,
    /// Whether what was fetched is no such script at all: a page, or nothing.
    #[serde(default)]
    pub no_script: bool,
}

/// An HTTP response.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// Scheme and host of a redirect's target.
    #[serde(default)]
    pub location: Option<String>,
    /// The `Server` header.
    #[serde(default)]
    pub server: Option<String>,
    /// The `Content-Type` header.
    #[serde(default)]
    pub content_type: Option<String>,
    /// The `Date` header minus this machine's clock when it arrived, in milliseconds: positive when this clock is behind.
    /// The header has a resolution of one second.
    #[serde(default)]
    pub date_offset_ms: Option<i64>,
    /// The part of the body that is kept, invalid UTF-8 replaced.
    #[serde(default)]
    pub body: String,
    /// How long the body was, in bytes.
    #[serde(default)]
    pub length: usize,
}

/// How a time server answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockReading {
    /// It answered.
    Offset {
        /// What must be added to this machine's clock, in milliseconds: positive when it is behind.
        offset_ms: i64,
        /// There and back, in milliseconds. The offset is known to half of this.
        round_trip_ms: u64,
    },
    /// The server's name has no address.
    Lookup(LookupOutcome),
    /// Nothing came back.
    NoReply,
    /// It answered with something that is not the time. The text says what.
    Refused(String),
}

impl std::fmt::Display for LookupOutcome {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Addresses(list) if list.len() == 1 => out.write_str("1 address"),
            Self::Addresses(list) => write!(out, "{} addresses", list.len()),
            Self::NoSuchName => out.write_str("no such name"),
            Self::NoAddress => out.write_str("no address"),
            Self::ServerFailed(what) => write!(out, "DNS failed ({})", quoted(what)),
            Self::NoReply => out.write_str("DNS does not answer"),
        }
    }
}

impl std::fmt::Display for FetchFailure {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Lookup(outcome) => outcome.fmt(out),
            Self::Connect(what) => write!(out, "no connection ({what})"),
            Self::Proxy(what) => write!(out, "the proxy refused ({})", quoted(what)),
            Self::Tls(what) => write!(out, "TLS failed ({})", quoted(what)),
            Self::Stalled => out.write_str("it stalls"),
            Self::Broken(what) => write!(out, "it breaks off ({})", quoted(what)),
            Self::TooLarge => out.write_str("it is too large"),
        }
    }
}
