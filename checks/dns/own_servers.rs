//! What this Mac's own DNS servers say of names that macOS finds no address for: they refuse, fail, deny, or say nothing.

use crate::facts::{ByServer, LookupOutcome};
use crate::hosts::{COURIERS, GSA, IDMSA};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass, skip};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "dns/own-servers",
    title: "This Mac\u{2019}s own DNS servers know Apple\u{2019}s names",
    wrong: "{saw}",
    why: "macOS says \u{201c}no such name\u{201d} of a server that refuses, that fails, and that denies. Asked directly, each \
          says which, and whoever runs it can mend that.",
    certainty: Certainty::Context("what a server itself answers (RFC 1035, response codes)"),
    part: Part::Hint,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::info("refuses"),
        Reason::info("fails"),
        Reason::info("denies"),
        Reason::info("silent"),
        Reason::info("answers"),
        Reason::skip("not-asked"),
    ]],
    fix: &catalogue::DNS,
    asks: &[&[Question::LookupOwn(NAMES[0]), Question::LookupOwn(NAMES[1]), Question::LookupOwn(NAMES[2])]],
    after: &[],
    judge,
};

const NAMES: [&str; 3] = [GSA.name, IDMSA.name, COURIERS[0]];

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let mut asked: Vec<(&str, &ByServer)> = Vec::new();
    for name in NAMES {
        match answers.own_lookups(name) {
            Ok(list) => asked.extend(list.iter().map(|one| (name, one))),
            // An older recording.
            Err(Miss::NotRecorded) => return Ok(skip("nobody asked them then").reason("not-asked")),
            Err(miss) => return Err(miss),
        }
    }
    let Some((name, first)) = asked.first().copied() else {
        return Ok(pass("macOS finds every name, so they were not asked"));
    };
    let server = &first.server;
    let verdict = match &first.resolution.outcome {
        LookupOutcome::Addresses(_) => {
            info(format!("{server} answers for {name}, and macOS does not pass it on")).reason("answers")
        }
        LookupOutcome::NoSuchName | LookupOutcome::NoAddress => {
            info(format!("{server} says that {name} does not exist")).reason("denies")
        }
        LookupOutcome::ServerFailed(code) if code.to_ascii_lowercase().contains("refused") => {
            info(format!("{server} refuses to look up {name}")).reason("refuses")
        }
        LookupOutcome::ServerFailed(code) => info(format!("{server} fails to look up {name} ({code})")).reason("fails"),
        LookupOutcome::NoReply => info(format!("{server} does not answer")).reason("silent"),
    };
    Ok(asked.into_iter().fold(verdict, |verdict, (name, one)| {
        verdict.evidence(name, format!("{}: {}", one.server, one.resolution.outcome))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Resolution;
    use crate::{Answer, Status, testing::Mac};

    fn said(list: &[(&str, LookupOutcome)]) -> Verdict {
        let answer = |list: &[(&str, LookupOutcome)]| {
            let one = |(server, outcome): &(&str, LookupOutcome)| ByServer {
                server: (*server).into(),
                resolution: Resolution { outcome: outcome.clone(), aliases: Vec::new() },
                ms: 1,
            };
            Ok(Answer::Lookups(list.iter().map(one).collect()))
        };
        let mac = Mac::of("15.1").says(&Question::LookupOwn(NAMES[0]), answer(list));
        let mac = NAMES[1..].iter().fold(mac, |mac, name| mac.says(&Question::LookupOwn(name), answer(&[])));
        judge(&mac.answers()).unwrap()
    }

    #[test]
    fn each_way_to_say_no_is_told_apart() {
        assert_eq!(said(&[]).status, Status::Pass);
        let failed = |code: &str| LookupOutcome::ServerFailed(code.into());
        for (outcome, reason) in [
            (failed("Query Refused"), "refuses"),
            (failed("Server Failure"), "fails"),
            (LookupOutcome::NoSuchName, "denies"),
            (LookupOutcome::NoReply, "silent"),
            (LookupOutcome::Addresses(vec!["17.1.2.3".parse().unwrap()]), "answers"),
        ] {
            let verdict = said(&[("192.168.1.1", outcome), ("192.168.1.2", LookupOutcome::NoReply)]);
            assert_eq!((verdict.status, verdict.reason), (Status::Info, Some(reason)));
            assert_eq!(verdict.evidence.len(), 2);
        }
    }

    #[test]
    fn an_older_recording_has_no_trouble() {
        assert_eq!(judge(&Mac::of("15.1").answers()).unwrap().status, Status::Skip);
    }
}
