//! The script that chooses proxies (PAC): the proxies that it names as literals. It is read, never run, so which of them it
//! chooses for a host is not known.

use super::scutil_proxy::{Kind, Proxy};
use crate::facts::ScriptProxies;

/// More of them say nothing new.
pub const MOST: usize = 3;

/// The proxies that stand in the texts of a script, each once, in order.
pub fn read(script: &str) -> ScriptProxies {
    let mut found = ScriptProxies { length: script.len(), ..ScriptProxies::default() };
    for text in strings(script) {
        for entry in text.split(';').map(str::trim) {
            let (word, place) = entry.split_once(char::is_whitespace).unwrap_or((entry, ""));
            match word.to_ascii_uppercase().as_str() {
                "DIRECT" => found.direct = true,
                "PROXY" | "SOCKS" | "SOCKS5" => {
                    let line = format!(
                        "{} {}",
                        if word.eq_ignore_ascii_case("PROXY") { "PROXY" } else { "SOCKS" },
                        place.trim()
                    );
                    if proxy(&line).is_none() || found.proxies.len() >= MOST && !found.proxies.contains(&line) {
                        // Put together while the script runs, or too many.
                        found.more = true;
                    } else if !found.proxies.contains(&line) {
                        found.proxies.push(line);
                    }
                }
                // Other kinds that a script may name; macOS is not known to take them.
                "HTTP" | "HTTPS" | "SOCKS4" | "QUIC" if !place.is_empty() => found.more = true,
                _ => {}
            }
        }
    }
    found.no_script = !script.contains("FindProxyForURL");
    found
}

/// `PROXY proxy.example:8080`, as [`read`] keeps it.
pub fn proxy(line: &str) -> Option<Proxy> {
    let (word, place) = line.split_once(' ')?;
    let (host, port) = place.rsplit_once(':')?;
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || ".-_:[]".contains(letter);
    let host = host.trim_start_matches('[').trim_end_matches(']');
    if host.is_empty() || !host.chars().all(allowed) {
        return None;
    }
    let kind = if word == "PROXY" { Kind::Http } else { Kind::Socks };
    Some(Proxy { kind, host: host.into(), port: port.parse().ok().filter(|port| *port > 0)?, exceptions: Vec::new() })
}

/// The texts in quotes, without those in comments.
fn strings(script: &str) -> Vec<&str> {
    let (mut found, mut rest) = (Vec::new(), script);
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (sign, after) = (rest.as_bytes()[at], &rest[at + 1..]);
        let (end, skip) = match sign {
            b'/' if after.starts_with('/') => (after.find('\n'), 1),
            b'/' if after.starts_with('*') => (after.find("*/"), 2),
            b'/' => (Some(0), 0),
            quote => {
                let end = after.find([char::from(quote), '\n']);
                found.extend(end.map(|end| &after[..end]));
                (end, 1)
            }
        };
        let Some(end) = end else { break };
        rest = &after[end + skip..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_found_in_order_and_once() {
        let script = "function FindProxyForURL(url, host) {\n  // return \"PROXY old.example:1\";\n  \
                      /* 'PROXY older.example:1' */\n  if (shExpMatch(host, '*.apple.com')) return 'DIRECT';\n  \
                      return \"PROXY a.example:8080; SOCKS5 127.0.0.1:1086; SOCKS 127.0.0.1:1086; DIRECT\";\n}\n";
        let found = read(script);
        assert_eq!(found.proxies, ["PROXY a.example:8080", "SOCKS 127.0.0.1:1086"]);
        assert!(found.direct && !found.more && found.length == script.len());
        assert_eq!(proxy(&found.proxies[1]).map(|proxy| (proxy.kind, proxy.port)), Some((Kind::Socks, 1086)));
        assert_eq!(proxy("PROXY [2001:db8::1]:3128").map(|proxy| proxy.host).as_deref(), Some("2001:db8::1"));
    }

    #[test]
    fn what_is_no_script_and_kinds_that_are_not_tried_are_told() {
        assert!(read("<html><body>Please sign in</body></html>").no_script && read("").no_script);
        let odd = read("function FindProxyForURL(u, h) { return 'HTTPS proxy.example:443; DIRECT'; }");
        assert!(odd.more && odd.direct && odd.proxies.is_empty() && !odd.no_script);
    }

    #[test]
    fn what_is_put_together_or_too_much_is_said_to_be_unread() {
        for script in
            ["return 'PROXY ' + chosen;", "return \"PROXY a:b\";", "return 'PROXY a';", "return 'PROXY a b:1';"]
        {
            let found = read(script);
            assert!(found.more && found.proxies.is_empty(), "{script}: {found:?}");
        }
        let many: Vec<String> = (0..9).map(|number| format!("return 'PROXY p{number}.example:80';")).collect();
        let many = many.concat();
        assert_eq!((read(&many).proxies.len(), read(&many).more), (MOST, true));
        for torn in ["'PROXY a:1", "\"", "/*", "//", "/", "'PROXY \u{e4}:1'", ""] {
            assert!(read(torn).proxies.is_empty(), "{torn}");
        }
    }
}
