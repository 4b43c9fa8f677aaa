//! `codesent report`: a page for Apple Support, the carrier or IT, to be read out or mailed. It is always redacted.

mod told;

use crate::check;
use crate::cli::{PageFormat, PageOptions};
use crate::report::{Report, capitalised, escape, evidence_lines, timestamp};
use crate::terminal::{Style, to_ascii};
use crate::written;
use anyhow::Result;
use codesent_checks::diagnosis::{ANTI_SCAM, Outlook};
use codesent_checks::guide::Told;
use codesent_checks::{Row, Status, explain, hosts};
use std::fmt::Write as _;

/// Makes the page and gives the check's exit code.
pub(crate) fn run(options: &PageOptions) -> Result<u8> {
    let places = [("--output", options.output.as_deref()), ("--replay", options.source.file_to_replay())];
    written::are_different(&places)?;
    let told = crate::guide::answered(&options.telling)?;
    let report = check::everything(&options.source)?;
    let page = Page { markdown: options.format == PageFormat::Markdown };
    let text = page.write(&report, &told);
    if let Some(path) = options.output.as_deref().filter(|path| !written::is_standard_output(path)) {
        written::write(path, text)?;
    } else {
        let style = Style::detect(crate::cli::Color::Never, false);
        written::to_standard_output(if style.ascii { to_ascii(&text) } else { text })?;
    }
    Ok(report.exit_code)
}

/// Wide enough to read, narrow enough to quote in a mail.
const WIDTH: usize = 76;

/// Names of hosts are not broken at their hyphens.
fn filled<'a>(first: &'a str, rest: &'a str) -> textwrap::Options<'a> {
    textwrap::Options::new(WIDTH)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}

struct Page {
    markdown: bool,
}

impl Page {
    fn write(&self, report: &Report, told: &Told) -> String {
        let mut out = String::new();
        self.heading(&mut out, 1, "No Apple Account verification code: what the Mac shows");
        self.item(&mut out, &report.diagnosis.headline);
        self.item(&mut out, &format!("When: {} (UTC, by the Mac\u{2019}s own clock)", timestamp(report.run.started)));
        let platform = &report.run.platform;
        let system = match report.macos {
            Some(version) => format!("macOS {version}"),
            None if platform.os == "macos" => "macOS of unknown version".into(),
            None => platform.os.clone(),
        };
        self.item(&mut out, &format!("Where: {system}, {}", platform.arch));
        self.item(
            &mut out,
            &format!(
                "Made by codesent {}. No names, numbers, addresses or codes are in it.",
                env!("CARGO_PKG_VERSION")
            ),
        );
        for line in [report.help_desk.clone(), report.left_out()].into_iter().flatten() {
            self.item(&mut out, &line);
        }
        self.screen(&mut out, told.screen.as_deref());
        self.answers(&mut out, told);
        self.causes(&mut out, report);
        self.consequences(&mut out, report);
        self.noticed(&mut out, report);
        self.paths(&mut out, report);
        self.else_it_can_be(&mut out, report);
        self.it(&mut out, report);
        self.carrier(&mut out);
        let seen = |status: Status| move |row: &Row| row.verdict.status == status;
        self.well(&mut out, report);
        self.rows(&mut out, report, "For information", seen(Status::Info));
        self.rows(&mut out, report, "Could not be checked", seen(Status::Unknown));
        out.push('\n');
        self.line(&mut out, ANTI_SCAM);
        out
    }

    fn heading(&self, out: &mut String, level: usize, text: &str) {
        if !out.is_empty() {
            out.push('\n');
        }
        if self.markdown {
            let _ = writeln!(out, "{} {text}\n", "#".repeat(level));
        } else {
            let under = if level == 1 { "=" } else { "-" };
            let _ = writeln!(out, "{text}\n{}\n", under.repeat(text.chars().count()));
        }
    }

    fn line(&self, out: &mut String, text: &str) {
        let text = if self.markdown { escape(text) } else { textwrap::fill(text, filled("", "")) };
        let _ = writeln!(out, "{text}");
    }

    fn item(&self, out: &mut String, text: &str) {
        let text = if self.markdown { format!("- {}", escape(text)) } else { textwrap::fill(text, filled("- ", "  ")) };
        let _ = writeln!(out, "{text}");
    }

    /// Under an item.
    fn detail(&self, out: &mut String, text: &str) {
        let text =
            if self.markdown { format!("  - {}", escape(text)) } else { textwrap::fill(text, filled("  - ", "    ")) };
        let _ = writeln!(out, "{text}");
    }

    fn screen(&self, out: &mut String, screen: Option<&str>) {
        let Some(text) = screen else { return };
        self.heading(out, 2, "On the screen");
        self.item(out, &format!("\u{201c}{}\u{201d}", masked(text)));
        if let Some(found) = explain::find(text).first() {
            self.item(out, &format!("{} {}", found.message.side.sentence(), found.message.means));
        }
    }

    fn causes(&self, out: &mut String, report: &Report) {
        self.heading(out, 2, "What is wrong");
        let causes: Vec<_> = report.diagnosis.causes.iter().filter(|cause| cause.decides()).collect();
        if causes.is_empty() {
            self.item(out, "Nothing on this Mac or its network, as far as it could be checked.");
        }
        for cause in causes {
            self.item(out, &format!("{} ({}; {})", capitalised(&cause.statement), cause.id, cause.certainty.word()));
            let row = report.rows.iter().find(|row| row.check.id == cause.id);
            for line in row.into_iter().flat_map(evidence_lines) {
                self.detail(out, &line);
            }
        }
        for suspect in &report.diagnosis.suspects {
            self.item(out, &format!("Suspect: {}, because of {}", suspect.what, suspect.because.join(", ")));
        }
    }

    fn rows(&self, out: &mut String, report: &Report, heading: &str, wanted: impl Fn(&Row) -> bool) {
        let rows: Vec<&Row> = report.rows.iter().filter(|row| wanted(row)).collect();
        if rows.is_empty() {
            return;
        }
        self.heading(out, 2, heading);
        for row in rows {
            self.item(out, &format!("\u{201c}{}\u{201d}: {} ({})", row.check.title, row.verdict.saw, row.check.id));
        }
    }

    fn consequences(&self, out: &mut String, report: &Report) {
        let explained: Vec<&Row> = report.rows.iter().filter(|row| row.because_of.is_some()).collect();
        if explained.is_empty() {
            return;
        }
        self.heading(out, 2, "Not right either, and explained by that");
        for row in explained {
            let itself = row.verdict.evidence.iter().find(|evidence| evidence.label == "by itself");
            let saw = itself.map_or(&row.verdict.saw, |evidence| &evidence.value);
            self.item(out, &format!("\u{201c}{}\u{201d}: {saw} ({})", row.check.title, row.check.id));
            // An error number of Apple's is not lost because something else explains the row.
            for one in row.verdict.evidence.iter().filter(|one| one.label != "by itself") {
                self.detail(out, &format!("{}: {}", one.label, one.value));
            }
        }
    }

    /// The titles are statements that hold; read out in one go.
    fn well(&self, out: &mut String, report: &Report) {
        let rows = report.rows.iter().filter(|row| row.verdict.status == Status::Pass);
        let titles: Vec<&str> = rows.map(|row| row.check.title).collect();
        if !titles.is_empty() {
            self.heading(out, 2, "Checked and well");
            self.line(out, &format!("{}.", titles.join("; ")));
        }
    }

    fn paths(&self, out: &mut String, report: &Report) {
        self.heading(out, 2, "Ways to a code");
        for path in &report.diagnosis.paths {
            let word = match path.outlook {
                Outlook::Can => "works",
                Outlook::MightNot => "may not work",
                Outlook::Cannot => "does not work",
                Outlook::CannotTell => "not visible from here",
            };
            self.item(out, &format!("{}: {word} ({})", path.title, path.why));
        }
    }

    /// What IT or whoever runs the network must allow; only when the network is in question.
    fn it(&self, out: &mut String, report: &Report) {
        let groups = ["network/", "dns/", "tls/", "push/courier", "vpn/", "filters/"];
        let network = |cause: &&codesent_checks::diagnosis::Cause| {
            cause.decides() && groups.iter().any(|group| cause.id.starts_with(group))
        };
        if !report.diagnosis.causes.iter().any(|cause| network(&cause)) {
            return;
        }
        self.heading(out, 2, "For IT");
        self.item(out, "Push: TCP 5223, with 443 as the fallback, to 17.0.0.0/8 (names *.push.apple.com), not inspected. Apple 102266.");
        let names: Vec<&str> = hosts::SIGN_IN.iter().map(|host| host.name).collect();
        self.item(out, &format!("Sign-in: TCP 443 to {}, not inspected. Apple 101555.", names.join(", ")));
        self.item(
            out,
            "Apple\u{2019}s services refuse connections whose TLS is inspected, even with an installed root.",
        );
    }

    fn carrier(&self, out: &mut String) {
        self.heading(out, 2, "For the carrier");
        self.item(out, "Please check that texts from short codes and automated calls reach the number, and that no spam or premium block holds them back.");
        self.item(out, "Please check that the SIM was not replaced lately.");
    }
}

/// Somebody may paste a whole screen, with a number, an address or even a code on it: words with an @ and numbers are
/// masked, but for the numbers of errors. Those have a minus and three to five digits, which no verification code has, or
/// are known.
pub(crate) fn masked(text: &str) -> String {
    let mask = |word: &str| {
        let number = word.trim_matches(|letter: char| !letter.is_numeric());
        let before =
            word[..word.len() - word.trim_start_matches(|letter: char| !letter.is_numeric()).len()].chars().last();
        let digits = number.bytes().all(|byte| byte.is_ascii_digit());
        let negative = before.is_some_and(|letter| matches!(letter, '-' | '\u{2212}' | '\u{2013}' | '\u{ff0d}'));
        let of_an_error = digits && negative && (3..=5).contains(&number.len());
        // 503 is a code of Apple's gate and an area code too: only the longer ones are kept.
        let known = digits && (4..=5).contains(&number.len()) && !explain::find(number).is_empty();
        let personal = word.contains('@') || !(number.is_empty() || of_an_error || known);
        if personal { "\u{2022}\u{2022}\u{2022}".to_owned() } else { word.to_owned() }
    };
    let harmful = |letter: char| letter.is_control() || letter == char::REPLACEMENT_CHARACTER;
    let clean = crate::redact::without_controls(text).replace(harmful, " ");
    clean.split_whitespace().map(mask).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_pasted_from_the_screen_is_masked_but_for_known_codes() {
        let text = masked("Sent to +1 (503) 555-0199 for j.doe@example.com, code 123456, error \u{2212}28248");
        assert_eq!(
            text,
            "Sent to \u{2022}\u{2022}\u{2022} \u{2022}\u{2022}\u{2022} \u{2022}\u{2022}\u{2022} for \u{2022}\u{2022}\u{2022} \
             code \u{2022}\u{2022}\u{2022} error \u{2212}28248"
        );
    }

    #[test]
    fn error_numbers_stay_and_codes_go() {
        for (text, shown) in [
            ("error -20999", "error -20999"),
            ("(\u{2212}8026)", "(\u{2212}8026)"),
            ("-123456", "\u{2022}\u{2022}\u{2022}"),
            ("123456", "\u{2022}\u{2022}\u{2022}"),
            ("\u{ff11}\u{ff12}\u{ff13}\u{ff14}\u{ff15}\u{ff16}", "\u{2022}\u{2022}\u{2022}"),
            ("+1-503-555-0199", "\u{2022}\u{2022}\u{2022}"),
        ] {
            assert_eq!(masked(text), shown, "{text}");
        }
    }
}
