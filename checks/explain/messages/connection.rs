//! Screens about the way to Apple, and about machines it does not accept.

use crate::Certainty::{Documented, Plausible, Reported};
use crate::explain::{Message, Side};
use crate::fix::catalogue as fix;

pub(super) const ALL: &[Message] = &[
    Message {
        id: "error-connecting",
        texts: &[
            "Verification Failed: There was an error connecting to the Apple ID server.",
            "There was an error connecting to the Apple Account server",
            "There was an error connecting to iCloud.",
            "Verification Failed. There was an error connecting to iCloud.",
            "There was a problem connecting to the server",
            "Could not communicate with the server",
            "The Mac could not communicate with the server",
            "Could not connect to the server",
            "You appear to be offline.",
            "Could not communicate with the server",
            "Cannot connect to iCloud",
            "The network connection was lost.",
            "The Internet connection appears to be offline.",
        ],
        codes: &[-1005, -1009, -1001, -1004],
        side: Side::Mac,
        means: "This Mac does not get through to Apple: the network, a filter, a VPN, or a wrong clock.",
        todo: &[
            "Try once on your phone\u{2019}s hotspot, with any VPN off: it works there? Then it is this network.",
            "Check that date and time are set automatically.",
        ],
        fix: &fix::CONNECT,
        certainty: Plausible("widely quoted; Apple does not explain it"),
    },
    Message {
        id: "connection-not-trusted",
        texts: &[
            "An SSL error has occurred and a secure connection to the server cannot be made.",
            "The certificate for this server is invalid. You might be connecting to a server that is pretending to be",
            "Cannot Verify Server Identity",
            "Safari can\u{2019}t verify the identity of the website",
        ],
        codes: &[-1200, -1201, -1202, -1203, -1204, -1205, -1206, -9802, -9807],
        side: Side::Mac,
        means: "Something between this Mac and Apple answers in Apple\u{2019}s place, or the clock is wrong: a filter, a company\u{2019}s \
                inspection, a Wi-Fi sign-in page.",
        todo: &[
            "Check that date and time are right and set automatically.",
            "Try once on your phone\u{2019}s hotspot, with any VPN, filter or security app off.",
            "It works there? Then this network or that program opens what goes to Apple: its owner must leave Apple\u{2019}s names alone.",
        ],
        fix: &fix::INSPECTION,
        certainty: Documented("Apple names these numbers of NSURLErrorDomain; who answers in its place is open"),
    },
    Message {
        id: "page-broken",
        texts: &[
            "The sign-in page stays blank",
            "iCloud encountered an error while trying to connect to the server.",
            "Your account cannot be loaded",
        ],
        codes: &[],
        side: Side::Open,
        means: "Apple\u{2019}s web page does not come up whole: mostly a content blocker or extension in the browser, a filter or a VPN, \
                sometimes Apple itself.",
        todo: &[
            "Open the page in a private window, or in another browser without extensions.",
            "Try once with any VPN off, or on your phone\u{2019}s hotspot.",
            "Or leave the web: sign in, or change the password, in the settings of a device.",
        ],
        fix: &fix::FILTER,
        certainty: Reported("users of content blockers and VPNs"),
    },
    Message {
        id: "vpn-or-filter",
        texts: &["No code comes while the VPN is on", "Does the VPN block the code"],
        codes: &[],
        side: Side::Open,
        means: "A VPN, proxy or filter can hold back the prompt on the device where it runs. A text or a call does not pass through it. \
                Whether it is to blame, one try without it tells.",
        todo: &[
            "Have the code sent by text or call: choose \u{201c}Didn\u{2019}t get a code?\u{201d}.",
            "Or look at another device of yours, on another network.",
            "Then try once with the VPN or filter off for a minute, or on your phone\u{2019}s hotspot. On a company\u{2019}s Mac ask IT first.",
        ],
        fix: &fix::VPN,
        certainty: Reported("public threads on VPNs, filters and push"),
    },
    Message {
        id: "server-problem",
        texts: &[
            "Unable to sign in because of a server error. Try signing in again.",
            "A server problem is blocking sign-in. Try signing in later.",
            "Unable to sign in because of a problem communicating with iCloud",
            "There was a problem with the server",
            "Unable to sign in to iCloud. Try again later.",
            "You can\u{2019}t sign in at this time. Try signing in again.",
            "Your request could not be completed because of an error. Try again later.",
            "Your request could not be completed at this time. Please try again later.",
        ],
        codes: &[],
        side: Side::Apple,
        means: "Apple\u{2019}s server gave no good answer: trouble at Apple, or something between that spoils the connection. On Windows \
                the iCloud program says so too.",
        todo: &[
            "Look at apple.com/support/systemstatus.",
            "Wait an hour, then try once, on another network if you can (a phone\u{2019}s hotspot, VPN off).",
            "On Windows: update iCloud for Windows first.",
        ],
        fix: &fix::WAIT,
        certainty: Plausible("users\u{2019} reports"),
    },
    Message {
        id: "unknown-error",
        texts: &[
            "Verification Failed: An unknown error occurred.",
            "An unknown error occurred.",
            "An unknown error has occurred",
        ],
        codes: &[],
        side: Side::Mac,
        means: "Apple did not accept this machine or its connection. Most often: a virtual machine or a Hackintosh, an account with \
                security keys, or a network that opens encrypted traffic.",
        todo: &[
            "Try once on your phone\u{2019}s hotspot, with any VPN off.",
            "An account with security keys: use the key, there is no code.",
            "In a virtual machine: sign in on a real device.",
        ],
        fix: &fix::VIRTUAL_MACHINE,
        certainty: Reported("UTM #7316 and some twenty more threads"),
    },
    Message {
        id: "action-not-completed",
        texts: &["Verification Failed: The action could not be completed.", "The action could not be completed"],
        codes: &[],
        side: Side::Mac,
        means: "Reported from virtual machines with an older macOS.",
        todo: &[
            "Sign in on a real device.",
            "A virtual machine needs macOS 15 or later inside and on the Mac that runs it.",
        ],
        fix: &fix::VIRTUAL_MACHINE,
        certainty: Reported("UTM #4065"),
    },
    Message {
        id: "machine-identity",
        texts: &[
            "MOBILEME_CREATE_UNAVAILABLE_MAC",
            "This Mac cannot be used to create a new iCloud account",
            "ICLOUD_UNSUPPORTED_DEVICE",
            "This device is not supported by iCloud",
        ],
        codes: &[],
        side: Side::Mac,
        means: "Apple does not accept this machine\u{2019}s identity (serial number, board). Seen on virtual machines and Hackintoshes, \
                and where a program poses as a Mac.",
        todo: &[
            "Sign in on a real Apple device.",
            "In a virtual machine: macOS 15 or later inside and on the Mac that runs it.",
        ],
        fix: &fix::VIRTUAL_MACHINE,
        certainty: Reported("ultimate-macOS-KVM #165"),
    },
    Message {
        id: "clock-wrong",
        texts: &[
            "The current time on this device seems to be incorrect.",
            "Your clock is ahead",
            "Your clock is behind",
        ],
        codes: &[],
        side: Side::Mac,
        means: "The clock of this device is off. Secure connections and codes made on it fail until it is right.",
        todo: &["Set date and time automatically, and check the time zone.", "Then try once."],
        fix: &fix::CLOCK,
        certainty: Documented("Apple 102281"),
    },
    Message {
        id: "software-update-required",
        texts: &[
            "Software Update Required",
            "A software update is required to sign in to iCloud",
            "An update is required to use your Apple Account on this Mac",
        ],
        codes: &[],
        side: Side::Mac,
        means: "This system is too old for the account: Advanced Data Protection needs macOS 13.1 or later, iCloud itself macOS 10.13. On \
                Windows it is the iCloud program that is too old.",
        todo: &[
            "Sign in on a newer device meanwhile, or at icloud.com.",
            "Update macOS if this Mac can; an update itself needs no code. On Windows take iCloud anew from the Microsoft Store.",
            "It cannot? On a newer device, Advanced Data Protection can be turned off.",
        ],
        fix: &fix::UPDATE,
        certainty: Plausible("as Apple\u{2019}s own pages tell it; which article was not looked up"),
    },
    Message {
        id: "session-expired",
        texts: &[
            "Your session has expired. Please log in.",
            "Unable to log in with account. The login details for account were rejected.",
            "Your session has expired",
            "Session expired, sign in again",
        ],
        codes: &[],
        side: Side::Program,
        means: "The sign-in of this program or page ran out; nothing is wrong with the account. Xcode says so too.",
        todo: &[
            "Sign in again in that program, once.",
            "In Xcode: Settings > Accounts, remove the account there and add it again.",
            "Still so? Sign in at account.apple.com and accept what it asks.",
        ],
        fix: &fix::TERMS,
        certainty: Plausible("threads of Xcode\u{2019}s users"),
    },
];
