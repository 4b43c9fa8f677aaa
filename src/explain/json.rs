//! The same for programs.

use super::answer::CODE_TYPED;
use codesent_checks::diagnosis::DoNot;
use codesent_checks::explain::topics::Topic;
use codesent_checks::explain::{Match, Understood, advice::Advice};
use codesent_checks::{Check, Fix, Question, Version};
use serde_json::{Value, json};

pub(super) fn check(check: &Check) -> Value {
    json!({
        "id": check.id,
        "title": check.title,
        "why": check.why,
        "certainty": { "word": check.certainty.word(), "source": check.certainty.source() },
        "asks": check.questions().map(Question::key).collect::<Vec<_>>(),
        "after": check.explained_by().collect::<Vec<_>>(),
        "fix": check.fix.id,
    })
}

pub(super) fn fix(fix: &Fix, macos: Option<Version>) -> Value {
    json!({
        "id": fix.id,
        "title": fix.title,
        "steps": fix.steps_for(macos).collect::<Vec<_>>(),
        "link": fix.link_for(macos),
        "command": fix.command,
        "article": fix.article_url(),
        "risk": fix.risk.word(),
        "confirm": fix.confirm,
    })
}

pub(super) fn do_not(one: &DoNot) -> Value {
    json!({ "id": one.id, "what": one.what, "why": one.why, "risk": one.risk.word() })
}

pub(super) fn advice(one: &Advice) -> Value {
    json!({
        "told": one.told,
        "judged": one.judged,
        "checks": one.checks,
        "fixes": one.fixes,
        "do_not": one.do_not,
    })
}

pub(super) fn topic(topic: &Topic) -> Value {
    json!({ "topic": topic.title, "groups": topic.groups, "fixes": topic.fixes, "messages": topic.messages })
}

/// A list of what fits, best first; a code that was typed is said, never repeated.
pub(super) fn understood(understood: &Understood, macos: Option<Version>) -> Value {
    let warning = understood
        .code_typed
        .then(|| json!({ "id": "code-typed", "by": "digits", "score": 1.0, "sure": true, "means": CODE_TYPED }));
    let unknown = understood
        .unknown_number
        .map(|number| json!({ "id": "unknown-number", "by": "number", "score": 0.0, "sure": false, "number": number }));
    let matches = understood.matches.iter().map(|one| message(one, understood.program, macos));
    warning.into_iter().chain(matches).chain(unknown).collect()
}

fn message(one: &Match, program: Option<&str>, macos: Option<Version>) -> Value {
    let message = one.message;
    json!({
        "id": message.id,
        "by": one.by.word(),
        "score": (one.score * 100.0).round() / 100.0,
        "sure": one.sure,
        "number": one.number,
        "family": one.family.map(|family| family.words),
        "symptom": one.symptom.map(codesent_checks::explain::Symptom::word),
        "text": one.text,
        "language": one.language.code,
        "program": program,
        "texts": message.texts,
        "codes": message.codes,
        "side": message.side.word(),
        "means": message.means,
        "todo": message.todo,
        "fix": message.fix.id,
        "steps": message.fix.steps_for(macos).collect::<Vec<_>>(),
        "article": message.fix.article_url(),
        "certainty": { "word": message.certainty.word(), "source": message.certainty.source() },
    })
}
