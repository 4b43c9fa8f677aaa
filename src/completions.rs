//! Completions for shells, made from the definition of the command line: subcommands, options, and the ids of checks, groups
//! and fixes where one is meant. File names come only where a file is meant.

use crate::cli::{Arguments, CompletionOptions, Shell};
use crate::shell::NAME;
use anyhow::Result;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, CommandFactory, ValueHint};
use clap_complete::{Shell as Known, generate};
use codesent_checks::fix::catalogue;
use codesent_checks::{ALL, all};
use std::fmt::Write as _;
use std::io::Write as _;

/// Prints the completions for a shell.
pub(crate) fn run(options: &CompletionOptions) -> Result<u8> {
    std::io::stdout().write_all(&script(options.shell))?;
    Ok(0)
}

fn script(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    let known = match shell {
        Shell::Bash => Known::Bash,
        Shell::Zsh => Known::Zsh,
        Shell::Fish => Known::Fish,
        Shell::Elvish => Known::Elvish,
        Shell::Powershell => Known::PowerShell,
        Shell::Nushell => {
            generate(clap_complete_nushell::Nushell, &mut definition(shell), NAME, &mut script);
            return script;
        }
    };
    if shell == Shell::Fish {
        // Else every file is offered beside what fits; an option that takes one says so itself.
        script.extend_from_slice(format!("complete -c {NAME} -f\n").as_bytes());
    }
    generate(known, &mut definition(shell), NAME, &mut script);
    if shell == Shell::Fish {
        script.extend(of_words(&definition(shell)).into_bytes());
    }
    script
}

/// For fish, the values of words that stand without an option, which `clap_complete` leaves out.
fn of_words(whole: &Command) -> String {
    let mut lines = String::new();
    for command in whole.get_subcommands() {
        for word in command.get_positionals() {
            let values: Vec<String> =
                word.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
            if !values.is_empty() {
                let (command, values) = (command.get_name(), values.join(" "));
                let _ = writeln!(
                    lines,
                    "complete -c {NAME} -n \"__fish_{NAME}_using_subcommand {command}\" -f -a \"{values}\""
                );
            }
        }
    }
    lines
}

/// The command line, with what can stand in each place.
fn definition(shell: Shell) -> Command {
    let whole = Arguments::command();
    // In zsh the first word would be taken for a check, and subcommands would have no completions of their own.
    let without_checks = shell == Shell::Zsh;
    let mut root = Command::new(NAME).version(env!("CARGO_PKG_VERSION"));
    let arguments = whole.get_arguments().filter(|one| !(without_checks && one.get_id() == "only"));
    root = root.args(arguments.cloned().map(with_values));
    for command in whole.get_subcommands().filter(|command| !command.is_hide_set()) {
        root = root.subcommand(command.clone().mut_args(with_values));
    }
    root
}

/// The ids that an argument can be. What is neither a list nor a file is not completed at all.
fn with_values(argument: Arg) -> Arg {
    let groups = ALL.iter().map(|group| group.id);
    let checks = all().map(|check| check.id);
    let fixes = catalogue::all().map(|fix| fix.id);
    let ids: Vec<&'static str> = match argument.get_id().as_str() {
        "only" | "skip" => groups.chain(checks).collect(),
        // A message of one's own words can stand there as well: this is only for completions.
        "what" if argument.get_num_args().is_some_and(|count| count.max_values() > 1) => {
            ["advice"].into_iter().chain(groups).chain(checks).chain(fixes).collect()
        }
        "what" => fixes.chain(checks).collect(),
        "command" => Arguments::command().get_subcommands().filter(|one| !one.is_hide_set()).map(name).collect(),
        _ => Vec::new(),
    };
    if !ids.is_empty() {
        return argument.value_parser(PossibleValuesParser::new(ids));
    }
    let listed = !argument.get_possible_values().is_empty();
    if argument.get_value_hint() == ValueHint::Unknown && !listed && argument.get_action().takes_values() {
        return argument.value_hint(ValueHint::Other);
    }
    argument
}

/// The subcommands' names live as long as the program.
fn name(command: &Command) -> &'static str {
    Box::leak(command.get_name().to_owned().into_boxed_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::ValueEnum;

    #[test]
    fn every_shell_completes_every_subcommand_and_every_id() {
        let shown = Arguments::command();
        let shown: Vec<&str> =
            shown.get_subcommands().filter(|one| !one.is_hide_set()).map(Command::get_name).collect();
        assert!(shown.len() > 6, "{shown:?}");
        for shell in Shell::value_variants() {
            definition(*shell).debug_assert();
            let script = String::from_utf8(script(*shell)).unwrap();
            for subcommand in &shown {
                assert!(script.contains(subcommand), "{shell:?} does not complete {subcommand}");
            }
            if matches!(shell, Shell::Bash | Shell::Zsh | Shell::Fish) {
                for id in all().map(|check| check.id).chain(catalogue::all().map(|fix| fix.id)) {
                    assert!(script.contains(id), "{shell:?} does not complete {id}");
                }
            }
        }
    }
}
