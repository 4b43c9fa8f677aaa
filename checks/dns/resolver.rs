//! Whether the DNS that macOS uses answers at all.

use crate::check::after;
use crate::facts::LookupOutcome;
use crate::hosts::{CONTROL_NAME, COURIERS, GSA, IDMSA, SECOND_RESOLVER, SETUP, THIRD_RESOLVER, WWW};
use crate::preferences::DNS_SETTINGS;
use crate::read::address::{Place, place};
use crate::read::products::{self, Kind};
use crate::read::routes::is_tunnel;
use crate::read::scutil_dns::{self, Resolver, operator_of};
use crate::shared::names::{Worth, by_public, worth};
use crate::shared::proxied::proxy_answers;
use crate::{
    Answers, Certainty, Check, Culprit, Miss, Question, Verdict, commands, fail, fix::catalogue, info, pass, warn,
};
use crate::{Effect, Part, Reason, Role};
use std::net::IpAddr;

pub(super) const CHECK: Check = Check {
    id: "dns/resolver",
    title: "DNS answers",
    wrong: "names cannot be looked up",
    why: "Without answers from DNS, the service that turns names into addresses, nothing of Apple\u{2019}s is found.",
    certainty: Certainty::Documented("every way to a code begins with a name (Apple 101555)"),
    part: Part::Names,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::fail("local-down")
            .wrong("this network\u{2019}s DNS does not answer, so no name can be looked up")
            .fix(&catalogue::DNS_SILENT),
        // A filter that lets nothing through to macOS's own resolver alone (LuLu 920).
        Reason::fail("held-back").wrong("no name can be looked up: {saw}").fix(&catalogue::FILTER),
        Reason::fail("far-down").wrong("no name can be looked up: {saw}").fix(&catalogue::DNS_SILENT),
        Reason::fail("operator-down").wrong("no name can be looked up: {saw}").fix(&catalogue::DNS_SILENT),
        Reason::fail("no-server").wrong("no name can be looked up: {saw}").fix(&catalogue::DNS_SILENT),
        Reason::fail("profile-down").wrong("no name can be looked up: {saw}").fix(&catalogue::DNS_PROFILE),
        Reason::fail("program-down").wrong("no name can be looked up: {saw}").fix(&catalogue::DNS_SILENT),
        Reason::fail("tunnel-down").wrong("no name can be looked up: {saw}").fix(&catalogue::DNS_SILENT),
        Reason::fail("stand-ins-down")
            .wrong("no name can be looked up: {saw}, so the program may have been closed without tidying up"),
        Reason::fail("nothing-gets-out")
            .wrong("nothing gets out of this network, not even to public DNS")
            .about(Part::Internet)
            .fix(&catalogue::CONNECT),
        Reason::fail("nothing-resolves").wrong("{saw}"),
        Reason::warn("slow").wrong("{saw}").does(Effect::Nothing),
        Reason::info("only-by-proxy"),
    ]],
    fix: &catalogue::DNS,
    asks: &[&[
        Question::Lookup(GSA.name),
        Question::Lookup(IDMSA.name),
        Question::Lookup(SETUP.name),
        Question::Lookup(WWW.name),
        Question::Lookup(COURIERS[0]),
        Question::Lookup(CONTROL_NAME),
        Question::LookupVia { host: GSA.name, server: SECOND_RESOLVER },
        Question::LookupVia { host: GSA.name, server: THIRD_RESOLVER },
        Question::Command(&commands::DNS),
        Question::Preferences(&DNS_SETTINGS),
        Question::Interfaces,
        Question::Processes,
        Question::LookupOwn(GSA.name),
        IDMSA.handshake().by_proxy().question(),
    ]],
    after: &[after::LINK],
    judge,
};

const NAMES: &[&str] = &[GSA.name, IDMSA.name, SETUP.name, WWW.name, COURIERS[0], CONTROL_NAME];

/// Each of a page's dozen hosts waits that long anew, and sign-in sheets lose patience.
const SLOW_MS: u64 = 2000;

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let (mut times, mut troubles, mut missing) = (Vec::new(), Vec::new(), None);
    for name in NAMES {
        match answers.lookup(name) {
            Ok(resolution) if resolution.addresses().is_empty() => troubles.push((*name, &resolution.outcome)),
            Ok(_) => times.push(answers.ms(&Question::Lookup(name))),
            Err(miss) => missing = missing.or(Some(miss)),
        }
    }
    times.sort_unstable();
    if let Some(middle) = times.get(times.len() / 2) {
        return Ok(if *middle < SLOW_MS {
            pass(format!("{middle} ms for a name"))
        } else {
            warn(format!("it takes {}.{} s for a name", middle / 1000, middle % 1000 / 100)).reason("slow")
        });
    }
    let Some((name, outcome)) = troubles.first() else { return Err(missing.unwrap_or(Miss::NotRecorded)) };
    if proxy_answers(answers) {
        return Ok(info("not on this Mac; the proxy looks names up").reason("only-by-proxy"));
    }
    let servers = answers.command(&commands::DNS).and_then(scutil_dns::read).unwrap_or_default();
    let verdict = match by_public(answers, GSA.name) {
        Some((_, public)) if worth(public) == Worth::Good => beside_public(answers, &servers, outcome),
        Some((server, public)) => fail(format!("no name resolves, by public DNS neither ({})", public.outcome))
            .reason("nothing-resolves")
            .evidence(server, public.outcome.to_string()),
        None => fail("neither this network\u{2019}s DNS nor public DNS answers").reason("nothing-gets-out"),
    };
    let verdict = verdict.evidence(*name, outcome.to_string());
    let servers = scutil_dns::default_servers(&servers);
    Ok(servers.into_iter().fold(verdict, |verdict, server| verdict.evidence("server", scutil_dns::in_words(server))))
}

/// Public DNS answers, this Mac's own does not: whose it is tells where to look.
fn beside_public(answers: &Answers, resolvers: &[Resolver], outcome: &LookupOutcome) -> Verdict {
    let how = match outcome {
        LookupOutcome::NoReply => "does not answer; public DNS does".to_owned(),
        other => format!("finds no name ({other}); public DNS does"),
    };
    let servers = scutil_dns::default_servers(resolvers);
    if !resolvers.is_empty() && servers.is_empty() {
        // An exit node without DNS of its own leaves macOS such a list (tailscale 1647).
        return fail("macOS has nobody to ask; public DNS answers").reason("no-server");
    }
    // Asked directly it answers, so neither it nor the network is at fault.
    let own_answers = answers.own_lookups(GSA.name).is_ok_and(|list| {
        list.iter().any(|one| matches!(&one.resolution.outcome, LookupOutcome::Addresses(found) if !found.is_empty()))
    });
    if own_answers {
        return fail("the DNS server answers, but something on this Mac keeps its answers from macOS")
            .reason("held-back");
    }
    if let Some(here) = servers.iter().find(|server| server.is_loopback()) {
        return match program_at(answers, *here) {
            Some(name) => fail(format!("{name}, at {here} on this Mac, {how}"))
                .reason("program-down")
                .culprit(Culprit::Product(name)),
            None => fail(format!("the program at {here} on this Mac {how}")).reason("program-down"),
        };
    }
    let in_tunnel = resolvers.iter().find(|one| one.is_default() && one.interface.as_deref().is_some_and(is_tunnel));
    let own = servers.iter().find_map(|server| operator_of(*server)).filter(|operator| operator.name == TAILSCALE);
    if let Some(server) = servers.iter().find(|server| place(**server) == Place::StandIn) {
        return fail(format!("a proxy program\u{2019}s DNS ({server}) {how}")).reason("stand-ins-down");
    }
    let far = servers.first().copied().filter(|server| !is_near(answers, *server));
    match (own, in_tunnel.and_then(|one| one.servers.first())) {
        (Some(operator), _) => fail(format!("{}\u{2019}s DNS {how}", operator.name)).reason("tunnel-down"),
        (None, Some(server)) => fail(format!("the VPN\u{2019}s DNS ({server}) {how}")).reason("tunnel-down"),
        (None, None) if answers.preferences(&DNS_SETTINGS).is_ok() => {
            fail(format!("the DNS that a profile on this Mac sets {how}")).reason("profile-down")
        }
        // Whoever wrote it into the settings, or the network that handed it out: it is asked by its address.
        (None, None)
            if let Some((server, name)) = servers.iter().find_map(|one| Some((one, operator_of(*one)?.name))) =>
        {
            let whose = if name.ends_with("DNS") { name.to_owned() } else { format!("{name}\u{2019}s DNS") };
            fail(format!("{whose} ({server}) {how}")).reason("operator-down").culprit(Culprit::Product(name))
        }
        (None, None) if let Some(server) = far => {
            let elsewhere = if place(server) == Place::Local { ", which is not on this network," } else { "" };
            fail(format!("the DNS server {server}{elsewhere} {how}")).reason("far-down")
        }
        (None, None) => fail(format!("it {how}")).reason("local-down"),
    }
}

/// The program that answers names at this loopback address: the one DNS program that runs here, or the one whose address it is.
fn program_at(answers: &Answers, address: IpAddr) -> Option<&'static str> {
    let running = answers.processes().unwrap_or_default();
    let mut names: Vec<&str> = Vec::new();
    for product in running.iter().filter_map(products::by_process).filter(|product| product.kind == Kind::Dns) {
        if !names.contains(&product.name) {
            names.push(product.name);
        }
    }
    let by_address =
        operator_of(address).map(|operator| operator.name).filter(|name| products::by_name(name).is_some());
    by_address.or(if let [one] = names.as_slice() { Some(one) } else { None })
}

/// Whether a server is on a network that this Mac is on. Where no interface says how large its network is, nobody can tell.
fn is_near(answers: &Answers, server: IpAddr) -> bool {
    let own = answers.interfaces().unwrap_or_default();
    let sized = || own.iter().filter(|one| one.prefix > 0 && !one.address.is_loopback() && !one.point_to_point);
    sized().next().is_none()
        || sized().any(|one| match (one.address, server) {
            (IpAddr::V4(own), IpAddr::V4(server)) => {
                (u32::from(own) ^ u32::from(server)).leading_zeros() >= one.prefix.into()
            }
            (IpAddr::V6(own), IpAddr::V6(server)) => {
                (u128::from(own) ^ u128::from(server)).leading_zeros() >= one.prefix.into()
            }
            // A link-local server of the other family is the router.
            (_, server) => matches!(server, IpAddr::V6(v6) if v6.is_unicast_link_local()),
        })
}

/// Its resolver, 100.100.100.100, answers on the Mac itself.
const TAILSCALE: &str = "Tailscale";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Resolution;
    use crate::{Answer, testing::Mac};

    /// No name comes by the system, all do by public DNS; `scutil --dns` lists this.
    fn of(servers: &str, programs: &[&str]) -> (Option<&'static str>, String, Option<String>) {
        let says = |outcome| Ok(Answer::Lookup(Resolution { outcome, aliases: Vec::new() }));
        let text = format!("DNS configuration\n\nresolver #1\n{servers}  flags    : Request A records\n");
        let mut mac = Mac::of("15.2").prints(&commands::DNS, &text).runs(programs);
        for name in NAMES {
            mac = mac.says(&Question::Lookup(name), says(LookupOutcome::NoReply));
        }
        let known = LookupOutcome::Addresses(vec!["17.32.194.5".parse().unwrap()]);
        mac = mac.says(&Question::LookupVia { host: GSA.name, server: SECOND_RESOLVER }, says(known));
        mac = mac.says(&Question::Interfaces, Ok(Answer::Interfaces(crate::testing::interfaces())));
        mac = mac.says(&Question::Preferences(&DNS_SETTINGS), Err(Miss::NotHere));
        let found = mac.judged(&CHECK).unwrap();
        (found.reason, found.saw.clone(), found.culprit_text())
    }

    #[test]
    fn whose_server_is_silent_is_said() {
        let near =
            crate::testing::interfaces().into_iter().find(|one| one.name == "en0" && one.address.is_ipv4()).unwrap();
        assert!(near.prefix > 0, "it says how large its network is");
        let server = |address: &str| format!("  nameserver[0] : {address}\n");
        assert_eq!(of(&server(&near.address.to_string()), &[]).0, Some("local-down"));
        // The router by its link-local address.
        assert_eq!(of(&server("fe80::1%en0"), &[]).0, Some("local-down"));
        let far = of(&server("10.88.0.1"), &[]);
        assert_eq!(far.0, Some("far-down"));
        assert!(far.1.contains("10.88.0.1, which is not on this network"), "{}", far.1);
        let provider = of(&server("80.58.61.250"), &[]);
        assert_eq!(provider.0, Some("far-down"));
        assert!(provider.1.starts_with("the DNS server 80.58.61.250 does not answer"), "{}", provider.1);
        let left = of(&server("103.86.96.100"), &[]);
        assert_eq!((left.0, left.2.as_deref()), (Some("operator-down"), Some("NordVPN")));
        assert_eq!(of("", &[]).0, Some("no-server"));
    }

    #[test]
    fn a_program_here_is_named_where_only_one_can_be_it() {
        let here = |programs: &[&str]| of("  nameserver[0] : 127.0.0.1\n", programs).2;
        assert_eq!(here(&["ctrld"]).as_deref(), Some("Control D"));
        assert_eq!(here(&["ctrld", "NextDNS"]), None);
        assert_eq!(here(&["LuLu"]), None);
        assert_eq!(of("  nameserver[0] : 127.0.2.2\n", &["NextDNS"]).2.as_deref(), Some("Cloudflare WARP"));
    }
}
