//! One DNS server, asked directly: to compare with what the system resolver says.

use crate::gather::budget::Budget;
use crate::gather::room;
use codesent_checks::Miss;
use codesent_checks::facts::{LookupOutcome, Resolution};
use hickory_resolver::Resolver;
use hickory_resolver::config::{LookupIpStrategy, NameServerConfig, ResolveHosts, ResolverConfig};
use hickory_resolver::lookup_ip::LookupIp;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::net::{DnsError, NetError};
use hickory_resolver::proto::op::ResponseCode;
use hickory_resolver::proto::rr::RData;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use tokio::runtime::Builder;

/// Three tries of this length fit into the time of a lookup, so one or two lost packets do no harm.
const TRY: Duration = Duration::from_millis(1200);

/// Asks `server` for the addresses of `host`.
pub(super) fn ask(host: &str, server: SocketAddr, budget: Budget) -> Result<Resolution, Miss> {
    let no_runtime = |error: std::io::Error| Miss::Unreadable(format!("cannot ask a DNS server: {error}"));
    let runtime = Builder::new_current_thread().enable_all().build().map_err(no_runtime)?;
    let asked = runtime.block_on(async { tokio::time::timeout(budget.left(), lookup(host, server)).await });
    // Dropping a runtime waits for what is still going on; this does not.
    runtime.shutdown_background();
    let (outcome, aliases) = match asked {
        Ok(Ok(found)) => (addresses(&found), aliases(&found)),
        Ok(Err(error)) => (failure(&error, budget)?, Vec::new()),
        Err(_) => (budget.silence(LookupOutcome::NoReply)?, Vec::new()),
    };
    // The library tries elsewhere, or waits, when it can open nothing to ask with.
    if !matches!(outcome, LookupOutcome::Addresses(_)) && room::is_lacking() {
        return Err(room::miss());
    }
    Ok(Resolution { outcome, aliases })
}

async fn lookup(host: &str, server: SocketAddr) -> Result<LookupIp, NetError> {
    let mut config = NameServerConfig::udp_and_tcp(server.ip());
    for connection in &mut config.connections {
        connection.port = server.port();
    }
    let config = ResolverConfig::from_parts(None, Vec::new(), vec![config]);
    let mut builder = Resolver::builder_with_config(config, TokioRuntimeProvider::default());
    let options = builder.options_mut();
    options.timeout = TRY;
    options.attempts = 2;
    options.cache_size = 0;
    options.use_hosts_file = ResolveHosts::Never;
    options.num_concurrent_reqs = 1;
    options.ip_strategy = LookupIpStrategy::Ipv4AndIpv6;
    options.preserve_intermediates = true;
    // The dot keeps search domains out.
    builder.build()?.lookup_ip(format!("{}.", host.trim_end_matches('.'))).await
}

fn addresses(found: &LookupIp) -> LookupOutcome {
    let list: Vec<IpAddr> = found.iter().collect();
    if list.is_empty() { LookupOutcome::NoAddress } else { LookupOutcome::Addresses(list) }
}

fn aliases(found: &LookupIp) -> Vec<String> {
    let mut list = Vec::new();
    for record in found.as_lookup().answers() {
        if let RData::CNAME(name) = &record.data {
            let name = name.0.to_ascii().trim_end_matches('.').to_ascii_lowercase();
            if !list.contains(&name) {
                list.push(name);
            }
        }
    }
    list
}

fn failure(error: &NetError, budget: Budget) -> Result<LookupOutcome, Miss> {
    Ok(match error {
        NetError::Dns(DnsError::NoRecordsFound(none)) => match none.response_code {
            ResponseCode::NXDomain => LookupOutcome::NoSuchName,
            ResponseCode::NoError => LookupOutcome::NoAddress,
            code => LookupOutcome::ServerFailed(code.to_string()),
        },
        NetError::Dns(DnsError::ResponseCode(code)) => LookupOutcome::ServerFailed(code.to_string()),
        // Not every try was made when the run ended early, yet each of them had its own whole time.
        NetError::Timeout => LookupOutcome::NoReply,
        NetError::Io(error) if room::is_lack(error) => return Err(room::miss()),
        NetError::Io(error) => match error.kind() {
            std::io::ErrorKind::TimedOut => budget.silence(LookupOutcome::NoReply)?,
            // Nobody listens there, or there is no way there: for a lookup that is the same as silence.
            std::io::ErrorKind::ConnectionRefused
            | std::io::ErrorKind::NetworkUnreachable
            | std::io::ErrorKind::HostUnreachable => LookupOutcome::NoReply,
            kind => LookupOutcome::ServerFailed(kind.to_string()),
        },
        NetError::NoConnections => LookupOutcome::NoReply,
        other => LookupOutcome::ServerFailed(other.to_string().chars().take(80).collect()),
    })
}
