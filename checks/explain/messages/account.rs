//! Screens about the account: password, locks, terms, and who may use it.

use crate::Certainty::{Documented, Plausible, Reported};
use crate::explain::{Message, Side};
use crate::fix::catalogue as fix;

pub(super) const ALL: &[Message] = &[
    Message {
        id: "wrong-password",
        texts: &[
            "Your account information was entered incorrectly.",
            "Your Apple ID or password is incorrect.",
            "Your Apple ID or password was incorrect",
            "Check the account information you entered and try again.",
            "Invalid email/password combination",
            "Incorrect Apple Account or password",
        ],
        codes: &[-20101, -20283],
        side: Side::Account,
        means: "The Apple Account or the password is wrong; the account is not locked. Some programs ask for a code all the same, and \
                then none comes.",
        todo: &[
            "Type both again, once. Check at account.apple.com which one is wrong.",
            "Forgotten? Change the password on a Mac or iPhone that is signed in; else iforgot.apple.com.",
            "An app-specific password does not work here: use the account\u{2019}s own password.",
            "Stop after two tries: several wrong passwords lock the account.",
        ],
        fix: &fix::CHANGE_PASSWORD,
        certainty: Reported("sideloading programs\u{2019} lists of numbers, pyicloud"),
    },
    Message {
        id: "account-locked",
        texts: &[
            "This Apple Account has been locked for security reasons.",
            "This Apple Account has been locked for security reasons. Visit iForgot to reset your account",
            "This Apple Account has been disabled for security reasons.",
            "You can\u{2019}t sign in because your account was disabled for security reasons.",
            "Account locked or inactive",
            "Your Apple Account has been temporarily locked.",
            "Your Apple Account is locked",
            "Your Apple Account has been locked",
        ],
        codes: &[-20209],
        side: Side::Account,
        means: "Apple locked the account, usually after several wrong passwords or codes. No code comes until it is unlocked.",
        todo: &[
            "Unlock it at iforgot.apple.com.",
            "Do not keep trying: a locked account stays locked longer. Stop every program that tries by itself.",
        ],
        fix: &fix::LOCKED,
        certainty: Documented("Apple 102640"),
    },
    Message {
        id: "blocked-for-a-day",
        texts: &["For security reasons, your Apple ID has been blocked from signing in on this device for 24 hours."],
        codes: &[],
        side: Side::Account,
        means: "After too many wrong entries Apple keeps this device out for a day. The account itself is not lost.",
        todo: &[
            "Wait 24 hours without another try on this device.",
            "Another device of yours still works, if it is signed in.",
        ],
        fix: &fix::STOP,
        certainty: Reported("Apple\u{2019}s own text, macOS 12"),
    },
    Message {
        id: "media-disabled",
        texts: &[
            "Your account has been disabled in the App Store and iTunes",
            "Your Media & Purchases account has been disabled.",
            "Your account is disabled. For assistance contact iTunes Support",
        ],
        codes: &[],
        side: Side::Account,
        means: "The store has switched the account off, often over an unpaid or disputed charge. It is not a matter of codes, and \
                iforgot.apple.com does not help.",
        todo: &[
            "Sign in at reportaproblem.apple.com and look for an unpaid order.",
            "Ask Apple Support for Media & Purchases: getsupport.apple.com.",
        ],
        fix: &fix::SUPPORT,
        certainty: Documented("Apple 102640"),
    },
    Message {
        id: "account-not-active",
        texts: &[
            "This Apple ID is not active",
            "This Apple Account is not active.",
            "The Apple ID account is not active and can not be used.",
        ],
        codes: &[],
        side: Side::Account,
        means: "Apple does not treat this account as a living one: it was deactivated, not finished when it was made, or is held back.",
        todo: &[
            "Sign in at account.apple.com and do what it asks.",
            "Try iforgot.apple.com, which says more than the sign-in does.",
            "Otherwise Apple Support: only they can see why.",
        ],
        fix: &fix::SUPPORT,
        certainty: Documented("Apple 102640"),
    },
    Message {
        id: "account-refused",
        texts: &[
            "Your Apple Account cannot be used at this time",
            "This Apple Account cannot be used at this time. Contact Apple Support.",
        ],
        codes: &[],
        side: Side::Account,
        means: "Apple holds the account back for now and does not say why.",
        todo: &[
            "Sign in at account.apple.com: it may show terms, or what is missing.",
            "Otherwise ask Apple Support; more tries do not help.",
        ],
        fix: &fix::SUPPORT,
        certainty: Plausible("users\u{2019} reports; Apple has no article on it"),
    },
    Message {
        id: "terms-or-password",
        texts: &[
            "You must accept the new terms and conditions",
            "New iCloud Terms and Conditions",
            "The iCloud Terms of Service have changed.",
            "To use iCloud on this Mac you must accept the new Terms and Conditions.",
            "Apple requires you to change your password",
            "iCloud requires that you accept new terms",
        ],
        codes: &[],
        side: Side::Account,
        means: "Apple waits for you to accept new terms or to change the password.",
        todo: &[
            "Sign in at account.apple.com in a browser and do what it asks.",
            "Nothing there? Sign in at icloud.com: its terms show only there. Developers: developer.apple.com/account.",
            "Then try again, once.",
        ],
        fix: &fix::TERMS,
        certainty: Reported("icloud-photos-sync #185, rclone #9919"),
    },
    Message {
        id: "account-settings-notice",
        texts: &[
            "Update Apple Account Settings",
            "Update Apple ID Settings",
            "Some account services require you to sign in again",
            "This Mac can\u{2019}t connect to iCloud because of a problem with",
        ],
        codes: &[],
        side: Side::Account,
        means: "macOS wants the account\u{2019}s password again. Until then this device may not be treated as trusted.",
        todo: &[
            "Open System Settings, click the notice under your name, and type the password.",
            "If it asks for a code that does not come, use a text or call.",
        ],
        fix: &fix::NOTICE,
        certainty: Reported("second in guides of help sites; Apple does not say what it stops"),
    },
    Message {
        id: "two-factor-required",
        texts: &[
            "Two-Factor Authentication Required",
            "Upgrade Account Security",
            "Upgrade Account Security two-factor authentication required",
            "To use this feature, turn on two-factor authentication for your Apple Account",
        ],
        codes: &[],
        side: Side::Account,
        means: "Two-factor authentication is not on for this account, so no code is sent to devices yet.",
        todo: &[
            "Turn it on, on a device that is signed in or where the message stands.",
            "Have the phone at hand whose number you enter: a code comes to it at once.",
            "It cannot be turned off again after two weeks.",
        ],
        fix: &fix::TWO_FACTOR,
        certainty: Documented("Apple 102660"),
    },
    Message {
        id: "managed-account",
        texts: &[
            "Managed accounts can only be signed in by installing a profile on this Mac.",
            "Only Apple Accounts from your organization can be used with this device",
            "Only Apple Accounts from this organization can be used with this device",
            "This Apple Account is managed by your organization",
        ],
        codes: &[],
        side: Side::Account,
        means: "A company or school decides which accounts may sign in here, and how.",
        todo: &[
            "Ask IT or the school: they sign this account in, and can reset it.",
            "Your own account belongs on a device of your own.",
        ],
        fix: &fix::ORGANISATION,
        certainty: Reported("device management of macOS 26"),
    },
    Message {
        id: "device-limit",
        texts: &[
            "The maximum number of free accounts have been activated on this iPhone",
            "The maximum number of free accounts has been activated on this Mac",
        ],
        codes: &[],
        side: Side::Apple,
        means: "Too many new accounts were made on this device. It says nothing about codes or about an account you already have.",
        todo: &[
            "Sign in with an account that exists already.",
            "A new one can be made at account.apple.com in a browser, or on another device.",
        ],
        fix: &fix::NOTHING,
        certainty: Reported("help sites; the limit has no way round on the device"),
    },
    Message {
        id: "sign-out-restricted",
        texts: &["Sign Out is not available due to restrictions"],
        codes: &[],
        side: Side::Mac,
        means: "Screen Time or an organisation forbids changes to the account. It does not stop codes, and signing out would not help.",
        todo: &[
            "Do not sign out while you are locked out: signing in again needs a code.",
            "To change it: Screen Time > Content & Privacy > Account Changes, or ask IT.",
        ],
        fix: &fix::SCREEN_TIME,
        certainty: Reported("help sites; Apple has no article on it"),
    },
];
