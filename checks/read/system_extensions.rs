//! `systemextensionsctl list`.
//!
//! Shapes: captures of macOS 11 to 27, tab-separated under a header. The name column may say no more than "Extension".

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

    /// The product's name where it is known, else what the extension calls itself, else its bundle id.
    pub fn title(&self) -> String {
        let known = super::products::by_bundle(&self.bundle).map(|product| product.name);
        let own = Some(self.name.as_str()).filter(|name| !name.is_empty() && *name != "Extension");
        known.or(own).unwrap_or(&self.bundle).to_owned()
    }
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
        assert_eq!((list[2].category, list[2].title().as_str()), (Category::EndpointSecurity, "org.example.guard"));
    }

    #[test]
    fn spaces_for_tabs_and_none_at_all() {
        let text = "1 extension(s)\n*  *  VBG97UB4TA  com.objective-see.lulu.extension (2.3.0/2.3.0)  Extension [activated enabled]\n";
        assert_eq!(extensions(text).unwrap()[0].title(), "LuLu");
        assert_eq!(extensions("0 extension(s)\n"), Ok(Vec::new()));
        assert!(extensions("").is_err());
    }
}
