//! A property list for device management: what an inventory shows of a Mac, with its date. Flat, and everything in it a
//! text or a number, because that is what osquery's `plist` table, PlistBuddy and `defaults` read without trouble.

use super::line::{counts, one_line};
use super::{Report, timestamp};
use anyhow::Result;
use codesent_checks::Status;
use serde::Serialize;

/// A key keeps its meaning; a change in meaning is a new number.
const SCHEMA: u32 = 1;

/// The keys, as they are written.
#[derive(Serialize)]
struct Inventory {
    schema: u32,
    outlook: &'static str,
    headline: String,
    counts: String,
    /// Ids with spaces between them.
    failing: String,
    exit_code: u8,
    /// When the run began.
    checked: String,
    /// The same in seconds since 1970, so that an age is one subtraction.
    checked_epoch: i64,
    version: &'static str,
    macos: String,
}

/// The property list, as XML.
pub(super) fn render(report: &Report) -> Result<String> {
    let failing = report.rows.iter().filter(|row| row.verdict.status == Status::Fail).map(|row| row.check.id);
    let inventory = Inventory {
        schema: SCHEMA,
        outlook: report.diagnosis.outlook.word(),
        headline: one_line(&report.diagnosis.headline),
        counts: counts(report),
        failing: failing.collect::<Vec<_>>().join(" "),
        exit_code: report.exit_code,
        checked: timestamp(report.run.started),
        checked_epoch: report.run.started.div_euclid(1000),
        version: env!("CARGO_PKG_VERSION"),
        macos: report.macos.map_or_else(String::new, |version| version.to_string()),
    };
    let mut text = Vec::new();
    // A tab is a control character, and no format of ours has any.
    let indented = plist::XmlWriteOptions::default().indent(b' ', 2);
    plist::to_writer_xml_with_options(&mut text, &inventory, &indented)?;
    Ok(String::from_utf8(text)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{HOSTILE, report};

    #[test]
    fn whatever_was_seen_comes_back_as_it_is_and_everything_is_flat() {
        let text = render(&report()).unwrap();
        let value: plist::Value = plist::from_bytes(text.as_bytes()).unwrap();
        let keys = value.as_dictionary().unwrap();
        assert_eq!(keys["headline"].as_string(), Some(one_line(HOSTILE).as_str()));
        assert_eq!(keys["counts"].as_string(), Some("1 fail, 1 warn, 1 unknown, 1 pass, 1 info, 1 skip"));
        assert_eq!(keys["checked_epoch"].as_signed_integer(), Some(1_795_557_000));
        assert_eq!(keys["checked"].as_string(), Some("2026-11-24T21:50:00Z"));
        assert_eq!(keys["exit_code"].as_signed_integer(), Some(1));
        assert!(keys.values().all(|value| value.as_string().is_some() || value.as_signed_integer().is_some()));
    }

    #[test]
    fn what_fails_is_named_and_nothing_else() {
        let report = report();
        let text = render(&report).unwrap();
        let value: plist::Value = plist::from_bytes(text.as_bytes()).unwrap();
        let failing = report.rows.iter().find(|row| row.verdict.status == Status::Fail).unwrap();
        assert_eq!(value.as_dictionary().unwrap()["failing"].as_string(), Some(failing.check.id));
    }
}
