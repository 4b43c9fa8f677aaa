//! The proxies that a script (PAC) names, each tried with Apple's servers.

use crate::facts::FetchFailure;
use crate::hosts::{COURIER_FALLBACK_PORT, GSA, GSAS, IDENTITY_ESS, IDMSA, courier};
use crate::read::quoted::place_in_words;
use crate::read::scutil_proxy::{self, Script};
use crate::shared::shakes::trouble;
use crate::{
    Answers, Certainty, Check, Culprit, Handshake, Miss, Question, Verdict, commands, fix::catalogue, info, pass, skip,
    warn,
};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "filters/proxy-script",
    title: "The proxies that a script names let Apple\u{2019}s traffic through",
    wrong: "a proxy of the script (PAC) stands in the way ({saw})",
    why: "Companies have a script choose the proxy for each host. It is fetched and read, never run, so which proxy it chooses \
          is not known: each that it names is tried.",
    certainty: Certainty::Documented("Apple 102266: push uses the script since macOS 10.15.5"),
    part: Part::Between,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::warn("refused"),
        Reason::warn("unfetched").wrong("the script (PAC) that chooses proxies is missing ({saw})"),
        Reason::info("passes"),
        Reason::info("unread"),
        Reason::info("written-here"),
        Reason::info("file"),
        Reason::info("discovered"),
        Reason::info("unnamed"),
        Reason::skip("not-asked"),
    ]],
    fix: &catalogue::PROXY,
    asks: &[
        &[Question::ProxyScript, Question::Command(&commands::PROXY)],
        &[
            HOSTS[0].by_script(0),
            HOSTS[1].by_script(0),
            HOSTS[2].by_script(0),
            HOSTS[3].by_script(0),
            HOSTS[4].by_script(0),
        ],
        &[
            HOSTS[0].by_script(1),
            HOSTS[1].by_script(1),
            HOSTS[2].by_script(1),
            HOSTS[3].by_script(1),
            HOSTS[4].by_script(1),
        ],
        &[
            HOSTS[0].by_script(2),
            HOSTS[1].by_script(2),
            HOSTS[2].by_script(2),
            HOSTS[3].by_script(2),
            HOSTS[4].by_script(2),
        ],
    ],
    after: &[],
    judge,
};

const HOSTS: [Handshake; 5] =
    [GSA.handshake(), GSAS.handshake(), IDMSA.handshake(), IDENTITY_ESS.handshake(), courier(0, COURIER_FALLBACK_PORT)];

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let script = match answers.proxy_script() {
        Ok(script) => script,
        Err(Miss::NotHere) => return Ok(not_fetched(answers)),
        // An older recording.
        Err(Miss::NotRecorded) => return Ok(skip("nobody asked for it then").reason("not-asked")),
        Err(miss) => return Err(miss),
    };
    let named = match &script.result {
        Ok(named) => named,
        Err(FetchFailure::TooLarge) => return Ok(info("the script is too long to be read").reason("unread")),
        Err(failure) => return Ok(warn(unfetched(failure)).reason("unfetched")),
    };
    if named.proxies.is_empty() {
        return Ok(if named.more || !named.direct {
            info("a script chooses proxies, and names none that can be read").reason("unread")
        } else {
            pass("the script sends everything directly")
        });
    }
    let mut verdict: Option<Verdict> = None;
    for (at, proxy) in (0_u8..).zip(&named.proxies) {
        let place = proxy.split_once(' ').map_or(proxy.as_str(), |(_, place)| place);
        for to in HOSTS {
            let Question::Handshake(through) = to.by_script(at) else { continue };
            let Some(trouble) = trouble(answers.handshake(through)?, answers.on_a_mac()) else { continue };
            let first = || {
                warn(format!("{}: {}: {}", place_in_words(place), to.host, trouble.words))
                    .reason("refused")
                    .culprit(Culprit::Address(place.to_owned()))
            };
            let words = format!("{}: {}", to.host, trouble.words);
            verdict = Some(verdict.take().unwrap_or_else(first).evidence(place, words));
        }
    }
    Ok(verdict.unwrap_or_else(|| {
        info(format!("{} of the script let Apple\u{2019}s traffic through", named.proxies.join(", "))).reason("passes")
    }))
}

/// Nothing was there to be fetched: no script at all, or one that comes from elsewhere.
fn not_fetched(answers: &Answers) -> Verdict {
    let set = answers.command(&commands::PROXY).ok().and_then(|output| scutil_proxy::read(output).ok());
    match set.and_then(|settings| settings.pac) {
        None | Some(Script::Url { .. }) => pass("no script that can be fetched is set"),
        Some(Script::Inline | Script::Data) => {
            info("the script is written into the settings, and is not read").reason("written-here")
        }
        // REPORTED since macOS 10.12 (ShadowsocksX-NG 30, 199).
        Some(Script::File) => info("the script is a file on this Mac, which many programs do not read").reason("file"),
        // Nobody chose it, so it is left alone.
        Some(Script::Discovered) => {
            info("the network names the script by itself (WPAD), so it is not fetched").reason("discovered")
        }
        Some(Script::Unnamed) => info("a script is switched on, and nothing says which").reason("unnamed"),
    }
}

fn unfetched(failure: &FetchFailure) -> String {
    match failure {
        FetchFailure::Broken(what) if what.starts_with("status ") => format!("its server answers with {what}"),
        _ => format!("it cannot be fetched: {failure}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Certificate, HandshakeFailure, HandshakeReport, ProxyScript, ScriptProxies, Shaken, Trust};
    use crate::{Answer, Status, testing::Mac};

    fn said(result: Result<ScriptProxies, FetchFailure>, end: &Result<(), HandshakeFailure>) -> Verdict {
        let own = Certificate { issuer_organisation: "Apple Inc.".into(), ..Certificate::default() };
        let shaken = Shaken { version: String::new(), chain: vec![own], trust: Trust::Trusted, ms: 1 };
        let report = HandshakeReport { attempts: Vec::new(), result: end.clone().map(|()| shaken) };
        let mac = Mac::of("15.1").says(&Question::ProxyScript, Ok(Answer::ProxyScript(ProxyScript { result })));
        let mac = HOSTS.iter().fold(mac, |mac, to| mac.says(&to.by_script(0), Ok(Answer::Handshake(report.clone()))));
        judge(&mac.answers()).unwrap()
    }

    fn naming(proxies: &[&str], more: bool) -> ScriptProxies {
        let proxies = proxies.iter().map(ToString::to_string).collect();
        ScriptProxies { length: 100, proxies, direct: true, more }
    }

    #[test]
    fn each_proxy_is_judged_and_named() {
        let one = || Ok(naming(&["PROXY proxy.example:8080"], false));
        assert_eq!(said(one(), &Ok(())).reason, Some("passes"));
        let refused = said(one(), &Err(HandshakeFailure::Proxy("407 Proxy Authentication Required".into())));
        assert_eq!((refused.status, refused.reason), (Status::Warn, Some("refused")));
        assert_eq!(refused.culprit_text().as_deref(), Some("proxy.example:8080"));
        assert_eq!(refused.evidence.len(), HOSTS.len());
        assert!(refused.saw.contains("407"), "{}", refused.saw);
    }

    #[test]
    fn what_is_not_fetched_is_told_as_what_it_is() {
        let reason = |line: &str| {
            let text = format!("<dictionary> {{\n  ProxyAutoConfigEnable : 1\n{line}}}\n");
            let mac = Mac::of("15.1").prints(&commands::PROXY, &text).says(&Question::ProxyScript, Err(Miss::NotHere));
            mac.judged(&CHECK).unwrap().reason
        };
        let url = |url: &str| reason(&format!("  ProxyAutoConfigURLString : {url}\n"));
        assert_eq!(url("http://wpad/wpad.dat"), Some("discovered"));
        assert_eq!(url("file:///Users/Shared/proxy.pac"), Some("file"));
        assert_eq!(url("data:text/plain,function"), Some("written-here"));
        assert_eq!(reason("  ProxyAutoConfigJavaScript : function FindProxyForURL(u, h) {\n}\n"), Some("written-here"));
        assert_eq!(reason(""), Some("unnamed"));
        let none = Mac::of("15.1").prints(&commands::PROXY, "<dictionary> {\n}\n");
        assert_eq!(none.says(&Question::ProxyScript, Err(Miss::NotHere)).judged(&CHECK).unwrap().status, Status::Pass);
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        assert_eq!(said(Ok(naming(&[], true)), &Ok(())).reason, Some("unread"));
        assert_eq!(said(Ok(naming(&[], false)), &Ok(())).status, Status::Pass);
        assert_eq!(said(Err(FetchFailure::TooLarge), &Ok(())).reason, Some("unread"));
        assert_eq!(said(Err(FetchFailure::Stalled), &Ok(())).reason, Some("unfetched"));
        assert_eq!(judge(&Mac::of("15.1").answers()).unwrap().reason, Some("not-asked"));
    }
}
