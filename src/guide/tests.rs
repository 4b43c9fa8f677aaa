//! Nobody leaves a VPN who did not say yes, and what comes of it is in the plan.

use super::Checking;
use crate::check::Whole;
use crate::recording::tests::testing::{Mac, tools};
use codesent_checks::facts::{Attempt, ConnectOutcome, HandshakeFailure, HandshakeReport};
use codesent_checks::guide::{Asked, LeaveVpn, Place, Told, next, plan};
use codesent_checks::{Answer, Check, Question, When, all, commands};
use std::cell::Cell;

/// A VPN takes all traffic, and nothing of Apple's answers through it.
fn behind_vpn() -> Mac {
    let say = |line: &str| tools::say(line).unwrap();
    let netstat = say("/usr/sbin/netstat -rn");
    let default = netstat.lines().find(|line| line.starts_with("default ")).unwrap();
    let scoped = default.replace("UGScg ", "UGScIg");
    let both = format!("default            10.8.0.2           UGScg               utun4\n{scoped}");
    let connections = "Available network connection services in the current set (*=enabled):\n* (Connected)      A1B2C3D4-0000-0000-0000-000000000001 VPN (com.nordvpn.macos) \"NordVPN NordLynx\" [VPN:com.nordvpn.macos]\n";
    let mut mac = Mac::healthy("15.7.1")
        .prints(&commands::ROUTE_TO_APPLE, &say("/sbin/route -n get 17.57.144.20").replace("en0", "utun4"))
        .prints(&commands::NETSTAT, &netstat.replace(default, &both))
        .prints(&commands::NC_LIST, connections)
        .prints(&commands::CONNECTIONS, "Active Internet connections (including servers)\n");
    for question in all().flat_map(Check::questions) {
        if let Question::Handshake(_) = question
            && question.when() == When::Always
        {
            let attempt = Attempt { address: "17.4.5.6".parse().unwrap(), outcome: ConnectOutcome::NoReply, ms: 2500 };
            let dead = HandshakeReport { attempts: vec![attempt], result: Err(HandshakeFailure::Connect) };
            mac.put(&question.key(), Ok(Answer::Handshake(dead)));
        }
    }
    mac
}

/// Past it all is well.
fn past_it() -> Mac {
    let mut mac = behind_vpn();
    let healthy = Mac::healthy("15.7.1").entries["handshake gsa.apple.com:443"].result.clone();
    for question in all().flat_map(Check::questions).filter(|one| one.when() == When::PastVpn) {
        mac.put(&question.key(), healthy.clone());
    }
    mac
}

fn checking(mac: &Mac) -> Checking {
    Checking::Done(Box::new(Whole::of_answers(&mac.answers())))
}

fn told(past_vpn: Option<LeaveVpn>) -> Told {
    Told { place: Some(Place::ThisMac), asked: Some(Asked::Yes), past_vpn, ..Told::default() }
}

/// What the plan says, and how often the VPN was left.
fn planned(mac: &Mac, past_vpn: Option<LeaveVpn>) -> (String, u32) {
    let (mut checking, left) = (checking(mac), Cell::new(0));
    let told = told(past_vpn);
    checking
        .settle(&told, |whole| {
            left.set(left.get() + 1);
            whole.with(&past_it().answers(), &[])
        })
        .unwrap();
    let plan = plan(&told, &checking.seen().unwrap());
    let steps = plan.steps.iter().map(|step| format!("{}\n{}", step.text, step.how.join("\n")));
    (std::iter::once(plan.summary.clone()).chain(steps).collect::<Vec<_>>().join("\n"), left.get())
}

#[test]
fn yes_proves_it_and_the_plan_says_so() {
    let (text, left) = planned(&behind_vpn(), Some(LeaveVpn::Yes));
    assert_eq!(left, 1);
    assert!(text.contains("NordVPN stops codes"), "{text}");
    assert!(text.contains("Pause the VPN while you sign in"), "{text}");
    assert!(!text.contains("codesent"), "{text}");
}

#[test]
fn no_and_nothing_leave_it_alone() {
    for answer in [None, Some(LeaveVpn::No)] {
        let (text, left) = planned(&behind_vpn(), answer);
        assert_eq!(left, 0);
        assert!(!text.contains("stops codes") && !text.contains("codesent"), "{text}");
    }
}

#[test]
fn yes_means_nothing_where_no_vpn_is_suspected_or_it_was_tried() {
    let healthy = Mac::healthy("15.7.1");
    assert_eq!(planned(&healthy, Some(LeaveVpn::Yes)).1, 0);
    assert_eq!(planned(&past_it(), Some(LeaveVpn::Yes)).1, 0, "it is known already");
}

#[test]
fn it_is_asked_about_where_it_can_be_tried() {
    let asked = |checking: &mut Checking| next(&told(None), &checking.seen().unwrap(), &[]).map(|ask| ask.field);
    assert_eq!(asked(&mut checking(&behind_vpn())), Some("past_vpn"));
    assert_eq!(asked(&mut checking(&Mac::healthy("15.7.1"))), Some("account"));
    // A recording cannot be asked more.
    let replayed = Whole::of_recording(&behind_vpn().answers());
    assert_eq!(asked(&mut Checking::Done(Box::new(replayed))), Some("account"));
}
