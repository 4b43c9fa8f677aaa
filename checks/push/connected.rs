//! The connection that pushes come over, as this Mac holds it now.

use crate::check::{after, handshakes};
use crate::commands::{CONNECTIONS, SYSTEM_EXTENSIONS};
use crate::hosts::{COURIER_FALLBACK_PORT, COURIER_PORT, courier};
use crate::read::address::{Place, place};
use crate::read::connections::{self, Connection};
use crate::read::routes::is_tunnel;
use crate::read::system_extensions;
use crate::shared::tunnels::{self, Grade, Signs};
use crate::{Answers, Certainty, Check, Culprit, Handshake, Miss, Question, Verdict, fix::catalogue, info, pass, warn};
use crate::{Effect, Part, Reason, Role};
use std::net::IpAddr;

pub(super) const CHECK: Check = Check {
    id: "push/connected",
    title: "The push line to Apple stands",
    wrong: "the push service is not connected to Apple",
    why: "The prompt that shows a code comes over this one connection. Seeing it is the best proof there is; not seeing it \
          proves nothing, since it may go through a proxy, or be made only when it is needed.",
    certainty: Certainty::Documented("Apple 102266: TCP 5223, with 443 as the fallback"),
    part: Part::PushLine,
    effect: Effect::Stops,
    role: Role::Needed("whether the push service is connected"),
    normal: None,
    reasons: &[&[
        Reason::warn("trying").wrong("the push service calls Apple and gets no answer"),
        // What a kill switch looks like between two tries. An experiment would settle it; until then it is a warning.
        Reason::warn("missing-in-tunnel")
            .wrong("no push line to Apple stands, while all traffic goes through {who:a VPN}")
            .fix(&catalogue::VPN)
            .first("Switch {who:the VPN} off for a minute and try once: if the code comes, that was the reason."),
        // The same of a program that lets some connections through and others not.
        Reason::warn("missing-behind-filter").wrong("no push line to Apple stands").fix(&catalogue::FILTER),
        // Where a proxy program answers for every name, the line would end at such an address too (ShellCrash 527).
        Reason::warn("missing-behind-stand-ins")
            .wrong("no push line to Apple stands, while a proxy program carries the connections")
            .fix(&catalogue::PROXY_PROGRAM),
        Reason::info("hidden"),
        Reason::info("not-seen").wrong("no push line to Apple is to be seen").nothing(),
        Reason::pass("fallback"),
        Reason::pass("detour"),
    ]],
    fix: &catalogue::PUSH_DAEMON,
    asks: &[
        &[Question::Command(&CONNECTIONS), Question::Command(&SYSTEM_EXTENSIONS)],
        &handshakes(COURIERS),
        tunnels::ASKS,
    ],
    after: &[after::LINK, after::INTERNET, &["push/courier", "push/daemon"]],
    judge,
};

const COURIERS: [Handshake; 5] = [
    courier(0, COURIER_PORT),
    courier(1, COURIER_PORT),
    courier(2, COURIER_PORT),
    courier(0, COURIER_FALLBACK_PORT),
    courier(1, COURIER_FALLBACK_PORT),
];

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let list = connections::connections(answers.command(&CONNECTIONS)?)?;
    let standing: Vec<&Connection> = list.iter().filter(|one| one.stands() && one.is_push()).collect();
    let best = standing.iter().find(|one| one.port == 5223).or(standing.first());
    let trying = list.iter().any(|one| one.state == "SYN_SENT" && (one.is_push() || one.is_detour()));
    let verdict = match best {
        Some(one) if one.port == 5223 => pass("connected on port 5223"),
        Some(one) => pass(format!("connected on port {}, the fallback", one.port)).reason("fallback"),
        None if let Some(one) = list.iter().find(|one| detour_answers(answers, one)) => {
            pass(format!("connected by way of {}", one.address)).reason("detour")
        }
        None if trying => warn("it tries to connect and gets no answer").reason("trying"),
        None => not_seen(answers, &list),
    };
    let shown = list.iter().filter(|one| one.is_push() || one.is_detour());
    Ok(shown.fold(verdict, |verdict, one| {
        verdict.evidence(one.state.to_lowercase(), format!("{} port {}{}", one.address, one.port, begins(answers, one)))
    }))
}

/// Whether it starts in a tunnel: then it hangs on the VPN, whatever the routes say now.
fn begins(answers: &Answers, line: &Connection) -> String {
    let list = answers.interfaces().unwrap_or_default();
    let start = line.starts_at(list.iter().map(|one| (one.name.as_str(), one.address)));
    start.filter(|name| is_tunnel(name)).map_or_else(String::new, |name| format!(", out of the tunnel {name}"))
}

/// A line of the push service's that ends at a stand-in, a relay or a proxy counts only where a courier finished a
/// handshake there: one was seen to stand while push was dead. Stand-ins differ from name to name, and the push service may
/// have another courier's, so any of them will do.
fn detour_answers(answers: &Answers, line: &Connection) -> bool {
    line.stands()
        && (line.is_detour() || line.may_be_translated())
        && COURIERS.iter().any(|to| {
            answers.handshake(*to).is_ok_and(|report| {
                report.result.is_ok() && report.attempts.iter().any(|attempt| same(attempt.address, &line.address))
            })
        })
}

/// `netstat` cuts long addresses off.
fn same(whole: IpAddr, printed: &str) -> bool {
    let stand_in = |address: IpAddr| place(address) == Place::StandIn;
    if stand_in(whole) && printed.parse().is_ok_and(stand_in) {
        return true;
    }
    let whole = whole.to_string();
    whole == printed || (printed.contains(':') && printed.len() >= 8 && whole.starts_with(printed))
}

fn not_seen(answers: &Answers, list: &[Connection]) -> Verdict {
    let hidden = answers.macos().is_some_and(|version| !connections::shows_daemons(version));
    if hidden && list.is_empty() {
        return info("this macOS does not show it; the other rows must do").reason("hidden");
    }
    let none = info("no push connection is to be seen").reason("not-seen");
    match tunnels::decide(&Signs::of(answers)) {
        Ok(tunnel) if tunnel.grade == Grade::Full => {
            let verdict = warn(format!("none stands, and all traffic goes through {}", tunnel.in_words()));
            let who = match &tunnel.name {
                Some(name) if name.sure => name.whose.clone().into(),
                // Nobody knows a VPN by its interface.
                Some(name) => Culprit::unnamed(format!("the VPN (probably {})", name.whose)),
                None => Culprit::unnamed("the VPN"),
            };
            verdict.reason("missing-in-tunnel").culprit(who)
        }
        _ if reached(answers) && filtered(answers) => {
            warn("none stands, and a filter is on").reason("missing-behind-filter")
        }
        _ if at_stand_ins(answers) => {
            warn("none stands, and a proxy program carries the connections").reason("missing-behind-stand-ins")
        }
        _ => none,
    }
}

/// Whether a courier was reached at an address that a proxy program made up.
fn at_stand_ins(answers: &Answers) -> bool {
    let made_up = |to: &Handshake| {
        let report = answers.handshake(*to).ok()?;
        report.result.as_ref().ok()?;
        report.connected().map(|attempt| place(attempt.address) == Place::StandIn)
    };
    COURIERS.iter().any(|to| made_up(to) == Some(true))
}

/// Whether codesent itself reached a courier.
fn reached(answers: &Answers) -> bool {
    COURIERS.iter().any(|to| answers.handshake(*to).is_ok_and(|report| report.result.is_ok()))
}

/// Whether something on this Mac lets connections through or not.
fn filtered(answers: &Answers) -> bool {
    let list = answers.command(&SYSTEM_EXTENSIONS).and_then(|output| system_extensions::extensions(&output.stdout));
    list.is_ok_and(|list| list.iter().any(|one| one.is_on() && one.filters()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::facts::{HandshakeReport, Shaken, Trust};
    use crate::testing::Mac;

    fn verdict(lines: &str) -> (Status, Option<&'static str>) {
        let text = format!("Active Internet connections (including servers)\n{lines}");
        let found = Mac::of("26.1").prints(&CONNECTIONS, &text).judged(&CHECK).unwrap();
        (found.status, found.reason)
    }

    #[test]
    fn none_behind_a_filter_is_a_warning() {
        let none = "Active Internet connections (including servers)\n";
        let of = |row: &str| {
            let list = format!("1 extension(s)\n--- com.apple.system_extension.network_extension\n{row}");
            let shaken = Shaken { version: String::new(), chain: Vec::new(), trust: Trust::Trusted, ms: 1 };
            let report = HandshakeReport { attempts: Vec::new(), result: Ok(shaken) };
            let mac = Mac::of("26.1").prints(&CONNECTIONS, none).prints(&SYSTEM_EXTENSIONS, &list);
            let mac = mac.says(&COURIERS[0].question(), Ok(crate::Answer::Handshake(report)));
            mac.judged(&CHECK).unwrap().reason
        };
        let row = "*\t*\tTEAM\tcom.objective-see.lulu.extension (2/2)\tLuLu\t[activated enabled]\n";
        assert_eq!(of(row), Some("missing-behind-filter"));
        assert_eq!(of(&row.replace("activated enabled", "activated waiting for user")), Some("not-seen"));
    }

    #[test]
    fn a_line_out_of_a_tunnel_says_so() {
        let text = "Active Internet connections (including servers)\n\
                    tcp4 0 0 10.8.0.2.50000 17.57.144.20.5223 ESTABLISHED 1 1 1 1 apsd:345 00102\n";
        let mut list = crate::testing::interfaces();
        let own = |address: &str| crate::facts::Interface {
            name: "utun4".into(),
            address: address.parse().unwrap(),
            ..list[0].clone()
        };
        let tunnel = own("10.8.0.2");
        list.push(tunnel);
        let mac = Mac::of("26.1").prints(&CONNECTIONS, text);
        let mac = mac.says(&Question::Interfaces, Ok(crate::Answer::Interfaces(list)));
        let found = mac.judged(&CHECK).unwrap();
        assert_eq!(found.evidence[0].value, "17.57.144.20 port 5223, out of the tunnel utun4");
    }

    #[test]
    fn a_connection_is_proof_and_none_is_no_failure() {
        let line =
            |end: &str, state: &str| format!("tcp4 0 0 192.168.1.2.50000 {end} {state} 1 1 1 1 apsd:345 00102\n");
        assert_eq!(verdict(&line("17.57.144.20.5223", "ESTABLISHED")), (Status::Pass, None));
        assert_eq!(verdict(&line("17.57.144.20.443", "ESTABLISHED")), (Status::Pass, Some("fallback")));
        assert_eq!(verdict(&line("17.57.144.20.5223", "SYN_SENT")), (Status::Warn, Some("trying")));
        assert_eq!(verdict(&line("17.57.144.20.5223", "CLOSE_WAIT")), (Status::Info, Some("not-seen")));
        assert_eq!(verdict(""), (Status::Info, Some("not-seen")));
    }
}
