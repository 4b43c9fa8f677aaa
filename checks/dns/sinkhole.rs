//! Whether a DNS filter stands before Apple's names: the system's answers beside those of public resolvers.

use crate::check::{after, breaks};
use crate::facts::Resolution;
use crate::hosts::{
    ACCOUNT, CAPTIVE, CONTROL_NAME, COURIER_PORT, COURIERS, GSA, GSAS, IDMSA, SECOND_RESOLVER, SETUP, THIRD_RESOLVER,
    courier,
};
use crate::read::address::{self, Place, place};
use crate::read::scutil_dns::{default_servers, operator_of, read};
use crate::shared::comparison::{Compared, compare, control_resolves};
use crate::shared::names::{by_public, proxy_carries};
use crate::{
    Answers, Certainty, Check, Culprit, Miss, Question, Verdict, commands, fail, fix::catalogue, info, pass, skip,
};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "dns/sinkhole",
    title: "No filter blocks Apple\u{2019}s names",
    wrong: "{who:a DNS filter} blocks Apple\u{2019}s names ({saw})",
    why: "Pi-hole, NextDNS, AdGuard, a router or a provider may answer for Apple\u{2019}s names with an address that leads \
          nowhere.",
    certainty: Certainty::Reported(
        "blocklists that name Apple\u{2019}s hosts have stopped sign-ins (StevenBlack/hosts #810)",
    ),
    part: Part::Names,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::fail("blocked"),
        Reason::fail("server-fails").wrong("{who:the DNS server that is asked} fails for Apple\u{2019}s names ({saw})"),
        Reason::info("stand-ins").suspects("a proxy program", breaks::PROXIED),
        Reason::info("same-everywhere"),
        Reason::info("only-by-proxy"),
        Reason::skip("nothing-resolves"),
        Reason::skip("portal"),
    ]],
    fix: &catalogue::DNS,
    asks: &[&[
        Question::Lookup(GSA.name),
        Question::Lookup(GSAS.name),
        Question::Lookup(IDMSA.name),
        Question::Lookup(ACCOUNT.name),
        Question::Lookup(SETUP.name),
        Question::Lookup(COURIERS[0]),
        Question::Lookup(CONTROL_NAME),
        via(GSA.name, SECOND_RESOLVER),
        via(GSAS.name, SECOND_RESOLVER),
        via(IDMSA.name, SECOND_RESOLVER),
        via(ACCOUNT.name, SECOND_RESOLVER),
        via(SETUP.name, SECOND_RESOLVER),
        via(COURIERS[0], SECOND_RESOLVER),
        via(GSA.name, THIRD_RESOLVER),
        via(COURIERS[0], THIRD_RESOLVER),
        Question::Command(&commands::DNS),
        Question::Interfaces,
        Question::Fetch(&CAPTIVE),
        GSA.handshake().question(),
        GSAS.handshake().question(),
        IDMSA.handshake().question(),
        ACCOUNT.handshake().question(),
        SETUP.handshake().question(),
        courier(0, COURIER_PORT).question(),
        IDMSA.handshake().by_proxy().question(),
    ]],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE],
    judge,
};

const fn via(host: &'static str, server: &'static str) -> Question {
    Question::LookupVia { host, server }
}

const NAMES: &[&str] = &[GSA.name, GSAS.name, IDMSA.name, ACCOUNT.name, SETUP.name, COURIERS[0]];

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let (mut blocked, mut failing, mut unheard) = (Vec::new(), Vec::new(), Vec::new());
    let (mut open, mut stand_in, mut missing) = (0, None, None);
    for name in NAMES {
        match compare(answers, name, NAMES) {
            Ok(Compared::Clean) => {}
            Ok(Compared::StandIn(address)) => stand_in = Some(address),
            Ok(Compared::Blocked(how) | Compared::Denied(how)) => blocked.push((*name, how)),
            Ok(Compared::Fails) => failing.push((*name, "the DNS server fails for it".to_owned())),
            Ok(Compared::Unheard) => unheard.push((*name, "it gets no answer".to_owned())),
            Ok(Compared::Open) => open += 1,
            Err(miss) => missing = missing.or(Some(miss)),
        }
    }
    if unheard.len() == NAMES.len() && control_resolves(answers) {
        blocked.append(&mut unheard);
    }
    if let Some((name, how)) = blocked.first() {
        return Ok(verdict_on(answers, name, how, &blocked));
    }
    if let Some((name, how)) = failing.first()
        && !proxy_carries(answers)
    {
        let verdict = fail(format!("{name}: {how}, and public DNS knows it")).reason("server-fails");
        // Who filters says so: Control D answers REFUSED for what it blocks (docs.controld.com, "Blocked Query Response").
        let verdict = match operator(answers) {
            Some(name) => verdict.culprit(Culprit::Product(name)),
            None => verdict,
        };
        return Ok(failing.iter().fold(verdict, |verdict, (name, how)| verdict.blames(name).evidence(*name, how)));
    }
    if let Some(miss) = missing {
        return Err(miss);
    }
    Ok(match stand_in {
        Some(address) => info(format!("a proxy program answers with stand-ins ({address})")).reason("stand-ins"),
        None if open + unheard.len() == NAMES.len() => {
            skip("no name resolves; there is nothing to compare").reason("nothing-resolves")
        }
        None if open > 0 => info(format!("{open} of {} do not resolve, and not elsewhere either", NAMES.len()))
            .reason("same-everywhere"),
        None => pass("the answers lead to Apple"),
    })
}

fn verdict_on(answers: &Answers, name: &str, how: &str, blocked: &[(&'static str, String)]) -> Verdict {
    let local = |(name, _): &(&'static str, String)| {
        answers.lookup(name).is_ok_and(|own| own.addresses().iter().any(|one| place(*one) == Place::Local))
    };
    if portal_shows(answers) && blocked.iter().all(local) {
        return skip("this network answers for every name itself, as portals do").reason("portal");
    }
    if proxy_carries(answers) {
        return info("blocked on this Mac; the proxy looks names up").reason("only-by-proxy");
    }
    let count = if blocked.len() == 1 { String::new() } else { format!(", and {} more", blocked.len() - 1) };
    let mut verdict = fail(format!("{name}: {how}{count}")).reason("blocked");
    if let Some(who) = culprit(answers, blocked) {
        verdict = verdict.culprit(Culprit::Product(who));
    }
    for (name, how) in blocked {
        verdict = verdict.blames(name).evidence(*name, how.clone());
        if let Some((server, resolution)) = by_public(answers, name) {
            verdict = verdict.evidence(format!("{name} by {server}"), resolution.outcome.to_string());
            // Blocklists hit these instead of the name itself.
            verdict =
                resolution.aliases.iter().fold(verdict, |verdict, alias| verdict.evidence("alias of", alias.clone()));
        }
    }
    verdict
}

/// The filter's own page, or the operator of the server that is asked.
fn culprit(answers: &Answers, blocked: &[(&'static str, String)]) -> Option<&'static str> {
    let pages = blocked.iter().filter_map(|(name, _)| answers.lookup(name).ok());
    let page = pages.flat_map(Resolution::addresses).find_map(|one| address::block_page_of(*one));
    page.or_else(|| operator(answers))
}

/// Who runs the server that is asked, where they filter.
fn operator(answers: &Answers) -> Option<&'static str> {
    let servers = default_servers(&answers.command(&commands::DNS).and_then(read).unwrap_or_default());
    let found = servers.into_iter().find_map(operator_of).filter(|operator| operator.filters);
    found.map(|operator| operator.name)
}

/// Whether another page than Apple's answered the portal probe.
fn portal_shows(answers: &Answers) -> bool {
    let response = answers.fetch(&CAPTIVE).ok().and_then(|fetched| fetched.result.as_ref().ok());
    response.is_some_and(|response| response.status != 200 || !response.body.contains("<TITLE>Success</TITLE>"))
}
