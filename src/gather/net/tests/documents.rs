use super::servers::{Authority, closed, head, rule, tcp, tls};
use super::*;
use codesent_checks::facts::Response;
use std::io::Write;
use std::sync::mpsc;
use std::thread::sleep;

const PLAIN: Fetch = Fetch {
    url: "http://captive.apple.com/page",
    head_only: false,
    keep: 16,
    limit: 64 * 1024,
    redirects: 0,
    by_proxy: false,
};
const SECURE: Fetch = Fetch { url: "https://www.apple.com/page", by_proxy: true, ..PLAIN };

fn fetch(answer: &'static str) -> Result<Response, FetchFailure> {
    let address = tcp(move |mut stream| {
        head(&mut stream);
        let _ = stream.write_all(answer.as_bytes());
    });
    ask(&PLAIN, &net(&[rule("captive.apple.com", 80, address)], None), whole()).unwrap()
}

fn ask(what: &Fetch, net: &Net, budget: Budget) -> Result<Result<Response, FetchFailure>, Miss> {
    match net.fetch(what, budget)? {
        Answer::Fetch(fetched) => Ok(fetched.result),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_head_and_the_start_of_the_body_are_kept() {
    let response = fetch(
        "HTTP/1.1 200 OK\r\nServer: test\r\nContent-Type: text/html\r\nDate: Thu, 01 Jan 1970 00:00:10 GMT\r\n\
         Content-Length: 20\r\n\r\n0123456789abcdefghij",
    );
    let response = response.unwrap();
    assert_eq!((response.status, response.length), (200, 20));
    assert_eq!(response.body, "0123456789abcdef");
    assert_eq!((response.server.as_deref(), response.content_type.as_deref()), (Some("test"), Some("text/html")));
    assert!(response.date_offset_ms.unwrap() < -1_000_000_000_000, "1970 is long ago");
}

#[test]
fn a_redirect_is_not_followed_and_only_its_host_is_kept() {
    let response = fetch(
        "HTTP/1.1 302 Found\r\nLocation: https://portal.example:8443/login?mac=00:11:22&user=me\r\n\
         Content-Length: 0\r\n\r\n",
    );
    let response = response.unwrap();
    assert_eq!(response.status, 302);
    assert_eq!(response.location.as_deref(), Some("https://portal.example"));
}

/// What is fetched when `www.apple.com` answers every path but `/end` with a redirect to `target`, and which hosts were asked.
fn redirected(target: &str) -> (Result<Response, FetchFailure>, Vec<String>) {
    const FOLLOWED: Fetch = Fetch { redirects: 2, keep: 64, ..SECURE };
    let authority = Authority::new("Good");
    let file = authority.file();
    let (tell, told) = mpsc::channel();
    let serve = |host: &'static str| {
        let (tell, target) = (tell.clone(), target.to_owned());
        tls(authority.issue(host, (2020, 2100)).config(), move |stream| {
            let asked = head(stream);
            let _ = tell.send(host.to_owned());
            let answer = if asked.starts_with("GET /end ") {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".to_owned()
            } else {
                format!("HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n")
            };
            let _ = stream.write_all(answer.as_bytes());
            stream.conn.send_close_notify();
            let _ = stream.flush();
        })
    };
    let plain = {
        let tell = tell.clone();
        tcp(move |mut stream| {
            head(&mut stream);
            let _ = tell.send("plain".into());
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno");
        })
    };
    let rules = [
        rule("www.apple.com", 443, serve("www.apple.com")),
        rule("support.apple.com", 443, serve("support.apple.com")),
        rule("evil.example", 443, serve("evil.example")),
        rule("www.apple.com", 80, plain),
        rule("*", 443, serve("other.example")),
    ];
    let result = ask(&FOLLOWED, &net(&rules, Some(file.path().into())), whole()).unwrap();
    (result, told.try_iter().collect())
}

#[test]
fn redirects_are_followed_to_apples_secured_hosts_only() {
    for target in ["https://support.apple.com/end", "/end", "https://WWW.APPLE.COM/end"] {
        let (response, _) = redirected(target);
        assert_eq!(response.unwrap().body, "ok", "{target}");
    }
    for target in [
        "https://evil.example/end",
        "//evil.example/end",
        "http://www.apple.com/end",
        "https://apple.com.evil.example/end",
        "https://evilapple.com/end",
        "https://user@support.apple.com/end",
        "https://support.apple.com:8443/end",
        "https://www.apple.com@evil.example/end",
        "https://127.0.0.1/end",
        "javascript:alert(1)",
        "",
    ] {
        let (response, asked) = redirected(target);
        assert_eq!(response.unwrap().status, 302, "{target}");
        assert_eq!(asked, ["www.apple.com"], "{target}");
    }
    let (endless, asked) = redirected("https://www.apple.com/again");
    assert_eq!((endless.unwrap().status, asked.len()), (302, 3));
}

#[test]
fn the_request_says_nothing_of_the_mac() {
    let (tell, told) = mpsc::channel();
    let address = tcp(move |mut stream| {
        let _ = tell.send(head(&mut stream));
        let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n");
    });
    let net = net(&[rule("captive.apple.com", 80, address)], None);
    assert_eq!(ask(&PLAIN, &net, whole()).unwrap().unwrap().status, 204);
    let mut lines: Vec<String> = told.recv().unwrap().to_ascii_lowercase().lines().map(str::to_owned).collect();
    lines.sort();
    let agent = format!("user-agent: {USER_AGENT}");
    let expected = [
        "",
        "accept-encoding: gzip",
        "accept: */*",
        "connection: close",
        "get /page http/1.1",
        "host: captive.apple.com",
        &agent,
    ];
    assert_eq!(lines, expected);
}

#[test]
fn endless_slow_and_broken_answers_end() {
    let endless = tcp(|mut stream| {
        head(&mut stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        while stream.write_all(&[b'x'; 4096]).is_ok() {}
    });
    let dripping = tcp(|mut stream| {
        head(&mut stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        while stream.write_all(b"x").is_ok() {
            sleep(Duration::from_millis(50));
        }
    });
    let cut = tcp(|mut stream| {
        head(&mut stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort");
    });
    let with = |address, budget| ask(&PLAIN, &net(&[rule("captive.apple.com", 80, address)], None), budget);
    assert_eq!(with(endless, whole()), Ok(Err(FetchFailure::TooLarge)));
    assert_eq!(with(dripping, whole()), Ok(Err(FetchFailure::Stalled)));
    assert_eq!(with(dripping, short()), Err(Miss::TimedOut));
    assert!(matches!(with(cut, whole()), Ok(Err(FetchFailure::Broken(_)))));
    assert_eq!(with(closed(), whole()), Ok(Err(FetchFailure::Connect("refused".into()))));
    assert!(matches!(fetch("220 mail.example ESMTP\r\n\r\n"), Err(FetchFailure::Broken(_))));
}

#[test]
fn a_document_is_read_only_from_a_server_that_is_trusted() {
    let good = Authority::new("Good");
    let file = good.file();
    let serve = |authority: &Authority| {
        tls(authority.issue("www.apple.com", (2020, 2100)).config(), |stream| {
            head(stream);
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            stream.conn.send_close_notify();
            let _ = stream.flush();
        })
    };
    let with = |address| ask(&SECURE, &net(&[rule("www.apple.com", 443, address)], Some(file.path().into())), whole());
    assert_eq!(with(serve(&good)).unwrap().unwrap().body, "ok");
    let inspected = with(serve(&Authority::new("ACME Inspection"))).unwrap().unwrap_err();
    assert!(matches!(&inspected, FetchFailure::Tls(why) if why.contains("ACME Inspection")), "{inspected:?}");
}
