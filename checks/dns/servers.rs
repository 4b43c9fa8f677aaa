//! Which DNS servers macOS asks, and whether some domain of Apple's has its own.

use crate::check::breaks;
use crate::files;
use crate::hosts::CONTROL_NAME;
use crate::read::hosts_file::is_apple;
use crate::read::products::{self, Kind};
use crate::read::quoted::quoted;
use crate::read::scutil_dns::{Operator, Owner, in_words, read, servers};
use crate::{
    Answers, Certainty, Check, Culprit, Miss, Question, Verdict, commands, fail, fix::catalogue, info, pass, warn,
};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "dns/servers",
    title: "No DNS server of your own is set",
    wrong: "{saw}",
    why: "A server that filters, or one for Apple\u{2019}s domains alone, decides whether Apple\u{2019}s names are found.",
    certainty: Certainty::Context("a suspect only while names do not resolve"),
    part: Part::Names,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some("a DNS service of your own"),
    reasons: &[&[
        Reason::fail("none").wrong("macOS has no DNS server"),
        Reason::warn("own-for-apple").suspects("a DNS server of your own", breaks::NAMES),
        Reason::info("filtering").suspects("a DNS service that filters", breaks::NAMES),
        Reason::info("this-mac"),
        Reason::info("public"),
        Reason::info("tunnel"),
        Reason::info("stand-ins"),
        Reason::info("none-listed").nothing(),
    ]],
    fix: &catalogue::DNS,
    asks: &[&[Question::Command(&commands::DNS), Question::Folder(&files::RESOLVERS), Question::Lookup(CONTROL_NAME)]],
    after: &[],
    judge,
};

/// Files here name a server for one domain each (resolver(5)).
const FOLDER: &str = files::RESOLVERS.path;

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let resolvers = read(answers.command(&commands::DNS)?)?;
    let own_files = match answers.folder(&files::RESOLVERS) {
        Err(Miss::NotHere) => Vec::new(),
        files => files?.iter().filter(|name| is_apple(name)).collect(),
    };
    if let Some(file) = own_files.first() {
        return Ok(warn(format!("a file in {FOLDER} names one for {}", quoted(file)))
            .reason("own-for-apple")
            .culprit(Culprit::unnamed(FOLDER)));
    }
    let special = resolvers.iter().find(|one| !one.servers.is_empty() && one.domain.as_deref().is_some_and(is_apple));
    if let Some((domain, server)) = special.and_then(|one| Some((one.domain.as_ref()?, one.servers.first()?))) {
        return Ok(warn(format!("{} goes to {}", quoted(domain), in_words(*server))).reason("own-for-apple"));
    }
    let servers = servers(&resolvers);
    let Some(first) = servers.first() else {
        // Something else may answer names, which this list does not show.
        return Ok(if answers.lookup(CONTROL_NAME).is_ok_and(|found| !found.addresses().is_empty()) {
            info("macOS lists none, yet names resolve").reason("none-listed")
        } else {
            fail("macOS has no DNS server").reason("none")
        });
    };
    // The network's own servers, and a company's on the internet, are what most Macs have.
    let own = servers.iter().find(|one| !matches!(one.owner(), Owner::Network | Owner::Somebody)).unwrap_or(first);
    let words = own.in_words();
    let brings_vpn = |name: &str| products::by_name(name).is_some_and(|product| product.kind == Kind::Vpn);
    let verdict = match own.owner() {
        Owner::Operator(Operator { name, filters: false }) if brings_vpn(name) => {
            info(words).reason("tunnel").culprit(Culprit::Product(name))
        }
        Owner::Operator(Operator { name, filters: true }) => {
            info(format!("{words} may filter")).reason("filtering").culprit(Culprit::Product(name))
        }
        // The row about DNS filters says whose it is.
        Owner::ThisMac => info(format!("{words} may filter")).reason("this-mac"),
        Owner::Operator(_) => info(words).reason("public"),
        Owner::Tunnel(_) => info(words).reason("tunnel"),
        Owner::StandIns => info(words).reason("stand-ins"),
        Owner::Network | Owner::Somebody => pass(words),
    };
    Ok(servers.iter().fold(verdict, |verdict, server| verdict.evidence("server", server.in_words())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{LookupOutcome, Resolution};
    use crate::{Answer, Status, testing::Mac};

    fn of(text: &str, files: Result<&[&str], Miss>) -> Verdict {
        let files = files.map(|names| Answer::Folder(names.iter().map(|name| (*name).to_owned()).collect()));
        let mac = Mac::of("15.1").prints(&commands::DNS, text).says(&Question::Folder(&files::RESOLVERS), files);
        mac.judged(&CHECK).unwrap()
    }

    const HEAD: &str = "DNS configuration\n\nresolver #1\n  nameserver[0] : ";

    #[test]
    fn a_filtering_server_is_named_and_no_fault() {
        let verdict = of(&format!("{HEAD}45.90.28.1\n"), Err(Miss::NotHere));
        assert_eq!((verdict.status, verdict.culprit_text().as_deref()), (Status::Info, Some("NextDNS")));
        assert_eq!(of(&format!("{HEAD}192.168.1.1\n"), Err(Miss::NotHere)).status, Status::Pass);
    }

    #[test]
    fn a_tunnels_server_is_not_this_networks() {
        let reason = |server: &str, interface: &str| {
            let found = of(&format!("{HEAD}{server}\n  if_index : 20 ({interface})\n"), Err(Miss::NotHere));
            (found.saw.clone(), found.reason, found.culprit_text())
        };
        assert_eq!(reason("10.8.0.1", "utun5"), ("10.8.0.1 (the tunnel utun5)".into(), Some("tunnel"), None));
        let mesh = ("100.100.100.100 (Tailscale)".into(), Some("tunnel"), Some("Tailscale".into()));
        assert_eq!(reason("100.100.100.100", "utun3"), mesh);
        assert_eq!(reason("198.18.0.2", "en0").1, Some("stand-ins"));
        let own = reason("127.0.0.1", "lo0");
        assert_eq!((own.0.as_str(), own.1), ("127.0.0.1 (a program on this Mac) may filter", Some("this-mac")));
    }

    #[test]
    fn apples_domains_with_a_server_of_their_own_are_odd() {
        let text = format!("{HEAD}192.168.1.1\n\nresolver #2\n  domain   : icloud.com\n  nameserver[0] : 10.0.0.1\n");
        assert_eq!(of(&text, Err(Miss::NotHere)).status, Status::Warn);
        assert_eq!(of(&format!("{HEAD}192.168.1.1\n"), Ok(&["apple.com", "test"])).status, Status::Warn);
        // Names have no case: a file under another spelling is used just the same.
        for spelt in ["Apple.com", "GSA.APPLE.COM", "icloud.com."] {
            assert_eq!(
                of(&format!("{HEAD}192.168.1.1\n"), Ok(&[spelt, "test"])).reason,
                Some("own-for-apple"),
                "{spelt}"
            );
        }
        assert_eq!(of(&format!("{HEAD}192.168.1.1\n"), Ok(&["test"])).status, Status::Pass);
    }

    #[test]
    fn no_server_at_all_fails() {
        const NONE: &str = "No DNS configuration available\n";
        assert_eq!(of(NONE, Err(Miss::NotHere)).status, Status::Fail);
        let outcome = LookupOutcome::Addresses(vec!["192.0.2.1".parse().unwrap()]);
        let found = Answer::Lookup(Resolution { outcome, aliases: Vec::new() });
        let mac = Mac::of("15.1").prints(&commands::DNS, NONE).says(&Question::Lookup(CONTROL_NAME), Ok(found));
        let mac = mac.says(&Question::Folder(&files::RESOLVERS), Err(Miss::NotHere));
        assert_eq!(mac.judged(&CHECK).unwrap().status, Status::Info);
    }
}
