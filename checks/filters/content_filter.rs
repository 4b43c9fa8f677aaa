//! Network extensions that let connections through or not.

use crate::check::breaks;
use crate::commands::SYSTEM_EXTENSIONS;
use crate::read::system_extensions::Extension;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue};
use crate::{Effect, Part, Role, Suspicion};

pub(super) const CHECK: Check = Check {
    id: "filters/content-filter",
    title: "No content filter is on",
    wrong: "a content filter is on",
    why: "A content filter (Little Snitch, LuLu, a web filter) can hold back Apple\u{2019}s services without a word. Most let \
          them through by themselves, so it is a suspect only while something of Apple\u{2019}s cannot be reached.",
    certainty: Certainty::Reported("LuLu issues: a filter kept blocking after its app was removed"),
    part: Part::Between,
    effect: Effect::MayStop,
    role: Role::Suspect(Suspicion { what: "a filter", breaks: breaks::TRAFFIC }),
    normal: Some("a content filter is on"),
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
    let filters: Vec<&Extension> = list.iter().filter(|one| one.is_on() && one.filters()).collect();
    let titles = filters.iter().map(|one| one.whose().into()).collect();
    Ok(super::at_work(titles, &filters, ["filters connections", "filter connections"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::testing::Mac;

    fn verdict(rows: &str) -> Verdict {
        let text = format!("2 extension(s)\n--- com.apple.system_extension.network_extension\n{rows}");
        Mac::of("15.2").prints(&SYSTEM_EXTENSIONS, &text).judged(&CHECK).unwrap()
    }

    #[test]
    fn filters_and_strangers_are_named_and_tunnels_are_not() {
        let lulu = "*\t*\tTEAM\tcom.objective-see.lulu.extension (2.3/2.3)\tExtension\t[activated enabled]\n";
        let tunnel = "*\t*\tTEAM\tio.tailscale.ipn.macsys.network-extension (1/1)\tTailscale\t[activated enabled]\n";
        let stranger = "*\t*\tTEAM\torg.example.guard (1/1)\tExample Guard\t[activated enabled]\n";
        let found = verdict(&format!("{lulu}{tunnel}"));
        assert_eq!((found.status, found.saw.as_str()), (Status::Info, "LuLu filters connections"));
        assert_eq!(found.culprit_text().as_deref(), Some("LuLu"));
        assert_eq!(verdict(stranger).culprit_text().as_deref(), Some("Example Guard"));
        assert_eq!(verdict(tunnel).status, Status::Pass);
        assert_eq!(verdict(&lulu.replace("enabled]", "waiting for user]")).status, Status::Pass);
    }

    #[test]
    fn no_list_is_unknown() {
        let mac = Mac::of("15.2").prints(&SYSTEM_EXTENSIONS, "");
        assert!(matches!(mac.judged(&CHECK), Err(Miss::Unreadable(_))));
    }
}
