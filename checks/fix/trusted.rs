//! The Apple Account: this Mac's place in it, the trusted number, and what makes the next time easier.

use super::places::{ACCOUNT_PANE, PREFERENCES, SETTINGS, SINCE_SONOMA, VENTURA};
use super::{Fix, Risk, Versions, step, step_on};

pub(super) const ALL: &[&Fix] =
    &[&SIGN_IN, &NOTICE, &TERMS, &REGISTRATION, &CARRIER, &SECOND_NUMBER, &RECOVERY_CONTACT, &KEEP_CURRENT];

/// No Apple Account is signed in to iCloud.
pub const SIGN_IN: Fix = Fix {
    id: "sign-in",
    title: "Use another trusted device, or sign in to iCloud on the Mac",
    first: None,
    steps: &[
        step(
            "Codes appear on your devices that are signed in. None at hand: \u{201c}Didn\u{2019}t get a code?\u{201d}, then a text or call. With security keys no code comes: use a key.",
        ),
        step_on(
            SETTINGS,
            "Once you are in: System Settings > Sign in, so that the Mac becomes a trusted device (needs one code).",
        ),
        step_on(
            PREFERENCES,
            "Once you are in: System Preferences > Apple ID, so that the Mac becomes a trusted device (needs one code).",
        ),
        step_on(
            Versions::before(13, 1),
            "An account with Advanced Data Protection lets no macOS in before 13.1: then use another device.",
        ),
    ],
    links: &[ACCOUNT_PANE],
    command: None,
    article: Some("122621"),
    risk: Risk::Safe,
    confirm: "Your name stands at the top of the settings.",
};

/// macOS waits for the password, or for an answer ("Update Apple Account Settings").
pub const NOTICE: Fix = Fix {
    id: "account-notice",
    title: "Answer the notice that macOS shows about the account",
    first: None,
    steps: &[
        step_on(
            SETTINGS,
            "System Settings: look under your name for a notice or a red badge, and finish what it asks (the password, sometimes a code).",
        ),
        step_on(
            PREFERENCES,
            "System Preferences > Apple ID: finish what the notice asks (the password, sometimes a code).",
        ),
        step("If it asks for a code that does not come, stop there and use a text or call."),
    ],
    links: &[ACCOUNT_PANE],
    command: None,
    article: Some("102606"),
    risk: Risk::Safe,
    confirm: "The badge is gone.",
};

/// New terms, or a password change that Apple demands.
pub const TERMS: Fix = Fix {
    id: "terms",
    title: "Sign in at account.apple.com and accept what it asks",
    first: None,
    steps: &[
        step("Sign in at account.apple.com and at icloud.com. Accept new terms, or change the password if it says so."),
        step(
            "Developers: developer.apple.com/account has terms of its own. A page that hangs: another browser, without extensions.",
        ),
        step("Then try once where it failed."),
    ],
    links: &[],
    command: Some("open https://account.apple.com"),
    article: None,
    risk: Risk::Safe,
    confirm: "account.apple.com shows your account without a banner.",
};

/// Messages or FaceTime is not registered.
pub const REGISTRATION: Fix = Fix {
    id: "registration",
    title: "Not needed for codes; a hint that push or the account has a problem",
    first: None,
    steps: &[
        step("Codes do not travel over iMessage or FaceTime: leave this for later if you are locked out."),
        step("If you use the service, open the app, sign in under Settings, and wait a few minutes."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "The app shows your addresses as ready.",
};

/// Texts with codes do not arrive on the phone.
pub const CARRIER: Fix = Fix {
    id: "carrier",
    title: "Have Apple call instead, then ask the carrier about short-code texts",
    first: None,
    steps: &[
        step("Choose a call instead of a text: it reaches numbers that block short codes, and landlines."),
        step("On the iPhone, look in Messages under Unknown Senders and Junk."),
        step(
            "Ask the carrier to allow texts from short codes. No service all of a sudden: say that it may be a SIM swap, and call now.",
        ),
    ],
    links: &[],
    command: None,
    article: Some("102606"),
    risk: Risk::Safe,
    confirm: "A text from your bank arrives.",
};

/// For the next time: another number, and the order in which to change numbers.
pub const SECOND_NUMBER: Fix = Fix {
    id: "second-number",
    title: "Add a second trusted number, one that does not ring on your iPhone",
    first: None,
    steps: &[
        step_on(
            SINCE_SONOMA,
            "System Settings > your name > Sign-In & Security > Two-Factor Authentication: add the number.",
        ),
        step_on(VENTURA, "System Settings > your name > Password & Security: add the number."),
        step_on(PREFERENCES, "System Preferences > Apple ID > Password & Security: add the number."),
        step("Get one code on it. Only then remove an old number."),
    ],
    links: &[ACCOUNT_PANE],
    command: None,
    article: Some("122621"),
    risk: Risk::Safe,
    confirm: "A code arrived on the new number.",
};

/// For the next time: somebody who can help.
pub const RECOVERY_CONTACT: Fix = Fix {
    id: "recovery-contact",
    title: "Set up a recovery contact: somebody you trust who can help you back in",
    first: None,
    steps: &[
        step_on(
            SINCE_SONOMA,
            "System Settings > your name > Sign-In & Security > Account Recovery, or Recovery Contacts: add one.",
        ),
        step_on(VENTURA, "System Settings > your name > Password & Security > Account Recovery: add one."),
        step_on(
            PREFERENCES,
            "System Preferences > Apple ID > Password & Security > Account Recovery: add one (macOS 12 and later).",
        ),
        step(
            "Prefer it to a recovery key: a key switches account recovery off, and lost with the devices it locks you out for good.",
        ),
    ],
    links: &[ACCOUNT_PANE],
    command: None,
    article: Some("102641"),
    risk: Risk::Safe,
    confirm: "The contact has accepted.",
};

/// For the next time: no dead devices, no dead numbers.
pub const KEEP_CURRENT: Fix = Fix {
    id: "keep-current",
    title: "Once you are in, remove devices you no longer have",
    first: None,
    steps: &[
        step_on(
            SETTINGS,
            "System Settings > your name > Devices: remove what you sold or lost, after a look at what is left.",
        ),
        step_on(
            PREFERENCES,
            "System Preferences > Apple ID: remove the devices you sold or lost, after a look at what is left.",
        ),
        step("Keep at least two trusted devices, or one device and a number that does not ring on it."),
    ],
    links: &[ACCOUNT_PANE],
    command: None,
    article: Some("guide/mac-help/mchl2310b175/mac"),
    risk: Risk::Safe,
    confirm: "The list shows only devices that you have.",
};
