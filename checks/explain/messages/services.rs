//! iMessage, FaceTime, and the carrier.

use crate::Certainty::{Documented, Reported};
use crate::explain::{Message, Side};
use crate::fix::catalogue as fix;

pub(super) const ALL: &[Message] = &[
    Message {
        id: "messages-activation",
        texts: &[
            "Waiting for activation",
            "Activation unsuccessful",
            "An error occurred during activation. Try again.",
            "Could not sign in, please check your network connection",
            "Unable to contact the iMessage server. Try again.",
            "Could not sign in to FaceTime.",
            "Could not sign in to iMessage",
            "Could not activate iMessage. Contact your carrier.",
            "This account has no reachable addresses",
        ],
        codes: &[],
        side: Side::Mac,
        means: "iMessage or FaceTime could not switch itself on. Codes do not travel over it; it can mean that push or the network has \
                a problem.",
        todo: &[
            "Locked out? Leave it for later: the code does not need it.",
            "On an iPhone it sends a text to be switched on: \u{201c}Contact your carrier\u{201d} means that this text was refused.",
            "Otherwise check network, date and time zone, turn the service off and on, and give it up to 24 hours.",
        ],
        fix: &fix::REGISTRATION,
        certainty: Documented("Apple 119859, for iPhones"),
    },
    Message {
        id: "messages-customer-code",
        texts: &[
            "You cannot sign in to iMessage on this Mac at this time. To use this Apple ID with iMessage, contact Apple Support and provide the code below. Customer Code",
            "You cannot sign in to iMessage on this Mac at this time.",
            "contact iMessage Support with the code below",
            "Could not sign in to iMessage. Contact Apple Support. Customer Code",
            "customer code",
        ],
        codes: &[6008, 6009],
        side: Side::Apple,
        means: "Apple refuses iMessage for this account or this machine. Codes do not travel over iMessage.",
        todo: &["Give Apple Support the customer code that the alert shows (never a verification code)."],
        fix: &fix::SUPPORT,
        certainty: Reported("OpenCore guide; rustpush names it 6009, 6008 stands beside it"),
    },
    Message {
        id: "messages-key-verification",
        texts: &[],
        codes: &[6001],
        side: Side::Account,
        means: "iMessage: Contact Key Verification or Advanced Data Protection stands in the way of this device. Not about codes.",
        todo: &[
            "Update every device of the account, or turn Contact Key Verification off while the old one is in use.",
        ],
        fix: &fix::REGISTRATION,
        certainty: Reported("rustpush"),
    },
    Message {
        id: "messages-try-again",
        texts: &[],
        codes: &[6004],
        side: Side::Apple,
        means: "iMessage: Apple\u{2019}s server asks to try again later. Not about codes.",
        todo: &["Wait some hours, then try once."],
        fix: &fix::WAIT,
        certainty: Reported("rustpush"),
    },
    Message {
        id: "messages-sign-in-again",
        texts: &[],
        codes: &[6005],
        side: Side::Account,
        means: "iMessage: the sign-in is no longer valid. Not about codes.",
        todo: &["Sign in to Messages again, once you can receive codes."],
        fix: &fix::REGISTRATION,
        certainty: Reported("rustpush"),
    },
    Message {
        id: "messages-address-removed",
        texts: &[],
        codes: &[5052],
        side: Side::Account,
        means: "iMessage: an address or number was removed from the account. Not about codes.",
        todo: &["Look in Messages > Settings > iMessage which addresses are ticked."],
        fix: &fix::REGISTRATION,
        certainty: Reported("rustpush"),
    },
    Message {
        id: "no-service",
        texts: &["No Service", "SOS only", "SIM Not Provisioned", "No SIM", "Emergency calls only"],
        codes: &[],
        side: Side::Carrier,
        means: "The phone has no network of its carrier, so no text or call with a code arrives.",
        todo: &[
            "All of a sudden, and the bill is paid? Call the carrier now from another phone: somebody may have moved your number to their SIM.",
            "Meanwhile use a trusted device (Wi-Fi is enough for its prompt), or another number.",
            "Was it moved? Tell the carrier to take it back; as soon as you are in, set a new password.",
        ],
        fix: &fix::MAKE_A_CODE,
        certainty: Reported("carriers\u{2019} advice on SIM swaps"),
    },
];
