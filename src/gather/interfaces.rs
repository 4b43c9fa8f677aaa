//! The addresses of the interfaces.

use codesent_checks::facts::Interface;
use codesent_checks::{Answer, Miss};
use if_addrs::{IfAddr, IfOperStatus};

/// Lists them, sorted.
pub(crate) fn list() -> Result<Answer, Miss> {
    let found = if_addrs::get_if_addrs().map_err(|error| Miss::Unreadable(format!("getifaddrs failed: {error}")))?;
    let mut list: Vec<Interface> = found
        .into_iter()
        .map(|one| Interface {
            address: one.ip(),
            prefix: match &one.addr {
                IfAddr::V4(v4) => v4.prefixlen,
                IfAddr::V6(v6) => v6.prefixlen,
            },
            running: one.oper_status == IfOperStatus::Up,
            point_to_point: one.is_p2p(),
            name: one.name,
        })
        .collect();
    list.sort_by(|left, right| (&left.name, left.address).cmp(&(&right.name, right.address)));
    Ok(Answer::Interfaces(list))
}
