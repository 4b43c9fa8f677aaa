//! What the table says of each group. A group is as well as its worst row.

use super::Report;
use codesent_checks::{Row, Status, is_on_request};

/// What was found of groups that are not well, or could not be judged.
pub(super) struct Finding {
    /// The worst of their rows; [`Status::Skip`] where another group explains them.
    pub(super) status: Status,
    /// The groups.
    pub(super) titles: Vec<String>,
    /// As a clause.
    pub(super) found: String,
}

/// Groups that are well, each with its sign, and findings about the others, worst first; who is suspected counts as a finding.
pub(super) fn of(report: &Report) -> (Vec<(Status, String)>, Vec<Finding>) {
    let (mut well, mut findings) = (Vec::new(), Vec::<Finding>::new());
    for rows in report.rows.chunk_by(|left, right| left.group.id == right.group.id) {
        let title = rows[0].group.title.replace('\'', "\u{2019}");
        let Some((status, found)) = finding(report, rows) else {
            well.push((sign(rows), title));
            continue;
        };
        match findings.iter_mut().find(|one| one.status == status && one.found == found) {
            Some(one) => one.titles.push(title),
            None => findings.push(Finding { status, titles: vec![title], found }),
        }
    }
    findings.sort_by_key(|one| super::ORDER.iter().position(|status| *status == one.status));
    (well, findings)
}

/// The status of one group and what is not well in it; a group whose rows are explained elsewhere is a skipped one.
pub(super) fn of_group(report: &Report, rows: &[Row]) -> (Status, Option<String>) {
    finding(report, rows).map_or_else(|| (sign(rows), None), |(status, found)| (status, Some(found)))
}

/// The status of a group that is well, or of which there is nothing to say.
pub(super) fn sign(rows: &[Row]) -> Status {
    let has = |status: Status| rows.iter().any(|row| row.verdict.status == status);
    [Status::Pass, Status::Info].into_iter().find(|status| has(*status)).unwrap_or(Status::Skip)
}

/// What is not well in a group.
pub(super) fn finding(report: &Report, rows: &[Row]) -> Option<(Status, String)> {
    for status in [Status::Fail, Status::Warn, Status::Unknown] {
        let worst: Vec<&Row> = rows.iter().filter(|row| row.verdict.status == status).collect();
        if let Some((first, more)) = worst.split_first() {
            return Some((status, told(report, first, more)));
        }
    }
    // Neither good nor bad by itself, but it may be what is behind the trouble of others.
    let suspected = |row: &&Row| report.diagnosis.suspects.iter().any(|suspect| suspect.id == row.check.id);
    let mut suspects = rows.iter().filter(suspected).map(|row| row.verdict.saw.as_str());
    if let Some(first) = suspects.next() {
        return Some((Status::Info, suspects.fold(first.to_owned(), |all, more| format!("{all}; {more}"))));
    }
    // Who asks for it wants to know what it said.
    let mut on_request = rows.iter().filter(|row| is_on_request(row.check) && row.found());
    if let Some(row) = on_request.next() {
        return Some((Status::Info, and_more(row.wrong(), on_request.count())));
    }
    let explained = |row: &&Row| row.verdict.status == Status::Skip && row.because_of.is_some();
    let because = rows.iter().find(explained)?.because_of?;
    let root = report.rows.iter().find(|row| row.check.id == because).map_or(because, |row| row.group.title);
    Some((Status::Skip, format!("not judged, because of: {root}")))
}

/// The first of the rows, and the other one, or how many more are like it.
fn told(report: &Report, row: &Row, more: &[&Row]) -> String {
    let statement = |row: &Row| {
        let cause = report.diagnosis.causes.iter().find(|cause| cause.id == row.check.id);
        cause.map_or_else(|| super::found(row), |cause| cause.statement.clone())
    };
    let said = statement(row);
    match more {
        // What could not be checked is one finding, however many rows wanted to know it.
        _ if row.verdict.status == Status::Unknown => said,
        [other] => format!("{}; {}", parted(&said).0, parted(&statement(other)).0),
        more => and_more(said, more.len()),
    }
}

fn and_more(said: String, more: usize) -> String {
    match more {
        0 => said,
        1 => format!("{said}; and one more"),
        _ => format!("{said}; and {more} more"),
    }
}

/// What was found and the detail in brackets at its end.
pub(super) fn parted(found: &str) -> (&str, Option<&str>) {
    let mut depth = 0_usize;
    for (at, letter) in found.char_indices().rev() {
        match letter {
            ')' => depth += 1,
            // It does not end in brackets.
            _ if depth == 0 => break,
            '(' if depth == 1 => {
                let (said, detail) = (found[..at].strip_suffix(' '), found[at + 1..].strip_suffix(')'));
                return said.map_or((found, None), |said| (said, detail));
            }
            '(' => depth -= 1,
            _ => {}
        }
    }
    (found, None)
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn the_detail_is_what_the_last_brackets_hold_whole() {
        assert_eq!(parted("it fails (no reply)"), ("it fails", Some("no reply")));
        assert_eq!(
            parted("it fails (a proxy (403) refuses (twice))"),
            ("it fails", Some("a proxy (403) refuses (twice)"))
        );
        for whole in ["it fails", "it (they) fails", "it fails)", "", ")("] {
            assert_eq!(parted(whole), (whole, None), "{whole}");
        }
    }
}
