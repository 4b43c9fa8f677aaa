//! Whether a newer macOS waits to be installed.

use crate::preferences::SOFTWARE_UPDATE;
use crate::read::updates;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "mac/update-waiting",
    title: "No update of macOS waits",
    wrong: "an update of macOS waits ({saw})",
    why: "An update does not bring a code, and one that is half installed can hold the prompt back until the restart. Do not \
          start one while you are locked out: it may ask you to sign in.",
    certainty: Certainty::Context("updates repair what Apple finds, and no code hangs on one"),
    part: Part::Hint,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::info("waiting"), Reason::info("no-list").nothing()]],
    fix: &catalogue::UPDATE,
    asks: &[&[Question::Preferences(&SOFTWARE_UPDATE)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let tree = match answers.preferences(&SOFTWARE_UPDATE) {
        // Managed Macs and those that never looked for updates keep no list.
        Err(Miss::NotHere) => return Ok(info("macOS keeps no list").reason("no-list")),
        other => other?,
    };
    let installed = answers.macos().ok_or_else(|| Miss::Unreadable("the macOS version is not known".into()))?;
    let waiting = updates::waiting(tree, installed);
    Ok(match waiting.first() {
        Some(nearest) => {
            waiting.iter().fold(info(format!("macOS {} waits", nearest.version)).reason("waiting"), |verdict, one| {
                verdict.evidence("update", &one.name)
            })
        }
        None if tree.get("RecommendedUpdates").is_none() => info("macOS keeps no list").reason("no-list"),
        None => pass("none that is newer"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;
    use serde_json::json;

    #[test]
    fn only_what_is_newer_than_what_runs_waits() {
        let list = json!({ "RecommendedUpdates": [{ "Display Name": "macOS Tahoe 26.2", "Display Version": "26.2" }] });
        let of = |version: &str| judge(&Mac::of(version).keeps(&SOFTWARE_UPDATE, list.clone()).answers()).unwrap();
        assert_eq!((of("26.1").status, of("26.1").saw.as_str()), (Status::Info, "macOS 26.2 waits"));
        assert_eq!(of("26.2").status, Status::Pass, "it was installed since");
    }

    #[test]
    fn no_list_is_neither_a_pass_nor_a_trouble() {
        let none = judge(&Mac::of("26.1").keeps(&SOFTWARE_UPDATE, json!({})).answers()).unwrap();
        assert_eq!((none.status, none.reason), (Status::Info, Some("no-list")));
        let absent = Mac::of("26.1").says(&Question::Preferences(&SOFTWARE_UPDATE), Err(Miss::NotHere));
        assert_eq!(judge(&absent.answers()).unwrap().reason, Some("no-list"));
    }
}
