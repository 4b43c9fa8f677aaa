//! What may stand between programs and the network.

use crate::read::system_extensions::Extension;
use crate::{Group, Verdict, info, pass};

mod content_filter;
mod dns_proxy;
mod firewall;
mod left_over;
mod packet_filter;
mod proxy;
mod security_products;
mod transparent_proxy;

/// This group.
pub const GROUP: Group = Group {
    id: "filters",
    title: "Filters and proxies",
    checks: &[
        proxy::CHECK,
        content_filter::CHECK,
        dns_proxy::CHECK,
        transparent_proxy::CHECK,
        security_products::CHECK,
        left_over::CHECK,
        packet_filter::CHECK,
        firewall::CHECK,
    ],
};

/// Products that are at work: information, with the products as culprits for the diagnosis to suspect. `does` is what they
/// do, for one of them and for several.
fn at_work(mut titles: Vec<String>, extensions: &[&Extension], does: [&str; 2]) -> Verdict {
    titles.sort();
    titles.dedup();
    let [one, several] = does;
    let saw = match titles.as_slice() {
        [] => return pass("none"),
        [only] => format!("{only} {one}"),
        [first, second] => format!("{first} and {second} {several}"),
        [first, rest @ ..] => format!("{first} and {} more {several}", rest.len()),
    };
    let verdict = info(saw).reason("at-work").culprit(titles.join(", "));
    extensions
        .iter()
        .fold(verdict, |verdict, one| verdict.evidence("extension", format!("{} [{}]", one.bundle, one.state)))
}
