//! Whether the screen was unlocked without the login keychain.

use super::ANY;
use crate::Check;

pub(super) const CHECK: Check = Check {
    id: "log/keychain",
    title: "The log shows no unlock without the login keychain",
    wrong: "{saw}",
    why: "The account\u{2019}s tokens lie in the login keychain. Where the screen opens and the keychain does not, macOS asks for the Apple Account password again and again.",
    judge: |answers| super::judge(answers, &["loginwindow"]),
    ..ANY
};
