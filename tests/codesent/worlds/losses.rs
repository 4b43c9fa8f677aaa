//! What is not seen can neither clear nor accuse.

use super::{CASES, faults, pages, world};
use crate::world::{World, output};
use codesent_checks::facts::{
    ConnectOutcome, FetchFailure, Fetched, HandshakeFailure, HandshakeReport, LookupOutcome, ProxyScript, ScriptProxies,
};
use codesent_checks::preferences::{IDENTITY_SERVICES, SYSTEM_VERSION, TEXT_FORWARDING};
use codesent_checks::read::identity_services::{Account, FACETIME, IMESSAGE, IdentityServices};
use codesent_checks::{Answer, Answers, Check, Miss, Question, Row, Status, all, commands, hosts, judge};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// As much of a world as a check asks for: what else there is would only cost time.
fn part(check: &Check, world: &World) -> Answers {
    let keys = check.questions().map(Question::key).chain([Question::Preferences(&SYSTEM_VERSION).key()]);
    let entries = keys.map(|key| (key.clone(), world.entries[&key].clone())).collect();
    Answers::new(world.run.clone(), entries)
}

/// Judged without one of the answers that the check asks for; none where there is no such answer anyway.
fn without(check: &'static Check, question: &Question, answers: &Answers) -> Option<Row> {
    let mut entries = answers.entries().clone();
    let entry = entries.get_mut(&question.key())?;
    if entry.result.is_err() {
        return None;
    }
    entry.result = Err(Miss::TimedOut);
    Some(judge(&[check], &Answers::new(answers.run().clone(), entries)).remove(0))
}

/// Each row of each world, judged by itself, beside what it becomes without each of its answers.
fn each_loss(mut look: impl FnMut(&str, &Row, &Row)) {
    for case in CASES {
        let world = world(case);
        for check in all() {
            let answers = part(check, &world);
            let before = judge(&[check], &answers).remove(0);
            for after in check.questions().filter_map(|question| without(check, question, &answers)) {
                look(case.name, &before, &after);
            }
        }
    }
}

/// Macs that are no worlds of their own: each has what makes some judge look further.
fn rare() -> Vec<World> {
    let mut without_servers = World::healthy("15.7.1");
    without_servers.set("command /usr/sbin/scutil --dns", printed("No DNS configuration available\n"));

    let mut intel = World::healthy("13.6");
    let hardware = "kern.hv_vmm_present: 0\nhw.model: iMac19,1\nmachdep.cpu.brand_string: Intel(R) Core(TM) i5\n";
    let key = Question::Command(&commands::HARDWARE).key();
    intel.set(&key, printed(hardware));

    let mut relayed = World::healthy("14.3");
    let texts = json!({ "Accounts": { "P:1": { "isSMSRelayCapable": true, "canRelaySMS": true } } });
    relayed.set(&Question::Preferences(&TEXT_FORWARDING).key(), Answer::Preferences(texts));

    let mut untrusted = World::healthy("15.7.1");
    let refused = Fetched { result: Err(FetchFailure::Tls("not trusted".into())) };
    untrusted.set(&Question::Fetch(&hosts::GSA_LOOKUP).key(), Answer::Fetch(refused));

    let mut ended = World::healthy("14.3");
    let over =
        Account { status: Some(-1), internal_error: Some(17), ever_registered: Some(true), ..Account::default() };
    let topics = [IMESSAGE, FACETIME].map(|topic| (topic.to_owned(), vec![over.clone()])).into();
    let record = IdentityServices { stored: true, topics, ..IdentityServices::default() };
    let record = Answer::Preferences(serde_json::to_value(record).unwrap());
    ended.set(&Question::Preferences(&IDENTITY_SERVICES).key(), record);

    let mut cut = World::healthy("15.7.1");
    faults::unreachable(&mut cut, ".", ConnectOutcome::NoReply);
    let failed = Fetched { result: Err(FetchFailure::Connect("no reply".into())) };
    cut.set(&Question::Fetch(&hosts::CAPTIVE).key(), Answer::Fetch(failed));
    let mut scripted = cut.clone();
    let script =
        "<dictionary> {\n  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://wpad.example/x.pac\n}\n";
    scripted.set(&Question::Command(&commands::PROXY).key(), printed(script));

    // A provider's machine answers in Apple's place.
    let mut shared = World::healthy("15.7.1");
    let leads = LookupOutcome::Addresses(vec!["100.70.3.8".parse().unwrap()]);
    faults::system_lookup(&mut shared, "gsa.apple.com", &leads);
    faults::unreachable(&mut shared, "gsa.apple.com", ConnectOutcome::Refused);

    // A written-down address of Apple's, and nothing answers.
    let mut pinned = cut.clone();
    pinned.set("file /etc/hosts", crate::world::text("17.32.194.5 gsa.apple.com\n"));

    let mut china = World::healthy("15.7.1");
    pages::in_china_without_any(&mut china);

    // The push service's line ends at a stand-in.
    let mut detour = World::healthy("14.3");
    let line = "Active Internet connections (including servers)\n\
        tcp4 0 0 192.168.1.23.50123 198.18.0.7.5223 ESTABLISHED 131072 131072 apsd:345 00102 00000008\n";
    detour.set(&Question::Command(&commands::CONNECTIONS).key(), printed(line));

    let mut walled = World::healthy("15.7.1");
    walled.set(&Question::Command(&commands::FIREWALL).key(), printed("Firewall is enabled. (State = 2)\n"));

    // A program on this Mac answers names, and answers none.
    let mut muted = World::healthy("15.7.1");
    faults::dns_down(&mut muted);
    muted.set(
        &Question::Command(&commands::DNS).key(),
        printed("DNS configuration\n\nresolver #1\n  nameserver[0] : 127.0.0.1\n"),
    );

    // Nothing comes back, not even the time.
    let mut silent = cut.clone();
    for key in cut.entries.keys().filter(|key| key.starts_with("clock ") || key.contains(" via ")) {
        silent.miss(key, Miss::TimedOut);
    }

    // A system whose own traffic may go beside a VPN.
    let beside = World::healthy("14.6");
    // A script whose proxies let Apple through.
    let mut by_script = World::healthy("26.0");
    let named =
        ScriptProxies { length: 90, proxies: vec!["PROXY a.example:8080".into(); 3], ..ScriptProxies::default() };
    by_script.set(&Question::ProxyScript.key(), Answer::ProxyScript(ProxyScript { result: Ok(named) }));
    let good = by_script.entries["handshake gsa.apple.com:443"].result.clone().unwrap();
    let keys: Vec<String> = by_script.entries.keys().filter(|key| key.ends_with("of the script")).cloned().collect();
    for key in keys {
        by_script.set(&key, good.clone());
    }

    // Past a VPN all answers; through it the name leads nowhere.
    let mut proved = World::healthy("15.7.1");
    faults::full_tunnel(&mut proved);
    faults::unreachable(&mut proved, ".", ConnectOutcome::NoReply);
    super::reports::past_vpn::answers_past(&mut proved, &[]);
    let nameless =
        HandshakeReport { attempts: Vec::new(), result: Err(HandshakeFailure::Lookup(LookupOutcome::NoSuchName)) };
    proved.set("handshake gsa.apple.com:443", Answer::Handshake(nameless));

    vec![
        proved,
        pinned,
        shared,
        without_servers,
        intel,
        relayed,
        untrusted,
        ended,
        cut,
        scripted,
        silent,
        detour,
        walled,
        muted,
        beside,
        by_script,
        china,
    ]
}

fn printed(text: &str) -> Answer {
    Answer::Command(output(text))
}

type Outcome = Result<Answer, Miss>;

/// Answers of one kind may stand for each other where they are about the network; else only those to the same question.
fn kind(key: &str) -> &str {
    let first = key.split(' ').next().unwrap_or_default();
    if ["lookup", "handshake", "fetch", "clock"].contains(&first) { first } else { key }
}

/// What comes of the questions of each kind in any world.
fn outcomes(worlds: &[World]) -> BTreeMap<String, Vec<Outcome>> {
    let mut all: BTreeMap<String, Vec<Outcome>> = BTreeMap::new();
    for (key, entry) in worlds.iter().flat_map(|world| &world.entries) {
        let known = all.entry(kind(key).to_owned()).or_insert_with(|| vec![Err(Miss::TimedOut), Err(Miss::NotHere)]);
        if !known.contains(&entry.result) {
            known.push(entry.result.clone());
        }
    }
    all
}

/// What a check looks at in these answers, and in these with any one of them replaced by what came of it elsewhere.
fn looked_at(check: &Check, answers: &Answers, outcomes: &BTreeMap<String, Vec<Outcome>>) -> BTreeSet<String> {
    let look = |answers: &Answers| {
        let visible = answers.only(check.questions());
        let _ = (check.judge)(&visible);
        visible.looked_at()
    };
    let mut keys = look(answers);
    for key in check.questions().map(Question::key) {
        let mut entries = answers.entries().clone();
        for outcome in &outcomes[kind(&key)] {
            entries.get_mut(&key).unwrap().result.clone_from(outcome);
            keys.extend(look(&Answers::new(answers.run().clone(), entries.clone())));
        }
    }
    keys
}

/// What is asked and never looked at costs everybody time, and the permission for it.
#[test]
fn everything_that_is_asked_is_looked_at_in_some_world() {
    let worlds: Vec<World> = CASES.iter().map(world).chain(rare()).collect();
    let outcomes = outcomes(&worlds);
    let mut all_unread = Vec::new();
    for check in all() {
        let mut unread: BTreeSet<String> = check.questions().map(Question::key).collect();
        for world in &worlds {
            if unread.is_empty() {
                break;
            }
            let seen = looked_at(check, &part(check, world), &outcomes);
            unread.retain(|key| !seen.contains(key));
        }
        all_unread.extend(unread.into_iter().map(|key| (check.id, key)));
    }
    assert!(
        all_unread.is_empty(),
        "asked, and looked at in no world. Drop it from `asks`, or add a Mac to `rare` that makes its judge look: \
         {all_unread:#?}"
    );
}

#[test]
fn no_judge_has_a_bug() {
    for case in CASES {
        let world = world(case);
        for check in all() {
            let row = judge(&[check], &part(check, &world)).remove(0);
            assert_ne!(row.verdict.reason, Some("bug"), "{}: {}: {}", case.name, check.id, row.verdict.saw);
        }
    }
}

#[test]
fn no_failure_passes_because_an_answer_is_missing() {
    each_loss(|world, before, after| {
        if matches!(before.verdict.status, Status::Fail | Status::Warn) {
            let said = (&before.verdict.saw, &after.verdict.saw);
            assert_ne!(after.verdict.status, Status::Pass, "{world}: {} {said:?}", before.check.id);
        }
    });
}

#[test]
fn nothing_that_passes_fails_because_an_answer_is_missing() {
    each_loss(|world, before, after| {
        if before.verdict.status == Status::Pass {
            let said = (&before.verdict.saw, &after.verdict.saw);
            assert_ne!(after.verdict.status, Status::Fail, "{world}: {} {said:?}", before.check.id);
        }
    });
}
