//! Whether the login keychain still opens with the login password.

use crate::files::KEYCHAINS;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fix::catalogue, info, pass};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "mac/login-keychain",
    title: "The login keychain was never set aside",
    wrong: "macOS set the login keychain aside, because the login password did not open it",
    why: "The account\u{2019}s tokens lie in the login keychain. After a login with a password that does not open it, macOS sets \
          it aside and makes a new one; then iCloud asks for the password again. When that was cannot be told, nor, without \
          a window that asks for a password, whether the present one is open.",
    certainty: Certainty::Context(
        "reported with the names of the files; iCloud asks again after it, and codes still come",
    ),
    part: Part::Hint,
    effect: Effect::Nothing,
    role: Role::Plain,
    normal: None,
    reasons: &[&[
        Reason::info("set-aside")
            .normal("the login keychain was set aside once, after which iCloud asks for its password again"),
        Reason::info("not-seen").nothing(),
    ]],
    fix: &catalogue::KEYCHAIN,
    asks: &[&[Question::Folder(&KEYCHAINS)]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    if !answers.on_a_mac() {
        return Err(Miss::NeedsMac);
    }
    let names = match answers.folder(&KEYCHAINS) {
        Err(Miss::NotHere) => return Ok(info("there are no keychains here").reason("not-seen")),
        other => other?,
    };
    Ok(match names.len() {
        0 => pass("none was"),
        1 => info("it was set aside once").reason("set-aside"),
        more => info(format!("it was set aside {more} times")).reason("set-aside"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Mac;
    use crate::{Answer, Status};

    #[test]
    fn only_the_names_that_macos_gives_are_looked_at() {
        let verdict = |names: &[&str]| {
            let names = names.iter().map(|name| (*name).to_owned()).collect();
            judge(
                &Mac::of("15.2")
                    .says(&Question::Folder(&KEYCHAINS), Ok(Answer::Folder(KEYCHAINS.kept(names))))
                    .answers(),
            )
        };
        assert_eq!(verdict(&["login.keychain-db", "work.keychain-db"]).unwrap().status, Status::Pass);
        let once =
            verdict(&["login.keychain-db", "login_renamed_1.keychain-db", "login_renamed_x.keychain-db"]).unwrap();
        assert_eq!((once.status, once.saw.as_str()), (Status::Info, "it was set aside once"));
    }

    #[test]
    fn where_it_cannot_be_seen_nothing_is_said() {
        let of = |miss| judge(&Mac::of("15.2").says(&Question::Folder(&KEYCHAINS), Err(miss)).answers());
        assert_eq!(of(Miss::NotHere).unwrap().reason, Some("not-seen"));
        assert!(of(Miss::Denied(crate::Permission::FilePermissions)).is_err());
    }
}
