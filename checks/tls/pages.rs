//! What the sign-in pages say behind a good handshake: asked once each for their headers, without any name.

use crate::check::after;
use crate::facts::{FetchFailure, HandshakeReport, Response};
use crate::hosts::{ACCOUNT, ACCOUNT_PAGE, IDMSA, IDMSA_PAGE};
use crate::read::issuers::{Finding, finding};
use crate::{Answers, Certainty, Check, Culprit, Miss, Question, Verdict, fix::catalogue, pass, skip, unknown, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "tls/pages",
    title: "The sign-in pages answer",
    wrong: "{saw}",
    why: "A good connection can still end at a server that is out of order, or at somebody\u{2019}s page that says no. Sign-in on \
          the web, where codes can be asked for and typed in, needs these two.",
    certainty: Certainty::Plausible("what the numbers mean is RFC 9110; that a code did not come of it was not seen"),
    part: Part::Servers,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        // A Mac's own screens ask elsewhere; and that a page in order never answers a bare HEAD so was not yet seen on a Mac,
        // so it informs and decides nothing.
        Reason::warn("out-of-order").does(Effect::Nothing).fix(&catalogue::WAIT),
        Reason::warn("block-page").does(Effect::MayStop),
        Reason::unknown("no-answer"),
        Reason::skip("not-asked"),
    ]],
    fix: &catalogue::FILTER,
    asks: &[&[
        Question::Fetch(&IDMSA_PAGE),
        Question::Fetch(&ACCOUNT_PAGE),
        IDMSA.handshake().question(),
        ACCOUNT.handshake().question(),
    ]],
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

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let mut well = Vec::new();
    let mut troubled: Option<Verdict> = None;
    let mut unseen: Option<Verdict> = None;
    for (host, page, to) in
        [(IDMSA.name, &IDMSA_PAGE, IDMSA.handshake()), (ACCOUNT.name, &ACCOUNT_PAGE, ACCOUNT.handshake())]
    {
        let fetched = match answers.fetch(page) {
            // An older recording.
            Err(Miss::NotRecorded) => return Ok(skip("nobody asked for them then").reason("not-asked")),
            other => other?,
        };
        match &fetched.result {
            Err(FetchFailure::Tls(_)) if answers.handshake(to).is_ok_and(|report| not_carried(report, answers)) => {
                return Err(Miss::NeedsMac);
            }
            Err(failure) => {
                unseen = unseen.or_else(|| Some(unknown(format!("{host}: {failure}")).reason("no-answer")));
            }
            Ok(response) => match trouble(host, response) {
                Some(verdict) => {
                    let more = verdict.saw.clone();
                    troubled = Some(troubled.map_or(verdict, |first| first.evidence(host, more)));
                }
                None => well.push(format!("{host} {}", response.status)),
            },
        }
    }
    Ok(troubled.or(unseen).unwrap_or_else(|| pass(format!("both answer ({})", well.join(", ")))))
}

/// It is behind Apple's own root, which only a Mac carries.
fn not_carried(report: &HandshakeReport, answers: &Answers) -> bool {
    let shaken = report.result.as_ref().ok();
    shaken.is_some_and(|shaken| finding(shaken, answers.on_a_mac()) == Finding::RootNotCarried)
}

/// What an answer says that no sign-in page says. What these two answer to a stranger is not documented, so whatever else
/// comes is an answer.
fn trouble(host: &str, response: &Response) -> Option<Verdict> {
    let status = response.status;
    if let Some(elsewhere) = response.location.as_deref().filter(|place| !is_apples(place)) {
        let who = Culprit::of(elsewhere.split("://").last().unwrap_or(elsewhere));
        let saw = format!("{host} sends to another host ({status})");
        return Some(warn(saw).reason("block-page").culprit(who));
    }
    match status {
        503 => Some(warn(format!("{host} turns requests away for now ({status})")).reason("out-of-order")),
        502 | 504 => Some(warn(format!("{host} is out of order ({status})")).reason("out-of-order")),
        451 | 511 => Some(warn(format!("somebody\u{2019}s page stands in for {host} ({status})")).reason("block-page")),
        _ => None,
    }
}

/// `https://account.apple.com`, as it is kept of a redirect.
fn is_apples(place: &str) -> bool {
    let host = place.split("://").last().unwrap_or(place).split([':', '/']).next().unwrap_or_default();
    let host = host.to_ascii_lowercase();
    ["apple.com", "icloud.com", "apple.com.cn", "icloud.com.cn"]
        .iter()
        .any(|own| host == *own || host.ends_with(&format!(".{own}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Fetched;
    use crate::{Answer, Fetch, Status, testing::Mac};

    fn page(mac: Mac, page: &'static Fetch, result: Result<Response, FetchFailure>) -> Mac {
        mac.says(&Question::Fetch(page), Ok(Answer::Fetch(Fetched { result })))
    }

    fn of(result: Result<Response, FetchFailure>) -> Verdict {
        let well = Ok(Response { status: 200, ..Response::default() });
        let mac = page(page(Mac::of("15.1"), &IDMSA_PAGE, result), &ACCOUNT_PAGE, well);
        mac.judged(&CHECK).unwrap()
    }

    #[expect(clippy::unnecessary_wraps, reason = "it is what a fetch brings")]
    fn answer(status: u16, location: Option<&str>) -> Result<Response, FetchFailure> {
        Ok(Response { status, location: location.map(str::to_owned), ..Response::default() })
    }

    #[test]
    fn whatever_a_sign_in_page_may_say_is_an_answer() {
        for status in [200, 204, 302, 401, 403, 404, 405, 429, 500] {
            assert_eq!(of(answer(status, None)).status, Status::Pass, "{status}");
        }
        for place in ["https://account.apple.com", "https://IDMSA.apple.com:443", "https://www.icloud.com.cn"] {
            assert_eq!(of(answer(302, Some(place))).status, Status::Pass, "{place}");
        }
    }

    #[test]
    fn a_server_that_is_out_of_order_and_somebody_elses_page_are_told_apart() {
        for status in [502, 503, 504] {
            assert_eq!(of(answer(status, None)).reason, Some("out-of-order"), "{status}");
        }
        assert_eq!(of(answer(511, None)).reason, Some("block-page"));
        for place in ["https://block.example.com", "https://notapple.com", "https://apple.com.example"] {
            assert_eq!(of(answer(302, Some(place))).reason, Some("block-page"), "{place}");
        }
        let blocked = of(answer(302, Some("https://block.example.com")));
        assert_eq!(blocked.culprit_text().as_deref(), Some("block.example.com"));
    }

    #[test]
    fn no_answer_is_unknown() {
        assert_eq!(of(Err(FetchFailure::Stalled)).status, Status::Unknown);
        assert_eq!(Mac::of("15.1").judged(&CHECK).unwrap().reason, Some("not-asked"));
    }
}
