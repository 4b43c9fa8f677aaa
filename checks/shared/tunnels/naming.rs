//! Whose tunnel it is. Best first: what macOS calls it, the registered service, marks that one product alone has, and
//! last the one VPN product that runs here.

use super::Signs;
use super::clues::{mark_of, marks_of};
use crate::read::foreign::Named;
use crate::read::nc_list::Service;
use crate::read::products::{self, Kind, Product, Role};
use crate::read::system_extensions::Extension;
use std::collections::BTreeSet;
use std::net::IpAddr;

/// A name, and how sure it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The product, or what the owner of this Mac calls the service.
    pub whose: Named,
    /// Whether the tunnel itself names it. Otherwise it is only the one product that would explain the tunnel.
    pub sure: bool,
}

impl Name {
    fn product(name: &str, sure: bool) -> Self {
        Self { whose: Named::new(products::by_name(name), name), sure }
    }
}

/// The name of the tunnel. `only`: no other tunnel is up that a registered service could belong to.
pub(super) fn name(evidence: &Signs, interface: Option<&str>, only: bool) -> Option<Name> {
    by_owner(evidence, interface)
        .or_else(|| by_interface(interface))
        .or_else(|| by_mark(evidence, interface))
        .or_else(|| by_service(evidence, interface, only))
        .or_else(|| by_presence(evidence, interface))
}

/// `ifconfig -v` names the service that owns the interface.
fn by_owner(evidence: &Signs, interface: Option<&str>) -> Option<Name> {
    let state = evidence.states.iter().flatten().find(|state| Some(state.name.as_str()) == interface)?;
    let service = state.vpn_service().filter(|service| !service.is_empty())?;
    let mut registered = evidence.services.iter().flatten().filter(|one| one.name == service).peekable();
    if registered.peek().is_none() {
        return Some(Name { whose: Named::new(products::by_words(service), service), sure: true });
    }
    // One that is disconnected has no tunnel, whatever is still written on an interface.
    let registered = registered.find(|one| !one.is_disconnected())?;
    Some(Name { whose: Named::new(product_of(registered), service), sure: true })
}

/// One registered service is connected, and the tunnel can be its.
fn by_service(evidence: &Signs, interface: Option<&str>, only: bool) -> Option<Name> {
    let connected = evidence.services.iter().flatten().filter(|one| one.is_connected() && !one.is_dial_up());
    let mut connected = connected.filter(|one| can_own(evidence, one, interface));
    let service = connected.next()?;
    let whose = Named::new(product_of(service), service.name.as_str());
    // Macs that name the owners of interfaces name a registered service's: then one without is likely a daemon's.
    let states = || evidence.states.iter().flatten();
    let is_daemons = states().any(|state| state.vpn_service().is_some())
        && states().any(|state| Some(state.name.as_str()) == interface && state.vpn_service().is_none());
    let named = whose.product().is_some() || !service.name.is_empty();
    (connected.next().is_none() && named).then_some(Name { whose, sure: only && !is_daemons })
}

/// Whether the tunnel can be this connected service's: it has such addresses, and no other interface is the service's own.
pub(super) fn can_own(evidence: &Signs, service: &Service, interface: Option<&str>) -> bool {
    let owned = evidence.states.iter().flatten().filter(|state| state.vpn_service() == Some(service.name.as_str()));
    let mut owned = owned.map(|state| Some(state.name.as_str())).peekable();
    let addresses: Vec<IpAddr> = of_interface(evidence, interface).collect();
    (owned.peek().is_none() || service.name.is_empty() || owned.any(|own| own == interface))
        && product_of(service).is_none_or(|product| products::can_own(product.name, &addresses))
}

fn product_of(service: &Service) -> Option<&'static Product> {
    service.bundle().and_then(products::by_bundle).or_else(|| products::by_words(&service.name))
}

/// Drivers with a name of their own.
fn by_interface(interface: Option<&str>) -> Option<Name> {
    let stem = interface?.trim_end_matches(|letter: char| letter.is_ascii_digit());
    match stem {
        "gpd" => Some(Name::product("GlobalProtect", true)),
        "zt" => Some(Name::product("ZeroTier", true)),
        _ => None,
    }
}

/// The tunnel's own addresses.
fn of_interface<'a>(evidence: &'a Signs, interface: Option<&'a str>) -> impl Iterator<Item = IpAddr> + 'a {
    let of_states = evidence.states.iter().flatten().filter(move |state| Some(state.name.as_str()) == interface);
    let of_facts = evidence.interfaces.iter().flatten().filter(move |one| Some(one.name.as_str()) == interface);
    of_states
        .flat_map(|state| state.addresses.iter().map(|(address, _)| *address))
        .chain(of_facts.map(|one| one.address))
}

/// Those, and the resolvers that hang on it or on nothing.
fn addresses<'a>(evidence: &'a Signs, interface: Option<&'a str>) -> impl Iterator<Item = IpAddr> + 'a {
    let of_dns = evidence.resolvers.iter().flatten();
    let of_dns = of_dns.filter(move |one| one.interface.is_none() || one.interface.as_deref() == interface);
    of_interface(evidence, interface).chain(of_dns.flat_map(|one| one.servers.iter().copied()))
}

/// An address or a resolver that one product alone has.
fn by_mark(evidence: &Signs, interface: Option<&str>) -> Option<Name> {
    let own: Vec<IpAddr> = of_interface(evidence, interface).collect();
    let mut marks = addresses(evidence, interface).filter_map(mark_of);
    marks.find(|product| products::can_own(product, &own)).map(|product| Name::product(product, true))
}

/// The products here that could be behind a tunnel: an enabled extension, or a running program.
pub(super) fn candidates(evidence: &Signs) -> BTreeSet<&'static str> {
    let tunnels = |extension: &&Extension| matches!(extension.role(), Some(Role::Tunnel | Role::TransparentProxy));
    let extensions = evidence.extensions.iter().filter(|extension| extension.is_on()).filter(tunnels);
    let of_extensions = extensions.filter_map(|extension| products::by_bundle(&extension.bundle));
    let of_processes = evidence.processes.iter().filter_map(products::by_process);
    let of_processes = of_processes.filter(|product| matches!(product.kind, Kind::Vpn | Kind::Proxy));
    of_extensions.chain(of_processes).map(|product| product.name).collect()
}

/// Whether every registered service of this product is disconnected: then no tunnel is its.
fn is_idle(evidence: &Signs, product: &str) -> bool {
    let services = evidence.services.iter().flatten();
    let mut own = services.filter(|one| product_of(one).is_some_and(|of| of.name == product)).peekable();
    own.peek().is_some() && own.all(Service::is_disconnected)
}

/// The one product that is here, or the one of them that uses such addresses.
fn by_presence(evidence: &Signs, interface: Option<&str>) -> Option<Name> {
    let own: Vec<IpAddr> = of_interface(evidence, interface).collect();
    let mut here = candidates(evidence);
    here.retain(|product| products::can_own(product, &own) && !is_idle(evidence, product));
    let marked: BTreeSet<&str> = addresses(evidence, interface)
        .flat_map(marks_of)
        .map(|mark| mark.product)
        .filter(|product| here.contains(product))
        .collect();
    let only = |set: &BTreeSet<&'static str>| if set.len() == 1 { set.first().copied() } else { None };
    only(&marked).or_else(|| only(&here)).map(|product| Name::product(product, false))
}
