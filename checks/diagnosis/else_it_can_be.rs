//! What it is where this Mac is well and no code comes all the same: things that no Mac can see, the most frequent first,
//! each with what to do. A line each, so that they fit under an answer that says "can".

use super::Outlook;

/// From public reports whose cause was found: the account, the number, the carrier, then the rarer ones.
const ALL: &[&str] = &[
    "Another account than this Mac\u{2019}s: its codes go to its own devices.",
    "A number lost or changed: add one in this Mac\u{2019}s account settings.",
    "Texts do not come: have Apple call you; a carrier may block short numbers.",
    "New terms wait at icloud.com; a locked account, at iforgot.apple.com.",
    "A child\u{2019}s, school\u{2019}s or company\u{2019}s account: its organiser decides.",
    "Security keys: there is no code. Too many tries: stop for some hours.",
    "Stolen Device Protection: away from home, changes wait an hour.",
    "Texts sorted away: on the iPhone, Messages > Unknown Senders.",
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
        assert!(told.iter().all(|line| line.chars().count() <= 76 && line.ends_with('.')), "one line each");
        assert!(diagnose(&with(vec![row("push/daemon", fail("x"))]), &mac("15.1")).else_it_can_be.is_empty());
    }
}
