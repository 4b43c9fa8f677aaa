//! The proxies that are set, and whether Apple's traffic gets through them.

use crate::check::{after, breaks};
use crate::facts::{HandshakeFailure, HandshakeReport};
use crate::hosts::{COURIER_FALLBACK_PORT, GSAS, IDENTITY_ESS, IDMSA, courier};
use crate::read::foreign::{place_in_words, quoted};
use crate::read::issuers::{Finding, finding};
use crate::read::scutil_proxy::{Settings, read};
use crate::shared::proxied;
use crate::shared::shakes::{self, trouble};
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
        PUSH.question(),
        OTHERS[0].question(),
        OTHERS[1].question(),
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
        .wrong("a proxy on this Mac is set, and no program answers there ({saw})")
        .fix(&catalogue::PROXY_GONE),
    Reason::warn("no-push"),
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
/// Some proxies read these alone (Zen, Proxyman).
const OTHERS: [Handshake; 2] = [GSAS.handshake().by_proxy(), IDENTITY_ESS.handshake().by_proxy()];
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
            through(answers, (&name, settings.for_https().is_some_and(|one| one.is_local())), sign_in?, push?)
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
        let from = script.in_words();
        return info(format!("a script of {from} chooses proxies (PAC)")).reason("pac").evidence("script", from);
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

fn through(
    answers: &Answers,
    (name, local): (&str, bool),
    sign_in: &HandshakeReport,
    push: &HandshakeReport,
) -> Verdict {
    let opener = |report: &HandshakeReport| match finding(report.result.as_ref().ok()?, answers.on_a_mac()) {
        Finding::Inspected(who) => Some(who),
        _ => None,
    };
    let others = || OTHERS.iter().find_map(|to| opener(answers.handshake(*to).ok()?));
    if let Some(who) = opener(sign_in).or_else(|| opener(push)).or_else(others) {
        let saw = format!("{name} opens Apple\u{2019}s traffic: {who}");
        return fail(saw).reason("inspected").culprit(who.into());
    }
    match [sign_in, push].map(|report| trouble(report, answers.on_a_mac())) {
        [None, None] => info(format!("{name} lets Apple\u{2019}s traffic through")).reason("passes"),
        [None, Some(push)] => {
            warn(format!("{name} holds push back: {}", push.words)).reason("no-push").evidence("push", push.words)
        }
        [Some(trouble), _] => match &sign_in.result {
            Err(HandshakeFailure::Proxy(what)) => by_the_proxy(name, local, what),
            _ => fail(format!("{name}: {}", trouble.words)).reason(trouble.reason),
        },
    }
}

/// It said no, or nothing at all. What it said itself was measured: then the way as far as there is open.
fn by_the_proxy(name: &str, local: bool, what: &str) -> Verdict {
    let said = quoted(what);
    if proxied::wants_password(what) {
        fail(format!("{name} wants a name and a password ({said})")).reason("wants-password").measured()
    } else if proxied::is_answer(what) {
        fail(format!("{name} refuses Apple\u{2019}s sign-in servers ({said})")).reason("refused").measured()
    } else if local {
        fail(format!("{name}: {said}")).reason("program-gone").measured()
    } else {
        fail(format!("{name} does not answer ({said})")).reason("no-answer")
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
        let mac = mac(text).says(&SIGN_IN.question(), answer.clone()).says(&PUSH.question(), answer);
        mac.judged(&CHECK).unwrap()
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
            (Some("pac"), "a script of \u{201c}wpad.example\u{201d} chooses proxies (PAC)")
        );
    }
}
