//! Domains in the settings of names and proxies. Apple's own, and those that say nothing about anybody, stay: judges look at
//! them. Any other names an employer, a school or a network.

use super::numbers::Numbers;
use super::things::lines;
use codesent_checks::Question;
use codesent_checks::read::hosts_file::is_apple;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Those who carry Apple's content under names of their own.
const CARRIERS: &[&str] = &[
    "akadns.net",
    "akam.net",
    "akamai.net",
    "akamaiedge.net",
    "akamaitechnologies.com",
    "edgekey.net",
    "edgesuite.net",
    "cloudflare.net",
    "cloudfront.net",
    "fastly.net",
    "apple-dns.cn",
];
/// Of every Mac.
const EVERYBODYS: &[&str] = &["local", "localhost", "in-addr.arpa", "ip6.arpa", "lan", "home", "home.arpa", "internal"];

/// Every name that a check asks for, and all that it ends in: `gsa.apple.com`, `apple.com`, `com`.
static ENDINGS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let mut endings = BTreeSet::new();
    for question in codesent_checks::all().flat_map(codesent_checks::Check::questions) {
        let mut rest = match question {
            Question::Lookup(host) | Question::LookupVia { host, .. } => Some(*host),
            Question::Handshake(to) => Some(to.host),
            Question::Fetch(fetch) => fetch.url.split('/').nth(2),
            _ => None,
        };
        while let Some(name) = rest {
            endings.insert(name);
            rest = name.split_once('.').map(|(_, rest)| rest);
        }
    }
    endings
});

/// Whether a name says nothing about whose Mac or network this is.
pub(super) fn is_public(name: &str) -> bool {
    let lower = name.trim_end_matches('.').to_ascii_lowercase();
    let under = |domain: &&str| lower.strip_suffix(*domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    is_apple(&lower) || CARRIERS.iter().any(under) || ENDINGS.contains(lower.as_str()) || is_stand_in(&lower)
}

fn is_stand_in(name: &str) -> bool {
    name.strip_prefix("domain")
        .and_then(|rest| rest.strip_suffix(".invalid"))
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `domain1.invalid`, the same for the same domain.
pub(super) fn domain(numbers: &mut Numbers, name: &str) -> String {
    format!("domain{}.invalid", numbers.of("domain", name.trim_end_matches('.')))
}

/// A pattern of names (`*.corp.example`), an address or a network: addresses are looked at by their form later.
fn pattern(numbers: &mut Numbers, text: &str) -> String {
    let name = text.trim_start_matches(['*', '.']);
    let start = &text[..text.len() - name.len()];
    let bare = name.trim_end_matches('.').to_ascii_lowercase();
    // A network may be cut short: `169.254/16`.
    let address = !name.is_empty()
        && name.bytes().any(|byte| byte.is_ascii_digit())
        && name.bytes().all(|byte| byte.is_ascii_hexdigit() || b".:/*[]".contains(&byte))
        && name.bytes().any(|byte| b".:".contains(&byte));
    if name.is_empty() || address || is_public(&bare) || EVERYBODYS.contains(&bare.as_str()) {
        return text.to_owned();
    }
    format!("{start}{}", domain(numbers, &bare))
}

/// `scutil --dns`: the domains that are searched, and those that have a server of their own.
pub(super) fn domains(numbers: &mut Numbers, text: &str) -> String {
    lines(text, |line| {
        let Some((key, value)) = line.split_once(" : ") else { return line.to_owned() };
        let name = key.trim();
        if name == "domain" || name.starts_with("search domain") {
            // Of reversed addresses the part before says whose network it is.
            let lower = value.trim().trim_end_matches('.').to_ascii_lowercase();
            let parts: Vec<&str> = lower.split('.').collect();
            let of_addresses = parts.last() == Some(&"arpa");
            let link = lower.ends_with("254.169.in-addr.arpa") || lower.ends_with(".e.f.ip6.arpa");
            if link || of_addresses && parts.len() < 4 {
                return line.to_owned();
            }
            return format!("{key} : {}", pattern(numbers, value.trim()));
        }
        line.to_owned()
    })
}

/// `scutil --proxy`: what goes past the proxy, whose account the proxy knows, and the way to a script behind its host.
pub(super) fn proxies(numbers: &mut Numbers, text: &str) -> String {
    let mut inside = false;
    lines(text, |line| {
        let Some((key, value)) = line.split_once(" : ") else {
            inside &= line.trim() != "}";
            return line.to_owned();
        };
        let name = key.trim();
        if value.trim_end().ends_with('{') {
            inside = matches!(name, "ExceptionsList" | "SupplementalMatchDomains");
            return line.to_owned();
        }
        match name {
            "ProxyAutoConfigURLString" => format!("{key} : {}", script(value.trim())),
            _ if inside => format!("{key} : {}", pattern(numbers, value.trim())),
            // Switches, ports and hosts; any other text is somebody's.
            _ if name.ends_with("Proxy") || value.trim().bytes().all(|byte| byte.is_ascii_digit()) => line.to_owned(),
            _ if value.trim() == "*" => line.to_owned(),
            _ => format!("{key} : user"),
        }
    })
}

/// Scheme and host: behind them stand tokens.
fn script(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once(':') else { return "missing".into() };
    if !["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) {
        let known = ["data", "file"].contains(&scheme.to_ascii_lowercase().as_str());
        return if known { format!("{scheme}:") } else { "missing".into() };
    }
    let place = rest.trim_start_matches('/').split(['/', '?', '#', ' ']).next().unwrap_or_default();
    let place = place.rsplit_once('@').map_or(place, |(_, place)| place);
    format!("{scheme}://{place}/")
}
