//! Services that somebody switched off.

use crate::commands::{DISABLED_SYSTEM, DISABLED_USER};
use crate::read::launchctl::{self, Need};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "mac/daemons-disabled",
    title: "No service that codes need is off",
    wrong: "a service that codes need is switched off ({saw})",
    why: "Scripts that \u{201c}slim\u{201d} macOS switch services off for good. Without the push, sign-in or identity service \
          no code prompt can appear.",
    certainty: Certainty::Plausible(
        "the services are named in such scripts; nobody is known to have reported the effect",
    ),
    part: Part::Machine,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::warn("disabled").does(Effect::MayStop),
        Reason::info("calls-and-messages-off")
            .wrong("a service that FaceTime or Messages need is switched off ({saw})")
            .normal("FaceTime or Messages lack a service of macOS ({saw}), which no prompt needs"),
    ]],
    fix: &catalogue::SERVICES_OFF,
    asks: &[&[Question::Command(&DISABLED_SYSTEM), Question::Command(&DISABLED_USER)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let for_all = launchctl::disabled(&answers.command(&DISABLED_SYSTEM)?.stdout)?;
    let mut off = for_all.clone();
    // The list of the user is missing in a session without one; what the system says still counts.
    let of_user = answers.command(&DISABLED_USER).and_then(|output| launchctl::disabled(&output.stdout));
    let read_both = of_user.is_ok();
    off.extend(of_user.unwrap_or_default());
    // The clock's service has a row of its own.
    off.retain(|one| one.name() != "timed");
    off.sort_unstable_by_key(|one| (one.need, one.label));
    off.dedup();
    if off.is_empty() {
        return if read_both {
            Ok(pass("none"))
        } else {
            Err(Miss::Unreadable("the services of the user cannot be listed".into()))
        };
    }
    let fix = catalogue::switched_on_again(off[0].label, for_all.contains(&off[0]));
    let names: Vec<&str> = off.iter().take(3).map(|one| one.name()).collect();
    let more = if off.len() > names.len() { " and more" } else { "" };
    let saw = format!("switched off: {}{more}", names.join(", "));
    let verdict = if off.iter().any(|one| one.need == Need::Codes) {
        warn(saw).reason("disabled")
    } else {
        // No prompt needs these, but FaceTime, Messages or texts that an iPhone passes on do.
        info(saw).reason("calls-and-messages-off")
    };
    let verdict = verdict.fix(fix);
    Ok(off.iter().fold(verdict, |verdict, one| verdict.blames(one.label).evidence(one.label, one.purpose)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    const NONE: &str = "disabled services = {\n}\n";

    #[test]
    fn what_is_off_is_named() {
        let off =
            "disabled services = {\n\t\"com.apple.apsd\" => disabled\n\t\"com.apple.siriknowledged\" => disabled\n}\n";
        let mac =
            |system: &str, user: &str| Mac::of("14.2").prints(&DISABLED_SYSTEM, system).prints(&DISABLED_USER, user);
        assert_eq!(mac(NONE, NONE).judged(&CHECK).unwrap().status, Status::Pass);
        let found = mac(off, NONE).judged(&CHECK).unwrap();
        assert_eq!((found.status, found.saw.as_str()), (Status::Warn, "switched off: apsd"));
        assert_eq!(mac(off, "Bad request.\n").judged(&CHECK).unwrap().status, Status::Warn);
        let calls = mac(&off.replace("apsd", "avconferenced"), NONE).judged(&CHECK).unwrap();
        assert_eq!((calls.status, calls.reason), (Status::Info, Some("calls-and-messages-off")));
        assert!(mac(NONE, "Bad request.\n").judged(&CHECK).is_err());
        let command = |verdict: Verdict| verdict.fix.and_then(|fix| fix.command).unwrap_or_default();
        let adid = off.replace("apsd", "adid");
        assert_eq!(command(mac(&adid, NONE).judged(&CHECK).unwrap()), "sudo launchctl enable system/com.apple.adid");
        let of_user = command(mac(NONE, &adid).judged(&CHECK).unwrap());
        assert_eq!(of_user, "launchctl enable user/$(id -u)/com.apple.adid", "by whom it was switched off");
    }
}
