//! Everything personal but addresses that is known by its form.

use super::ROUNDS;
use super::addresses::{self, is_hardware};
use super::names::{Name, replace_word};
use super::numbers::Numbers;
use super::shapes::{self, longest_run};
use codesent_checks::read::hosts_file::is_apple;
use regex_lite::{Captures, Regex};
use std::sync::LazyLock;
use std::time::Instant;

macro_rules! patterns {
    ($($name:ident = $text:expr;)*) => {
        $(static $name: LazyLock<Regex> = LazyLock::new(|| pattern($text));)*
    };
}

patterns! {
    USER_INFO = r#"(://)[^/\s@"'<>]+@"#;
    QUERY = r#"(https?://[^\s"'<>?]+)\?[^\s"'<>]*"#;
    // Any script: addresses may be written in every one.
    MAIL = r#"[^\s<>"'(),:;\[\]@/\\=&?|]+@(?:[^\s<>"'(),:;\[\]@/\\=&?|.]+\.)+[^\s<>"'(),:;\[\]@/\\=&?|.0-9]{2,}"#;
    UUID = r"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}";
    BARE_UUID = r"\b[0-9A-Fa-f]{32}\b";
    PHONE = r"\+[1-9][0-9]{6,14}\b|\+[1-9](?:[ ./-]?\(?[0-9]\)?){6,14}\b|\(?\b[2-9][0-9]{2}\)? ?[ -][2-9][0-9]{2}-[0-9]{4}\b";
    // As they are dialled at home: `0151 23456789`, `06 12 34 56 78`, `020 7946 0958`, in one piece.
    HOME_PHONE = r"\b0[1-9][0-9]{1,4}[ /-][1-9][0-9]{4,8}\b|\b0[1-9](?:[ .][0-9]{2}){4}\b|\b0[1-9][0-9]{1,3} [0-9]{3,4} [0-9]{3,4}\b|\b0[1-9][0-9]{8,10}\b";
    // A folder's name may have spaces; a slash or a capital tells that it goes on.
    HOME = r#"((?i:/Users/|/home/))([^/\s"'<>:]+(?:(?: [^/\s"'<>:]+){1,3}/|(?: [A-Z\u{c0}-\u{24f}\u{370}-\u{1fff}][^/\s"'<>:]*){1,2})?)"#;
    DSID = r"\bD:[0-9]{5,}";
    BACK_TO_MY_MAC = r"\b[0-9]{5,}(\.members\.btmm\.icloud\.com)";
    SERIAL = r"((?i)serial(?:[ _-]?(?:number|no))?(?: ?\([a-z ]{1,20}\))?[^A-Za-z0-9\n]{1,8})([A-Z0-9]{8,14})\b";
    PROXY_USER = r"\b((?:HTTP|HTTPS|FTP|SOCKS|RTSP|Gopher)(?:Proxy)?(?:User|Username|Password) *: *)\S[^\n]*";
    // What macOS calls a device after its owner.
    OWNER = r#"((?:[A-Z\u{c0}-\u{24f}\u{370}-\u{1fff}][^\s"'()\u{2019}:]* ){0,2}[^\s"'()\u{2019}:]+)(['\u{2019}]s? (?:i(?:Phone|Pad|Pod|Mac)|Mac|Apple (?:Watch|TV)|AirPods))"#;
    // `iPhone von Maria`, `MacBook Pro de Maria`, `iPad d'Anne`.
    OWNED = r#"\b((?:i(?:Phone|Pad|Pod|Mac)|Mac(?:Book)?(?: Pro| Air| mini| Studio)?|Apple (?:Watch|TV)|AirPods(?: Pro| Max)?) (?:(?:von|vom|de|del|della|di|da|do|dos|van|af|av) |d['\u{2019}]))([^\s"'()\u{2019}:,;\[\]<>]+(?: [A-Z\u{c0}-\u{24f}\u{370}-\u{1fff}][^\s"'()\u{2019}:,;\[\]<>]*){0,2})"#;
    // `Marias iPhone`.
    GENITIVE = r#"([A-Z\u{c0}-\u{24f}\u{370}-\u{1fff}][^\s"'()\u{2019}:]*s)( (?:i(?:Phone|Pad|Pod|Mac)|MacBook|Apple Watch|AirPods)\b)"#;
    DEVICE = r"(?i)\b[a-z0-9]+(?:-[a-z0-9]+)*?-(?:macbook|imac|mac-?mini|mac-?studio|mac-?pro|iphone|ipad|mac(?:-[0-9]+)?\.local)(?:-(?:pro|air|mini|max|[0-9]+))*\b";
    DEVICE_OF = r"(?i)\b(?:macbook|imac|mac|iphone|ipad)(?:-(?:pro|air|mini|studio|max|[0-9]+))*-(?:von|vom|de|del|di|da|do|van|af|av|d)-[a-z0-9]+(?:-[a-z0-9]+)*\b";
    // What a provider calls a line, after its address: `84-12-33-9.dyn.isp.example`.
    LINE = r"(?i)\b(?:[a-z][a-z0-9]*[.-]){0,3}[0-9]{1,3}(?:(?:-[0-9]{1,3}){3}|(?:\.[0-9]{1,3}){3})(?:[.-][a-z][a-z0-9]*)+\b";
    HARDWARE = r"(?i)\b[0-9a-f]{2}(?:(?:-[0-9a-f]{2}){5}|(?:%3a[0-9a-f]{2}){5})\b";
    BARE_HARDWARE = r#"((?i)mac(?:addr(?:ess)?)?["']?[=:]["']?)([0-9A-Fa-f]{12})\b"#;
    JSON_WEB_TOKEN = r"\beyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]+)*";
}

fn pattern(text: &str) -> Regex {
    // The patterns are constants; the tests use every one.
    Regex::new(text).unwrap_or_else(|error| panic!("{error}"))
}

/// Words before a device that are no owner's.
const NO_OWNERS: &[&str] = &[
    "Apples", "As", "Devices", "Does", "Has", "His", "Is", "Its", "Macs", "Messages", "Settings", "This", "Was", "Yes",
];

/// The stand-ins of one run.
#[derive(Default)]
pub(super) struct Masks {
    names: Vec<Name>,
    numbers: Numbers,
    until: Option<Instant>,
}

impl Masks {
    /// With names that are to be replaced.
    pub(super) fn of(names: &[Name]) -> Self {
        Self { names: names.to_vec(), ..Self::default() }
    }

    /// Lines that come up later are not looked through, and nothing of them is shown.
    pub(super) fn until(&mut self, until: Option<Instant>) {
        self.until = until;
    }

    /// Whether that time has come.
    pub(super) fn is_late(&self) -> bool {
        self.until.is_some_and(|until| Instant::now() >= until)
    }

    /// The numbers that stand-ins have, which other kinds of stand-ins share.
    pub(super) fn numbers(&mut self) -> &mut Numbers {
        &mut self.numbers
    }

    /// The text with stand-ins. Where values run into each other a stand-in may become a part of another value, so this
    /// goes on until nothing changes any more: only then is a replay the same as the run.
    pub(super) fn text(&mut self, text: &str, addresses: bool) -> String {
        let mut last = text.to_owned();
        for _ in 0..ROUNDS {
            let next = self.once(&last, addresses);
            if next == last {
                return next;
            }
            last = next;
        }
        "(withheld: it could not be redacted)".into()
    }

    /// One pass.
    pub(super) fn once(&mut self, text: &str, addresses: bool) -> String {
        // No value goes beyond its line, and most lines hold none.
        let text: String = text.split_inclusive('\n').map(|line| self.line(line)).collect();
        if addresses { addresses::mask(&mut self.numbers, &text) } else { text }
    }

    /// The `if`s are only for speed.
    fn line(&mut self, text: &str) -> String {
        if self.is_late() {
            return String::new();
        }
        let mut text = text.to_owned();
        if text.contains("://") {
            text = USER_INFO.replace_all(&text, "$1").into_owned();
            text = QUERY.replace_all(&text, "$1").into_owned();
        }
        if text.contains('@') {
            text = self.replace(&text, &MAIL, Self::mail);
        }
        text = self.digits(text);
        text = self.people(text);
        if self.is_late() { String::new() } else { text }
    }

    fn mail(&mut self, found: &Captures) -> String {
        let mail = &found[0];
        if mail.ends_with("@example.invalid") {
            return mail.to_owned();
        }
        format!("account{}@example.invalid", self.numbers.of("mail", mail))
    }

    /// What consists of digits: UUIDs, numbers of telephones, accounts and machines.
    fn digits(&mut self, mut text: String) -> String {
        let count = |wanted: fn(&u8) -> bool| text.bytes().filter(wanted).count();
        let (longest, digits, dashes) = (longest_run(&text), count(u8::is_ascii_digit), count(|byte| *byte == b'-'));
        if longest >= 12 && dashes > 3 {
            text = self.replace(&text, &UUID, |masks, found| masks.uuid(&found[0]));
        }
        if longest >= 32 {
            text = self.replace(&text, &BARE_UUID, |masks, found| {
                let id = &found[0];
                let parts = [&id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..]];
                masks.uuid(&parts.join("-")).replace('-', "")
            });
        }
        if longest >= 12 && shapes::bare_hardware(&text) {
            text = self.replace(&text, &BARE_HARDWARE, |masks, found| {
                let digits: Vec<String> = (0..6).map(|at| found[2][at * 2..at * 2 + 2].to_ascii_lowercase()).collect();
                format!("{}{}", &found[1], masks.numbers.hardware(&digits.join(":")).replace(':', ""))
            });
        }
        if dashes > 4 || text.contains('%') {
            text = self.replace(&text, &HARDWARE, |masks, found| {
                let parts = found[0].to_ascii_lowercase().replace("%3a", ":").replace('-', ":");
                let between = if found[0].contains('-') { "-" } else { "%3A" };
                debug_assert!(is_hardware(&parts, ':'));
                masks.numbers.hardware(&parts).replace(':', between)
            });
        }
        if digits > 6 && shapes::phone(&text) {
            text = self.replace(&text, &PHONE, |masks, found| masks.phone(&found[0]));
        }
        if digits > 8 && shapes::home_phone(&text) {
            text = self.replace(&text, &HOME_PHONE, |masks, found| {
                // A stand-in for a hardware address.
                if found[0].starts_with("02000000") { found[0].to_owned() } else { masks.phone(&found[0]) }
            });
        }
        if text.contains("D:") {
            text = DSID.replace_all(&text, "D:0").into_owned();
        }
        if text.contains("btmm") {
            text = BACK_TO_MY_MAC.replace_all(&text, "0$1").into_owned();
        }
        if text.contains("erial") || text.contains("ERIAL") {
            text = SERIAL.replace_all(&text, "${1}XXXXXXXX").into_owned();
        }
        if text.contains("eyJ") {
            text = JSON_WEB_TOKEN.replace_all(&text, "token").into_owned();
        }
        text
    }

    fn uuid(&mut self, uuid: &str) -> String {
        if uuid.starts_with("00000000-0000-4000-8000-") {
            return uuid.to_owned();
        }
        format!("00000000-0000-4000-8000-{:012}", self.numbers.of("uuid", uuid))
    }

    fn phone(&mut self, phone: &str) -> String {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        if digits.len() == 11 && digits.starts_with("1555010") {
            return phone.to_owned();
        }
        format!("+1555010{:04}", self.numbers.of("phone", &digits) % 10_000)
    }

    /// What is called after somebody: homes, devices, this user and this Mac.
    fn people(&mut self, mut text: String) -> String {
        let lower = text.to_ascii_lowercase();
        if lower.contains("/users/") || lower.contains("/home/") {
            text = self.replace(&text, &HOME, |masks, found| {
                let (name, end) = found[2].strip_suffix('/').map_or((&found[2], ""), |name| (name, "/"));
                if is_numbered(name, "user") || name.eq_ignore_ascii_case("Shared") {
                    return found[0].to_owned();
                }
                format!("{}user{}{end}", &found[1], masks.numbers.of("user", name))
            });
        }
        if text.contains("User") || text.contains("Password") {
            text = PROXY_USER.replace_all(&text, "${1}user").into_owned();
        }
        text = self.owners(text);
        let names = std::mem::take(&mut self.names);
        for (kind, name) in &names {
            if !self.is_late() && lower.contains(&name.to_ascii_lowercase()) {
                let stand_in = format!("{kind}{}", self.numbers.of(kind, name));
                text = replace_word(&text, name, &stand_in);
            }
        }
        self.names = names;
        if lower.contains('-') && ["mac", "iphone", "ipad"].iter().any(|stem| lower.contains(stem)) {
            for device in [&DEVICE_OF, &DEVICE] {
                text =
                    self.replace(&text, device, |masks, found| format!("host{}", masks.numbers.of("host", &found[0])));
            }
        }
        if shapes::line(&text) {
            text = self.replace(&text, &LINE, |masks, found| {
                if is_apple(&found[0]) {
                    return found[0].to_owned();
                }
                format!("host{}", masks.numbers.of("host", &found[0]))
            });
        }
        text
    }

    /// What macOS calls a device after its owner, in the languages that say it their own way.
    fn owners(&mut self, mut text: String) -> String {
        let last_is_user =
            |name: &str| name.rsplit(' ').next().is_some_and(|last| last == "Apple" || is_numbered(last, "user"));
        if shapes::owners(&text).apostrophe {
            text = self.replace(&text, &OWNER, |masks, found| {
                if last_is_user(&found[1]) {
                    return found[0].to_owned();
                }
                format!("user{}{}", masks.numbers.of("user", &found[1]), &found[2])
            });
        }
        // A stand-in after a device makes no genitive before another.
        let may_be = shapes::owners(&text);
        if may_be.link {
            text = self.replace(&text, &OWNED, |masks, found| {
                let first = found[2].split(' ').next().unwrap_or_default();
                if is_numbered(first, "user") {
                    return found[0].to_owned();
                }
                format!("{}user{}", &found[1], masks.numbers.of("user", &found[2]))
            });
        }
        if may_be.genitive {
            text = self.replace(&text, &GENITIVE, |masks, found| {
                if NO_OWNERS.contains(&&found[1]) {
                    return found[0].to_owned();
                }
                format!("user{}{}", masks.numbers.of("user", &found[1]), &found[2])
            });
        }
        text
    }

    fn replace(&mut self, text: &str, regex: &Regex, mut mask: impl FnMut(&mut Self, &Captures) -> String) -> String {
        // A line may be as long as an answer; it is withheld whole.
        if self.is_late() {
            return text.to_owned();
        }
        regex.replace_all(text, |found: &Captures| mask(self, found)).into_owned()
    }
}

/// `user1` for `user`.
fn is_numbered(text: &str, stem: &str) -> bool {
    text.strip_prefix(stem).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Patterns, each with what has to be so where it finds anything.
#[cfg(test)]
pub(super) fn shaped() -> [(&'static Regex, fn(&str) -> bool); 8] {
    [
        (&*OWNER, |text| shapes::owners(text).apostrophe),
        (&*OWNED, |text| shapes::owners(text).link),
        (&*GENITIVE, |text| shapes::owners(text).genitive),
        (&*PHONE, shapes::phone),
        (&*HOME_PHONE, shapes::home_phone),
        (&*LINE, shapes::line),
        (&*BARE_UUID, |text| longest_run(text) >= 32),
        (&*BARE_HARDWARE, |text| longest_run(text) >= 12 && shapes::bare_hardware(text)),
    ]
}
