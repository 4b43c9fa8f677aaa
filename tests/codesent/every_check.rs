//! `docs/checks.md`: every word and every weight of every check in one place, made from the checks themselves.
//! `CODESENT_BLESS=1 cargo test every_check` writes it anew.

use crate::golden::Goldens;
use codesent_checks::{ALL, Check, Effect, Reason, Role, Status, Suspicion};
use std::fmt::Write;

#[test]
fn the_document_of_every_check_is_current() {
    let mut goldens = Goldens::default();
    goldens.compare("docs/checks.md", &document());
    goldens.finish("every_check");
}

fn document() -> String {
    let mut text = String::from(
        "# Every check\n\nWhat each one says, what its trouble does to a code prompt, and how that is known. Made from the checks by a test.\n\
         `{saw}` stands for what was seen, `{who:…}` for whoever stands behind it. `codesent explain ID` tells also what a\n\
         check asks, which [commands.md](commands.md) lists.\n",
    );
    for group in ALL {
        let _ = writeln!(text, "\n## {}", group.title);
        group.checks.iter().for_each(|check| one(&mut text, check));
    }
    text
}

fn one(text: &mut String, check: &Check) {
    let _ = writeln!(text, "\n### `{}`\n\n**{}.** {}\n", check.id, check.title, check.why);
    let _ = writeln!(text, "- When it is false: {}", check.wrong);
    let _ = writeln!(text, "- Effect: {}; about: {}", check.effect.word(), check.part.word());
    let _ = writeln!(text, "- How sure: {}; {}", check.certainty.word(), check.certainty.source());
    if let Some(words) = check.needed() {
        let _ = writeln!(text, "- Needed for a \u{201c}can\u{201d}: {words}");
    }
    if let Role::Suspect(suspicion) = check.role {
        let _ = writeln!(text, "- {}", suspected(suspicion));
    }
    if let Some(words) = check.normal {
        let _ = writeln!(text, "- Harmless, it is called: {words}");
    }
    let _ = writeln!(text, "- What to do: {} (`{}`)", check.fix.title, check.fix.id);
    if let Some(first) = check.fix.first.filter(|_| decides(check)) {
        let _ = writeln!(text, "- First, where it decides: {first}");
    }
    let above: Vec<String> = check.explained_by().map(|id| format!("`{id}`")).collect();
    if !above.is_empty() {
        let _ = writeln!(text, "- Explained by: {}", above.join(", "));
    }
    for reason in check.reasons.iter().copied().flatten() {
        let _ = writeln!(text, "- {} `{}`{}", reason.status.word(), reason.slug, details(check, reason));
    }
}

/// Whether anything it says can be the reason that no code comes, in words of the check's own fix.
fn decides(check: &Check) -> bool {
    let own = |reason: &&Reason| reason.fix.is_none_or(|fix| fix.id == check.fix.id);
    check.reasons.iter().copied().flatten().filter(own).any(|reason| effect(check, reason) > Effect::Nothing)
}

/// What a reason does to a prompt.
fn effect(check: &Check, reason: &Reason) -> Effect {
    reason.effect.unwrap_or(match reason.status {
        Status::Fail => check.effect,
        Status::Warn => check.effect.one_less(),
        _ => Effect::Nothing,
    })
}

/// What kind of suspect it is, and of what.
fn suspected(suspicion: Suspicion) -> String {
    let breaks: Vec<&str> = suspicion.breaks.iter().map(|part| part.word()).collect();
    format!("suspected, as {}, of trouble with {}", suspicion.what, breaks.join(", "))
}

/// What a reason says in place of its check.
fn details(check: &Check, reason: &Reason) -> String {
    let mut details = Vec::new();
    details.extend(reason.wrong.map(str::to_owned));
    let usual = match reason.status {
        Status::Fail => Some(check.effect),
        Status::Warn => Some(check.effect.one_less()),
        _ => None,
    };
    details.extend(
        reason.effect.filter(|effect| Some(*effect) != usual).map(|effect| format!("effect: {}", effect.word())),
    );
    details.extend(reason.part.map(|part| format!("about: {}", part.word())));
    details.extend(reason.suspect.map(suspected));
    details.extend(reason.normal.map(|words| format!("harmless: {words}")));
    details.extend(reason.fix.map(|fix| format!("what to do: {} (`{}`)", fix.title, fix.id)));
    details.extend(reason.first.map(|words| format!("first: {words}")));
    details.extend(reason.explains.then(|| "explains what comes after it".to_owned()));
    if details.is_empty() { String::new() } else { format!(": {}", details.join("; ")) }
}
