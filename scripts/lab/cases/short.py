"""Runs that are cut short: what was not asked to the end is not known, and nothing is called broken for it."""

from cases.base import NO_ALARM, NO_TROUBLE, Case, drop, ill

NOT_KNOWN = {"*": NO_TROUBLE}

CASES = [
    *(Case(f"short-{milliseconds}", f"a good network, and {milliseconds} ms for all of it", NOT_KNOWN,
           timeout=f"{milliseconds}ms") for milliseconds in (160, 250, 350, 450)),
    *(Case(f"short-far-{milliseconds}", f"400 ms there and back, and {milliseconds} ms for all of it", NOT_KNOWN,
           line={"delay": 0.2}, timeout=f"{milliseconds}ms") for milliseconds in (500, 1000, 1500)),
    Case("short-narrow", "8 kB/s, and three seconds for all of it", {"network/quick-enough": NO_ALARM, **NOT_KNOWN},
         line={"rate": 8000, "delay": 0.05}, timeout="3s"),
    Case("short-black-hole", "every packet is dropped, and three seconds are not enough to be sure", NOT_KNOWN,
         line=drop(), timeout="3s"),
    Case("short-stall", "a sign-in host never answers the handshake, and two seconds are not enough to be sure",
         {"tls/sign-in": "unknown:timed-out", **NOT_KNOWN}, ill("gsa.apple.com", "stall"), timeout="2s"),
    Case("short-couriers", "port 5223 is dropped, and two seconds are not enough to be sure",
         {"push/courier": "unknown:timed-out", **NOT_KNOWN}, line=drop(proto="tcp", ports=[5223]), timeout="2s"),
]
