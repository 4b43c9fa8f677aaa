//! The same connections once more, past the VPN: the experiment that tells a suspect from a cause.
//!
//! Only on request (`--past-vpn`), because it shows Apple and this network the Mac's own address.

use crate::facts::{HandshakeFailure, HandshakeReport};
use crate::files;
use crate::fix::{Fix, Risk, step};
use crate::hosts::{CONTROL_NAME, COURIER_FALLBACK_PORT, COURIER_PORT, GSA, IDMSA, courier};
use crate::read::address::{Place, place};
use crate::read::{hosts_file, products, scutil_dns};
use crate::shared::shakes::trouble;
use crate::shared::tunnels::{self, Grade, Signs};
use crate::{Answers, Certainty, Check, Handshake, Miss, Question, Verdict, fail, info, pass, unknown};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "vpn/past-it",
    title: "Apple answers through the VPN as it does past it",
    wrong: "{who:the VPN} stops codes: {saw}",
    why: "A VPN is only a suspect until the same connection is tried past it. Where that works and the way through the VPN does \
          not, the VPN is the reason.",
    certainty: Certainty::Documented("it is measured: the same connection, from the physical interface"),
    part: Part::Between,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::fail("vpn-stops").first(PAUSE),
        Reason::fail("mullvad-stops").first(PAUSE).fix(&MULLVAD),
        Reason::info("not-the-vpn").nothing(),
        Reason::info("names-on-this-mac").nothing(),
        Reason::unknown("nothing-gets-out"),
    ]],
    fix: &FIX,
    asks: &[
        tunnels::ASKS,
        &[
            PAIRS[0].question(),
            PAIRS[1].question(),
            PAIRS[2].question(),
            PAIRS[3].question(),
            PAIRS[0].past_tunnel().question(),
            PAIRS[1].past_tunnel().question(),
            PAIRS[2].past_tunnel().question(),
            PAIRS[3].past_tunnel().question(),
            CONTROL.question(),
            Question::File(&files::HOSTS),
        ],
    ],
    after: &[],
    judge,
};

const PAUSE: &str = "Pause {who:the VPN} for a minute, request one code, then switch it on again.";

const FIX: Fix = Fix {
    id: "vpn-stops",
    title: "Pause the VPN while you sign in, or let Apple past it",
    first: None,
    steps: &[
        step(
            "Pause or disconnect the VPN in its own app, request one code, connect again. A company VPN: ask IT first.",
        ),
        step(
            "To keep it on: a setting called \u{201c}split tunnelling\u{201d} or \u{201c}exclude apps\u{201d} lets Apple past it; a company\u{2019}s IT lets 17.0.0.0/8 past it (Apple\u{2019}s article names the rest).",
        ),
        step("Or choose another server in the VPN\u{2019}s app: often one alone is blocked."),
    ],
    links: &[],
    command: None,
    article: Some("102266"),
    risk: Risk::Safe,
    confirm: "Run codesent check --past-vpn again: this row is green when the way through the VPN works.",
};

/// Since version 2024.6 it has a switch for Apple's own services (its change log).
const MULLVAD: Fix = Fix {
    id: "mullvad-stops",
    title: "Let Apple\u{2019}s services past Mullvad, or pause it while you sign in",
    steps: &[
        step(
            "Mullvad > Settings > VPN settings: switch on the setting that lets Apple\u{2019}s services past the VPN (2024.6 and newer).",
        ),
        step("Request one code. Still nothing: disconnect Mullvad, request one more, connect again."),
    ],
    ..FIX
};

/// A courier on both its ports, and two sign-in servers.
const PAIRS: [Handshake; 4] =
    [courier(0, COURIER_PORT), courier(0, COURIER_FALLBACK_PORT), IDMSA.handshake(), GSA.handshake()];
/// A host that is not Apple's: whether anything gets out past the VPN at all.
const CONTROL: Handshake = Handshake::to(CONTROL_NAME, 443).past_tunnel();

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let control = match answers.handshake(CONTROL) {
        // An older recording: nobody wanted it then either.
        Err(Miss::NotRecorded) => return Err(Miss::LeavesTunnel),
        // No physical interface has a way out: there is nothing to compare with.
        Err(Miss::NotHere) => return Ok(nothing_gets_out()),
        other => other?,
    };
    let tunnel = answers.on_a_mac().then(|| tunnels::decide(&Signs::of(answers)).ok()).flatten();
    if tunnel.as_ref().is_some_and(|tunnel| matches!(tunnel.grade, Grade::None | Grade::Weak)) {
        return Ok(pass("no VPN is up"));
    }
    let fails = |report: &HandshakeReport| trouble(report, answers.on_a_mac());
    let (mut stopped, mut failed_both_ways, mut gets_out) = (Vec::new(), Vec::new(), fails(control).is_none());
    let mut not_the_vpns = None;
    for to in PAIRS {
        let report = answers.handshake(to)?;
        let (through, past) = (fails(report), fails(answers.handshake(to.past_tunnel())?));
        gets_out |= past.is_none();
        match (through, past) {
            (None, _) => {}
            (Some(_), None) if fails_by_name(report) && is_named_here(answers, to.host) => not_the_vpns = Some(to),
            (Some(trouble), None) => stopped.push((to, trouble)),
            (Some(trouble), Some(_)) => failed_both_ways.push((to, trouble)),
        }
    }
    let at = |to: &Handshake| format!("{}:{}", to.host, to.port);
    if let Some((first, _)) = stopped.first() {
        let (few, all) = (stopped.len(), PAIRS.len());
        let saw = format!("{} answers past it and not through it ({few} of {all} that were tried)", at(first));
        let name = tunnel.and_then(|tunnel| tunnel.name);
        let mullvad = name.as_ref().and_then(|name| name.whose.product()).is_some_and(|one| one.name == "Mullvad");
        let verdict = fail(saw).reason(if mullvad { "mullvad-stops" } else { "vpn-stops" });
        let verdict = match name {
            Some(name) => verdict.culprit(name.whose.into()),
            None => verdict,
        };
        return Ok(stopped.into_iter().fold(verdict, |verdict, (to, trouble)| {
            verdict.evidence(at(&to), format!("through it: {}", trouble.words))
        }));
    }
    if let Some(to) = not_the_vpns {
        let saw = format!(
            "the name {} leads nowhere, which something on this Mac may bring about as well as the VPN",
            to.host
        );
        return Ok(info(saw).reason("names-on-this-mac"));
    }
    Ok(match failed_both_ways.first() {
        None => pass("all four answer through it"),
        Some(_) if !gets_out => nothing_gets_out(),
        Some((to, _)) => info(format!("{} fails past it too: it is not the VPN", at(to))).reason("not-the-vpn"),
    })
}

/// Whether the name is what fails: it has no address, or one that leads nowhere.
fn fails_by_name(report: &HandshakeReport) -> bool {
    let nowhere = || report.attempts.iter().all(|attempt| place(attempt.address) == Place::Nowhere);
    matches!(report.result, Err(HandshakeFailure::Lookup(_))) || (!report.attempts.is_empty() && nowhere())
}

/// Whether something on this Mac may make this name's answer: the hosts file or a program. Past the VPN neither is asked, so
/// the two tries differ by more than the VPN. What cannot be read may.
fn is_named_here(answers: &Answers, host: &str) -> bool {
    let in_file = match answers.text(&files::HOSTS) {
        Ok(file) => file.cut || hosts_file::apple_entries(file).iter().any(|entry| entry.name == host),
        Err(miss) => miss != Miss::NotHere,
    };
    let signs = Signs::of(answers);
    let filters = signs.extensions.iter().any(|one| one.is_on() && one.role() == Some(products::Role::DnsProxy));
    // Elsewhere than on a Mac nobody says.
    let program = match &signs.resolvers {
        Some(all) => scutil_dns::default_servers(all).into_iter().any(|server| server.is_loopback()),
        None => answers.on_a_mac(),
    };
    in_file || filters || program
}

fn nothing_gets_out() -> Verdict {
    unknown("nothing gets out past the VPN (a kill switch?), so this proves nothing").reason("nothing-gets-out")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Attempt, ConnectOutcome, HandshakeFailure, Shaken, Trust};
    use crate::{Answer, Status, testing::Mac};

    fn report(works: bool) -> Answer {
        let own = crate::facts::Certificate { issuer_organisation: "Apple Inc.".into(), ..Default::default() };
        let shaken = Shaken { version: String::new(), chain: vec![own], trust: Trust::Trusted, ms: 1 };
        let attempt = Attempt { address: "17.1.2.3".parse().unwrap(), outcome: ConnectOutcome::NoReply, ms: 1 };
        let result = if works { Ok(shaken) } else { Err(HandshakeFailure::Connect) };
        Answer::Handshake(HandshakeReport { attempts: vec![attempt], result })
    }

    fn said(through: bool, past: bool, control: bool) -> (Status, Option<&'static str>) {
        let mac = PAIRS.iter().fold(Mac::of("15.1").says(&CONTROL.question(), Ok(report(control))), |mac, to| {
            mac.says(&to.question(), Ok(report(through))).says(&to.past_tunnel().question(), Ok(report(past)))
        });
        let route = "   route to: 17.57.144.20\n  interface: utun4\n      flags: <UP,DONE>\n";
        let verdict = judge(&mac.prints(&crate::commands::ROUTE_TO_APPLE, route).answers()).unwrap();
        (verdict.status, verdict.reason)
    }

    #[test]
    fn only_what_works_past_it_and_not_through_it_is_the_vpns() {
        assert_eq!(said(false, true, true), (Status::Fail, Some("vpn-stops")));
        assert_eq!(said(false, true, false), (Status::Fail, Some("vpn-stops")));
        assert_eq!(said(true, true, true).0, Status::Pass);
        assert_eq!(said(true, false, false).0, Status::Pass);
        assert_eq!(said(false, false, true), (Status::Info, Some("not-the-vpn")));
        assert_eq!(said(false, false, false), (Status::Unknown, Some("nothing-gets-out")));
    }

    #[test]
    fn what_nobody_wanted_is_no_trouble() {
        let unwanted = Mac::of("15.1").says(&CONTROL.question(), Err(Miss::LeavesTunnel));
        assert_eq!(judge(&unwanted.answers()).unwrap_err(), Miss::LeavesTunnel);
        assert_eq!(judge(&Mac::of("15.1").answers()).unwrap_err(), Miss::LeavesTunnel);
        let no_way = Mac::of("15.1").says(&CONTROL.question(), Err(Miss::NotHere));
        assert_eq!(judge(&no_way.answers()).unwrap().status, Status::Unknown);
    }
}
