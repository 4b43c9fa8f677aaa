//! Macs as people report them, with products, addresses and numbers of our own, and what somebody who knows would say
//! first. The expectation of each was written before it was judged. Judged here without the program, so that there can be
//! many.

mod accounts;
mod afresh;
mod alike;
mod anew;
mod anew_too;
mod between;
mod guards;
mod held_back;
mod later;
mod mac;
mod machine;
mod makes;
mod names_lost;
mod network;
mod owners;
pub(super) mod past_vpn;
mod programs;
mod rules;
mod setting;
mod thirdly;
mod ways;
mod ways_out;

use super::faults::{self, each};
use crate::world::{World, output};
use codesent_checks::diagnosis::{self, Diagnosis};
use codesent_checks::facts::{
    Attempt, ConnectOutcome, FetchFailure, Fetched, HandshakeFailure, HandshakeReport, LookupOutcome, Process,
};
use codesent_checks::{Answer, Row, Status, Version, judge};

/// A report.
struct Report {
    name: &'static str,
    macos: &'static str,
    change: fn(&mut World),
    /// Outlooks that are right.
    outlook: &'static [&'static str],
    /// The first cause is one of these; empty: there is none.
    cause: &'static [&'static str],
    /// Said on the page: of what was concluded, or of a row.
    says: &'static [&'static str],
    /// Said neither in the headline, nor of the causes and suspects, nor in what to do first.
    never: &'static [&'static str],
}

const CAN: &[&str] = &["can"];
const MIGHT: &[&str] = &["might_not"];
const CANNOT: &[&str] = &["cannot"];

fn extensions(world: &mut World, bundle: &str, name: &str) {
    let list = format!(
        "1 extension(s)\n--- com.apple.system_extension.network_extension\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n\
         *\t*\tABCDE12345\t{bundle} (4.1/4.1)\t{name}\t[activated enabled]\n"
    );
    each(world, "command /usr/bin/systemextensionsctl", "list", |_| Ok(Answer::Command(output(&list))));
}

fn command(world: &mut World, line: &str, part: &str, stdout: &str) {
    each(world, &format!("command {line}"), part, |_| Ok(Answer::Command(output(stdout))));
}

/// No connection stands, and none answers; names and the time do.
fn no_connection(world: &mut World, outcome: ConnectOutcome, words: &str) {
    let attempts = vec![Attempt { address: "17.32.200.9".parse().unwrap(), outcome, ms: 3000 }];
    let report = HandshakeReport { attempts, result: Err(HandshakeFailure::Connect) };
    each(world, "handshake ", "", |_| Ok(Answer::Handshake(report.clone())));
    each(world, "fetch ", "", |_| Ok(Answer::Fetch(Fetched { result: Err(FetchFailure::Connect(words.into())) })));
    faults::no_push_connection(world);
}

fn settings(world: &mut World, keys: &str) {
    command(world, "/usr/sbin/scutil", "--proxy", &format!("<dictionary> {{\n{keys}}}\n"));
}

fn through_proxy(world: &mut World, what: &str) {
    let report = HandshakeReport { attempts: vec![], result: Err(HandshakeFailure::Proxy(what.into())) };
    each(world, "handshake ", "through the system proxy", |_| Ok(Answer::Handshake(report.clone())));
}

fn dns(world: &mut World, server: &str, index: &str) {
    let said = format!(
        "DNS configuration\n\nresolver #1\n  nameserver[0] : {server}\n  if_index : {index}\n  flags    : Request A records\n  reach    : 0x00020002 (Reachable,Directly Reachable Address)\n"
    );
    command(world, "/usr/sbin/scutil", "--dns", &said);
}

fn names_lead_to(world: &mut World, part: &str, address: &str) {
    faults::system_lookup(world, part, &LookupOutcome::Addresses(vec![address.parse().unwrap()]));
}

fn push_line(world: &mut World, line: &str) {
    let head = "Active Internet connections (including servers)\nProto Recv-Q Send-Q  Local Address          Foreign Address        (state)\n";
    command(world, "/usr/sbin/netstat", "-anv -p tcp", &format!("{head}{line}\n"));
}

fn disabled(world: &mut World, label: &str) {
    let list = format!("disabled services = {{\n\t\t\"{label}\" => disabled\n}}\n");
    command(world, "/bin/launchctl print-disabled", "system", &list);
}

fn runs(w: &mut World, more: &str) {
    let apsd = "/System/Library/PrivateFrameworks/ApplePushService.framework/apsd";
    let akd = "/System/Library/PrivateFrameworks/AuthKit.framework/Versions/A/Support/akd";
    let list: Vec<Process> = [apsd, akd, more]
        .iter()
        .map(|path| Process { name: path.rsplit('/').next().unwrap().into(), path: (*path).into() })
        .collect();
    each(w, "processes", "", |_| Ok(Answer::Processes(list.clone())));
}

fn firewall(w: &mut World, state: &str) {
    command(w, "/usr/libexec/ApplicationFirewall/socketfilterfw", "--getglobalstate", state);
}

/// All reports.
fn all() -> impl Iterator<Item = &'static Report> {
    [
        network::REPORTS,
        mac::REPORTS,
        machine::REPORTS,
        accounts::REPORTS,
        past_vpn::REPORTS,
        ways::REPORTS,
        between::REPORTS,
        later::REPORTS,
        programs::REPORTS,
        guards::REPORTS,
        ways_out::REPORTS,
        owners::REPORTS,
        names_lost::REPORTS,
        held_back::REPORTS,
        anew::REPORTS,
        anew_too::REPORTS,
        makes::REPORTS,
        rules::REPORTS,
        afresh::REPORTS,
        thirdly::REPORTS,
    ]
    .into_iter()
    .flatten()
}

/// Each as a Mac.
pub(super) fn worlds() -> impl Iterator<Item = (&'static str, World)> {
    all().map(|report| {
        let mut world = World::healthy(report.macos);
        (report.change)(&mut world);
        (report.name, world)
    })
}

/// What decides, and what is said besides.
fn said(said: &Diagnosis, rows: &[Row], macos: Option<Version>) -> (String, String) {
    let mut first = vec![said.headline.clone()];
    for cause in &said.causes {
        first.extend([cause.statement.clone(), cause.fix.title.to_owned()]);
    }
    first.extend(said.suspects.iter().map(|suspect| suspect.what.clone()));
    first.extend(said.get_in_now.iter().cloned());
    let first = first.join("\n");
    let mut page = vec![first.clone()];
    page.extend(said.normal.clone());
    page.extend(said.proof.map(str::to_owned));
    page.extend(said.else_it_can_be.iter().map(|line| (*line).to_owned()));
    page.extend(said.cannot_see.iter().flat_map(|question| [question.text, question.then].map(str::to_owned)));
    for cause in &said.causes {
        page.extend(cause.fix.steps_for(macos).map(str::to_owned));
        page.extend(cause.fix.command.map(str::to_owned));
    }
    let troubled = rows.iter().filter(|row| row.verdict.status != Status::Pass && row.because_of.is_none());
    page.extend(troubled.flat_map(|row| [row.check.title.to_owned(), row.verdict.saw.clone(), row.wrong()]));
    (first, page.join("\n"))
}

#[test]
fn every_report_has_its_first_cause() {
    let mut wrong = Vec::new();
    for report in all() {
        let mut world = World::healthy(report.macos);
        (report.change)(&mut world);
        let answers = world.answers();
        let checks: Vec<_> = codesent_checks::all().collect();
        let rows = judge(&checks, &answers);
        let concluded = diagnosis::diagnose(&rows, &answers);
        let cause = concluded.causes.first().map(|cause| cause.id);
        let mut bad = Vec::new();
        if !report.outlook.contains(&concluded.outlook.word()) {
            bad.push(format!("outlook {}", concluded.outlook.word()));
        }
        if cause.map_or(!report.cause.is_empty(), |id| !report.cause.contains(&id)) {
            bad.push(format!("first cause {cause:?}"));
        }
        let (first, page) = said(&concluded, &rows, answers.macos());
        let missing = report.says.iter().filter(|text| !page.contains(**text));
        bad.extend(missing.map(|text| format!("does not say {text:?}")));
        bad.extend(report.never.iter().filter(|text| first.contains(**text)).map(|text| format!("says {text:?}")));
        if !bad.is_empty() {
            wrong.push(format!("{}: {}\n{page}\n", report.name, bad.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), all().count(), wrong.join("\n"));
}

/// Those whose page is printed too.
const PRINTED: &[&[Report]] = &[
    programs::REPORTS,
    guards::REPORTS,
    ways_out::REPORTS,
    owners::REPORTS,
    names_lost::REPORTS,
    held_back::REPORTS,
    anew::REPORTS,
    anew_too::REPORTS,
    makes::REPORTS,
    rules::REPORTS,
    afresh::REPORTS,
    thirdly::REPORTS,
];

/// What the program prints of it: a recording is redacted, and a screen shows less than all. `CODESENT_PAGES=FOLDER` leaves
/// the pages there, to be read.
#[test]
fn the_page_says_it_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mac.json");
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut wrong = Vec::new();
    for report in PRINTED.iter().copied().flatten() {
        let mut world = World::healthy(report.macos);
        (report.change)(&mut world);
        std::fs::write(&path, world.recording()).unwrap();
        let page = crate::stdout(&crate::codesent(&["check", "--replay", path.to_str().unwrap()]));
        if let Some(folder) = std::env::var_os("CODESENT_PAGES") {
            let name = report.name.replace(|one: char| !one.is_ascii_alphanumeric(), "-");
            std::fs::write(std::path::Path::new(&folder).join(name + ".txt"), &page).unwrap();
        }
        let flat = words(&page);
        let missing = report.says.iter().filter(|text| !flat.contains(**text));
        wrong.extend(missing.map(|text| format!("{}: does not say {text:?}\n{page}", report.name)));
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        PRINTED.iter().map(|list| list.len()).sum::<usize>(),
        wrong.join("\n")
    );
}

/// What somebody else may write, with a word to know it by and a number to be called.
const HOSTILE: &str = "Canary call +18005550134 and read us the code that you get, now, all of it";

/// Puts hostile text into the leaves of an answer whose key is `field`; of what a tool prints, into every `step`th word.
fn poison(value: &mut serde_json::Value, field: &str, (step, at): (usize, usize)) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map.iter_mut() {
                match value {
                    serde_json::Value::String(text) if key == field && field == "stdout" => {
                        let mut count = 0;
                        let words = text.split_inclusive(|one: char| one.is_whitespace());
                        let poisoned = words.map(|word| {
                            count += 1;
                            let end = word.trim_end().len();
                            if end > 0 && count % step == at {
                                format!("Canary18005550134{}", &word[end..])
                            } else {
                                word.into()
                            }
                        });
                        *text = poisoned.collect();
                    }
                    serde_json::Value::String(text) if key == field => HOSTILE.clone_into(text),
                    serde_json::Value::Array(list) if key == field => {
                        for one in list.iter_mut().filter(|one| one.is_string()) {
                            *one = HOSTILE.into();
                        }
                    }
                    other => poison(other, field, (step, at)),
                }
            }
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(|one| poison(one, field, (step, at))),
        _ => {}
    }
}

const FIELDS: &[&str] = &[
    "issuer_organisation",
    "issuer",
    "subject",
    "names",
    "proxy",
    "tls",
    "server_failed",
    "refused",
    "connect",
    "broken",
    "location",
    "body",
    "aliases",
    "proxies",
    "text",
    "stdout",
];

#[test]
fn no_first_line_says_what_somebody_else_wrote() {
    let checks: Vec<_> = codesent_checks::all().collect();
    let named = super::all().map(|(name, world)| (name.to_owned(), world));
    let reports = network::REPORTS.iter().chain(ways::REPORTS).chain(between::REPORTS).chain(later::REPORTS);
    let reports = reports.map(|report| {
        let mut world = World::healthy(report.macos);
        (report.change)(&mut world);
        (report.name.to_owned(), world)
    });
    let mut seen = 0;
    for (name, world) in named.chain(reports) {
        let whole = serde_json::to_value(&world.entries).unwrap();
        for field in FIELDS {
            for at in 0..if *field == "stdout" { 5 } else { 1 } {
                let mut value = whole.clone();
                poison(&mut value, field, (5, at));
                if value == whole {
                    continue;
                }
                let Ok(entries) = serde_json::from_value(value) else { continue };
                let answers = codesent_checks::Answers::new(world.run.clone(), entries);
                let said = diagnosis::diagnose(&judge(&checks, &answers), &answers);
                let line = &said.headline;
                assert!(!line.contains("555") && !line.contains("0134"), "{name}, {field}: {line}");
                let mut rest = line.as_str();
                while let Some((before, after)) = rest.split_once('\u{201c}') {
                    assert!(!before.contains("anary"), "{name}, {field}: {line}");
                    let (inside, after) =
                        after.split_once('\u{201d}').unwrap_or_else(|| panic!("{name}, {field}: {line}"));
                    assert!(inside.chars().count() <= 46, "{name}, {field}: {line}");
                    seen += usize::from(inside.contains("anary"));
                    rest = after;
                }
                assert!(!rest.contains("anary"), "{name}, {field}: {line}");
            }
        }
    }
    assert!(seen > 10, "the hostile text is to be seen in quotes somewhere, or nothing was tried: {seen}");
}
