//! `/etc/pf.conf`: whatever somebody named in it. Keywords, addresses, ports and interfaces say what a rule does; anchors
//! say whose it is where their product is known.

use super::lines::lines;
use super::numbers::Numbers;
use codesent_checks::read::foreign::{Named, thing};
use codesent_checks::read::hosts_file::is_apple;
use codesent_checks::read::pf;
use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::LazyLock;

/// The grammar of pf.conf(5), as macOS has it.
const KEYWORDS: &str = "all allow-opts anchor antispoof any binat binat-anchor block bitmask code const counters cbq divert-to \
    drop dummynet dummynet-anchor dup-to egress esp ah fastroute file flags flush for fragment from global gre group high-latency \
    hfsc icmp icmp-type icmp6 icmp6-type igmp in inet inet6 interval keep label limit load log low-delay max max-mss \
    max-src-conn max-src-conn-rate max-src-nodes max-src-states min-ttl modulate nat nat-anchor no no-df no-route no-sync on \
    optimization os out overload pass persist pipe port priq probability proto queue quick random random-id rdr rdr-anchor \
    reassemble received-on reply-to require-order return return-icmp return-icmp6 return-rst round-robin route-to \
    rtable ruleset-optimization scrub scrub-anchor self set set-tos skip sloppy source-hash source-track state state-policy static-port \
    sticky-address synproxy table tag tagged tcp timeout to tos ttl udp urpf-failed user via weight \
    conservative aggressive normal satellite floating if-bound basic none debug urgent misc loud loginterface block-policy fingerprints \
    hostid states frags src-nodes tables table-entries adaptive.start adaptive.end tcp.first tcp.opening tcp.established \
    tcp.closing tcp.finwait tcp.closed udp.first udp.single udp.multiple icmp.first icmp.error other.first other.single other.multiple \
    src.track unknown network broadcast peer http https ssh domain ntp smtp imap imaps pop3 pop3s www ftp telnet mdns bootps bootpc isakmp \
    root nobody S/SA S/SAFR SAFR com.apple /etc/pf.anchors/com.apple";
static WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| KEYWORDS.split_whitespace().collect());
/// What interfaces begin with.
const INTERFACES: &[&str] =
    &["en", "lo", "utun", "ipsec", "ppp", "bridge", "awdl", "llw", "ap", "tun", "tap", "gif", "stf", "feth", "vmnet"];

/// The rules without names.
pub(super) fn hide(numbers: &mut Numbers, text: &str) -> String {
    lines(text, |line| {
        let own = pf::anchor(line.trim()).map(str::to_owned);
        let mut out = String::with_capacity(line.len());
        let mut rest = line;
        while !rest.is_empty() {
            let gap = rest.len() - rest.trim_start_matches(is_between).len();
            out.push_str(&rest[..gap]);
            rest = &rest[gap..];
            let end = rest.find(is_between).unwrap_or(rest.len());
            let word = &rest[..end];
            rest = &rest[end..];
            if !word.is_empty() {
                out.push_str(&shown(numbers, word, own.as_deref()));
            }
        }
        out
    })
}

fn is_between(letter: char) -> bool {
    letter.is_whitespace() || "\"'{}(),=<>!$&@;".contains(letter)
}

fn shown(numbers: &mut Numbers, word: &str, anchor: Option<&str>) -> String {
    let known = WORDS.contains(word);
    let is_name = |stem: &str| word.strip_prefix(stem).is_some_and(is_number);
    if known
        || is_number_like(word)
        || thing(word.trim_end_matches("/*")).is_some()
        || is_name("name-")
        || is_name("/etc/pf.anchors/name-")
        || is_name("apple-name-")
    {
        return word.to_owned();
    }
    if INTERFACES.iter().any(|stem| word.strip_prefix(stem).is_some_and(|rest| rest.is_empty() || is_number(rest))) {
        return word.to_owned();
    }
    if is_apple(word) || word.starts_with("com.apple/") {
        return word.to_owned();
    }
    let bare = word.trim_end_matches("/*");
    if anchor == Some(bare) {
        let ending = &word[bare.len()..];
        return match pf::owner(bare) {
            // By our own name for it, where that names it again.
            named @ Named::Product(_) => {
                let ours = named.to_string().split_whitespace().collect::<Vec<_>>().join("-");
                format!("{}{ending}", if pf::owner(&ours) == named { &ours } else { bare })
            }
            Named::Foreign(_) => format!("anchor-{}{ending}", numbers.of("anchor", bare)),
        };
    }
    if word.starts_with('/') {
        return format!("/etc/pf.anchors/name-{}", numbers.of("name", word));
    }
    // A judge looks for rules about Apple; a domain that is not Apple's (`acmeapple.com`) is none.
    let stem = if word.to_ascii_lowercase().contains("apple") && !word.contains('.') { "apple-name" } else { "name" };
    format!("{stem}-{}", numbers.of("name", word))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A port, a range, an address, a network.
fn is_number_like(word: &str) -> bool {
    let address = word.split(['/', '%']).next().is_some_and(|text| text.parse::<IpAddr>().is_ok());
    address || word.bytes().all(|byte| byte.is_ascii_digit() || b".:/-*+^%#".contains(&byte))
}
