//! What to do about the account, Messages and FaceTime.

use super::places::{ACCOUNT_PANE, PREFERENCES, SETTINGS, SINCE_SONOMA, VENTURA, pane};
use super::{Fix, Risk, step, step_on};

pub(super) const ALL: &[&Fix] = &[
    &FULL_DISK_ACCESS,
    &LOOK_AT_SETTINGS,
    &ORGANISATION,
    &TWO_FACTOR,
    &TRUST,
    &SIGN_IN_SERVICE,
    &REACH_APPLE,
    &APPLE_SUPPORT,
    &PASSWORD_AGAIN,
    &CHANGE_PASSWORD,
    &TRY_LATER,
    &FORWARD_TEXTS,
    &BLOCKED,
];

/// Somebody may have the password, or nobody knows it any more.
pub const CHANGE_PASSWORD: Fix = Fix {
    id: "change-password",
    title: "Change the password of the Apple Account",
    first: None,
    steps: &[
        step_on(
            SINCE_SONOMA,
            "On a Mac that is signed in, its own password is enough: System Settings > your name > Sign-In & Security > Change Password.",
        ),
        step_on(
            VENTURA,
            "On a Mac that is signed in, its own password is enough: System Settings > your name > Password & Security > Change Password.",
        ),
        step_on(
            PREFERENCES,
            "On a Mac that is signed in, its own password is enough: System Preferences > Apple ID > Password & Security > Change Password.",
        ),
        step("On an iPhone or iPad: Settings > your name > Sign-In & Security > Change Password."),
        step("Without such a device: account.apple.com with the old password, iforgot.apple.com without it."),
    ],
    links: &[ACCOUNT_PANE],
    command: None,
    article: Some("102656"),
    risk: Risk::Safe,
    confirm: "account.apple.com lets you sign in with the new one.",
};

/// The terminal may not look at protected files.
pub const FULL_DISK_ACCESS: Fix = Fix {
    id: "full-disk-access",
    title: "Optional: let the terminal read protected files for one run",
    first: None,
    steps: &[
        step_on(SETTINGS, "System Settings > Privacy & Security > Full Disk Access: turn your terminal on."),
        step_on(
            PREFERENCES,
            "System Preferences > Security & Privacy > Privacy > Full Disk Access: add your terminal.",
        ),
        step("Quit the terminal, open it again and run codesent again."),
        step("Afterwards turn it off again: nothing else in codesent needs it."),
    ],
    links: &[pane("x-apple.systempreferences:com.apple.preference.security?Privacy_AllFiles")],
    command: None,
    article: None,
    risk: Risk::Administrator,
    confirm: "The two-factor row says more than \u{201c}needs Full Disk Access\u{201d}.",
};

/// The sources contradict each other.
pub const LOOK_AT_SETTINGS: Fix = Fix {
    id: "look-at-settings",
    title: "Look whether your name stands at the top of the settings",
    first: Some("Look whether your name stands at the top of the settings: without it, no code shows here."),
    steps: &[
        step_on(SETTINGS, "Open System Settings: your name, or \u{201c}Sign in\u{201d}, stands at the top left."),
        step_on(PREFERENCES, "Open System Preferences: your name, or \u{201c}Sign In\u{201d}, stands at the top."),
        step("Your name is there: the Mac is signed in. It is not: use another trusted device, or a text or call."),
    ],
    links: &[ACCOUNT_PANE],
    command: None,
    article: Some("122621"),
    risk: Risk::Safe,
    confirm: "You know whether the Mac is signed in.",
};

/// An organisation owns the account.
pub const ORGANISATION: Fix = Fix {
    id: "organisation",
    title: "Ask your school or company: it decides how you sign in",
    first: Some("Ask your school or company: they decide how this account signs in, and can reset it."),
    steps: &[
        step("Where you sign in on your organisation\u{2019}s own page, the code comes from there, not from Apple."),
        step("Its administrator can reset the sign-in or add a trusted number."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "The administrator tells you where the code comes from.",
};

/// Two-factor authentication is off, so no codes are sent to devices.
pub const TWO_FACTOR: Fix = Fix {
    id: "two-factor",
    title: "Nothing is broken: this account does not use codes yet",
    first: Some("Sign in with the password alone: the account does not use codes yet (steps below)."),
    steps: &[
        step("Sign in with the password alone, or answer the security questions."),
        step("If a site insists on a code, check that you typed the right Apple Account."),
        step_on(
            SINCE_SONOMA,
            "Later, if you want codes: System Settings > your name > Sign-In & Security. It cannot be turned off again.",
        ),
        step_on(
            VENTURA,
            "Later, if you want codes: System Settings > your name > Password & Security. It cannot be turned off again.",
        ),
        step_on(
            PREFERENCES,
            "Later, if you want codes: System Preferences > Apple ID > Password & Security. It cannot be turned off again.",
        ),
    ],
    links: &[ACCOUNT_PANE],
    command: None,
    article: Some("102660"),
    risk: Risk::Safe,
    confirm: "The two-factor row is green.",
};

/// Apple no longer takes this Mac for a trusted device.
pub const TRUST: Fix = Fix {
    id: "trust",
    title: "Use another trusted device, or a text or call; the Mac has lost Apple\u{2019}s trust",
    first: Some("Look for the code on another trusted device: Apple no longer shows it on this one."),
    steps: &[
        step("Look at your iPhone, iPad or other Mac for the code."),
        step("None at hand: choose \u{201c}Didn\u{2019}t get a code?\u{201d} and have it sent by text or call."),
        step_on(SETTINGS, "Once you are in: open your name in System Settings and do what it asks there."),
        step_on(PREFERENCES, "Once you are in: open Apple ID in System Preferences and do what it asks there."),
        step("Do not sign out while you are locked out."),
    ],
    links: &[ACCOUNT_PANE],
    command: None,
    article: Some("122621"),
    risk: Risk::Safe,
    confirm: "The two-factor row no longer says that trust was taken back.",
};

/// iCloud is signed in and the service is not.
pub const SIGN_IN_SERVICE: Fix = Fix {
    id: "sign-in-service",
    title: "Not needed for codes; signing in there is a good test of push and account",
    first: None,
    steps: &[
        step("Codes do not travel over iMessage or FaceTime: leave this if you are locked out."),
        step_on(
            SETTINGS,
            "Messages > Settings > iMessage, or FaceTime > Settings: sign in with the same Apple Account.",
        ),
        step_on(
            PREFERENCES,
            "Messages > Preferences > iMessage, or FaceTime > Preferences: sign in with the same Apple ID.",
        ),
        step("If that works within minutes, push and the account are healthy. If not, note the text it shows."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "The row is green.",
};

/// No service could reach Apple.
pub const REACH_APPLE: Fix = Fix {
    id: "reach-apple",
    title: "Let the Mac reach Apple: every registration fails on the way there",
    first: None,
    steps: &[
        step("Look at the network, DNS and push rows first: a red one there is the reason."),
        step("All green there: turn VPN and filter apps off for a minute, or try your phone\u{2019}s hotspot."),
        step("macOS tries again by itself once Apple answers; it can take some minutes."),
    ],
    links: &[],
    command: None,
    article: Some("101555"),
    risk: Risk::Safe,
    confirm: "Run codesent again: the registration rows are green.",
};

/// Apple's server refuses one service while the account is fine.
pub const APPLE_SUPPORT: Fix = Fix {
    id: "apple-support",
    title: "Only Apple can lift this: give Apple Support the code that the app shows",
    first: None,
    steps: &[
        step("Codes do not need this service: if you are locked out, go on with a trusted device, text or call."),
        step("Open the app and sign in: its alert shows a customer code. It is for Apple Support only."),
        step("Call Apple Support, or use getsupport.apple.com, and give them that code."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Sign in to the app again: the alert is gone.",
};

/// Apple wants the password again.
pub const PASSWORD_AGAIN: Fix = Fix {
    id: "password-again",
    title: "Type the account\u{2019}s password where macOS asks for it",
    first: Some("Type the account\u{2019}s password where macOS asks for it (steps below); then try once."),
    steps: &[
        step_on(SETTINGS, "System Settings: open your name, or the notice under it, and do what it asks."),
        step_on(PREFERENCES, "System Preferences: open Apple ID and do what it asks."),
        step("This may ask for a code. If none comes, use a text or call instead of asking again and again."),
        step(
            "It asks again and again? The login keychain may have another password, as where a Mac logs in by itself (codesent explain keychain).",
        ),
    ],
    links: &[ACCOUNT_PANE],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Nothing is asked any more, and the row is green.",
};

/// Too many tries.
pub const TRY_LATER: Fix = Fix {
    id: "try-later",
    title: "Wait some hours; every further try makes it longer",
    first: None,
    steps: &[
        step("Do not sign in to Messages or FaceTime again meanwhile. Codes do not need them."),
        step("Try once after some hours."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "The row is green.",
};

/// Text messages stay on the iPhone.
pub const FORWARD_TEXTS: Fix = Fix {
    id: "forward-texts",
    title: "Codes sent by text arrive on the iPhone: look there",
    first: None,
    steps: &[
        step(
            "To see them here too, on the iPhone: Settings > Apps > Messages > Text Message Forwarding (before iOS 18: Settings > Messages).",
        ),
        step("Turn the Mac on there. Both must use the same Apple Account in Messages."),
    ],
    links: &[],
    command: None,
    article: Some("102545"),
    risk: Risk::Safe,
    confirm: "A text message to the iPhone also appears in Messages on the Mac.",
};

/// Somebody is blocked.
pub const BLOCKED: Fix = Fix {
    id: "blocked-senders",
    title: "Look whether Apple\u{2019}s texts are among the blocked senders",
    first: None,
    steps: &[
        step_on(
            SETTINGS,
            "Messages > Settings > iMessage > Blocked: take short numbers that may be Apple\u{2019}s off the list.",
        ),
        step_on(
            PREFERENCES,
            "Messages > Preferences > iMessage > Blocked: take short numbers that may be Apple\u{2019}s off the list.",
        ),
        step("This matters only for codes sent by text; the prompt on trusted devices is never blocked by it."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "The next code by text arrives.",
};
