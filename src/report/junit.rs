//! JUnit XML, for CI systems: a suite a group, a case a check.
//!
//! A Fail is a failure and an Unknown an error, because a case that could not run is not one that passed. A Warn passes
//! with its words in `system-out`: JUnit has nothing between passing and failing.

use super::{Report, found_and_seen, timestamp};
use anyhow::Result;
use codesent_checks::{Row, Status};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// The document.
pub(super) fn render(report: &Report) -> Result<String> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let suites = report.rows.chunk_by(|left, right| left.group.id == right.group.id);
    // The schema that Jenkins reads by counts what was skipped in a suite, but not in all of them.
    let totals = totals(&report.rows).into_iter().filter(|(name, _)| *name != "skipped");
    xml.create_element("testsuites")
        .with_attributes([("name", "codesent"), ("time", seconds(report.run.duration_ms).as_str())])
        .with_attributes(totals.collect::<Vec<_>>().iter().map(|(name, count)| (*name, count.as_str())))
        .write_inner_content(|xml| {
            for rows in suites {
                suite(xml, rows, &timestamp(report.run.started))?;
            }
            Ok(())
        })?;
    Ok(String::from_utf8(xml.into_inner())? + "\n")
}

fn suite(xml: &mut Writer<Vec<u8>>, rows: &[Row], started: &str) -> io::Result<()> {
    let group = rows[0].group;
    xml.create_element("testsuite")
        .with_attributes([("name", group.title), ("timestamp", started.trim_end_matches('Z'))])
        .with_attributes(totals(rows).iter().map(|(name, count)| (*name, count.as_str())))
        .write_inner_content(|xml| rows.iter().try_for_each(|row| case(xml, row)))?;
    Ok(())
}

fn case(xml: &mut Writer<Vec<u8>>, row: &Row) -> io::Result<()> {
    let verdict = &row.verdict;
    let said = legal(&found_and_seen(row));
    let kind = verdict.reason.unwrap_or(verdict.status.word());
    let classname = format!("codesent.{}", row.group.id);
    xml.create_element("testcase")
        .with_attributes([
            // Who follows a case over days goes by its name, so what was found stands beside it.
            ("name", row.check.id),
            ("classname", classname.as_str()),
            ("time", seconds(row.ms).as_str()),
        ])
        .write_inner_content(|xml| {
            let told = |xml: &mut Writer<Vec<u8>>, element: &str| -> io::Result<()> {
                xml.create_element(element)
                    .with_attributes([("message", said.as_str()), ("type", kind)])
                    .write_text_content(BytesText::new(&details(row)))?;
                Ok(())
            };
            match verdict.status {
                Status::Fail => told(xml, "failure")?,
                Status::Unknown => told(xml, "error")?,
                Status::Skip => {
                    xml.create_element("skipped").with_attribute(("message", said.as_str())).write_empty()?;
                }
                Status::Pass | Status::Info | Status::Warn => {
                    let text = format!("{}: {said}", verdict.status.word());
                    xml.create_element("system-out").write_text_content(BytesText::new(&text))?;
                }
            }
            Ok(())
        })?;
    Ok(())
}

/// The evidence and the way out.
fn details(row: &Row) -> String {
    let fix = row.fix();
    let mut lines: Vec<String> =
        row.verdict.evidence.iter().map(|evidence| format!("{}: {}", evidence.label, evidence.value)).collect();
    lines.push(format!("What to do: {}", fix.title));
    legal(&lines.join("\n"))
}

fn totals(rows: &[Row]) -> [(&'static str, String); 4] {
    let count = |status| rows.iter().filter(|row| row.verdict.status == status).count().to_string();
    [
        ("tests", rows.len().to_string()),
        ("failures", count(Status::Fail)),
        ("errors", count(Status::Unknown)),
        ("skipped", count(Status::Skip)),
    ]
}

/// Without what XML 1.0 cannot carry, not even escaped.
fn legal(text: &str) -> String {
    text.chars()
        .filter(|letter| !matches!(letter, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'))
        .collect()
}

fn seconds(milliseconds: u64) -> String {
    format!("{}.{:03}", milliseconds / 1000, milliseconds % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{HOSTILE, report};
    use quick_xml::Reader;

    #[test]
    fn what_is_written_reads_back_as_it_was() {
        let text = render(&report()).unwrap();
        let mut reader = Reader::from_str(&text);
        let (mut cases, mut messages) = (0, Vec::new());
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) if tag.name().as_ref() == "testcase" => cases += 1,
                Event::Start(tag) if tag.name().as_ref() == "failure" => {
                    let message = tag.try_get_attribute("message").unwrap().unwrap();
                    messages.push(message.normalized_value(quick_xml::XmlVersion::Explicit1_0).unwrap().into_owned());
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(cases, 6);
        // A reader makes spaces of white space in attributes, as XML says.
        assert_eq!(messages.len(), 1);
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat(&messages[0]).contains(&flat(HOSTILE)), "{messages:?}");
    }

    #[test]
    fn the_totals_add_up() {
        let text = render(&report()).unwrap();
        assert!(
            text.contains(r#"<testsuites name="codesent" time="1.234" tests="6" failures="1" errors="1">"#),
            "{text}"
        );
        assert!(text.contains(r#"tests="6" failures="1" errors="1" skipped="1""#), "{text}");
        assert!(!text.contains("<script"), "{text}");
    }

    #[test]
    fn what_xml_cannot_carry_is_left_out() {
        assert_eq!(legal("a\u{0}b\u{1b}c\u{ffff}d\n\te"), "abcd\n\te");
    }
}
