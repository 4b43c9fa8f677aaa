//! Whether the system resolver answers for the push couriers.

use crate::check::after;
use crate::hosts;
use crate::shared::names;
use crate::shared::names::judge_names;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "dns/apple-push",
    title: "The names of Apple\u{2019}s push servers resolve",
    wrong: "the names of Apple\u{2019}s push servers do not resolve ({saw})",
    why: "Code prompts come over a standing connection to these hosts.",
    certainty: Certainty::Reported(
        "blocklists that name Apple\u{2019}s hosts have stopped sign-ins (StevenBlack/hosts #810)",
    ),
    part: Part::Names,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[names::REASONS],
    fix: &catalogue::DNS,
    asks: &[&[
        Question::Lookup(hosts::COURIERS[0]),
        Question::Lookup(hosts::COURIERS[1]),
        Question::Lookup(hosts::COURIERS[2]),
        Question::LookupVia { host: hosts::COURIERS[0], server: hosts::SECOND_RESOLVER },
        hosts::courier(0, hosts::COURIER_PORT).question(),
        hosts::courier(1, hosts::COURIER_PORT).question(),
        hosts::courier(2, hosts::COURIER_PORT).question(),
        hosts::IDMSA.handshake().by_proxy().question(),
    ]],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE, after::INTERNET],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    judge_names(answers, &[hosts::COURIERS[0], hosts::COURIERS[1], hosts::COURIERS[2]])
}
