//! What it is where this Mac is well and no code comes all the same: things that no Mac can see, the most frequent first,
//! each with what to do. A line each, so that they fit under an answer that says "can".

use super::Outlook;

/// From public reports whose cause was found, the most frequent first. A screen has room for five: what people were kept
/// out by more than once stands in those.
const ALL: &[&str] = &[
    "Another account: codes go to its own devices. Another program: update it.",
    "No texts: have Apple call; a carrier may block them. Number lost: add one.",
    "New terms wait at icloud.com; a locked account, at iforgot.apple.com.",
    "Child\u{2019}s, school\u{2019}s, company\u{2019}s account: its organiser. Security keys: no code.",
    "Texts: see Unknown Senders. Stolen Device Protection: changes wait an hour.",
    "Too many tries: stop for some hours; each further one makes it longer.",
    "A number that is not yours any more: add one in this Mac\u{2019}s settings.",
];

/// All of it where all is well; else nothing: then there is something to mend first.
pub(super) fn else_it_can_be(outlook: Outlook) -> &'static [&'static str] {
    if outlook == Outlook::Can { ALL } else { &[] }
}

#[cfg(test)]
mod tests {
    use super::super::diagnose;
    use super::super::testing::{mac, row, with};
    use crate::fail;

    #[test]
    fn a_healthy_mac_is_told_and_a_broken_one_is_not() {
        let told = diagnose(&with(vec![]), &mac("15.1")).else_it_can_be;
        assert!(told.len() >= 6 && told[0].starts_with("Another account"));
        for word in [
            "Another account",
            "carrier",
            "Number lost",
            "terms",
            "locked",
            "Child",
            "Security keys",
            "program",
            "Stolen Device",
        ] {
            assert!(told[..5].iter().any(|line| line.contains(word)), "{word} is on every screen");
        }
        assert!(told.iter().all(|line| line.chars().count() <= 76 && line.ends_with('.')), "one line each");
        assert!(diagnose(&with(vec![row("push/daemon", fail("x"))]), &mac("15.1")).else_it_can_be.is_empty());
    }
}
