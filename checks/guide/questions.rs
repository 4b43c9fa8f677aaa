//! What to ask next: two questions of everybody, then at most four, and whether a suspected VPN may be left; each only where
//! its answer changes the plan.

use super::plan::concerns_this_mac;
use super::ways::alone;
use super::{Account, Asked, Place, Seen, Told};

/// A question with its choices.
#[derive(Debug)]
pub struct Ask {
    /// The field of the answers that it fills.
    pub field: &'static str,
    /// The question, short enough for forty columns.
    pub text: &'static str,
    /// A line that helps to answer it; empty for none.
    pub help: &'static str,
    /// The choices. "Not sure" goes without saying.
    pub choices: &'static [Choice],
}

/// One choice.
#[derive(Debug)]
pub struct Choice {
    /// As it is shown, short enough for forty columns.
    pub label: &'static str,
    /// As it stands in the answers; [`TEXT`]: the person types something.
    pub value: &'static str,
}

/// The choice behind which a text is asked for.
pub const TEXT: &str = "text";

const fn choice(label: &'static str, value: &'static str) -> Choice {
    Choice { label, value }
}

const WHERE: Ask = Ask {
    field: "where",
    text: "Which screen asks for the code?",
    help: "",
    choices: &[
        choice("This Mac", "this-mac"),
        choice("An iPhone or iPad", "iphone"),
        choice("A website", "web"),
        choice("An Apple TV, Watch or HomePod", "tv"),
        choice("A Windows PC", "windows"),
        choice("A program that is not Apple\u{2019}s", "program"),
        choice("A new or erased Mac, setting up", "setup"),
    ],
};

const ASKED: Ask = Ask {
    field: "asked",
    text: "Did you ask for the code yourself?",
    help: "",
    choices: &[
        choice("Yes, I am signing in", "yes"),
        choice("No, it came by itself", "no"),
        choice("Somebody asks me to tell it", "somebody"),
    ],
};

const PAST_VPN: Ask = Ask {
    field: "past_vpn",
    text: "May this Mac leave the VPN once?",
    help: "It tells whether the VPN keeps codes away. It shows Apple and a DNS service your own address for a moment; the VPN \
           itself stays on.",
    choices: &[choice("Yes, once", "yes"), choice("No, stay inside it", "no")],
};

const ACCOUNT: Ask = Ask {
    field: "account",
    text: "What kind of account is it?",
    help: "A security key is a thing that you plug in or tap. A passkey is none.",
    choices: &[
        choice("My own", "personal"),
        choice("A child\u{2019}s, in a family", "child"),
        choice("My work\u{2019}s or school\u{2019}s", "work"),
        choice("One with security keys", "security-key"),
        choice("Two-factor was never on", "no-two-factor"),
    ],
};

const DEVICE: Ask = Ask {
    field: "other_device",
    text: "Another device with that account?",
    help: "An iPhone, iPad or other Mac that is signed in with it.",
    choices: &[choice("Yes, here with me", "here"), choice("Yes, but somewhere else", "elsewhere"), choice("No", "no")],
};

const NUMBER: Ask = Ask {
    field: "number",
    text: "The number that codes go to?",
    help: "",
    choices: &[
        choice("Mine, and texts arrive", "works"),
        choice("Mine, but no texts arrive", "no-texts"),
        choice("Mine, and I am abroad", "abroad"),
        choice("In a lost or broken phone", "lost"),
        choice("No longer mine", "gone"),
        choice("Suddenly without any service", "no-service"),
    ],
};

const PREPARED: Ask = Ask {
    field: "prepared",
    text: "Did you set one of these up?",
    help: "",
    choices: &[
        choice("A recovery contact", "contact"),
        choice("A recovery key, and I have it", "key"),
        choice("A recovery key, and it is lost", "key-lost"),
        choice("Neither", "no"),
    ],
};

const HAPPENS: Ask = Ask {
    field: "happens",
    text: "What happens?",
    help: "",
    choices: &[
        choice("No code comes", "nothing"),
        choice("A code comes and is refused", "refused"),
        choice("Too many codes, try later", "too-many"),
        choice("Allow shows no digits", "no-digits"),
        choice("There is no field for it", "no-field"),
        choice("The account is locked", "locked"),
        choice("The password is not known", "password"),
        choice("It wants a passkey", "passkey"),
        choice("It makes me wait an hour", "delay"),
        choice("It shows a message: I type it", TEXT),
    ],
};

/// The next question; none: enough is known. `done` are the fields that were asked already, answered or not.
pub fn next(told: &Told, seen: &Seen, done: &[&str]) -> Option<&'static Ask> {
    let open = |ask: &Ask| !done.contains(&ask.field) && !told.has(ask.field);
    if open(&WHERE) {
        return Some(&WHERE);
    }
    if open(&ASKED) {
        return Some(&ASKED);
    }
    if matches!(told.asked, Some(Asked::No | Asked::Somebody)) {
        return None;
    }
    if seen.suspects_vpn && concerns_this_mac(told) && open(&PAST_VPN) {
        return Some(&PAST_VPN);
    }
    // What this Mac itself asks about is about this Mac\u{2019}s account, and that is known then.
    let known = told.place == Some(Place::ThisMac) && (seen.managed || seen.no_two_factor);
    if !known && open(&ACCOUNT) {
        return Some(&ACCOUNT);
    }
    if !matches!(told.account, Some(Account::Personal) | None) || known && told.account.is_none() {
        return None;
    }
    // Apple's own list, where it answers, spares one.
    if open(&DEVICE) && seen.other_device(told.place).is_none() {
        return Some(&DEVICE);
    }
    if open(&NUMBER) {
        return Some(&NUMBER);
    }
    // For whom nothing at all is left, only what was prepared matters.
    if alone(told, seen) {
        return open(&PREPARED).then_some(&PREPARED);
    }
    (open(&HAPPENS) && told.screen.is_none()).then_some(&HAPPENS)
}

/// The questions that are answered, with the answers, as the person saw them.
pub fn in_words(told: &Told) -> Vec<(&'static str, &'static str)> {
    let tree = serde_json::to_value(told).unwrap_or_default();
    let answered = |ask: &'static Ask| {
        let value = tree[ask.field].as_str()?;
        let label = ask.choices.iter().find(|choice| choice.value == value).map(|choice| choice.label);
        // What only a message says has no line in the list.
        Some((ask.text, label.unwrap_or("Apple refuses the number")))
    };
    [&WHERE, &ASKED, &PAST_VPN, &ACCOUNT, &DEVICE, &NUMBER, &PREPARED, &HAPPENS]
        .into_iter()
        .filter_map(answered)
        .collect()
}
