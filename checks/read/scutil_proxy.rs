//! `scutil --proxy`: the proxies macOS has set.
//!
//! The keys are those of Apple's `SCSchemaDefinitions`. Only `…Enable : 1` counts: host and port stay behind when a proxy
//! is switched off. `__SCOPED__` repeats everything for each interface and is passed over.

use crate::Miss;
use crate::facts::CommandOutput;
use crate::read::hosts_file::plain;
use crate::read::quoted::place_in_words;
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
        let host = plain(host);
        !self.exceptions.iter().any(|pattern| {
            let pattern = plain(pattern);
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

/// Where the script that chooses proxies (PAC) comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Script {
    /// It is fetched.
    Url {
        /// From this name or address.
        host: String,
        /// And this port.
        port: u16,
    },
    /// It is fetched from what this network calls `wpad`: discovery.
    Discovered,
    /// A file on this Mac.
    File,
    /// Written into the settings, as an address that holds it (`data:`).
    Data,
    /// Written into the settings.
    Inline,
    /// A script is switched on, and nothing says which.
    Unnamed,
}

impl Script {
    fn of(url: &str) -> Self {
        let (scheme, rest) = url.trim().split_once(':').unwrap_or(("", url.trim()));
        let usual = match scheme.to_ascii_lowercase().as_str() {
            "data" => return Self::Data,
            "file" => return Self::File,
            "https" => 443,
            _ => 80,
        };
        let place = rest.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default();
        match host_and_port(place, usual) {
            Some((host, _)) if host.eq_ignore_ascii_case("wpad") => Self::Discovered,
            Some((host, port)) if !scheme.is_empty() => Self::Url { host: host.into(), port },
            _ => Self::Unnamed,
        }
    }

    /// Whether a program on this Mac hands it out.
    pub fn is_local(&self) -> bool {
        matches!(self, Self::Url { host, .. } if is_local(host))
    }

    /// What it does, as a clause.
    pub fn chooses(&self) -> String {
        let from = self.in_words();
        match self {
            Self::Url { .. } => format!("a script from {from} chooses proxies (PAC)"),
            Self::Discovered => "a script that this network names (WPAD) chooses proxies".into(),
            Self::File | Self::Data | Self::Inline => format!("a script in {from} chooses proxies (PAC)"),
            Self::Unnamed => "a script is to choose proxies (PAC), and nothing says which".into(),
        }
    }

    /// Where it comes from, in words.
    pub fn in_words(&self) -> String {
        match self {
            Self::Url { host, port } if self.is_local() => format!("a program on this Mac ({host}:{port})"),
            Self::Url { host, .. } => place_in_words(host),
            Self::Discovered => "this network (WPAD)".into(),
            Self::File => "a file on this Mac".into(),
            Self::Data | Self::Inline => "the settings".into(),
            Self::Unnamed => "an address that is missing".into(),
        }
    }
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
    /// A script that chooses.
    pub pac: Option<Script>,
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
    for line in without_scripts(text).map(str::trim) {
        if line == "}" {
            path.pop();
            continue;
        }
        let (key, value) = line.split_once(" : ").unwrap_or((line, ""));
        if line.ends_with('{') && key != INLINE {
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
        let url = top.get(URL).copied().filter(|url| !url.is_empty());
        settings.pac = Some(match (url, top.contains_key(INLINE)) {
            (Some(url), _) => Script::of(url),
            (None, true) => Script::Inline,
            (None, false) => Script::Unnamed,
        });
    }
    Ok(settings)
}

/// The whole address of a script that somebody has set and that is fetched.
pub fn script_url(output: &CommandOutput) -> Option<&str> {
    let set = matches!(read(output).ok()?.pac, Some(Script::Url { .. }));
    let urls = without_scripts(&output.stdout).filter_map(|line| line.trim().split_once(" : "));
    urls.into_iter().find(|(key, _)| set && *key == URL).map(|(_, value)| value.trim())
}

/// The key of a script that is written into the settings, and that of its address.
const INLINE: &str = "ProxyAutoConfigJavaScript";
const URL: &str = "ProxyAutoConfigURLString";

/// What may be seen of the output: all but the scripts themselves, which may name a company's every server.
pub fn keep(text: &str) -> String {
    let mut kept = String::new();
    for line in without_scripts(text) {
        let value_at = line.find(" : ").map(|at| at + 3);
        let (key, value) = value_at.map_or((line, ""), |at| line.split_at(at));
        kept.push_str(key);
        let name = key.trim_end_matches([' ', ':']).trim_start();
        kept.push_str(match name {
            INLINE => "*",
            URL if value.trim_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:")) => {
                &value.trim_start()[..5]
            }
            _ => value,
        });
        kept.push('\n');
    }
    kept
}

/// The lines, without those that a script goes on over.
fn without_scripts(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.lines().map(|line| line.trim_end_matches('\r')).filter(move |line| {
        let key = line.trim_start().split_once(" : ").map(|(key, _)| key);
        let is_key = key.is_some_and(|key| {
            key.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_')
                && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        });
        inside &= !is_key;
        let shown = !inside;
        inside |= is_key && key == Some(INLINE);
        shown
    })
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
    let (host, port) = host_and_port(place, usual)?;
    let exceptions = exceptions.split([',', ' ', '\t']).filter(|text| !text.is_empty()).map(str::to_owned).collect();
    Some(Proxy { kind, host: host.to_owned(), port, exceptions })
}

/// `proxy.example:3128`, `[::1]:9`.
fn host_and_port(place: &str, usual: u16) -> Option<(&str, u16)> {
    let (host, port) = if let Some(rest) = place.strip_prefix('[') {
        let (host, rest) = rest.split_once(']')?;
        (host, rest.strip_prefix(':'))
    } else {
        place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port)))
    };
    let port = port.map_or(Some(usual), |port| port.parse().ok())?;
    (!host.is_empty()).then_some((host, port))
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
        assert_eq!(set.pac, Some(Script::Url { host: "wpad.example".into(), port: 80 }));
        assert_eq!(set.exceptions, ["*.local", "169.254/16"]);
    }

    #[test]
    fn scripts_are_told_by_where_they_come_from() {
        let of = |lines: &str| {
            let text = format!(
                "<dictionary> {{\n  ProxyAutoConfigEnable : 1\n{lines}  SOCKSEnable : 1\n  SOCKSProxy : last.example\n}}\n"
            );
            let kept = keep(&text);
            let set = settings(&text).unwrap();
            assert_eq!(settings(&kept), Ok(set.clone()), "nothing that counts is lost");
            assert_eq!(set.socks, Some(("last.example".into(), 1080)), "what follows a script is read");
            assert!(!kept.contains("canary"), "{kept}");
            assert_eq!(keep(&kept), kept);
            set.pac.unwrap()
        };
        let url = |url: &str| of(&format!("  ProxyAutoConfigURLString : {url}\n"));
        assert_eq!(url("http://127.0.0.1:50415/p.pac").in_words(), "a program on this Mac (127.0.0.1:50415)");
        assert_eq!(url("https://[::1]/p.pac").in_words(), "a program on this Mac (::1:443)");
        assert_eq!(url("http://wpad/wpad.dat"), Script::Discovered);
        assert_eq!(url("file:///Users/Shared/proxy.pac"), Script::File);
        assert_eq!(url("data:application/x-ns-proxy-autoconfig;base64,canary"), Script::Data);
        assert_eq!((url("nonsense"), of("")), (Script::Unnamed, Script::Unnamed));
        let inline = "  ProxyAutoConfigJavaScript : function FindProxyForURL(url, host) {\n  if (host == \"canary.example\") {\n    \
                      return \"DIRECT\";\n  }\n}\n";
        assert_eq!(of(inline), Script::Inline);
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
        for host in ["localhost", "a.internal", "GSA.apple.com", "apple.com", "apple.com."] {
            assert!(!proxy.is_for(host), "{host}");
        }
        for exceptions in ["APPLE.COM", "x.example Apple.com.", " *.apple.com ,y", ".Apple.com."] {
            let proxy = from_url("http://proxy.example:3128/", exceptions).unwrap();
            assert!(!proxy.is_for("gsa.apple.com") && proxy.is_for("gsa.icloud.com"), "{exceptions}");
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
