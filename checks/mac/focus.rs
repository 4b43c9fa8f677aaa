//! Focus and Do Not Disturb.

use crate::preferences::FOCUS;
use crate::read::focus;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass};

pub(super) const CHECK: Check = Check {
    id: "mac/focus",
    title: "No Focus is on",
    why: "A Focus hides notifications. The code prompt seems to be a window of its own, and no report is known that a Focus hides it.",
    certainty: Certainty::Context("no report of a hidden code prompt is known"),
    fix: &catalogue::FOCUS,
    asks: &[Question::Preferences(&FOCUS)],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let tree = match answers.preferences(&FOCUS) {
        // The list is made when a Focus is first used.
        Err(Miss::NotHere) => return Ok(info("this Mac keeps no list of it").reason("no-list")),
        other => other?,
    };
    #[allow(clippy::cast_precision_loss)]
    let now = answers.started() as f64 / 1000.0;
    Ok(match focus::active(tree, now) {
        0 => pass("none was switched on by hand"),
        _ => info("one is on; it is not known to hide codes").reason("on"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Mac;
    use crate::{Permission, Status};
    use serde_json::json;

    #[test]
    fn a_focus_is_never_more_than_information() {
        let on = Mac::of("15.2").keeps(&FOCUS, json!({ "until": [null] }));
        assert_eq!(judge(&on.answers()).unwrap().reason, Some("on"));
        let over = Mac::of("15.2").keeps(&FOCUS, json!({ "until": [1000.0] }));
        assert_eq!(judge(&over.answers()).unwrap().status, Status::Pass);
        let answer = |miss: Miss| judge(&Mac::of("15.2").says(&Question::Preferences(&FOCUS), Err(miss)).answers());
        assert_eq!(answer(Miss::NotHere).unwrap().status, Status::Info);
        let denied = Miss::Denied(Permission::FullDiskAccess);
        assert_eq!(answer(denied.clone()).unwrap_err(), denied);
    }
}
