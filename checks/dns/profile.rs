//! A DNS profile that an organisation or an app has installed.

use crate::{Answers, Certainty, Check, Domain, Miss, Question, Verdict, fix::catalogue, info, pass};

pub(super) const CHECK: Check = Check {
    id: "dns/profile",
    title: "No profile sets the DNS",
    why: "A profile (NextDNS, AdGuard, a company) sends every name to its own server, past the network settings.",
    certainty: Certainty::Context("a suspect only while names do not resolve"),
    fix: &catalogue::DNS,
    asks: &[Question::Preferences(&MANAGED)],
    after: &[],
    judge,
};

/// Apple\u{2019}s device management schema names the payload `com.apple.dnsSettings.managed`. That it is kept in this file as
/// other managed settings are is a guess, so its absence proves nothing and its presence is only told.
const MANAGED: Domain = Domain {
    path: "/Library/Managed Preferences/com.apple.dnsSettings.managed.plist",
    shows: "whether a profile sets the DNS, and by which protocol",
    keep: &["DNSSettings.DNSProtocol", "DNSSettings.ServerURL?", "DNSSettings.ServerName?", "ProhibitDisablement"],
    decode: None,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    match answers.preferences(&MANAGED) {
        Err(Miss::NotHere) => Ok(pass("none is seen")),
        Err(miss) => Err(miss),
        Ok(tree) => {
            let protocol = tree.pointer("/DNSSettings/DNSProtocol").and_then(|value| value.as_str());
            let how = protocol.map_or(String::new(), |protocol| format!(" ({protocol})"));
            Ok(info(format!("a profile sets it{how}")).reason("managed").culprit("a configuration profile"))
        }
    }
}
