//! The text of a recording. Nothing but the text is needed, so that any can be tried.

use anyhow::{Context, Result, bail};
use codesent_checks::{Entry, Miss, Run};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The format's number. It changes when a reader of the old one would misread.
pub(super) const FORMAT: u32 = 1;
/// The largest recording that is read or written. The largest of a real Mac takes 60 KiB.
pub(super) const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// The longest answer that is taken apart. What may be looked through has 256 KiB; escapes and line ends make it longer.
const MAX_ANSWER: usize = 2 * 1024 * 1024;

/// A recorded run.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Recording {
    #[serde(rename = "codesent_recording")]
    pub(super) format: u32,
    /// The program that wrote it.
    #[serde(default)]
    pub(super) version: String,
    pub(super) run: Run,
    /// The ids that were checked, in order; empty for all.
    #[serde(default)]
    pub(super) checks: Vec<String>,
    #[serde(deserialize_with = "known_or_unreadable")]
    pub(super) answers: BTreeMap<String, Entry>,
}

/// An answer of a kind that this program does not know costs the rows that ask it, not the recording.
fn known_or_unreadable<'de, D: Deserializer<'de>>(input: D) -> Result<BTreeMap<String, Entry>, D::Error> {
    // Raw, because a tree of any value is only so deep.
    let raw: BTreeMap<String, Box<RawValue>> = BTreeMap::deserialize(input)?;
    let no = |why: &str| Entry { ms: 0, result: Err(Miss::Unreadable(why.into())) };
    let entry = |text: &RawValue| match text.get() {
        long if long.len() > MAX_ANSWER => no("the answer is too long to be looked through"),
        text => serde_json::from_str(text).unwrap_or_else(|_| no("the recording holds what this codesent cannot read")),
    };
    Ok(raw.into_iter().map(|(key, text)| (key, entry(&text))).collect())
}

impl Recording {
    /// Reads one that `name` holds.
    pub(super) fn parse(text: &str, name: &str) -> Result<Self> {
        if text.len() as u64 > MAX_BYTES {
            bail!("{name} is too large for a codesent recording");
        }
        let recording: Self =
            serde_json::from_str(text).with_context(|| format!("{name} is not a codesent recording"))?;
        if recording.format != FORMAT {
            bail!("{name} is a recording of format {}; this codesent reads format {FORMAT}", recording.format);
        }
        Ok(recording)
    }
}
