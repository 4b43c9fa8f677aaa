//! Programs that are not Apple\u{2019}s and sign in for you. Their numbers and words, from their public issue lists.

use crate::Certainty::Reported;
use crate::explain::{Message, Side};
use crate::fix::catalogue as fix;

pub(super) const ALL: &[Message] = &[
    Message {
        id: "program",
        texts: &[
            "Enter the 6-digit verification code for the Apple ID sign in",
            "Failed to verify verification code",
            "Please enter the code you received on your trusted device",
            "Failed to send two-factor authentication code",
        ],
        codes: &[],
        side: Side::Program,
        means: "A program that is not Apple\u{2019}s signs in for you and imitates Apple\u{2019}s own. Apple changed sign-in in 2024 and 2026: older \
                programs no longer make a code appear, whatever this Mac does.",
        todo: &[
            "Sign in once at account.apple.com yourself, to see that the account is well, and accept what it asks.",
            "Then stop the program: repeated tries lock the account.",
            "Update the program, then let it try once.",
            "No code comes? Make a code on a device that is signed in, or have it sent as a text; enter the newest only.",
        ],
        fix: &fix::UPDATE_PROGRAM,
        certainty: Reported("some 45 threads of such programs, 2024 to 2026"),
    },
    Message {
        id: "program-refused",
        texts: &[
            "This action cannot be completed at this time.",
            "Unable to sign you in to your Apple ID. Try again later.",
            "Apple rejected the sign-in of this program",
        ],
        codes: &[-80045, -80046, -36607, -22410, -22411, -22421],
        side: Side::Program,
        means: "Apple turned the program away, not you: it sends device data that Apple does not accept, or too often.",
        todo: &[
            "Sign in once at account.apple.com, then stop the program: repeated tries lock the account.",
            "Update the program, or choose another anisette server in it if it has such a setting.",
            "Wait some hours before its next try.",
        ],
        fix: &fix::UPDATE_PROGRAM,
        certainty: Reported("AltStore #1727, AltServer-Linux #73, notes of sideloading programs"),
    },
    Message {
        id: "program-answer-unreadable",
        texts: &[
            "The data is not in the correct format.",
            "The data couldn\u{2019}t be read because it isn\u{2019}t in the correct format.",
            "AltServer could not sign in with your Apple ID. The data is not in the correct format.",
            "Encountered unknown tag html on line 1",
            "kCFPropertyListOldStyleParsingError Malformed data byte group at line 1; invalid hex",
            "unexpected response from Apple: empty or non-plist body",
            "NSCocoaErrorDomain 3840",
            "Cocoa error 3840",
        ],
        codes: &[3840],
        side: Side::Program,
        means: "The program got a page it cannot read instead of an answer: its anisette server is down, or Apple turned it away.",
        todo: &[
            "Sign in once at account.apple.com, then stop the program: repeated tries lock the account.",
            "Update the program; choose another anisette server in it if it has such a setting.",
            "Try once, later, from another network.",
        ],
        fix: &fix::UPDATE_PROGRAM,
        certainty: Reported("AltStore #1781, #1793"),
    },
    Message {
        id: "environment-mismatch",
        texts: &[
            "This action could not be completed due to possible environment mismatch.",
            "environment mismatch",
            "AKAnisetteError",
            "anisette data is invalid",
            "could not get anisette data",
            "anisette server error",
            "Provisioning failed ADI error",
        ],
        codes: &[-29004, -8008, -45061],
        side: Side::Program,
        means: "Apple rejected the machine data (anisette) that was sent along: a program poses as a device, or a virtual machine has \
                no identity of its own.",
        todo: &[
            "In a program: update it, reset its anisette data or server, and let it try once.",
            "In a virtual machine: sign in on a real device.",
            "Sign in once at account.apple.com to see that the account is well; repeated tries lock it.",
        ],
        fix: &fix::UPDATE_PROGRAM,
        certainty: Reported("SideStore #296, #1263; for -45061 (not provisioned) public clients of Apple\u{2019}s ADI"),
    },
    Message {
        id: "turned-away",
        texts: &[
            "503 Service Temporarily Unavailable idmsa",
            "429 Too Many Requests",
            "HTTP 503 idmsa",
            "HTTP 403 gsa.apple.com",
            "403 Client Error for url gsa.apple.com",
            "GsService2",
        ],
        codes: &[],
        side: Side::Program,
        means: "Apple\u{2019}s gate turned the request away: too many from one address, or a program it does not know. It says nothing \
                about the account.",
        todo: &[
            "Stop the program, and wait for hours, sometimes a day; each try makes it longer.",
            "Sign in once at account.apple.com, to see that the account is well.",
            "Update the program that asks; another network helps some.",
        ],
        fix: &fix::UPDATE_PROGRAM,
        certainty: Reported("SideStore #1506, #1517, #1572"),
    },
    Message {
        id: "program-terms",
        texts: &[
            "HTTP 412 Precondition Failed",
            "412 Client Error Precondition Failed",
            "SMS 2FA code submission failed with http status 412 Precondition Failed",
            "Need to acknowledge to Apple\u{2019}s Apple ID and Privacy statement",
            "acknowledge Apple ID and Privacy",
            "privacy acknowledgement required",
        ],
        codes: &[],
        side: Side::Account,
        means: "Apple waits for you to accept terms or its privacy statement, or to change the password; the program cannot show it.",
        todo: &[
            "Sign in once at account.apple.com in a browser, and accept what it asks; look at icloud.com too.",
            "Developers: also at developer.apple.com/account and appstoreconnect.apple.com.",
            "Then update the program and let it try once.",
        ],
        fix: &fix::TERMS,
        certainty: Reported("fastlane #18098, icloud-photos-sync #185, iloader #549"),
    },
    Message {
        id: "program-wants-code",
        texts: &[
            "2FA code is required; run the command again and supply a code using the --auth-code flag",
            "409 Conflict validate2FACode",
            "validate2FACode failed",
            "hsa2 two factor authentication required",
            "Two-factor authentication required. Enter the code",
        ],
        codes: &[],
        side: Side::Program,
        means: "The program wants a code with its next call. Often none is sent: Apple sends one only to a device that is signed in, or \
                when a text is asked for.",
        todo: &[
            "Make a code on a device that is signed in, and give it to the program at once.",
            "No such device? Sign in once at account.apple.com and have it send a text, then stop: the newest code is the one.",
            "Update the program if it refuses the code; repeated tries lock the account.",
        ],
        fix: &fix::MAKE_A_CODE,
        certainty: Reported("ipatool #465, icloudpd"),
    },
    Message {
        id: "program-no-numbers",
        texts: &[
            "no trusted phone numbers",
            "No trusted phone number found for this account",
            "no trusted devices found",
        ],
        codes: &[],
        side: Side::Program,
        means: "The program found neither number nor device to send a code to: an organisation\u{2019}s account, security keys, or an answer \
                it does not understand any more.",
        todo: &[
            "Sign in once at account.apple.com and look under Sign-In and Security for your numbers.",
            "Update the program, then let it try once.",
            "A company\u{2019}s or school\u{2019}s account: its codes come from there, ask IT.",
        ],
        fix: &fix::UPDATE_PROGRAM,
        certainty: Reported("icloudpd, icloud-docker"),
    },
    Message {
        id: "program-bad-login",
        texts: &["MZFinance.BadLogin.Configurator_message", "BadLogin Configurator message", "MZFinance BadLogin"],
        codes: &[],
        side: Side::Program,
        means: "The store took the name or password for wrong. It also says so when it wants the six digits and the program did not send \
                them.",
        todo: &[
            "Check the password once at account.apple.com.",
            "Give the code too: by the program\u{2019}s own option, or as password followed by the six digits where it has none.",
            "Stop after two tries: repeated ones lock the account.",
        ],
        fix: &fix::MAKE_A_CODE,
        certainty: Reported("ipatool-py #46"),
    },
    Message {
        id: "program-data-refused",
        texts: &[
            "private db access disabled for this account",
            "private db access disabled for this account. Please wait a few minutes then try again. The remote servers might be trying to throttle requests. (ACCESS_DENIED)",
        ],
        codes: &[],
        side: Side::Account,
        means: "The sign-in worked; the account keeps its iCloud data from the web, where such programs read it. It says so too when \
                a program asked too often.",
        todo: &[
            "On your iPhone: Settings > your name > iCloud: look whether Access iCloud Data on the Web is on.",
            "With Advanced Data Protection, programs that read the web cannot have your photos. Switching it off weakens the account: weigh it.",
            "Both were so already? Stop the program for some hours, then let it try once.",
        ],
        fix: &fix::UPDATE_PROGRAM,
        certainty: Reported("icloud-photos-downloader #514 and #1140, docker-icloudpd #109 and #805"),
    },
    Message {
        id: "program-session",
        texts: &[
            "Invalid Session Token",
            "Missing apple_id field",
            "Session loaded from environment variable is not valid. Continuing with normal login.",
            "Available session is not valid any more. Continuing with normal login.",
            "Invalid Session Token rclone icloud",
            "Missing X-APPLE-WEBAUTH-TOKEN cookie",
            "Missing X-APPLE-DSID",
            "Authentication required for Account",
            "Session token expired reauthenticate",
        ],
        codes: &[],
        side: Side::Program,
        means: "The program\u{2019}s saved sign-in has run out, as it does every few weeks, or it is older than Apple\u{2019}s change of 2026.",
        todo: &[
            "Update the program, and sign in to it anew, once.",
            "Sign in once at account.apple.com or icloud.com first and accept what it asks.",
            "Accounts with Advanced Data Protection: access on the web must be on for such programs.",
        ],
        fix: &fix::UPDATE_PROGRAM,
        certainty: Reported("rclone #8587, pyicloud"),
    },
];
