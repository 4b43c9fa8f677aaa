//! Whether the names that Apple's own are aliases of are blocked.

use crate::check::{after, handshakes, lookups};
use crate::hosts::{ALIASES, GSA, GSAS, IDENTITY_ESS, INIT_ESS};
use crate::read::address::{Place, place};
use crate::shared::names::{Worth, worth};
use crate::{Answers, Certainty, Check, Handshake, Miss, Verdict, fix::catalogue, pass, skip, warn};
use crate::{Effect, Part, Reason, Role};
use std::net::IpAddr;

pub(super) const CHECK: Check = Check {
    id: "dns/aliases",
    title: "The names behind Apple\u{2019}s names are not blocked",
    wrong: "{who:a DNS filter} blocks names that Apple\u{2019}s own lead to ({saw})",
    why: "Apple\u{2019}s sign-in names are aliases of others, and some blocklists hit those. Then it depends on the filter \
          whether Apple\u{2019}s own names still resolve.",
    certainty: Certainty::Reported("block-list threads name them (1Hosts #2763, BlockLists #244)"),
    part: Part::Names,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::warn("blocked"),
        Reason::warn("blocks").does(Effect::MayStop),
        Reason::skip("own-network"),
        Reason::skip("not-in-use"),
    ]],
    fix: &catalogue::DNS,
    asks: &[
        &lookups([ALIASES[0], ALIASES[1], ALIASES[2], ALIASES[3], ALIASES[4]]),
        &handshakes([BEHIND[0].1, BEHIND[1].1, BEHIND[2].1, BEHIND[3].1]),
    ],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE, after::INTERNET, &["dns/sign-in"]],
    judge,
};

/// Which host of Apple's each is behind.
const BEHIND: [(&str, Handshake); 4] = [
    (ALIASES[0], GSA.handshake()),
    (ALIASES[1], GSAS.handshake()),
    (ALIASES[2], IDENTITY_ESS.handshake()),
    (ALIASES[3], INIT_ESS.handshake()),
];

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let mut blocked = Vec::new();
    for name in ALIASES {
        // These names come and go: one that does not exist is no sign of anything.
        // A portal, or a gate that everything is led through, answers with an address of its own network.
        if let Worth::Blocked(address) = worth(answers.lookup(name)?)
            && place(address) != Place::Local
        {
            blocked.push((*name, address));
        }
    }
    let Some((name, address)) = blocked.first() else {
        let any =
            |is: fn(Worth) -> bool| ALIASES.iter().any(|name| answers.lookup(name).is_ok_and(|one| is(worth(one))));
        return Ok(if any(|worth| matches!(worth, Worth::Good | Worth::StandIn(_))) {
            pass("none is")
        } else if any(|worth| matches!(worth, Worth::Blocked(_))) {
            skip("this network answers for them itself").reason("own-network")
        } else {
            // Apple changes them: none may be in use now.
            skip("none of them is in use").reason("not-in-use")
        });
    };
    // A filter that hits one of them does harm where the host behind it is out of reach too.
    let dead = |(alias, _): &&(&'static str, IpAddr)| {
        BEHIND
            .iter()
            .any(|(name, to)| name == alias && answers.handshake(*to).is_ok_and(|report| report.result.is_err()))
    };
    let verdict = match blocked.iter().find(dead) {
        Some((name, address)) => warn(format!("{name} is answered with {address}")).reason("blocks"),
        None => warn(format!("{name} is answered with {address}")).reason("blocked"),
    };
    Ok(blocked.iter().fold(verdict, |verdict, (name, address)| verdict.evidence(*name, address.to_string())))
}
