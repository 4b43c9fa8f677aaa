//! Everything that is asked over the network. Each question runs on a thread of its own and ends inside its [`Budget`].

use super::budget::{Budget, LOOKUP};
use anyhow::Result;
use codesent_checks::facts::{
    Attempt, ByServer, Certificate, ClockReading, ConnectOutcome, FetchFailure, Fetched, HandshakeFailure,
    HandshakeReport, LookupOutcome, ProxyScript, Resolution, Shaken,
};
use codesent_checks::hosts::GSA;
use codesent_checks::read::pac;
use codesent_checks::read::scutil_proxy::Proxy;
use codesent_checks::{Answer, Family, Fetch, Handshake, Miss, Question, Through};
use rustls::crypto::CryptoProvider;
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

mod alert;
mod certificate;
mod clock;
mod connect;
mod direct;
mod failure;
mod fetch;
mod line;
mod names;
pub(in crate::gather) mod past;
mod proxy;
mod query;
mod redirect;
#[cfg(test)]
mod tests;
mod tls;
mod trust;

pub(crate) use redirect::Redirect;

/// What servers see: the program and its version, nothing of the Mac.
const USER_AGENT: &str = concat!("codesent/", env!("CARGO_PKG_VERSION"));

/// What one resolver may take past a tunnel, before the next is asked.
const PAST_LOOKUP: Duration = Duration::from_millis(1500);

/// What the command line says about the network.
#[derive(Debug, Default)]
pub(crate) struct NetOptions {
    /// `--resolve`.
    pub resolve: Vec<Redirect>,
    /// `--cacert`: these roots instead of the system's.
    pub cacert: Option<PathBuf>,
}

/// The network. Cheap to clone; all clones share what was looked up.
#[derive(Clone, Debug)]
pub(crate) struct Net {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    redirects: redirect::Redirects,
    names: names::Names,
    line: Arc<line::Line>,
    provider: Arc<CryptoProvider>,
    judge: trust::Judge,
    proxy: proxy::Slot,
}

/// A connection, or what stopped it.
struct Dialled {
    attempts: Vec<Attempt>,
    result: Result<TcpStream, HandshakeFailure>,
}

impl Net {
    /// Fails only when the options cannot be used.
    pub(crate) fn new(options: NetOptions) -> Result<Self> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let judge = trust::Judge::new(&provider, options.cacert.as_deref())?;
        let redirects = redirect::Redirects::new(options.resolve);
        let (names, proxy) = (names::Names::default(), proxy::Slot::default());
        let line = Arc::new(line::Line::new());
        Ok(Self { shared: Arc::new(Shared { redirects, names, line, provider, judge, proxy }) })
    }

    /// Says what will be asked, so that what a code hangs on comes first where not all of it fits on the line.
    pub(crate) fn plan<'a>(&self, questions: impl Iterator<Item = &'a Question>) {
        self.shared.line.plan(questions);
    }

    /// Notes that a question has its answer.
    pub(crate) fn is_over(&self, question: &Question) {
        self.shared.line.is_over(question);
    }

    /// Says which proxy the system has set for HTTPS, once that is known. What goes through it waits for this.
    pub(crate) fn set_proxy(&self, proxy: Option<Proxy>) {
        self.shared.proxy.set(proxy);
    }

    /// The same where no tool says it: the environment does.
    pub(crate) fn set_proxy_from_environment(&self) {
        self.set_proxy(proxy::from_environment());
    }

    /// Nobody will say which proxy is set.
    pub(crate) fn give_up_proxy(&self) {
        self.shared.proxy.give_up();
    }

    /// The system resolver's answer.
    pub(crate) fn lookup(&self, host: &str, budget: Budget) -> Result<Answer, Miss> {
        if let Some(addresses) = self.shared.redirects.addresses(host) {
            let outcome = LookupOutcome::Addresses(addresses);
            self.shared.line.name_is_over(host, &outcome);
            return Ok(Answer::Lookup(Resolution { outcome, aliases: Vec::new() }));
        }
        self.shared.resolve(host, budget).map(Answer::Lookup)
    }

    /// One DNS server's answer.
    pub(crate) fn lookup_via(&self, host: &str, server: &str, budget: Budget) -> Result<Answer, Miss> {
        let address: IpAddr = server.parse().map_err(|_| Miss::Unreadable(format!("`{server}` is no address")))?;
        let endpoint = self.shared.redirects.endpoints(server, 53).and_then(|list| list.first().copied());
        let endpoint = endpoint.unwrap_or(SocketAddr::new(address, 53));
        self.shared.line.wait_for_name(host, budget)?;
        let found = direct::ask(host, endpoint, budget.step(LOOKUP))?;
        self.shared.line.unless_narrow(found.outcome == LookupOutcome::NoReply)?;
        Ok(Answer::Lookup(found))
    }

    /// What each of `servers` says of a name.
    pub(crate) fn lookup_own(&self, host: &str, servers: &[IpAddr], budget: Budget) -> Result<Answer, Miss> {
        let one = |address: &IpAddr| {
            let begin = Instant::now();
            let resolution = self.shared.query(host, &address.to_string(), None, LOOKUP, budget)?;
            Ok(ByServer { server: address.to_string(), resolution, ms: connect::millis(begin.elapsed()) })
        };
        // All at once: one that is silent must not cost the others their time.
        let all: Vec<Result<ByServer, Miss>> = thread::scope(|scope| {
            let ask = |address| thread::Builder::new().spawn_scoped(scope, move || one(address));
            let asked: Vec<_> = servers.iter().map(ask).collect();
            let bug = |_| Err(Miss::Unreadable("bug while asking; please report it".into()));
            let answer = |thread: thread::ScopedJoinHandle<'_, _>| thread.join().unwrap_or_else(bug);
            asked.into_iter().map(|thread| thread.map_err(names::no_thread).and_then(answer)).collect()
        });
        all.into_iter().collect::<Result<_, _>>().map(Answer::Lookups)
    }

    /// A TLS handshake past a tunnel.
    pub(in crate::gather) fn handshake_past(
        &self,
        to: &Handshake,
        way: &past::Way,
        budget: Budget,
    ) -> Result<Answer, Miss> {
        let failed = |attempts, failure| Answer::Handshake(HandshakeReport { attempts, result: Err(failure) });
        let endpoints = match self.shared.endpoints_past(to.host, to.port, way, budget)? {
            Ok(list) => connect::in_turns(&list, to.family),
            Err(outcome) => return Ok(failed(Vec::new(), HandshakeFailure::Lookup(outcome))),
        };
        let raced = connect::race(&endpoints, Some(way.index), &self.shared.line, budget)?;
        let Some(stream) = raced.stream else { return Ok(failed(raced.attempts, HandshakeFailure::Connect)) };
        let connected_in = connected_in(&raced.attempts);
        let shaken = self.shared.shake(stream, to.server_name.unwrap_or(to.host), connected_in, budget)?;
        let result = shaken.map(|(shaken, _)| shaken);
        Ok(Answer::Handshake(HandshakeReport { attempts: raced.attempts, result }))
    }

    /// A TLS handshake.
    pub(crate) fn handshake(&self, to: &Handshake, budget: Budget) -> Result<Answer, Miss> {
        match to.through {
            Through::Direct => self.handshake_by(to, None, budget),
            Through::SystemProxy => {
                let proxy = self.shared.proxy_for(to.host, budget)?.ok_or(Miss::NotHere)?;
                self.handshake_by(to, Some(&proxy), budget)
            }
            // They need to know the way first.
            Through::PastTunnel => Err(Miss::LeavesTunnel),
            Through::ScriptProxy(_) => Err(Miss::NotRecorded),
        }
    }

    /// A TLS handshake, through a proxy where one is given.
    pub(crate) fn handshake_by(&self, to: &Handshake, proxy: Option<&Proxy>, budget: Budget) -> Result<Answer, Miss> {
        let first = line::comes_first(to);
        let (mut report, mut address) = self.shared.ask(to, proxy, Some(first), budget)?;
        let silence = report.result == Err(HandshakeFailure::Stalled);
        if !first {
            self.shared.line.unless_narrow(silence)?;
        } else if silence && self.shared.line.is_narrow() {
            // A code hangs on it, so it is asked once more, when the others are done.
            let _turn = self.shared.line.turn_again(budget);
            (report, address) = self.shared.ask(to, proxy, None, budget)?;
        }
        // The sign-in server is not asked twice where nothing is slow.
        if report.result == Err(HandshakeFailure::Stalled) && proxy.is_none() && to.host != GSA.name {
            let name = to.server_name.unwrap_or(to.host);
            report.result = Err(self.shared.stalled(address, name, budget)?);
        }
        Ok(Answer::Handshake(report))
    }

    /// The script that chooses proxies, read and not run.
    pub(crate) fn proxy_script(&self, url: &str, budget: Budget) -> Result<Answer, Miss> {
        let result = fetch::script(&self.shared, url, budget)?.map(|response| pac::read(&response.body));
        Ok(Answer::ProxyScript(ProxyScript { result }))
    }

    /// An HTTP request.
    pub(crate) fn fetch(&self, what: &Fetch, budget: Budget) -> Result<Answer, Miss> {
        let result = fetch::fetch(&self.shared, what, budget)?;
        self.shared.line.unless_narrow(matches!(result, Err(FetchFailure::Stalled)))?;
        Ok(Answer::Fetch(Fetched { result }))
    }

    /// A time server's answer.
    pub(crate) fn clock(&self, server: &str, budget: Budget) -> Result<Answer, Miss> {
        let reading = match self.shared.endpoints(server, clock::PORT, budget)? {
            Ok(endpoints) => clock::ask(&connect::in_turns(&endpoints, Family::Any), &self.shared.line, budget)?,
            Err(outcome) => ClockReading::Lookup(outcome),
        };
        self.shared.line.unless_narrow(reading == ClockReading::NoReply)?;
        Ok(Answer::Clock(reading))
    }
}

impl Shared {
    /// Where `host`:`port` is, or why it is nowhere.
    fn endpoints(&self, host: &str, port: u16, budget: Budget) -> Result<Result<Vec<SocketAddr>, LookupOutcome>, Miss> {
        if let Some(list) = self.redirects.endpoints(host, port) {
            self.line.name_is_over(host, &LookupOutcome::NoAddress);
            return Ok(Ok(list));
        }
        if let Ok(address) = host.parse::<IpAddr>() {
            return Ok(Ok(vec![SocketAddr::new(address, port)]));
        }
        Ok(match self.resolve(host, budget)?.outcome {
            LookupOutcome::Addresses(list) => {
                Ok(list.into_iter().map(|address| SocketAddr::new(address, port)).collect())
            }
            other => Err(other),
        })
    }

    /// The same by resolvers that are asked past a tunnel: the first that answers counts.
    fn endpoints_past(
        &self,
        host: &str,
        port: u16,
        way: &past::Way,
        budget: Budget,
    ) -> Result<Result<Vec<SocketAddr>, LookupOutcome>, Miss> {
        if let Some(list) = self.redirects.endpoints(host, port) {
            return Ok(Ok(list));
        }
        let mut first = None;
        for server in &way.servers {
            match self.query(host, server, Some(way.index), PAST_LOOKUP, budget)?.outcome {
                LookupOutcome::Addresses(list) => {
                    return Ok(Ok(list.into_iter().map(|address| SocketAddr::new(address, port)).collect()));
                }
                other => first = first.or(Some(other)),
            }
        }
        Ok(Err(first.unwrap_or(LookupOutcome::NoReply)))
    }

    /// What one server says of a name.
    fn query(
        &self,
        host: &str,
        server: &str,
        from: Option<NonZeroU32>,
        own: Duration,
        budget: Budget,
    ) -> Result<Resolution, Miss> {
        let address: IpAddr = server.parse().map_err(|_| Miss::Unreadable(format!("`{server}` is no address")))?;
        let endpoint = self.redirects.endpoints(server, 53).and_then(|list| list.first().copied());
        query::ask(host, endpoint.unwrap_or(SocketAddr::new(address, 53)), from, own, budget)
    }

    /// The system's proxy, unless there is none or `host` is one of its exceptions.
    fn proxy_for(&self, host: &str, budget: Budget) -> Result<Option<Proxy>, Miss> {
        Ok(self.proxy.get(budget)?.filter(|proxy| proxy.is_for(host)))
    }

    /// The system resolver's answer, when it is the name's turn.
    fn resolve(&self, host: &str, budget: Budget) -> Result<Resolution, Miss> {
        self.line.wait_for_name(host, budget)?;
        let found = self.names.resolve(host, &self.line, budget)?;
        self.line.name_is_over(host, &found.outcome);
        Ok(found)
    }

    /// One handshake, when it is its turn: that of what comes first or last. None: it has a turn.
    fn ask(
        &self,
        to: &Handshake,
        proxy: Option<&Proxy>,
        first: Option<bool>,
        budget: Budget,
    ) -> Result<(HandshakeReport, Option<SocketAddr>), Miss> {
        let dialled = self.dial(to.host, to.port, to.family, proxy, budget)?;
        let stream = match dialled.result {
            Ok(stream) => stream,
            Err(failure) => return Ok((HandshakeReport { attempts: dialled.attempts, result: Err(failure) }, None)),
        };
        let address = stream.peer_addr().ok();
        let connected_in = connected_in(&dialled.attempts);
        let _turn = first.map(|first| self.line.turn(first, connected_in, budget)).transpose()?;
        let shaken = self.shake(stream, to.server_name.unwrap_or(to.host), connected_in, budget)?;
        let result = shaken.map(|(shaken, _)| shaken);
        Ok((HandshakeReport { attempts: dialled.attempts, result }, address))
    }

    /// Connects, through `proxy` where one is given.
    fn dial(
        &self,
        host: &str,
        port: u16,
        family: Family,
        proxy: Option<&Proxy>,
        budget: Budget,
    ) -> Result<Dialled, Miss> {
        self.judge.warm_up();
        let (near, near_port) = proxy.map_or((host, port), |proxy| (proxy.host.as_str(), proxy.port));
        let stopped = |failure| Dialled { attempts: Vec::new(), result: Err(failure) };
        let endpoints = match self.endpoints(near, near_port, budget)? {
            Ok(list) => connect::in_turns(&list, family),
            Err(outcome) if proxy.is_some() => {
                return Ok(stopped(HandshakeFailure::Proxy(format!("its own name: {outcome}"))));
            }
            Err(outcome) => return Ok(stopped(HandshakeFailure::Lookup(outcome))),
        };
        if endpoints.is_empty() {
            return Ok(stopped(HandshakeFailure::Lookup(LookupOutcome::NoAddress)));
        }
        let raced = connect::race(&endpoints, None, &self.line, budget)?;
        let result = match (raced.stream, proxy) {
            (Some(stream), None) => Ok(stream),
            (Some(stream), Some(proxy)) => proxy::tunnel(stream, proxy.kind, host, port, &self.line, budget)?,
            (None, None) => Err(HandshakeFailure::Connect),
            (None, Some(_)) => Err(HandshakeFailure::Proxy(format!(
                "no connection to it: {}",
                ConnectOutcome::telling(&raced.attempts).1
            ))),
        };
        Ok(Dialled { attempts: raced.attempts, result })
    }

    /// What a handshake that stalled shows once it is known whether a short answer would have come.
    fn stalled(&self, address: Option<SocketAddr>, name: &str, budget: Budget) -> Result<HandshakeFailure, Miss> {
        let hello = tls::hello_to_refuse(name, &self.provider)?;
        let swallowed = match address.zip(hello) {
            Some((address, hello)) => alert::is_swallowed(address, &hello, &self.line, budget)?,
            None => None,
        };
        Ok(if swallowed == Some(true) { HandshakeFailure::Swallowed } else { HandshakeFailure::Stalled })
    }

    /// Shakes hands and judges what was shown. The connection comes with it, for those who want to go on.
    fn shake(
        &self,
        stream: TcpStream,
        name: &str,
        connected_in: Duration,
        budget: Budget,
    ) -> Result<Result<(Shaken, tls::Shook), HandshakeFailure>, Miss> {
        let shook = match tls::shake(stream, name, &self.provider, &self.line, budget)? {
            Ok(shook) => shook,
            Err(failure) => return Ok(Err(failure)),
        };
        let round_trips = if shook.version == "TLSv1.3" { connected_in } else { connected_in * 2 };
        self.line.shook(Duration::from_millis(shook.ms), round_trips);
        let chain: Vec<Certificate> = shook.shown.chain.iter().map(certificate::read).collect();
        let trust = self.judge.trust(&shook.shown, &chain, name, budget);
        Ok(Ok((Shaken { version: shook.version.clone(), chain, trust, ms: shook.ms }, shook)))
    }
}

/// How long the connection took that stands.
fn connected_in(attempts: &[Attempt]) -> Duration {
    let connected = attempts.iter().find(|attempt| attempt.outcome == ConnectOutcome::Connected);
    connected.map_or(Duration::ZERO, |attempt| Duration::from_millis(attempt.ms))
}

/// A lock that outlives a panic elsewhere.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
