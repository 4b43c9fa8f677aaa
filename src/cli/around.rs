//! The options of what goes around the check: comparing, completions and man pages.

use super::{Color, Source, parse_duration};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::time::Duration;

/// The options of `codesent compare`.
#[derive(Args, Debug)]
pub(crate) struct CompareOptions {
    /// The first recording (codesent check --record FILE); - is this Mac as it is now
    pub(crate) before: PathBuf,
    /// The second one; - is this Mac as it is now
    pub(crate) after: PathBuf,
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Name the answers behind each row that changed
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Ask nothing of the network now
    #[arg(long)]
    pub(crate) offline: bool,
    /// End asking this Mac after this long (10s; a minute for its log, which is read where the recording has one)
    #[arg(long = "timeout", value_name = "TIME", value_parser = parse_duration)]
    pub(crate) own_timeout: Option<Duration>,
}

/// The options of `codesent list`.
#[derive(Args, Debug)]
pub(crate) struct ListOptions {
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

/// The options of `codesent open`.
#[derive(Args, Debug)]
pub(crate) struct OpenOptions {
    /// A fix's or a check's id
    #[arg(value_name = "FIX")]
    pub(crate) what: String,
    /// Do not ask first
    #[arg(long, short)]
    pub(crate) yes: bool,
}

/// The options of `codesent schema`.
#[derive(Args, Debug)]
pub(crate) struct SchemaOptions {
    /// Of which command's JSON
    #[arg(value_enum, default_value_t = Documented::Check)]
    pub(crate) of: Documented,
}

/// The commands whose JSON has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "their names say it")]
pub(crate) enum Documented {
    Check,
    Compare,
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

/// The options of `codesent verify`.
#[derive(Args, Debug)]
pub(crate) struct VerifyOptions {
    /// Show only these checks or groups; all are asked
    #[arg(value_name = "ID|GROUP")]
    pub(crate) only: Vec<String>,
    /// Do not stop after each check
    #[arg(long)]
    pub(crate) all: bool,
    /// Where the recording of the run goes
    #[arg(long, value_name = "FILE", default_value = "codesent-recording.json")]
    pub(crate) output: PathBuf,
    /// Where the answers come from.
    #[command(flatten)]
    pub(crate) source: Source,
}

/// The options of `codesent explain`.
#[derive(Args, Debug)]
pub(crate) struct ExplainOptions {
    /// The words on the screen, in any of thirteen languages, the error number beside them (-28248), what happens ("no code
    /// comes"), a check's or a fix's id, or `advice`; nothing or - to paste it. Never a verification code
    #[arg(value_name = "MESSAGE|NUMBER|ID", allow_negative_numbers = true)]
    pub(crate) what: Vec<String>,
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}
