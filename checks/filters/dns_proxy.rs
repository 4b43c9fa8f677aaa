//! Programs on this Mac that answer names.

use crate::check::breaks;
use crate::commands::{DNS, SYSTEM_EXTENSIONS};
use crate::read::products::{self, Kind};
use crate::read::scutil_dns;
use crate::read::system_extensions::Extension;
use crate::{Answers, Certainty, Check, Culprit, Miss, Question, Verdict, fix::catalogue};
use crate::{Effect, Part, Role, Suspicion};
use std::net::IpAddr;

pub(super) const CHECK: Check = Check {
    id: "filters/dns-proxy",
    title: "No DNS filter is on",
    wrong: "a DNS filter is on",
    why: "A DNS filter (AdGuard, NextDNS, a company\u{2019}s) that answers for Apple\u{2019}s names with nothing keeps this Mac \
          from finding Apple. Whether it does is what the DNS rows show.",
    certainty: Certainty::Reported("block lists with Apple\u{2019}s names broke iCloud sign-in"),
    part: Part::Between,
    effect: Effect::MayStop,
    role: Role::Suspect(Suspicion { what: "a DNS filter", breaks: breaks::NAMES }),
    normal: Some("a DNS filter is on"),
    reasons: &[super::AT_WORK],
    fix: &catalogue::FILTER,
    asks: &[&[Question::Command(&SYSTEM_EXTENSIONS), Question::Command(&DNS), Question::Processes]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    // Without extensions (before 10.15) the programs and the resolver still tell.
    let list = super::extensions(answers)?.unwrap_or_default();
    let proxies: Vec<&Extension> =
        list.iter().filter(|one| one.is_on() && one.role() == Some(products::Role::DnsProxy)).collect();
    let mut titles: Vec<Culprit> = proxies.iter().map(|one| one.whose().into()).collect();
    let running = answers.processes();
    let processes = running.clone().unwrap_or_default().iter().filter_map(products::by_process);
    titles.extend(processes.filter(|product| product.kind == Kind::Dns).map(|product| Culprit::Product(product.name)));
    if titles.is_empty() {
        let servers = scutil_dns::default_servers(&scutil_dns::read(answers.command(&DNS)?)?);
        let here = servers.into_iter().find(IpAddr::is_loopback);
        titles.extend(here.map(|server| Culprit::unnamed(format!("a program on this Mac ({server})"))));
    }
    if titles.is_empty() {
        // Nobody has looked among the programs: then there is no none.
        running?;
    }
    Ok(super::at_work(titles, &proxies, ["answers names", "answer names"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    const NONE: &str = "0 extension(s)\n";

    #[test]
    fn extensions_programs_and_a_local_resolver_are_named() {
        let resolver = |server: &str| format!("DNS configuration\n\nresolver #1\n  nameserver[0] : {server}\n");
        let mac = |server: &str| {
            Mac::of("15.2").prints(&SYSTEM_EXTENSIONS, NONE).prints(&DNS, &resolver(server)).runs(&["apsd"])
        };
        assert_eq!(mac("192.168.1.1").judged(&CHECK).unwrap().status, Status::Pass);
        let local = mac("127.0.0.1").judged(&CHECK).unwrap();
        assert_eq!((local.status, local.reason), (Status::Info, Some("at-work")));
        let unseen = Mac::of("15.2").prints(&SYSTEM_EXTENSIONS, NONE).prints(&DNS, &resolver("192.168.1.1"));
        assert_eq!(unseen.judged(&CHECK).unwrap_err(), Miss::NotRecorded);
        let nextdns = mac("127.0.0.1").runs(&["NextDNS"]).judged(&CHECK).unwrap();
        assert_eq!(nextdns.saw, "NextDNS answers names");
    }
}
