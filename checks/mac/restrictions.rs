//! Restrictions that a profile sets.

use crate::preferences::{PANES, PANES_OF_USER, RESTRICTIONS, RESTRICTIONS_OF_USER};
use crate::{Answers, Certainty, Check, Domain, Miss, Question, Verdict, Version, fix::catalogue, pass, warn};
use crate::{Effect, Part, Reason, Role};
use serde_json::Value;

pub(super) const CHECK: Check = Check {
    id: "mac/restrictions",
    title: "No profile blocks the account",
    wrong: "a profile of your organisation forbids changes to the account",
    why: "A company or school can forbid changes to the Apple Account or hide its settings. Then nobody can sign in to \
          iCloud here or reach the page with the code button. Whether the prompt still shows is not known.",
    certainty: Certainty::Documented(
        "Apple\u{2019}s device management schema: allowAccountModification (macOS 14 and later)",
    ),
    part: Part::Machine,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::warn("account-changes-forbidden").does(Effect::MayStop).first(ASK_IT),
        Reason::warn("pane-hidden")
            .wrong("a profile of your organisation hides the account settings")
            .does(Effect::MayStop)
            .first(ASK_IT),
    ]],
    fix: &catalogue::MANAGED,
    asks: &[&[
        Question::Preferences(&RESTRICTIONS),
        Question::Preferences(&RESTRICTIONS_OF_USER),
        Question::Preferences(&PANES),
        Question::Preferences(&PANES_OF_USER),
    ]],
    after: &[],
    judge,
};

/// Then no advice may lead into the account's settings.
const ASK_IT: &str = "Ask IT: a profile on this Mac keeps everybody out of the account\u{2019}s settings. Until then, \
    use another way in.";

/// The Apple Account's pane, since macOS 13, and from 10.15 to 12; and iCloud's before.
const ACCOUNT_PANES: &[&str] = &[
    "com.apple.systempreferences.AppleIDSettings",
    "com.apple.preferences.AppleIDPrefPane",
    "com.apple.preferences.icloud",
];

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let forbidden = [&RESTRICTIONS, &RESTRICTIONS_OF_USER]
        .iter()
        .map(|domain| managed(answers, domain))
        .collect::<Result<Vec<_>, _>>()?
        .iter()
        .flatten()
        .any(|tree| tree.get("allowAccountModification").is_some_and(is_false))
        // Before macOS 14 the key is for other devices, and has no effect.
        && answers.macos().is_none_or(|version| version >= Version::new(14, 0));
    let hidden = [&PANES, &PANES_OF_USER]
        .iter()
        .map(|domain| managed(answers, domain))
        .collect::<Result<Vec<_>, _>>()?
        .iter()
        .flatten()
        .any(|tree| hides_account(tree) || leaves_account_out(tree, answers.macos()));
    Ok(match (forbidden, hidden) {
        (true, _) => warn("a profile forbids account changes").reason("account-changes-forbidden"),
        (false, true) => warn("a profile hides the account settings").reason("pane-hidden"),
        (false, false) => pass("none"),
    })
}

/// What a profile sets there; nothing where the file is absent, which is so on every Mac that nobody manages.
fn managed<'a>(answers: &'a Answers, domain: &'static Domain) -> Result<Option<&'a Value>, Miss> {
    match answers.preferences(domain) {
        Ok(tree) => Ok(Some(tree)),
        Err(Miss::NotHere) => Ok(None),
        Err(miss) => Err(miss),
    }
}

/// Profiles write booleans, and sometimes numbers.
fn is_false(value: &Value) -> bool {
    value.as_bool() == Some(false) || value.as_i64() == Some(0)
}

fn hides_account(tree: &Value) -> bool {
    ["DisabledSystemSettings", "DisabledPreferencePanes", "HiddenPreferencePanes"]
        .iter()
        .filter_map(|key| tree.get(key)?.as_array())
        .flatten()
        .any(|pane| pane.as_str().is_some_and(|pane| ACCOUNT_PANES.contains(&pane)))
}

/// Whether a profile names the panes that may be opened, and the account's is none of them (Apple's schema: 10.7 to 13.0).
fn leaves_account_out(tree: &Value, macos: Option<Version>) -> bool {
    let pane = match macos {
        Some(version) if version < Version::new(10, 15) => "com.apple.preferences.icloud",
        Some(version) if version < Version::new(13, 0) => "com.apple.preferences.AppleIDPrefPane",
        _ => return false,
    };
    let allowed = tree.get("EnabledPreferencePanes").and_then(Value::as_array);
    // An empty list is said to be ignored by some versions.
    allowed.is_some_and(|list| !list.is_empty() && list.iter().all(|one| one.as_str() != Some(pane)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;
    use serde_json::json;

    fn nothing() -> Mac {
        [&RESTRICTIONS, &RESTRICTIONS_OF_USER, &PANES, &PANES_OF_USER]
            .into_iter()
            .fold(Mac::of("15.2"), |mac, domain| mac.says(&Question::Preferences(domain), Err(Miss::NotHere)))
    }

    fn verdict(mac: Mac) -> (Status, Option<&'static str>) {
        let found = mac.judged(&CHECK).unwrap();
        (found.status, found.reason)
    }

    #[test]
    fn each_restriction_is_told() {
        assert_eq!(verdict(nothing()), (Status::Pass, None));
        let forbids = json!({ "allowAccountModification": false });
        let reason = Some("account-changes-forbidden");
        assert_eq!(verdict(nothing().keeps(&RESTRICTIONS_OF_USER, forbids.clone())), (Status::Warn, reason));
        let before = nothing().keeps(&RESTRICTIONS, forbids);
        let before = before.keeps(&crate::preferences::SYSTEM_VERSION, json!({ "ProductVersion": "13.6" }));
        assert_eq!(verdict(before).0, Status::Pass, "macOS 13 takes no notice");
        let allows = json!({ "allowAccountModification": true });
        assert_eq!(verdict(nothing().keeps(&RESTRICTIONS, allows)), (Status::Pass, None));
        let hides = json!({ "DisabledSystemSettings": ["com.apple.systempreferences.AppleIDSettings"] });
        assert_eq!(verdict(nothing().keeps(&PANES, hides)), (Status::Warn, Some("pane-hidden")));
        let others = json!({ "DisabledSystemSettings": ["com.apple.Sound-Settings.extension"] });
        assert_eq!(verdict(nothing().keeps(&PANES, others)), (Status::Pass, None));
    }

    #[test]
    fn a_list_of_allowed_panes_counts_while_there_are_panes() {
        let of = |macos: &str, panes: &[&str]| {
            let mac = nothing().keeps(&PANES, json!({ "EnabledPreferencePanes": panes }));
            verdict(mac.keeps(&crate::preferences::SYSTEM_VERSION, json!({ "ProductVersion": macos }))).0
        };
        assert_eq!(of("12.7", &["com.apple.preference.sound"]), Status::Warn);
        assert_eq!(of("12.7", &["com.apple.preference.sound", "com.apple.preferences.AppleIDPrefPane"]), Status::Pass);
        assert_eq!(of("10.14.6", &["com.apple.preferences.icloud"]), Status::Pass);
        assert_eq!((of("12.7", &[]), of("14.5", &["com.apple.preference.sound"])), (Status::Pass, Status::Pass));
    }

    #[test]
    fn what_may_not_be_read_is_unknown() {
        let denied = Err(Miss::Denied(crate::Permission::FilePermissions));
        assert!(nothing().says(&Question::Preferences(&PANES), denied).judged(&CHECK).is_err());
    }
}
