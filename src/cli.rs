//! The command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::time::Duration;

/// Tells in seconds whether this Mac can get an Apple Account verification code, and if not, why and what to do now.
///
/// It only reads, needs no administrator, never asks for a password or a code, and never causes a code to be sent.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    /// What to do; without one: check.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// The options of `check`, which is also what runs without a subcommand.
    #[command(flatten)]
    pub(crate) check: CheckOptions,
}

const EXIT_CODES: &str = "Exit codes: 0 nothing failed \u{b7} 1 something failed \u{b7} 2 usage or tool error \u{b7} \
                          3 nothing failed, but something could not be determined";

/// The subcommands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check this Mac (the default)
    #[command(after_help = EXIT_CODES)]
    Check(Box<CheckOptions>),
    /// List every check
    List(ListOptions),
    /// Explain a check: what it means, how sure that is, what it reads or contacts, what to do
    Explain(ExplainOptions),
    /// Print completions for a shell
    Completions(CompletionOptions),
    /// Print a man page, or write all of them
    Man(ManOptions),
    /// Print the JSON Schema of `check --json`
    Schema,
}

/// The options of `codesent check`.
#[expect(clippy::struct_excessive_bools, reason = "every one is a flag of the command line")]
#[derive(Args, Debug)]
pub(crate) struct CheckOptions {
    /// Only these checks or groups (see `codesent list`)
    #[arg(value_name = "ID|GROUP")]
    pub(crate) only: Vec<String>,
    /// Leave these checks or groups out
    #[arg(long, value_name = "ID|GROUP", value_delimiter = ',')]
    pub(crate) skip: Vec<String>,
    /// Ask nothing of the network
    #[arg(long)]
    pub(crate) offline: bool,
    /// End the run after this long; what has no answer by then is "unknown"
    #[arg(long, value_name = "TIME", default_value = "10s", value_parser = parse_duration)]
    pub(crate) timeout: Duration,
    /// How to print the report
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    pub(crate) json: bool,
    /// Write the report to a file instead
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Count warnings and unknowns as failures (exit code 1)
    #[arg(long)]
    pub(crate) strict: bool,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Show the evidence behind every row
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// Show account names, numbers and addresses instead of masking them (never in recordings)
    #[arg(long)]
    pub(crate) show_personal: bool,
    /// Write the answers, redacted, so that somebody else can look at them with --replay
    #[arg(long, value_name = "FILE", conflicts_with = "replay")]
    pub(crate) record: Option<PathBuf>,
    /// Judge a recording instead of this machine (- reads standard input)
    #[arg(long, value_name = "FILE")]
    pub(crate) replay: Option<PathBuf>,
    /// Read the system's files under this folder (another volume, a backup)
    #[arg(long, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,
    /// Read this home folder instead of your own
    #[arg(long, value_name = "DIR")]
    pub(crate) home: Option<PathBuf>,
    /// Use this address for a host and port, as curl does (may be repeated)
    #[arg(long, value_name = "HOST:PORT:ADDR[:PORT]")]
    pub(crate) resolve: Vec<crate::gather::Redirect>,
    /// Trust only the certificates in this file, as curl does
    #[arg(long, value_name = "FILE")]
    pub(crate) cacert: Option<PathBuf>,
}

/// The options of `codesent list`.
#[derive(Args, Debug)]
pub(crate) struct ListOptions {
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// The options of `codesent explain`.
#[derive(Args, Debug)]
pub(crate) struct ExplainOptions {
    /// The check's id
    #[arg(value_name = "ID")]
    pub(crate) id: String,
}

/// The options of `codesent completions`.
#[derive(Args, Debug)]
pub(crate) struct CompletionOptions {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// The options of `codesent man`.
#[derive(Args, Debug)]
pub(crate) struct ManOptions {
    /// The subcommand to print the page of; without one, of the program
    pub(crate) command: Option<String>,
    /// Write every page into this folder instead
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    pub(crate) dir: Option<PathBuf>,
}

/// The shells with completions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "their names say it")]
pub(crate) enum Shell {
    Bash,
    Zsh,
    Fish,
    Nushell,
    Elvish,
    Powershell,
}

/// How to print the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Table,
    /// For programs (see `codesent schema`)
    Json,
    /// One line: outlook, headline, counts
    Line,
    /// For a ticket
    Markdown,
    /// One file for a browser or a printer
    Html,
    /// For CI systems
    Junit,
    /// For test harnesses
    Tap,
    /// For the node_exporter textfile collector
    Prometheus,
    /// Annotations and a job summary for GitHub Actions
    Github,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl CheckOptions {
    /// The format, with `--json` counted in.
    pub(crate) fn format(&self) -> Format {
        if self.json { Format::Json } else { self.format }
    }
}

/// `10s`, `1500ms`, `2m`, `10`.
pub(crate) fn parse_duration(text: &str) -> Result<Duration, String> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let number: u64 = digits.parse().map_err(|_| format!("`{text}` is not a time such as 10s"))?;
    let milliseconds = match &text[digits.len()..] {
        "ms" => number,
        "" | "s" => number.saturating_mul(1000),
        "m" => number.saturating_mul(60_000),
        unit => return Err(format!("`{unit}` is not a unit of time; use ms, s or m")),
    };
    match milliseconds {
        0 => Err("the time must be more than nothing".into()),
        1..=3_600_000 => Ok(Duration::from_millis(milliseconds)),
        _ => Err("the time must be at most an hour".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn times_are_read_and_nonsense_is_refused() {
        assert_eq!(parse_duration("10s"), Ok(Duration::from_secs(10)));
        assert_eq!(parse_duration("250ms"), Ok(Duration::from_millis(250)));
        assert_eq!(parse_duration("3"), Ok(Duration::from_secs(3)));
        for bad in ["", "s", "0", "10 s", "-1s", "1h", "99999999999999999999s", "61m"] {
            assert!(parse_duration(bad).is_err(), "{bad}");
        }
    }
}
