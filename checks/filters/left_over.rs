//! Extensions that wait for somebody, or that outlived their app.

use crate::check::breaks;
use crate::commands::SYSTEM_EXTENSIONS;
use crate::read::system_extensions::{Category, Extension};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass};
use crate::{Effect, Part, Reason, Role, Suspicion};

pub(super) const CHECK: Check = Check {
    id: "filters/left-over",
    title: "No extension is left over",
    wrong: "a filter is left over",
    why: "A filter whose app was thrown away can go on blocking until it is removed, and one that waits for approval is not at \
          work although its app says so.",
    certainty: Certainty::Reported(
        "a removed LuLu\u{2019}s filter kept blocking until it was deleted in VPN & Filters",
    ),
    part: Part::Between,
    effect: Effect::MayStop,
    role: Role::Suspect(Suspicion { what: "a filter", breaks: breaks::TRAFFIC }),
    normal: None,
    reasons: &[&[
        Reason::info("removed"),
        Reason::info("waiting-for-user"),
        Reason::info("unfinished"),
        Reason::skip("too-old"),
    ]],
    fix: &catalogue::LEFT_OVER,
    asks: &[&[Question::Command(&SYSTEM_EXTENSIONS)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let list = match super::extensions(answers)? {
        Ok(list) => list,
        Err(verdict) => return Ok(verdict),
    };
    let odd: Vec<&Extension> =
        list.iter().filter(|one| one.category != Category::Other && is_odd(one) && !is_updated(one, &list)).collect();
    let Some(first) = odd.first() else { return Ok(pass("none waits or is half removed")) };
    let name = first.title();
    let verdict = if first.state.starts_with("terminated") {
        info(format!("{name} is removed at the next restart")).reason("removed")
    } else if first.state.contains("waiting for user") {
        info(format!("{name} waits for your approval")).reason("waiting-for-user")
    } else {
        info(format!("{name}: {}", first.state)).reason("unfinished")
    };
    let verdict = verdict.culprit(first.whose().into());
    Ok(odd.iter().fold(verdict, |verdict, one| verdict.evidence(&one.bundle, &one.state)))
}

/// Neither at work nor switched off on purpose.
fn is_odd(extension: &Extension) -> bool {
    !matches!(extension.state.as_str(), "activated enabled" | "activated disabled")
}

/// The old version of an extension whose new one is at work: an update that waits for a restart.
fn is_updated(extension: &Extension, list: &[Extension]) -> bool {
    extension.state.starts_with("terminated") && list.iter().any(|one| one.bundle == extension.bundle && one.is_on())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    fn verdict(rows: &[(&str, &str)]) -> (Status, Option<&'static str>) {
        let rows: Vec<String> =
            rows.iter().map(|(bundle, state)| format!("\t*\tTEAM\t{bundle} (1/1)\tExtension\t[{state}]\n")).collect();
        let text = format!("2 extension(s)\n--- com.apple.system_extension.network_extension\n{}", rows.concat());
        let found = Mac::of("26.1").prints(&SYSTEM_EXTENSIONS, &text).judged(&CHECK).unwrap();
        (found.status, found.reason)
    }

    #[test]
    fn each_state_has_its_words() {
        let lulu = "com.objective-see.lulu.extension";
        let removed = "terminated waiting to uninstall on reboot";
        assert_eq!(verdict(&[(lulu, "activated waiting for user")]), (Status::Info, Some("waiting-for-user")));
        assert_eq!(verdict(&[(lulu, removed)]), (Status::Info, Some("removed")));
        assert_eq!(verdict(&[(lulu, removed), (lulu, "activated enabled")]).0, Status::Pass);
        assert_eq!(verdict(&[(lulu, "activated disabled")]).0, Status::Pass);
        assert_eq!(verdict(&[(lulu, "activating")]), (Status::Info, Some("unfinished")));
    }
}
