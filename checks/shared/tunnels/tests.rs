use super::*;
use crate::testing::Mac;
use proptest::prelude::*;

/// The routes of a Mac on Wi-Fi as macOS 14 to 26 print them, with the scoped defaults of Apple's own tunnels.
const PLAIN_ROUTES: &str = "Routing tables\n\nInternet:\nDestination Gateway Flags Netif Expire\n\
    default 192.168.1.1 UGScg en0\n127 127.0.0.1 UCS lo0\n169.254 link#14 UCS en0 !\n192.168.1 link#14 UCS en0 !\n\n\
    Internet6:\nDestination Gateway Flags Netif Expire\ndefault fe80::%utun0 UGcIg utun0\ndefault fe80::%utun1 UGcIg utun1\n\
    ff02::%utun0/32 fe80::1%utun0 UmCI utun0\n";

/// The interfaces of the same Mac.
const PLAIN_INTERFACES: &str = "lo0: flags=8049<UP,LOOPBACK,RUNNING> mtu 16384\n\tinet 127.0.0.1 netmask 0xff000000\n\
    en0: flags=8863<UP,BROADCAST,RUNNING> mtu 1500\n\tinet 192.168.1.40 netmask 0xffffff00 broadcast 192.168.1.255\n\
    utun0: flags=8051<UP,POINTOPOINT,RUNNING> mtu 1500\n\tinet6 fe80::1%utun0 prefixlen 64 scopeid 0xf\n\
    \tagent domain:com.apple.rapport type:RapportNetworkAgent flags:0x7c3 desc:\"Rapport Network Agent\"\n\
    utun1: flags=8051<UP,POINTOPOINT,RUNNING> mtu 1380\n\tinet6 fe80::2%utun1 prefixlen 64 scopeid 0x10\n";

const TAILSCALE: &str = "utun8: flags=8051<UP,POINTOPOINT,RUNNING> mtu 1280\n\tinet 100.70.1.2 --> 100.70.1.2 netmask 0xffffffff\n\
    \tinet6 fd7a:115c:a1e0::7 prefixlen 48\n";

fn route(interface: &str) -> String {
    format!("   route to: 17.57.144.20\ndestination: default\n    gateway: 192.168.1.1\n  interface: {interface}\n")
}

#[expect(clippy::needless_pass_by_value, reason = "it is made for this alone")]
fn judged(mac: Mac) -> Tunnel {
    decide(&Signs::of(&mac.answers())).unwrap()
}

fn name(tunnel: &Tunnel) -> Option<(&str, bool)> {
    let name = tunnel.name.as_ref()?;
    Some((name.whose.product().map_or("(foreign)", |product| product.name), name.sure))
}

#[test]
fn a_mac_without_a_vpn_has_none() {
    let plain = Mac::of("26.1").prints(&ROUTE_TO_APPLE, &route("en0")).prints(&NETSTAT, PLAIN_ROUTES);
    let tunnel = judged(plain.prints(&IFCONFIG, PLAIN_INTERFACES).runs(&["NordVPN", "apsd"]));
    assert_eq!((tunnel.grade, tunnel.name, tunnel.clues), (Grade::None, None, Vec::new()));
}

#[test]
fn a_v6_answer_through_an_idle_tunnel_is_not_believed() {
    let idle = "destination: ::\n    gateway: fe80::%utun0\n  interface: utun0\n      flags: <UP,GATEWAY,DONE>\n";
    let bare = "  interface: utun0\n      flags: <UP,DONE>\n";
    for text in [idle, bare] {
        let mac = Mac::of("15.1").prints(&ROUTE_TO_APPLE_V6, text).prints(&ROUTE_TO_APPLE, &route("en0"));
        assert_eq!(judged(mac.prints(&IFCONFIG, PLAIN_INTERFACES)).grade, Grade::None);
    }
    let unscoped = "Internet6:\nDestination Gateway Flags Netif Expire\ndefault fe80::%utun0 UGcg utun0\n";
    let mac = Mac::of("15.1").prints(&NETSTAT, unscoped).prints(&ROUTE_TO_APPLE, &route("en0"));
    assert_eq!(judged(mac.prints(&IFCONFIG, PLAIN_INTERFACES)).grade, Grade::None);
}

#[test]
fn a_mesh_is_beside_and_names_itself() {
    let mac = Mac::of("14.1").prints(&ROUTE_TO_APPLE, &route("en0"));
    let tunnel = judged(mac.prints(&IFCONFIG, &format!("{PLAIN_INTERFACES}{TAILSCALE}")));
    assert_eq!((tunnel.grade, tunnel.interface.as_deref()), (Grade::Active, Some("utun8")));
    assert_eq!((name(&tunnel), tunnel.in_words().as_str()), (Some(("Tailscale", true)), "Tailscale (utun8)"));
}

#[test]
fn the_routes_overrule_the_primary_interface_and_the_resolver() {
    let dns = "DNS configuration\n\nresolver #1\n  nameserver[0] : 10.1.1.1\n  if_index : 9 (utun4)\n";
    let nwi = "Network information\n\nNetwork interfaces: utun4 en0\n";
    for (command, text) in [(&DNS, dns), (&NWI, nwi)] {
        let beside = judged(Mac::of("26.0").prints(&ROUTE_TO_APPLE, &route("en0")).prints(command, text));
        assert_eq!((beside.grade, beside.primary_only), (Grade::Active, true));
        let unknown = judged(Mac::of("26.0").prints(command, text));
        assert_eq!((unknown.grade, unknown.primary_only), (Grade::Full, false));
    }
}

#[test]
fn a_dial_up_line_is_not_a_tunnel() {
    let list = |kind: &str| {
        format!(
            "Available network connection services in the current set (*=enabled):\n* (Connected) AA PPP \"x\" [{kind}]\n"
        )
    };
    let mac = |kind: &str| Mac::of("12.6").prints(&ROUTE_TO_APPLE, &route("ppp0")).prints(&NC_LIST, &list(kind));
    assert_eq!(judged(mac("PPP:PPPoE")).grade, Grade::None);
    assert_eq!(judged(mac("PPP:L2TP")).grade, Grade::Full);
}

#[test]
fn a_product_that_runs_is_only_probably_the_one() {
    let mac = || Mac::of("15.2").prints(&ROUTE_TO_APPLE, &route("utun6"));
    let one = judged(mac().runs(&["apsd", "mullvad-daemon"]));
    assert_eq!(one.in_words(), "utun6 (probably Mullvad)");
    assert_eq!(name(&judged(mac().runs(&["mullvad-daemon", "PanGPS"]))), None);
    // Two are here, and the address is one that one of them uses.
    let nord = "utun6: flags=8051<UP> mtu 1420\n\tinet 10.5.0.2 --> 10.5.0.2 netmask 0xffff0000\n";
    assert_eq!(name(&judged(mac().runs(&["NordVPN", "PanGPS"]).prints(&IFCONFIG, nord))), Some(("NordVPN", false)));
}

#[test]
fn a_mesh_that_is_up_does_not_lend_its_name_to_another_tunnel() {
    let list = "Available network connection services in the current set (*=enabled):\n\
                * (Connected) AA VPN (io.tailscale.ipn.macos) \"Tailscale\" [VPN:io.tailscale.ipn.macos]\n";
    let other = "utun6: flags=8051<UP> mtu 1420\n\tinet 10.66.1.2 --> 10.66.1.2 netmask 0xffffffff\n";
    let mac = Mac::of("26.0").prints(&ROUTE_TO_APPLE, &route("utun6")).prints(&NC_LIST, list);
    let tunnel = judged(mac.prints(&IFCONFIG, &format!("{TAILSCALE}{other}")).runs(&["Tailscale", "mullvad-daemon"]));
    assert_eq!((tunnel.grade, tunnel.in_words().as_str()), (Grade::Full, "utun6 (probably Mullvad)"));
}

#[test]
fn macos_itself_names_the_owner() {
    let owned = "utun5: flags=8051<UP> mtu 1280\n\txflags=10004<NOAUTONX,IS_VPN>\n\tinet 10.9.0.2 netmask 0xffffffff\n\
                 \tagent domain:NetworkExtension type:VPN flags:0xf desc:\"VPN: Office\"\n";
    let tunnel = judged(Mac::of("26.0").prints(&ROUTE_TO_APPLE, &route("en0")).prints(&IFCONFIG, owned));
    assert_eq!((tunnel.grade, tunnel.in_words().as_str()), (Grade::Active, "\u{201c}Office\u{201d} (utun5)"));
}

/// A list of services, one a line.
fn services(rows: &[&str]) -> String {
    let head = "Available network connection services in the current set (*=enabled):\n";
    rows.iter().fold(head.to_owned(), |list, row| list + "* " + row + "\n")
}

const WIREGUARD_IDLE: &str = "(Disconnected) AA VPN (com.wireguard.macos) \"Home\" [VPN:com.wireguard.macos]";
const TAILSCALE_ON: &str = "(Connected) AA VPN (io.tailscale.ipn.macsys) \"Tailscale\" [VPN:io.tailscale.ipn.macsys]";

#[test]
fn a_disconnected_service_names_no_tunnel() {
    let other = "utun6: flags=8051<UP> mtu 1420\n\tinet 10.66.1.2 --> 10.66.1.2 netmask 0xffffffff\n";
    let mac = |interfaces: &str, programs: &[&str]| {
        let mac = Mac::of("26.2").prints(&ROUTE_TO_APPLE, &route("utun6")).prints(&IFCONFIG, interfaces);
        judged(mac.prints(&NC_LIST, &services(&[WIREGUARD_IDLE])).runs(programs))
    };
    // Its app runs, but its tunnel is down: the other one's is up.
    assert_eq!(mac(other, &["WireGuard", "mullvad-daemon"]).in_words(), "utun6 (probably Mullvad)");
    assert_eq!(mac(other, &["WireGuard"]).in_words(), "an unnamed VPN (utun6)");
    // Its name is still written on an interface that another program has taken over.
    let agent = "\tagent domain:NetworkExtension type:VPN flags:0xf desc:\"VPN: Home\"\n";
    assert_eq!(mac(&format!("{other}{agent}"), &["openvpn"]).in_words(), "utun6 (probably OpenVPN)");
}

#[test]
fn connected_without_an_addressed_tunnel_is_no_vpn() {
    let mac = |interfaces: &str| {
        let mac = Mac::of("26.5").prints(&ROUTE_TO_APPLE, &route("en0")).prints(&NC_LIST, &services(&[TAILSCALE_ON]));
        judged(mac.prints(&IFCONFIG, &format!("{PLAIN_INTERFACES}{interfaces}")))
    };
    assert_eq!((mac("").grade, mac(TAILSCALE).grade), (Grade::Weak, Grade::Active));
    // An office's tunnel is up, which Tailscale's service cannot own.
    let office = mac("utun9: flags=8051<UP> mtu 1400\n\tinet 10.20.3.4 --> 10.20.3.4 netmask 0xffffffff\n");
    assert_eq!((office.grade, office.in_words().as_str()), (Grade::Active, "an unnamed VPN (utun9)"));
}

#[test]
fn a_service_with_an_empty_tunnel_of_its_own_does_not_lend_its_name() {
    let idle = "utun4: flags=8051<UP> mtu 1500\n\tinet6 fe80::4%utun4 prefixlen 64\n\
                \tagent domain:NetworkExtension type:VPN flags:0xf desc:\"VPN: Guard\"\n\
                utun6: flags=8051<UP> mtu 1420\n\tinet 10.66.1.2 --> 10.66.1.2 netmask 0xffffffff\n";
    let guard = "(Connected) BB VPN (org.example.guard) \"Guard\" [VPN:org.example.guard]";
    let mac = Mac::of("26.2").prints(&ROUTE_TO_APPLE, &route("utun6")).prints(&IFCONFIG, idle);
    let tunnel = judged(mac.prints(&NC_LIST, &services(&[guard])).runs(&["mullvad-daemon"]));
    assert_eq!(tunnel.in_words(), "utun6 (probably Mullvad)");
}

#[test]
fn tunnelblick_is_told_by_where_its_openvpn_lies() {
    let path = "/Applications/Tunnelblick.app/Contents/Resources/openvpn/openvpn-2.6/openvpn";
    let programs = vec![crate::facts::Process { name: "openvpn".into(), path: path.into() }];
    let mac = Mac::of("15.4").prints(&ROUTE_TO_APPLE, &route("utun5"));
    let mac = mac.says(&Question::Processes, Ok(crate::Answer::Processes(programs)));
    assert_eq!(judged(mac).in_words(), "utun5 (probably Tunnelblick)");
}

#[test]
fn without_routes_and_interfaces_nothing_can_be_said() {
    let list = "Available network connection services in the current set (*=enabled):\n";
    let mac = Mac::of("15.2").prints(&NC_LIST, list).prints(&NWI, "Network interfaces: en0\n");
    assert!(matches!(decide(&Signs::of(&mac.answers())), Err(Miss::Unreadable(_))));
}

proptest! {
    #[test]
    fn no_text_panics_a_reader(text in "(?s).{0,300}") {
        for kind in KINDS {
            prop_assert!(alone(kind, &text).is_some());
        }
        let _ = system_extensions::extensions(&text);
    }

    #[test]
    fn no_jumble_of_real_words_panics_a_reader(words in proptest::collection::vec(word(), 0..60)) {
        let text = words.concat();
        for kind in KINDS {
            prop_assert!(alone(kind, &text).is_some());
        }
        let _ = system_extensions::extensions(&text);
    }
}

const KINDS: &[&str] = &["route get", "netstat -rn", "ifconfig -v", "scutil --nwi", "scutil --dns", "scutil --nc list"];

fn word() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "\n",
        " ",
        "\t",
        "utun4",
        "en0",
        ": flags=8051<UP,",
        ">",
        "inet ",
        "inet6 ",
        "10.0.0.1",
        "/",
        "129",
        "0",
        "fe80::%",
        "default",
        "Internet6:\n",
        "Internet:\n",
        "UGSc",
        "I",
        "interface: ",
        "Network interfaces: ",
        " : ",
        "resolver #1\n",
        "nameserver[0]",
        "if_index",
        "(utun2)",
        "DNS configuration (for",
        "(Connected)",
        "\"",
        "[",
        "]",
        "*",
        "(",
        ")",
        "VPN:",
        "agent domain:",
        " type:VPN flags:",
        "desc:\"",
        "xflags=1<IS_VPN",
        "netmask 0x",
        "ffffffff",
        "prefixlen 999",
        "Connected\n",
        "OverridePrimary",
        "1",
        "--- com.apple.system_extension.network_extension",
        "\u{20ac}",
        "\u{0}",
        "%",
    ])
}
