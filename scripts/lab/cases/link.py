"""The link: interface, address, route."""

from cases.base import Case, cut_off, drop

NOTHING_GETS_OUT = cut_off("dns/resolver", "fail:nothing-gets-out")

CASES = [
    Case("no-link", "the interface is down", cut_off("network/interface-up", "fail"),
         mac={"ip": ["link set en0 down"]}),
    Case("no-address", "the router gave no address, only a self-assigned one",
         cut_off("network/interface-up", "fail:no-address"),
         mac={"ip": ["address del 192.168.64.2/24 dev en0", "address add 169.254.7.7/16 dev en0"], "families": [4]}),
    Case("no-default-route", "an address, but no way out", NOTHING_GETS_OUT,
         mac={"ip": ["route del default", "route del ::/0 via 2001:db8:64::1"]}),
    Case("black-hole", "every packet is dropped", NOTHING_GETS_OUT, line=drop()),
]
