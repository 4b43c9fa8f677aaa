//! Rules for the packet filter that somebody added.

use crate::check::breaks;
use crate::files;
use crate::read::pf;
use crate::{Answers, Certainty, Check, Culprit, Miss, Question, Verdict, fix::catalogue, info, pass, unknown, warn};
use crate::{Effect, Part, Reason, Role, Suspicion};

const FILE: &str = files::PACKET_FILTER.path;

pub(super) const CHECK: Check = Check {
    id: "filters/packet-filter",
    title: "Nobody added packet filter rules",
    wrong: "the packet filter has rules of its own ({saw})",
    why: "pf, the packet filter inside macOS, can drop connections to Apple. VPNs with a kill switch and privacy scripts add \
          rules to it. Whether they are in force only an administrator can see.",
    certainty: Certainty::Plausible("nobody is known to have reported it"),
    part: Part::Between,
    effect: Effect::MayStop,
    role: Role::Suspect(Suspicion { what: "a filter", breaks: breaks::TRAFFIC }),
    normal: Some("the packet filter has rules of its own"),
    reasons: &[&[
        Reason::warn("names-apple")
            .wrong("a rule of the packet filter on this Mac blocks Apple\u{2019}s addresses ({saw})")
            .fix(&catalogue::PACKET_FILTER),
        Reason::warn("names-push")
            .wrong("a rule of the packet filter on this Mac blocks the port that pushes come over ({saw})")
            .fix(&catalogue::PACKET_FILTER),
        Reason::info("rules-added"),
        Reason::unknown("too-long"),
    ]],
    fix: &catalogue::FILTER,
    asks: &[&[Question::File(&files::PACKET_FILTER)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if !answers.on_a_mac() {
        return Err(Miss::NeedsMac);
    }
    let file = answers.text(&files::PACKET_FILTER)?;
    let added = pf::added(&file.text);
    if added.is_empty() && file.cut {
        return Ok(unknown("it is too long to be read to the end").reason("too-long"));
    }
    if added.is_empty() {
        return Ok(pass("only macOS\u{2019}s own are there"));
    }
    let anchors: Vec<Culprit> = pf::anchors(&added).into_iter().map(Culprit::from).collect();
    let saw = match (anchors.as_slice(), added.len()) {
        ([one], _) => format!("{} has rules there", one.in_a_sentence()),
        ([one, rest @ ..], _) => format!("{} and {} more have rules there", one.in_a_sentence(), rest.len()),
        ([], 1) => format!("one rule was added to {FILE}"),
        ([], more) => format!("{more} rules were added to {FILE}"),
    };
    let blocked = [("17.", "names-apple"), ("apple", "names-apple"), ("5223", "names-push")];
    let mut blocked = blocked.iter().filter_map(|(what, reason)| Some((line_of(&file.text, what)?, *reason)));
    let verdict = match blocked.next() {
        Some((line, reason)) => warn(format!("line {line} of {FILE}")).reason(reason),
        None => info(saw).reason("rules-added"),
    };
    let verdict = anchors.into_iter().fold(verdict, Verdict::culprit);
    Ok(added.iter().take(10).fold(verdict, |verdict, line| verdict.evidence("rule", *line)))
}

/// The first line that drops what goes to this, as editors count.
fn line_of(text: &str, what: &str) -> Option<usize> {
    text.lines().position(|line| blocks(line.split('#').next().unwrap_or_default(), what)).map(|at| at + 1)
}

/// Whether a rule drops what goes to this: the beginning of an address, a port, or a part of a name.
fn blocks(line: &str, what: &str) -> bool {
    let line = line.to_ascii_lowercase();
    let mut words = line.split_whitespace();
    words.next() == Some("block")
        && words.any(|word| if what.ends_with('.') { word.starts_with(what) } else { word.contains(what) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TextFile;
    use crate::testing::Mac;
    use crate::{Answer, Status};

    /// As macOS 10.15 to 15 ship it.
    const STOCK: &str = "#\n# Default PF configuration file.\n#\nscrub-anchor \"com.apple/*\"\nnat-anchor \"com.apple/*\"\n\
        rdr-anchor \"com.apple/*\"\ndummynet-anchor \"com.apple/*\"\nanchor \"com.apple/*\"\n\
        load anchor \"com.apple\" from \"/etc/pf.anchors/com.apple\"\n";

    #[test]
    fn only_added_lines_are_told() {
        let verdict = |text: &str| {
            let file = Answer::Text(TextFile { text: text.into(), cut: false });
            Mac::of("15.2").says(&Question::File(&files::PACKET_FILTER), Ok(file)).judged(&CHECK).unwrap()
        };
        assert_eq!(verdict(STOCK).status, Status::Pass);
        let added = verdict(&format!("{STOCK}anchor \"killswitch\"\n"));
        assert_eq!(
            (added.status, added.saw.as_str()),
            (Status::Info, "something that calls itself \u{201c}killswitch\u{201d} has rules there")
        );
        let ours = verdict(&format!("{STOCK}anchor \"org.eyebeam\"\n"));
        assert_eq!(
            (ours.saw.as_str(), ours.culprit_text().as_deref()),
            ("SelfControl has rules there", Some("SelfControl"))
        );
        assert_eq!(verdict(&format!("{STOCK}pass out\n")).saw, "one rule was added to /etc/pf.conf");
        let blocked = verdict(&format!("{STOCK}block drop out quick to 17.0.0.0/8\n"));
        assert_eq!((blocked.status, blocked.reason), (Status::Warn, Some("names-apple")));
        assert_eq!(blocked.saw, "line 10 of /etc/pf.conf");
        assert_eq!(verdict(&format!("{STOCK}# block out to 17.0.0.0/8\npass out\n")).reason, Some("rules-added"));
        let port = verdict(&format!("{STOCK}block return out proto tcp to any port 5223\n"));
        assert_eq!((port.status, port.reason), (Status::Warn, Some("names-push")));
        assert_eq!(added.evidence[0].value, "anchor \"killswitch\"");
    }
}
