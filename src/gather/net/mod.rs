//! Everything that is asked over the network. Each question runs on a thread of its own and ends inside its [`Budget`].

use super::budget::Budget;
use anyhow::Result;
use codesent_checks::facts::{
    Attempt, ByServer, Certificate, ClockReading, ConnectOutcome, FetchFailure, Fetched, HandshakeFailure,
    HandshakeReport, LookupOutcome, ProxyScript, Resolution, Shaken, Trust,
};
use codesent_checks::hosts::GSA;
use codesent_checks::read::pac;
use codesent_checks::read::scutil_proxy::Proxy;
use codesent_checks::{Answer, Family, Fetch, Handshake, Miss, Through};
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
mod fetch;
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
        let (names, proxy) = (names::Names::default(), proxy::Slot::for_this_system());
        Ok(Self { shared: Arc::new(Shared { redirects, names, provider, judge, proxy }) })
    }

    /// Says which proxy the system has set for HTTPS, once that is known. What goes through it waits for this.
    pub(crate) fn set_proxy(&self, proxy: Option<Proxy>) {
        self.shared.proxy.set(proxy);
    }

    /// Nobody will say which proxy is set.
    pub(crate) fn give_up_proxy(&self) {
        self.shared.proxy.give_up();
    }

    /// The system resolver's answer.
    pub(crate) fn lookup(&self, host: &str, budget: Budget) -> Result<Answer, Miss> {
        if let Some(addresses) = self.shared.redirects.addresses(host) {
            let outcome = LookupOutcome::Addresses(addresses);
            return Ok(Answer::Lookup(Resolution { outcome, aliases: Vec::new() }));
        }
        self.shared.names.resolve(host, budget).map(Answer::Lookup)
    }

    /// One DNS server's answer.
    pub(crate) fn lookup_via(&self, host: &str, server: &str, budget: Budget) -> Result<Answer, Miss> {
        let address: IpAddr = server.parse().map_err(|_| Miss::Unreadable(format!("`{server}` is no address")))?;
        let endpoint = self.shared.redirects.endpoints(server, 53).and_then(|list| list.first().copied());
        let endpoint = endpoint.unwrap_or(SocketAddr::new(address, 53));
        direct::ask(host, endpoint, budget).map(Answer::Lookup)
    }

    /// What each of `servers` says of a name.
    pub(crate) fn lookup_own(&self, host: &str, servers: &[IpAddr], budget: Budget) -> Result<Answer, Miss> {
        let one = |address: &IpAddr| {
            let begin = Instant::now();
            let resolution = self.shared.query(host, &address.to_string(), None, budget)?;
            Ok(ByServer { server: address.to_string(), resolution, ms: connect::millis(begin.elapsed()) })
        };
        // All at once: one that is silent must not cost the others their time.
        let all: Vec<Result<ByServer, Miss>> = thread::scope(|scope| {
            let asked: Vec<_> = servers.iter().map(|address| scope.spawn(move || one(address))).collect();
            let bug = |_| Err(Miss::Unreadable("bug while asking; please report it".into()));
            asked.into_iter().map(|thread| thread.join().unwrap_or_else(bug)).collect()
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
        let raced = connect::race(&endpoints, Some(way.index), budget)?;
        let Some(stream) = raced.stream else { return Ok(failed(raced.attempts, HandshakeFailure::Connect)) };
        let result = self.shared.shake(stream, to.server_name.unwrap_or(to.host), budget)?.map(|(shaken, _)| shaken);
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
        let dialled = self.shared.dial(to.host, to.port, to.family, proxy, budget)?;
        let name = to.server_name.unwrap_or(to.host);
        let result = match dialled.result {
            Ok(stream) => {
                let address = stream.peer_addr().ok();
                match self.shared.shake(stream, name, budget)? {
                    Ok((shaken, _)) => Ok(shaken),
                    // The sign-in server is not asked twice.
                    Err(HandshakeFailure::Stalled) if proxy.is_none() && to.host != GSA.name => {
                        Err(self.shared.stalled(address, name, budget)?)
                    }
                    Err(failure) => Err(failure),
                }
            }
            Err(failure) => Err(failure),
        };
        Ok(Answer::Handshake(HandshakeReport { attempts: dialled.attempts, result }))
    }

    /// The script that chooses proxies, read and not run.
    pub(crate) fn proxy_script(&self, url: &str, budget: Budget) -> Result<Answer, Miss> {
        let result = fetch::script(&self.shared, url, budget)?.map(|response| pac::read(&response.body));
        Ok(Answer::ProxyScript(ProxyScript { result }))
    }

    /// An HTTP request.
    pub(crate) fn fetch(&self, what: &Fetch, budget: Budget) -> Result<Answer, Miss> {
        fetch::fetch(&self.shared, what, budget).map(|result| Answer::Fetch(Fetched { result }))
    }

    /// A time server's answer.
    pub(crate) fn clock(&self, server: &str, budget: Budget) -> Result<Answer, Miss> {
        let reading = match self.shared.endpoints(server, clock::PORT, budget)? {
            Ok(endpoints) => clock::ask(&connect::in_turns(&endpoints, Family::Any), budget)?,
            Err(outcome) => ClockReading::Lookup(outcome),
        };
        Ok(Answer::Clock(reading))
    }
}

impl Shared {
    /// Where `host`:`port` is, or why it is nowhere.
    fn endpoints(&self, host: &str, port: u16, budget: Budget) -> Result<Result<Vec<SocketAddr>, LookupOutcome>, Miss> {
        if let Some(list) = self.redirects.endpoints(host, port) {
            return Ok(Ok(list));
        }
        if let Ok(address) = host.parse::<IpAddr>() {
            return Ok(Ok(vec![SocketAddr::new(address, port)]));
        }
        Ok(match self.names.resolve(host, budget)?.outcome {
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
            let one = budget.step(PAST_LOOKUP);
            match self.query(host, server, Some(way.index), one)?.outcome {
                LookupOutcome::Addresses(list) => {
                    return Ok(Ok(list.into_iter().map(|address| SocketAddr::new(address, port)).collect()));
                }
                other => first = first.or(Some(other)),
            }
        }
        Ok(Err(first.unwrap_or(LookupOutcome::NoReply)))
    }

    /// What one server says of a name.
    fn query(&self, host: &str, server: &str, from: Option<NonZeroU32>, budget: Budget) -> Result<Resolution, Miss> {
        let address: IpAddr = server.parse().map_err(|_| Miss::Unreadable(format!("`{server}` is no address")))?;
        let endpoint = self.redirects.endpoints(server, 53).and_then(|list| list.first().copied());
        query::ask(host, endpoint.unwrap_or(SocketAddr::new(address, 53)), from, budget)
    }

    /// The system's proxy, unless there is none or `host` is one of its exceptions.
    fn proxy_for(&self, host: &str, budget: Budget) -> Result<Option<Proxy>, Miss> {
        Ok(self.proxy.get(budget)?.filter(|proxy| proxy.is_for(host)))
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
        let raced = connect::race(&endpoints, None, budget)?;
        let result = match (raced.stream, proxy) {
            (Some(stream), None) => Ok(stream),
            (Some(stream), Some(proxy)) => proxy::tunnel(stream, proxy.kind, host, port, budget)?,
            (None, None) => Err(HandshakeFailure::Connect),
            (None, Some(_)) => {
                Err(HandshakeFailure::Proxy(format!("no connection to it: {}", ConnectOutcome::telling(&raced.attempts).1)))
            }
        };
        Ok(Dialled { attempts: raced.attempts, result })
    }

    /// What a handshake that stalled shows once it is known whether a short answer would have come.
    fn stalled(&self, address: Option<SocketAddr>, name: &str, budget: Budget) -> Result<HandshakeFailure, Miss> {
        let hello = tls::hello_to_refuse(name, &self.provider)?;
        let swallowed = match address.zip(hello) {
            Some((address, hello)) => alert::is_swallowed(address, &hello, budget)?,
            None => None,
        };
        Ok(if swallowed == Some(true) { HandshakeFailure::Swallowed } else { HandshakeFailure::Stalled })
    }

    /// Shakes hands and judges what was shown. The connection comes with it, for those who want to go on.
    fn shake(
        &self,
        stream: TcpStream,
        name: &str,
        budget: Budget,
    ) -> Result<Result<(Shaken, tls::Shook), HandshakeFailure>, Miss> {
        let shook = match tls::shake(stream, name, &self.provider, budget)? {
            Ok(shook) => shook,
            Err(failure) => return Ok(Err(failure)),
        };
        let chain: Vec<Certificate> = shook.shown.chain.iter().map(certificate::read).collect();
        let trust = self.judge.trust(&shook.shown, &chain, name, budget);
        Ok(Ok((Shaken { version: shook.version.clone(), chain, trust, ms: shook.ms }, shook)))
    }
}

/// The same failure, as a fetch reports it.
fn as_fetch_failure(failure: HandshakeFailure, attempts: &[Attempt]) -> FetchFailure {
    match failure {
        HandshakeFailure::Lookup(outcome) => FetchFailure::Lookup(outcome),
        HandshakeFailure::Connect => FetchFailure::Connect(ConnectOutcome::telling(attempts).1.into()),
        HandshakeFailure::Proxy(what) => FetchFailure::Proxy(what),
        HandshakeFailure::Stalled | HandshakeFailure::Swallowed => FetchFailure::Tls("the handshake stalls".into()),
        HandshakeFailure::Cut => FetchFailure::Tls("cut off while shaking hands".into()),
        HandshakeFailure::NotTls => FetchFailure::Tls("something else than TLS answered".into()),
        HandshakeFailure::Tls(what) => FetchFailure::Tls(what),
    }
}

/// Why a chain is not good enough to read a document over.
fn distrust(trust: &Trust, chain: &[Certificate]) -> Option<String> {
    let issuer = chain.first().map_or("nobody", |own| own.issuer_organisation.as_str());
    match trust {
        Trust::Trusted => None,
        Trust::UnknownIssuer => Some(format!("its certificate comes from {issuer}, which is not trusted here")),
        Trust::Expired => Some("its certificate has expired".into()),
        Trust::NotYetValid => Some("its certificate is not valid yet".into()),
        Trust::WrongName => Some("its certificate is for another name".into()),
        Trust::Revoked => Some("its certificate was revoked".into()),
        Trust::Refused(why) => Some(why.clone()),
        Trust::Undecided => Some("its certificate could not be judged in time".into()),
    }
}

/// A lock that outlives a panic elsewhere.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
