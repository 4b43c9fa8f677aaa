//! Which questions begin first. All are asked at the same time, but the first have the processor and the resolver to themselves
//! for a moment, and a run is as long as its longest question.

use codesent_checks::commands::PROXY;
use codesent_checks::hosts::{DEVELOPER_STATUS_FEED, STATUS_FEED, WWW};
use codesent_checks::{Fetch, Question};

/// When a question begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// What many others wait for.
    Awaited,
    /// What takes longest: a name, a connection, a handshake, and a document of several round trips.
    Longest,
    /// Everything else that goes over the network.
    Far,
    /// What this Mac says itself.
    Near,
}

const LONGEST: [Fetch; 2] = [STATUS_FEED, DEVELOPER_STATUS_FEED];

/// The place of a question.
pub(super) fn place(question: &Question) -> Place {
    match question {
        Question::Command(command) if command.line == PROXY.line => Place::Awaited,
        Question::Fetch(fetch) if LONGEST.iter().any(|longest| longest.url == fetch.url) => Place::Longest,
        // Their name, which nobody else asks for as long as it is not known whether there is a proxy.
        Question::Lookup(host) if *host == WWW.name => Place::Longest,
        other if other.needs_network() => Place::Far,
        _ => Place::Near,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_longest_begins_first_with_its_name_and_what_it_waits_for() {
        let mut all: Vec<Question> = codesent_checks::all().flat_map(|check| check.questions().copied()).collect();
        all.sort_by_key(|question| (place(question), question.key()));
        let mut keys: Vec<String> = all.iter().map(Question::key).collect();
        keys.dedup();
        let feed = |fetch: &'static Fetch| Question::Fetch(fetch).key();
        let first = [
            Question::Command(&PROXY).key(),
            feed(&DEVELOPER_STATUS_FEED),
            feed(&STATUS_FEED),
            Question::Lookup(WWW.name).key(),
        ];
        assert_eq!(keys[..4], first);
        assert!(LONGEST.iter().all(|fetch| fetch.url.split('/').nth(2) == Some(WWW.name)));
    }
}
