//! Whether an Apple Account is signed in to iCloud.

use crate::preferences::ACCOUNTS;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fail, fix::catalogue, pass};
use serde_json::Value;

pub(super) const CHECK: Check = Check {
    id: "account/icloud",
    title: "An Apple Account is signed in to iCloud",
    why: "Only a Mac that is signed in is a trusted device, and only trusted devices are shown codes.",
    certainty: Certainty::Documented("Apple 122621"),
    fix: &catalogue::SIGN_IN,
    asks: &[Question::Preferences(&ACCOUNTS)],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let tree = match answers.preferences(&ACCOUNTS) {
        // A Mac that never signed in has no such file (macOS 10.15 and 11 samples).
        Err(Miss::NotHere) => return Ok(fail("nobody is signed in on this Mac").reason("signed-out")),
        other => other?,
    };
    let accounts = tree.get("Accounts").and_then(Value::as_array);
    let accounts = accounts.ok_or_else(|| Miss::Unreadable("the accounts file has no list of accounts".into()))?;
    let named = accounts.iter().filter(|one| one.get("AccountID").or(one.get("AccountDSID")).is_some()).count();
    Ok(match named {
        0 => fail("nobody is signed in on this Mac").reason("signed-out"),
        1 => pass("signed in"),
        more => pass(format!("{more} accounts are signed in")),
    })
}
