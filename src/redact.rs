//! What may be written or shown: personal values are replaced by stand-ins of the same form, the same value always by the
//! same stand-in, before anything is judged. So a report is as private as a recording, and a replay cannot differ.
//!
//! A stand-in is its own stand-in, so redacting twice changes nothing. Preference files are reduced by their allow-lists
//! long before this; here are the texts that tools print.

use codesent_checks::{Answer, Answers, Entry, Miss};
use regex_lite::{Captures, Regex};
use serde_json::Value;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::LazyLock;

/// Names that are also words of the tools we read, or every Mac's default: replacing them would break what is said.
const NOT_NAMES: &[&str] = &[
    "admin",
    "apple",
    "com",
    "connected",
    "daemon",
    "default",
    "dns",
    "dynamic",
    "host",
    "imac",
    "inet",
    "interface",
    "link",
    "local",
    "localhost",
    "mac",
    "mac-mini",
    "mac-pro",
    "mac-studio",
    "macbook",
    "macbook-air",
    "macbook-pro",
    "nameserver",
    "network",
    "resolver",
    "root",
    "route",
    "runner",
    "service",
    "tailscale",
    "test",
    "user",
    "virtual",
    "vpn",
    "wifi",
];

/// A name that is to be replaced wherever it stands alone, and what it names (`user`, `host`).
type Name = (&'static str, String);

/// The names of this user and this machine that may turn up in texts.
pub(crate) fn known_names() -> Vec<Name> {
    let users = ["USER", "LOGNAME", "SUDO_USER"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .chain(std::env::home_dir().and_then(|home| Some(home.file_name()?.to_string_lossy().into_owned())))
        .map(|name| ("user", name));
    let hosts = sysinfo::System::host_name().into_iter().flat_map(|name| {
        let bare = name.trim_end_matches(".local").to_owned();
        [("host", name), ("host", bare)]
    });
    let mut names: Vec<Name> = users.chain(hosts).filter(|(_, name)| is_a_name(name)).collect();
    // Longer ones first, since a host is often named after its user.
    names.sort_by_key(|(_, name)| (std::cmp::Reverse(name.len()), name.clone()));
    names.dedup();
    names
}

fn is_a_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    // `en0`, `utun4`, `user1`: an interface, or a stand-in.
    let stem = lower.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let interface = stem.len() < lower.len()
        && matches!(
            stem,
            "en" | "utun" | "lo" | "awdl" | "llw" | "bridge" | "ap" | "ppp" | "ipsec" | "tun" | "tap" | "user" | "host"
        );
    name.len() >= 3 && !interface && !NOT_NAMES.contains(&lower.as_str())
}

/// The same answers without what is personal, and without control characters.
pub(crate) fn redact(answers: &Answers, names: &[Name]) -> Answers {
    let mut masks = Masks { names: names.to_vec(), ..Masks::default() };
    rewrite(answers, &mut |text, addresses| masks.text(text, addresses))
}

/// The same answers without control characters, for `--show-personal`.
pub(crate) fn printable(answers: &Answers) -> Answers {
    rewrite(answers, &mut |text, _| text.to_owned())
}

/// Passes every text in the answers through `change`, whose second argument says whether addresses in it may be personal.
fn rewrite(answers: &Answers, change: &mut dyn FnMut(&str, bool) -> String) -> Answers {
    let mut entries = BTreeMap::new();
    for (key, entry) in answers.entries() {
        // What Apple's names resolve to and what answered there is what the report is about, and nobody's secret.
        let addresses = !matches!(entry.result, Ok(Answer::Lookup(_) | Answer::Handshake(_)));
        let mut value = serde_json::to_value(entry).unwrap_or(Value::Null);
        walk(&mut value, &mut |text| change(&without_controls(text), addresses));
        let rewritten = serde_json::from_value(value).unwrap_or(Entry {
            ms: entry.ms,
            result: Err(Miss::Unreadable("the answer could not be redacted, so it is withheld".into())),
        });
        entries.insert(without_controls(key), rewritten);
    }
    Answers::new(answers.run().clone(), entries)
}

fn walk(value: &mut Value, change: &mut dyn FnMut(&str) -> String) {
    match value {
        Value::String(text) => *text = change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, change)),
        Value::Object(map) => map.values_mut().for_each(|item| walk(item, change)),
        _ => {}
    }
}

/// Without characters that move a cursor, change a colour or turn the reading direction.
pub(crate) fn without_controls(text: &str) -> String {
    let harmful = |letter: char| {
        (letter.is_control() && letter != '\n' && letter != '\t')
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let text = text.replace("\r\n", "\n");
    if text.chars().any(harmful) {
        text.chars().map(|letter| if harmful(letter) { '\u{fffd}' } else { letter }).collect()
    } else {
        text
    }
}

static MAIL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"));
static UUID: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"));
static PHONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\+[1-9][0-9]{6,14}\b|\+[1-9][0-9]{0,2}[ -]\(?[0-9]{2,4}\)?[ -][0-9]{2,4}[ -]?[0-9]{2,6}\b")
});
static HOME: LazyLock<Regex> = LazyLock::new(|| pattern(r#"(/Users/|/home/)([^/\s"'<>:]+)"#));
static DSID: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bD:[0-9]{5,}"));
static SERIAL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)(serial(?: number)?[^A-Za-z0-9\n]{1,6})([A-Z0-9]{8,14})\b"));
static TOKEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"[0-9A-Za-z:.]*[0-9A-Fa-f:][0-9A-Za-z:.]*"));

fn pattern(text: &str) -> Regex {
    // The patterns are constants; the tests use every one.
    Regex::new(text).unwrap_or_else(|error| panic!("{error}"))
}

#[derive(Default)]
struct Masks {
    names: Vec<Name>,
    seen: BTreeMap<(&'static str, String), usize>,
    counts: BTreeMap<&'static str, usize>,
}

impl Masks {
    /// The number of a value among those of its kind, from 1.
    fn number(&mut self, kind: &'static str, value: &str) -> usize {
        let counts = &mut self.counts;
        *self.seen.entry((kind, value.to_ascii_lowercase())).or_insert_with(|| {
            let count = counts.entry(kind).or_insert(0);
            *count += 1;
            *count
        })
    }

    fn text(&mut self, text: &str, addresses: bool) -> String {
        let mut text = self.replace(text, &MAIL, |masks, found| {
            let mail = &found[0];
            if mail.ends_with("@example.invalid") {
                return mail.to_owned();
            }
            format!("account{}@example.invalid", masks.number("mail", mail))
        });
        text = self.replace(&text, &UUID, |masks, found| {
            let uuid = &found[0];
            if uuid.starts_with("00000000-0000-4000-8000-") {
                return uuid.to_owned();
            }
            format!("00000000-0000-4000-8000-{:012}", masks.number("uuid", uuid))
        });
        text = self.replace(&text, &PHONE, |masks, found| {
            let digits: String = found[0].chars().filter(char::is_ascii_digit).collect();
            if digits.len() == 11 && digits.starts_with("1555010") {
                return found[0].to_owned();
            }
            format!("+1555010{:04}", masks.number("phone", &digits) % 10_000)
        });
        text = self.replace(&text, &HOME, |masks, found| {
            let name = &found[2];
            let stand_in = name.strip_prefix("user").is_some_and(|rest| rest.parse::<usize>().is_ok());
            if stand_in || name == "Shared" {
                return found[0].to_owned();
            }
            format!("{}user{}", &found[1], masks.number("user", name))
        });
        text = DSID.replace_all(&text, "D:0").into_owned();
        text = SERIAL.replace_all(&text, "${1}XXXXXXXX").into_owned();
        for (kind, name) in self.names.clone() {
            if text.contains(&name) {
                let stand_in = format!("{kind}{}", self.number(kind, &name));
                text = replace_word(&text, &name, &stand_in);
            }
        }
        if addresses {
            text = self.replace(&text, &TOKEN, |masks, found| masks.token(&found[0]));
        }
        text
    }

    fn replace(&mut self, text: &str, regex: &Regex, mut mask: impl FnMut(&mut Self, &Captures) -> String) -> String {
        regex.replace_all(text, |found: &Captures| mask(self, found)).into_owned()
    }

    /// An IP or hardware address, alone or with punctuation at its ends; anything else stays.
    fn token(&mut self, token: &str) -> String {
        let start = token.len() - token.trim_start_matches(['.']).len();
        let end = token.trim_end_matches(['.']).len().max(start);
        let (before, middle, after) = (&token[..start], &token[start..end], &token[end..]);
        let candidates = [middle, middle.trim_end_matches(':'), middle.rsplit_once(':').map_or("", |(_, last)| last)];
        for candidate in candidates {
            if let Some(masked) = self.address(candidate) {
                return format!("{before}{}{after}", middle.replacen(candidate, &masked, 1));
            }
        }
        token.to_owned()
    }

    fn address(&mut self, text: &str) -> Option<String> {
        if let Ok(address) = text.parse::<IpAddr>() {
            return Some(match address {
                IpAddr::V4(v4) => self.v4(v4).to_string(),
                IpAddr::V6(v6) => self.v6(v6).map_or_else(|| text.to_owned(), |masked| masked.to_string()),
            });
        }
        let parts: Vec<&str> = text.split(':').collect();
        let hardware = parts.len() == 6
            && parts.iter().all(|part| matches!(part.len(), 1 | 2) && u8::from_str_radix(part, 16).is_ok());
        // The bus to the T2 chip has the same address on every Mac, and it is how it is told from a network.
        if !hardware || text.starts_with("ac:de:48:00:11:22") || text.starts_with("02:00:00:00:") {
            return None;
        }
        let number = self.number("hardware", text);
        Some(format!("02:00:00:00:{:02x}:{:02x}", number / 256 % 256, number % 256))
    }

    fn v4(&mut self, address: Ipv4Addr) -> Ipv4Addr {
        if is_shareable_v4(address) {
            return address;
        }
        let number = self.number("IPv4", &address.to_string());
        let last = u8::try_from(number % 254).unwrap_or(0) + 1;
        match number / 254 % 3 {
            0 => Ipv4Addr::new(192, 0, 2, last),
            1 => Ipv4Addr::new(198, 51, 100, last),
            _ => Ipv4Addr::new(203, 0, 113, last),
        }
    }

    /// None: it may be shown as it is.
    fn v6(&mut self, address: Ipv6Addr) -> Option<Ipv6Addr> {
        let segments = address.segments();
        let low = segments[3..7].iter().all(|part| *part == 0);
        let prefix: [u16; 3] = match segments {
            // Stand-ins, prefixes, loopback, multicast and short link-local addresses.
            _ if low => return None,
            [0xff00..=0xffff, ..] => return None,
            [0xfe80..=0xfebf, ..] => [0xfe80, 0, 0],
            // Tailscale and WARP are known by their prefix.
            [0xfd7a, 0x115c, 0xa1e0, ..] => [0xfd7a, 0x115c, 0xa1e0],
            [0x2606, 0x4700, 0x110, ..] => [0x2606, 0x4700, 0x110],
            // Apple's own.
            [0x2620, 0x149, ..] | [0x2403, 0x300, ..] | [0x2a01, 0xb740, ..] => return None,
            // Yggdrasil.
            [0x200..=0x3ff, ..] => [0x200, 0, 0],
            [0xfc00..=0xfdff, ..] => [0xfd00, 0, 0],
            _ => [0x2001, 0xdb8, 0],
        };
        let number = u16::try_from(self.number("IPv6", &address.to_string()) % 0xfff0).unwrap_or(0) + 1;
        let [a, b, c] = prefix;
        Some(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, number))
    }
}

/// Addresses that say nothing about who or where somebody is: private, reserved, Apple's, well-known resolvers, and the
/// short prefixes of routing tables.
fn is_shareable_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, d] = address.octets();
    address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || matches!(a, 0 | 17 | 224..=255)
        || (a == 100 && b & 0xc0 == 64)
        || (a == 198 && b & 0xfe == 18)
        || (c == 0 && d == 0)
        || matches!(
            [a, b, c, d],
            [1, 1, 1, 1..=3]
                | [1, 0, 0, 1..=3]
                | [8, 8, 8, 8]
                | [8, 8, 4, 4]
                | [9, 9, 9, 9..=11]
                | [149, 112, 112, 9..=112]
                | [208, 67, 220 | 222, _]
                | [94, 140, 14..=15, _]
                | [103, 86, 96 | 99, 100]
        )
}

/// Replaces `word` where it stands alone.
fn replace_word(text: &str, word: &str, with: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(word) {
        let (before, tail) = rest.split_at(at);
        let after = &tail[word.len()..];
        let inside = |letter: char| letter.is_alphanumeric() || letter == '_';
        let alone = !out.ends_with(inside) || !before.is_empty();
        let bounded = !before.ends_with(inside) && !after.starts_with(inside) && alone;
        out.push_str(before);
        out.push_str(if bounded { with } else { word });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn masked(text: &str) -> String {
        Masks { names: vec![("user", "janedoe".into())], ..Masks::default() }.text(text, true)
    }

    #[test]
    fn every_kind_of_personal_value_gets_a_stand_in_of_its_form() {
        for (text, expected) in [
            ("to jane.doe@icloud.com now", "to account1@example.invalid now"),
            ("id 8D2C9E3A-1111-4222-8333-ABCDEFABCDEF", "id 00000000-0000-4000-8000-000000000001"),
            ("call +4915123456789", "call +15550100001"),
            ("call +1 (555) 123-4567", "call +15550100001"),
            ("/Users/jane/Library", "/Users/user1/Library"),
            ("janedoe's VPN", "user1's VPN"),
            ("xjanedoe", "xjanedoe"),
            ("ether 3c:22:fb:01:02:03", "ether 02:00:00:00:00:01"),
            ("0:50:56:c0:0:8", "02:00:00:00:00:01"),
            ("inet 84.12.33.9 netmask", "inet 192.0.2.2 netmask"),
            ("inet6 2a02:8109:1:2:3:4:5:6 prefixlen", "inet6 2001:db8::2 prefixlen"),
            ("inet6 fe80::1c2d:3e4f:5a6b:7c8d%en0", "inet6 fe80::2%en0"),
            ("AuthID D:1234567890", "AuthID D:0"),
            ("Serial Number: C02ABC123DEF", "Serial Number: XXXXXXXX"),
        ] {
            assert_eq!(masked(text), expected, "{text}");
        }
    }

    #[test]
    fn what_judges_need_stays_readable() {
        for text in [
            "inet 192.168.1.5 netmask 0xffffff00 broadcast 192.168.1.255",
            "17.57.144.20",
            "interface: utun4",
            "default fe80::%utun0 UGcIg utun0",
            "0/1 10.8.0.1 UGSc utun4",
            "128.0/1 link#17 UCSg utun3",
            "nameserver[0] : 1.1.1.1",
            "100.64.0.1",
            "fd7a:115c:a1e0::1",
            "ether ac:de:48:00:11:22",
            "macOS 14.5.1 (23F79)",
            "reach : 0x00000002 (Reachable)",
            "if_index : 15 (en0)",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn words_that_the_tools_use_are_no_names() {
        for word in ["Mac", "en0", "vpn", "user1", "MacBook-Pro", "ab"] {
            assert!(!is_a_name(word), "{word}");
        }
        assert!(is_a_name("jane") && is_a_name("Janes-MacBook-Pro") && is_a_name("jdoe1984"));
        assert_eq!(masked("/Users/janedoe and janedoe"), "/Users/user1 and user1");
    }

    #[test]
    fn the_same_value_gets_the_same_stand_in() {
        assert_eq!(
            masked("a@b.de c@d.de A@B.de"),
            "account1@example.invalid account2@example.invalid account1@example.invalid"
        );
    }

    #[test]
    fn control_and_direction_characters_never_reach_a_terminal() {
        assert_eq!(without_controls("a\u{1b}[31mb\u{202e}c\r\nd\te\u{7}"), "a\u{fffd}[31mb\u{fffd}c\nd\te\u{fffd}");
    }

    proptest! {
        #[test]
        fn redacting_twice_changes_nothing(text in "[ -~]{0,80}") {
            let once = masked(&text);
            prop_assert_eq!(masked(&once), once);
        }

        #[test]
        fn addresses_too(a: u128, b: u32) {
            let text = format!("{} {}", Ipv6Addr::from(a), Ipv4Addr::from(b));
            let once = masked(&text);
            prop_assert_eq!(masked(&once), once);
        }
    }
}
