//! The network itself, and names.

use super::places::{FILTERS_PANE, NETWORK_PANE, PREFERENCES, SETTINGS, SINCE_SEQUOIA, pane};
use super::{Fix, Risk, step, step_on};

pub(super) const ALL: &[&Fix] =
    &[&CONNECT, &PORTAL, &LOCATION, &DNS, &DNS_SILENT, &DNS_PROFILE, &DNS_CACHE, &HOSTS_FILE, &FIREWALL, &CLOCK];

/// There is no usable network.
pub const CONNECT: Fix = Fix {
    id: "connect",
    title: "Get the Mac online",
    first: None,
    steps: &[
        step("Turn Wi-Fi off and on again, or plug in a network cable."),
        step("If a sign-in page opens, finish it."),
        step(
            "If nothing helps, use your phone\u{2019}s hotspot: it shows whether this network is the reason (codesent check --record FILE here and there, then codesent compare).",
        ),
    ],
    links: &[pane("x-apple.systempreferences:com.apple.wifi-settings-extension")],
    command: None,
    article: Some("102281"),
    risk: Risk::Safe,
    confirm: "Open captive.apple.com in a browser: it says \u{201c}Success\u{201d}. Then run codesent again.",
};

/// A captive portal holds the network back.
pub const PORTAL: Fix = Fix {
    id: "portal",
    title: "Finish the network\u{2019}s sign-in page",
    first: None,
    steps: &[
        step("Open http://captive.apple.com in a browser and sign in on the page that appears."),
        step("Or use another network, for instance your phone\u{2019}s hotspot."),
    ],
    links: &[],
    command: Some("open http://captive.apple.com"),
    article: None,
    risk: Risk::Safe,
    confirm: "The page says \u{201c}Success\u{201d}.",
};

/// What "reset network settings" is on a Mac (Apple Platform Support, sup618d027fd).
pub const LOCATION: Fix = Fix {
    id: "network-location",
    title: "Try fresh network settings without losing the old ones",
    first: None,
    steps: &[
        step_on(
            SETTINGS,
            "System Settings > Network > the \u{22ef} menu > Location > Edit Locations: add one, choose it.",
        ),
        step_on(PREFERENCES, "System Preferences > Network > Location > Edit Locations: add one, choose it, Apply."),
        step("Try once. Then choose the location Automatic again: everything is as before."),
    ],
    links: &[NETWORK_PANE],
    command: Some(
        "sudo networksetup -createlocation Test populate && sudo networksetup -switchtolocation Test; \
         echo 'Back: sudo networksetup -switchtolocation Automatic'",
    ),
    article: Some("guide/platform-support/sup618d027fd/web"),
    risk: Risk::Administrator,
    confirm: "Run codesent again: the network rows are green in the new location.",
};

/// Names do not resolve, or resolve to the wrong place.
pub const DNS: Fix = Fix {
    id: "dns",
    title: "Let Apple\u{2019}s names resolve",
    first: None,
    steps: &[
        step(
            "If you use Pi-hole, NextDNS, AdGuard or another DNS filter, allow apple.com, icloud.com and push.apple.com, or switch it off for a minute.",
        ),
        step_on(
            SETTINGS,
            "System Settings > Network > your connection > Details > DNS: write down the servers, then remove them for a test.",
        ),
        step_on(
            PREFERENCES,
            "System Preferences > Network > your connection > Advanced > DNS: write down the servers, then remove them for a test.",
        ),
    ],
    links: &[NETWORK_PANE],
    command: None,
    article: Some("101555"),
    risk: Risk::Safe,
    confirm: "Run codesent again: the DNS rows are green.",
};

/// The server that is asked for names answers none.
pub const DNS_SILENT: Fix = Fix {
    id: "dns-silent",
    title: "Have names looked up by a server that answers",
    first: None,
    steps: &[
        step_on(
            SETTINGS,
            "System Settings > Network > your connection > Details > DNS: write down the servers, then remove them for a test. Grey ones come from the network.",
        ),
        step_on(
            PREFERENCES,
            "System Preferences > Network > your connection > Advanced > DNS: write down the servers, then remove them for a test. Grey ones come from the network.",
        ),
        step("A VPN or a program on this Mac answers names: start it again, or quit it in its own menu."),
        step("Neither: restart the router, or tell who runs this network."),
    ],
    links: &[NETWORK_PANE],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Run codesent again: the DNS rows are green.",
};

/// A profile sends every name to its own server. Where it is switched off: `System Settings > Network > VPN & Filters` (people
/// who use such profiles say so, paulmillr/encrypted-dns 128); profiles of an organisation cannot be.
pub const DNS_PROFILE: Fix = Fix {
    id: "dns-profile",
    title: "Switch the DNS profile off for a minute",
    first: None,
    steps: &[
        step_on(
            SETTINGS,
            "System Settings > Network > VPN & Filters: choose the DNS entry, switch it off. On a work Mac: ask IT.",
        ),
        step_on(
            SINCE_SEQUOIA,
            "It is not listed there: General > Login Items & Extensions > Network Extensions, or General > Device Management.",
        ),
        step_on(
            PREFERENCES,
            "System Preferences > Profiles shows who made it: switch it off in that app, or ask your organisation.",
        ),
        step(
            "In a hotel or on a train: now finish the network\u{2019}s sign-in page. Then switch the profile on again.",
        ),
    ],
    links: &[FILTERS_PANE],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Run codesent with the profile off: if the red rows turn green, it was the reason.",
};

/// What macOS remembers of DNS is old. Harmless, and useful only then.
pub const DNS_CACHE: Fix = Fix {
    id: "dns-cache",
    title: "Make macOS forget old DNS answers",
    first: None,
    steps: &[
        step("After changing a DNS filter or the hosts file, run the command below, or restart the Mac."),
        step("It changes no setting: names are simply asked for again."),
    ],
    links: &[],
    command: Some("sudo dscacheutil -flushcache; sudo killall -HUP mDNSResponder"),
    article: None,
    risk: Risk::Administrator,
    confirm: "Run codesent again: the DNS rows are green.",
};

/// Entries in the hosts file send Apple's names elsewhere.
pub const HOSTS_FILE: Fix = Fix {
    id: "hosts-file",
    title: "Take Apple\u{2019}s names out of the hosts file",
    first: Some("Take Apple\u{2019}s names out of /etc/hosts (steps below), then try once."),
    steps: &[
        step("Make a copy first: sudo cp /etc/hosts /etc/hosts.bak"),
        step(
            "Open the file with the command below and put a # before the lines that codesent names. Save with Control-O, leave with Control-X.",
        ),
        step("If a blocker wrote them, allow Apple\u{2019}s names there too, or it writes them again."),
    ],
    links: &[],
    command: Some("sudo nano /etc/hosts"),
    article: Some("101555"),
    risk: Risk::Administrator,
    confirm: "Run codesent again: the hosts file names no Apple host.",
};

/// The network blocks what push or sign-in needs.
pub const FIREWALL: Fix = Fix {
    id: "firewall",
    title: "Use another network, or have Apple let through on this one",
    first: None,
    steps: &[
        step("Any other network will do meanwhile."),
        step(
            "Tell who runs this network: push needs TCP 5223, and 443 as its fallback, to 17.0.0.0/8; sign-in needs 443 to apple.com and icloud.com; nothing of it inspected.",
        ),
    ],
    links: &[],
    command: None,
    article: Some("101555"),
    risk: Risk::Administrator,
    confirm: "Run codesent again: the rows for sign-in and push are green.",
};

/// The clock is wrong.
pub const CLOCK: Fix = Fix {
    id: "clock",
    title: "Set the date and time automatically",
    first: Some("Set the clock: turn \u{201c}Set time and date automatically\u{201d} on (steps below), then try once."),
    steps: &[
        step_on(
            SETTINGS,
            "System Settings > General > Date & Time: turn \u{201c}Set time and date automatically\u{201d} on; check the time zone.",
        ),
        step_on(
            PREFERENCES,
            "System Preferences > Date & Time: turn \u{201c}Set date and time automatically\u{201d} on; check the time zone.",
        ),
    ],
    links: &[pane("x-apple.systempreferences:com.apple.Date-Time-Settings.extension")],
    command: Some("sudo sntp -sS time.apple.com"),
    article: Some("guide/mac-help/mchlp2996/mac"),
    risk: Risk::Administrator,
    confirm: "Run codesent again: the clock row is green.",
};
