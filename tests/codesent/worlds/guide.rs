//! The guide, read through as the person would: a situation a file in `tests/guide/`, the whole plan as it is printed.

use super::{faults, meeting};
use crate::golden::Goldens;
use crate::world::World;
use crate::{codesent, json, stdout};
use serde_json::Value;

/// A person before a screen.
pub(super) struct Situation {
    pub(super) name: &'static str,
    pub(super) macos: &'static str,
    pub(super) change: fn(&mut World),
    /// What they answer, as options.
    pub(super) answers: &'static str,
    /// What the screen says.
    pub(super) screen: &'static str,
    /// The ids of the steps that must be there, in this order.
    pub(super) steps: &'static str,
    /// What must not be said.
    pub(super) never: &'static [&'static str],
}

pub(super) const fn situation(
    name: &'static str,
    macos: &'static str,
    change: fn(&mut World),
    answers: &'static str,
    steps: &'static str,
    never: &'static [&'static str],
) -> Situation {
    Situation { name, macos, change, answers, screen: "", steps, never }
}

pub(super) const NOTHING: fn(&mut World) = |_| {};
pub(super) const OUT: fn(&mut World) = faults::signed_out;

/// What is told to nobody whom it would not help.
pub(super) const LAST_ONE: &str = "Enter the last";

const SITUATIONS: &[Situation] = &[
    situation(
        "only-this-mac",
        "15.7.1",
        NOTHING,
        "--where web --asked yes --account personal --other-device no --number works --happens nothing",
        "browser code-here text-or-call account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "only-this-mac-26-4",
        "26.4",
        NOTHING,
        "--where web --asked yes --account personal --other-device no --number works --happens nothing",
        "browser code-here text-or-call account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "this-mac-asks-and-push-is-dead",
        "15.7.1",
        faults::no_push_daemon,
        "--where this-mac --asked yes --account personal --other-device here --number works --happens nothing",
        "repair other-device code-here text-or-call account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "number-gone-mac-signed-in",
        "15.7.1",
        NOTHING,
        "--where iphone --asked yes --account personal --other-device no --number gone --happens nothing",
        "code-here add-a-number text-or-call account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "number-gone-mac-signed-out",
        "15.7.1",
        OUT,
        "--where this-mac --asked yes --account personal --other-device no --number gone --prepared no",
        "text-or-call borrowed-device account-recovery",
        &[LAST_ONE, "This Mac is signed in"],
    ),
    situation(
        "phone-lost-mac-signed-in",
        "26.0",
        NOTHING,
        "--where iphone --asked yes --account personal --other-device no --number lost --happens nothing",
        "code-here add-a-number same-number account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "abroad",
        "14.3",
        OUT,
        "--where this-mac --asked yes --account personal --other-device no --number abroad --happens nothing",
        "text-or-call account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "code-refused",
        "15.7.1",
        NOTHING,
        "--where web --asked yes --account personal --other-device here --number works --happens refused",
        "newest-code text-or-call account-recovery",
        &[],
    ),
    situation(
        "code-refused-clock-wrong",
        "15.7.1",
        |world| faults::clock_off(world, -3600),
        "--where web --asked yes --account personal --other-device no --number works --happens refused",
        "newest-code repair text-or-call account-recovery",
        &["works without push, even offline"],
    ),
    situation(
        "device-left-at-home",
        "15.7.1",
        OUT,
        "--where this-mac --asked yes --account personal --other-device elsewhere --number works --happens nothing",
        "text-or-call device-elsewhere account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "work-account",
        "15.7.1",
        faults::managed_account,
        "--where this-mac --asked yes --account work",
        "administrator their-page text-or-call no-recovery",
        &["start account recovery"],
    ),
    situation(
        "child",
        "15.7.1",
        NOTHING,
        "--where iphone --asked yes --account child",
        "parents-phone childs-devices text-or-call parent-sets-password",
        &["iforgot"],
    ),
    situation(
        "security-key",
        "15.7.1",
        NOTHING,
        "--where web --asked yes --account security-key",
        "use-the-key second-key back-to-codes stay-signed-in",
        &["Didn\u{2019}t get a code", "Get Verification Code"],
    ),
    situation(
        "passkey",
        "15.7.1",
        OUT,
        "--where web --asked yes --account personal --other-device here --number works --happens passkey",
        "other-way other-device text-or-call account-recovery",
        &["there is no code"],
    ),
    situation(
        "recovery-contact",
        "15.7.1",
        OUT,
        "--where this-mac --asked yes --account personal --other-device no --number lost --prepared contact",
        "same-number recovery-contact borrowed-device account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "recovery-key-lost",
        "15.7.1",
        OUT,
        "--where this-mac --asked yes --account personal --other-device no --number gone --prepared key-lost",
        "recovery-key apple-support",
        &["start account recovery"],
    ),
    situation(
        "locked-mac-signed-in",
        "15.7.1",
        NOTHING,
        "--where iphone --asked yes --account personal --other-device here --number works --happens locked",
        "new-password text-or-call",
        &[],
    ),
    situation(
        "locked-mac-signed-out",
        "15.7.1",
        OUT,
        "--where this-mac --asked yes --account personal --other-device no --number works --happens locked",
        "unlock text-or-call",
        &["This Mac is signed in"],
    ),
    situation(
        "web",
        "15.7.1",
        |world| faults::sinkhole(world, "websocket.push.apple.com"),
        "--where web --asked yes --account personal --other-device here --number works --happens nothing",
        "browser other-device code-here text-or-call account-recovery",
        &["use Safari", "Use Safari"],
    ),
    situation(
        "apple-tv",
        "15.7.1",
        faults::no_push_daemon,
        "--where tv --asked yes --account personal --other-device here --number works --happens nothing",
        "with-an-iphone other-device code-here text-or-call account-recovery",
        &["push service", "Restart"],
    ),
    situation(
        "windows",
        "15.7.1",
        NOTHING,
        "--where windows --asked yes --account personal --other-device here --number works --happens nothing",
        "windows other-device code-here text-or-call account-recovery",
        &[],
    ),
    situation(
        "setup-assistant",
        "15.7.1",
        NOTHING,
        "--where setup --asked yes --account personal --other-device here --number works --happens nothing",
        "later other-device code-here text-or-call account-recovery",
        &[],
    ),
    situation(
        "two-factor-never-on",
        "15.7.1",
        NOTHING,
        "--where web --asked yes --account no-two-factor",
        "password-alone right-account forgotten turn-it-on",
        &["Get Verification Code"],
    ),
    situation(
        "sideloader",
        "15.7.1",
        NOTHING,
        "--where program --asked yes --account personal --other-device here --number works --happens nothing",
        "program other-device code-here text-or-call account-recovery",
        &[],
    ),
    Situation {
        screen: "Too many verification codes have been sent. Enter the last code you received or try again later.",
        ..situation(
            "many-requests",
            "15.7.1",
            NOTHING,
            "--where iphone --asked yes --account personal --other-device here --number works",
            "last-code other-device code-here text-or-call",
            &["then a text or, better"],
        )
    },
    Situation {
        screen: "Verification codes can\u{2019}t be sent to this phone number at this time. (-28248)",
        ..situation(
            "number-refused",
            "15.7.1",
            OUT,
            "--where this-mac --asked yes --account personal --other-device no --number works",
            "not-this-number text-or-call account-recovery",
            &["then a text or, better"],
        )
    },
    Situation {
        screen: "The flux capacitor is not charged",
        ..situation(
            "words-nobody-knows",
            "15.7.1",
            NOTHING,
            "--where this-mac --asked yes --account personal --other-device here --number works",
            "other-device code-here text-or-call account-recovery",
            &[LAST_ONE],
        )
    },
    situation(
        "no-texts",
        "15.7.1",
        OUT,
        "--where this-mac --asked yes --account personal --other-device no --number no-texts --happens nothing",
        "text-or-call account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "allow-without-digits",
        "15.7.1",
        NOTHING,
        "--where this-mac --asked yes --account personal --other-device here --number works --happens no-digits",
        "allow-again code-here text-or-call",
        &[],
    ),
    situation(
        "stolen-device-protection",
        "26.4",
        NOTHING,
        "--where iphone --asked yes --account personal --other-device here --number gone --happens delay",
        "wait-the-hour code-here add-a-number text-or-call",
        &[],
    ),
    situation(
        "number-stolen",
        "15.7.1",
        OUT,
        "--where this-mac --asked yes --account personal --other-device no --number no-service --prepared no",
        "call-the-carrier text-or-call borrowed-device account-recovery",
        &[LAST_ONE],
    ),
    situation(
        "somebody-asks-for-the-code",
        "15.7.1",
        NOTHING,
        "--where iphone --asked somebody",
        "tell-nobody new-password look-around already-given",
        &["Get Verification Code", "Didn\u{2019}t get"],
    ),
    situation(
        "code-not-asked-for",
        "15.7.1",
        OUT,
        "--where this-mac --asked no",
        "do-not-allow new-password look-around",
        &["Get Verification Code", "Didn\u{2019}t get"],
    ),
    situation("nothing-told", "15.7.1", NOTHING, "", "code-here text-or-call account-recovery", &[LAST_ONE]),
];

fn planned(one: &Situation, more: &[&str]) -> std::process::Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recording.json");
    let mut world = World::healthy(one.macos);
    (one.change)(&mut world);
    std::fs::write(&path, world.recording()).unwrap();
    let path = path.to_string_lossy();
    let mut arguments = vec!["guide", "--no-questions", "--replay", &path];
    arguments.extend(one.answers.split_whitespace());
    if !one.screen.is_empty() {
        arguments.extend(["--screen", one.screen]);
    }
    arguments.extend(more);
    codesent(&arguments)
}

/// Each plan whole, to be read.
#[test]
fn plans_are_as_they_were_read() {
    let mut goldens = Goldens::default();
    for one in SITUATIONS.iter().chain(meeting::ALL) {
        let text = stdout(&planned(one, &[]));
        let wide = text.lines().find(|line| line.chars().count() > 80 && !line.contains("x-apple."));
        assert_eq!(wide, None, "{}", one.name);
        goldens.compare(&format!("tests/guide/{}.txt", one.name), &text);
    }
    goldens.finish("worlds::guide");
}

/// What every plan owes to the person.
#[test]
fn plans_are_short_in_order_and_safe() {
    for one in SITUATIONS.iter().chain(meeting::ALL) {
        let name = one.name;
        let plan = json(&planned(one, &["--json"]));
        let steps = plan["steps"].as_array().unwrap();
        let ids: Vec<&str> = steps.iter().map(|step| step["id"].as_str().unwrap()).collect();
        assert!((2..=6).contains(&ids.len()), "{name}: {ids:?}");
        let mut rest = ids.iter();
        for wanted in one.steps.split(' ') {
            assert!(rest.any(|id| *id == wanted), "{name}: {wanted} is missing or out of order in {ids:?}");
        }
        let texts = said(&plan);
        for never in one.never {
            assert!(!texts.contains(never), "{name} says: {never}");
        }
        assert!(!texts.contains("codesent"), "{name}: {texts}");
    }
}

/// The summary and the steps with all their details.
fn said(plan: &Value) -> String {
    let mut lines = vec![plan["summary"].as_str().unwrap().to_owned()];
    for step in plan["steps"].as_array().unwrap() {
        lines.push(step["text"].as_str().unwrap().into());
        lines.extend(step["how"].as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()));
    }
    lines.join("\n")
}
