//! A Mac in a good network, made of the questions of the network's checks, and how to break it.

use codesent_checks::facts::{
    Attempt, Certificate, ClockReading, CommandOutput, ConnectOutcome, FetchFailure, Fetched, HandshakeFailure,
    HandshakeReport, Interface, LookupOutcome, Resolution, Response, Shaken, TextFile, Trust,
};
use codesent_checks::hosts::CONTROL_NAME;
use codesent_checks::{
    Answer, Answers, Check, Entry, Family, Fetch, Miss, Platform, Question, Row, Run, Through, all, commands, judge,
};
use std::collections::BTreeMap;

const STARTED: i64 = NOW * 1000;
const GROUPS: &[&str] = &["network", "dns", "tls", "push", "status", "clock"];

/// The checks that these tests are about.
fn checks() -> Vec<&'static Check> {
    let ours = |check: &&Check| {
        let group = check.id.split('/').next().unwrap();
        // The daemon and its connection are about this Mac, not about the network.
        (GROUPS.contains(&group) && (group != "push" || ["push/courier", "push/bag"].contains(&check.id)))
            || check.id == "filters/proxy"
    };
    all().filter(ours).collect()
}

#[path = "../../testing/mod.rs"]
mod testing;
use testing::{Mac, NOW, kept};

pub(crate) struct World {
    entries: BTreeMap<String, (Question, Entry)>,
    os: &'static str,
}

pub(crate) fn addresses(list: &[&str]) -> LookupOutcome {
    LookupOutcome::Addresses(list.iter().map(|text| text.parse().unwrap()).collect())
}

pub(crate) fn page(status: u16, body: &str) -> Response {
    Response { status, body: body.into(), length: body.len(), date_offset_ms: Some(-400), ..Response::default() }
}

pub(crate) fn event(kind: &str, status: &str) -> String {
    format!(r#"{{"statusType": "{kind}", "eventStatus": "{status}", "epochStartDate": {}}}"#, STARTED - 600_000)
}

pub(crate) fn feed(events: &[(&str, &str)]) -> String {
    let names = ["Apple Account", "iCloud Account & Sign In", "iMessage", "FaceTime", "APNS"];
    let service = |name: &&str| {
        let own: Vec<&str> = events.iter().filter(|(of, _)| of == name).map(|(_, event)| *event).collect();
        format!(r#"{{"serviceName": "{name}", "events": [{}]}}"#, own.join(","))
    };
    format!(r#"{{"services": [{}]}}"#, names.iter().map(service).collect::<Vec<_>>().join(","))
}

/// No connection, and how the attempt ended.
pub(crate) fn failed(outcome: ConnectOutcome) -> HandshakeReport {
    let attempts = vec![Attempt { address: "17.1.2.3".parse().unwrap(), outcome, ms: 2500 }];
    HandshakeReport { attempts, result: Err(HandshakeFailure::Connect) }
}

fn shaken(trust: Trust, organisation: &str) -> HandshakeReport {
    let own = Certificate {
        issuer: format!("{organisation} CA"),
        issuer_organisation: organisation.into(),
        names: vec!["named.example".into()],
        ..Certificate::default()
    };
    let attempts = vec![Attempt { address: "17.1.2.3".parse().unwrap(), outcome: ConnectOutcome::Connected, ms: 40 }];
    HandshakeReport { attempts, result: Ok(Shaken { version: "TLSv1.3".into(), chain: vec![own], trust, ms: 50 }) }
}

impl World {
    pub(crate) fn healthy() -> Self {
        let mac = Mac::healthy("26.1");
        let questions = checks().into_iter().flat_map(|check| check.questions().copied());
        let entries = questions.map(|question| {
            let key = question.key();
            let entry = mac.entries[&key].clone();
            (key, (question, entry))
        });
        // With IPv6, which the made-up Mac is without.
        Self { entries: entries.collect(), os: "macos" }.with(|question, result| {
            if matches!(question, Question::Handshake(to) if to.family == Family::V6 && to.through == Through::Direct) {
                *result = Ok(Answer::Handshake(shaken(Trust::Trusted, "Apple Inc.")));
            }
        })
    }

    /// The same network, seen from a machine that is no Mac.
    pub(crate) fn elsewhere() -> Self {
        let mut world = Self { os: "linux", ..Self::healthy() };
        world.change(|question, result| match question {
            Question::Command(_) => *result = Err(Miss::NeedsMac),
            Question::Handshake(to) if to.host.starts_with("gsa") => {
                *result = Ok(Answer::Handshake(shaken(Trust::UnknownIssuer, "Apple Inc.")));
            }
            Question::Fetch(fetch) if fetch.url.contains("gsa") => {
                let result_of = Err(FetchFailure::Tls("not trusted".into()));
                *result = Ok(Answer::Fetch(Fetched { result: result_of }));
            }
            _ => {}
        });
        world
    }

    fn change(&mut self, change: impl Fn(&Question, &mut Result<Answer, Miss>)) {
        for (question, entry) in self.entries.values_mut() {
            change(question, &mut entry.result);
            if let Ok(answer) = &mut entry.result {
                *answer = kept(question, answer.clone());
            }
        }
    }

    fn with(mut self, change: impl Fn(&Question, &mut Result<Answer, Miss>)) -> Self {
        self.change(change);
        self
    }

    pub(crate) fn with_interfaces(self, list: &[Interface]) -> Self {
        self.with(|question, result| {
            if matches!(question, Question::Interfaces) {
                *result = Ok(Answer::Interfaces(list.to_vec()));
            }
        })
    }

    pub(crate) fn without_route(self) -> Self {
        let none = CommandOutput {
            stderr: "route: writing to routing socket: not in table\n".into(),
            ..CommandOutput::default()
        };
        self.with(|question, result| match question {
            Question::Command(command) if command.line[0].ends_with("route") => {
                *result = Ok(Answer::Command(none.clone()));
            }
            _ => {}
        })
    }

    /// Nothing gets out.
    pub(crate) fn without_network(self, how: &str) -> Self {
        let outcome = if how == "no route" { ConnectOutcome::Unreachable } else { ConnectOutcome::NoReply };
        self.system_names(|_| true, &LookupOutcome::NoReply)
            .public_names(|_| true, &LookupOutcome::NoReply)
            .connections(|_| true, &failed(outcome))
    }

    /// How the system resolver answers for some names. Whatever is reached by such a name fails with it.
    pub(crate) fn system_names(self, which: impl Fn(&str) -> bool, outcome: &LookupOutcome) -> Self {
        let reachable = matches!(outcome, LookupOutcome::Addresses(list)
            if list.iter().all(|one| !one.is_unspecified() && !one.is_loopback()));
        let refused = matches!(outcome, LookupOutcome::Addresses(_));
        self.with(|question, result| match question {
            Question::Lookup(name) if which(name) => {
                *result = Ok(Answer::Lookup(Resolution { outcome: outcome.clone(), aliases: Vec::new() }));
            }
            Question::Handshake(to) if which(to.host) && !reachable && to.through == Through::Direct => {
                *result = Ok(Answer::Handshake(if refused {
                    failed(ConnectOutcome::Refused)
                } else {
                    let result = Err(HandshakeFailure::Lookup(outcome.clone()));
                    HandshakeReport { attempts: Vec::new(), result }
                }));
            }
            Question::Fetch(fetch) if which(host_of(fetch)) && !reachable => {
                let failure = if refused {
                    FetchFailure::Connect("refused".into())
                } else {
                    FetchFailure::Lookup(outcome.clone())
                };
                *result = Ok(Answer::Fetch(Fetched { result: Err(failure) }));
            }
            Question::Clock(name) if which(name) && !reachable => {
                *result = Ok(Answer::Clock(if refused {
                    ClockReading::NoReply
                } else {
                    ClockReading::Lookup(outcome.clone())
                }));
            }
            _ => {}
        })
    }

    /// How public resolvers answer for some names.
    pub(crate) fn public_names(self, which: impl Fn(&str) -> bool, outcome: &LookupOutcome) -> Self {
        self.with(|question, result| match question {
            Question::LookupVia { host, .. } if which(host) => {
                *result = Ok(Answer::Lookup(Resolution { outcome: outcome.clone(), aliases: Vec::new() }));
            }
            _ => {}
        })
    }

    pub(crate) fn slow_names(mut self, ms: u64) -> Self {
        for (question, entry) in self.entries.values_mut() {
            if matches!(question, Question::Lookup(_)) {
                entry.ms = ms;
            }
        }
        self
    }

    pub(crate) fn connections(self, which: impl Fn(&str) -> bool, report: &HandshakeReport) -> Self {
        self.with(|question, result| match question {
            Question::Handshake(to) if to.through == Through::Direct && which(&question.key()) => {
                *result = Ok(Answer::Handshake(report.clone()));
            }
            _ => {}
        })
    }

    /// Connections that stand, and handshakes that then fail.
    pub(crate) fn handshakes(self, which: impl Fn(&str) -> bool, failure: &HandshakeFailure) -> Self {
        let report = HandshakeReport { result: Err(failure.clone()), ..shaken(Trust::Trusted, "") };
        self.connections(which, &report)
    }

    pub(crate) fn certificates(self, which: impl Fn(&str) -> bool, trust: Trust, organisation: &str) -> Self {
        let report = shaken(trust, organisation);
        self.with(|question, result| match question {
            Question::Handshake(to) if to.through == Through::Direct && which(to.host) => {
                *result = Ok(Answer::Handshake(report.clone()));
            }
            _ => {}
        })
    }

    pub(crate) fn fetches(self, which: impl Fn(&str) -> bool, answer: &Result<Response, FetchFailure>) -> Self {
        self.with(|question, result| match question {
            Question::Fetch(fetch) if which(fetch.url) => {
                *result = Ok(Answer::Fetch(Fetched { result: answer.clone() }));
            }
            _ => {}
        })
    }

    pub(crate) fn status(self, body: &str) -> Self {
        self.fetches(|url| url.ends_with("data/system_status_en_US.js"), &Ok(page(200, body)))
    }

    pub(crate) fn clocks(self, reading: &ClockReading) -> Self {
        self.with(|question, result| {
            if matches!(question, Question::Clock(_)) {
                *result = Ok(Answer::Clock(reading.clone()));
            }
        })
    }

    /// A clock that is behind, by whatever it is measured.
    pub(crate) fn clock_off(self, offset_ms: i64) -> Self {
        self.clocks(&ClockReading::Offset { offset_ms, round_trip_ms: 30 }).with(|question, result| {
            if let (Question::Fetch(_), Ok(Answer::Fetch(Fetched { result: Ok(response) }))) = (question, result) {
                response.date_offset_ms = Some(offset_ms - 400);
            }
        })
    }

    pub(crate) fn with_proxy(self, end: Result<(), HandshakeFailure>) -> Self {
        let text = "<dictionary> {\n  HTTPSEnable : 1\n  HTTPSPort : 3128\n  HTTPSProxy : proxy.example\n}\n";
        let good = shaken(Trust::Trusted, "Apple Inc.");
        let report = match end {
            Ok(()) => good,
            Err(failure) => HandshakeReport { result: Err(failure), ..good },
        };
        self.with(|question, result| match question {
            Question::Command(command) if command.line == commands::PROXY.line => {
                *result = Ok(Answer::Command(CommandOutput { stdout: text.into(), ..CommandOutput::default() }));
            }
            Question::Handshake(to) if to.through == Through::SystemProxy => {
                *result = Ok(Answer::Handshake(report.clone()));
            }
            _ => {}
        })
    }

    pub(crate) fn with_dns_server(self, server: &str) -> Self {
        let text = format!("DNS configuration\n\nresolver #1\n  nameserver[0] : {server}\n");
        self.with(|question, result| match question {
            Question::Command(command) if command.line == commands::DNS.line => {
                *result = Ok(Answer::Command(CommandOutput { stdout: text.clone(), ..CommandOutput::default() }));
            }
            _ => {}
        })
    }

    pub(crate) fn with_hosts_file(self, text: &str) -> Self {
        self.with(|question, result| {
            if matches!(question, Question::File(_)) {
                *result = Ok(Answer::Text(TextFile { text: text.into(), cut: false }));
            }
        })
    }

    pub(crate) fn network_misses(self, miss: &Miss) -> Self {
        self.with(|question, result| {
            if question.needs_network() {
                *result = Err(miss.clone());
            }
        })
    }

    pub(crate) fn judge(&self) -> Vec<Row> {
        let entries = self.entries.iter().map(|(key, (_, entry))| (key.clone(), entry.clone())).collect();
        let run = Run {
            started: STARTED,
            duration_ms: 0,
            platform: Platform { os: self.os.into(), arch: String::new() },
            offline: false,
            rerooted: false,
        };
        judge(&checks(), &Answers::new(run, entries))
    }
}

fn host_of(fetch: &Fetch) -> &str {
    fetch.url.split('/').nth(2).unwrap_or(CONTROL_NAME)
}
