//! What was typed, before it is taken for options: somebody locked out types the message or the number, and nothing else.

use crate::cli::Arguments;
use clap::CommandFactory;
use codesent_checks::{ALL, find};
use std::ffi::OsString;

/// The arguments, with `explain` put before a message, and what is typed after `explain` never taken for an option.
pub(crate) fn understood(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut all: Vec<OsString> = arguments.into_iter().collect();
    let Some(first) = all.get(1).and_then(|first| first.to_str()) else { return all };
    let explains = first == "explain";
    if !explains && !is_message(first, all.get(2).and_then(|second| second.to_str())) {
        return all;
    }
    let typed = all.split_off(if explains { 2 } else { 1 });
    let (mut options, mut words) = (Vec::new(), Vec::new());
    let mut typed = typed.into_iter().peekable();
    while let Some(word) = typed.next() {
        let when = |word: &OsString| ["auto", "always", "never"].iter().any(|when| word == when);
        let is_color = word == "--color" && typed.peek().is_some_and(when);
        let is_option = word.to_str().is_some_and(|word| word.starts_with("--color="))
            || ["--json", "--help", "-h"].iter().any(|option| word == *option);
        if is_color || is_option {
            options.push(word);
        } else {
            words.push(word);
        }
        if is_color {
            options.extend(typed.next());
        }
    }
    all.truncate(1);
    all.push("explain".into());
    all.append(&mut options);
    let mut words = words.into_iter().filter(|word| word != "--").peekable();
    if words.peek().is_some() {
        all.push("--".into());
    }
    all.extend(words);
    all
}

/// Whether the first word is no command, no check and no option: a sentence, a number, or the first of several words that
/// are no checks either.
fn is_message(first: &str, second: Option<&str>) -> bool {
    let bare = first.trim_start_matches(['-', '\u{2212}', '\u{2013}', '\u{ff0d}']);
    let number = bare.len() >= 3 && bare.chars().all(char::is_numeric);
    if number || first.contains(char::is_whitespace) || !first.is_ascii() {
        return true;
    }
    let command = Arguments::command();
    let mut names =
        command.get_subcommands().flat_map(|sub| std::iter::once(sub.get_name()).chain(sub.get_all_aliases()));
    let known = |word: &str| find(word).is_some() || ALL.iter().any(|group| group.id == word) || word.contains('/');
    let word = |word: &str| !word.starts_with('-') && !known(word);
    !names.any(|name| name == first || first == "help") && word(first) && second.is_some_and(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &[&str]) -> Vec<String> {
        let line = std::iter::once("codesent").chain(line.iter().copied()).map(OsString::from);
        understood(line).into_iter().skip(1).map(|word| word.into_string().unwrap()).collect()
    }

    #[test]
    fn messages_lead_to_explain() {
        assert_eq!(of(&["-28248"]), ["explain", "--", "-28248"]);
        assert_eq!(of(&["\u{2212}28248"]), ["explain", "--", "\u{2212}28248"]);
        assert_eq!(of(&["123456"]), ["explain", "--", "123456"]);
        assert_eq!(of(&["no code comes"]), ["explain", "--", "no code comes"]);
        assert_eq!(of(&["no", "code", "comes"]), ["explain", "--", "no", "code", "comes"]);
        assert_eq!(of(&["\u{9a57}\u{8b49}\u{78bc}"]), ["explain", "--", "\u{9a57}\u{8b49}\u{78bc}"]);
        assert_eq!(of(&["explain", "-28248", "--json"]), ["explain", "--json", "--", "-28248"]);
        assert_eq!(of(&["explain", "--", "-28248"]), ["explain", "--", "-28248"]);
        assert_eq!(of(&["explain", "--code", "wrong"]), ["explain", "--", "--code", "wrong"]);
        assert_eq!(of(&["explain", "-"]), ["explain", "--", "-"]);
        assert_eq!(of(&["explain", "dns", "--color", "always"]), ["explain", "--color", "always", "--", "dns"]);
        assert_eq!(of(&["explain", "--color=never", "dns"]), ["explain", "--color=never", "--", "dns"]);
        assert_eq!(of(&["explain", "--color", "wrong"]), ["explain", "--", "--color", "wrong"]);
        assert_eq!(of(&["explain"]), ["explain"]);
    }

    #[test]
    fn commands_checks_and_options_stay() {
        for line in [
            &["check", "network"][..],
            &["network", "dns"],
            &["dns/apple-push"],
            &["--json"],
            &["-v"],
            &["list"],
            &["acount/icloud"],
            &["nonsense"],
            &["help", "explain"],
            &["guide", "--screen", "-28248"],
            &[],
        ] {
            assert_eq!(of(line), line, "{line:?}");
        }
    }
}
