//! Situations of the guide where two troubles meet, or the words on the screen say which it is.

use super::guide::{LAST_ONE, NOTHING, OUT, Situation, situation};

/// All of them.
pub(super) const ALL: &[Situation] = &[
    situation(
        "child-whose-number-is-gone",
        "26.0",
        NOTHING,
        "--where iphone --asked yes --account child --number gone --happens nothing",
        "parents-phone childs-devices parent-sets-password",
        &["iforgot"],
    ),
    situation(
        "abroad-with-only-this-mac",
        "26.4",
        NOTHING,
        "--where web --asked yes --account personal --other-device no --number abroad --happens nothing",
        "code-here add-a-number text-or-call account-recovery",
        &[LAST_ONE],
    ),
    Situation {
        screen: "Insert and activate your security key",
        ..situation(
            "work-account-with-a-security-key",
            "15.7.1",
            NOTHING,
            "--where web --asked yes --account work",
            "administrator their-page no-recovery",
            &["start account recovery", "Remove All Security Keys"],
        )
    },
    situation(
        "windows-and-no-device",
        "15.7.1",
        OUT,
        "--where windows --asked yes --account personal --other-device no --number works --happens nothing",
        "windows text-or-call account-recovery",
        &[LAST_ONE, "This Mac is signed in"],
    ),
    situation(
        "apple-tv-and-the-number-is-gone",
        "15.7.1",
        NOTHING,
        "--where tv --asked yes --account personal --other-device no --number gone --happens nothing",
        "by-hand code-here add-a-number text-or-call account-recovery",
        &[LAST_ONE, "held near it"],
    ),
    Situation {
        screen: "Sign in with a passkey",
        ..situation(
            "passkey-on-the-screen",
            "15.7.1",
            OUT,
            "--where web --asked yes --account personal --other-device here --number works",
            "other-way other-device text-or-call account-recovery",
            &["there is no code"],
        )
    },
    Situation {
        screen: "a man from apple support wants me to read him the code",
        ..situation(
            "fraud-in-the-words",
            "15.7.1",
            NOTHING,
            "--where iphone --asked yes --account personal --other-device here --number works",
            "tell-nobody new-password look-around already-given",
            &["Get Verification Code", "Didn\u{2019}t get"],
        )
    },
    Situation {
        screen: "This Mac is linked to an Apple ID",
        ..situation(
            "setup-of-a-mac-that-was-somebody-elses",
            "15.7.1",
            OUT,
            "--where setup --asked yes --account personal --other-device here --number works",
            "message later apple-support",
            &[LAST_ONE, "account recovery"],
        )
    },
    situation(
        "recovery-contact-alone",
        "15.7.1",
        OUT,
        "--where iphone --asked yes --account personal --other-device no --number gone --prepared contact",
        "recovery-contact borrowed-device account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "two-factor-never-on-and-an-old-mac",
        "10.13.6",
        OUT,
        "--where this-mac --asked yes --account no-two-factor",
        "password-alone right-account forgotten turn-it-on",
        &["Get Verification Code", "System Settings"],
    ),
    Situation {
        screen: "AltServer: (-22421)",
        ..situation(
            "program-that-apple-turns-away",
            "15.7.1",
            NOTHING,
            "--asked yes --account personal --other-device here --number works",
            "message other-device code-here text-or-call",
            &[LAST_ONE],
        )
    },
    situation(
        "locked-and-the-phone-lost",
        "15.7.1",
        OUT,
        "--where this-mac --asked yes --account personal --other-device no --number lost --happens locked --prepared no",
        "same-number unlock borrowed-device account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "password-unknown-and-the-device-elsewhere",
        "15.7.1",
        OUT,
        "--where this-mac --asked yes --account personal --other-device elsewhere --number works --happens password",
        "forgotten text-or-call account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "many-requests-abroad",
        "15.7.1",
        NOTHING,
        "--where web --asked yes --account personal --other-device no --number abroad --happens too-many",
        "last-code code-here add-a-number text-or-call",
        &["then a text or, better"],
    ),
    Situation {
        screen: "Enter the passcode of your other iPhone",
        ..situation(
            "passcode-of-another-device",
            "26.0",
            NOTHING,
            "--where setup --asked yes --account personal --other-device here --number works",
            "message later six-digits-too",
            &[LAST_ONE, "account recovery"],
        )
    },
    Situation {
        screen: "Der Code geht an meine alte Nummer",
        ..situation(
            "old-number-in-german",
            "15.7.1",
            NOTHING,
            "--where iphone --asked yes --account personal --other-device here",
            "other-device code-here add-a-number text-or-call account-recovery",
            &[LAST_ONE],
        )
    },
    situation(
        "delay-and-the-phone-lost",
        "26.4",
        NOTHING,
        "--where iphone --asked yes --account personal --other-device no --number lost --happens delay",
        "wait-the-hour add-a-number same-number account-recovery",
        &[LAST_ONE],
    ),
];
