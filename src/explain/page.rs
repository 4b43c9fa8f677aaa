//! The pages of checks, groups, fixes, topics and the usual advice.

use crate::report::{fix_lines, is_to_copy};
use crate::wrap;
use codesent_checks::diagnosis::DoNot;
use codesent_checks::explain::topics::Topic;
use codesent_checks::explain::{advice, by_id};
use codesent_checks::{Check, Fix, Group, Version};
use std::fmt::Write as _;

/// How wide, and for which macOS.
pub(super) struct Page {
    pub(super) width: usize,
    pub(super) macos: Option<Version>,
}

impl Page {
    pub(super) fn wrapped(&self, text: &str, first: &str, rest: &str) -> String {
        wrap::filled(text, self.width, first, rest)
    }

    pub(super) fn paragraph(&self, out: &mut String, heading: &str, body: &str) {
        let _ = writeln!(out, "{heading}\n{}\n", self.wrapped(body, "  ", "  "));
    }

    /// What a group holds.
    pub(super) fn group(&self, group: &Group, topic: Option<&Topic>) -> String {
        let mut out = format!("{}\n\n", group.title);
        for check in group.checks {
            let _ = writeln!(out, "{}", self.wrapped(&format!("{}: {}", check.id, check.title), "  ", "    "));
        }
        let _ =
            writeln!(out, "\ncodesent explain {}/NAME says more of one; codesent check {0} looks at these.", group.id);
        if let Some(topic) = topic {
            out.push('\n');
            self.leads(&mut out, topic);
        }
        out
    }

    /// Where a topic leads.
    pub(super) fn topic(&self, topic: &Topic) -> String {
        let mut out = format!("{}\n\n", topic.title);
        self.leads(&mut out, topic);
        if !topic.groups.is_empty() {
            let groups = topic.groups.join(" ");
            let _ = writeln!(out, "Checked on this Mac by\n  codesent check {groups}\n");
        }
        out.push_str("codesent explain ID says more of each; codesent guide makes a plan.\n");
        out
    }

    fn leads(&self, out: &mut String, topic: &Topic) {
        if !topic.messages.is_empty() {
            out.push_str("What happens? Say it, for example:\n");
            for message in topic.messages.iter().filter_map(|id| by_id(id)) {
                let said = message.texts.first().copied().unwrap_or(message.id);
                let _ = writeln!(out, "{}", self.wrapped(&format!("codesent explain \"{said}\""), "  ", "    "));
            }
            out.push('\n');
        }
        let fixes = topic.fixes.iter().filter_map(|id| codesent_checks::fix::catalogue::find(id));
        let lines: Vec<String> =
            fixes.map(|fix| self.wrapped(&format!("{}: {}", fix.id, fix.title), "  ", "    ")).collect();
        if !lines.is_empty() {
            let _ = writeln!(out, "What can be done\n{}\n", lines.join("\n"));
        }
    }

    pub(super) fn fix(&self, out: &mut String, fix: &Fix) {
        for line in fix_lines(fix, self.macos) {
            let line = if is_to_copy(&line) { format!("  {line}") } else { self.wrapped(&line, "  ", "     ") };
            let _ = writeln!(out, "{line}");
        }
    }

    pub(super) fn check(&self, check: &Check) -> String {
        let mut out = format!("{}\n{}\n\n", check.title, check.id);
        self.paragraph(&mut out, "Why it matters", check.why);
        let _ = writeln!(out, "What to do when it is not so");
        self.fix(&mut out, check.fix);
        out.push('\n');
        self.paragraph(
            &mut out,
            "How sure that is",
            &format!("{}: {}", check.certainty.word(), check.certainty.source()),
        );
        let _ = writeln!(out, "What it reads or contacts");
        for question in check.questions() {
            let _ = writeln!(out, "{}", self.wrapped(&question.in_words(), "  - ", "    "));
        }
        if check.explained_by().next().is_some() {
            let list = check.explained_by().collect::<Vec<_>>().join(", ");
            let after = self.wrapped(&list, "  ", "  ");
            let _ = writeln!(out, "\nExplained by these, when one of them fails\n{after}");
        }
        out
    }

    pub(super) fn one_fix(&self, fix: &Fix) -> String {
        let mut out = format!("{}\n{}\n\n", self.wrapped(fix.title, "", ""), fix.id);
        self.fix(&mut out, fix);
        out
    }

    pub(super) fn do_not(&self, one: &DoNot) -> String {
        format!(
            "{}\n{}\n\n{}\n  Risk:    {}\n",
            self.wrapped(one.what, "", ""),
            one.id,
            self.wrapped(one.why, "  ", "  "),
            one.risk.word()
        )
    }

    /// The usual ten steps, each with where to read on.
    pub(super) fn advice(&self) -> String {
        let mut out = String::from("The usual advice, judged\nadvice\n\n");
        for one in advice::ALL {
            let _ = writeln!(out, "{}\n{}", self.wrapped(one.told, "", "  "), self.wrapped(one.judged, "    ", "    "));
            for (label, ids) in [("Looked at by", one.checks), ("How", one.fixes), ("Do not", one.do_not)] {
                if !ids.is_empty() {
                    let _ =
                        writeln!(out, "{}", self.wrapped(&format!("{label}: {}", ids.join(", ")), "    ", "      "));
                }
            }
            out.push('\n');
        }
        out.push_str("`codesent explain ID` tells more of each.\n");
        out
    }
}
