//! One line for what was found, is normal, and is no reason for a missing code, so that nobody hunts it.

use super::Outlook;
use super::situation::Situation;
use super::suspects::Suspect;
use crate::{Part, Row, Status, facetime, messages};

/// The line, where there is something to say. Nothing is called normal while something is wrong.
pub(super) fn normal(situation: &Situation, outlook: Outlook, suspects: &[Suspect]) -> Option<String> {
    if outlook != Outlook::Can {
        return None;
    }
    let mut said: Vec<String> = Vec::new();
    for row in situation.rows {
        let suspected = suspects.iter().any(|suspect| suspect.id == row.check.id);
        let words = row.reason().and_then(|reason| reason.normal).or(row.check.normal);
        if let Some(words) = words.filter(|_| harmless(row) && !suspected) {
            let text = words.replace("{saw}", &row.verdict.saw);
            if !said.contains(&text) {
                said.push(text);
            }
        }
    }
    let both = [messages::NORMAL, facetime::NORMAL];
    if both.iter().all(|text| said.iter().any(|one| one == text)) {
        said.retain(|text| !both.contains(&text.as_str()));
        said.push("Messages and FaceTime have trouble of their own (codes do not travel over them)".into());
    }
    // That Apple refuses them says more than that they have trouble.
    if said.iter().any(|text| text.starts_with(REFUSED)) {
        said.retain(|text| !text.contains(" trouble of its own (") && !text.contains(" trouble of their own ("));
    }
    if said.is_empty() {
        return None;
    }
    said.truncate(5);
    Some(format!("Normal, and no reason for missing codes: {}.", said.join("; ")))
}

/// How the words of a refused registration begin.
const REFUSED: &str = "Apple refuses iMessage or FaceTime here";

/// Neither good nor bad; or trouble of something that codes do not need, or a note of it that has words of its own.
fn harmless(row: &Row) -> bool {
    let noted = || row.verdict.status == Status::Info && row.reason().is_some_and(|reason| reason.normal.is_some());
    match row.check.part {
        Part::Hint => matches!(row.verdict.status, Status::Fail | Status::Warn) || noted(),
        _ => row.verdict.status == Status::Info && row.found(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::diagnose;
    use super::super::testing::{mac, row, with};
    use crate::{fail, info, warn};

    #[test]
    fn an_idle_vpn_is_normal_only_while_nothing_is_broken() {
        let vpn = || row("vpn/active", info("utun4"));
        let line = diagnose(&with(vec![vpn()]), &mac("15.1")).normal.unwrap();
        assert!(line.contains("a VPN is on"), "{line}");
        assert_eq!(diagnose(&with(vec![vpn(), row("tls/sign-in", fail("x"))]), &mac("15.1")).normal, None);
    }

    #[test]
    fn what_was_not_found_is_not_said_to_be_there() {
        let rows = with(vec![row("dns/profile", info("none is seen").reason("none-seen"))]);
        assert_eq!(diagnose(&rows, &mac("15.1")).normal, None);
    }

    #[test]
    fn messages_are_said_once_and_not_to_matter() {
        let rows = with(vec![row("messages/imessage", fail("x")), row("messages/registration", fail("x"))]);
        let line = diagnose(&rows, &mac("15.1")).normal.unwrap();
        assert_eq!(line.matches("Messages").count(), 1, "{line}");
        let rows = with(vec![row("messages/imessage", fail("x")), row("facetime/registered", fail("x"))]);
        let line = diagnose(&rows, &mac("15.1")).normal.unwrap();
        assert_eq!(line.matches("codes do not travel").count(), 1, "{line}");
    }

    #[test]
    fn a_refusal_is_not_said_to_be_trouble_besides() {
        let refused = row("messages/registration", warn("x").reason("refused"));
        let rows = with(vec![row("messages/imessage", fail("x")), refused, row("facetime/registered", fail("x"))]);
        let line = diagnose(&rows, &mac("15.1")).normal.unwrap();
        assert_eq!(line.matches("codes do not travel").count(), 1, "{line}");
        assert!(line.contains("only Apple Support can lift"), "{line}");
    }

    #[test]
    fn nothing_to_say_is_nothing_said() {
        assert_eq!(diagnose(&with(vec![]), &mac("15.1")).normal, None);
    }
}
