//! Whatever the rows say, the answer keeps its shape and claims nothing that was not seen.

use super::testing::{answers, row_of};
use super::{ANTI_SCAM, Outlook, diagnose};
use crate::{Row, Status, Verdict, fail, info, pass, skip, unknown, warn};
use proptest::prelude::*;

const REASONS: &[&str] = &[
    "captive-portal",
    "fallback-only",
    "only-by-proxy",
    "not-seen",
    "trying",
    "blocked",
    "inspected",
    "refused",
    "signed-out",
    "trust-revoked",
    "managed",
    "disabled",
    "forbidden",
    "unreachable",
    "expired",
    "full-tunnel",
];

fn verdict() -> impl Strategy<Value = Verdict> {
    (0..6usize, 0..=REASONS.len(), any::<bool>()).prop_map(|(status, reason, named)| {
        let make = [pass, info, warn, fail, skip, unknown][status];
        let mut verdict = make("something short was seen");
        if let Some(reason) = REASONS.get(reason) {
            verdict = verdict.reason(reason);
        }
        if named { verdict.culprit("Example Guard") } else { verdict }
    })
}

/// Every check there is, each with any verdict; one in four is left out.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let count = crate::all().count();
    proptest::collection::vec((verdict(), 0..4u8), count).prop_map(|list| {
        let mut rows: Vec<Row> = Vec::new();
        for (check, (verdict, keep)) in crate::all().zip(list) {
            if keep > 0 {
                rows.push(row_of(check.id, check.certainty, verdict));
            }
        }
        rows
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_answer_keeps_its_shape(rows in rows(), mac in any::<bool>(), offline in any::<bool>()) {
        let run = answers(if mac { "macos" } else { "linux" }, if mac { "26.4" } else { "" }, offline);
        let answer = diagnose(&rows, &run);
        prop_assert!(answer.headline.starts_with("This ") || answer.headline.starts_with("Nothing "), "{}", answer.headline);
        prop_assert!(answer.headline.ends_with('.') && !answer.headline.contains('{'), "{}", answer.headline);
        prop_assert!((3..=5).contains(&answer.get_in_now.len()));
        prop_assert!(answer.get_in_now[0].starts_with("Stop requesting codes"));
        prop_assert_eq!(answer.paths.len(), 5);
        prop_assert!(answer.cannot_see.len() <= 5 && answer.do_not.len() <= 5);
        prop_assert_eq!(answer.anti_scam, ANTI_SCAM);
        for cause in &answer.causes {
            let row = rows.iter().find(|row| row.check.id == cause.id).expect("a cause is a row");
            prop_assert!(matches!(row.verdict.status, Status::Fail | Status::Warn), "{}", cause.id);
            prop_assert!(!cause.statement.contains('{') && !cause.statement.ends_with('.'), "{}", cause.statement);
            prop_assert!(row.group.id != "messages" && row.group.id != "facetime");
        }
        prop_assert!(answer.suspects.is_empty() || !answer.causes.is_empty() || rows.iter().any(|row| row.verdict.status == Status::Fail));
        if !mac {
            prop_assert_eq!(answer.outlook, Outlook::CannotTell);
        }
        if answer.outlook == Outlook::Can {
            prop_assert!(answer.causes.is_empty());
            for id in ["account/icloud", "push/daemon", "push/connected", "push/courier", "tls/sign-in", "network/internet"] {
                let row = rows.iter().find(|row| row.check.id == id);
                prop_assert!(row.is_some_and(|row| !matches!(row.verdict.status, Status::Fail | Status::Unknown | Status::Skip)), "{id}");
            }
        }
    }
}
