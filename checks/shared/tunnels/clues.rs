//! What each kind of text says about tunnels, by itself.
//!
//! macOS keeps four or more `utun` interfaces for itself on every Mac (Continuity, identity services). They are up, they
//! run, and each has a scoped default route; what they never have is an address other than `fe80::`, an unscoped route,
//! or a resolver. So only those count here.

use crate::facts::Interface;
use crate::read::address;
use crate::read::foreign::thing;
use crate::read::ifconfig::State;
use crate::read::nc_list::Service;
use crate::read::netstat::{self, Route};
use crate::read::nwi::Information;
use crate::read::products;
use crate::read::quoted::quoted;
use crate::read::routes::is_tunnel;
use crate::read::scutil_dns::Resolver;
use std::collections::BTreeMap;
use std::net::IpAddr;

/// How much a tunnel has to do with Apple's traffic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// No tunnel.
    None,
    /// A hint: an overlay network, a developer's tunnel to a telephone, a DNS filter.
    Weak,
    /// A tunnel is up; traffic to Apple does not seem to use it.
    Active,
    /// Traffic to Apple goes through it.
    Full,
}

/// Where a clue was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// `route -n get` of an address of Apple's, or the routing table.
    Route,
    /// An address or an owner of an interface.
    Interface,
    /// What macOS takes for the primary interface.
    Primary,
    /// A resolver.
    Resolver,
    /// A registered service.
    Service,
}

/// One thing that speaks for a tunnel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clue {
    /// How much it says.
    pub grade: Grade,
    /// Where it was found.
    pub source: Source,
    /// Which tunnel, where that is said.
    pub interface: Option<String>,
    /// What it is, in words.
    pub words: String,
}

fn clue(grade: Grade, source: Source, interface: Option<&str>, words: impl Into<String>) -> Clue {
    Clue { grade, source, interface: interface.map(str::to_owned), words: words.into() }
}

/// `route -n get` of an address of Apple's.
pub(super) fn from_route(way: &Way) -> Vec<Clue> {
    let Some(name) = way.interface.as_deref().filter(|name| is_tunnel(name) && !way.is_idle()) else {
        return Vec::new();
    };
    vec![clue(Grade::Full, Source::Route, Some(name), format!("the route to Apple leaves by {name}"))]
}

/// What `route -n get` prints, as far as it matters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// The interface, none without a route.
    pub interface: Option<String>,
    /// The gateway.
    pub gateway: String,
    /// The flags.
    pub flags: String,
}

impl Way {
    /// Reads the fields. Whether there is a route at all is [`crate::read::routes::interface_of`]'s to say.
    pub(super) fn read(text: &str, interface: Option<String>) -> Self {
        let field =
            |key: &str| text.lines().find_map(|line| line.trim().strip_prefix(key)).unwrap_or("").trim().to_owned();
        Self { interface, gateway: field("gateway:"), flags: field("flags:") }
    }

    /// The scoped default of one of Apple's own tunnels, should `route` ever answer with it.
    fn is_idle(&self) -> bool {
        self.flags.contains("IFSCOPE") || self.gateway.starts_with("fe80::%")
    }
}

/// The routing tables. `addressed` says whether an interface has an address of its own: Apple's own tunnels have none, so a
/// default over IPv6 into one of them would mean nothing.
pub(super) fn from_routes(routes: &[Route], apple: &[IpAddr], addressed: impl Fn(&str) -> bool) -> Vec<Clue> {
    let mut clues: Vec<Clue> = apple
        .iter()
        .filter_map(|address| netstat::way(routes, *address))
        .filter(|route| is_tunnel(&route.interface))
        .filter(|route| route.network.is_ipv4() || route.prefix > 0 || addressed(&route.interface))
        .map(|route| {
            let words = format!("the route {} to Apple leaves by {}", route.destination(), route.interface);
            clue(Grade::Full, Source::Route, Some(&route.interface), words)
        })
        .collect();
    // A company's VPN may bring hundreds of routes: one clue a tunnel and grade.
    let mut into: BTreeMap<(&str, Grade), Vec<String>> = BTreeMap::new();
    for route in routes.iter().filter(|route| !route.is_scoped() && is_tunnel(&route.interface) && route.prefix > 0) {
        if let Some(grade) = grade_of(route.network) {
            into.entry((&route.interface, grade)).or_default().push(route.destination());
        }
    }
    clues.extend(into.into_iter().map(|((interface, grade), destinations)| {
        let more = destinations.len() - 1;
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let words = format!("the route to {}{more} leaves by {interface}", destinations[0]);
        clue(grade, Source::Route, Some(interface), words)
    }));
    clues
}

/// What an address on a tunnel, or a route into one, says.
fn grade_of(address: IpAddr) -> Option<Grade> {
    match address {
        IpAddr::V4(v4) => {
            let normal = !(v4.is_link_local() || v4.is_multicast() || v4.is_broadcast() || v4.is_loopback());
            (normal && !v4.is_unspecified()).then_some(Grade::Active)
        }
        IpAddr::V6(v6) if address::is_global_v6(v6) || mark_of(address).is_some() => Some(Grade::Active),
        // Back to My Mac, developers' tunnels to a telephone, and overlays such as Yggdrasil (0200::/7).
        IpAddr::V6(v6) if address::is_unique_local(v6) || v6.segments()[0] & 0xfe00 == 0x0200 => Some(Grade::Weak),
        IpAddr::V6(_) => None,
    }
}

/// The product that alone uses this address.
pub(super) fn mark_of(address: IpAddr) -> Option<&'static str> {
    marks_of(address).find(|mark| mark.sure).map(|mark| mark.product)
}

/// Every product that is known to use this address.
pub(super) fn marks_of(address: IpAddr) -> impl Iterator<Item = &'static products::Mark> {
    products::MARKS.iter().filter(move |mark| {
        let network =
            Route { network: mark.network, prefix: mark.prefix, flags: String::new(), interface: String::new() };
        network.covers(address)
    })
}

/// The addresses of interfaces, as getifaddrs(3) lists them.
pub(super) fn from_interfaces(interfaces: &[Interface]) -> Vec<Clue> {
    let tunnels = interfaces.iter().filter(|one| is_tunnel(&one.name));
    tunnels
        .filter_map(|one| {
            let grade = grade_of(one.address)?;
            let words = format!("{} has the address {}", one.name, one.address);
            Some(clue(grade, Source::Interface, Some(&one.name), words))
        })
        .collect()
}

/// `ifconfig`, with or without `-v`.
pub(super) fn from_ifconfig(states: &[State]) -> Vec<Clue> {
    let mut clues = Vec::new();
    for state in states.iter().filter(|state| is_tunnel(&state.name)) {
        let found = from_interfaces(&state.facts().collect::<Vec<_>>());
        let addressed = state.addresses.iter().any(|(address, _)| !is_link_local(*address));
        if let Some(service) = state.vpn_service() {
            let grade = if addressed { Grade::Active } else { Grade::Weak };
            let words = match thing(service) {
                Some(what) => format!("macOS says {} belongs to {what}", state.name),
                None => format!("macOS says {} belongs to the VPN {}", state.name, quoted(service)),
            };
            clues.push(clue(grade, Source::Interface, Some(&state.name), words));
        } else if state.is_vpn && addressed {
            let words = format!("macOS marks {} as a VPN", state.name);
            clues.push(clue(Grade::Active, Source::Interface, Some(&state.name), words));
        }
        clues.extend(found);
    }
    clues
}

fn is_link_local(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_link_local(),
        IpAddr::V6(v6) => v6.segments()[0] & 0xffc0 == 0xfe80,
    }
}

/// `scutil --nwi`.
pub(super) fn from_information(information: &Information) -> Vec<Clue> {
    let mut clues = from_primary(information.primary());
    for name in information.with_vpn_server.iter().filter(|name| is_tunnel(name)) {
        clues.push(clue(Grade::Active, Source::Primary, Some(name), format!("macOS knows a VPN server behind {name}")));
    }
    clues
}

/// The primary interface, from wherever it is known.
pub(super) fn from_primary(primary: Option<&str>) -> Vec<Clue> {
    let Some(name) = primary.filter(|name| is_tunnel(name)) else { return Vec::new() };
    vec![clue(Grade::Full, Source::Primary, Some(name), format!("macOS takes {name} for the primary interface"))]
}

/// `scutil --dns`.
pub(super) fn from_resolvers(resolvers: &[Resolver]) -> Vec<Clue> {
    resolvers.iter().filter_map(from_resolver).collect()
}

fn from_resolver(resolver: &Resolver) -> Option<Clue> {
    let server = resolver.servers.first()?;
    if let Some(name) = resolver.interface.as_deref().filter(|name| is_tunnel(name)) {
        return Some(if resolver.is_default() {
            clue(Grade::Full, Source::Resolver, Some(name), format!("names are looked up through {name}"))
        } else {
            clue(Grade::Active, Source::Resolver, Some(name), format!("some names are looked up through {name}"))
        });
    }
    if let Some(product) = resolver.servers.iter().find_map(|server| warp_or_tailscale(*server)) {
        return Some(clue(Grade::Active, Source::Resolver, None, format!("{product} answers names ({server})")));
    }
    // Nobody but programs that hand out stand-ins has servers there.
    if let IpAddr::V4(v4) = server
        && address::is_fake(*v4)
    {
        return Some(clue(Grade::Active, Source::Resolver, None, format!("a proxy program answers names ({server})")));
    }
    // A shared address may as well be the carrier's.
    let shared = resolver.is_default() && matches!(server, IpAddr::V4(v4) if address::is_shared_v4(*v4));
    let split = resolver.supplemental && resolver.interface.is_none();
    (shared || split).then(|| clue(Grade::Weak, Source::Resolver, None, format!("{server} answers some names")))
}

/// The two that answer names at an address nobody else has.
fn warp_or_tailscale(server: IpAddr) -> Option<&'static str> {
    mark_of(server).filter(|product| matches!(*product, "Cloudflare WARP" | "Tailscale"))
}

/// `scutil --nc list`. `carries` says whether the service can have a tunnel.
pub(super) fn from_services(services: &[Service], carries: impl Fn(&Service) -> bool) -> Vec<Clue> {
    let connected = services.iter().filter(|service| service.is_connected() && !service.is_dial_up());
    connected
        .map(|service| {
            let words = match thing(&service.name) {
                Some(what) => format!("{what} ({}) is connected", service.kind),
                None => format!("the service {} ({}) is connected", quoted(&service.name), service.kind),
            };
            if carries(service) {
                clue(Grade::Active, Source::Service, None, words)
            } else {
                clue(Grade::Weak, Source::Service, None, format!("{words}, and no tunnel is its"))
            }
        })
        .collect()
}
