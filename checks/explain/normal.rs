//! One form for everything that is typed or pasted: Unicode's own compatibility form, lower case, no accents, nothing hidden.

use unicode_normalization::UnicodeNormalization as _;

/// No message is longer; what follows is not looked at.
const MOST_LETTERS: usize = 4000;

/// A text, ready to be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plain {
    /// The words, where the script has them.
    pub(crate) words: Vec<String>,
    /// All letters and digits without spaces: for scripts that have none, and for texts that lost them.
    pub(crate) joined: String,
}

/// Folds a text and takes it apart.
pub(crate) fn plain(text: &str) -> Plain {
    let words: Vec<String> = folded(text).split_whitespace().map(str::to_owned).collect();
    Plain { joined: words.concat(), words }
}

/// Letters, digits and single spaces: NFKC (full width, ligatures, joined accents), lower case, accents off, apostrophes
/// and invisible characters gone, everything else a space.
pub(crate) fn folded(text: &str) -> String {
    let visible = text.chars().take(MOST_LETTERS).filter(|letter| !is_hidden(*letter));
    let mut out = String::with_capacity(text.len());
    let letters: Vec<char> =
        visible.nfkc().flat_map(char::to_lowercase).nfd().filter(|letter| !is_accent(*letter)).nfc().collect();
    for (at, &letter) in letters.iter().enumerate() {
        match letter {
            _ if is_apostrophe(letter) && is_contraction(&letters[at + 1..]) => continue,
            _ if letter.is_alphanumeric() => {}
            _ => {
                out.push(' ');
                continue;
            }
        }
        // A number or a name is a word of its own where the script around it has no spaces.
        if out.chars().last().is_some_and(|last| last != ' ' && has_no_spaces(last) != has_no_spaces(letter)) {
            out.push(' ');
        }
        match letter {
            '\u{df}' => out.push_str("ss"),
            // Turkish, Danish, Polish letters that no accent can be taken off.
            '\u{131}' => out.push('i'),
            '\u{f8}' => out.push('o'),
            '\u{e6}' => out.push_str("ae"),
            '\u{153}' => out.push_str("oe"),
            '\u{142}' => out.push('l'),
            _ => out.push(letter),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{b4}' | '`')
}

/// Whether what follows an apostrophe belongs to the word before it (can’t), not to the one after it (l’iPhone).
fn is_contraction(after: &[char]) -> bool {
    let tail: String = after.iter().take(3).take_while(|letter| letter.is_alphanumeric()).collect();
    matches!(tail.as_str(), "t" | "nt" | "s" | "m" | "d" | "re" | "ve" | "ll")
}

/// NFKC alone, without what cannot be seen, and with every kind of minus as a hyphen: for numbers.
pub(crate) fn narrow(text: &str) -> String {
    let visible = text.chars().take(MOST_LETTERS).filter(|letter| !is_hidden(*letter));
    visible
        .nfkc()
        .map(|letter| match letter {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{2043}' | '\u{2796}' => '-',
            other => other,
        })
        .collect()
}

/// Soft hyphens, joiners, marks of direction: they cut words in two and nobody sees them.
fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The accents of Latin and Cyrillic; the marks of Kana and Hangul are letters of their own.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Whether the script of this letter puts no spaces between words, or is written with and without them.
pub(crate) fn has_no_spaces(letter: char) -> bool {
    matches!(letter, '\u{3005}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (typed, want) in [
            ("\u{ff21}pple\u{3000}\u{ff29}\u{ff24}", "apple id"),
            ("Best\u{e4}tigungs\u{ad}code", "bestatigungscode"),
            ("Bes\u{ad}ta\u{308}tigungscode", "bestatigungscode"),
            ("G\u{130}R\u{130}\u{15e} yap\u{131}lamad\u{131}", "giris yapilamadi"),
            ("can\u{2019}t  can't does'nt", "cant cant doesnt"),
            ("Apple\u{2011}ID", "apple id"),
            ("\u{441}\u{447}\u{451}\u{442}", "\u{441}\u{447}\u{435}\u{442}"),
            ("Stra\u{df}e", "strasse"),
            // Half-width Kana, and a voiced one in two parts.
            ("\u{ff7a}\u{ff70}\u{ff84}\u{ff9e}", "\u{30b3}\u{30fc}\u{30c9}"),
            ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
        ] {
            assert_eq!(folded(typed), want, "{typed}");
        }
        assert_eq!(narrow("\u{ff0d}\u{ff12}\u{ff18}\u{ff12}\u{ff14}\u{ff18}"), "-28248");
        assert_eq!(narrow("\u{2212}28248"), "-28248");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".{0,80}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
