//! What goes around the program: man pages, and the schema of its JSON. All of it is made from the
//! definition of the command line and of the JSON types, so it cannot fall behind.

use crate::cli::{Arguments, Documented, ManOptions, SchemaOptions};
use crate::{aside, wrap, written};
use anyhow::{Context, Result, bail};
use clap::CommandFactory;
use std::io::Write;

pub(crate) const NAME: &str = "codesent";
/// Of the man pages: when what they say was last looked over.
const DATE: &str = "2026-11-26";

/// Of a line in a man page: `mandoc -T lint` warns of more than 80 bytes, and some letters take eight.
const LONGEST_LINE: usize = 60;

/// Prints one man page, or writes all of them into a folder.
pub(crate) fn man(options: &ManOptions) -> Result<u8> {
    let pages = pages()?;
    if let Some(folder) = &options.dir {
        aside::make_folder(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        for (name, page) in &pages {
            let path = folder.join(format!("{name}.1"));
            written::write(&path, page)?;
        }
        return Ok(0);
    }
    let wanted = options.command.as_ref().map_or(NAME.to_owned(), |command| format!("{NAME}-{command}"));
    let Some((_, page)) = pages.iter().find(|(name, _)| *name == wanted) else {
        bail!("there is no page `{wanted}`; there are {}", names(&pages));
    };
    std::io::stdout().write_all(page)?;
    Ok(0)
}

fn names(pages: &[(String, Vec<u8>)]) -> String {
    pages.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
}

/// A page for the program and one for each subcommand.
fn pages() -> Result<Vec<(String, Vec<u8>)>> {
    let mut whole = Arguments::command().disable_help_subcommand(true);
    whole.build();
    let mut commands = vec![(NAME.to_owned(), whole.clone())];
    for subcommand in whole.get_subcommands().filter(|command| !command.is_hide_set()) {
        let name = format!("{NAME}-{}", subcommand.get_name());
        commands.push((name, subcommand.clone()));
    }
    commands
        .into_iter()
        .map(|(name, command)| {
            let mut page = Vec::new();
            let man = clap_mangen::Man::new(command).title(name.to_uppercase()).date(DATE).manual("codesent");
            man.render(&mut page)?;
            // After the options; what every page has in common.
            let text = tidy(&String::from_utf8(page)?) + &sections(&name);
            Ok((name, text.into_bytes()))
        })
        .collect()
}

/// Without breaks beside blank lines and blanks at ends, of which `mandoc -T lint` warns.
fn tidy(page: &str) -> String {
    let lines: Vec<&str> = page.lines().map(str::trim_end).collect();
    let blank = |at: usize| lines.get(at).is_some_and(|line| matches!(*line, "" | ".sp"));
    let kept =
        lines.iter().enumerate().filter(|(at, line)| **line != ".br" || !(blank(at + 1) || *at > 0 && blank(at - 1)));
    kept.flat_map(|(_, line)| broken(line)).map(|line| line + "\n").collect()
}

/// A paragraph on lines of its own; a request stays on one.
fn broken(line: &str) -> Vec<String> {
    if line.starts_with('.') {
        return vec![line.to_owned()];
    }
    // A line that would begin like a request has something of no width before it.
    let safe = |line: String| if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line };
    wrap::lines(line, LONGEST_LINE, "", "").into_iter().map(safe).collect()
}

/// The sections that no definition of a command line holds.
fn sections(name: &str) -> String {
    let examples: &[(&str, &str)] = match name {
        "codesent" | "codesent-check" => &[
            ("codesent", "Whether this Mac can get the code, and if not, why and how to get in now."),
            ("codesent check dns tls", "Two groups alone, row by row."),
            ("codesent check --record mac.json", "The answers, redacted, for somebody else."),
            ("codesent check --replay mac.json --json", "Their report, for a program."),
        ],
        "codesent-guide" => &[("codesent guide --save plan.md", "Questions, and a plan that is kept.")],
        "codesent-explain" => &[
            ("codesent explain verification failed", "What the words on the screen mean."),
            ("codesent explain dns/sinkhole", "What a check looks at, and why."),
        ],
        "codesent-report" => &[("codesent report --bundle mac.zip", "Page, recording and version for a ticket.")],
        "codesent-compare" => &[
            (
                "codesent check --record here.json",
                "Here; then the same on the phone\u{2019}s hotspot, into there.json.",
            ),
            ("codesent compare here.json there.json", "What changed, and what that says."),
            ("codesent compare yesterday.json -", "Yesterday and now."),
        ],
        "codesent-open" => &[("codesent open clock", "The pane for date and time.")],
        _ => &[],
    };
    let mut text = String::new();
    if !examples.is_empty() {
        text.push_str(".SH EXAMPLES\n");
    }
    text.extend(examples.iter().map(|(command, what)| entry(command, what)));
    text.push_str(".SH \"EXIT STATUS\"\n");
    let compared = name == "codesent-compare";
    let codes = [
        ("0", if compared { "No row changed." } else { "Nothing failed." }),
        (
            "1",
            if compared { "A row changed." } else { "Something failed; with --strict also a warning or an unknown." },
        ),
        ("2", "The command line was wrong, or codesent itself could not run."),
        ("3", "Nothing failed, but something could not be determined."),
        ("130", "It was stopped."),
    ];
    text.extend(codes.map(|(code, what)| entry(code, what)));
    text.push_str(".SH ENVIRONMENT\n");
    let variables = [
        ("NO_COLOR, CLICOLOR, CLICOLOR_FORCE", "Whether colour is used where --color does not say."),
        ("LC_ALL, LC_CTYPE, LANG", "Where they do not name UTF-8, everything is ASCII."),
        ("GITHUB_STEP_SUMMARY", "The file that --format github appends its summary to."),
    ];
    text.extend(variables.map(|(name, what)| entry(name, what)));
    text.push_str(".SH FILES\n");
    text.push_str(&roff("codesent has no files of its own. What it reads is listed in docs/commands.md."));
    text + "\n"
}

/// A term and what it means.
fn entry(term: &str, meaning: &str) -> String {
    format!(".TP\n\\fB{}\\fR\n{}\n", roff(term), roff(meaning))
}

/// Hyphens that are copied stay hyphens, and no line is taken for a request.
fn roff(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq")
}

/// Prints the JSON Schema of a command.
pub(crate) fn schema(options: &SchemaOptions) -> Result<u8> {
    let text = schema_for(options.of)?;
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(0)
}

fn schema_for(of: Documented) -> Result<String> {
    match of {
        Documented::Check => crate::report::schema(),
        Documented::Compare => crate::report::schema_of::<crate::compare::Document<'static>>(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_page_for_the_program_and_each_subcommand_but_none_for_hidden_ones() {
        let pages = pages().unwrap();
        let command = Arguments::command();
        let shown = command.get_subcommands().filter(|command| !command.is_hide_set()).count();
        assert_ne!(shown, command.get_subcommands().count(), "verify is hidden");
        assert_eq!(pages.len(), shown + 1);
        for (name, page) in &pages {
            let text = String::from_utf8_lossy(page);
            assert!(text.contains(&format!(".TH {} 1 ", name.to_uppercase())), "{name}: {text}");
            for section in ["NAME", "SYNOPSIS", "\"EXIT STATUS\"", "ENVIRONMENT", "FILES"] {
                assert!(text.contains(&format!(".SH {section}")), "{name} has no {section}");
            }
        }
    }

    #[test]
    fn the_committed_schema_is_the_current_one() {
        for (of, name) in [(Documented::Check, "schema-v1.json"), (Documented::Compare, "compare-schema-v1.json")] {
            let path = format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"));
            let current = schema_for(of).unwrap();
            // CODESENT_BLESS=1 cargo test writes it anew.
            if std::env::var_os("CODESENT_BLESS").is_some() {
                std::fs::write(&path, &current).unwrap();
            }
            let committed = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(committed == current, "docs/{name} is old: CODESENT_BLESS=1 cargo test writes it anew");
        }
    }
}
