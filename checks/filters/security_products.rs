//! Firewalls and security products.

use crate::check::breaks;
use crate::commands::SYSTEM_EXTENSIONS;
use crate::read::products::{self, Kind, Product};
use crate::read::system_extensions::{self, Extension};
use crate::{Answers, Certainty, Check, Culprit, Miss, Question, Verdict, fix::catalogue};
use crate::{Effect, Part, Role, Suspicion};

pub(super) const CHECK: Check = Check {
    id: "filters/security-products",
    title: "No security product runs",
    wrong: "security software runs",
    why: "Products that watch the network can hold Apple\u{2019}s services back, and some decrypt web traffic to look into it, \
          which Apple\u{2019}s services refuse. A suspect only while something of Apple\u{2019}s cannot be reached.",
    certainty: Certainty::Documented("Apple names third-party security software among the causes (102281)"),
    part: Part::Between,
    effect: Effect::MayStop,
    role: Role::Suspect(Suspicion { what: "a filter", breaks: breaks::TRAFFIC }),
    normal: Some("security software runs"),
    reasons: &[super::AT_WORK],
    fix: &catalogue::FILTER,
    asks: &[&[Question::Processes, Question::Command(&SYSTEM_EXTENSIONS)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if !answers.on_a_mac() {
        return Err(Miss::NeedsMac);
    }
    let processes = answers.processes()?;
    // The extensions add to what runs; without them (before 10.15) the programs still tell.
    let found = answers.command(&SYSTEM_EXTENSIONS).and_then(|output| system_extensions::extensions(&output.stdout));
    let list = found.clone().unwrap_or_default();
    let guards: Vec<&Extension> = list.iter().filter(|one| one.is_on() && is_guard(one)).collect();
    let running: Vec<&Product> =
        processes.iter().filter_map(products::by_process).filter(|one| guards_network(one)).collect();
    let mut titles: Vec<Culprit> = guards.iter().map(|one| one.whose().into()).collect();
    titles.extend(running.iter().map(|product| Culprit::Product(product.name)));
    if let (Err(miss), true) = (found, titles.is_empty())
        && miss != Miss::NotHere
    {
        // Most of these products are extensions, so nobody has looked where they are.
        return Err(miss);
    }
    let inspecting = titles.iter().any(|title| products::by_name(title.text()).is_some_and(|product| product.inspects));
    let verdict = super::at_work(titles, &guards, ["is at work", "are at work"]);
    Ok(if inspecting { verdict.evidence("may also", "decrypt HTTPS") } else { verdict })
}

fn guards_network(product: &Product) -> bool {
    matches!(product.kind, Kind::Firewall | Kind::Security)
}

fn is_guard(extension: &Extension) -> bool {
    // Makers of VPNs bring security extensions too.
    extension.role() == Some(products::Role::Security)
        || products::by_bundle(&extension.bundle).is_some_and(guards_network)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    #[test]
    fn programs_and_extensions_are_counted_once() {
        let text = "1 extension(s)\n--- com.apple.system_extension.endpoint_security\n\
                    *\t*\tTEAM\tcom.crowdstrike.falcon.Agent (7/7)\tFalcon Sensor\t[activated enabled]\n";
        let mac = Mac::of("14.4").prints(&SYSTEM_EXTENSIONS, text);
        let found = mac.runs(&["apsd", "falcond", "wdavdaemon", "Tailscale"]).judged(&CHECK).unwrap();
        assert_eq!(found.saw, "CrowdStrike Falcon and Microsoft Defender are at work");
        assert_eq!(found.culprit_text().as_deref(), Some("CrowdStrike Falcon, Microsoft Defender"));
    }

    #[test]
    fn a_mac_without_any_passes_and_without_a_list_is_unknown() {
        let mac = || Mac::of("14.4").prints(&SYSTEM_EXTENSIONS, "0 extension(s)\n");
        assert_eq!(mac().runs(&["apsd"]).judged(&CHECK).unwrap().status, Status::Pass);
        assert!(mac().judged(&CHECK).is_err());
    }

    #[test]
    fn programs_alone_prove_presence_but_not_absence() {
        let question = Question::Command(&SYSTEM_EXTENSIONS);
        let mac = |miss: Miss, program: &str| Mac::of("14.4").says(&question, Err(miss)).runs(&[program]);
        assert_eq!(mac(Miss::TimedOut, "apsd").judged(&CHECK).unwrap_err(), Miss::TimedOut);
        assert_eq!(mac(Miss::TimedOut, "falcond").judged(&CHECK).unwrap().status, Status::Info);
        assert_eq!(mac(Miss::NotHere, "apsd").judged(&CHECK).unwrap().status, Status::Pass);
    }
}
