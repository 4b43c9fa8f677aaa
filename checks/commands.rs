//! Every command line codesent ever runs on a Mac, as data. All are read-only and need no root.
//!
//! They run by absolute path, with a cleared environment and the C locale, and are killed with their children at their
//! deadline. Formats and exit codes: the manual pages and Apple's published sources of network_cmds and configd.

use crate::Command;

/// All of them, for the document a person with a Mac checks them by.
pub const ALL: &[&Command] =
    &[&ROUTE_TO_APPLE, &ROUTE_TO_APPLE_V6, &IFCONFIG, &NETSTAT, &NWI, &NC_LIST, &DNS, &PROXY, &SYSTEM_EXTENSIONS];

/// The address in Apple's push range that routes are asked for.
pub const APPLE_ADDRESS: &str = "17.57.144.20";
/// The same for IPv6.
pub const APPLE_ADDRESS_V6: &str = "2620:149:a44::1";

/// The interface that traffic to Apple leaves by.
pub const ROUTE_TO_APPLE: Command = Command {
    line: &["/sbin/route", "-n", "get", APPLE_ADDRESS],
    since: "10.0",
    shows: "the interface that traffic to Apple leaves by",
    on_failure: "prints `route: writing to routing socket: not in table` to stderr",
};
/// The same over IPv6.
pub const ROUTE_TO_APPLE_V6: Command = Command {
    line: &["/sbin/route", "-n", "get", "-inet6", APPLE_ADDRESS_V6],
    since: "10.0",
    shows: "the interface that IPv6 traffic to Apple leaves by",
    on_failure: "prints `route: writing to routing socket: not in table` to stderr",
};
/// Every interface with its addresses, flags and agents.
pub const IFCONFIG: Command = Command {
    line: &["/sbin/ifconfig", "-v"],
    since: "10.9",
    shows: "every interface with its addresses, flags and owner",
    on_failure: "does not fail",
};
/// The routing tables.
pub const NETSTAT: Command = Command {
    line: &["/usr/sbin/netstat", "-rn"],
    since: "10.0",
    shows: "the routing tables",
    on_failure: "prints an empty table",
};
/// The primary interface as macOS sees it.
pub const NWI: Command = Command {
    line: &["/usr/sbin/scutil", "--nwi"],
    since: "10.8",
    shows: "which interface macOS takes for the primary one",
    on_failure: "prints `No network information`",
};
/// VPN services that are registered with macOS.
pub const NC_LIST: Command = Command {
    line: &["/usr/sbin/scutil", "--nc", "list"],
    since: "10.6",
    shows: "the VPN services registered with macOS and whether they are connected",
    on_failure: "prints its header alone",
};
/// The resolvers macOS uses.
pub const DNS: Command = Command {
    line: &["/usr/sbin/scutil", "--dns"],
    since: "10.4",
    shows: "the DNS resolvers macOS uses",
    on_failure: "prints `No DNS configuration available`",
};
/// The proxies macOS uses.
pub const PROXY: Command = Command {
    line: &["/usr/sbin/scutil", "--proxy"],
    since: "10.4",
    shows: "the proxies that are set",
    on_failure: "prints an empty dictionary",
};
/// Network and endpoint security extensions.
pub const SYSTEM_EXTENSIONS: Command = Command {
    line: &["/usr/bin/systemextensionsctl", "list"],
    since: "10.15",
    shows: "the system extensions of VPNs, filters and security products",
    on_failure: "exits with 69 in a sandbox",
};
