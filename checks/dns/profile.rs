//! A DNS profile that an organisation or an app has installed.

use crate::check::breaks;
use crate::preferences::DNS_SETTINGS;
use crate::{Answers, Certainty, Check, Culprit, Miss, Question, Verdict, fix::catalogue, info};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "dns/profile",
    title: "No profile sets the DNS",
    wrong: "a profile sets the DNS",
    why: "A profile (NextDNS, AdGuard, a company) sends every name to its own server, past the network settings.",
    certainty: Certainty::Context("a suspect only while names do not resolve"),
    part: Part::Names,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: Some("a profile sets the DNS"),
    reasons: &[&[
        // It lets no portal answer (paulmillr/encrypted-dns 65).
        Reason::info("managed").suspects("a DNS profile", breaks::NAMES_OR_NOTHING).fix(&catalogue::DNS_PROFILE),
        Reason::info("none-seen").nothing(),
    ]],
    fix: &catalogue::DNS_PROFILE,
    asks: &[&[Question::Preferences(&DNS_SETTINGS)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    match answers.preferences(&DNS_SETTINGS) {
        // Not every profile can be seen without an administrator, so this is no pass.
        Err(Miss::NotHere) => Ok(info("none is seen").reason("none-seen")),
        Err(miss) => Err(miss),
        Ok(tree) => {
            let protocol = tree.pointer("/DNSSettings/DNSProtocol").and_then(|value| value.as_str());
            let how = protocol.map_or(String::new(), |protocol| format!(" ({protocol})"));
            Ok(info(format!("a profile sets it{how}"))
                .reason("managed")
                .culprit(Culprit::unnamed("a configuration profile")))
        }
    }
}
