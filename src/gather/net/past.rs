//! The way past a tunnel: sockets that are bound to the physical interface, and names from a resolver that is asked there.
//!
//! Anybody may bind (`IP_BOUND_IF` of xnu needs no right, `SO_BINDTOIFINDEX` of Linux none since 5.7). macOS then looks for a
//! route of that interface alone, so a kill switch or a missing route ends the try at once.

use codesent_checks::facts::CommandOutput;
use codesent_checks::hosts::{SECOND_RESOLVER, THIRD_RESOLVER};
use codesent_checks::read::{nwi, routes, scutil_dns};
use codesent_checks::{Answer, Miss};
use socket2::{Domain, Socket, Type};
use std::io;
use std::net::{IpAddr, SocketAddr, TcpStream, UdpSocket};
use std::num::NonZeroU32;
use std::time::Duration;

/// A physical interface, and whom to ask for names there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gather) struct Way {
    pub(in crate::gather) index: NonZeroU32,
    /// The interface's own resolvers first, then public ones: the tunnel's answers may be stand-ins.
    pub(in crate::gather) servers: Vec<String>,
}

/// More servers of the interface's own are not asked: those that say nothing cost time that the handshake needs.
const MOST_OWN: usize = 2;

/// The way that `scutil --nwi` and `scutil --dns` show; the kernel's routes where there is no scutil. A miss where there is
/// none.
pub(in crate::gather) fn way(nwi: Result<Answer, Miss>, dns: Result<Answer, Miss>) -> Result<Way, Miss> {
    let printed = |answer: Result<Answer, Miss>| match answer {
        Ok(Answer::Command(output)) => Ok(output),
        Ok(_) => Err(Miss::NotRecorded),
        Err(miss) => Err(miss),
    };
    let names = match printed(nwi) {
        Ok(output) => nwi::information(&output.stdout)?.interfaces,
        Err(Miss::NeedsMac) => by_routes(&std::fs::read_to_string("/proc/net/route").unwrap_or_default()),
        Err(miss) => return Err(miss),
    };
    let name = names.into_iter().find(|name| !routes::is_tunnel(name)).ok_or(Miss::NotHere)?;
    let all = if_addrs::get_if_addrs().map_err(|error| Miss::Unreadable(format!("getifaddrs failed: {error}")))?;
    let index = all.into_iter().find(|one| one.name == name).and_then(|one| NonZeroU32::new(one.index?));
    let own = printed(dns).map(|output| scoped(&output, &name)).unwrap_or_default();
    let public = [SECOND_RESOLVER, THIRD_RESOLVER].map(str::to_owned);
    Ok(Way { index: index.ok_or(Miss::NotHere)?, servers: own.into_iter().take(MOST_OWN).chain(public).collect() })
}

/// The servers for traffic that is bound to `interface`.
fn scoped(output: &CommandOutput, interface: &str) -> Vec<String> {
    let resolvers = scutil_dns::read(output).unwrap_or_default();
    let its = resolvers.into_iter().filter(|one| one.scoped && one.interface.as_deref() == Some(interface));
    its.flat_map(|one| one.servers).map(|address: IpAddr| address.to_string()).collect()
}

/// The interfaces of the default routes in Linux's table, the best first.
fn by_routes(table: &str) -> Vec<String> {
    let mut found: Vec<(u32, String)> = table
        .lines()
        .skip(1)
        .filter_map(|line| {
            let columns: Vec<&str> = line.split_whitespace().collect();
            let default = columns.get(1) == Some(&"00000000") && columns.get(7) == Some(&"00000000");
            default.then(|| Some((columns.get(6)?.parse().ok()?, (*columns.first()?).to_owned())))?
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, name)| name).collect()
}

/// Connects from that interface, or as usual.
pub(super) fn connect(address: SocketAddr, from: Option<NonZeroU32>, timeout: Duration) -> io::Result<TcpStream> {
    if from.is_none() {
        return TcpStream::connect_timeout(&address, timeout);
    }
    let socket = bound(address, Type::STREAM, from)?;
    socket.connect_timeout(&address.into(), timeout)?;
    Ok(socket.into())
}

/// A socket for datagrams to `address`, from that interface.
pub(super) fn datagrams(address: SocketAddr, from: Option<NonZeroU32>) -> io::Result<UdpSocket> {
    let socket = bound(address, Type::DGRAM, from)?;
    // Answers of others are dropped by the system.
    socket.connect(&address.into())?;
    Ok(socket.into())
}

fn bound(address: SocketAddr, kind: Type, from: Option<NonZeroU32>) -> io::Result<Socket> {
    let socket = Socket::new(Domain::for_address(address), kind, None)?;
    if from.is_some() {
        // Exactly the option of the socket's own family: setting the other one fails.
        if address.is_ipv4() { socket.bind_device_by_index_v4(from) } else { socket.bind_device_by_index_v6(from) }?;
    }
    Ok(socket)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(stdout: &str) -> Answer {
        Answer::Command(CommandOutput { exit: Some(0), stdout: stdout.into(), ..CommandOutput::default() })
    }

    /// The name of the loopback interface, which every machine has.
    fn loopback() -> (String, NonZeroU32) {
        let all = if_addrs::get_if_addrs().unwrap();
        let own = all.into_iter().find(|one| one.ip() == IpAddr::from([127, 0, 0, 1])).unwrap();
        (own.name, NonZeroU32::new(own.index.unwrap()).unwrap())
    }

    #[test]
    fn the_first_interface_that_is_no_tunnel_and_its_own_resolvers() {
        let (name, index) = loopback();
        let nwi = format!("Network information\n\nNetwork interfaces: utun4 {name}\n");
        let dns = format!(
            "DNS configuration\n\nresolver #1\n  nameserver[0] : 10.64.0.1\n\n\
             DNS configuration (for scoped queries)\n\nresolver #1\n  nameserver[0] : 192.168.1.1\n  \
             if_index : {index} ({name})\n  flags    : Scoped, Request A records\n\nresolver #2\n  \
             nameserver[0] : 10.64.0.1\n  if_index : 20 (utun4)\n  flags    : Scoped\n"
        );
        let way = way(Ok(printed(&nwi)), Ok(printed(&dns))).unwrap();
        assert_eq!(way.index, index);
        assert_eq!(way.servers, ["192.168.1.1", SECOND_RESOLVER, THIRD_RESOLVER]);
    }

    #[test]
    fn without_a_physical_interface_there_is_no_way() {
        let none = way(Ok(printed("Network information\n\nNetwork interfaces: utun4\n")), Err(Miss::TimedOut));
        assert_eq!(none, Err(Miss::NotHere));
        assert_eq!(way(Err(Miss::TimedOut), Err(Miss::TimedOut)), Err(Miss::TimedOut));
    }

    #[test]
    fn default_routes_of_linux_are_read_best_first() {
        let table = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n\
                     eth0\t00000000\t0102000A\t0003\t0\t0\t100\t00000000\t0\t0\t0\n\
                     eth0\t0002000A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n\
                     tun0\t00000000\t00000000\t0001\t0\t0\t50\t00000000\t0\t0\t0\n";
        assert_eq!(by_routes(table), ["tun0", "eth0"]);
        assert!(by_routes("").is_empty());
    }

    #[test]
    fn a_bound_socket_reaches_what_is_on_its_interface() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let (_, index) = loopback();
        let connected = connect(listener.local_addr().unwrap(), Some(index), Duration::from_secs(5));
        match connected {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                eprintln!("skipped: this system lets nobody bind: {error}");
            }
            connected => drop(connected.unwrap()),
        }
    }
}
