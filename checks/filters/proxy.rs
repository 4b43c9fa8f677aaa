//! The proxies that are set, and whether Apple's traffic gets through them.

use crate::check::{after, breaks};
use crate::facts::{HandshakeFailure, HandshakeReport};
use crate::hosts::{COURIER_FALLBACK_PORT, GSA, GSAS, IDENTITY_ESS, IDMSA, courier};
use crate::read::issuers::{Finding, finding};
use crate::read::quoted::{place_in_words, quoted};
use crate::read::scutil_proxy::{Settings, read};
use crate::shared::proxied;
use crate::shared::shakes::{self, Trouble, trouble};
use crate::{
    Answers, Certainty, Check, Culprit, Handshake, Miss, Question, Verdict, commands, fail, fix::catalogue, info, pass,
    warn,
};
use crate::{Effect, Part, Reason, Role, Suspicion};

pub(super) const CHECK: Check = Check {
    id: "filters/proxy",
    title: "No proxy stands in the way",
    wrong: "the proxy stands in the way ({saw})",
    why: "Sign-in goes through the proxy that is set. Push needs a direct connection, or a proxy that passes 443 without \
          decrypting it.",
    certainty: Certainty::Documented("Apple 102266"),
    part: Part::Between,
    effect: Effect::Stops,
    role: Role::Suspect(Suspicion { what: "a proxy", breaks: breaks::PROXIED }),
    normal: Some("a proxy is set"),
    reasons: &[REASONS, shakes::TROUBLES],
    fix: &catalogue::PROXY,
    asks: &[&[
        Question::Command(&commands::PROXY),
        SIGN_IN.question(),
        MORE_SIGN_IN[0].question(),
        MORE_SIGN_IN[1].question(),
        IDENTITY.question(),
        PUSH.question(),
    ]],
    after: &[after::LINK, after::RESOLVER, after::INTERNET, after::OPENED],
    judge,
};

const REASONS: &[Reason] = &[
    Reason::fail("refused").wrong("{saw}"),
    Reason::fail("wants-password").wrong("{saw}").fix(&catalogue::PROXY_LOGIN),
    Reason::fail("inspected")
        .wrong("{who:something on the way} opens and re-signs Apple\u{2019}s encrypted traffic")
        .fix(&catalogue::INSPECTION),
    Reason::fail("no-answer").wrong("{saw}"),
    Reason::fail("program-gone")
        .wrong("a proxy on this Mac is set, and {saw}")
        .fix(&catalogue::PROXY_GONE)
        .first("Switch the proxy off that a program left behind on this Mac (steps below), then try once."),
    Reason::warn("no-push"),
    Reason::warn("no-identity").does(Effect::Nothing),
    Reason::info("passes"),
    Reason::info("set"),
    Reason::info("pac").normal("{saw}"),
    Reason::info("excepted"),
    Reason::info("http-only"),
    Reason::info("discovery")
        .normal("the network may name a proxy by itself (WPAD)")
        .suspects("automatic proxy discovery", breaks::PROXIED),
];

const SIGN_IN: Handshake = IDMSA.handshake().by_proxy();
/// What Apple's own screens ask.
const MORE_SIGN_IN: [Handshake; 2] = [GSA.handshake().by_proxy(), GSAS.handshake().by_proxy()];
/// Where a device registers.
const IDENTITY: Handshake = IDENTITY_ESS.handshake().by_proxy();
const PUSH: Handshake = courier(0, COURIER_FALLBACK_PORT).by_proxy();

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let settings = match answers.command(&commands::PROXY) {
        Ok(output) => read(output)?,
        // Elsewhere the environment names the proxy, and the handshakes tell how it does.
        Err(Miss::NeedsMac | Miss::NotHere) if !answers.on_a_mac() => Settings::default(),
        Err(miss) => return Err(miss),
    };
    let (name, culprit) = name(&settings);
    let verdict = match [SIGN_IN, PUSH].map(|to| answers.handshake(to)) {
        [Err(Miss::NotHere), _] | [_, Err(Miss::NotHere)] => without(&settings),
        // Known to be set, not known how it does.
        [Err(Miss::Offline), _] if settings.for_https().is_some() => info(format!("{name} is set")).reason("set"),
        [Err(Miss::Offline), _] if answers.on_a_mac() => without(&settings),
        [sign_in, push] => {
            let local = settings.for_https().filter(crate::read::scutil_proxy::Proxy::is_local);
            let local = local.map(|one| place_in_words(&format!("{}:{}", one.host, one.port)));
            through(answers, (&name, local.as_deref()), sign_in?, push?)
        }
    };
    Ok(match culprit {
        Some(culprit) if verdict.culprits.is_empty() => verdict.culprit(culprit),
        _ => verdict,
    })
}

/// What is said of the proxy, and who it is where that is known.
fn name(settings: &Settings) -> (String, Option<Culprit>) {
    match settings.for_https() {
        Some(proxy) if proxy.is_local() => (
            format!("the program at {} on this Mac", place_in_words(&format!("{}:{}", proxy.host, proxy.port))),
            Some(Culprit::Address(format!("{}:{}", proxy.host, proxy.port))),
        ),
        Some(proxy) => {
            let at = format!("{}:{}", proxy.host, proxy.port);
            (format!("the proxy {}", place_in_words(&at)), Some(Culprit::Address(at)))
        }
        None => ("the proxy".into(), None),
    }
}

/// No proxy that is known by its address; perhaps a script that chooses one.
fn without(settings: &Settings) -> Verdict {
    if let Some(script) = &settings.pac {
        return info(script.chooses()).reason("pac").evidence("script", script.in_words());
    }
    if settings.for_https().is_some() {
        return info("one is set, and Apple\u{2019}s hosts go past it").reason("excepted");
    }
    if settings.discovery {
        return info("the network may name one (WPAD)").reason("discovery");
    }
    if let Some((host, port)) = &settings.http {
        let place = place_in_words(&format!("{host}:{port}"));
        return info(format!("{place}, for unencrypted pages alone")).reason("http-only");
    }
    pass("none is set")
}

/// What was tried through it, in the order in which it counts: the servers of sign-in, then those of push.
struct Tried<'a> {
    to: Handshake,
    report: &'a HandshakeReport,
    trouble: Option<Trouble>,
}

impl<'a> Tried<'a> {
    fn new(answers: &Answers, to: Handshake, report: &'a HandshakeReport) -> Self {
        Self { to, report, trouble: trouble(report, answers.on_a_mac()) }
    }
}

fn through(
    answers: &Answers,
    (name, local): (&str, Option<&str>),
    sign_in: &HandshakeReport,
    push: &HandshakeReport,
) -> Verdict {
    let mut tried = vec![Tried::new(answers, SIGN_IN, sign_in)];
    // An older recording has no more than one of them.
    let more = |to: Handshake| Some(Tried::new(answers, to, answers.handshake(to).ok()?));
    tried.extend(MORE_SIGN_IN.into_iter().filter_map(more));
    let servers = tried.len();
    tried.push(Tried::new(answers, PUSH, push));
    tried.extend(more(IDENTITY));
    let verdict = opened(answers, name, &tried).unwrap_or_else(|| {
        let (of_sign_in, others) = tried.split_at(servers);
        refused(name, local, of_sign_in).unwrap_or_else(|| match others.iter().find(|one| one.trouble.is_some()) {
            Some(one @ Tried { trouble: Some(trouble), .. }) => {
                let what = if one.to == PUSH { "push" } else { one.to.host };
                let why = match &one.report.result {
                    Err(HandshakeFailure::Proxy(said)) => quoted(said),
                    _ => trouble.words.clone(),
                };
                warn(format!("{name} holds {what} back ({why})")).reason(if one.to == PUSH {
                    "no-push"
                } else {
                    "no-identity"
                })
            }
            _ => info(format!("{name} lets Apple\u{2019}s traffic through")).reason("passes"),
        })
    });
    let troubled = tried.iter().filter_map(|one| Some((one.to, one.trouble.as_ref()?)));
    troubled.fold(verdict, |verdict, (to, trouble)| {
        verdict.evidence(format!("{}:{}", to.host, to.port), trouble.words.clone())
    })
}

/// It opens what goes to some of them.
fn opened(answers: &Answers, name: &str, tried: &[Tried]) -> Option<Verdict> {
    let mut opened =
        tried.iter().filter_map(|one| match finding(one.report.result.as_ref().ok()?, answers.on_a_mac()) {
            Finding::Inspected(who) => Some((one.to.host, who)),
            _ => None,
        });
    let (host, who) = opened.next()?;
    let count = 1 + opened.count();
    let what = if count == tried.len() { "Apple\u{2019}s traffic".into() } else { format!("what goes to {host}") };
    Some(fail(format!("{name} opens {what}: {who}")).reason("inspected").culprit(who.into()))
}

/// It does not carry some of the servers of sign-in. Apple's own screens ask the first of `MORE_SIGN_IN` for codes.
fn refused(name: &str, local: Option<&str>, of_sign_in: &[Tried]) -> Option<Verdict> {
    let (first, trouble) = of_sign_in.iter().find_map(|one| Some((one, one.trouble.as_ref()?)))?;
    let carried: Vec<&str> = of_sign_in.iter().filter(|one| one.trouble.is_none()).map(|one| one.to.host).collect();
    let whom = if carried.is_empty() { "Apple\u{2019}s sign-in servers" } else { first.to.host };
    let verdict = match &first.report.result {
        Err(HandshakeFailure::Proxy(what)) => by_the_proxy(name, local, whom, what),
        _ if carried.is_empty() => fail(format!("{name}: {}", trouble.words)).reason(trouble.reason),
        _ => fail(format!("{name}: {whom}: {}", trouble.words)).reason(trouble.reason),
    };
    Some(if carried.contains(&GSA.name) { verdict.does(Effect::MayStop) } else { verdict })
}

/// It said no, or nothing at all. What it said itself was measured: then the way as far as there is open.
fn by_the_proxy(name: &str, local: Option<&str>, whom: &str, what: &str) -> Verdict {
    let said = quoted(what);
    if proxied::wants_password(what) {
        fail(format!("{name} wants a name and a password ({said})")).reason("wants-password").measured()
    } else if proxied::is_answer(what) {
        fail(format!("{name} refuses {whom} ({said})")).reason("refused").measured()
    } else if let Some(place) = local {
        fail(format!("no program answers at {place}{}", proxied::silence(what))).reason("program-gone").measured()
    } else {
        fail(format!("{name} does not answer{}", proxied::silence(what))).reason("no-answer")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Certificate, Shaken, Trust};
    use crate::{Answer, Status, testing::Mac};

    fn mac(text: &str) -> Mac {
        Mac::of("15.1").prints(&commands::PROXY, &format!("<dictionary> {{\n{text}}}\n"))
    }

    /// A Mac whose handshakes through the proxy all end like this.
    fn with(text: &str, end: Result<Result<(), HandshakeFailure>, Miss>) -> Verdict {
        let own = Certificate { issuer_organisation: "Apple Inc.".into(), ..Certificate::default() };
        let shaken = Shaken { version: String::new(), chain: vec![own], trust: Trust::Trusted, ms: 1 };
        let answer =
            end.map(|end| Answer::Handshake(HandshakeReport { attempts: Vec::new(), result: end.map(|()| shaken) }));
        ALL.iter().fold(mac(text), |mac, to| mac.says(&to.question(), answer.clone())).judged(&CHECK).unwrap()
    }

    const ALL: [Handshake; 5] = [SIGN_IN, MORE_SIGN_IN[0], MORE_SIGN_IN[1], IDENTITY, PUSH];

    /// A Mac whose handshakes through the proxy all finish but those with these hosts.
    fn but(hosts: &[&str], end: &Result<&str, HandshakeFailure>) -> Verdict {
        let report = |who: &str| {
            let leaf = Certificate { issuer_organisation: who.into(), issuer: who.into(), ..Certificate::default() };
            Ok(Shaken { version: String::new(), chain: vec![leaf], trust: Trust::Trusted, ms: 1 })
        };
        let told = |to: &Handshake| match end {
            _ if !hosts.contains(&to.host) => report("Apple Inc."),
            Ok(who) => report(who),
            Err(failure) => Err(failure.clone()),
        };
        ALL.iter()
            .fold(mac(SET), |mac, to| {
                let report = HandshakeReport { attempts: Vec::new(), result: told(to) };
                mac.says(&to.question(), Ok(Answer::Handshake(report)))
            })
            .judged(&CHECK)
            .unwrap()
    }

    #[test]
    fn each_host_is_told_apart() {
        let denied = Err(HandshakeFailure::Proxy("403 Forbidden".into()));
        let one = but(&["gsa.apple.com"], &denied);
        assert_eq!((one.status, one.reason, one.effect), (Status::Fail, Some("refused"), None));
        assert!(one.saw.contains("refuses gsa.apple.com"), "{}", one.saw);
        assert_eq!(one.evidence[0].label, "gsa.apple.com:443");
        // Apple's own screens do without this one.
        let web = but(&["idmsa.apple.com"], &denied);
        assert_eq!((web.reason, web.effect), (Some("refused"), Some(Effect::MayStop)));
        let all = but(&["idmsa.apple.com", "gsa.apple.com", "gsas.apple.com"], &denied);
        assert!(all.saw.contains("refuses Apple\u{2019}s sign-in servers") && all.evidence.len() == 3, "{}", all.saw);
        let identity = but(&["identity.ess.apple.com"], &denied);
        assert_eq!((identity.status, identity.reason), (Status::Warn, Some("no-identity")));
        let asked = Err(HandshakeFailure::Proxy("407 Proxy Authentication Required".into()));
        assert_eq!(but(&["gsa.apple.com"], &asked).reason, Some("wants-password"));
        let resigned = but(&["gsas.apple.com"], &Ok("Example Inspection"));
        assert_eq!(resigned.reason, Some("inspected"));
        assert!(resigned.saw.contains("what goes to gsas.apple.com"), "{}", resigned.saw);
    }

    #[test]
    fn an_older_recording_asked_less() {
        let own = Certificate { issuer_organisation: "Apple Inc.".into(), ..Certificate::default() };
        let shaken = Shaken { version: String::new(), chain: vec![own], trust: Trust::Trusted, ms: 1 };
        let answer = Answer::Handshake(HandshakeReport { attempts: Vec::new(), result: Ok(shaken) });
        let mac = mac(SET).says(&SIGN_IN.question(), Ok(answer.clone())).says(&PUSH.question(), Ok(answer));
        assert_eq!(mac.judged(&CHECK).unwrap().reason, Some("passes"));
    }

    const SET: &str = "  HTTPSEnable : 1\n  HTTPSPort : 8080\n  HTTPSProxy : proxy.example\n";

    #[test]
    fn what_is_set_and_how_it_does() {
        assert_eq!(with("", Err(Miss::NotHere)).status, Status::Pass);
        assert_eq!(with(SET, Ok(Ok(()))).status, Status::Info);
        assert_eq!(with(SET, Err(Miss::NotHere)).reason, Some("excepted"));
        assert_eq!(with(SET, Err(Miss::Offline)).reason, Some("set"));
        let refused = with(SET, Ok(Err(HandshakeFailure::Proxy("403 Forbidden".into()))));
        assert_eq!((refused.status, refused.culprit_text().as_deref()), (Status::Fail, Some("proxy.example:8080")));
    }

    #[test]
    fn scripts_are_told_by_their_host_alone() {
        let pac = "  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://wpad.example/a?user=me\n";
        let verdict = with(pac, Err(Miss::NotHere));
        assert_eq!(
            (verdict.reason, verdict.saw.as_str()),
            (Some("pac"), "a script from \u{201c}wpad.example\u{201d} chooses proxies (PAC)")
        );
    }
}
