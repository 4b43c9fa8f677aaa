//! Sign in with Apple, inside somebody\u{2019}s app.

use crate::Certainty::Documented;
use crate::explain::{Message, Side};
use crate::fix::catalogue as fix;

pub(super) const ALL: &[Message] = &[Message {
    id: "sign-in-with-apple",
    texts: &[
        "com.apple.AuthenticationServices.AuthorizationError error 1000",
        "com.apple.AuthenticationServices.AuthorizationError error 1001",
        "The operation couldn\u{2019}t be completed. com.apple.AuthenticationServices.AuthorizationError",
        "AKAuthenticationError Code",
        "Sign in with Apple not completed",
        "Sign Up Not Completed",
    ],
    codes: &[-7001, -7003, -7022, -7026, -7071, -7084],
    side: Side::Program,
    means: "Sign in with Apple failed inside an app. 1001 means that it was cancelled; 1000 and the -7000s mostly that the app lacks the \
            capability, or that this device is not signed in or has no two-factor authentication. No code is missing.",
    todo: &[
        "Using the app: check that this device is signed in to an Apple Account with two-factor authentication, then try once.",
        "Still so? Update the app, and tell its makers the number.",
        "Making the app: add the capability Sign in with Apple, check the entitlement and the profile, and try on a real device.",
    ],
    fix: &fix::TWO_FACTOR,
    certainty: Documented("Apple, ASAuthorizationError; lupidan/apple-signin-unity #55"),
}];
