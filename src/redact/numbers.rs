//! The numbers of stand-ins: the same value always has the same one.

use std::collections::BTreeMap;

/// What was seen in one run.
#[derive(Default)]
pub(super) struct Numbers {
    seen: BTreeMap<(&'static str, String), usize>,
    counts: BTreeMap<&'static str, usize>,
}

impl Numbers {
    /// The number of a value among those of its kind, from 1.
    pub(super) fn of(&mut self, kind: &'static str, value: &str) -> usize {
        let counts = &mut self.counts;
        *self.seen.entry((kind, value.to_lowercase())).or_insert_with(|| {
            let count = counts.entry(kind).or_insert(0);
            *count += 1;
            *count
        })
    }
}
