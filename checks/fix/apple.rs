//! What only Apple, the carrier's way, or another device solves.

use super::places::{PREFERENCES, SINCE_SONOMA, VENTURA};
use super::{Fix, Risk, Versions, step, step_on};

pub(super) const ALL: &[&Fix] =
    &[&STOP, &TEXT_OR_CALL, &MAKE_A_CODE, &WAIT, &LOCKED, &UPDATE_PROGRAM, &RECOVERY, &SUPPORT];

/// Too many codes, or too many tries.
pub const STOP: Fix = Fix {
    id: "stop",
    title: "Stop requesting codes; enter the last one you received",
    first: Some("Wait some hours, or try once on your phone\u{2019}s hotspot: Apple turns this network away for now."),
    steps: &[
        step(
            "Enter the last code: it stays valid even after \u{201c}Too many verification codes have been sent\u{201d}.",
        ),
        step(
            "Refused, or none came: wait. Apple names no time; people report hours, up to a day, and every try makes it longer.",
        ),
        step("Then request one code only."),
    ],
    links: &[],
    command: None,
    article: Some("102606"),
    risk: Risk::Safe,
    confirm: "One request brings one code.",
};

/// The other way to a code.
pub const TEXT_OR_CALL: Fix = Fix {
    id: "text-or-call",
    title: "Have the code sent by text, or better, by call",
    first: None,
    steps: &[
        step(
            "On the screen that asks for the code, choose \u{201c}Didn\u{2019}t get a code?\u{201d} or \u{201c}Can\u{2019}t get to your devices?\u{201d}.",
        ),
        step("Choose the number, then text or call. A landline can be called."),
        step("Without a trusted device and with more than one number, nothing is sent until you choose one."),
    ],
    links: &[],
    command: None,
    article: Some("102606"),
    risk: Risk::Safe,
    confirm: "You have six digits.",
};

/// A code made on a device, without push.
pub const MAKE_A_CODE: Fix = Fix {
    id: "make-a-code",
    title: "Make a code on a device that is signed in; it works offline",
    first: None,
    steps: &[
        step_on(
            Versions::before(10, 15),
            "System Preferences > iCloud > Account Details > Security > Get Verification Code.",
        ),
        step_on(
            Versions::between((10, 15), (13, 0)),
            "System Preferences > Apple ID > Password & Security > Get Verification Code.",
        ),
        step_on(
            Versions::between((13, 0), (14, 0)),
            "System Settings > your name > Password & Security > Get Verification Code.",
        ),
        step_on(
            Versions::between((14, 0), (26, 4)),
            "System Settings > your name > Sign-In & Security > Two-Factor Authentication > Get a Verification Code.",
        ),
        step_on(
            Versions::since(26, 4),
            "Read this to the end first: Wi-Fi off, Ethernet out, then System Settings > your name > Sign-In & Security > Get Verification Code; note it, go online, enter it. While online this macOS hides the button; that it returns offline is known from iPhones, not yet from Macs.",
        ),
        step(
            "On an iPhone or iPad: Settings > your name > Sign-In & Security > Get Verification Code; if it is not there, with Airplane Mode on and Wi-Fi off.",
        ),
        step("With security keys there is no code. Some sign-ins of 2026 refuse such a code: then use a text or call."),
    ],
    links: &[],
    command: None,
    article: Some("guide/mac-help/mchl8bd4e9c2/mac"),
    risk: Risk::Safe,
    confirm: "You have six digits.",
};

/// Nothing to do here but wait.
pub const WAIT: Fix = Fix {
    id: "wait",
    title: "Wait: this is on Apple\u{2019}s side",
    first: None,
    steps: &[
        step("Do not request more codes meanwhile; the last one you received stays valid."),
        step("Look at apple.com/support/systemstatus, or run `codesent check status` again later."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Apple\u{2019}s page shows the service as available.",
};

/// The account is locked or disabled.
pub const LOCKED: Fix = Fix {
    id: "locked",
    title: "Unlock the account at iforgot.apple.com",
    first: None,
    steps: &[
        step("Open iforgot.apple.com and follow it. It asks for the trusted number, and lets you set a new password."),
        step_on(
            SINCE_SONOMA,
            "On a Mac that is still signed in, the Mac\u{2019}s own password is enough to change it: System Settings > your name > Sign-In & Security > Change Password.",
        ),
        step_on(
            VENTURA,
            "On a Mac that is still signed in, the Mac\u{2019}s own password is enough to change it: System Settings > your name > Password & Security > Change Password.",
        ),
        step_on(
            PREFERENCES,
            "On a Mac that is still signed in, the Mac\u{2019}s own password is enough to change it: System Preferences > Apple ID > Password & Security > Change Password.",
        ),
    ],
    links: &[],
    command: Some("open https://iforgot.apple.com"),
    article: Some("102640"),
    risk: Risk::Safe,
    confirm: "account.apple.com lets you sign in.",
};

/// A program that is not Apple's asks for the code.
pub const UPDATE_PROGRAM: Fix = Fix {
    id: "update-program",
    title: "Update the program that asks for the code",
    first: None,
    steps: &[
        step(
            "Apple changed sign-in in 2024 and 2026: older programs no longer make a code appear, whatever the Mac does.",
        ),
        step("Update it, or look in its list of known issues. Do not let it retry in a loop: that locks the account."),
        step("Until then: a code made on a device, or a text."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "A sign-in at account.apple.com works, so the account is fine.",
};

/// The last resort.
pub const RECOVERY: Fix = Fix {
    id: "account-recovery",
    title: "Last resort: recovery contact, recovery key, or account recovery",
    first: None,
    steps: &[
        step("A recovery contact reads you a code from their device; a recovery key works with a trusted number."),
        step(
            "Neither: start account recovery, best on a trusted device, else at iforgot.apple.com or in the Apple Support app on a borrowed iPhone.",
        ),
        step(
            "It takes days. Apple says by e-mail within 72 hours when. Meanwhile switch the account\u{2019}s other devices off: using one can stop it.",
        ),
    ],
    links: &[],
    command: None,
    article: Some("118574"),
    risk: Risk::Safe,
    confirm: "Apple\u{2019}s e-mail names the time.",
};

/// A person at Apple.
pub const SUPPORT: Fix = Fix {
    id: "support",
    title: "Ask Apple Support, with the page that `codesent report` makes",
    first: None,
    steps: &[
        step("Run `codesent report` and read it out, or attach it: it holds no names, numbers or codes."),
        step("Say what the screen said, word for word, and since when. Support cannot shorten account recovery."),
        step("Never tell anybody a code, not even Apple: Apple never asks for it."),
    ],
    links: &[],
    command: Some("codesent report"),
    article: None,
    risk: Risk::Safe,
    confirm: "You have a case number.",
};
