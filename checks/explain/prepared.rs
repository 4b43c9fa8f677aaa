//! A text made ready for the search: folded, the account under one name, and without what is called a code and is none.

use super::normal::{Plain, folded, has_no_spaces, plain};
use super::pattern::entries;
use super::{languages, names};
use std::sync::LazyLock;

/// The one name of the Apple Account, which was the Apple ID until 2024.
pub(super) const ACCOUNT: &str = "appleaccount";

/// How the account is called in every language, folded, the longest first.
static ACCOUNT_NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut names: Vec<String> =
        languages::ALL.iter().flat_map(|language| entries(language.account)).map(name_of).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    names.dedup();
    names
});

fn name_of(name: &str) -> String {
    let open = name.ends_with('*');
    folded(&name.replace('_', " ")) + if open { "*" } else { "" }
}

/// Ready to be searched.
pub(super) fn prepared(text: &str) -> Plain {
    let spelt = folded(text).split(' ').map(spelt).collect::<Vec<_>>().join(" ");
    let one_name = ACCOUNT_NAMES.iter().fold(spelt, |text, name| renamed(&text, name));
    plain(&names::without_other_codes(&one_name))
}

/// Names that are too short for a typing error to be seen, and are mistyped all the time. None of these is a word elsewhere.
fn spelt(word: &str) -> &str {
    match word {
        "aple" | "aplle" | "appple" | "appl" | "applle" | "aplpe" | "appe" => "apple",
        "icoud" | "iclod" | "icluod" | "icould" | "iclould" | "iclound" => "icloud",
        "iphon" | "ihpone" | "iphne" | "ipone" | "iphonr" => "iphone",
        "fone" | "phne" | "pone" | "phoen" | "phon" => "phone",
        "imesage" | "imessege" | "imesssage" | "imassage" => "imessage",
        "verfication" | "verifcation" | "varification" | "verificaton" | "verifiction" | "verifacation" => {
            "verification"
        }
        "recive" | "recieve" | "receve" | "recevie" => "receive",
        "comming" | "comeing" => "coming",
        "expierd" | "expird" | "exipred" => "expired",
        other => other,
    }
}

fn renamed(text: &str, name: &str) -> String {
    let begin = name.trim_end_matches('*');
    if !text.contains(begin) {
        return text.to_owned();
    }
    if begin.chars().any(has_no_spaces) {
        return text.replace(begin, &format!(" {ACCOUNT} "));
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(begin) {
        let (before, after) = (&rest[..at], &rest[at + begin.len()..]);
        let tail = if name.ends_with('*') { after.find(' ').unwrap_or(after.len()) } else { 0 };
        let whole = (before.is_empty() && out.is_empty() || before.ends_with(' '))
            && (after[tail..].is_empty() || after[tail..].starts_with(' '));
        out.push_str(before);
        out.push_str(if whole { ACCOUNT } else { begin });
        rest = if whole { &after[tail..] } else { after };
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_account_has_one_name() {
        for typed in
            ["My Apple ID is locked", "my appleid is locked", "My Apple Account is locked", "my APPLE-ID is locked"]
        {
            assert_eq!(prepared(typed).words, ["my", ACCOUNT, "is", "locked"], "{typed}");
        }
        assert_eq!(prepared("pineapple id").words, ["pineapple", "id"]);
        assert_eq!(prepared("apple identity").words, ["apple", "identity"]);
    }

    #[test]
    fn short_names_are_mistyped() {
        assert_eq!(prepared("my aplle id on my fone").words, ["my", ACCOUNT, "on", "my", "phone"]);
        assert_eq!(prepared("appel").words, ["appel"], "a call, in French");
    }

    #[test]
    fn what_is_only_called_a_code_is_gone() {
        assert_eq!(prepared("QR code not scanning").words, ["not", "scanning"]);
        assert_eq!(prepared("code not coming").words, ["code", "not", "coming"]);
    }
}
