//! Judging one service on Apple's status page.

use crate::check::after;
use crate::facts::FetchFailure;
use crate::read::dates::span;
use crate::read::status_feed::{self, Event, Feed, Service, Severity, When};
use crate::{Answers, Effect, Fetch, Miss, Reason, Verdict, fail, info, pass, unknown, warn};

/// A day, in milliseconds: how long something that is over is worth a word. Apple often tells only afterwards.
const DAY: i64 = 86_400_000;

/// What explains that Apple's status pages do not come, for every check that reads one.
pub const AFTER: &[&[&str]] = &[
    after::LINK,
    after::RESOLVER,
    after::HOSTS_FILE,
    after::SINKHOLE,
    after::INTERNET,
    after::PACKETS,
    after::OPENED,
    &["filters/proxy"],
];

/// What is said of a service that codes hang on. Apple's page lags behind and names some users only, so that even an
/// outage only may stop a code.
pub const NEEDED_REASONS: &[Reason] =
    &[Reason::fail("outage"), Reason::warn("issue").does(Effect::MayStop), MAINTENANCE, UNCLEAR, ANNOUNCED];
/// What is said of the others.
pub const HINT_REASONS: &[Reason] = &[Reason::warn("outage"), Reason::warn("issue"), MAINTENANCE, UNCLEAR, ANNOUNCED];
/// Why nothing is said.
pub const UNREAD_REASONS: &[Reason] = &[
    Reason::unknown("odd-answer"),
    Reason::unknown("unreadable"),
    Reason::unknown("no-answer"),
    Reason::unknown("not-named"),
];
const MAINTENANCE: Reason = Reason::info("maintenance");
const UNCLEAR: Reason = Reason::info("unclear");
const ANNOUNCED: Reason = Reason::info("announced");

/// A service.
pub struct Watched {
    /// What it is called, newest name first.
    pub names: &'static [&'static str],
    /// Whether codes hang on it.
    pub needed: bool,
}

impl Watched {
    /// What `from` says of it.
    pub fn judge(&self, answers: &Answers, from: &'static Fetch) -> Result<Verdict, Miss> {
        let response = match &answers.fetch(from)?.result {
            Ok(response) if response.status == 200 => response,
            Ok(response) => {
                let saw = format!("Apple\u{2019}s status page answers with {}", response.status);
                return Ok(unknown(saw).reason("odd-answer"));
            }
            Err(FetchFailure::TooLarge) => {
                return Ok(unknown("Apple\u{2019}s status page is far too long").reason("unreadable"));
            }
            Err(failure) => {
                let saw = format!("Apple\u{2019}s status page does not answer: {failure}");
                return Ok(unknown(saw).reason("no-answer"));
            }
        };
        let feed = status_feed::read(&response.body)?;
        let Some(service) = feed.service(self.names) else {
            return Ok(unknown("Apple\u{2019}s status page does not name it any more").reason("not-named"));
        };
        Ok(with_banner(self.verdict(service, answers.started()), &feed))
    }

    fn verdict(&self, service: &Service, now: i64) -> Verdict {
        if let Some(event) = service.worst() {
            let since = event.started.and_then(|start| ago(now - start));
            let since = since.map_or(String::new(), |since| format!(", for {since}"));
            let verdict = match event.severity {
                Severity::Outage if self.needed => fail(format!("{}: outage{since}", service.name)).reason("outage"),
                Severity::Outage => warn(format!("{}: outage{since}", service.name)).reason("outage"),
                Severity::Maintenance => info(format!("{}: maintenance{since}", service.name)).reason("maintenance"),
                _ => warn(format!("{}: a problem{since}", service.name)).reason("issue"),
            };
            return with_event(verdict, event);
        }
        if let Some(event) =
            service.events.iter().find(|event| event.when == When::Unclear && event.severity > Severity::None)
        {
            return with_event(info("Apple reports something that is not clear").reason("unclear"), event);
        }
        if let Some(event) = service.events.iter().find(|event| event.when == When::Later) {
            return with_event(info("maintenance is announced").reason("announced"), event);
        }
        let recent = service.last_over().and_then(|event| {
            let when = event.ended.or(event.started)?;
            (0..DAY).contains(&(now - when)).then_some((event, ago(now - when)?))
        });
        match recent {
            // The page lags behind: what it calls solved may be why a code did not come an hour ago.
            Some((event, when)) => with_event(pass(format!("no reported problem; one was solved {when} ago")), event),
            None => pass("no reported problem"),
        }
    }
}

/// Which of these are down now, or have a problem, by the page's own names. None where the page cannot be read.
pub fn down(answers: &Answers, from: &'static Fetch, names: &[&str]) -> Vec<String> {
    let response = answers.fetch(from).ok().and_then(|fetched| fetched.result.as_ref().ok());
    let feed = response.filter(|response| response.status == 200).and_then(|it| status_feed::read(&it.body).ok());
    let listed = feed.iter().flat_map(|feed| &feed.services);
    let wanted = listed.filter(|service| names.iter().any(|name| service.name.eq_ignore_ascii_case(name)));
    let troubled = wanted.filter(|service| service.worst().is_some_and(|event| event.severity >= Severity::Issue));
    troubled.map(|service| service.name.clone()).collect()
}

fn with_event(verdict: Verdict, event: &Event) -> Verdict {
    let details = [("kind", &event.word), ("whom", &event.users), ("message", &event.message)];
    let told = details.into_iter().filter(|(_, text)| !text.is_empty());
    told.fold(verdict, |verdict, (label, text)| verdict.evidence(label, text.clone()))
}

fn with_banner(verdict: Verdict, feed: &Feed) -> Verdict {
    match &feed.banner {
        Some(text) => verdict.evidence("notice on Apple\u{2019}s page", text.clone()),
        None => verdict,
    }
}

/// A length of time in words; none when it is no sensible one.
fn ago(millis: i64) -> Option<String> {
    (0..=365 * DAY).contains(&millis).then(|| span(millis / 1000))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;

    const NOW: i64 = 1_750_800_000_000;
    const HOUR: i64 = 3_600_000;

    fn of(needed: bool, events: &str) -> Verdict {
        let feed =
            status_feed::read(&format!(r#"{{"services": [{{"serviceName": "iMessage", "events": [{events}]}}]}}"#));
        Watched { names: &["iMessage"], needed }.verdict(&feed.unwrap().services[0], NOW)
    }

    fn event(kind: &str, status: &str, start: i64) -> String {
        format!(r#"{{"statusType": "{kind}", "eventStatus": "{status}", "epochStartDate": {start}, "message": "m"}}"#)
    }

    #[test]
    fn only_what_goes_on_counts() {
        assert_eq!(of(true, "").status, Status::Pass);
        let outage = event("Outage", "ongoing", NOW - 2 * HOUR);
        assert_eq!(of(true, &outage).status, Status::Fail);
        assert_eq!(of(true, &outage).saw, "iMessage: outage, for 2 hours");
        assert_eq!(of(false, &outage).status, Status::Warn);
        assert_eq!(of(true, &event("Performance", "ongoing", NOW)).status, Status::Warn);
        assert_eq!(of(true, &event("Meltdown", "ongoing", NOW)).status, Status::Warn);
        assert_eq!(of(true, &event("Maintenance", "ongoing", NOW)).status, Status::Info);
        assert_eq!(of(true, &event("Available", "ongoing", NOW)).status, Status::Pass);
        assert_eq!(of(true, &event("Outage", "upcoming", NOW)).status, Status::Info);
        assert_eq!(of(true, &event("Outage", "paused", NOW)).status, Status::Info);
    }

    #[test]
    fn what_ended_today_is_worth_a_word() {
        let solved = of(true, &event("Outage", "resolved", NOW - 3 * HOUR));
        assert_eq!(
            (solved.status, solved.saw.as_str()),
            (Status::Pass, "no reported problem; one was solved 3 hours ago")
        );
        assert_eq!(of(true, &event("Outage", "resolved", NOW - 40 * HOUR)).saw, "no reported problem");
        assert_eq!(of(true, &event("Outage", "resolved", NOW + 40 * HOUR)).saw, "no reported problem");
    }
}
