//! `codesent list` and `codesent explain`: what the program knows, without asking anything.

use crate::cli::{ExplainOptions, ListOptions};
use crate::select::suggestion;
use anyhow::{Result, bail};
use codesent_checks::{ALL, all, find};
use std::fmt::Write as _;
use std::io::Write as _;

/// Prints every check.
pub(crate) fn list(options: &ListOptions) -> Result<u8> {
    let text = if options.json {
        let rows: Vec<_> = all()
            .map(|check| {
                serde_json::json!({
                    "id": check.id,
                    "group": check.id.split('/').next(),
                    "title": check.title,
                    "after": check.after,
                    "asks": check.asks.iter().map(codesent_checks::Question::key).collect::<Vec<_>>(),
                })
            })
            .collect();
        serde_json::to_string_pretty(&rows)? + "\n"
    } else {
        let width = all().map(|check| check.id.len()).max().unwrap_or(0);
        let mut text = String::new();
        for group in ALL {
            let _ = writeln!(text, "{}", group.title);
            for check in group.checks {
                let _ = writeln!(text, "  {:width$}  {}", check.id, check.title);
            }
        }
        text
    };
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(0)
}

/// Prints what one check means.
pub(crate) fn explain(options: &ExplainOptions) -> Result<u8> {
    let Some(check) = find(&options.id) else {
        bail!("there is no check `{}`{}", options.id, suggestion(&options.id));
    };
    let mut text = format!("{}\n{}\n\n", check.title, check.id);
    let mut paragraph = |heading: &str, body: &str| {
        let indented = textwrap::Options::new(78).initial_indent("  ").subsequent_indent("  ");
        let _ = writeln!(text, "{heading}\n{}\n", textwrap::fill(body, indented));
    };
    paragraph("Why it matters", check.why);
    paragraph("How sure that is", &format!("{}: {}", check.certainty.word(), check.certainty.source()));
    let _ = writeln!(text, "What it reads or contacts");
    for question in check.asks {
        let indented = textwrap::Options::new(78).initial_indent("  - ").subsequent_indent("    ");
        let _ = writeln!(text, "{}", textwrap::fill(&question.in_words(), indented));
    }
    if !check.after.is_empty() {
        let _ = writeln!(text, "\nExplained by these, when one of them fails\n  {}", check.after.join(", "));
    }
    let _ = writeln!(text, "\nWhat to do when it is not so");
    for line in crate::report::fix_lines(check.fix, None) {
        let indented = textwrap::Options::new(78).initial_indent("  ").subsequent_indent("     ");
        let _ = writeln!(text, "{}", textwrap::fill(&line, indented));
    }
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(0)
}
