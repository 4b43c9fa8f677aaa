//! A report with one row of each status, and texts that would do harm in a format that does not escape them.

use super::{ORDER, Report};
use codesent_checks::diagnosis::diagnose;
use codesent_checks::{Answers, Check, Evidence, Platform, Run, all};

/// What a process name, a certificate or a server could say.
pub(super) const HOSTILE: &str = "<script>alert(1)</script> & \"x\" 'y' | a, b: c\n::set-output name=x::y # TODO not ok\nBail out! 100% [l](http://e.example) @all `c` \\ ]]>";

/// Six checks; all but the passing one saw [`HOSTILE`].
pub(super) fn report() -> Report {
    let checks: Vec<&'static Check> = all().take(ORDER.len()).collect();
    let run = Run {
        started: 1_795_557_000_000,
        duration_ms: 1234,
        platform: Platform { os: "macos".into(), arch: "aarch64".into() },
        offline: false,
        rerooted: false,
    };
    let answers = Answers::new(run, std::collections::BTreeMap::new());
    let mut report = Report::new(&checks, &answers, false);
    // Pass comes first, so that the first row of a format is a plain one.
    let statuses = [3, 0, 1, 2, 4, 5].map(|at| ORDER[at]);
    for (row, status) in report.rows.iter_mut().zip(statuses) {
        row.verdict.status = status;
        row.verdict.reason = None;
        row.because_of = None;
        row.verdict.saw = HOSTILE.into();
        row.verdict.evidence = vec![Evidence { label: "seen".into(), value: HOSTILE.into() }];
    }
    report.rows[0].verdict.saw = "en0 is up".into();
    report.diagnosis = diagnose(&report.rows, &answers);
    report.diagnosis.headline = HOSTILE.into();
    for cause in &mut report.diagnosis.causes {
        cause.statement = HOSTILE.into();
    }
    report.exit_code = super::exit_code(&report.rows, false);
    report
}
