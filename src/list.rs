//! `codesent list`: what the program knows, without asking anything.

use crate::cli::ListOptions;
use crate::terminal::Style;
use anyhow::Result;
use codesent_checks::{ALL, all, is_on_request};
use std::fmt::Write as _;
use std::io::Write as _;

/// Prints every check.
pub(crate) fn run(options: &ListOptions) -> Result<u8> {
    let text = if options.json {
        let rows: Vec<_> = all()
            .map(|check| {
                serde_json::json!({
                    "id": check.id,
                    "group": check.id.split('/').next(),
                    "title": check.title,
                    "on_request": is_on_request(check),
                    "after": check.explained_by().collect::<Vec<_>>(),
                    "asks": check.questions().map(codesent_checks::Question::key).collect::<Vec<_>>(),
                })
            })
            .collect();
        serde_json::to_string_pretty(&rows)? + "\n"
    } else {
        let width = all().map(|check| check.id.len()).max().unwrap_or(0);
        let style = Style::detect(options.color, false);
        let mut text = String::new();
        for group in ALL {
            let _ = writeln!(text, "{}", style.bold(group.title));
            for check in group.checks {
                let _ = writeln!(text, "  {:width$}  {}", check.id, check.title);
            }
        }
        style.shown(&text)
    };
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(0)
}
