//! The first line.

use super::Outlook;
use super::causes::Cause;
use super::outlook::{Decision, Unseen, needed};
use super::situation::Situation;
use super::suspects::{IDLE_VPN, LEFT_OVER, Suspect, VPN, likeliest};
use crate::check::{known, ways};
use crate::{Part, Status};

/// The outlook and its one reason. `first` is the first step, which is to speak of nobody who is not named here.
pub(super) fn headline(situation: &Situation, decision: &Decision, suspects: &[Suspect], first: &str) -> String {
    if !situation.mac {
        return elsewhere(situation, decision);
    }
    if situation.rerooted {
        return of_files(situation).unwrap_or("Only files were read, and they do not say who is signed in.").into();
    }
    let reason = decision.cause.map(|cause| with_suspect(situation, cause, suspects, first)).unwrap_or_default();
    match decision.outlook {
        Outlook::Can => "This Mac CAN receive a code prompt for the account it is signed in with.".into(),
        Outlook::Cannot if decision.asking => format!("This Mac CANNOT ask Apple for a code: {reason}."),
        Outlook::Cannot => format!("This Mac CANNOT receive a code prompt: {reason}."),
        Outlook::MightNot if decision.asking => {
            format!("This Mac MIGHT NOT be able to ask Apple for a code: {reason}.")
        }
        Outlook::MightNot if decision.cause.is_some() => {
            format!("This Mac MIGHT NOT receive a code prompt: {reason}.")
        }
        Outlook::MightNot => format!("This Mac MIGHT NOT receive a code prompt: {}.", unseen(&decision.unknown)),
        Outlook::CannotTell if situation.offline => {
            let account = match situation.signed_in() {
                Some(true) => "This Mac is signed in to iCloud",
                _ => "Nothing wrong was found on this Mac",
            };
            format!("{account}; checked without the network (--offline), so whether a prompt can reach it is open.")
        }
        Outlook::CannotTell => {
            "Nothing wrong in what was checked, but only part was: run `codesent check` for an answer.".into()
        }
    }
}

/// A VPN that is on is what most people would try first, so it stands here when it is suspected; so do other products that
/// are at work, and whatever the first step is about. Where more than two are, the rest is a number.
fn with_suspect(situation: &Situation, cause: &Cause, suspects: &[Suspect], first: &str) -> String {
    // It answers names, and no tunnel is up.
    let no_tunnel = situation.has_reason(VPN, &const { ways(VPN, ["dns-only"]) });
    let asked =
        |one: &Suspect| likeliest(suspects, cause.id).is_some_and(|it| it.id == one.id && first.contains(&it.name));
    let mut names: Vec<String> = Vec::new();
    // What is not on, but may hold everything back.
    let mut state = None;
    for one in suspects.iter().filter(|one| one.because.contains(&cause.id)) {
        let name = match one {
            one if one.id == VPN && no_tunnel => continue,
            one if one.id == VPN && one.is_unnamed() => "a VPN".into(),
            one if one.id == VPN || one.product => one.name.clone(),
            one if !asked(one) || NOT_ON.contains(&one.id) || one.name.starts_with('\u{201c}') => continue,
            one if one.id == IDLE_VPN || one.id == LEFT_OVER => {
                let what = if one.id == IDLE_VPN { "is not connected" } else { "has left a filter behind" };
                state = Some((one.name.clone(), what));
                continue;
            }
            one => one.name.strip_prefix("the ").map_or_else(|| one.name.clone(), |noun| format!("a {noun}")),
        };
        // It is named already: "Tailscale\u{2019}s DNS does not answer", "the DNS that a profile sets".
        let noun = name.strip_prefix("a ").filter(|_| one.id != VPN).and_then(|words| words.rsplit(' ').next());
        if !names.contains(&name) && !cause.statement.contains(noun.unwrap_or(&name)) {
            names.push(name);
        }
    }
    let statement = match &state {
        Some((name, what)) => {
            names.retain(|other| other != name);
            let and = if names.is_empty() { "and " } else { "" };
            format!("{}, {and}{name} {what}", cause.statement)
        }
        None => cause.statement.clone(),
    };
    match names.as_slice() {
        [] => statement,
        [one] => format!("{statement}, and {one} is on"),
        [one, other] => format!("{statement}, and {one} and {other} are on"),
        [one, rest @ ..] => format!("{statement}, and {one} and {} more are on", rest.len()),
    }
}

/// Of these nobody would say that they are on.
const NOT_ON: &[&str] = &[const { known("filters/proxy") }, const { known("dns/servers") }];

/// What was looked for and is not there is not what could not be looked at.
fn unseen(unknown: &[Unseen]) -> String {
    if let Some(Unseen::NotThere(clause)) = unknown.iter().find(|one| matches!(one, Unseen::NotThere(_))) {
        return clause.clone();
    }
    match unknown {
        [] => "something that matters could not be checked".into(),
        [one] => format!("{one} could not be checked"),
        [one, rest @ ..] => format!("{one} could not be checked, nor {} more thing{}", rest.len(), plural(rest.len())),
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// On another system only the network says something about codes.
fn elsewhere(situation: &Situation, decision: &Decision) -> String {
    let trouble = decision.cause.filter(|cause| cause.part.is_network());
    let mut seen = needed().filter(|(check, _)| check.part.is_network() && check.part != Part::Time);
    match trouble {
        Some(cause) if cause.part == Part::Apple => format!("This is not a Mac, but {}.", cause.statement),
        Some(cause) => format!("This is not a Mac, but on this network a Mac would fail too: {}.", cause.statement),
        None if seen.all(|(check, _)| situation.is(check.id, Status::Pass)) => {
            "This is not a Mac: it cannot show codes, but this network lets Apple\u{2019}s servers through.".into()
        }
        None if situation.rerooted && of_files(situation).is_some() => of_files(situation).unwrap_or_default().into(),
        None => "This is not a Mac: run codesent on the Mac that waits for the code.".into(),
    }
}

/// What another volume's or home's files say, where they say it.
fn of_files(situation: &Situation) -> Option<&'static str> {
    situation.signed_in().map(|signed_in| {
        if signed_in {
            "The files that were read are signed in to iCloud; whether codes come is decided on their Mac."
        } else {
            "Nobody is signed in to iCloud in the files that were read: their Mac cannot show a code."
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::diagnose;
    use super::super::testing::{mac, row, with};
    use crate::{Culprit, Row, fail, info};

    /// The headline, the first step, and the fix.
    fn of(changes: Vec<Row>) -> (String, String, &'static str) {
        let found = diagnose(&with(changes), &mac("15.1"));
        (found.headline.clone(), found.get_in_now[0].clone(), found.causes[0].fix.id)
    }

    #[test]
    fn whom_the_first_step_is_about_the_headline_names_and_the_fix_mends() {
        let dead = || row("network/internet", fail("x"));
        let idle = |reason, name| row("vpn/configured", info("x").reason(reason).culprit(Culprit::Product(name)));
        let filter = || row("filters/content-filter", info("x").culprit(Culprit::Product("LuLu")));
        let (headline, step, fix) = of(vec![dead(), idle("idle-with-lock", "Mullvad")]);
        assert!(headline.ends_with(", and Mullvad is not connected."), "{headline}");
        assert!(step.starts_with("Connect Mullvad"), "{step}");
        assert_eq!(fix, "vpn-lock");
        let (headline, _, fix) = of(vec![dead(), idle("idle-with-lock", "Mullvad"), filter()]);
        assert!(headline.ends_with(", Mullvad is not connected, and LuLu is on."), "{headline}");
        assert_eq!(fix, "vpn-lock");
        // Its filter is at work, and its VPN is not: it is one program.
        let taken = row("filters/transparent-proxy", info("x").culprit(Culprit::Product("Cisco Secure Client")));
        let (headline, step, fix) = of(vec![dead(), idle("idle-enforced", "Cisco Secure Client"), taken]);
        assert!(headline.ends_with(", and Cisco Secure Client is not connected."), "{headline}");
        assert!(step.starts_with("Connect Cisco Secure Client") && fix == "vpn-enforced", "{step} {fix}");
        let push = || row("push/courier", fail("x"));
        let rules = row("filters/packet-filter", info("x").reason("rules-added").culprit(Culprit::Product("Murus")));
        let (headline, _, fix) = of(vec![push(), rules]);
        assert!(headline.ends_with(", and Murus is on.") && fix == "filter", "{headline} {fix}");
        let (headline, step, fix) = of(vec![push(), row("dns/sinkhole", info("x").reason("stand-ins"))]);
        assert!(headline.ends_with(", and a proxy program is on."), "{headline}");
        assert!(step.starts_with("Switch the proxy program off") && fix == "firewall", "{step} {fix}");
    }
}
