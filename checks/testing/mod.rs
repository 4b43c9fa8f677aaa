//! A made-up Mac, for the tests of both packages: each test binary takes it in by its path. Answers given to it are cut down
//! as the program cuts down what it gathers, so a test sees what a check sees.
#![allow(dead_code, reason = "each test binary uses a part")]

pub(crate) mod tools;

use codesent_checks::facts::{
    Attempt, Certificate, ClockReading, CommandOutput, ConnectOutcome, Fetched, HandshakeReport, Interface,
    LookupOutcome, Process, Resolution, Response, Shaken, TextFile, Trust,
};
use codesent_checks::keep::Keys;
use codesent_checks::preferences::SYSTEM_VERSION;
use codesent_checks::read::plist;
use codesent_checks::read::unified_log::{DaemonLog, Form, Says, Trace};
use codesent_checks::{
    Answer, Answers, Check, Command, Domain, Entry, Family, Handshake, Miss, Platform, Question, Run, Verdict, all,
    files,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::net::IpAddr;

/// 2026-11-24 12:00 UTC.
pub(crate) const NOW: i64 = 1_795_521_600;

/// A Mac that can be changed.
#[derive(Clone, Debug)]
pub(crate) struct Mac {
    pub(crate) run: Run,
    /// What it answers. Whoever changes this directly makes a recording that no program made.
    pub(crate) entries: BTreeMap<String, Entry>,
    questions: BTreeMap<String, Question>,
}

impl Mac {
    /// A Mac on which everything works, with nothing between it and Apple, signed in.
    pub(crate) fn healthy(macos: &str) -> Self {
        let mut mac = Self::of(macos);
        mac.run.duration_ms = 1234;
        for question in all().flat_map(|check| check.questions().copied()) {
            mac = mac.says(&question, healthy(&question, macos));
        }
        mac.entries.values_mut().for_each(|entry| entry.ms = 12);
        mac
    }

    /// A Mac of this macOS version that answers nothing else yet.
    pub(crate) fn of(macos: &str) -> Self {
        Self::machine("macos").keeps(&SYSTEM_VERSION, json!({ "ProductVersion": macos, "ProductName": "macOS" }))
    }

    /// Another machine.
    pub(crate) fn linux() -> Self {
        Self::machine("linux")
    }

    fn machine(os: &str) -> Self {
        let platform = Platform { os: os.into(), arch: "aarch64".into() };
        let run = Run { started: NOW * 1000, duration_ms: 0, platform, offline: false, rerooted: false };
        Self { run, entries: BTreeMap::new(), questions: BTreeMap::new() }
    }

    /// What a question brings.
    pub(crate) fn says(mut self, question: &Question, result: Result<Answer, Miss>) -> Self {
        self.questions.insert(question.key(), *question);
        self.entries.insert(question.key(), Entry { ms: 1, result: result.map(|answer| kept(question, answer)) });
        self
    }

    /// What a command prints.
    pub(crate) fn prints(self, command: &'static Command, stdout: &str) -> Self {
        self.says(&Question::Command(command), Ok(Answer::Command(output(stdout))))
    }

    /// What a preference file holds.
    pub(crate) fn keeps(self, domain: &'static Domain, value: Value) -> Self {
        self.says(&Question::Preferences(domain), Ok(Answer::Preferences(value)))
    }

    /// What runs.
    pub(crate) fn runs(self, names: &[&str]) -> Self {
        let list = names.iter().map(|name| Process { name: (*name).into(), path: String::new() }).collect();
        self.says(&Question::Processes, Ok(Answer::Processes(list)))
    }

    /// Replaces the answer to a question that somebody asks.
    #[track_caller]
    pub(crate) fn set(&mut self, key: &str, answer: Answer) {
        self.put(key, Ok(answer));
    }

    /// Replaces the answer to a question by a miss.
    #[track_caller]
    pub(crate) fn miss(&mut self, key: &str, miss: Miss) {
        self.put(key, Err(miss));
    }

    /// Replaces what a question brings.
    #[track_caller]
    pub(crate) fn put(&mut self, key: &str, result: Result<Answer, Miss>) {
        let question = self.questions.get(key).unwrap_or_else(|| panic!("nobody asks `{key}`"));
        let result = result.map(|answer| kept(question, answer));
        self.entries.get_mut(key).expect("every question has an entry").result = result;
    }

    /// As the checks read it.
    pub(crate) fn answers(&self) -> Answers {
        Answers::new(self.run.clone(), self.entries.clone())
    }

    /// What a check says of it, which sees only what it asks. A judge that looks elsewhere panics.
    pub(crate) fn judged(self, check: &Check) -> Result<Verdict, Miss> {
        (check.judge)(&self.answers().only(check.questions()))
    }

    /// As a file.
    pub(crate) fn recording(&self) -> String {
        let document = json!({ "codesent_recording": 1, "run": self.run, "answers": self.entries });
        serde_json::to_string_pretty(&document).unwrap()
    }
}

/// What the program would let a check see of an answer.
pub(crate) fn kept(question: &Question, answer: Answer) -> Answer {
    match (question, answer) {
        (Question::Command(command), Answer::Command(output)) => Answer::Command(command.kept(output)),
        (Question::File(file), Answer::Text(text)) => Answer::Text(file.kept(&text.text, text.cut)),
        (Question::Database(database), Answer::Rows(rows)) => Answer::Rows(database.kept(rows)),
        (Question::Folder(folder), Answer::Folder(names)) => Answer::Folder(folder.kept(names)),
        // What is decoded is made of bytes; tests of its reader see to that.
        (Question::Preferences(Domain { keep: Keys::At(paths), .. }), Answer::Preferences(tree)) => {
            Answer::Preferences(plist::keep(&tree, paths))
        }
        (_, answer) => answer,
    }
}

fn healthy(question: &Question, macos: &str) -> Result<Answer, Miss> {
    let key = question.key();
    Ok(match question {
        Question::Interfaces => Answer::Interfaces(interfaces()),
        Question::Processes => Answer::Processes(vec![
            process("/System/Library/PrivateFrameworks/ApplePushService.framework/apsd"),
            process("/System/Library/PrivateFrameworks/AuthKit.framework/Versions/A/Support/akd"),
        ]),
        Question::Command(command) => Answer::Command(said(&command.line.join(" "))),
        // Terminals have no Full Disk Access by default.
        Question::Preferences(domain) if domain.path.contains("DoNotDisturb") => {
            return Err(Miss::Denied(codesent_checks::Permission::FullDiskAccess));
        }
        Question::Preferences(domain) => match preferences(domain.path, macos) {
            Some(tree) => Answer::Preferences(tree),
            None => return Err(Miss::NotHere),
        },
        Question::File(file) if file.path == files::HOSTS.path => {
            text("##\n# Host Database\n##\n127.0.0.1\tlocalhost\n255.255.255.255\tbroadcasthost\n::1 localhost\n")
        }
        Question::File(file) if file.path == files::PACKET_FILTER.path => text(
            "#\n# Default PF configuration file.\n#\nscrub-anchor \"com.apple/*\"\nanchor \"com.apple/*\"\nload anchor \"com.apple\" from \"/etc/pf.anchors/com.apple\"\n",
        ),
        // Folders that every Mac has, without what a check looks for in them.
        Question::Folder(folder) if folder.path != files::RESOLVERS.path => Answer::Folder(Vec::new()),
        Question::File(_) | Question::Folder(_) => return Err(Miss::NotHere),
        Question::Database(_) => return Err(Miss::Denied(codesent_checks::Permission::FullDiskAccess)),
        Question::Lookup(host) | Question::LookupVia { host, .. } => Answer::Lookup(resolved(host)),
        Question::Handshake(to) if to.through == codesent_checks::Through::SystemProxy => return Err(Miss::NotHere),
        // Asked only where somebody allows it.
        Question::Handshake(to) if to.through == codesent_checks::Through::PastTunnel => return Err(Miss::LeavesTunnel),
        Question::ProxyScript => return Err(Miss::NotHere),
        Question::Handshake(to) if matches!(to.through, codesent_checks::Through::ScriptProxy(_)) => {
            return Err(Miss::NotHere);
        }
        // Asked only where the region is China.
        Question::Handshake(to) if codesent_checks::hosts::is_in_china(to.host) => return Err(Miss::NotHere),
        // Asked only about names that failed.
        Question::LookupOwn(_) => Answer::Lookups(Vec::new()),
        Question::Handshake(to) if to.family == Family::V6 => Answer::Handshake(HandshakeReport {
            attempts: Vec::new(),
            result: Err(codesent_checks::facts::HandshakeFailure::Lookup(LookupOutcome::NoAddress)),
        }),
        Question::Handshake(to) => Answer::Handshake(shaken(*to)),
        Question::Fetch(fetch) => Answer::Fetch(Fetched { result: Ok(page(fetch.url)) }),
        // Asked only on request.
        Question::Log => Answer::Log(DaemonLog {
            traces: vec![Trace {
                process: "apsd".into(),
                says: Says::Form(Form::Connected),
                count: 1,
                last: (NOW - 300) * 1000,
            }],
            whole: true,
        }),
        Question::Clock(_) => Answer::Clock(ClockReading::Offset { offset_ms: 12, round_trip_ms: 30 }),
    })
    .inspect(|answer| assert!(!matches!(answer, Answer::Command(output) if output.exit.is_none()), "{key}"))
}

fn process(path: &str) -> Process {
    Process { name: path.rsplit('/').next().unwrap_or_default().into(), path: path.into() }
}

pub(crate) fn text(text: &str) -> Answer {
    Answer::Text(TextFile { text: text.into(), cut: false })
}

pub(crate) fn output(stdout: &str) -> CommandOutput {
    CommandOutput { exit: Some(0), stdout: stdout.into(), stderr: String::new(), cut: false }
}

fn interface(name: &str, address: &str) -> Interface {
    let point_to_point = name.starts_with("utun");
    Interface { name: name.into(), address: address.parse().unwrap(), prefix: 24, running: true, point_to_point }
}

/// Four tunnels with link-local addresses, as every Mac has.
pub(crate) fn interfaces() -> Vec<Interface> {
    vec![
        interface("en0", "192.168.1.23"),
        interface("en0", "fe80::10"),
        interface("lo0", "127.0.0.1"),
        interface("utun0", "fe80::11"),
        interface("utun1", "fe80::12"),
        interface("utun2", "fe80::13"),
        interface("utun3", "fe80::14"),
    ]
}

pub(crate) fn resolved(host: &str) -> Resolution {
    let address: IpAddr =
        if host.ends_with("push.apple.com") { "17.57.144.20" } else { "17.32.194.5" }.parse().unwrap();
    Resolution { outcome: LookupOutcome::Addresses(vec![address]), aliases: Vec::new() }
}

/// A certificate such as Apple's.
pub(crate) fn certificate(host: &str, issuer: &str, organisation: &str) -> Certificate {
    Certificate {
        subject: host.into(),
        subject_organisation: "Apple Inc.".into(),
        issuer: issuer.into(),
        issuer_organisation: organisation.into(),
        not_before: NOW - 30 * 86_400,
        not_after: NOW + 60 * 86_400,
        names: vec![host.into()],
        sha256: "00".repeat(32),
        unreadable: false,
    }
}

fn shaken(to: Handshake) -> HandshakeReport {
    let host = to.server_name.unwrap_or(to.host);
    let leaf = certificate(host, "Apple Public Server RSA CA 12 - G1", "Apple Inc.");
    let root = certificate("Apple Public Server RSA CA 12 - G1", "DigiCert Global Root G2", "DigiCert Inc");
    let attempt = Attempt { address: resolved(to.host).addresses()[0], outcome: ConnectOutcome::Connected, ms: 14 };
    let shaken = Shaken { version: "TLSv1.3".into(), chain: vec![leaf, root], trust: Trust::Trusted, ms: 18 };
    HandshakeReport { attempts: vec![attempt], result: Ok(shaken) }
}

fn page(url: &str) -> Response {
    let body = if url.contains("captive.apple.com") {
        "<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>\n".to_owned()
    } else if url.contains("push.apple.com/bag") {
        "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>bag</key><data>AA==</data></dict></plist>".to_owned()
    } else if url.contains("data/developer/system_status") {
        let services: Vec<Value> = ["APNS", "Account", "TestFlight"]
            .iter()
            .map(|name| json!({"serviceName": name, "redirectUrl": null, "events": []}))
            .collect();
        format!("jsonCallback({});", json!({"drpost": false, "services": services}))
    } else if url.contains("systemstatus/data/system_status") {
        let services = [
            "Apple Account",
            "iCloud Account & Sign In",
            "iMessage",
            "FaceTime",
            "Sign in with Apple",
            "iCloud Keychain",
        ];
        let services: Vec<Value> =
            services.iter().map(|name| json!({"serviceName": name, "redirectUrl": null, "events": []})).collect();
        json!({"drpost": false, "drMessage": null, "services": services}).to_string()
    } else {
        String::new()
    };
    let length = body.len();
    Response { status: 200, body, length, date_offset_ms: Some(400), ..Response::default() }
}

fn said(line: &str) -> CommandOutput {
    if let Some(error) = tools::refuse(line) {
        return CommandOutput { exit: Some(1), stderr: error.into(), ..CommandOutput::default() };
    }
    // A command without an answer is one that a healthy Mac must be taught.
    output(tools::say(line).unwrap_or_else(|| panic!("what does a healthy Mac say to `{line}`?")))
}

fn preferences(path: &str, macos: &str) -> Option<Value> {
    Some(match path {
        "/System/Library/CoreServices/SystemVersion.plist" => json!({"ProductVersion": macos, "ProductName": "macOS"}),
        "~/Library/Preferences/MobileMeAccounts.plist" => json!({"Accounts": [{
            "AccountID": "(present)", "AccountDSID": "(present)", "isManagedAppleID": false,
            "Services": [{"Name": "KEYCHAIN_SYNC", "ServiceID": "com.apple.Dataclass.KeychainSync", "Enabled": true}],
        }]}),
        "~/Library/Preferences/com.apple.imservice.ids.iMessage.plist"
        | "~/Library/Preferences/com.apple.imservice.ids.FaceTime.plist" => {
            json!({"ActiveAccounts": ["(present)"], "OnlineAccounts": ["(present)"]})
        }
        "~/Library/Preferences/.GlobalPreferences.plist" => json!({}),
        "/Library/Preferences/com.apple.SoftwareUpdate.plist" => json!({"RecommendedUpdates": []}),
        "/Library/Preferences/com.apple.timezone.auto.plist" => json!({"Active": true}),
        _ => return None,
    })
}
