//! The known messages, by what they are about. Sources: threads of public programs and users\u{2019} reports up to October
//! 2026; Apple\u{2019}s articles, each named where it is used. Apple publishes no list of its numbers.

mod account;
mod codes;
mod connection;
mod developers;
mod not_codes;
mod people;
mod programs;
mod services;

use super::Message;

const FILES: &[&[Message]] = &[
    people::ALL,
    codes::ALL,
    account::ALL,
    connection::ALL,
    not_codes::ALL,
    services::ALL,
    programs::ALL,
    developers::ALL,
];

/// All of them.
pub fn all() -> impl Iterator<Item = &'static Message> {
    FILES.iter().flat_map(|file| file.iter())
}

/// The message with this id.
pub fn by_id(id: &str) -> Option<&'static Message> {
    all().find(|message| message.id == id)
}

/// The message that comes with this number.
pub fn by_number(code: i32) -> Option<&'static Message> {
    all().find(|message| message.codes.contains(&code))
}
