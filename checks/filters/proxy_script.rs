//! The proxies that a script (PAC) names, each tried with Apple's servers.

use crate::facts::{FetchFailure, HandshakeFailure, HandshakeReport};
use crate::hosts::{COURIER_FALLBACK_PORT, GSA, GSAS, IDENTITY_ESS, IDMSA, courier};
use crate::read::quoted::{place_in_words, quoted};
use crate::read::scutil_proxy::{self, Script};
use crate::shared::proxied;
use crate::shared::shakes::{Trouble, trouble};
use crate::{
    Answers, Certainty, Check, Culprit, Handshake, Miss, Question, Verdict, commands, fix::catalogue, info, pass, skip,
    warn,
};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "filters/proxy-script",
    title: "The proxies that a script names let Apple\u{2019}s traffic through",
    wrong: "{saw}",
    why: "Companies have a script choose the proxy for each host. It is fetched and read, never run, so which proxy it chooses \
          is not known: each that it names is tried.",
    certainty: Certainty::Documented("Apple 102266: push uses the script since macOS 10.15.5"),
    part: Part::Between,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::warn("refused"),
        Reason::warn("wants-password").fix(&catalogue::PROXY_LOGIN),
        Reason::warn("inspected").fix(&catalogue::INSPECTION),
        // Which one is chosen for Apple is not known, and macOS goes on to the next, or without.
        Reason::warn("no-answer").does(Effect::Nothing),
        Reason::warn("unfetched").fix(&catalogue::PROXY_SCRIPT).does(Effect::Nothing),
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
        Err(failure) => return Ok(unfetched(&in_words(failure))),
    };
    if named.no_script {
        return Ok(unfetched("its server sends something that is no script"));
    }
    if named.proxies.is_empty() {
        return Ok(if named.more || !named.direct {
            info("a script chooses proxies, and names none that can be read").reason("unread")
        } else {
            pass("the script sends everything directly")
        });
    }
    let mut tried = Vec::new();
    for (at, proxy) in (0_u8..).zip(&named.proxies) {
        let place = proxy.split_once(' ').map_or(proxy.as_str(), |(_, place)| place);
        let mut troubles = Vec::new();
        for to in HOSTS {
            let Question::Handshake(through) = to.by_script(at) else { continue };
            let report = answers.handshake(through)?;
            troubles.extend(trouble(report, answers.on_a_mac()).map(|trouble| (to.host, trouble, report)));
        }
        tried.push(Tried { place, troubles });
    }
    Ok(said(&tried, named.more))
}

/// How one proxy did: what does not get through it.
struct Tried<'a> {
    place: &'a str,
    troubles: Vec<(&'static str, Trouble, &'a HandshakeReport)>,
}

/// The worst comes first: who opens traffic, then who wants a password, who says no, and who is silent.
const WORST: [&str; 4] = ["inspected", "wants-password", "refused", "no-answer"];

fn said(tried: &[Tried], more: bool) -> Verdict {
    let all = tried.iter().flat_map(|one| one.troubles.iter().map(move |trouble| (one, trouble)));
    let kind = |(_, trouble, report): &(&str, Trouble, &HandshakeReport)| kind(trouble, report);
    let worst = WORST.iter().find_map(|worst| all.clone().find(|(_, trouble)| kind(trouble) == *worst));
    let Some((one, (first, trouble, report))) = worst else {
        let places: Vec<String> = tried.iter().map(|one| place_in_words(one.place)).collect();
        let rest = if more { "; the script names others, which were not tried" } else { "" };
        let lets = if places.len() == 1 { "lets" } else { "let" };
        let saw = format!("{}, which the script names, {lets} Apple\u{2019}s traffic through{rest}", places.join(", "));
        return info(saw).reason("passes");
    };
    let slug = self::kind(trouble, report);
    let name = format!("{}, a proxy that the script (PAC) names,", place_in_words(one.place));
    let alike: Vec<&str> = one.troubles.iter().filter(|other| kind(other) == slug).map(|other| other.0).collect();
    let whom = match alike.len() {
        all if all == HOSTS.len() => "Apple\u{2019}s servers".into(),
        1 => (*first).to_owned(),
        some => format!("{first} and {} more", some - 1),
    };
    let what = match &report.result {
        Err(HandshakeFailure::Proxy(what)) => what.as_str(),
        _ => "",
    };
    let saw = match slug {
        "inspected" => format!("{name} opens what goes to {whom}: {}", trouble.words),
        "wants-password" => format!("{name} wants a name and a password ({})", quoted(what)),
        "no-answer" => format!("{name} does not answer{}", proxied::silence(what)),
        _ if what.is_empty() => format!("{name} does not carry {whom} ({})", trouble.words),
        _ => format!("{name} refuses {whom} ({})", quoted(what)),
    };
    let verdict = warn(saw).reason(slug).culprit(Culprit::Address(one.place.to_owned()));
    all.fold(verdict, |verdict, (one, (host, trouble, _))| {
        verdict.evidence(one.place, format!("{host}: {}", trouble.words))
    })
}

fn kind(trouble: &Trouble, report: &HandshakeReport) -> &'static str {
    match &report.result {
        Ok(_) if trouble.reason == "inspected" => "inspected",
        Err(HandshakeFailure::Proxy(what)) if proxied::wants_password(what) => "wants-password",
        Err(HandshakeFailure::Proxy(what)) if !proxied::is_answer(what) => "no-answer",
        _ => "refused",
    }
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

fn unfetched(why: &str) -> Verdict {
    warn(format!("the script (PAC) that chooses proxies cannot be fetched: {why}")).reason("unfetched")
}

fn in_words(failure: &FetchFailure) -> String {
    match failure {
        FetchFailure::Broken(what) if what.starts_with("status ") => format!("its server answers with {what}"),
        _ => failure.to_string(),
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
        ScriptProxies { length: 100, proxies, direct: true, more, no_script: false }
    }

    #[test]
    fn each_proxy_is_judged_and_named() {
        let one = || Ok(naming(&["PROXY proxy.example:8080"], false));
        assert_eq!(said(one(), &Ok(())).reason, Some("passes"));
        let refused = said(one(), &Err(HandshakeFailure::Proxy("407 Proxy Authentication Required".into())));
        assert_eq!((refused.status, refused.reason), (Status::Warn, Some("wants-password")));
        assert_eq!(refused.culprit_text().as_deref(), Some("proxy.example:8080"));
        assert_eq!(refused.evidence.len(), HOSTS.len());
        assert!(refused.saw.contains("407"), "{}", refused.saw);
        let kind = |end: &str| {
            let one = said(one(), &Err(HandshakeFailure::Proxy(end.into())));
            (one.reason.unwrap(), one.saw)
        };
        let name = "\u{201c}proxy.example:8080\u{201d}, a proxy that the script (PAC) names,";
        let refusal = format!("{name} refuses Apple\u{2019}s servers (\u{201c}403 Forbidden\u{201d})");
        assert_eq!(kind("403 Forbidden"), ("refused", refusal));
        let silent = format!("{name} does not answer (no connection to it: refused)");
        assert_eq!(kind("no connection to it: refused"), ("no-answer", silent));
        assert_eq!(kind("it does not answer").1, format!("{name} does not answer"));
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
        let page = ScriptProxies { no_script: true, ..naming(&[], false) };
        assert_eq!(said(Ok(page), &Ok(())).reason, Some("unfetched"));
        let many = said(Ok(naming(&["PROXY proxy.example:8080"], true)), &Ok(()));
        assert!(many.saw.contains("names others, which were not tried"), "{}", many.saw);
        assert_eq!(said(Err(FetchFailure::TooLarge), &Ok(())).reason, Some("unread"));
        assert_eq!(said(Err(FetchFailure::Stalled), &Ok(())).reason, Some("unfetched"));
        assert_eq!(judge(&Mac::of("15.1").answers()).unwrap().reason, Some("not-asked"));
    }
}
