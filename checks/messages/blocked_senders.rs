//! How many senders are blocked.

use crate::preferences::BLOCKED_SENDERS;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::account, info, pass};
use crate::{Effect, Part, Reason, Role};
use serde_json::Value;

pub(super) const CHECK: Check = Check {
    id: "messages/blocked-senders",
    title: "No sender of texts is blocked",
    wrong: "senders of texts are blocked",
    why: "A blocked sender can be the one that sends codes by text. The prompt on trusted devices is never blocked by \
          it. No file is known that tells whether the iPhone filters unknown senders; look there, under Unknown Senders.",
    certainty: Certainty::Plausible("matters for codes by text only; Apple\u{2019}s senders vary by country"),
    part: Part::Hint,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some(super::NORMAL),
    reasons: &[&[Reason::info("some"), Reason::info("no-list").nothing()]],
    fix: &account::BLOCKED,
    asks: &[&[Question::Preferences(&BLOCKED_SENDERS)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let tree = match answers.preferences(&BLOCKED_SENDERS) {
        Err(Miss::NotHere) => return Ok(info("there is no list of blocked senders").reason("no-list")),
        other => other?,
    };
    let list = tree.get("__kCMFBlockListStoreTopLevelKey").and_then(|top| top.get("__kCMFBlockListStoreArrayKey"));
    Ok(match list.and_then(Value::as_array).map(Vec::len) {
        None => info("there is no list of blocked senders").reason("no-list"),
        Some(0) => pass("nobody is blocked"),
        Some(1) => info("1 is blocked; matters for codes by text only").reason("some"),
        Some(count) => info(format!("{count} are blocked; matters for codes by text only")).reason("some"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;
    use serde_json::json;

    #[test]
    fn a_count_and_never_more_than_information() {
        let said = |tree| Mac::of("14.3").keeps(&BLOCKED_SENDERS, tree).judged(&CHECK).unwrap();
        let list = |items| json!({"__kCMFBlockListStoreTopLevelKey": {"__kCMFBlockListStoreArrayKey": items}});
        assert_eq!(said(list(json!([]))).status, Status::Pass);
        assert_eq!(said(list(json!(["(present)"]))).saw, "1 is blocked; matters for codes by text only");
        assert_eq!(said(list(json!(["(present)", "(present)"]))).status, Status::Info);
        assert_eq!(said(json!({})).reason, Some("no-list"));
    }
}
