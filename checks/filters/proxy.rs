//! The proxies that macOS has set.

use crate::{Answers, Certainty, Check, Miss, Question, Verdict, commands, fix::catalogue, info, pass};

pub(super) const CHECK: Check = Check {
    id: "filters/proxy",
    title: "No proxy is set",
    why: "Push needs a direct connection, or a proxy that passes 443 without decrypting it.",
    certainty: Certainty::Documented("Apple 102266"),
    fix: &catalogue::PROXY,
    asks: &[Question::Command(&commands::PROXY)],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let text = &answers.command(&commands::PROXY)?.stdout;
    if !text.contains("<dictionary>") {
        return Err(Miss::Unreadable("`scutil --proxy` printed something unexpected".into()));
    }
    let on = ["HTTPSEnable", "HTTPEnable", "SOCKSEnable", "ProxyAutoConfigEnable"]
        .into_iter()
        .find(|key| text.lines().any(|line| line.trim() == format!("{key} : 1")));
    Ok(match on {
        Some(key) => info(format!("{key} is on")).reason("set"),
        None => pass("none"),
    })
}
