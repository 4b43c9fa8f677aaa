//! `codesent explain`: what a check, a fix or the message on the screen means, and what the usual advice is worth. Nothing
//! is asked of the network.

mod answer;
mod input;
mod json;
mod page;

use crate::cli::ExplainOptions;
use crate::gather::{self, Gathering};
use crate::select::suggestion;
use crate::terminal::{Style, to_ascii};
use crate::written;
use anyhow::{Result, bail};
use codesent_checks::diagnosis::DO_NOT;
use codesent_checks::explain::{advice, topics, understand};
use codesent_checks::fix::catalogue;
use codesent_checks::preferences::SYSTEM_VERSION;
use codesent_checks::{Question, Version, find};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;

/// Nothing fits what was typed. What helps in most cases is printed all the same.
const NOT_RECOGNISED: u8 = 3;

/// Prints what was asked for.
pub(crate) fn run(options: &ExplainOptions) -> Result<u8> {
    let what = input::what(&options.what)?;
    let style = Style::detect(options.color, false);
    let page = page::Page { width: style.width.min(80), macos: this_macos() };
    let (text, code) = match named(what.trim(), &page, options.json) {
        Some(text) => (text?, 0),
        None => typed(&what, &page, options.json)?,
    };
    let text = if options.json { text } else { style.headed(&text) };
    written::to_standard_output(if style.ascii { to_ascii(&text) } else { text })?;
    Ok(code)
}

/// The page of something that has a name of its own here.
fn named(what: &str, page: &page::Page, as_json: bool) -> Option<Result<String>> {
    let one = |value: Value, text: String| Some(if as_json { pretty(&value) } else { Ok(text) });
    if let Some(check) = find(what) {
        return one(json::check(check), page.check(check));
    }
    let lower = what.to_lowercase();
    if let Some(group) = codesent_checks::ALL.iter().find(|group| group.id == lower) {
        let topic = topics::find(what);
        return one(group.checks.iter().map(json::check).collect(), page.group(group, topic));
    }
    if let Some(fix) = catalogue::find(&lower) {
        return one(json::fix(fix, page.macos), page.one_fix(fix));
    }
    if let Some(thing) = DO_NOT.iter().find(|thing| thing.id == lower) {
        return one(json::do_not(thing), page.do_not(thing));
    }
    if lower == "advice" {
        return one(advice::ALL.iter().map(json::advice).collect(), page.advice());
    }
    let topic = topics::find(what)?;
    one(json::topic(topic), page.topic(topic))
}

/// The answer to a message or a complaint.
fn typed(what: &str, page: &page::Page, as_json: bool) -> Result<(String, u8)> {
    let understood = understand(what);
    // A code alone has its answer: the warning.
    let known = !understood.matches.is_empty() || understood.code_typed && !understood.other_company;
    if !known {
        let hint = suggestion(what.trim());
        if hint.contains("did you mean") && !what.trim().contains(char::is_whitespace) {
            bail!("neither a check nor a message that codesent knows{hint}");
        }
    }
    let text = if as_json { pretty(&json::understood(&understood, page.macos))? } else { page.understood(&understood) };
    Ok((text, if known { 0 } else { NOT_RECOGNISED }))
}

/// This Mac's version, so that the steps are those for it. The only thing that is read.
fn this_macos() -> Option<Version> {
    let how = Gathering {
        offline: true,
        timeout: Duration::from_secs(2),
        for_log: None,
        root: None,
        home: None,
        resolve: Vec::new(),
        cacert: None,
        quiet: true,
        sparing: Arc::default(),
        past_vpn: false,
    };
    gather::gather(&[Question::Preferences(&SYSTEM_VERSION)], &how).ok()?.macos()
}

fn pretty(value: &Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
