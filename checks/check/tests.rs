//! What holds for every check's own words and lists.

use super::*;
use std::collections::BTreeSet;

#[test]
fn ids_that_explain_others_exist_and_are_listed_once() {
    for check in crate::all() {
        let list: Vec<&str> = check.explained_by().collect();
        for id in &list {
            assert!(crate::find(id).is_some() && *id != check.id, "{}: {id}", check.id);
        }
        assert_eq!(list.len(), list.iter().collect::<BTreeSet<_>>().len(), "{} lists one twice", check.id);
    }
}

/// A blocked name of a sign-in server explains a dead courier, but neither a clock nor the push line while the courier
/// is well: for these, what explains their roots counts only through the roots.
const OPEN: &[&str] = &["clock/offset", "clock/time-servers", "push/connected", "filters/proxy"];

#[test]
fn what_explains_a_row_is_itself_explained_by_what_the_row_lists() {
    let mut open = Vec::new();
    for check in crate::all().filter(|check| !OPEN.contains(&check.id)) {
        let own: BTreeSet<&str> = check.explained_by().collect();
        for above in own.iter().filter_map(|id| crate::find(id)) {
            for further in above.explained_by() {
                if !own.contains(further) {
                    open.push(format!("{} comes after {}, but not after its {further}", check.id, above.id));
                }
            }
        }
    }
    assert!(open.is_empty(), "{}", open.join("\n"));
}

#[test]
fn words_stand_alone_and_reasons_are_declared_once() {
    for check in crate::all() {
        let mut seen = BTreeSet::new();
        for reason in check.reasons.iter().copied().flatten() {
            assert!(seen.insert((reason.status, reason.slug)), "{}: {} twice", check.id, reason.slug);
            assert!(!(reason.status == Status::Pass && reason.effect.is_some()), "{}: a pass does nothing", check.id);
        }
        let all = check.reasons.iter().copied().flatten().filter_map(|reason| reason.wrong).chain([check.wrong]);
        for words in all {
            assert!(!words.is_empty() && !words.ends_with('.') && !words.starts_with(' '), "{}: {words}", check.id);
        }
    }
}

/// Rows that a trouble further up does not explain by itself: the time and the proxy need none of Apple's names, and the
/// push line is explained by the couriers where they fail.
const BY_THEMSELVES: &[&str] = &["clock/offset", "clock/time-servers", "filters/proxy", "push/connected"];

/// Whatever explains what explains a row explains the row: else a trouble shows twice, once under its cause and once beside
/// it.
#[test]
fn what_explains_is_closed() {
    let mut open = Vec::new();
    for check in crate::all().filter(|check| !BY_THEMSELVES.contains(&check.id)) {
        let known: Vec<&str> = check.explained_by().collect();
        for above in check.explained_by().filter_map(crate::find) {
            let missing = above.explained_by().filter(|id| !known.contains(id) && *id != check.id);
            open.extend(missing.map(|id| format!("{} lacks {id}, which explains {}", check.id, above.id)));
        }
    }
    assert!(open.is_empty(), "{open:#?}");
}
