"""The faults, one at a time: what is broken, and what must be said of it.

A row that a case does not mention must be as it is in the healthy case. `expect` maps ids (or patterns of them) to what
the row must be: a status, or `status:reason`, or several of these with `|` between them.
"""

import json
import time
from dataclasses import dataclass, field

import content
from atlas import BLOCK_PAGE, PORTAL, PROXY, RESOLVER, RESOLVER_OVER_IPV6, RESOLVERS, SECOND_RESOLVERS

COURIERS = ["17.57.144.0/24", "2620:149:a44:100::/64"]
PROXY_URL = f"http://{PROXY}:3128"
MINUTE, DAY = 60, 86400


@dataclass
class Case:
    """One broken internet."""

    name: str
    what: str
    expect: dict = field(default_factory=dict)
    # For servers.py, wire.py and the Mac's namespace.
    servers: dict = field(default_factory=dict)
    line: dict = field(default_factory=dict)
    mac: dict = field(default_factory=dict)
    environment: dict = field(default_factory=dict)
    # Whose root the Mac is given, and whether as the system's or by --cacert.
    trusts: str = "lab"
    by_system: bool = False


def lie(names, do, servers=(RESOLVER,), **more):
    """DNS servers that do not tell the truth about some names."""
    rules = [{"names": name, "do": do, **more} for name in names.split()]
    return {"dns": {server: rules for server in servers}}


def ill(hosts, do, ports=(443, 5223), **more):
    """Servers that misbehave on some ports."""
    return {"services": [{"hosts": host, "ports": list(ports), "do": do, **more} for host in hosts.split()]}


def drop(**which):
    return {"rules": [{"do": "drop", **which}]}


def portal(status, body, **headers):
    """A portal: port 80 is answered by it, everything else but DNS goes nowhere."""
    answer = {"hosts": "*", "ports": [80], "do": "http", "status": status, "body": body, "headers": headers}
    passes = [{"do": "pass", "proto": "tcp", "ports": [53, 80]}, {"do": "pass", "proto": "udp", "ports": [53]}]
    return {"servers": {"services": [answer]}, "line": {"rules": [*passes, {"do": "drop"}]}}


def feed(**answer):
    return ill("www.apple.com", "http", **answer)


def feed_with(status, service):
    return feed(body=content.feed({service: [content.event(status, time.time())]}))


CASES = [
    Case("healthy", "nothing is wrong"),
    # The link
    Case("no-link", "the interface is down", mac={"ip": ["link set en0 down"]}),
    Case("no-address", "the router gave no address, only a self-assigned one",
         mac={"ip": ["address del 192.168.64.2/24 dev en0", "address add 169.254.7.7/16 dev en0"], "families": [4]}),
    Case("no-default-route", "an address, but no way out",
         mac={"ip": ["route del default", "route del ::/0 via 2001:db8:64::1"]}),
    Case("black-hole", "every packet is dropped", line=drop()),
    # DNS
    Case("dns-dead", "the router's resolver does not answer", servers=lie("*", "drop")),
    Case("dns-all-dropped", "port 53 is closed altogether", line=drop(ports=[53])),
    Case("dns-slow", "the resolver takes three seconds", servers=lie("*", "slow", seconds=3)),
    Case("dns-sinkhole-push", "a blocklist sends the push names to 0.0.0.0",
         servers=lie("*push.apple.com", "point", to=["0.0.0.0", "::"])),
    Case("dns-sinkhole-sign-in", "a blocklist sends sign-in to 127.0.0.1",
         servers=lie("gsa.apple.com gsas.apple.com", "point", to=["127.0.0.1"])),
    Case("dns-nxdomain", "the resolver denies Apple's names and no others",
         servers=lie("*apple.com *icloud.com", "nxdomain")),
    Case("dns-block-page", "the resolver sends sign-in to a block page",
         servers=lie("gsa.apple.com idmsa.apple.com", "point", to=[BLOCK_PAGE])),
    Case("dns-servfail", "the resolver fails for every name", servers=lie("*", "servfail")),
    Case("dns-hijacked", "whichever resolver is asked, push names do not exist",
         servers=lie("*push.apple.com", "nxdomain", RESOLVERS)),
    Case("dns-seconds-dropped", "only the network's own resolver may be asked",
         line=drop(ports=[53], to=[f"{server}/32" for server in SECOND_RESOLVERS])),
    Case("hosts-file", "a line in /etc/hosts blocks sign-in", mac={"hosts": ["0.0.0.0 gsa.apple.com"]}),
    # Portals
    Case("portal-redirect", "a portal redirects to its login page",
         **portal(302, "", Location="http://login.hotel.example/")),
    Case("portal-page", "a portal answers with its login page", **portal(200, content.LOGIN_PAGE)),
    Case("portal-511", "a portal asks to log in", **portal(511, content.LOGIN_PAGE)),
    Case("portal-dns", "a portal gives its own address for every name",
         servers={**lie("*", "point", RESOLVERS, to=[PORTAL]),
                  "services": [{"hosts": "portal", "ports": [80], "do": "http", "status": 302,
                                "headers": {"Location": "http://10.0.0.1/login"}}]},
         line={"rules": [{"do": "pass", "ports": [53]}, {"do": "pass", "to": [f"{PORTAL}/32"]}, {"do": "drop"}]}),
    # Ports
    Case("push-port-dropped", "a firewall drops TCP 5223", line=drop(proto="tcp", ports=[5223])),
    Case("push-port-refused", "a firewall refuses TCP 5223",
         line={"rules": [{"do": "reset", "proto": "tcp", "ports": [5223]}]}),
    Case("couriers-dropped", "the couriers cannot be reached on any port", line=drop(proto="tcp", to=COURIERS)),
    Case("couriers-unreachable", "a router on the way knows no route to the couriers",
         mac={"router": [f"route add unreachable {net}" for net in COURIERS]}),
    Case("couriers-forbidden", "a firewall on the Mac itself forbids the couriers",
         mac={"ip": [f"route add prohibit {net}" for net in COURIERS]}),
    Case("only-443", "a firewall lets DNS and TCP 443 through, nothing else",
         line={"rules": [{"do": "pass", "ports": [53]}, {"do": "pass", "proto": "tcp", "ports": [443]},
                         {"do": "drop"}]}),
    # TLS
    Case("inspection", "TLS is read by a root that the Mac does not know",
         servers=ill("*", "certificate", kind="inspector")),
    Case("inspection-trusted", "TLS is read by a root that the Mac trusts",
         servers=ill("*", "certificate", kind="inspector"), trusts="inspection", by_system=True),
    Case("certificate-expired", "a sign-in host shows an expired certificate",
         servers=ill("idmsa.apple.com", "certificate", kind="expired")),
    Case("certificate-of-another", "a sign-in host shows the certificate of another name",
         servers=ill("idmsa.apple.com", "certificate", kind="wrong")),
    Case("handshake-stalls", "a sign-in host never answers the handshake", servers=ill("gsa.apple.com", "stall")),
    Case("handshake-garbage", "what answers on 443 does not speak TLS", servers=ill("gsa.apple.com", "garbage")),
    Case("handshake-reset", "connections are reset at the first word", servers=ill("gsa.apple.com", "cut")),
    Case("handshake-cut", "connections are cut in the middle of the handshake", servers=ill("gsa.apple.com", "half")),
    Case("handshake-closed", "connections are closed without a word", servers=ill("gsa.apple.com", "close")),
    Case("handshake-drips", "the handshake comes byte by byte", servers=ill("gsa.apple.com", "drip")),
    Case("one-host-down", "one sign-in host does not answer",
         line={"rules": [{"do": "drop", "to": ["17.32.195.0/24", "2620:149:af1::/64"]}]}),
    # Families
    Case("ipv6-black-hole", "IPv6 packets get lost", line=drop(version=6)),
    Case("ipv4-only", "there is no IPv6", mac={"families": [4]}),
    Case("ipv6-only", "there is no IPv4; the network translates",
         servers=lie("*", "translate", [RESOLVER_OVER_IPV6]), mac={"families": [6]}),
    # Proxies
    Case("proxy-works", "there is no way out but the proxy, and it works", environment={"HTTPS_PROXY": PROXY_URL},
         line={"rules": [{"do": "pass", "ports": [53]}, {"do": "pass", "to": [PROXY]}, {"do": "drop"}]}),
    Case("proxy-refuses", "the proxy refuses Apple's hosts", environment={"HTTPS_PROXY": PROXY_URL},
         servers={"proxy": "403 Forbidden"}),
    Case("proxy-login", "the proxy asks for a name and a password", environment={"HTTPS_PROXY": PROXY_URL},
         servers={"proxy": "407 Proxy Authentication Required"}),
    Case("proxy-gone", "nothing answers where the proxy should be",
         environment={"HTTPS_PROXY": f"http://{PROXY}:3129"}),
    # The clock
    Case("clock-2-minutes", "the clock is two minutes behind", servers={"clock": 2 * MINUTE}),
    Case("clock-2-days", "the clock is two days behind", servers={"clock": 2 * DAY}),
    Case("clock-servers-lie", "time servers are two days off, web servers are not", servers={"sntp": 2 * DAY}),
    Case("clock-unanswered", "time servers do not answer", servers={"sntp": "drop"}),
    # The status feed
    Case("status-outage", "Apple reports an outage of sign-in",
         servers=feed_with("Outage", "iCloud Account & Sign In")),
    Case("status-issue", "Apple reports slow iMessage", servers=feed_with("Performance", "iMessage")),
    Case("status-malformed", "the status feed is not JSON", servers=feed(body="<html>Sorry</html>")),
    Case("status-huge", "the status feed is far too large",
         servers=feed(body=json.dumps({"services": [], "filler": "x" * 3_000_000}))),
    Case("status-endless", "the status feed never ends", servers=ill("www.apple.com", "endless")),
    Case("status-drips", "the status feed comes byte by byte", servers=ill("www.apple.com", "slow")),
    Case("status-gone", "the status feed is not there", servers=feed(status=404, body="not found")),
    # A bad line
    Case("packet-loss", "one ping in five is lost", line={"loss": 0.106}),
    Case("slow-line", "there and back takes 600 ms", line={"delay": 0.3}),
    Case("large-packets-lost", "packets longer than 1300 bytes are lost without a word", line={"limit": 1300}),
]
