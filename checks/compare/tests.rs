use super::*;
use crate::commands::NETSTAT;
use crate::diagnosis::diagnose;
use crate::diagnosis::testing::{row, with};
use crate::testing::Mac;
use crate::{fail, info, pass, unknown, warn};

type Found = (&'static str, crate::Verdict);

fn rows(found: &[Found]) -> Vec<Row> {
    let mut rows = vec![row("vpn/active", pass("no VPN is up"))];
    rows.extend(found.iter().map(|(id, verdict)| row(id, verdict.clone())));
    with(rows)
}

/// What the two say together, both of this model.
fn said(before: &[Found], after: &[Found], models: [&str; 2], gateways: [&str; 2]) -> String {
    let answers = |at: usize| {
        let table =
            "Routing tables\n\nInternet:\nDestination        Gateway            Flags               Netif Expire\n";
        let route = format!("{table}default            {}        UGScg                 en0\n", gateways[at]);
        Mac::of("15.1")
            .prints(&HARDWARE, &format!("kern.hv_vmm_present: 0\nhw.model: {}\n", models[at]))
            .prints(&NETSTAT, &route)
            .answers()
    };
    let (one, other) = (answers(0), answers(1));
    let (before, after) = (rows(before), rows(after));
    let (first, second) = (diagnose(&before, &one), diagnose(&after, &other));
    let before = Side { rows: &before, answers: &one, diagnosis: &first };
    let after = Side { rows: &after, answers: &other, diagnosis: &second };
    compare(before, after).says.join(" ")
}

const ONE: [&str; 2] = ["Mac14,2", "Mac14,2"];
const HOME: [&str; 2] = ["192.168.1.1", "192.168.1.1"];
const MOVED: [&str; 2] = ["192.168.1.1", "172.20.10.1"];

fn dead() -> Found {
    ("push/courier", fail("no reply"))
}

#[test]
fn the_hotspot_shows_that_it_is_the_network() {
    let said = said(&[dead()], &[], ONE, MOVED);
    assert!(said.contains("an iPhone\u{2019}s hotspot") && said.contains("look at the network before"), "{said}");
    assert!(said.contains("not at this Mac or the account"), "{said}");
}

fn vpn(name: Option<&str>) -> Found {
    let seen = info("it goes through utun4").reason("full-tunnel");
    ("vpn/active", name.map_or(seen.clone(), |name| seen.culprit(Culprit::of(name))))
}

#[test]
fn a_vpn_that_came_or_went_is_looked_at() {
    let gone = said(&[dead(), vpn(Some("NordVPN"))], &[], ONE, HOME);
    assert!(gone.contains("NordVPN (a VPN) is there only before") && gone.contains("look at NordVPN"), "{gone}");
    let helps = said(&[dead()], &[vpn(Some("NordVPN"))], ONE, HOME);
    assert!(helps.contains("With NordVPN (a VPN) it works, so look at the network before"), "{helps}");
    let other = said(&[dead(), vpn(Some("NordVPN"))], &[vpn(Some("Mullvad"))], ONE, HOME);
    assert!(other.contains("Mullvad (a VPN) after") && other.ends_with("So look at NordVPN (a VPN) first."), "{other}");
}

#[test]
fn two_vpns_that_nobody_knows_are_not_taken_for_one() {
    for name in [None, Some("vpn-1")] {
        let said = said(&[dead(), vpn(name)], &[vpn(name)], ONE, HOME);
        assert!(said.contains("a VPN without a known name is there both times, and may be another one"), "{said}");
        assert!(said.ends_with("So look at the VPN first."), "{said}");
    }
    let same = said(&[dead(), vpn(Some("NordVPN"))], &[vpn(Some("NordVPN"))], ONE, HOME);
    assert!(same.contains("are the same, as far as a recording shows"), "{same}");
}

#[test]
fn two_things_that_differ_prove_neither() {
    let said = said(&[dead(), vpn(Some("NordVPN"))], &[], ONE, MOVED);
    assert!(said.contains("More than one thing differs") && !said.contains("not at this Mac"), "{said}");
}

#[test]
fn what_a_program_forbids_is_no_networks_doing() {
    let said = said(&[("push/courier", fail("refused here").reason("forbidden"))], &[], ONE, MOVED);
    assert!(!said.contains("look at the network"), "{said}");
}

#[test]
fn the_same_fault_in_both_places_is_not_the_place() {
    let said = said(&[dead()], &[dead()], ONE, MOVED);
    assert!(said.contains("what differs between the two is not why"), "{said}");
}

#[test]
fn two_macs_are_not_taken_for_one() {
    let said = said(&[], &[dead()], ["Mac14,2", "iMac21,1"], HOME);
    assert!(said.contains("On the second Mac a code might not come") && !said.contains("the account"), "{said}");
}

#[test]
fn what_is_wrong_on_the_mac_is_no_networks_doing() {
    let said = said(&[("account/icloud", fail("signed out").reason("nobody"))], &[], ONE, MOVED);
    assert!(said.contains("no network and no VPN brings it about") && !said.contains("look at"), "{said}");
}

#[test]
fn what_only_warns_is_a_change_of_the_outlook() {
    let said = said(&[], &[("push/courier", warn("late").reason("slow").does(Effect::MayStop))], ONE, HOME);
    assert!(said.starts_with("Before, a code can come. After, a code might not come"), "{said}");
}

#[test]
fn nothing_is_made_of_nothing() {
    assert_eq!(said(&[], &[], ONE, HOME), "A code can come both times: nothing that it hangs on changed.");
}

#[test]
fn what_only_one_of_them_asked_is_not_compared() {
    let answers = Mac::of("15.1").answers();
    let whole = |found: &[Found]| {
        let rows = rows(found);
        let diagnosis = diagnose(&rows, &answers);
        (rows, diagnosis)
    };
    let old = whole(&[("status/push", unknown("no answer was recorded").reason("not-asked"))]);
    let new = whole(&[]);
    let found = compare(
        Side { rows: &old.0, answers: &answers, diagnosis: &old.1 },
        Side { rows: &new.0, answers: &answers, diagnosis: &new.1 },
    );
    assert_eq!(found.not_compared, ["status/push"]);
    assert!(found.changes.is_empty());
}
