//! What the services of Messages and FaceTime wrote.

use super::ANY;
use crate::Check;

pub(super) const CHECK: Check = Check {
    id: "log/messages",
    title: "The log shows no trouble of Messages and FaceTime",
    wrong: "Messages or FaceTime met an error: {saw}",
    why: "Codes do not travel over Messages or FaceTime, but both use the push line and the account as codes do: what stops them is a hint.",

    judge: |answers| super::judge(answers, &["identityservicesd", "imagent"]),
    ..ANY
};
