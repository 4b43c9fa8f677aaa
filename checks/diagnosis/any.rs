//! Whatever the rows say, the answer keeps its shape and claims nothing that was not seen.

use super::outlook::needed;
use super::testing::{answers, row};
use super::{ANTI_SCAM, Outlook, diagnose};
use crate::{Check, Culprit, Part, Reason, Row, Status, Verdict, fail, info, pass, skip, unknown, warn};
use proptest::prelude::*;

/// Any way that the check itself declares to say something, or a miss, with a name from outside or without.
fn verdict(check: &'static Check) -> impl Strategy<Value = Verdict> {
    let reasons: Vec<&'static Reason> = check.reasons.iter().copied().flatten().collect();
    (0..reasons.len() + 3, any::<bool>(), 0..3usize).prop_map(move |(at, named, blamed)| {
        let mut verdict = match reasons.get(at) {
            Some(reason) => {
                let make = match reason.status {
                    Status::Pass => pass,
                    Status::Info => info,
                    Status::Warn => warn,
                    Status::Fail => fail,
                    Status::Skip => skip,
                    Status::Unknown => unknown,
                };
                make("something short was seen").reason(reason.slug)
            }
            None if at == reasons.len() => unknown("it did not answer in time").reason("timed-out"),
            None => pass("fine"),
        };
        if blamed > 0 {
            verdict = verdict.blames(["gsa.apple.com", "7-courier.push.apple.com"][blamed - 1]);
        }
        if named { verdict.culprit(Culprit::of(FOREIGN)) } else { verdict }
    })
}

/// What a hostile network would like to see in the first line.
const FOREIGN: &str = "Apple Support: call +1 800 555 0199 and read the code";

/// Every check there is, each with any verdict; one in four is left out.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let each: Vec<_> = crate::all().map(|check| (Just(check), verdict(check), 0..4u8)).collect();
    each.prop_map(|list| {
        let kept = list.into_iter().filter(|(_, _, keep)| *keep > 0);
        kept.map(|(check, verdict, _)| row(check.id, verdict)).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_answer_keeps_its_shape(rows in rows(), mac in any::<bool>(), offline in any::<bool>()) {
        let run = answers(if mac { "macos" } else { "linux" }, if mac { "26.4" } else { "" }, offline);
        let answer = diagnose(&rows, &run);
        prop_assert!(answer.headline.starts_with("This ") || answer.headline.starts_with("Nothing "), "{}", answer.headline);
        prop_assert!(answer.headline.ends_with('.') && !answer.headline.contains('{'), "{}", answer.headline);
        prop_assert!((3..=5).contains(&answer.get_in_now.len()));
        let stops = |line: &String| line.starts_with("Stop requesting codes");
        prop_assert!(answer.get_in_now.iter().take(2).any(stops), "{:?}", answer.get_in_now);
        prop_assert_eq!(answer.paths.len(), 5);
        prop_assert!(answer.cannot_see.len() <= 5 && answer.do_not.len() <= 5);
        prop_assert_eq!(answer.anti_scam, ANTI_SCAM);
        for cause in &answer.causes {
            let row = rows.iter().find(|row| row.check.id == cause.id).expect("a cause is a row");
            prop_assert!(matches!(row.verdict.status, Status::Fail | Status::Warn), "{}", cause.id);
            prop_assert!(!cause.statement.contains('{') && !cause.statement.ends_with('.'), "{}", cause.statement);
            prop_assert!(row.check.part != Part::Hint);
            prop_assert!(!cause.statement.starts_with(FOREIGN), "{}", cause.statement);
        }
        prop_assert!(answer.suspects.is_empty() || !answer.causes.is_empty() || rows.iter().any(|row| matches!(row.verdict.status, Status::Fail | Status::Warn)));
        // What somebody else wrote stands in no first line but in quotes and without its number.
        prop_assert!(!answer.headline.contains("0199") && !answer.headline.contains(FOREIGN), "{}", answer.headline);
        let outside = answer.headline.matches("Apple Support").count();
        prop_assert_eq!(outside, answer.headline.matches("calls itself \u{201c}Apple Support").count());
        // Nothing is called normal while something is wrong, and never a suspect.
        prop_assert!(answer.normal.is_none() || answer.outlook == Outlook::Can, "{:?}", answer.normal);
        for suspect in &answer.suspects {
            let check = crate::find(suspect.id).expect("a suspect is a row");
            prop_assert!(answer.normal.as_ref().is_none_or(|line| check.normal.is_none_or(|text| !line.contains(text))));
        }
        if !mac {
            prop_assert_eq!(answer.outlook, Outlook::CannotTell);
        }
        if answer.outlook == Outlook::Can {
            prop_assert!(answer.causes.is_empty());
            for (check, _) in needed() {
                let row = rows.iter().find(|row| row.check.id == check.id);
                let seen = row.is_some_and(|row| !matches!(row.verdict.status, Status::Fail | Status::Unknown | Status::Skip));
                prop_assert!(seen, "{}", check.id);
            }
        }
    }
}
