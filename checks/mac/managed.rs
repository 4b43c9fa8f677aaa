//! Whether an organisation manages this Mac.

use crate::commands::ENROLLMENT;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, Version, fix::catalogue, info, pass, skip};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "mac/managed",
    title: "Nobody else manages this Mac",
    wrong: "an organisation manages this Mac",
    why: "On a Mac of a company or school, IT may decide about accounts, VPN and filters. A managed Apple Account also gets its \
          codes by the organisation\u{2019}s rules.",
    certainty: Certainty::Context("management explains restrictions; it does not stop codes by itself"),
    part: Part::Machine,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some("the Mac is managed"),
    reasons: &[&[Reason::info("owned"), Reason::info("managed"), Reason::skip("too-old")]],
    fix: &catalogue::MANAGED,
    asks: &[&[Question::Command(&ENROLLMENT)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if answers.on_a_mac() && answers.macos().is_some_and(|version| version < Version::new(10, 13)) {
        return Ok(skip("this macOS cannot tell").reason("too-old"));
    }
    let text = &answers.command(&ENROLLMENT)?.stdout;
    let value = |key: &str| text.lines().find_map(|line| line.trim().strip_prefix(key)).map(str::trim);
    let enrolled = value("MDM enrollment:").ok_or_else(|| Miss::Unreadable("`profiles` names no enrollment".into()))?;
    let by_owner = value("Enrolled via DEP:").is_some_and(|value| value.starts_with("Yes"));
    Ok(if !enrolled.starts_with("Yes") {
        pass("not managed")
    } else if by_owner {
        info("an organisation owns and manages it").reason("owned")
    } else {
        info("an organisation manages it").reason("managed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    #[test]
    fn both_lines_are_read() {
        let verdict = |text: &str| Mac::of("15.2").prints(&ENROLLMENT, text).judged(&CHECK);
        let none = verdict("Enrolled via DEP: No\nMDM enrollment: No\n").unwrap();
        assert_eq!(none.status, Status::Pass);
        let managed = verdict("Enrolled via DEP: No\nMDM enrollment: Yes (User Approved)\n").unwrap();
        assert_eq!((managed.status, managed.reason), (Status::Info, Some("managed")));
        let owned = verdict("Enrolled via DEP: Yes\nMDM enrollment: Yes (User Approved)\n").unwrap();
        assert_eq!(owned.reason, Some("owned"));
        assert_eq!(Mac::of("10.12.6").judged(&CHECK).unwrap().status, Status::Skip);
        assert!(verdict("profiles: the command line is invalid\n").is_err());
    }
}
