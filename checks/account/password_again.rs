//! Whether Apple wants the account's password again on this Mac.

use crate::check::after;
use crate::fix::account;
use crate::read::identity_services::{State, Trouble};
use crate::shared::registration::{FACETIME_SERVICE, MESSAGES_RECORD, MESSAGES_SERVICE, record};
use crate::{Answers, Certainty, Check, Miss, Verdict, info, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "account/password-again",
    title: "Apple does not want the password again",
    wrong: "Apple wants the account\u{2019}s password again on this Mac",
    why: "When every service of the account is refused with \u{201c}password again\u{201d}, it is not one service that has \
          trouble but the account: its password was changed elsewhere, or its sign-in here has ended. Until it is entered, \
          this Mac may be shown nothing.",
    certainty: Certainty::Reported("the daemon\u{2019}s own error groups; a Mac with all services refused so"),
    part: Part::Account,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::warn("all-services").does(Effect::MayStop), Reason::info("none-stored").nothing()]],
    fix: &account::PASSWORD_AGAIN,
    asks: &[MESSAGES_RECORD],
    after: &[after::SIGNED_OUT],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let record = match record(answers, &MESSAGES_SERVICE) {
        Err(Miss::NotHere) => return Ok(info("no service has ever registered").reason("none-stored")),
        other => other?,
    };
    let topics = [MESSAGES_SERVICE.topic, FACETIME_SERVICE.topic];
    let states: Vec<State> = topics.iter().filter_map(|topic| Some(record.account(topic)?.state())).collect();
    let refused = states.iter().filter(|state| **state == State::Failed(Trouble::Credentials)).count();
    // One service alone may have been signed out of by hand.
    if refused < topics.len() {
        return Ok(pass(if states.is_empty() { "no service says so" } else { "not all services say so" }));
    }
    let verdict = warn("iMessage and FaceTime both want it").reason("all-services");
    let numbers = topics.iter().filter_map(|topic| record.account(topic)?.error);
    Ok(numbers.fold(verdict, |verdict, number| verdict.evidence("error number", number.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::preferences::IDENTITY_SERVICES;
    use crate::testing::Mac;
    use serde_json::{Value, json};

    fn account(error: i64, internal: i64) -> Value {
        json!([{ "status": -1, "error": error, "internal_error": internal, "ever_registered": true }])
    }

    fn judged(messages: &Value, facetime: &Value) -> Verdict {
        let topics = json!({ MESSAGES_SERVICE.topic: messages, FACETIME_SERVICE.topic: facetime });
        let tree = json!({ "stored": true, "topics": topics });
        Mac::of("26.1").keeps(&IDENTITY_SERVICES, tree).judged(&CHECK).unwrap()
    }

    #[test]
    fn only_when_every_service_says_so() {
        let both = judged(&account(2, 10), &account(2, 10));
        assert_eq!((both.status, both.reason), (Status::Warn, Some("all-services")));
        assert_eq!(both.evidence.len(), 2);
        assert_eq!(judged(&account(2, 10), &account(20, 31)).status, Status::Pass);
    }

    #[test]
    fn a_mac_without_a_record_has_never_registered() {
        let question = crate::Question::Preferences(&IDENTITY_SERVICES);
        let found = Mac::of("26.1").says(&question, Err(Miss::NotHere)).judged(&CHECK).unwrap();
        assert_eq!((found.status, found.reason), (Status::Info, Some("none-stored")));
        let empty = judged(&json!([]), &json!([]));
        assert_eq!((empty.status, empty.saw.as_str()), (Status::Pass, "no service says so"));
    }
}
