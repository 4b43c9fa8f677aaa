//! TLS with China mainland's own servers, on a Mac whose region that is and on no other.

use crate::check::{after, handshakes};
use crate::hosts::IN_CHINA;
use crate::preferences::GLOBAL;
use crate::read::region;
use crate::shared::shakes::{self, judge_optional};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, hosts, skip};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "tls/china",
    title: "China mainland\u{2019}s own account servers can be reached",
    wrong: "China mainland\u{2019}s account servers cannot be reached ({saw})",
    why: "Accounts of China mainland have servers of their own for iCloud and for sign-in on the web. Only a Mac whose region \
          is China mainland asks them.",
    certainty: Certainty::Plausible(
        "Apple\u{2019}s terms say that iCloud is run there by another company; the names are those that public clients use",
    ),
    part: Part::Servers,
    effect: Effect::MayStop,
    role: Role::Plain,
    normal: None,
    reasons: &[shakes::OPTIONAL, &[Reason::skip("elsewhere")]],
    fix: &catalogue::FIREWALL,
    asks: &[
        &[Question::Preferences(&GLOBAL), hosts::IDMSA.handshake().by_proxy().question()],
        &handshakes([IN_CHINA[0].handshake(), IN_CHINA[1].handshake(), IN_CHINA[2].handshake()]),
    ],
    after: &[
        after::LINK,
        after::RESOLVER,
        after::HOSTS_FILE,
        after::SINKHOLE,
        after::INTERNET,
        after::PACKETS,
        after::OPENED,
    ],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    // Where the region cannot be read nobody asked them either, and for all but a few they mean nothing.
    if !answers.preferences(&GLOBAL).is_ok_and(region::is_china) {
        let saw = "nothing says that this Mac\u{2019}s region is China mainland, so nobody asked them";
        return Ok(skip(saw).reason("elsewhere"));
    }
    judge_optional(answers, &IN_CHINA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{HandshakeFailure, HandshakeReport, LookupOutcome};
    use crate::{Answer, Status, testing::Mac};
    use serde_json::json;

    fn said(locale: &serde_json::Value, last: HandshakeFailure) -> Verdict {
        let mac = Mac::healthy("15.1").keeps(&GLOBAL, locale.clone());
        let report = HandshakeReport { attempts: Vec::new(), result: Err(last) };
        mac.says(&IN_CHINA[2].handshake().question(), Ok(Answer::Handshake(report))).judged(&CHECK).unwrap()
    }

    #[test]
    fn they_count_in_china_and_nowhere_else() {
        let refused = || HandshakeFailure::Lookup(LookupOutcome::NoSuchName);
        let there = said(&json!({ "AppleLocale": "und_CN" }), refused());
        assert_eq!((there.status, there.reason), (Status::Warn, Some("no-address")));
        assert!(there.saw.starts_with("account.apple.com.cn: "), "{}", there.saw);
        let elsewhere = said(&json!({}), refused());
        assert_eq!((elsewhere.status, elsewhere.reason), (Status::Skip, Some("elsewhere")));
    }

    #[test]
    fn an_older_recording_of_china_is_unknown() {
        let mac = Mac::of("15.1").keeps(&GLOBAL, json!({ "AppleLocale": "und_CN" }));
        assert_eq!(mac.judged(&CHECK).unwrap_err(), Miss::NotRecorded);
    }
}
