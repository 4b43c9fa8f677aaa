//! Stand-ins for IP and hardware addresses in whatever form the tools print them: alone, with a port (`:443`, `.443`), cut
//! off, or as the abbreviated networks of routing tables (`84.12.33/24`).

use super::numbers::Numbers;
use codesent_checks::read::address::block_page_of;
use codesent_checks::read::scutil_dns::operator_of;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A network of fewer bits is a part of the world, nobody's own.
const NOBODYS: u8 = 12;

/// The text with every address that may be personal replaced.
pub(super) fn mask(numbers: &mut Numbers, text: &str) -> String {
    // Only there do three numbers name a network; elsewhere they are a version.
    let routes = text.contains("Destination");
    let part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b':' || byte == b'.';
    let (bytes, mut out, mut at) = (text.as_bytes(), String::with_capacity(text.len()), 0);
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|byte| part(**byte)).count();
        if length == 0 {
            let rest = bytes[at..].iter().take_while(|byte| !part(**byte)).count();
            out.push_str(&text[at..at + rest]);
            at += rest;
            continue;
        }
        let token = &text[at..at + length];
        let first = at == 0 || bytes[at - 1] == b'\n';
        let bits = bits(&text[at + length..]);
        at += length;
        if !token.bytes().any(|byte| byte == b':' || byte == b'.') {
            out.push_str(token);
        } else if let Some((network, bits, own)) = abbreviated(token, bits, first).filter(|_| routes) {
            if bits < NOBODYS || is_shareable_v4(network) {
                out.push_str(token);
            } else {
                out.push_str(&numbers.v4(network).to_string());
                out.push_str(&own.map_or(String::new(), |bits| format!("/{bits}")));
            }
        } else if bits.is_some_and(|bits| bits < NOBODYS) {
            out.push_str(token);
        } else {
            out.push_str(&numbers.token(token));
        }
    }
    out
}

/// The length of a prefix that follows an address: `/24`.
fn bits(rest: &str) -> Option<u8> {
    let digits = rest.strip_prefix('/')?;
    let end = digits.bytes().take_while(u8::is_ascii_digit).count();
    let ended = !digits[end..].starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '.');
    digits[..end].parse().ok().filter(|_| ended)
}

/// `84.12/16`, or at the beginning of a line `203.0.113`, whose class says how many bits count. The last value is what has
/// to be added, so that the whole address means the same network.
fn abbreviated(token: &str, bits: Option<u8>, first: bool) -> Option<(Ipv4Addr, u8, Option<u8>)> {
    let parts: Vec<u8> = token.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let mut octets = [0; 4];
    octets.get_mut(..parts.len())?.copy_from_slice(&parts);
    let network = Ipv4Addr::from(octets);
    match (parts.len(), bits, octets[0]) {
        (2 | 3, Some(bits), _) => Some((network, bits, None)),
        (3, None, 192..) if first => Some((network, 24, Some(24))),
        (2, None, 128..192) if first => Some((network, 16, Some(16))),
        _ => None,
    }
}

impl Numbers {
    /// An address, alone or with what stands around it; anything else stays.
    fn token(&mut self, token: &str) -> String {
        let core = token.trim_matches('.');
        let start = token.len() - token.trim_start_matches('.').len();
        let mut candidates = vec![(0, core), (0, core.trim_end_matches(':'))];
        // A port behind a colon or, as BSD's tools print it, behind a full stop.
        candidates.extend(core.rsplit_once(':').filter(|(_, port)| is_port(port)).map(|(host, _)| (0, host)));
        candidates.extend(core.rsplit_once('.').filter(|(_, port)| is_port(port)).map(|(host, _)| (0, host)));
        // A label before it.
        candidates.extend(core.rsplit_once(':').map(|(label, last)| (label.len() + 1, last)));
        candidates.extend(core.split_once(':').map(|(label, rest)| (label.len() + 1, rest)));
        for (at, candidate) in candidates {
            if let Some(masked) = self.address(candidate) {
                let (before, after) = (&token[..start + at], &token[start + at + candidate.len()..]);
                return format!("{before}{masked}{after}");
            }
        }
        token.to_owned()
    }

    fn address(&mut self, text: &str) -> Option<String> {
        if let Ok(address) = text.parse::<IpAddr>() {
            if self.spares(address) {
                return Some(text.to_owned());
            }
            return Some(match address {
                IpAddr::V4(v4) => self.v4(v4).to_string(),
                IpAddr::V6(v6) => self.v6(v6).map_or_else(|| text.to_owned(), |masked| masked.to_string()),
            });
        }
        if is_hardware(text, ':') {
            return Some(self.hardware(text));
        }
        // `netstat` cuts long addresses off; what is left may still name a home.
        if is_beginning_of_v6(text) {
            let whole = format!("{}::", text.trim_end_matches(':'));
            let masked = self.v6(whole.parse().ok()?);
            return Some(masked.map_or_else(|| text.to_owned(), |masked| masked.to_string()));
        }
        None
    }

    /// A stand-in for a hardware address whose parts are divided by a colon.
    pub(super) fn hardware(&mut self, text: &str) -> String {
        // The bus to the T2 chip has the same address on every Mac, and it is how it is told from a network.
        if text.starts_with("ac:de:48:00:11:22") || text.starts_with("02:00:00:00:") {
            return text.to_owned();
        }
        let number = self.of("hardware", text);
        format!("02:00:00:00:{:02x}:{:02x}", number / 256 % 256, number % 256)
    }

    fn v4(&mut self, address: Ipv4Addr) -> Ipv4Addr {
        if is_shareable_v4(address) {
            return address;
        }
        let number = self.of("IPv4", &address.to_string());
        let last = u8::try_from(number % 254).unwrap_or(0) + 1;
        match number / 254 % 3 {
            0 => Ipv4Addr::new(192, 0, 2, last),
            1 => Ipv4Addr::new(198, 51, 100, last),
            _ => Ipv4Addr::new(203, 0, 113, last),
        }
    }

    /// The stand-in for the prefix of a network that has no IPv4.
    fn nat64_of(&mut self, address: Ipv6Addr) -> Ipv6Addr {
        let [a, b, c, d, ..] = address.segments();
        let network = Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0);
        let number = u16::try_from(self.of("NAT64", &network.to_string()) % 0xfff0).unwrap_or(0);
        Ipv6Addr::new(0x2001, 0xdb8, 0x64, number, 0, 0, 0, 0)
    }

    /// The same for a prefix that is printed, if it is a network's own.
    pub(super) fn nat64(&mut self, text: &str) -> Option<Ipv6Addr> {
        let address: Ipv6Addr = text.split('/').next()?.parse().ok()?;
        let segments = address.segments();
        let own = matches!(segments[0], 0x2000..=0x3fff) && segments[..2] != [0x2001, 0xdb8];
        own.then(|| self.nat64_of(address))
    }

    /// None: it may be shown as it is.
    fn v6(&mut self, address: Ipv6Addr) -> Option<Ipv6Addr> {
        let segments = address.segments();
        let [.., high, low] = segments;
        let embedded = || Ipv4Addr::from(u32::from(high) << 16 | u32::from(low));
        let prefix: [u16; 3] = match segments {
            // An IPv4 address inside: mapped, translated (NAT64) or compatible.
            [0, 0, 0, 0, 0, 0, 0, _] => return None,
            [0, 0, 0, 0, 0, 0xffff | 0, ..] | [0x64, 0xff9b, 0, 0, 0, 0, ..] => {
                let [a, b, c, d] = self.v4(embedded()).octets();
                let mut segments = segments;
                segments[6..].copy_from_slice(&[u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d])]);
                return Some(segments.into());
            }
            // Apple's address behind the prefix of a network without IPv4: which network's is its own business.
            [0x2000..=0x3fff, .., 0, 0, high, _] if high >> 8 == 17 && segments[..2] != [0x2001, 0xdb8] => {
                let mut shown = self.nat64_of(address).segments();
                shown[6..].copy_from_slice(&segments[6..]);
                return Some(shown.into());
            }
            // Multicast, and what is set aside for documents.
            [0xff00..=0xffff, ..] | [0x2001, 0xdb8, ..] => return None,
            // Apple's own, and resolvers that everybody may use.
            [0x2620, 0x149, ..] | [0x2403, 0x300, ..] | [0x2a01, 0xb740, ..] => return None,
            [0x2606, 0x4700, 0x4700, 0, 0, 0, 0, _] | [0x2001, 0x4860, 0x4860, 0, 0, 0, 0, _] => return None,
            [0x2620, 0xfe, 0, 0, 0, 0, 0, _] | [0x2620, 0x119, 0x35 | 0x53, 0, 0, 0, 0, _] => return None,
            // Of these resolvers the rest of the address says whose settings they use.
            [a @ 0x2a07, b @ (0xa8c0 | 0xa8c1), ..] => [a, b, 0],
            [a @ 0x2a10, b @ 0x50c0, ..] => [a, b, 0],
            [0xfe80..=0xfebf, ..] => [0xfe80, 0, 0],
            // Tailscale and WARP are known by their prefix.
            [0xfd7a, 0x115c, 0xa1e0, ..] => [0xfd7a, 0x115c, 0xa1e0],
            [0x2606, 0x4700, 0x110, ..] => [0x2606, 0x4700, 0x110],
            // Yggdrasil.
            [0x200..=0x3ff, ..] => [0x200, 0, 0],
            [0xfc00..=0xfdff, ..] => [0xfd00, 0, 0],
            _ => [0x2001, 0xdb8, 0],
        };
        // A stand-in, or a prefix so short that it is nobody's.
        if segments[1..].iter().all(|part| *part == 0)
            || (segments[..3] == prefix && segments[3..7].iter().all(|part| *part == 0))
        {
            return None;
        }
        let number = u16::try_from(self.of("IPv6", &address.to_string()) % 0xfff0).unwrap_or(0) + 1;
        let [a, b, c] = prefix;
        Some(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, number))
    }
}

fn is_port(text: &str) -> bool {
    text == "*" || (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Six pairs of hexadecimal digits; leading zeros may be missing.
pub(super) fn is_hardware(text: &str, between: char) -> bool {
    let parts: Vec<&str> = text.split(between).collect();
    parts.len() == 6 && parts.iter().all(|part| matches!(part.len(), 1 | 2) && u8::from_str_radix(part, 16).is_ok())
}

/// `2600:1700:5610:3` of a global or unique local address. A time of day is none.
fn is_beginning_of_v6(text: &str) -> bool {
    let parts: Vec<&str> = text.trim_end_matches(':').split(':').collect();
    let whole = |part: &&str| matches!(part.len(), 1..=4) && u16::from_str_radix(part, 16).is_ok();
    let first = u16::from_str_radix(parts[0], 16).unwrap_or(0);
    (2..=7).contains(&parts.len())
        && parts[0].len() == 4
        && parts.iter().all(whole)
        && matches!(first, 0x2000..=0x3fff | 0xfc00..=0xfdff)
        && (parts.len() > 2 || parts[1].len() > 2)
}

/// Addresses that say nothing about who or where somebody is: private, reserved, Apple's, well-known resolvers, and the
/// shortest prefixes of routing tables.
fn is_shareable_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, d] = address.octets();
    address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || matches!(a, 0 | 17 | 224..=255)
        || (a == 100 && b & 0xc0 == 64)
        || (a == 198 && b & 0xfe == 18)
        || (b == 0 && c == 0 && d == 0)
        // A resolver that a check knows by its operator, and the page that it shows.
        || operator_of(address.into()).is_some()
        || block_page_of(address.into()).is_some()
}
