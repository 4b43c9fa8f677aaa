//! Whether a tunnel stands between this Mac and Apple.

use crate::check::breaks;
use crate::shared::tunnels::{self, Grade, Signs, Source, Tunnel};
use crate::{Answers, Certainty, Check, Miss, Verdict, fix::catalogue, info, pass};
use crate::{Effect, Part, Reason, Role, Suspicion};

pub(super) const CHECK: Check = Check {
    id: "vpn/active",
    title: "No VPN carries Apple\u{2019}s traffic",
    wrong: "a VPN carries Apple\u{2019}s traffic ({saw})",
    why: "A VPN can block or slow the push connection that code prompts come over. Most do not, so a VPN is only a suspect \
          while something of Apple\u{2019}s cannot be reached. A word on utun: it is macOS\u{2019}s name for a tunnel, and \
          every Mac has about four of them (utun0 to utun3) without any VPN. Continuity and Apple\u{2019}s identity services \
          talk to your other devices through them. They are always up and have no internet address, so they never count \
          here. A VPN counts when the route to Apple, an address or a name server hangs on its tunnel.",
    certainty: Certainty::Plausible("universal advice; no report is known that proves it"),
    part: Part::Between,
    effect: Effect::MayStop,
    role: Role::Suspect(Suspicion { what: "a VPN", breaks: breaks::NAMES }),
    normal: Some("a VPN is on"),
    reasons: &[&[
        Reason::info("full-tunnel").suspects("a VPN", breaks::TRAFFIC),
        Reason::info("primary-tunnel"),
        Reason::info("dns-only"),
        Reason::info("beside"),
        Reason::pass("hint-only"),
    ]],
    fix: &catalogue::VPN,
    asks: &[tunnels::ASKS],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if !answers.on_a_mac() {
        return Err(Miss::NeedsMac);
    }
    Ok(say(&tunnels::decide(&Signs::of(answers))?))
}

fn say(tunnel: &Tunnel) -> Verdict {
    let name = tunnel.in_words();
    let mut verdict = match tunnel.grade {
        Grade::Full => info(format!("it goes through {name}")).reason("full-tunnel"),
        Grade::Active if tunnel.primary_only => {
            info(format!("{name} is primary, Apple goes beside it")).reason("primary-tunnel")
        }
        Grade::Active
            if tunnel.clues.iter().all(|clue| clue.source == Source::Resolver && clue.interface.is_none()) =>
        {
            info(format!("{name} answers names, no tunnel is up")).reason("dns-only")
        }
        Grade::Active => info(format!("{name} is up, Apple goes beside it")).reason("beside"),
        Grade::Weak => pass("no VPN is up").reason("hint-only"),
        Grade::None => pass("no VPN is up"),
    };
    if let Some(name) = &tunnel.name {
        verdict = verdict.culprit(name.whose.clone().into());
    }
    let verdict = tunnel.others.iter().fold(verdict, |verdict, (words, _)| verdict.evidence("also up", words));
    tunnel.clues.iter().fold(verdict, |verdict, clue| verdict.evidence(label(clue.source), &clue.words))
}

fn label(source: Source) -> &'static str {
    match source {
        Source::Route => "route",
        Source::Interface => "interface",
        Source::Primary => "primary",
        Source::Resolver => "names",
        Source::Service => "service",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::read::foreign::Named;
    use crate::read::products;
    use crate::shared::tunnels::{Clue, Name};

    fn tunnel(grade: Grade, source: Source, interface: Option<&str>) -> Tunnel {
        let interface = interface.map(str::to_owned);
        let clue = Clue { grade, source, interface: interface.clone(), words: "seen".into() };
        let name = Some(Name { whose: Named::new(products::by_name("NordVPN"), "NordVPN"), sure: false });
        Tunnel { grade, interface, name, primary_only: false, clues: vec![clue], others: Vec::new() }
    }

    #[test]
    fn a_vpn_is_information_and_names_its_product() {
        for (source, interface, reason) in [
            (Source::Route, Some("utun4"), "beside"),
            (Source::Resolver, Some("utun4"), "beside"),
            (Source::Resolver, None, "dns-only"),
        ] {
            let verdict = say(&tunnel(Grade::Active, source, interface));
            assert_eq!((verdict.status, verdict.reason), (Status::Info, Some(reason)));
            assert_eq!(verdict.culprit_text().as_deref(), Some("NordVPN"));
        }
        let verdict = say(&tunnel(Grade::Full, Source::Route, Some("utun4")));
        assert_eq!((verdict.status, verdict.reason), (Status::Info, Some("full-tunnel")));
        assert_eq!(verdict.saw, "it goes through utun4 (probably NordVPN)");
    }

    #[test]
    fn a_hint_is_no_vpn() {
        assert_eq!(say(&tunnel(Grade::Weak, Source::Interface, Some("utun0"))).status, Status::Pass);
    }
}
