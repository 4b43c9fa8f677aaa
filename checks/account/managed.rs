//! Whether an organisation owns the account.

use crate::check::after;
use crate::preferences::ACCOUNTS;
use crate::read::accounts::signed_in;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::account, info, pass, skip, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "account/managed",
    title: "The account is your own",
    wrong: "a school or company manages the account and decides how codes come",
    why: "With a Managed Apple Account a school or company decides how you sign in: the code may come from its own page \
          or its administrator.",
    certainty: Certainty::Reported(
        "a client saw no trusted devices for managed accounts; Apple 102637 excludes them from security keys",
    ),
    part: Part::Account,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::warn("managed").does(Effect::MayStop),
        Reason::info("not-stated").nothing(),
        Reason::skip("signed-out"),
    ]],
    fix: &account::ORGANISATION,
    asks: &[&[Question::Preferences(&ACCOUNTS)]],
    after: &[after::SIGNED_OUT],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let accounts = match answers.preferences(&ACCOUNTS) {
        Err(Miss::NotHere) => Vec::new(),
        other => signed_in(other?)?,
    };
    if accounts.is_empty() {
        return Ok(skip("nobody is signed in").reason("signed-out"));
    }
    let managed: Vec<bool> = accounts.iter().filter_map(|account| account.managed).collect();
    Ok(if managed.contains(&true) {
        warn("a school or company manages it").reason("managed")
    } else if managed.is_empty() {
        // Macs before 10.12 do not state it.
        info("this macOS does not say").reason("not-stated")
    } else {
        pass("it is your own")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;
    use serde_json::json;

    #[test]
    fn only_a_stated_value_counts() {
        let said = |account| {
            let tree = json!({ "Accounts": [account] });
            Mac::of("14.3").keeps(&ACCOUNTS, tree).judged(&CHECK).unwrap().status
        };
        assert_eq!(said(json!({"AccountID": "(present)", "isManagedAppleID": true})), Status::Warn);
        assert_eq!(said(json!({"AccountID": "(present)", "isManagedAppleID": false})), Status::Pass);
        assert_eq!(said(json!({"AccountID": "(present)"})), Status::Info);
        assert_eq!(said(json!({})), Status::Skip);
    }
}
