//! The way through a proxy: HTTP CONNECT and SOCKS 5, both without a password (macOS keeps those in the keychain).

mod words;

use super::connect::{Deadlined, is_timeout};
use super::line::Line;
use super::{USER_AGENT, lock};
use crate::gather::budget::{Budget, PROXY, TLS};
use codesent_checks::Miss;
use codesent_checks::facts::HandshakeFailure;
use codesent_checks::read::scutil_proxy::{self, Kind, Proxy};
use std::net::TcpStream;
use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// What is known of the system's proxy.
#[derive(Debug, Default)]
enum Known {
    #[default]
    NotYet,
    None,
    Is(Proxy),
    /// The tool that knows it said nothing that can be read.
    Never,
}

/// The system's proxy, which is known as soon as `scutil --proxy` has answered, or the environment where there is no scutil.
#[derive(Debug, Default)]
pub(super) struct Slot {
    known: Mutex<Known>,
    told: Condvar,
}

impl Slot {
    pub(super) fn set(&self, proxy: Option<Proxy>) {
        *lock(&self.known) = proxy.map_or(Known::None, Known::Is);
        self.told.notify_all();
    }

    /// It will not be known.
    pub(super) fn give_up(&self) {
        *lock(&self.known) = Known::Never;
        self.told.notify_all();
    }

    /// Waits a little for the proxy to be known. Not known is not the same as none.
    pub(super) fn get(&self, budget: Budget) -> Result<Option<Proxy>, Miss> {
        let budget = budget.step(PROXY);
        let mut known = lock(&self.known);
        loop {
            match &*known {
                Known::Is(proxy) => return Ok(Some(proxy.clone())),
                Known::None => return Ok(None),
                Known::Never => return Err(Miss::Unreadable("it is not known whether a proxy is set".into())),
                Known::NotYet if budget.over() => return Err(Miss::TimedOut),
                Known::NotYet => {}
            }
            known = self.told.wait_timeout(known, budget.left()).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

/// `HTTPS_PROXY` or `ALL_PROXY` with `NO_PROXY`, in either case, as curl reads them.
pub(super) fn from_environment() -> Option<Proxy> {
    let read =
        |name: &str| [name.to_ascii_lowercase(), name.to_owned()].iter().find_map(|name| std::env::var(name).ok());
    let text = read("HTTPS_PROXY").filter(|text| !text.is_empty()).or_else(|| read("ALL_PROXY"))?;
    scutil_proxy::from_url(&text, read("NO_PROXY").as_deref().unwrap_or_default())
}

/// Makes a connection to the proxy into one to `host`:`port`.
pub(super) fn tunnel(
    stream: TcpStream,
    kind: Kind,
    host: &str,
    port: u16,
    line: &Arc<Line>,
    budget: Budget,
) -> Result<Result<TcpStream, HandshakeFailure>, Miss> {
    // The proxy connects to the host meanwhile, so it gets as long as a handshake.
    let budget = budget.step(TLS);
    let mut stream = Deadlined { stream, line: Arc::clone(line), budget };
    let asked = match kind {
        Kind::Http => words::by_connect(&mut stream, host, port, USER_AGENT),
        Kind::Socks => words::by_socks(&mut stream, host, port),
    };
    match asked {
        Ok(Ok(())) => Ok(Ok(stream.stream)),
        Ok(Err(refusal)) => Ok(Err(HandshakeFailure::Proxy(refusal))),
        Err(error) if is_timeout(&error) => {
            stream.budget.silence(Err(HandshakeFailure::Proxy("it does not answer".into())))
        }
        Err(error) => Ok(Err(HandshakeFailure::Proxy(format!("cut off: {}", error.kind())))),
    }
}
