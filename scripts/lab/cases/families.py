"""IPv4 and IPv6."""

from atlas import OWN_NAT64, RESOLVER_OVER_IPV6
from cases.base import HIDDEN, NO_ALARM, NO_TROUBLE, Case, drop, lie, reset

CASES = [
    Case("ipv6-black-hole", "IPv6 packets get lost", {"network/ip-families": "warn:ipv6-broken"},
         line=drop(version=6)),
    Case("ipv4-only", "there is no IPv6", mac={"families": [4]}),
    Case("ipv6-only", "there is no IPv4; the network translates", {"network/ip-families": "info:ipv6-only"},
         lie("*", "translate", [RESOLVER_OVER_IPV6]), mac={"families": [6]}),
    Case("ipv6-only-own-prefix", "there is no IPv4; the network translates under a prefix of its own",
         {"network/ip-families": "info:ipv6-only", "dns/sinkhole": NO_TROUBLE},
         lie("*", "translate", [RESOLVER_OVER_IPV6], prefix=str(OWN_NAT64)), mac={"families": [6]}),
    Case("ipv6-large-packets-lost", "large packets over IPv6 are lost, and IPv4 is well",
         {"network/ip-families": "fail|warn", "network/full-packets": NO_ALARM, "*": "!fail"},
         line={"limit6": 1300}, cause="network/ip-families"),
    Case("ipv6-refused", "connections over IPv6 are refused, IPv4 is well", {"network/ip-families": "warn|info"},
         line=reset(version=6)),
    Case("ipv6-no-route", "the router knows no way for IPv6", {"network/ip-families": "warn|info|pass"},
         mac={"router": ["route del ::/0 dev wan", "route add unreachable ::/0"]}),
    Case("ipv4-black-hole", "IPv4 packets get lost, and IPv6 is well", {"network/ip-families": "fail|warn", "network/*": NO_ALARM,
         "tls/sign-in": f"fail:unreachable|{HIDDEN}", "tls/*": NO_ALARM, "*": NO_ALARM},
         line={"rules": [{"do": "pass", "ports": [53]}, {"do": "drop", "version": 4}]}, cause="network/ip-families"),
]
