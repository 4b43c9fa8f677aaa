//! The words of Apple's server about an account. They are written for one person and may call that person by name, so only
//! words that such sentences are made of stay; whoever reads them on their own screen can ask for all.

use codesent_checks::read::wording::HIDDEN;
use serde_json::Value;

/// Of Apple's known alerts about activation, sign-in and support codes.
const WORDS: &str = "a able about above access account accounts activate activated activation active address again alert all allowed \
    already also an and another any app are at available be because been before below blocked but by can cannot can't change check \
    clock code computer connect connection contact continue could couldn't created currently customer date denied details device \
    devices did didn't different disabled do does doesn't down due during email enabled error expired failed few first fix follow for \
    found from further go has have help hour hours if in incorrect information internet into invalid is isn't issue it its later \
    limit limited locked log may message messages method minute minutes more must need needs network new next no not now number \
    occurred of off on once one only open or other our out over page password phone please possible problem provide \
    reached reason register registered registration request requests required reset restricted same secure security see \
    send sent server service services set settings sign signed signing signin some soon sorry submit support system temporarily than that the \
    their there these this time to too try turn turned two unable unavailable unexpected until unknown update use used user using valid \
    verification verify verified version visit wait was were what when which while will with without won't wrong yet you your";
/// What is written with a capital within a sentence.
const PROPER: &str = "Apple iCloud iMessage FaceTime Mac macOS iPhone iPad ID Account Support Customer Code Settings System Messages \
    Internet I Store";

/// Hides what could name somebody in every alert in a tree.
pub(super) fn hide(tree: &mut Value) {
    match tree {
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::Object(alert) if key == "alert" => {
                        for text in alert.values_mut() {
                            if let Value::String(text) = text {
                                *text = without_names(text);
                            }
                        }
                    }
                    other => hide(other),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(hide),
        _ => {}
    }
}

/// The text with every other word hidden; nothing where nothing of Apple's would be left.
fn without_names(text: &str) -> String {
    let mut told = 0;
    let lines: Vec<String> =
        text.lines().map(|line| one_line(line, &mut told)).filter(|line| !line.is_empty()).collect();
    if told < 2 { String::new() } else { lines.join("\n") }
}

fn one_line(line: &str, told: &mut usize) -> String {
    let mut words: Vec<&str> = Vec::new();
    let mut begins = true;
    for word in line.split_whitespace() {
        let bare = word.trim_matches(|one: char| one.is_ascii_punctuation() && one != '(' && one != ')');
        let shown = if bare == HIDDEN || is_known(bare, begins) {
            *told += usize::from(bare != HIDDEN);
            word
        } else {
            HIDDEN
        };
        if shown != HIDDEN || words.last() != Some(&HIDDEN) {
            words.push(shown);
        }
        begins = word.ends_with(['.', ':', '!', '?']);
    }
    words.join(" ")
}

fn is_known(word: &str, begins: bool) -> bool {
    let plain = word.replace('\u{2019}', "'");
    let lower = plain.to_ascii_lowercase();
    let listed = |list: &str, word: &str| list.split_whitespace().any(|one| one == word);
    let number = plain.len() <= 2 && !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
    number || listed(PROPER, &plain) || (begins || plain == lower) && listed(WORDS, &lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn apples_sentences_stay_and_names_go() {
        for (text, expected) in [
            ("You cannot sign in. Contact Apple Support.", "You cannot sign in. Contact Apple Support."),
            ("Customer Code: (hidden)", "Customer Code: (hidden)"),
            ("Maria Canary, your account has been disabled.", "(hidden) your account has been disabled."),
            ("Try again in 24 hours, May Canary", "Try again in 24 hours, (hidden)"),
            ("Hallo Maria, dein Konto ist gesperrt", ""),
            ("Canary", ""),
        ] {
            let mut tree = json!({"topics": {"x": [{"status": 5, "alert": {"title": text}}]}});
            hide(&mut tree);
            assert_eq!(tree["topics"]["x"][0]["alert"]["title"], expected);
            let once = tree.clone();
            hide(&mut tree);
            assert_eq!(tree, once);
        }
    }
}
