//! Whether Apple's sign-in service refuses this network for asking too much.

use crate::check::after;
use crate::facts::FetchFailure;
use crate::hosts::{GSA, GSA_LOOKUP};
use crate::read::issuers::{Finding, finding};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass, unknown, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "tls/rate-limit",
    title: "Apple\u{2019}s sign-in service does not turn this network away",
    wrong: "Apple\u{2019}s sign-in service turns this network away for now",
    why: "Who asks too often gets no answer for hours, and every further try makes it longer. This check asks once, and sends \
          no name.",
    certainty: Certainty::Reported("SideStore #1506, #1517, #1572: refusals by address since August 2026"),
    part: Part::Servers,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::warn("limited").does(Effect::MayStop),
        Reason::info("server-error"),
        Reason::unknown("no-answer"),
    ]],
    fix: &catalogue::STOP,
    asks: &[&[Question::Fetch(&GSA_LOOKUP), GSA.handshake().question()]],
    after: &[
        after::LINK,
        after::RESOLVER,
        after::HOSTS_FILE,
        after::SINKHOLE,
        after::INTERNET,
        after::PACKETS,
        &["dns/sign-in"],
        after::OPENED,
        &["filters/proxy", "clock/offset", "tls/certificates", "tls/sign-in"],
    ],
    judge,
};

fn root_not_carried(answers: &Answers) -> bool {
    let shaken = answers.handshake(GSA.handshake()).ok().and_then(|report| report.result.as_ref().ok());
    shaken.is_some_and(|shaken| finding(shaken, answers.on_a_mac()) == Finding::RootNotCarried)
}

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    Ok(match &answers.fetch(&GSA_LOOKUP)?.result {
        // It is behind Apple\u{2019}s own root, which only a Mac carries.
        Err(FetchFailure::Tls(_)) if root_not_carried(answers) => return Err(Miss::NeedsMac),
        Err(failure) => unknown(format!("gsa.apple.com: {failure}")).reason("no-answer"),
        Ok(response) => match response.status {
            429 | 503 => warn(format!("it turns requests away for now ({})", response.status)).reason("limited"),
            // Which it gives to clients it does not know is not documented, so any other answer is one.
            status @ 500..=599 => {
                info(format!("it answers with an error of its own ({status})")).reason("server-error")
            }
            status => pass(format!("it answers ({status})")),
        },
    })
}
