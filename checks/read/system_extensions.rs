//! `systemextensionsctl list`.
//!
//! Shapes: captures of macOS 11 to 27, tab-separated under a header. The name column may say no more than "Extension".

use super::foreign::Named;
use super::products::{self, Role};
use crate::Miss;

/// Which part of macOS an extension hooks into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Tunnels, content filters, DNS proxies and transparent proxies.
    Network,
    /// Security products.
    EndpointSecurity,
    /// Drivers and whatever comes.
    Other,
}

/// One extension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// What it hooks into.
    pub category: Category,
    /// `com.objective-see.lulu.extension`.
    pub bundle: String,
    /// What it calls itself.
    pub name: String,
    /// `activated enabled`, `activated waiting for user`, `terminated waiting to uninstall on reboot` …
    pub state: String,
}

impl Extension {
    /// Whether it may work at all. It stays so while a VPN is disconnected, so it proves no tunnel.
    pub fn is_on(&self) -> bool {
        self.state == "activated enabled"
    }

    /// Whether it waits for somebody's approval: it filters nothing, and is nothing that was left behind.
    pub fn waits(&self) -> bool {
        self.state.contains("waiting for user")
    }

    /// What it does.
    pub fn role(&self) -> Option<Role> {
        match self.category {
            Category::Network => products::role(&self.bundle, &self.name),
            Category::EndpointSecurity => Some(Role::Security),
            Category::Other => None,
        }
    }

    /// Whose it is: the product's where the bundle id tells it, else what it calls itself, unless that is nothing but a
    /// word for an extension.
    pub fn whose(&self) -> Named {
        let says_something = !self.name.is_empty() && !is_generic(&self.name);
        Named::new(products::by_bundle(&self.bundle), if says_something { &self.name } else { &self.bundle })
    }

    /// Whether it lets connections through or not. A network extension whose role is not known may.
    pub fn filters(&self) -> bool {
        self.category == Category::Network && matches!(self.role(), Some(products::Role::ContentFilter) | None)
    }

    /// The same in words.
    pub fn title(&self) -> String {
        self.whose().to_string()
    }
}

/// Words that say no more than what any extension is.
const GENERIC: &[&str] = &[
    "app",
    "client",
    "content",
    "dns",
    "ext",
    "extension",
    "filter",
    "ios",
    "macos",
    "network",
    "packet",
    "provider",
    "proxy",
    "security",
    "setapp",
    "system",
    "transparent",
    "tunnel",
    "version",
    "vpn",
];

/// `Extension`, `Network Extension`, `SystemExtension-Setapp-Version`.
fn is_generic(name: &str) -> bool {
    let mut rest: String = name.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    if name.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii()) {
        return false;
    }
    while !rest.is_empty() {
        // The longest word that fits: `extension` begins with `ext`.
        let word = GENERIC.iter().filter(|word| rest.starts_with(**word)).max_by_key(|word| word.len());
        let Some(word) = word else { return false };
        rest.drain(..word.len());
    }
    true
}

/// Reads the list.
pub fn extensions(text: &str) -> Result<Vec<Extension>, Miss> {
    let (mut list, mut category, mut seen) = (Vec::new(), Category::Other, false);
    for line in text.lines() {
        if let Some(section) = line.trim().strip_prefix("--- ") {
            category = match section.split_whitespace().next().unwrap_or_default() {
                "com.apple.system_extension.network_extension" => Category::Network,
                "com.apple.system_extension.endpoint_security" => Category::EndpointSecurity,
                _ => Category::Other,
            };
        }
        seen |= line.contains("extension(s)");
        list.extend(row(line, category));
    }
    if seen || !list.is_empty() {
        Ok(list)
    } else {
        Err(Miss::Unreadable("`systemextensionsctl` printed something unexpected".into()))
    }
}

/// Tab-separated: `*`, `*`, `TEAM`, `bundle (1.0/1)`, `Name`, `[activated enabled]`. Pasted captures have spaces for tabs.
fn row(line: &str, category: Category) -> Option<Extension> {
    let (rest, state) = line.trim_end().strip_suffix(']')?.rsplit_once('[')?;
    let (before, after) = rest.split_once(" (")?;
    let bundle = before.split_whitespace().last().filter(|bundle| bundle.contains('.'))?;
    let name = after.split_once(')').map_or("", |(_, name)| name.trim());
    Some(Extension { category, bundle: bundle.into(), name: name.into(), state: state.trim().into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shape of macOS 15 and 26, with an update that waits for a restart.
    const TEXT: &str = "3 extension(s)\n--- com.apple.system_extension.network_extension (Go to 'System Settings > General' \
        to modify these system extension(s))\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n\
        *\t*\tAAAAAAAAAA\tio.tailscale.ipn.macsys.network-extension (1.1/101.1)\tTailscale Network Extension\t[activated enabled]\n\
        \t\tAAAAAAAAAA\tio.tailscale.ipn.macsys.network-extension (1.0/101.0)\tTailscale\t[terminated waiting to uninstall on reboot]\n\
        --- com.apple.system_extension.endpoint_security\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n\
        *\t*\tBBBBBBBBBB\torg.example.guard (1/1)\tExtension\t[activated waiting for user]\n";

    #[test]
    fn rows_are_read_and_headers_are_not() {
        let list = extensions(TEXT).unwrap();
        assert_eq!(list.len(), 3);
        assert_eq!(
            (list[0].category, list[0].is_on(), list[0].title().as_str()),
            (Category::Network, true, "Tailscale")
        );
        assert_eq!(list[1].state, "terminated waiting to uninstall on reboot");
        assert_eq!(list[2].category, Category::EndpointSecurity);
        assert_eq!(
            (list[2].title().as_str(), list[2].role()),
            ("\u{201c}org.example.guard\u{201d}", Some(Role::Security))
        );
        assert!(list[2].waits() && !list[2].is_on() && !list[1].waits());
    }

    #[test]
    fn words_for_any_extension_are_no_name() {
        for name in ["Extension", "Network Extension", "SystemExtension-Setapp-Version", "PacketTunnel", "DNS Proxy 2"]
        {
            assert!(is_generic(name), "{name}");
        }
        for name in ["Leash Network Filter", "Guard", "LuLu", "Extensible", "\u{dc}bernetz Extension"] {
            assert!(!is_generic(name), "{name}");
        }
        let row = "*\t*\tTEAM\tcom.macpaw.clearvpn.macos-setapp.ext (3/3)\tSystemExtension-Setapp-Version\t[activated enabled]\n";
        assert_eq!(extensions(&format!("1 extension(s)\n{row}")).unwrap()[0].title(), "ClearVPN");
    }

    #[test]
    fn spaces_for_tabs_and_none_at_all() {
        let text = "1 extension(s)\n*  *  VBG97UB4TA  com.objective-see.lulu.extension (2.3.0/2.3.0)  Extension [activated enabled]\n";
        assert_eq!(extensions(text).unwrap()[0].title(), "LuLu");
        assert_eq!(extensions("0 extension(s)\n"), Ok(Vec::new()));
        assert!(extensions("").is_err());
    }
}
