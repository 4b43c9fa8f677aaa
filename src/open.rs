//! `codesent open FIX`: opens the place in System Settings that a fix is done in, on a Mac, when somebody says yes; else it
//! prints how. Nothing else is ever opened, and nothing is changed.

use crate::cli::OpenOptions;
use crate::select::suggestion;
use crate::written;
use anyhow::{Context, Result, bail};
use codesent_checks::fix::catalogue;
use codesent_checks::{Fix, Version, find};
use std::io::IsTerminal;
use std::process::Command;

/// Opens it, or says how.
pub(crate) fn run(options: &OpenOptions) -> Result<u8> {
    let what = options.what.trim();
    let Some(fix) = catalogue::find(what).or_else(|| find(what).map(|check| check.fix)) else {
        bail!("neither a fix nor a check that codesent knows: `{what}`{}", suggestion(what));
    };
    let Some(link) = fix.link_for(version()).or_else(|| fix.link_for(None)) else {
        bail!("nothing can be opened for `{}`; codesent explain {} says what to do", fix.id, fix.id);
    };
    if cfg!(target_os = "macos") && wanted(fix, options.yes)? {
        // The catalogue's own text, never one from outside.
        let ended = Command::new("/usr/bin/open").arg(link).status().context("cannot start /usr/bin/open")?;
        if !ended.success() {
            bail!("macOS could not open it; by hand: open \"{link}\"");
        }
    } else {
        written::to_standard_output(format!("open \"{link}\"\n"))?;
    }
    Ok(0)
}

/// Asked first, unless it was said already; where nobody can be asked, it is only printed.
fn wanted(fix: &Fix, yes: bool) -> Result<bool> {
    if yes || !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        return Ok(yes);
    }
    let question = format!("Open it? ({})", fix.title);
    Ok(inquire::Confirm::new(&question).with_default(false).prompt_skippable()?.unwrap_or(false))
}

/// Of this Mac: System Settings has other places in each.
fn version() -> Option<Version> {
    sysinfo::System::os_version().ok().filter(|_| cfg!(target_os = "macos")).and_then(|text| Version::parse(&text))
}
