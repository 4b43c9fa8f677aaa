//! The plans of their own: fraud, security keys, no two-factor authentication, somebody else's account.

use super::step::{Plan, Step};
use super::ways::{HOUR, at_the_screen, other_device, text_or_call};
use super::{Asked, Device, Place, Seen, Told};
use crate::Version;
use crate::fix::security_pane;

/// The code was not asked for, or somebody wants it.
pub(super) fn fraud(told: &Told, seen: &Seen) -> Plan {
    let (summary, first) = match told.asked {
        Some(Asked::Somebody) => (
            "That is fraud. Whoever asks for the code wants your account, and may know your password already.",
            Step::new("tell-nobody", "Give nobody the code. Hang up, and answer no more.")
                .how("Apple, your bank, the police and shops never ask for it, whatever number they call from."),
        ),
        _ => (
            "You did not ask for this code: somebody may be signing in with your password.",
            Step::new("do-not-allow", "Choose \u{201c}Don\u{2019}t Allow\u{201d}. Type the code nowhere, and tell it to nobody.")
                .how("It may be an old device or program of yours that tries by itself: the answer is the same, then look there."),
        ),
    };
    let password = if seen.changes_the_account() {
        let pane = security_pane(seen.macos);
        Step::new("new-password", format!("Change the password now, on this Mac: {pane} > Change Password. Told the code already? Then this comes first."))
            .how("Or at account.apple.com, typed by yourself. Follow no link that somebody sent you.")
    } else {
        Step::new("new-password", "Change the password now: on a device of yours, or at account.apple.com, typed by yourself. Told the code already? Then this comes first.")
            .how("Follow no link that somebody sent you. On that page, and only there, you type a code of your own.")
            .how(HOUR)
    };
    let look = Step::new("look-around", "Look at account.apple.com at the devices and the trusted numbers: remove what is certainly not yours.")
        .how("Leave what you are not sure of, and keep a number and a device that you have in hand: without them you are locked out.");
    let given = Step::new(
        "already-given",
        "Told the code or the password already? After that, call Apple Support by the number on support.apple.com, and your bank if a card is in the account.",
    );
    let again = Step::new(
        "again",
        "More prompts come? \u{201c}Don\u{2019}t Allow\u{201d}, each time. After the new password they stop.",
    );
    Plan::of(summary, vec![first, password, look, given, again])
}

/// With security keys no code exists (Apple 102637).
pub(super) fn security_key(told: &Told, seen: &Seen) -> Plan {
    let mut use_it = Step::new(
        "use-the-key",
        "Use a security key on the screen that asks: plug it in, or hold it to the top of the iPhone, and touch it.",
    )
    .how("On another device\u{2019}s prompt choose OK: it shows no digits either.");
    use_it = match told.place {
        Some(Place::Tv) => use_it.how("An Apple TV, Watch or HomePod takes no key: approve it with an iPhone or iPad (iOS 16.3 or later) held near."),
        Some(Place::Windows) => use_it.how("iCloud for Windows cannot be used with security keys: use icloud.com in a current browser."),
        Some(Place::Web) => use_it.how("The browser does not ask for it? Update it, or use another one."),
        _ => use_it.how("It needs macOS 13.2, iOS 16.3 or later; older devices cannot sign in to this account."),
    };
    let second = Step::new("second-key", "That key is not at hand? Every account has at least two: use the other one.");
    let off = if seen.signed_in == Some(true) && seen.macos.is_none_or(|version| version >= Version::new(13, 2)) {
        Step::new("back-to-codes", format!("No key at all? Take the keys off the account on this Mac: {} > Security Keys > Remove All Security Keys.", security_pane(seen.macos)))
            .how("It asks for this Mac\u{2019}s password. From then on the account uses six-digit codes again.")
            .how("Have a trusted number that reaches you first, or the next code cannot reach you.")
    } else {
        Step::new("back-to-codes", "No key at all? On a device that is still signed in: Settings > your name > Sign-In & Security > Security Keys > Remove All Security Keys.")
            .how(HOUR)
            .how("From then on the account uses six-digit codes again: have a trusted number that reaches you first.")
    };
    let stay = Step::new(
        "stay-signed-in",
        "Sign no device out and erase none: without a key, a signed-in device is the only way. With neither, the account is lost for good.",
    );
    let support = Step::new(
        "apple-support",
        "Neither keys nor devices: ask Apple Support (support.apple.com/contact) what is left.",
    );
    let summary = "With security keys there is no code to wait for: the key takes its place.";
    Plan::of(summary, vec![use_it, second, off, stay, support])
}

/// Apple 102660: an account without two-factor authentication gets no codes on devices.
pub(super) fn no_two_factor(seen: &Seen) -> Plan {
    let steps = vec![
        Step::new("password-alone", "Sign in with the password alone; answer the security questions, if it asks them."),
        Step::new("right-account", "It wants a code all the same? Then it is another account, or somebody turned codes on: check the address that you typed.")
            .how("A code that comes by mail confirms an address. Look in that mailbox, in Junk too."),
        Step::new("forgotten", "Password or answers forgotten: iforgot.apple.com, by mail or by the questions."),
        Step::new("turn-it-on", format!("A site or program insists on two-factor authentication? Turn it on where you are signed in: {}.", security_pane(seen.macos)))
            .how("First have a number that reaches you, better two: it cannot be turned off again after two weeks, and a lost number can lock you out."),
        Step::new("apple-support", "None of it: Apple Support (support.apple.com/contact)."),
    ];
    let summary = "Without two-factor authentication Apple sends no codes to devices: there is none to wait for.";
    Plan::of(summary, steps)
}

/// A company's or school's account.
pub(super) fn work(told: &Told, seen: &Seen) -> Plan {
    let mut ask = Step::new("administrator", "Ask the administrator (IT, or the school\u{2019}s office): they see how this account signs in, and can reset it.")
        .how("Say which screen asks, and what it says, word for word.");
    let here = told.place.is_none_or(|place| place == Place::ThisMac);
    if here && seen.causes.first().is_some_and(|cause| !cause.id.starts_with("account/")) {
        ask = ask.how(format!("Tell them what this Mac shows: {}", seen.headline));
    }
    let mut steps = vec![
        ask,
        Step::new("their-page", "You sign in on your organisation\u{2019}s own page? Then the code comes from there: their app, their text, their key.")
            .how("Apple sends nothing then, whatever the device does."),
    ];
    steps.extend(other_device(told).filter(|_| told.other_device == Some(Device::Here)));
    steps.push(text_or_call(told));
    steps.push(Step::new(
        "no-recovery",
        "Leave iforgot.apple.com and account recovery alone: they are not for such accounts.",
    ));
    Plan::of("An organisation owns this account: it decides how you get in, not Apple and not this Mac.", steps)
}

/// What is asked for is not the six digits, so nothing that brings those is of use.
pub(super) fn another_code(told: &Told, seen: &Seen, lead: Step) -> Plan {
    let mut steps = vec![lead];
    steps.extend(at_the_screen(told, seen).filter(|step| step.id == "later"));
    steps.push(
        Step::new(
            "six-digits-too",
            "It asks for six digits as well? Those show on a device that is signed in with the account, after Allow.",
        )
        .how("Or choose \u{201c}Didn\u{2019}t get a code?\u{201d} on the screen that asks, then a text or a call."),
    );
    steps.push(Step::new(
        "apple-support",
        "None of it: Apple Support (support.apple.com/contact). Nobody there needs a code from you.",
    ));
    Plan::of("What it asks for is not the six-digit code: to wait for one does not help.", steps)
}

/// A child's account, in a family (Apple 102656: a parent sets the password).
pub(super) fn child(told: &Told, seen: &Seen) -> Plan {
    let mut devices = Step::new(
        "childs-devices",
        "Unlock the child\u{2019}s iPhone, iPad or Mac: the prompt shows there. Choose Allow, and read the six digits.",
    );
    if seen.signed_in == Some(true) && told.place != Some(Place::ThisMac) {
        devices = devices.how("On this Mac only if it is signed in with the child\u{2019}s account, not with yours.");
    }
    let steps = vec![
        Step::new("parents-phone", "Look at the parent\u{2019}s phone: the number that the child\u{2019}s codes go to is often theirs."),
        devices,
        Step::new("text-or-call", "Choose \u{201c}Didn\u{2019}t get a code?\u{201d} on the screen that asks, then a text or a call to that number.")
            .how("That number is gone? Where the child is signed in, add the parent\u{2019}s: Settings > the child\u{2019}s name > Sign-In & Security > Two-Factor Authentication.")
            .how("Keep the old one until a code has come to the new one: without either the child is locked out."),
        Step::new("parent-sets-password", "Password unknown, or locked: the parent sets a new one on their own iPhone or iPad: Settings > Family > the child > Apple Account & Password.")
            .how("Before iOS 18: Settings > the parent\u{2019}s name > Family Sharing > the child.")
            .how(HOUR),
        Step::new("screen-time", "It says that changes are not allowed? On the parent\u{2019}s device: Screen Time > the child > Content & Privacy Restrictions > Account Changes: Allow.")
            .how("In newer versions it stands under Preference Restrictions."),
        Step::new("apple-support", "None of it: the parent asks Apple Support. Make no second account: what was bought and saved stays with the first."),
    ];
    Plan::of("A child\u{2019}s account: the way in is the parent\u{2019}s device.", steps)
}
