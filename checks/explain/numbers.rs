//! Error numbers: which stand in a text, which message they belong to, and what is known of those that are not known.

use super::messages;
use super::{Message, normal};

/// A number that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// As typed: with its minus, if it had one.
    pub(super) value: i32,
    /// Whether a minus stood before it.
    pub(super) signed: bool,
    /// Whether nothing else was typed.
    alone: bool,
}

/// Numbers that have something in common. Apple publishes none of this: it is what public programs' lists show.
#[derive(Debug)]
pub struct Family {
    from: i32,
    to: i32,
    /// Whose numbers these are, as a clause.
    pub words: &'static str,
    /// The message that answers for the family.
    message: &'static str,
}

const fn family(from: i32, to: i32, words: &'static str, message: &'static str) -> Family {
    Family { from, to, words, message }
}

const FAMILIES: &[Family] = &[
    family(1000, 1999, "the network\u{2019}s: no connection, or one that broke", "error-connecting"),
    family(7000, 7999, "Sign in with Apple\u{2019}s, inside an app", "sign-in-with-apple"),
    family(9800, 9899, "those of secure connections", "error-connecting"),
    family(8000, 8999, "those of a device\u{2019}s identity", "environment-mismatch"),
    family(20000, 20999, "the account\u{2019}s: its name, password or lock", "cannot-sign-in"),
    family(22000, 22999, "those of programs that imitate Apple\u{2019}s client, and of limits", "program-refused"),
    family(24000, 24999, "those of Apple\u{2019}s sign-in server", "server-problem"),
    family(28000, 28999, "those of sending codes", "cannot-receive"),
    family(29000, 29999, "those of a device\u{2019}s identity", "environment-mismatch"),
    family(36607, 36607, "those of programs that imitate Apple\u{2019}s client", "program-refused"),
    family(45000, 45999, "those of a device\u{2019}s identity", "environment-mismatch"),
    family(80000, 80999, "those of programs that imitate Apple\u{2019}s client", "program-refused"),
];

/// What the numbers of a server's answer mean, beside words that say that it is one.
const HTTP: &[(i32, &str)] = &[
    (401, "program-session"),
    (403, "turned-away"),
    (409, "program-wants-code"),
    (412, "program-terms"),
    (421, "program-session"),
    (423, "too-many-codes"),
    (429, "turned-away"),
    (500, "server-problem"),
    (502, "server-problem"),
    (503, "turned-away"),
];

const HTTP_WORDS: &[&str] = &[
    "http",
    "https",
    "status",
    "idmsa",
    "gsa",
    "apple.com",
    "client error",
    "server error",
    "statuscode",
    "temporarily unavailable",
    "service unavailable",
    "too many requests",
    "authentication required",
    "error code",
    "login fail",
    "response received",
    "response code",
];

const ERROR_WORDS: &[&str] = &[
    "error",
    "code",
    "number",
    "fehler",
    "erreur",
    "errore",
    "erro",
    "fout",
    "\u{30a8}\u{30e9}\u{30fc}",
    "\u{9519}\u{8bef}",
    "\u{932f}\u{8aa4}",
    "\u{c624}\u{b958}",
    "\u{43e}\u{448}\u{438}\u{431}\u{43a}",
    "hata",
    "imessage",
    "facetime",
];

/// What a number led to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Meaning {
    /// A known one.
    Known(&'static Message),
    /// An unknown one of a known family.
    Family(&'static Family, &'static Message),
    /// An unknown one.
    Unknown,
}

/// The numbers of three to five digits that stand by themselves. The text has no codes any more.
pub(super) fn read(text: &str) -> Vec<Number> {
    let text = normal::narrow(text);
    let letters: Vec<char> = text.chars().collect();
    let alone = text.chars().filter(char::is_ascii_digit).count() <= 5 && !text.chars().any(char::is_alphabetic);
    let mut found: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let length = letters[at..].iter().take_while(|letter| letter.is_ascii_digit()).count();
        if length == 0 {
            at += 1;
            continue;
        }
        found.extend(number_at(&letters, at, length, alone).filter(|number| !found.contains(number)));
        at += length;
    }
    found
}

fn number_at(letters: &[char], at: usize, length: usize, alone: bool) -> Option<Number> {
    let part_of_a_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let before = |back: usize| at.checked_sub(back).map(|at| letters[at]);
    let after = letters.get(at + length).copied();
    let next = letters.get(at + length + 1).copied();
    if !(3..=5).contains(&length) || before(1).is_some_and(part_of_a_word) || after.is_some_and(part_of_a_word) {
        return None;
    }
    // A version, a date, a time, an address: 10.15.7, 2026-11-26.
    if after.is_some_and(|letter| ".,:-/".contains(letter)) && next.is_some_and(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let signed = before(1) == Some('-');
    if signed && before(2).is_some_and(|letter| letter.is_ascii_digit()) {
        return None;
    }
    if !signed
        && before(1).is_some_and(|letter| ".,:/@".contains(letter))
        && before(2).is_some_and(|it| it.is_ascii_digit())
    {
        return None;
    }
    let digits: String = letters[at..at + length].iter().collect();
    let value: i32 = digits.parse().ok()?;
    // `Error-28248`: the hyphen may be one between words, so it is no sign that an unknown number would need.
    let signed = signed && !before(2).is_some_and(part_of_a_word);
    Some(Number { value: if before(1) == Some('-') { -value } else { value }, signed, alone })
}

impl Number {
    /// Whether it is one that a web server answers: three digits without a sign.
    pub(super) fn is_http(self) -> bool {
        !self.signed && self.value.unsigned_abs() < 1000
    }
}

/// What a number means in this text; none: nothing to be said of it.
pub(super) fn meaning(number: Number, text: &str) -> Option<Meaning> {
    let lower = normal::narrow(text).to_lowercase();
    let beside = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let size = number.value.unsigned_abs();
    if number.is_http() {
        let http = HTTP.iter().find(|(value, _)| value.unsigned_abs() == size).filter(|_| beside(HTTP_WORDS));
        return http.and_then(|(_, id)| messages::by_id(id)).map(Meaning::Known);
    }
    let known = messages::all().find(|message| message.codes.iter().any(|code| code.unsigned_abs() == size));
    // Small numbers are everybody's: those of the network count only with their minus.
    let small = (1000..2000).contains(&size);
    let stands_out = number.signed || !small && (size > 9999 || number.alone || beside(ERROR_WORDS));
    if let Some(message) = known {
        return stands_out.then_some(Meaning::Known(message));
    }
    if !number.signed {
        return None;
    }
    let family = FAMILIES.iter().find(|family| (family.from.unsigned_abs()..=family.to.unsigned_abs()).contains(&size));
    let named = family.and_then(|family| Some((family, messages::by_id(family.message)?)));
    Some(named.map_or(Meaning::Unknown, |(family, message)| Meaning::Family(family, message)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<i32> {
        read(text).into_iter().map(|number| number.value).collect()
    }

    #[test]
    fn numbers_are_read_with_any_minus_and_glued_to_letters() {
        for (text, want) in [
            ("-28248", -28248),
            ("\u{2212}28248", -28248),
            ("\u{ff0d}\u{ff12}\u{ff18}\u{ff12}\u{ff14}\u{ff18}", -28248),
            ("\u{2013}28248", -28248),
            ("(error code: \u{2212}28248)", -28248),
            ("code=-28248;", -28248),
            ("\u{30a8}\u{30e9}\u{30fc}28248\u{3067}\u{3059}", 28248),
            ("\u{9519}\u{8bef}-28248", -28248),
            ("\u{c624}\u{b958}-28248\u{c785}\u{b2c8}\u{b2e4}", -28248),
            ("Code=-7026", -7026),
            ("-412", -412),
        ] {
            assert_eq!(values(text), [want], "{text}");
        }
        for text in [
            "x28248",
            "1282480",
            "-43",
            "0x80070005",
            "10.15.7001",
            "2026-11-26",
            "HT204106",
            "555-0199",
            "1021:2345",
            "",
        ] {
            assert!(values(text).is_empty(), "{text}: {:?}", values(text));
        }
    }

    #[test]
    fn a_number_of_a_server_counts_only_beside_its_words() {
        let means = |text: &str| read(text).into_iter().find_map(|number| meaning(number, text));
        assert!(matches!(means("HTTP/1.1 503"), Some(Meaning::Known(message)) if message.id == "turned-away"));
        assert!(matches!(means("idmsa.apple.com 412"), Some(Meaning::Known(message)) if message.id == "program-terms"));
        assert!(means("room 412").is_none() && means("503").is_none() && means("+1 503 555 0199").is_none());
    }

    #[test]
    fn unknown_numbers_have_a_family_or_none() {
        let means = |text: &str| read(text).into_iter().find_map(|number| meaning(number, text));
        assert!(matches!(means("-22555"), Some(Meaning::Family(_, message)) if message.id == "program-refused"));
        assert!(matches!(means("-28111"), Some(Meaning::Family(_, message)) if message.id == "cannot-receive"));
        assert!(matches!(means("-12345"), Some(Meaning::Unknown)));
        assert!(means("12345").is_none());
    }

    #[test]
    fn every_family_has_an_answer() {
        for family in FAMILIES {
            assert!(messages::by_id(family.message).is_some(), "{}", family.message);
        }
        for (_, id) in HTTP {
            assert!(messages::by_id(id).is_some(), "{id}");
        }
    }
}
