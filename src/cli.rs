//! The command line.

mod around;

pub(crate) use around::{
    CompareOptions, CompletionOptions, Documented, ExplainOptions, ListOptions, ManOptions, OpenOptions, SchemaOptions,
    Shell, VerifyOptions,
};

use crate::help_words::{AFTER_HELP, BEFORE_HELP};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use codesent_checks::guide::{Account, Asked, Device, Happens, Number, Place, Prepared};
use serde::de::DeserializeOwned;
use std::path::PathBuf;
use std::time::Duration;

/// Tells in seconds whether this Mac can get an Apple Account verification code, and if not, why and what to do now.
///
/// It only reads, needs no administrator, never asks for a password or a code, and never causes a code to be sent.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true)]
#[command(before_help = BEFORE_HELP, after_help = AFTER_HELP, after_long_help = EXIT_CODES)]
pub(crate) struct Arguments {
    /// What to do; without one: check.
    #[command(subcommand)]
    pub(crate) command: Option<Action>,
    /// The options of `check`, which is also what runs without a subcommand.
    #[command(flatten)]
    pub(crate) check: CheckOptions,
}

impl Arguments {
    /// Whether what is personal may be shown.
    pub(crate) fn shows_personal(&self) -> bool {
        match &self.command {
            None => self.check.show_personal,
            Some(Action::Check(options)) => options.show_personal,
            Some(_) => false,
        }
    }
}

const EXIT_CODES: &str = "Exit codes: 0 nothing failed \u{b7} 1 something failed \u{b7} 2 usage or tool error \u{b7} \
                          3 nothing failed, but something could not be determined \u{b7} 130 stopped";

const EXPLAIN_HELP: &str = "Exit codes: 0 recognised \u{b7} 2 usage or tool error \u{b7} 3 nothing known fits; what helps in \
                            most cases is printed";
const COMPARE_HELP: &str =
    "Exit codes: 0 nothing changed \u{b7} 1 something changed \u{b7} 2 usage or tool error \u{b7} 130 stopped";
/// How long a run may take where nobody says it.
const TIMEOUT: Duration = Duration::from_secs(10);
const WHAT: &str = "What to check";
const PRINT: &str = "What to print";
const ANSWERS: &str = "Where the answers come from";

/// The subcommands.
#[derive(Debug, Subcommand)]
pub(crate) enum Action {
    /// Check this Mac (the default)
    #[command(after_help = EXIT_CODES)]
    Check(Box<CheckOptions>),
    /// Explain the message or error number on your screen
    ///
    /// Also what happens to you in your own words, a check, or a fix.
    #[command(after_help = EXPLAIN_HELP)]
    Explain(ExplainOptions),
    /// Answer at most six questions that no Mac can see, and get a plan
    #[command(after_help = EXIT_CODES)]
    Guide(GuideOptions),
    /// Write a page for Apple Support, the carrier or IT
    #[command(after_help = EXIT_CODES)]
    Report(PageOptions),
    /// Compare two recordings: here and on the hotspot, yesterday and today
    #[command(after_help = COMPARE_HELP)]
    Compare(CompareOptions),
    /// Open the place in System Settings where a fix is done
    Open(OpenOptions),
    /// List every check
    List(ListOptions),
    /// Print completions for a shell
    Completions(CompletionOptions),
    /// Print a man page, or write all of them
    Man(ManOptions),
    /// Print the JSON Schema of `check --json`, or of `compare --json`
    Schema(SchemaOptions),
    /// Show every question with its answer and how it was read, for who develops codesent
    #[command(hide = true)]
    Verify(VerifyOptions),
}

/// The options of `codesent check`.
#[expect(clippy::struct_excessive_bools, reason = "every one is a flag of the command line")]
#[derive(Args, Clone, Debug)]
pub(crate) struct CheckOptions {
    /// Only these checks or groups (see `codesent list`)
    #[arg(value_name = "ID|GROUP", hide_short_help = true)]
    pub(crate) only: Vec<String>,
    /// Leave these checks or groups out
    #[arg(long, value_name = "ID|GROUP", value_delimiter = ',')]
    #[arg(help_heading = WHAT, hide_short_help = true)]
    pub(crate) skip: Vec<String>,
    /// How to print the report
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Table)]
    #[arg(help_heading = PRINT)]
    pub(crate) format: Format,
    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    #[arg(help_heading = PRINT, hide_short_help = true)]
    pub(crate) json: bool,
    /// Write the report to a file instead (- is standard output)
    #[arg(long, value_name = "FILE")]
    #[arg(help_heading = PRINT, hide_short_help = true)]
    pub(crate) output: Option<PathBuf>,
    /// Count warnings and unknowns as failures (exit code 1)
    #[arg(long)]
    #[arg(help_heading = WHAT, hide_short_help = true)]
    pub(crate) strict: bool,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    #[arg(help_heading = PRINT, hide_short_help = true)]
    pub(crate) color: Color,
    /// Show every row, and the evidence behind it
    #[arg(long, short)]
    #[arg(help_heading = PRINT)]
    pub(crate) verbose: bool,
    /// Show account names, numbers and addresses instead of masking them (never in recordings)
    #[arg(long)]
    #[arg(help_heading = PRINT, hide_short_help = true)]
    pub(crate) show_personal: bool,
    /// Write the answers, redacted, so that somebody else can look at them with --replay (- is standard output)
    #[arg(long, value_name = "FILE", conflicts_with = "replay")]
    #[arg(help_heading = ANSWERS, hide_short_help = true)]
    pub(crate) record: Option<PathBuf>,
    /// Check again and again (every 30s, or as often as said) and print what changes, until all is well or Ctrl-C
    #[arg(long, value_name = "TIME", num_args = 0..=1, default_missing_value = "30s", value_parser = parse_duration,
          conflicts_with_all = ["json", "format", "output", "record", "past_vpn", "deep"])]
    #[arg(help_heading = WHAT, hide_short_help = true)]
    pub(crate) watch: Option<Duration>,
    /// Wait until the code can come, at most this long; exit code 0 when it can, 1 when the time is up
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    #[arg(conflicts_with_all = ["watch", "record", "past_vpn"], help_heading = WHAT, hide_short_help = true)]
    pub(crate) wait: Option<Duration>,
    /// Where the answers come from.
    #[command(flatten)]
    pub(crate) source: Source,
}

/// Where the answers come from: this machine, another volume, or a recording.
#[expect(clippy::struct_excessive_bools, reason = "every one is a flag of the command line")]
#[derive(Args, Clone, Debug)]
pub(crate) struct Source {
    /// Ask nothing of the network
    #[arg(long, help_heading = ANSWERS)]
    pub(crate) offline: bool,
    /// Also try past a VPN, to prove whether it is the reason (shows Apple and this network your own address)
    #[arg(long, conflicts_with = "replay", hide_short_help = true)]
    pub(crate) past_vpn: bool,
    /// Also read what Apple’s daemons wrote into macOS’s log in the last 15 minutes (takes up to a minute; administrators)
    #[arg(long, hide_short_help = true, help_heading = WHAT)]
    pub(crate) deep: bool,
    /// End the run after this long (10s; with --deep, a minute for the log); what has no answer by then is "unknown"
    #[arg(long = "timeout", value_name = "TIME", value_parser = parse_duration)]
    #[arg(help_heading = ANSWERS, hide_short_help = true)]
    pub(crate) own_timeout: Option<Duration>,
    /// Judge a recording instead (- reads standard input)
    #[arg(long, value_name = "FILE", help_heading = ANSWERS)]
    pub(crate) replay: Option<PathBuf>,
    /// Read the system's files under this folder (another volume, a backup)
    #[arg(long, value_name = "DIR")]
    #[arg(help_heading = ANSWERS, hide_short_help = true)]
    pub(crate) root: Option<PathBuf>,
    /// Read this home folder instead of your own
    #[arg(long, value_name = "DIR")]
    #[arg(help_heading = ANSWERS, hide_short_help = true)]
    pub(crate) home: Option<PathBuf>,
    /// Use this address for a host and port, as curl does (may be repeated)
    #[arg(long, value_name = "HOST:PORT:ADDR[:PORT]")]
    #[arg(help_heading = ANSWERS, hide_short_help = true)]
    pub(crate) resolve: Vec<crate::gather::Redirect>,
    /// Trust only the certificates in this file, as curl does
    #[arg(long, value_name = "FILE")]
    #[arg(help_heading = ANSWERS, hide_short_help = true)]
    pub(crate) cacert: Option<PathBuf>,
    /// Draw no progress.
    #[arg(skip)]
    pub(crate) quiet: bool,
    /// What the sign-in server was asked in earlier rounds.
    #[arg(skip)]
    pub(crate) sparing: std::sync::Arc<crate::gather::Sparing>,
}

/// What the person answers; `codesent guide` asks for the rest.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Telling {
    /// Which screen asks for the code
    #[arg(long = "where", value_parser = one_of::<Place>(&["this-mac", "iphone", "web", "tv", "windows", "program", "setup"]))]
    pub(crate) place: Option<Place>,
    /// Whether you asked for the code yourself
    #[arg(long, value_parser = one_of::<Asked>(&["yes", "no", "somebody"]))]
    pub(crate) asked: Option<Asked>,
    /// What kind of account it is
    #[arg(long, value_parser = one_of::<Account>(&["personal", "child", "work", "security-key", "no-two-factor"]))]
    pub(crate) account: Option<Account>,
    /// Whether another device is signed in with the same Apple Account
    #[arg(long, value_parser = one_of::<Device>(&["here", "elsewhere", "no"]))]
    pub(crate) other_device: Option<Device>,
    /// How it stands with the trusted number
    #[arg(long, value_parser = one_of::<Number>(&["works", "no-texts", "abroad", "lost", "gone", "no-service"]))]
    pub(crate) number: Option<Number>,
    /// What was set up for such a day
    #[arg(long, value_parser = one_of::<Prepared>(&["contact", "key", "key-lost", "no"]))]
    pub(crate) prepared: Option<Prepared>,
    /// What happens
    #[arg(long, value_parser = one_of::<Happens>(&["nothing", "refused", "too-many", "number-refused", "no-digits", "no-field", "locked", "password", "passkey", "delay"]))]
    pub(crate) happens: Option<Happens>,
    /// What the screen says, or the error number it shows; never a verification code
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) screen: Option<String>,
    /// Read the answers from a JSON file (- reads standard input)
    #[arg(long, value_name = "FILE")]
    pub(crate) answers: Option<PathBuf>,
}

/// The options of `codesent guide`. What is answered here is not asked.
#[derive(Args, Debug)]
pub(crate) struct GuideOptions {
    /// What is answered already.
    #[command(flatten)]
    pub(crate) telling: Telling,
    /// Ask nothing: plan with what is known
    #[arg(long)]
    pub(crate) no_questions: bool,
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Also write the plan to a file (Markdown); - prints it instead
    #[arg(long, value_name = "FILE")]
    pub(crate) save: Option<PathBuf>,
    /// Also write the answers to a file, for `codesent report --answers`
    #[arg(long, value_name = "FILE")]
    pub(crate) save_answers: Option<PathBuf>,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Where the answers come from.
    #[command(flatten)]
    pub(crate) source: Source,
}

/// The options of `codesent report`.
#[derive(Args, Debug)]
pub(crate) struct PageOptions {
    /// How to write it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,
    /// What the person answered, to be named on the page.
    #[command(flatten)]
    pub(crate) telling: Telling,
    /// Write the page to a file instead (- is standard output)
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Write page, recording and version as one ZIP file, for a ticket
    #[arg(long, value_name = "FILE", conflicts_with_all = ["output", "format"])]
    pub(crate) bundle: Option<PathBuf>,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Where the answers come from.
    #[command(flatten)]
    pub(crate) source: Source,
}

/// How to write the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageFormat {
    /// To read out, or for a mail
    Text,
    /// For a ticket
    Markdown,
    /// One file for a browser or a printer
    Html,
}

/// How to print the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Table,
    /// For programs (see `codesent schema`)
    Json,
    /// The same JSON in one line, for logs
    Jsonl,
    /// One line: outlook, headline, counts
    Line,
    /// One word: can, might_not, cannot or cannot_tell
    Outlook,
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
    /// A dated result for device management (Jamf, Munki, osquery)
    Plist,
    /// A window of swiftDialog (`dialog --jsonfile`)
    Dialog,
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

impl Source {
    /// How long the run may take.
    pub(crate) fn timeout(&self) -> Duration {
        self.own_timeout.unwrap_or(TIMEOUT)
    }

    /// The recording, where it is a file and not standard input.
    pub(crate) fn file_to_replay(&self) -> Option<&std::path::Path> {
        self.replay.as_deref().filter(|path| path.as_os_str() != "-")
    }
}

impl CheckOptions {
    /// The format, with `--json` counted in.
    pub(crate) fn format(&self) -> Format {
        if self.json { Format::Json } else { self.format }
    }
}

/// A value that the guide knows by these names.
fn one_of<T>(names: &'static [&'static str]) -> impl TypedValueParser<Value = T>
where
    T: DeserializeOwned + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(names).try_map(|name| serde_json::from_value(serde_json::Value::String(name)))
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
