//! The steps that several plans share: every way to a code, and what to do where the number or the devices are gone.

use super::step::Step;
use super::{Account, Device, Happens, Number, Place, Prepared, Seen, Told};
use crate::diagnosis::code_on_this_mac;
use crate::fix::security_pane;

/// Only the account that a device is signed in with gets codes there.
const SAME_ACCOUNT: &str = "It must be the same account: compare the name or address there with the one you type.";

/// A prompt on another device, or a code made there.
pub(super) fn other_device(told: &Told) -> Option<Step> {
    let make = "Nothing shows? Make a code there: Settings > your name > Sign-In & Security > Get Verification Code.";
    let offline = "Not there either? Turn Airplane Mode on and Wi-Fi off, look again, note the code, go online.";
    match told.other_device? {
        // Where prompts do not help, or would be one request more.
        Device::Here if matches!(told.happens, Some(Happens::NoDigits | Happens::TooMany)) => Some(
            Step::new(
                "other-device",
                "Make a code on that device: Settings > your name > Sign-In & Security > Get Verification Code.",
            )
            .how(offline),
        ),
        Device::Here => Some(
            Step::new(
                "other-device",
                "Unlock your other device and see that it is online. Choose Allow there, and read the six digits.",
            )
            .how(make)
            .how(offline),
        ),
        Device::Elsewhere => Some(
            Step::new("device-elsewhere", "Phone somebody you trust who is with the device that you left.")
                .how("They unlock it, choose Allow, and read you the digits of the code that you asked for just now.")
                .how("You make that call; nobody who calls you gets a code."),
        ),
        Device::No => None,
    }
}

/// A code made on this Mac.
pub(super) fn code_here(told: &Told, seen: &Seen) -> Option<Step> {
    // Made with a wrong clock it would be refused.
    if !seen.makes_codes || seen.clock_wrong {
        return None;
    }
    let step = Step::new("code-here", code_on_this_mac(seen.macos, true));
    let elsewhere = told.place != Some(Place::ThisMac);
    let prompts = seen.shows_prompts && told.happens != Some(Happens::TooMany);
    let step = if elsewhere { step.how(SAME_ACCOUNT) } else { step };
    Some(if elsewhere && prompts {
        step.how("A prompt may show on this Mac by itself: unlock it, and choose Allow.")
    } else {
        step
    })
}

/// A new trusted number, added where one is signed in already (Apple 122621).
pub(super) fn add_a_number(told: &Told, seen: &Seen) -> Option<Step> {
    let needed = matches!(told.number?, Number::Lost | Number::Gone | Number::Abroad | Number::NoService);
    if !needed {
        return None;
    }
    let keep = "Keep the old number until a code has come to the new one: without either you are locked out.";
    let then = if told.happens == Some(Happens::TooMany) {
        "Not before the wait is over: to add a number sends a text, too. Then start the sign-in anew, once."
    } else {
        "Then start the sign-in anew and have the code sent to it."
    };
    if seen.changes_the_account() {
        let pane = security_pane(seen.macos);
        let place = if pane.ends_with("Sign-In & Security") { " > Two-Factor Authentication" } else { "" };
        let text = format!(
            "This Mac is signed in, so add a number here that reaches you now: {pane}{place}, under Trusted Phone Numbers."
        );
        return Some(
            Step::new("add-a-number", text)
                .how("macOS asks for this Mac\u{2019}s password. Your own number, or that of somebody you trust fully.")
                .how(then)
                .how(keep),
        );
    }
    if told.other_device == Some(Device::Here) {
        return Some(
            Step::new("add-a-number", "On the other device, add a number that reaches you now: Settings > your name > Sign-In & Security > Two-Factor Authentication.")
                .how(HOUR)
                .how(then)
                .how(keep),
        );
    }
    None
}

/// Apple 120340; on by itself since iOS 26.4.
pub(super) const HOUR: &str = "An iPhone away from home and work may make you wait an hour and then confirm again (Stolen Device Protection): let it, and stay with it.";

/// The account's password, set anew where one is signed in already (Apple 102656): no code, no old password.
pub(super) fn new_password(told: &Told, seen: &Seen) -> Option<Step> {
    let keep = "If it offers to sign your other devices out, do not: they are your way to codes.";
    if seen.changes_the_account() {
        let text = format!("Set a new password on this Mac: {} > Change Password.", security_pane(seen.macos));
        return Some(
            Step::new("new-password", text)
                .how("It asks for this Mac\u{2019}s password: neither the old one nor a code.")
                .how(SAME_ACCOUNT)
                .how(keep),
        );
    }
    if told.other_device == Some(Device::Here) {
        return Some(
            Step::new(
                "new-password",
                "Set a new password on the other device: Settings > your name > Sign-In & Security > Change Password.",
            )
            .how("It asks for that device\u{2019}s own passcode: neither the old password nor a code.")
            .how(HOUR)
            .how(keep),
        );
    }
    None
}

/// Text or call, or what stands in for it with this number.
pub(super) fn text_or_call(told: &Told) -> Step {
    let other = "Choose \u{201c}Didn\u{2019}t get a code?\u{201d} on the screen that asks, then another trusted number, if it shows one that reaches you.";
    let keep = "Do not remove the old number before a new one works: you could lock yourself out.";
    if told.happens == Some(Happens::TooMany) {
        return Step::new("text-or-call", "After the wait ask once, for one code: by text or, better, by call.")
            .how("None came? Wait again; every further try makes it longer.");
    }
    if told.happens == Some(Happens::NumberRefused) {
        return Step::new("text-or-call", "Have Apple call instead of a text, or choose another trusted number: \u{201c}Didn\u{2019}t get a code?\u{201d}.")
            .how("Apple refuses texts to this one for now: hours, for some weeks. Every try makes it longer: wait a day, then try once.");
    }
    match told.number {
        Some(Number::NoTexts) => Step::new(
            "text-or-call",
            "Choose \u{201c}Didn\u{2019}t get a code?\u{201d} on the screen that asks, then a call instead of a text.",
        )
        .how("On the iPhone, look in Messages under Unknown Senders and Junk first.")
        .how("Ask the carrier to let texts from short numbers through. A landline among your numbers can be called."),
        Some(Number::Abroad) => Step::new(
            "text-or-call",
            "Put your home SIM or eSIM line on and let it roam; then \u{201c}Didn\u{2019}t get a code?\u{201d}, by text or by call.",
        )
        .how("To receive a text is usually free; data roaming can stay off.")
        .how("Wi-Fi calling, or another trusted number, does it too."),
        Some(Number::Lost) => Step::new(
            "same-number",
            "Get the same number back: your carrier gives you a replacement SIM or eSIM, often the same day.",
        )
        .how("Put it into any phone, then \u{201c}Didn\u{2019}t get a code?\u{201d}, by text or call.")
        .how("Have the lost SIM blocked. The number stays yours: do not give it up."),
        Some(Number::Gone) => Step::new("text-or-call", other)
            .how("Ask the old carrier, too: a number that nobody has yet may be given back.")
            .how(keep),
        Some(Number::NoService) => Step::new("text-or-call", other),
        Some(Number::Works) | None => Step::new(
            "text-or-call",
            "Choose \u{201c}Didn\u{2019}t get a code?\u{201d} on the screen that asks, then a text or, better, a call.",
        )
        .how("Several numbers: nothing is sent until you choose one."),
    }
}

/// A stolen number: nothing else is as urgent.
pub(super) fn stolen_number(told: &Told) -> Option<Step> {
    (told.number == Some(Number::NoService)).then(|| {
        Step::new("call-the-carrier", "Call your carrier now, from another phone: ask whether your SIM was replaced.")
            .how("A phone that loses its service all of a sudden may mean that somebody took your number, and your codes.")
            .how("As soon as you are in: a new password.")
    })
}

/// Whether neither a device nor this Mac nor the number can bring a code.
pub(super) fn alone(told: &Told, seen: &Seen) -> bool {
    let number = matches!(told.number, Some(Number::Gone | Number::Lost | Number::NoService));
    let own =
        !matches!(told.account, Some(Account::Work | Account::Child | Account::SecurityKey | Account::NoTwoFactor));
    own && told.other_device == Some(Device::No) && number && seen.signed_in != Some(true)
}

/// Somebody who was named for this day, or the key that was written down.
pub(super) fn prepared(told: &Told, seen: &Seen) -> Option<Step> {
    match told.prepared? {
        Prepared::KeyLost if seen.changes_the_account() => Some(
            Step::new(
                "recovery-key",
                format!("Make a new recovery key on this Mac, which is signed in, or turn it off: {} > Account Recovery > Recovery Key.", security_pane(seen.macos)),
            )
            .how("Until then do not sign out here: without the key and without a device you stay locked out for good."),
        ),
        Prepared::Contact => Some(
            Step::new("recovery-contact", "Phone your recovery contact while you are at iforgot.apple.com, or in Settings at \u{201c}Forgot password?\u{201d}.")
                .how("Go on until it offers your contact\u{2019}s help. They read you six digits: Settings > their name > Sign-In & Security > Recovery Contacts > your name > Get Recovery Code.")
                .how("You call them; give those digits to nobody else. It ends in a new password."),
        ),
        Prepared::Key => Some(
            Step::new("recovery-key", "Type the recovery key (28 letters and digits) where the reset asks for it: iforgot.apple.com, or \u{201c}Forgot password?\u{201d}.")
                .how("Apple sends a code too, to a trusted number: get the number back from your carrier first, if it can be had.")
                .how("Do not lose the key: without it and without a device Apple cannot let you in, ever."),
        ),
        Prepared::KeyLost => Some(
            Step::new("recovery-key", "Search for the recovery key first: printed, in a password manager, with your papers.")
                .how("With a recovery key set up there is no account recovery: without key and devices you stay locked out.")
                .how("Keep every device of yours that may still be signed in: do not erase or sell any."),
        ),
        Prepared::No => None,
    }
}

/// A device that is not one's own (Apple 118574).
pub(super) fn borrowed() -> Step {
    Step::new("borrowed-device", "Borrow an iPhone or iPad: Apple Support app > Reset Password > Help Someone Else; or go to an Apple Store and ask to use one.")
        .how("Nothing of yours stays on it. Do not sign in to your account in its Settings.")
}

/// The end of the road (Apple 118574, 109345).
pub(super) fn last_resort(told: &Told, seen: &Seen) -> Step {
    if told.prepared == Some(Prepared::KeyLost) {
        return Step::new(
            "apple-support",
            "Ask Apple Support (support.apple.com/contact) what is left. Nobody there needs a code from you.",
        );
    }
    let recovery = "It takes days or longer. Apple\u{2019}s mail within 72 hours says until when.";
    let off = "Until then keep the account\u{2019}s other devices switched off, and do not use the browser that you started it in: both can cancel it.";
    let key = "With a recovery key set up it does not exist: then only the key helps.";
    if alone(told, seen) {
        return Step::new("account-recovery", "Last: start account recovery today, in Settings at \u{201c}Forgot password?\u{201d} or at iforgot.apple.com.")
            .how(recovery)
            .how(off)
            .how(key);
    }
    let step = Step::new(
        "account-recovery",
        "Nothing helped: your recovery contact, if you named one; last of all account recovery at iforgot.apple.com.",
    );
    let step = if seen.changes_the_account() && !matches!(told.happens, Some(Happens::Locked | Happens::Password)) {
        let pane = security_pane(seen.macos);
        step.how(format!(
            "Before that: this Mac can set a new account password, with its own: {pane} > Change Password."
        ))
    } else {
        step
    };
    step.how(recovery).how(off).how(key)
}

/// What the screen itself needs.
pub(super) fn at_the_screen(told: &Told, seen: &Seen) -> Option<Step> {
    Some(match told.place? {
        Place::ThisMac | Place::Iphone => return None,
        Place::Web => {
            let step = Step::new("browser", "Try once in another browser, without extensions: blockers can break Apple\u{2019}s sign-in page.")
                .how("Type the address yourself (account.apple.com, icloud.com); follow no link from a mail or message.");
            if seen.signed_in == Some(true) {
                step.how("The code shows on this Mac itself, if it is signed in with the same account.")
            } else {
                step
            }
        }
        Place::Tv if told.other_device == Some(Device::No) => Step::new("by-hand", "Choose to type account and password on it by hand, if it lets you choose; the code comes as the next steps say.")
            .how("No field for the digits (an old Apple TV)? Type the password and, right after it, the six digits, in the same field.")
            .how("A Watch gets its account from its iPhone, a HomePod from the device that sets it up: neither can do it alone."),
        Place::Tv => Step::new("with-an-iphone", "Sign in with an iPhone or iPad held near it, unlocked, with the same account: no digits are typed.")
            .how("No field for the digits (an old Apple TV)? Type the password and, right after it, the six digits, in the same field.")
            .how("A Watch gets its account from its iPhone: the Watch app there."),
        Place::Windows => Step::new("windows", "Update iCloud from the Microsoft Store, then sign in once. Codes never show on the PC.")
            .how("It still fails? icloud.com in a browser does most of it, and shows whether the account is well."),
        Place::Program => Step::new("program", "Stop the program, and sign in once yourself at account.apple.com.")
            .how("It works there? Then the account is well and the program is the reason: update it, look at its known issues.")
            .how("Do not let it try again and again: that locks the account.")
            .how("Some programs need an app-specific password instead of a code: account.apple.com, Sign-In and Security."),
        Place::Setup => Step::new("later", "Choose \u{201c}Set Up Later\u{201d}, if it is offered: the Mac works without, and you sign in when you have a way to codes.")
            .how("It asks for the passcode of another device? That is what unlocks that device: nothing is sent.")
            .how("Do not erase the Mac again: it brings no code, and can end at a lock that wants this very account."),
    })
}
