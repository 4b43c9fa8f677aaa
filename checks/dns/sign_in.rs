//! Whether the system resolver answers for the sign-in hosts.

use crate::check::after;
use crate::hosts;
use crate::shared::names;
use crate::shared::names::judge_names;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue};
use crate::{Effect, Part, Role};

pub(super) const CHECK: Check = Check {
    id: "dns/sign-in",
    title: "The names of the sign-in servers resolve",
    wrong: "the names of Apple\u{2019}s sign-in servers do not resolve ({saw})",
    why: "Without an address for them no sign-in gets as far as asking for a code.",
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
        Question::Lookup(hosts::GSA.name),
        Question::Lookup(hosts::GSAS.name),
        Question::Lookup(hosts::IDMSA.name),
        Question::Lookup(hosts::ACCOUNT.name),
        Question::Lookup(hosts::SETUP.name),
        Question::LookupVia { host: hosts::GSA.name, server: hosts::SECOND_RESOLVER },
        Question::LookupVia { host: hosts::GSAS.name, server: hosts::SECOND_RESOLVER },
        Question::LookupVia { host: hosts::IDMSA.name, server: hosts::SECOND_RESOLVER },
        Question::LookupVia { host: hosts::ACCOUNT.name, server: hosts::SECOND_RESOLVER },
        Question::LookupVia { host: hosts::SETUP.name, server: hosts::SECOND_RESOLVER },
        hosts::GSA.handshake().question(),
        hosts::GSAS.handshake().question(),
        hosts::IDMSA.handshake().question(),
        hosts::ACCOUNT.handshake().question(),
        hosts::SETUP.handshake().question(),
        hosts::IDMSA.handshake().by_proxy().question(),
    ]],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE, after::INTERNET],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let partly = "not every name of Apple\u{2019}s sign-in servers resolves ({saw})";
    let verdict = judge_names(
        answers,
        &[hosts::GSA.name, hosts::GSAS.name, hosts::IDMSA.name, hosts::ACCOUNT.name, hosts::SETUP.name],
    )?;
    Ok(if verdict.reason == Some("some-do-not-resolve") { verdict.wrong(partly) } else { verdict })
}
