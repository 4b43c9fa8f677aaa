//! The version of macOS.

use crate::preferences::SYSTEM_VERSION;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, Version, fail, fix::catalogue, pass, warn};

pub(super) const CHECK: Check = Check {
    id: "mac/version",
    title: "This macOS can show codes",
    why: "Codes show by themselves since OS X 10.11; old systems also lack newer certificates.",
    certainty: Certainty::Documented("Apple HT204974 (10.11); the age limit is a judgement"),
    fix: &catalogue::UPDATE,
    asks: &[Question::Preferences(&SYSTEM_VERSION)],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    answers.preferences(&SYSTEM_VERSION)?;
    let version = answers.macos().ok_or_else(|| Miss::Unreadable("the version file names no version".into()))?;
    let saw = format!("macOS {version}");
    Ok(if version < Version::new(10, 11) {
        fail(saw).reason("too-old")
    } else if version < Version::new(11, 0) {
        warn(format!("{saw} is older than codesent knows")).reason("old")
    } else {
        pass(saw)
    })
}
