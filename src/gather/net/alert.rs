//! A hello that can only be refused. Where a handshake stalls, either the large answer is lost on the way, or somebody
//! swallows the hello itself. A server that can use none of the ciphers it is offered says so in seven bytes: when even
//! these do not come back, it is not the size.

use super::connect::{Deadlined, is_timeout};
use super::line::Line;
use crate::gather::budget::{Budget, CONNECT};
use crate::gather::room;
use codesent_checks::Miss;
use rustls::ClientConnection;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

/// How long a refusal may take: a round trip, with a lost packet.
const ANSWER: Duration = Duration::from_secs(2);
/// A cipher that no server knows (RFC 8701 keeps it free for such uses).
const NO_CIPHER: [u8; 2] = [0x0a, 0x0a];

/// Whether nothing comes back from `address`, not even a refusal. None where the time was too short to know.
pub(super) fn is_swallowed(
    address: SocketAddr,
    hello: &[u8],
    line: &Arc<Line>,
    budget: Budget,
) -> Result<Option<bool>, Miss> {
    let connecting = budget.step(CONNECT);
    if connecting.over() {
        return Ok(None);
    }
    let stream = match TcpStream::connect_timeout(&address, connecting.left()) {
        Ok(stream) => stream,
        Err(error) if room::is_lack(&error) => return Err(room::miss()),
        Err(_) => return Ok(None),
    };
    // Less would prove nothing.
    if budget.left() < ANSWER {
        return Ok(None);
    }
    let mut stream = Deadlined { stream, line: Arc::clone(line), budget: budget.step(ANSWER) };
    if stream.write_all(hello).is_err() {
        return Ok(None);
    }
    Ok(match stream.read(&mut [0; 16]) {
        // An alert, an end, or anything else: what was said has arrived.
        Ok(_) => Some(false),
        Err(error) if is_timeout(&error) => stream.budget.whole.then_some(true),
        Err(_) => Some(false),
    })
}

/// The hello that `connection` would send, with every cipher replaced by one that no server has. None where it has another
/// form than RFC 8446 says.
pub(super) fn hello(connection: &mut ClientConnection) -> Option<Vec<u8>> {
    let mut hello = Vec::new();
    connection.write_tls(&mut hello).ok()?;
    without_ciphers(hello)
}

fn without_ciphers(mut hello: Vec<u8>) -> Option<Vec<u8>> {
    // The record's head, the message's head, the version and the random number come before the name of a session.
    let session = usize::from(*hello.get(43)?);
    let at = 44 + session;
    let length = usize::from(u16::from_be_bytes([*hello.get(at)?, *hello.get(at + 1)?]));
    let ciphers = hello.get_mut(at + 2..at + 2 + length)?;
    if ciphers.is_empty() || !length.is_multiple_of(2) {
        return None;
    }
    ciphers.chunks_exact_mut(2).for_each(|cipher| cipher.copy_from_slice(&NO_CIPHER));
    Some(hello)
}
