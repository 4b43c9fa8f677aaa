//! The addresses and numbers that reach this person over iMessage. Only how many.

use crate::read::identity_services::State;
use crate::shared::registration::{MESSAGES_RECORD, MESSAGES_SERVICE, record};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::account, info, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "messages/aliases",
    title: "iMessage addresses are confirmed",
    wrong: "iMessage addresses are not confirmed ({saw})",
    why: "An address that Apple has not confirmed points at an account that wants attention. Codes do not need it.",
    certainty: Certainty::Context("a hint about the account; codes do not travel over iMessage"),
    part: Part::Hint,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some(super::NORMAL),
    reasons: &[&[
        Reason::warn("unconfirmed"),
        Reason::info("some-unconfirmed"),
        Reason::info("not-registered"),
        Reason::info("none").nothing(),
    ]],
    fix: &account::SIGN_IN_SERVICE,
    asks: &[MESSAGES_RECORD],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let record = match record(answers, &MESSAGES_SERVICE) {
        Err(Miss::NotHere) => return Ok(info("no addresses are on record").reason("none")),
        other => other?,
    };
    let Some(account) = record.account(MESSAGES_SERVICE.topic).filter(|account| account.aliases > 0) else {
        return Ok(info("no addresses are on record").reason("none"));
    };
    let saw = format!("{} of {} confirmed", account.validated, account.aliases);
    Ok(match (account.state(), account.validated) {
        // What is confirmed stays on record when the registration fails, so it says little then.
        (State::Registered, validated) if validated == account.aliases => pass(saw),
        (State::Registered, 0) => warn("none is confirmed").reason("unconfirmed"),
        (State::Registered, _) => info(saw).reason("some-unconfirmed"),
        _ => info(format!("{saw}, but not registered")).reason("not-registered"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::preferences::IDENTITY_SERVICES;
    use crate::testing::Mac;
    use serde_json::json;

    fn said(aliases: usize, validated: usize, status: i64) -> Verdict {
        let account = json!({"status": status, "aliases": aliases, "validated": validated});
        let tree = json!({"stored": true, "topics": {"com.apple.madrid": [account]}});
        Mac::of("14.3").keeps(&IDENTITY_SERVICES, tree).judged(&CHECK).unwrap()
    }

    #[test]
    fn only_a_registered_account_can_pass() {
        assert_eq!(said(2, 2, 5).status, Status::Pass);
        assert_eq!(said(2, 2, -1).reason, Some("not-registered"));
        assert_eq!(said(2, 1, 5).status, Status::Info);
        assert_eq!(said(2, 0, 5).status, Status::Warn);
        assert_eq!(said(0, 0, 5).reason, Some("none"));
    }
}
