//! From answers to rows: every judge is called once, and consequences are folded under their cause.

use crate::{
    Answers, Check, Effect, Fix, Group, Miss, NEEDS_FULL_DISK_ACCESS, Reason, Role, Status, Suspicion, Verdict,
    group_of, skip, unknown,
};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What was found for one check.
#[derive(Clone, Debug)]
pub struct Row {
    /// The check.
    pub check: &'static Check,
    /// Its group.
    pub group: &'static Group,
    /// The verdict.
    pub verdict: Verdict,
    /// The failing check that explains this one; then the verdict is a Skip.
    pub because_of: Option<&'static str>,
    /// Milliseconds until the slowest of its answers.
    pub ms: u64,
}

impl Row {
    /// What the check declares of the way to this status.
    pub fn reason(&self) -> Option<&'static Reason> {
        self.check.reason(self.verdict.status, self.verdict.reason?)
    }

    /// What to do: the verdict's fix, else the reason's, else the check's.
    pub fn fix(&self) -> &'static Fix {
        self.verdict.fix.or_else(|| self.reason()?.fix).unwrap_or(self.check.fix)
    }

    /// What it is about.
    pub fn part(&self) -> crate::Part {
        self.reason().and_then(|reason| reason.part).unwrap_or(self.check.part)
    }

    /// What its trouble does to a prompt, by itself; nothing where it has none.
    pub fn effect(&self) -> Effect {
        let by_status = match self.verdict.status {
            Status::Fail => self.check.effect,
            Status::Warn => self.check.effect.one_less(),
            _ => return Effect::Nothing,
        };
        self.verdict.effect.or_else(|| self.reason()?.effect).unwrap_or(by_status)
    }

    /// Whether it found what it looked for: "none is seen" is neither a pass nor something to suspect.
    pub fn found(&self) -> bool {
        matches!(self.verdict.status, Status::Info | Status::Warn | Status::Fail)
            && self.reason().is_none_or(|reason| reason.found)
    }

    /// What kind of thing it found, and what such a thing could break.
    pub fn suspicion(&self) -> Option<Suspicion> {
        let by_role = match self.check.role {
            Role::Suspect(suspicion) => Some(suspicion),
            _ => None,
        };
        self.reason().and_then(|reason| reason.suspect).or(by_role).filter(|_| self.found())
    }

    /// What is wrong, as a clause without a full stop.
    pub fn wrong(&self) -> String {
        let words = self.verdict.wrong.or_else(|| self.reason()?.wrong).unwrap_or(self.check.wrong);
        self.filled(words)
    }

    /// The one thing to do now that its reason tells by itself, whoever else may be suspected.
    pub fn first_by_reason(&self) -> Option<String> {
        self.reason()?.first.map(|words| self.filled(words))
    }

    /// The one thing to do now that its fix begins with.
    pub fn first_by_fix(&self) -> Option<String> {
        self.fix().first.map(|words| self.filled(words))
    }

    /// The words with what was seen and who stands behind it.
    fn filled(&self, words: &str) -> String {
        let who: Vec<String> = self.verdict.culprits.iter().map(crate::Culprit::in_a_sentence).collect();
        let mut text = words.replace("{saw}", &self.verdict.saw);
        while let Some((before, rest)) = text.clone().split_once("{who:")
            && let Some((nobody, after)) = rest.split_once('}')
        {
            let who = if who.is_empty() { nobody.to_owned() } else { who.join(" and ") };
            text = format!("{before}{who}{after}");
        }
        text
    }
}

/// Judges `checks`, which are in table order, by `answers`. One row a check, in the same order.
pub fn judge(checks: &[&'static Check], answers: &Answers) -> Vec<Row> {
    let mut rows: Vec<Row> = checks
        .iter()
        .map(|check| Row {
            check,
            group: group_of(check),
            verdict: one(check, answers),
            because_of: None,
            ms: check.questions().map(|question| answers.ms(question)).max().unwrap_or(0),
        })
        .collect();
    fold(&mut rows);
    rows
}

fn one(check: &'static Check, answers: &Answers) -> Verdict {
    let visible = answers.only(check.questions());
    match catch_unwind(AssertUnwindSafe(|| (check.judge)(&visible))) {
        Ok(Ok(verdict)) => declared(check, verdict),
        Ok(Err(miss)) => missed(&miss),
        Err(_) => unknown("bug in this check: it panicked; please report it with a recording").reason("bug"),
    }
}

/// A judge gives only reasons that its check declares: on them hang the words, the weight and the fix.
fn declared(check: &'static Check, verdict: Verdict) -> Verdict {
    debug_assert!(
        verdict.fix.is_none_or(|fix| crate::fix::catalogue::find(fix.id).is_some()),
        "{} names a fix that the catalogue does not hold",
        check.id
    );
    debug_assert!(
        match verdict.reason {
            Some(slug) => check.reason(verdict.status, slug).is_some(),
            // What is no pass and has no word for why cannot be told from its neighbours.
            None => matches!(verdict.status, Status::Pass),
        },
        "{} does not declare {:?} {:?}",
        check.id,
        verdict.status,
        verdict.reason
    );
    verdict
}

/// The reason of what is only asked past a VPN, and was not.
pub(crate) const LEAVES_TUNNEL: &str = "leaves-tunnel";

/// The verdict for a question that has no answer.
fn missed(miss: &Miss) -> Verdict {
    match miss {
        Miss::NeedsMac => skip(miss.to_string()).reason("needs-mac"),
        Miss::Offline => skip(miss.to_string()).reason("offline"),
        Miss::LeavesTunnel => skip(miss.to_string()).reason(LEAVES_TUNNEL),
        Miss::TimedOut => unknown(miss.to_string()).reason("timed-out"),
        Miss::Stopped => unknown(miss.to_string()).reason("stopped"),
        Miss::NotHere => unknown(miss.to_string()).reason("not-here"),
        Miss::Denied(_) => unknown(miss.to_string()).reason("denied"),
        Miss::Unreadable(_) => unknown(miss.to_string()).reason("unreadable"),
        Miss::NotRecorded => unknown(miss.to_string()).reason("not-asked"),
        Miss::NotListed => unknown(miss.to_string()).reason("bug"),
    }
}

/// Turns a trouble that another row explains into a Skip. A row that passes although its cause failed stays as it is: what
/// was seen counts for more than what should follow.
fn fold(rows: &mut [Row]) {
    let before: BTreeMap<&str, Before> = rows.iter().map(|row| (row.check.id, Before::of(row))).collect();
    let causes: Vec<Option<&'static str>> =
        rows.iter().map(|row| if may_fold(&row.verdict) { cause(row.check, &before, 0) } else { None }).collect();
    for (row, cause) in rows.iter_mut().zip(causes) {
        if let Some(id) = cause {
            let title = crate::find(id).map_or(id, |check| check.title);
            let saw = std::mem::take(&mut row.verdict.saw);
            row.verdict =
                skip(format!("explained by \u{201c}{title}\u{201d}")).reason("consequence").evidence("by itself", saw);
            row.because_of = Some(id);
        }
    }
}

/// A row before anything is folded.
#[derive(Clone, Copy)]
struct Before {
    status: Status,
    explains: bool,
    instead: Option<&'static str>,
    measured: bool,
}

impl Before {
    fn of(row: &Row) -> Self {
        let explains = row.reason().is_some_and(|reason| reason.explains);
        let measured = row.verdict.status == Status::Fail && row.verdict.measured;
        let instead = row.reason().and_then(|reason| reason.instead);
        Self { status: row.verdict.status, explains, instead, measured }
    }
}

/// What was measured by itself is a fact of its own, whatever else is wrong. Where a trouble explains what a permission would
/// show, nobody needs to hear of the permission.
fn may_fold(verdict: &Verdict) -> bool {
    let withheld = verdict.status == Status::Skip && verdict.reason == Some(NEEDS_FULL_DISK_ACCESS);
    (troubled(verdict.status) || withheld) && !(verdict.status == Status::Fail && verdict.measured)
}

fn troubled(status: Status) -> bool {
    matches!(status, Status::Fail | Status::Warn | Status::Unknown)
}

/// The failing check furthest up that explains this one.
fn cause(check: &Check, rows: &BTreeMap<&str, Before>, depth: usize) -> Option<&'static str> {
    if depth > 16 {
        return None;
    }
    check.explained_by().find_map(|id| {
        let row = *rows.get(id)?;
        let above = crate::find(id)?;
        if !troubled(row.status) && !row.explains {
            return None;
        }
        let failed = |id: &str| rows.get(id).is_some_and(|row| row.status == Status::Fail);
        if let Some(other) = row.instead.filter(|other| *other != check.id && failed(other)) {
            return Some(other);
        }
        // What was measured by itself is not explained further up.
        let further = if row.measured { None } else { cause(above, rows, depth + 1) };
        further.or((row.status == Status::Fail || row.explains).then_some(above.id))
    })
}

#[cfg(test)]
#[expect(clippy::unnecessary_wraps, reason = "a judge's signature is what it is")]
mod tests {
    use super::*;
    use crate::{Certainty, Part, Platform, Run, fail, fix::catalogue, pass, warn};

    const REASONS: &[&[Reason]] =
        &[&[Reason::fail("broken"), Reason::warn("shaky"), Reason::skip(NEEDS_FULL_DISK_ACCESS)]];

    const fn check(
        id: &'static str,
        after: &'static [&'static [&'static str]],
        judge: fn(&Answers) -> Result<Verdict, Miss>,
    ) -> Check {
        Check {
            id,
            title: "A statement",
            wrong: "{who:somebody} did it",
            why: "Because.",
            certainty: Certainty::Plausible("a test"),
            part: Part::Internet,
            effect: Effect::Stops,
            role: Role::Plain,
            normal: None,
            reasons: REASONS,
            fix: &catalogue::CONNECT,
            asks: &[],
            after,
            judge,
        }
    }

    fn fails(_: &Answers) -> Result<Verdict, Miss> {
        Ok(fail("broken").reason("broken"))
    }

    fn warns(_: &Answers) -> Result<Verdict, Miss> {
        Ok(warn("shaky").reason("shaky"))
    }

    fn passes(_: &Answers) -> Result<Verdict, Miss> {
        Ok(pass("fine"))
    }

    fn times_out(_: &Answers) -> Result<Verdict, Miss> {
        Err(Miss::TimedOut)
    }

    fn needs_permission(_: &Answers) -> Result<Verdict, Miss> {
        Ok(skip("not looked at").reason(NEEDS_FULL_DISK_ACCESS))
    }

    fn panics(_: &Answers) -> Result<Verdict, Miss> {
        panic!("a bug")
    }

    fn rows(checks: &[&'static Check]) -> Vec<Row> {
        let platform = Platform { os: "macos".into(), arch: String::new() };
        let run = Run { started: 0, duration_ms: 0, platform, offline: false, rerooted: false };
        judge(checks, &Answers::new(run, BTreeMap::new()))
    }

    // Ids of real checks, because a cause is looked up among them.
    const LINK: &str = "network/interface-up";
    const ROUTE: &str = "network/default-route";
    const NET: &str = "network/internet";

    #[test]
    fn consequences_are_folded_under_the_failure_furthest_up() {
        static TOP: Check = check(LINK, &[], fails);
        static MIDDLE: Check = check(ROUTE, &[&[LINK]], times_out);
        static BOTTOM: Check = check(NET, &[&[ROUTE]], warns);
        let rows = rows(&[&TOP, &MIDDLE, &BOTTOM]);
        assert_eq!(rows[0].verdict.status, Status::Fail);
        for row in &rows[1..] {
            assert_eq!((row.verdict.status, row.because_of), (Status::Skip, Some(LINK)), "{}", row.check.id);
            assert_eq!(row.verdict.reason, Some("consequence"));
        }
    }

    #[test]
    fn what_was_seen_to_work_stays_a_pass_and_cuts_the_chain() {
        static TOP: Check = check(LINK, &[], fails);
        static MIDDLE: Check = check(ROUTE, &[&[LINK]], passes);
        static BOTTOM: Check = check(NET, &[&[ROUTE]], fails);
        let statuses: Vec<Status> = rows(&[&TOP, &MIDDLE, &BOTTOM]).iter().map(|row| row.verdict.status).collect();
        assert_eq!(statuses, [Status::Fail, Status::Pass, Status::Fail]);
    }

    #[test]
    fn no_permission_is_asked_for_what_a_trouble_explains() {
        static TOP: Check = check(LINK, &[], fails);
        static BOTTOM: Check = check(ROUTE, &[&[LINK]], needs_permission);
        let rows = rows(&[&TOP, &BOTTOM]);
        assert_eq!((rows[1].verdict.reason, rows[1].because_of), (Some("consequence"), Some(LINK)));
    }

    #[test]
    fn a_warning_or_an_unknown_explains_nothing() {
        static TOP: Check = check(LINK, &[], warns);
        static OTHER: Check = check(ROUTE, &[], times_out);
        static BOTTOM: Check = check(NET, &[&[LINK, ROUTE]], fails);
        assert_eq!(rows(&[&TOP, &OTHER, &BOTTOM])[2].verdict.status, Status::Fail);
    }

    #[test]
    fn a_panic_costs_one_row() {
        static BAD: Check = check(LINK, &[], panics);
        static GOOD: Check = check(NET, &[], passes);
        let rows = rows(&[&BAD, &GOOD]);
        assert_eq!((rows[0].verdict.status, rows[0].verdict.reason), (Status::Unknown, Some("bug")));
        assert_eq!(rows[1].verdict.status, Status::Pass);
    }
}
