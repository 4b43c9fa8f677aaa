//! Focus and Do Not Disturb.

use crate::preferences::FOCUS;
use crate::read::focus;
use crate::{
    Answers, Certainty, Check, Miss, NEEDS_FULL_DISK_ACCESS, Permission, Question, Verdict, fix::catalogue, info, skip,
};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "mac/focus",
    title: "No Focus is on",
    wrong: "a Focus is on",
    why: "A Focus hides notifications. The code prompt seems to be a window of its own, and no report is known that a Focus hides it.",
    certainty: Certainty::Context("no report of a hidden code prompt is known"),
    part: Part::Machine,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some("a Focus is on (not known to hide code prompts)"),
    reasons: &[&[
        Reason::info("no-list").nothing(),
        Reason::info("none").nothing(),
        Reason::info("on"),
        Reason::skip(NEEDS_FULL_DISK_ACCESS),
    ]],
    fix: &catalogue::FOCUS,
    asks: &[&[Question::Preferences(&FOCUS)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let tree = match answers.preferences(&FOCUS) {
        // The list is made when a Focus is first used.
        Err(Miss::NotHere) => return Ok(info("this Mac keeps no list of it").reason("no-list")),
        // Nobody has to grant it for a hint like this one, so not having it counts for nothing.
        Err(Miss::Denied(Permission::FullDiskAccess)) => {
            return Ok(skip("optional, not looked at: needs Full Disk Access").reason(NEEDS_FULL_DISK_ACCESS));
        }
        other => other?,
    };
    #[allow(clippy::cast_precision_loss)]
    let now = answers.started() as f64 / 1000.0;
    Ok(match focus::active(tree, now) {
        // One that a schedule switched on is not in the file, so this is no pass.
        0 => info("none by hand; schedules cannot be seen").reason("none"),
        _ => info("one is on; it is not known to hide codes").reason("on"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;
    use serde_json::json;

    #[test]
    fn a_focus_is_never_more_than_information() {
        let on = Mac::of("15.2").keeps(&FOCUS, json!({ "until": [null] }));
        assert_eq!(on.judged(&CHECK).unwrap().reason, Some("on"));
        let over = Mac::of("15.2").keeps(&FOCUS, json!({ "until": [1000.0] }));
        let none = over.judged(&CHECK).unwrap();
        assert_eq!((none.status, none.reason), (Status::Info, Some("none")));
        let answer = |miss: Miss| Mac::of("15.2").says(&Question::Preferences(&FOCUS), Err(miss)).judged(&CHECK);
        assert_eq!(answer(Miss::NotHere).unwrap().status, Status::Info);
        let optional = answer(Miss::Denied(Permission::FullDiskAccess)).unwrap();
        assert_eq!((optional.status, optional.reason), (Status::Skip, Some(NEEDS_FULL_DISK_ACCESS)));
        let denied = Miss::Denied(Permission::FilePermissions);
        assert_eq!(answer(denied.clone()).unwrap_err(), denied);
    }
}
