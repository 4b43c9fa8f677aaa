//! The Mac: its version, who manages it, what it runs on.

use super::places::{PREFERENCES, SETTINGS, pane};
use super::{Fix, Link, Risk, Versions, step, step_on};

pub(super) const ALL: &[&Fix] =
    &[&UPDATE, &VIRTUAL_MACHINE, &MANAGED, &SCREEN_TIME, &KEYCHAIN, &PATCHED, &KEEP_AWAKE, &NOTHING];

/// macOS is old.
pub const UPDATE: Fix = Fix {
    id: "update",
    title: "Update macOS once you are in again",
    first: Some("Look for the code on a newer device, or have a text or call sent: this macOS is too old for it."),
    steps: &[
        step("Do not update while you are locked out if the update asks you to sign in."),
        step_on(SETTINGS, "System Settings > General > Software Update."),
        step_on(PREFERENCES, "System Preferences > Software Update."),
        step_on(
            Versions::before(10, 11),
            "No field for the code? Type the password and, right after it, the six digits.",
        ),
    ],
    links: &[pane("x-apple.systempreferences:com.apple.Software-Update-Settings.extension")],
    command: None,
    article: None,
    risk: Risk::Administrator,
    confirm: "Apple menu > About This Mac shows the new version.",
};

/// Apple lets iCloud into virtual machines from macOS 15 on, on both sides (UTM #7316, Apple's virtualization notes).
pub const VIRTUAL_MACHINE: Fix = Fix {
    id: "virtual-machine",
    title: "Sign in on a real Mac, iPhone or iPad",
    first: Some("Sign in on a real Mac, iPhone or iPad instead, if you have one."),
    steps: &[
        step("To get in now, use a real device, or a text or call. With security keys no code comes: use a key."),
        step(
            "In a virtual machine, iCloud needs macOS 15 or later both inside and on the Mac that runs it, and a machine made new with it.",
        ),
        step("One that is signed in, or a machine that Apple did not make, may still never show a code."),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "The code shows on the real device.",
};

/// What codes do not hang on.
pub const NOTHING: Fix = Fix {
    id: "nothing",
    title: "Leave it as it is: codes do not hang on it",
    first: None,
    steps: &[step("There is nothing to do here. Look at the rows that are red.")],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "No code hangs on this row.",
};

/// An organisation manages this Mac and restricts the account.
pub const MANAGED: Fix = Fix {
    id: "ask-it",
    title: "Ask IT: your organisation restricts the account on the Mac",
    first: None,
    steps: &[
        step("Tell IT which profile or restriction codesent names; only they can change it."),
        step("To get in now, use your iPhone or another device, or a text or call."),
        step_on(Versions::since(15, 0), "The profiles stand in System Settings > General > Device Management."),
        step_on(
            Versions::between((13, 0), (15, 0)),
            "The profiles stand in System Settings > Privacy & Security > Profiles.",
        ),
        step_on(PREFERENCES, "The profiles stand in System Preferences > Profiles."),
    ],
    links: &[pane("x-apple.systempreferences:com.apple.Profiles-Settings.extension")],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Run codesent again: the restriction is gone.",
};

/// Screen Time forbids changes to the account ("Sign Out is not available due to restrictions").
pub const SCREEN_TIME: Fix = Fix {
    id: "screen-time",
    title: "Allow account changes in Screen Time",
    first: None,
    steps: &[
        step_on(
            SETTINGS,
            "System Settings > Screen Time > Content & Privacy > Preference Restrictions (older: right under Content & Privacy): allow Account Changes (needs the Screen Time passcode).",
        ),
        step_on(
            PREFERENCES,
            "System Preferences > Screen Time > Content & Privacy: allow Account Changes (needs the Screen Time passcode).",
        ),
        step("On a child\u{2019}s account, the family organiser does this."),
    ],
    links: &[pane("x-apple.systempreferences:com.apple.Screen-Time-Settings.extension")],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "Your name in the settings is no longer grey.",
};

/// A patched Mac can become another device for Apple.
pub const PATCHED: Fix = Fix {
    id: "patched-mac",
    title: "Use another trusted device; to Apple a patched Mac may be a new one",
    first: None,
    steps: &[
        step("To get in now, use your iPhone or another device, or a text or call."),
        step(
            "An update of OpenCore Legacy Patcher can change what the Mac says it is. Then it must sign in anew, with a code from elsewhere.",
        ),
        step(
            "Leave the patcher\u{2019}s settings for the serial number and the model as they are: each change is another new device.",
        ),
    ],
    links: &[],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "The settings show your name, and ask for no password.",
};

/// A Mac that sleeps gets no pushes.
pub const KEEP_AWAKE: Fix = Fix {
    id: "keep-awake",
    title: "Keep the Mac awake and its lid open while you wait for a code",
    first: None,
    steps: &[
        step("Wake the Mac and unlock it, then ask for one code."),
        step("To have connections kept while it sleeps, switch the setting on again with the command below."),
    ],
    links: &[],
    command: Some("sudo pmset -a tcpkeepalive 1"),
    article: None,
    risk: Risk::Administrator,
    confirm: "pmset -g custom shows tcpkeepalive 1.",
};

/// The login keychain is locked; the account's tokens lie in it.
pub const KEYCHAIN: Fix = Fix {
    id: "keychain",
    title: "Unlock the login keychain",
    first: None,
    steps: &[
        step(
            "Open Keychain Access (Spotlight finds it), choose the keychain \u{201c}login\u{201d}, then File > Unlock Keychain \u{201c}login\u{201d}.",
        ),
        step("If it refuses your password, use the password the Mac had before it was changed."),
        step("Stop there if it asks to reset keychains: that throws saved passwords away."),
    ],
    links: &[] as &[Link],
    command: None,
    article: None,
    risk: Risk::Safe,
    confirm: "The lock beside \u{201c}login\u{201d} is open.",
};
