//! `scutil --proxy`: the proxies macOS has set.
//!
//! The keys are those of Apple's `SCSchemaDefinitions`. Only `…Enable : 1` counts: host and port stay behind when a proxy
//! is switched off. `__SCOPED__` repeats everything for each interface and is passed over.

use crate::Miss;
use crate::facts::CommandOutput;
use std::collections::BTreeMap;

/// How a proxy is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// HTTP CONNECT.
    Http,
    /// SOCKS 5.
    Socks,
}

/// A proxy that HTTPS goes through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy {
    /// How it is spoken to.
    pub kind: Kind,
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Hosts that do not go through it, as patterns.
    pub exceptions: Vec<String>,
}

impl Proxy {
    /// Whether `host` goes through it. Exceptions are `*`, a name, or the end of one (`*.local`, `.local`); address
    /// ranges concern no name.
    pub fn is_for(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        !self.exceptions.iter().any(|pattern| {
            let pattern = pattern.trim().to_ascii_lowercase();
            let end = pattern.trim_start_matches('*').trim_start_matches('.');
            pattern == "*" || (!end.is_empty() && (host == end || host.ends_with(&format!(".{end}"))))
        })
    }

    /// Whether it runs on this machine: then it is a program, not the network.
    pub fn is_local(&self) -> bool {
        is_local(&self.host)
    }
}

fn is_local(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.trim_matches(['[', ']']).parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

/// Everything that is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// For HTTP.
    pub http: Option<(String, u16)>,
    /// For HTTPS.
    pub https: Option<(String, u16)>,
    /// For everything else.
    pub socks: Option<(String, u16)>,
    /// A script that chooses: its address.
    pub pac: Option<String>,
    /// Whether the network may name such a script (WPAD).
    pub discovery: bool,
    /// Hosts that go direct, as patterns.
    pub exceptions: Vec<String>,
}

impl Settings {
    /// The proxy that an HTTPS request goes through, unless a script decides.
    pub fn for_https(&self) -> Option<Proxy> {
        let make = |kind, (host, port): &(String, u16)| Proxy {
            kind,
            host: host.clone(),
            port: *port,
            exceptions: self.exceptions.clone(),
        };
        self.https
            .as_ref()
            .map(|at| make(Kind::Http, at))
            .or_else(|| self.socks.as_ref().map(|at| make(Kind::Socks, at)))
    }
}

/// Reads what `scutil --proxy` prints.
pub fn read(output: &CommandOutput) -> Result<Settings, Miss> {
    let Some(start) = output.stdout.find("<dictionary>") else {
        return Err(Miss::Unreadable("`scutil --proxy` printed something unexpected".into()));
    };
    let text = &output.stdout[start..];
    let mut top: BTreeMap<&str, &str> = BTreeMap::new();
    let mut settings = Settings::default();
    let mut path: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if line == "}" {
            path.pop();
            continue;
        }
        let (key, value) = line.split_once(" : ").unwrap_or((line, ""));
        if line.ends_with('{') {
            path.push(key);
            continue;
        }
        match path.as_slice() {
            [_] => {
                top.insert(key, value);
            }
            [_, "ExceptionsList"] => settings.exceptions.push(value.to_owned()),
            _ => {}
        }
    }
    let on = |key: &str| top.get(key).is_some_and(|value| *value == "1");
    let at = |name: &str, usual: u16| {
        let host = top.get(format!("{name}Proxy").as_str()).filter(|host| !host.is_empty())?;
        let port = top.get(format!("{name}Port").as_str()).and_then(|port| port.parse().ok()).unwrap_or(usual);
        on(&format!("{name}Enable")).then(|| ((*host).to_owned(), port))
    };
    settings.http = at("HTTP", 80);
    settings.https = at("HTTPS", 443);
    settings.socks = at("SOCKS", 1080);
    settings.discovery = on("ProxyAutoDiscoveryEnable");
    if on("ProxyAutoConfigEnable") {
        settings.pac = Some(top.get("ProxyAutoConfigURLString").copied().unwrap_or_default().to_owned());
    }
    Ok(settings)
}

/// Reads an address as it stands in `HTTPS_PROXY`, with the list in `NO_PROXY`. A name and password in it are dropped.
pub fn from_url(url: &str, exceptions: &str) -> Option<Proxy> {
    let (scheme, rest) = url.trim().split_once("://").unwrap_or(("http", url.trim()));
    let (kind, usual) = match scheme.to_ascii_lowercase().as_str() {
        "http" => (Kind::Http, 80),
        "socks5" | "socks5h" | "socks" => (Kind::Socks, 1080),
        _ => return None,
    };
    let place = rest.split(['/', '?', '#']).next()?;
    let place = place.rsplit_once('@').map_or(place, |(_, place)| place);
    let (host, port) = if let Some(rest) = place.strip_prefix('[') {
        let (host, rest) = rest.split_once(']')?;
        (host, rest.strip_prefix(':'))
    } else {
        place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port)))
    };
    let port = port.map_or(Some(usual), |port| port.parse().ok())?;
    let exceptions = exceptions.split(',').map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect();
    (!host.is_empty()).then(|| Proxy { kind, host: host.to_owned(), port, exceptions })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn settings(stdout: &str) -> Result<Settings, Miss> {
        read(&CommandOutput { stdout: stdout.into(), ..CommandOutput::default() })
    }

    /// The shape of `scutil --proxy` on macOS 15.
    const SET: &str = "<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
    1 : 169.254/16
  }
  HTTPEnable : 0
  HTTPPort : 3128
  HTTPProxy : old.example
  HTTPSEnable : 1
  HTTPSPort : 8080
  HTTPSProxy : proxy.example
  ProxyAutoConfigEnable : 1
  ProxyAutoConfigURLString : http://wpad.example/wpad.dat
  __SCOPED__ : <dictionary> {
    en0 : <dictionary> {
      SOCKSEnable : 1
      SOCKSProxy : other.example
    }
  }
}
";

    #[test]
    fn only_what_is_switched_on_counts() {
        let set = settings(SET).unwrap();
        assert_eq!(set.http, None);
        assert_eq!(set.https, Some(("proxy.example".into(), 8080)));
        assert_eq!(set.socks, None, "a scoped proxy is not the system's");
        assert_eq!(set.pac.as_deref(), Some("http://wpad.example/wpad.dat"));
        assert_eq!(set.exceptions, ["*.local", "169.254/16"]);
    }

    #[test]
    fn an_empty_dictionary_means_none_and_nonsense_is_unreadable() {
        assert_eq!(settings("<dictionary> {\n}\n"), Ok(Settings::default()));
        assert!(settings("").is_err());
        assert!(settings("No such key").is_err());
    }

    #[test]
    fn exceptions_go_by_name_and_by_ending() {
        let proxy = from_url("http://user:secret@proxy.example:3128/", "localhost, .internal,apple.com").unwrap();
        assert_eq!((proxy.host.as_str(), proxy.port), ("proxy.example", 3128));
        assert!(proxy.is_for("gsa.icloud.com"));
        for host in ["localhost", "a.internal", "GSA.apple.com", "apple.com"] {
            assert!(!proxy.is_for(host), "{host}");
        }
        assert!(proxy.is_for("pineapple.com"));
        assert!(!from_url("socks5h://[::1]:9", "*").unwrap().is_for("apple.com"));
        assert_eq!(from_url("ftp://x", ""), None);
        assert_eq!(from_url("http://x:port", ""), None);
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "(<dictionary> \\{\n)?[ -~\n{}]{0,300}") {
            let _ = settings(&text);
            let _ = from_url(&text, &text);
        }
    }
}
