//! Answers that other questions wait for: which proxy is set, which DNS servers are this Mac's own, whether a name failed.
//! A question that depends on an answer is asked only when that answer calls for it, and inside the same deadline.

use super::net::lock;
use codesent_checks::commands::{DNS, NWI, PROXY};
use codesent_checks::preferences::GLOBAL;
use codesent_checks::{Answer, Miss, Question, When};
use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Instant;

/// What a question has to know first.
pub(super) fn needs(question: &Question) -> Vec<Question> {
    match (question.when(), question) {
        (When::PastVpn, _) => vec![Question::Command(&NWI), Question::Command(&DNS)],
        (When::ScriptNamesOne, _) => vec![Question::ProxyScript],
        // What goes through the system's proxy has to know which one that is.
        (When::ScriptIsSet | When::ProxyIsSet, _) => vec![Question::Command(&PROXY)],
        (_, Question::Fetch(fetch)) if fetch.by_proxy => vec![Question::Command(&PROXY)],
        (When::NameFails, Question::LookupOwn(host)) => vec![Question::Lookup(host), Question::Command(&DNS)],
        (When::InChina, _) => vec![Question::Preferences(&GLOBAL)],
        (When::NameFails | When::Always | When::Deep, _) => Vec::new(),
    }
}

/// The answers that are waited for; none while they are on their way.
#[derive(Debug, Default)]
pub(super) struct Board {
    known: Mutex<BTreeMap<String, Option<Result<Answer, Miss>>>>,
    told: Condvar,
}

impl Board {
    /// For everything that `questions` need.
    pub(super) fn for_all<'a>(questions: impl Iterator<Item = &'a Question>) -> Self {
        let known = questions.flat_map(needs).map(|needed| (needed.key(), None)).collect();
        Self { known: Mutex::new(known), told: Condvar::new() }
    }

    /// Notes an answer, if somebody needs it.
    pub(super) fn tell(&self, key: &str, answer: &Result<Answer, Miss>) {
        if let Some(place) = lock(&self.known).get_mut(key) {
            *place = Some(answer.clone());
            self.told.notify_all();
        }
    }

    /// The answer to `question`, for which [`needs`] has asked.
    pub(super) fn wait(&self, question: &Question, until: Instant) -> Result<Answer, Miss> {
        let key = question.key();
        let mut known = lock(&self.known);
        loop {
            match known.get(&key) {
                None => return Err(Miss::NotRecorded),
                Some(Some(answer)) => return answer.clone(),
                Some(None) => {}
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Miss::TimedOut);
            }
            known = self.told.wait_timeout(known, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use codesent_checks::hosts::IDMSA;
    use std::sync::Arc;
    use std::time::Duration;

    #[test]
    fn what_is_needed_is_waited_for_and_nothing_else_is_kept() {
        let past = IDMSA.handshake().past_tunnel().question();
        let board = Arc::new(Board::for_all([&past].into_iter()));
        let soon = Instant::now() + Duration::from_millis(20);
        assert_eq!(board.wait(&Question::Command(&NWI), soon), Err(Miss::TimedOut));
        assert_eq!(board.wait(&Question::Processes, soon), Err(Miss::NotRecorded));
        board.tell("processes", &Ok(Answer::Folder(Vec::new())));
        assert_eq!(board.wait(&Question::Processes, soon), Err(Miss::NotRecorded));
        let other = Arc::clone(&board);
        let later =
            std::thread::spawn(move || other.wait(&Question::Command(&DNS), Instant::now() + Duration::from_mins(1)));
        board.tell(&Question::Command(&DNS).key(), &Err(Miss::NeedsMac));
        assert_eq!(later.join().unwrap(), Err(Miss::NeedsMac));
    }
}
