//! Known VPNs, filters and security products, as data.
//!
//! Products are told by the start of a bundle id and by exact process names. Team ids are not used: lists of them on the
//! web contradict each other. `?` before a source: from memory, not seen in a capture; such a name may be shown, and
//! nothing is concluded from it.

use crate::facts::Process;

mod marks;
mod roles;
mod table;

pub use marks::{MARKS, Mark, can_own};
pub use roles::{Role, role};
pub use table::PRODUCTS;

/// Apple's own daemons whose presence is looked at.
pub const APPLE_DAEMONS: &[&str] = &["apsd", "akd", "identityservicesd", "imagent", "followupd"];

/// What a product does to traffic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Carries traffic to somewhere else.
    Vpn,
    /// Hands traffic to a proxy, with or without a tunnel interface.
    Proxy,
    /// A proxy on this Mac that the proxy settings or a script point to. It makes no tunnel.
    WebProxy,
    /// Answers names.
    Dns,
    /// Lets connections through or not.
    Firewall,
    /// Looks for malware; may filter and decrypt web traffic.
    Security,
}

/// A product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Product {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub kind: Kind,
    /// The beginnings of its bundle ids.
    pub bundles: &'static [&'static str],
    /// The file names of its programs.
    pub processes: &'static [&'static str],
    /// Whether it is known to decrypt and re-sign HTTPS, which Apple's services refuse.
    pub inspects: bool,
    /// Where this was read.
    pub source: &'static str,
}

impl Product {
    /// Whether it is what companies and schools have their Macs carry.
    pub fn is_a_companys(&self) -> bool {
        const VPNS: &[&str] =
            &["Cato Networks", "Cisco Secure Client", "FortiClient", "GlobalProtect", "Pulse Secure / Ivanti"];
        let opener = self.inspects && self.kind == Kind::Proxy;
        self.kind == Kind::Security || opener || VPNS.contains(&self.name)
    }

    /// Whether it is of this maker: `Fortinet` makes `com.fortinet.forticlient`, `XK72 Ltd` makes `com.xk72.Charles`.
    pub fn is_made_by(&self, organisation: &str) -> bool {
        let word =
            |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        let words: Vec<String> = organisation.split_whitespace().map(word).collect();
        let makers = self.bundles.iter().filter_map(|bundle| bundle.split('.').nth(1)).map(word);
        let begins = |maker: &str| (1..=words.len()).any(|count| words[..count].concat() == maker);
        makers.filter(|maker| maker.len() > 2).any(|maker| begins(&maker))
    }
}

/// The product with this bundle id.
pub fn by_bundle(bundle: &str) -> Option<&'static Product> {
    PRODUCTS.iter().find(|product| product.bundles.iter().any(|start| starts_with(bundle, start)))
}

/// The product that a running program belongs to. Extensions run under the name of their bundle. Where several products
/// bring the same program (`openvpn`), the app that it lies in tells which.
pub fn by_process(process: &Process) -> Option<&'static Product> {
    let by_name = |name: &str| PRODUCTS.iter().find(|product| product.processes.contains(&name));
    let own = by_name(&process.name).or_else(|| by_bundle(&process.name))?;
    let apps = process.path.split('/').filter_map(|part| part.strip_suffix(".app"));
    Some(apps.rev().find_map(by_name).unwrap_or(own))
}

/// The VPN or proxy whose name stands, as whole words, in a text that somebody wrote, such as the name of a service.
pub fn by_words(text: &str) -> Option<&'static Product> {
    let words = |text: &str| {
        let parts = text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
        format!(" {} ", parts.map(str::to_lowercase).collect::<Vec<_>>().join(" "))
    };
    let text = words(text);
    PRODUCTS
        .iter()
        .find(|product| matches!(product.kind, Kind::Vpn | Kind::Proxy) && text.contains(&words(product.name)))
}

/// The product with this name.
pub fn by_name(name: &str) -> Option<&'static Product> {
    PRODUCTS.iter().find(|product| product.name == name)
}

/// Whether a running program may appear in the answers: Apple's daemons and known products only. What else somebody runs
/// is nobody's business.
pub fn worth_knowing(process: &Process) -> bool {
    APPLE_DAEMONS.contains(&process.name.as_str()) || by_process(process).is_some()
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn process(name: &str) -> Process {
        Process { name: name.into(), path: String::new() }
    }

    #[test]
    fn the_list_is_sorted_and_every_line_has_a_source() {
        let names: Vec<String> = PRODUCTS.iter().map(|product| product.name.to_lowercase()).collect();
        let mut sorted = names.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(names, sorted);
        for product in PRODUCTS {
            assert!(!product.source.is_empty(), "{}", product.name);
            assert!(product.bundles.len() + product.processes.len() > 0, "{}", product.name);
        }
    }

    #[test]
    fn no_process_and_no_bundle_belongs_to_two() {
        let (mut processes, mut bundles) = (BTreeSet::new(), BTreeSet::new());
        for product in PRODUCTS {
            assert!(product.processes.iter().all(|name| processes.insert(*name)), "{}", product.name);
            assert!(product.bundles.iter().all(|start| bundles.insert(*start)), "{}", product.name);
            assert!(product.bundles.iter().all(|start| by_bundle(start).unwrap().name == product.name));
        }
    }

    #[test]
    fn makers_are_told_by_their_bundles() {
        let made = |name: &str, maker: &str| by_name(name).unwrap().is_made_by(maker);
        for (name, maker) in [
            ("FortiClient", "Fortinet"),
            ("Charles", "XK72 Ltd"),
            ("Cloudflare WARP", "Cloudflare, Inc."),
            ("GlobalProtect", "Palo Alto Networks"),
        ] {
            assert!(made(name, maker), "{name}");
        }
        for (name, maker) in [("FortiClient", "Fort Knox"), ("Charles", ""), ("Cloudflare WARP", "Flare Cloud Inc")] {
            assert!(!made(name, maker), "{name}: {maker}");
        }
    }

    #[test]
    fn what_companies_carry_is_told_from_what_people_install() {
        let theirs = |name: &str| by_name(name).unwrap().is_a_companys();
        for name in ["Elastic Defend", "Zscaler", "Netskope", "GlobalProtect", "CrowdStrike Falcon"] {
            assert!(theirs(name), "{name}");
        }
        for name in ["LuLu", "Mullvad", "Surge", "AdGuard", "Tailscale", "Charles"] {
            assert!(!theirs(name), "{name}");
        }
    }

    #[test]
    fn every_mark_names_a_product() {
        assert!(MARKS.iter().all(|mark| by_name(mark.product).is_some()));
    }

    #[test]
    fn only_what_is_known_is_worth_knowing() {
        for name in ["apsd", "Tailscale", "com.objective-see.lulu.extension", "Cisco Secure Client"] {
            assert!(worth_knowing(&process(name)), "{name}");
        }
        for name in ["Safari", "zsh", "tailscale-diary", "MyOpenVPN", ""] {
            assert!(!worth_knowing(&process(name)), "{name}");
        }
    }

    #[test]
    fn the_app_that_a_program_lies_in_settles_whose_it_is() {
        let of =
            |name: &str, path: &str| by_process(&Process { name: name.into(), path: path.into() }).map(|one| one.name);
        let inside = "/Applications/Tunnelblick.app/Contents/Resources/openvpn/openvpn-2.6-openssl-3/openvpn";
        assert_eq!(of("openvpn", inside), Some("Tunnelblick"));
        assert_eq!(of("openvpn", "/Applications/Viscosity.app/Contents/MacOS/openvpn"), Some("Viscosity"));
        assert_eq!(of("openvpn", "/opt/homebrew/sbin/openvpn"), Some("OpenVPN"));
        assert_eq!(of("wireguard-go", "/Applications/Some Other.app/wireguard-go"), Some("WireGuard"));
        assert_eq!(of("diary", "/Applications/Tunnelblick.app/Contents/MacOS/diary"), None, "nobody's business");
    }
}
