//! The plan: which kind it is, and, for an ordinary account, which ways in what order.

use super::heard::heard;
use super::step::{MOST, Plan, Step};
use super::ways::{
    add_a_number, alone, at_the_screen, borrowed, code_here, last_resort, new_password, other_device, prepared,
    stolen_number, text_or_call,
};
use super::{Account, Asked, Device, Happens, Number, Place, Seen, Told, special};
use crate::explain::{Message, Side};
use crate::{Fix, Version};

/// What spares the next lock-out, once this one is over.
const AFTERWARDS: &str =
    "Once you are in: add a second trusted number that does not ring on your iPhone, and a recovery contact.";

/// The least that is true of everybody to whom nothing comes.
const ONE_TRY: &str = "One try of each, in this order: after many, Apple stops sending for hours.";

/// Draws the plan up.
pub fn plan(told: &Told, seen: &Seen) -> Plan {
    let text = told.screen.as_deref().map(heard);
    let mut told = told.clone();
    if let Some(heard) = &text {
        heard.add_to(&mut told);
    }
    let message = text.as_ref().and_then(|heard| heard.message);
    if matches!(told.asked, Some(Asked::No | Asked::Somebody)) {
        return special::fraud(&told, seen);
    }
    // The list is of this Mac's account, which a child's, say, need not be.
    if matches!(told.account, None | Some(Account::Personal)) {
        told.other_device = told.other_device.or_else(|| seen.other_device(told.place));
    }
    let here = told.place == Some(Place::ThisMac);
    let mut plan = match told.account {
        Some(Account::SecurityKey) => special::security_key(&told, seen),
        Some(Account::NoTwoFactor) => special::no_two_factor(seen),
        Some(Account::Work) => special::work(&told, seen),
        Some(Account::Child) => special::child(&told, seen),
        // Only what this Mac itself asks about is about this Mac\u{2019}s account.
        None if here && seen.managed => special::work(&told, seen),
        None if here && seen.no_two_factor => special::no_two_factor(seen),
        Some(Account::Personal) | None => {
            let another = text.as_ref().and_then(super::heard::Heard::another_code).and_then(from_message);
            another.map_or_else(|| ordinary(&told, seen, message), |lead| special::another_code(&told, seen, lead))
        }
    };
    if let Some(heard) = &text {
        plan.summary = format!("{} {}", heard.said(), plan.summary);
    }
    if told.asked.is_none() {
        plan.summary.push_str(" If you did not ask for the code yourself: choose \u{201c}Don\u{2019}t Allow\u{201d}, tell it to nobody, and change the password.");
    }
    plan
}

/// A person's own account, with codes.
fn ordinary(told: &Told, seen: &Seen, message: Option<&Message>) -> Plan {
    let alone = alone(told, seen);
    // How much each is missed if it is left out: the least first.
    let mut steps: Vec<(u8, Step)> = Vec::new();
    let mut add = |keep: u8, step: Option<Step>| steps.extend(step.map(|step| (keep, step)));
    add(9, stolen_number(told));
    let lead = lead(told, seen, message);
    let begun = lead.is_some();
    // A new password asks for the number: where that can be had again, it comes first.
    let (lead, late) = if needs_the_number(told, seen) { (None, lead) } else { (lead, None) };
    add(8, lead);
    // A program's own trouble comes before this Mac's, this Mac's before a page's.
    // A program's message says all that the step for programs says, and more.
    let told_already = begun && told.happens.is_none() && message.is_some_and(|one| one.side == Side::Program);
    let screen = at_the_screen(told, seen)
        .filter(|step| !(step.id == "browser" && begun || step.id == "program" && told_already));
    let (first, second) = match told.place {
        Some(Place::Program) => ((7, screen), (6, repair(told, seen))),
        _ => ((7, repair(told, seen)), (6, screen)),
    };
    add(first.0, first.1);
    add(second.0, second.1);
    // Six digits read out over the telephone are for those who have nothing else.
    let by_phone =
        told.other_device == Some(Device::Elsewhere) && matches!(told.number, Some(Number::Works | Number::Abroad));
    if !by_phone && told.happens != Some(Happens::Delay) {
        add(6, other_device(told));
    }
    add(7, code_here(told, seen));
    add(8, add_a_number(told, seen));
    add(10, Some(text_or_call(told)));
    add(8, late);
    if by_phone {
        add(5, other_device(told));
    }
    add(9, prepared(told, seen));
    if alone {
        add(6, Some(borrowed()));
    }
    add(10, Some(last_resort(told, seen)));
    while steps.len() > MOST {
        let least = (0..steps.len()).min_by_key(|at| steps[*at].0).unwrap_or_default();
        steps.remove(least);
    }
    Plan {
        summary: summary(told, seen),
        note: (told.happens != Some(Happens::TooMany)).then_some(ONE_TRY),
        steps: steps.into_iter().map(|(_, step)| step).collect(),
        afterwards: Some(AFTERWARDS),
    }
}

/// Whether what is wrong with this Mac can matter to the screen that asks.
pub(super) fn concerns_this_mac(told: &Told) -> bool {
    matches!(told.place, None | Some(Place::ThisMac | Place::Web | Place::Program))
}

fn summary(told: &Told, seen: &Seen) -> String {
    // To be signed out is how everybody begins; they know.
    let signed_out = seen.causes.first().is_some_and(|cause| cause.id == "account/icloud");
    if concerns_this_mac(told) && !signed_out {
        return seen.headline.into();
    }
    match seen.signed_in {
        Some(true) => "This Mac is signed in: if it is the same account, it is a way in for that screen.".into(),
        Some(false) => "This Mac is not signed in yet, so the code comes to another device, or to your number.".into(),
        None => "The code comes to a device that is signed in with the account, or to your number.".into(),
    }
}

/// Whether the first thing to do waits for the number, which is in a lost phone.
fn needs_the_number(told: &Told, seen: &Seen) -> bool {
    told.number == Some(Number::Lost)
        && matches!(told.happens, Some(Happens::Locked | Happens::Password))
        && new_password(told, seen).is_none()
}

/// The number that a new password asks for, where it cannot be had.
const WITHOUT_THE_NUMBER: &str = "You have no such number any more? The steps below go without it.";

/// The first step, where what happens asks for one of its own.
fn lead(told: &Told, seen: &Seen, message: Option<&Message>) -> Option<Step> {
    let Some(happens) = told.happens else { return message.and_then(from_message) };
    Some(match happens {
        Happens::Nothing => return None,
        Happens::TooMany => match message.filter(|message| message.id == "too-many-tries").and_then(from_message) {
            Some(step) => step,
            None => Step::new("last-code", "Enter the last code you received, once. None came, or it is refused? Stop, and wait.")
                .how("Apple names no time; people report hours, up to a day. Every further try makes it longer."),
        },
        Happens::NumberRefused => Step::new("not-this-number", "Ask for no more texts to this number: Apple\u{2019}s server refuses it for now.")
            .how("It is nothing on this Mac and nothing at your carrier. A code on a device does not need the number."),
        Happens::Refused => Step::new("newest-code", "Use the newest code only, and once: each new one cancels those before.")
            .how("A text\u{2019}s code belongs on the screen that spoke of a text, a device\u{2019}s on the one that spoke of devices.")
            .how("Made on a device while offline? Its clock must be right."),
        Happens::NoDigits => Step::new("allow-again", "Choose Allow once more, on one device, unlocked; wait there for the six digits.")
            .how("Only \u{201c}OK\u{201d}, never digits? Then the account has security keys: use a key."),
        Happens::NoField => Step::new("same-field", "Type the password and, right after it, the six digits, in the same field.")
            .how("Older systems have no field of their own for the code: the sign-in fails once, and the code comes."),
        Happens::Locked => unlock(told, seen),
        Happens::Password => new_password(told, seen).unwrap_or_else(|| {
            let step = Step::new("forgotten", "Set a new password at iforgot.apple.com. It asks for the trusted number.")
                .how("Or in the Apple Support app on a borrowed iPhone: Reset Password > Help Someone Else.");
            if told.number == Some(Number::Gone) { step.how(WITHOUT_THE_NUMBER) } else { step }
        }),
        Happens::Passkey => Step::new("other-way", "Choose another way on that screen (\u{201c}Sign in with password\u{201d}, \u{201c}Other options\u{201d}): a passkey does not stop codes.")
            .how("Or scan the square that it shows with the iPhone or iPad that holds the passkey."),
        Happens::Delay => Step::new("wait-the-hour", "Let the hour pass on that iPhone, then confirm with Face ID or Touch ID.")
            .how("At home or at work it can end sooner. Switching the protection off waits just as long.")
            .how(if seen.signed_in == Some(true) { "Or make the same change on this Mac, which is signed in: the hour is known of iPhones only." } else { "A signed-in Mac knows no such hour." }),
    })
}

/// Apple 102640.
fn unlock(told: &Told, seen: &Seen) -> Step {
    let meanwhile = "Stop trying meanwhile: a locked account stays locked longer.";
    let shop = "\u{201c}Media & Purchases disabled\u{201d} is another thing: only Apple Support lifts that.";
    if let Some(mut step) = new_password(told, seen) {
        step.how.insert(0, meanwhile.into());
        return step.how("Still locked afterwards? iforgot.apple.com.");
    }
    let step = Step::new(
        "unlock",
        "Unlock the account at iforgot.apple.com, and set a new password there. It asks for the trusted number.",
    )
    .how(meanwhile);
    let step = if told.number == Some(Number::Gone) { step.how(WITHOUT_THE_NUMBER) } else { step };
    step.how(shop)
}

/// A message's own advice; what speaks of this program is for those who do not run it yet.
fn from_message(message: &Message) -> Option<Step> {
    let mut todo = message.todo.iter().filter(|text| !text.contains("codesent")).map(|text| (*text).to_owned());
    let text = todo.next()?;
    Some(Step { id: "message", text, how: todo.collect() })
}

/// What stops codes on this Mac, where that can be it.
fn repair(told: &Told, seen: &Seen) -> Option<Step> {
    if !concerns_this_mac(told) || matches!(told.happens, Some(Happens::TooMany | Happens::Locked | Happens::Password))
    {
        return None;
    }
    let cause = seen.causes.iter().find(|cause| !cause.id.starts_with("account/icloud"))?;
    Some(from(cause.fix, seen.macos))
}

/// A fix as a step: its title, then its steps, then what helps with them.
fn from(fix: &'static Fix, macos: Option<Version>) -> Step {
    let mut how: Vec<String> =
        fix.steps_for(macos).filter(|text| !text.contains("codesent")).map(str::to_owned).collect();
    how.extend(fix.link_for(macos).map(|link| format!("Open: open \"{link}\"")));
    how.extend(fix.command.filter(|command| !command.contains("codesent")).map(|command| format!("Paste: {command}")));
    Step { id: "repair", text: format!("{}.", fix.title), how }
}
