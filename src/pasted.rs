//! What somebody pasted from a screen, before it is shown or kept.

use codesent_checks::explain;

/// Somebody may paste a whole screen, with a number, an address or even a code on it: words with an @ and numbers are masked,
/// but for error numbers. A minus before three to five digits makes one, which Apple Support needs; six digits never are.
pub(crate) fn masked(text: &str) -> String {
    let (text, _) = explain::without_codes(text);
    let mask = |word: &str| {
        let number = word.trim_matches(|letter: char| !letter.is_ascii_digit());
        let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let minus = word.split(number).next().is_some_and(|before| before.ends_with('-'));
        let error_number = digits && (minus && (3..=5).contains(&number.len()) || number.len() > 3 && is_known(number));
        if word.contains('@') || !number.is_empty() && !error_number {
            explain::MASK.to_owned()
        } else {
            word.to_owned()
        }
    };
    let harmful = |letter: char| letter.is_control() || letter == char::REPLACEMENT_CHARACTER;
    let clean = crate::redact::without_controls(&text).replace(harmful, " ");
    clean.split_whitespace().map(mask).collect::<Vec<_>>().join(" ")
}

fn is_known(number: &str) -> bool {
    explain::find(number).first().is_some_and(|found| found.by == explain::By::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_pasted_from_the_screen_is_masked_but_for_known_codes() {
        let text = masked("Sent to +1 (503) 555-0199 for j.doe@example.com, code 123456, error \u{2212}28248");
        assert_eq!(
            text,
            "Sent to \u{2022}\u{2022}\u{2022} \u{2022}\u{2022}\u{2022} \u{2022}\u{2022}\u{2022} for \u{2022}\u{2022}\u{2022} \
             code \u{2022}\u{2022}\u{2022}, error -28248"
        );
        assert_eq!(
            masked("it said -12345, then -987654 and 12345"),
            "it said -12345, then -\u{2022}\u{2022}\u{2022} and \u{2022}\u{2022}\u{2022}"
        );
    }
}
