//! Healthy Macs that look like troubled ones: what stands between, and harms nothing. Each with each.

use super::machine::{hardware, keeps};
use super::names_lost::{mesh, profile};
use super::setting::{network_extensions, services, stand_ins, tunnel};
use super::{command, dns, extensions, push_line, runs, settings};
use crate::world::{World, text};
use crate::worlds::faults::{self, each};
use codesent_checks::facts::{ClockReading, LookupOutcome};
use codesent_checks::{Answer, Status, diagnosis, judge};
use serde_json::json;

/// A change of a world, by name.
type Change = (&'static str, fn(&mut World));

const ON: &str = "activated enabled";
const APSD: &str = "ESTABLISHED 131072 131072 apsd:377 00102 00000008";

/// What carries traffic.
const TUNNELS: [Change; 10] = [
    ("no VPN", |_| {}),
    ("a VPN", faults::full_tunnel),
    ("a VPN that is set up", |w| {
        services(
            w,
            "* (Disconnected)   A1B2C3D4-0000-0000-0000-000000000009 VPN (net.mullvad.vpn) \"Mullvad\" [VPN:net.mullvad.vpn]\n",
        );
    }),
    ("an exit node", |w| {
        tunnel(w, "io.tailscale.ipn.macsys", "Tailscale", "100.101.14.2");
        dns(w, "100.100.100.100", "20 (utun4)");
    }),
    ("WARP", |w| tunnel(w, "com.cloudflare.1dot1dot1dot1.macos", "Cloudflare WARP", "172.16.0.2")),
    ("a mesh beside the ordinary way", |w| mesh(w, "io.netbird.client", "NetBird", "100.80.12.5")),
    ("a company's VPN that is off", |w| {
        runs(w, "/Applications/GlobalProtect.app/Contents/Resources/PanGPS");
    }),
    ("a company's VPN", |w| {
        tunnel(w, "com.paloaltonetworks.GlobalProtect.client", "GlobalProtect", "10.77.14.3");
    }),
    ("a tunnel nobody knows", |w| tunnel(w, "", "", "172.19.0.1")),
    ("stand-ins for every name", |w| {
        tunnel(w, "", "", "198.18.0.1");
        dns(w, "198.18.0.2", "20 (utun4)");
        stand_ins(w, "198.18.4.31");
        push_line(w, &format!("tcp4 0 0 198.18.0.1.51877 198.18.4.31.5223 {APSD}"));
    }),
];

/// What lets connections through, or answers names.
const FILTERS: [Change; 12] = [
    ("no filter", |_| {}),
    ("a content filter", |w| extensions(w, "at.obdev.littlesnitch.networkextension", "Little Snitch")),
    ("a DNS filter", |w| extensions(w, "com.adguard.mac.adguard.network-extension", "AdGuard")),
    ("a proxy extension", |w| {
        extensions(w, "com.netskope.client.Netskope-Client.NetskopeClientMacAppProxy", "Netskope");
    }),
    ("a filter nobody knows", |w| extensions(w, "org.example.guard", "Guard")),
    ("security software of three makers", |w| {
        network_extensions(
            w,
            &[
                ("com.crowdstrike.falcon.Agent", "Falcon", ON),
                ("com.microsoft.wdav.netext", "Microsoft Defender", ON),
                ("com.eset.network.ESETNetwork", "ESET", ON),
            ],
        );
    }),
    ("Zscaler", |w| {
        extensions(w, "com.zscaler.zscaler.TRPTunnel", "ZscalerTunnel");
        runs(w, "/Applications/Zscaler/Zscaler.app/Contents/PlugIns/ZscalerTunnel");
    }),
    ("a meter of the line", |w| extensions(w, "ch.tripmode.TripMode.FilterExtension", "TripMode")),
    ("an agent that answers names", |w| extensions(w, "com.dnsfilter.agent.macos.DNSProxy", "DNSFilter")),
    ("a profile that sets the DNS", profile),
    ("what was removed and waits", |w| {
        let waits = "terminated waiting to uninstall on reboot";
        network_extensions(w, &[("com.malwarebytes.ncep.rtprotection.netfilter", "RTPNetFilter", waits)]);
    }),
    ("what waits for approval", |w| {
        network_extensions(w, &[("com.objective-see.lulu.extension", "LuLu", "activated waiting for user")]);
    }),
];

/// What is set of proxies.
const PROXIES: [Change; 6] = [
    ("no proxy", |_| {}),
    ("a proxy for others", faults::proxy),
    ("a proxy that carries", |w| carries(w, faults::proxy)),
    ("a script", |w| {
        settings(w, "  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://pac.corp.example/p.pac\n");
    }),
    ("discovery", |w| settings(w, "  ProxyAutoDiscoveryEnable : 1\n")),
    ("a program's own proxy that carries", |w| {
        carries(w, |w| {
            let keys = "  HTTPEnable : 1\n  HTTPPort : 7890\n  HTTPProxy : 127.0.0.1\n  HTTPSEnable : 1\n  HTTPSPort : 7890\n  HTTPSProxy : 127.0.0.1\n  SOCKSEnable : 1\n  SOCKSPort : 7890\n  SOCKSProxy : 127.0.0.1\n";
            settings(w, keys);
        });
    }),
];

fn carries(w: &mut World, set: fn(&mut World)) {
    set(w);
    let good = w.entries["handshake idmsa.apple.com:443"].result.clone();
    each(w, "handshake ", "through the system proxy", |_| good.clone());
}

/// What else looks odd, of the network or of the Mac.
const OTHERS: [Change; 20] = [
    ("a resolver on this Mac", |w| dns(w, "127.0.0.1", "1 (lo0)")),
    ("a resolver that filters", |w| dns(w, "45.90.28.12", "12 (en0)")),
    ("a resolver of a company's in another network", |w| dns(w, "10.88.0.1", "12 (en0)")),
    ("a resolver in China", |w| dns(w, "223.6.6.6", "12 (en0)")),
    ("TLS is read where no code hangs on it", |w| faults::inspected(w, "www.apple.com", "Lakeside District")),
    ("stand-ins of a router", |w| {
        stand_ins(w, "198.18.4.31");
        push_line(w, &format!("tcp4 0 0 192.168.1.23.51877 198.18.4.31.5223 {APSD}"));
    }),
    ("no name for Private Relay", |w| faults::system_lookup(w, "mask", &LookupOutcome::NoSuchName)),
    ("no time server", |w| each(w, "clock ", "", |_| Ok(Answer::Clock(ClockReading::NoReply)))),
    ("a hosts file against telemetry", |w| {
        w.set(
            "file /etc/hosts",
            text("127.0.0.1 localhost\n0.0.0.0 metrics.icloud.com xp.apple.com iadsdk.apple.com\n"),
        );
    }),
    ("rules of one's own in pf", |w| {
        w.set("file /etc/pf.conf", text("anchor \"com.apple/*\"\nanchor \"killswitch\"\nblock in all\n"));
    }),
    ("macOS's firewall", |w| super::firewall(w, "Firewall is enabled. (State = 2)\n")),
    ("a company's profile", |w| {
        keeps(w, "/Library/Managed Preferences/com.apple.applicationaccess.plist", json!({}));
        let said =
            "Enrolled via DEP: Yes\nMDM enrollment: Yes (User Approved)\nMDM server: https://mdm.example.com/mdm\n";
        command(w, "/usr/bin/profiles", "enrollment", said);
    }),
    ("Lockdown Mode and a Focus", |w| {
        keeps(w, "~/Library/Preferences/.GlobalPreferences.plist", json!({ "LDMGlobalEnabled": true }));
        keeps(w, "~/Library/DoNotDisturb/DB/Assertions.json", json!({ "until": [null] }));
    }),
    ("Messages and FaceTime off", faults::messages_off),
    ("a patched Mac", |w| {
        hardware(w, Some(0), "MacBookPro11,3", "Intel(R) Core(TM) i7-4850HQ CPU @ 2.30GHz");
        super::machine::patcher(w, "2.4.1");
    }),
    ("a patched Mac under another model's name", |w| {
        hardware(w, Some(0), "MacBookPro16,1", "Intel(R) Core(TM) i5-5250U CPU @ 1.60GHz");
        super::machine::patcher(w, "4.0.0");
    }),
    ("an Intel Mac's program on Apple silicon", |w| {
        hardware(w, Some(0), "Mac14,2", "VirtualApple @ 2.50GHz processor");
    }),
    ("panes that a profile hides or allows", |w| {
        let panes = json!({ "EnabledPreferencePanes": ["com.apple.preference.sound"], "DisabledSystemSettings": ["com.apple.Siri-Settings.extension"] });
        keeps(w, "/Library/Managed Preferences/com.apple.systempreferences.plist", panes);
    }),
    ("iMessage and FaceTime refused", super::makes::refused),
    ("services switched off that no code hangs on", |w| {
        super::disabled(w, "com.apple.Siri.agent");
    }),
];

const VERSIONS: [&str; 8] = ["11.7.10", "12.7.6", "13.6", "14.3", "15.7.1", "26.0", "26.4", "27.0"];

/// Every two of them, and each alone.
fn pairs() -> impl Iterator<Item = (Change, Change, &'static [&'static str])> {
    let each = |left: &'static [Change], right: &'static [Change], versions: &'static [&'static str]| {
        left.iter().flat_map(move |one| right.iter().map(move |other| (*one, *other, versions)))
    };
    each(&TUNNELS, &FILTERS, &VERSIONS)
        .chain(each(&TUNNELS, &PROXIES, &VERSIONS))
        .chain(each(&FILTERS, &PROXIES, &VERSIONS))
        .chain(each(&TUNNELS, &OTHERS, &VERSIONS[5..]))
        .chain(each(&FILTERS, &OTHERS, &VERSIONS[5..]))
        .chain(each(&PROXIES, &OTHERS, &VERSIONS[5..]))
}

#[test]
fn no_healthy_mac_has_a_cause() {
    let checks: Vec<_> = codesent_checks::all().collect();
    let mut seen = 0;
    for ((one, first), (other, second), versions) in pairs() {
        for macos in versions {
            let mut world = World::healthy(macos);
            // An ordinary user sees nobody else's connections there.
            if *macos == "27.0" {
                command(&mut world, "/usr/sbin/netstat", "-anv -p tcp", "");
            }
            first(&mut world);
            second(&mut world);
            let answers = world.answers();
            let rows = judge(&checks, &answers);
            let said = diagnosis::diagnose(&rows, &answers);
            let what = format!("macOS {macos}, {one}, {other}");
            assert_eq!(said.outlook.word(), "can", "{what}: {}", said.headline);
            let failing = rows.iter().find(|row| row.verdict.status == Status::Fail);
            assert!(failing.is_none(), "{what}: {failing:?}");
            seen += 1;
        }
    }
    assert!(seen > 2000, "{seen}");
}
