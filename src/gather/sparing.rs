//! Sparing the sign-in server, over every round of a run: it answers a few requests a minute and then refuses, so asking it
//! again and again would cause what is looked for. One request a run, a bounded number of handshakes, and what it has said
//! once is kept.

use super::net::lock;
use codesent_checks::facts::{ConnectOutcome, FetchFailure};
use codesent_checks::hosts::GSA;
use codesent_checks::{Answer, Entry, Miss, Question};
use std::collections::BTreeMap;
use std::sync::Mutex;

/// Handshakes with it in a whole run, the one under its request included. A first round makes some for every way there is.
const MOST: u32 = 12;

/// What was asked of it so far, and what it said.
#[derive(Debug, Default)]
pub(crate) struct Sparing(Mutex<Memory>);

#[derive(Debug, Default)]
struct Memory {
    shaken: u32,
    kept: BTreeMap<String, Entry>,
}

/// Whether a question goes to the server that is spared.
fn is_for_it(question: &Question) -> bool {
    match question {
        Question::Handshake(to) => to.host == GSA.name,
        Question::Fetch(fetch) => {
            fetch.url.strip_prefix("https://").and_then(|rest| rest.split(['/', ':']).next()) == Some(GSA.name)
        }
        _ => false,
    }
}

impl Sparing {
    /// The answer to `question`: an old one where that will do, else what `ask` finds out.
    pub(super) fn answer(
        &self,
        question: &Question,
        ask: impl FnOnce() -> Result<Answer, Miss>,
    ) -> Result<Answer, Miss> {
        if !is_for_it(question) {
            return ask();
        }
        let key = question.key();
        {
            let mut memory = lock(&self.0);
            let known = memory.kept.get(&key);
            if let Some(entry) = known.filter(|entry| memory.shaken >= MOST || is_final(entry)) {
                return entry.result.clone();
            }
            if memory.shaken >= MOST {
                return Err(Miss::Unreadable("left out, to spare the sign-in server".into()));
            }
            memory.shaken += 1;
        }
        let result = ask();
        let mut memory = lock(&self.0);
        if reached(&result) {
            memory.kept.insert(key, Entry { ms: 0, result: result.clone() });
        } else {
            memory.shaken -= 1;
        }
        result
    }
}

/// Whether asking again could only say the same, or would be a second request.
fn is_final(entry: &Entry) -> bool {
    match &entry.result {
        Ok(Answer::Handshake(report)) => report.result.is_ok(),
        _ => true,
    }
}

/// Whether the server, or something in its place, has heard of it. What is not known to have failed on the way has.
fn reached(result: &Result<Answer, Miss>) -> bool {
    match result {
        Ok(Answer::Handshake(report)) => {
            report.attempts.iter().any(|attempt| attempt.outcome == ConnectOutcome::Connected)
        }
        Ok(Answer::Fetch(fetched)) => {
            !matches!(fetched.result, Err(FetchFailure::Lookup(_) | FetchFailure::Connect(_)))
        }
        Ok(_) | Err(Miss::TimedOut) => true,
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use codesent_checks::facts::{
        Attempt, Fetched, HandshakeFailure, HandshakeReport, LookupOutcome, Response, Shaken, Trust,
    };
    use codesent_checks::hosts::{GSA_LOOKUP, IDMSA};
    use std::cell::Cell;

    fn report(connected: bool, result: Result<Shaken, HandshakeFailure>) -> Answer {
        let outcome = if connected { ConnectOutcome::Connected } else { ConnectOutcome::NoReply };
        let attempt = Attempt { address: "17.1.2.3".parse().unwrap(), outcome, ms: 1 };
        Answer::Handshake(HandshakeReport { attempts: vec![attempt], result })
    }

    fn shaken() -> Shaken {
        Shaken { version: "TLSv1.3".into(), chain: Vec::new(), trust: Trust::Trusted, ms: 1 }
    }

    /// How often `question` is really asked in so many rounds that all end like this.
    fn asked(question: Question, rounds: u32, answer: &Result<Answer, Miss>) -> u32 {
        let (sparing, count) = (Sparing::default(), Cell::new(0));
        for _ in 0..rounds {
            let said = sparing.answer(&question, || {
                count.set(count.get() + 1);
                answer.clone()
            });
            assert_eq!(&said, answer);
        }
        count.get()
    }

    #[test]
    fn one_request_and_one_good_handshake_do_for_a_whole_run() {
        let page = Ok(Answer::Fetch(Fetched { result: Ok(Response { status: 200, ..Response::default() }) }));
        assert_eq!(asked(Question::Fetch(&GSA_LOOKUP), 500, &page), 1);
        let refused = Ok(Answer::Fetch(Fetched { result: Ok(Response { status: 503, ..Response::default() }) }));
        assert_eq!(asked(Question::Fetch(&GSA_LOOKUP), 500, &refused), 1);
        assert_eq!(asked(Question::Fetch(&GSA_LOOKUP), 500, &Err(Miss::TimedOut)), 1);
        assert_eq!(asked(GSA.handshake().question(), 500, &Ok(report(true, Ok(shaken())))), 1);
        assert_eq!(asked(GSA.handshake().by_proxy().question(), 500, &Ok(report(true, Ok(shaken())))), 1);
    }

    #[test]
    fn a_bad_handshake_is_tried_again_a_bounded_number_of_times() {
        let cut = Ok(report(true, Err(HandshakeFailure::Cut)));
        assert_eq!(asked(GSA.handshake().question(), 500, &cut), MOST);
    }

    #[test]
    fn what_never_got_there_costs_it_nothing() {
        let unreached = Ok(report(false, Err(HandshakeFailure::Connect)));
        assert_eq!(asked(GSA.handshake().question(), 500, &unreached), 500);
        let nowhere = Err(FetchFailure::Lookup(LookupOutcome::NoReply));
        assert_eq!(asked(Question::Fetch(&GSA_LOOKUP), 500, &Ok(Answer::Fetch(Fetched { result: nowhere }))), 500);
    }

    #[test]
    fn others_are_asked_every_time() {
        assert_eq!(asked(IDMSA.handshake().question(), 50, &Ok(report(true, Ok(shaken())))), 50);
    }
}
