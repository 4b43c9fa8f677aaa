//! The numbers of stand-ins: the same value always has the same one.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

/// What was seen in one run.
#[derive(Default)]
pub(super) struct Numbers {
    seen: BTreeMap<(&'static str, String), usize>,
    counts: BTreeMap<&'static str, usize>,
    spared: BTreeSet<IpAddr>,
}

impl Numbers {
    /// Leaves these addresses as they are.
    pub(super) fn spare(&mut self, addresses: BTreeSet<IpAddr>) {
        self.spared = addresses;
    }

    /// Whether an address stays as it is.
    pub(super) fn spares(&self, address: IpAddr) -> bool {
        self.spared.contains(&address)
    }

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
