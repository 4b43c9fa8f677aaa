"""All faults, one at a time: what is broken, and what must be said of it."""

from cases import clock, documents, families, lines, link, macs, names, portals, ports, proxies, short, tls, tunnel
from cases.base import Case
from mac import settings

FOLDED = "rows are folded under network/internet, which only informs there; what failed, and explains them, is the proxy"
# What an expert would say, and the program does not say yet: {case: why}. Such a case does not count as failed as long as
# it is wrong, and counts as failed as soon as it is right, so that it gets taken off here.
KNOWN_WRONG = {
    "certificate-huge": "a chain longer than the TLS library takes is called a fault of the host; nothing is known of it",
    "inspection-and-hosts-file": "re-signed TLS is hidden behind the hosts file; both must be said",
    "ipv6-large-packets-lost": "five hosts and the couriers are called broken; the reason is IPv6, and IPv4 is well",
    "ipv4-black-hole": "the hosts that have IPv4 alone are called broken; the reason is IPv4",
    "proxy-login-only-way": FOLDED,
    "proxy-refuses-only-way": FOLDED,
    "proxy-reads-two": "through the proxy only idmsa and a courier are asked, so whoever reads others is not seen",
}

# All others are compared with these.
HEALTHY = [Case("healthy", "nothing is wrong"), Case("mac-healthy", "nothing is wrong on a whole Mac", tools=settings())]
CASES = [
    *HEALTHY,
    *(case for part in (link, names, portals, ports, tls, families, proxies, clock, documents, lines, short, tunnel, macs)
      for case in part.CASES),
]
