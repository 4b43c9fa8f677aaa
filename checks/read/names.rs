//! Judging a set of names that must resolve.

use crate::facts::LookupOutcome;
use crate::{Answers, Miss, Verdict, fail, pass};

/// Pass when every host has addresses; Fail when none that are needed do.
pub fn judge_names(answers: &Answers, hosts: &[&'static str]) -> Result<Verdict, Miss> {
    let mut bad = Vec::new();
    for host in hosts {
        let outcome = &answers.lookup(host)?.outcome;
        if !matches!(outcome, LookupOutcome::Addresses(_)) {
            bad.push((*host, outcome));
        }
    }
    let Some((host, outcome)) = bad.first() else {
        return Ok(pass(format!("{} of {} names have addresses", hosts.len(), hosts.len())));
    };
    let mut verdict = if bad.len() == hosts.len() {
        fail(format!("no name resolves; {host}: {outcome}")).reason("none-resolve")
    } else {
        fail(format!("{host}: {outcome}; {} of {} resolve", hosts.len() - bad.len(), hosts.len()))
            .reason("some-do-not-resolve")
    };
    for (host, outcome) in &bad {
        verdict = verdict.evidence(*host, outcome.to_string());
    }
    Ok(verdict)
}
