//! Whether any interface has an address that could reach the internet.

use crate::facts::Interface;
use crate::read::address;
use crate::{Answers, Certainty, Check, Miss, Question, Verdict, fail, fix::catalogue, pass};
use crate::{Effect, Part, Reason, Role};

pub(super) const CHECK: Check = Check {
    id: "network/interface-up",
    title: "A network interface has an address",
    wrong: "no network is connected",
    why: "Without an address nothing reaches this Mac, so no code prompt does either.",
    certainty: Certainty::Documented("Apple 101555: code prompts come over the network"),
    part: Part::Link,
    effect: Effect::Stops,
    role: Role::Plain,
    normal: None,
    reasons: &[&[Reason::fail("no-address"), Reason::fail("down")]],
    fix: &catalogue::CONNECT,
    asks: &[&[Question::Interfaces]],
    after: &[],
    judge,
};

fn judge(answers: &Answers) -> Result<Verdict, Miss> {
    let usable: Vec<&Interface> = answers.interfaces()?.iter().filter(|one| usable(one)).collect();
    let Some(first) = usable.first() else {
        return Ok(fail("no interface has a usable address").reason("no-address"));
    };
    if usable.iter().all(|one| !one.running) {
        return Ok(fail(format!("{} has an address, but is down", first.name)).reason("down"));
    }
    let mut names: Vec<&str> = usable.iter().map(|one| one.name.as_str()).collect();
    names.dedup();
    let are = if names.len() > 1 { "are" } else { "is" };
    let verdict = pass(format!("{} {are} up", names.join(", ")));
    Ok(verdict.evidence(format!("address of {}", first.name), first.address.to_string()))
}

/// An address that is neither loopback nor self-assigned, on an interface that is not for local links only.
fn usable(interface: &Interface) -> bool {
    address::reaches_out(interface.address) && !address::is_local_link(&interface.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interface(name: &str, address: &str) -> Interface {
        Interface {
            name: name.into(),
            address: address.parse().unwrap(),
            prefix: 24,
            running: true,
            point_to_point: false,
        }
    }

    #[test]
    fn a_private_or_global_address_is_enough() {
        assert!(usable(&interface("en0", "192.168.1.5")));
        assert!(usable(&interface("en0", "2001:db8::5")));
    }

    #[test]
    fn loopback_self_assigned_and_link_local_are_not() {
        for (name, address) in
            [("lo0", "127.0.0.1"), ("en0", "169.254.3.4"), ("en0", "fe80::1"), ("awdl0", "192.168.9.9")]
        {
            assert!(!usable(&interface(name, address)), "{name} {address}");
        }
    }
}
