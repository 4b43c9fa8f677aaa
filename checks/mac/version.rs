//! The version of macOS, and its age.

use crate::preferences::SYSTEM_VERSION;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, Version, fail, fix::catalogue, info, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "mac/version",
    title: "This macOS can show codes",
    wrong: "this macOS no longer gets repairs from Apple ({saw})",
    why: "Codes show by themselves since OS X 10.11. Systems that Apple no longer repairs also lack newer certificates and \
          the newer ways to sign in.",
    certainty: Certainty::Documented("Apple HT204974 (10.11); the age limit is a judgement"),
    part: Part::Machine,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::fail("too-old").wrong("{saw}"),
        // Apple's requirements for iCloud since 15 September 2025: macOS 10.13. Whether a Mac that is still signed in gets
        // its prompts is not known, so it only may stop them.
        Reason::fail("icloud-ended").wrong("{saw}").does(Effect::MayStop),
        Reason::warn("old").does(Effect::Nothing),
        Reason::warn("no-repairs").does(Effect::Nothing),
        Reason::info("beta"),
    ]],
    fix: &catalogue::UPDATE,
    asks: &[&[Question::Preferences(&SYSTEM_VERSION)]],
    after: &[],
    judge,
};

/// The first version that shows codes.
const SHOWS_CODES: Version = Version::new(10, 11);
/// Before it, certificates and ways to sign in are too old to rely on.
const RELIABLE: Version = Version::new(11, 0);
/// The first version that iCloud still works with.
const ICLOUD: Version = Version::new(10, 13);
/// Before it, Apple makes no repairs any more: it repairs the newest three, which are 27, 26 and 15.
const RECENT: Version = Version::new(15, 0);
/// When each came out, newest first.
const RELEASED: &[(Version, u32)] = &[
    (Version::new(27, 0), 2026),
    (Version::new(26, 0), 2025),
    (Version::new(15, 0), 2024),
    (Version::new(14, 0), 2023),
    (Version::new(13, 0), 2022),
    (Version::new(12, 0), 2021),
    (Version::new(11, 0), 2020),
    (Version::new(10, 15), 2019),
    (Version::new(10, 14), 2018),
    (Version::new(10, 13), 2017),
    (Version::new(10, 12), 2016),
    (Version::new(10, 11), 2015),
];

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let tree = answers.preferences(&SYSTEM_VERSION)?;
    let version = answers.macos().ok_or_else(|| Miss::Unreadable("the version file names no version".into()))?;
    let build = tree.get("ProductBuildVersion").and_then(serde_json::Value::as_str).unwrap_or_default();
    // Apple's builds for testing end in a small letter: 25A5279m.
    let beta = build.ends_with(|letter: char| letter.is_ascii_lowercase());
    let saw = format!("macOS {version}");
    let aged = match released(version) {
        Some(year) => format!("{saw}, first out in {year}"),
        None => saw.clone(),
    };
    Ok(if version < SHOWS_CODES {
        fail(format!("{saw} is too old to show codes")).reason("too-old")
    } else if version < ICLOUD {
        fail(format!("{saw} is too old for iCloud, which wants macOS 10.13 or later")).reason("icloud-ended")
    } else if version < RELIABLE {
        warn(aged).reason("old")
    } else if version < RECENT {
        warn(aged).reason("no-repairs")
    } else if beta {
        info(format!("{saw}, a test version")).reason("beta")
    } else {
        pass(aged)
    })
}

/// The year its major version came out. Nothing for a version newer than this list.
fn released(version: Version) -> Option<u32> {
    let (newest, _) = RELEASED.first()?;
    let known = version.major <= newest.major;
    RELEASED.iter().find(|(first, _)| known && version >= *first).map(|(_, year)| *year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;
    use serde_json::json;

    #[test]
    fn each_age_has_its_status() {
        for (version, status, saw) in [
            ("10.10.5", Status::Fail, "macOS 10.10.5 is too old to show codes"),
            ("10.15.7", Status::Warn, "macOS 10.15.7, first out in 2019"),
            ("12.7.6", Status::Warn, "macOS 12.7.6, first out in 2021"),
            ("10.12.6", Status::Fail, "macOS 10.12.6 is too old for iCloud, which wants macOS 10.13 or later"),
            ("13.6.3", Status::Warn, "macOS 13.6.3, first out in 2022"),
            ("15.7.1", Status::Pass, "macOS 15.7.1, first out in 2024"),
            ("26.4.1", Status::Pass, "macOS 26.4.1, first out in 2025"),
            ("27.0", Status::Pass, "macOS 27.0, first out in 2026"),
            ("28.0", Status::Pass, "macOS 28.0"),
        ] {
            let found = Mac::of(version).judged(&CHECK).unwrap();
            assert_eq!((found.status, found.saw.as_str()), (status, saw));
        }
    }

    #[test]
    fn a_test_version_is_worth_knowing() {
        let file = json!({ "ProductVersion": "26.1", "ProductBuildVersion": "25B5042k" });
        let found = Mac::of("26.1").keeps(&SYSTEM_VERSION, file).judged(&CHECK).unwrap();
        assert_eq!((found.status, found.reason), (Status::Info, Some("beta")));
    }
}
