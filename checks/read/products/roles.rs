//! What an extension does: its bundle id says it before its product, and its product before what it calls itself.

use super::{Kind, by_bundle, starts_with};

/// What an extension does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A VPN's tunnel.
    Tunnel,
    /// Lets connections through or not.
    ContentFilter,
    /// Answers names in place of the network's servers.
    DnsProxy,
    /// Takes connections over without an address or a route that would show it.
    TransparentProxy,
    /// Watches programs (endpoint security). It sees no connections, and can end or forbid the programs that make them.
    Security,
}

/// Extensions whose role neither a word in their id nor their product tells: the beginning of the bundle id, and the role.
#[rustfmt::skip]
const ROLES: &[(&str, Role)] = &[
    // Its "network extension" mode; names are only a part of what it filters.
    ("com.adguard.mac.adguard.network-extension", Role::TransparentProxy),
    ("com.cisco.anyconnect.macos.acsockext", Role::TransparentProxy),
    ("com.fortinet.forticlient.macos.proxy", Role::TransparentProxy),
    ("com.nordvpn.macos.Shield", Role::ContentFilter),
    ("com.zscaler.zscaler.TRPTunnel", Role::TransparentProxy),
];

/// Words that developers put into the ids and names of their extensions, without what stands between: real ones of Proton,
/// Netskope, Digital Guardian, ExpressVPN, Malwarebytes, Fortinet, strongDM, Zscaler, Twingate and Surfshark among them.
#[rustfmt::skip]
const WORDS: &[(&str, Role)] = &[
    ("transparentproxy", Role::TransparentProxy),
    ("appproxy", Role::TransparentProxy),
    ("webproxy", Role::TransparentProxy),
    ("splittunnel", Role::TransparentProxy),
    ("dnsproxy", Role::DnsProxy),
    ("contentfilter", Role::ContentFilter),
    ("networkfilter", Role::ContentFilter),
    ("packetfilter", Role::ContentFilter),
    ("pktfilter", Role::ContentFilter),
    ("webfilter", Role::ContentFilter),
    ("filterdata", Role::ContentFilter),
    ("packettunnel", Role::Tunnel),
    ("tunnelprovider", Role::Tunnel),
];

/// What a network extension does. `None` where neither its id, its product nor its name says so.
pub fn role(bundle: &str, name: &str) -> Option<Role> {
    let listed = ROLES.iter().find(|(start, _)| starts_with(bundle, start)).map(|(_, role)| *role);
    listed.or_else(|| by_word(bundle)).or_else(|| by_product(bundle)).or_else(|| by_word(name))
}

fn by_word(text: &str) -> Option<Role> {
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    WORDS.iter().find(|(word, _)| plain.contains(word)).map(|(_, role)| *role)
}

fn by_product(bundle: &str) -> Option<Role> {
    Some(match by_bundle(bundle)?.kind {
        Kind::Vpn => Role::Tunnel,
        Kind::Proxy | Kind::WebProxy => Role::TransparentProxy,
        Kind::Dns => Role::DnsProxy,
        Kind::Firewall | Kind::Security => Role::ContentFilter,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_follow_the_id_first_the_product_second_and_the_name_last() {
        for (bundle, name, expected) in [
            ("com.netskope.client.Netskope-Client.MacDNSProxy", "", Some(Role::DnsProxy)),
            ("com.surfshark.vpnclient.macos.direct.TransparentProxy", "", Some(Role::TransparentProxy)),
            ("ch.protonvpn.mac.Transparent-Proxy", "", Some(Role::TransparentProxy)),
            ("com.digitalguardian.webproxy", "", Some(Role::TransparentProxy)),
            ("com.strongdm.leash.LeashNetworkFilter", "", Some(Role::ContentFilter)),
            ("io.tailscale.ipn.macsys.network-extension", "Content Filter", Some(Role::Tunnel)),
            ("com.objective-see.lulu.extension", "", Some(Role::ContentFilter)),
            ("org.example.packet-tunnel", "", Some(Role::Tunnel)),
            ("org.example.unknown", "Example DNS Proxy", Some(Role::DnsProxy)),
            ("org.example.unknown", "Example", None),
        ] {
            assert_eq!(role(bundle, name), expected, "{bundle}");
        }
    }
}
