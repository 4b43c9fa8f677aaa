//! Text that Apple's server wrote for one person, made fit to be shown and recorded: the sentence stays, what could name
//! the person or the case goes.

/// What stands for a hidden word.
pub const HIDDEN: &str = "(hidden)";
/// The longest text that is kept, in characters.
const LONGEST: usize = 300;

/// Hides whatever follows a label (`Customer Code: …`, `Apple ID: …`) and every word that looks like an address, a number,
/// a code or a link. A lone word is no sentence, so it is dropped altogether. Lines stay lines, and masking twice changes
/// nothing.
pub fn masked(text: &str) -> String {
    let mut whole = String::new();
    for line in text.lines().map(line).filter(|line| !line.is_empty()) {
        if !whole.is_empty() {
            whole.push('\n');
        }
        whole.push_str(&line);
    }
    let told = whole.split_whitespace().any(|word| word != HIDDEN);
    if !told || whole.is_ascii() && !whole.contains(' ') && !whole.contains('\n') {
        return String::new();
    }
    match whole.char_indices().nth(LONGEST) {
        None => whole,
        // At a gap between words, so that no half of a stand-in is left.
        Some((end, _)) => whole[..whole[..end].rfind([' ', '\n']).unwrap_or(end)].into(),
    }
}

/// The same on one line.
pub fn on_one_line(text: &str) -> String {
    masked(text).replace('\n', " ")
}

fn line(line: &str) -> String {
    let (sentence, has_value) = match line.find([':', '\u{ff1a}']) {
        Some(at) => (&line[..at], !line[at..].trim_matches([':', '\u{ff1a}', ' ']).is_empty()),
        None => (line, false),
    };
    let labelled = sentence.len() < line.len();
    let plain: String = sentence.chars().map(|one| if one.is_control() { ' ' } else { one }).collect();
    let numbers = plain.split_whitespace().filter(|word| word.chars().any(char::is_numeric)).count();
    let mut words: Vec<&str> = Vec::new();
    for word in plain.split_whitespace() {
        let shown = if personal(word, numbers) { HIDDEN } else { word };
        if shown != HIDDEN || words.last() != Some(&HIDDEN) {
            words.push(shown);
        }
    }
    let mut text = words.join(" ");
    if labelled && !text.is_empty() {
        text.push(':');
    }
    if has_value {
        text.push_str(if text.is_empty() { HIDDEN } else { " (hidden)" });
    }
    text
}

/// Whether a word may name somebody. One short number in a line ("24 hours") is let through.
fn personal(word: &str, numbers: usize) -> bool {
    let bare = word.trim_matches(|one: char| one.is_ascii_punctuation());
    let short_number = numbers == 1 && bare.len() <= 2 && bare.bytes().all(|byte| byte.is_ascii_digit());
    let shouted = bare.len() > 3 && bare.bytes().all(|byte| byte.is_ascii_uppercase());
    word.chars().any(|one| one.is_numeric() && !short_number || "@_/\\%=".contains(one))
        || shouted
        || word.is_ascii() && word.len() > 26
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apples_sentence_stays_and_the_case_goes() {
        let body = "To use iMessage with this Mac, contact Apple Support and provide the code below.\n\n\
                    Customer Code: 1234-5678-9012\nApple ID: jane@example.com";
        assert_eq!(
            masked(body),
            "To use iMessage with this Mac, contact Apple Support and provide the code below.\nCustomer Code: (hidden)\n\
             Apple ID: (hidden)"
        );
        assert_eq!(masked("Try again in 24 hours."), "Try again in 24 hours.");
    }

    #[test]
    fn whatever_looks_personal_is_hidden() {
        assert_eq!(
            masked("Write to jane@example.com or call +1 555 555 0100 now"),
            "Write to (hidden) or call (hidden) now"
        );
        assert_eq!(masked("Your code is ABCDEFG and x_1"), "Your code is (hidden) and (hidden)");
        assert_eq!(masked("\u{1b}[31mHello you"), "(hidden) you");
        assert!(!on_one_line("one two\nthree four").contains('\n'));
        for lone in ["canary", "CANARY", "a_b", "0A1B2C3D-0000-4000-8000-00000000ABCD", "", "\n\n"] {
            assert_eq!(masked(lone), "", "{lone}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_code_survives_and_twice_is_once(before in "\\PC{0,60}", code in "[0-9]{4}-[0-9]{4}", after in "[ -~\\n]{0,400}") {
            let once = masked(&format!("{before} {code}\n{after}"));
            proptest::prop_assert!(!once.contains(&code) || before.contains(&code) || after.contains(&code));
            proptest::prop_assert!(!once.chars().any(|one| one.is_control() && one != '\n'));
            proptest::prop_assert_eq!(masked(&once), once);
        }
    }
}
