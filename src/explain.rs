//! `codesent explain`: what a check, a fix or the message on the screen means, and what the usual advice is worth. Nothing
//! is asked of anybody.

use crate::cli::{Color, ExplainOptions};
use crate::report::{fix_lines, is_to_copy};
use crate::select::suggestion;
use crate::terminal::{Style, to_ascii};
use anyhow::{Result, bail};
use codesent_checks::diagnosis::{DO_NOT, DoNot};
use codesent_checks::explain::{Found, Match, advice, find as find_message};
use codesent_checks::fix::catalogue;
use codesent_checks::{Check, Fix, Group, Question, find};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write as _;

/// Prints what was asked for.
pub(crate) fn run(options: &ExplainOptions) -> Result<u8> {
    let what = options.what.join(" ");
    let style = Style::detect(Color::Never, false);
    let page = Page { width: style.width.min(80) };
    let text = if let Some(check) = find(what.trim()) {
        if options.json { pretty(&check_json(check))? } else { page.check(check) }
    } else if let Some(group) = codesent_checks::ALL.iter().find(|group| group.id == what.trim()) {
        let checks = || group.checks.iter().map(check_json).collect::<Vec<_>>();
        if options.json { pretty(&Value::from(checks()))? } else { page.group(group) }
    } else if let Some(fix) = catalogue::find(what.trim()) {
        if options.json { pretty(&fix_json(fix))? } else { page.one_fix(fix) }
    } else if let Some(one) = DO_NOT.iter().find(|one| one.id == what.trim()) {
        if options.json { pretty(&do_not_json(one))? } else { page.do_not(one) }
    } else if what.trim() == "advice" {
        if options.json {
            pretty(&Value::from(advice::ALL.iter().map(advice_json).collect::<Vec<_>>()))?
        } else {
            page.advice()
        }
    } else {
        let matches = find_message(&what);
        if matches.is_empty() {
            bail!("neither a check nor a message that codesent knows: `{what}`{}", hint(&what));
        }
        if options.json {
            pretty(&Value::from(matches.iter().map(message_json).collect::<Vec<_>>()))?
        } else {
            page.messages(&matches)
        }
    };
    std::io::stdout().write_all(if style.ascii { to_ascii(&text) } else { text }.as_bytes())?;
    Ok(0)
}

/// An id that is nearly right gets a suggestion, words get another way on.
fn hint(what: &str) -> String {
    if what.contains(char::is_whitespace) || what.trim_start_matches(['-', '\u{2212}']).parse::<u32>().is_ok() {
        "; `codesent guide` helps without it".into()
    } else {
        suggestion(what)
    }
}

fn pretty(value: &Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

struct Page {
    width: usize,
}

impl Page {
    fn wrapped(&self, text: &str, first: &str, rest: &str) -> String {
        let options = textwrap::Options::new(self.width).initial_indent(first).subsequent_indent(rest);
        // A link must survive copying.
        textwrap::fill(text, options.break_words(false).word_splitter(textwrap::WordSplitter::NoHyphenation))
    }

    fn paragraph(&self, out: &mut String, heading: &str, body: &str) {
        let _ = writeln!(out, "{heading}\n{}\n", self.wrapped(body, "  ", "  "));
    }

    /// What a group holds.
    fn group(&self, group: &Group) -> String {
        let mut out = format!("{}\n\n", group.title);
        for check in group.checks {
            let _ = writeln!(out, "{}", self.wrapped(&format!("{}: {}", check.id, check.title), "  ", "    "));
        }
        let _ =
            writeln!(out, "\ncodesent explain {}/NAME says more of one; codesent check {0} looks at these.", group.id);
        out
    }

    fn fix(&self, out: &mut String, fix: &Fix) {
        for line in fix_lines(fix, None) {
            let line = if is_to_copy(&line) { format!("  {line}") } else { self.wrapped(&line, "  ", "     ") };
            let _ = writeln!(out, "{line}");
        }
    }

    fn check(&self, check: &Check) -> String {
        let mut out = format!("{}\n{}\n\n", check.title, check.id);
        self.paragraph(&mut out, "Why it matters", check.why);
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
        let _ = writeln!(out, "\nWhat to do when it is not so");
        self.fix(&mut out, check.fix);
        out
    }

    fn one_fix(&self, fix: &Fix) -> String {
        let mut out = format!("{}\n{}\n\n", self.wrapped(fix.title, "", ""), fix.id);
        self.fix(&mut out, fix);
        out
    }

    fn do_not(&self, one: &DoNot) -> String {
        format!(
            "{}\n{}\n\n{}\n  Risk:    {}\n",
            self.wrapped(one.what, "", ""),
            one.id,
            self.wrapped(one.why, "  ", "  "),
            one.risk.word()
        )
    }

    /// The usual ten steps, each with where to read on.
    fn advice(&self) -> String {
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

    /// One message in full; several as a choice, each with what tells it from the others.
    fn messages(&self, matches: &[Match]) -> String {
        if let [one] = matches {
            return self.message(one);
        }
        let mut out = String::from("Several messages are like that. Which one is on your screen?\n\n");
        for one in matches {
            let message = one.message;
            let _ = writeln!(out, "{}", self.wrapped(&name_of(one), "  ", "  "));
            let _ = writeln!(out, "{}", self.wrapped(message.side.sentence(), "    ", "    "));
            if let Some(first) = message.todo.first() {
                let _ = writeln!(out, "{}", self.wrapped(first, "    ", "    "));
            }
            out.push('\n');
        }
        out.push_str("Type more of it, or its number, to see the whole answer.\n");
        out
    }

    fn message(&self, one: &Match) -> String {
        let message = one.message;
        let mut out = String::new();
        if one.is_loose() {
            out.push_str(
                "The nearest message that codesent knows; if yours says something else, it may be another:\n\n",
            );
        }
        let _ = writeln!(out, "{}\n", self.wrapped(&name_of(one), "", ""));
        let _ = writeln!(out, "{}\n", self.wrapped(message.side.sentence(), "  ", "  "));
        self.paragraph(&mut out, "What it means", message.means);
        let _ = writeln!(out, "What to do");
        for (at, step) in message.todo.iter().enumerate() {
            let _ = writeln!(out, "{}", self.wrapped(step, &format!("  {}. ", at + 1), "     "));
        }
        let _ = writeln!(out, "\n{}", message.fix.title);
        self.fix(&mut out, message.fix);
        out.push('\n');
        let source = format!("{}: {}", message.certainty.word(), message.certainty.source());
        self.paragraph(&mut out, "How sure that is", &source);
        let _ = writeln!(out, "{}", self.wrapped(codesent_checks::diagnosis::ANTI_SCAM, "", ""));
        out
    }
}

/// Its wording and number, or the number alone.
fn name_of(one: &Match) -> String {
    let number = match one.by {
        Found::Code(code) => Some(code),
        Found::Words(_) => one.message.codes.first().copied(),
    };
    let text = one.text.map(|text| format!("\u{201c}{text}\u{201d}"));
    match (text, number) {
        (Some(text), Some(number)) => format!("{text} ({number})"),
        (Some(text), None) => text,
        (None, number) => format!("Code {}", number.unwrap_or_default()),
    }
}

fn check_json(check: &Check) -> Value {
    json!({
        "id": check.id,
        "title": check.title,
        "why": check.why,
        "certainty": { "word": check.certainty.word(), "source": check.certainty.source() },
        "asks": check.questions().map(Question::key).collect::<Vec<_>>(),
        "after": check.explained_by().collect::<Vec<_>>(),
        "fix": check.fix.id,
    })
}

fn fix_json(fix: &Fix) -> Value {
    json!({
        "id": fix.id,
        "title": fix.title,
        "steps": fix.steps_for(None).collect::<Vec<_>>(),
        "link": fix.link_for(None),
        "command": fix.command,
        "article": fix.article_url(),
        "risk": fix.risk.word(),
        "confirm": fix.confirm,
    })
}

fn do_not_json(one: &DoNot) -> Value {
    json!({ "id": one.id, "what": one.what, "why": one.why, "risk": one.risk.word() })
}

fn advice_json(one: &advice::Advice) -> Value {
    json!({
        "told": one.told,
        "judged": one.judged,
        "checks": one.checks,
        "fixes": one.fixes,
        "do_not": one.do_not,
    })
}

fn message_json(one: &Match) -> Value {
    let message = one.message;
    json!({
        "id": message.id,
        "texts": message.texts,
        "codes": message.codes,
        "side": message.side.word(),
        "means": message.means,
        "todo": message.todo,
        "fix": message.fix.id,
        "article": message.fix.article_url(),
        "certainty": { "word": message.certainty.word(), "source": message.certainty.source() },
    })
}
