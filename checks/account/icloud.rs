//! Whether an Apple Account is signed in to iCloud.

use crate::preferences::{ACCOUNTS, ACCOUNTS_EXIST, IMESSAGE};
use crate::read::accounts::signed_in;
use crate::shared::registration::{MESSAGES_SERVICE, listed};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fail, fix::account, fix::catalogue, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "account/icloud",
    title: "An Apple Account is signed in to iCloud",
    wrong: "nobody is signed in to iCloud",
    why: "Only a Mac that is signed in is a trusted device, and only trusted devices are shown codes.",
    certainty: Certainty::Documented("Apple 122621"),
    part: Part::Account,
    effect: Effect::Stops,
    role: Role::Needed("whether it is signed in to iCloud"),
    normal: None,
    reasons: &[&[
        Reason::fail("signed-out"),
        Reason::fail("imessage-only").wrong("{saw}"),
        Reason::warn("disagree")
            .wrong("the files of macOS contradict each other on whether you are signed in (perhaps another user is)"),
    ]],
    fix: &catalogue::SIGN_IN,
    asks: &[&[
        Question::Preferences(&ACCOUNTS),
        Question::Preferences(&ACCOUNTS_EXIST),
        Question::Preferences(&IMESSAGE),
    ]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let accounts = match answers.preferences(&ACCOUNTS) {
        // A Mac that never signed in has no such file (macOS 10.15 and 11 samples).
        Err(Miss::NotHere) => Vec::new(),
        other => signed_in(other?)?,
    };
    let counted = counted(answers);
    let verdict = match accounts.len() {
        // Another user of this Mac may be signed in, or the list is behind: not enough to say that nobody is.
        0 if counted == Some(true) => {
            warn("not signed in here, yet macOS counts an account").reason("disagree").fix(&account::LOOK_AT_SETTINGS)
        }
        0 if listed(answers, &MESSAGES_SERVICE) == Ok(Some(true)) => {
            fail("only iMessage is signed in, iCloud is not").reason("imessage-only")
        }
        0 => fail("nobody is signed in on this Mac").reason("signed-out"),
        1 => pass("signed in"),
        more => pass(format!("{more} accounts are signed in")),
    };
    Ok(match counted {
        Some(counted) => verdict.evidence("macOS counts an account", if counted { "yes" } else { "no" }),
        None => verdict,
    })
}

/// Whether macOS itself counts an Apple Account for any user of the Mac.
fn counted(answers: &Answers) -> Option<bool> {
    let tree = answers.preferences(&ACCOUNTS_EXIST).ok()?;
    let value = |key: &str| tree.get(key).and_then(|value| value.as_bool().or(value.as_i64().map(|count| count > 0)));
    value("com.apple.account.AppleAccount.exists").or(value("com.apple.account.AppleAccount.count"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Mac;
    use crate::{Answer, Status};
    use serde_json::{Value, json};

    const NAMED: &str = "(present)";

    fn said(accounts: Result<Value, Miss>, counted: Option<i64>, imessage: usize) -> Result<Verdict, Miss> {
        let mac = Mac::of("14.3")
            .says(&Question::Preferences(&ACCOUNTS), accounts.map(Answer::Preferences))
            .keeps(&IMESSAGE, json!({"ActiveAccounts": vec![NAMED; imessage], "OnlineAccounts": []}));
        let mac = match counted {
            Some(number) => mac.keeps(&ACCOUNTS_EXIST, json!({ "com.apple.account.AppleAccount.exists": number })),
            None => mac,
        };
        mac.judged(&CHECK)
    }

    #[test]
    fn a_named_account_is_signed_in_whatever_macos_counts() {
        for counted in [None, Some(0), Some(1)] {
            let verdict = said(Ok(json!({"Accounts": [{"AccountID": NAMED}]})), counted, 0).unwrap();
            assert_eq!((verdict.status, verdict.saw.as_str()), (Status::Pass, "signed in"));
        }
    }

    #[test]
    fn nobody_and_no_file_fail() {
        for accounts in [Ok(json!({"Accounts": []})), Err(Miss::NotHere)] {
            assert_eq!(said(accounts.clone(), Some(0), 0).unwrap().reason, Some("signed-out"));
            let verdict = said(accounts, None, 1).unwrap();
            assert_eq!((verdict.status, verdict.reason), (Status::Fail, Some("imessage-only")));
        }
    }

    #[test]
    fn a_contradiction_is_a_warning_with_a_way_to_look() {
        let verdict = said(Ok(json!({"Accounts": []})), Some(1), 0).unwrap();
        assert_eq!((verdict.status, verdict.reason), (Status::Warn, Some("disagree")));
        assert_eq!(verdict.fix.map(|fix| fix.id), Some("look-at-settings"));
    }

    #[test]
    fn what_cannot_be_read_is_not_nobody() {
        assert_eq!(said(Err(Miss::TimedOut), Some(1), 1).map(|verdict| verdict.saw), Err(Miss::TimedOut));
        assert!(matches!(said(Ok(json!({"Accounts": "x"})), None, 0), Err(Miss::Unreadable(_))));
    }
}
