//! What lookups say about a set of names, and the judge that the rows about names share.

pub use super::proxied::proxy_carries;
use super::shakes::genuine;
use crate::facts::{LookupOutcome, Resolution};
use crate::hosts::{COURIER_PORT, COURIERS, SECOND_RESOLVER, THIRD_RESOLVER, courier};
use crate::read::address::{self, Place};
use crate::{Answers, Effect, Handshake, Miss, Question, Reason, Verdict, fail, info, pass, warn};
use std::net::IpAddr;

/// What an answer is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth<'a> {
    /// Addresses that may be right.
    Good,
    /// Addresses that lead nowhere, into this network, or to a filter's own page.
    Blocked(IpAddr),
    /// Stand-ins of a proxy tunnel.
    StandIn(IpAddr),
    /// None.
    None(&'a LookupOutcome),
}

/// What `resolution` is worth. One address that leads nowhere is enough: no real answer has one.
pub fn worth(resolution: &Resolution) -> Worth<'_> {
    let addresses = resolution.addresses();
    let of = |place: Place| addresses.iter().copied().find(|one| address::place(*one) == place);
    let page = addresses.iter().copied().find(|one| address::block_page_of(*one).is_some());
    if addresses.is_empty() {
        return Worth::None(&resolution.outcome);
    }
    if let Some(blocked) = of(Place::Nowhere).or(page) {
        return Worth::Blocked(blocked);
    }
    let good = of(Place::Apple).or_else(|| of(Place::Elsewhere)).is_some();
    match (good, of(Place::Local), of(Place::StandIn).or_else(|| of(Place::Shared))) {
        (false, Some(local), _) => Worth::Blocked(local),
        (false, None, Some(stand_in)) => Worth::StandIn(stand_in),
        _ => Worth::Good,
    }
}

impl Worth<'_> {
    /// What is wrong with it, in words; none when nothing is.
    pub fn trouble(self) -> Option<String> {
        match self {
            Self::Good | Self::StandIn(_) => None,
            Self::Blocked(address) => Some(format!("answered with {address}")),
            Self::None(outcome) => Some(outcome.to_string()),
        }
    }
}

/// What the public resolvers say of `host`: the first that knows addresses, else the first that said anything at all.
pub fn by_public<'a>(answers: &'a Answers, host: &'static str) -> Option<(&'static str, &'a Resolution)> {
    let replied = |resolution: &&Resolution| resolution.outcome != LookupOutcome::NoReply;
    // Few names are asked of both.
    let asked = |server: &&'static str| answers.is_asked(&Question::LookupVia { host, server });
    let servers = [SECOND_RESOLVER, THIRD_RESOLVER].into_iter().filter(asked);
    let said: Vec<(&'static str, &Resolution)> =
        servers.filter_map(|server| Some((server, answers.lookup_via(host, server).ok().filter(replied)?))).collect();
    said.iter().find(|(_, resolution)| worth(resolution) == Worth::Good).or_else(|| said.first()).copied()
}

/// Whether the host, by the address that the system has for it, answered with Apple's own certificate. Then the address
/// is right, odd as it may look: some networks lead everything through a gate of their own.
pub fn answers_as_apple(answers: &Answers, host: &'static str) -> bool {
    let to = match COURIERS.iter().position(|name| *name == host) {
        Some(at) => courier(at, COURIER_PORT),
        None => Handshake::to(host, 443),
    };
    genuine(answers, to)
}

/// What [`judge_names`] can say.
pub const REASONS: &[Reason] = &[
    Reason::fail("none-resolve"),
    Reason::fail("some-do-not-resolve"),
    // The same server answers for the others.
    Reason::warn("some-late").does(Effect::Nothing),
    Reason::info("only-by-proxy"),
];

/// Pass when every host has addresses that may be right; otherwise Fail.
pub fn judge_names(answers: &Answers, hosts: &[&'static str]) -> Result<Verdict, Miss> {
    let (mut bad, mut missing) = (Vec::new(), None);
    for host in hosts {
        match answers.lookup(host) {
            Ok(resolution) if answers_as_apple(answers, host) && !resolution.addresses().is_empty() => {}
            Ok(resolution) => bad.extend(worth(resolution).trouble().map(|trouble| (*host, trouble))),
            Err(miss) => missing = missing.or(Some(miss)),
        }
    }
    let Some((host, trouble)) = bad.first() else {
        // What could not be asked is no pass.
        return match missing {
            Some(miss) => Err(miss),
            None => Ok(pass(format!("all {} names have addresses", hosts.len()))),
        };
    };
    if super::proxied::proxy_answers(answers) {
        return Ok(info("not on this Mac; the proxy looks them up").reason("only-by-proxy"));
    }
    let lost = |host| answers.lookup(host).is_ok_and(|own| own.outcome == LookupOutcome::NoReply);
    let mut verdict = if bad.len() < hosts.len() && bad.iter().all(|(host, _)| lost(host)) {
        // The same server answers for the others: packets get lost, or it is slow.
        warn(format!("{} of {} came too late; {host}: {trouble}", bad.len(), hosts.len())).reason("some-late")
    } else if bad.len() == hosts.len() {
        fail(format!("none resolves; {host}: {trouble}")).reason("none-resolve")
    } else {
        fail(format!("{} of {} do not; {host}: {trouble}", bad.len(), hosts.len())).reason("some-do-not-resolve")
    };
    for (host, trouble) in bad {
        verdict = verdict.blames(host).evidence(host, trouble);
        if let Some((server, resolution)) = by_public(answers, host) {
            verdict = verdict.evidence(format!("{host} by {server}"), resolution.outcome.to_string());
        }
    }
    Ok(verdict)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(addresses: &[&str]) -> Resolution {
        let list = addresses.iter().map(|text| text.parse().unwrap()).collect();
        Resolution { outcome: LookupOutcome::Addresses(list), aliases: Vec::new() }
    }

    #[test]
    fn blocked_answers_are_known() {
        assert_eq!(worth(&with(&["17.1.2.3", "2620:149::1"])), Worth::Good);
        for blocked in ["0.0.0.0", "::", "127.0.0.1", "192.168.1.1", "146.112.61.106"] {
            assert!(matches!(worth(&with(&[blocked])), Worth::Blocked(_)), "{blocked}");
        }
        assert!(matches!(worth(&with(&["17.1.2.3", "::"])), Worth::Blocked(_)));
        assert!(matches!(worth(&with(&["198.18.0.7"])), Worth::StandIn(_)));
        let none = Resolution { outcome: LookupOutcome::NoSuchName, aliases: Vec::new() };
        assert_eq!(worth(&none).trouble().as_deref(), Some("no such name"));
    }
}
