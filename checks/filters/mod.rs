//! What may stand between programs and the network.

use crate::commands::SYSTEM_EXTENSIONS;
use crate::read::system_extensions::{self, Extension};
use crate::{Answers, Culprit, Group, Miss, Reason, Verdict, Version, info, pass, skip};

mod content_filter;
mod dns_proxy;
mod firewall;
mod left_over;
mod packet_filter;
mod proxy;
mod proxy_script;
mod security_products;
mod transparent_proxy;

/// This group.
pub const GROUP: Group = Group {
    id: "filters",
    title: "Filters and proxies",
    checks: &[
        proxy::CHECK,
        proxy_script::CHECK,
        content_filter::CHECK,
        dns_proxy::CHECK,
        transparent_proxy::CHECK,
        security_products::CHECK,
        left_over::CHECK,
        packet_filter::CHECK,
        firewall::CHECK,
    ],
};

/// What [`at_work`] and [`extensions`] can say.
const AT_WORK: &[Reason] = &[Reason::info("at-work"), Reason::skip("too-old")];

/// System extensions came with macOS 10.15. `Err` holds the verdict for a Mac that cannot have any.
fn extensions(answers: &Answers) -> Result<Result<Vec<Extension>, Verdict>, Miss> {
    if answers.on_a_mac() && answers.macos().is_some_and(|version| version < Version::new(10, 15)) {
        return Ok(Err(skip("this macOS has no such extensions").reason("too-old")));
    }
    system_extensions::extensions(&answers.command(&SYSTEM_EXTENSIONS)?.stdout).map(Ok)
}

/// Products that are at work: information, with the products as culprits for the diagnosis to suspect. `does` is what they
/// do, for one of them and for several.
fn at_work(mut culprits: Vec<Culprit>, extensions: &[&Extension], does: [&str; 2]) -> Verdict {
    culprits.sort_by(|one, other| one.text().cmp(other.text()));
    culprits.dedup();
    let [one, several] = does;
    let saw = match culprits.iter().map(Culprit::shown).collect::<Vec<_>>().as_slice() {
        [] => return pass("none"),
        [only] => format!("{only} {one}"),
        [first, second] => format!("{first} and {second} {several}"),
        [first, rest @ ..] => format!("{first} and {} more {several}", rest.len()),
    };
    let verdict = info(saw).reason("at-work");
    let verdict = culprits.into_iter().fold(verdict, Verdict::culprit);
    extensions
        .iter()
        .fold(verdict, |verdict, one| verdict.evidence("extension", format!("{} [{}]", one.bundle, one.state)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    #[test]
    fn an_old_macos_cannot_have_extensions() {
        let mac = Mac::of("10.14.6").says(&crate::Question::Command(&SYSTEM_EXTENSIONS), Err(Miss::NotHere)).answers();
        for check in [&content_filter::CHECK, &transparent_proxy::CHECK, &left_over::CHECK] {
            assert_eq!((check.judge)(&mac).unwrap().status, Status::Skip, "{}", check.id);
        }
    }
}
