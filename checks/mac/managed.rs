//! Whether an organisation manages this Mac.

use crate::commands::ENROLLMENT;
use crate::files::HOSTS;
use crate::read::enrollment::enrollment;
use crate::read::hosts_file::{Entry, apple_entries};
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
    reasons: &[&[
        Reason::info("owned"),
        Reason::info("owned-only").wrong("an organisation owns this Mac"),
        Reason::info("kept-out")
            .wrong("the file /etc/hosts keeps the Mac away from its organisation\u{2019}s management"),
        Reason::info("managed"),
        Reason::skip("too-old"),
    ]],
    fix: &catalogue::MANAGED,
    asks: &[&[Question::Command(&ENROLLMENT), Question::File(&HOSTS)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if answers.on_a_mac() && answers.macos().is_some_and(|version| version < Version::new(10, 13)) {
        return Ok(skip("this macOS cannot tell").reason("too-old"));
    }
    let found = enrollment(&answers.command(&ENROLLMENT)?.stdout)?;
    let blocked = blocked(answers);
    if !blocked.is_empty() {
        let verdict = info("/etc/hosts blocks the names of enrolment").reason("kept-out");
        return Ok(blocked.into_iter().fold(verdict, |verdict, name| verdict.evidence("blocked", name)));
    }
    Ok(match (found.owned, found.managed) {
        (true, true) => info("an organisation owns and manages it").reason("owned"),
        // It stays theirs, and their rules about accounts with it.
        (true, false) => info("an organisation owns it, and does not manage it now").reason("owned-only"),
        (false, true) => info("an organisation manages it").reason("managed"),
        (false, false) => pass("not managed"),
    })
}

/// Names that a Mac is enrolled by, and activated. Scripts that get around an organisation's management send them nowhere;
/// no sign-in hangs on them.
const ENROLMENT_NAMES: &[&str] = &[
    "acmdm.apple.com",
    "albert.apple.com",
    "deviceenrollment.apple.com",
    "gdmf.apple.com",
    "iprofiles.apple.com",
    "mdmenrollment.apple.com",
];

/// Those of them that the hosts file sends nowhere. A blocklist may hold one; that it names the enrolment itself counts.
fn blocked(answers: &Answers) -> Vec<String> {
    let Ok(file) = answers.text(&HOSTS) else { return Vec::new() };
    let nowhere = |entry: &Entry| entry.address.is_unspecified() || entry.address.is_loopback();
    let names: Vec<String> = apple_entries(file).into_iter().filter(nowhere).map(|entry| entry.name).collect();
    if !names.iter().any(|name| name.contains("enrollment") || name.starts_with("iprofiles")) {
        return Vec::new();
    }
    names.into_iter().filter(|name| ENROLMENT_NAMES.contains(&name.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    fn with_hosts(text: &str) -> Verdict {
        let file = crate::Answer::Text(crate::facts::TextFile { text: text.into(), cut: false });
        let mac = Mac::of("15.2").prints(&ENROLLMENT, "Enrolled via DEP: No\nMDM enrollment: No\n");
        mac.says(&Question::File(&HOSTS), Ok(file)).judged(&CHECK).unwrap()
    }

    #[test]
    fn both_lines_are_read() {
        let verdict = |text: &str| Mac::of("15.2").prints(&ENROLLMENT, text).judged(&CHECK);
        let none = verdict("Enrolled via DEP: No\nMDM enrollment: No\n").unwrap();
        assert_eq!(none.status, Status::Pass);
        let managed = verdict("Enrolled via DEP: No\nMDM enrollment: Yes (User Approved)\n").unwrap();
        assert_eq!((managed.status, managed.reason), (Status::Info, Some("managed")));
        let owned = verdict("Enrolled via DEP: Yes\nMDM enrollment: Yes (User Approved)\n").unwrap();
        assert_eq!(owned.reason, Some("owned"));
        let left = verdict("Enrolled via DEP: Yes\nMDM enrollment: No\n").unwrap();
        assert_eq!((left.status, left.reason), (Status::Info, Some("owned-only")));
        assert_eq!(with_hosts("0.0.0.0 mdmenrollment.apple.com albert.apple.com\n").reason, Some("kept-out"));
        assert_eq!(with_hosts("0.0.0.0 mdmenrollment.apple.com albert.apple.com\n").evidence.len(), 2);
        assert_eq!(with_hosts("0.0.0.0 gdmf.apple.com\n").reason, None, "a blocklist alone");
        assert_eq!(with_hosts("17.32.1.1 mdmenrollment.apple.com\n").reason, None);
        assert_eq!(Mac::of("10.12.6").judged(&CHECK).unwrap().status, Status::Skip);
        assert!(verdict("profiles: the command line is invalid\n").is_err());
    }
}
