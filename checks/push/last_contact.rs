//! When this Mac last fetched a server list from Apple's messaging hosts.

use crate::preferences::{FACETIME_BAG, IMESSAGE_BAG};
use crate::read::dates::{APPLE_EPOCH, span};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass};
use crate::{Effect, Part, Reason, Role};
use serde_json::Value;

pub(super) const CHECK: Check = Check {
    id: "push/last-contact",
    title: "This Mac reached Apple recently",
    wrong: "this Mac has not reached Apple for long",
    why: "A recent date proves that Apple\u{2019}s messaging hosts could be reached then. An old one proves nothing: the \
          list is fetched only when it is needed.",
    certainty: Certainty::Context("dates of 4 Macs compared with the time they were saved"),
    part: Part::PushLine,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::info("none").nothing(), Reason::info("future"), Reason::info("old")]],
    fix: &catalogue::CONNECT,
    asks: &[&[Question::Preferences(&IMESSAGE_BAG), Question::Preferences(&FACETIME_BAG)]],
    after: &[],
    judge,
};

/// Younger than this is recent: a day, since the lists are good for one to two hours and a Mac sleeps at night.
const RECENT: i64 = 24 * 3600;
/// A date this far ahead is no rounding: the clock was wrong then or is wrong now.
const AHEAD: i64 = 300;

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let now = answers.started() / 1000;
    let dates = [&IMESSAGE_BAG, &FACETIME_BAG].map(|domain| answers.preferences(domain).map(fetched));
    let newest = dates.iter().filter_map(|date| *date.as_ref().ok()?).max();
    let Some(newest) = newest else {
        // A file that could not be read may hold a date; only where neither does is there none.
        return match dates.into_iter().find(|date| !matches!(date, Ok(_) | Err(Miss::NotHere))) {
            Some(Err(miss)) => Err(miss),
            _ => Ok(info("no contact is on record").reason("none")),
        };
    };
    let age = now - newest;
    Ok(if age < -AHEAD {
        info("the last contact is dated in the future").reason("future")
    } else if age <= RECENT {
        pass(format!("{} ago", span(age)))
    } else {
        info(format!("{} ago, which proves nothing", span(age))).reason("old")
    })
}

/// Seconds since 1970 of the bag's date, which counts from 2001.
#[allow(clippy::cast_possible_truncation, reason = "the range is checked first")]
fn fetched(tree: &Value) -> Option<i64> {
    let seconds = tree.get("Date")?.as_f64().filter(|seconds| (1.0..1e10).contains(seconds))?;
    Some(seconds as i64 + APPLE_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Mac;
    use crate::{Answer, Status};
    use serde_json::json;

    fn said(ago: i64) -> Verdict {
        let now = Mac::of("14.3").answers().started() / 1000;
        let mac = Mac::of("14.3").keeps(&IMESSAGE_BAG, json!({ "Date": now - APPLE_EPOCH - ago }));
        mac.keeps(&FACETIME_BAG, json!({ "Date": 1000.5 })).judged(&CHECK).unwrap()
    }

    #[test]
    fn recent_is_proof_and_old_is_nothing() {
        assert_eq!((said(26 * 60).status, said(26 * 60).saw.as_str()), (Status::Pass, "26 minutes ago"));
        assert_eq!((said(3 * 86_400).status, said(3 * 86_400).reason), (Status::Info, Some("old")));
        assert_eq!(said(-3600).reason, Some("future"));
    }

    #[test]
    fn no_date_is_told_from_no_answer() {
        let reason = |one: Result<Answer, Miss>| {
            let mac = Mac::of("14.3").says(&Question::Preferences(&IMESSAGE_BAG), one);
            let mac = mac.says(&Question::Preferences(&FACETIME_BAG), Err(Miss::NotHere));
            mac.judged(&CHECK).map(|verdict| verdict.reason)
        };
        assert_eq!(reason(Err(Miss::NotHere)), Ok(Some("none")));
        assert_eq!(reason(Ok(Answer::Preferences(json!({"Date": "soon"})))), Ok(Some("none")));
        assert_eq!(reason(Err(Miss::TimedOut)), Err(Miss::TimedOut));
    }
}
