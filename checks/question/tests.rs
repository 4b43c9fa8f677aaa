use super::*;
use crate::{account, commands, files, preferences};
use std::collections::BTreeMap;
use std::ptr::fn_addr_eq;

fn same_lines(one: Lines, other: Lines) -> bool {
    match (one, other) {
        (Lines::All(one), Lines::All(other)) => one == other,
        (Lines::Of(one), Lines::Of(other)) | (Lines::InPlace(one), Lines::InPlace(other)) => fn_addr_eq(one, other),
        (Lines::Whole(one), Lines::Whole(other)) => fn_addr_eq(one, other),
        _ => false,
    }
}

fn same_keys(one: Keys, other: Keys) -> bool {
    match (one, other) {
        (Keys::At(one), Keys::At(other)) => one == other,
        (Keys::Decoded(one), Keys::Decoded(other)) => fn_addr_eq(one, other),
        _ => false,
    }
}

/// Whether the answer to one is the answer to the other.
fn same(one: &Question, other: &Question) -> bool {
    match (one, other) {
        (Question::Command(one), Question::Command(other)) => same_lines(one.keep, other.keep),
        (Question::Preferences(one), Question::Preferences(other)) => same_keys(one.keep, other.keep),
        (Question::File(one), Question::File(other)) => same_lines(one.keep, other.keep),
        (Question::Folder(one), Question::Folder(other)) => fn_addr_eq(one.keep, other.keep),
        (Question::Database(one), Question::Database(other)) => {
            one.query == other.query && fn_addr_eq(one.keep, other.keep)
        }
        (Question::Handshake(one), Question::Handshake(other)) => one == other,
        (Question::Fetch(one), Question::Fetch(other)) => format!("{one:?}") == format!("{other:?}"),
        // All that is asked is in the key.
        (
            Question::Lookup(_)
            | Question::LookupVia { .. }
            | Question::LookupOwn(_)
            | Question::Clock(_)
            | Question::Interfaces
            | Question::Log
            | Question::Processes,
            _,
        ) => true,
        _ => false,
    }
}

fn two_of_one_key(questions: impl IntoIterator<Item = Question>) -> Option<String> {
    let mut seen: BTreeMap<String, Question> = BTreeMap::new();
    let differs = |question: &Question| {
        let before = seen.insert(question.key(), *question);
        before.is_some_and(|before| !same(&before, question))
    };
    questions.into_iter().find(differs).map(|question| question.key())
}

/// Only one of them would be asked, and the other's judge would see the wrong part of its answer.
#[test]
fn questions_with_one_key_are_one_question() {
    let listed = commands::ALL.iter().map(|command| Question::Command(command));
    let listed = listed.chain(preferences::ALL.iter().map(|domain| Question::Preferences(domain)));
    let listed = listed.chain(files::ALL.iter().map(|file| Question::File(file)));
    let listed = listed.chain([Question::Database(&account::ACCOUNT_DATABASE)]);
    assert_eq!(two_of_one_key(listed.chain(crate::all().flat_map(crate::Check::questions).copied())), None);
}

const NARROW: Domain = Domain { path: "/x.plist", shows: "x", keep: Keys::At(&["A"]) };
static OF_A: Domain = NARROW;
static WIDER: Domain = Domain { keep: Keys::At(&["A", "B"]), ..NARROW };
static WHOLE: Command = Command { keep: Lines::All("test"), ..commands::NETSTAT };

#[test]
fn a_difference_in_what_is_kept_or_asked_is_seen() {
    let two = [Question::Preferences(&OF_A), Question::Preferences(&WIDER)];
    assert_eq!(two_of_one_key(two).as_deref(), Some("preferences /x.plist"));
    let named = Handshake::to("a.example", 443).named("b.example").question();
    assert!(two_of_one_key([Handshake::to("a.example", 443).question(), named]).is_some());
    assert!(two_of_one_key([Question::Command(&commands::NETSTAT), Question::Command(&WHOLE)]).is_some());
    assert_eq!(two_of_one_key([Question::Preferences(&OF_A), Question::Preferences(&OF_A)]), None);
}
