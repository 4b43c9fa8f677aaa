//! Apple's own list of the account's trusted devices, as this Mac last saw it.

use crate::check::after;
use crate::commands::TRUSTED_DEVICES;
use crate::fix::{account, catalogue};
use crate::read::trusted_devices::{self, Standing, TrustedDevices};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, Version, info, pass, skip, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "account/trusted-devices",
    title: "This Mac is on Apple\u{2019}s list of trusted devices",
    wrong: "this Mac is not on Apple\u{2019}s list of the account\u{2019}s trusted devices",
    why: "Only devices on that list are shown codes. This Mac keeps a copy, often some weeks old, and it also tells whether \
          another device could show the code.",
    certainty: Certainty::Plausible(
        "Apple\u{2019}s published source of `otctl`; nobody has yet tried it for this on a Mac",
    ),
    part: Part::Account,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::pass("with-others"),
        Reason::pass("the-only-one"),
        Reason::warn("shut-out")
            .wrong("the account has Advanced Data Protection, which this macOS is too old for ({saw})"),
        Reason::warn("removed").wrong("somebody removed this Mac from the account\u{2019}s trusted devices"),
        Reason::warn("pushed-out")
            .wrong("this Mac was pushed off the list of trusted devices, which has only so many places"),
        Reason::warn("gone").wrong("this Mac is no longer on the list of trusted devices"),
        Reason::info("older-id"),
        Reason::info("not-listed").nothing(),
        Reason::warn("no-two-factor")
            .wrong("the account seems to have no two-factor authentication, and then no codes are sent"),
        Reason::info("not-stated").nothing(),
        Reason::skip("signed-out"),
        Reason::skip("too-old"),
        Reason::skip("no-answer"),
    ]],
    fix: &account::TRUST,
    asks: &[&[Question::Command(&TRUSTED_DEVICES)]],
    after: &[after::SIGNED_OUT],
    judge,
};

/// The first macOS with the tool.
const FROM: Version = Version::new(10, 15);

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if !answers.on_a_mac() {
        return Err(Miss::NeedsMac);
    }
    if answers.macos().is_some_and(|version| version < FROM) {
        return Ok(skip("this macOS does not keep it").reason("too-old"));
    }
    // A look beside the others: whatever keeps it from answering is no trouble of this Mac's.
    let found = answers.command(&TRUSTED_DEVICES).and_then(|output| trusted_devices::read(&output.stdout));
    let Ok(found) = found else {
        return Ok(skip("optional: the keychain did not say").reason("no-answer"));
    };
    Ok(say(&found, answers.macos()))
}

/// The first macOS that an account with Advanced Data Protection lets in (Apple's page on it).
const PROTECTED: Version = Version::new(13, 1);

fn say(found: &TrustedDevices, macos: Option<Version>) -> Verdict {
    if found.has_no_account() {
        return skip("nobody is signed in").reason("signed-out");
    }
    let verdict = match (found.two_factor, found.this_mac) {
        _ if found.advanced_data_protection == Some(true) && macos.is_some_and(|version| version < PROTECTED) => {
            warn("it wants macOS 13.1 or later").reason("shut-out").fix(&catalogue::UPDATE)
        }
        (Some(false), _) => {
            warn("the account has no two-factor authentication").reason("no-two-factor").fix(&account::TWO_FACTOR)
        }
        (_, Some(Standing::Listed)) => match found.besides_this_mac() {
            Some(0) => pass("it is, and it is the only one").reason("the-only-one"),
            Some(1) => pass("it is, with one other device").reason("with-others"),
            Some(more) => pass(format!("it is, with {more} others")).reason("with-others"),
            None => pass("it is"),
        },
        (_, Some(Standing::Removed)) => warn("somebody removed it").reason("removed"),
        (_, Some(Standing::PushedOut)) => warn("it was pushed out: the list is full").reason("pushed-out"),
        (_, Some(Standing::Gone)) => warn("it was on it once").reason("gone"),
        (_, Some(Standing::UnderAnOlderId)) => info("it stands there under an older identity").reason("older-id"),
        (_, Some(Standing::NotListed)) => info("not on the copy that this Mac has").reason("not-listed"),
        (_, None) => info("this macOS does not say").reason("not-stated"),
    };
    evidence(found).into_iter().fold(verdict, |verdict, (label, value)| verdict.evidence(label, value))
}

/// What else it tells.
fn evidence(found: &TrustedDevices) -> Vec<(&'static str, String)> {
    let yes = |said: bool| if said { "yes" } else { "no" }.to_owned();
    let others: Vec<String> = found.others.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    let lines = [
        ("devices on the list", found.listed.map(|count| count.to_string())),
        ("list fetched", found.fetched.clone()),
        ("in the keychain\u{2019}s circle", (!others.is_empty()).then(|| others.join(", "))),
        ("trusted by the circle", found.in_circle.map(yes)),
        ("last push for the keychain", found.last_push.clone()),
        ("recovery key", found.recovery_key.map(yes)),
        ("recovery contacts", found.contacts.map(|count| count.to_string())),
        ("Advanced Data Protection", found.advanced_data_protection.map(yes)),
        ("waiting for the account", found.follow_ups.map(|count| count.to_string())),
    ];
    lines.into_iter().filter_map(|(label, value)| Some((label, value?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;
    use serde_json::json;

    fn verdict(text: &str) -> Verdict {
        judge(&Mac::of("26.1").prints(&TRUSTED_DEVICES, text).answers()).unwrap()
    }

    const PHONE: &str = "ID-of-an-iPhone-0000000000000000";
    const OWN: &str = "ID-of-this-Mac-00000000000000000";

    /// The keys as Apple's source prints them.
    fn printed(allowed: &[&str], removed: &[&str]) -> String {
        json!({ "state": "Ready", "memoizedAccountState": 2, "contextDump": {
            "machineIDsAllowed": allowed,
            "machineIDsDisallowed": removed,
            "idmsTrustedDeviceListFetchDate": "2026-11-02T08:00:00Z",
            "self": { "permanentInfo": { "machine_id": OWN } },
        }})
        .to_string()
    }

    #[test]
    fn a_mac_on_the_list_passes_with_its_company() {
        let found = verdict(&printed(&[PHONE, OWN], &[]));
        assert_eq!((found.status, found.saw.as_str()), (Status::Pass, "it is, with one other device"));
        assert!(found.evidence.iter().any(|one| one.label == "list fetched" && one.value == "2026-11-02"));
        assert!(!format!("{found:?}").contains("ID-of"), "no identity is shown");
    }

    #[test]
    fn a_mac_that_was_taken_off_is_told_and_stops_nothing_until_a_mac_has_shown_it() {
        let found = verdict(&printed(&[PHONE], &[OWN]));
        assert_eq!((found.status, found.reason), (Status::Warn, Some("removed")));
        assert_eq!((CHECK.effect, found.effect), (Effect::Nothing, None));
    }

    #[test]
    fn advanced_data_protection_shuts_an_old_macos_out() {
        let kept =
            r#"{"trusted_devices":{"state":"Ready","this_mac":"listed","listed":2,"advanced_data_protection":true}}"#;
        let of = |version| judge(&Mac::of(version).prints(&TRUSTED_DEVICES, kept).answers()).unwrap();
        assert_eq!((of("12.7").status, of("13.0").reason), (Status::Warn, Some("shut-out")));
        assert_eq!((of("13.1").status, of("26.1").reason), (Status::Pass, Some("with-others")));
        let off = kept.replace("true", "false");
        assert_eq!(judge(&Mac::of("12.7").prints(&TRUSTED_DEVICES, &off).answers()).unwrap().status, Status::Pass);
    }

    #[test]
    fn no_answer_is_no_trouble_and_no_pass() {
        for text in ["", "Error fetching status: what", "{}"] {
            assert_eq!((verdict(text).status, verdict(text).reason), (Status::Skip, Some("no-answer")), "{text}");
        }
        let question = Question::Command(&TRUSTED_DEVICES);
        let silent = Mac::of("26.1").says(&question, Err(Miss::TimedOut)).answers();
        assert_eq!(judge(&silent).unwrap().reason, Some("no-answer"));
        assert_eq!(judge(&Mac::of("10.14").answers()).unwrap().reason, Some("too-old"));
        let out = r#"{"error" : "Error Domain=OctagonErrorDomain Code=3 \"User is not signed into iCloud.\""}"#;
        assert_eq!(verdict(out).reason, Some("signed-out"));
    }
}
