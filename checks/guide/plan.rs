//! The plan.

use super::{Known, Number, Owner, Place, Told};
use crate::diagnosis::{Diagnosis, Outlook, code_on_this_mac};
use crate::explain::{self, Match};
use crate::fix::catalogue as fixes;
use crate::{Fix, Version};

/// One numbered step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What to do, as a sentence.
    pub text: String,
    /// How, where it takes more than that.
    pub how: Vec<String>,
}

/// At most five steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What it comes down to, as a sentence or two.
    pub summary: String,
    /// In order.
    pub steps: Vec<Step>,
}

/// What spares the next lock-out, once this one is over.
pub const AFTERWARDS: &str =
    "Once you are in: add a second trusted number that does not ring on your iPhone, and a recovery contact.";

/// The most steps a person in trouble reads.
const MOST: usize = 5;

/// Draws the plan up.
pub fn plan(told: &Told, diagnosis: &Diagnosis, macos: Option<Version>) -> Plan {
    let message = told.screen.as_deref().and_then(|text| explain::find(text).into_iter().next());
    let summary = summary(told, diagnosis, message);
    let mut steps = Vec::new();
    if told.security_key == Some(Known::Yes) {
        key(&mut steps);
    } else {
        urgent(&mut steps, told, message);
        whose(&mut steps, told);
        repair(&mut steps, diagnosis, macos);
        ways_in(&mut steps, told, diagnosis, macos);
    }
    // The last resort stays in sight, whatever else there is to try.
    steps.truncate(MOST - 1);
    steps.push(last_resort(told));
    Plan { summary, steps }
}

fn say(text: impl Into<String>) -> Step {
    Step { text: text.into(), how: Vec::new() }
}

fn summary(told: &Told, diagnosis: &Diagnosis, message: Option<Match>) -> String {
    if told.security_key == Some(Known::Yes) {
        return "With a security key or a passkey there is no code to wait for.".into();
    }
    match message {
        Some(found) => format!("Your message: {} {}", found.message.side.sentence(), diagnosis.headline),
        None => diagnosis.headline.clone(),
    }
}

fn key(steps: &mut Vec<Step>) {
    steps.push(say("Use the security key or the passkey: no six digits come for this account."));
    steps.push(say("On another device\u{2019}s prompt, choose OK; it shows no digits either."));
    steps.push(say("Key lost? Use the second key: Apple asks for two when they are set up."));
}

/// What must not wait: a stolen number, a limit that grows with every try.
fn urgent(steps: &mut Vec<Step>, told: &Told, message: Option<Match>) {
    if told.number == Some(Number::NoService) {
        steps.push(say(
            "Call your carrier now, from another phone: a phone without service all of a sudden may mean that somebody took over your number.",
        ));
    }
    if let Some(found) = message {
        let mut todo = found.message.todo.iter().map(ToString::to_string);
        if let Some(text) = todo.next() {
            steps.push(Step { text, how: todo.collect() });
        }
    } else {
        steps.push(say(
            "Stop requesting codes, and enter the last one you received: each new one cancels the one before.",
        ));
    }
    let program = message.is_some_and(|found| found.message.fix.id == fixes::UPDATE_PROGRAM.id);
    if told.place == Some(Place::Program) && !program {
        steps.push(from(&fixes::UPDATE_PROGRAM, None));
    }
}

fn whose(steps: &mut Vec<Step>, told: &Told) {
    match told.account {
        Some(Owner::Work) => steps.push(say(
            "Ask IT or the school: they decide how this account signs in, and can reset it. Where you sign in on their page, the code comes from them.",
        )),
        Some(Owner::Child) => steps.push(say(
            "Ask the family organiser: the account\u{2019}s trusted number may be theirs, and Screen Time may hold changes back.",
        )),
        _ => {}
    }
}

/// What stops codes on this Mac.
fn repair(steps: &mut Vec<Step>, diagnosis: &Diagnosis, macos: Option<Version>) {
    if diagnosis.outlook == Outlook::CannotTell {
        return;
    }
    let mut done: Vec<&str> = Vec::new();
    for cause in diagnosis.causes.iter().filter(|cause| cause.decides() && cause.id != "account/icloud").take(2) {
        if !done.contains(&cause.fix.id) {
            done.push(cause.fix.id);
            steps.push(from(cause.fix, macos));
        }
    }
}

/// A fix as a step: its title, then its steps, then what helps with them.
fn from(fix: &'static Fix, macos: Option<Version>) -> Step {
    let mut how: Vec<String> = fix.steps_for(macos).map(str::to_owned).collect();
    how.extend(fix.link_for(macos).map(|link| format!("Open: open \"{link}\"")));
    how.extend(fix.command.map(|command| format!("Paste: {command}")));
    Step { text: format!("{}.", fix.title), how }
}

fn ways_in(steps: &mut Vec<Step>, told: &Told, diagnosis: &Diagnosis, macos: Option<Version>) {
    if told.other_device == Some(Known::Yes) {
        steps.push(Step {
            text: "Look at the other device, unlocked and online: choose Allow, and read the code there.".into(),
            how: vec![
                "Nothing shows? Make one there. On an iPhone or iPad: Settings > your name > Sign-In & Security > Get Verification Code.".into(),
                "Not there either? Note these steps, turn Airplane Mode on and Wi-Fi off, and look again.".into(),
            ],
        });
    }
    let here = diagnosis.paths.iter().find(|path| path.id == "offline-code").map(|path| path.outlook);
    if matches!(here, Some(Outlook::Can | Outlook::MightNot)) {
        steps.push(say(code_on_this_mac(macos, true)));
    }
    steps.push(match told.number {
        Some(Number::Gone) => say(
            "Choose \u{201c}Didn\u{2019}t get a code?\u{201d} and another trusted number. Do not remove the old one before a new one works.",
        ),
        Some(Number::NoTexts) => from_call(),
        Some(Number::NoService) => say("Choose \u{201c}Didn\u{2019}t get a code?\u{201d} and another trusted number, by text or call."),
        _ => say("Choose \u{201c}Didn\u{2019}t get a code?\u{201d} on the screen that asks for it, then a text or a call."),
    });
}

fn from_call() -> Step {
    Step {
        text: "Choose \u{201c}Didn\u{2019}t get a code?\u{201d}, then a call instead of a text.".into(),
        how: vec![
            "On the iPhone, look in Messages under Unknown Senders and Junk.".into(),
            "Ask the carrier to let texts from short codes through.".into(),
        ],
    }
}

fn last_resort(told: &Told) -> Step {
    let alone = told.other_device == Some(Known::No) && matches!(told.number, Some(Number::Gone | Number::NoService));
    let text = if alone {
        "Ask your recovery contact, or start account recovery at iforgot.apple.com today: without a device or number it is the way, and it takes days."
    } else {
        "Nothing helped: your recovery contact or key, else account recovery at iforgot.apple.com (it can take days), or Apple Support with `codesent report`."
    };
    say(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::diagnose;
    use crate::diagnosis::testing::{mac, row, with};
    use crate::{Row, fail};

    fn of(told: &Told, changes: Vec<Row>) -> Plan {
        plan(told, &diagnose(&with(changes), &mac("15.1")), Version::parse("15.1"))
    }

    fn texts(plan: &Plan) -> String {
        let lines = plan.steps.iter().flat_map(|step| [vec![step.text.clone()], step.how.clone()].concat());
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn never_more_than_five_and_the_last_resort_is_always_there() {
        let told = Told {
            place: Some(Place::Program),
            screen: Some("Too many verification codes have been sent.".into()),
            security_key: Some(Known::No),
            other_device: Some(Known::Yes),
            number: Some(Number::NoService),
            account: Some(Owner::Work),
        };
        for told in [Told::default(), told] {
            let plan = of(&told, vec![row("dns/sign-in", fail("x")), row("push/daemon", fail("x"))]);
            assert!((2..=5).contains(&plan.steps.len()), "{plan:?}");
            assert!(plan.steps.last().unwrap().text.contains("ecovery"), "{plan:?}");
        }
    }

    #[test]
    fn a_security_key_ends_the_wait() {
        let plan = of(&Told { security_key: Some(Known::Yes), ..Told::default() }, vec![]);
        assert!(plan.steps[0].text.contains("security key"));
        assert!(!texts(&plan).contains("Stop requesting"));
    }

    #[test]
    fn a_stolen_number_comes_first() {
        let told = Told { number: Some(Number::NoService), other_device: Some(Known::No), ..Told::default() };
        let plan = of(&told, vec![]);
        assert!(plan.steps[0].text.starts_with("Call your carrier now"));
        assert!(plan.steps.last().unwrap().text.contains("today"));
    }

    #[test]
    fn the_screen_decides_the_first_step() {
        let plan = of(&Told { screen: Some("-28248".into()), ..Told::default() }, vec![]);
        assert!(plan.summary.starts_with("Your message: Apple\u{2019}s server decides"), "{}", plan.summary);
        assert!(plan.steps[0].text.contains("Do not try again"));
        let plan = of(&Told { screen: Some("something else".into()), ..Told::default() }, vec![]);
        assert!(plan.steps[0].text.contains("Stop requesting"));
    }

    #[test]
    fn what_is_broken_here_is_repaired() {
        let plan = of(&Told::default(), vec![row("push/daemon", fail("x"))]);
        assert!(plan.steps[1].text.contains(fixes::PUSH_DAEMON.title), "{plan:?}");
        assert!(!plan.steps[1].how.is_empty());
    }

    #[test]
    fn programs_and_owners_have_their_step() {
        assert!(
            texts(&of(&Told { place: Some(Place::Program), ..Told::default() }, vec![])).contains("Update the program")
        );
        let twice = Told { place: Some(Place::Program), screen: Some("503".into()), ..Told::default() };
        assert_eq!(texts(&of(&twice, vec![])).matches("Update the program that asks").count(), 1);
        assert!(texts(&of(&Told { account: Some(Owner::Work), ..Told::default() }, vec![])).contains("Ask IT"));
        assert!(
            texts(&of(&Told { account: Some(Owner::Child), ..Told::default() }, vec![])).contains("family organiser")
        );
    }

    #[test]
    fn numbers_and_devices_have_their_step() {
        let number = |number| texts(&of(&Told { number: Some(number), ..Told::default() }, vec![]));
        assert!(number(Number::NoTexts).contains("a call instead of a text"));
        assert!(number(Number::Gone).contains("another trusted number"));
        assert!(number(Number::Works).contains("a text or a call"));
        assert!(
            texts(&of(&Told { other_device: Some(Known::Yes), ..Told::default() }, vec![])).contains("other device")
        );
        let signed_out = texts(&of(&Told::default(), vec![row("account/icloud", fail("x"))]));
        assert!(!signed_out.contains("Make a code on this Mac"));
    }
}
