//! What is asked for and is not the six-digit code: each with where it goes.

use crate::Certainty::{Documented, Plausible, Reported};
use crate::explain::{Message, Side};
use crate::fix::catalogue as fix;

pub(super) const ALL: &[Message] = &[
    Message {
        id: "recovery-key",
        texts: &["Recovery Key", "Enter your recovery key", "It asks for a 28-character recovery key"],
        codes: &[],
        side: Side::Account,
        means: "Not the six-digit code: the recovery key has 28 letters and digits, and you made it and wrote it down yourself.",
        todo: &[
            "Look where you keep papers: it was shown once, when it was set up. Nobody else has it, not even Apple.",
            "On a device that is still signed in you can change the password, or make a new key.",
            "With neither the key nor a signed-in device Apple cannot let you in; do not sign out anywhere.",
        ],
        fix: &fix::RECOVERY,
        certainty: Documented("Apple 109345"),
    },
    Message {
        id: "disk-key",
        texts: &[
            "Enter your FileVault recovery key",
            "Enter the recovery key for the startup disk",
            "Enter a password to unlock the disk",
        ],
        codes: &[],
        side: Side::Mac,
        means: "Not the six-digit code and not the account\u{2019}s recovery key: FileVault guards this Mac\u{2019}s disk with the login \
                password, and with a key of its own.",
        todo: &[
            "Type the password with which you log in to this Mac.",
            "Forgotten? The question mark beside the field offers the Apple Account or the key, whichever was chosen.",
            "The key has 24 letters and digits in six groups. On a Mac of a school or company IT may hold it.",
            "Look for them before anybody wipes the disk: what is not in a backup is then lost.",
        ],
        fix: &fix::NOTHING,
        certainty: Plausible("texts of macOS"),
    },
    Message {
        id: "icloud-security-code",
        texts: &[
            "Your iCloud Security Code has been entered too many times. Approve this Mac from one of your other devices using iCloud Keychain",
            "Enter your iCloud Security Code",
            "Your security code has been entered incorrectly too many times.",
            "Approve this Mac from one of your other devices using iCloud Keychain",
        ],
        codes: &[],
        side: Side::Account,
        means: "Not the verification code: an older code of iCloud Keychain, which you chose yourself. It guards saved passwords, not \
                the sign-in.",
        todo: &[
            "Approve this Mac on another device that has iCloud Keychain.",
            "None? Choose \u{201c}Don\u{2019}t Use Security Code\u{201d} or set it up later: you get in without it.",
            "Resetting iCloud Keychain throws its passwords away where no other device has them: last choice.",
        ],
        fix: &fix::NOTHING,
        certainty: Plausible("as Apple\u{2019}s own pages tell it; which article was not looked up"),
    },
    Message {
        id: "device-password",
        texts: &[
            "Enter the password for the iPhone",
            "Enter the passcode of your other iPhone to unlock your iCloud data",
            "Enter the password you use to unlock the Mac",
            "Enter the password of your other Mac",
            "Enter Mac Password. This password protects your encrypted data",
            "Your iCloud data is protected by your user password.",
            "Enter the passcode for your iPhone",
        ],
        codes: &[],
        side: Side::Account,
        means: "Not the six-digit code: the passcode or password that unlocks the other device that the screen names. It opens what is \
                encrypted end to end.",
        todo: &[
            "Type what unlocks that device: an iPhone\u{2019}s passcode, or the Mac\u{2019}s login password.",
            "Device gone? Choose another device on that screen, or \u{201c}Forgot passcode?\u{201d}.",
            "Do not choose to reset encrypted data: that throws it away.",
        ],
        fix: &fix::NOTHING,
        certainty: Documented("Apple 102651"),
    },
    Message {
        id: "mac-password",
        texts: &[
            "System Settings is trying to unlock user preferences",
            "Enter an administrator\u{2019}s name and password to allow this",
            "macOS wants to make changes. Enter your password to allow this",
            "Enter your user password to log in to this Mac",
        ],
        codes: &[],
        side: Side::Mac,
        means: "Not the six-digit code and not the Apple Account: the password of this Mac\u{2019}s own user.",
        todo: &[
            "Type the password with which you log in to this Mac.",
            "Forgotten? Restart and type it wrong three times: the Mac offers a way.",
        ],
        fix: &fix::NOTHING,
        certainty: Plausible("texts of macOS"),
    },
    Message {
        id: "payment-verification",
        texts: &[
            "Verification Required. Before you can make purchases, you must tap Continue to verify your payment info",
            "Verification Required",
            "Verify your payment information",
            "Payment verification required",
            "Your payment method was declined",
        ],
        codes: &[],
        side: Side::Account,
        means: "Not a verification code: the App Store wants the payment method confirmed, or an unpaid order paid.",
        todo: &[
            "App Store > your name > Account Settings: check the payment method, or choose another.",
            "Look for an unpaid order at reportaproblem.apple.com.",
        ],
        fix: &fix::NOTHING,
        certainty: Plausible("as Apple\u{2019}s own pages tell it; which article was not looked up"),
    },
    Message {
        id: "activation-lock",
        texts: &[
            "Activation Lock",
            "Locked to Owner",
            "This Mac is locked to an owner",
            "This iPhone is linked to an Apple Account",
            "iPhone Locked to Owner",
        ],
        codes: &[],
        side: Side::Account,
        means: "Activation Lock, and no code: the device belongs to an account, and wants that account\u{2019}s name and password.",
        todo: &[
            "Enter the account with which the device was set up; or \u{201c}Unlock with Passcode\u{201d}, if it is offered.",
            "Bought used? Only the former owner can let it go, from afar, at icloud.com/find.",
            "With proof of purchase: al-support.apple.com.",
        ],
        fix: &fix::SUPPORT,
        certainty: Documented("Apple 102640"),
    },
    Message {
        id: "screen-time-passcode",
        texts: &["Enter Screen Time Passcode", "Screen Time passcode forgotten", "Restrictions passcode"],
        codes: &[],
        side: Side::Account,
        means: "Not the sign-in code: four digits that somebody chose for Screen Time, often a parent. Apple sends none.",
        todo: &[
            "Ask whoever set it up; for a child that is the parent, on the parent\u{2019}s device.",
            "Your own, forgotten: choose \u{201c}Forgot Passcode?\u{201d} there, and sign in with the Apple Account it was set with.",
        ],
        fix: &fix::NOTHING,
        certainty: Reported("the words of the setting; its reset was not seen on every version"),
    },
    Message {
        id: "sim-pin",
        texts: &["SIM Locked", "Enter SIM PIN", "SIM PIN required", "Enter PUK code"],
        codes: &[],
        side: Side::Account,
        means: "Not the sign-in code: the SIM card wants its own PIN, or after three wrong ones its PUK. Until then no text arrives.",
        todo: &[
            "The PIN and the PUK stand in the papers of the SIM, or the carrier tells them. Do not guess: ten wrong PUKs end the SIM.",
            "Then texts arrive again; meanwhile a signed-in device shows the code.",
        ],
        fix: &fix::NOTHING,
        certainty: Reported("carriers\u{2019} own pages"),
    },
    Message {
        id: "email-verification",
        texts: &[
            "Verify your email address",
            "We sent a verification code to your email address",
            "Email verification required for your Apple Account",
            "Verification email not received",
        ],
        codes: &[],
        side: Side::Account,
        means: "Not the sign-in code: this one goes to an e-mail address that is to be confirmed, and no device shows it.",
        todo: &[
            "Look in that mailbox, and in its junk folder, for mail from appleid@id.apple.com.",
            "Address mistyped or gone? Change it at account.apple.com.",
            "Request it again once, after some minutes.",
        ],
        fix: &fix::NOTHING,
        certainty: Plausible("as Apple\u{2019}s own pages tell it; which article was not looked up"),
    },
    Message {
        id: "security-delay",
        texts: &[
            "Security Delay",
            "Security Delay in Progress",
            "Stolen Device Protection",
            "Your iPhone is not at a familiar location. You must wait an hour",
        ],
        codes: &[],
        side: Side::Account,
        means: "Not a code: Stolen Device Protection makes some changes wait an hour, outside places the iPhone knows.",
        todo: &[
            "Start the change, wait the hour, then confirm it with Face ID or Touch ID.",
            "Or go to a familiar place, home or work: there it does not wait.",
            "Another device of yours, such as a signed-in Mac, is not held up by the iPhone\u{2019}s delay.",
        ],
        fix: &fix::WAIT,
        certainty: Documented("Apple 120340"),
    },
    Message {
        id: "app-specific-password",
        texts: &[
            "Sign in with an app-specific password",
            "Please sign in with an app-specific password. You can create one at appleid.apple.com",
            "App-specific password required",
        ],
        codes: &[-22938],
        side: Side::Account,
        means: "Not the six-digit code and not the account\u{2019}s password: programs that are not Apple\u{2019}s get a password of their own, an \
                app-specific one.",
        todo: &[
            "Sign in at account.apple.com > Sign-In and Security > App-Specific Passwords, and make one (this sign-in needs a code).",
            "Type it where the program asks. It works for mail, calendars and notarytool or altool, not for Apple\u{2019}s own screens.",
        ],
        fix: &fix::TERMS,
        certainty: Plausible("as Apple\u{2019}s own pages tell it; which article was not looked up"),
    },
    Message {
        id: "recovery-contact",
        texts: &["Account Recovery Contact", "Recovery contact code", "Ask your recovery contact for a recovery code"],
        codes: &[],
        side: Side::Account,
        means: "Not the sign-in code: somebody you chose reads a short recovery code from their own iPhone or Mac.",
        todo: &[
            "Call them yourself, or meet them, and start \u{201c}Forgot password\u{201d} on your side first.",
            "They look in Settings > their name > Sign-In & Security > Recovery Contacts > your name.",
        ],
        fix: &fix::RECOVERY,
        certainty: Documented("Apple 102641"),
    },
    Message {
        id: "account-recovery",
        texts: &[
            "Account Recovery",
            "Account recovery waiting period",
            "Your account recovery request has been received",
        ],
        codes: &[],
        side: Side::Account,
        means: "The last way in: Apple checks for some days that the account is yours. Nobody can shorten it.",
        todo: &[
            "Look first for a device that is still signed in: there the password can be changed at once.",
            "Waiting already? Switch the account\u{2019}s other devices off: using one can cancel it.",
            "Apple says by e-mail or text when it goes on; see iforgot.apple.com.",
        ],
        fix: &fix::RECOVERY,
        certainty: Documented("Apple 118574"),
    },
    Message {
        id: "passkey",
        texts: &["Sign in with a passkey", "Use a passkey to sign in", "passkey"],
        codes: &[],
        side: Side::Account,
        means: "Not the six-digit code: a passkey signs you in with Touch ID, Face ID or a device\u{2019}s passcode. Accounts with a passkey \
                still get codes.",
        todo: &[
            "Confirm on the device that has it, near by and with Bluetooth on.",
            "No such device? Choose to sign in with the password: then a code comes as usual.",
        ],
        fix: &fix::TEXT_OR_CALL,
        certainty: Plausible("as Apple\u{2019}s own pages tell it; which article was not looked up"),
    },
];
