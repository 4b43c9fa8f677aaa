"""DNS: resolvers that are dead, slow, or do not tell the truth."""

from atlas import BLOCK_PAGE, RESOLVERS, SECOND_RESOLVERS
from cases.base import HIDDEN, LOCAL, NO_ALARM, NOT_GREEN, SAME, Case, cut_off, drop, hidden, lie
from cases.link import NOTHING_GETS_OUT

RESOLVER_DOWN = cut_off("dns/resolver", "fail:local-down")

CASES = [
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
]
