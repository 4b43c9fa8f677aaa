//! Whether Apple reports a problem with Apple Account.

use crate::hosts::STATUS_FEED;
use crate::shared::service_status;
use crate::shared::service_status::{AFTER, Watched};
use crate::{Answers, Certainty, Check, Miss, Question, Reason, Status, Verdict, fail, fix::catalogue};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "status/apple-account",
    title: "Apple reports no problem with Apple Account",
    wrong: "Apple itself reports trouble ({saw})",
    why: "While Apple\u{2019}s own servers are down, nothing on this Mac helps.",
    certainty: Certainty::Documented("Apple\u{2019}s system status page; it lags behind by up to two hours"),
    part: Part::Apple,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[&[TOGETHER], service_status::NEEDED_REASONS, service_status::UNREAD_REASONS],
    fix: &catalogue::WAIT,
    asks: &[&[Question::Fetch(&STATUS_FEED)]],
    after: AFTER,
    judge,
};

/// Apple's page names single services; where several that an account is needed for are down at the same time, what they
/// share is signing in.
const TOGETHER: Reason = Reason::fail("together");

/// Services that want a sign-in, by the names of March 2026.
const WITH_ACCOUNT: &[&str] = &[
    "App Store",
    "FaceTime",
    "Find My",
    "Game Center",
    "Mac App Store",
    "Photos",
    "Sign in with Apple",
    "iCloud Account & Sign In",
    "iCloud Backup",
    "iCloud Calendar",
    "iCloud Contacts",
    "iCloud Drive",
    "iCloud Keychain",
    "iCloud Mail",
    "iCloud Notes",
    "iMessage",
];
/// So many are no accident.
const MANY: usize = 3;

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let names = &["Apple Account", "Apple ID"];
    let own = Watched { names, needed: true }.judge(answers, &STATUS_FEED)?;
    let down = service_status::down(answers, &STATUS_FEED, WITH_ACCOUNT);
    if own.status == Status::Fail || down.len() < MANY {
        return Ok(own);
    }
    let saw = format!("{} of its services are down together", down.len());
    Ok(down.into_iter().fold(fail(saw).reason("together"), |verdict, name| verdict.evidence("down", name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Fetched, Response};
    use crate::{Answer, testing::Mac};
    use serde_json::json;

    fn said(down: &[&str], state: &str) -> Verdict {
        let event = json!({ "statusType": "Outage", "eventStatus": state, "epochStartDate": 1_795_500_000_000_i64 });
        let row = |name: &str| json!({ "serviceName": name, "events": if down.contains(&name) { vec![&event] } else { vec![] } });
        let names = ["Apple Account", "iCloud Mail", "iCloud Drive", "Photos", "Weather", "Radio", "Stocks"];
        let body = json!({ "services": names.map(row) }).to_string();
        let page = Response { status: 200, length: body.len(), body, ..Response::default() };
        Mac::of("26.1")
            .says(&Question::Fetch(&STATUS_FEED), Ok(Answer::Fetch(Fetched { result: Ok(page) })))
            .judged(&CHECK)
            .unwrap()
    }

    #[test]
    fn several_at_once_are_an_outage_of_signing_in() {
        let many = said(&["iCloud Mail", "iCloud Drive", "Photos"], "ongoing");
        assert_eq!((many.status, many.reason, many.evidence.len()), (Status::Fail, Some("together"), 3));
        assert_eq!(said(&["iCloud Mail", "iCloud Drive"], "ongoing").status, Status::Pass);
        assert_eq!(said(&["Weather", "Radio", "Stocks"], "ongoing").status, Status::Pass, "they want no account");
        assert_eq!(said(&["iCloud Mail", "iCloud Drive", "Photos"], "resolved").status, Status::Pass);
        assert_eq!(said(&["Apple Account", "iCloud Mail", "iCloud Drive", "Photos"], "ongoing").reason, Some("outage"));
    }
}
