//! The names of this user and this machine, wherever they stand alone in a text.

use codesent_checks::read::products::PRODUCTS;
use nix::unistd::{Uid, User};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Names that are also words of the tools we read, of stand-ins, or every Mac's default: replacing them would break what
/// is said.
const NOT_NAMES: &str = include_str!("not_names.txt");

/// How long the directory of users may take, once everything else is there.
const DIRECTORY: Duration = Duration::from_millis(300);

/// A name that is to be replaced wherever it stands alone, and what it names (`user`, `host`).
pub(crate) type Name = (&'static str, String);

/// The names of this user, of the owner of the home that is looked at, and of this machine, as they may turn up in texts.
/// People's full names are looked up meanwhile: the directory of an organisation may take its time, or never answer.
pub(crate) struct Names {
    known: Vec<Name>,
    full: Receiver<Vec<String>>,
}

impl Names {
    /// Begins to look.
    pub(crate) fn ask(home: Option<&Path>) -> Self {
        let owner = |home: &Path| Some(home.file_name()?.to_string_lossy().into_owned());
        let users: Vec<String> = ["USER", "LOGNAME", "SUDO_USER"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .chain(std::env::home_dir().and_then(|home| owner(&home)))
            .chain(home.and_then(owner))
            .collect();
        // `jane.local` is `jane` with an ending, so its first part is enough.
        let host =
            sysinfo::System::host_name().ok().and_then(|name| Some(("host", name.split('.').next()?.to_owned())));
        let (sender, full) = channel();
        let accounts = users.clone();
        // Without a thread they stay unknown, and texts are known by their form alone.
        let _ = std::thread::Builder::new().name("names".into()).spawn(move || sender.send(full_names(&accounts)));
        Self { known: users.into_iter().map(|name| ("user", name)).chain(host).collect(), full }
    }

    /// What is known by now.
    pub(crate) fn known(self) -> Vec<Name> {
        let mut names = self.known;
        for full in self.full.recv_timeout(DIRECTORY).unwrap_or_default() {
            names.extend(parts(&full).map(|part| ("user", part)));
        }
        names.retain(|(_, name)| is_a_name(name));
        // Longer ones first, since a host is often named after its user.
        names.sort_by_key(|(_, name)| (std::cmp::Reverse(name.len()), name.clone()));
        names.dedup();
        names
    }
}

/// The full names of whoever runs this and of these accounts, from their entries in the password file or directory. That of
/// an administrator is macOS's own.
fn full_names(accounts: &[String]) -> Vec<String> {
    let entries = accounts.iter().filter_map(|name| User::from_name(name).ok().flatten());
    let entries = entries.chain(User::from_uid(Uid::current()).ok().flatten());
    let people = entries.filter(|user| !user.uid.is_root());
    people.filter_map(|user| Some(user.gecos.to_str().ok()?.split(',').next()?.trim().to_owned())).collect()
}

/// The whole name, and each part of it that nothing else is called by.
fn parts(full: &str) -> impl Iterator<Item = String> {
    let several = full.split_whitespace().count() > 1;
    let whole = several.then(|| full.to_owned());
    let words = full.split_whitespace().map(|part| part.trim_matches(|letter: char| !letter.is_alphanumeric()));
    whole.into_iter().chain(words.filter(|part| !is_a_products(part)).map(str::to_owned))
}

/// Somebody may be called Norton.
fn is_a_products(part: &str) -> bool {
    let same = |word: &str| word.eq_ignore_ascii_case(part);
    PRODUCTS.iter().any(|product| {
        product.name.split_whitespace().any(same)
            || product.processes.iter().any(|name| same(name))
            || product.bundles.iter().any(|bundle| bundle.split(['.', '-']).any(same))
    })
}

/// Whether it can be replaced without harm to what the tools say.
pub(super) fn is_a_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    // `en0`, `utun4`, `user1`: an interface, or a stand-in.
    let stem = lower.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let interface = matches!(stem, "en" | "lo" | "awdl" | "llw" | "ap" | "tun" | "tap" | "gif" | "stf" | "anpi");
    let counted = stem.len() < lower.len() && (interface || is_word(stem));
    name.chars().count() >= 3 && !counted && !is_word(&lower) && !stem.is_empty()
}

fn is_word(name: &str) -> bool {
    NOT_NAMES.split_whitespace().any(|word| word == name)
}

/// Replaces `word` where it stands alone, in capitals or not.
pub(super) fn replace_word(text: &str, word: &str, with: &str) -> String {
    // Of the same length, so that places mean the same in both.
    let (lower, wanted) = (text.to_ascii_lowercase(), word.to_ascii_lowercase());
    let inside = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, _) in lower.match_indices(&wanted) {
        let end = at + word.len();
        if !text[..at].ends_with(inside) && !text[end..].starts_with(inside) {
            out.push_str(&text[done..at]);
            out.push_str(with);
            done = end;
        }
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_name_is_known_whole_and_in_parts() {
        let of = |full: &str| parts(full).filter(|part| is_a_name(part)).collect::<Vec<_>>();
        assert_eq!(of("Maria Canary"), ["Maria Canary", "Maria", "Canary"]);
        assert_eq!(of("J\u{f6}rg"), ["J\u{f6}rg"]);
        assert_eq!(of("Mary Norton"), ["Mary Norton", "Mary"]);
        assert_eq!(of("Mac User"), ["Mac User"]);
        assert!(of("").is_empty() && of("Administrator").is_empty());
    }
}
