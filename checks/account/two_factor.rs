//! The account's two-factor state, as macOS itself keeps it: an optional look that needs Full Disk Access.

use crate::check::after;
use crate::fix::account;
use crate::read::archive::plain;
use crate::{
    Answers, Certainty, Check, Database, Miss, NEEDS_FULL_DISK_ACCESS, Permission, Question, Rows, Verdict, info, pass,
    skip, warn,
};
use crate::{Effect, Part, Reason, Role};
use serde_json::Value;
use std::collections::BTreeMap;

/// The database of accounts. Of its tables only four values of the account kind `idms` (Apple\u{2019}s sign-in service)
/// are selected: numbers and truth values, never a name. Schema: macOS 10.12 to 11.7, and reports for 15.4.
pub const ACCOUNT_DATABASE: Database = Database {
    path: "~/Library/Accounts/Accounts4.sqlite",
    shows: "the account\u{2019}s security level and whether Apple still trusts this Mac (needs Full Disk Access)",
    query: "SELECT a.Z_PK AS account, p.ZKEY AS key, hex(p.ZVALUE) AS value \
            FROM ZACCOUNTPROPERTY p JOIN ZACCOUNT a ON p.ZOWNER = a.Z_PK JOIN ZACCOUNTTYPE t ON a.ZACCOUNTTYPE = t.Z_PK \
            WHERE t.ZIDENTIFIER = 'com.apple.account.idms' AND length(p.ZVALUE) <= 2048 \
            AND p.ZKEY IN ('security-level', 'DeviceTrustRevoked', 'repair-state', 'auth-mode') \
            ORDER BY a.Z_PK, p.ZKEY LIMIT 100",
    keep,
};

/// The keys that are looked at.
const KEYS: [&str; 4] = ["security-level", "DeviceTrustRevoked", "repair-state", "auth-mode"];

pub(super) const CHECK: Check = Check {
    id: "account/two-factor",
    title: "Apple trusts this Mac with codes",
    wrong: "Apple may not trust this Mac with codes",
    why: "Codes exist only for accounts with two-factor authentication, and only trusted devices are shown them. The \
          account database says both.",
    certainty: Certainty::Context(
        "read off databases of macOS 10.13 and 10.15; the levels are named in Apple\u{2019}s source",
    ),
    part: Part::Account,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::warn("trust-revoked").wrong("Apple no longer trusts this Mac with codes").does(Effect::MayStop),
        Reason::warn("managed")
            .wrong("a school or company manages the account and decides how codes come")
            .does(Effect::MayStop)
            .fix(&account::ORGANISATION),
        Reason::warn("two-step").wrong("the account uses the older two-step verification").does(Effect::MayStop),
        Reason::warn("off")
            .wrong("two-factor authentication is off for the account, so no codes are sent")
            .does(Effect::MayStop),
        Reason::info("no-database").nothing(),
        Reason::info("not-stated").nothing(),
        Reason::skip(NEEDS_FULL_DISK_ACCESS),
    ]],
    fix: &account::FULL_DISK_ACCESS,
    asks: &[&[Question::Database(&ACCOUNT_DATABASE)]],
    after: &[after::SIGNED_OUT],
    judge,
};

/// One row a value: the archive is opened, and what is not a plain value is dropped. Accounts are numbered.
fn keep(rows: Rows) -> Rows {
    let mut accounts: Vec<Value> = Vec::new();
    let mut kept = Rows::new();
    for row in rows {
        let Some(key) = KEYS.iter().find(|key| row.get("key").and_then(Value::as_str) == Some(**key)) else { continue };
        // What a recording holds was opened when it was made.
        let value = match row.get("value") {
            Some(value @ (Value::Bool(_) | Value::Number(_))) => Some(value.clone()),
            value => value.and_then(Value::as_str).and_then(bytes).and_then(|bytes| plain(&bytes)),
        };
        let owner = row.get("account").cloned().unwrap_or(Value::Null);
        let number = accounts.iter().position(|known| *known == owner).unwrap_or_else(|| {
            accounts.push(owner);
            accounts.len() - 1
        });
        // An account's level is a handful, a DSID is not.
        if let Some(value) = value.filter(|value| value.as_i64().is_none_or(|number| (-1..=9999).contains(&number))) {
            let number = Value::from(number + 1);
            kept.push(BTreeMap::from([
                ("account".into(), number),
                ("key".into(), (*key).into()),
                ("value".into(), value),
            ]));
        }
    }
    kept
}

fn bytes(hexadecimal: &str) -> Option<Vec<u8>> {
    crate::read::plist::data(&serde_json::json!({ "data": hexadecimal }))
}

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let rows = match answers.rows(&ACCOUNT_DATABASE) {
        Err(Miss::Denied(Permission::FullDiskAccess)) => {
            return Ok(skip("optional, not looked at: needs Full Disk Access").reason(NEEDS_FULL_DISK_ACCESS));
        }
        Err(Miss::NotHere) => return Ok(info("there is no account database here").reason("no-database")),
        other => other?,
    };
    let values = |key: &str| -> Vec<&Value> {
        let wanted = rows.iter().filter(|row| row.get("key").and_then(Value::as_str) == Some(key));
        wanted.filter_map(|row| row.get("value")).collect()
    };
    let yes = |value: &&Value| value.as_bool().unwrap_or(value.as_i64() == Some(1));
    let level = values("security-level").into_iter().filter_map(Value::as_i64).max();
    // Levels, in the order of Apple's source: unknown, password only, standard, two-step, two-factor, managed.
    let verdict = match level {
        _ if values("DeviceTrustRevoked").iter().any(yes) => {
            warn("Apple took back its trust in this Mac").reason("trust-revoked").fix(&account::TRUST)
        }
        Some(4) if values("DeviceTrustRevoked").is_empty() => pass("two-factor authentication is on"),
        Some(4) => pass("two-factor is on, trust was not taken back"),
        Some(5) => warn("a school or company manages it").reason("managed"),
        Some(3) => warn("the older two-step verification is on").reason("two-step").fix(&account::TWO_FACTOR),
        Some(1 | 2) => warn("two-factor authentication is off: no codes").reason("off").fix(&account::TWO_FACTOR),
        // Before 10.13 there is no such row.
        _ => info("the database does not say").reason("not-stated"),
    };
    let labels = [("repair-state", "repair state"), ("auth-mode", "sign-in mode")];
    Ok(labels.into_iter().fold(verdict, |verdict, (key, label)| match values(key).first() {
        Some(value) => verdict.evidence(label, value.to_string()),
        None => verdict,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Mac;
    use crate::{Answer, Status};
    use serde_json::json;

    fn rows(values: &[(i64, &str, Value)]) -> Rows {
        let row = |(account, key, value): &(i64, &str, Value)| {
            BTreeMap::from([
                ("account".into(), json!(account)),
                ("key".into(), json!(key)),
                ("value".into(), value.clone()),
            ])
        };
        values.iter().map(row).collect()
    }

    fn said(result: Result<Rows, Miss>) -> Verdict {
        Mac::of("14.3").says(&Question::Database(&ACCOUNT_DATABASE), result.map(Answer::Rows)).judged(&CHECK).unwrap()
    }

    #[test]
    fn levels_and_trust() {
        let level = |number: i64| said(Ok(rows(&[(1, "security-level", json!(number))])));
        assert_eq!(level(4).status, Status::Pass);
        assert_eq!([1, 2, 3, 5].map(|one| level(one).status), [Status::Warn; 4]);
        assert_eq!([0, 6, -1].map(|one| level(one).reason), [Some("not-stated"); 3]);
        let revoked = [(1, "security-level", json!(4)), (1, "DeviceTrustRevoked", json!(true))];
        assert_eq!(said(Ok(rows(&revoked))).reason, Some("trust-revoked"));
        assert_eq!(said(Ok(rows(&[]))).reason, Some("not-stated"));
    }

    #[test]
    fn what_a_recording_holds_is_kept_as_it_is() {
        let once = rows(&[(1, "security-level", json!(4)), (1, "DeviceTrustRevoked", json!(true))]);
        assert_eq!(keep(once.clone()), once);
        assert_eq!(keep(rows(&[(1, "security-level", json!(16_180_339_887_i64))])), Rows::new());
    }

    #[test]
    fn denied_is_skipped_with_the_pane_to_open() {
        let verdict = said(Err(Miss::Denied(Permission::FullDiskAccess)));
        assert_eq!((verdict.status, verdict.reason), (Status::Skip, Some("needs-full-disk-access")));
        assert!(CHECK.fix.link_for(None).is_some_and(|link| link.ends_with("Privacy_AllFiles")));
        assert_eq!(said(Err(Miss::NotHere)).status, Status::Info);
    }

    #[test]
    fn only_plain_values_of_known_keys_are_kept() {
        let odd =
            [(7, "security-level", json!("63616e617279")), (7, "canary", json!("00")), (7, "auth-mode", json!("zz"))];
        assert_eq!(keep(rows(&odd)), Rows::new());
    }
}
