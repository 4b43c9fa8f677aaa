//! Tunnels, stand-ins and the like, as several reports have them.

use super::{Answer, command};
use crate::world::World;
use crate::worlds::faults;
use codesent_checks::facts::{HandshakeReport, Interface, LookupOutcome};
use std::net::IpAddr;

/// A tunnel that takes everything. Without a bundle no service of macOS's has it, as with programs that make their own.
pub(super) fn tunnel(w: &mut World, bundle: &str, title: &str, address: &str) {
    faults::full_tunnel(w);
    for entry in w.entries.values_mut() {
        match &mut entry.result {
            Ok(Answer::Command(said)) => {
                let agent = "\tagent domain:com.nordvpn.macos type:VPN flags:0x3 desc:\"VPN: NordVPN\"\n";
                let text = if bundle.is_empty() { said.stdout.replace(agent, "") } else { said.stdout.clone() };
                said.stdout = text
                    .replace("com.nordvpn.macos", bundle)
                    .replace("NordVPN NordLynx", title)
                    .replace("VPN: NordVPN", &format!("VPN: {title}"))
                    .replace("10.8.0.2", address);
            }
            Ok(Answer::Interfaces(list)) => list.iter_mut().for_each(|one| give(one, address)),
            _ => {}
        }
    }
    if bundle.is_empty() {
        services(w, "");
    }
}

fn give(interface: &mut Interface, address: &str) {
    if interface.point_to_point && interface.name == "utun4" {
        interface.address = address.parse().unwrap();
    }
}

/// What macOS lists of VPN services.
pub(super) fn services(w: &mut World, lines: &str) {
    let head = "Available network connection services in the current set (*=enabled):\n";
    command(w, "/usr/sbin/scutil", "--nc list", &format!("{head}{lines}"));
}

/// Every name leads to this address, and so does every connection.
pub(super) fn stand_ins(w: &mut World, address: &str) {
    let address: IpAddr = address.parse().unwrap();
    for part in ["apple.com", "icloud.com"] {
        faults::system_lookup(w, part, &LookupOutcome::Addresses(vec![address]));
    }
    for entry in w.entries.values_mut() {
        if let Ok(Answer::Handshake(HandshakeReport { attempts, .. })) = &mut entry.result {
            for attempt in attempts {
                attempt.address = address;
            }
        }
    }
}

/// Extensions as macOS lists them: the bundle id, the name, the state.
pub(super) fn network_extensions(w: &mut World, list: &[(&str, &str, &str)]) {
    let head = format!(
        "{} extension(s)\n--- com.apple.system_extension.network_extension\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n",
        list.len()
    );
    let rows = list.iter().map(|(bundle, name, state)| {
        let marks = if *state == "activated enabled" { "*\t*" } else { "\t" };
        format!("{marks}\tABCDE12345\t{bundle} (7.2/7.2)\t{name}\t[{state}]\n")
    });
    let said = head + &rows.collect::<Vec<_>>().concat();
    command(w, "/usr/bin/systemextensionsctl", "list", &said);
}
