use super::servers::{Authority, closed, head, rule, tcp, tls};
use super::*;
use codesent_checks::facts::Trust;
use codesent_checks::read::scutil_proxy::{Kind, from_url};
use std::io::{self, Read, Write};
use std::thread;

const HOST: &str = "idmsa.apple.com";

fn shake(proxy: Option<&str>) -> Result<Result<Shaken, HandshakeFailure>, Miss> {
    let authority = Authority::new("Good");
    let file = authority.file();
    let server = tls(authority.issue(HOST, (2020, 2100)).config(), |_| {});
    // The proxy of these tests always leads to the server that its first rule names.
    let net = net(&[rule("inside.example", 1, server)], Some(file.path().into()));
    let lead = Lead(server);
    net.set_proxy(proxy.map(|kind| lead.proxy(kind)));
    match net.handshake(&Handshake::to(HOST, 443).by_proxy(), whole())? {
        Answer::Handshake(report) => Ok(report.result),
        other => panic!("{other:?}"),
    }
}

struct Lead(SocketAddr);

impl Lead {
    fn proxy(&self, kind: &str) -> Proxy {
        let target = self.0;
        let address = match kind {
            "connect" => tcp(move |mut stream| {
                assert!(head(&mut stream).starts_with("CONNECT idmsa.apple.com:443 HTTP/1.1\r\n"));
                let _ = stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n");
                join(&stream, target);
            }),
            "password" => tcp(|mut stream| {
                head(&mut stream);
                let _ = stream.write_all(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
            }),
            "socks" => tcp(move |mut stream| {
                let mut hello = [0; 3];
                stream.read_exact(&mut hello).unwrap();
                stream.write_all(&[5, 0]).unwrap();
                let mut request = vec![0; 5 + HOST.len() + 2];
                stream.read_exact(&mut request).unwrap();
                stream.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).unwrap();
                join(&stream, target);
            }),
            _ => closed(),
        };
        let scheme = if kind == "socks" { "socks5" } else { "http" };
        from_url(&format!("{scheme}://{address}"), "").unwrap()
    }
}

fn join(stream: &std::net::TcpStream, target: SocketAddr) {
    let other = std::net::TcpStream::connect(target).unwrap();
    let (mut from, mut to) = (stream.try_clone().unwrap(), other.try_clone().unwrap());
    thread::spawn(move || io::copy(&mut from, &mut to));
    let _ = io::copy(&mut &other, &mut &*stream);
}

#[test]
fn a_handshake_goes_through_both_kinds() {
    for kind in ["connect", "socks"] {
        assert_eq!(shake(Some(kind)).unwrap().unwrap().trust, Trust::Trusted, "{kind}");
    }
}

#[test]
fn refusals_say_why_and_no_proxy_is_a_miss() {
    let refused = shake(Some("password")).unwrap().unwrap_err();
    assert_eq!(refused, HandshakeFailure::Proxy("407 Proxy Authentication Required".into()));
    assert_eq!(
        shake(Some("nobody")).unwrap().unwrap_err(),
        HandshakeFailure::Proxy("no connection to it: refused".into())
    );
    assert_eq!(shake(None), Err(Miss::NotHere));
}

#[test]
fn exceptions_go_direct() {
    let net = net(&[], None);
    let proxy =
        Proxy { kind: Kind::Http, host: "proxy.example".into(), port: 8080, exceptions: vec!["*.apple.com".into()] };
    net.set_proxy(Some(proxy));
    assert_eq!(net.handshake(&Handshake::to(HOST, 443).by_proxy(), whole()), Err(Miss::NotHere));
}

#[test]
fn a_proxy_that_nobody_can_tell_is_not_none() {
    let net = net(&[], None);
    net.give_up_proxy();
    let shaken = net.handshake(&Handshake::to(HOST, 443).by_proxy(), whole());
    assert!(matches!(shaken, Err(Miss::Unreadable(_))), "{shaken:?}");
}

#[test]
fn a_script_is_fetched_and_its_proxies_are_kept_and_nothing_else_of_it() {
    let address = tcp(|mut stream| {
        head(&mut stream);
        let script = "function FindProxyForURL(url, host) { if (host == 'secret.corp') return 'DIRECT';\n\
                      return 'PROXY proxy.example:3128'; }";
        let _ = write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{script}", script.len());
    });
    let net = net(&[rule("config.example", 80, address)], None);
    let answer = net.proxy_script("http://config.example/proxy.pac?user=me", whole()).unwrap();
    let Answer::ProxyScript(ProxyScript { result: Ok(named) }) = &answer else { panic!("{answer:?}") };
    assert_eq!(named.proxies, ["PROXY proxy.example:3128"]);
    assert!(named.direct && !format!("{answer:?}").contains("secret"));
}
