//! What Apple's own daemons wrote into macOS's log, on request (`--deep`): a hint about the rest, never a reason by itself.
//! Errors are normal there, some sixty a minute on a Mac that is well.

use crate::read::dates::span;
use crate::read::unified_log::{Form, Says, Trace};
use crate::{Answers, Certainty, Check, Group, Miss, Verdict, fix::catalogue, info, pass, skip};
use crate::{Effect, Part, Question, Role};

mod account;
mod icloud;
mod keychain;
pub(crate) mod meaning;
mod messages;
mod push;
mod sign_in;

/// This group.
pub const GROUP: Group = Group {
    id: "log",
    title: "macOS's log",
    checks: &[push::CHECK, sign_in::CHECK, account::CHECK, messages::CHECK, icloud::CHECK, keychain::CHECK],
};

/// What is the same for every daemon.
const ANY: Check = Check {
    id: "",
    title: "",
    wrong: "{saw}",
    why: "",
    certainty: Certainty::Context(
        "Apple documents what the numbers mean; that a daemon met an error says neither that it still does nor that a code \
         hung on it",
    ),
    part: Part::Hint,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[meaning::REASONS],
    fix: &catalogue::NOTHING,
    asks: &[&[Question::Log]],
    after: &[],
    judge: |_| Err(Miss::NotRecorded),
};

/// What these processes wrote, the foremost first. A line that says when it worked counts for more than errors before it.
fn judge(answers: &Answers, processes: &[&str]) -> Result<Verdict, Miss> {
    let log = match answers.log() {
        Err(Miss::Denied(_)) => {
            return Ok(skip("not allowed: macOS shows its log to administrators only").reason("not-allowed"));
        }
        other => other?,
    };
    let mut traces: Vec<&Trace> = log.traces.iter().filter(|one| processes.contains(&one.process.as_str())).collect();
    traces.sort_by_key(|one| (weight(&one.says), std::cmp::Reverse(one.count)));
    let when = |one: &Trace| ago(answers.started().saturating_sub(one.last));
    let connected = traces.iter().find(|one| one.says == Says::Form(Form::Connected));
    let since = |one: &&&Trace| connected.is_none_or(|good| one.last > good.last);
    let foremost = traces.iter().filter(|one| one.says != Says::Form(Form::Connected)).find(since);
    let verdict = match foremost {
        None if !log.whole => return Err(Miss::TimedOut),
        None => match connected {
            Some(good) => pass(format!("it reached Apple, last {}", when(good))),
            None => pass("no errors in the last quarter of an hour"),
        },
        Some(one) => {
            let often = times(one.count, &when(one));
            match (meaning::of(&one.says), meaning::explained(&one.says)) {
                (Some(meaning), _) => info(format!("{}, {often}", meaning.words)).reason(meaning.slug),
                (None, Some(_)) => info(format!("{}, {often}", meaning::label(&one.says))).reason("explained"),
                (None, None) => info(format!("errors that say nothing by themselves, {often}")).reason("other"),
            }
        }
    };
    Ok(traces.into_iter().take(MOST).fold(verdict, |verdict, one| {
        let words = meaning::of(&one.says).map_or(String::new(), |meaning| format!(": {}", meaning.words));
        let known = meaning::explained(&one.says)
            .map_or(String::new(), |message| format!(" (codesent explain {})", message.id));
        verdict.evidence(meaning::label(&one.says), format!("{}{words}{known}", times(one.count, &when(one))))
    }))
}

/// More lines of evidence help nobody.
const MOST: usize = 12;

/// What says something comes first.
fn weight(says: &Says) -> u8 {
    match says {
        Says::Form(Form::KeychainShut | Form::Terms) => 0,
        _ if meaning::of(says).is_some() => 1,
        _ if meaning::explained(says).is_some() => 2,
        _ => 3,
    }
}

fn times(count: u32, when: &str) -> String {
    match count {
        0 | 1 => format!("once, {when}"),
        _ => format!("{count} times, last {when}"),
    }
}

/// The log has the same clock as the run, but a hand may have written either.
fn ago(milliseconds: i64) -> String {
    if milliseconds < 1000 { "just now".into() } else { format!("{} ago", span(milliseconds / 1000)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::unified_log::{DaemonLog, PROCESSES};
    use crate::testing::{Mac, NOW};
    use crate::{Answer, Permission, Status};

    fn trace(says: Says, count: u32, seconds_ago: i64) -> Trace {
        Trace { process: "apsd".into(), says, count, last: (NOW - seconds_ago) * 1000 }
    }

    fn error(domain: &str, code: i32) -> Says {
        Says::Error { domain: domain.into(), code }
    }

    fn of(whole: bool, traces: Vec<Trace>) -> Result<Verdict, Miss> {
        let answer = Answer::Log(DaemonLog { traces, whole });
        Mac::of("26.1").says(&Question::Log, Ok(answer)).judged(&push::CHECK)
    }

    #[test]
    fn what_says_most_comes_first() {
        let found = of(
            true,
            vec![
                trace(error("NSURLErrorDomain", -999), 90, 1),
                trace(Says::Form(Form::Unnamed), 300, 1),
                trace(error("NSURLErrorDomain", -1003), 12, 180),
                trace(error("NSURLErrorDomain", -1001), 2, 60),
            ],
        )
        .unwrap();
        assert_eq!((found.status, found.reason), (Status::Info, Some("no-name")));
        assert_eq!(found.saw, "no such host, 12 times, last 3 minutes ago");
        assert_eq!(found.evidence[0].label, "NSURLErrorDomain -1003");
        assert_eq!(found.evidence.len(), 4);
    }

    #[test]
    fn a_line_that_it_worked_counts_for_more_than_errors_before_it() {
        let good = |ago| trace(Says::Form(Form::Connected), 1, ago);
        let bad = |ago| trace(error("NSURLErrorDomain", -1001), 3, ago);
        let found = of(true, vec![good(60), bad(300)]).unwrap();
        assert_eq!((found.status, found.saw.as_str()), (Status::Pass, "it reached Apple, last 60 seconds ago"));
        assert_eq!(of(true, vec![good(300), bad(60)]).unwrap().reason, Some("no-answer"));
    }

    #[test]
    fn silence_counts_only_where_all_was_read() {
        assert_eq!(of(true, vec![]).unwrap().status, Status::Pass);
        assert_eq!(of(false, vec![]).unwrap_err(), Miss::TimedOut);
        let other = Trace { process: "akd".into(), ..trace(error("NSURLErrorDomain", -1003), 1, 0) };
        assert_eq!(of(true, vec![other]).unwrap().status, Status::Pass);
        let odd = of(true, vec![trace(error("NSURLErrorDomain", -1), 4, 120)]).unwrap();
        assert_eq!((odd.status, odd.reason), (Status::Info, Some("other")));
    }

    #[test]
    fn who_is_no_administrator_is_not_allowed_and_nothing_is_wrong() {
        for check in GROUP.checks {
            let denied = Err(Miss::Denied(Permission::Root));
            let found = Mac::of("26.1").says(&Question::Log, denied).judged(check).unwrap();
            assert_eq!((found.status, found.reason), (Status::Skip, Some("not-allowed")), "{}", check.id);
        }
    }

    #[test]
    fn every_process_that_is_kept_has_its_row() {
        for process in PROCESSES {
            let one = Trace { process: (*process).into(), ..trace(error("NSURLErrorDomain", -1003), 1, 0) };
            let answer = Answer::Log(DaemonLog { traces: vec![one], whole: true });
            let mac = Mac::of("26.1").says(&Question::Log, Ok(answer));
            let heard = |check: &&Check| mac.clone().judged(check).unwrap().status == Status::Info;
            assert_eq!(GROUP.checks.iter().filter(heard).count(), 1, "{process}");
        }
    }
}
