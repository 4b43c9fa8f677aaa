//! The names of this user and this machine, wherever they stand alone in a text.

use std::path::Path;

/// Names that are also words of the tools we read, of stand-ins, or every Mac's default: replacing them would break what
/// is said.
const NOT_NAMES: &str = include_str!("not_names.txt");

/// A name that is to be replaced wherever it stands alone, and what it names (`user`, `host`).
pub(crate) type Name = (&'static str, String);

/// The names of this user, of the owner of the home that is looked at, and of this machine, as they may turn up in texts.
pub(crate) fn known(home: Option<&Path>) -> Vec<Name> {
    let owner = |home: &Path| Some(home.file_name()?.to_string_lossy().into_owned());
    let users = ["USER", "LOGNAME", "SUDO_USER"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .chain(std::env::home_dir().and_then(|home| owner(&home)))
        .chain(home.and_then(owner))
        .map(|name| ("user", name));
    // `jane.local` is `jane` with an ending, so its first part is enough.
    let host = sysinfo::System::host_name().ok().and_then(|name| Some(("host", name.split('.').next()?.to_owned())));
    let mut names: Vec<Name> = users.chain(host).filter(|(_, name)| is_a_name(name)).collect();
    // Longer ones first, since a host is often named after its user.
    names.sort_by_key(|(_, name)| (std::cmp::Reverse(name.len()), name.clone()));
    names.dedup();
    names
}

/// Whether it can be replaced without harm to what the tools say.
pub(super) fn is_a_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    // `en0`, `utun4`, `user1`: an interface, or a stand-in.
    let stem = lower.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let interface = matches!(stem, "en" | "lo" | "awdl" | "llw" | "ap" | "tun" | "tap" | "gif" | "stf" | "anpi");
    let counted = stem.len() < lower.len() && (interface || is_word(stem));
    name.len() >= 3 && !counted && !is_word(&lower) && !stem.is_empty()
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
