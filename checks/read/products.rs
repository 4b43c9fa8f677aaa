//! Known VPNs, filters and security products, as data: adding one is one line.
//!
//! Products are told by the start of a bundle id and by exact process names. Team ids are not used: lists of them on the
//! web contradict each other. `?` before a source: from memory, not seen in a capture; such a name may be shown, and
//! nothing is concluded from it.

use crate::facts::Process;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Apple's own daemons whose presence is looked at.
pub const APPLE_DAEMONS: &[&str] = &["apsd", "akd", "identityservicesd", "imagent", "followupd"];

/// What a product does to traffic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Carries traffic to somewhere else.
    Vpn,
    /// Hands traffic to a proxy, with or without a tunnel interface.
    Proxy,
    /// Answers names.
    Dns,
    /// Lets connections through or not.
    Firewall,
    /// Looks for malware; may filter and decrypt web traffic.
    Security,
}

/// A product.
#[derive(Clone, Copy, Debug)]
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

const fn product(
    name: &'static str,
    kind: Kind,
    bundles: &'static [&'static str],
    processes: &'static [&'static str],
    source: &'static str,
) -> Product {
    Product { name, kind, bundles, processes, inspects: false, source }
}

const fn inspecting(product: Product) -> Product {
    Product { inspects: true, ..product }
}

use Kind::{Dns, Firewall, Proxy, Security, Vpn};

/// All of them, by name.
#[rustfmt::skip]
pub const PRODUCTS: &[Product] = &[
    product("AdGuard", Dns, &["com.adguard.mac.adguard"], &["Adguard", "adguard-nettool"], "capture of systemextensionsctl"),
    inspecting(product("Avast", Security, &["com.avast."], &["com.avast.daemon", "AvastUI"], "systemextensionsctl; web shield: ? memory")),
    inspecting(product("AVG", Security, &["com.avg."], &["com.avg.daemon", "AVGUI"], "systemextensionsctl; web shield: ? memory")),
    product("BeyondTrust", Security, &["com.beyondtrust."], &[], "management profiles"),
    inspecting(product("Bitdefender", Security, &["com.bitdefender."], &["BDLDaemon"], "systemextensionsctl; process: ? memory")),
    product("Carbon Black", Security, &["com.vmware.carbonblack."], &["CbOsxSensorService"], "management profiles"),
    product("Check Point", Vpn, &["com.checkpoint."], &["TracSrvWrapper", "cpdaApp"], "public scripts"),
    product("Cisco Secure Client", Vpn, &["com.cisco.anyconnect.", "com.cisco.secureclient."], &["Cisco AnyConnect Secure Mobility Client", "Cisco Secure Client", "Cisco Secure Client - AnyConnect VPN Service", "acumbrellaagent", "vpnagentd"], "github.com/GeiserX/VPN-Bypass issue 26"),
    product("Clash", Proxy, &["com.west2online.ClashX", "io.github.clash-verge-rev"], &["ClashX", "ClashX Pro", "clash-verge", "mihomo", "verge-mihomo"], "? memory"),
    inspecting(product("Cloudflare WARP", Vpn, &["com.cloudflare.1dot1dot1dot1."], &["Cloudflare WARP", "CloudflareWARP"], "developers.cloudflare.com; bundle: ? memory")),
    product("Cortex XDR", Security, &["com.paloaltonetworks.cortex.", "com.paloaltonetworks.traps."], &["CortexAgent"], "management profiles"),
    product("CrowdStrike Falcon", Security, &["com.crowdstrike."], &["falcond"], "systemextensionsctl"),
    product("Defguard", Vpn, &["net.defguard"], &["defguard", "defguard-client", "defguard-service"], "github.com/DefGuard/client; bundle: ? memory"),
    product("dnscrypt-proxy", Dns, &[], &["dnscrypt-proxy"], "github.com/DNSCrypt"),
    inspecting(product("ESET", Security, &["com.eset."], &["ERAAgent", "esets_daemon", "esets_proxy"], "public scripts; inspection: ? memory")),
    product("ExpressVPN", Vpn, &["com.expressvpn."], &["ExpressVPN", "expressvpnd"], "systemextensionsctl; daemon: ? memory"),
    product("F5 Access", Vpn, &["com.f5.access.macos"], &[], "management profiles"),
    product("Firezone", Vpn, &["dev.firezone."], &["Firezone"], "github.com/firezone/firezone"),
    inspecting(product("FortiClient", Vpn, &["com.fortinet.forticlient."], &["FortiClient", "fctservctl2", "openfortivpn"], "systemextensionsctl; github.com/adrienverge/openfortivpn")),
    product("GlobalProtect", Vpn, &["com.paloaltonetworks.GlobalProtect."], &["GlobalProtect", "PanGPA", "PanGPS"], "captures of ifconfig (gpd0) and ps"),
    product("Hotspot Shield", Vpn, &["com.anchorfree."], &["Hotspot Shield"], "? memory"),
    product("Intego", Firewall, &["com.intego."], &["VirusBarrier", "com.intego.netbarrier.daemon"], "launchd property list"),
    product("IVPN", Vpn, &["net.ivpn."], &["IVPN", "IVPN Agent"], "github.com/ivpn/desktop-app"),
    product("Jamf Protect", Security, &["com.jamf.protect."], &["JamfProtect"], "systemextensionsctl"),
    inspecting(product("Kaspersky", Security, &["com.kaspersky."], &["kav"], "public scripts; inspection: ? memory")),
    product("Lantern", Proxy, &["org.getlantern.", "com.getlantern."], &["lantern", "Lantern"], "? memory"),
    product("Little Snitch", Firewall, &["at.obdev.littlesnitch"], &["Little Snitch", "Little Snitch Agent", "at.obdev.littlesnitch.daemon"], "systemextensionsctl"),
    product("LuLu", Firewall, &["com.objective-see.lulu"], &["LuLu"], "systemextensionsctl, github.com/objective-see/LuLu"),
    product("Malwarebytes", Security, &["com.malwarebytes."], &["RTProtectionDaemon"], "systemextensionsctl"),
    product("Microsoft Defender", Security, &["com.microsoft.wdav", "com.microsoft.dlp"], &["wdavdaemon", "wdavdaemon_enterprise", "wdavdaemon_unprivileged"], "systemextensionsctl"),
    product("Mullvad", Vpn, &["net.mullvad."], &["Mullvad VPN", "mullvad-daemon"], "github.com/mullvad/mullvadvpn-app"),
    product("NetBird", Vpn, &["io.netbird."], &["NetBird", "netbird", "netbird-ui"], "docs.netbird.io"),
    inspecting(product("Netskope", Proxy, &["com.netskope."], &["Netskope Client", "STAgent"], "systemextensionsctl; process: ? memory")),
    product("NextDNS", Dns, &["io.nextdns."], &["NextDNS", "nextdns"], "capture of ifconfig -v"),
    product("NordVPN", Vpn, &["com.nordvpn.macos"], &["NordVPN", "com.nordvpn.macos.helper"], "systemextensionsctl"),
    inspecting(product("Norton", Security, &["com.norton", "com.symantec."], &["Norton 360", "SymDaemon"], "systemextensionsctl; processes: ? memory")),
    product("OpenVPN", Vpn, &["net.openvpn.", "org.openvpn."], &["OpenVPN Connect", "openvpn", "ovpnagent"], "public scripts"),
    product("Private Internet Access", Vpn, &["com.privateinternetaccess."], &["Private Internet Access", "pia-daemon", "pia-openvpn", "pia-wireguard-go"], "github.com/pia-foss/desktop"),
    product("Proton VPN", Vpn, &["ch.protonvpn.mac"], &["ProtonVPN"], "systemextensionsctl"),
    product("Pulse Secure / Ivanti", Vpn, &["net.pulsesecure.", "com.ivanti."], &["Pulse Secure", "PulseSecure", "dsAccessService"], "public scripts"),
    product("Radio Silence", Firewall, &["com.radiosilenceapp."], &["Radio Silence"], "systemextensionsctl"),
    product("SentinelOne", Security, &["com.sentinelone."], &["SentinelAgent", "sentineld"], "systemextensionsctl"),
    product("Shadowrocket", Proxy, &["com.liguangming.Shadowrocket"], &["Shadowrocket"], "scutil --nc list"),
    inspecting(product("Sophos", Security, &["com.sophos."], &["SophosScanD", "SophosServiceManager"], "systemextensionsctl; inspection: ? memory")),
    product("Surfshark", Vpn, &["com.surfshark.vpnclient.macos"], &["Surfshark"], "systemextensionsctl"),
    product("Surge", Proxy, &["com.nssurge."], &["Surge"], "github.com/exelban/stats issue 2143"),
    product("Tailscale", Vpn, &["io.tailscale.ipn."], &["IPNExtension", "Tailscale", "tailscaled"], "systemextensionsctl, github.com/tailscale/tailscale"),
    product("Trend Micro", Security, &["com.trendmicro."], &["iCoreService"], "public scripts"),
    product("TunnelBear", Vpn, &["com.tunnelbear."], &["TunnelBear"], "? memory"),
    product("Tunnelblick", Vpn, &["net.tunnelblick."], &["Tunnelblick", "tunnelblickd"], "github.com/Tunnelblick/Tunnelblick"),
    product("Viscosity", Vpn, &["com.viscosityvpn."], &["Viscosity", "viscosity_openvpn"], "public scripts"),
    product("VyprVPN", Vpn, &["com.goldenfrog."], &["VyprVPN"], "? memory"),
    product("Windscribe", Vpn, &["com.windscribe."], &["Windscribe", "WindscribeEngine"], "? memory"),
    product("WireGuard", Vpn, &["com.wireguard.macos"], &["WireGuard", "WireGuardNetworkExtension", "wireguard-go"], "scutil --nc list"),
    product("Yggdrasil", Vpn, &[], &["yggdrasil"], "github.com/yggdrasil-network"),
    product("ZeroTier", Vpn, &["com.zerotier."], &["ZeroTier", "ZeroTier One", "zerotier-one"], "github.com/zerotier/ZeroTierOne"),
    inspecting(product("Zscaler", Proxy, &["com.zscaler."], &["UPMServiceController", "Zscaler", "ZscalerService", "ZscalerTunnel"], "github.com/GeiserX/VPN-Bypass issue 7")),
];

/// What an extension does, told by its bundle id.
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
}

/// Extensions whose role does not follow from their product: the beginning of the bundle id, and the role.
#[rustfmt::skip]
const ROLES: &[(&str, Role)] = &[
    ("ch.protonvpn.mac.Transparent-Proxy", Role::TransparentProxy),
    ("com.cisco.anyconnect.macos.acsockext", Role::TransparentProxy),
    ("com.expressvpn.vpn.splittunnel", Role::TransparentProxy),
    ("com.fortinet.forticlient.macos.proxy", Role::TransparentProxy),
    ("com.fortinet.forticlient.macos.webfilter", Role::ContentFilter),
    ("com.malwarebytes.dns-proxy", Role::DnsProxy),
    ("com.netskope.client.Netskope-Client.MacDNSProxy", Role::DnsProxy),
    ("com.netskope.client.Netskope-Client.NetskopeClientMacAppProxy", Role::TransparentProxy),
    ("com.nordvpn.macos.Shield", Role::ContentFilter),
    ("com.zscaler.zscaler.TRPTunnel", Role::TransparentProxy),
    ("com.zscaler.zscaler.pktfilter", Role::ContentFilter),
];

/// An address that a product gives its tunnel, or a resolver it brings.
#[derive(Debug)]
pub struct Mark {
    /// The network.
    pub network: IpAddr,
    /// How many bits of it count.
    pub prefix: u8,
    /// Whose it is.
    pub product: &'static str,
    /// Whether nobody else is known to use it. Otherwise it only decides between products that are there anyway.
    pub sure: bool,
}

const fn mark4(octets: [u8; 4], prefix: u8, product: &'static str, sure: bool) -> Mark {
    let [a, b, c, d] = octets;
    Mark { network: IpAddr::V4(Ipv4Addr::new(a, b, c, d)), prefix, product, sure }
}

/// The marks. 100.64.0.0/10 is not among them: Tailscale, NetBird, Zscaler, WARP and carriers all use it. Nor is any other
/// part of 10.0.0.0/8.
pub const MARKS: &[Mark] = &[
    Mark {
        network: IpAddr::V6(Ipv6Addr::new(0xfd7a, 0x115c, 0xa1e0, 0, 0, 0, 0, 0)),
        prefix: 48,
        product: "Tailscale",
        sure: true,
    },
    Mark {
        network: IpAddr::V6(Ipv6Addr::new(0x2606, 0x4700, 0x110, 0, 0, 0, 0, 0)),
        prefix: 48,
        product: "Cloudflare WARP",
        sure: true,
    },
    mark4([100, 100, 100, 100], 32, "Tailscale", true),
    mark4([127, 0, 2, 2], 31, "Cloudflare WARP", true),
    mark4([103, 86, 96, 100], 32, "NordVPN", true),
    mark4([103, 86, 99, 100], 32, "NordVPN", true),
    mark4([172, 16, 0, 2], 32, "Cloudflare WARP", false),
    mark4([10, 5, 0, 2], 32, "NordVPN", false),
    mark4([10, 2, 0, 1], 32, "Proton VPN", false),
    mark4([10, 2, 0, 2], 32, "Proton VPN", false),
    mark4([198, 18, 0, 0], 15, "Surge", false),
    mark4([198, 18, 0, 0], 15, "Clash", false),
];

/// Products whose tunnels always have an address in one network. A tunnel with others is not theirs.
const ALWAYS: &[(&str, Ipv4Addr, u32)] = &[("Tailscale", Ipv4Addr::new(100, 64, 0, 0), 10)];

/// Whether a tunnel with these addresses can be this product's.
pub fn can_own(product: &str, addresses: &[IpAddr]) -> bool {
    let Some((_, network, prefix)) = ALWAYS.iter().find(|(name, ..)| *name == product) else { return true };
    let inside = |address: Ipv4Addr| (u32::from(*network) ^ u32::from(address)) >> (32 - prefix) == 0;
    addresses.is_empty() || addresses.iter().any(|one| matches!(one, IpAddr::V4(v4) if inside(*v4)))
}

/// The product with this bundle id.
pub fn by_bundle(bundle: &str) -> Option<&'static Product> {
    PRODUCTS.iter().find(|product| product.bundles.iter().any(|start| starts_with(bundle, start)))
}

/// The product that a running program belongs to. Extensions run under the name of their bundle.
pub fn by_process(process: &Process) -> Option<&'static Product> {
    let exact = PRODUCTS.iter().find(|product| product.processes.contains(&process.name.as_str()));
    exact.or_else(|| by_bundle(&process.name))
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

/// What an extension does. `None` where neither its id nor its product says so.
pub fn role(bundle: &str) -> Option<Role> {
    if let Some((_, role)) = ROLES.iter().find(|(start, _)| starts_with(bundle, start)) {
        return Some(*role);
    }
    match by_bundle(bundle).map(|product| product.kind) {
        Some(Kind::Vpn) => Some(Role::Tunnel),
        Some(Kind::Proxy) => Some(Role::TransparentProxy),
        Some(Kind::Dns) => Some(Role::DnsProxy),
        Some(Kind::Firewall | Kind::Security) => Some(Role::ContentFilter),
        None => None,
    }
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
    fn roles_follow_the_id_first_and_the_product_second() {
        assert_eq!(role("com.netskope.client.Netskope-Client.MacDNSProxy"), Some(Role::DnsProxy));
        assert_eq!(role("io.tailscale.ipn.macsys.network-extension"), Some(Role::Tunnel));
        assert_eq!(role("com.objective-see.lulu.extension"), Some(Role::ContentFilter));
        assert_eq!(role("org.example.unknown"), None);
    }
}
