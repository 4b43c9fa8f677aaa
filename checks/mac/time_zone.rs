//! The time zone.

use crate::commands::TIME_ZONE;
use crate::preferences::TIME_ZONE_BY_PLACE;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass};
use crate::{Effect, Part, Reason, Role};
use serde_json::Value;

pub(super) const CHECK: Check = Check {
    id: "mac/time-zone",
    title: "The time zone is set",
    wrong: "the time zone may be wrong ({saw})",
    why: "With the wrong time zone people set the clock by hand until it looks right, and then it is hours off. Apple asks to \
          check the zone when a device cannot be activated.",
    certainty: Certainty::Context("a wrong zone alone does not stop codes; a clock that is off does"),
    part: Part::Machine,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::info("by-hand")]],
    fix: &catalogue::CLOCK,
    asks: &[&[Question::Command(&TIME_ZONE), Question::Preferences(&TIME_ZONE_BY_PLACE)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let zone = zone(&answers.command(&TIME_ZONE)?.stdout)?;
    // The file is a bonus: without it the zone itself is still known.
    let by_place = answers.preferences(&TIME_ZONE_BY_PLACE).ok();
    let by_place = by_place.and_then(|tree| tree.get("Active")).and_then(Value::as_bool);
    Ok(match by_place {
        Some(true) => pass(format!("{zone}, set by location")),
        Some(false) => info(format!("{zone}, set by hand; is that right?")).reason("by-hand"),
        None => pass(zone),
    })
}

/// `+0100` is `UTC+01:00`.
fn zone(text: &str) -> Result<String, Miss> {
    let text = text.trim();
    let digits =
        text.strip_prefix(['+', '-']).filter(|rest| rest.len() == 4 && rest.bytes().all(|byte| byte.is_ascii_digit()));
    let digits = digits.ok_or_else(|| Miss::Unreadable("`date` printed no time zone".into()))?;
    Ok(format!("UTC{}{}:{}", &text[..1], &digits[..2], &digits[2..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;
    use serde_json::json;

    #[test]
    fn the_zone_and_who_sets_it() {
        let mac = || Mac::of("15.2").prints(&TIME_ZONE, "-0330\n");
        assert_eq!(mac().judged(&CHECK).unwrap().saw, "UTC-03:30");
        let by_hand = mac().keeps(&TIME_ZONE_BY_PLACE, json!({ "Active": false }));
        assert_eq!(by_hand.judged(&CHECK).unwrap().status, Status::Info);
        let by_place = mac().keeps(&TIME_ZONE_BY_PLACE, json!({ "Active": true }));
        assert_eq!(by_place.judged(&CHECK).unwrap().saw, "UTC-03:30, set by location");
        for text in ["", "CET\n", "+1\n", "+\u{661}00\n"] {
            assert!(zone(text).is_err(), "{text}");
        }
    }
}
