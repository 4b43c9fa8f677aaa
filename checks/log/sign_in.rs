//! What the sign-in service and its screens wrote.

use super::ANY;
use crate::Check;

pub(super) const CHECK: Check = Check {
    id: "log/sign-in",
    title: "The log shows no trouble of sign-in",
    wrong: "sign-in met an error: {saw}",
    why: "The sign-in service (akd) and the screens that use it ask Apple for codes. What they wrote tells how far a try got.",

    judge: |answers| super::judge(answers, &["akd", "AuthKitUIService", "AppleIDSettings", "AppleAccountSettings"]),
    ..ANY
};
