//! Whether the names that Apple's own are aliases of are blocked.

use crate::hosts::ALIASES;
use crate::read::names::{Worth, worth};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, pass, skip, warn};

pub(super) const CHECK: Check = Check {
    id: "dns/aliases",
    title: "The names behind Apple\u{2019}s names are not blocked",
    why: "Apple\u{2019}s sign-in names are aliases of others, and some blocklists hit those. Then it depends on the filter \
          whether Apple\u{2019}s own names still resolve.",
    certainty: Certainty::Reported("block-list threads name them (1Hosts #2763, BlockLists #244)"),
    fix: &catalogue::DNS,
    asks: &[Question::Lookup(ALIASES[0]), Question::Lookup(ALIASES[1]), Question::Lookup(ALIASES[2])],
    after: &[
        "network/interface-up",
        "network/default-route",
        "dns/resolver",
        "dns/hosts-file",
        "dns/sinkhole",
        "network/internet",
        "dns/sign-in",
    ],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let mut blocked = Vec::new();
    for name in ALIASES {
        // These names come and go: one that does not exist is no sign of anything.
        if let Worth::Blocked(address) = worth(answers.lookup(name)?) {
            blocked.push((*name, address));
        }
    }
    let Some((name, address)) = blocked.first() else {
        let any = ALIASES.iter().any(|name| answers.lookup(name).is_ok_and(|found| !found.addresses().is_empty()));
        // Apple changes them: none may be in use now.
        return Ok(if any { pass("none is") } else { skip("none of them is in use").reason("not-in-use") });
    };
    let verdict = warn(format!("{name} is answered with {address}")).reason("blocked");
    Ok(blocked.iter().fold(verdict, |verdict, (name, address)| verdict.evidence(*name, address.to_string())))
}
