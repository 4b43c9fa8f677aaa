//! Every command line codesent ever runs on a Mac, as data. All are read-only and need no root.
//!
//! They run by absolute path, with a cleared environment and the C locale, and are killed with their children at their
//! deadline. Formats and exit codes: the manual pages and Apple's published sources of network_cmds and configd.

use crate::Command;
use crate::keep::Lines;
use crate::read::{connections, launchctl, netstat, power, scutil_proxy, trusted_devices};

/// All of them, for the document a person with a Mac checks them by.
pub const ALL: &[&Command] = &[
    &ROUTE_TO_APPLE,
    &ROUTE_TO_APPLE_V6,
    &IFCONFIG,
    &NETSTAT,
    &NWI,
    &NC_LIST,
    &DNS,
    &PROXY,
    &SYSTEM_EXTENSIONS,
    &CONNECTIONS,
    &FIREWALL,
    &DISABLED_SYSTEM,
    &DISABLED_USER,
    &HARDWARE,
    &VIRTUAL_SMC,
    &ENROLLMENT,
    &TIME_ZONE,
    &TRUSTED_DEVICES,
    &POWER,
    &OPENCORE_PATCHER,
];

/// What a private copy of a database is read with. Part of macOS since 10.4.
pub const SQLITE: &str = "/usr/bin/sqlite3";
/// Its options, before the copy and the query: without a start-up file of the user's and without waiting for input. Not
/// read-only: to see the rows in the log, it has to write an index beside the copy.
pub const SQLITE_OPTIONS: &[&str] = &["-init", "/dev/null", "-batch", "-bail", "-ascii", "-header"];

/// macOS's log of the last quarter of an hour: errors of the daemons that codes hang on ([`PROCESSES`]), and three lines that
/// say more than an error. Only on request. It shows the log to administrators alone, and needs no root.
///
/// [`PROCESSES`]: crate::read::unified_log::PROCESSES
pub const LOG: &[&str] =
    &["/usr/bin/log", "show", "--last", "15m", "--style", "ndjson", "--color", "none", "--predicate", LOG_PREDICATE];
const LOG_PREDICATE: &str = "((process == \"apsd\" OR process == \"akd\" OR process == \"AuthKitUIService\" OR \
    process == \"AppleIDSettings\" OR process == \"AppleAccountSettings\" OR process == \"accountsd\" OR \
    process == \"identityservicesd\" OR process == \"imagent\" OR process == \"cloudd\") AND (messageType == error OR \
    messageType == fault OR eventMessage CONTAINS \"Error Domain=\" OR eventMessage CONTAINS \"Connected to courier\")) OR \
    (process == \"loginwindow\" AND eventMessage CONTAINS \"unlock the user\")";

/// Stands for the number of the user who runs codesent, in a command line.
pub const UID: &str = "%uid";

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
    keep: Lines::All("a route to an address of Apple's"),
};
/// The same over IPv6.
pub const ROUTE_TO_APPLE_V6: Command = Command {
    line: &["/sbin/route", "-n", "get", "-inet6", APPLE_ADDRESS_V6],
    since: "10.0",
    shows: "the interface that IPv6 traffic to Apple leaves by",
    on_failure: "prints `route: writing to routing socket: not in table` to stderr",
    keep: Lines::All("a route to an address of Apple's"),
};
/// Every interface with its addresses, flags and agents.
pub const IFCONFIG: Command = Command {
    line: &["/sbin/ifconfig", "-v"],
    since: "10.9",
    shows: "every interface with its addresses, flags and owner",
    on_failure: "does not fail",
    keep: Lines::Of(without_hardware_address),
};
/// The routing tables.
pub const NETSTAT: Command = Command {
    line: &["/usr/sbin/netstat", "-rn"],
    since: "10.0",
    shows: "the routing tables",
    on_failure: "prints an empty table",
    keep: Lines::Of(|line| netstat::is_worth_keeping(line).then(|| line.to_owned())),
};
/// The primary interface as macOS sees it.
pub const NWI: Command = Command {
    line: &["/usr/sbin/scutil", "--nwi"],
    since: "10.8",
    shows: "which interface macOS takes for the primary one",
    on_failure: "prints `No network information`",
    keep: Lines::All("addresses, which are masked"),
};
/// VPN services that are registered with macOS.
pub const NC_LIST: Command = Command {
    line: &["/usr/sbin/scutil", "--nc", "list"],
    since: "10.6",
    shows: "the VPN services registered with macOS and whether they are connected",
    on_failure: "prints its header alone",
    keep: Lines::All("names that somebody gave to services; redaction leaves those of known products"),
};
/// The resolvers macOS uses.
pub const DNS: Command = Command {
    line: &["/usr/sbin/scutil", "--dns"],
    since: "10.4",
    shows: "the DNS resolvers macOS uses",
    on_failure: "prints `No DNS configuration available`",
    keep: Lines::All("addresses and domains; redaction leaves those of Apple's and of nobody"),
};
/// The proxies macOS uses.
pub const PROXY: Command = Command {
    line: &["/usr/sbin/scutil", "--proxy"],
    since: "10.4",
    shows: "the proxies that are set (a script that is written into the settings is dropped)",
    on_failure: "prints an empty dictionary",
    keep: Lines::Whole(scutil_proxy::keep),
};
/// Network and endpoint security extensions.
pub const SYSTEM_EXTENSIONS: Command = Command {
    line: &["/usr/bin/systemextensionsctl", "list"],
    since: "10.15",
    shows: "the system extensions of VPNs, filters and security products",
    on_failure: "exits with 69 in a sandbox",
    keep: Lines::All("programs; redaction leaves those of known products"),
};
/// TCP connections with their programs.
pub const CONNECTIONS: Command = Command {
    line: &["/usr/sbin/netstat", "-anv", "-p", "tcp"],
    since: "10.6",
    shows: "whether a connection to Apple's push servers, or the push service's own, stands (all others are dropped)",
    on_failure: "prints nothing, also where there is no connection to be seen",
    keep: Lines::Of(connections::keep),
};
/// The built-in firewall.
pub const FIREWALL: Command = Command {
    line: &["/usr/libexec/ApplicationFirewall/socketfilterfw", "--getglobalstate"],
    since: "10.7",
    shows: "whether the built-in firewall is on",
    on_failure: "prints a sentence without a state",
    keep: Lines::All("one sentence about a switch"),
};
/// Services of the system that somebody switched off.
pub const DISABLED_SYSTEM: Command = Command {
    line: &["/bin/launchctl", "print-disabled", "system"],
    since: "10.10",
    shows: "services of the system that are switched off (all but a few of Apple's are dropped)",
    on_failure: "prints `Bad request` or `Could not find domain` and no list",
    keep: Lines::Of(known_service),
};
/// The same for the services of the user.
pub const DISABLED_USER: Command = Command {
    line: &["/bin/launchctl", "print-disabled", "user/%uid"],
    since: "10.10",
    shows: "services of this user that are switched off (all but a few of Apple's are dropped)",
    on_failure: "prints `Bad request` or `Could not find domain` and no list",
    keep: Lines::Of(known_service),
};
/// What kind of machine this is.
pub const HARDWARE: Command = Command {
    line: &["/usr/sbin/sysctl", "kern.hv_vmm_present", "hw.model", "machdep.cpu.brand_string"],
    since: "10.0",
    shows: "the model, the processor, and whether this is a virtual machine (macOS 11 and later)",
    on_failure: "prints `unknown oid` for what this macOS does not have, and the rest",
    keep: Lines::All("a model and a processor"),
};
/// The driver that makes macOS run on a machine of another maker.
pub const VIRTUAL_SMC: Command = Command {
    line: &["/usr/sbin/kextstat", "-l", "-b", "as.vit9696.VirtualSMC"],
    since: "10.6",
    shows: "whether macOS runs on a machine that is not Apple's",
    on_failure: "prints nothing, also where the driver is not loaded",
    keep: Lines::All("one driver"),
};
/// Device management.
pub const ENROLLMENT: Command = Command {
    line: &["/usr/bin/profiles", "status", "-type", "enrollment"],
    since: "10.13.4",
    shows: "whether an organisation manages this Mac (the name of its server is dropped)",
    on_failure: "prints a usage text on older systems",
    keep: Lines::Of(without_server),
};
/// The time zone as an offset.
pub const TIME_ZONE: Command = Command {
    line: &["/bin/date", "+%z"],
    since: "10.0",
    shows: "how far this Mac's time zone is from UTC",
    on_failure: "does not fail",
    keep: Lines::All("an offset, which millions share"),
};

/// Of this Mac and its neighbours.
fn without_hardware_address(line: &str) -> Option<String> {
    (!line.trim_start().starts_with("ether ")).then(|| line.to_owned())
}

fn known_service(line: &str) -> Option<String> {
    launchctl::is_worth_keeping(line).then(|| line.to_owned())
}

/// Without whose server manages this Mac.
fn without_server(line: &str) -> Option<String> {
    (!line.contains("MDM server")).then(|| line.to_owned())
}

/// Apple's list of the account's trusted devices, as the keychain last saw it. Of the tool's subcommands this one alone is
/// ever run: others change things. What it prints names every device of the person, so only counts, states and days stay.
pub const TRUSTED_DEVICES: Command = Command {
    line: &["/usr/sbin/otctl", "status", "--json"],
    since: "10.15",
    shows: "whether this Mac is on Apple's list of trusted devices, and how many others are (counts, states and days alone)",
    on_failure: "prints an error as JSON when nobody is signed in",
    keep: Lines::Whole(trusted_devices::keep),
};
/// Power settings.
pub const POWER: Command = Command {
    line: &["/usr/bin/pmset", "-g", "custom"],
    since: "10.4",
    shows: "whether connections are kept while this Mac sleeps",
    on_failure: "prints nothing where no setting is stored",
    keep: Lines::Of(|line| power::is_worth_keeping(line).then(|| line.to_owned())),
};
/// What OpenCore Legacy Patcher leaves in the firmware of an Intel Mac that was started through it.
pub const OPENCORE_PATCHER: Command = Command {
    line: &["/usr/sbin/nvram", "4D1FDA02-38C7-4A6A-9CC6-4BCCA8B30102:OCLP-Version"],
    since: "10.0",
    shows: "whether OpenCore Legacy Patcher started this Mac, and its version",
    on_failure: "prints `nvram: Error getting variable` to stderr, as on every Mac that is not patched",
    keep: Lines::All("a version"),
};

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_command_is_listed_once_by_absolute_path() {
        let lines: BTreeSet<&[&str]> = ALL.iter().map(|command| command.line).collect();
        assert_eq!(lines.len(), ALL.len());
        for command in ALL {
            assert!(command.line[0].starts_with('/') && !command.line.contains(&"sudo"), "{:?}", command.line);
            assert!(!command.since.is_empty() && !command.shows.is_empty() && !command.on_failure.is_empty());
        }
    }

    #[test]
    fn other_peoples_business_is_dropped() {
        let connections = "Active Internet connections (including servers)\n\
            tcp4 0 0 192.168.1.2.5000 17.57.144.20.5223 ESTABLISHED 1 2 apsd:300\n\
            tcp4 0 0 192.168.1.2.5001 203.0.113.9.443 ESTABLISHED 1 2 Browser:301\n";
        let kept = CONNECTIONS.keep.of(connections);
        assert!(kept.contains("17.57.144.20.5223") && kept.contains("Active") && !kept.contains("203.0.113.9"));
        let services =
            "disabled services = {\n\t\"com.apple.akd\" => disabled\n\t\"org.example.diary\" => enabled\n}\n";
        let kept = DISABLED_USER.keep.of(services);
        assert!(kept.contains("com.apple.akd") && kept.contains("disabled services") && !kept.contains("diary"));
        let enrollment = "MDM enrollment: Yes\nMDM server: https://mdm.example.org\n";
        assert_eq!(ENROLLMENT.keep.of(enrollment), "MDM enrollment: Yes\n");
        let routes = "Internet:\ndefault 192.168.1.1 UGScg en0\n192.168.1.72 f0:18:98:3:d8:39 UHLWIi en0 1105\n";
        assert_eq!(NETSTAT.keep.of(routes), "Internet:\ndefault 192.168.1.1 UGScg en0\n");
        let interfaces = "en0: flags=8863<UP> mtu 1500\n\tether 2:0:0:0:0:1\n\tinet 10.0.0.2\n";
        assert!(!IFCONFIG.keep.of(interfaces).contains("ether"));
    }
}
