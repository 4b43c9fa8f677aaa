//! What is kept of text files. The rest is nobody's business, or so long that it would only cost time: blocklists make
//! hosts files of 150,000 lines.

/// Takes out of a text file what no check looks at. Lines stay where they are, so that they can be told by their number.
/// Called before anybody sees the text, as [`crate::Domain::keep`] is for files of preferences.
pub fn reduce(path: &str, text: &str) -> String {
    let keep: fn(&str, &mut String) = match path {
        "/etc/hosts" => apple_names,
        "/etc/pf.conf" => without_comment,
        _ => return text.to_owned(),
    };
    let mut kept = String::new();
    let mut end = 0;
    for line in text.trim_start_matches('\u{feff}').lines() {
        let start = kept.len();
        keep(line, &mut kept);
        let empty = kept.len() == start;
        kept.push('\n');
        if !empty {
            end = kept.len();
        }
    }
    // What follows the last line that is kept has nothing to count.
    kept.truncate(end);
    kept
}

/// Whether a name in a folder may be seen: of the domains that have a DNS server of their own, Apple's.
pub fn keeps_name(folder: &str, name: &str) -> bool {
    folder != "/etc/resolver" || may_be_apples(name)
}

/// What is kept of a file or a folder, in words; empty where all of it is.
pub(crate) fn in_words(path: &str) -> &'static str {
    match path {
        "/etc/hosts" => " (only lines for Apple\u{2019}s names are kept)",
        "/etc/pf.conf" => " (comments are dropped)",
        "/etc/resolver" => " (only Apple\u{2019}s are kept)",
        _ => "",
    }
}

fn may_be_apples(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    STEMS.iter().any(|stem| lower.contains(stem))
}

/// What every name of Apple's holds one of. Others may too; a check looks closer.
const STEMS: &[&str] = &["apple", "icloud", "aaplimg", "mzstatic", "me.com"];

/// The address and those of its names that may be Apple's; nothing where there are none.
fn apple_names(line: &str, kept: &mut String) {
    let mut words = line.split('#').next().unwrap_or_default().split_whitespace();
    let Some(address) = words.next() else { return };
    for (at, name) in words.filter(|word| may_be_apples(word)).enumerate() {
        if at == 0 {
            kept.push_str(address);
        }
        kept.push(' ');
        kept.push_str(name);
    }
}

fn without_comment(line: &str, kept: &mut String) {
    kept.push_str(line.split('#').next().unwrap_or_default().trim_end());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Question;

    #[test]
    fn only_names_of_apples_stay_and_on_their_lines() {
        let text = "\u{feff}##\r\n127.0.0.1 localhost\r\n10.0.0.5 intranet.corp jane # 0.0.0.0 apple.com\r\n\
                    0.0.0.0 ads.example GSA.apple.com. www.icloud.com # mine\r\n\r\n0.0.0.0 tracker.example\r\n";
        assert_eq!(reduce("/etc/hosts", text), "\n\n\n0.0.0.0 GSA.apple.com. www.icloud.com\n");
        assert_eq!(reduce("/etc/hosts", "127.0.0.1 localhost\n"), "");
    }

    #[test]
    fn domains_of_a_company_are_not_seen() {
        assert!(keeps_name("/etc/resolver", "push.Apple.com") && !keeps_name("/etc/resolver", "corp.example"));
        assert!(keeps_name("/Library/Filesystems", "x"));
    }

    #[test]
    fn comments_on_rules_go() {
        assert_eq!(reduce("/etc/pf.conf", "# jane\nblock out all # hers\n"), "\nblock out all\n");
        assert_eq!(reduce("/etc/other", "# x\n"), "# x\n");
    }

    #[test]
    fn every_host_that_a_check_asks_for_would_be_kept() {
        for question in crate::all().flat_map(crate::Check::questions) {
            // One name is asked for only because everybody can find it.
            if let Question::Lookup(host) = question
                && *host != "example.com"
            {
                let line = format!("0.0.0.0 {host}\n");
                assert_eq!(reduce("/etc/hosts", &line), line);
            }
        }
    }

    #[test]
    fn what_is_kept_once_is_kept_again() {
        let once = reduce("/etc/hosts", "x\n\n1.2.3.4 a apple.com\ny\n");
        assert_eq!(reduce("/etc/hosts", &once), once);
    }
}
