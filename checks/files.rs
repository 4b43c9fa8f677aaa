//! Every text file and folder codesent reads that is no preference file, as data.

use crate::keep::Lines;
use crate::read::hosts_file::is_apple;
use crate::read::patcher;
use crate::{File, Folder};
use std::net::IpAddr;

/// Names that are not asked of DNS. Blocklists make hosts files of 150,000 lines.
pub const HOSTS: File = File {
    path: "/etc/hosts",
    shows: "lines for Apple\u{2019}s names (all others are dropped)",
    keep: Lines::InPlace(apple_names),
};

/// The rules of the packet filter.
pub const PACKET_FILTER: File = File {
    path: "/etc/pf.conf",
    shows: "the rules of the packet filter (comments are dropped)",
    keep: Lines::InPlace(without_comment),
};

/// Domains that have a DNS server of their own, each a file.
pub const RESOLVERS: Folder = Folder {
    path: "/etc/resolver",
    shows: "domains of Apple\u{2019}s that have a DNS server of their own (all others are dropped)",
    keep: apples,
};

/// The name of the file that holds the password of a Mac that logs in by itself. Only that it is there is seen.
pub const AUTOMATIC_LOGIN: &str = "kcpassword";

/// Where that file lies.
pub const ETC: Folder = Folder {
    path: "/etc",
    shows: "whether a password for automatic login is stored (all other names are dropped)",
    keep: |name| name == AUTOMATIC_LOGIN,
};

/// Where programs keep what they need.
pub const APPLICATION_SUPPORT: Folder = Folder {
    path: "/Library/Application Support",
    shows: "whether OpenCore Legacy Patcher is installed (all other names are dropped)",
    keep: |name| name == patcher::FOLDER,
};

/// Where the patcher lists what it changed in the system.
pub const CORE_SERVICES: Folder = Folder {
    path: "/System/Library/CoreServices",
    shows: "whether OpenCore Legacy Patcher patched the system (all other names are dropped)",
    keep: |name| name == patcher::PATCHES,
};

/// The person's keychains. Their names alone are seen, and of those only the ones that macOS gives to a login keychain that it
/// set aside.
pub const KEYCHAINS: Folder = Folder {
    path: "~/Library/Keychains",
    shows: "whether macOS set a login keychain aside (all other names are dropped)",
    keep: is_set_aside,
};

/// Since 10.13 a login with a password that does not open the login keychain renames it (reported with Apple's number
/// 34613608).
fn is_set_aside(name: &str) -> bool {
    let number = name.strip_prefix("login_renamed_").and_then(|rest| rest.strip_suffix(".keychain-db"));
    number.is_some_and(|number| !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit()))
}

/// Every file.
pub const ALL: &[&File] = &[&HOSTS, &PACKET_FILTER];

/// As the checks decide it: that `apple` or `me.com` stands in a name (`jira.acme.com`) is not enough.
fn apples(name: &str) -> bool {
    is_apple(name)
}

/// The address and those of its names that are Apple's; nothing where there are none.
fn apple_names(line: &str) -> Option<String> {
    let mut words = line.split('#').next()?.split_whitespace();
    let address = words.next()?;
    // A link-local address may carry the name of its interface.
    address.split('%').next()?.parse::<IpAddr>().ok()?;
    let names: Vec<&str> = words.filter(|word| apples(word)).collect();
    (!names.is_empty()).then(|| format!("{address} {}", names.join(" ")))
}

#[expect(clippy::unnecessary_wraps, reason = "what keeps a line may drop one")]
fn without_comment(line: &str) -> Option<String> {
    Some(line.split('#').next().unwrap_or_default().trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Question;

    fn kept(file: &File, text: &str) -> String {
        file.kept(text, false).text
    }

    #[test]
    fn only_names_of_apples_stay_and_on_their_lines() {
        let text = "\u{feff}##\r\n127.0.0.1 localhost\r\n10.0.0.5 intranet.corp jane # 0.0.0.0 apple.com\r\n\
                    0.0.0.0 ads.example GSA.apple.com. www.icloud.com # mine\r\n\r\n0.0.0.0 tracker.example\r\n\
                    10.0.0.7 jira.acme.com pineapple.com home.com.acme.example\r\nJane apple.com\r\n";
        assert_eq!(kept(&HOSTS, text), "\n\n\n0.0.0.0 GSA.apple.com. www.icloud.com\n");
        assert_eq!(kept(&HOSTS, "127.0.0.1 localhost\n"), "");
    }

    #[test]
    fn domains_of_a_company_are_not_seen() {
        let names = ["push.Apple.com", "corp.example", "icloud.com", "acme.com", "pineapple.com", "apple.com.corp"]
            .map(str::to_owned);
        assert_eq!(RESOLVERS.kept(names.to_vec()), ["icloud.com", "push.Apple.com"]);
    }

    #[test]
    fn comments_on_rules_go() {
        assert_eq!(kept(&PACKET_FILTER, "# jane\nblock out all # hers\n"), "\nblock out all\n");
    }

    #[test]
    fn every_host_that_a_check_asks_for_would_be_kept() {
        for question in crate::all().flat_map(crate::Check::questions) {
            // One name is asked for only because everybody can find it.
            if let Question::Lookup(host) = question
                && *host != "example.com"
            {
                let line = format!("0.0.0.0 {host}\n");
                assert_eq!(kept(&HOSTS, &line), line);
            }
        }
    }

    #[test]
    fn what_is_kept_once_is_kept_again() {
        for file in ALL {
            let once = kept(file, "x\n\n1.2.3.4 a apple.com # b\ny # z\n");
            assert_eq!(kept(file, &once), once, "{}", file.path);
        }
    }
}
