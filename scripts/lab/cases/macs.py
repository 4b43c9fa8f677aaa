"""What only a whole Mac can tell: its VPN by name, and what is said of it."""

from dataclasses import replace

from cases import tunnel
from mac import VPN, settings, with_vpn, without_push

# What a Mac tells of itself, however its network is.
OF_ITSELF = {"network/default-route": "pass|info", "push/daemon": "pass", "vpn/apple-bypass": "pass", "filters/*": "pass|info|skip",
             "dns/servers": "pass|skip", "dns/profile": "pass|info|skip", "push/last-contact": "pass|info|skip",
             "vpn/active": "info:full-tunnel", "vpn/configured": "pass|info|warn"}
PROVE_IT = "Prove it: codesent check --past-vpn"


def behind_vpn(name, says=None, cut=True, **expect):
    """A case of the tunnel, on a Mac with a VPN that is known by name. `cut`: apsd has no connection."""
    case = next(case for case in tunnel.CASES if case.name == name)
    lines = settings(with_vpn, without_push) if cut else settings(with_vpn)
    push = {"push/connected": "fail|warn|skip"} if cut else {}
    said = {of: words.replace("the VPN", VPN) if of == "cause" else words for of, words in case.says.items()}
    return replace(case, name=f"mac-{name}", what=f"{case.what}; on a Mac with a VPN", tools=lines,
                   expect={**OF_ITSELF, **push, **case.expect, **expect}, says={**said, **(says or {})})


def stopped_by(name):
    """The VPN is named, and it is a cause, not a suspect."""
    return behind_vpn(name, {"headline": f"{VPN} stops codes", "suspect": "nothing"})


CASES = [
    behind_vpn("tunnel-well", cut=False),
    behind_vpn("tunnel-courier-dead", {"suspect": VPN, "headline": f"and {VPN} is on", "proof": PROVE_IT}),
    behind_vpn("tunnel-reads-tls", cut=False),
    behind_vpn("tunnel-on-dead-network", cut=False),
    behind_vpn("past-tunnel-well", {"suspect": "nothing"}, cut=False),
    stopped_by("past-tunnel-courier-dead"),
    stopped_by("past-tunnel-sign-in-dead"),
    behind_vpn("past-tunnel-both-dead", {"suspect": "nothing"}),
    behind_vpn("past-tunnel-stand-ins", {"suspect": "nothing"}, cut=False),
    stopped_by("past-tunnel-stand-ins-dead"),
    behind_vpn("past-tunnel-kill-switch", {"suspect": VPN, "headline": f"{VPN} is on"}),
    stopped_by("past-tunnel-mtu"),
    behind_vpn("past-tunnel-on-dead-network", cut=False),
    stopped_by("past-tunnel-own-dns-fails"),
]
