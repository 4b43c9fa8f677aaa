//! What the sign-in pages say behind a good handshake: asked once each for their headers, without any name.

use crate::check::after;
use crate::facts::{FetchFailure, HandshakeReport, Response};
use crate::hosts::{ACCOUNT, ACCOUNT_PAGE, IDMSA, IDMSA_PAGE};
use crate::read::issuers::{Finding, finding};
use crate::{
    Answers, Certainty, Check, Culprit, Handshake, Miss, Question, Verdict, fail, fix::catalogue, pass, skip, unknown,
    warn,
};
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
        Reason::fail("box-answers")
            .wrong("{who:something on the way} answers in place of Apple\u{2019}s sign-in pages"),
        Reason::unknown("no-answer"),
        Reason::skip("not-asked"),
    ]],
    fix: &catalogue::FIREWALL,
    asks: &[&[
        Question::Fetch(&IDMSA_PAGE),
        Question::Fetch(&ACCOUNT_PAGE),
        IDMSA.handshake().question(),
        ACCOUNT.handshake().question(),
        IDMSA.handshake().by_proxy().question(),
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
            Ok(response) => match trouble(host, response, who_answers(to, answers).as_ref()) {
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

/// What the certificate says of who answered. The page is asked for through the system's proxy where one is set.
fn who_answers(to: Handshake, answers: &Answers) -> Option<Finding> {
    let report = match answers.handshake(IDMSA.handshake().by_proxy()) {
        Ok(by_proxy) if to == IDMSA.handshake() => by_proxy,
        // Nobody shook hands with the other one through the proxy.
        Ok(_) => return None,
        Err(_) => answers.handshake(to).ok()?,
    };
    Some(finding(report.result.as_ref().ok()?, answers.on_a_mac()))
}

/// Boxes and programs that write their own name into the `Server` line of the errors that they answer themselves, and pass on
/// that of others. Squid: `HTTP/1.1 403 Forbidden`, `Server: squid/5.7`, `X-Squid-Error: ERR_ACCESS_DENIED 0` (its wiki, and
/// captures in public repositories). Zscaler: `HTTP/1.1 403 Forbidden`, `Server: Zscaler/6.2`, on its block page (many
/// captures; help.zscaler.com, "Configuring Block Notifications"). mitmproxy: its source sends `version.MITMPROXY` as `server`
/// with each error of its own (`proxy/layers/http`). Privoxy is none: its block page has no such line (captures of `curl -I`).
const BOXES: &[&str] = &["mitmproxy", "squid", "zscaler"];

/// Who of them wrote the page.
fn box_of(response: &Response) -> Option<Culprit> {
    let server = response.server.as_deref()?.trim();
    let name = server.split(['/', ' ', ';']).next().unwrap_or_default();
    BOXES.contains(&name.to_ascii_lowercase().as_str()).then(|| Culprit::of(name))
}

/// What an answer says that no sign-in page says. What these two answer to a stranger is not documented, so whatever else
/// comes is an answer.
fn trouble(host: &str, response: &Response, who: Option<&Finding>) -> Option<Verdict> {
    let status = response.status;
    if let Some(writer) = box_of(response).filter(|_| status >= 400) {
        let saw = format!("{host} is answered by {} ({status})", writer.in_a_sentence());
        return Some(fail(saw).reason("box-answers").culprit(writer));
    }
    let elsewhere = response.location.as_deref().filter(|place| !is_apples(place));
    // Whoever holds the certificate wrote the page: Apple sends nobody to others, and asks nobody to log in to a network.
    if let Some(Finding::Inspected(opener)) = who
        && (elsewhere.is_some() || matches!(status, 451 | 511))
    {
        let opener = Culprit::from(opener.clone());
        let saw = format!("{host} is answered by {} ({status})", opener.in_a_sentence());
        return Some(fail(saw).reason("box-answers").culprit(opener));
    }
    if let Some(elsewhere) = elsewhere {
        let who = Culprit::of(elsewhere.split("://").last().unwrap_or(elsewhere));
        let saw = format!("{host} sends to another host ({status})");
        return Some(warn(saw).reason("block-page").culprit(who));
    }
    // Behind Apple's own certificate it is Apple that says so, and behind another nobody knows.
    let name =
        if who == Some(&Finding::Genuine) { format!("Apple\u{2019}s own server at {host}") } else { host.into() };
    match status {
        503 => Some(warn(format!("{name} turns requests away for now ({status})")).reason("out-of-order")),
        502 | 504 => Some(warn(format!("{name} is out of order ({status})")).reason("out-of-order")),
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
    use crate::facts::{Certificate, Fetched, Shaken, Trust};
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

    fn signed_by(issuer: &str, status: u16, server: &str, location: Option<&str>) -> Verdict {
        let own = Certificate { issuer_organisation: issuer.into(), ..Certificate::default() };
        let shaken = Shaken { version: String::new(), chain: vec![own], trust: Trust::Trusted, ms: 1 };
        let report = Answer::Handshake(HandshakeReport { attempts: Vec::new(), result: Ok(shaken) });
        let (server, location) = (Some(server.to_owned()), location.map(str::to_owned));
        let answer = Ok(Response { status, location, server, ..Response::default() });
        let well = Ok(Response { status: 200, ..Response::default() });
        let mac = page(page(Mac::of("15.1"), &IDMSA_PAGE, answer), &ACCOUNT_PAGE, well);
        mac.says(&IDMSA.handshake().question(), Ok(report)).judged(&CHECK).unwrap()
    }

    #[test]
    fn who_wrote_the_page_is_said_where_it_is_known() {
        let apples = signed_by("Apple Inc.", 503, "Apple", None);
        assert_eq!(apples.reason, Some("out-of-order"));
        assert_eq!(apples.saw, "Apple\u{2019}s own server at idmsa.apple.com turns requests away for now (503)");
        // A box that opens what is sent, and passes on what Apple says.
        let passed_on = signed_by("Corp Gate", 503, "Apple", None);
        assert_eq!((passed_on.reason, passed_on.culprit_text()), (Some("out-of-order"), None));
        assert!(passed_on.saw.starts_with("idmsa.apple.com turns"), "{}", passed_on.saw);
        for (status, server, location) in [(302, "", Some("https://block.corp.example")), (511, "", None)] {
            let gate = signed_by("Corp Gate", status, server, location);
            assert_eq!((gate.status, gate.reason), (Status::Fail, Some("box-answers")));
            assert_eq!(gate.culprit_text().as_deref(), Some("Corp Gate"));
        }
        for (server, name) in [("squid/6.6", "squid"), ("Zscaler/6.2", "Zscaler"), ("mitmproxy 11.0", "mitmproxy")] {
            let by = signed_by("Corp Gate", 403, server, None);
            assert_eq!((by.reason, by.culprit_text().as_deref()), (Some("box-answers"), Some(name)));
            assert_eq!(signed_by("Corp Gate", 200, server, None).status, Status::Pass);
        }
        for server in ["nginx", "AkamaiGHost", "Apple", "daiquiri/5", "squidward/1"] {
            assert_eq!(signed_by("Apple Inc.", 403, server, None).status, Status::Pass, "{server}");
        }
    }

    #[test]
    fn no_answer_is_unknown() {
        assert_eq!(of(Err(FetchFailure::Stalled)).status, Status::Unknown);
        assert_eq!(Mac::of("15.1").judged(&CHECK).unwrap().reason, Some("not-asked"));
    }
}
