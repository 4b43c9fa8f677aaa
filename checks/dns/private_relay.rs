//! Whether this network turns iCloud Private Relay off.

use crate::check::after;
use crate::facts::LookupOutcome;
use crate::hosts::{PRIVATE_RELAY, SETUP};
use crate::shared::names::worth;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass, unknown};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "dns/private-relay",
    title: "This network leaves iCloud Private Relay alone",
    wrong: "this network blocks Private Relay",
    why: "Some networks turn it off by denying its names. That harms no code; it only shows that somebody filters.",
    certainty: Certainty::Context("Apple, \u{201c}Prepare your network for iCloud Private Relay\u{201d}"),
    part: Part::Names,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some("this network blocks Private Relay"),
    reasons: &[&[Reason::info("turned-off"), Reason::info("blocked"), Reason::unknown("no-answer")]],
    fix: &catalogue::NOTHING,
    asks: &[&[Question::Lookup(PRIVATE_RELAY[0]), Question::Lookup(PRIVATE_RELAY[1]), Question::Lookup(SETUP.name)]],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE, after::INTERNET],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if worth(answers.lookup(SETUP.name)?).trouble().is_some() {
        return Ok(unknown("no name of iCloud resolves").reason("no-answer"));
    }
    let mut unsure = None;
    for name in PRIVATE_RELAY {
        let found = answers.lookup(name)?;
        match &found.outcome {
            // So Apple asks networks to answer.
            LookupOutcome::NoSuchName | LookupOutcome::NoAddress => {
                return Ok(info("it turns Private Relay off, which harms no code").reason("turned-off"));
            }
            LookupOutcome::Addresses(_) if worth(found).trouble().is_some() => {
                return Ok(info("it blocks Private Relay, which harms no code").reason("blocked"));
            }
            LookupOutcome::Addresses(_) => {}
            outcome => unsure = Some(outcome),
        }
    }
    Ok(match unsure {
        Some(outcome) => unknown(format!("its names: {outcome}")).reason("no-answer"),
        None => pass("its names resolve"),
    })
}
