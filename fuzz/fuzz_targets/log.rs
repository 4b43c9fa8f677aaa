//! macOS's log, of which five things are kept: whatever is in a line, nothing of it comes out but words of ours, a number of at
//! most five digits, a count and a time.
#![no_main]

use codesent_checks::read::unified_log::{ANOTHER, DOMAINS, PROCESSES, Reduction, Says};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: String| {
    let mut reduction = Reduction::default();
    // As it is, and as the message of a line that counts.
    for line in text.lines() {
        reduction.line(line);
    }
    for process in PROCESSES {
        let line = serde_json::json!({
            "processImagePath": format!("/usr/libexec/{process}"), "messageType": "Error", "eventMessage": text,
            "timestamp": "2026-05-07 19:48:34.701580-0500",
        });
        reduction.line(&line.to_string());
    }
    for trace in reduction.kept().traces {
        assert!(PROCESSES.contains(&trace.process.as_str()));
        if let Says::Error { domain, code } = trace.says {
            assert!(domain == ANOTHER || DOMAINS.contains(&domain.as_str()));
            assert!(code.unsigned_abs() < 100_000);
        }
    }
});
