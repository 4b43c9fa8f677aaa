"""Bad lines."""

from cases.base import COURIERS, NO_ALARM, NO_TROUBLE, NOT_GREEN, SAME, Case, hidden, ill

# It is slow, and nothing else.
SLOW = "warn:slow"

CASES = [
    Case("packet-loss", "one packet in five is lost, each way",
         {"dns/*": SAME, "tls/sign-in": SAME, "*": NO_ALARM}, line={"loss": 0.2}),
    Case("packet-loss-30", "three packets in ten are lost, each way",
         {"dns/*": SAME, "*": NO_ALARM}, line={"loss": 0.3}),
    Case("slow-line", "there and back takes 600 ms", {"network/quick-enough": NO_ALARM}, line={"delay": 0.3}),
    Case("slower-line", "there and back takes 1.2 s", {"network/quick-enough": "warn:slow", "*": NO_TROUBLE},
         line={"delay": 0.6}),
    *(Case(f"narrow-{kilobytes}k", f"the line carries {kilobytes} kB/s", {"network/quick-enough": SLOW, "*": NO_TROUBLE},
           line={"rate": kilobytes * 1000, "delay": 0.05}) for kilobytes in (8, 16, 24)),
    Case("narrow-64k", "the line carries 64 kB/s", {"network/quick-enough": SAME}, line={"rate": 64000, "delay": 0.05}),
    Case("narrow-and-far", "16 kB/s, and 600 ms there and back", {"network/quick-enough": SLOW, "*": NO_TROUBLE},
         line={"rate": 16000, "delay": 0.3}),
    Case("link-comes-late", "the link stands two seconds after the start", {"dns/resolver": "warn:slow", "*": NO_TROUBLE},
         line={"flap": [2, 60]}),
    Case("link-flaps", "the link is gone for a second, then there for a second, and so on",
         {"dns/resolver": NO_ALARM, "network/quick-enough": NO_ALARM, "*": NO_TROUBLE},
         line={"flap": [1, 1]}),
    Case("packets-twice", "every third packet comes twice", {"*": NO_TROUBLE}, line={"twice": 3}),
    Case("packets-late", "every fourth packet is overtaken by those after it", {"*": NO_TROUBLE}, line={"late": [4, 0.08]}),
    Case("large-packets-lost", "packets longer than 1300 bytes are lost without a word",
         {"network/full-packets": "fail:stalled", "tls/certificate-checks": NOT_GREEN, "network/ip-families": NOT_GREEN,
          **hidden("tls/*", "push/courier", "status/*")},
         line={"limit": 1300}),
    Case("narrow-own-dns", "the line carries 16 kB/s, and the resolver is in the router",
         {"network/quick-enough": SLOW, "*": NO_TROUBLE}, line={"rate": 16000, "delay": 0.05, "spare": [53]}),
    Case("narrow-and-courier-dead", "the line carries 24 kB/s, and no courier answers",
         {"network/quick-enough": SLOW, "push/courier": "fail:unreachable", "*": NO_TROUBLE},
         line={"rate": 24000, "delay": 0.05, "rules": [{"do": "drop", "to": COURIERS}]}, cause="push/courier"),
    # Who is silent leaves more of the line to the others, which brings it near the border of what is called slow.
    Case("narrow-and-stalled", "the line carries 24 kB/s, and a sign-in host never answers the handshake",
         {"network/quick-enough": f"{SLOW}|pass", "tls/sign-in": "fail:stalled", "*": NO_TROUBLE}, ill("gsa.apple.com", "stall"),
         line={"rate": 24000, "delay": 0.05}),
]
