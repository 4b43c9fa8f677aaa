//! Whose tunnel it is. Best first: what macOS calls it, the registered service, marks that one product alone has, and
//! last the one VPN product that runs here.

use super::Evidence;
use super::clues::{mark_of, marks_of};
use crate::read::nc_list::Service;
use crate::read::products::{self, Kind, Product, Role};
use crate::read::system_extensions::Extension;
use std::collections::BTreeSet;
use std::net::IpAddr;

/// A name, and how sure it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The product, or what the owner of this Mac calls the service.
    pub text: String,
    /// Whether the tunnel itself names it. Otherwise it is only the one product that would explain the tunnel.
    pub sure: bool,
}

impl Name {
    fn sure(text: impl Into<String>) -> Self {
        Self { text: text.into(), sure: true }
    }
}

/// The name of the tunnel. `only`: no other tunnel is up that a registered service could belong to.
pub(super) fn name(evidence: &Evidence, interface: Option<&str>, only: bool) -> Option<Name> {
    by_owner(evidence, interface)
        .or_else(|| by_interface(interface))
        .or_else(|| by_mark(evidence, interface))
        .or_else(|| by_service(evidence, interface, only))
        .or_else(|| by_presence(evidence, interface))
}

/// `ifconfig -v` names the service that owns the interface.
fn by_owner(evidence: &Evidence, interface: Option<&str>) -> Option<Name> {
    let state = evidence.states.iter().flatten().find(|state| Some(state.name.as_str()) == interface)?;
    let service = state.vpn_service().filter(|service| !service.is_empty())?;
    let registered = evidence.services.iter().flatten().find(|one| one.name == service).and_then(product_of);
    Some(Name::sure(registered.or_else(|| products::by_words(service)).map_or(service, |product| product.name)))
}

/// One registered service is connected, and the tunnel can be its.
fn by_service(evidence: &Evidence, interface: Option<&str>, only: bool) -> Option<Name> {
    let mut connected =
        evidence.services.iter().flatten().filter(|service| service.is_connected() && !service.is_dial_up());
    let service = connected.next()?;
    let name = product_of(service).map_or(service.name.as_str(), |product| product.name);
    let fits = products::can_own(name, &of_interface(evidence, interface).collect::<Vec<_>>());
    (connected.next().is_none() && !name.is_empty() && fits).then(|| Name { text: name.into(), sure: only })
}

fn product_of(service: &Service) -> Option<&'static Product> {
    service.bundle().and_then(products::by_bundle).or_else(|| products::by_words(&service.name))
}

/// Drivers with a name of their own.
fn by_interface(interface: Option<&str>) -> Option<Name> {
    let stem = interface?.trim_end_matches(|letter: char| letter.is_ascii_digit());
    match stem {
        "gpd" => Some(Name::sure("GlobalProtect")),
        "zt" => Some(Name::sure("ZeroTier")),
        _ => None,
    }
}

/// The tunnel's own addresses.
fn of_interface<'a>(evidence: &'a Evidence, interface: Option<&'a str>) -> impl Iterator<Item = IpAddr> + 'a {
    let of_states = evidence.states.iter().flatten().filter(move |state| Some(state.name.as_str()) == interface);
    let of_facts = evidence.interfaces.iter().flatten().filter(move |one| Some(one.name.as_str()) == interface);
    of_states
        .flat_map(|state| state.addresses.iter().map(|(address, _)| *address))
        .chain(of_facts.map(|one| one.address))
}

/// Those, and the resolvers that hang on it or on nothing.
fn addresses<'a>(evidence: &'a Evidence, interface: Option<&'a str>) -> impl Iterator<Item = IpAddr> + 'a {
    let of_dns = evidence.resolvers.iter().flatten();
    let of_dns = of_dns.filter(move |one| one.interface.is_none() || one.interface.as_deref() == interface);
    of_interface(evidence, interface).chain(of_dns.flat_map(|one| one.servers.iter().copied()))
}

/// An address or a resolver that one product alone has.
fn by_mark(evidence: &Evidence, interface: Option<&str>) -> Option<Name> {
    let own: Vec<IpAddr> = of_interface(evidence, interface).collect();
    let mut marks = addresses(evidence, interface).filter_map(mark_of);
    marks.find(|product| products::can_own(product, &own)).map(Name::sure)
}

/// The products here that could be behind a tunnel: an enabled extension, or a running program.
pub(super) fn candidates(evidence: &Evidence) -> BTreeSet<&'static str> {
    let tunnels = |extension: &&Extension| matches!(extension.role(), Some(Role::Tunnel | Role::TransparentProxy));
    let extensions = evidence.extensions.iter().filter(|extension| extension.is_on()).filter(tunnels);
    let of_extensions = extensions.filter_map(|extension| products::by_bundle(&extension.bundle));
    let of_processes = evidence.processes.iter().filter_map(products::by_process);
    let of_processes = of_processes.filter(|product| matches!(product.kind, Kind::Vpn | Kind::Proxy));
    of_extensions.chain(of_processes).map(|product| product.name).collect()
}

/// The one product that is here, or the one of them that uses such addresses.
fn by_presence(evidence: &Evidence, interface: Option<&str>) -> Option<Name> {
    let own: Vec<IpAddr> = of_interface(evidence, interface).collect();
    let here: BTreeSet<&str> =
        candidates(evidence).into_iter().filter(|product| products::can_own(product, &own)).collect();
    let marked: BTreeSet<&str> = addresses(evidence, interface)
        .flat_map(marks_of)
        .map(|mark| mark.product)
        .filter(|product| here.contains(product))
        .collect();
    let only = |set: &BTreeSet<&'static str>| if set.len() == 1 { set.first().copied() } else { None };
    only(&marked).or_else(|| only(&here)).map(|text| Name { text: text.into(), sure: false })
}
