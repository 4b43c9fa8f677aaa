//! Answers on disk: a small JSON file that can be sent, read and replayed anywhere, and written by hand.
//!
//! `{"codesent_recording": 1, "run": {…}, "checks": [ids], "answers": {"lookup gsa.apple.com": {"ms": 3, "answer": {…}}}}`

mod form;

pub(crate) use form::Recording;

use crate::aside;
use crate::select::select;
use crate::written;
use anyhow::{Context, Result, bail};
use codesent_checks::{Answers, Check, all, is_on_request};
use form::{FORMAT, MAX_BYTES};
use std::io::Read;
use std::path::Path;
use std::time::Instant;

impl Recording {
    /// Of answers that are already redacted.
    pub(crate) fn new(checks: &[&'static Check], answers: &Answers) -> Self {
        Self {
            format: FORMAT,
            version: env!("CARGO_PKG_VERSION").into(),
            run: answers.run().clone(),
            checks: checks.iter().map(|check| check.id.to_owned()).collect(),
            answers: answers.entries().clone(),
        }
    }

    /// As JSON.
    pub(crate) fn text(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)?
            + "
")
    }

    /// Writes it as JSON; `-` is standard output.
    pub(crate) fn write(&self, path: &Path) -> Result<()> {
        let text = self.text()?;
        if text.len() as u64 > MAX_BYTES {
            bail!("cannot write {}: the answers are too long for a recording", path.display());
        }
        written::write(path, &text)
    }

    /// Reads a file, or standard input for `-`.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        crate::gather::is_there_memory_for(0)?;
        let name = path.display();
        let read = || format!("cannot read {name}");
        let bytes = if path.as_os_str() == "-" {
            let mut bytes = Vec::new();
            std::io::stdin().take(MAX_BYTES + 1).read_to_end(&mut bytes).map(|_| bytes)
        } else {
            aside::read(path, MAX_BYTES)
        };
        let bytes = bytes.with_context(read)?;
        crate::gather::is_there_memory_for(bytes.len())?;
        let text = String::from_utf8(bytes).with_context(read)?;
        Self::parse(&text, &name.to_string())
    }

    /// The recorded checks, or those of them that the command line names. A recording may be older or newer than this
    /// program: ids it does not know are passed over.
    pub(crate) fn select(&self, only: &[String], skip: &[String], deep: bool) -> Result<Vec<&'static Check>> {
        let recorded = |check: &Check| self.checks.iter().any(|id| id == check.id);
        let mut checks =
            select(only, skip, deep || only.is_empty() && all().any(|it| is_on_request(it) && recorded(it)))?;
        if !self.checks.is_empty() && only.is_empty() {
            checks.retain(|check| recorded(check));
        }
        if checks.is_empty() {
            bail!("none of the recorded checks is known to this codesent");
        }
        Ok(checks)
    }

    /// The answers. They are redacted once more, because a recording may have been written by hand.
    pub(crate) fn answers(self, until: Option<Instant>) -> Answers {
        crate::redact::redact(&Answers::new(self.run, self.answers), &[], until)
    }
}

#[cfg(test)]
mod mutants;
#[cfg(test)]
pub(crate) mod tests;
