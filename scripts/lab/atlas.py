"""Where the lab's hosts live: their addresses and the names they are aliases of."""

import fnmatch
import ipaddress

# Resolvers: the one that the Mac is told of by its router, and the two that codesent compares it with.
RESOLVER = "203.0.113.53"
SECOND_RESOLVERS = ["1.1.1.1", "9.9.9.9"]
# The same for networks that have IPv6 only, where names without an IPv6 address are given one under `NAT64`, and a
# router translates.
RESOLVER_OVER_IPV6 = "2001:db8:53::53"
NAT64 = ipaddress.ip_network("64:ff9b::/96")
# The same with a prefix of the network's own.
OWN_NAT64 = ipaddress.ip_network("2001:db8:6464::/96")
RESOLVERS = [RESOLVER, *SECOND_RESOLVERS, RESOLVER_OVER_IPV6]
# A proxy, the block page that filtering resolvers point to, and a portal's own address.
PROXY = "203.0.113.80"
BLOCK_PAGE = "146.112.61.106"
PORTAL = "10.0.0.1"
# Addresses that a tunnel gives out in place of the real ones.
STAND_INS = ipaddress.ip_network("198.18.0.0/16")
# Where nobody is.
NOBODY = "10.99.0.1"

# First match wins: names, IPv4 network, IPv6 network (None: no AAAA record), and the alias it goes by ({} is the
# first label). The networks are those that Apple and its CDN announce; aliases as in public block-list threads.
REGIONS = [
    ("*-courier.push.apple.com", "17.57.144.0/24", "2620:149:a44:100::/64", "{}.push-apple.com.akadns.net"),
    ("*.push.apple.com", "17.57.145.0/24", "2620:149:a44:200::/64", "{}.push-apple.com.akadns.net"),
    ("gsa.apple.com", "17.32.194.0/24", "2620:149:af0::/64", "gsa.idms-apple.com.akadns.net"),
    ("gsas.apple.com", "17.32.195.0/24", "2620:149:af1::/64", "gsas.idms-apple.com.akadns.net"),
    ("*.ess.apple.com", "17.188.20.0/24", None, "{}.ess-apple.com.akadns.net"),
    ("time*.apple.com", "17.253.14.0/24", "2620:149:a33::/64", "{}.g.aaplimg.com"),
    ("*.icloud.com", "17.248.150.0/24", "2620:149:a10::/64", "{}.apple-dns.net"),
    ("ocsp*.apple.com", "17.253.57.0/24", "2620:149:a21::/64", "{}.g.aaplimg.com"),
    ("captive.apple.com", "17.253.58.0/24", "2620:149:a22::/64", "{}.g.aaplimg.com"),
    ("www.apple.com", "23.32.15.0/24", "2a02:26f0:d8::/64", "{}.apple.com.edgekey.net"),
    ("*.apple.com", "17.179.252.0/24", None, None),
    ("*.cn", "23.33.41.0/24", None, None),
    ("*", "23.33.40.0/24", "2a02:26f0:d9::/64", None),
]

# What Apple itself announces; its web site lies elsewhere.
APPLE = ["17.0.0.0/8", "2620:149::/32"]

# Everything under these is answered by the lab's servers.
LOCAL_ROUTES = ["17.0.0.0/8", "23.32.0.0/15", "203.0.113.0/24", "1.1.1.1/32", "9.9.9.9/32", "146.112.61.0/24",
                "2620:149::/32", "2a02:26f0::/32", f"{PORTAL}/32", f"{RESOLVER_OVER_IPV6}/128", str(NAT64), str(OWN_NAT64),
                str(STAND_INS)]


class Place:
    """One host."""

    def __init__(self, name, v4, v6, alias, stand_in):
        self.name, self.v4, self.v6, self.alias, self.stand_in = name, v4, v6, alias, stand_in

    def addresses(self, kind):
        return self.v4 if kind == "A" else self.v6 if kind == "AAAA" else []


class Atlas:
    """All hosts, by name and by address. Every host has addresses of its own, so an address says which it is."""

    def __init__(self, hosts):
        self.places, self.by_address = {}, {}
        for number, host in enumerate(sorted(set(hosts)), start=10):
            names, v4, v6, alias = next(region for region in REGIONS if fnmatch.fnmatch(host, region[0]))
            first = str(ipaddress.ip_network(v4)[number % 250])
            place = Place(host, [first], [str(ipaddress.ip_network(v6)[number])] if v6 else [],
                          alias and alias.format(host.split(".")[0]), str(STAND_INS[number]))
            self.places[host] = place
            for address in [*place.v4, *place.v6, place.stand_in]:
                assert address not in self.by_address, f"two hosts at {address}"
                self.by_address[address] = host

    def host_at(self, text):
        return self.by_address.get(str(plain(text)))


def plain(text):
    """An address without what wraps it: IPv4 in IPv6, or under NAT64."""
    address = ipaddress.ip_address(text.split("%")[0])
    if address.version == 6 and (address in NAT64 or address in OWN_NAT64):
        return ipaddress.ip_address(int(address) & 0xFFFFFFFF)
    return getattr(address, "ipv4_mapped", None) or address


def under_nat64(text, prefix=None):
    """The IPv6 address that stands for an IPv4 address."""
    return str(ipaddress.ip_network(prefix or NAT64)[int(ipaddress.ip_address(text))])


def is_from(peer, rule):
    """Whether a rule is for those who come from there."""
    return "from" not in rule or any(plain(peer) in ipaddress.ip_network(network) for network in rule["from"])
