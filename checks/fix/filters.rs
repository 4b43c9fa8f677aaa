//! What stands between this Mac and Apple: VPNs, proxies, filters, inspection.

use super::places::{FILTERS_PANE, NETWORK_PANE, PREFERENCES, SETTINGS, SINCE_SEQUOIA, UNTIL_SONOMA};
use super::{Fix, Risk, step, step_on};

pub(super) const ALL: &[&Fix] = &[
    &VPN,
    &VPN_ENFORCED,
    &PROXY,
    &PROXY_PROGRAM,
    &PROXY_GONE,
    &PROXY_SCRIPT,
    &PROXY_LOGIN,
    &FILTER,
    &LEFT_OVER,
    &INSPECTION,
    &PACKET_FILTER,
];

/// A VPN may stand in the way.
pub const VPN: Fix = Fix {
    id: "vpn",
    title: "Let Apple\u{2019}s services past the VPN",
    first: None,
    steps: &[
        step(
            "In the VPN\u{2019}s own app, look for a switch for Apple\u{2019}s services, for the local network or for apps that go past it; or choose another of its servers.",
        ),
        step("A company VPN: give IT Apple\u{2019}s article 101555. Else leave it off while you sign in."),
    ],
    links: &[FILTERS_PANE],
    command: None,
    article: Some("102281"),
    risk: Risk::Safe,
    confirm: "Run codesent with the VPN off: if the red rows turn green, the VPN was the reason.",
};

/// A company's VPN that lets nothing out before it is connected.
pub const VPN_ENFORCED: Fix = Fix {
    id: "vpn-enforced",
    title: "Connect the company\u{2019}s VPN",
    first: None,
    steps: &[
        step("Open its app and connect. In a hotel or on a train, finish the network\u{2019}s sign-in page first."),
        step("It cannot connect: ask IT, who can let this Mac out. Switching it off is theirs too."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Run codesent again: the internet answers.",
};

/// A proxy may stand in the way.
pub const PROXY: Fix = Fix {
    id: "proxy",
    title: "Switch the proxy off for a minute, or let Apple\u{2019}s hosts past it",
    first: Some("Try once on your phone\u{2019}s hotspot, without this proxy."),
    steps: &[
        step_on(
            SETTINGS,
            "System Settings > Network > your connection > Details > Proxies: note what is on, switch it off, try once, switch it on again.",
        ),
        step_on(
            PREFERENCES,
            "System Preferences > Network > your connection > Advanced > Proxies: note what is on, switch it off, try once, switch it on again.",
        ),
        step("If the switches are grey, your organisation set the proxy: give IT Apple\u{2019}s article."),
    ],
    links: &[NETWORK_PANE],
    command: None,
    article: Some("102266"),
    risk: Risk::Safe,
    confirm: "Run codesent with the proxy off: if the red rows turn green, the proxy was the reason.",
};

/// A proxy program carries connections, on this Mac or in the router: Surge, Clash, a box beside it.
pub const PROXY_PROGRAM: Fix = Fix {
    id: "proxy-program",
    title: "Let Apple\u{2019}s push go past the proxy program",
    first: None,
    steps: &[
        step(
            "It runs on this Mac (Surge, Clash, Shadowrocket): quit it for a minute, or set push.apple.com to DIRECT in it.",
        ),
        step("It runs in the router or a box beside it: set push.apple.com to DIRECT there, or use another network."),
    ],
    links: &[],
    command: None,
    article: Some("102266"),
    risk: Risk::Safe,
    confirm: "Run codesent again: the push line stands.",
};

/// A program that was closed or removed left its proxy setting behind.
pub const PROXY_GONE: Fix = Fix {
    id: "proxy-gone",
    title: "Start the program that set the proxy, or switch its setting off",
    first: None,
    steps: &[
        step(
            "Start the program that belongs to the proxy (a VPN, an ad blocker, a debugging tool), and quit it properly.",
        ),
        step_on(
            SETTINGS,
            "It is gone: System Settings > Network > your connection > Details > Proxies: switch the entry for this Mac off.",
        ),
        step_on(
            PREFERENCES,
            "It is gone: System Preferences > Network > your connection > Advanced > Proxies: switch the entry for this Mac off.",
        ),
    ],
    links: &[NETWORK_PANE],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Run codesent again: the row about proxies is no longer red.",
};

/// The script that chooses proxies is not to be had. What a program does without it is its own affair (REPORTED: most go on
/// without a proxy).
pub const PROXY_SCRIPT: Fix = Fix {
    id: "proxy-script-gone",
    title: "Have the script that chooses proxies mended, or do without it for a minute",
    first: None,
    steps: &[
        step_on(
            SETTINGS,
            "System Settings > Network > your connection > Details > Proxies > Automatic proxy configuration: note the address, switch it off, try once, switch it on again.",
        ),
        step_on(
            PREFERENCES,
            "System Preferences > Network > your connection > Advanced > Proxies > Automatic Proxy Configuration: note the address, switch it off, try once, switch it on again.",
        ),
        step("If it is grey, your organisation set it: give IT the address of the script."),
    ],
    links: &[NETWORK_PANE],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Run codesent again: the row about the script is no longer marked.",
};

/// The network's proxy wants to know who asks.
pub const PROXY_LOGIN: Fix = Fix {
    id: "proxy-login",
    title: "Sign in to this network\u{2019}s proxy, or use another network",
    first: None,
    steps: &[
        step("Open a web page: where the proxy asks for a name and a password, enter those of your organisation."),
        step(
            "Ask IT to let Apple\u{2019}s hosts through without a password; macOS\u{2019}s own services cannot enter one.",
        ),
        step("To get in now, use another network, for instance your phone\u{2019}s hotspot, without the proxy."),
    ],
    links: &[NETWORK_PANE],
    command: None,
    article: Some("102266"),
    risk: Risk::Safe,
    confirm: "Run codesent again: the row about proxies is no longer red.",
};

/// A content filter or firewall app may stand in the way.
pub const FILTER: Fix = Fix {
    id: "filter",
    title: "Let Apple\u{2019}s services through the filter",
    first: Some("Pause the firewall or security app on this Mac for a minute and try once."),
    steps: &[
        step("In the app that is named, allow apsd, akd and Apple\u{2019}s hosts. On a work Mac: ask IT."),
        step_on(
            SINCE_SEQUOIA,
            "To pause it, its own switch may not be enough: System Settings > General > Login Items & Extensions > Network Extensions, switch it off there.",
        ),
        step_on(
            UNTIL_SONOMA,
            "To pause it, its own switch may not be enough: System Settings > Network > VPN & Filters, switch it off there.",
        ),
        step_on(
            PREFERENCES,
            "To pause it, its own switch may not be enough: System Preferences > Network, switch it off in the list.",
        ),
    ],
    links: &[FILTERS_PANE],
    command: None,
    article: Some("102281"),
    risk: Risk::Administrator,
    confirm: "Run codesent with the filter off: if the red rows turn green, the filter was the reason.",
};

/// An app is gone, its filter stayed (seen with LuLu).
pub const LEFT_OVER: Fix = Fix {
    id: "left-over-filter",
    title: "Remove the filter that an uninstalled app left behind",
    first: None,
    steps: &[
        step_on(
            SETTINGS,
            "System Settings > Network > VPN & Filters: choose the entry of the app that is gone, and remove it with the minus button.",
        ),
        step_on(
            SINCE_SEQUOIA,
            "It is not listed there: General > Login Items & Extensions > Network Extensions, switch it off.",
        ),
        step_on(
            PREFERENCES,
            "System Preferences > Network: choose the entry of the app that is gone, and remove it with the minus button.",
        ),
        step("If it cannot be removed, install the app again and use its own uninstaller; then restart the Mac."),
    ],
    links: &[FILTERS_PANE],
    command: None,
    article: Some("102281"),
    risk: Risk::Administrator,
    confirm: "Run codesent again: the filter is no longer listed.",
};

/// Somebody between this Mac and Apple re-signs or blocks TLS.
pub const INSPECTION: Fix = Fix {
    id: "inspection",
    title: "Exclude Apple\u{2019}s hosts from HTTPS inspection",
    first: None,
    steps: &[
        step(
            "In the product that is named, exclude apple.com, icloud.com and push.apple.com from HTTPS or SSL scanning.",
        ),
        step(
            "On a work or school network, give IT Apple\u{2019}s article 101555: Apple\u{2019}s services refuse inspected connections.",
        ),
    ],
    links: &[],
    command: None,
    article: Some("101555"),
    risk: Risk::Safe,
    confirm: "Run codesent again: the certificates come from Apple.",
};

/// Somebody wrote a rule that drops Apple's traffic.
pub const PACKET_FILTER: Fix = Fix {
    id: "packet-filter",
    title: "Take the rule out, or have whoever added it do so",
    first: Some(
        "The rule is on this Mac, so no other network helps: take what follows now, and mend it after (steps below).",
    ),
    steps: &[
        step("An app, a script or IT added it: its maker\u{2019}s own switch comes first. On a work Mac: ask IT."),
        step("Else, as an administrator: put a # before the line that is named above, then load the file anew."),
    ],
    links: &[],
    command: Some("sudo pfctl -f /etc/pf.conf"),
    article: None,
    risk: Risk::Administrator,
    confirm: "Run codesent again: the rows about Apple\u{2019}s servers are no longer red.",
};
