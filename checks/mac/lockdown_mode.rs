//! Lockdown Mode.

use crate::preferences::GLOBAL;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, Version, fix::catalogue, info, pass};
use crate::{Effect, Part, Reason, Role};
use serde_json::Value;

pub(super) const CHECK: Check = Check {
    id: "mac/lockdown-mode",
    title: "Lockdown Mode is off",
    wrong: "Lockdown Mode is on",
    why: "Lockdown Mode restricts messages, web pages and profiles. It is not known to stop codes: leave it on.",
    certainty: Certainty::Context("no report of missing codes is known"),
    part: Part::Machine,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some("Lockdown Mode is on"),
    reasons: &[&[Reason::info("on")]],
    fix: &catalogue::NOTHING,
    asks: &[&[Question::Preferences(&GLOBAL)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if answers.macos().is_some_and(|version| version < Version::new(13, 0)) {
        return Ok(pass("this macOS has none"));
    }
    let value = answers.preferences(&GLOBAL)?.get("LDMGlobalEnabled");
    let on =
        value.is_some_and(|value| value.as_bool() == Some(true) || value.as_i64().is_some_and(|number| number != 0));
    Ok(match value {
        Some(Value::Bool(_) | Value::Number(_)) | None if !on => pass("it is off"),
        Some(_) if on => info("it is on; it is not known to stop codes").reason("on"),
        _ => return Err(Miss::Unreadable("its setting is of an unknown kind".into())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;
    use serde_json::json;

    #[test]
    fn on_is_information_and_never_used_is_off() {
        let verdict = |value: Value| Mac::of("15.2").keeps(&GLOBAL, value).judged(&CHECK);
        assert_eq!(verdict(json!({})).unwrap().status, Status::Pass);
        assert_eq!(verdict(json!({ "LDMGlobalEnabled": false })).unwrap().status, Status::Pass);
        for on in [json!(true), json!(1)] {
            assert_eq!(verdict(json!({ "LDMGlobalEnabled": on })).unwrap().status, Status::Info);
        }
        assert!(verdict(json!({ "LDMGlobalEnabled": "?" })).is_err());
        assert_eq!(Mac::of("12.1").judged(&CHECK).unwrap().status, Status::Pass);
    }
}
