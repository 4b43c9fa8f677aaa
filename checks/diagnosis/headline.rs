//! The first line.

use super::Outlook;
use super::causes::Cause;
use super::outlook::{Decision, Unseen, needed};
use super::situation::Situation;
use super::suspects::Suspect;
use crate::check::{known, ways};
use crate::{Part, Status};

/// The outlook and its one reason.
pub(super) fn headline(situation: &Situation, decision: &Decision, suspects: &[Suspect]) -> String {
    if !situation.mac {
        return elsewhere(situation, decision);
    }
    if situation.rerooted {
        return of_files(situation).unwrap_or("Only files were read, and they do not say who is signed in.").into();
    }
    let reason = decision.cause.map(|cause| with_suspect(situation, cause, suspects)).unwrap_or_default();
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
/// are at work. Where more than two are, the rest is a number.
fn with_suspect(situation: &Situation, cause: &Cause, suspects: &[Suspect]) -> String {
    let unnamed = |one: &Suspect| one.name.starts_with("the ") || one.name.starts_with('\u{201c}');
    // It answers names, and no tunnel is up.
    let no_tunnel = situation.has_reason(VPN, &const { ways(VPN, ["dns-only"]) });
    let mut names: Vec<&str> = Vec::new();
    for one in suspects.iter().filter(|one| one.because.contains(&cause.id)) {
        let name = match one {
            one if one.id == VPN && no_tunnel => continue,
            one if one.id == VPN && unnamed(one) => "a VPN",
            one if one.id == VPN || one.product => one.name.as_str(),
            _ => continue,
        };
        // It is named already: "Tailscale\u{2019}s DNS does not answer".
        if !names.contains(&name) && !cause.statement.contains(name) {
            names.push(name);
        }
    }
    match names.as_slice() {
        [] => cause.statement.clone(),
        [one] => format!("{}, and {one} is on", cause.statement),
        [one, other] => format!("{}, and {one} and {other} are on", cause.statement),
        [one, rest @ ..] => format!("{}, and {one} and {} more are on", cause.statement, rest.len()),
    }
}

const VPN: &str = const { known("vpn/active") };

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
