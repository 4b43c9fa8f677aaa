//! The system's answers beside those of public resolvers: is a name blocked, or is it gone, or is DNS down?

use super::names::{Worth, answers_as_apple, by_public, worth};
use crate::facts::{LookupOutcome, Resolution};
use crate::hosts::{CONTROL_NAME, COURIERS};
use crate::read::address::{Place, is_shared_v4, place};
use crate::read::routes::is_tunnel;
use crate::{Answers, Miss};
use std::net::IpAddr;

/// What the comparison of one name shows.
pub enum Compared {
    /// They lead where they should.
    Clean,
    /// A proxy program answers with stand-ins.
    StandIn(IpAddr),
    /// The system's answer leads nowhere, whatever others say.
    Blocked(String),
    /// Public resolvers know better.
    Denied(String),
    /// The server fails for it (SERVFAIL, as with broken DNSSEC), while it answers others: no filter does that.
    Fails,
    /// Nothing came back: a lost packet, or a filter that keeps silent.
    Unheard,
    /// There is no answer, and no public resolver to compare with, or it says the same.
    Open,
}

/// Compares the system's answer for `name`, which is one of `names`, with those of public resolvers.
pub fn compare(answers: &Answers, name: &'static str, names: &[&'static str]) -> Result<Compared, Miss> {
    let own = answers.lookup(name)?;
    let public = by_public(answers, name).map(|(_, resolution)| resolution);
    let known = public.is_some_and(|resolution| worth(resolution) == Worth::Good);
    Ok(match worth(own) {
        // An odd address that leads to Apple all the same, by its certificate, blocks nothing.
        Worth::Good | Worth::Blocked(_) | Worth::StandIn(_) if answers_as_apple(answers, name) => match worth(own) {
            Worth::StandIn(address) => Compared::StandIn(address),
            _ => Compared::Clean,
        },
        // Shared addresses (100.64/10) stand in for others only where a tunnel of this Mac owns such; elsewhere they are
        // some machine of the provider's or of a private network, and one that answers nothing leads nowhere.
        Worth::StandIn(address) if known && is_shared(address) && !owns_shared(answers) => {
            Compared::Blocked(format!("it is answered with {address}"))
        }
        Worth::StandIn(address) => Compared::StandIn(address),
        Worth::Blocked(address) => Compared::Blocked(format!("it is answered with {address}")),
        Worth::Good => match public.and_then(|public| stranger(answers, (name, names), own, public)) {
            Some(address) => Compared::Blocked(format!("it is answered with {address}")),
            None => Compared::Clean,
        },
        Worth::None(LookupOutcome::NoSuchName | LookupOutcome::NoAddress) if known => {
            Compared::Denied("its existence is denied".into())
        }
        Worth::None(LookupOutcome::ServerFailed(_)) if known && control_resolves(answers) => Compared::Fails,
        Worth::None(LookupOutcome::NoReply) => Compared::Unheard,
        Worth::None(_) => Compared::Open,
    })
}

/// The address that `own` leads to where public resolvers lead to Apple. Content networks answer differently from place to
/// place, and networks without IPv4 make up IPv6 addresses, so a difference alone proves nothing: the courier, whose
/// networks Apple documents, must not lead elsewhere, and two services must not share one foreign address.
fn stranger(
    answers: &Answers,
    (name, names): (&str, &[&'static str]),
    own: &Resolution,
    public: &Resolution,
) -> Option<IpAddr> {
    let leads_to_apple = |list: &[IpAddr]| list.iter().any(|address| place(*address) == Place::Apple);
    if leads_to_apple(own.addresses()) || !leads_to_apple(public.addresses()) {
        return None;
    }
    let shared = |address: &&IpAddr| {
        let others = names.iter().filter(|other| **other != name).filter_map(|other| answers.lookup(other).ok());
        others.into_iter().any(|other| other.addresses().contains(address))
    };
    let mut foreign = own.addresses().iter().filter(|address| address.is_ipv4());
    if name == COURIERS[0] { foreign.next().copied() } else { foreign.find(shared).copied() }
}

fn is_shared(address: IpAddr) -> bool {
    matches!(address, IpAddr::V4(v4) if is_shared_v4(v4))
}

/// Whether a tunnel of this Mac has an address of that kind. Where nobody can tell, one is assumed.
fn owns_shared(answers: &Answers) -> bool {
    let Ok(interfaces) = answers.interfaces() else { return true };
    interfaces.iter().any(|one| is_shared(one.address) && is_tunnel(&one.name))
}

/// Whether a name that is not Apple's resolves.
pub fn control_resolves(answers: &Answers) -> bool {
    answers.lookup(CONTROL_NAME).is_ok_and(|resolution| !resolution.addresses().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Question;
    use crate::hosts::{GSA, IDMSA, SECOND_RESOLVER};
    use crate::testing::{Mac, interfaces, resolved};
    use crate::{Answer, facts::Interface};

    /// A name that leads to a shared address, on a Mac whose other addresses are these.
    fn compared(more: &[(&str, &str)]) -> Compared {
        let outcome = LookupOutcome::Addresses(vec!["100.70.3.8".parse().unwrap()]);
        let own = Answer::Lookup(Resolution { outcome, aliases: Vec::new() });
        let public = Question::LookupVia { host: GSA.name, server: SECOND_RESOLVER };
        let mut list = interfaces();
        for (name, address) in more {
            list.push(Interface { name: (*name).into(), address: address.parse().unwrap(), ..list[0].clone() });
        }
        let mac = Mac::of("15.1")
            .says(&Question::Lookup(GSA.name), Ok(own))
            .says(&public, Ok(Answer::Lookup(resolved(GSA.name))))
            .says(&Question::Interfaces, Ok(Answer::Interfaces(list)));
        compare(&mac.answers(), GSA.name, &[GSA.name, IDMSA.name]).unwrap()
    }

    #[test]
    fn shared_addresses_stand_in_only_where_a_tunnel_of_this_mac_owns_some() {
        assert!(matches!(compared(&[]), Compared::Blocked(_)));
        // A provider's own, on the cable.
        assert!(matches!(compared(&[("en7", "100.72.0.4")]), Compared::Blocked(_)));
        assert!(matches!(compared(&[("utun5", "10.9.0.4")]), Compared::Blocked(_)));
        assert!(matches!(compared(&[("utun5", "100.72.0.4")]), Compared::StandIn(_)));
    }

    #[test]
    fn where_nobody_can_tell_a_tunnel_is_assumed() {
        assert!(owns_shared(&Mac::of("15.1").says(&Question::Interfaces, Err(Miss::TimedOut)).answers()));
    }
}
