//! Programs that take connections over without an address or a route that would show it.

use crate::check::breaks;
use crate::commands::SYSTEM_EXTENSIONS;
use crate::read::products;
use crate::read::system_extensions::Extension;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue};
use crate::{Effect, Part, Role, Suspicion};

pub(super) const CHECK: Check = Check {
    id: "filters/transparent-proxy",
    title: "No proxy extension is on",
    wrong: "a proxy extension is on",
    why: "A transparent proxy (Netskope, Zscaler, Cisco) passes connections on through its maker\u{2019}s servers. It shows in no \
          route and on no interface. If it decrypts them, Apple\u{2019}s services refuse; the certificate rows show that.",
    certainty: Certainty::Documented("Apple 101555: Apple\u{2019}s services refuse HTTPS inspection"),
    part: Part::Between,
    effect: Effect::MayStop,
    role: Role::Suspect(Suspicion { what: "a filter", breaks: breaks::TRAFFIC }),
    normal: Some("a proxy extension is on"),
    reasons: &[super::AT_WORK],
    fix: &catalogue::FILTER,
    asks: &[&[Question::Command(&SYSTEM_EXTENSIONS)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let list = match super::extensions(answers)? {
        Ok(list) => list,
        Err(verdict) => return Ok(verdict),
    };
    let proxies: Vec<&Extension> =
        list.iter().filter(|one| one.is_on() && one.role() == Some(products::Role::TransparentProxy)).collect();
    let titles = proxies.iter().map(|one| one.whose().into()).collect();
    let verdict = super::at_work(titles, &proxies, ["may take connections over"; 2]);
    let inspects = proxies.iter().any(|one| products::by_bundle(&one.bundle).is_some_and(|product| product.inspects));
    Ok(if inspects { verdict.evidence("may also", "decrypt HTTPS") } else { verdict })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    #[test]
    fn an_app_proxy_is_named() {
        let text = "1 extension(s)\n--- com.apple.system_extension.network_extension\n*\t*\tTEAM\t\
                    com.netskope.client.Netskope-Client.NetskopeClientMacAppProxy (1/1)\tNetskope\t[activated enabled]\n";
        let found = Mac::of("14.4").prints(&SYSTEM_EXTENSIONS, text).judged(&CHECK).unwrap();
        assert_eq!((found.status, found.saw.as_str()), (Status::Info, "Netskope may take connections over"));
        assert_eq!(found.evidence.last().map(|one| one.value.as_str()), Some("decrypt HTTPS"));
        let none = Mac::of("14.4").prints(&SYSTEM_EXTENSIONS, "0 extension(s)\n").judged(&CHECK).unwrap();
        assert_eq!(none.status, Status::Pass);
    }
}
