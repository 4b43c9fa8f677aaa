//! Lines in the hosts file that send Apple's names elsewhere.

use crate::check::handshakes;
use crate::facts::HandshakeFailure;
use crate::files;
use crate::hosts::{
    ACCOUNT, COURIER_NAME, COURIER_PORT, COURIERS, GSA, GSAS, IDENTITY, IDMSA, METRICS, OCSP2, RECOVERY, SETUP,
    SIGN_IN, SIGN_IN_PAGES, VALID, WEBSOCKET, WWW, courier, is_courier,
};
use crate::read::address::{Place, place};
use crate::read::hosts_file::{Entry, apple_entries};
use crate::read::quoted::quoted;
use crate::{
    Answers, Certainty, Check, Culprit, Handshake, Miss, Question, Verdict, fail, fix::catalogue, info, pass, unknown,
    warn,
};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "dns/hosts-file",
    title: "The hosts file leaves Apple\u{2019}s names alone",
    wrong: "the file /etc/hosts sends Apple\u{2019}s names elsewhere ({saw})",
    why: "What the file /etc/hosts says of a name counts for more than DNS. Blocklists and old tricks leave lines in it.",
    certainty: Certainty::Reported("lists that null Apple\u{2019}s couriers exist (StevenBlack/hosts #810 and others)"),
    part: Part::Names,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::fail("blocks-needed"),
        Reason::fail("pinned-dead")
            .wrong("the file /etc/hosts holds Apple\u{2019}s names to an address that no longer answers ({saw})"),
        Reason::warn("pinned").does(Effect::Nothing),
        Reason::warn("blocks-useful").does(Effect::Nothing),
        Reason::info("names-others"),
        Reason::unknown("too-long"),
    ]],
    fix: &catalogue::HOSTS_FILE,
    asks: &[&[Question::File(&files::HOSTS)], &handshakes(PINNABLE)],
    after: &[],
    judge,
};

const PATH: &str = files::HOSTS.path;

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let file = match answers.text(&files::HOSTS) {
        Err(Miss::NotHere) => return Ok(pass("there is none")),
        file => file?,
    };
    let entries = apple_entries(file);
    let worst = [needed, useful].into_iter().find_map(|kind| entries.iter().find(|entry| kind(&entry.name)));
    let verdict = match worst.or(entries.first()) {
        None if file.cut => return Ok(unknown("it is too long to be read to the end").reason("too-long")),
        None => return Ok(pass("it names none of them")),
        // Somebody wrote a true address down; it goes bad on the day that Apple moves.
        Some(_) if let Some(dead) = entries.iter().find(|one| is_dead(answers, one)) => {
            fail(saw(dead)).reason("pinned-dead")
        }
        Some(entry) if needed(&entry.name) && entries.iter().filter(|one| needed(&one.name)).all(pinned) => {
            warn(saw(entry)).reason("pinned")
        }
        Some(entry) if needed(&entry.name) => fail(saw(entry)).reason("blocks-needed"),
        Some(entry) if useful(&entry.name) => warn(saw(entry)).reason("blocks-useful"),
        Some(entry) => info(saw(entry)).reason("names-others"),
    };
    let list = entries.iter().take(20);
    let verdict = entries.iter().filter_map(|entry| known(&entry.name)).fold(verdict, Verdict::blames);
    Ok(list.fold(verdict.culprit(Culprit::unnamed(PATH)), |verdict, entry| {
        verdict.evidence(format!("line {}", entry.line), format!("{} {}", entry.address, entry.name))
    }))
}

fn saw(entry: &Entry) -> String {
    let name = match known(&entry.name) {
        Some(name) if name == entry.name => name.to_owned(),
        _ => quoted(&entry.name),
    };
    format!("line {} sends {name} to {}", entry.line, entry.address)
}

/// The host that a line is about, by our own name for it.
fn known(name: &str) -> Option<&'static str> {
    let hosts = SIGN_IN.iter().chain(IDENTITY).chain([&WEBSOCKET]).map(|host| host.name);
    let couriers = COURIERS.iter().copied();
    let exact = hosts.chain(couriers).find(|host| *host == name);
    let behind = || match name {
        _ if is_courier(name) || name.ends_with(".akadns.net") && name.contains("push") => Some(COURIER_NAME),
        _ if name.ends_with(".akadns.net") && name.starts_with("gsa") => Some(GSA.name),
        _ => None,
    };
    exact.or_else(behind)
}

/// Whether the address is one of Apple's.
fn pinned(entry: &Entry) -> bool {
    place(entry.address) == Place::Apple
}

/// The hosts that a line is tried with.
const PINNABLE: [Handshake; 6] = [
    GSA.handshake(),
    GSAS.handshake(),
    IDMSA.handshake(),
    ACCOUNT.handshake(),
    SETUP.handshake(),
    courier(0, COURIER_PORT),
];

/// Whether this address of Apple's is where the name was tried in vain, while another host of Apple's answered: then it
/// has moved, and the line holds this Mac back.
fn is_dead(answers: &Answers, entry: &Entry) -> bool {
    let report = |to: &Handshake| answers.handshake(*to).ok();
    let in_vain = |to: &Handshake| report(to).is_some_and(|report| report.result == Err(HandshakeFailure::Connect));
    pinned(entry)
        && PINNABLE.iter().any(|to| to.host == entry.name && in_vain(to))
        && PINNABLE.iter().any(|to| report(to).is_some_and(|report| report.result.is_ok()))
}

/// Names that a code hangs on.
fn needed(name: &str) -> bool {
    SIGN_IN.iter().any(|host| host.name == name)
        || is_courier(name)
        || (name.ends_with(".akadns.net") && (name.starts_with("gsa") || name.contains("push")))
}

/// Names that something else hangs on. Those that only measure are not among them.
fn useful(name: &str) -> bool {
    let known = IDENTITY.iter().chain([&WEBSOCKET, &SIGN_IN_PAGES, &RECOVERY, &OCSP2, &VALID, &WWW]);
    known.into_iter().any(|host| host.name == name)
        || name == "ocsp.apple.com"
        || (name.ends_with(".push.apple.com") || name.ends_with(".ess.apple.com")) && !METRICS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Attempt, ConnectOutcome, HandshakeReport, Shaken, TextFile, Trust};
    use crate::{Answer, Status, testing::Mac};

    fn of(text: &str, cut: bool) -> Verdict {
        let file = Answer::Text(TextFile { text: text.into(), cut });
        Mac::of("15.1").says(&Question::File(&files::HOSTS), Ok(file)).judged(&CHECK).unwrap()
    }

    #[test]
    fn a_needed_name_fails_with_its_line() {
        let verdict = of("127.0.0.1 localhost\n0.0.0.0 metrics.icloud.com\n0.0.0.0 idmsa.apple.com\n", false);
        assert_eq!((verdict.status, verdict.reason), (Status::Fail, Some("blocks-needed")));
        assert_eq!(verdict.saw, "line 3 sends idmsa.apple.com to 0.0.0.0");
        assert_eq!(verdict.evidence.len(), 2);
        assert_eq!(of("0.0.0.0 7-courier.push.apple.com", false).status, Status::Fail);
    }

    #[test]
    fn an_address_of_apples_own_blocks_nothing_yet() {
        assert_eq!(of("17.32.194.5 gsa.apple.com", false).status, Status::Warn);
        let verdict = of("17.32.194.5 gsa.apple.com\n0.0.0.0 idmsa.apple.com", false);
        assert_eq!((verdict.status, verdict.reason), (Status::Fail, Some("blocks-needed")));
    }

    #[test]
    fn an_address_of_apples_that_no_longer_answers_blocks() {
        let report = |works: bool| {
            let outcome = if works { ConnectOutcome::Connected } else { ConnectOutcome::NoReply };
            let attempts = vec![Attempt { address: [17, 111, 5, 9].into(), outcome, ms: 3000 }];
            let shaken = Shaken { version: String::new(), chain: Vec::new(), trust: Trust::Trusted, ms: 1 };
            let result = if works { Ok(shaken) } else { Err(HandshakeFailure::Connect) };
            Ok(Answer::Handshake(HandshakeReport { attempts, result }))
        };
        let said = |line: &str, others: bool| {
            let file = Answer::Text(TextFile { text: line.into(), cut: false });
            let mac = Mac::of("15.1").says(&Question::File(&files::HOSTS), Ok(file));
            let each = |mac: Mac, to: &Handshake| mac.says(&to.question(), report(others && to.host != GSA.name));
            PINNABLE.iter().fold(mac, each).judged(&CHECK).unwrap().reason
        };
        assert_eq!(said("17.111.5.9 gsa.apple.com", true), Some("pinned-dead"));
        // All is dead, or this one answers.
        assert_eq!(said("17.111.5.9 gsa.apple.com", false), Some("pinned"));
        assert_eq!(said("17.111.5.9 gsas.apple.com", true), Some("pinned"));
    }

    #[test]
    fn other_names_do_not() {
        assert_eq!(of("0.0.0.0 query.ess.apple.com", false).status, Status::Warn);
        assert_eq!(of("0.0.0.0 ocsp.apple.com", false).status, Status::Warn);
        assert_eq!(
            of("0.0.0.0 apple.com\n0.0.0.0 www.apple.com", false).saw,
            "line 2 sends \u{201c}www.apple.com\u{201d} to 0.0.0.0"
        );
        assert_eq!(of("0.0.0.0 metrics.icloud.com", false).status, Status::Info);
        assert_eq!(of("127.0.0.1 localhost", false).status, Status::Pass);
    }

    #[test]
    fn the_unread_rest_is_no_pass() {
        assert_eq!(of("127.0.0.1 localhost", true).status, Status::Unknown);
    }
}
