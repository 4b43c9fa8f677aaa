//! `codesent`: will this Mac get the Apple Account verification code, and if not, why, and what to do now.
//!
//! Select checks, gather the answers (or replay a recording), judge them, say what was found, exit with a code.

mod arguments;
mod aside;
mod check;
mod cli;
mod compare;
mod completions;
mod explain;
mod gather;
mod guide;
mod help_words;
mod list;
mod managed;
mod open;
mod pasted;
mod recording;
mod redact;
mod report;
mod report_command;
mod select;
mod shell;
mod short_help;
mod stop;
mod terminal;
mod verify;
mod watch;
mod wrap;
mod written;

use std::io::Write;
use std::process::ExitCode;

/// Usage errors and errors of the tool itself. What the checks found has its own codes, see [`report::exit_code`].
const TOOL_ERROR: u8 = 2;

fn main() -> ExitCode {
    // Panics are caught where they may happen and become one row; their text would only tear the table.
    std::panic::set_hook(Box::new(|_| {}));
    if let Some(code) = gather::live_as_reader().or_else(aside::live) {
        return code;
    }
    let arguments = cli::Arguments::typed();
    aside::allow_children();
    stop::listen(gather::abandon);
    let personal = arguments.shows_personal();
    let outcome = std::panic::catch_unwind(|| match arguments.command {
        Some(cli::Action::Check(options)) => check(&options),
        None => check(&arguments.check),
        Some(cli::Action::Compare(options)) => compare::run(&options),
        Some(cli::Action::Open(options)) => open::run(&options),
        Some(cli::Action::List(options)) => list::run(&options),
        Some(cli::Action::Explain(options)) => explain::run(&options),
        Some(cli::Action::Guide(options)) => guide::run(&options),
        Some(cli::Action::Report(options)) => report_command::run(&options),
        Some(cli::Action::Completions(options)) => completions::run(&options),
        Some(cli::Action::Man(options)) => shell::man(&options),
        Some(cli::Action::Schema(options)) => shell::schema(&options),
        Some(cli::Action::Verify(options)) => verify::run(&options),
    });
    let code = match outcome {
        Ok(Ok(code)) => code,
        Ok(Err(error)) if is_broken_pipe(&error) => 0,
        Ok(Err(_)) if stop::is_wanted() => stop::INTERRUPTED,
        Ok(Err(error)) => {
            // An error may name what was typed, or what a file holds.
            let text = format!("{error:#}");
            let text = if personal {
                redact::without_controls(&text)
            } else {
                redact::text(&text, &redact::Names::ask(None).known())
            };
            anstream::eprintln!("codesent: {text}");
            TOOL_ERROR
        }
        Err(_) => {
            anstream::eprintln!("codesent: a bug ended this run; please report what you ran");
            TOOL_ERROR
        }
    };
    let _ = std::io::stdout().flush();
    if let Some(words) = stop::in_words() {
        anstream::eprintln!("codesent: {words}");
    }
    let code = if stop::is_wanted() { stop::INTERRUPTED } else { code };
    gather::abandon();
    // Abandoned lookups may still hang in their threads; the process must not wait for them.
    std::process::exit(i32::from(code))
}

fn check(options: &cli::CheckOptions) -> anyhow::Result<u8> {
    match (options.watch, options.wait) {
        (Some(every), _) => watch::run(options, every),
        (_, Some(limit)) => watch::wait(options, limit),
        _ => check::run(options),
    }
}

/// Whether the reader of our output went away (`codesent list | head`).
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
