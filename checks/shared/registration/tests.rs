//! Tests of what is said about registrations: the rows of both groups judge the same way, so iMessage stands for both.

use super::*;
use crate::{Answer, Status, testing};
use serde_json::json;

/// A Mac, as far as these rows look.
#[derive(Clone)]
struct Mac {
    lists: Result<Value, Miss>,
    record: Result<Value, Miss>,
    older: Result<Value, Miss>,
    icloud: Result<Value, Miss>,
    version: &'static str,
}

fn lists(count: usize) -> Value {
    json!({"ActiveAccounts": vec!["(present)"; count], "OnlineAccounts": vec!["(present)"; count]})
}

fn record(account: &Value) -> Value {
    json!({"stored": true, "topics": {"com.apple.madrid": [account]}})
}

/// iCloud is signed in and nothing else is known.
fn mac() -> Mac {
    Mac {
        lists: Ok(lists(0)),
        record: Err(Miss::NotHere),
        older: Err(Miss::NotHere),
        icloud: Ok(json!({"Accounts": [{"AccountID": "(present)"}]})),
        version: "14.3",
    }
}

impl Mac {
    fn answers(self) -> Answers {
        let says = |mac: testing::Mac, domain, answer: Result<Value, Miss>| {
            mac.says(&Question::Preferences(domain), answer.map(Answer::Preferences))
        };
        let mac = says(testing::Mac::of(self.version), &IMESSAGE, self.lists);
        let mac = says(mac, &IDENTITY_SERVICES, self.record);
        let mac = says(mac, &IMESSAGE_BEFORE_10_12, self.older);
        let mac = says(mac, &IMESSAGE_BEFORE_10_9, Err(Miss::NotHere));
        says(mac, &ACCOUNTS, self.icloud).answers()
    }

    fn registered(self) -> (Status, Option<&'static str>) {
        let verdict = judge(&self.answers(), &MESSAGES_SERVICE).unwrap();
        (verdict.status, verdict.reason)
    }

    fn why(self) -> Verdict {
        why(&self.answers(), &MESSAGES_SERVICE).unwrap()
    }

    fn signed_out(self) -> Self {
        Self { icloud: Ok(json!({"Accounts": []})), ..self }
    }

    fn recorded(self, account: &Value) -> Self {
        Self { record: Ok(record(account)), ..self }
    }
}

#[test]
fn the_lists_and_the_record_agree_on_a_healthy_mac() {
    let mac = Mac { lists: Ok(lists(1)), ..mac() };
    assert_eq!(mac.clone().registered(), (Status::Pass, None));
    assert_eq!(mac.clone().recorded(&json!({"status": 5})).registered(), (Status::Pass, None));
    // Also without iCloud: that is account/icloud's row.
    assert_eq!(mac.signed_out().registered(), (Status::Pass, None));
}

#[test]
fn disagreements_have_their_own_reasons() {
    let stale = Mac { lists: Ok(lists(1)), ..mac() }.recorded(&json!({"status": 1}));
    assert_eq!(stale.registered(), (Status::Warn, Some("stale")));
    assert_eq!(mac().registered(), (Status::Warn, Some("icloud-only")));
    assert_eq!(mac().recorded(&json!({"status": -1})).registered(), (Status::Warn, Some("icloud-only")));
    assert_eq!(mac().recorded(&json!({"status": 5})).registered(), (Status::Info, Some("inactive")));
    let fix = judge(&mac().answers(), &MESSAGES_SERVICE).unwrap().fix;
    assert_eq!(fix.map(|fix| fix.id), Some("sign-in-service"));
    let refused = mac().recorded(&json!({"status": -1, "error": 20}));
    let fix = judge(&refused.answers(), &MESSAGES_SERVICE).unwrap().fix;
    assert_eq!(fix.map(|fix| fix.id), Some("apple-support"), "the reason is known, so its fix is the right one");
}

#[test]
fn what_is_simply_not_used_is_no_warning() {
    let unused = Mac { record: Ok(json!({"stored": true, "topics": {}})), ..mac() };
    assert_eq!(unused.registered(), (Status::Info, Some("not-used")));
    assert_eq!(
        mac().recorded(&json!({"status": 1, "turned_off": true})).registered(),
        (Status::Info, Some("turned-off"))
    );
    assert_eq!(mac().signed_out().registered(), (Status::Info, Some("not-registered")));
    let never = Mac { lists: Err(Miss::NotHere), icloud: Err(Miss::NotHere), ..mac() };
    assert_eq!(never.registered(), (Status::Info, Some("never-used")));
}

#[test]
fn what_cannot_be_read_is_never_a_pass() {
    let denied = Miss::Denied(crate::Permission::FullDiskAccess);
    let mac = Mac { lists: Err(denied.clone()), record: Err(denied.clone()), ..mac() };
    assert_eq!(judge(&mac.clone().answers(), &MESSAGES_SERVICE).map(|verdict| verdict.saw), Err(denied.clone()));
    assert_eq!(why(&mac.answers(), &MESSAGES_SERVICE).map(|verdict| verdict.saw), Err(denied));
    let odd = Mac { lists: Ok(json!({})), ..self::mac() };
    assert!(matches!(judge(&odd.answers(), &MESSAGES_SERVICE), Err(Miss::Unreadable(_))));
    let form = Mac { record: Ok(json!([1])), ..self::mac() };
    assert!(matches!(why(&form.answers(), &MESSAGES_SERVICE), Err(Miss::Unreadable(_))));
}

#[test]
fn a_refusal_shows_apples_words_without_the_code() {
    let alert =
        json!({"title": "You cannot sign in.", "body": "Contact Apple Support.\nCustomer Code: 1234-5678-9012"});
    let account = json!({"status": -1, "error": 20, "internal_error": 31, "alert": alert});
    let continuity = json!([{"status": 5}]);
    let topics = json!({"com.apple.madrid": [account], "com.apple.private.alloy.multiplex1": continuity});
    let verdict = Mac { record: Ok(json!({"stored": true, "topics": topics})), ..mac() }.why();
    assert_eq!((verdict.status, verdict.reason), (Status::Warn, Some("refused")));
    assert_eq!(verdict.saw, "Apple refuses iMessage here; the account works");
    assert_eq!(verdict.fix.map(|fix| fix.id), Some("apple-support"));
    let evidence: Vec<_> = verdict.evidence.iter().map(|one| (one.label.as_str(), one.value.as_str())).collect();
    assert!(evidence.contains(&("error", "20/31")));
    assert!(evidence.contains(&("Apple says", "You cannot sign in. Contact Apple Support. Customer Code: (hidden)")));
}

#[test]
fn when_nothing_reaches_apple_the_network_is_the_place_to_look() {
    let failing = json!({"status": -1, "error": 2, "internal_error": 8});
    let all = json!({"stored": true, "topics": {"com.apple.madrid": [failing]}, "others": {"connection": 29}});
    let verdict = Mac { record: Ok(all), ..mac() }.why();
    assert_eq!((verdict.reason, verdict.fix.map(|fix| fix.id)), (Some("no-connection"), Some("reach-apple")));
    let one = json!({"stored": true, "topics": {"com.apple.madrid": [failing]}, "others": {"registered": 29}});
    assert_eq!(Mac { record: Ok(one), ..mac() }.why().reason, Some("connection"));
}

#[test]
fn every_state_has_its_words() {
    let said = |account: Value| {
        let verdict = mac().recorded(&account).why();
        (verdict.status, verdict.reason, verdict.fix.map(|fix| fix.id))
    };
    for (account, expected) in [
        (json!({"status": 5, "succeeded": 1_720_411_046}), (Status::Pass, None, None)),
        (json!({"status": 3}), (Status::Warn, Some("on-the-way"), None)),
        (json!({"status": 1}), (Status::Warn, Some("unregistered"), None)),
        (json!({"status": 0}), (Status::Unknown, Some("unclear"), None)),
        (json!({}), (Status::Unknown, Some("unclear"), None)),
        (json!({"status": -1, "turned_off": true}), (Status::Info, Some("turned-off"), None)),
        (json!({"status": -1, "internal_error": 10}), (Status::Warn, Some("password"), Some("password-again"))),
        (json!({"status": -1, "internal_error": 30}), (Status::Warn, Some("too-many"), Some("try-later"))),
        (json!({"status": -1, "internal_error": 4}), (Status::Warn, Some("number"), None)),
        (json!({"status": -1, "internal_error": 48}), (Status::Warn, Some("contact-key"), None)),
        (json!({"status": -1, "error": 14, "internal_error": 0}), (Status::Warn, Some("failed"), None)),
    ] {
        assert_eq!(said(account.clone()), expected, "{account}");
    }
    assert_eq!(
        mac().recorded(&json!({"status": 5, "succeeded": 1_720_411_046})).why().saw,
        "registered, last renewed 2024-07-08"
    );
}

#[test]
fn a_registration_that_ended_with_the_sign_out_is_no_warning() {
    let ended = json!({"status": -1, "error": 2, "internal_error": 17, "ever_registered": true});
    assert_eq!(mac().signed_out().recorded(&ended).why().reason, Some("signed-out"));
    assert_eq!(mac().signed_out().recorded(&ended).registered(), (Status::Info, Some("signed-out")));
    assert_eq!(mac().recorded(&ended).why().reason, Some("failed"));
}

#[test]
fn an_older_file_counts_only_on_a_system_that_old() {
    let older = Mac { older: Ok(record(&json!({"status": -1, "error": 14}))), ..mac() };
    assert_eq!(Mac { version: "10.10.5", ..older.clone() }.why().reason, Some("failed"));
    assert_eq!(Mac { version: "14.3", ..older.clone() }.why().reason, Some("never-used"));
    let unpacked = Mac { record: Ok(json!({"stored": false})), version: "10.11", ..older };
    assert_eq!(unpacked.why().reason, Some("failed"));
}
