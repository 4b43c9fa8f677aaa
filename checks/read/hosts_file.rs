//! The hosts file: lines that give Apple's names another address.

use crate::facts::TextFile;
use std::net::IpAddr;

/// A line that names a host of Apple's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Counted from 1.
    pub line: usize,
    /// What it is sent to.
    pub address: IpAddr,
    /// The name, in lower case.
    pub name: String,
}

/// Domains that belong to Apple or serve its names.
const APPLE: &[&str] = &[
    "apple.com",
    "icloud.com",
    "icloud-content.com",
    "apple-dns.net",
    "aaplimg.com",
    "cdn-apple.com",
    "mzstatic.com",
    "me.com",
];

/// Whether a name is one of Apple's, however it is spelt: names have no case, and a dot at the end is nothing
/// (RFC 4343, RFC 1034).
pub fn is_apple(name: &str) -> bool {
    let name = plain(name);
    let under = |domain: &str| name.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    APPLE.iter().any(|domain| under(domain)) || name.ends_with("-apple.com.akadns.net")
}

/// A name as it is compared: in lower case, without blanks around it and the dot at its end.
pub(crate) fn plain(name: &str) -> String {
    name.trim().trim_end_matches('.').to_ascii_lowercase()
}

/// Every entry for a name of Apple's, in order. Comments and lines that are no entries are passed over, as the system
/// does.
pub fn apple_entries(file: &TextFile) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (at, line) in file.text.trim_start_matches('\u{feff}').lines().enumerate() {
        let mut words = line.split('#').next().unwrap_or_default().split_whitespace();
        // A link-local address may carry the name of its interface.
        let address = words.next().and_then(|word| word.split('%').next()?.parse().ok());
        let Some(address) = address else { continue };
        for name in words.map(plain).filter(|name| is_apple(name)) {
            entries.push(Entry { line: at + 1, address, name });
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str) -> Vec<(usize, String)> {
        let file = TextFile { text: text.into(), cut: false };
        apple_entries(&file).into_iter().map(|entry| (entry.line, entry.name)).collect()
    }

    /// The file as macOS ships it.
    const DEFAULT: &str = "##\n# Host Database\n#\n# localhost is used to configure the loopback interface\n\
        # when the system is booting.  Do not change this entry.\n##\n127.0.0.1\tlocalhost\n\
        255.255.255.255\tbroadcasthost\n::1             localhost\n";

    #[test]
    fn the_default_file_names_nothing_of_apples() {
        assert_eq!(of(DEFAULT), []);
    }

    #[test]
    fn lines_are_counted_and_comments_passed_over() {
        let text = "\u{feff}127.0.0.1 localhost\r\n# 0.0.0.0 gsa.apple.com\r\n0.0.0.0 ads.example GSA.apple.com. # no\r\n\
                    fe80::1%lo0 x.icloud.com\r\n0.0.0.0 pineapple.com notapple.com\r\nnonsense apple.com\r\n";
        assert_eq!(of(text), [(3, "gsa.apple.com".into()), (4, "x.icloud.com".into())]);
    }

    #[test]
    fn names_that_only_look_like_apples_are_not() {
        assert!(is_apple("apple.com") && is_apple("gsa.idms-apple.com.akadns.net"));
        for spelt in ["Apple.com", "GSA.APPLE.COM", "apple.com.", " gsa.Apple.com. ", "Gsa.idms-Apple.com.Akadns.net"] {
            assert!(is_apple(spelt), "{spelt}");
        }
        assert!(!is_apple("pineapple.com") && !is_apple("apple.com.example") && !is_apple("example-apple.com"));
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "[ -~\n\r\t#:%]{0,300}") {
            let _ = of(&text);
        }
    }
}
