//! Whether an iPhone passes text messages on to this Mac.

use crate::preferences::{IDENTITY_SERVICES, TEXT_FORWARDING};
use crate::read::identity_services::{self, Account, IdentityServices, State};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::account, info, pass};
use crate::{Effect, Part, Reason, Role};
use serde_json::Value;

pub(super) const CHECK: Check = Check {
    id: "messages/text-forwarding",
    title: "Texts to your iPhone reach this Mac",
    wrong: "texts to your iPhone do not reach this Mac",
    why: "Codes sent by text show on this Mac only if the iPhone passes text messages on.",
    certainty: Certainty::Documented("Apple 102545"),
    part: Part::Hint,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some(super::NORMAL),
    reasons: &[&[
        Reason::info("not-set-up"),
        Reason::info("off"),
        Reason::info("unconfirmed"),
        Reason::info("not-registered"),
    ]],
    fix: &account::FORWARD_TEXTS,
    asks: &[&[Question::Preferences(&TEXT_FORWARDING), Question::Preferences(&IDENTITY_SERVICES)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let verdict = switched(answers)?;
    // What it was refused with is worth knowing though it may be off: Apple Support asks for the number.
    let record = answers.preferences(&IDENTITY_SERVICES).and_then(IdentityServices::from_tree);
    let account = record.as_ref().ok().and_then(|record| record.account(identity_services::TEXT_FORWARDING));
    let numbers = account.and_then(Account::numbers);
    Ok(numbers.into_iter().fold(verdict, |verdict, numbers| verdict.evidence("error", numbers)))
}

fn switched(answers: &Answers) -> Result<Verdict, Miss> {
    let tree = match answers.preferences(&TEXT_FORWARDING) {
        Err(Miss::NotHere) => return Ok(info("not set up; codes by text come to the phone").reason("not-set-up")),
        other => other?,
    };
    let accounts = tree.get("Accounts").and_then(Value::as_object);
    let stated = |key: &str| -> Vec<bool> {
        accounts.into_iter().flatten().filter_map(|(_, account)| account.get(key)?.as_bool()).collect()
    };
    let (capable, relay) = (stated("isSMSRelayCapable"), stated("canRelaySMS"));
    if capable.is_empty() && relay.is_empty() {
        return Ok(info("not set up; codes by text come to the phone").reason("not-set-up"));
    }
    // An iPhone that the owner has not approved yet is capable, but does not relay.
    if !relay.contains(&true) {
        return Ok(info("off; codes by text come to the phone").reason("off"));
    }
    // The relay has a registration of its own; where that failed, nothing arrives whatever is switched on.
    let record = answers.preferences(&IDENTITY_SERVICES).and_then(IdentityServices::from_tree);
    let state = match &record {
        Ok(record) => record.account(identity_services::TEXT_FORWARDING).map(Account::state),
        Err(Miss::NotHere) => None,
        Err(_) => return Ok(info("on, but whether it works cannot be read").reason("unconfirmed")),
    };
    Ok(match state {
        Some(State::Failed(_) | State::Unregistered) => {
            info("on, but its registration failed").reason("not-registered")
        }
        _ => pass("on: codes by text show here too"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;
    use serde_json::json;

    fn said(accounts: &Value, status: Option<i64>) -> Verdict {
        let record = json!({"stored": true, "topics": {identity_services::TEXT_FORWARDING: [{"status": status}]}});
        let mac = Mac::of("14.3").keeps(&TEXT_FORWARDING, json!({ "Accounts": accounts }));
        mac.keeps(&IDENTITY_SERVICES, record).judged(&CHECK).unwrap()
    }

    #[test]
    fn both_the_switch_and_its_registration_count() {
        let on = json!({"#1": {"isSMSRelayCapable": true, "canRelaySMS": true}});
        assert_eq!(said(&on, Some(5)).status, Status::Pass);
        assert_eq!(said(&on, Some(-1)).reason, Some("not-registered"));
        assert_eq!(
            said(&json!({"#1": {"isSMSRelayCapable": false, "canRelaySMS": false}}), Some(5)).reason,
            Some("off")
        );
        assert_eq!(said(&json!({"#1": {}}), None).reason, Some("not-set-up"));
    }

    #[test]
    fn no_file_is_not_a_pass() {
        let without = |miss| {
            let mac = Mac::of("14.3").says(&Question::Preferences(&TEXT_FORWARDING), Err(miss));
            mac.judged(&CHECK).map(|verdict| verdict.status)
        };
        assert_eq!(without(Miss::NotHere), Ok(Status::Info));
        assert_eq!(without(Miss::TimedOut), Err(Miss::TimedOut));
    }
}
