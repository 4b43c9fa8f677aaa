//! The fixes that more than one check points to.
//!
//! Settings links: forms confirmed for macOS 13 to 26 by published pane lists; older systems get the path only. Article
//! numbers: Apple's support site. Risks: what the step can cost, said before it is advised.

use super::{Fix, Link, Risk, Versions, step, step_on};

const SETTINGS: Versions = Versions::since(13, 0);
const PREFERENCES: Versions = Versions::before(13, 0);

/// There is no usable network.
pub const CONNECT: Fix = Fix {
    id: "connect",
    title: "Get this Mac online",
    steps: &[
        step("Turn Wi-Fi off and on again, or plug in a network cable."),
        step("If a sign-in page opens, finish it."),
        step("If nothing helps, use your phone's hotspot: it shows whether this network is the reason."),
    ],
    links: &[Link { versions: SETTINGS, url: "x-apple.systempreferences:com.apple.wifi-settings-extension" }],
    command: None,
    article: Some("102281"),
    risk: Risk::Safe,
    confirm: "Open captive.apple.com in a browser: it says \u{201c}Success\u{201d}. Then run codesent again.",
};

/// A captive portal holds the network back.
pub const PORTAL: Fix = Fix {
    id: "portal",
    title: "Finish the network's sign-in page",
    steps: &[
        step("Open http://captive.apple.com in a browser and sign in on the page that appears."),
        step("Or use another network, for instance your phone's hotspot."),
    ],
    links: &[],
    command: Some("open http://captive.apple.com"),
    article: None,
    risk: Risk::Safe,
    confirm: "The page says \u{201c}Success\u{201d}.",
};

/// Names do not resolve, or resolve to the wrong place.
pub const DNS: Fix = Fix {
    id: "dns",
    title: "Let Apple's names resolve",
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
    links: &[Link { versions: SETTINGS, url: "x-apple.systempreferences:com.apple.Network-Settings.extension" }],
    command: None,
    article: Some("101555"),
    risk: Risk::Safe,
    confirm: "Run codesent again: the DNS rows are green.",
};

/// Somebody between this Mac and Apple re-signs or blocks TLS.
pub const INSPECTION: Fix = Fix {
    id: "inspection",
    title: "Exclude Apple's hosts from HTTPS inspection",
    steps: &[
        step(
            "In the product that is named, exclude apple.com, icloud.com and push.apple.com from HTTPS or SSL scanning.",
        ),
        step(
            "On a work or school network, give IT Apple's article 101555: Apple's services refuse inspected connections.",
        ),
        step("To get in now, use another network, for instance your phone's hotspot."),
    ],
    links: &[],
    command: None,
    article: Some("101555"),
    risk: Risk::Safe,
    confirm: "Run codesent again: the certificates come from Apple.",
};

/// The network blocks what push needs.
pub const FIREWALL: Fix = Fix {
    id: "firewall",
    title: "Let push through: TCP 5223 and 443 to 17.0.0.0/8",
    steps: &[
        step("To get in now, use another network, for instance your phone's hotspot."),
        step("Who runs this network: allow TCP 5223, and 443 as its fallback, to 17.0.0.0/8 without inspection."),
    ],
    links: &[],
    command: None,
    article: Some("102266"),
    risk: Risk::Administrator,
    confirm: "Run codesent again: the push rows are green.",
};

/// The clock is wrong.
pub const CLOCK: Fix = Fix {
    id: "clock",
    title: "Set the date and time automatically",
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
    links: &[Link { versions: SETTINGS, url: "x-apple.systempreferences:com.apple.Date-Time-Settings.extension" }],
    command: Some("sudo sntp -sS time.apple.com"),
    article: Some("guide/mac-help/mchlp2996/mac"),
    risk: Risk::Administrator,
    confirm: "Run codesent again: the clock row is green.",
};

/// A VPN may stand in the way.
pub const VPN: Fix = Fix {
    id: "vpn",
    title: "Turn the VPN off for a minute, try once, turn it on again",
    steps: &[
        step("Disconnect the VPN in its own app. A company VPN: ask IT first."),
        step("Request one code, then connect again."),
    ],
    links: &[Link {
        versions: SETTINGS,
        url: "x-apple.systempreferences:com.apple.NetworkExtensionSettingsUI.NESettingsUIExtension",
    }],
    command: None,
    article: Some("102281"),
    risk: Risk::Safe,
    confirm: "Run codesent with the VPN off: if the red rows turn green, the VPN was the reason.",
};

/// The push daemon is stuck or gone.
pub const PUSH_DAEMON: Fix = Fix {
    id: "push-daemon",
    title: "Restart the Mac, or only its push service",
    steps: &[
        step("Restart the Mac: macOS starts the push service again."),
        step("Or let an administrator restart the service alone with the command below; it reconnects by itself."),
    ],
    links: &[],
    command: Some("sudo killall apsd"),
    article: Some("102266"),
    risk: Risk::Administrator,
    confirm: "Run codesent again: the push service runs.",
};

/// No Apple Account is signed in to iCloud.
pub const SIGN_IN: Fix = Fix {
    id: "sign-in",
    title: "Use another trusted device, or sign in to iCloud on this Mac",
    steps: &[
        step("Codes appear on devices that are already signed in: look at your iPhone, iPad or other Mac."),
        step(
            "No such device at hand: choose \u{201c}Didn\u{2019}t get a code?\u{201d} and have it sent by text or call.",
        ),
        step_on(
            SETTINGS,
            "Once you are in: System Settings > Sign in, so that this Mac becomes a trusted device (needs one code).",
        ),
        step_on(
            PREFERENCES,
            "Once you are in: System Preferences > Apple ID, so that this Mac becomes a trusted device (needs one code).",
        ),
    ],
    links: &[Link { versions: SETTINGS, url: "x-apple.systempreferences:com.apple.systempreferences.AppleIDSettings" }],
    command: None,
    article: Some("122621"),
    risk: Risk::Safe,
    confirm: "Your name stands at the top of System Settings.",
};

/// Messages or FaceTime is not registered.
pub const REGISTRATION: Fix = Fix {
    id: "registration",
    title: "Not needed for codes; a hint that push or the account has a problem",
    steps: &[
        step("Codes do not travel over iMessage or FaceTime: leave this for later if you are locked out."),
        step("If you use the service, open the app, sign in under Settings, and wait a few minutes."),
    ],
    links: &[],
    command: None,
    article: Some("119859"),
    risk: Risk::Safe,
    confirm: "The app shows your addresses as ready.",
};

/// macOS is old.
pub const UPDATE: Fix = Fix {
    id: "update",
    title: "Update macOS once you are in again",
    steps: &[
        step("Do not update while you are locked out if the update asks you to sign in."),
        step_on(SETTINGS, "System Settings > General > Software Update."),
        step_on(PREFERENCES, "System Preferences > Software Update."),
    ],
    links: &[Link {
        versions: SETTINGS,
        url: "x-apple.systempreferences:com.apple.Software-Update-Settings.extension",
    }],
    command: None,
    article: None,
    risk: Risk::Administrator,
    confirm: "Apple menu > About This Mac shows the new version.",
};

/// Nothing to do here but wait.
pub const WAIT: Fix = Fix {
    id: "wait",
    title: "Wait: this is on Apple's side",
    steps: &[
        step("Do not request more codes meanwhile; the last one you received stays valid."),
        step("Look at apple.com/support/systemstatus, or run `codesent check status` again later."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Apple's page shows the service as available.",
};
