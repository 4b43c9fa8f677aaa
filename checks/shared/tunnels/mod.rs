//! Whether a VPN is up, and whether traffic to Apple goes through it: one rule over everything that is known.
//!
//! Best first: the route to an address of Apple's; unscoped routes; the primary interface and the default resolver;
//! addresses on tunnels; registered services. The names and the number of `utun` interfaces never count.

mod clues;
mod naming;

pub use clues::{Clue, Grade, Source, Way};
pub use naming::Name;

use crate::commands::{APPLE_ADDRESS, APPLE_ADDRESS_V6, DNS, IFCONFIG, NC_LIST, NETSTAT, NWI, SYSTEM_EXTENSIONS};
use crate::commands::{ROUTE_TO_APPLE, ROUTE_TO_APPLE_V6};
use crate::facts::{CommandOutput, Interface, Process};
use crate::read::ifconfig::{self, State};
use crate::read::nc_list::{self, Service};
use crate::read::netstat::{self, Route};
use crate::read::nwi::{self, Information};
use crate::read::products;
use crate::read::routes::{self, is_tunnel};
use crate::read::scutil_dns::{self, Resolver};
use crate::read::system_extensions::{self, Extension};
use crate::{Answers, Command, Miss, Question};
use std::collections::BTreeSet;
use std::net::IpAddr;

/// Everything the rule looks at. A check that judges tunnels asks all of it.
pub const ASKS: &[Question] = &[
    Question::Command(&ROUTE_TO_APPLE),
    Question::Command(&ROUTE_TO_APPLE_V6),
    Question::Command(&NETSTAT),
    Question::Command(&IFCONFIG),
    Question::Interfaces,
    Question::Command(&NWI),
    Question::Command(&DNS),
    Question::Command(&NC_LIST),
    Question::Command(&SYSTEM_EXTENSIONS),
    Question::Processes,
];

/// What is known. `None` where it could not be asked or read; that never speaks against a tunnel.
#[derive(Clone, Debug, Default)]
pub struct Signs {
    /// `route -n get` of an IPv4 address of Apple's.
    pub route: Option<Way>,
    /// The same over IPv6.
    pub route_v6: Option<Way>,
    /// `netstat -rn`.
    pub routes: Option<Vec<Route>>,
    /// `ifconfig -v`.
    pub states: Option<Vec<State>>,
    /// getifaddrs(3).
    pub interfaces: Option<Vec<Interface>>,
    /// `scutil --nwi`.
    pub information: Option<Information>,
    /// `scutil --dns`.
    pub resolvers: Option<Vec<Resolver>>,
    /// `scutil --nc list`.
    pub services: Option<Vec<Service>>,
    /// `systemextensionsctl list`, for names only.
    pub extensions: Vec<Extension>,
    /// Running programs, for names only.
    pub processes: Vec<Process>,
}

/// What the rule says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tunnel {
    /// How much it has to do with Apple's traffic.
    pub grade: Grade,
    /// The interface, where one is known.
    pub interface: Option<String>,
    /// Whose it is, where that is known.
    pub name: Option<Name>,
    /// It is the primary interface or answers names, though the routes to Apple go elsewhere.
    pub primary_only: bool,
    /// What speaks for it, and for other tunnels that are up.
    pub clues: Vec<Clue>,
    /// Other tunnels that are up, in words, with their product where it is known.
    pub others: Vec<(String, Option<Name>)>,
}

impl Tunnel {
    /// `Tailscale (utun4)`, `utun4 (probably NordVPN)`, `an unnamed VPN (utun4)`.
    pub fn in_words(&self) -> String {
        in_words(self.name.as_ref(), self.interface.as_deref())
    }

    /// Whether this product is behind a tunnel that is up.
    pub fn is_by(&self, product: &str) -> bool {
        let names = self.name.iter().chain(self.others.iter().filter_map(|(_, name)| name.as_ref()));
        names.filter_map(|name| name.whose.product()).any(|one| one.name == product)
    }

    /// Whether a tunnel is up of which nobody knows whose it is.
    pub fn has_stranger(&self) -> bool {
        (self.grade >= Grade::Active && self.name.is_none()) || self.others.iter().any(|(_, name)| name.is_none())
    }
}

fn in_words(name: Option<&Name>, interface: Option<&str>) -> String {
    match (name, interface) {
        (Some(Name { whose, sure: true }), Some(interface)) => format!("{whose} ({interface})"),
        (Some(Name { whose, sure: false }), Some(interface)) => format!("{interface} (probably {whose})"),
        (Some(Name { whose, sure: true }), None) => whose.to_string(),
        (Some(Name { whose, sure: false }), None) => format!("probably {whose}"),
        (None, Some(interface)) if interface.starts_with("ppp") => format!("a VPN or dial-up line ({interface})"),
        (None, Some(interface)) => format!("an unnamed VPN ({interface})"),
        (None, None) => "an unnamed VPN".into(),
    }
}

impl Signs {
    /// Reads what is there. Misses and unreadable texts become `None`.
    pub fn of(answers: &Answers) -> Self {
        fn read<T>(answers: &Answers, command: &'static Command, read: fn(&str) -> Result<T, Miss>) -> Option<T> {
            read(&answers.command(command).ok()?.stdout).ok()
        }
        let way = |command: &'static Command| way(answers.command(command).ok()?).ok();
        Self {
            route: way(&ROUTE_TO_APPLE),
            route_v6: way(&ROUTE_TO_APPLE_V6),
            routes: read(answers, &NETSTAT, netstat::routes),
            states: read(answers, &IFCONFIG, ifconfig::interfaces),
            interfaces: answers.interfaces().ok().map(<[Interface]>::to_vec),
            information: read(answers, &NWI, nwi::information),
            resolvers: answers.command(&DNS).and_then(scutil_dns::read).ok(),
            services: read(answers, &NC_LIST, nc_list::services),
            extensions: read(answers, &SYSTEM_EXTENSIONS, system_extensions::extensions).unwrap_or_default(),
            processes: answers.processes().map(<[Process]>::to_vec).unwrap_or_default(),
        }
    }

    fn clues(&self) -> Vec<Clue> {
        let mut list = Vec::new();
        list.extend(self.route.iter().flat_map(clues::from_route));
        let believed = |way: &&Way| way.interface.as_deref().is_some_and(|name| self.is_addressed(name));
        list.extend(self.route_v6.iter().filter(believed).flat_map(clues::from_route));
        let addressed = |name: &str| self.is_addressed(name);
        list.extend(self.routes.iter().flat_map(|routes| clues::from_routes(routes, &apple(), addressed)));
        list.extend(self.information.iter().flat_map(clues::from_information));
        list.extend(self.resolvers.iter().flat_map(|resolvers| clues::from_resolvers(resolvers)));
        list.extend(self.states.iter().flat_map(|states| clues::from_ifconfig(states)));
        list.extend(self.interfaces.iter().flat_map(|interfaces| clues::from_interfaces(interfaces)));
        let carries = |service: &Service| self.may_carry(service);
        list.extend(self.services.iter().flat_map(|services| clues::from_services(services, carries)));
        if self.dials_up() {
            list.retain(|clue| !clue.interface.as_deref().is_some_and(|name| name.starts_with("ppp")));
        }
        list
    }

    /// Whether a service that says it is connected can have a tunnel: one with an address, that is not another's. Some go
    /// on saying so after their tunnel is gone (tailscale 19776 on 26.5), and proxies register themselves as services too.
    fn may_carry(&self, service: &Service) -> bool {
        if self.states.is_none() && self.interfaces.is_none() {
            return true;
        }
        let states = self.states.iter().flatten().map(|state| state.name.as_str());
        let all = self.interfaces.iter().flatten().map(|one| one.name.as_str()).chain(states);
        let mut tunnels = all.filter(|name| is_tunnel(name) && self.is_addressed(name));
        tunnels.any(|name| naming::can_own(self, service, Some(name)))
    }

    /// A telephone, mobile or DSL line is connected, so `ppp` is the line itself.
    fn dials_up(&self) -> bool {
        let services = self.services.as_deref().unwrap_or_default();
        let connected = |dial_up: bool| services.iter().any(|one| one.is_connected() && one.is_dial_up() == dial_up);
        connected(true) && !connected(false)
    }

    /// Apple's own tunnels have no address of their own, so nothing is believed to go through one like that.
    fn is_addressed(&self, name: &str) -> bool {
        let known = self.states.is_some() || self.interfaces.is_some();
        let states = self.states.iter().flatten().flat_map(State::facts);
        let mut all = self.interfaces.iter().flatten().cloned().chain(states);
        !known || all.any(|one| one.name == name && !clues::from_interfaces(&[one]).is_empty())
    }

    /// The physical interface that traffic to Apple leaves by, where the routes say so.
    fn physical(&self) -> Option<&str> {
        let asked = self.route.as_ref().and_then(|way| way.interface.as_deref());
        let looked_up = self.routes.as_ref().and_then(|routes| netstat::way(routes, apple()[0]));
        asked.or(looked_up.map(|route| route.interface.as_str())).filter(|name| !is_tunnel(name))
    }

    /// Whether "no tunnel" can be said at all. What lists services or the primary interface cannot say it.
    fn is_enough(&self) -> bool {
        self.route.is_some() || self.routes.is_some() || self.states.is_some() || self.interfaces.is_some()
    }
}

/// The rule. A miss when nothing that could show a tunnel was readable.
pub fn decide(evidence: &Signs) -> Result<Tunnel, Miss> {
    let clues = evidence.clues();
    if clues.is_empty() && !evidence.is_enough() {
        return Err(Miss::Unreadable("neither the routes nor the interfaces could be read".into()));
    }
    let best = clues.iter().map(|clue| clue.grade).max().unwrap_or(Grade::None);
    let by_route = clues.iter().any(|clue| clue.grade == Grade::Full && clue.source == Source::Route);
    // The routes are what traffic follows; the primary interface and the resolvers only suggest it.
    let primary_only = best == Grade::Full && !by_route && evidence.physical().is_some();
    let grade = if primary_only { Grade::Active } else { best };
    let interface = clues.iter().filter(|clue| clue.grade == best).find_map(|clue| clue.interface.clone());
    let interface = interface.or_else(|| clues.iter().find_map(|clue| clue.interface.clone()));
    let up = clues.iter().filter(|clue| clue.grade >= Grade::Active);
    let up: BTreeSet<&str> = up.filter_map(|clue| clue.interface.as_deref()).collect();
    let named = |interface: Option<&str>| naming::name(evidence, interface, up.len() <= 1);
    let name = if grade >= Grade::Active { named(interface.as_deref()) } else { None };
    let beside = up.iter().filter(|other| interface.as_deref() != Some(**other));
    let others = beside
        .map(|other| {
            // A product that only its presence speaks for is counted once.
            let own =
                named(Some(*other)).filter(|own| own.sure || name.as_ref().is_none_or(|name| name.whose != own.whose));
            (in_words(own.as_ref(), Some(*other)), own)
        })
        .collect();
    Ok(Tunnel { grade, interface, name, primary_only, clues, others })
}

/// The VPN products that are here, connected or not.
pub fn installed(evidence: &Signs) -> BTreeSet<&'static str> {
    let is_vpn = |name: &&str| products::by_name(name).is_some_and(|product| product.kind == products::Kind::Vpn);
    naming::candidates(evidence).into_iter().filter(is_vpn).collect()
}

/// What one text says by itself. `kind` is its command: `ifconfig`, `netstat -rn`, `scutil --dns` … `None` for a kind that
/// says nothing about tunnels.
pub fn alone(kind: &str, text: &str) -> Option<Result<Grade, Miss>> {
    let printed = || CommandOutput { stdout: text.into(), stderr: text.into(), ..CommandOutput::default() };
    let found = match kind {
        "route get" => way(&printed()).map(|way| clues::from_route(&way)),
        "netstat -rn" => netstat::routes(text).map(|routes| clues::from_routes(&routes, &apple(), |_| true)),
        "ifconfig" | "ifconfig -v" => ifconfig::interfaces(text).map(|states| clues::from_ifconfig(&states)),
        "scutil --nwi" => nwi::information(text).map(|information| clues::from_information(&information)),
        "scutil --dns" => scutil_dns::read(&printed()).map(|resolvers| clues::from_resolvers(&resolvers)),
        "scutil --nc list" => nc_list::services(text).map(|services| clues::from_services(&services, |_| true)),
        _ => return None,
    };
    Some(found.map(|clues| clues.iter().map(|clue| clue.grade).max().unwrap_or(Grade::None)))
}

fn way(output: &CommandOutput) -> Result<Way, Miss> {
    Ok(Way::read(&output.stdout, routes::interface_of(output)?))
}

fn apple() -> Vec<IpAddr> {
    [APPLE_ADDRESS, APPLE_ADDRESS_V6].iter().filter_map(|text| text.parse().ok()).collect()
}

#[cfg(test)]
mod shapes;
#[cfg(test)]
mod tests;
