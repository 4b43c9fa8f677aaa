use super::servers::{Authority, closed, rule, tcp, tls};
use super::*;
use codesent_checks::facts::Trust;
use std::io::{Read, Write};
use std::thread::sleep;

const HOST: &str = "idmsa.apple.com";
const NOW: (i32, i32) = (2020, 2100);

fn shake(address: SocketAddr, authority: &Authority, budget: Budget) -> Result<HandshakeReport, Miss> {
    let file = authority.file();
    let net = net(&[rule(HOST, 443, address)], Some(file.path().into()));
    match net.handshake(&Handshake::to(HOST, 443), budget)? {
        Answer::Handshake(report) => Ok(report),
        other => panic!("{other:?}"),
    }
}

fn trust_of(name: &str, years: (i32, i32)) -> Trust {
    let authority = Authority::new("Good");
    let address = tls(authority.issue(name, years).config(), |_| {});
    shake(address, &authority, whole()).unwrap().result.unwrap().trust
}

fn failure_of(serve: impl Fn(std::net::TcpStream) + Send + Sync + 'static) -> HandshakeFailure {
    shake(tcp(serve), &Authority::new("Good"), whole()).unwrap().result.unwrap_err()
}

#[test]
fn a_good_server_is_trusted_and_its_chain_is_kept() {
    let authority = Authority::new("Good");
    let address = tls(authority.issue(HOST, NOW).config(), |_| {});
    let report = shake(address, &authority, whole()).unwrap();
    assert_eq!(report.attempts.len(), 1);
    assert_eq!(report.attempts[0].outcome, ConnectOutcome::Connected);
    let shaken = report.result.unwrap();
    assert_eq!((shaken.trust, shaken.version.as_str()), (Trust::Trusted, "TLSv1.3"));
    assert_eq!(shaken.chain.len(), 2);
    assert_eq!((shaken.chain[0].subject.as_str(), shaken.chain[0].issuer_organisation.as_str()), (HOST, "Good"));
    assert_eq!(shaken.chain[0].names, [HOST]);
    assert!(shaken.chain[0].not_after > shaken.chain[0].not_before);
}

#[test]
fn an_inspecting_server_is_seen_with_its_name() {
    let address = tls(Authority::new("ACME Inspection").issue(HOST, NOW).config(), |_| {});
    let shaken = shake(address, &Authority::new("Good"), whole()).unwrap().result.unwrap();
    assert_eq!(shaken.trust, Trust::UnknownIssuer);
    assert_eq!(shaken.chain[0].issuer_organisation, "ACME Inspection");
}

#[test]
fn wrong_dates_and_names_are_told_apart() {
    assert_eq!(trust_of(HOST, (2020, 2021)), Trust::Expired);
    assert_eq!(trust_of(HOST, (2090, 2100)), Trust::NotYetValid);
    assert_eq!(trust_of("portal.example", NOW), Trust::WrongName);
}

#[test]
fn another_name_than_the_one_that_was_looked_up_can_be_asked_for() {
    let authority = Authority::new("Good");
    let address = tls(authority.issue("courier.push.apple.com", NOW).config(), |_| {});
    let (file, host) = (authority.file(), "7-courier.push.apple.com");
    let net = net(&[rule(host, 5223, address)], Some(file.path().into()));
    let answer = net.handshake(&Handshake::to(host, 5223).named("courier.push.apple.com"), whole()).unwrap();
    assert!(matches!(
        answer,
        Answer::Handshake(HandshakeReport { result: Ok(Shaken { trust: Trust::Trusted, .. }), .. })
    ));
}

#[test]
fn a_courier_that_wants_a_certificate_has_shown_its_own() {
    for versions in [[&rustls::version::TLS13], [&rustls::version::TLS12]] {
        let authority = Authority::new("Good");
        let config = authority.issue(HOST, NOW).config_that_wants_ours(&versions);
        let shaken = shake(tls(config, |_| {}), &authority, whole()).unwrap().result.unwrap();
        assert_eq!(shaken.trust, Trust::Trusted, "{}", shaken.version);
    }
}

#[test]
fn garbage_silence_and_cuts_are_told_apart() {
    let garbage = failure_of(|mut stream| {
        let _ = stream.read(&mut [0; 512]);
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    assert_eq!(garbage, HandshakeFailure::NotTls);
    let silent = failure_of(|_stream| sleep(Duration::from_secs(20)));
    assert_eq!(silent, HandshakeFailure::Swallowed);
    let dripping = failure_of(|mut stream| {
        for byte in [22, 3, 3, 64, 0].into_iter().chain([0; 500]) {
            if stream.write_all(&[byte]).is_err() {
                return;
            }
            sleep(Duration::from_millis(50));
        }
    });
    assert_eq!(dripping, HandshakeFailure::Stalled);
    let cut = failure_of(|mut stream| {
        let _ = stream.read(&mut [0; 8]);
        // Closing with unread bytes sends a reset.
    });
    assert_eq!(cut, HandshakeFailure::Cut);
    let alert = failure_of(|mut stream| {
        let _ = stream.read(&mut [0; 512]);
        let _ = stream.write_all(&[21, 3, 3, 0, 2, 2, 40]);
        sleep(Duration::from_millis(200));
    });
    assert!(matches!(alert, HandshakeFailure::Tls(_)), "{alert:?}");
}

#[test]
fn lost_large_answers_are_told_from_swallowed_hellos() {
    let failure = |serve: fn(std::net::TcpStream)| {
        shake(tcp(serve), &Authority::new("Good"), whole()).unwrap().result.unwrap_err()
    };
    let hole = failure(|mut stream| {
        let mut hello = [0; 2048];
        let length = stream.read(&mut hello).unwrap_or(0);
        let session = usize::from(hello[43]);
        let ciphers = &hello[46 + session..48 + session];
        assert!(length > 100 && hello[0] == 22);
        // As a server would: no cipher that it knows, so it refuses.
        if ciphers == [0x0a, 0x0a] {
            let _ = stream.write_all(&[21, 3, 3, 0, 2, 2, 40]);
        }
        sleep(Duration::from_secs(20));
    });
    assert_eq!(hole, HandshakeFailure::Stalled);
    assert_eq!(failure(|_stream| sleep(Duration::from_secs(20))), HandshakeFailure::Swallowed);
}

#[test]
fn a_real_server_refuses_the_hello_that_can_only_be_refused() {
    for versions in [[&rustls::version::TLS13], [&rustls::version::TLS12]] {
        let config = Authority::new("Good").issue(HOST, NOW).config_that_wants_ours(&versions);
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let hello = tls::hello_to_refuse(HOST, &provider).unwrap().unwrap();
        let mut server = rustls::ServerConnection::new(Arc::new(config)).unwrap();
        server.read_tls(&mut hello.as_slice()).unwrap();
        let refused = server.process_new_packets().unwrap_err();
        assert!(matches!(refused, rustls::Error::PeerIncompatible(_)), "{refused:?}");
        let mut answer = Vec::new();
        server.write_tls(&mut answer).unwrap();
        assert_eq!((answer[0], answer.len()), (21, 7), "an alert");
    }
}

#[test]
fn a_certificate_of_200_kilobytes_is_tls() {
    let authority = Authority::new("Good");
    let address = tls(authority.large(HOST, NOW, 200_000), |_| {});
    let failure = shake(address, &authority, whole()).unwrap().result.unwrap_err();
    assert_eq!(failure, HandshakeFailure::TooLarge);
}

#[test]
fn a_handshake_past_the_tunnel_leaves_by_the_interface_that_is_named() {
    let loopback = if_addrs::get_if_addrs().unwrap().into_iter().find(if_addrs::Interface::is_loopback).unwrap();
    let index = std::num::NonZeroU32::new(loopback.index.unwrap()).unwrap();
    let authority = Authority::new("Good");
    let address = tls(authority.issue(HOST, NOW).config(), |_| {});
    let file = authority.file();
    let net = net(&[rule(HOST, 443, address)], Some(file.path().into()));
    let to = Handshake::to(HOST, 443).past_tunnel();
    // Without somebody who names the way, it goes no way at all.
    assert_eq!(net.handshake(&to, whole()), Err(Miss::LeavesTunnel));
    let way = past::Way { index, servers: Vec::new() };
    let Answer::Handshake(report) = net.handshake_past(&to, &way, whole()).unwrap() else { panic!() };
    if report.attempts.iter().any(|attempt| attempt.outcome == ConnectOutcome::Forbidden) {
        eprintln!("skipped: this system lets nobody bind");
        return;
    }
    assert_eq!(report.result.unwrap().trust, Trust::Trusted);
}

#[test]
fn a_run_that_ends_early_has_shown_nothing() {
    let address = tcp(|_stream| sleep(Duration::from_secs(20)));
    assert_eq!(shake(address, &Authority::new("Good"), short()), Err(Miss::TimedOut));
}

#[test]
fn a_closed_port_is_refused_and_another_address_is_tried() {
    let authority = Authority::new("Good");
    let report = shake(closed(), &authority, whole()).unwrap();
    assert_eq!(report.result, Err(HandshakeFailure::Connect));
    assert_eq!(report.attempts[0].outcome, ConnectOutcome::Refused);

    // Port 0 of ::1 cannot be connected to; IPv4 must win.
    let address = tls(authority.issue(HOST, NOW).config(), |_| {});
    let file = authority.file();
    let rules = [format!("{HOST}:443:[::1]:1"), rule(HOST, 443, address)];
    let net = net(&rules, Some(file.path().into()));
    let Answer::Handshake(report) = net.handshake(&Handshake::to(HOST, 443), whole()).unwrap() else { panic!() };
    assert!(report.result.is_ok());
    assert_eq!(report.connected().unwrap().address, address.ip());
    let over_v6 = net.handshake(&Handshake::to(HOST, 443).over(Family::V6), whole()).unwrap();
    assert!(matches!(over_v6, Answer::Handshake(HandshakeReport { result: Err(HandshakeFailure::Connect), .. })));
}

#[test]
fn a_family_without_addresses_is_a_lookup_failure() {
    let net = net(&[rule(HOST, 443, closed())], None);
    let answer = net.handshake(&Handshake::to(HOST, 443).over(Family::V6), whole()).unwrap();
    let expected = Err(HandshakeFailure::Lookup(LookupOutcome::NoAddress));
    assert!(matches!(answer, Answer::Handshake(report) if report.result == expected));
}

#[test]
fn the_addresses_of_both_families_take_turns() {
    let list: Vec<SocketAddr> =
        ["[::1]:1", "[::2]:1", "[::3]:1", "1.1.1.1:1", "1.1.1.2:1", "[::4]:1", "[::5]:1", "[::6]:1"]
            .map(|text| text.parse().unwrap())
            .into();
    let turns = connect::in_turns(&list, Family::Any);
    let kinds: Vec<bool> = turns.iter().map(SocketAddr::is_ipv6).collect();
    assert_eq!(kinds, [true, false, true, false, true, true]);
    assert_eq!(connect::in_turns(&list, Family::V4).len(), 2);
}
