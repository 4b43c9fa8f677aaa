//! `/etc/pf.conf`: the rules of the packet filter that are loaded when macOS starts.
//!
//! Which rules are in force only an administrator sees; a program that adds some from here loads them by an anchor, a name
//! for a set of rules. Anchors: SelfControl's source (`org.eyebeam`), Mullvad's and IVPN's daemons; the others from memory.

use super::foreign::Named;
use super::products::{self, Product};

/// Anchors that are not called after their product's bundle id: how they begin, and whose they are.
const ANCHORS: &[(&str, &str)] = &[
    ("amn", "Amnezia VPN"),
    ("cisco.anyconnect", "Cisco Secure Client"),
    ("ivpn", "IVPN"),
    ("mullvad", "Mullvad"),
    ("org.eyebeam", "SelfControl"),
    ("pia", "Private Internet Access"),
    ("windscribe", "Windscribe"),
];

/// The lines that somebody added to those that macOS ships, comments left out.
pub fn added(text: &str) -> Vec<&str> {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    lines.filter(|line| !line.is_empty() && !is_stock(line)).collect()
}

/// The lines that macOS ships: anchors named `com.apple`, and where they are loaded from.
fn is_stock(line: &str) -> bool {
    line.contains("\"com.apple/*\"") || line == "load anchor \"com.apple\" from \"/etc/pf.anchors/com.apple\""
}

/// Whose the anchors are that lines of [`added`] name, each once, known products first.
pub fn anchors(added: &[&str]) -> Vec<Named> {
    let mut list: Vec<Named> = Vec::new();
    for name in added.iter().filter_map(|line| anchor(line)) {
        let named = owner(name);
        if !list.contains(&named) {
            list.push(named);
        }
    }
    list.sort_by_key(|named| named.product().is_none());
    list
}

/// The name in `anchor "org.eyebeam"`, `load anchor NAME from …`, `rdr-anchor "NAME/*"`.
pub fn anchor(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace().skip_while(|word| *word == "load");
    words.next().filter(|word| *word == "anchor" || word.ends_with("-anchor"))?;
    let name = words.next()?.trim_matches('"').trim_end_matches("/*");
    (!name.is_empty()).then_some(name)
}

/// Whose an anchor of this name is.
pub fn owner(anchor: &str) -> Named {
    Named::new(product(anchor), anchor)
}

fn product(anchor: &str) -> Option<&'static Product> {
    let lower = anchor.to_ascii_lowercase();
    // The whole beginning: `pia` is not the beginning of a piano's.
    let begins = |start: &str| {
        lower.strip_prefix(start).is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_ascii_alphanumeric()))
    };
    let listed = ANCHORS.iter().find(|(start, _)| begins(start)).and_then(|(_, name)| products::by_name(name));
    listed.or_else(|| products::by_bundle(anchor)).or_else(|| products::by_words(anchor))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As macOS 10.15 to 26 ship it.
    const STOCK: &str = "#\n# Default PF configuration file.\n#\nscrub-anchor \"com.apple/*\"\nnat-anchor \"com.apple/*\"\n\
        rdr-anchor \"com.apple/*\"\ndummynet-anchor \"com.apple/*\"\nanchor \"com.apple/*\"\n\
        load anchor \"com.apple\" from \"/etc/pf.anchors/com.apple\"\n";

    fn names(text: &str) -> Vec<String> {
        let whole = format!("{STOCK}{text}");
        anchors(&added(&whole)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn anchors_are_called_after_their_product() {
        let text =
            "anchor \"org.eyebeam\" # SelfControl\nload anchor \"org.eyebeam\" from \"/etc/pf.anchors/org.eyebeam\"\n";
        assert_eq!(names(text), ["SelfControl"]);
        assert_eq!(names("anchor \"killswitch\"\nanchor \"ivpn_firewall\"\n"), ["IVPN", "\u{201c}killswitch\u{201d}"]);
        assert_eq!(names("rdr-anchor \"com.privateinternetaccess.vpn/*\"\n"), ["Private Internet Access"]);
        assert_eq!(names("anchor \"piano\"\nblock drop out quick to 17.0.0.0/8\n"), ["\u{201c}piano\u{201d}"]);
        assert!(names("").is_empty() && added(STOCK).is_empty());
    }

    #[test]
    fn every_listed_anchor_is_a_products() {
        assert!(ANCHORS.iter().all(|(_, name)| products::by_name(name).is_some()));
    }
}
