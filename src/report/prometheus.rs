//! Prometheus text format, for node_exporter's textfile collector. Labels hold ids and words of the program's own, never
//! what was seen: metrics are kept long and read by many.

use super::{ORDER, Report};
use std::fmt::Write;

/// The exposition.
pub(super) fn render(report: &Report) -> String {
    let mut text = String::new();
    let mut family = |name: &str, help: &str, samples: Vec<(String, String)>| {
        let _ = writeln!(text, "# HELP codesent_{name} {help}\n# TYPE codesent_{name} gauge");
        for (labels, value) in samples {
            let _ = writeln!(text, "codesent_{name}{labels} {value}");
        }
    };
    let macos = report.macos.map_or_else(String::new, |version| version.to_string());
    let version = labels(&[("version", env!("CARGO_PKG_VERSION")), ("macos", &macos)]);
    family("info", "The program and the macOS it looked at.", vec![(version, "1".into())]);
    let outlook = report.diagnosis.outlook;
    family(
        "outlook",
        "Whether this Mac can receive a code prompt, as a label.",
        vec![(labels(&[("outlook", outlook.word())]), "1".into())],
    );
    // One sample a check: over a thousand Macs, one a status would be six times as many series that say nothing.
    let states = report.rows.iter().map(|row| {
        let status = row.verdict.status.word();
        (labels(&[("check", row.check.id), ("group", row.group.id), ("status", status)]), "1".into())
    });
    family("check", "The current status of each check, as a label.", states.collect());
    let counts =
        ORDER.into_iter().map(|status| (labels(&[("status", status.word())]), report.count(status).to_string()));
    family("checks", "How many checks have each status.", counts.collect());
    let alone = |value: String| vec![(String::new(), value)];
    family("exit_code", "What the run ended with.", alone(report.exit_code.to_string()));
    let duration = report.run.duration_ms;
    let seconds = format!("{}.{:03}", duration / 1000, duration % 1000);
    family("run_duration_seconds", "How long the questions took.", alone(seconds));
    let started = (report.run.started / 1000).to_string();
    family("run_timestamp_seconds", "When the run started, by this machine\u{2019}s clock.", alone(started));
    text
}

fn labels(pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| {
            let value = value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
            format!("{name}=\"{value}\"")
        })
        .collect();
    format!("{{{}}}", pairs.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::report;

    #[test]
    fn every_line_is_a_comment_or_a_sample_and_each_family_comes_once() {
        let text = render(&report());
        let sample = regex_lite::Regex::new(r#"^codesent_[a-z_]+(\{([a-z]+="[^"\n]*",?)+\})? [0-9.]+$"#).unwrap();
        let mut families = Vec::new();
        for line in text.lines() {
            match line.strip_prefix("# TYPE ") {
                Some(name) => families.push(name),
                None => assert!(line.starts_with("# HELP ") || sample.is_match(line), "{line}"),
            }
        }
        let count = families.len();
        families.dedup();
        assert_eq!((families.len(), count), (7, 7));
        assert!(text.contains("codesent_checks{status=\"fail\"} 1\n"), "{text}");
    }

    #[test]
    fn each_check_has_exactly_one_status() {
        let text = render(&report());
        let samples: Vec<&str> = text.lines().filter(|line| line.starts_with("codesent_check{")).collect();
        assert_eq!(samples.len(), 6);
        assert!(samples.iter().all(|line| line.ends_with(" 1")), "{samples:?}");
    }

    #[test]
    fn what_was_seen_stays_out() {
        assert!(!render(&report()).contains("script"));
        assert_eq!(labels(&[("a", "b\"c\\\n")]), r#"{a="b\"c\\\n"}"#);
    }
}
