//! Recordings that somebody else wrote: whatever the answers say, every judge ends with a verdict, and nothing that is wrong
//! stands beside "can".
#![no_main]

use codesent_checks::diagnosis::Outlook;
use codesent_checks::{Answers, Entry, Platform, Run, all, diagnosis, judge};
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;

fuzz_target!(|bytes: &[u8]| {
    let Ok(entries) = serde_json::from_slice::<BTreeMap<String, Entry>>(bytes) else { return };
    let platform = Platform { os: "macos".into(), arch: "aarch64".into() };
    let run = Run { started: 1_795_521_600_000, duration_ms: 1, platform, offline: false, rerooted: false };
    let answers = Answers::new(run, entries);
    let checks: Vec<_> = all().collect();
    let rows = judge(&checks, &answers);
    assert!(rows.iter().all(|row| row.verdict.reason != Some("bug")), "a judge panicked");
    let said = diagnosis::diagnose(&rows, &answers);
    assert!(said.outlook != Outlook::Can || said.causes.is_empty(), "it can, and there is a cause: {}", said.headline);
});
