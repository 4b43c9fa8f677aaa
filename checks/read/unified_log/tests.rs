use super::*;
use serde_json::json;

/// A line in the form that was seen in 2026, with a number that no signed one can hold.
fn line(process: &str, kind: &str, message: &str) -> String {
    json!({
        "timezoneName": "", "messageType": kind, "eventType": "logEvent", "source": null, "formatString": "%{public}@",
        "userID": 501, "subsystem": "com.apple.network", "category": "connection", "threadID": 12345,
        "backtrace": {"frames": [{"imageOffset": 1, "imageUUID": "0A1B2C3D-0000-4000-8000-00000000ABCD"}]},
        "processImagePath": format!("/System/Library/PrivateFrameworks/Some.framework/{process}"),
        "timestamp": "2026-05-07 19:48:34.701580-0500", "eventMessage": message,
        "traceID": 9_223_372_036_854_775_999_u64, "processID": 392,
    })
    .to_string()
}

fn of(lines: &[String]) -> Vec<(String, Says, u32)> {
    let mut reduction = Reduction::default();
    for line in lines {
        reduction.line(line);
    }
    reduction.kept().traces.into_iter().map(|trace| (trace.process, trace.says, trace.count)).collect()
}

fn error_of(domain: &str, code: i32) -> Says {
    Says::Error { domain: domain.into(), code }
}

fn one(process: &str, message: &str) -> Option<Says> {
    of(&[line(process, "Error", message)]).into_iter().next().map(|(_, says, _)| says)
}

#[test]
fn errors_are_known_by_domain_and_number() {
    let task = "Task <0A1B>.<1> finished with error [-1003] Error Domain=NSURLErrorDomain Code=-1003 \"A server with the \
                specified hostname could not be found.\" UserInfo={NSUnderlyingError=0x1 {Error \
                Domain=kCFErrorDomainCFNetwork Code=-1003 UserInfo={_kCFStreamErrorCodeKey=8}}}";
    for (message, domain, code) in [
        (task, "NSURLErrorDomain", -1003),
        ("Task <0A1B>.<1> HTTP load failed, 0/0 bytes (error code: -1003 [12:8])", "NSURLErrorDomain", -1003),
        (
            "nw_socket_handle_socket_event [C134.1.1:3] Socket SO_ERROR [51: Network is unreachable]",
            "NSPOSIXErrorDomain",
            51,
        ),
        ("CFNetwork SSLHandshake failed (-9807)", "NSOSStatusErrorDomain", -9807),
        ("Error returned from daemon: Error Domain=com.apple.accounts Code=7 \"(null)\"", "com.apple.accounts", 7),
        (
            "failed, error: Error Domain=AMSErrorDomain Code=100 \"x\" {Error Domain=com.apple.accounts Code=4 \"y\"}",
            "com.apple.accounts",
            4,
        ),
        // A number that `explain` knows stays, whoever says it.
        ("Error Domain=com.apple.Unheard Code=-28248 \"(null)\"", ANOTHER, -28248),
    ] {
        assert_eq!(one("apsd", message), Some(error_of(domain, code)), "{message}");
    }
}

#[test]
fn what_could_be_a_code_a_number_or_a_name_is_none() {
    for message in [
        "Error Domain=NSURLErrorDomain Code=123456 \"x\"",
        "Error Domain=NSURLErrorDomain Code=4155550100",
        "Error Domain=NSURLErrorDomain Code=00123",
        "Error Domain=NSURLErrorDomain Code=17@example.org",
        "Error Domain=NSURLErrorDomain Code=",
        "Error Domain=bird@example.org Code=12345",
        "Error Domain=NSURLErrorDomain Code=1.2.3.4",
        "Socket SO_ERROR [bird]",
        "Error Domain=",
        "",
    ] {
        assert_eq!(one("akd", message), Some(Says::Form(Form::Unnamed)), "{message}");
    }
    // What is no error and has no number is not kept at all.
    assert_eq!(of(&[line("akd", "Default", "hello")]), []);
}

#[test]
fn known_forms_are_named_and_others_processes_are_passed_over() {
    let courier = "<APSCourierConnectionManager: 0x8f; production>: Connected to courier 18-courier.push.apple.com (17.57.144.12)";
    let shut = "-[LWScreenLockAuthentication _authSuccessUsingPassword:forUser:] | Screen saver unlocked by admin, did NOT unlock \
                the user's keychain";
    let terms = "\"Not Authenticated\" (9/1004); \"Can't return account credentials for account 0000 because the account needs to \
                 verify new terms or is in suspended mode.\"";
    for (process, message, form) in
        [("apsd", courier, Form::Connected), ("loginwindow", shut, Form::KeychainShut), ("cloudd", terms, Form::Terms)]
    {
        assert_eq!(of(&[line(process, "Default", message)]), [(process.to_owned(), Says::Form(form), 1)]);
    }
    assert_eq!(of(&[line("loginwindow", "Error", "Unlock succeeded")]), []);
    assert_eq!(of(&[line("Diary", "Error", "Error Domain=NSURLErrorDomain Code=-1003")]), []);
}

#[test]
fn lines_are_counted_and_the_last_time_stays() {
    let early = line("akd", "Error", "Error Domain=NSURLErrorDomain Code=-1001").replace("19:48:34", "19:40:00");
    let late = line("akd", "Fault", "Error Domain=NSURLErrorDomain Code=-1001");
    let mut reduction = Reduction::default();
    for text in [&late, &early, "torn {", "[]", "{\"count\":2,\"finished\":1}"] {
        reduction.line(text);
    }
    let kept = reduction.kept();
    assert!(kept.whole && kept.traces.len() == 1 && reduction.lines() == 2, "{kept:?}");
    // 2026-05-08 00:48:34.701 UTC.
    assert_eq!((kept.traces[0].count, kept.traces[0].last), (2, 1_778_201_314_701));
}

#[test]
fn a_flood_of_different_numbers_is_bounded() {
    let mut reduction = Reduction::default();
    for code in 0..1000 {
        reduction.line(&line("akd", "Error", &format!("Error Domain=NSURLErrorDomain Code=-{code}")));
    }
    assert_eq!(reduction.kept().traces.len(), MOST_TRACES);
}

proptest::proptest! {
    #[test]
    fn nothing_comes_out_but_words_of_ours_and_small_numbers(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..12), other in "(?s).{0,40}",
    ) {
        let message = pieces.concat() + &other;
        let mut reduction = Reduction::default();
        reduction.line(&message);
        for process in PROCESSES {
            reduction.line(&line(process, "Error", &message));
        }
        for trace in reduction.kept().traces {
            assert!(PROCESSES.contains(&trace.process.as_str()));
            if let Says::Error { domain, code } = trace.says {
                assert!(domain == ANOTHER || DOMAINS.contains(&domain.as_str()), "{domain}");
                assert!(code.unsigned_abs() < 100_000, "{code}");
            }
        }
    }
}

const PIECES: &[&str] = &[
    "Error Domain=",
    "NSURLErrorDomain",
    "bird@example.org",
    " Code=",
    "-",
    "-1003",
    "28248",
    "483920",
    "4155550142",
    " finished with error [",
    "Socket SO_ERROR [",
    "]",
    ":",
    " ",
    "\"",
    "{",
    "}",
    "\n",
];
