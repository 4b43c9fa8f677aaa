//! What handshakes say: whether a set of hosts can be reached, and what stands in the way.

pub use super::proxied::only_by_proxy;
use super::proxied::proxy_carries;
use crate::facts::{ConnectOutcome, HandshakeFailure, HandshakeReport};
use crate::hosts::{CERTIFIED, Host};
use crate::read::issuers::{Finding, finding};
use crate::read::quoted::quoted;
use crate::{Answers, Culprit, Handshake, Miss, Reason, Through, Verdict, fail, fix::catalogue, pass, warn};

/// Why a handshake did not lead to the server it was meant for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// A slug.
    pub reason: &'static str,
    /// One clause.
    pub words: String,
}

/// What [`Trouble::reason`] can be, for a host that a code hangs on.
pub const TROUBLES: &[Reason] = &[
    Reason::fail("no-address"),
    FORBIDDEN,
    Reason::fail("unreachable"),
    Reason::fail("proxy-refused"),
    Reason::fail("stalled"),
    Reason::fail("swallowed"),
    Reason::fail("cut"),
    Reason::fail("not-tls"),
    Reason::fail("tls-failed"),
];
/// What this Mac itself forbids, no network can let through.
const FORBIDDEN: Reason = Reason::fail("forbidden").fix(&catalogue::FILTER);

/// What [`judge_required`] can say.
pub const REQUIRED: &[Reason] = &[Reason::fail("inspected"), Reason::info("only-by-proxy")];

/// What [`judge_optional`] can say.
pub const OPTIONAL: &[Reason] = &[
    Reason::warn("inspected"),
    Reason::warn("no-address"),
    Reason::warn("forbidden").fix(&catalogue::FILTER),
    Reason::warn("unreachable"),
    Reason::warn("proxy-refused"),
    Reason::warn("stalled"),
    Reason::warn("swallowed"),
    Reason::warn("cut"),
    Reason::warn("not-tls"),
    Reason::warn("tls-failed"),
    Reason::info("only-by-proxy"),
];

/// A fault of nobody's that is known: the server may be Apple's.
const LARGE: &str = "its certificates are too large to be read";

/// What went wrong; none when the handshake finished, and not with somebody who stands in the way.
pub fn trouble(report: &HandshakeReport, on_a_mac: bool) -> Option<Trouble> {
    let failure = match &report.result {
        Err(failure) => failure,
        Ok(shaken) => {
            let Finding::Inspected(who) = finding(shaken, on_a_mac) else { return None };
            let who = Culprit::from(who).in_a_sentence();
            return Some(Trouble { reason: "inspected", words: format!("{who} answers in its place") });
        }
    };
    let (reason, words) = match failure {
        HandshakeFailure::Lookup(outcome) => ("no-address", outcome.to_string()),
        HandshakeFailure::Connect => connecting(report),
        HandshakeFailure::Proxy(what) => ("proxy-refused", format!("the proxy fails ({})", quoted(what))),
        HandshakeFailure::Stalled => ("stalled", "connected, then silence".into()),
        HandshakeFailure::Swallowed => {
            ("swallowed", "connected, then somebody on the way swallows all that is said".into())
        }
        HandshakeFailure::Cut => ("cut", "connected, then cut off".into()),
        HandshakeFailure::NotTls => ("not-tls", "what answers does not speak TLS".into()),
        HandshakeFailure::TooLarge => ("tls-failed", LARGE.into()),
        HandshakeFailure::Tls(what) => ("tls-failed", format!("TLS fails ({})", quoted(what))),
    };
    Some(Trouble { reason, words })
}

fn connecting(report: &HandshakeReport) -> (&'static str, String) {
    match ConnectOutcome::telling(&report.attempts) {
        (ConnectOutcome::Forbidden, words) => ("forbidden", words.into()),
        (ConnectOutcome::Refused | ConnectOutcome::Reset, words) => {
            ("unreachable", format!("the connection is {words}"))
        }
        (_, words) => ("unreachable", words.into()),
    }
}

/// How a set of handshakes went.
pub struct Reached {
    /// How many were asked to the end.
    pub all: usize,
    /// How many were not, so that nothing is known of them.
    pub unasked: usize,
    /// How many led to the server.
    pub good: usize,
    /// Those that did not.
    pub bad: Vec<(&'static str, Trouble)>,
}

/// How the handshakes went. What could not be asked is a miss, unless something else is known to be wrong.
pub fn reached(answers: &Answers, handshakes: &[Handshake]) -> Result<Reached, Miss> {
    let (mut good, mut bad, mut missing, mut unasked) = (0, Vec::new(), None, 0);
    for to in handshakes {
        match answers.handshake(*to) {
            // Nothing is known of it.
            Ok(report) if report.result == Err(HandshakeFailure::TooLarge) => {
                missing = missing.or_else(|| Some(Miss::Unreadable(format!("{}: {LARGE}", to.host))));
                unasked += 1;
            }
            Ok(report) => match trouble(report, answers.on_a_mac()) {
                Some(trouble) => bad.push((to.host, trouble)),
                None => good += 1,
            },
            Err(miss) => {
                missing = missing.or(Some(miss));
                unasked += 1;
            }
        }
    }
    match missing {
        Some(miss) if bad.is_empty() => Err(miss),
        _ => Ok(Reached { all: good + bad.len(), unasked, good, bad }),
    }
}

impl Reached {
    /// Whether none can be reached directly, while the system's proxy carries connections to Apple.
    pub fn only_proxy_helps(&self, answers: &Answers) -> bool {
        self.bad.len() == self.all && proxy_carries(answers)
    }

    /// Pass when all answered; otherwise what `worse` makes of it (Fail or Warn).
    pub fn verdict(self, worse: fn(String) -> Verdict) -> Verdict {
        let Some((host, first)) = self.bad.first() else {
            return pass(if self.all == 1 { "it answers".into() } else { format!("all {} answer", self.all) });
        };
        let saw = if self.unasked > 0 {
            format!(
                "{host}: {}; {} of {} answer, {} not asked to the end",
                first.words, self.good, self.all, self.unasked
            )
        } else if self.bad.len() == self.all && self.all > 1 {
            format!("none answers; {host}: {}", first.words)
        } else if self.all == 1 {
            format!("{host}: {}", first.words)
        } else {
            format!("{host}: {}; {} of {} answer", first.words, self.good, self.all)
        };
        let verdict = worse(saw).reason(first.reason);
        self.bad
            .into_iter()
            .fold(verdict, |verdict, (host, trouble)| verdict.blames(host).evidence(host, trouble.words))
    }
}

/// Hosts that a code does not hang on: at worst a warning.
pub fn judge_optional(answers: &Answers, hosts: &[Host]) -> Result<Verdict, Miss> {
    let handshakes: Vec<Handshake> = hosts.iter().map(Host::handshake).collect();
    let reached = reached(answers, &handshakes)?;
    Ok(if reached.only_proxy_helps(answers) { only_by_proxy() } else { reached.verdict(warn) })
}

/// Hosts that a code hangs on. `partly` is what is wrong where some of them answer.
pub fn judge_required(answers: &Answers, hosts: &[Host], partly: &'static str) -> Result<Verdict, Miss> {
    let handshakes: Vec<Handshake> = hosts.iter().map(Host::handshake).collect();
    let reached = reached(answers, &handshakes)?;
    if reached.only_proxy_helps(answers) {
        return Ok(only_by_proxy());
    }
    let some = reached.good > 0;
    let verdict = reached.verdict(fail);
    Ok(if some { verdict.wrong(partly) } else { verdict })
}

/// Whether `to` was answered by Apple itself, as far as its certificate tells.
pub fn genuine(answers: &Answers, to: Handshake) -> bool {
    let shaken = answers.handshake(to).ok().and_then(|report| report.result.as_ref().ok());
    shaken.is_some_and(|shaken| {
        matches!(finding(shaken, answers.on_a_mac()), Finding::Genuine | Finding::RootNotCarried | Finding::Undecided)
    })
}

/// What each finished handshake with the servers that a code comes from and goes through shows, through the system's proxy
/// too where there is one.
pub fn findings(answers: &Answers) -> Result<Vec<(&'static str, Finding)>, Miss> {
    let (mut found, mut missing) = (Vec::new(), None);
    for to in CERTIFIED {
        match answers.handshake(*to) {
            // There is no proxy.
            Err(Miss::NotHere) if to.through == Through::SystemProxy => {}
            Ok(report) => {
                let shaken = report.result.as_ref().ok();
                found.extend(shaken.map(|shaken| (to.host, finding(shaken, answers.on_a_mac()))));
            }
            Err(miss) => missing = missing.or(Some(miss)),
        }
    }
    match missing {
        Some(miss) if found.is_empty() => Err(miss),
        _ => Ok(found),
    }
}
