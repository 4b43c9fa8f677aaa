//! What people type, in words of our own, and what must come first.

mod english;
mod heard;
mod heard_again;
mod others;
mod seen;
mod typed;
mod typed_again;

use super::{find, understand};

/// Text, and the id that must come first, one of several with `|` between them; `?id` may be unsure. `-` means that nothing sure
/// is said.
type Said = (&'static str, &'static str);

/// How a table was understood.
#[derive(Default)]
struct Score {
    wrong: Vec<String>,
    /// Those of the wrong ones that were answered without asking back: the worst there is.
    surely: usize,
}

fn score(table: &[Said]) -> Score {
    let mut score = Score::default();
    for (text, want) in table {
        let first = find(text).into_iter().next();
        let id = first.map_or("nothing", |one| one.message.id);
        let sure = first.is_some_and(|one| one.sure);
        let right = want.split('|').any(|want| match want.strip_prefix('?') {
            Some(want) => id == want,
            None if want == "-" => !sure,
            None => sure && id == want,
        });
        if !right {
            score.surely += usize::from(sure);
            score.wrong.push(format!("{text}: want {want}, {} {id}", if sure { "surely" } else { "perhaps" }));
        }
    }
    score
}

fn wrong(table: &[Said]) -> Vec<String> {
    score(table).wrong
}

#[test]
fn english() {
    let wrong = wrong(english::ALL);
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), english::ALL.len());
}

#[test]
fn other_languages() {
    let wrong = wrong(others::ALL);
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), others::ALL.len());
}

#[test]
fn as_people_type() {
    for table in [typed::ALL, typed_again::ALL, heard::ALL, heard_again::ALL] {
        let Score { wrong, surely } = score(table);
        assert!(wrong.is_empty(), "{} of {} wrong, {surely} of them surely: {wrong:#?}", wrong.len(), table.len());
    }
}

#[test]
fn as_others_wrote_it_down() {
    let mut all = Vec::new();
    for table in seen::ALL {
        let rows = table.rows();
        let Score { wrong, surely } = score(&rows);
        let name = table.name;
        if !wrong.is_empty() {
            all.push(format!("{name}: {} of {} wrong, {surely} of them surely: {wrong:#?}", wrong.len(), rows.len()));
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn nothing_is_claimed_for_other_things() {
    for table in
        [english::UNRELATED, typed::UNRELATED, typed_again::UNRELATED, heard::UNRELATED, heard_again::UNRELATED]
    {
        let wrong = wrong(table);
        assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), table.len());
    }
}

#[test]
fn known_texts_are_known_in_every_spelling() {
    use super::languages;
    let english = super::all().flat_map(|message| message.texts.iter().map(|text| (message.id, *text)));
    let others = languages::ALL.iter().flat_map(|language| language.texts.iter().map(|text| (text.id, text.text)));
    let mut wrong = Vec::new();
    for (at, (id, text)) in english.chain(others).enumerate() {
        let text = text.replace("%1$@", "").replace("%2$@", "").replace("%@", "");
        let hidden: String = text.chars().flat_map(|letter| [letter, '\u{ad}']).collect();
        let typed = match at % 3 {
            0 => text.clone(),
            1 => text.to_uppercase(),
            _ => hidden,
        };
        {
            let first = find(&typed).into_iter().next();
            if first.is_none_or(|one| !one.sure || one.message.id != id) {
                wrong.push(format!(
                    "{typed}: want {id}, got {:?}",
                    first.map(|one| (one.message.id, one.sure, one.score))
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {wrong:#?}", wrong.len());
}

#[test]
fn a_code_is_seen_and_the_rest_is_understood() {
    let found = understand("my code 029004 was rejected by apple");
    assert!(found.code_typed && found.matches[0].message.id == "refused");
    let found = understand("029004");
    assert!(found.code_typed && found.matches.is_empty() && found.unknown_number.is_none());
}

#[test]
fn a_named_program_is_said_beside_its_number() {
    let found = understand("SideStore: sign-in failed (-20209)");
    assert_eq!((found.program, found.matches[0].message.id), (Some("SideStore"), "account-locked"));
    assert_eq!(found.matches[0].number, Some(-20209));
}
