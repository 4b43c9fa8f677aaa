"""What only a whole Mac can tell: its VPN by name, and what is said of it."""

from dataclasses import replace

from cases import tunnel
from mac import settings, with_vpn, without_push

VPN = {"vpn/active": "!pass", "vpn/configured": "!fail", "dns/resolver": "pass|info"}


def behind_vpn(name, says=None, dead_push=False, **expect):
    """A case of the tunnel, on a Mac with a VPN."""
    case = next(case for case in tunnel.CASES if case.name == name)
    changes = [with_vpn, without_push] if dead_push else [with_vpn]
    return replace(case, name=f"mac-{name}", what=f"{case.what}; on a Mac with a VPN",
                   expect={**VPN, **case.expect, **expect}, tools=settings(*changes), says={**case.says, **(says or {})})


CASES = [
    behind_vpn("tunnel-well"),
    behind_vpn("tunnel-courier-dead", dead_push=True),
    behind_vpn("tunnel-reads-tls"),
    behind_vpn("tunnel-on-dead-network"),
    behind_vpn("past-tunnel-well"),
    behind_vpn("past-tunnel-courier-dead", dead_push=True),
    behind_vpn("past-tunnel-both-dead", dead_push=True),
    behind_vpn("past-tunnel-stand-ins"),
    behind_vpn("past-tunnel-stand-ins-dead", dead_push=True),
    behind_vpn("past-tunnel-kill-switch", dead_push=True),
    behind_vpn("past-tunnel-mtu", dead_push=True),
    behind_vpn("past-tunnel-on-dead-network"),
    behind_vpn("past-tunnel-own-dns-fails", dead_push=True),
]
