//! `-h`: one screen that begins with what a locked-out person types; `--help` says all.

use crate::cli::Arguments;
use clap::{CommandFactory, FromArgMatches};

/// What is for packages and programs, not for people who need a code.
const PLUMBING: [&str; 4] = ["completions", "list", "man", "schema"];

impl Arguments {
    /// What was typed. `-h` fits a screen, so it leaves out what `--help` says.
    pub(crate) fn typed() -> Self {
        let short = std::env::args_os().nth(1).is_some_and(|first| first == "-h");
        let matches = if short { short_help() } else { Self::command() }
            .get_matches_from(crate::arguments::understood(std::env::args_os()));
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }
}

fn short_help() -> clap::Command {
    let mut command = Arguments::command();
    for name in PLUMBING {
        command = command.mut_subcommand(name, |subcommand| subcommand.hide(true));
    }
    command
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .help_template("{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}")
        .mut_args(|option| option.help_heading(None::<&str>))
        .mut_arg("format", |format| format.hide_possible_values(true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_definition_is_consistent() {
        short_help().debug_assert();
    }

    #[test]
    fn the_short_help_fits_a_screen_and_begins_with_what_to_type() {
        let help = short_help().term_width(80).render_help().to_string();
        assert!(help.starts_with("Locked out? Type codesent"), "{help}");
        assert!(help.lines().count() <= 24 && help.lines().all(|line| line.chars().count() <= 80), "{help}");
        assert!(!help.contains("schema") && help.contains("Examples:"), "{help}");
    }
}
