//! The network, tried against servers on this machine's loopback that behave well, badly, and not at all.

mod clocks;
mod documents;
mod handshakes;
mod lookups;
mod proxies;
mod servers;

use super::*;
use crate::gather::budget;
use std::time::{Duration, Instant};

/// The whole time of a handshake, long before the run ends.
fn whole() -> Budget {
    Budget::new(budget::NETWORK, Instant::now() + Duration::from_mins(1))
}

/// A budget that the end of the run cuts short.
fn short() -> Budget {
    Budget::new(budget::NETWORK, Instant::now() + Duration::from_millis(300))
}

fn net(rules: &[String], cacert: Option<PathBuf>) -> Net {
    let resolve = rules.iter().map(|rule| rule.parse().unwrap()).collect();
    let net = Net::new(NetOptions { resolve, cacert }).unwrap();
    net.set_proxy(None);
    net
}
