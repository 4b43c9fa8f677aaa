"""The faults, one at a time: what is broken, and what must be said of it.

A row that a case does not mention must be as it is in the healthy case, so most of every report must stay green.
`expect` maps ids, or patterns of them, to what the row must be: a status, or `status:reason`, or several of these with
`|` between them, or with `!` before them what it must not be. An id counts before patterns, an earlier pattern before a
later one.
"""

import json
import time
from dataclasses import dataclass, field

import content
from atlas import BLOCK_PAGE, PORTAL, PROXY, RESOLVER, RESOLVER_OVER_IPV6, RESOLVERS, SECOND_RESOLVERS

COURIERS = ["17.57.144.0/24", "2620:149:a44:100::/64"]
PROXY_URL = f"http://{PROXY}:3128"
MINUTE, DAY = 60, 86400


SAME = ""
# Explained by a row that failed.
HIDDEN = "skip:consequence"
# Nothing was seen that would make it true.
NOT_GREEN = "!pass|info"
NO_ALARM = "!fail"
# What a Mac can tell without any network.
LOCAL = {"network/interface-up": SAME, "dns/hosts-file": SAME, "filters/proxy": SAME}


def cut_off(row, verdict):
    """One row failed that explains everything the network is needed for."""
    return {**LOCAL, row: verdict, "dns/sinkhole": "skip", "dns/aliases": "skip", "*": HIDDEN}


def hidden(*rows):
    return dict.fromkeys(rows, HIDDEN)


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


NOTHING_GETS_OUT = cut_off("dns/resolver", "fail:nothing-gets-out")
RESOLVER_DOWN = cut_off("dns/resolver", "fail:local-down")
CAPTIVE = {"network/internet": "fail:captive-portal", **LOCAL, "dns/*": SAME, "*": HIDDEN}
ONE_HOST = {"tls/rate-limit": "skip|unknown"}
STATUS_UNREADABLE = {"status/*": "unknown:unreadable"}
# An inspected connection is made, and still no good; nothing may call its certificate Apple's.
INSPECTED = {"tls/inspection": "fail:inspected", "tls/certificates": NOT_GREEN, "tls/*": f"pass|{HIDDEN}",
             "push/courier": f"pass|{HIDDEN}"}
PROXY_REFUSES = {"filters/proxy": "fail", "tls/rate-limit": "skip|unknown", "status/*": "skip|unknown"}
ONLY_BY_PROXY = {**LOCAL, "filters/proxy": "info:passes", "network/internet": "info:only-by-proxy",
                 "network/*": "skip:only-by-proxy", "tls/*": "pass|info:only-by-proxy", "push/*": "info:only-by-proxy",
                 "clock/time-servers": "warn:no-answer"}
ONLY_PROXY = [{"do": "pass", "to": [f"{PROXY}/32"]}, {"do": "drop"}]

CASES = [
    Case("healthy", "nothing is wrong"),
    # The link
    Case("no-link", "the interface is down", cut_off("network/interface-up", "fail"),
         mac={"ip": ["link set en0 down"]}),
    Case("no-address", "the router gave no address, only a self-assigned one",
         cut_off("network/interface-up", "fail:no-address"),
         mac={"ip": ["address del 192.168.64.2/24 dev en0", "address add 169.254.7.7/16 dev en0"], "families": [4]}),
    Case("no-default-route", "an address, but no way out", NOTHING_GETS_OUT,
         mac={"ip": ["route del default", "route del ::/0 via 2001:db8:64::1"]}),
    Case("black-hole", "every packet is dropped", NOTHING_GETS_OUT, line=drop()),
    # DNS
    Case("dns-dead", "the router's resolver does not answer", RESOLVER_DOWN, lie("*", "drop")),
    Case("dns-servfail", "the resolver fails for every name", RESOLVER_DOWN, lie("*", "servfail")),
    Case("dns-all-dropped", "port 53 is closed altogether", NOTHING_GETS_OUT, line=drop(ports=[53])),
    Case("dns-slow", "the resolver takes two seconds", {"dns/resolver": "warn:slow"},
         lie("*", "slow", seconds=2)),
    Case("dns-sinkhole-push", "a blocklist sends the push names to 0.0.0.0",
         {"dns/sinkhole": "fail:blocked", **hidden("dns/apple-push", "tls/web-codes", "push/courier", "push/bag")},
         lie("*push.apple.com", "point", to=["0.0.0.0", "::"])),
    Case("dns-sinkhole-sign-in", "a blocklist sends sign-in to 127.0.0.1",
         {"dns/sinkhole": "fail:blocked", **hidden("dns/sign-in", "tls/sign-in", "tls/rate-limit")},
         lie("gsa.apple.com gsas.apple.com", "point", to=["127.0.0.1"])),
    Case("dns-nxdomain", "the resolver denies Apple's names and no others",
         {"dns/sinkhole": "fail:blocked", **LOCAL, "dns/resolver": SAME, "dns/aliases": SAME, "dns/metrics": NO_ALARM,
          "*": HIDDEN},
         lie("*apple.com *icloud.com", "nxdomain")),
    Case("dns-block-page", "the resolver sends sign-in to a block page",
         {"dns/sinkhole": "fail:blocked", "dns/sign-in": HIDDEN, "tls/sign-in": NOT_GREEN,
          "tls/certificates": NOT_GREEN, "tls/inspection": HIDDEN, "tls/rate-limit": "skip"},
         lie("gsa.apple.com idmsa.apple.com", "point", to=[BLOCK_PAGE])),
    Case("dns-hijacked", "whichever resolver is asked, push names do not exist",
         {"dns/sinkhole": "info:same-everywhere", "dns/apple-push": "fail:none-resolve",
          **hidden("tls/web-codes", "push/courier", "push/bag")},
         lie("*push.apple.com", "nxdomain", RESOLVERS)),
    Case("dns-seconds-dropped", "only the network's own resolver may be asked",
         line=drop(ports=[53], to=[f"{server}/32" for server in SECOND_RESOLVERS])),
    Case("hosts-file", "a line in /etc/hosts blocks sign-in",
         {"dns/hosts-file": "fail:blocks-needed",
          **hidden("dns/sinkhole", "dns/sign-in", "tls/sign-in", "tls/rate-limit")},
         mac={"hosts": ["0.0.0.0 gsa.apple.com"]}),
    # Portals
    Case("portal-redirect", "a portal redirects to its login page", CAPTIVE,
         **portal(302, "", Location="http://login.hotel.example/")),
    Case("portal-page", "a portal answers with its login page", CAPTIVE, **portal(200, content.LOGIN_PAGE)),
    Case("portal-511", "a portal asks to log in", CAPTIVE, **portal(511, content.LOGIN_PAGE)),
    Case("portal-dns", "a portal gives its own address for every name",
         {"network/internet": "fail:captive-portal", **LOCAL, "dns/resolver": SAME, "dns/metrics": NO_ALARM,
          "network/*": NO_ALARM, "*": "skip"},
         {**lie("*", "point", RESOLVERS, to=[PORTAL]),
          "services": [{"hosts": "portal", "ports": [80], "do": "http", "status": 302,
                        "headers": {"Location": "http://10.0.0.1/login"}}]},
         line={"rules": [{"do": "pass", "ports": [53]}, {"do": "pass", "to": [f"{PORTAL}/32"]}, {"do": "drop"}]}),
    # Ports
    Case("push-port-dropped", "a firewall drops TCP 5223", {"push/courier": "warn:fallback-only"},
         line=drop(proto="tcp", ports=[5223])),
    Case("push-port-refused", "a firewall refuses TCP 5223", {"push/courier": "warn:fallback-only"},
         line={"rules": [{"do": "reset", "proto": "tcp", "ports": [5223]}]}),
    Case("couriers-dropped", "the couriers cannot be reached on any port", {"push/courier": "fail:unreachable"},
         line=drop(proto="tcp", to=COURIERS)),
    Case("couriers-unreachable", "a router on the way knows no route to the couriers",
         {"push/courier": "fail:unreachable"}, mac={"router": [f"route add unreachable {net}" for net in COURIERS]}),
    Case("couriers-forbidden", "a firewall on the Mac itself forbids the couriers",
         {"push/courier": "fail:forbidden"}, mac={"ip": [f"route add prohibit {net}" for net in COURIERS]}),
    Case("only-443", "a firewall lets DNS and TCP 443 through, nothing else",
         {"network/internet": "info:port-80-blocked", "tls/certificate-checks": "warn:some",
          "push/courier": "warn:fallback-only", "push/bag": "warn:no-answer", "clock/time-servers": "warn:no-answer"},
         line={"rules": [{"do": "pass", "ports": [53]}, {"do": "pass", "proto": "tcp", "ports": [443]},
                         {"do": "drop"}]}),
    # TLS
    Case("inspection", "TLS is read by a root that the Mac does not know",
         {"tls/rate-limit": "skip", "status/*": HIDDEN, **INSPECTED}, ill("*", "certificate", kind="inspector")),
    Case("inspection-trusted", "TLS is read by a root that the Mac trusts", INSPECTED,
         ill("*", "certificate", kind="inspector"), trusts="inspection", by_system=True),
    Case("certificate-expired", "a sign-in host shows an expired certificate", {"tls/certificates": "fail:expired"},
         ill("idmsa.apple.com", "certificate", kind="expired")),
    Case("certificate-of-another", "a sign-in host shows the certificate of another name",
         {"tls/certificates": "fail:other-server"}, ill("idmsa.apple.com", "certificate", kind="wrong")),
    Case("handshake-stalls", "a sign-in host never answers the handshake",
         {"tls/sign-in": "fail:stalled", **ONE_HOST}, ill("gsa.apple.com", "stall")),
    Case("handshake-drips", "the handshake comes byte by byte",
         {"tls/sign-in": "fail:stalled", **ONE_HOST}, ill("gsa.apple.com", "drip")),
    Case("handshake-garbage", "what answers on 443 does not speak TLS",
         {"tls/sign-in": "fail:not-tls", **ONE_HOST}, ill("gsa.apple.com", "garbage")),
    Case("handshake-reset", "connections are reset at the first word",
         {"tls/sign-in": "fail:cut", **ONE_HOST}, ill("gsa.apple.com", "cut")),
    Case("handshake-cut", "connections are cut in the middle of the handshake",
         {"tls/sign-in": "fail:cut", **ONE_HOST}, ill("gsa.apple.com", "half")),
    Case("handshake-closed", "connections are closed without a word",
         {"tls/sign-in": "fail:cut", **ONE_HOST}, ill("gsa.apple.com", "close")),
    Case("one-host-down", "one sign-in host does not answer", {"tls/sign-in": "fail:unreachable"},
         line={"rules": [{"do": "drop", "to": ["17.32.195.0/24", "2620:149:af1::/64"]}]}),
    # Families
    Case("ipv6-black-hole", "IPv6 packets get lost", {"network/ip-families": "warn:ipv6-broken"},
         line=drop(version=6)),
    Case("ipv4-only", "there is no IPv6", mac={"families": [4]}),
    Case("ipv6-only", "there is no IPv4; the network translates", {"network/ip-families": "info:ipv6-only"},
         lie("*", "translate", [RESOLVER_OVER_IPV6]), mac={"families": [6]}),
    # Proxies
    Case("proxy-works", "there is no way out but the proxy, and it works",
         ONLY_BY_PROXY, environment={"HTTPS_PROXY": PROXY_URL},
         line={"rules": [{"do": "pass", "ports": [53]}, *ONLY_PROXY]}),
    Case("proxy-looks-up", "no way out but the proxy, which also looks up names",
         {**ONLY_BY_PROXY, "dns/*": NO_ALARM}, lie("*", "nxdomain"), environment={"HTTPS_PROXY": PROXY_URL},
         line={"rules": [{"do": "pass", "to": [f"{RESOLVER}/32"]}, *ONLY_PROXY]}),
    Case("proxy-inspects", "no way out but the proxy, and it reads TLS",
         {**ONLY_BY_PROXY, "tls/inspection": "fail:inspected", "tls/certificates": NOT_GREEN, "tls/rate-limit": "skip",
          "tls/*": f"info:only-by-proxy|{HIDDEN}", "push/courier": f"info:only-by-proxy|{HIDDEN}", "status/*": HIDDEN,
          "filters/proxy": HIDDEN, "clock/offset": "unknown"},
         ill("*", "certificate", kind="inspector"), environment={"HTTPS_PROXY": PROXY_URL},
         line={"rules": [{"do": "pass", "ports": [53]}, *ONLY_PROXY]}),
    Case("proxy-refuses", "the proxy refuses Apple's hosts", PROXY_REFUSES, {"proxy": "403 Forbidden"},
         environment={"HTTPS_PROXY": PROXY_URL}),
    Case("proxy-login", "the proxy asks for a name and a password", PROXY_REFUSES,
         {"proxy": "407 Proxy Authentication Required"}, environment={"HTTPS_PROXY": PROXY_URL}),
    Case("proxy-gone", "nothing answers where the proxy should be", PROXY_REFUSES,
         environment={"HTTPS_PROXY": f"http://{PROXY}:3129"}),
    # The clock
    Case("clock-2-minutes", "the clock is two minutes behind", {"clock/offset": "warn:off"}, {"clock": 2 * MINUTE}),
    Case("clock-2-days", "the clock is two days behind", {"clock/offset": "fail:far-off"}, {"clock": 2 * DAY}),
    Case("clock-ahead", "the clock is two days ahead", {"clock/offset": "fail:far-off"}, {"clock": -2 * DAY}),
    Case("clock-servers-lie", "time servers are two days off, web servers are not", {"clock/offset": "warn:disagree"},
         {"sntp": 2 * DAY}),
    Case("clock-unanswered", "time servers do not answer", {"clock/time-servers": "warn:no-answer"}, {"sntp": "drop"}),
    # The status feed
    Case("status-outage", "Apple reports an outage of sign-in", {"status/icloud-sign-in": "fail:outage"},
         feed_with("Outage", "iCloud Account & Sign In")),
    Case("status-issue", "Apple reports slow iMessage", {"status/imessage": "warn:issue"},
         feed_with("Performance", "iMessage")),
    Case("status-malformed", "the status feed is not JSON", STATUS_UNREADABLE, feed(body="<html>Sorry</html>")),
    Case("status-huge", "the status feed is far too large", STATUS_UNREADABLE,
         feed(body=json.dumps({"services": [], "filler": "x" * 3_000_000}))),
    Case("status-endless", "the status feed never ends", STATUS_UNREADABLE, ill("www.apple.com", "endless")),
    Case("status-drips", "the status feed comes byte by byte", {"status/*": "unknown:no-answer"},
         ill("www.apple.com", "slow")),
    Case("status-cut", "the status feed ends too early", {"status/*": "unknown"}, ill("www.apple.com", "truncated")),
    Case("status-gone", "the status feed is not there", {"status/*": "unknown:odd-answer"},
         feed(status=404, body="not found")),
    # A bad line
    Case("packet-loss", "one packet in five is lost, each way",
         {"dns/*": SAME, "tls/sign-in": SAME, "*": NO_ALARM}, line={"loss": 5}),
    Case("slow-line", "there and back takes 600 ms", {"network/quick-enough": NO_ALARM}, line={"delay": 0.3}),
    Case("large-packets-lost", "packets longer than 1300 bytes are lost without a word",
         {"network/full-packets": "fail:stalled", "tls/certificate-checks": NOT_GREEN, "network/ip-families": NOT_GREEN,
          **hidden("tls/*", "push/courier", "status/*")},
         line={"limit": 1300}),
]
