//! HTTP documents: one connection a request, no cookies, no credentials, a fixed name, a cap on the body.

use super::connect::{Deadlined, is_timeout};
use super::failure::{as_fetch_failure, distrust};
use super::line::Turn;
use super::{Shared, USER_AGENT, connected_in, lock};
use crate::gather::budget::{Budget, FETCH};
use crate::gather::now;
use codesent_checks::facts::{FetchFailure, Response};
use codesent_checks::{Family, Fetch, Miss};
use rustls::{ClientConnection, StreamOwned};
use std::fmt;
use std::io::{self, ErrorKind, Read, Write};
use std::sync::{Arc, Mutex};
use std::time::UNIX_EPOCH;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, LazyBuffers, NextTimeout, Transport};
use ureq::{Agent, Body, Timeout};

/// Makes the request, and follows redirects only from one place of Apple's to another.
pub(super) fn fetch(
    shared: &Arc<Shared>,
    what: &Fetch,
    budget: Budget,
) -> Result<Result<Response, FetchFailure>, Miss> {
    let mut url = what.url.to_owned();
    for left in (0..=what.redirects).rev() {
        match request(shared, what, &url, budget)? {
            Ok((_, Some(next))) if left > 0 => url = next,
            other => return Ok(other.map(|(response, _)| response)),
        }
    }
    Err(Miss::Unreadable("redirected without end".into()))
}

/// Fetches a script that chooses proxies: past any proxy, as it must be known before there is one.
pub(super) fn script(shared: &Arc<Shared>, url: &str, budget: Budget) -> Result<Result<Response, FetchFailure>, Miss> {
    const SCRIPT: Fetch =
        Fetch { url: "", head_only: false, keep: MAX_SCRIPT, limit: MAX_SCRIPT, redirects: 0, by_proxy: false };
    Ok(match request(shared, &SCRIPT, url, budget)? {
        Ok((response, _)) if response.status == 200 => Ok(response),
        Ok((response, _)) => Err(FetchFailure::Broken(format!("status {}", response.status))),
        Err(failure) => Err(failure),
    })
}

/// The longest script that is read. Those of companies take 2 to 200 KB, long ones for their lists of exceptions.
const MAX_SCRIPT: usize = 64 * 1024;

/// One request: the response, and where a redirect leads if it may be followed.
fn request(
    shared: &Arc<Shared>,
    what: &Fetch,
    url: &str,
    budget: Budget,
) -> Result<Result<(Response, Option<String>), FetchFailure>, Miss> {
    let (stopped, spent) = (Arc::default(), Arc::new(Mutex::new(budget)));
    let way = Way {
        shared: Arc::clone(shared),
        by_proxy: what.by_proxy,
        budget,
        stopped: Arc::clone(&stopped),
        spent: Arc::clone(&spent),
    };
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .user_agent(USER_AGENT)
        .max_idle_connections(0)
        .timeout_global(Some(budget.left()))
        .build();
    let agent = Agent::with_parts(config, way, Nowhere);
    let request = if what.head_only { agent.head(url) } else { agent.get(url) };
    let fetched = request.header("Connection", "close").call().map_err(Trouble::from);
    match fetched.and_then(|response| {
        let next = target(&response, url);
        read(response, what).map(|response| (response, next))
    }) {
        Ok(response) => Ok(Ok(response)),
        Err(Trouble::TooLarge) => Ok(Err(FetchFailure::TooLarge)),
        Err(trouble) => match (lock(&stopped).take(), trouble) {
            (Some(Ok(failure)), _) => Ok(Err(failure)),
            (Some(Err(miss)), _) => Err(miss),
            (None, Trouble::Silence) => lock(&spent).silence(Err(FetchFailure::Stalled)),
            (None, Trouble::Broken(text)) => Ok(Err(FetchFailure::Broken(text))),
            (None, Trouble::TooLarge) => Ok(Err(FetchFailure::TooLarge)),
        },
    }
}

/// Where a redirect leads, if that is a secured place of Apple's. No other host is ever contacted because somebody says so.
fn target(response: &ureq::http::Response<Body>, from: &str) -> Option<String> {
    if !response.status().is_redirection() {
        return None;
    }
    let location = response.headers().get("location")?.to_str().ok()?;
    let from: Uri = from.parse().ok()?;
    let to = match location.parse::<Uri>().ok()? {
        whole if whole.authority().is_some() => whole,
        path if location.starts_with('/') && !location.starts_with("//") && path.host().is_none() => {
            format!("{}://{}{location}", from.scheme_str()?, from.authority()?).parse().ok()?
        }
        _ => return None,
    };
    let host = to.host()?.to_ascii_lowercase();
    let apples = host == "apple.com" || host.ends_with(".apple.com");
    let plain = to.authority()?.as_str().eq_ignore_ascii_case(&host);
    (to.scheme_str() == Some("https") && apples && plain).then(|| to.to_string())
}

enum Trouble {
    Silence,
    Broken(String),
    TooLarge,
}

impl From<ureq::Error> for Trouble {
    fn from(error: ureq::Error) -> Self {
        match error {
            ureq::Error::Timeout(_) => Self::Silence,
            ureq::Error::Io(error) => error.into(),
            other => Self::Broken(other.to_string().chars().take(120).collect()),
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        if is_timeout(&error) {
            return Self::Silence;
        }
        match error.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>()) {
            Some(ureq::Error::Timeout(_)) => Self::Silence,
            Some(other) => Self::Broken(other.to_string().chars().take(120).collect()),
            None => Self::Broken(error.kind().to_string()),
        }
    }
}

fn read(mut response: ureq::http::Response<Body>, what: &Fetch) -> Result<Response, Trouble> {
    let header = |name: &str| {
        let value = response.headers().get(name)?.to_str().ok()?;
        Some(value.chars().take(200).collect::<String>())
    };
    let mut read = Response {
        status: response.status().as_u16(),
        location: header("location").and_then(|target| scheme_and_host(&target)),
        server: header("server"),
        content_type: header("content-type"),
        date_offset_ms: header("date").and_then(|date| offset(&date)),
        ..Response::default()
    };
    let mut body = Vec::new();
    let most = u64::try_from(what.limit).unwrap_or(u64::MAX).saturating_add(1);
    response.body_mut().as_reader().take(most).read_to_end(&mut body)?;
    if body.len() > what.limit {
        return Err(Trouble::TooLarge);
    }
    read.length = body.len();
    body.truncate(what.keep);
    read.body = String::from_utf8_lossy(&body).into_owned();
    Ok(read)
}

/// The rest of a redirect's target may name the person or the device (portals do that).
fn scheme_and_host(target: &str) -> Option<String> {
    let uri: Uri = target.parse().ok()?;
    Some(format!("{}://{}", uri.scheme_str()?, uri.host()?))
}

fn offset(date: &str) -> Option<i64> {
    let date = httpdate::parse_http_date(date).ok()?.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(date.as_millis()).ok().map(|date| date.saturating_sub(now::millis()))
}

/// Connects the way every other question does: same names, same race, same judgement of certificates.
struct Way {
    shared: Arc<Shared>,
    by_proxy: bool,
    budget: Budget,
    /// What stopped it, in our own words.
    stopped: Arc<Mutex<Option<Result<FetchFailure, Miss>>>>,
    /// What the time looked like when the last connection said nothing more.
    spent: Arc<Mutex<Budget>>,
}

impl Way {
    fn open(&self, uri: &Uri) -> Result<Result<(Stream, Option<Turn>), FetchFailure>, Miss> {
        let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
        let secure = uri.scheme_str() == Some("https");
        let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let proxy = if self.by_proxy { self.shared.proxy_for(host, self.budget).unwrap_or(None) } else { None };
        let dialled = self.shared.dial(host, port, Family::Any, proxy.as_ref(), self.budget)?;
        let stream = match dialled.result {
            Ok(stream) => stream,
            Err(failure) => return Ok(Err(as_fetch_failure(failure, &dialled.attempts))),
        };
        let _ = stream.set_nodelay(true);
        if !secure {
            let (line, budget) = (Arc::clone(&self.shared.line), self.budget.step(FETCH));
            return Ok(Ok((Stream::Plain(Deadlined { stream, line, budget }), None)));
        }
        let turn = self.shared.line.turn(false, connected_in(&dialled.attempts), self.budget)?;
        match self.shared.shake(stream, host, connected_in(&dialled.attempts), self.budget)? {
            Ok((shaken, shook)) => Ok(match distrust(&shaken.trust, &shaken.chain) {
                None => {
                    let stream = Deadlined { budget: self.budget.step(FETCH), ..shook.stream };
                    Ok((Stream::Secure(Box::new(StreamOwned::new(shook.connection, stream))), Some(turn)))
                }
                Some(why) => Err(FetchFailure::Tls(why)),
            }),
            Err(failure) => Ok(Err(as_fetch_failure(failure, &dialled.attempts))),
        }
    }
}

impl fmt::Debug for Way {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Way")
    }
}

impl Connector for Way {
    type Out = Pipe;

    fn connect(&self, details: &ConnectionDetails<'_>, _: Option<()>) -> Result<Option<Pipe>, ureq::Error> {
        let why = match self.open(details.uri) {
            Ok(Ok((stream, turn))) => {
                let config = details.config;
                let buffers = LazyBuffers::new(config.input_buffer_size(), config.output_buffer_size());
                return Ok(Some(Pipe { stream, buffers, spent: Arc::clone(&self.spent), _turn: turn }));
            }
            Ok(Err(failure)) => Ok(failure),
            Err(miss) => Err(miss),
        };
        *lock(&self.stopped) = Some(why);
        Err(ureq::Error::ConnectionFailed)
    }
}

/// The library asks for addresses before it connects; ours come later.
#[derive(Debug)]
struct Nowhere;

impl Resolver for Nowhere {
    fn resolve(&self, _: &Uri, _: &ureq::config::Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        Ok(self.empty())
    }
}

enum Stream {
    Plain(Deadlined),
    Secure(Box<StreamOwned<ClientConnection, Deadlined>>),
}

/// A connection as the library wants it.
struct Pipe {
    stream: Stream,
    buffers: LazyBuffers,
    spent: Arc<Mutex<Budget>>,
    _turn: Option<Turn>,
}

impl Pipe {
    fn told(&self, error: io::Error) -> ureq::Error {
        if !is_timeout(&error) {
            return ureq::Error::Io(error);
        }
        *lock(&self.spent) = match &self.stream {
            Stream::Plain(stream) => stream.budget,
            Stream::Secure(stream) => stream.sock.budget,
        };
        ureq::Error::Timeout(Timeout::Global)
    }
}

impl fmt::Debug for Pipe {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Pipe")
    }
}

impl Transport for Pipe {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, _: NextTimeout) -> Result<(), ureq::Error> {
        let output = &self.buffers.output()[..amount];
        let sent = match &mut self.stream {
            Stream::Plain(stream) => stream.write_all(output),
            Stream::Secure(stream) => stream.write_all(output).and_then(|()| stream.flush()),
        };
        sent.map_err(|error| self.told(error))
    }

    fn await_input(&mut self, _: NextTimeout) -> Result<bool, ureq::Error> {
        let input = self.buffers.input_append_buf();
        let amount = loop {
            let came = match &mut self.stream {
                Stream::Plain(stream) => stream.read(input),
                Stream::Secure(stream) => stream.read(input),
            };
            match came {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        let amount = amount.map_err(|error| self.told(error))?;
        self.buffers.input_appended(amount);
        Ok(amount > 0)
    }

    fn is_open(&mut self) -> bool {
        false
    }

    fn is_tls(&self) -> bool {
        matches!(self.stream, Stream::Secure(_))
    }
}
