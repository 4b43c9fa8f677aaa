//! The way through a proxy: HTTP CONNECT and SOCKS 5, both without a password (macOS keeps those in the keychain).

use super::connect::{Deadlined, is_timeout};
use super::line::Line;
use super::{USER_AGENT, lock};
use crate::gather::budget::{Budget, PROXY, TLS};
use codesent_checks::Miss;
use codesent_checks::facts::HandshakeFailure;
use codesent_checks::read::scutil_proxy::{self, Kind, Proxy};
use std::io::{self, Read, Write};
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
        Kind::Http => by_connect(&mut stream, host, port),
        Kind::Socks => by_socks(&mut stream, host, port),
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

fn by_connect(stream: &mut Deadlined, host: &str, port: u16) -> io::Result<Result<(), String>> {
    let target = format!("{host}:{port}");
    write!(stream, "CONNECT {target} HTTP/1.1\r\nHost: {target}\r\nUser-Agent: {USER_AGENT}\r\n\r\n")?;
    let mut head = Vec::new();
    let mut byte = [0];
    // One byte at a time, so that nothing of what follows the head is taken away from TLS.
    while !head.ends_with(b"\r\n\r\n") && !head.ends_with(b"\n\n") {
        if stream.read(&mut byte)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        head.push(byte[0]);
        if head.len() > 16 * 1024 {
            return Ok(Err("its answer is not HTTP".into()));
        }
    }
    let head = String::from_utf8_lossy(&head);
    let line = head.lines().next().unwrap_or_default();
    let mut words = line.splitn(3, ' ');
    let http = words.next().is_some_and(|word| word.starts_with("HTTP/"));
    let status = words.next().and_then(|word| word.parse::<u16>().ok());
    Ok(match status {
        Some(200..=299) if http => Ok(()),
        Some(status) if http => {
            let reason: String = words.next().unwrap_or_default().chars().take(60).collect();
            Err(format!("{status} {reason}").trim_end().to_owned())
        }
        _ => Err("its answer is not HTTP".into()),
    })
}

/// RFC 1928, without a password. The proxy looks the name up.
fn by_socks(stream: &mut Deadlined, host: &str, port: u16) -> io::Result<Result<(), String>> {
    let Ok(length) = u8::try_from(host.len()) else { return Ok(Err("the name is too long".into())) };
    stream.write_all(&[5, 1, 0])?;
    let mut method = [0; 2];
    stream.read_exact(&mut method)?;
    match method {
        [5, 0] => {}
        [5, _] => return Ok(Err("it wants a password".into())),
        _ => return Ok(Err("its answer is not SOCKS 5".into())),
    }
    let mut request = vec![5, 1, 0, 3, length];
    request.extend_from_slice(host.as_bytes());
    request.extend_from_slice(&port.to_be_bytes());
    stream.write_all(&request)?;
    let mut answer = [0; 4];
    stream.read_exact(&mut answer)?;
    if answer[1] != 0 {
        let meaning = match answer[1] {
            2 => "not allowed",
            3 | 4 => "no route to the host",
            5 => "the host refused",
            _ => "failed",
        };
        return Ok(Err(format!("{meaning} (SOCKS {})", answer[1])));
    }
    let mut length = [0];
    let rest = match answer[3] {
        1 => 4,
        4 => 16,
        3 => {
            stream.read_exact(&mut length)?;
            usize::from(length[0])
        }
        _ => return Ok(Err("its answer is not SOCKS 5".into())),
    };
    let mut bound = vec![0; rest + 2];
    stream.read_exact(&mut bound)?;
    Ok(Ok(()))
}
