//! Whether this Mac logs in by itself.

use crate::files::{AUTOMATIC_LOGIN, ETC};
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "mac/automatic-login",
    title: "Somebody types the password when this Mac starts",
    wrong: "this Mac logs in by itself, and its keychain may have another password",
    why: "A Mac that logs in by itself uses the password that was stored for it. After the password was changed it may no longer \
          open the login keychain, where the account\u{2019}s tokens lie; then iCloud asks for the password again and again.",
    certainty: Certainty::Reported("a Mac with automatic login on which iCloud refused the right password"),
    part: Part::Machine,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::info("automatic")]],
    fix: &catalogue::KEYCHAIN,
    asks: &[&[Question::Folder(&ETC)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if !answers.on_a_mac() {
        return Err(Miss::NeedsMac);
    }
    let stored = answers.folder(&ETC)?.iter().any(|name| name == AUTOMATIC_LOGIN);
    Ok(if stored { info("it logs in by itself").reason("automatic") } else { pass("no password is stored for it") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Mac;
    use crate::{Answer, Status};

    #[test]
    fn only_that_a_password_is_stored_is_looked_at() {
        let verdict = |names: &[&str]| {
            let names = names.iter().map(|name| (*name).to_owned()).collect();
            let mac = Mac::of("15.2").says(&Question::Folder(&ETC), Ok(Answer::Folder(ETC.kept(names))));
            judge(&mac.answers()).unwrap()
        };
        assert_eq!(verdict(&["kcpassword", "hosts"]).status, Status::Info);
        assert_eq!(verdict(&["hosts", "passwd"]).status, Status::Pass);
        let denied = Miss::Denied(crate::Permission::FilePermissions);
        assert!(judge(&Mac::of("15.2").says(&Question::Folder(&ETC), Err(denied)).answers()).is_err());
    }
}
