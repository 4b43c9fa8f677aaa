//! Six digits are a code, and a code is nobody's business: it is taken out before anything looks at the text.

use super::normal::narrow;

/// What stands in their place.
pub const MASK: &str = "\u{2022}\u{2022}\u{2022}";

/// The text without its six-digit numbers, and whether there were any. `123 456` and `123-456` count too, longer and
/// shorter numbers, parts of words and of addresses do not.
pub fn without_codes(text: &str) -> (String, bool) {
    let letters: Vec<char> = narrow(text).chars().collect();
    let mut out = String::with_capacity(text.len());
    let (mut at, mut found) = (0, false);
    while at < letters.len() {
        if let Some(length) = code_at(&letters, at) {
            out.push_str(MASK);
            at += length;
            found = true;
        } else {
            out.push(letters[at]);
            at += 1;
        }
    }
    (out, found)
}

/// How many letters a code takes that begins here.
fn code_at(letters: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|at| letters[at]);
    // A number goes on, or it is part of a name, an address or a fraction.
    if before.is_some_and(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '/' | '_' | '.')) {
        return None;
    }
    // A phone number in groups: 555 123 456.
    if before.is_some_and(|letter| matches!(letter, ' ' | '-'))
        && at.checked_sub(2).is_some_and(|at| letters[at].is_ascii_digit())
    {
        return None;
    }
    let first = digits(letters, at);
    let (length, end) = match first {
        6 => (6, at + 6),
        3 if letters.get(at + 3).is_some_and(|letter| matches!(letter, ' ' | '-')) && digits(letters, at + 4) == 3 => {
            (7, at + 7)
        }
        _ => return None,
    };
    let after = letters.get(end);
    let next = letters.get(end + 1);
    let goes_on = after.is_some_and(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
        || after.is_some_and(|letter| matches!(letter, '-' | '.' | ' ')) && next.is_some_and(char::is_ascii_digit);
    (!goes_on).then_some(length)
}

fn digits(letters: &[char], at: usize) -> usize {
    letters.iter().skip(at).take_while(|letter| letter.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_are_seen_wherever_they_stand() {
        for text in [
            "123456",
            " 123456 ",
            "123 456",
            "123-456",
            "2FA code 029004",
            "my code is 029004, why",
            "code:029004",
            "\u{9a8c}\u{8bc1}\u{7801}029004\u{6536}\u{4e0d}\u{5230}",
            "\u{ff11}\u{ff12}\u{ff13}\u{ff14}\u{ff15}\u{ff16}",
            "@apple.com #029004 %apple.com",
            "029\u{ad}004",
            "Use 029004.",
        ] {
            let (rest, found) = without_codes(text);
            assert!(found, "{text}");
            assert!(!rest.contains("029") && !rest.contains("456"), "{rest}");
        }
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "-28248",
            "28248",
            "-412",
            "1234567",
            "12345678",
            "support.apple.com/102606",
            "HT204106",
            "+1 503 555 0199",
            "afd5aa@1021:be6517",
            "0xe8008015",
            "3.141592",
            "room 412",
            "10.15.123456",
            "thread 256222533",
        ] {
            let (rest, found) = without_codes(text);
            assert!(!found, "{text}");
            assert_eq!(rest, text);
        }
    }

    proptest! {
        #[test]
        fn no_code_stays(before in "[a-z ]{0,8}", code in "[0-9]{6}", after in "[a-z ,]{0,8}") {
            let (rest, found) = without_codes(&format!("{before} {code} {after}"));
            prop_assert!(found && !rest.contains(&code));
        }

        #[test]
        fn anything_can_be_typed(text in ".{0,200}") {
            let (rest, _) = without_codes(&text);
            prop_assert!(!without_codes(&rest).1);
        }
    }
}
