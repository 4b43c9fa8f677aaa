//! One line for what was found, is normal, and is no reason for a missing code, so that nobody hunts it.

use super::situation::Situation;
use super::suspects::is_there;
use crate::{Row, Status};

const MESSAGES: &str = "Messages has trouble of its own (codes do not travel over it)";
const FACETIME: &str = "FaceTime has trouble of its own (codes do not travel over it)";

/// What is said of a row that is neither good nor bad, or that troubles something else than codes.
const SAYINGS: &[(&str, &str)] = &[
    ("vpn/active", "a VPN is on"),
    ("vpn/configured", "a VPN is set up"),
    ("filters/proxy", "a proxy is set"),
    ("filters/content-filter", "a content filter is on"),
    ("filters/dns-proxy", "a DNS filter is on"),
    ("filters/transparent-proxy", "a proxy extension is on"),
    ("filters/security-products", "security software runs"),
    ("filters/packet-filter", "the packet filter has rules of its own"),
    ("mac/focus", "a Focus is on (not known to hide code prompts)"),
    ("mac/lockdown-mode", "Lockdown Mode is on"),
    ("mac/managed", "the Mac is managed"),
    ("dns/private-relay", "this network blocks Private Relay"),
    ("dns/metrics", "Apple\u{2019}s measuring hosts are blocked"),
    ("dns/servers", "a DNS service of your own"),
    ("dns/profile", "a profile sets the DNS"),
    ("messages/", MESSAGES),
    ("facetime/", FACETIME),
];

/// The line, where there is something to say.
pub(super) fn normal(situation: &Situation) -> Option<String> {
    let trouble = situation.network_trouble();
    let mut said: Vec<&str> = Vec::new();
    for row in situation.rows {
        let saying = SAYINGS.iter().find(|(id, _)| row.check.id.starts_with(id)).map(|(_, text)| *text);
        if let Some(text) = saying.filter(|_| harmless(row, trouble))
            && !said.contains(&text)
        {
            said.push(text);
        }
    }
    if said.contains(&MESSAGES) && said.contains(&FACETIME) {
        said.retain(|text| *text != MESSAGES && *text != FACETIME);
        said.push("Messages and FaceTime have trouble of their own (codes do not travel over them)");
    }
    if said.is_empty() {
        return None;
    }
    said.truncate(5);
    Some(format!("Normal, and no reason for missing codes: {}.", said.join("; ")))
}

/// VPNs and filters are suspects, not "normal", while the network has trouble.
fn harmless(row: &Row, trouble: bool) -> bool {
    match row.group.id {
        "messages" | "facetime" => matches!(row.verdict.status, Status::Fail | Status::Warn),
        "vpn" | "filters" | "dns" | "network" => row.verdict.status == Status::Info && is_there(row) && !trouble,
        _ => row.verdict.status == Status::Info && is_there(row),
    }
}

#[cfg(test)]
mod tests {
    use super::super::diagnose;
    use super::super::testing::{mac, row, with};
    use crate::{fail, info};

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
    fn nothing_to_say_is_nothing_said() {
        assert_eq!(diagnose(&with(vec![]), &mac("15.1")).normal, None);
    }
}
