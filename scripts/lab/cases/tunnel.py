"""Tunnels: a VPN has the default route, and the way under it is still there.

By default nothing leaves a tunnel, so these reports tell of the way through it alone; that nothing does is asserted on the
line under it, DNS included.
"""

from dataclasses import replace

from atlas import RESOLVER, SECOND_RESOLVERS, STAND_INS
from cases.base import COURIERS, HIDDEN, NO_TROUBLE, Case, drop, hidden, ill, lie
from cases.link import NOTHING_GETS_OUT
from cases.tls import INSPECTED
from world import THROUGH_TUNNEL


def nothing_past_it(world):
    """Nothing goes out past the tunnel unless somebody asked for it."""
    sent = world.sent_past_tunnel()
    return [f"sent {len(sent)} packets past the tunnel, the first to {sent[0]['to']} port {sent[0]['port']}"] if sent else []


def some_past_it(world):
    """Somebody asked for it, and it is seen on the line, names included: so it would be seen if nobody had. Nothing but
    names and handshakes is sent there."""
    sent = {(packet["to"] in SECOND_RESOLVERS, packet["port"]) for packet in world.sent_past_tunnel()}
    odd = sent - {(True, 53), (False, 443), (False, 5223)}
    complaints = [f"sent something past the tunnel that is neither a name nor a handshake, to port {port}" for _, port in odd]
    return complaints if (True, 53) in sent else [*complaints, "asked no resolver past the tunnel"]


def through_it(rules):
    """Resolvers and servers that do this to those who come through the tunnel."""
    for rule in [rule for server in rules.get("dns", {}).values() for rule in server] + rules.get("services", []):
        rule["from"] = THROUGH_TUNNEL
    return rules


def tunnel(name, what, expect=None, servers=None, inside=None, **more):
    return Case(f"tunnel-{name}", what, expect or {}, servers or {}, tunnel=inside or {}, watch=(nothing_past_it,), **more)


def past(name, verdict, words, expect=None, cause=None):
    """The same with --past-vpn; `words` are those of the experiment's row."""
    case = next(case for case in ALONE if case.name == f"tunnel-{name}")
    expect = {"vpn/past-it": verdict, **case.expect, **(expect or {})}
    return replace(case, name=f"past-{case.name}", what=f"{case.what}; asked past it too", expect=expect, cause=cause,
                   says={"vpn/past-it": words}, options=("--past-vpn",), remark="Past the VPN too: ", watch=(some_past_it,))


def stops(name, words, expect):
    """It works past the tunnel and not through it, so the tunnel is the cause, and what it explains is folded under it."""
    case = past(name, "fail:vpn-stops", words, dict.fromkeys(expect, "fail|skip"), cause="vpn/past-it")
    return replace(case, says={**case.says, "cause": "the VPN stops codes"})


STAND_INS_ARE_WELL = {"dns/sinkhole": "pass|info", "network/ip-families": "pass|info",
                      "dns/metrics": NO_TROUBLE}
STANDING_IN = through_it(lie("*", "stand-in", [RESOLVER]))

ALONE = [
    tunnel("well", "a tunnel is up, and all is well through it and past it"),
    tunnel("courier-dead", "no courier answers through the tunnel, and all is well past it",
           {"push/courier": "fail:unreachable"}, inside=drop(to=COURIERS)),
    tunnel("sign-in-dead", "gsa does not answer through the tunnel, and all is well past it",
           {"tls/sign-in": "fail:unreachable", "tls/rate-limit": "skip|unknown"},
           inside=drop(to=["17.32.194.0/24", "2620:149:af0::/64"])),
    tunnel("both-dead", "no courier answers, neither through the tunnel nor past it",
           {"push/courier": "fail:unreachable"}, inside=drop(to=COURIERS), line=drop(to=COURIERS)),
    tunnel("stand-ins", "the tunnel gives out addresses of its own, and they work", STAND_INS_ARE_WELL,
           STANDING_IN),
    tunnel("stand-ins-dead", "the tunnel gives out addresses of its own, and nothing answers there",
           {"network/internet": "fail", "dns/*": NO_TROUBLE, "network/*": "!pass",
            "network/interface-up": "pass", "dns/hosts-file": "pass", "filters/proxy": "", "*": "!pass"}, STANDING_IN,
           inside=drop(to=[str(STAND_INS)])),
    tunnel("kill-switch", "nothing gets through the tunnel, and a kill switch lets nothing past it", NOTHING_GETS_OUT,
           inside=drop(), line=drop()),
    tunnel("dead", "nothing gets through the tunnel, and all is well past it", NOTHING_GETS_OUT, inside=drop()),
    tunnel("mtu", "large packets are lost in the tunnel, and all is well past it",
           {"network/full-packets": "fail:stalled", "tls/certificate-checks": "!pass|info",
            "network/ip-families": "!pass|info", **hidden("tls/*", "push/courier", "status/*")}, inside={"limit": 1300}),
    tunnel("on-dead-network", "nothing gets out past the tunnel, and all is well through it", line=drop()),
    tunnel("reads-tls", "TLS is read at the far end of the tunnel",
           {"tls/rate-limit": "skip", "status/*": HIDDEN, **INSPECTED},
           through_it(ill("*", "certificate", kind="inspector"))),
    tunnel("own-dns-fails", "the resolver of the tunnel fails for the names of push",
           {"dns/apple-push": f"fail|{HIDDEN}", "dns/sinkhole": "fail|pass|info",
            **hidden("tls/web-codes", "push/courier", "push/bag")},
           through_it(lie("*push.apple.com", "servfail")), cause="dns/sinkhole|dns/apple-push"),
    tunnel("slow", "the tunnel carries 16 kB/s", {"network/quick-enough": "warn:slow", "*": NO_TROUBLE},
           inside={"rate": 16000, "delay": 0.05}),
]

IT_IS_WELL, COURIER = "all four answer through it", "7-courier.push.apple.com:5223 answers past it and not through it"
CASES = [
    *ALONE,
    past("well", "pass", IT_IS_WELL),
    stops("courier-dead", COURIER, ["push/courier"]),
    stops("sign-in-dead", "gsa.apple.com:443 answers past it and not through it (1 of 4 that were tried)", ["tls/sign-in"]),
    past("both-dead", "info:not-the-vpn", "fails past it too: it is not the VPN", cause="push/courier"),
    past("stand-ins", "pass", IT_IS_WELL),
    stops("stand-ins-dead", COURIER, ["network/internet"]),
    past("kill-switch", "unknown:nothing-gets-out", "nothing gets out past the VPN (a kill switch?), so this proves nothing",
         cause="dns/resolver"),
    stops("dead", COURIER, ["dns/resolver"]),
    stops("mtu", COURIER, ["network/full-packets"]),
    past("on-dead-network", "pass", IT_IS_WELL),
    stops("reads-tls", COURIER, ["tls/inspection"]),
    stops("own-dns-fails", COURIER, ["dns/sinkhole", "dns/apple-push"]),
]
