//! `-h`: one screen that begins with what a locked-out person types; `--help` says all.

use crate::cli::Arguments;
use clap::{CommandFactory, FromArgMatches};
use std::io::{ErrorKind, Write};

/// What is for packages and programs, not for people who need a code.
const PLUMBING: [&str; 4] = ["completions", "list", "man", "schema"];

impl Arguments {
    /// What was typed. `-h` fits a screen, so it leaves out what `--help` says.
    pub(crate) fn typed() -> Self {
        let short = std::env::args_os().nth(1).is_some_and(|first| first == "-h");
        let matches = if short { short_help() } else { Self::command() }
            .try_get_matches_from(crate::arguments::understood(std::env::args_os()));
        matches.and_then(|matches| Self::from_arg_matches(&matches)).unwrap_or_else(|error| leave(&error))
    }
}

/// Prints the help, or what is wrong with what was typed, and ends. Where the help cannot be written, that is told as it is of
/// any other output.
fn leave(error: &clap::Error) -> ! {
    let printed = error.print().and_then(|()| std::io::stdout().flush());
    let code = match printed {
        Err(lost) if lost.kind() != ErrorKind::BrokenPipe => {
            anstream::eprintln!("codesent: {lost}");
            i32::from(crate::TOOL_ERROR)
        }
        _ => error.exit_code(),
    };
    std::process::exit(code)
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
