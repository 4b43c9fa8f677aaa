//! One question to one DNS server over a socket of our choosing, with what the server says of it: whether it refuses, fails,
//! or denies. The resolver library neither binds its sockets nor keeps that of every server.

use super::past;
use crate::gather::budget::Budget;
use crate::gather::room;
use codesent_checks::Miss;
use codesent_checks::facts::{LookupOutcome, Resolution};
use hickory_resolver::proto::op::{Message, MessageType, OpCode, Query, ResponseCode};
use hickory_resolver::proto::rr::{Name, RData, RecordType};
use ring::rand::{SecureRandom, SystemRandom};
use std::io;
use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::num::NonZeroU32;
use std::str::FromStr;
use std::time::{Duration, Instant};

/// So often a query is sent, within the time that a server has for its answer.
const TRIES: u32 = 3;
const KINDS: [RecordType; 2] = [RecordType::A, RecordType::AAAA];

/// Asks `server` for both kinds of addresses of `host`, for as long as `own` says.
pub(super) fn ask(
    host: &str,
    server: SocketAddr,
    from: Option<NonZeroU32>,
    own: Duration,
    budget: Budget,
) -> Result<Resolution, Miss> {
    let budget = budget.step(own);
    let silent = || Resolution { outcome: LookupOutcome::NoReply, aliases: Vec::new() };
    let name = Name::from_str(&format!("{}.", host.trim_end_matches('.')));
    let name = name.map_err(|error| Miss::Unreadable(format!("`{host}` is no name: {error}")))?;
    let socket = match past::datagrams(server, from) {
        Ok(socket) => socket,
        Err(error) if room::is_lack(&error) => return Err(room::miss()),
        // No way there: for a lookup that is the same as silence.
        Err(_) => return Ok(silent()),
    };
    let mut heard: [Option<Message>; 2] = [None, None];
    // The same in every try, so that a late answer to an earlier one counts.
    let ids = [id()?, id()?];
    for sent in 0..TRIES {
        if budget.over() || heard.iter().all(Option::is_some) {
            break;
        }
        let until = (Instant::now() + own / (TRIES + 1)).min(budget.until);
        // The last try has what is left.
        let until = if sent + 1 == TRIES { budget.until } else { until };
        match one_try(&socket, (&name, ids), &mut heard, until) {
            Ok(()) => {}
            Err(error) if room::is_lack(&error) => return Err(room::miss()),
            // Nobody listens there.
            Err(_) => return Ok(silent()),
        }
    }
    if heard.iter().all(Option::is_none) {
        return budget.silence(silent());
    }
    Ok(in_one(&heard))
}

/// What nobody can guess who answers in the place of the server.
fn id() -> Result<u16, Miss> {
    let mut id = [0; 2];
    SystemRandom::new().fill(&mut id).map_err(|_| Miss::Unreadable("there are no random numbers".into()))?;
    Ok(u16::from_be_bytes(id))
}

/// Sends what has no answer yet, and listens.
fn one_try(
    socket: &UdpSocket,
    (name, ids): (&Name, [u16; 2]),
    heard: &mut [Option<Message>; 2],
    until: Instant,
) -> io::Result<()> {
    for (at, kind) in KINDS.into_iter().enumerate().filter(|(at, _)| heard[*at].is_none()).collect::<Vec<_>>() {
        let mut question = Message::new(ids[at], MessageType::Query, OpCode::Query);
        question.metadata.recursion_desired = true;
        question.add_query(Query::query(name.clone(), kind));
        socket.send(&question.to_vec().map_err(io::Error::other)?)?;
    }
    let mut buffer = [0; 4096];
    while heard.iter().any(Option::is_none) {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(());
        }
        socket.set_read_timeout(Some(left))?;
        let length = match socket.recv(&mut buffer) {
            Ok(length) => length,
            Err(error) if super::connect::is_timeout(&error) => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let Ok(answer) = Message::from_vec(&buffer[..length]) else { continue };
        let asked = |at: &usize| {
            let same = |query: &Query| query.query_type() == KINDS[*at] && query.name() == name;
            answer.metadata.id == ids[*at] && answer.queries.first().is_some_and(same)
        };
        if answer.metadata.message_type == MessageType::Response
            && let Some(at) = (0..KINDS.len()).find(asked)
        {
            heard[at].get_or_insert(answer);
        }
    }
    Ok(())
}

/// Both answers in one.
fn in_one(heard: &[Option<Message>]) -> Resolution {
    let (mut addresses, mut aliases) = (Vec::<IpAddr>::new(), Vec::<String>::new());
    for record in heard.iter().flatten().flat_map(|message| &message.answers) {
        match &record.data {
            RData::A(address) => addresses.push(address.0.into()),
            RData::AAAA(address) => addresses.push(address.0.into()),
            RData::CNAME(name) => {
                let name = name.0.to_ascii().trim_end_matches('.').to_ascii_lowercase();
                if !aliases.contains(&name) {
                    aliases.push(name);
                }
            }
            _ => {}
        }
    }
    let codes = || heard.iter().flatten().map(|message| message.metadata.response_code);
    let failed = codes().find(|code| !matches!(code, ResponseCode::NoError | ResponseCode::NXDomain));
    let outcome = if !addresses.is_empty() {
        LookupOutcome::Addresses(addresses)
    } else if let Some(code) = failed {
        LookupOutcome::ServerFailed(code.to_string())
    } else if codes().any(|code| code == ResponseCode::NXDomain) {
        LookupOutcome::NoSuchName
    } else {
        LookupOutcome::NoAddress
    };
    Resolution { outcome, aliases }
}
