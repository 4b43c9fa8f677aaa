//! The list of push couriers that macOS fetches.

use crate::check::after;
use crate::hosts::{IDMSA, PUSH_BAG};
use crate::shared::names::proxy_carries;
use crate::shared::shakes::only_by_proxy;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, pass, warn};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "push/bag",
    title: "The list of push servers can be fetched",
    wrong: "the list of push servers cannot be fetched ({saw})",
    why: "The push service fetches it over plain HTTP to know where to connect. It keeps a copy, so this matters little.",
    certainty: Certainty::Context("public programs fetch it; how macOS does without it is not known"),
    part: Part::PushServers,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::warn("not-a-list"),
        Reason::warn("odd-answer"),
        Reason::warn("no-answer"),
        Reason::info("only-by-proxy"),
    ]],
    fix: &catalogue::FIREWALL,
    asks: &[&[Question::Fetch(&PUSH_BAG), IDMSA.handshake().by_proxy().question()]],
    after: &[after::LINK, after::RESOLVER, after::HOSTS_FILE, after::SINKHOLE, after::INTERNET, &["dns/apple-push"]],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    Ok(match &answers.fetch(&PUSH_BAG)?.result {
        Ok(response) if response.status == 200 && response.body.contains("<plist") => pass("it comes"),
        Ok(response) if response.status == 200 => warn("something else comes in its place").reason("not-a-list"),
        Ok(response) => warn(format!("Apple answers with {}", response.status)).reason("odd-answer"),
        Err(_) if proxy_carries(answers) => only_by_proxy(),
        Err(failure) => warn(format!("it does not come: {failure}")).reason("no-answer"),
    })
}
