//! One integration binary: the program as a whole, on recorded Macs, torn Macs and folders that look like homes.

mod answers;
mod beside;
mod bundle;
mod canaries;
mod catalogue;
mod compare;
#[cfg(target_os = "linux")]
mod dead;
mod deep;
mod documents;
mod every_check;
mod golden;
mod hostile;
mod managed;
mod output;
mod personal;
mod progress;
mod replay;
mod rooms;
mod samples;
mod screen;
mod stopped;
mod surroundings;
mod things;
mod torn;
#[cfg(target_os = "linux")]
mod traced;
mod verify;
mod world;
mod worlds;
mod written;

use beside::ToItsEnd;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Once};

/// Runs the program without any of our environment that could change its output.
pub(crate) fn codesent(arguments: &[&str]) -> Output {
    command(arguments).to_its_end().expect("the program starts")
}

pub(crate) fn command(arguments: &[&str]) -> Command {
    hear_signals();
    let mut command = Command::new(env!("CARGO_BIN_EXE_codesent"));
    command.args(arguments).env_clear().env("LANG", "en_US.UTF-8").env("PATH", "/usr/bin:/bin");
    command
}

/// What is ignored here (behind `nohup`, or where a shell runs the tests in the background) is ignored by every child too, and
/// the program leaves such signals alone. What has a handler is the system's own again in a child.
fn hear_signals() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for signal in [SIGHUP, SIGINT, SIGTERM] {
            let as_usual = Arc::new(AtomicBool::new(true));
            signal_hook::flag::register_conditional_default(signal, as_usual).expect("a signal can be heard");
        }
    });
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the output is UTF-8")
}

pub(crate) fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!("{error}: {}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    })
}

/// The status of a row in a JSON report.
pub(crate) fn status<'a>(report: &'a serde_json::Value, id: &str) -> &'a str {
    let row = report["checks"].as_array().and_then(|rows| rows.iter().find(|row| row["id"] == id));
    row.unwrap_or_else(|| panic!("no row {id}"))["status"].as_str().expect("a status")
}

/// Where real outputs and files of Macs are, when they are there.
pub(crate) fn samples() -> Option<PathBuf> {
    let folder = std::env::var_os("CODESENT_SAMPLES").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: CODESENT_SAMPLES is not set");
    }
    folder
}
