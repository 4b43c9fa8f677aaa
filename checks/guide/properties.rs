//! What holds of every plan, whatever is answered, and of the questions.

use super::{Account, Asked, Happens, Place, Plan, Prepared, Seen, TEXT, Told, next, plan};
use crate::Version;

fn all_of<T: serde::de::DeserializeOwned>(words: &[&str]) -> Vec<Option<T>> {
    let known = words.iter().map(|word| serde_json::from_value((*word).into()).ok());
    let list: Vec<Option<T>> = std::iter::once(None).chain(known).collect();
    assert_eq!(list.iter().filter(|one| one.is_none()).count(), 1, "{words:?}");
    list
}

/// Every set of answers of somebody with an ordinary account, before every kind of Mac.
fn everybody(mut look: impl FnMut(&Told, &Seen, &Plan)) {
    let places = all_of::<Place>(&["this-mac", "iphone", "web", "tv", "windows", "program", "setup"]);
    let happens = all_of::<Happens>(&[
        "nothing",
        "refused",
        "too-many",
        "number-refused",
        "no-digits",
        "no-field",
        "locked",
        "password",
        "passkey",
        "delay",
    ]);
    let devices = all_of(&["here", "elsewhere", "no"]);
    let numbers = all_of(&["works", "no-texts", "abroad", "lost", "gone", "no-service"]);
    let prepared = all_of::<Prepared>(&["contact", "key", "key-lost", "no"]);
    for signed_in in [None, Some(true), Some(false)] {
        let macos = Version::parse("15.1");
        let seen = Seen { macos, signed_in, makes_codes: signed_in == Some(true), headline: "Seen.", ..Seen::NOTHING };
        for place in &places {
            for happens in &happens {
                for other_device in &devices {
                    for number in &numbers {
                        for prepared in &prepared {
                            let told = Told {
                                place: *place,
                                asked: Some(Asked::Yes),
                                account: Some(Account::Personal),
                                other_device: *other_device,
                                number: *number,
                                prepared: *prepared,
                                happens: *happens,
                                past_vpn: None,
                                screen: None,
                            };
                            look(&told, &seen, &plan(&told, &seen));
                        }
                    }
                }
            }
        }
    }
}

fn texts(plan: &Plan) -> String {
    let lines = plan.steps.iter().flat_map(|step| [vec![step.text.clone()], step.how.clone()].concat());
    [vec![plan.summary.clone()], lines.collect()].concat().join("\n")
}

#[test]
fn every_plan_is_short_whole_and_says_what_can_lock_out() {
    everybody(|told, _, plan| {
        let ids: Vec<&str> = plan.steps.iter().map(|step| step.id).collect();
        assert!((2..=super::MOST).contains(&ids.len()), "{told:?}: {ids:?}");
        for (at, id) in ids.iter().enumerate() {
            assert!(!ids[..at].contains(id), "{told:?}: {id} twice");
        }
        let last = *ids.last().unwrap();
        assert!(matches!(last, "account-recovery" | "apple-support"), "{told:?}: {ids:?}");
        assert!(ids.contains(&"text-or-call") || ids.contains(&"same-number"), "{told:?}: {ids:?}");
        let all = texts(plan);
        assert!(!all.contains("codesent") && !all.contains("turn two-factor"), "{told:?}");
        for step in &plan.steps {
            let whole = [vec![step.text.clone()], step.how.clone()].concat().join(" ");
            if step.id == "account-recovery" {
                for part in ["days", "other devices switched off", "recovery key"] {
                    assert!(whole.contains(part), "{told:?}: {part}");
                }
            }
            if step.id == "add-a-number" {
                assert!(whole.contains("Keep the old number") && whole.contains("locked out"), "{told:?}");
            }
        }
        if told.prepared == Some(Prepared::KeyLost) {
            assert!(!ids.contains(&"account-recovery"), "{told:?}: there is none with a recovery key");
        }
    });
}

#[test]
fn nobody_is_told_what_does_not_fit() {
    everybody(|told, seen, plan| {
        let all = texts(plan);
        let id = |id: &str| plan.steps.iter().any(|step| step.id == id);
        if told.happens != Some(Happens::TooMany) {
            assert!(!all.contains("Enter the last"), "{told:?}");
        }
        if matches!(told.happens, Some(Happens::TooMany | Happens::NumberRefused)) {
            assert!(!all.contains("then a text or"), "{told:?}");
        }
        if seen.signed_in != Some(true) {
            assert!(!id("code-here") && !all.contains("This Mac is signed in"), "{told:?}");
        }
        if !matches!(told.place, None | Some(Place::ThisMac | Place::Web | Place::Program)) {
            assert!(!id("repair") && !all.contains("Seen."), "{told:?}");
        }
        assert!(!all.contains("Your message") && !all.contains("What you typed"), "{told:?}");
    });
}

#[test]
fn a_text_is_recognised_or_said_not_to_be() {
    let with = |screen: &str| plan(&Told { screen: Some(screen.into()), ..Told::default() }, &Seen::NOTHING);
    let known = with("-28248");
    assert!(known.summary.starts_with("Your message: "), "{}", known.summary);
    assert_eq!(known.steps[0].id, "not-this-number");
    let unknown = with("the printer is on fire");
    assert!(unknown.summary.contains("no message that is known"), "{}", unknown.summary);
    assert!(unknown.steps.iter().all(|step| step.id != "message"), "a loose match is no step");
}

#[test]
fn a_signed_in_mac_is_the_way_in_before_any_recovery() {
    everybody(|told, seen, plan| {
        use super::Number::{Abroad, Gone, Lost, NoService};
        let place = |id: &str| plan.steps.iter().position(|step| step.id == id);
        let bad = matches!(told.number, Some(Lost | Gone | NoService | Abroad));
        if seen.signed_in == Some(true) && bad {
            assert!(place("add-a-number").is_some(), "{told:?}: {plan:?}");
        }
        if seen.signed_in == Some(true) {
            let all = texts(plan);
            assert!(all.contains("Change Password") || all.contains("Recovery Key"), "{told:?}");
        }
    });
}

/// Puts the questions to everybody: every answer to each, and none.
fn interview(
    told: &Told,
    seen: &Seen,
    done: &[&'static str],
    look: &mut impl FnMut(&Told, &[&'static str], &super::Ask),
) {
    let Some(ask) = next(told, seen, done) else { return };
    look(told, done, ask);
    let done = [done, &[ask.field]].concat();
    interview(told, seen, &done, look);
    for choice in ask.choices.iter().filter(|choice| choice.value != TEXT) {
        let answered = told.with(ask.field, choice.value);
        assert!(answered.has(ask.field), "{}: {} is no answer", ask.field, choice.value);
        interview(&answered, seen, &done, look);
    }
}

#[test]
fn at_most_six_questions_and_each_changes_the_plan() {
    for signed_in in [Some(true), Some(false)] {
        let seen = Seen { signed_in, makes_codes: signed_in == Some(true), ..Seen::NOTHING };
        interview(&Told::default(), &seen, &[], &mut |told, done, ask| {
            assert!(done.len() < 6, "{done:?}");
            let plans: Vec<Plan> =
                ask.choices.iter().map(|choice| plan(&told.with(ask.field, choice.value), &seen)).collect();
            assert!(plans.iter().any(|one| *one != plans[0]), "{}: {told:?}", ask.field);
        });
    }
}

#[test]
fn the_first_two_questions_come_first_and_fraud_ends_them() {
    let fields = |told: &Told| next(told, &Seen::NOTHING, &[]).map(|ask| ask.field);
    assert_eq!(fields(&Told::default()), Some("where"));
    let told = Told::default().with("where", "web");
    assert_eq!(fields(&told), Some("asked"));
    assert_eq!(fields(&told.with("asked", "no")), None);
    assert_eq!(fields(&told.with("asked", "somebody")), None);
    assert_eq!(fields(&told.with("asked", "yes")), Some("account"));
}

#[test]
fn every_answer_can_be_said() {
    let told = Told::default().with("where", "tv").with("number", "lost").with("happens", "number-refused");
    let said = super::in_words(&told);
    assert_eq!(said[0], ("Which screen asks for the code?", "An Apple TV, Watch or HomePod"));
    assert_eq!((said[1].1, said[2].1), ("In a lost or broken phone", "Apple refuses the number"));
}

#[test]
fn labels_fit_into_forty_columns() {
    interview(&Told::default(), &Seen::NOTHING, &[], &mut |_, _, ask| {
        assert!(ask.text.chars().count() <= 36, "{}", ask.text);
        for choice in ask.choices {
            assert!(choice.label.chars().count() <= 36, "{}", choice.label);
        }
    });
}

#[test]
fn whose_account_this_mac_has_is_not_asked_and_a_childs_always_is() {
    let told = Told::default().with("where", "this-mac").with("asked", "yes");
    let managed = Seen { managed: true, ..Seen::NOTHING };
    assert!(next(&told, &managed, &[]).is_none());
    assert_eq!(plan(&told, &managed).steps[0].id, "administrator");
    assert_eq!(next(&told.with("where", "iphone"), &managed, &[]).map(|ask| ask.field), Some("account"));
    let ask = next(&told, &Seen::NOTHING, &[]).unwrap();
    assert!(ask.choices.iter().any(|choice| choice.value == "child"));
}

#[test]
fn the_vpn_is_left_only_where_it_is_suspected_and_this_mac_matters() {
    let asks = |told: &Told, seen: &Seen, done: &[&str]| next(told, seen, done).map(|ask| ask.field);
    let suspected = Seen { suspects_vpn: true, ..Seen::NOTHING };
    for place in [Place::ThisMac, Place::Web, Place::Program] {
        let told = Told { place: Some(place), asked: Some(Asked::Yes), ..Told::default() };
        assert_eq!(asks(&told, &suspected, &[]), Some("past_vpn"), "{place:?}");
        assert_eq!(asks(&told, &suspected, &["past_vpn"]), Some("account"), "it is asked once");
        assert_eq!(asks(&told.with("past_vpn", "no"), &suspected, &[]), Some("account"));
        assert_eq!(asks(&told, &Seen::NOTHING, &[]), Some("account"));
    }
    let elsewhere = Told { place: Some(Place::Iphone), asked: Some(Asked::Yes), ..Told::default() };
    assert_eq!(asks(&elsewhere, &suspected, &[]), Some("account"));
    let fraud = Told { place: Some(Place::ThisMac), asked: Some(Asked::No), ..Told::default() };
    assert_eq!(asks(&fraud, &suspected, &[]), None);
}
