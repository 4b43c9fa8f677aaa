//! Whether hosts that only measure are blocked, as filters like to do.

use crate::check::after;
use crate::facts::LookupOutcome;
use crate::hosts::{METRICS, SETUP};
use crate::read::address::{Place, place};
use crate::shared::names::{Worth, worth};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass, unknown};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "dns/metrics",
    title: "Apple\u{2019}s measuring hosts are not blocked",
    wrong: "Apple\u{2019}s measuring hosts are blocked",
    why: "No code needs them. Yet in 2018 iCloud sign-in failed on Macs whose filter blocked them.",
    certainty: Certainty::Context("one report, of macOS 10.14 (StevenBlack/hosts #810)"),
    part: Part::Names,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some("Apple\u{2019}s measuring hosts are blocked"),
    reasons: &[&[Reason::info("denied"), Reason::info("blocked"), Reason::unknown("no-answer")]],
    fix: &catalogue::DNS,
    asks: &[&[
        Question::Lookup(METRICS[0]),
        Question::Lookup(METRICS[1]),
        Question::Lookup(METRICS[2]),
        Question::Lookup(SETUP.name),
    ]],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE, after::INTERNET],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let mut blocked = Vec::new();
    for name in METRICS {
        // A name that is gone is Apple\u{2019}s business; only an answer that leads nowhere is a filter\u{2019}s.
        // Portals answer for every name with an address of their own.
        if let Worth::Blocked(address) = worth(answers.lookup(name)?)
            && place(address) == Place::Nowhere
        {
            blocked.push((*name, address));
        }
    }
    let Some((name, _)) = blocked.first() else {
        let any = METRICS.iter().any(|name| {
            answers.lookup(name).is_ok_and(|found| matches!(worth(found), Worth::Good | Worth::StandIn(_)))
        });
        let denied = |name: &&&'static str| {
            answers
                .lookup(name)
                .is_ok_and(|found| matches!(found.outcome, LookupOutcome::NoSuchName | LookupOutcome::NoAddress))
        };
        return Ok(if any {
            pass("none is")
        } else if worth(answers.lookup(SETUP.name)?) == Worth::Good
            && METRICS.iter().filter(denied).count() == METRICS.len()
        {
            info("they do not exist here; no code needs them").reason("denied")
        } else {
            unknown("none of them resolves").reason("no-answer")
        });
    };
    let verdict = info(format!("{name} is; no code needs it")).reason("blocked");
    Ok(blocked.iter().fold(verdict, |verdict, (name, address)| verdict.evidence(*name, address.to_string())))
}
