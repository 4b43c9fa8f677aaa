//! A DNS profile that an organisation or an app has installed.

use crate::preferences::DNS_PROFILE;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass};

pub(super) const CHECK: Check = Check {
    id: "dns/profile",
    title: "No profile sets the DNS",
    why: "A profile (NextDNS, AdGuard, a company) sends every name to its own server, past the network settings.",
    certainty: Certainty::Context("a suspect only while names do not resolve"),
    fix: &catalogue::DNS,
    asks: &[Question::Preferences(&DNS_PROFILE)],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    match answers.preferences(&DNS_PROFILE) {
        Err(Miss::NotHere) => Ok(pass("none is seen")),
        Err(miss) => Err(miss),
        Ok(tree) => {
            let protocol = tree.pointer("/DNSSettings/DNSProtocol").and_then(|value| value.as_str());
            let how = protocol.map_or(String::new(), |protocol| format!(" ({protocol})"));
            Ok(info(format!("a profile sets it{how}")).reason("managed").culprit("a configuration profile"))
        }
    }
}
