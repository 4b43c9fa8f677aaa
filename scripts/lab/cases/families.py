"""IPv4 and IPv6."""

from atlas import RESOLVER_OVER_IPV6
from cases.base import Case, drop, lie

CASES = [
    Case("ipv6-black-hole", "IPv6 packets get lost", {"network/ip-families": "warn:ipv6-broken"},
         line=drop(version=6)),
    Case("ipv4-only", "there is no IPv6", mac={"families": [4]}),
    Case("ipv6-only", "there is no IPv4; the network translates", {"network/ip-families": "info:ipv6-only"},
         lie("*", "translate", [RESOLVER_OVER_IPV6]), mac={"families": [6]}),
]
