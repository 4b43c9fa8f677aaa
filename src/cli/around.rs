//! The options of what goes around the program: completions and man pages.

use super::Source;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

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
