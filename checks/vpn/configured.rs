//! VPNs that are here but not connected.

use crate::check::breaks;
use crate::commands::NC_LIST;
use crate::read::foreign::Named;
use crate::read::nc_list::{self, Service};
use crate::read::products;
use crate::shared::tunnels::{self, Signs};
use crate::{Answers, Certainty, Check, Culprit, Fix, Miss, Risk, Verdict, fix::catalogue, fix::step, info, pass};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "vpn/configured",
    title: "No idle VPN is set up",
    wrong: "a VPN is set up",
    why: "A VPN that is set up but not connected does nothing to codes. It may connect by itself (\u{201c}on demand\u{201d}), \
          so it is worth knowing when codes come on some days only.",
    certainty: Certainty::Context("an idle VPN carries nothing"),
    part: Part::Between,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some("a VPN is set up"),
    reasons: &[&[
        Reason::info("idle"),
        Reason::info("idle-with-lock").suspects("a VPN that is off", breaks::ALL_OR_NOTHING).fix(&LOCK),
        Reason::info("idle-enforced")
            .suspects("a company\u{2019}s VPN that is off", breaks::ALL_OR_NOTHING)
            .fix(&catalogue::VPN_ENFORCED),
    ]],
    fix: &catalogue::VPN,
    asks: &[tunnels::ASKS],
    after: &[],
    judge,
};

/// Their kill switch can stay on while they are disconnected: then nothing leaves the Mac at all. Mullvad's "lockdown mode" is
/// in its source (talpid-core), Amnezia's rules are reported (amnezia-client 2103); of the others it is a GUESS. All are
/// suspects and never causes.
const WITH_LOCK: &[&str] = &[
    "Amnezia VPN",
    "ExpressVPN",
    "IVPN",
    "Mullvad",
    "NordVPN",
    "Private Internet Access",
    "Proton VPN",
    "Surfshark",
    "Windscribe",
];

/// What a company can have let nothing out before it is connected, which nobody switches off: docs.paloaltonetworks.com, "Enforce
/// `GlobalProtect` for Network Access" ("blocks all traffic until the agent is internal or connects"); Cisco's guide, "Always-On",
/// connect failure policy "closed".
const COMPANY: &[&str] = &["Cisco Secure Client", "GlobalProtect"];

const LOCK: Fix = Fix {
    id: "vpn-lock",
    title: "Connect the VPN again, or switch its kill switch off",
    first: None,
    steps: &[
        step("Open the VPN\u{2019}s app. Connect it, or switch its kill switch (lockdown mode, firewall) off."),
        step("Nothing gets out all the same: it is the network. Try your phone\u{2019}s hotspot."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Run codesent again: the internet answers.",
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if !answers.on_a_mac() {
        return Err(Miss::NeedsMac);
    }
    let services = nc_list::services(&answers.command(&NC_LIST)?.stdout)?;
    // Several profiles of one product are several.
    let idle_services = services.iter().filter(|one| !one.is_connected() && !one.is_dial_up());
    let mut idle: Vec<(String, String)> = idle_services.map(|one| (title(one), one.status.to_lowercase())).collect();
    let evidence = Signs::of(answers);
    let tunnel = tunnels::decide(&evidence)?;
    let connected: Vec<String> = services.iter().filter(|one| one.is_connected()).map(title).collect();
    // A tunnel without a name may belong to any product that is here, so none of them can be called idle then.
    if !tunnel.has_stranger() {
        for name in tunnels::installed(&evidence) {
            let named = connected.iter().chain(idle.iter().map(|(title, _)| title)).any(|title| title == name);
            if !named && !tunnel.is_by(name) {
                idle.push((name.into(), "installed".into()));
            }
        }
    }
    idle.sort();
    let Some((first, _)) = idle.first() else {
        return Ok(pass("none"));
    };
    let saw = match idle.len() {
        1 => format!("{first} is there, not connected"),
        more => format!("{first} and {} more, not connected", more - 1),
    };
    let of = |list: &'static [&'static str]| {
        idle.iter().find_map(|(name, _)| list.iter().find(|product| **product == name.as_str()))
    };
    let verdict = match (of(COMPANY), of(WITH_LOCK)) {
        (Some(product), _) => info(saw).reason("idle-enforced").culprit(Culprit::Product(product)),
        (None, Some(product)) => info(saw).reason("idle-with-lock").culprit(Culprit::Product(product)),
        (None, None) => info(saw).reason("idle"),
    };
    Ok(idle.iter().fold(verdict, |verdict, (name, state)| verdict.evidence(name, state)))
}

/// The product; else what its owner calls it.
fn title(service: &Service) -> String {
    match service.bundle().and_then(products::by_bundle).or_else(|| products::by_words(&service.name)) {
        None if service.name.is_empty() => "a VPN".into(),
        product => Named::new(product, service.name.as_str()).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::commands::{IFCONFIG, ROUTE_TO_APPLE};
    use crate::testing::Mac;

    const WIREGUARD: &str = "* (Disconnected)   AAAA VPN (com.wireguard.macos) \"Home\"   [VPN:com.wireguard.macos]\n";

    fn mac(list: &str, interface: &str) -> Mac {
        let list = format!("Available network connection services in the current set (*=enabled):\n{list}");
        Mac::of("15.2").prints(&NC_LIST, &list).prints(&ROUTE_TO_APPLE, &format!("  interface: {interface}\n"))
    }

    fn verdict(mac: Mac) -> (Status, String) {
        let found = mac.judged(&CHECK).unwrap();
        (found.status, found.saw)
    }

    #[test]
    fn what_a_company_enforces_is_no_kill_switch() {
        for (program, reason) in
            [("PanGPS", "idle-enforced"), ("vpnagentd", "idle-enforced"), ("mullvad-daemon", "idle-with-lock")]
        {
            let found = mac("", "en0").runs(&[program]).judged(&CHECK).unwrap();
            assert_eq!(found.reason, Some(reason), "{program}: {}", found.saw);
        }
    }

    #[test]
    fn idle_vpns_are_information_and_connected_ones_are_another_row() {
        let saw = "WireGuard is there, not connected".to_owned();
        assert_eq!(verdict(mac(WIREGUARD, "en0")), (Status::Info, saw));
        assert_eq!(verdict(mac(&WIREGUARD.replace("Disconnected", "Connected"), "utun4")).0, Status::Pass);
        let two = format!("{WIREGUARD}{}", WIREGUARD.replace("Home", "Office"));
        assert_eq!(verdict(mac(&two, "en0")).1, "WireGuard and 1 more, not connected");
        let own = "* (Disconnected) BBBB IPSec \"Office\" [IPSec]\n";
        assert_eq!(verdict(mac(own, "en0")).1, "\u{201c}Office\u{201d} is there, not connected");
        assert_eq!(verdict(mac("", "en0")).0, Status::Pass);
        assert_eq!(verdict(mac("* (Disconnected) BBBB PPP \"Stick\" [PPP:Modem]\n", "en0")).0, Status::Pass);
    }

    #[test]
    fn what_is_installed_is_idle_unless_it_may_be_the_tunnel() {
        assert_eq!(verdict(mac("", "en0").runs(&["NordVPN", "apsd"])).0, Status::Info);
        assert_eq!(verdict(mac("", "utun4").runs(&["NordVPN", "apsd"])).0, Status::Pass);
        assert_eq!(verdict(mac("", "utun4").runs(&["NordVPN", "mullvad-daemon"])).0, Status::Pass);
        let mesh = "utun6: flags=8051<UP> mtu 1280\n\tinet 100.99.1.2 --> 100.99.1.2 netmask 0xffffffff\n\
                    \tinet6 fd7a:115c:a1e0::5 prefixlen 48\n";
        let both = mac("", "utun4").prints(&IFCONFIG, mesh).runs(&["NordVPN", "Tailscale"]);
        assert_eq!(verdict(both).0, Status::Pass, "both are connected");
    }

    #[test]
    fn another_text_is_unknown() {
        let mac = Mac::of("15.2").prints(&NC_LIST, "scutil: what");
        assert!(matches!(mac.judged(&CHECK), Err(Miss::Unreadable(_))));
    }
}
