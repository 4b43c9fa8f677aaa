//! What one text says by itself, pinned for the shapes that public captures have. Addresses and names are made up.

use super::{Grade, alone};

const IDLE: &str =
    "utun0: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1500\n\tinet6 fe80::1%utun0 prefixlen 64 scopeid 0xf \n";

/// Where the shape came from, the kind of text, the text, and what it says.
const SHAPES: &[(&str, &str, &str, Grade)] = &[
    ("macOS 26, Private Relay and Continuity only", "ifconfig -v", IDLE, Grade::None),
    (
        "macOS 10.13, Back to My Mac: a unique local address on utun0",
        "ifconfig",
        "utun0: flags=8051<UP,POINTOPOINT,RUNNING> mtu 1380\n\tinet6 fd12:3456:789a::1 prefixlen 64 \n",
        Grade::Weak,
    ),
    (
        "macOS 10.15, GlobalProtect's kernel extension: neither UP nor POINTOPOINT",
        "ifconfig",
        "gpd0: flags=8862<BROADCAST,NOTRAILERS,RUNNING,SIMPLEX,MULTICAST> mtu 1400\n\tinet 10.20.0.9 netmask 0xffffffff broadcast 10.20.0.9\n",
        Grade::Active,
    ),
    (
        "macOS 12, IKEv2",
        "ifconfig",
        "ipsec0: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1280\n\tinet 10.8.0.7 --> 10.8.0.7 netmask 0xffffff00 \n",
        Grade::Active,
    ),
    (
        "macOS 15, a DNS filter that registers as a VPN and has no address",
        "ifconfig -v",
        "utun4: flags=8051<UP,POINTOPOINT,RUNNING> mtu 1500 index 20\n\tinet6 fe80::4%utun4 prefixlen 64 scopeid 0x14 \n\tagent domain:NetworkExtension type:VPN flags:0xf desc:\"VPN: Filter\"\n",
        Grade::Weak,
    ),
    (
        "macOS 15, a virtual machine's bridge beside the link to the T2 chip",
        "ifconfig",
        "bridge100: flags=8863<UP,BROADCAST> mtu 1500\n\tinet 192.168.64.1 netmask 0xffffff00\nen5: flags=8863<UP> mtu 1500\n\tether ac:de:48:00:11:22\n\tstatus: active\n",
        Grade::None,
    ),
    (
        "Cloudflare's documentation: WARP splits the internet into partitions",
        "route get",
        "   route to: 17.57.144.20\ndestination: 16.0.0.0\n       mask: 248.0.0.0\n  interface: utun3\n      flags: <UP,DONE,STATIC,PRCLONING>\n",
        Grade::Full,
    ),
    (
        "macOS 15, route over IPv6 without IPv6",
        "route get",
        "route: writing to routing socket: not in table\n",
        Grade::None,
    ),
    (
        "macOS 26, WireGuard with half routes over IPv6",
        "netstat -rn",
        "Internet6:\nDestination Gateway Flags Netif Expire\n::/1 link#18 UCSg utun4\n8000::/1 link#18 UCSg utun4\n",
        Grade::Full,
    ),
    (
        "macOS 14, a full tunnel beside the default of Wi-Fi",
        "netstat -rn",
        "Internet:\nDestination Gateway Flags Netif Expire\ndefault link#17 UCSg utun3\ndefault 192.168.1.254 UGScIg en0\n",
        Grade::Full,
    ),
    (
        "macOS 26, a lab route and the second half of the internet by Wi-Fi",
        "netstat -rn",
        "Internet:\nDestination Gateway Flags Netif Expire\ndefault 192.168.64.1 UGScg en0\n128.0/1 192.168.64.1 UGSc en0\n10.66/16 10.66.0.1 UGSc utun3\n",
        Grade::Active,
    ),
    (
        "macOS 15, multicast and link-local rows that a tunnel also has",
        "netstat -rn",
        "Internet:\nDestination Gateway Flags Netif Expire\ndefault 10.0.0.1 UGScg en0\n224.0.0/4 link#20 UmCS utun6\n255.255.255.255/32 link#20 UCS utun6\n169.254 link#20 UCS utun6\n",
        Grade::None,
    ),
    (
        "macOS 15, two interfaces with a VPN server",
        "scutil --nwi",
        "Network information\n\nIPv4 network interface information\n     en0 : flags      : 0x5 (IPv4,DNS)\n   utun4 : flags      : 0x5 (IPv4,DNS)\n           VPN server : 192.0.2.1\n\nNetwork interfaces: en0 utun4\n",
        Grade::Active,
    ),
    (
        "macOS 15, Proton VPN takes all names",
        "scutil --dns",
        "DNS configuration\n\nresolver #1\n  nameserver[0] : 10.2.0.1\n  if_index : 24 (utun7)\n  flags    : Request A records\n",
        Grade::Full,
    ),
    (
        "macOS 14, Tailscale without its interface",
        "scutil --dns",
        "DNS configuration\n\nresolver #1\n  domain   : example.ts.net.\n  nameserver[0] : 100.100.100.100\n  flags    : Supplemental, Request A records\n",
        Grade::Active,
    ),
    (
        "NetBird's documentation: a fragment of the list",
        "scutil --dns",
        "resolver #2\n  domain   : netbird.example\n  nameserver[0] : 100.99.255.254\n  port     : 53\n  flags    : Supplemental, Request A records\n",
        Grade::Weak,
    ),
    (
        "macOS 13, dnsmasq on this Mac",
        "scutil --dns",
        "DNS configuration\n\nresolver #1\n  nameserver[0] : 127.0.0.1\n  flags    : Request A records\n  reach    : 0x00030002 (Reachable,Local Address)\n",
        Grade::None,
    ),
    (
        "configd's nc.c: nothing is registered",
        "scutil --nc list",
        "Available network connection services in the current set (*=enabled):\n",
        Grade::None,
    ),
];

#[test]
fn every_shape_says_what_it_should() {
    for (origin, kind, text, grade) in SHAPES {
        assert_eq!(alone(kind, text), Some(Ok(*grade)), "{origin}");
    }
}

#[test]
fn other_kinds_of_text_say_nothing() {
    assert_eq!(alone("sw_vers", "ProductVersion: 26.1"), None);
}
