//! Which iCloud services are on. Codes need none of them.

use crate::check::after;
use crate::preferences::ACCOUNTS;
use crate::read::accounts::{Service, signed_in};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::account, info, skip};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "account/services",
    title: "iCloud services are in use",
    wrong: "no iCloud service is in use",
    why: "Codes need none of them. Which are on shows that the account is set up, and helps Apple Support.",
    certainty: Certainty::Context("compared with the accounts database on four Macs, macOS 10.12 to 10.15"),
    part: Part::Account,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::info("listed"), Reason::info("none-listed"), Reason::skip("signed-out")]],
    fix: &account::LOOK_AT_SETTINGS,
    asks: &[&[Question::Preferences(&ACCOUNTS)]],
    after: &[after::SIGNED_OUT],
    judge,
};

/// These can be on without the file saying so.
const SILENT: [&str; 2] = ["SIRI", "SHARED_STREAMS"];
/// macOS does not keep the entry of this one up to date, so nothing is claimed about it.
const UNRELIABLE: &str = "FIND_MY_MAC";

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let accounts = match answers.preferences(&ACCOUNTS) {
        Err(Miss::NotHere) => Vec::new(),
        other => signed_in(other?)?,
    };
    if accounts.is_empty() {
        return Ok(skip("nobody is signed in").reason("signed-out"));
    }
    let reliable = |service: &&Service| service.name != UNRELIABLE;
    let services: Vec<&Service> = accounts.iter().flat_map(|account| &account.services).filter(reliable).collect();
    if services.is_empty() {
        return Ok(info("the account lists no services").reason("none-listed"));
    }
    let named = |wanted: fn(&Service) -> bool| -> Vec<&str> {
        services.iter().filter(|one| wanted(one)).map(|one| one.in_words().unwrap_or("another")).collect()
    };
    let on = named(|one| one.on == Some(true));
    let off = named(|one| one.on == Some(false));
    // Mostly off, but a newer macOS leaves more of them unstated.
    let quiet = named(|one| one.on.is_none() && !SILENT.contains(&one.name.as_str()));
    let silent = named(|one| one.on.is_none() && SILENT.contains(&one.name.as_str()));
    let saw = format!("{} on, {} off, {} not stated", on.len(), off.len(), quiet.len() + silent.len());
    let lists = [("on", on), ("off", off), ("not stated, probably off", quiet), ("not stated, may be on", silent)];
    Ok(lists
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .fold(info(saw).reason("listed"), |verdict, (label, names)| verdict.evidence(label, names.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;
    use serde_json::json;

    #[test]
    fn three_states_and_two_exceptions() {
        let services = json!([
            {"Name": "KEYCHAIN_SYNC", "Enabled": true}, {"Name": "CONTACTS", "Enabled": false}, {"Name": "NOTES"},
            {"Name": "SIRI"}, {"Name": "FIND_MY_MAC", "Enabled": false}, {"Name": "OTHER", "Enabled": true},
        ]);
        let tree = json!({"Accounts": [{"AccountID": "(present)", "Services": services}]});
        let verdict = Mac::of("14.3").keeps(&ACCOUNTS, tree).judged(&CHECK).unwrap();
        assert_eq!(verdict.status, Status::Info);
        assert_eq!(verdict.saw, "2 on, 1 off, 2 not stated");
        let evidence: Vec<_> = verdict.evidence.iter().map(|one| (one.label.as_str(), one.value.as_str())).collect();
        assert_eq!(evidence[0], ("on", "Keychain, another"));
        assert_eq!(evidence[3], ("not stated, may be on", "Siri"));
    }
}
