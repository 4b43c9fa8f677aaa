use super::servers::{closed, rule, udp};
use super::*;
use hickory_resolver::proto::op::{Message, MessageType, ResponseCode};
use hickory_resolver::proto::rr::rdata::{A, CNAME};
use hickory_resolver::proto::rr::{Name, RData, Record, RecordType};
use std::str::FromStr;

const SERVER: &str = "1.1.1.1";

fn ask(reply: impl Fn(&mut Message) -> bool + Send + 'static, budget: Budget) -> Result<Resolution, Miss> {
    let address = udp(move |query| {
        let mut message = Message::from_vec(query).ok()?;
        message.metadata.message_type = MessageType::Response;
        reply(&mut message).then(|| message.to_vec().unwrap())
    });
    let net = net(&[rule(SERVER, 53, address)], None);
    match net.lookup_via("gsa.apple.com", SERVER, budget)? {
        Answer::Lookup(resolution) => Ok(resolution),
        other => panic!("{other:?}"),
    }
}

fn name(text: &str) -> Name {
    Name::from_str(text).unwrap()
}

#[test]
fn addresses_and_aliases_come_through() {
    let found = ask(
        |message| {
            let alias = name("gsa.idms-apple.com.akadns.net.");
            message.add_answer(Record::from_rdata(name("gsa.apple.com."), 60, RData::CNAME(CNAME(alias.clone()))));
            if message.queries[0].query_type() == RecordType::A {
                message.add_answer(Record::from_rdata(alias, 60, RData::A(A::new(17, 1, 2, 3))));
            }
            true
        },
        whole(),
    );
    let found = found.unwrap();
    assert_eq!(found.addresses(), ["17.1.2.3".parse::<IpAddr>().unwrap()]);
    assert_eq!(found.aliases, ["gsa.idms-apple.com.akadns.net"]);
}

#[test]
fn no_name_no_address_and_refusals_are_told_apart() {
    let with = |code: ResponseCode| {
        let found = ask(
            move |message| {
                message.metadata.response_code = code;
                true
            },
            whole(),
        );
        found.unwrap().outcome
    };
    assert_eq!(with(ResponseCode::NXDomain), LookupOutcome::NoSuchName);
    assert_eq!(with(ResponseCode::NoError), LookupOutcome::NoAddress);
    assert!(matches!(with(ResponseCode::Refused), LookupOutcome::ServerFailed(_)));
    assert!(matches!(with(ResponseCode::ServFail), LookupOutcome::ServerFailed(_)));
}

#[test]
fn silence_is_a_fact_only_after_the_whole_time() {
    assert_eq!(ask(|_| false, whole()).unwrap().outcome, LookupOutcome::NoReply);
    assert_eq!(ask(|_| false, short()), Err(Miss::TimedOut));
}

#[test]
fn a_server_that_is_not_there_does_not_reply() {
    let net = net(&[rule(SERVER, 53, closed())], None);
    let answer = net.lookup_via("gsa.apple.com", SERVER, whole()).unwrap();
    assert!(matches!(answer, Answer::Lookup(Resolution { outcome: LookupOutcome::NoReply, .. })), "{answer:?}");
}

#[test]
fn a_rule_answers_in_place_of_the_system() {
    let net = net(&["gsa.apple.com:443:192.0.2.7:9".into()], None);
    let answer = net.lookup("gsa.apple.com", whole()).unwrap();
    assert!(matches!(answer, Answer::Lookup(found) if found.addresses() == ["192.0.2.7".parse::<IpAddr>().unwrap()]));
}

/// What the servers of [`ask`] say, asked the other way.
fn ask_own(reply: impl Fn(&mut Message) -> bool + Send + 'static) -> Resolution {
    let address = udp(move |query| {
        let mut message = Message::from_vec(query).ok()?;
        message.metadata.message_type = MessageType::Response;
        reply(&mut message).then(|| message.to_vec().unwrap())
    });
    let net = net(&[rule(SERVER, 53, address)], None);
    match net.lookup_own("gsa.apple.com", &[SERVER.parse().unwrap()], whole()).unwrap() {
        Answer::Lookups(list) => list.into_iter().next().expect("one server").resolution,
        other => panic!("{other:?}"),
    }
}

#[test]
fn own_servers_are_asked_for_both_families_and_their_codes_are_kept() {
    let found = ask_own(|message| {
        let alias = name("gsa.idms-apple.com.akadns.net.");
        message.add_answer(Record::from_rdata(name("gsa.apple.com."), 60, RData::CNAME(CNAME(alias.clone()))));
        if message.queries[0].query_type() == RecordType::A {
            message.add_answer(Record::from_rdata(alias, 60, RData::A(A::new(17, 1, 2, 3))));
        }
        true
    });
    assert_eq!(found.addresses(), ["17.1.2.3".parse::<IpAddr>().unwrap()]);
    assert_eq!(found.aliases, ["gsa.idms-apple.com.akadns.net"]);
    let with = |code: ResponseCode| {
        ask_own(move |message| {
            message.metadata.response_code = code;
            true
        })
        .outcome
    };
    assert_eq!(with(ResponseCode::NXDomain), LookupOutcome::NoSuchName);
    assert_eq!(with(ResponseCode::NoError), LookupOutcome::NoAddress);
    assert_eq!(with(ResponseCode::Refused), LookupOutcome::ServerFailed("Query Refused".into()));
    assert_eq!(with(ResponseCode::ServFail), LookupOutcome::ServerFailed("Server Failure".into()));
}

#[test]
fn an_answer_to_another_question_does_not_count() {
    let found = ask_own(|message| {
        message.metadata.id = message.metadata.id.wrapping_add(1);
        true
    });
    assert_eq!(found.outcome, LookupOutcome::NoReply);
}

#[test]
fn a_query_that_is_repeated_is_the_same_so_that_a_late_answer_counts() {
    let first = std::sync::Mutex::new(std::collections::BTreeMap::new());
    let found = ask_own(move |message| {
        let kind = message.queries[0].query_type().to_string();
        match first.lock().unwrap().insert(kind, message.metadata.id) {
            None => false,
            Some(id) => {
                message.metadata.response_code = ResponseCode::NXDomain;
                id == message.metadata.id
            }
        }
    });
    assert_eq!(found.outcome, LookupOutcome::NoSuchName);
}
