//! Which language a text is in, told by the words that each language's file uses. Only between languages that say the same.

use super::languages::{self, Language};
use super::messages;
use super::normal::{Plain, folded};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Every word that a language's phrases and screens use, folded.
static WORDS: LazyLock<Vec<(&'static Language, HashSet<String>)>> =
    LazyLock::new(|| languages::ALL.iter().map(|language| (*language, words_of(language))).collect());

fn words_of(language: &Language) -> HashSet<String> {
    let lists = language.lists.iter().map(|(_, list)| *list);
    let phrases = language.symptoms.iter().flat_map(|one| [one.name, one.patterns]);
    let meanings = language.meanings.iter().map(|(_, patterns)| *patterns);
    let texts = language.texts.iter().map(|one| one.text);
    // What screens say in English stands with the messages.
    let english = messages::all().filter(|_| language.code == "en").flat_map(|message| message.texts).copied();
    let all = lists.chain(phrases).chain(meanings).chain(texts).chain(english);
    all.flat_map(|text| folded(&text.replace('_', " ")).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Every word that a language’s phrases and screens use, folded; English where there is no such language.
pub(super) fn words(code: &str) -> &'static HashSet<String> {
    &WORDS.iter().find(|(language, _)| language.code == code).unwrap_or(&WORDS[0]).1
}

/// All languages, the one that knows most of the text's words first; English where several know as many.
pub(super) fn likeliest_first(text: &Plain) -> Vec<&'static Language> {
    let knows = |words: &HashSet<String>| text.words.iter().filter(|word| words.contains(*word)).count();
    let mut all: Vec<(usize, &'static Language)> =
        WORDS.iter().map(|(language, words)| (knows(words), *language)).collect();
    all.sort_by_key(|(known, _)| std::cmp::Reverse(*known));
    all.into_iter().map(|(_, language)| language).collect()
}

#[cfg(test)]
mod tests {
    use super::super::prepared::prepared;
    use super::*;

    #[test]
    fn languages_that_are_alike_are_told_apart() {
        for (text, code) in [
            ("c\u{f3}digo de verificaci\u{f3}n incorrecto", "es"),
            ("c\u{f3}digo de verifica\u{e7}\u{e3}o incorreto", "pt"),
            ("Code de v\u{e9}rification incorrect", "fr"),
            ("perd\u{ed} mi celular y no puedo recibir el codigo", "es"),
            ("codice di verifica errato", "it"),
            ("incorrect verification code", "en"),
            ("the code never comes", "en"),
            ("", "en"),
        ] {
            assert_eq!(likeliest_first(&prepared(text))[0].code, code, "{text}");
        }
    }
}
